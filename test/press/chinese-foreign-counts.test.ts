import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a rate that is only so much', () => {
  testReadings(
    [
      [
        'names no category',
        '2022-07-15',
        '上半年，以人民币计，我国进出口总额达19.8万亿元，同比增长9.4%。4月份，进出口增速只有0.1%，5、6月份分别增长9.5%、14.3%。',
        [
          'TRADE TOTAL:ALL 2022-H1 19.8 CNY_TRILLION 9.4 on 2021-H1',
          'TRADE TOTAL:ALL 2022-04 0.1 on 2021-04',
          'TRADE TOTAL:ALL 2022-05 9.5 on 2021-05',
          'TRADE TOTAL:ALL 2022-06 14.3 on 2021-06',
        ],
      ],
      [
        'is read behind 仅有',
        '2022-07-15',
        '5月份，我国出口增幅仅有2.1%，进口增幅仅仅1.3%。',
        ['EXPORTS TOTAL:ALL 2022-05 2.1 on 2021-05', 'IMPORTS TOTAL:ALL 2022-05 1.3 on 2021-05'],
      ],
    ],
    'ZH',
  )
})

describe('words of reading a list', () => {
  testReadings(
    [
      [
        'name no category',
        '2025-07-15',
        '翻阅出口清单，上半年出口总值13万亿元，7.2%的增速尤为亮眼。',
        ['EXPORTS TOTAL:ALL 2025-H1 13 CNY_TRILLION 7.2 on 2024-H1'],
      ],
      [
        'are taken for 纵览 and 梳理',
        '2025-07-15',
        '纵览上半年数据，我国出口13万亿元，增长7.2%。梳理进口结构，进口8.79万亿元，下降2.7%。',
        [
          'EXPORTS TOTAL:ALL 2025-H1 13 CNY_TRILLION 7.2 on 2024-H1',
          'IMPORTS TOTAL:ALL 2025-H1 8.79 CNY_TRILLION -2.7 on 2024-H1',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the count of another country', () => {
  testReadings(
    [
      [
        "is not China's",
        '2026-01-14',
        '据中国海关统计，2025年我国对美国进出口4.01万亿元，占我国进出口总值的8.8%。据美方统计，2025年前10个月，美国对中国进出口3736.4亿美元，占美国进出口总值的7.8%。',
        ['TRADE PARTNER:US 2025 4.01 CNY_TRILLION share 8.8 of TRADE'],
      ],
      [
        'is not that of its statistics office',
        '2026-01-14',
        '2025年，我国对韩国进出口2.3万亿元，增长1.2%。据韩国海关统计，2025年韩国对中国出口1300亿美元，下降1.7%。',
        ['TRADE PARTNER:KR 2025 2.3 CNY_TRILLION 1.2 on 2024'],
      ],
      [
        'is none that its ministry counts',
        '2026-01-14',
        '据中国海关统计，2025年我国对美国进出口4.01万亿元。据美国商务部统计，2025年美国对华出口1063亿美元，自华进口3084亿美元。',
        ['TRADE PARTNER:US 2025 4.01 CNY_TRILLION'],
      ],
      [
        'is none in its own currency',
        '2026-01-14',
        '2025年我国对日本进出口2.29万亿元。日方统计显示，2025年日本对中国大陆出口18.8万亿日元，增长1.2%。',
        ['TRADE PARTNER:JP 2025 2.29 CNY_TRILLION'],
      ],
      [
        'has no share either',
        '2026-01-14',
        '2025年我国对韩国进出口2.3万亿元。据韩国产业通商资源部数据，韩国2025年对中国出口1300亿美元，占韩国出口总额的19%。',
        ['TRADE PARTNER:KR 2025 2.3 CNY_TRILLION'],
      ],
    ],
    'ZH',
  )
})

describe('a rate that even appears', () => {
  testReadings(
    [
      [
        'is that of its subject',
        '2012-11-15',
        '10月份，外贸同比增长7.3%，出口甚至出现了11.6%的两位数增长。',
        ['TRADE TOTAL:ALL 2012-10 7.3 on 2011-10', 'EXPORTS TOTAL:ALL 2012-10 11.6 on 2011-10'],
      ],
    ],
    'ZH',
  )
})
