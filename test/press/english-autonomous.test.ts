import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the trade of a region and of its firms', () => {
  testReadings([
    [
      'an autonomous region as whose trade it is',
      '2020-11-05',
      "Inner Mongolia's foreign trade in the first three quarters of this year was 76.85 billion yuan, down 6.7 percent.\nIn September, the autonomous region’s foreign trade imports and exports amounted to 10.85 billion yuan, a sharp increase of 22.6 percent.",
      [
        'TRADE "total" 2020-01/2020-09 76.85 CNY_BILLION -6.7 on 2019-01/2019-09',
        'TRADE "total" 2020-09 10.85 CNY_BILLION 22.6 on 2019-09',
      ],
    ],
    [
      'a paragraph that tells parts of the month before it',
      '2020-11-05',
      "Inner Mongolia's foreign trade in the first three quarters of this year was 76.85 billion yuan, down 6.7 percent.\nIn September, its imports and exports amounted to 10.85 billion yuan.\nAmong them, exports were 3.24 billion yuan, an increase of 10.8 percent.",
      [
        'TRADE "total" 2020-01/2020-09 76.85 CNY_BILLION -6.7 on 2019-01/2019-09',
        'TRADE "total" 2020-09 10.85 CNY_BILLION',
        'EXPORTS "total" 2020-09 3.24 CNY_BILLION 10.8 on 2019-09',
      ],
    ],
    [
      'foreign trade at companies of a kind',
      '2013-01-03',
      "In the first 11 months of 2012, China's foreign trade at private and collectively-owned companies totaled 1.08 trillion U.S. dollars, up 18.2 percent year on year.",
      ['TRADE "private and collectively-owned companies" 2012-01/2012-11 1.08 USD_TRILLION 18.2 on 2011-01/2011-11'],
    ],
  ])
})
