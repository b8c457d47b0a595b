import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a figure of the rest', () => {
  testReadings([
    [
      'is none of all trade behind a partner',
      '2009-08-17',
      "Singapore's exports to the EU fell by 10.6% in the second quarter of 2009. Exports to the rest of the world rose by 33.4% in the second quarter.",
      ['EXPORTS "EU" 2009-Q2 -10.6 on 2008-Q2'],
    ],
    [
      'covers the other flow with it',
      '2014-11-10',
      "Exports to other countries increased 2.1 per cent to $11.1 billion in September and imports fell 5.8 per cent to $14.3 billion, shrinking Canada's trade deficit to $3.2 billion from $4.3 billion in August.",
      [],
    ],
  ])
})

describe('what a speaker adds', () => {
  testReadings([
    [
      'is none of the goods before',
      '2014-11-27',
      'In October 2014, exports of electronics surged 16.4 percent, with semiconductor exports hitting a historical level, adding that transportation equipment also gained 11.2 percent.',
      ['EXPORTS "electronics" 2014-10 16.4 on 2013-10'],
    ],
  ])
})

describe('a level of the year before', () => {
  testReadings([
    [
      'had been registered in the same month',
      '2023-02-10',
      'A deficit of €406.1 million was registered in registered trade in goods in Malta during December. A deficit of €286.2 million had been registered in the same month the previous year.',
      ['BALANCE "total" 2022-12 -406.1 EUR_MILLION', 'BALANCE "total" 2021-12 -286.2 EUR_MILLION'],
    ],
    [
      'was recorded in the same month',
      '2023-02-10',
      "Malta's exports were €406.1 million in December. Exports of €286.2 million were recorded in the same month of the previous year.",
      ['EXPORTS "total" 2022-12 406.1 EUR_MILLION', 'EXPORTS "total" 2021-12 286.2 EUR_MILLION'],
    ],
  ])
})

describe('a sector at the head of a sentence', () => {
  testReadings([
    [
      'has the flow that is said with it',
      '2013-02-01',
      'The Swiss watch industry, with exports rising 11 percent to a record 21.4 billion francs in 2012, recorded sales that were a third higher.',
      ['EXPORTS "Swiss watch industry" 2012 21.4 CHF_BILLION 11 on 2011'],
    ],
    [
      'has what it contributes to exports',
      '2013-02-01',
      'Swiss exports rose in 2012. The chemical and pharmaceutical industries were the biggest contributor to Swiss exports, valued at almost 79 billion francs, up 5.8 percent from the previous year.',
      ['EXPORTS "chemical and pharmaceutical industries" 2012 UNDER 79 CHF_BILLION 5.8 on 2011'],
    ],
  ])
})
