import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('in Chinese, a bracketed number of the whole beside a part', () => {
  testReadings(
    [
      [
        'is its rate, and the part goes on behind it',
        '2010-02-10',
        '2009年民营企业出口3384.4亿美元，下降11.6%，低于同期我国出口降幅（16.0%）4.4个百分点；占全国出口总值的28.2%（图3.2），同比提高1.4个百分点。',
        [
          'EXPORTS ENTERPRISE_TYPE:PRIVATE 2009 3384.4 USD_100_MILLION -11.6 on 2008 share 28.2 of EXPORTS share change 1.4',
          'EXPORTS TOTAL:ALL 2009 -16.0 on 2008',
        ],
      ],
      [
        'is its amount, of which the part has the share behind it',
        '2010-02-10',
        '2009年我国外贸下降13.9%。国有企业进口2884.7亿美元，占全国进口总值（10056.0亿美元）的28.7%，下降18.5%。',
        [
          'TRADE TOTAL:ALL 2009 -13.9 on 2008',
          'IMPORTS ENTERPRISE_TYPE:STATE_OWNED 2009 2884.7 USD_100_MILLION -18.5 on 2008 share 28.7 of IMPORTS',
          'IMPORTS TOTAL:ALL 2009 10056.0 USD_100_MILLION',
        ],
      ],
      [
        'is left out in a text about a region',
        '2010-02-10',
        '据海口海关统计，2009年，海南省出口13.1亿美元，下降17.9%，大于全国出口降幅（16.0%）1.9个百分点，占全国出口总值（12016.6亿美元）的0.1%。',
        ['EXPORTS "total" 2009 13.1 USD_100_MILLION -17.9 on 2008'],
      ],
      [
        'is none where it is no total',
        '2010-02-10',
        '2009年民营企业出口增加值812.5亿美元，占全国出口增加值（4012.6亿美元）的20.2%。',
        [],
      ],
    ],
    'ZH',
  )
})
