import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a level behind a threshold of Chinese texts', () => {
  testReadings(
    [
      [
        'is passed for the first time this year',
        '2010-12-11',
        '11月份我国进出口总值2837亿美元，增长36.2%。其中出口值今年以来首次突破1500亿美元大关，达1533亿美元，增长34.9%；进口年内首次超过1300亿美元，为1304亿美元，增长37.7%。',
        [
          'TRADE TOTAL:ALL 2010-11 2837 USD_100_MILLION 36.2 on 2009-11',
          'EXPORTS TOTAL:ALL 2010-11 1533 USD_100_MILLION 34.9 on 2009-11',
          'IMPORTS TOTAL:ALL 2010-11 1304 USD_100_MILLION 37.7 on 2009-11',
        ],
      ],
      [
        'is passed for the first time on record',
        '2010-12-11',
        '11月份，汽车进口有记录以来首度超过100亿美元，达101亿美元。',
        ['IMPORTS "汽车" 2010-11 101 USD_100_MILLION'],
      ],
    ],
    'ZH',
  )
})

describe('a rate that Chinese texts say was kept above a bound', () => {
  testReadings(
    [
      [
        'is none of two partners',
        '2021-11-20',
        '前10个月，我国对欧盟进出口增速高达20.4%，对东盟和韩国进出口增速保持15%以上。',
        ['TRADE PARTNER:EU 2021-01/2021-10 20.4 on 2020-01/2020-10'],
      ],
    ],
    'ZH',
  )
})
