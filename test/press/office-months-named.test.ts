import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a month by its place in the year', () => {
  testReadings([
    [
      'is that month',
      '2013-07-09',
      "Slovakia's imports in the fourth month of the year rose by 10.3 percent year-on-year to €5.628 billion.",
      ['IMPORTS "total" 2013-04 5.628 EUR_BILLION 10.3 on 2012-04'],
    ],
    [
      'is the twelfth where it is the last',
      '2024-01-15',
      "Slovakia's exports in the last month of 2023 fell by 2.1 percent year-on-year to €5.2 billion.",
      ['EXPORTS "total" 2023-12 5.2 EUR_BILLION -2.1 on 2022-12'],
    ],
  ])
})

describe('a level in what represents a change', () => {
  testReadings([
    [
      'has that change',
      '2013-07-09',
      "Slovakia's foreign trade recorded a surplus of €664.1 million in May. Overall exports reached €5.645 billion in what represents an annual rise of 3.6 percent.",
      ['BALANCE "total" 2013-05 664.1 EUR_MILLION', 'EXPORTS "total" 2013-05 5.645 EUR_BILLION 3.6 on 2012-05'],
    ],
  ])
})
