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
