import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an amount', () => {
  testReadings([
    [
      'has the currency of its sign',
      '2024-11-29',
      "Namibia's exports in October 2024 stood at N$10.3 billion, whereas imports decreased by 0.7 percent to N$13.8 billion.",
      ['EXPORTS "total" 2024-10 10.3 NAD_BILLION', 'IMPORTS "total" 2024-10 13.8 NAD_BILLION -0.7 on 2023-10'],
    ],
    [
      'has the currency of its code or of its short form',
      '2024-11-29',
      "Jordan's exports in October 2024 amounted to JD 810 million and its imports to JOD 1.6 billion.",
      ['EXPORTS "total" 2024-10 810 JOD_MILLION', 'IMPORTS "total" 2024-10 1.6 JOD_BILLION'],
    ],
    [
      'has the currency of its name',
      '2024-02-29',
      "Macao's exports were 1.13 billion patacas in January 2024, and imports 12.47 billion patacas.",
      ['EXPORTS "total" 2024-01 1.13 MOP_BILLION', 'IMPORTS "total" 2024-01 12.47 MOP_BILLION'],
    ],
    [
      'has of several currencies of one name that of the economy',
      '2024-11-29',
      "Oman's exports in October 2024 amounted to 1.8 billion rials.",
      ['EXPORTS "total" 2024-10 1.8 OMR_BILLION'],
    ],
    [
      'of a sign that several currencies have is of none without an economy',
      '2015-05-29',
      'Total exports for the first quarter of 2015 amounted to R 23,349 million, 14.1% more than a year earlier.',
      ['EXPORTS TOTAL:ALL 2015-Q1 14.1 on 2014-Q1'],
    ],
    [
      'in dollars is in the only ones that the text names',
      '2018-04-23',
      'Goods imported in 2017 were $4,977.5 million.\nTable 1: Major contributors to Imports FJD [Millions]\n',
      ['IMPORTS TOTAL:ALL 2017 4977.5 FJD_MILLION'],
    ],
  ])
})

describe('a figure', () => {
  testReadings([
    [
      'is not of the month of the issue that gives it',
      '2019-09-27',
      "Jamaica's imports in January to June 2019 were US$3,281.8 million. The June 2019 IMT Bulletin outlined that exports amounted to US$883.4 million for the current review period.",
      ['IMPORTS "total" 2019-H1 3281.8 USD_MILLION', 'EXPORTS "total" 2019-H1 883.4 USD_MILLION'],
    ],
    [
      'of exports delivered to a group is none of all exports',
      '2006-10-11',
      "In January-August 2006 Moldova's exports were USD 635.5 mln. The exports delivered to the Central European countries amounted to USD 102.2 mln.",
      [
        'EXPORTS "total" 2006-01/2006-08 635.5 USD_MILLION',
        'EXPORTS "Central European countries" 2006-01/2006-08 102.2 USD_MILLION',
      ],
    ],
  ])
})
