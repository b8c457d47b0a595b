import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a flow behind its amount and a conversion', () => {
  testReadings([
    [
      'the trade of a province behind an amount and its conversion',
      '2025-09-10',
      'Overall, Guangdong handled 6.22 trillion yuan (US$870.97 billion) in imports and exports in the first eight months of the year, a 4.3 percent rise.',
      ['TRADE "total" 2025-01/2025-08 6.22 CNY_TRILLION 4.3 on 2024-01/2024-08'],
    ],
    [
      'two flows, each behind an amount and its conversion',
      '2017-12-25',
      'In November, Guangdong recorded 6.23 billion yuan (about 872.97 million U.S. dollars) in exports and 2.1 billion yuan (0.3 billion U.S. dollars) in imports.',
      ['EXPORTS "total" 2017-11 6.23 CNY_BILLION', 'IMPORTS "total" 2017-11 2.1 CNY_BILLION'],
    ],
  ])
})

describe('figures of one category in one sentence', () => {
  testReadings([
    [
      'the flows of a trade that includes them',
      '2018-04-10',
      "In 2017, the imports and exports of Xiamen's foreign-funded enterprises were 231.986 billion yuan, up 13.7% compared with 2016, including exports of 134.592 billion yuan and imports of 97.294 billion yuan, up by 11.1% and 17.6% respectively.",
      [
        'TRADE "foreign-funded enterprises" 2017 231.986 CNY_BILLION 13.7 on 2016',
        'EXPORTS "foreign-funded enterprises" 2017 134.592 CNY_BILLION 11.1 on 2016',
        'IMPORTS "foreign-funded enterprises" 2017 97.294 CNY_BILLION 17.6 on 2016',
      ],
    ],
    [
      'the other flow of the same goods',
      '2007-07-11',
      "From January to May, China's exports of agricultural products rose to US$14.43 billion, up 22.4 percent, while imports rose by 12.3 percent to US$14.93 billion.",
      [
        'EXPORTS "agricultural products" 2007-01/2007-05 14.43 USD_BILLION 22.4 on 2006-01/2006-05',
        'IMPORTS "agricultural products" 2007-01/2007-05 14.93 USD_BILLION 12.3 on 2006-01/2006-05',
      ],
    ],
    [
      'goods of an export amount',
      '2019-10-14',
      'According to customs statistics of China, the export amount of furniture and its parts in September was RMB28.62 billion.',
      ['EXPORTS "furniture and its parts" 2019-09 28.62 CNY_BILLION'],
    ],
  ])
})

describe('spellings of English texts', () => {
  testReadings([
    [
      'a grave accent as an apostrophe',
      '2009-11-05',
      'China`s trade surplus stood at $135.6 billion for the first nine months of 2009, falling 25 per cent.',
      ['BALANCE TOTAL:ALL 2009-01/2009-09 135.6 USD_BILLION -25 on 2008-01/2008-09'],
    ],
    [
      'an ampersand between the flows',
      '2017-12-25',
      "Hangzhou's exports & imports combined rose 13.7% YoY to CNY 460.34 billion in the first eleven months.",
      ['TRADE "total" 2017-01/2017-11 460.34 CNY_BILLION 13.7 on 2016-01/2016-11'],
    ],
    [
      'one scale for two amounts',
      '2006-11-14',
      "In the first ten months of 2006, China's exports and imports increased 26.7 percent and 20.8 percent to US$779.39 and US$645.76 billion respectively.",
      [
        'EXPORTS TOTAL:ALL 2006-01/2006-10 779.39 USD_BILLION 26.7 on 2005-01/2005-10',
        'IMPORTS TOTAL:ALL 2006-01/2006-10 645.76 USD_BILLION 20.8 on 2005-01/2005-10',
      ],
    ],
    [
      'three quarters that end with a month',
      '2020-10-26',
      "In the three quarters ending September, China's foreign trade was 2.54 trillion yuan, an annual increase of 1.6 percent.",
      ['TRADE TOTAL:ALL 2020-01/2020-09 2.54 CNY_TRILLION 1.6 on 2019-01/2019-09'],
    ],
  ])
})
