import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Earlier periods by two names', () => {
  testReadings([
    [
      'a month earlier by its name',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros. A month earlier, in April 2024, exports were 801.5 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2024-04 801.5 EUR_MILLION'],
    ],
    [
      'a year earlier by its month',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros. A year earlier, in May 2023, exports were 801.5 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2023-05 801.5 EUR_MILLION'],
    ],
    [
      'a year earlier with its month in a bracket',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros. In the same month last year (May 2023), exports were 801.5 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2023-05 801.5 EUR_MILLION'],
    ],
  ])
})
