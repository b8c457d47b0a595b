import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('partners by what the text says of them', () => {
  testReadings([
    [
      'the former and the latter of two partners',
      '2020-01-15',
      "In 2019, ASEAN overtook the United States as China's second-largest trading partner. Trade with the former grew 12.1 percent to 4.31 trillion yuan, and that with the latter dropped 11.4 percent to 3.65 trillion yuan.",
      [
        'TRADE PARTNER:ASEAN 2019 4.31 CNY_TRILLION 12.1 on 2018',
        'TRADE PARTNER:US 2019 3.65 CNY_TRILLION -11.4 on 2018',
      ],
    ],
    [
      'exports to the latter of two',
      '2014-07-10',
      "China's largest partners in the first half were the European Union and ASEAN. Trade with the former grew 9.5 percent to 1.7 trillion yuan, while exports to the latter gained 6 percent to 620 billion yuan.",
      [
        'TRADE PARTNER:EU 2014-H1 1.7 CNY_TRILLION 9.5 on 2013-H1',
        'EXPORTS PARTNER:ASEAN 2014-H1 620 CNY_BILLION 6 on 2013-H1',
      ],
    ],
    [
      'a partner buys goods and sells some',
      '2024-03-26',
      "Africa bought 3.8 billion yuan of Hunan's goods in the first two months and sold the province 1.7 billion yuan's worth in return, bringing two-way trade to 5.5 billion yuan, a year-on-year decline of 3.2 percent.",
      [
        'EXPORTS "Africa" 2024-01/2024-02 3.8 CNY_BILLION',
        'IMPORTS "Africa" 2024-01/2024-02 1.7 CNY_BILLION',
        'TRADE "Africa" 2024-01/2024-02 5.5 CNY_BILLION -3.2 on 2023-01/2023-02',
      ],
    ],
    [
      'a part of the exports of a region',
      '2025-08-15',
      'In the first seven months ASEAN absorbed 160.2 billion yuan of the 240.1 billion yuan of goods that Guangxi exported, Vietnam alone taking 120.7 billion yuan.',
      [
        'EXPORTS "ASEAN" 2025-01/2025-07 160.2 CNY_BILLION',
        'EXPORTS "total" 2025-01/2025-07 240.1 CNY_BILLION',
        'EXPORTS "Vietnam" 2025-01/2025-07 120.7 CNY_BILLION',
      ],
    ],
    [
      'the neighboring country',
      '2009-08-21',
      "Heilongjiang's trade with Russia amounted to 3.12 billion dollars in the first seven months, according to Harbin Customs. Exports to the neighboring country alone were 1.62 billion dollars.",
      ['TRADE "Russia" 2009-01/2009-07 3.12 USD_BILLION', 'EXPORTS "Russia" 2009-01/2009-07 1.62 USD_BILLION'],
    ],
    [
      'imports from there',
      '2023-03-07',
      "China-Russia trade jumped 25.9 percent in January and February to 33.69 billion U.S. dollars: China's exports to Russia climbed 19.8 percent to 15 billion dollars, and its purchases from there 31.3 percent to 18.65 billion dollars.",
      [
        'TRADE "Russia" 2023-01/2023-02 33.69 USD_BILLION 25.9 on 2022-01/2022-02',
        'EXPORTS "Russia" 2023-01/2023-02 15 USD_BILLION 19.8 on 2022-01/2022-02',
        'IMPORTS "Russia" 2023-01/2023-02 18.65 USD_BILLION 31.3 on 2022-01/2022-02',
      ],
    ],
  ])
})

describe('enterprises and regimes of customs news', () => {
  testReadings([
    [
      'their flows behind their share',
      '2019-07-13',
      "The share of private enterprises in China's total foreign trade rose 2.1 percentage points to 41.5 percent in the first half, as their imports and exports increased 10.9 percent to 6.1 trillion yuan.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2019-H1 6.1 CNY_TRILLION 10.9 on 2018-H1 share 41.5 of TRADE share change 2.1'],
    ],
    [
      'enterprises in the region of the text',
      '2021-11-19',
      'In the first ten months, private enterprises in Fujian generated 780.4 billion yuan in imports and exports, up 21.5 percent year on year. Their exports, at 540.6 billion yuan, rose 24 percent.',
      [
        'TRADE "private enterprises" 2021-01/2021-10 780.4 CNY_BILLION 21.5 on 2020-01/2020-10',
        'EXPORTS "private enterprises" 2021-01/2021-10 540.6 CNY_BILLION 24 on 2020-01/2020-10',
      ],
    ],
    [
      'enterprises did a share of the trade',
      '2025-07-22',
      "Jiangxi's imports and exports were 231.4 billion yuan in the first half, of which private enterprises did 74.1 percent, i.e. 171.5 billion yuan, Nanchang Customs said.",
      [
        'TRADE "total" 2025-H1 231.4 CNY_BILLION',
        'TRADE "private enterprises" 2025-H1 171.5 CNY_BILLION share 74.1 of TRADE',
      ],
    ],
    [
      'the next regime took a share',
      '2007-10-18',
      "Processing trade accounted for 20.4 percent of Zhejiang's exports in the first three quarters, or 18.3 billion U.S. dollars; general trade, at 70.2 billion dollars, took 78.1 percent.",
      [
        'EXPORTS "Processing trade" 2007-01/2007-09 18.3 USD_BILLION share 20.4 of EXPORTS',
        'EXPORTS "general trade" 2007-01/2007-09 70.2 USD_BILLION share 78.1 of EXPORTS',
      ],
    ],
    [
      'a regime behind what someone said',
      '2009-05-13',
      'Customs said on Wednesday that processing trade, hit hardest by the slump, contracted 30.2 percent year on year to 247.1 billion dollars in the first four months.',
      ['TRADE REGIME:PROCESSING 2009-01/2009-04 247.1 USD_BILLION -30.2 on 2008-01/2008-04'],
    ],
    [
      'the weight of a regime in the total',
      '2012-02-10',
      'Last year general trade recorded imports and exports of 1.87 trillion dollars, an increase of 28.1 percent; its weight in the total foreign trade value was 51.3 percent.',
      ['TRADE REGIME:ORDINARY 2011 1.87 USD_TRILLION 28.1 on 2010 share 51.3 of TRADE'],
    ],
    [
      'e-commerce as a business of both flows',
      '2017-03-24',
      'Guangdong recorded 22.8 billion yuan in cross-border e-commerce imports and exports last year, 54 percent more than in 2015; 15.1 billion yuan was export business and 7.7 billion yuan import business.',
      [
        'TRADE "cross-border e-commerce" 2016 22.8 CNY_BILLION 54 on 2015',
        'EXPORTS "cross-border e-commerce" 2016 15.1 CNY_BILLION',
        'IMPORTS "cross-border e-commerce" 2016 7.7 CNY_BILLION',
      ],
    ],
    [
      'what a region traded and sold abroad',
      '2013-09-13',
      "Of the 22.1 billion dollars of goods Hubei traded in the first eight months, 13.4 billion dollars' worth were sold abroad and 8.7 billion dollars' worth bought from abroad, according to Wuhan Customs.",
      [
        'TRADE "total" 2013-01/2013-08 22.1 USD_BILLION',
        'EXPORTS "total" 2013-01/2013-08 13.4 USD_BILLION',
        'IMPORTS "total" 2013-01/2013-08 8.7 USD_BILLION',
      ],
    ],
    [
      'only so many goods traded',
      '2020-05-22',
      'Hubei traded only 51.2 billion yuan of goods in the first quarter, or 38.1 percent less than a year earlier. April brought a rebound to 29.3 billion yuan, up 3.1 percent.',
      [
        'TRADE "total" 2020-Q1 51.2 CNY_BILLION -38.1 on 2019-Q1',
        'TRADE "total" 2020-04 29.3 CNY_BILLION 3.1 on 2019-04',
      ],
    ],
  ])
})

describe('earlier levels of customs news', () => {
  testReadings([
    [
      'more than tripling the level of the year before',
      '2007-01-11',
      "China's foreign trade surplus soared to 177.47 billion U.S. dollars in 2006, nearly doubling the 101.88 billion dollars of the previous year.",
      ['BALANCE TOTAL:ALL 2006 177.47 USD_BILLION', 'BALANCE TOTAL:ALL 2005 101.88 USD_BILLION'],
    ],
    [
      'already above the level of a whole year',
      '2025-11-08',
      "China's trade surplus for the first 10 months stood at 965 billion U.S. dollars, already above the 823 billion dollars recorded for the whole of 2023.",
      ['BALANCE TOTAL:ALL 2025-01/2025-10 965 USD_BILLION', 'BALANCE TOTAL:ALL 2023 823 USD_BILLION'],
    ],
    [
      'from the all-time high of a month',
      '2012-09-11',
      "Exports slipped 1 percent from July's all-time high of 176.9 billion dollars to 175.1 billion dollars in August, though that was still 2.7 percent up on the year, China's customs said.",
      [
        'EXPORTS TOTAL:ALL 2012-08 175.1 USD_BILLION -1 on 2012-07 2.7 on 2011-08',
        'EXPORTS TOTAL:ALL 2012-07 176.9 USD_BILLION',
      ],
    ],
    [
      'the level of a year before in a bracket',
      '2012-11-22',
      "Yunnan's trade with Myanmar rose to 1.8 billion dollars in the first ten months (year-earlier period: 1.6 billion dollars), Kunming Customs said.",
      ['TRADE "Myanmar" 2012-01/2012-10 1.8 USD_BILLION', 'TRADE "Myanmar" 2011-01/2011-10 1.6 USD_BILLION'],
    ],
    [
      'a deficit that compares with surpluses',
      '2014-04-10',
      'In February the country recorded a trade deficit of 22.98 billion U.S. dollars, which compares with surpluses of 14.8 billion dollars in February 2013 and 31.86 billion dollars in January 2014.',
      [
        'BALANCE TOTAL:ALL 2014-02 -22.98 USD_BILLION',
        'BALANCE TOTAL:ALL 2013-02 14.8 USD_BILLION',
        'BALANCE TOTAL:ALL 2014-01 31.86 USD_BILLION',
      ],
    ],
    [
      'short of the level of a year before',
      '2023-11-15',
      "Sichuan's imports of integrated circuits, 110.2 billion yuan in January-October, fell short of the 124.9 billion yuan of a year earlier by 11.8 percent.",
      [
        'IMPORTS "integrated circuits" 2023-01/2023-10 110.2 CNY_BILLION -11.8 on 2022-01/2022-10',
        'IMPORTS "integrated circuits" 2022-01/2022-10 124.9 CNY_BILLION',
      ],
    ],
    [
      'two rates, the second between dashes',
      '2021-07-13',
      "China's imports and exports in the first half rose 27.1 percent from a year ago - and 22.8 percent from the first half of 2019 - to 18.07 trillion yuan.",
      ['TRADE TOTAL:ALL 2021-H1 18.07 CNY_TRILLION 27.1 on 2020-H1 22.8 on 2019-H1'],
    ],
    [
      'a rise against that of another month',
      '2021-12-09',
      "China's foreign trade rebounded in November, when exports grew 16.6 percent year on year against 20.3 percent in October, and imports 26 percent against a fall of 2 percent.",
      [
        'EXPORTS TOTAL:ALL 2021-11 16.6 on 2020-11',
        'EXPORTS TOTAL:ALL 2021-10 20.3 on 2020-10',
        'IMPORTS TOTAL:ALL 2021-11 26 on 2020-11',
      ],
    ],
    [
      'both flows were lower, by a rate each',
      '2016-05-19',
      "Jilin's imports were 27.1 billion yuan for January through April, more than three times its exports of 8.8 billion yuan; both were lower than a year before, by 5.2 percent and 3.3 percent respectively.",
      [
        'IMPORTS "total" 2016-01/2016-04 27.1 CNY_BILLION -5.2 on 2015-01/2015-04',
        'EXPORTS "total" 2016-01/2016-04 8.8 CNY_BILLION -3.3 on 2015-01/2015-04',
      ],
    ],
    [
      'imports against exports of a total',
      '2008-05-15',
      "Customs figures put China's trade with Cuba at 720 million U.S. dollars in the first four months: 310 million dollars of exports, a rise of 11.4 percent, against 410 million dollars of imports, a rise of 3.8 percent.",
      [
        'TRADE "Cuba" 2008-01/2008-04 720 USD_MILLION',
        'EXPORTS "Cuba" 2008-01/2008-04 310 USD_MILLION 11.4 on 2007-01/2007-04',
        'IMPORTS "Cuba" 2008-01/2008-04 410 USD_MILLION 3.8 on 2007-01/2007-04',
      ],
    ],
    [
      'one flow outweighs the other, by levels',
      '2025-01-20',
      'Imports still outweighed exports in Hainan in 2024, by 170.2 billion yuan to 98.1 billion yuan, but the deficit came down to 72.1 billion yuan.',
      [
        'IMPORTS "total" 2024 170.2 CNY_BILLION',
        'EXPORTS "total" 2024 98.1 CNY_BILLION',
        'BALANCE "total" 2024 -72.1 CNY_BILLION',
      ],
    ],
    [
      'the rate behind the level in a bracket',
      '2025-01-14',
      "In 2024 China's exports (25.45 trillion yuan) having risen 7.1 percent and imports (18.39 trillion yuan) 2.3 percent, the surplus was 7.06 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2024 25.45 CNY_TRILLION 7.1 on 2023',
        'IMPORTS TOTAL:ALL 2024 18.39 CNY_TRILLION 2.3 on 2023',
        'BALANCE TOTAL:ALL 2024 7.06 CNY_TRILLION',
      ],
    ],
  ])
})
