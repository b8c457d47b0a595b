import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what offices tell beside others', () => {
  testReadings([
    [
      'a base in capitals',
      '2007-11-30',
      'SOUTH AFRICAN TRADE STATISTICS FOR OCTOBER 2007\nTRADE DEFICIT INCREASES IN OCTOBER 2007 TO R14.2 BILLION ( VS. R12b IN OCTOBER 2006) LARGELY DUE TO IMPORTS.\nThe South African Revenue Service (SARS) announced today that October exports of R40.11 billion and imports of R54.31 billion resulted in a deficit of R14.2 billion.',
      [
        'EXPORTS "total" 2007-10 40.11 ZAR_BILLION',
        'IMPORTS "total" 2007-10 54.31 ZAR_BILLION',
        'BALANCE "total" 2007-10 -14.2 ZAR_BILLION',
      ],
    ],
    [
      'a deficit that improved',
      '2005-04-29',
      "Serbia's trade deficit in the January-March period of 2005 was $1.1 billion, a 34.2 percent improvement from a year ago.",
      ['BALANCE "total" 2005-Q1 -1.1 USD_BILLION -34.2 on 2004-Q1'],
    ],
    [
      'a headline with a record',
      '2008-04-25',
      'Vietnam posts record trade deficit of $11.3 billion in first four months of 2008',
      ['BALANCE "total" 2008-01/2008-04 -11.3 USD_BILLION'],
    ],
    [
      'a balance without the costs of transport',
      '2011-08-09',
      "In the first half of 2011 Bulgaria's trade deficit was 1,212.3 million leva. Excluding transport and insurance costs on imports, the trade deficit was 941.2 million leva.",
      ['BALANCE "total" 2011-H1 -1212.3 BGN_MILLION'],
    ],
    [
      'rates of daily averages',
      '2011-11-01',
      "From January through October, Brazil's trade surplus reached US$ 24.91 billion, 71.3% more than in the same period of last year. Based on the average per working day (US$ 119.2 million), the surplus was 70% higher than in 2010 (US$ 68.1 million).",
      ['BALANCE "total" 2011-01/2011-10 24.91 USD_BILLION 71.3 on 2010-01/2010-10'],
    ],
    [
      'months that a change is compared with',
      '2011-11-01',
      "In the first ten months of 2011, Brazil's exports reached US$ 209.3 billion. There was growth of 28.4% when compared with the period ranging from January to October 2010.\nUp until October, imports stood at US$ 184.21 billion.",
      [
        'EXPORTS "total" 2011-01/2011-10 209.3 USD_BILLION 28.4 on 2010-01/2010-10',
        'IMPORTS "total" 2011-01/2011-10 184.21 USD_BILLION',
      ],
    ],
    [
      'levels in brackets of parts that moved',
      '2012-08-31',
      "In the first seven months of 2012, the value of Macao's merchandise exports increased by 14.6% to MOP4.41 billion, due to a growth in demand, when domestic exports (MOP1.34 billion) rose by 1.2%.",
      [
        'EXPORTS "total" 2012-01/2012-07 4.41 MOP_BILLION 14.6 on 2011-01/2011-07',
        'EXPORTS "domestic" 2012-01/2012-07 1.34 MOP_BILLION 1.2 on 2011-01/2011-07',
      ],
    ],
    [
      'a sign in brackets',
      '2013-01-25',
      'Based on the provisional figures of imports and exports the balance of trade of Pakistan in December, 2012 was (-) 161,241 million rupees.',
      ['BALANCE "total" 2012-12 -161241 PKR_MILLION'],
    ],
    [
      'an accent for an apostrophe',
      '2013-04-26',
      'In March 2013, Mexico´s exports were worth $31214 million.',
      ['EXPORTS "total" 2013-03 31214 USD_MILLION'],
    ],
    [
      'the part that goods contribute',
      '2015-03-12',
      "The contribution of crude oil to the value of Nigeria's total domestic export trade amounted to N12.41tn or 73.2 per cent in 2014.",
      ['EXPORTS "crude oil" 2014 12.41 NGN_TRILLION share 73.2 of EXPORTS'],
    ],
    [
      'conditions that are no partner',
      '2020-12-28',
      "With the challenging global conditions caused by the pandemic, he said Malaysia's total trade in November slipped by 3% to RM149 billion.",
      ['TRADE "total" 2020-11 149 MYR_BILLION -3 on 2019-11'],
    ],
    [
      'a surplus that resulted',
      '2020-12-28',
      "In November 2020, Malaysia's imports fell 9%. A significant decrease in imports has resulted in a higher trade surplus of RM16.2 billion.",
      ['IMPORTS "total" 2020-11 -9 on 2019-11', 'BALANCE "total" 2020-11 16.2 MYR_BILLION'],
    ],
    [
      'a rate that was revised down',
      '2025-02-07',
      'German exports grew by 2.4% mom in December 2024, after a downwardly revised 2.1% increase in November.',
      ['EXPORTS "total" 2024-12 2.4 on 2024-11', 'EXPORTS "total" 2024-11 2.1 on 2024-10'],
    ],
    [
      'the year after another',
      '2023-10-16',
      "Indonesia's exports rose from US$231.6 billion in 2021 to US$291.9 billion the following year.",
      ['EXPORTS "total" 2021 231.6 USD_BILLION', 'EXPORTS "total" 2022 291.9 USD_BILLION'],
    ],
    [
      'a trade of two sides behind its amount',
      '2023-10-16',
      "Indonesia's exports were US$292 billion in 2022. Indonesia posted US$7.2 billion in bilateral trade with Saudi Arabia last year.",
      ['EXPORTS "total" 2022 292 USD_BILLION', 'TRADE "Saudi Arabia" 2022 7.2 USD_BILLION'],
    ],
  ])
})
