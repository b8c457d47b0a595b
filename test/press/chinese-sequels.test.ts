import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese levels behind the amount of their change', () => {
  testReadings(
    [
      [
        'a level behind the amount of its rise',
        '2022-09-20',
        '2022年1至8月，全省出口总值增加12亿元，达到66亿元。',
        ['EXPORTS "total" 2022-01/2022-08 66 CNY_100_MILLION'],
      ],
      [
        'a level behind the amount of a rise of the surplus',
        '2022-09-20',
        '2022年1至8月，全省贸易顺差增加12亿元至66亿元。',
        ['BALANCE "total" 2022-01/2022-08 66 CNY_100_MILLION'],
      ],
      [
        'no amounts of a difference to another or to a month',
        '2022-09-20',
        '2022年1至8月，全省进口66亿元，贸易顺差较上月多3亿元，高出机电产品顺差1.2亿元。',
        ['IMPORTS "total" 2022-01/2022-08 66 CNY_100_MILLION'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese values beside quantities', () => {
  testReadings(
    [
      [
        'rates of a quantity and a value told together',
        '2022-09-20',
        '2022年1至8月，全省汽车出口量值分别增长15%和18%。',
        [
          'EXPORT_QUANTITY "汽车" 2022-01/2022-08 15 on 2021-01/2021-08',
          'EXPORTS "汽车" 2022-01/2022-08 18 on 2021-01/2021-08',
        ],
      ],
      [
        'the rate of a value behind a quantity',
        '2013-12-11',
        '今年前10月，我国累计进口合成纤维31.6万吨，同比增长15.6%，货值同比增长13.3%。',
        [
          'IMPORT_QUANTITY "合成纤维" 2013-01/2013-10 31.6 TONNE_10_THOUSAND 15.6 on 2012-01/2012-10',
          'IMPORTS "合成纤维" 2013-01/2013-10 13.3 on 2012-01/2012-10',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese words of other papers', () => {
  testReadings(
    [
      [
        'the first quarter as 首季, with falls as 减幅 and 衰退',
        '2023-04-13',
        '首季大陆外贸进出口总额为1兆4388亿美元，较去年同期减幅2.8%；进口总值6171.3亿美元，较去年同期衰退7.2%。',
        [
          'TRADE TOTAL:ALL 2023-Q1 14388 USD_100_MILLION -2.8 on 2022-Q1',
          'IMPORTS TOTAL:ALL 2023-Q1 6171.3 USD_100_MILLION -7.2 on 2022-Q1',
        ],
      ],
      [
        'no share in words as the trade of all',
        '2007-11-23',
        '前十月，中国高新技术产品进出口总额至5115.2亿美元，同比增长20.8%，占全国外贸比重逾二成九。其中，出口2778亿美元，较去年同期增长24.7%。',
        [
          'TRADE "高新技术产品" 2007-01/2007-10 5115.2 USD_100_MILLION 20.8 on 2006-01/2006-10',
          'EXPORTS "高新技术产品" 2007-01/2007-10 2778 USD_100_MILLION 24.7 on 2006-01/2006-10',
        ],
      ],
      [
        'no period of a low base',
        '2022-09-20',
        '8月，当月我国手机出口量同比下降3.2%，但受平均单价增长及上年低基数影响，手机出口额同比增长21.4%至90.2亿美元。',
        [
          'EXPORT_QUANTITY "手机" 2022-08 -3.2 on 2021-08',
          'EXPORTS "手机" 2022-08 90.2 USD_100_MILLION 21.4 on 2021-08',
        ],
      ],
    ],
    'ZH',
  )
})
