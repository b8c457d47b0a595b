import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a change is against', () => {
  testReadings([
    [
      'the same month of each year that is named',
      '2022-02-09',
      "China's exports reached 2.1 trillion yuan in January 2022, up 22.8 percent from the same month of 2020 and 10 percent from the same month of 2021.",
      ['EXPORTS TOTAL:ALL 2022-01 2.1 CNY_TRILLION 22.8 on 2020-01 10 on 2021-01'],
    ],
    [
      'the same part of a year that is named alone',
      '2021-07-14',
      "China's imports stood at 6 trillion yuan in the first half of 2021, 19.8 percent more than in 2019.",
      ['IMPORTS TOTAL:ALL 2021-H1 6 CNY_TRILLION 19.8 on 2019-H1'],
    ],
  ])
})

describe('a level is of', () => {
  testReadings([
    [
      'the same months of another year at the head of a sentence',
      '2021-09-07',
      "China's exports reached 5.5 trillion yuan in the first eight months of 2021. In the same period of 2019, exports were 4.2 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2021-01/2021-08 5.5 CNY_TRILLION', 'EXPORTS TOTAL:ALL 2019-01/2019-08 4.2 CNY_TRILLION'],
    ],
    [
      'quarters that are called second and third only',
      '2025-10-20',
      "China's exports reached 6.1 trillion yuan in the first quarter, 6.9 trillion yuan in the second and 7 trillion yuan in the third, up 6.9 percent, up 7.1 percent and down 0.3 percent year on year, respectively.",
      [
        'EXPORTS TOTAL:ALL 2025-Q1 6.1 CNY_TRILLION 6.9 on 2024-Q1',
        'EXPORTS TOTAL:ALL 2025-Q2 6.9 CNY_TRILLION 7.1 on 2024-Q2',
        'EXPORTS TOTAL:ALL 2025-Q3 7 CNY_TRILLION -0.3 on 2024-Q3',
      ],
    ],
    [
      'each quarter of a sentence by quarter',
      '2024-10-14',
      "China's imports in the first three quarters of 2024 rose 2.2 percent. By quarter, imports reached 4.4 trillion yuan, 4.5 trillion yuan and 4.6 trillion yuan.",
      [
        'IMPORTS TOTAL:ALL 2024-01/2024-09 2.2 on 2023-01/2023-09',
        'IMPORTS TOTAL:ALL 2024-Q1 4.4 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2024-Q2 4.5 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2024-Q3 4.6 CNY_TRILLION',
      ],
    ],
    [
      'what the text speaks of, behind a threshold',
      '2025-01-13',
      "In 2024, China's imports and exports reached 43.8 trillion yuan. In December, it exceeded 4 trillion yuan for the first time and reached 4.1 trillion yuan.",
      ['TRADE TOTAL:ALL 2024 43.8 CNY_TRILLION', 'TRADE TOTAL:ALL 2024-12 4.1 CNY_TRILLION'],
    ],
    [
      'the total that a flow brought',
      '2025-10-20',
      "In September, China's trade was 4 trillion yuan, with exports growing 8.4 percent and imports 7.5 percent. That brought the total for the first three quarters to 33.6 trillion yuan, up 4 percent.",
      [
        'TRADE TOTAL:ALL 2025-09 4 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2025-09 8.4 on 2024-09',
        'IMPORTS TOTAL:ALL 2025-09 7.5 on 2024-09',
        'TRADE TOTAL:ALL 2025-01/2025-09 33.6 CNY_TRILLION 4 on 2024-01/2024-09',
      ],
    ],
    [
      'the main period again in the paragraph behind a plan of five years',
      '2026-01-24',
      "China's trade reached 45.5 trillion yuan in 2025. During the five-year plan period (2021-25), exports topped 100 trillion yuan.\nTrade with ASEAN reached 7.4 trillion yuan.",
      ['TRADE TOTAL:ALL 2025 45.5 CNY_TRILLION', 'TRADE PARTNER:ASEAN 2025 7.4 CNY_TRILLION'],
    ],
    [
      'each flow that a change before led to',
      '2025-08-07',
      "China's trade in July stood at 3.9 trillion yuan. Exports grew by 8 percent and imports by 4.8 percent, to 2.3 trillion yuan and 1.6 trillion yuan, respectively.",
      [
        'TRADE TOTAL:ALL 2025-07 3.9 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2025-07 2.3 CNY_TRILLION 8 on 2024-07',
        'IMPORTS TOTAL:ALL 2025-07 1.6 CNY_TRILLION 4.8 on 2024-07',
      ],
    ],
    [
      'the unit that the next of its list states',
      '2021-01-14',
      "China's imports in 2020 fell. Coal and gas imports were 0.3 billion and 102 million tonnes, up by 1.5% and 5.3%.",
      [
        'IMPORT_QUANTITY "Coal" 2020 30000 TONNE_10_THOUSAND 1.5 on 2019',
        'IMPORT_QUANTITY "gas" 2020 10200 TONNE_10_THOUSAND 5.3 on 2019',
      ],
    ],
    [
      'no trade where money is lent',
      '2020-03-12',
      "China's exports fell in January. Banks will stabilize foreign trade with another 100 billion yuan of credit.",
      [],
    ],
  ])
})

describe('a change is of', () => {
  testReadings([
    [
      'partners whose rank stands before them',
      '2021-09-07',
      "China's exports rose in the first eight months. The growth rates of trade with its top three partners -- ASEAN, the European Union and the United States -- stood at 22.8 percent, 22.1 percent and 25.8 percent, respectively.",
      [
        'TRADE PARTNER:ASEAN 2021-01/2021-08 22.8 on 2020-01/2020-08',
        'TRADE PARTNER:EU 2021-01/2021-08 22.1 on 2020-01/2020-08',
        'TRADE PARTNER:US 2021-01/2021-08 25.8 on 2020-01/2020-08',
      ],
    ],
    [
      'partners with a preposition each',
      '2020-03-12',
      "In January 2020, China's imports and exports with ASEAN and with the European Union increased by 2% and 1.8% respectively.",
      ['TRADE PARTNER:ASEAN 2020-01 2 on 2019-01', 'TRADE PARTNER:EU 2020-01 1.8 on 2019-01'],
    ],
    [
      'partners that saw their trade grow',
      '2024-05-10',
      'Data of China. In the first four months of 2024, China reported a rise. Vietnam, Brazil and Mexico saw their trade with China expand by 18.6 percent, 13.4 percent and 12.1 percent, respectively.',
      [
        'TRADE PARTNER:VN 2024-01/2024-04 18.6 on 2023-01/2023-04',
        'TRADE "Brazil" 2024-01/2024-04 13.4 on 2023-01/2023-04',
        'TRADE "Mexico" 2024-01/2024-04 12.1 on 2023-01/2023-04',
      ],
    ],
    [
      'the other side of a pair',
      '2025-08-07',
      "China's trade rose. China-U.S. trade fell 11.1 percent to 2.42 trillion yuan in the first seven months of 2025.",
      ['TRADE PARTNER:US 2025-01/2025-07 2.42 CNY_TRILLION -11.1 on 2024-01/2024-07'],
    ],
    [
      'a partner with which it surged, and the share of the bloc',
      '2026-01-24',
      "In 2025, China's trade with Japan rose 2 percent to 2.2 trillion yuan. With ASEAN it surged 8 percent to 7.5 trillion yuan, and the bloc's share exceeded 16 percent for the first time, standing at 16.6 percent.",
      [
        'TRADE PARTNER:JP 2025 2.2 CNY_TRILLION 2 on 2024',
        'TRADE PARTNER:ASEAN 2025 7.5 CNY_TRILLION 8 on 2024 share 16.6 of TRADE',
      ],
    ],
    [
      'countries that are counted in their name',
      '2023-06-07',
      "In May 2023, China's trade with the five Central Asian countries soared 44 percent.",
      ['TRADE "five Central Asian countries" 2023-05 44 on 2022-05'],
    ],
    [
      'a partner from which imports grew',
      '2025-01-13',
      "China's imports rose in December 2024. Tariffs fell for least developed countries, from which imports grew by 18.1% in December.",
      ['IMPORTS "least developed countries" 2024-12 18.1 on 2023-12'],
    ],
    [
      'the flow behind a forecast',
      '2025-08-07',
      "China's July exports gained 7.2 percent from a year earlier to $321.8 billion, well above the 5.6 percent expected by economists, and imports 4.1 percent to $223.5 billion.",
      [
        'EXPORTS TOTAL:ALL 2025-07 321.8 USD_BILLION 7.2 on 2024-07',
        'IMPORTS TOTAL:ALL 2025-07 223.5 USD_BILLION 4.1 on 2024-07',
      ],
    ],
    [
      'dollars where it is denominated in them',
      '2025-01-13',
      "In 2024, China's foreign trade reached 43.85 trillion yuan, up 5%. Denominated in USD, it was $6.16 trillion, and the foreign trade grew by 3.8%.",
      ['TRADE TOTAL:ALL 2024 43.85 CNY_TRILLION 5 on 2023', 'TRADE TOTAL:ALL 2024 6.16 USD_TRILLION 3.8 on 2023'],
    ],
    [
      'goods whose names have digits, and an announcement of details',
      '2025-01-13',
      'In 2024, to be specific, the export of electric vehicles and 3D printers grew by 13.1% and 32.8% respectively.',
      ['EXPORTS PRODUCT:ELECTRIC_PASSENGER_CARS 2024 13.1 on 2023', 'EXPORTS "3D printers" 2024 32.8 on 2023'],
    ],
  ])
})

describe('enterprises have', () => {
  testReadings([
    [
      'figures behind their number',
      '2025-01-13',
      "China's trade rose in 2024. Private enterprises, of which there were 609,000, achieved a trade value of 24.3 trillion yuan, up 8.8 percent.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024 24.3 CNY_TRILLION 8.8 on 2023'],
    ],
    [
      'a value, and those behind "that of" and "those by"',
      '2025-01-13',
      "China's trade rose in 2024. The value of foreign-invested enterprises was 12.8 trillion yuan, and that of state-owned enterprises 6.6 trillion yuan. Imports and exports by private enterprises hit 24.3 trillion yuan. Those by foreign-invested enterprises declined 7.6 percent.",
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024 12.8 CNY_TRILLION -7.6 on 2023',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024 6.6 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024 24.3 CNY_TRILLION',
      ],
    ],
    [
      'shares, the second without a verb',
      '2024-05-10',
      "Data on China. In April 2024, private enterprises accounted for 54.6 percent of China's trade. Foreign-invested enterprises contributed 29.1 percent and state-owned enterprises 16 percent.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-04 share 54.6 of TRADE',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024-04 share 29.1 of TRADE',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024-04 share 16 of TRADE',
      ],
    ],
    [
      'the largest slice, and trade of their own',
      '2025-10-22',
      "China's trade rose in September 2025. Trade by private enterprises grew 2 percent. Foreign-invested enterprises still took the largest slice, 50.6 percent, though their trade shrank 4.9 percent.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2025-09 2 on 2024-09',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2025-09 -4.9 on 2024-09 share 50.6 of TRADE',
      ],
    ],
  ])
})

describe('goods have', () => {
  testReadings([
    [
      'the worth and the share that a sentence gives, and parts in their category',
      '2025-08-07',
      "China's exports rose in July 2025. Mechanical and electrical products, worth 9.2 trillion yuan, made up 60 percent of all exports after growing 9.3 percent.",
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2025-07 9.2 CNY_TRILLION 9.3 on 2024-07 share 60 of EXPORTS'],
    ],
    [
      'what was shipped of them',
      '2026-01-24',
      "China's trade rose in 2025. Mechanical and electrical products remained the backbone of exports: China shipped 186.5 billion yuan worth of them, up 33.6 percent.",
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2025 186.5 CNY_BILLION 33.6 on 2024'],
    ],
    [
      'the levels of partners that a list names before them',
      '2021-01-14',
      "China's trade rose in 2020. China's top two partners were ASEAN and the EU, with trade of RMB4.7 trillion and RMB4.5 trillion, up by 7% and 5.3%, respectively.",
      ['TRADE PARTNER:ASEAN 2020 4.7 CNY_TRILLION 7 on 2019', 'TRADE PARTNER:EU 2020 4.5 CNY_TRILLION 5.3 on 2019'],
    ],
  ])
})
