import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a name behind a semicolon', () => {
  testReadings([
    [
      'is a partner with its own amount and share',
      '2024-06-09',
      "In May, Vietnam's trade with China reached $16.2 billion, up 4.1 percent, or 24 percent of the total; with Japan, $4 billion, up 2.5 percent, or 6 percent; and with Korea (the north excluded), $6.9 billion, down 3 percent, or 10.2 percent.",
      [
        'TRADE "China" 2024-05 16.2 USD_BILLION 4.1 on 2023-05 share 24 of TRADE',
        'TRADE "Japan" 2024-05 4 USD_BILLION 2.5 on 2023-05 share 6 of TRADE',
        'TRADE "Korea" 2024-05 6.9 USD_BILLION -3 on 2023-05 share 10.2 of TRADE',
      ],
    ],
    [
      'is a kind of enterprises with its own amount',
      '2024-06-09',
      "In the first five months, China's imports and exports by private enterprises were 9 trillion yuan, up 8 percent; foreign-invested enterprises, 5 trillion yuan, down 2 percent.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-05 9 CNY_TRILLION 8 on 2023-01/2023-05',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024-01/2024-05 5 CNY_TRILLION -2 on 2023-01/2023-05',
      ],
    ],
  ])
})

describe('amounts in brackets', () => {
  testReadings([
    [
      'have shares of the whole that the first names',
      '2024-06-09',
      "In May, Turkey's exports were USD 20 billion. By exports, the top partners were Germany (USD 1.8 billion, or 9 percent of total exports), Iraq (USD 1.4 billion, 7 percent) and Italy (USD 1 billion, 5 percent).",
      [
        'EXPORTS "total" 2024-05 20 USD_BILLION',
        'EXPORTS "Germany" 2024-05 1.8 USD_BILLION share 9 of EXPORTS',
        'EXPORTS "Iraq" 2024-05 1.4 USD_BILLION share 7 of EXPORTS',
        'EXPORTS "Italy" 2024-05 1 USD_BILLION share 5 of EXPORTS',
      ],
    ],
    [
      'are of partners that follow another',
      '2024-06-09',
      "In May, China's trade with ASEAN reached 560 billion yuan, up 9 percent. It was followed by the EU (430 billion yuan, up 4 percent), the US (330 billion yuan, down 2 percent) and Japan (190 billion yuan, up 1 percent).",
      [
        'TRADE PARTNER:ASEAN 2024-05 560 CNY_BILLION 9 on 2023-05',
        'TRADE PARTNER:EU 2024-05 430 CNY_BILLION 4 on 2023-05',
        'TRADE PARTNER:US 2024-05 330 CNY_BILLION -2 on 2023-05',
        'TRADE PARTNER:JP 2024-05 190 CNY_BILLION 1 on 2023-05',
      ],
    ],
    [
      'are of goods that drove a flow',
      '2024-06-09',
      "In May, Chile's imports grew, mainly driven by machinery (US$ 423 million, up 17 percent) and cereals (US$ 77 million, up 21.4 percent).",
      [
        'IMPORTS "machinery" 2024-05 423 USD_MILLION 17 on 2023-05',
        'IMPORTS "cereals" 2024-05 77 USD_MILLION 21.4 on 2023-05',
      ],
    ],
  ])
})

describe('a participle', () => {
  testReadings([
    [
      'before a balance names nothing',
      '2024-06-09',
      "Japan's exports rose 3 percent to 9.1 trillion yen in May, pushing the trade surplus to 120 billion yen, up 12 percent.",
      [
        'EXPORTS "total" 2024-05 9.1 JPY_TRILLION 3 on 2023-05',
        'BALANCE "total" 2024-05 120 JPY_BILLION 12 on 2023-05',
      ],
    ],
    [
      'of a small change names nothing',
      '2024-06-09',
      "Brazil's exports reached US$ 30 billion in May, inching up 0.2 percent from a year earlier.",
      ['EXPORTS "total" 2024-05 30 USD_BILLION 0.2 on 2023-05'],
    ],
  ])
})

describe('a proportion', () => {
  testReadings([
    [
      'is of the regime before it',
      '2024-06-09',
      "In May, China's processing trade was 600 billion yuan, down 2 percent, and its proportion was 18 percent, down 1.1 percentage points.",
      ['TRADE REGIME:PROCESSING 2024-05 600 CNY_BILLION -2 on 2023-05 share 18 of TRADE share change -1.1'],
    ],
  ])
})
describe('what the first has said', () => {
  testReadings([
    [
      'holds for shares with "for"',
      '2024-06-09',
      "China's trade rose 5 percent in May. Private enterprises accounted for 55%, with 2 trillion yuan, and foreign-invested enterprises for 29%, with 1.1 trillion yuan; the two were up by 9% and 1%.",
      [
        'TRADE TOTAL:ALL 2024-05 5 on 2023-05',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-05 2 CNY_TRILLION 9 on 2023-05 share 55 of TRADE',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024-05 1.1 CNY_TRILLION 1 on 2023-05 share 29 of TRADE',
      ],
    ],
    [
      'holds for goods in the next sentence',
      '2024-06-09',
      "In May, China's exports of ships rose 20 percent to 20 billion yuan. Integrated circuits declined 10 percent to 30 billion yuan, and toys gained 2 percent to 25 billion yuan.",
      [
        'EXPORTS PRODUCT:SHIPS 2024-05 20 CNY_BILLION 20 on 2023-05',
        'EXPORTS "Integrated circuits" 2024-05 30 CNY_BILLION -10 on 2023-05',
        'EXPORTS "toys" 2024-05 25 CNY_BILLION 2 on 2023-05',
      ],
    ],
    [
      'holds for goods that were sold',
      '2024-06-09',
      "China's exports rose 5 percent in May. Labor-intensive products worth 39 billion yuan were shipped abroad, up 9.9 percent.",
      [
        'EXPORTS TOTAL:ALL 2024-05 5 on 2023-05',
        'EXPORTS PRODUCT:LABOR_INTENSIVE 2024-05 39 CNY_BILLION 9.9 on 2023-05',
      ],
    ],
  ])
})

describe('a relative clause', () => {
  testReadings([
    [
      'states the share of a regime',
      '2024-06-09',
      "China's trade rose 8.6 percent to 3.8 trillion yuan in May. Processing trade, which accounted for 18 percent of the total, fell 2 percent to 0.6 trillion yuan, its share being 1.2 percentage points lower.",
      [
        'TRADE TOTAL:ALL 2024-05 3.8 CNY_TRILLION 8.6 on 2023-05',
        'TRADE REGIME:PROCESSING 2024-05 0.6 CNY_TRILLION -2 on 2023-05 share 18 of TRADE share change -1.2',
      ],
    ],
  ])
})

describe('a record', () => {
  testReadings([
    [
      'is no base of the change before it',
      '2024-06-09',
      "In May, South Korea's exports fell 0.8 percent to $54 billion - the first decline since February - and imports rose 1.4 percent to $50 billion.",
      [
        'EXPORTS "total" 2024-05 54 USD_BILLION -0.8 on 2023-05',
        'IMPORTS "total" 2024-05 50 USD_BILLION 1.4 on 2023-05',
      ],
    ],
  ])
})

describe('exports of services', () => {
  testReadings([
    [
      'are none of goods',
      '2024-06-09',
      "In May, China's exports of goods were 2 trillion yuan. In total, the export of services was 178 billion yuan, up 27.3%; imports reached 200 billion yuan, up 0.5%.",
      ['EXPORTS TOTAL:ALL 2024-05 2 CNY_TRILLION'],
    ],
  ])
})

describe('a difference of rates', () => {
  testReadings([
    [
      'does not say what the next share is of',
      '2024-06-09',
      "In May, China's processing trade was 600 billion yuan, up 9%, 1.9 percentage points higher than the growth rate of all imports and exports, accounting for 18% of the total imports and exports.",
      ['TRADE REGIME:PROCESSING 2024-05 600 CNY_BILLION 9 on 2023-05 share 18 of TRADE'],
    ],
  ])
})
