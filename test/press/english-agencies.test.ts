import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a rate that another is compared with is one of its own period', () => {
  testReadings([
    [
      'behind the name of a month',
      '2022-01-14',
      "In December 2021, China's exports were up 20.9% at $340.5 billion, decelerating from November's 22% rise.",
      ['EXPORTS TOTAL:ALL 2021-12 340.5 USD_BILLION 20.9 on 2020-12', 'EXPORTS TOTAL:ALL 2021-11 22 on 2020-11'],
    ],
    [
      'that a rate slowed from',
      '2022-01-14',
      "China's exports rose in December 2021. Import growth slowed to 19.5% from the previous month's 31.7%.",
      ['IMPORTS TOTAL:ALL 2021-12 19.5 on 2020-12', 'IMPORTS TOTAL:ALL 2021-11 31.7 on 2020-11'],
    ],
  ])
})

describe('the rates of other periods are no figures', () => {
  testReadings([
    [
      'of growth in the trade of a quarter before',
      '2024-04-12',
      "China's exports grew 5 percent in the first quarter of 2024. The figure compares with a growth of 1.2 percent in total trade in the fourth quarter of 2023.",
      ['EXPORTS TOTAL:ALL 2024-Q1 5 on 2023-Q1', 'TRADE TOTAL:ALL 2023-Q4 1.2 on 2022-Q4'],
    ],
  ])
})

describe('a paragraph goes back to', () => {
  testReadings([
    [
      'the period reported on, behind one month of it',
      '2024-04-12',
      "China's trade expanded 5 percent in the first quarter of 2024.\nIn March, exports fell 3.8 percent and imports 2 percent.\nExports of steel surged 6.8 percent.",
      [
        'TRADE TOTAL:ALL 2024-Q1 5 on 2023-Q1',
        'EXPORTS TOTAL:ALL 2024-03 -3.8 on 2023-03',
        'IMPORTS TOTAL:ALL 2024-03 -2 on 2023-03',
        'EXPORTS "steel" 2024-Q1 6.8 on 2023-Q1',
      ],
    ],
    [
      'the month, behind the totals of the year to date and parts of the month',
      '2024-11-07',
      "China's exports grew 12.7% in October 2024.\nExports to Japan jumped 6%.\nFor the first 10 months, exports were up 5.1% and imports up 1.7%.\nImports from South Korea grew 9.6%.",
      [
        'EXPORTS TOTAL:ALL 2024-10 12.7 on 2023-10',
        'EXPORTS PARTNER:JP 2024-10 6 on 2023-10',
        'EXPORTS TOTAL:ALL 2024-01/2024-10 5.1 on 2023-01/2023-10',
        'IMPORTS TOTAL:ALL 2024-01/2024-10 1.7 on 2023-01/2023-10',
        'IMPORTS PARTNER:KR 2024-10 9.6 on 2023-10',
      ],
    ],
  ])
})

describe('a number is of', () => {
  testReadings([
    [
      'trillions where a letter says so',
      '2025-05-09',
      "China's exports reached $1.17t in the first four months of 2025. Imports were 8.4t yuan.",
      ['EXPORTS TOTAL:ALL 2025-01/2025-04 1.17 USD_TRILLION', 'IMPORTS TOTAL:ALL 2025-01/2025-04 8.4 CNY_TRILLION'],
    ],
    [
      'a partner whose members are counted',
      '2022-01-14',
      "China's exports to the 27-nation European Union soared 32.6% in 2021.",
      ['EXPORTS PARTNER:EU 2021 32.6 on 2020'],
    ],
    [
      'the flow of what the clause before told',
      '2024-04-12',
      "China's cross-border e-commerce imports and exports reached 577.6 billion yuan in the first quarter of 2024, of which exports accounted for 448 billion yuan, an increase of 14 percent.",
      [
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2024-Q1 577.6 CNY_BILLION',
        'EXPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2024-Q1 448 CNY_BILLION 14 on 2023-Q1',
      ],
    ],
    [
      'the next regime, whose verb the first has',
      '2025-01-16',
      "In 2024, China's processing trade grew 4.2% to 1.98 trillion yuan, and bonded logistics 26.9% to 1.68 trillion yuan.",
      [
        'TRADE REGIME:PROCESSING 2024 1.98 CNY_TRILLION 4.2 on 2023',
        'TRADE REGIME:BONDED_LOGISTICS 2024 1.68 CNY_TRILLION 26.9 on 2023',
      ],
    ],
    [
      'enterprises that followed, and partners that grew fastest',
      '2025-01-16',
      "China's trade rose in 2024. Private enterprises recorded 24.3 trillion yuan of imports and exports. Foreign-invested enterprises followed with 12.8 trillion yuan (+1.3%). Trade with Japan saw the fastest growth, at 14.5%, followed by ASEAN at 8.7%.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024 24.3 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024 12.8 CNY_TRILLION 1.3 on 2023',
        'TRADE PARTNER:JP 2024 14.5 on 2023',
        'TRADE PARTNER:ASEAN 2024 8.7 on 2023',
      ],
    ],
    [
      'no category where it is said of the province',
      '2025-01-16',
      "In 2024, China's trade rose 5%. The province accounted for 20.8% of China's foreign trade and contributed 38.7% of the national growth.",
      ['TRADE TOTAL:ALL 2024 5 on 2023'],
    ],
  ])
})
