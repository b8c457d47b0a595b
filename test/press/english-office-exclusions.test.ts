import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('In releases of offices,', () => {
  testReadings([
    [
      'exports of the products of the economy are its exports',
      '2017-04-20',
      'Swiss foreign trade. In the first quarter of 2017, exports of Swiss products came to CHF 54.83 billion. Imports reached 46.12 billion.',
      ['EXPORTS "total" 2017-Q1 54.83 CHF_BILLION', 'IMPORTS "total" 2017-Q1 46.12 CHF_BILLION'],
    ],
    [
      'a partner that a bracket excludes is no category of the next flow',
      '2005-01-13',
      "In 2004 Israel's total imports came to $39.2 billion (excluding Gaza), total exports were $33.4 billion (excluding Gaza), for a trade deficit of $5.8 billion.",
      [
        'IMPORTS "total" 2004 39.2 USD_BILLION',
        'EXPORTS "total" 2004 33.4 USD_BILLION',
        'BALANCE "total" 2004 -5.8 USD_BILLION',
      ],
    ],
    [
      'what a deficit reflects is no deficit',
      '2005-01-13',
      "In 2004 Israel's trade deficit was $5.8 billion. The wider trade deficit reflects the purchase of $420 million worth of ships.",
      ['BALANCE "total" 2004 -5.8 USD_BILLION'],
    ],
    [
      'parts of what exports consisted of follow their shares',
      '2005-01-13',
      "In 2004 Israel's exports rose 3%. 68% of exports consisted of manufactured goods and software, 29% diamonds and 3% agricultural products.",
      [
        'EXPORTS "total" 2004 3 on 2003',
        'EXPORTS "manufactured goods and software" 2004 share 68 of EXPORTS',
        'EXPORTS "diamonds" 2004 share 29 of EXPORTS',
        'EXPORTS "agricultural products" 2004 share 3 of EXPORTS',
      ],
    ],
    [
      'shares of a part and rates of earlier years in brackets are no changes',
      '2005-01-13',
      "Israel's exports of high-tech products were $10.8 billion in 2004 (48% of manufactured exports, compared to 47% in 2003). Its exports of plastics rose 19%, a high rise compared to 2003 (7%) and 2002 (2%).",
      ['EXPORTS "high-tech products" 2004 10.8 USD_BILLION', 'EXPORTS "plastics" 2004 19 on 2003'],
    ],
    [
      'the accumulated result for the year is of its first months',
      '2007-08-01',
      'Brazilian exports generated US$ 14.12 billion in July. In the accumulated result for the year, exports reached US$ 87.3 billion.',
      ['EXPORTS "total" 2007-07 14.12 USD_BILLION', 'EXPORTS "total" 2007-01/2007-07 87.3 USD_BILLION'],
    ],
    [
      'a ratio of exports to imports with dashes is no rate',
      '2017-11-30',
      "Serbia's imports in January-October 2017 amounted to USD 17887.3 million. The export – import ratio equalled 78.1% and was lower than a year before.",
      ['IMPORTS "total" 2017-01/2017-10 17887.3 USD_MILLION'],
    ],
  ])
})
