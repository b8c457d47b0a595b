import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('traditional characters', () => {
  testReadings(
    [
      [
        'are read as simplified ones',
        '2026-03-10',
        '前兩個月，中國出口6565億美元，同比增長21.8%；對歐盟出口增長27.8%。',
        [
          'EXPORTS TOTAL:ALL 2026-01/2026-02 6565 USD_100_MILLION 21.8 on 2025-01/2025-02',
          'EXPORTS PARTNER:EU 2026-01/2026-02 27.8 on 2025-01/2025-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a pace that is compared with an earlier one', () => {
  testReadings(
    [
      [
        'is no base of the next change',
        '2026-03-10',
        '前两个月，中国出口6565亿美元，同比增长21.8%，增速较去年12月加快，对欧盟出口增长27.8%。',
        [
          'EXPORTS TOTAL:ALL 2026-01/2026-02 6565 USD_100_MILLION 21.8 on 2025-01/2025-02',
          'EXPORTS PARTNER:EU 2026-01/2026-02 27.8 on 2025-01/2025-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a sentence that begins with a comparison', () => {
  testReadings(
    [
      [
        'has all its changes against that',
        '2010-04-10',
        '今年一季度，我国外贸恢复增长。与2008年一季度相比，今年一季度进出口总值增长8.2%；出口增长3.4%，进口增长13.8%。',
        [
          'TRADE TOTAL:ALL 2010-Q1 8.2 on 2008-Q1',
          'EXPORTS TOTAL:ALL 2010-Q1 3.4 on 2008-Q1',
          'IMPORTS TOTAL:ALL 2010-Q1 13.8 on 2008-Q1',
        ],
      ],
      [
        'is against a year earlier before its own period',
        '2010-04-10',
        '与去年同期相比，今年一季度我国进出口总值增长44.1%；出口增长28.7%。',
        ['TRADE TOTAL:ALL 2010-Q1 44.1 on 2009-Q1', 'EXPORTS TOTAL:ALL 2010-Q1 28.7 on 2009-Q1'],
      ],
    ],
    'ZH',
  )
})

describe('the words for the whole of a share', () => {
  testReadings(
    [
      [
        'are no category',
        '2025-04-14',
        '一季度，东盟继续稳居我国第一大贸易伙伴地位，进出口总值为1.71万亿元，同比增长7.1%，在我国外贸比重提升到16.6%。',
        ['TRADE PARTNER:ASEAN 2025-Q1 1.71 CNY_TRILLION 7.1 on 2024-Q1 share 16.6 of TRADE'],
      ],
    ],
    'ZH',
  )
})

describe('an amount by the minute', () => {
  testReadings(
    [
      [
        'is no figure',
        '2025-04-14',
        '一季度，我国对欧盟进出口1.3万亿元，增长1.4%，相当于每分钟都有超过1000万元的贸易往来。',
        ['TRADE PARTNER:EU 2025-Q1 1.3 CNY_TRILLION 1.4 on 2024-Q1'],
      ],
    ],
    'ZH',
  )
})
