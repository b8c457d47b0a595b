import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a base', () => {
  testReadings([
    [
      'is the month before a decrease of its own',
      '2021-08-17',
      "Pakistan's exports during July 2021 were $2.340 billion as compared to $2.728 billion in June 2021, showing a decrease of 14.22 percent but an increase of 16.94 percent over $2.001 billion in July 2020.",
      [
        'EXPORTS "total" 2021-07 2.340 USD_BILLION -14.22 on 2021-06 16.94 on 2020-07',
        'EXPORTS "total" 2021-06 2.728 USD_BILLION',
        'EXPORTS "total" 2020-07 2.001 USD_BILLION',
      ],
    ],
    [
      'is the second of two with brackets',
      '2021-08-17',
      "Vietnam's imports of cars were $108 million in July 2021 against $160 million in June 2021 (down 33 percent) and $98 million in July 2020 (up 10 percent).",
      [
        'IMPORTS "cars" 2021-07 108 USD_MILLION -33 on 2021-06 10 on 2020-07',
        'IMPORTS "cars" 2021-06 160 USD_MILLION',
        'IMPORTS "cars" 2020-07 98 USD_MILLION',
      ],
    ],
    [
      'of a rate puts no period in force',
      '2021-08-17',
      "Vietnam's exports in July 2021 were 3 billion dollars, with a growth of 9.85 percent over $2.7 billion in June 2021. Imports reached $2.1 billion.",
      [
        'EXPORTS "total" 2021-07 3 USD_BILLION 9.85 on 2021-06',
        'EXPORTS "total" 2021-06 2.7 USD_BILLION',
        'IMPORTS "total" 2021-07 2.1 USD_BILLION',
      ],
    ],
    [
      'is what imports were before',
      '2016-10-15',
      "India's imports in September 2016 were US $ 31 billion, lower by 2.5 per cent in Dollar terms and by 1.8 per cent in Rupee terms over the imports of US $ 32 billion in September 2015.",
      ['IMPORTS "total" 2016-09 31 USD_BILLION -2.5 on 2015-09', 'IMPORTS "total" 2015-09 32 USD_BILLION'],
    ],
  ])
})

describe('a follower', () => {
  testReadings([
    [
      'may be one that the codes do not have',
      '2017-12-01',
      "In October 2017, the top country for Turkey's imports was China with 2 billion 113 million dollars. The country was followed by the United Kingdom with 890 million dollars.",
      ['IMPORTS "China" 2017-10 2113 USD_MILLION', 'IMPORTS "United Kingdom" 2017-10 890 USD_MILLION'],
    ],
  ])
})
