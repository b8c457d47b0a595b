import { describe } from 'vitest'
import { testReadings } from './support.js'

const exports = "Germany's exports were €98.2bn in October 2012."
const total = 'EXPORTS "total" 2012-10 98.2 EUR_BILLION'

describe('The amount of a flow', () => {
  testReadings([
    [
      'is that of the partner to which it went',
      '2012-12-07',
      `${exports} Exports of €36.4bn went to the Eurozone countries.`,
      [total, 'EXPORTS "Eurozone countries" 2012-10 36.4 EUR_BILLION'],
    ],
    [
      'is that of the partner from which goods came, with a rate in a bracket',
      '2012-12-07',
      `${exports} Goods to the value of €36.4bn (+4.1% year-on-year) came from the Eurozone countries.`,
      [total, 'IMPORTS "Eurozone countries" 2012-10 36.4 EUR_BILLION 4.1 on 2011-10'],
    ],
    [
      'is that of the goods behind it',
      '2005-05-12',
      "China's imports were $193.44 billion in April 2005. Imports of $5 billion of crude oil rose 2 percent.",
      ['IMPORTS TOTAL:ALL 2005-04 193.44 USD_BILLION', 'IMPORTS "crude oil" 2005-04 5 USD_BILLION 2 on 2004-04'],
    ],
    [
      'has its change against the value recorded in a month',
      '2007-08-10',
      "Canada's exports declined in June 2007 to $40.0 billion. However, the export value for June 2007 remained 3.6% above the value recorded in June 2006.",
      ['EXPORTS "total" 2007-06 40.0 CAD_BILLION 3.6 on 2006-06'],
    ],
  ])
})

const trade = "China's trade was RMB28.41 trillion in the first three quarters."
const sum = 'TRADE TOTAL:ALL 2021-01/2021-09 28.41 CNY_TRILLION'

describe('A level between commas', () => {
  testReadings([
    [
      'is of the regime that took a share behind it',
      '2021-10-21',
      `${trade} Processing trade, at RMB6.13 trillion, took up 21.6%, down by 2.2 percentage points.`,
      [sum, 'TRADE REGIME:PROCESSING 2021-01/2021-09 6.13 CNY_TRILLION share 21.6 of TRADE share change -2.2'],
    ],
    [
      'is of the flow of which the partner has a share',
      '2021-10-21',
      `${trade} ASEAN, with RMB6.13 trillion, accounted for 21.6% of total exports.`,
      [sum, 'EXPORTS PARTNER:ASEAN 2021-01/2021-09 6.13 CNY_TRILLION share 21.6 of EXPORTS'],
    ],
    [
      'is of what was the main export product',
      '2021-12-02',
      'Uruguayan exports totaled US$1,034 million in November. Beef was the main export product in November, reaching US$263 million, an 88% increase compared to 2020.',
      ['EXPORTS "total" 2021-11 1034 USD_MILLION', 'EXPORTS "Beef" 2021-11 263 USD_MILLION 88 on 2020-11'],
    ],
  ])
})

describe('The name of firms', () => {
  testReadings([
    [
      'is read without "Chinas" of a translation',
      '2021-10-21',
      `${trade} Chinas private enterprises imported and exported 8.63 trillion yuan.`,
      [sum, 'TRADE ENTERPRISE_TYPE:PRIVATE 2021-01/2021-09 8.63 CNY_TRILLION'],
    ],
  ])
})
