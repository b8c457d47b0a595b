import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('goods and partners in a row', () =>
  testReadings([
    [
      'the next of a list has a verb of its own',
      '2019-09-27',
      "In June 2019, Jamaica's imports of Machinery were valued at US$768.2 million, Food was valued at US$514.0 million.",
      ['IMPORTS "Machinery" 2019-06 768.2 USD_MILLION', 'IMPORTS "Food" 2019-06 514.0 USD_MILLION'],
    ],
    [
      'goods made from imported inputs are no imports',
      '2010-06-10',
      'In April 2010, Philippine exports rose by 27.4 percent. Products made from imported inputs were down by 4.4 percent.',
      ['EXPORTS "total" 2010-04 27.4 on 2009-04'],
    ],
    [
      'partners with an aside have amounts in brackets',
      '2006-10-11',
      "In August 2006, Moldova's first 15 export partners, with a share of 89.6% of the total, were Russia (USD 131.5 mln, a figure reduced by 43.5%) and Romania (90.8 mln, +25.2%).",
      [
        'EXPORTS "Russia" 2006-08 131.5 USD_MILLION -43.5 on 2005-08',
        'EXPORTS "Romania" 2006-08 90.8 USD_MILLION 25.2 on 2005-08',
      ],
    ],
    [
      'balances by partner may be deficits',
      '2014-12-10',
      'In September 2014, the largest balance deficit of Slovakia was recorded in the foreign-trade activity with Korea (€3.2 billion), the Russian Federation (€2.1 billion) and China (€2.0 billion).',
      [
        'BALANCE PARTNER:KR 2014-09 -3.2 EUR_BILLION',
        'BALANCE "Russian Federation" 2014-09 -2.1 EUR_BILLION',
        'BALANCE "China" 2014-09 -2.0 EUR_BILLION',
      ],
    ],
    [
      'codes of goods are no numbers',
      '2018-04-23',
      "In 2017, Fiji's imports were FJ$4,977.5 million.\nImports\nMineral products [HS 25-27], up $207.1 million (27.0%) to $972.9 million;\nBase metals & articles thereof (HS 72-83), up $22.7 million (6.8%) to $356.4 million.",
      [
        'IMPORTS "total" 2017 4977.5 FJD_MILLION',
        'IMPORTS "Mineral products" 2017 972.9 FJD_MILLION 27.0 on 2016',
        'IMPORTS "Base metals & articles thereof" 2017 356.4 FJD_MILLION 6.8 on 2016',
      ],
    ],
    [
      'a month is compared with the one before, without a comma',
      '2013-08-09',
      'In June 2013, exports of goods from Estonia fell 5 percent. Compared to May exports in June fell 12 percent and imports 3 percent.',
      ['EXPORTS "total" 2013-06 -5 on 2012-06 -12 on 2013-05', 'IMPORTS "total" 2013-06 -3 on 2013-05'],
    ],
    [
      'rates stand behind "respectively"',
      '2013-08-09',
      'In June 2013, Estonian exports to Latvia and Belgium rose, respectively 17 and 99 percent.',
      ['EXPORTS "Latvia" 2013-06 17 on 2012-06', 'EXPORTS "Belgium" 2013-06 99 on 2012-06'],
    ],
    [
      'a decline in a bracket is no name',
      '2006-10-11',
      "In August 2006, Moldova's exports to the CIS countries totaled USD 275.9 mln and registered a pronounced decline (-20.7%).",
      ['EXPORTS "CIS countries" 2006-08 275.9 USD_MILLION -20.7 on 2005-08'],
    ],
    [
      'a sign stands before a space in a bracket',
      '2006-10-11',
      "In August 2006, Moldova's imports from Romania reached USD 49.1 mln (+ 5.4%).",
      ['IMPORTS "Romania" 2006-08 49.1 USD_MILLION 5.4 on 2005-08'],
    ],
    [
      'the imports are of the goods before',
      '2023-03-02',
      "In February 2023, South Korea's imports rose 3.6 percent to US$55 billion. Its oil, gas and coal imports increased yet again. The imports increased 19.7 percent to US$15 billion.",
      ['IMPORTS "total" 2023-02 55 USD_BILLION 3.6 on 2022-02'],
    ],
    [
      'the largest decrease of what a partner supplies is of two categories',
      '2023-07-14',
      "In May 2023, Ireland's imports from Great Britain fell by 34%, with the biggest decrease seen in the imports of Mineral Fuels which fell by 53%.",
      ['IMPORTS "Great Britain" 2023-05 -34 on 2022-05'],
    ],
    [
      'what a country received from those countries is imported from them',
      '2007-11-08',
      "In September 2007, Germany's exports to the euro area countries were EUR 34.4 billion, while the value of commodities received from those countries was EUR 28.8 billion.",
      [
        'EXPORTS "euro area countries" 2007-09 34.4 EUR_BILLION',
        'IMPORTS "euro area countries" 2007-09 28.8 EUR_BILLION',
      ],
    ],
    [
      'what went out of the first ten commodities is no total',
      '2019-10-14',
      'Philippine exports in the first semester of 2019 were USD34.22 billion. Exports from the top ten commodities reached USD28.07 billion.',
      ['EXPORTS "total" 2019-H1 34.22 USD_BILLION'],
    ],
    [
      'what is left out divides no rates of both flows',
      '2015-11-20',
      'In October 2015, Portugal’s exports decreased by 2.5%. Excluding fuels and lubricants, exports decreased by 0.6% and imports increased by 1.2% (+3.3% and +6.6% respectively in September 2015).',
      [
        'EXPORTS "total" 2015-10 -2.5 on 2014-10',
        'EXPORTS "Excluding fuels and lubricants" 2015-10 -0.6 on 2014-10',
        'IMPORTS "Excluding fuels and lubricants" 2015-10 1.2 on 2014-10',
      ],
    ],
    [
      'the value that a growth lifts is of the same goods',
      '2016-07-20',
      "Oman's exports reached OMR 3000 million in the first five months of 2016. Re-exports registered a 1.5 per cent growth during the period, boosting export value to OMR 892.6 million.",
      [
        'EXPORTS "total" 2016-01/2016-05 3000 OMR_MILLION',
        'EXPORTS "Re-exports" 2016-01/2016-05 892.6 OMR_MILLION 1.5 on 2015-01/2015-05',
      ],
    ],
    [
      'a share in a list has no sign of a change',
      '2019-02-07',
      "In December 2018, Finland's exports were 5 billion euros. Exports to Germany (15.4 per cent of the total in 2018) fell by 2.3 per cent in December to 640 million euros.",
      [
        'EXPORTS "total" 2018-12 5 EUR_BILLION',
        'EXPORTS "Germany" 2018 share 15.4 of EXPORTS',
        'EXPORTS "Germany" 2018-12 640 EUR_MILLION -2.3 on 2017-12',
      ],
    ],
  ]))
