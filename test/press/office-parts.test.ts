import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a period', () => {
  testReadings([
    [
      'of months up to one is none of that month',
      '2024-12-18',
      'Costa Rican goods exports grew 9% to November 2024',
      [],
    ],
    [
      '"as of" a month is of the year up to it',
      '2024-12-18',
      'As of November 2024, exports of goods from Costa Rica totaled US$18,251 million, 9% more than in the same period of 2023.',
      ['EXPORTS "total" 2024-01/2024-11 18251 USD_MILLION 9 on 2023-01/2023-11'],
    ],
    [
      'of a fiscal year is none of the calendar',
      '2024-12-18',
      "Kenya's total foreign trade declined by 0.2 percent to KSh 566 billion in the first four months of the current fiscal year.",
      [],
    ],
    [
      'is that of a heading which has nothing else',
      '2024-11-29',
      'Exports of Hungary in September 2024\nExports: EUR 12.6 billion (-1.1%)\nJanuary-September 2024\nExports: EUR 109.6 billion (-2.8%)',
      [
        'EXPORTS "total" 2024-09 12.6 EUR_BILLION -1.1 on 2023-09',
        'EXPORTS "total" 2024-01/2024-09 109.6 EUR_BILLION -2.8 on 2023-01/2023-09',
      ],
    ],
  ])
})

describe('an amount', () => {
  testReadings([
    [
      'by which a balance changed is no level',
      '2024-12-13',
      "In October 2024, Moldova's trade balance deficit totaled US$ 544.4 million, by US$ 98.7 million (+22.1%) more than in October 2023.",
      ['BALANCE "total" 2024-10 -544.4 USD_MILLION 22.1 on 2023-10'],
    ],
    [
      'in a bracket of the main increases is no level',
      '2024-12-09',
      "In October 2024, Malta's imports amounted to €710.3 million. The main increases in imports were directed from Italy (€121.1 million).",
      ['IMPORTS "total" 2024-10 710.3 EUR_MILLION'],
    ],
    [
      'with its share of exports has its change in a bracket',
      '2024-12-12',
      'In October 2024, Russian exports grew. Mineral products accounted for $21.9 billion of exports (-2.0%), metals $5.4 billion (+2.4%).',
      [
        'EXPORTS "Mineral products" 2024-10 21.9 USD_BILLION -2.0 on 2023-10',
        'EXPORTS "metals" 2024-10 5.4 USD_BILLION 2.4 on 2023-10',
      ],
    ],
    [
      'outside one kind of goods is no total',
      '2024-11-14',
      'In September 2024, Algerian exports reached USD 5.6 billion. Exports outside hydrocarbons stood at USD 0.8 billion.',
      ['EXPORTS "total" 2024-09 5.6 USD_BILLION', 'EXPORTS "outside hydrocarbons" 2024-09 0.8 USD_BILLION'],
    ],
    [
      'of customers is not their balance',
      '2024-11-14',
      'In September 2024, the balance of Algeria showed a surplus of USD 2.3 billion. Italy (USD 0.6 billion), Spain (USD 0.2 billion) and France (USD 0.1 billion) were known as rich.',
      ['BALANCE "total" 2024-09 2.3 USD_BILLION'],
    ],
    [
      'of the second of two who rank is not of the first',
      '2024-11-14',
      'In September 2024, Algerian exports rose. Italy was the top customer, and China the main supplier with USD 0.4 billion.',
      [],
    ],
    [
      'of the other flow may have its goods behind',
      '2024-11-29',
      'In October 2024, Montenegrin exports fell. In exports, the largest share was that of mineral fuels with EUR 132.6 million, and in imports Machinery and transport equipment with EUR 862.5 million.',
      [
        'EXPORTS "mineral fuels" 2024-10 132.6 EUR_MILLION',
        'IMPORTS "Machinery and transport equipment" 2024-10 862.5 EUR_MILLION',
      ],
    ],
    [
      'in a dollar is in that of the economy',
      '2024-10-29',
      "In August 2024, exports of Guyana stood at $230.4 million, 2% higher than in August 2023. Guyana's imports rose 3%.",
      ['EXPORTS "total" 2024-08 230.4 GYD_MILLION 2 on 2023-08', 'IMPORTS "total" 2024-08 3 on 2023-08'],
    ],
  ])
})

describe('the largest', () => {
  testReadings([
    [
      'goes on with what is third',
      '2024-11-25',
      'In September 2024, Kuwaiti imports rose. China ranked first in terms of imports, with 20.2 per cent of the total, the UAE came second with 9.6 per cent and the USA third with 8.1 per cent.',
      [
        'IMPORTS "China" 2024-09 share 20.2 of IMPORTS',
        'IMPORTS "UAE" 2024-09 share 9.6 of IMPORTS',
        'IMPORTS "USA" 2024-09 share 8.1 of IMPORTS',
      ],
    ],
    [
      'is the highest, with the next in second place',
      '2024-12-04',
      "In September 2024, Ghana's exports rose. The United Arab Emirates accounted for the highest share of exports (24.9%), with Switzerland in second place (21.3%) and South Africa in third (12.0%).",
      [
        'EXPORTS "United Arab Emirates" 2024-09 share 24.9 of EXPORTS',
        'EXPORTS "Switzerland" 2024-09 share 21.3 of EXPORTS',
        'EXPORTS "South Africa" 2024-09 share 12.0 of EXPORTS',
      ],
    ],
    [
      'is what contributed most',
      '2024-12-04',
      "In September 2024, Ghana's exports rose. Gold bullion contributed the most to exports with US$ 3.1 billion, followed by crude petroleum (US$ 982.4 million; 17.5%).",
      [
        'EXPORTS "Gold bullion" 2024-09 3.1 USD_BILLION',
        'EXPORTS "crude petroleum" 2024-09 982.4 USD_MILLION share 17.5 of EXPORTS',
      ],
    ],
    [
      'are held by several',
      '2024-12-10',
      "In October 2024, Estonian exports fell. The largest shares in Estonia's exports of goods were held by electrical equipment (15% of total exports) and wood (11%).",
      ['EXPORTS "electrical equipment" 2024-10 share 15 of EXPORTS', 'EXPORTS "wood" 2024-10 share 11 of EXPORTS'],
    ],
    [
      'stands behind a colon',
      '2024-10-29',
      "In August 2024, Ecuador's exports rose. The top five exports were: shrimp (USD 31.2 million), bananas (USD 25.0 million) and cocoa (USD 4.8 million).",
      [
        'EXPORTS "shrimp" 2024-08 31.2 USD_MILLION',
        'EXPORTS "bananas" 2024-08 25.0 USD_MILLION',
        'EXPORTS "cocoa" 2024-08 4.8 USD_MILLION',
      ],
    ],
  ])
})

describe('an economy', () => {
  testReadings([
    [
      'is not the one that its exports go to',
      '2024-12-29',
      'External trade in goods of Palestine\nExports in October 2024 decreased by 9%, and reached USD 131.4 million. Exports to Israel decreased by 12%. Exports to Israel represented 86% of total exports. Imports from Israel represented 57% of total imports.',
      [
        'EXPORTS "total" 2024-10 131.4 USD_MILLION -9 on 2023-10',
        'EXPORTS "Israel" 2024-10 -12 on 2023-10 share 86 of EXPORTS',
        'IMPORTS "Israel" 2024-10 share 57 of IMPORTS',
      ],
    ],
    [
      'has not the office of another with the same short form',
      '2024-11-14',
      'In September 2024, Algerian exports reached USD 5.6 billion, the National Office of Statistics (ONS) reported. The ONS said more. Exports to the UK rose 2%.',
      ['EXPORTS "total" 2024-09 5.6 USD_BILLION', 'EXPORTS "UK" 2024-09 2 on 2023-09'],
    ],
    [
      'is the only one of the title',
      '2024-12-09',
      'Foreign trade of goods, Uzbekistan\nIn October 2024, exports amounted to USD 1.6 billion.',
      ['EXPORTS "total" 2024-10 1.6 USD_BILLION'],
    ],
    [
      'is no part of the goods',
      '2024-12-16',
      "In October 2024, foreign trade turnover in goods of Belarus totaled USD 6.9 billion. Belarus' exports rose 2%.",
      ['TRADE "total" 2024-10 6.9 USD_BILLION', 'EXPORTS "total" 2024-10 2 on 2023-10'],
    ],
  ])
})
