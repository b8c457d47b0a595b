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
