import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese names of all trade are no category', () => {
  testReadings(
    [
      [
        'before a flow, with a word between them',
        '2010-08-11',
        '今年1—7月，我国对外贸易累计进出口总值16170亿美元，比去年同期增长40.9%。其中出口8504亿美元，增长35.6%；累计贸易顺差838亿美元，减少21.2%。',
        [
          'TRADE TOTAL:ALL 2010-01/2010-07 16170 USD_100_MILLION 40.9 on 2009-01/2009-07',
          'EXPORTS TOTAL:ALL 2010-01/2010-07 8504 USD_100_MILLION 35.6 on 2009-01/2009-07',
          'BALANCE TOTAL:ALL 2010-01/2010-07 838 USD_100_MILLION -21.2 on 2009-01/2009-07',
        ],
      ],
      [
        'before a flow, without the nation',
        '2011-06-11',
        '前5个月，对外贸易累计出口7123亿美元，增长25.5%。',
        ['EXPORTS TOTAL:ALL 2011-01/2011-05 7123 USD_100_MILLION 25.5 on 2010-01/2010-05'],
      ],
      [
        'nor is a word before a year',
        '2024-01-15',
        '2023年我国进出口41.76万亿元。放眼长远，从2007年货物贸易进出口总额首次超过2万亿美元，到2021年突破39万亿元大关，外贸规模不断扩大。',
        ['TRADE TOTAL:ALL 2023 41.76 CNY_TRILLION'],
      ],
    ],
    'ZH',
  )
})
