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

describe('In lists of partners,', () => {
  testReadings([
    [
      'shares in turn follow the names of those that come next',
      '2014-10-01',
      'Colombian exports were 4,816 million dollars in August. The United States was the main destination, with a share of 24.6 percent. It is followed by China, Panama, Spain and India, with 18.3, 6.9, 5.4 and 4.8 percent, respectively.',
      [
        'EXPORTS "total" 2014-08 4816 USD_MILLION',
        'EXPORTS "United States" 2014-08 share 24.6 of EXPORTS',
        'EXPORTS "China" 2014-08 share 18.3 of EXPORTS',
        'EXPORTS "Panama" 2014-08 share 6.9 of EXPORTS',
        'EXPORTS "Spain" 2014-08 share 5.4 of EXPORTS',
        'EXPORTS "India" 2014-08 share 4.8 of EXPORTS',
      ],
    ],
    [
      'percentages in brackets of destinations that increased are rates',
      '2019-09-13',
      "Peru's exports fell 9.27% in July. Imports rose 3%. Among the main destinations, two showed an increase. These were: the United States with US$ 548 million (3.97%) and South Korea, US$ 231 million (12.16%).",
      [
        'EXPORTS "total" 2019-07 -9.27 on 2018-07',
        'IMPORTS "total" 2019-07 3 on 2018-07',
        'EXPORTS "United States" 2019-07 548 USD_MILLION 3.97 on 2018-07',
        'EXPORTS "South Korea" 2019-07 231 USD_MILLION 12.16 on 2018-07',
      ],
    ],
    [
      'a value that is a percentage has a share',
      '2019-10-01',
      'Exports of Kyrgyzstan grew by 6.4 percent in January-August 2019. The largest volume of exports was sent to the UK and amounted to 541.9 million dollars, which is 42.9 percent.',
      [
        'EXPORTS "total" 2019-01/2019-08 6.4 on 2018-01/2018-08',
        'EXPORTS "UK" 2019-01/2019-08 541.9 USD_MILLION share 42.9 of EXPORTS',
      ],
    ],
    [
      'export earnings from a partner are exports to it',
      '2014-12-01',
      "Kenya's exports declined to Sh132.6 billion in the third quarter of 2014. Export earnings from the European Union were 3.4 per cent lower at Sh27.8 billion.",
      [
        'EXPORTS "total" 2014-Q3 132.6 KES_BILLION',
        'EXPORTS "European Union" 2014-Q3 27.8 KES_BILLION -3.4 on 2013-Q3',
      ],
    ],
    [
      'the largest import item has the share behind its name',
      '2014-08-10',
      "Estonia's imports amounted to 993 million euros in June 2014. Imports fell the most from Latvia (by 21 million euros), while the largest import item, electrical equipment, made up 17 percent of the imports.",
      ['IMPORTS "total" 2014-06 993 EUR_MILLION', 'IMPORTS "electrical equipment" 2014-06 share 17 of IMPORTS'],
    ],
    [
      'a period with a comma in a bracket is that of the bracket',
      '2021-09-13',
      "Poland's negative balance in January-July 2021 reached USD 1.1 bn (in the corresponding period of 2020, the positive balance amounted to USD 4.6 bn).",
      ['BALANCE "total" 2021-01/2021-07 -1.1 USD_BILLION', 'BALANCE "total" 2020-01/2020-07 4.6 USD_BILLION'],
    ],
  ])
})
