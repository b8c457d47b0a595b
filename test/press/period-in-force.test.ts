import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('"the same period" behind a month is the months up to it', () => {
  testReadings([
    [
      'where a part would exceed all trade of the month',
      '2020-06-08',
      "China's foreign trade of goods decreased by 4.8 percent year on year in May to 2.37 trillion yuan. In the first five months, it dropped by 4.8 percent to 11.44 trillion yuan. In May, trade with ASEAN was up by 4.1 percent to 0.4 trillion yuan. During the same period, the foreign trade of private enterprises expanded by 1.7 percent to 5.01 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2020-05 2.37 CNY_TRILLION -4.8 on 2019-05',
        'TRADE TOTAL:ALL 2020-01/2020-05 11.44 CNY_TRILLION -4.8 on 2019-01/2019-05',
        'TRADE PARTNER:ASEAN 2020-05 0.4 CNY_TRILLION 4.1 on 2019-05',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2020-01/2020-05 5.01 CNY_TRILLION 1.7 on 2019-01/2019-05',
      ],
    ],
    [
      'but not where the part fits in the month',
      '2020-06-08',
      "China's foreign trade of goods decreased by 4.8 percent year on year in May to 2.37 trillion yuan. In the first five months, it dropped by 4.8 percent to 11.44 trillion yuan. In May, trade with ASEAN was up by 4.1 percent to 0.4 trillion yuan. During the same period, the foreign trade of private enterprises expanded by 1.7 percent to 1.01 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2020-05 2.37 CNY_TRILLION -4.8 on 2019-05',
        'TRADE TOTAL:ALL 2020-01/2020-05 11.44 CNY_TRILLION -4.8 on 2019-01/2019-05',
        'TRADE PARTNER:ASEAN 2020-05 0.4 CNY_TRILLION 4.1 on 2019-05',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2020-05 1.01 CNY_TRILLION 1.7 on 2019-05',
      ],
    ],
  ])
})

describe('同期 behind a month is', () => {
  testReadings(
    [
      [
        'the months up to it where a part would exceed all trade of the month',
        '2021-09-22',
        '今年1-8月苏州市外贸进出口15791.2亿元人民币，增长12.1%。8月份，苏州市进出口2159.8亿元人民币，同比增长9%。8月份民营企业外贸同比增长23.1%。同期，全市外商投资企业进出口10478.8亿元，增长8%，占全市外贸总值的66.4%。',
        [
          'TRADE "total" 2021-01/2021-08 15791.2 CNY_100_MILLION 12.1 on 2020-01/2020-08',
          'TRADE "total" 2021-08 2159.8 CNY_100_MILLION 9 on 2020-08',
          'TRADE "民营企业" 2021-08 23.1 on 2020-08',
          'TRADE "外商投资企业" 2021-01/2021-08 10478.8 CNY_100_MILLION 8 on 2020-01/2020-08 share 66.4 of TRADE',
        ],
      ],
    ],
    'ZH',
  )
})

describe('A sentence without a period, behind one about a month, is of the longer period for', () => {
  testReadings(
    [
      [
        'a part larger than all trade of the month',
        '2024-08-07',
        '前7个月，我国进出口24.83万亿元，增长6.2%。7月份，进出口3.68万亿元，增长6.5%。其中，出口2.14万亿元，增长6.5%；进口1.54万亿元，增长6.6%。一般贸易进出口16.09万亿元，增长5.2%，占64.8%。民营企业进出口13.73万亿元，增长10.9%。对东盟进出口增长10.5%。',
        [
          'TRADE TOTAL:ALL 2024-01/2024-07 24.83 CNY_TRILLION 6.2 on 2023-01/2023-07',
          'TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION 6.5 on 2023-07',
          'EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07',
          'IMPORTS TOTAL:ALL 2024-07 1.54 CNY_TRILLION 6.6 on 2023-07',
          'TRADE REGIME:ORDINARY 2024-01/2024-07 16.09 CNY_TRILLION 5.2 on 2023-01/2023-07 share 64.8 of TRADE',
          'TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-07 13.73 CNY_TRILLION 10.9 on 2023-01/2023-07',
          'TRADE PARTNER:ASEAN 2024-01/2024-07 10.5 on 2023-01/2023-07',
        ],
      ],
      [
        'a part whose share tells of what total',
        '2024-10-14',
        '前三季度，我国进出口32.33万亿元，增长5.3%。分季度看，一、二、三季度进出口分别为10.15万亿元、10.98万亿元和11.2万亿元，同比分别增长5%、7.4%和3.6%。同期，我国对东盟进出口5.09万亿元，增长9.4%，占我国外贸总值的15.8%。',
        [
          'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION 5.3 on 2023-01/2023-09',
          'TRADE TOTAL:ALL 2024-Q1 10.15 CNY_TRILLION 5 on 2023-Q1',
          'TRADE TOTAL:ALL 2024-Q2 10.98 CNY_TRILLION 7.4 on 2023-Q2',
          'TRADE TOTAL:ALL 2024-Q3 11.2 CNY_TRILLION 3.6 on 2023-Q3',
          'TRADE PARTNER:ASEAN 2024-01/2024-09 5.09 CNY_TRILLION 9.4 on 2023-01/2023-09 share 15.8 of TRADE',
        ],
      ],
      [
        'exports larger than the trade of the month',
        '2025-01-13',
        '2024年，我国进出口总值43.85万亿元，同比增长5%。其中，四季度进出口11.51万亿元，创季度新高；12月份规模突破4万亿元、达4.07万亿元。出口规模达到25.45万亿元，增长7.1%，连续8年保持增长。',
        [
          'TRADE TOTAL:ALL 2024 43.85 CNY_TRILLION 5 on 2023',
          'TRADE TOTAL:ALL 2024-Q4 11.51 CNY_TRILLION',
          'TRADE TOTAL:ALL 2024-12 4.07 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2024 25.45 CNY_TRILLION 7.1 on 2023',
        ],
      ],
      [
        'but not a part that fits in the month',
        '2024-08-07',
        '前7个月，我国进出口24.83万亿元，增长6.2%。7月份，进出口3.68万亿元，增长6.5%。机电产品出口1.26万亿元，增长10%。民营企业进出口2.03万亿元，增长8.9%，占55.3%。',
        [
          'TRADE TOTAL:ALL 2024-01/2024-07 24.83 CNY_TRILLION 6.2 on 2023-01/2023-07',
          'TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION 6.5 on 2023-07',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-07 1.26 CNY_TRILLION 10 on 2023-07',
          'TRADE ENTERPRISE_TYPE:PRIVATE 2024-07 2.03 CNY_TRILLION 8.9 on 2023-07 share 55.3 of TRADE',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a part behind a year is', () => {
  testReadings([
    [
      'of its last month where it has the share of that',
      '2024-01-26',
      'Thai exports rose 4.1 percent to US$25.3 billion in December 2023.\nExports for the whole of last year fell 1 percent to US$284.6 billion.\nShipments of rubber, which accounted for 4.3 percent of all exports, grew 3.2 percent to US$1.09 billion. Shipments of rice rose 8.6 percent, the monthly report showed.',
      [
        'EXPORTS "total" 2023-12 25.3 USD_BILLION 4.1 on 2022-12',
        'EXPORTS "total" 2023 284.6 USD_BILLION -1 on 2022',
        'EXPORTS "rubber" 2023-12 1.09 USD_BILLION 3.2 on 2022-12 share 4.3 of EXPORTS',
        'EXPORTS "rice" 2023-12 8.6 on 2022-12',
      ],
    ],
    [
      'of the year where it has no share of its last month',
      '2024-01-26',
      'Thai exports rose 4.1 percent to US$25.3 billion in December 2023.\nExports for the whole of last year fell 1 percent to US$284.6 billion.\nShipments of rubber, which accounted for 4.3 percent of all exports, grew 3.2 percent to US$12.2 billion. Shipments of rice rose 8.6 percent, the monthly report showed.',
      [
        'EXPORTS "total" 2023-12 25.3 USD_BILLION 4.1 on 2022-12',
        'EXPORTS "total" 2023 284.6 USD_BILLION -1 on 2022',
        'EXPORTS "rubber" 2023 12.2 USD_BILLION 3.2 on 2022 share 4.3 of EXPORTS',
        'EXPORTS "rice" 2023 8.6 on 2022',
      ],
    ],
  ])
})
