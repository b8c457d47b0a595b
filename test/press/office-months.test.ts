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
    [
      'is one of two in turn',
      '2024-05-15',
      'Exports of Thailand in March 2024 and March 2023 were $24.9 billion and $27.6 billion, respectively. Imports were $26.1 billion.',
      [
        'EXPORTS "total" 2024-03 24.9 USD_BILLION',
        'EXPORTS "total" 2023-03 27.6 USD_BILLION',
        'IMPORTS "total" 2024-03 26.1 USD_BILLION',
      ],
    ],
    [
      'is that of the first column above',
      '2024-05-15',
      'Export and import values of Thailand\nExports Imports March 2024p March 2023r March 2024p March 2023 4,149.71 3,379.86 5,213.05 5,688.42\n1. Total external trade increases by 7.6 percent\nThe external trade in March 2024 was $51 billion.',
      ['TRADE "total" 2024-03 51 USD_BILLION 7.6 on 2023-03'],
    ],
    [
      'is the first that a comparison names',
      '2024-06-15',
      'A comparison of Irish exports between January to April 2024 and January to April 2023 shows an increase of €3,460 million (+4%).',
      ['EXPORTS "total" 2024-01/2024-04 4 on 2023-01/2023-04'],
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

describe('the month that a text goes on with', () => {
  testReadings([
    [
      'parts of the last month of the year in the next paragraph',
      '2014-02-10',
      "Sri Lanka's exports rose 6.1 percent to 10.28 billion US dollars in 2013 from a year earlier.\nIn December 2013 exports rose 13.3 percent from a year earlier to 976.1 million US dollars.\nApparel rose 26.8 percent to 443.9 million US dollars.",
      [
        'EXPORTS "total" 2013 10.28 USD_BILLION 6.1 on 2012',
        'EXPORTS "total" 2013-12 976.1 USD_MILLION 13.3 on 2012-12',
        'EXPORTS "Apparel" 2013-12 443.9 USD_MILLION 26.8 on 2012-12',
      ],
    ],
    [
      'no part of a month that is told alone',
      '2016-10-10',
      "Bulgaria's exports amounted to BGN 9.4161 billion in January-August 2016.\nIn August alone, exports rose by 0.8%, adding up to BGN 1.2188 billion.\nExports of machinery went down 12.4%, reaching BGN 2.7921 billion.",
      [
        'EXPORTS "total" 2016-01/2016-08 9.4161 BGN_BILLION',
        'EXPORTS "total" 2016-08 1.2188 BGN_BILLION 0.8 on 2015-08',
        'EXPORTS "machinery" 2016-01/2016-08 2.7921 BGN_BILLION -12.4 on 2015-01/2015-08',
      ],
    ],
    [
      'the month, not the one before that its sentence ends with',
      '2010-02-11',
      'Exports of the Philippines slumped 22% to USD 38.3 billion in 2009.\nExport receipts for December grew 23.5 percent to USD 3.31 billion, following a 5.8-percent annual advance the previous month.\nShipments of electronic products jumped 40.8 percent to USD 1.871 billion during the month.',
      [
        'EXPORTS "total" 2009 38.3 USD_BILLION -22 on 2008',
        'EXPORTS "total" 2009-12 3.31 USD_BILLION 23.5 on 2008-12',
        'EXPORTS "total" 2009-11 5.8 on 2008-11',
        'EXPORTS "electronic products" 2009-12 1.871 USD_BILLION 40.8 on 2008-12',
      ],
    ],
    [
      'a change beside one on a year before, where others are monthly',
      '2021-10-08',
      "Germany's exports fell by 1.3% in August 2021. Changes refer to the previous month.\nExports to the UK fell by 15.2% YoY to 4.7 billion euros, whereas imports from the UK decreased by 7.8% to 2.4 billion euros.",
      [
        'EXPORTS "total" 2021-08 -1.3 on 2021-07',
        'EXPORTS "UK" 2021-08 4.7 EUR_BILLION -15.2 on 2020-08',
        'IMPORTS "UK" 2021-08 2.4 EUR_BILLION -7.8 on 2020-08',
      ],
    ],
  ])
})
