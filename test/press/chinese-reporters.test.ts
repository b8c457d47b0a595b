import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a city that leads the trade of the nation', () => {
  testReadings(
    [
      [
        'is the reporter of its own trade',
        '2025-08-20',
        '深圳續居中國外貿城市首位\n深圳海關19日發布的統計數據顯示，前7個月，深圳累計進出口2.58兆元（人民幣，下同）。其中，出口1.56兆元；進口1.02兆元。同期，保稅物流進出口6992.8億元，增長13.7%，占27.1%。',
        [
          'TRADE "total" 2025-01/2025-07 2.58 CNY_TRILLION',
          'EXPORTS "total" 2025-01/2025-07 1.56 CNY_TRILLION',
          'IMPORTS "total" 2025-01/2025-07 1.02 CNY_TRILLION',
          'TRADE "保稅物流" 2025-01/2025-07 6992.8 CNY_100_MILLION 13.7 on 2024-01/2024-07 share 27.1 of TRADE',
        ],
      ],
    ],
    'ZH',
  )
})

describe('what is caused', () => {
  testReadings(
    [
      [
        'is no category',
        '2014-03-08',
        '许多企业在正月十五以后才陆续恢复正常生产，造成出口规模的下降；但同时企业为了生产或者经营的需要，进口活动没有暂停，如今年2月进口同比就增长了7%。',
        ['IMPORTS TOTAL:ALL 2014-02 7 on 2013-02'],
      ],
    ],
    'ZH',
  )
})

describe('a nation with a doubled sign', () => {
  testReadings(
    [
      [
        'is the nation',
        '2023-06-07',
        '今年5月份中国国进出口5011.9亿美元，同比下降6.2%。',
        ['TRADE TOTAL:ALL 2023-05 5011.9 USD_100_MILLION -6.2 on 2022-05'],
      ],
    ],
    'ZH',
  )
})
