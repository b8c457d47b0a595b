import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('places and shares', () =>
  testReadings([
    [
      'the largest has its share in a relative clause',
      '2013-08-09',
      'In June 2013, the top country of destination for Estonian exports was Sweden, which accounted for 17 percent, followed by Finland with 15 percent.',
      ['EXPORTS PARTNER:SE 2013-06 share 17 of EXPORTS', 'EXPORTS PARTNER:FI 2013-06 share 15 of EXPORTS'],
    ],
    [
      'goods hold the biggest share and top a list',
      '2013-08-09',
      "In June 2013, the biggest share in Estonia's exports was held by machinery, which accounted for 29 percent of total exports, followed by mineral products with 10 percent. Machinery also topped the list of imports, accounting for 30 percent of the total, followed by mineral products with 14 percent.",
      [
        'EXPORTS "machinery" 2013-06 share 29 of EXPORTS',
        'EXPORTS "mineral products" 2013-06 share 10 of EXPORTS',
        'IMPORTS "Machinery" 2013-06 share 30 of IMPORTS',
        'IMPORTS "mineral products" 2013-06 share 14 of IMPORTS',
      ],
    ],
    [
      'dispatches to and arrivals from a partner have a rate each',
      '2007-11-08',
      "In September 2007, compared with September 2006, Germany's dispatches to and arrivals from the EU countries increased by 8.2% and 4.4%, respectively.",
      ['EXPORTS "EU countries" 2007-09 8.2 on 2006-09', 'IMPORTS "EU countries" 2007-09 4.4 on 2006-09'],
    ],
    [
      'commodities that a country received are imports',
      '2007-11-08',
      'In September 2007, Germany received commodities to the value of EUR 41.9 billion from Italy.',
      ['IMPORTS "Italy" 2007-09 41.9 EUR_BILLION'],
    ],
    [
      'a storm in a cause is of no period of trade',
      '2017-06-19',
      "In May 2017, Japan's exports were 5,851 billion yen.\nImports climbed 17.8 percent to 6,054 billion yen, as the value of coal imports increased due to price hikes, stemming from damage that Australia suffered from a large-scale cyclone in March.",
      ['EXPORTS "total" 2017-05 5851 JPY_BILLION', 'IMPORTS "total" 2017-05 6054 JPY_BILLION 17.8 on 2016-05'],
    ],
    [
      'the first rise in three months is no quarter',
      '2017-06-19',
      "In May 2017, Japan's exports were 5,851 billion yen.\nJapan's surplus with Italy expanded 19 percent to 411 billion yen, the first rise in three months. Exports to Italy were up 11.6 percent.",
      [
        'EXPORTS "total" 2017-05 5851 JPY_BILLION',
        'BALANCE "Italy" 2017-05 411 JPY_BILLION 19 on 2016-05',
        'EXPORTS "Italy" 2017-05 11.6 on 2016-05',
      ],
    ],
    [
      'goods in the trade with one partner are of two categories',
      '2017-06-19',
      'In trade with Italy, Japan posted a deficit of 31 billion yen in May 2017, due in part to a 21.6 percent surge in imports of wine.',
      ['BALANCE "Italy" 2017-05 -31 JPY_BILLION'],
    ],
    [
      'a list goes on with what comes then',
      '2024-01-22',
      "In 2023, the largest commodity groups in Georgia's exports were led by motor cars – $2.13 billion. Then come: copper ores – $479 million; mineral waters, containing sugar – $109 million.",
      [
        'EXPORTS "motor cars" 2023 2.13 USD_BILLION',
        'EXPORTS "copper ores" 2023 479 USD_MILLION',
        'EXPORTS "mineral waters, containing sugar" 2023 109 USD_MILLION',
      ],
    ],
    [
      'terms of delivery say nothing of goods',
      '2020-10-30',
      'The value of imported goods of Iceland amounted to 67.8 billion ISK fob (72.5 billion ISK cif) in September 2020.',
      ['IMPORTS "total" 2020-09 67.8 ISK_BILLION'],
    ],
    [
      'a share is of exported goods',
      '2020-10-30',
      "In September 2020, marine products contributed 43.8% of Iceland's total exported goods.",
      ['EXPORTS "marine products" 2020-09 share 43.8 of EXPORTS'],
    ],
    [
      'partners have their places',
      '2018-11-15',
      'In September 2018, Kyrgyz exports to the UK amounted to 386 million dollars. Russia is in second place - 230 million dollars. At the third place is Italy, exports amount to 87 million dollars.',
      [
        'EXPORTS "UK" 2018-09 386 USD_MILLION',
        'EXPORTS "Russia" 2018-09 230 USD_MILLION',
        'EXPORTS "Italy" 2018-09 87 USD_MILLION',
      ],
    ],
    [
      'amounts side by side are unreadable',
      '2018-11-15',
      'In September 2018, Kyrgyz exports amounted to 1 billion dollars 477 million 4 thousand.',
      [],
    ],
    [
      'a share has moved from one to another',
      '2024-12-12',
      "In the third quarter of 2024, Ghana's exports rose. The share of gold exports rose from 42.5% in Q3 2023 to 62.1% in Q3 2024. The export share of cocoa beans also saw a decline from 4.8% to 4.6%. The share of tuna in exports fell from 3% to 2%.",
      [
        'EXPORTS "gold" 2023-Q3 share 42.5 of EXPORTS',
        'EXPORTS "gold" 2024-Q3 share 62.1 of EXPORTS',
        'EXPORTS "cocoa beans" 2024-Q3 share 4.6 of EXPORTS',
        'EXPORTS "tuna" 2024-Q3 share 2 of EXPORTS',
      ],
    ],
    [
      'the cedi has a sign',
      '2024-12-12',
      'Ghana recorded a trade surplus of GH₵3.9 billion in the third quarter of 2024. This marks a turnaround from the GH₵2.3 billion trade deficit recorded in the same period last year.',
      ['BALANCE "total" 2024-Q3 3.9 GHS_BILLION', 'BALANCE "total" 2023-Q3 -2.3 GHS_BILLION'],
    ],
    [
      'more than a multiple of another value is no value',
      '2024-12-12',
      "In June 2024, Ghana's gold exports were worth US$4 billion, which is more than four times the value of the oil exports, at US$1 billion.",
      ['EXPORTS "gold" 2024-06 4 USD_BILLION'],
    ],
    [
      'a trend is no change',
      '2019-08-06',
      "In June 2019, the Czech Republic's exports fell by 4%. The development trend shows decreasing exports (-0.4%) and imports (-0.7%).",
      ['EXPORTS "total" 2019-06 -4 on 2018-06'],
    ],
    [
      'a national concept is no category',
      '2019-08-06',
      'In the period from January to June 2019 the Czech trade balance surplus in the national concept amounted to CZK 114.7 bn.',
      ['BALANCE "total" 2019-H1 114.7 CZK_BILLION'],
    ],
    [
      'rates without decimals are in turn',
      '2013-08-09',
      "In June 2013, Estonia's exports and imports rose by 17 and 9 percent.",
      ['EXPORTS "total" 2013-06 17 on 2012-06', 'IMPORTS "total" 2013-06 9 on 2012-06'],
    ],
    [
      'parts between commas have a sum',
      '2024-12-12',
      "Ghana's imports fell in June 2024. In terms of imports, the top two products, both within the category of fuels, totaled US$12.9 billion.",
      [],
    ],
    [
      'the rank of goods stands before their name',
      '2024-12-12',
      "In June 2024, Ghana's exports rose. Gold remained the top export product, valued at US$4 billion, above the second-highest export, crude petroleum, at US$1 billion.",
      ['EXPORTS "Gold" 2024-06 4 USD_BILLION', 'EXPORTS "crude petroleum" 2024-06 1 USD_BILLION'],
    ],
    [
      'a paragraph goes on with the year that a sentence begins with',
      '2007-11-08',
      "Germany's exports rose by 3.3% in September 2007 compared with September 2006. Compared with September 2006, dispatches to the EU countries increased by 8.2%. Commodities to the value of EUR 34.4 billion (+7.8%) were dispatched to the euro area countries.",
      [
        'EXPORTS "total" 2007-09 3.3 on 2006-09',
        'EXPORTS "EU countries" 2007-09 8.2 on 2006-09',
        'EXPORTS "euro area countries" 2007-09 34.4 EUR_BILLION 7.8 on 2006-09',
      ],
    ],
  ]))
