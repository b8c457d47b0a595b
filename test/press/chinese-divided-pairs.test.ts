import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('two Chinese values with a comma between them', () => {
  testReadings(
    [
      [
        'have years of their own, and a change over all of them',
        '2024-08-14',
        '我国对非洲进出口由2013年的1.3万亿元，扩大到2023年的1.98万亿元，累计增长了52.3%。',
        ['TRADE PARTNER:AFRICA 2013 1.3 CNY_TRILLION', 'TRADE PARTNER:AFRICA 2023 1.98 CNY_TRILLION 52.3 on 2013'],
      ],
      [
        'have a change that may be over all of them',
        '2024-08-14',
        '我国对东盟进出口由2014年的2.95万亿元增长到2023年的6.41万亿元，增长117%；对非洲进出口1.98万亿元，增长1.5%。',
        [
          'TRADE PARTNER:ASEAN 2014 2.95 CNY_TRILLION',
          'TRADE PARTNER:ASEAN 2023 6.41 CNY_TRILLION',
          'TRADE PARTNER:AFRICA 2023 1.98 CNY_TRILLION 1.5 on 2022',
        ],
      ],
      [
        'are shares, not a rate',
        '2024-08-14',
        '民营企业占我国外贸总值的比重从2012年的30%，提升到2023年的53.5%。',
        [
          'TRADE ENTERPRISE_TYPE:PRIVATE 2012 share 30 of TRADE',
          'TRADE ENTERPRISE_TYPE:PRIVATE 2023 share 53.5 of TRADE',
        ],
      ],
      [
        'are an earlier one and that of the month',
        '2024-08-14',
        '7月份，我国出口增速由8.6%，回落到7%。贸易顺差由990亿美元，缩小到846亿美元。',
        ['EXPORTS TOTAL:ALL 2024-07 7 on 2023-07', 'BALANCE TOTAL:ALL 2024-07 846 USD_100_MILLION'],
      ],
    ],
    'ZH',
  )
})
