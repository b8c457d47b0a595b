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
      [
        'follows several that an earlier year has passed',
        '2023-01-13',
        '2022年，我国进出口42万亿元，增长7.7%。而在2018年，我国出口额连续跨过15万亿、16万亿元两大关口，达到16.4万亿元。2010年出口额接连突破9万亿、10万亿元大关，达到10.7万亿元。民营企业出口14万亿元。',
        [
          'TRADE TOTAL:ALL 2022 42 CNY_TRILLION 7.7 on 2021',
          'EXPORTS TOTAL:ALL 2018 16.4 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2010 10.7 CNY_TRILLION',
          'EXPORTS ENTERPRISE_TYPE:PRIVATE 2022 14 CNY_TRILLION',
        ],
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
