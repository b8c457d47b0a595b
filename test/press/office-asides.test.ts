import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an aside', () => {
  testReadings([
    [
      "on a cumulative basis leaves its period at the paragraph's end",
      '2022-12-09',
      [
        "Sri Lanka's exports declined by 11.9 per cent in October 2022. On a cumulative basis, export earnings increased by 8.9 per cent to US dollars 11,032 million during January to October 2022.",
        'Industrial exports: Earnings from rubber fell by 13.3 per cent to US dollars 819 million. Earnings from tourism rose to US dollars 76 million.',
      ].join('\n'),
      [
        'EXPORTS "total" 2022-10 -11.9 on 2021-10',
        'EXPORTS "total" 2022-01/2022-10 11032 USD_MILLION 8.9 on 2021-01/2021-10',
        'EXPORTS "rubber" 2022-10 819 USD_MILLION -13.3 on 2021-10',
      ],
    ],
  ])
})

describe('a part', () => {
  testReadings([
    [
      'has no share of all trade',
      '2024-06-15',
      "Norway's imports of passenger cars rose by 14.2 per cent in May 2024 to NOK 5.2 billion; electric cars made up 88 per cent.",
      ['IMPORTS "passenger cars" 2024-05 5.2 NOK_BILLION 14.2 on 2023-05'],
    ],
  ])
})

describe('a sentence', () => {
  testReadings([
    [
      'does not end within an amount',
      '2016-09-15',
      "India's exports were US $ 22 billion in August 2016. Exports of services were valued at US $ 13.52 billion (Rs. 0.91 lakh crore) and imports at US $ 8.05 billion.",
      ['EXPORTS "total" 2016-08 22 USD_BILLION'],
    ],
  ])
})

describe('a balance', () => {
  testReadings([
    [
      'of a part is in deficit',
      '2019-06-20',
      "Spain's trade deficit came to 25,446 million euros in May 2019. The non-energy balance was in deficit by 7,910.2 million euros.",
      ['BALANCE "total" 2019-05 -25446 EUR_MILLION', 'BALANCE "non-energy" 2019-05 -7910.2 EUR_MILLION'],
    ],
    [
      'was a surplus in the month before a deficit',
      '2024-03-20',
      "Hong Kong's trade was weak. Hong Kong recorded a 3.51 billion Hong Kong dollars deficit in February 2024 after a 2.54 billion dlr surplus in January.",
      ['BALANCE "total" 2024-02 -3.51 HKD_BILLION', 'BALANCE "total" 2024-01 2.54 HKD_BILLION'],
    ],
  ])
})

describe('a cause', () => {
  testReadings([
    [
      'names no goods',
      '2019-02-07',
      'Finnish imports from Russia rose by 18.4 per cent in December 2018 due to energy products and totalled 771 million euros.',
      ['IMPORTS "Russia" 2018-12 18.4 on 2017-12'],
    ],
  ])
})

describe('an estimate', () => {
  testReadings([
    [
      'is no figure',
      '2024-07-01',
      'Finland exported goods worth 5 billion euros in May 2024. The ministry is estimating exports of 6 billion euros in June 2024.',
      ['EXPORTS "total" 2024-05 5 EUR_BILLION'],
    ],
  ])
})
