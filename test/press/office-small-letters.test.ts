import { describe } from 'vitest'
import { testReadings } from './support.js'

describe("the release of Montenegro's office", () => {
  testReadings([
    [
      'has months in small letters and results named in passing',
      '2019-12-25',
      'The total external trade in goods of Montenegro for period january - november 2019 according to preliminary results is 2 757,5 million eur, indicating the growth of 2.0% in comparison with the same period for previous year.',
      ['TRADE "total" 2019-01/2019-11 2757.5 EUR_MILLION 2.0 on 2018-01/2018-11'],
    ],
    [
      'has the most present products of a classification',
      '2019-12-25',
      'In the structure of exports of Montenegro in November 2019, in accordance with the Standard International Trade Classification (SITC), the most present products were Manufactured goods (Section 6), in amount of 90,1 million eur.',
      ['EXPORTS "Manufactured goods" 2019-11 90.1 EUR_MILLION'],
    ],
  ])
})

describe('months in small letters', () => {
  testReadings([
    [
      'may be march next to a year',
      '2024-05-02',
      'Exports of Kenya in march 2024 were 90.1 million dollars. This may be the last rise of the year, as march of the prices goes on.',
      ['EXPORTS "total" 2024-03 90.1 USD_MILLION'],
    ],
  ])
})
