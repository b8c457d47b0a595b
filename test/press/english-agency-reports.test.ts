import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('In reports of agencies,', () => {
  testReadings([
    [
      'a rate that is faster than another keeps its direction',
      '2015-11-08',
      "China's imports decreased 15.7% in October, faster than the 15.3% reported in September.",
      ['IMPORTS TOTAL:ALL 2015-10 -15.7 on 2014-10', 'IMPORTS TOTAL:ALL 2015-09 -15.3 on 2014-09'],
    ],
    [
      'what a flow was off is a fall, as a milder decline is',
      '2023-01-13',
      "China's imports in the last month of the year were off 6.8 percent from a year before, a milder decline than the previous month's 10.6 percent.",
      ['IMPORTS TOTAL:ALL 2022-12 -6.8 on 2021-12', 'IMPORTS TOTAL:ALL 2022-11 -10.6 on 2021-11'],
    ],
    [
      'better than a fall is another fall',
      '2015-06-09',
      "China's exports fell 2.8 per cent in May, better than April's 6.4 per cent.",
      ['EXPORTS TOTAL:ALL 2015-05 -2.8 on 2014-05', 'EXPORTS TOTAL:ALL 2015-04 -6.4 on 2014-04'],
    ],
    [
      'a rate is against the year before where its clause compares it with another rate',
      '2015-06-09',
      "China's exports slid 3.1 per cent in May - a milder fall than the 6.2 per cent recorded for April - while imports dived 18.3 per cent.",
      [
        'EXPORTS TOTAL:ALL 2015-05 -3.1 on 2014-05',
        'EXPORTS TOTAL:ALL 2015-04 -6.2 on 2014-04',
        'IMPORTS TOTAL:ALL 2015-05 -18.3 on 2014-05',
      ],
    ],
    [
      'gains of a month without a number say nothing of the next rate',
      '2013-09-08',
      "China's exports to ASEAN nations jumped 30.8 percent in August, outpacing July's gains, while exports to the U.S. rose 6.1 percent.",
      ['EXPORTS PARTNER:ASEAN 2013-08 30.8 on 2012-08', 'EXPORTS PARTNER:US 2013-08 6.1 on 2012-08'],
    ],
    [
      'growth seen last year is not that of a rate before it',
      '2024-03-07',
      "China's exports rose by 7.1% in January and February. China's exports to Russia increased 12.5%, a slowdown from the rapid growth seen last year.\n\nChina's shipments to the United States also increased, up 5% from a year earlier.",
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-02 7.1 on 2023-01/2023-02',
        'EXPORTS "Russia" 2024-01/2024-02 12.5 on 2023-01/2023-02',
        'EXPORTS PARTNER:US 2024-01/2024-02 5 on 2023-01/2023-02',
      ],
    ],
    [
      'what growth slowed from is of its month, as what came before expectations',
      '2024-12-10',
      "China's exports growth in November slowed sharply from a 12.4% surge in October, when a typhoon backlog was cleared. Imports shrank 4.2% from a year earlier, a miss compared to economists' expectations of a 0.3% rise, after sliding 2.1% in October.",
      [
        'EXPORTS TOTAL:ALL 2024-10 12.4 on 2023-10',
        'IMPORTS TOTAL:ALL 2024-11 -4.2 on 2023-11',
        'IMPORTS TOTAL:ALL 2024-10 -2.1 on 2023-10',
      ],
    ],
    [
      'an outlook for the next month is no period of what follows',
      '2010-02-10',
      "China's exports rose by 22.4 percent to $110.68 billion in January.\nBoth export and import growth will probably look weak in February, he said.\nExports of garments inched up 3.9 percent to $10.27 billion.",
      [
        'EXPORTS TOTAL:ALL 2010-01 110.68 USD_BILLION 22.4 on 2009-01',
        'EXPORTS "garments" 2010-01 10.27 USD_BILLION 3.9 on 2009-01',
      ],
    ],
    [
      'a rate of some months before is none',
      '2020-01-14',
      'In December, Chinese exports to the United States, which had been shrinking by more than 20 percent a few months before, fell 13.2 percent from a year earlier to $35 billion.',
      ['EXPORTS PARTNER:US 2019-12 35 USD_BILLION -13.2 on 2018-12'],
    ],
    [
      'the peak of a year is a level of that year',
      '2011-01-11',
      "China's total trade jumped 34.9 per cent last year to $2.98 trillion, well above the 2008 peak of $2.56 trillion.",
      ['TRADE TOTAL:ALL 2010 2.98 USD_TRILLION 34.9 on 2009', 'TRADE TOTAL:ALL 2008 2.56 USD_TRILLION'],
    ],
    [
      'half of a level of another month is behind a comparison',
      '2011-01-11',
      "China's exports jumped 34.9 per cent last year. For December alone the surplus was $12.5 billion, down 32.7 per cent from a year earlier and barely more than half of November's $22.9 billion.",
      [
        'EXPORTS TOTAL:ALL 2010 34.9 on 2009',
        'BALANCE TOTAL:ALL 2010-12 12.5 USD_BILLION -32.7 on 2009-12',
        'BALANCE TOTAL:ALL 2010-11 22.9 USD_BILLION',
      ],
    ],
    [
      'the size of an economy is no trade',
      '2026-07-15',
      "China's exports surged by 27 percent in June 2026. For a $20 trillion economic giant, it represents a fragile model.",
      ['EXPORTS TOTAL:ALL 2026-06 27 on 2025-06'],
    ],
    [
      'the currency of a flow names no goods',
      '2019-12-08',
      "In November, China's exports in U.S. dollars unexpectedly fell by 1.1%. October imports from all sources fell 18.8%.",
      ['EXPORTS TOTAL:ALL 2019-11 -1.1 on 2018-11', 'IMPORTS TOTAL:ALL 2019-10 -18.8 on 2018-10'],
    ],
  ])
})

describe('A partner is whom', () => {
  testReadings([
    [
      'a report calls a counterpart, and who buys Chinese goods',
      '2011-01-11',
      "China's exports jumped 34.9 per cent last year. The European Union - China's biggest trade partner - bought $311.9 billion worth of Chinese goods, up 32 per cent, and two-way trade with the United States, Beijing's number two commercial counterpart, came to $385.6 billion.",
      [
        'EXPORTS TOTAL:ALL 2010 34.9 on 2009',
        'EXPORTS PARTNER:EU 2010 311.9 USD_BILLION 32 on 2009',
        'TRADE PARTNER:US 2010 385.6 USD_BILLION',
      ],
    ],
    [
      'countries that sold to China are',
      '2018-01-28',
      "China's trade with Portuguese-speaking Countries reached USD 109.08 billion in 2017. Portuguese-speaking Countries sold goods worth USD 77.84 billion to China in 2017. Mozambique came fourth, with two-way exchanges of USD 1.86 billion, 41% up.",
      [
        'TRADE "Portuguese-speaking Countries" 2017 109.08 USD_BILLION',
        'IMPORTS "Portuguese-speaking Countries" 2017 77.84 USD_BILLION',
        'TRADE "Mozambique" 2017 1.86 USD_BILLION 41 on 2016',
      ],
    ],
    [
      'an increase was seen with',
      '2010-08-26',
      "A year-on-year increase of 35.2% was also seen in China's trade with Chile, which totaled US$12.36 billion in the first half.",
      ['TRADE "Chile" 2010-H1 12.36 USD_BILLION 35.2 on 2009-H1'],
    ],
    [
      'the trade with countries is resumed with',
      '2022-10-20',
      'Trade between China and ASEAN is picking up speed.\nIn 2021, the value of this trade hit 1.27 trillion yuan, with 803.6 billion yuan of exports and 466.4 billion yuan of imports.\nIn the first nine months of this year alone, the trade amounted to 172.4 billion yuan, accounting for 28.1 percent of the foreign trade of the country, whose overall imports and exports edged up 3.2 percent to 613.5 billion yuan. During the period from 2013, it totaled 571.5 billion yuan.',
      [
        'TRADE PARTNER:ASEAN 2021 1.27 CNY_TRILLION',
        'EXPORTS PARTNER:ASEAN 2021 803.6 CNY_BILLION',
        'IMPORTS PARTNER:ASEAN 2021 466.4 CNY_BILLION',
        'TRADE PARTNER:ASEAN 2022-01/2022-09 172.4 CNY_BILLION share 28.1 of TRADE',
        'TRADE TOTAL:ALL 2022-01/2022-09 613.5 CNY_BILLION 3.2 on 2021-01/2021-09',
      ],
    ],
  ])
})

describe('Goods have', () => {
  testReadings([
    [
      'the level behind their share of exports',
      '2022-06-10',
      "China's exports rose 11.4 percent to 8.94 trillion yuan in the first five months. Electromechanical products made up 57 percent of the country's total exports, at 5.14 trillion yuan, an increase of 7.2 percent.",
      [
        'EXPORTS TOTAL:ALL 2022-01/2022-05 8.94 CNY_TRILLION 11.4 on 2021-01/2021-05',
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2022-01/2022-05 5.14 CNY_TRILLION 7.2 on 2021-01/2021-05 share 57 of EXPORTS',
      ],
    ],
    [
      'a trade and a balance in the words of industries',
      '2007-11-20',
      "China's total imp. & exp. value of textile and apparel in the past ten months of 2007 reached 160.842 billion dollars, increasing 17.92%. The favorable balance of textile and apparel trade reached 129.79 billion dollars in Jan.-Oct., 2007. China's export of T/A reached USD 145 billion.",
      [
        'TRADE "textile and apparel" 2007-01/2007-10 160.842 USD_BILLION 17.92 on 2006-01/2006-10',
        'BALANCE "textile and apparel" 2007-01/2007-10 129.79 USD_BILLION',
        'EXPORTS "T/A" 2007-01/2007-10 145 USD_BILLION',
      ],
    ],
  ])
})
