import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('What English texts have told before', () => {
  testReadings([
    [
      'their trade is of the partners ranked before',
      '2022-04-25',
      "ASEAN, the United States, and the European Union were Fujian's major trade partners in the first quarter of this year. Their import and export volumes grew 19.5 percent, 16.6 percent, and 26.3 percent to 88.65 billion yuan, 60.76 billion yuan and 53.7 billion yuan, respectively.",
      [
        'TRADE "ASEAN" 2022-Q1 88.65 CNY_BILLION 19.5 on 2021-Q1',
        'TRADE "United States" 2022-Q1 60.76 CNY_BILLION 16.6 on 2021-Q1',
        'TRADE "European Union" 2022-Q1 53.7 CNY_BILLION 26.3 on 2021-Q1',
      ],
    ],
    [
      'the level behind the change of a category is of it',
      '2022-04-25',
      "Fujian's foreign trade reached 433.08 billion yuan in the first quarter. The province's private sector soared 12.4 percent year-on-year to 232.42 billion yuan in imports and exports, which accounted for 53.7 percent of the province's total.",
      [
        'TRADE "total" 2022-Q1 433.08 CNY_BILLION',
        'TRADE "private sector" 2022-Q1 232.42 CNY_BILLION 12.4 on 2021-Q1 share 53.7 of TRADE',
      ],
    ],
    [
      'ranked goods have a level and a share each',
      '2022-04-25',
      "Fujian's foreign trade reached 433.08 billion yuan in the first quarter. Mechanical and electrical products, labor-intensive products, and agricultural products were the major exports, generating 97.72 billion yuan, 81.99 billion yuan, and 20.18 billion yuan, respectively, which accounted for 37.2 percent, 31.2 percent, and 28.4 percent of the province's total.",
      [
        'TRADE "total" 2022-Q1 433.08 CNY_BILLION',
        'EXPORTS "Mechanical and electrical products" 2022-Q1 97.72 CNY_BILLION share 37.2 of EXPORTS',
        'EXPORTS "labor-intensive products" 2022-Q1 81.99 CNY_BILLION share 31.2 of EXPORTS',
        'EXPORTS "agricultural products" 2022-Q1 20.18 CNY_BILLION share 28.4 of EXPORTS',
      ],
    ],
    [
      'ranked goods have a change each',
      '2022-05-13',
      'The import and export volume of Xiamen increased 5.9 percent in the first four months of this year. Mechanical and electrical products, as well as labor-intensive products such as textiles and garments, were the major exports, growing 12.7 percent and 16.3 percent to 64.76 billion yuan and 38.07 billion yuan, respectively.',
      [
        'TRADE "total" 2022-01/2022-04 5.9 on 2021-01/2021-04',
        'EXPORTS "Mechanical and electrical products" 2022-01/2022-04 64.76 CNY_BILLION 12.7 on 2021-01/2021-04',
        'EXPORTS "labor-intensive products" 2022-01/2022-04 38.07 CNY_BILLION 16.3 on 2021-01/2021-04',
      ],
    ],
    [
      'the exports of the sector',
      '2013-10-22',
      "In the first three quarters, the import and export of Guangdong's processing trade added up to 387.35 billion USD. The sector's export decreased 0.5 percent to 236.29 billion USD and its import went up 0.3 percent to 151.06 billion USD.",
      [
        'TRADE "processing trade" 2013-01/2013-09 387.35 USD_BILLION',
        'EXPORTS "processing trade" 2013-01/2013-09 236.29 USD_BILLION -0.5 on 2012-01/2012-09',
        'IMPORTS "processing trade" 2013-01/2013-09 151.06 USD_BILLION 0.3 on 2012-01/2012-09',
      ],
    ],
    [
      'among that',
      '2015-07-27',
      "In the first half of 2015, China's trade fell 6.9%. With the US, China's import and export were up 4%. Among that, the export was up 9.3%.",
      [
        'TRADE TOTAL:ALL 2015-H1 -6.9 on 2014-H1',
        'TRADE PARTNER:US 2015-H1 4 on 2014-H1',
        'EXPORTS PARTNER:US 2015-H1 9.3 on 2014-H1',
      ],
    ],
    [
      'growths in turn',
      '2013-10-22',
      "In the first three quarters, Guangdong's export to Hong Kong, Taiwan and Korea experienced 29.5 percent, 14.1 percent and 17.8 percent year on year growths.",
      [
        'EXPORTS "Hong Kong" 2013-01/2013-09 29.5 on 2012-01/2012-09',
        'EXPORTS "Taiwan" 2013-01/2013-09 14.1 on 2012-01/2012-09',
        'EXPORTS "Korea" 2013-01/2013-09 17.8 on 2012-01/2012-09',
      ],
    ],
    [
      'increases with the next partners',
      '2012-09-01',
      "From January to July of the year, China's trade with South Africa reported 40.9% increase over the same period of last year, 17.7% increase with Russia, and 0.9% decrease with Europe.",
      [
        'TRADE "South Africa" 2012-01/2012-07 40.9 on 2011-01/2011-07',
        'TRADE "Russia" 2012-01/2012-07 17.7 on 2011-01/2011-07',
        'TRADE PARTNER:EUROPE 2012-01/2012-07 -0.9 on 2011-01/2011-07',
      ],
    ],
    [
      "a partner's trade in an aside",
      '2013-08-09',
      "In July, China's two-way trade with the EU, China's largest trade partner, rose 5 percent, while that with the United States, China's second-largest trade partner, rose 10 percent.",
      ['TRADE PARTNER:EU 2013-07 5 on 2012-07', 'TRADE PARTNER:US 2013-07 10 on 2012-07'],
    ],
    [
      'goods that both flows are of',
      '2008-07-14',
      'In the five months to May, US$1.65 billion worth of animal by-products were sold abroad, up 10 percent, while US$3.28 billion worth were imported, up 35.9 percent. The trade deficit was US$1.63 billion, up 78.6 percent.',
      [
        'EXPORTS "animal by-products" 2008-01/2008-05 1.65 USD_BILLION 10 on 2007-01/2007-05',
        'IMPORTS "animal by-products" 2008-01/2008-05 3.28 USD_BILLION 35.9 on 2007-01/2007-05',
        'BALANCE "animal by-products" 2008-01/2008-05 -1.63 USD_BILLION 78.6 on 2007-01/2007-05',
      ],
    ],
    [
      'a partner that goods were exported to',
      '2023-07-26',
      'Overall, China exported about $26.4 billion in goods to Central Asia during the first six months of 2023, while registering almost $13.5 billion in imports.',
      [
        'EXPORTS "Central Asia" 2023-H1 ABOUT 26.4 USD_BILLION',
        'IMPORTS "Central Asia" 2023-H1 UNDER 13.5 USD_BILLION',
      ],
    ],
    [
      'an economy before a colon',
      '2023-07-26',
      "In the first half of 2023, China's trade with Uzbekistan rose 26.8 percent.\nKazakhstan: trade turnover rose by 26.8 percent to $18.25 billion; exports to Kazakhstan reached $10.63 billion, imports $7.62 billion.",
      [
        'TRADE "Uzbekistan" 2023-H1 26.8 on 2022-H1',
        'TRADE "Kazakhstan" 2023-H1 18.25 USD_BILLION 26.8 on 2022-H1',
        'EXPORTS "Kazakhstan" 2023-H1 10.63 USD_BILLION',
        'IMPORTS "Kazakhstan" 2023-H1 7.62 USD_BILLION',
      ],
    ],
    [
      'goods that exported an amount',
      '2024-04-23',
      "Last year, China's new three kinds of products exported a total of 1.06 trillion yuan, an increase of 29.9 percent.",
      ['EXPORTS "new three kinds of products" 2023 1.06 CNY_TRILLION 29.9 on 2022'],
    ],
    [
      'the island province',
      '2021-01-29',
      "The foreign trade of south China's Hainan Province reached 93.3 billion yuan in 2020. Imports of the island province increased 16.8 percent to 65.66 billion yuan. This can explain why duty-free sales reached 27.48 billion yuan in Hainan last year.",
      ['TRADE "total" 2020 93.3 CNY_BILLION', 'IMPORTS "total" 2020 65.66 CNY_BILLION 16.8 on 2019'],
    ],
    [
      'levels in turn during a period',
      '2021-07-14',
      "China's trade with ASEAN, the European Union and the United States reached 2.66, 2.52 and 2.21 trillion yuan during the first six months of the year, respectively.",
      [
        'TRADE PARTNER:ASEAN 2021-H1 2.66 CNY_TRILLION',
        'TRADE PARTNER:EU 2021-H1 2.52 CNY_TRILLION',
        'TRADE PARTNER:US 2021-H1 2.21 CNY_TRILLION',
      ],
    ],
  ])
})
