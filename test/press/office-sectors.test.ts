import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('The amount of a sector', () => {
  testReadings([
    [
      'stands before it, with its change and share behind',
      '2022-08-01',
      "Viet Nam's export turnover was estimated at US$216.3 billion in the first seven months, up 16.1 percent, of which US$56.9 billion was made by the domestic sector, up 15.5 percent, accounting for 26.3 percent of the total, and US$159.4 billion by the FDI sector, up 16.3 percent.",
      [
        'EXPORTS "total" 2022-01/2022-07 216.3 USD_BILLION 16.1 on 2021-01/2021-07',
        'EXPORTS "domestic sector" 2022-01/2022-07 56.9 USD_BILLION 15.5 on 2021-01/2021-07 share 26.3 of EXPORTS',
        'EXPORTS "FDI sector" 2022-01/2022-07 159.4 USD_BILLION 16.3 on 2021-01/2021-07',
      ],
    ],
    [
      'may follow the total without a comma',
      '2022-08-01',
      "In the first seven months, Viet Nam's import turnover was estimated at US$215.6 billion including US$74.7 billion made by domestic enterprises and US$140.9 billion made by foreign-invested enterprises.",
      [
        'IMPORTS "total" 2022-01/2022-07 215.6 USD_BILLION',
        'IMPORTS "domestic enterprises" 2022-01/2022-07 74.7 USD_BILLION',
        'IMPORTS "foreign-invested enterprises" 2022-01/2022-07 140.9 USD_BILLION',
      ],
    ],
  ])
})

describe('The largest supplier', () => {
  testReadings([
    [
      'behind the largest market has imports',
      '2022-08-01',
      "In July, the U.S. was Viet Nam's largest export market with US$9.8 billion, while China was the largest supplier with US$10.2 billion.",
      ['EXPORTS "U.S." 2022-07 9.8 USD_BILLION', 'IMPORTS "China" 2022-07 10.2 USD_BILLION'],
    ],
  ])
})

describe('A balance', () => {
  testReadings([
    [
      'that stands at an amount for the year is of its months so far',
      '2009-07-10',
      'The U.S. deficit with Mexico rose to $4.1 billion in May, and stands at $17.6 billion for the year. Imports from Mexico reached $14.2 billion.',
      [
        'BALANCE "Mexico" 2009-05 -4.1 USD_BILLION',
        'BALANCE "Mexico" 2009-01/2009-05 -17.6 USD_BILLION',
        'IMPORTS "Mexico" 2009-05 14.2 USD_BILLION',
      ],
    ],
    [
      'that somebody looks for is none',
      '2009-07-10',
      'The U.S. goods deficit rose to $41.1 billion in May. An analyst looked for the gap to fall below $40.2 billion.',
      ['BALANCE "total" 2009-05 -41.1 USD_BILLION'],
    ],
  ])
})
