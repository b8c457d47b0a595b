import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Percentages of an earlier level', () => {
  testReadings([
    [
      'no change in a bracket that gives the part of a month',
      '2024-07-01',
      'In May 2024, the foreign trade turnover was 1,520.6 million euros (101.3% of May 2023).',
      ['TRADE "total" 2024-05 1520.6 EUR_MILLION'],
    ],
    [
      'no change in a bracket that gives the part of the month a year before',
      '2024-07-01',
      'In May 2024, exports amounted to 1,520.6 million euros (98.7% of the same month of the previous year).',
      ['EXPORTS "total" 2024-05 1520.6 EUR_MILLION'],
    ],
  ])
})
