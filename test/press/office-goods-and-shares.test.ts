import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a list of goods with semicolons', () => {
  testReadings([
    [
      'has a rate and a level of each',
      '2014-04-22',
      "Sri Lanka's exports rose 6.2 percent in February 2014. Apparel exports climbed 6.6 percent to $396 million; tea, 11.7 percent to $115 million; and rubber, 3 percent to $10 million.",
      [
        'EXPORTS "total" 2014-02 6.2 on 2013-02',
        'EXPORTS "Apparel" 2014-02 396 USD_MILLION 6.6 on 2013-02',
        'EXPORTS "tea" 2014-02 115 USD_MILLION 11.7 on 2013-02',
        'EXPORTS "rubber" 2014-02 10 USD_MILLION 3 on 2013-02',
      ],
    ],
  ])
})

describe('goods with a share of the total', () => {
  testReadings([
    [
      'are of the flow that the text speaks of',
      '2024-05-20',
      "The Philippines' exports in March 2024 slipped by 7.3 percent. Electronic products, which made up 57.8 percent of the total, declined by 6.2 percent to $3.54 billion.",
      [
        'EXPORTS "total" 2024-03 -7.3 on 2023-03',
        'EXPORTS "Electronic products" 2024-03 3.54 USD_BILLION -6.2 on 2023-03 share 57.8 of EXPORTS',
      ],
    ],
  ])
})

describe('names at the head of a clause', () => {
  testReadings([
    [
      'have shares in their order',
      '2024-05-20',
      "Kenya's exports rose in March 2024. Food accounted for 50.2 per cent of exports, while machinery and consumer goods contributed 20.1 per cent and 19 per cent, respectively.",
      [
        'EXPORTS "Food" 2024-03 share 50.2 of EXPORTS',
        'EXPORTS "machinery" 2024-03 share 20.1 of EXPORTS',
        'EXPORTS "consumer goods" 2024-03 share 19 of EXPORTS',
      ],
    ],
  ])
})

describe('what a flow comprises', () => {
  testReadings([
    [
      'names no part of it',
      '2024-05-20',
      "In March 2024, Kenya's total exports, comprising domestic exports and re-exports, amounted to KSh 80 billion.",
      ['EXPORTS "total" 2024-03 80 KES_BILLION'],
    ],
  ])
})

describe('the first of a flow', () => {
  testReadings([
    [
      'is named behind the flow',
      '2024-05-20',
      "In Turkey's imports China ranked first with $4.1 billion in March 2024. It was followed by Russia with $3.9 billion.",
      ['IMPORTS "China" 2024-03 4.1 USD_BILLION', 'IMPORTS "Russia" 2024-03 3.9 USD_BILLION'],
    ],
  ])
})

describe('investment goods', () => {
  testReadings([
    [
      'are goods',
      '2014-04-22',
      "Sri Lanka's imports fell 6.2 percent in February 2014. Investment goods fell 17.7 percent to 292.6 million US dollars.",
      [
        'IMPORTS "total" 2014-02 -6.2 on 2013-02',
        'IMPORTS "Investment goods" 2014-02 292.6 USD_MILLION -17.7 on 2013-02',
      ],
    ],
  ])
})
