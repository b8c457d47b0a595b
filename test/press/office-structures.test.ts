import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the structure of a flow', () => {
  testReadings([
    [
      'has names before their shares',
      '2024-10-28',
      "Mexico's exports rose in September 2024. The structure of exports in September 2024 was: manufactured goods 89.9%, oil products 4.8% and farm goods 3.7%.",
      [
        'EXPORTS "manufactured goods" 2024-09 share 89.9 of EXPORTS',
        'EXPORTS "oil products" 2024-09 share 4.8 of EXPORTS',
        'EXPORTS "farm goods" 2024-09 share 3.7 of EXPORTS',
      ],
    ],
    [
      'has shares before their names',
      '2024-10-28',
      "Mexico's imports rose in September 2024. The structure of the value of imports in September 2024 was 76.8% intermediate products, 14.2% consumer products and 9.0% capital equipment.",
      [
        'IMPORTS "intermediate products" 2024-09 share 76.8 of IMPORTS',
        'IMPORTS "consumer products" 2024-09 share 14.2 of IMPORTS',
        'IMPORTS "capital equipment" 2024-09 share 9.0 of IMPORTS',
      ],
    ],
  ])
})

describe('who ranks first', () => {
  testReadings([
    [
      'is a partner of the flow of the sentence before',
      '2023-10-20',
      "In September 2023, Turkey's exports were USD 22 billion. The share of the top ten partners by exports was 79.4 percent. Germany ranked first with USD 2 billion, followed by Italy with USD 1.2 billion and Iraq with USD 1 billion.",
      [
        'EXPORTS "total" 2023-09 22 USD_BILLION',
        'EXPORTS "Germany" 2023-09 2 USD_BILLION',
        'EXPORTS "Italy" 2023-09 1.2 USD_BILLION',
        'EXPORTS "Iraq" 2023-09 1 USD_BILLION',
      ],
    ],
  ])
})
