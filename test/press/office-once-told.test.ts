import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('The period of a figure of an office', () => {
  testReadings([
    [
      'is not that of a relative clause without numbers',
      '2016-05-31',
      "Turkey's exports reached $12.46 billion in April. Shipments to Russia, which had imposed an embargo in January, slumped 61.5 percent to $109 million.",
      ['EXPORTS "total" 2016-04 12.46 USD_BILLION', 'EXPORTS "Russia" 2016-04 109 USD_MILLION -61.5 on 2015-04'],
    ],
    [
      'is that of the paragraph before with "over the same period"',
      '2016-05-31',
      "Turkey's exports reached $12.46 billion in April.\n\nTurkey's exports in the first four months of 2016 amounted to $47.2 billion.\n\nTurkish imports retreated 8.6 percent to $63.1 billion, amounting to a deficit of $15.9 billion over the same period.",
      [
        'EXPORTS "total" 2016-04 12.46 USD_BILLION',
        'EXPORTS "total" 2016-01/2016-04 47.2 USD_BILLION',
        'IMPORTS "total" 2016-01/2016-04 63.1 USD_BILLION -8.6 on 2015-01/2015-04',
        'BALANCE "total" 2016-01/2016-04 -15.9 USD_BILLION',
      ],
    ],
    [
      'has its base in "the comparative period last year" and in what was "spent last year"',
      '2016-01-10',
      "Jamaica's imports for the period January to September 2015 were US$3,402.6 million. Revenue from exports amounted to US$967.5 million, 12.9 per cent lower than the US$1,110.8 million earned in the comparative period last year. Imports from Caricom were valued at US$374.9 million. This was 31.6 per cent below the US$548.1 million spent last year.",
      [
        'IMPORTS "total" 2015-01/2015-09 3402.6 USD_MILLION',
        'EXPORTS "total" 2015-01/2015-09 967.5 USD_MILLION -12.9 on 2014-01/2014-09',
        'EXPORTS "total" 2014-01/2014-09 1110.8 USD_MILLION',
        'IMPORTS "Caricom" 2015-01/2015-09 374.9 USD_MILLION -31.6 on 2014-01/2014-09',
        'IMPORTS "Caricom" 2014-01/2014-09 548.1 USD_MILLION',
      ],
    ],
    [
      'is the month again behind two months taken together',
      '2018-03-02',
      "Korea's exports amounted to $44.9 billion in February 2018. Taking January and February together, exports reached $94.1 billion, an increase of 12.8%. Exports to China grew 3.7% to $11.71 billion.",
      [
        'EXPORTS "total" 2018-02 44.9 USD_BILLION',
        'EXPORTS "total" 2018-01/2018-02 94.1 USD_BILLION 12.8 on 2017-01/2017-02',
        'EXPORTS "China" 2018-02 11.71 USD_BILLION 3.7 on 2017-02',
      ],
    ],
    [
      'is not the year of an epidemic, behind which it is told',
      '2021-06-10',
      "Driven by the recovery of demand, especially the low base of the epidemic last year, from January to May, China's exports were 8.03 trillion yuan, up 30.2%.",
      ['EXPORTS TOTAL:ALL 2021-01/2021-05 8.03 CNY_TRILLION 30.2 on 2020-01/2020-05'],
    ],
    [
      'is on the month where a clause says "on a month-on-month basis"',
      '2019-11-18',
      "Pakistan's exports grew by 6.03 percent in October. Much of it was seasonal as, on a month-on-month basis, the exports increased 14.12 percent to $2.02 billion.",
      ['EXPORTS "total" 2019-10 2.02 USD_BILLION 6.03 on 2018-10 14.12 on 2019-09'],
    ],
    [
      'is on the year where customs tell trade "on a quarterly basis"',
      '2021-10-13',
      'China’s foreign trade in the first three quarters of 2021 stood at RMB28.13 trillion. On a quarterly basis, the foreign trade in the third quarter was RMB10.08 trillion, up by 15.2%.',
      [
        'TRADE TOTAL:ALL 2021-01/2021-09 28.13 CNY_TRILLION',
        'TRADE TOTAL:ALL 2021-Q3 10.08 CNY_TRILLION 15.2 on 2020-Q3',
      ],
    ],
    [
      'is on the year behind "Meanwhile year-on-year" of an office that compares months',
      '2012-12-07',
      'Germany exported goods to the value of €98.2bn in October 2012. Meanwhile year-on-year, exports increased by 9.4%.',
      ['EXPORTS "total" 2012-10 98.2 EUR_BILLION 9.4 on 2011-10'],
    ],
    [
      'is not the day of publication, though a dot stands behind it',
      '2022-08-16',
      'Faroese foreign trade\n16. Aug 2022\n\nExports of salmon amounted to DKK 4.7 billion.',
      [],
    ],
    [
      'is the whole of last year where a sentence says so',
      '2006-09-12',
      "China's total trade surplus reached US$94.6 billion in the first eight months. The figure is already not far from the US$101.9 billion recorded in the whole of last year.",
      ['BALANCE TOTAL:ALL 2006-01/2006-08 94.6 USD_BILLION', 'BALANCE TOTAL:ALL 2005 101.9 USD_BILLION'],
    ],
  ])
})

const exports = "Turkey's exports were $12.46 billion in April."
const total = 'EXPORTS "total" 2016-04 12.46 USD_BILLION'

describe('No total is', () => {
  testReadings([
    [
      'the goods that dominated a basket',
      '2016-05-31',
      `${exports} Petroleum oils continued to dominate the import basket with $1.4 billion.`,
      [total, 'IMPORTS "Petroleum oils" 2016-04 1.4 USD_BILLION'],
    ],
    [
      'the goods that led a drop',
      '2016-05-31',
      `${exports} Machinery and equipment led the drop, declining 2.2% to $9.9 billion.`,
      [total, 'EXPORTS "Machinery and equipment" 2016-04 9.9 USD_BILLION -2.2 on 2015-04'],
    ],
    [
      'the goods that fell "in export"',
      '2016-05-31',
      `${exports} The traditional labor-intensive products grew negatively in export, down by about 10%.`,
      [total, 'EXPORTS "traditional labor-intensive products" 2016-04 -10 on 2015-04'],
    ],
    [
      'a trade that was in deficit',
      '2016-05-31',
      `${exports} The trade of oil and gas commodities was $2.07 billion in deficit.`,
      [total, 'BALANCE "oil and gas commodities" 2016-04 -2.07 USD_BILLION'],
    ],
    [
      'what was delivered to a partner',
      '2016-05-31',
      `${exports} Of it, $3.1 billion worth of Turkish exports were delivered to EU28 countries.`,
      [total, 'EXPORTS "EU28 countries" 2016-04 3.1 USD_BILLION'],
    ],
    [
      'a decline in export volume',
      '2016-05-31',
      `${exports} Exports of salmon rose to $4.7 billion, despite a 6% decline in export volume.`,
      [total, 'EXPORTS "salmon" 2016-04 4.7 USD_BILLION'],
    ],
    [
      'the time of customs clearance',
      '2016-05-31',
      `${exports} Reforms took effect, with clearance time for imports cut by 56.4 percent.`,
      [total],
    ],
    [
      'the exports of other economies',
      '2014-12-10',
      "The Philippines' exports rose by 11.6 percent in October 2014. It outperformed other economies which posted negative exports growth such as Malaysia (-0.3%) and Japan (-3.6%).",
      ['EXPORTS "total" 2014-10 11.6 on 2013-10'],
    ],
  ])
})

describe('A name is read', () => {
  testReadings([
    [
      'without who said it',
      '2016-05-31',
      `${exports} TurkStat said Germany was the top export market, at $4.68 billion.`,
      [total, 'EXPORTS "Germany" 2016-04 4.68 USD_BILLION'],
    ],
    [
      'with the growth of which the clause speaks',
      '2016-05-31',
      `${exports} Exports of machinery account for 76.3% of the total, of which, the growth of mobile phones is 12.8%.`,
      [total, 'EXPORTS "machinery" 2016-04 share 76.3 of EXPORTS', 'EXPORTS "mobile phones" 2016-04 12.8 on 2015-04'],
    ],
    [
      'with a rate behind a share and a rate',
      '2016-05-31',
      `${exports} Exports to the EU countries, accounting for 84.6% of total exports, rose by 3.1% and to countries outside the EU by 13.5%.`,
      [
        total,
        'EXPORTS "EU countries" 2016-04 3.1 on 2015-04 share 84.6 of EXPORTS',
        'EXPORTS "countries outside the EU" 2016-04 13.5 on 2015-04',
      ],
    ],
    [
      'for each of three that remained the top partners',
      '2006-09-12',
      "China's exports were $592.4 billion in the first eight months. The EU, the United States and Japan remained the top three partners, with $169.7 billion, $166.4 billion and $131.9 billion of trade.",
      [
        'EXPORTS TOTAL:ALL 2006-01/2006-08 592.4 USD_BILLION',
        'TRADE PARTNER:EU 2006-01/2006-08 169.7 USD_BILLION',
        'TRADE PARTNER:US 2006-01/2006-08 166.4 USD_BILLION',
        'TRADE PARTNER:JP 2006-01/2006-08 131.9 USD_BILLION',
      ],
    ],
    [
      'for each of two kinds of firms that traded',
      '2021-10-13',
      'China’s imports in the first three quarters of 2021 stood at RMB4.71 trillion. Foreign-invested enterprises and state-owned enterprises traded RMB10.14 trillion and RMB4.29 trillion worth of goods.',
      [
        'IMPORTS TOTAL:ALL 2021-01/2021-09 4.71 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2021-01/2021-09 10.14 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2021-01/2021-09 4.29 CNY_TRILLION',
      ],
    ],
  ])
})

describe('A sign is', () => {
  testReadings([
    [
      'negative of a trade balance liability',
      '2019-07-08',
      "Austria's imports were 46.93 billion euros in May 2019. The trade balance showed a liability of 0.46 billion euros.",
      ['IMPORTS "total" 2019-05 46.93 EUR_BILLION', 'BALANCE "total" 2019-05 -0.46 EUR_BILLION'],
    ],
    [
      'that of the verb in "fell even faster"',
      '2015-11-09',
      "China's imports fell even faster by 16 percent to 833.1 billion yuan in October.",
      ['IMPORTS TOTAL:ALL 2015-10 833.1 CNY_BILLION -16 on 2014-10'],
    ],
  ])
})
