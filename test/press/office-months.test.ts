import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the month of a figure', () => {
  testReadings([
    [
      'is the one that was told last, behind a longer period',
      '2019-07-05',
      "Malaysia's trade from January to May 2019 rose to RM753.4 billion. In May 2019, exports reached RM84 billion.\nDuring the month, the trade surplus was recorded at RM9.1 billion.",
      [
        'TRADE "total" 2019-01/2019-05 753.4 MYR_BILLION',
        'EXPORTS "total" 2019-05 84 MYR_BILLION',
        'BALANCE "total" 2019-05 9.1 MYR_BILLION',
      ],
    ],
    [
      'is what a change on the month before is of',
      '2019-07-05',
      "Malaysia's trade from January to May 2019 rose to RM753.4 billion. In May 2019, exports reached RM84 billion.\nOn a month-on-month basis, exports grew by 3.9 per cent.",
      ['TRADE "total" 2019-01/2019-05 753.4 MYR_BILLION', 'EXPORTS "total" 2019-05 84 MYR_BILLION 3.9 on 2019-04'],
    ],
    [
      'cannot be told if none was',
      '2019-07-05',
      "Malaysia's trade from January to May 2019 rose to RM753.4 billion. On a month-on-month basis, exports grew by 3.9 per cent.",
      ['TRADE "total" 2019-01/2019-05 753.4 MYR_BILLION'],
    ],
    [
      'has changes on the one before with the word behind the rate',
      '2019-02-27',
      "In January 2019, Mexico's imports reported a 2.5% monthly drop due to a 1.3% decrease in non-oil imports.",
      ['IMPORTS "total" 2019-01 -2.5 on 2018-12', 'IMPORTS "non-oil" 2019-01 -1.3 on 2018-12'],
    ],
    [
      'has a list of changes on the one before',
      '2019-02-27',
      "Mexico's imports reached US$35 billion in January 2019. There was a monthly drop in imports of cars (-5.4%) and machinery (-2.6%).",
      [
        'IMPORTS "total" 2019-01 35 USD_BILLION',
        'IMPORTS "cars" 2019-01 -5.4 on 2018-12',
        'IMPORTS "machinery" 2019-01 -2.6 on 2018-12',
      ],
    ],
    [
      'stands behind a level that is reached when compared with another',
      '2019-04-28',
      "New Zealand's exports rose $446 million (11 percent) when compared with March 2018 to reach $4.6 billion in March 2019.",
      ['EXPORTS "total" 2019-03 4.6 NZD_BILLION 11 on 2018-03'],
    ],
    [
      'has a rate with the abbreviation of its base in brackets',
      '2019-07-05',
      "Malaysia's exports in May 2019 totalled RM84 billion — a 2.5 per cent year-on-year (y-o-y) increase.",
      ['EXPORTS "total" 2019-05 84 MYR_BILLION 2.5 on 2018-05'],
    ],
  ])
})

describe('an office states', () => {
  testReadings([
    [
      'a currency by its code and its sign',
      '2019-02-27',
      'In January 2019, Mexican exports amounted to USD$ 32,730 million.',
      ['EXPORTS "total" 2019-01 32730 USD_MILLION'],
    ],
    [
      'a balance that is thus positive',
      '2019-07-28',
      "Poland's trade balance was thus positive at EUR 1.2 billion in May 2019.",
      ['BALANCE "total" 2019-05 1.2 EUR_BILLION'],
    ],
  ])
})
