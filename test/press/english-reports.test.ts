import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an agency writes of', () => {
  testReadings([
    [
      'the mainland, whose rates are on a year before',
      '2025-09-09',
      'Mainland exports rose 4.4 percent in August from a year earlier. Shipments to the United States fell 33.1 percent, and mainland imports added 1.3 percent in yuan terms.',
      [
        'EXPORTS TOTAL:ALL 2025-08 4.4 on 2024-08',
        'EXPORTS PARTNER:US 2025-08 -33.1 on 2024-08',
        'IMPORTS TOTAL:ALL 2025-08 1.3 on 2024-08',
      ],
    ],
    [
      'estimates that were missed',
      '2024-01-12',
      "China's imports climbed by 0.2% in December 2023, missing estimates of 0.3% growth.",
      ['IMPORTS TOTAL:ALL 2023-12 0.2 on 2022-12'],
    ],
    [
      'a partner that the sentence before has named',
      '2024-01-12',
      "China's exports to ASEAN fell by 5% in 2023. Russia stood out. China's trade with the country surged by 26.3% in 2023.",
      ['EXPORTS PARTNER:ASEAN 2023 -5 on 2022', 'TRADE "Russia" 2023 26.3 on 2022'],
    ],
    [
      'a rate beside the jump of the month before',
      '2024-06-07',
      "In May 2024, China's imports gained 1.8 percent to $219.7 billion, compared with the 8.4 percent jump the month before.",
      ['IMPORTS TOTAL:ALL 2024-05 219.7 USD_BILLION 1.8 on 2023-05', 'IMPORTS TOTAL:ALL 2024-04 8.4 on 2023-04'],
    ],
    [
      'several partners, and then what they are',
      '2018-01-12',
      "China's trade with the European Union and ASEAN, China's top trading partners, increased 15.5 percent and 16.6 percent, respectively, in 2017.",
      ['TRADE PARTNER:EU 2017 15.5 on 2016', 'TRADE PARTNER:ASEAN 2017 16.6 on 2016'],
    ],
    [
      'goods that remained the mainstay',
      '2018-01-12',
      "China's exports rose in 2017. Mechanical and electrical products remained the mainstay of exports at 8.95 trillion yuan.",
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2017 8.95 CNY_TRILLION'],
    ],
    [
      'a regime that grew, by "they"',
      '2022-07-13',
      "In the first half of 2022, China's trade rose 9 percent. Imports and exports under general trade grew rapidly. They stood at 12.71 trillion yuan.",
      ['TRADE TOTAL:ALL 2022-H1 9 on 2021-H1', 'TRADE REGIME:ORDINARY 2022-H1 12.71 CNY_TRILLION'],
    ],
  ])
})

describe('an office writes', () => {
  testReadings([
    [
      'commas in decimals',
      '2024-09-10',
      "Cyprus's imports of goods were €1.055,3 million in July 2024, an increase of 8,3%, and exports were €361,0 million.",
      ['IMPORTS "total" 2024-07 1055.3 EUR_MILLION 8.3 on 2023-07', 'EXPORTS "total" 2024-07 361.0 EUR_MILLION'],
    ],
    [
      'a partner behind a bracket',
      '2024-10-09',
      "Austria's exports fell in July 2024. Austria imported goods worth EUR 71.57 billion (–7.1%) from countries of the European Union in July 2024.",
      ['IMPORTS "countries of the European Union" 2024-07 71.57 EUR_BILLION -7.1 on 2023-07'],
    ],
    [
      'what a partner is between its name and its shares',
      '2024-10-09',
      "In July 2024, Austria's imports from third countries fell 3%. Germany, Austria's most important trading partner, accounted for 32.1% of imports and 29.6% of exports.",
      [
        'IMPORTS "third countries" 2024-07 -3 on 2023-07',
        'IMPORTS "Germany" 2024-07 share 32.1 of IMPORTS',
        'EXPORTS "Germany" 2024-07 share 29.6 of EXPORTS',
      ],
    ],
    [
      'goods between semicolons',
      '2024-09-18',
      "In August 2024, Argentina's imports of capital goods (CG) decreased 22.6%; intermediate goods (IG), 27.5%; and passenger motor vehicles (PMV), 12.7%.",
      [
        'IMPORTS "capital goods" 2024-08 -22.6 on 2023-08',
        'IMPORTS "intermediate goods" 2024-08 -27.5 on 2023-08',
        'IMPORTS "passenger motor vehicles" 2024-08 -12.7 on 2023-08',
      ],
    ],
    [
      'the goods of a list with a rate each',
      '2024-12-15',
      "Egypt's exports rose 9.6% in September 2024. The value of exports of some commodities decreased, the most important of which are: (fertilizers by 14.3%, carpets by 2.1%).",
      [
        'EXPORTS "total" 2024-09 9.6 on 2023-09',
        'EXPORTS "fertilizers" 2024-09 -14.3 on 2023-09',
        'EXPORTS "carpets" 2024-09 -2.1 on 2023-09',
      ],
    ],
    [
      'the imports of the largest group behind a colon',
      '2024-10-09',
      "In July 2024, Austria's imports fell 3%. Machinery and vehicles remained the most important product group on both sides of trade: imports shrank to EUR 39.74 billion.",
      ['IMPORTS "total" 2024-07 -3 on 2023-07', 'IMPORTS "Machinery and vehicles" 2024-07 39.74 EUR_BILLION'],
    ],
  ])
})
