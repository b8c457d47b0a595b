import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an approximation', () => {
  testReadings([
    [
      'with two words is no category',
      '2022-11-09',
      'Exports of goods reached EUR 4.5 billion in September 2022. Exports to EU markets were up by 31% year-on-year to just over EUR 3 billion.',
      ['EXPORTS "total" 2022-09 4.5 EUR_BILLION', 'EXPORTS "EU markets" 2022-09 OVER 3 EUR_BILLION 31 on 2021-09'],
    ],
    [
      'from below is no category',
      '2024-03-18',
      'The trade deficit fell by 5.7% in January compared to the same month of the previous year, to just short of €3.73 billion.',
      ['BALANCE "total" 2024-01 UNDER -3.73 EUR_BILLION -5.7 on 2023-01'],
    ],
  ])
})

describe('a comparison', () => {
  testReadings([
    [
      'in relation to a period names no goods',
      '2007-07-31',
      'In the first half of 2007, imports totalled €8,146.4 million, a 37.7% increase in relation to the same period in 2006.',
      ['IMPORTS "total" 2007-H1 8146.4 EUR_MILLION 37.7 on 2006-H1'],
    ],
    [
      'by a multiple leaves the period as it is',
      '2010-12-10',
      "In the first 11 months, China's exports rose 33 percent. The deficit with the ASEAN of $14 billion was 17 times that of the first 11 months of last year.",
      [
        'EXPORTS TOTAL:ALL 2010-01/2010-11 33 on 2009-01/2009-11',
        'BALANCE PARTNER:ASEAN 2010-01/2010-11 -14 USD_BILLION',
      ],
    ],
  ])
})

describe('a list', () => {
  testReadings([
    [
      'has shares with levels in brackets',
      '2007-07-31',
      'In the first half of 2007, imports totalled €8,146.4 million. Imports were dominated by intermediate goods accounting for 61.8% (€5,034.1 million), followed by consumer goods, 21.3% (€1,731.4 million) and equipment, 16.9% (€1,381 million).',
      [
        'IMPORTS "total" 2007-H1 8146.4 EUR_MILLION',
        'IMPORTS "intermediate goods" 2007-H1 5034.1 EUR_MILLION share 61.8 of IMPORTS',
        'IMPORTS "consumer goods" 2007-H1 1731.4 EUR_MILLION share 21.3 of IMPORTS',
        'IMPORTS "equipment" 2007-H1 1381 EUR_MILLION share 16.9 of IMPORTS',
      ],
    ],
    [
      'of shares with levels may repeat its verb',
      '2007-07-31',
      'The most exported items in the first half of 2007 were intermediate goods accounting for 67.4% (€2,676.2 million), followed by consumer goods, which made up 26% (€1,031.9 million) and equipment, making up 6.6% (€260.7 million) of total exports.',
      [
        'EXPORTS "intermediate goods" 2007-H1 2676.2 EUR_MILLION share 67.4 of EXPORTS',
        'EXPORTS "consumer goods" 2007-H1 1031.9 EUR_MILLION share 26 of EXPORTS',
        'EXPORTS "equipment" 2007-H1 260.7 EUR_MILLION share 6.6 of EXPORTS',
      ],
    ],
  ])
})

describe('a sentence', () => {
  testReadings([
    [
      'of this month is of the month reported on',
      '2019-09-17',
      "In August 2019, exports reached 20 billion ALL. This month's trade deficit is 32 billion ALL, increasing by 13.3% compared to August 2018.",
      ['EXPORTS TOTAL:ALL 2019-08 20 ALL_BILLION', 'BALANCE TOTAL:ALL 2019-08 -32 ALL_BILLION 13.3 on 2018-08'],
    ],
    [
      'may say where a total arrived',
      '2019-10-14',
      "China's foreign trade volume in the first three quarters of 2019 arrived at RMB22.91 trillion, up by 2.8% year-on-year.",
      ['TRADE TOTAL:ALL 2019-01/2019-09 22.91 CNY_TRILLION 2.8 on 2018-01/2018-09'],
    ],
    [
      'may begin with the whole of a share',
      '2009-02-11',
      "China's external trade fell 29 percent year on year to US$141.8 billion in January. Of total exports, machinery accounted for 60 percent.",
      ['TRADE TOTAL:ALL 2009-01 141.8 USD_BILLION -29 on 2008-01', 'EXPORTS "machinery" 2009-01 share 60 of EXPORTS'],
    ],
    [
      'may tell what a figure means',
      '2022-11-09',
      'In September 2022 exports were worth EUR 3 million. The export-import ratio was 105%, which means Slovenia generated a surplus of EUR 260,000.',
      ['EXPORTS "total" 2022-09 3 EUR_MILLION', 'BALANCE "total" 2022-09 260000 EUR'],
    ],
    [
      'of exports to an economy is none of that',
      '2022-11-09',
      'Exports of goods reached EUR 4.5 billion in September 2022. Exports to Italy were up by 31% year-on-year to EUR 3 billion.',
      ['EXPORTS "total" 2022-09 4.5 EUR_BILLION', 'EXPORTS "Italy" 2022-09 3 EUR_BILLION 31 on 2021-09'],
    ],
  ])
})
