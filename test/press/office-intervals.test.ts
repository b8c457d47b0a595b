import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a year whose total is exceeded', () => {
  testReadings([
    [
      'is not that of the next figures',
      '2011-11-10',
      "During the first 10 months of 2011, China's foreign trade increased 24.3 percent to $2.98 trillion, exceeding the full year 2010 figure of $2.97 trillion. Exports rose 22 percent to $1.55 trillion.",
      [
        'TRADE TOTAL:ALL 2011-01/2011-10 2.98 USD_TRILLION 24.3 on 2010-01/2010-10',
        'TRADE TOTAL:ALL 2010 2.97 USD_TRILLION',
        'EXPORTS TOTAL:ALL 2011-01/2011-10 1.55 USD_TRILLION 22 on 2010-01/2010-10',
      ],
    ],
    [
      'is no month of a record',
      '2021-11-29',
      "Malaysia's exports in October 2021 outperformed September with another record high value of RM114 billion.",
      ['EXPORTS "total" 2021-10 114 MYR_BILLION'],
    ],
  ])
})

describe('an amount in another currency', () => {
  testReadings([
    [
      'stands between a level and its change',
      '2014-03-20',
      "China's imports and exports grew in January-February 2014, of which exports were 1.96 trillion yuan, about USD 321 billion, down by 1.6% year on year, and imports were 1.9 trillion yuan, about USD 312 billion, up by 10% year on year.",
      [
        'EXPORTS TOTAL:ALL 2014-01/2014-02 1.96 CNY_TRILLION -1.6 on 2013-01/2013-02',
        'IMPORTS TOTAL:ALL 2014-01/2014-02 1.9 CNY_TRILLION 10 on 2013-01/2013-02',
      ],
    ],
  ])
})

describe('two partners and their trade', () => {
  testReadings([
    [
      'have no flow each',
      '2026-01-20',
      "In 2025, ASEAN and the EU were Chongqing's two largest trading partners, with annual imports and exports reaching 132 billion yuan and 108 billion yuan respectively.",
      ['TRADE "ASEAN" 2025 132 CNY_BILLION', 'TRADE "EU" 2025 108 CNY_BILLION'],
    ],
  ])
})

describe('a widening surplus', () => {
  testReadings([
    [
      'has no category',
      '2012-11-10',
      "China's exports rose 11.6 percent in October. This resulted in a widening trade surplus of 32 billion U.S. dollars in October, compared with a similar surplus of 27.7 billion U.S. dollars in September.",
      [
        'EXPORTS TOTAL:ALL 2012-10 11.6 on 2011-10',
        'BALANCE TOTAL:ALL 2012-10 32 USD_BILLION',
        'BALANCE TOTAL:ALL 2012-09 27.7 USD_BILLION',
      ],
    ],
  ])
})

describe('a period', () => {
  testReadings([
    [
      'may be the quarter of its last month',
      '2011-11-20',
      'Foreign trade statistics of Tonga for the quarter of September 2011 recorded a trade deficit of T$77 million.',
      ['BALANCE "total" 2011-Q3 -77 TOP_MILLION'],
    ],
    [
      'may reach to the end of a month',
      '2015-08-10',
      'In the period from January to the end of June 2015, Croatia exported goods to the value of HRK 41.6 billion.',
      ['EXPORTS "total" 2015-H1 41.6 HRK_BILLION'],
    ],
    [
      'may stand behind the base that it names',
      '2011-11-20',
      "Tonga's trade deficit was T$77 million in the third quarter of 2011. It represents a 1.5% increase from the same quarter of the previous year, September 2010. Imports were T$82 million.",
      ['BALANCE "total" 2011-Q3 -77 TOP_MILLION 1.5 on 2010-Q3', 'IMPORTS "total" 2011-Q3 82 TOP_MILLION'],
    ],
  ])
})

describe('the difference between two flows', () => {
  testReadings([
    [
      'is the balance that it explains',
      '2024-09-10',
      "Bahrain's trade deficit, the difference between imports and exports, narrowed to $175 million in July 2024 from $180 million in July 2023.",
      ['BALANCE "total" 2024-07 -175 USD_MILLION', 'BALANCE "total" 2023-07 -180 USD_MILLION'],
    ],
  ])
})

describe('the rupees of Seychelles', () => {
  testReadings([
    [
      'may have the letter of the rand',
      '2007-04-11',
      'Exports of Seychelles decreased from R16.1m in 2005 to R14.5m in 2006.',
      ['EXPORTS "total" 2005 16.1 SCR_MILLION', 'EXPORTS "total" 2006 14.5 SCR_MILLION'],
    ],
  ])
})
