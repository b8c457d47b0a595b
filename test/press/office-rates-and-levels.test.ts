import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a rate of an earlier period', () => {
  testReadings([
    [
      'is told where it was posted or logged',
      '2012-10-13',
      "China's exports rose 9.9 percent to $186.35 billion in September. Imports rose 2.4 percent, faster than the 1.4 percent decline recorded in August.",
      [
        'EXPORTS TOTAL:ALL 2012-09 186.35 USD_BILLION 9.9 on 2011-09',
        'IMPORTS TOTAL:ALL 2012-09 2.4 on 2011-09',
        'IMPORTS TOTAL:ALL 2012-08 -1.4 on 2011-08',
      ],
    ],
    [
      'may be of fewer months of the year',
      '2012-06-10',
      "In the first five months, China's trade with the EU rose 1.3 percent, compared to the 0.3 percent logged in the first four months.",
      [
        'TRADE PARTNER:EU 2012-01/2012-05 1.3 on 2011-01/2011-05',
        'TRADE PARTNER:EU 2012-01/2012-04 0.3 on 2011-01/2011-04',
      ],
    ],
    [
      'has the direction of its own noun',
      '2015-04-13',
      "China's exports fell by 13.5 percent in March, following an 11.3-percent increase in February and a 10.8-percent decrease in January.",
      [
        'EXPORTS TOTAL:ALL 2015-03 -13.5 on 2014-03',
        'EXPORTS TOTAL:ALL 2015-02 11.3 on 2014-02',
        'EXPORTS TOTAL:ALL 2015-01 -10.8 on 2014-01',
      ],
    ],
  ])
})

describe('a rate that a growth or decline has come to', () => {
  testReadings([
    [
      'keeps its sign',
      '2019-01-04',
      "Malaysia's export growth moderated to 1.6% in November 2018. The decline in imports eased to 0.8%.",
      ['EXPORTS "total" 2018-11 1.6 on 2017-11', 'IMPORTS "total" 2018-11 -0.8 on 2017-11'],
    ],
  ])
})

describe('a paragraph behind one of an earlier year', () => {
  testReadings([
    [
      'is of the period reported on',
      '2012-06-10',
      "China's trade rose 7.7 percent in the first five months of 2012.\nTrade grew 22.5 percent in 2011.\nBilateral trade with the EU rose 1.3 percent to 220.82 billion U.S. dollars.",
      [
        'TRADE TOTAL:ALL 2012-01/2012-05 7.7 on 2011-01/2011-05',
        'TRADE TOTAL:ALL 2011 22.5 on 2010',
        'TRADE PARTNER:EU 2012-01/2012-05 220.82 USD_BILLION 1.3 on 2011-01/2011-05',
      ],
    ],
    [
      'may go on with the year at the beginning of the next',
      '2024-02-24',
      "Uzbekistan's trade amounted to $4.2 billion in January 2024.\nTrade reached $62.5 billion in 2023, up 23.9 percent.\nExports rose by 23.8 percent to $24.4 billion.",
      [
        'TRADE "total" 2024-01 4.2 USD_BILLION',
        'TRADE "total" 2023 62.5 USD_BILLION 23.9 on 2022',
        'EXPORTS "total" 2023 24.4 USD_BILLION 23.8 on 2022',
      ],
    ],
  ])
})

describe('words for a year or month before', () => {
  testReadings([
    [
      'are read in other words',
      '2024-05-15',
      "Kenya's exports reached KSh 80 billion in April 2024, compared to KSh 75 billion the year prior, while imports were KSh 200 billion, against KSh 190 billion twelve months earlier.",
      [
        'EXPORTS "total" 2024-04 80 KES_BILLION',
        'EXPORTS "total" 2023-04 75 KES_BILLION',
        'IMPORTS "total" 2024-04 200 KES_BILLION',
        'IMPORTS "total" 2023-04 190 KES_BILLION',
      ],
    ],
  ])
})

describe('a week', () => {
  testReadings([
    [
      'is no month',
      '2010-11-03',
      "In October, Brazil's exports reached US$ 18.381 billion. In the last week of October, exports totalled US$ 4.531 billion.",
      ['EXPORTS "total" 2010-10 18.381 USD_BILLION'],
    ],
  ])
})

describe('a level of the period that a change is against', () => {
  testReadings([
    [
      'is told as when the figure was',
      '2010-11-03',
      "Brazil's trade surplus was US$ 14.6 billion from January to October this year, a 35% decline over the same period of 2009, when the figure was US$ 22.5 billion.",
      [
        'BALANCE "total" 2010-01/2010-10 14.6 USD_BILLION -35 on 2009-01/2009-10',
        'BALANCE "total" 2009-01/2009-10 22.5 USD_BILLION',
      ],
    ],
  ])
})

describe('respective rates', () => {
  testReadings([
    [
      'are of the flows in their order',
      '2018-07-03',
      "In April 2018, Hungary's exports amounted to EUR 8.6 billion, and imports to EUR 8.1 billion, rising by a respective 10.7% and 16%.",
      [
        'EXPORTS "total" 2018-04 8.6 EUR_BILLION 10.7 on 2017-04',
        'IMPORTS "total" 2018-04 8.1 EUR_BILLION 16 on 2017-04',
      ],
    ],
  ])
})

describe('goods of a kind', () => {
  testReadings([
    [
      'are named with the word',
      '2024-05-15',
      "India's exports were $34.99 billion in April. Exports of engineering goods stood at $8.7 billion.",
      ['EXPORTS "total" 2024-04 34.99 USD_BILLION', 'EXPORTS "engineering goods" 2024-04 8.7 USD_BILLION'],
    ],
  ])
})

describe('the import bill', () => {
  testReadings([
    [
      'is what imports cost',
      '2024-05-15',
      "Kenya's import bill for April 2024 was KSh 200 billion.",
      ['IMPORTS "total" 2024-04 200 KES_BILLION'],
    ],
  ])
})
