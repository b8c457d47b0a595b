import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a heading or period', () => {
  testReadings([
    [
      'is above the paragraph though it ends with a direction',
      '2024-10-28',
      "Amman Chamber: exports to Arab countries up\nJordan's industrial exports rose by 3.2% in the first nine months of 2024.",
      ['EXPORTS "industrial" 2024-01/2024-09 3.2 on 2023-01/2023-09'],
    ],
    [
      'of another calendar is not placed',
      '2024-10-25',
      "Kenya's exports stood at $3.5 billion in the first seven months of the current Hijri year.",
      [],
    ],
    [
      'that a total at the end of a month is compared with is of as many months',
      '2024-11-11',
      'Exports of Paraguay at the end of October 2024 reached USD 13,254.7 million, 8.9% less than the USD 14,552.7 million at October 2023.',
      [
        'EXPORTS "total" 2024-01/2024-10 13254.7 USD_MILLION -8.9 on 2023-01/2023-10',
        'EXPORTS "total" 2023-01/2023-10 14552.7 USD_MILLION',
      ],
    ],
  ])
})

describe('a figure', () => {
  testReadings([
    [
      'of an economy is no part of its trade',
      '2024-11-22',
      "Ethiopia's export earnings in the first quarter of 2024\nEthiopia earned USD 1.5 billion from exports.",
      ['EXPORTS "total" 2024-Q1 1.5 USD_BILLION'],
    ],
    [
      'behind its holder is of that',
      '2024-11-22',
      "In October 2024, Ethiopian exports rose. Coffee's share in total exports rose to 34.8 percent.",
      ['EXPORTS "Coffee" 2024-10 share 34.8 of EXPORTS'],
    ],
    [
      'of volumes is none of values',
      '2024-11-22',
      'In October 2024, Ethiopian exports of khat fell by 8 percent because volumes declined 11 percent.',
      ['EXPORTS "khat" 2024-10 -8 on 2023-10'],
    ],
    [
      'with "about" follows its amount',
      '2024-11-26',
      "In October 2024, Kosovo's exports to EU countries were 27.5 million euros or about 33.7% of total exports, with an increase of 14.2%.",
      ['EXPORTS "EU countries" 2024-10 27.5 EUR_MILLION 14.2 on 2023-10 share 33.7 of EXPORTS'],
    ],
    [
      'of the next behind a semicolon may have commas in its name',
      '2024-11-26',
      "In October 2024, Kosovo's exports fell. The main groups of exports consist of: base metals 23.0%; plastics, rubber and articles thereof 14.6%.",
      [
        'EXPORTS "base metals" 2024-10 share 23.0 of EXPORTS',
        'EXPORTS "plastics, rubber and articles thereof" 2024-10 share 14.6 of EXPORTS',
      ],
    ],
    [
      'of goods that the largest buys is of exports',
      '2024-10-25',
      'In October 2024, Kenyan exports rose. Uganda was the main buyer, importing $0.3 billion of Kenyan goods, and Pakistan with $0.2 billion.',
      ['EXPORTS "Uganda" 2024-10 0.3 USD_BILLION', 'EXPORTS "Pakistan" 2024-10 0.2 USD_BILLION'],
    ],
    [
      'of growth behind both flows is of neither',
      '2024-11-07',
      "China's goods exports in October 2024 were USD 309.1 billion and imports USD 213.3 billion. The growth rate was 7.4 percent.",
      ['EXPORTS TOTAL:ALL 2024-10 309.1 USD_BILLION', 'IMPORTS TOTAL:ALL 2024-10 213.3 USD_BILLION'],
    ],
    [
      'of each that followed is of the one in its place',
      '2024-11-07',
      "In the first ten months of 2024, ASEAN remained China's largest trading partner with trade of RMB 5.67 trillion. The EU, the US and the ROK followed, with trade reaching RMB 4.64 trillion, RMB 4.01 trillion and RMB 1.9 trillion respectively.",
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-10 5.67 CNY_TRILLION',
        'TRADE PARTNER:EU 2024-01/2024-10 4.64 CNY_TRILLION',
        'TRADE PARTNER:US 2024-01/2024-10 4.01 CNY_TRILLION',
        'TRADE PARTNER:KR 2024-01/2024-10 1.9 CNY_TRILLION',
      ],
    ],
  ])
})
