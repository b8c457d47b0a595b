import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a flow in an opening', () => {
  testReadings([
    [
      'is not what the sentence is about',
      '2024-11-29',
      'Spanish imports in October 2024. As for imports, Germany had the first place with EUR 3.9 billion, followed by France with EUR 3.4 billion.',
      ['IMPORTS "Germany" 2024-10 3.9 EUR_BILLION', 'IMPORTS "France" 2024-10 3.4 EUR_BILLION'],
    ],
    [
      'has its part as the subject',
      '2024-11-29',
      'Spanish exports in October 2024. Among exports, machinery grew 5% to EUR 3 bn and cars fell 2%.',
      ['EXPORTS "machinery" 2024-10 3 EUR_BILLION 5 on 2023-10', 'EXPORTS "cars" 2024-10 -2 on 2023-10'],
    ],
    [
      'is all of it where its value is the subject',
      '2024-11-29',
      'Spanish imports in October 2024. In imports of goods, the value reached EUR 30 bn.',
      ['IMPORTS "total" 2024-10 30 EUR_BILLION'],
    ],
    [
      'has a partner behind "those"',
      '2024-11-29',
      'Mexican exports in October 2024 grew. Within non-oil exports, those directed to the United States advanced 5.0% and those channelled to the rest of the world retreated 5.2%.',
      ['EXPORTS "United States" 2024-10 5.0 on 2023-10'],
    ],
    [
      'has its parts behind a colon, each with its numbers',
      '2024-11-29',
      'Imports of Malaysia in October 2024 by end use: intermediate goods, valued at RM64.8 billion or 55.8 per cent of total imports, rose 12.2 per cent; capital goods, RM12.9 billion or 11.1 per cent, fell 5.0 per cent.',
      [
        'IMPORTS "intermediate goods" 2024-10 64.8 MYR_BILLION 12.2 on 2023-10 share 55.8 of IMPORTS',
        'IMPORTS "capital goods" 2024-10 12.9 MYR_BILLION -5.0 on 2023-10 share 11.1 of IMPORTS',
      ],
    ],
    [
      'has rates without a sign beside those with one',
      '2024-11-29',
      "Ecuador's exports in October 2024. Traditional exports: shrimp, USD 579 million (-3.9%); bananas, USD 329 million (2.9%); and flowers, USD 88 million (2.4%).",
      [
        'EXPORTS "shrimp" 2024-10 579 USD_MILLION -3.9 on 2023-10',
        'EXPORTS "bananas" 2024-10 329 USD_MILLION 2.9 on 2023-10',
        'EXPORTS "flowers" 2024-10 88 USD_MILLION 2.4 on 2023-10',
      ],
    ],
  ])
})

describe('a subject', () => {
  testReadings([
    [
      'goes on behind what is inserted',
      '2024-11-29',
      'In October 2024, Spanish exports, including re-exports (EUR 2 bn), rose 3% to EUR 30 bn.',
      ['EXPORTS "re-exports" 2024-10 2 EUR_BILLION', 'EXPORTS "total" 2024-10 30 EUR_BILLION 3 on 2023-10'],
    ],
    [
      'that is not understood has the exports behind "its"',
      '2024-11-29',
      'In October 2024, Spanish exports were EUR 30 bn. In Spain, manufacturing achieved 87.2% of total exports, and its exports rose by 3.4%.',
      ['EXPORTS "total" 2024-10 30 EUR_BILLION'],
    ],
    [
      'of two flows is told behind their numbers',
      '2024-11-29',
      'In October 2024, total trade of Spain was EUR 43 billion, of which EUR 24 billion were exports and EUR 19 billion were imports.',
      [
        'TRADE "total" 2024-10 43 EUR_BILLION',
        'EXPORTS "total" 2024-10 24 EUR_BILLION',
        'IMPORTS "total" 2024-10 19 EUR_BILLION',
      ],
    ],
    [
      'before a bracket with an amount is no conversion of the one before',
      '2024-11-29',
      'In October 2024, Spanish re-exports (EUR 983 million) grew by 4.9%, whereas the value of domestic exports (EUR 167 million) declined by 3.4%.',
      [
        'EXPORTS "re-exports" 2024-10 983 EUR_MILLION 4.9 on 2023-10',
        'EXPORTS "domestic" 2024-10 167 EUR_MILLION -3.4 on 2023-10',
      ],
    ],
    [
      'in a bracket has its share, and its change behind it',
      '2024-11-29',
      'Belgian exports in October 2024 fell. Deliveries to Germany (28% of the total) declined 6%, those to France (15%) 3% and those to Italy (13%) 1%.',
      [
        'EXPORTS "Germany" 2024-10 -6 on 2023-10 share 28 of EXPORTS',
        'EXPORTS "France" 2024-10 -3 on 2023-10 share 15 of EXPORTS',
        'EXPORTS "Italy" 2024-10 -1 on 2023-10 share 13 of EXPORTS',
      ],
    ],
    [
      'is no insertion behind the first comma',
      '2024-01-09',
      "Taiwan's exports fell. In December exports to ASEAN, including Vietnam, expanded 6.8 percent.",
      ['EXPORTS "ASEAN" 2023-12 6.8 on 2022-12'],
    ],
  ])
})

describe('no total has', () => {
  testReadings([
    [
      'the rate of a sector in a bracket',
      '2024-11-29',
      'In October 2024, Tunisian exports amounted to EUR 3 bn. Exports fell in the mines, phosphates and derivatives sector (-22.5%).',
      ['EXPORTS "total" 2024-10 3 EUR_BILLION'],
    ],
    [
      'a signed amount of its goods',
      '2024-11-29',
      'South African exports in October 2024. The main month-on-month export movements: Mineral products: -R2.2 billion; Vehicles: +R1.1 billion.',
      [],
    ],
    [
      'an amount that a country is the source of for the most part',
      '2024-11-29',
      'In October 2024, Spain imported onions worth EUR 5.4 million, sourced from Portugal (99.1 percent).',
      ['IMPORTS "onions" 2024-10 5.4 EUR_MILLION'],
    ],
    [
      'words that are no name',
      '2024-11-29',
      'Australian exports in October 2024. The main components contributing to the rise in exports were gold (up $1,208m or 38.8%).',
      [],
    ],
  ])
})

describe('an amount', () => {
  testReadings([
    [
      'of a currency that is not known is not in dollars',
      '2024-11-29',
      "Guyana's exports in October 2024 stood at X$10.3 billion, an increase of 12.6 percent month-on-month, whereas imports decreased by 0.7 percent to X$13.8 billion.",
      ['EXPORTS "total" 2024-10 12.6 on 2024-09', 'IMPORTS "total" 2024-10 -0.7 on 2024-09'],
    ],
    [
      'with a letter for its currency is in that of the economy',
      '2024-11-29',
      "Papua New Guinea's exports increased by 10.4 percent to K27.9 billion in September 2024 from K25.3 billion in August 2024.",
      ['EXPORTS "total" 2024-09 27.9 PGK_BILLION 10.4 on 2024-08', 'EXPORTS "total" 2024-08 25.3 PGK_BILLION'],
    ],
    [
      'in rupees of an economy without rupees has no unit',
      '2024-11-29',
      'In October 2024, exports of Kenya were Rs 9,412 million. Trade of Kenya rose by 2%. Kenya sold to Togo.',
      ['TRADE "total" 2024-10 2 on 2023-10'],
    ],
    [
      'of litres is none of money',
      '2024-11-20',
      "In October 2024, Japan's imports were 9,888 billion yen. Imports of crude petroleum were 11.4 million kiloliters.",
      ['IMPORTS "total" 2024-10 9888 JPY_BILLION'],
    ],
  ])
})

describe('a balance', () => {
  testReadings([
    [
      'of goods is favourable or not by an amount',
      '2024-12-14',
      'In October 2024, the oil trade balance of Ecuador was unfavourable by USD 182 million, while the non-oil balance showed a surplus of USD 376 million.',
      ['BALANCE "oil" 2024-10 -182 USD_MILLION', 'BALANCE "non-oil" 2024-10 376 USD_MILLION'],
    ],
    [
      'may be passive',
      '2024-12-14',
      'In October 2024, the foreign trade balance of Uzbekistan was passive in the amount of USD 0.9 billion. Uzbekistan exported more.',
      ['BALANCE "total" 2024-10 -0.9 USD_BILLION'],
    ],
    [
      'of a union is one with it',
      '2024-11-27',
      'In October 2024, Swedish trade with countries outside the EU resulted in a surplus of SEK 28.1 billion, while EU trade generated a deficit of SEK 23.4 billion.',
      ['BALANCE "countries outside the EU" 2024-10 28.1 SEK_BILLION', 'BALANCE "EU" 2024-10 -23.4 SEK_BILLION'],
    ],
  ])
})

describe('a period', () => {
  testReadings([
    [
      'behind "over" may be the one reported on',
      '2024-12-13',
      'Belgian exports reached EUR 40.2 billion in September 2024.\nOver the first nine months of the year, exports contracted by 6.1% to EUR 362.0 billion.',
      [
        'EXPORTS "total" 2024-09 40.2 EUR_BILLION',
        'EXPORTS "total" 2024-01/2024-09 362.0 EUR_BILLION -6.1 on 2023-01/2023-09',
      ],
    ],
    [
      'may be so many months of a year',
      '2024-12-06',
      'Foreign trade of Viet Nam, 11 months of 2024\nFor 11 months of 2024, total trade of Viet Nam reached 715.55 billion USD, up 15.4% over the same period last year.',
      ['TRADE "total" 2024-01/2024-11 715.55 USD_BILLION 15.4 on 2023-01/2023-11'],
    ],
    [
      'of the title is not that of a paragraph behind figures of another',
      '2024-11-12',
      'Foreign trade of Tunisia, October 2024\nDuring the first ten months of 2024, Tunisian exports increased by 1.9% to EUR 15 billion.\nSimilarly, imports recorded an increase of 1.7% to stand at EUR 20 billion.',
      [
        'EXPORTS "total" 2024-01/2024-10 15 EUR_BILLION 1.9 on 2023-01/2023-10',
        'IMPORTS "total" 2024-01/2024-10 20 EUR_BILLION 1.7 on 2023-01/2023-10',
      ],
    ],
    [
      'is that of the level which a rate is higher than',
      '2024-10-20',
      "In September 2024, Malaysia's exports were worth RM124.1 billion, 5.2 percent higher than the RM118.0 billion recorded in August 2024 and 8.4 percent up on the RM114.5 billion recorded in September 2023.",
      [
        'EXPORTS "total" 2024-09 124.1 MYR_BILLION 5.2 on 2024-08 8.4 on 2023-09',
        'EXPORTS "total" 2024-08 118.0 MYR_BILLION',
        'EXPORTS "total" 2023-09 114.5 MYR_BILLION',
      ],
    ],
    [
      'of the second level is the base of a change between two',
      '2024-11-09',
      "Spain's exports increased by 10.4 percent to EUR 27.9 billion in September 2024 from EUR 25.3 billion in August 2024.",
      ['EXPORTS "total" 2024-09 27.9 EUR_BILLION 10.4 on 2024-08', 'EXPORTS "total" 2024-08 25.3 EUR_BILLION'],
    ],
    [
      'before "figure of" is the base and that of the level',
      '2024-11-09',
      "Spain's exports were EUR 27.9 billion in September 2024, a decline of 7.0 percent (EUR 2.1 billion) from the revised August 2024 figure of EUR 30 billion.",
      ['EXPORTS "total" 2024-09 27.9 EUR_BILLION -7.0 on 2024-08', 'EXPORTS "total" 2024-08 30 EUR_BILLION'],
    ],
    [
      'of a level behind "after" is not told',
      '2024-12-06',
      'French exports of aircraft came to 4.2 billion euros in October 2024, after 5.1 billion euros.',
      ['EXPORTS "aircraft" 2024-10 4.2 EUR_BILLION'],
    ],
  ])
})
