import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('同期 behind a year of Chinese texts', () => {
  testReadings(
    [
      [
        'names the share of a year earlier',
        '2024-06-14',
        '前5个月，集成电路出口4447亿元，占出口总值的4.5%，上年同期这一比重为3.8%。汽车出口3270亿元，增长20%。',
        [
          'EXPORTS "集成电路" 2024-01/2024-05 4447 CNY_100_MILLION share 4.5 of EXPORTS',
          'EXPORTS "集成电路" 2023-01/2023-05 share 3.8 of EXPORTS',
          'EXPORTS "汽车" 2024-01/2024-05 3270 CNY_100_MILLION 20 on 2023-01/2023-05',
        ],
      ],
      [
        'is of the year that it follows',
        '2024-06-14',
        '5月份，我国贸易顺差826亿美元，2019年同月为417亿美元。',
        ['BALANCE TOTAL:ALL 2024-05 826 USD_100_MILLION', 'BALANCE TOTAL:ALL 2019-05 417 USD_100_MILLION'],
      ],
      [
        'is of that year in a comparison too',
        '2024-06-14',
        '前5个月，我国出口9.95万亿元，较2019年同期的6.5万亿元明显扩大。',
        ['EXPORTS TOTAL:ALL 2024-01/2024-05 9.95 CNY_TRILLION', 'EXPORTS TOTAL:ALL 2019-01/2019-05 6.5 CNY_TRILLION'],
      ],
    ],
    'ZH',
  )
})
