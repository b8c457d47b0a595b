import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the value of a quantity', () => {
  testReadings([
    [
      'is of the goods, not of what fetched it',
      '2007-08-10',
      'Ethiopia exported 5.58 tonnes of gold worth $14.3 million in 2006. Exports of 11.7 tonnes of cotton fetched $14.3 million.',
      [
        'EXPORT_QUANTITY "gold" 2006 5.58 TONNE',
        'EXPORTS "gold" 2006 14.3 USD_MILLION',
        'EXPORT_QUANTITY "cotton" 2006 11.7 TONNE',
        'EXPORTS "cotton" 2006 14.3 USD_MILLION',
      ],
    ],
  ])
})

describe('the largest increase of a flow', () => {
  testReadings([
    [
      'is a change of those it was to',
      '2019-11-18',
      "In October 2019 Albania's exports fell. The largest increase in exports was to Germany (5.8 percent) and China (13.7 percent).",
      ['EXPORTS "Germany" 2019-10 5.8 on 2018-10', 'EXPORTS "China" 2019-10 13.7 on 2018-10'],
    ],
  ])
})
