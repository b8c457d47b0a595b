import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what customs tell beside others', () => {
  testReadings([
    [
      'a mark that a total is kept above',
      '2005-08-12',
      "China's foreign trade rose 19.6 percent to US$118.2 billion in July, keeping the figure above the US$100 billion mark for the fifth month in a row.",
      ['TRADE TOTAL:ALL 2005-07 118.2 USD_BILLION 19.6 on 2004-07'],
    ],
    [
      'a rate behind one that was expected',
      '2012-05-11',
      "China's exports rose 4.4 percent in April from a year earlier, well below market expectations of 8 percent, and down from growth of 8.1 percent in March.",
      ['EXPORTS TOTAL:ALL 2012-04 4.4 on 2011-04', 'EXPORTS TOTAL:ALL 2012-03 8.1 on 2011-03'],
    ],
    [
      'deals that are no exports',
      '2012-05-11',
      "China's exports rose 4.4 percent in April. Signs of weak exports emerged last week when data from the Canton Fair showed export deals signed at the fair dropped by 2.1 percent year-on-year.",
      ['EXPORTS TOTAL:ALL 2012-04 4.4 on 2011-04'],
    ],
    [
      'a scale that has lost its space',
      '2007-01-11',
      'Exports of clothing from China for the whole of 2006 reached 93.41 billionUS dollars, up 27.2 percent year-on-year.',
      ['EXPORTS "clothing" 2006 93.41 USD_BILLION 27.2 on 2005'],
    ],
    [
      'a share of the sector',
      '2008-01-16',
      "China's total trade in mechanical and electrical products increased 21.3 percent in 2007, to 1.1 trillion U.S. dollars, and the sector accounted for 54.1 percent of the country's trade.",
      ['TRADE PRODUCT:ELECTROMECHANICAL 2007 1.1 USD_TRILLION 21.3 on 2006 share 54.1 of TRADE'],
    ],
    [
      'new members and three rates',
      '2008-08-28',
      'Trade between China and the 12 new members reached nearly 21.4 billion USD in the first seven months of the year. This is a surge of 46 percent, compared with the 18.2 percent growth rate in the whole of 2007 and the 23.1 percent in the first seven months of 2007.',
      [
        'TRADE "12 new members" 2008-01/2008-07 UNDER 21.4 USD_BILLION 46 on 2007-01/2007-07',
        'TRADE "12 new members" 2007 18.2 on 2006',
        'TRADE "12 new members" 2007-01/2007-07 23.1 on 2006-01/2006-07',
      ],
    ],
    [
      'a partner that the sentence before ends with',
      '2008-08-28',
      'China-EU trade grew 28 percent in the first seven months of 2008. The most significant progress is seen in Malta. Bilateral trade with this country skyrocketed 151 percent after a 12 percent decrease in 2007.',
      [
        'TRADE PARTNER:EU 2008-01/2008-07 28 on 2007-01/2007-07',
        'TRADE PARTNER:MT 2008-01/2008-07 151 on 2007-01/2007-07',
        'TRADE PARTNER:MT 2007 -12 on 2006',
      ],
    ],
    [
      'a rise from the month before',
      '2009-05-12',
      'The combined foreign trade of China in April was worth US$168.41 billion, down 23.1 percent year on year, but that was up 9.2 percent from that for March.',
      ['TRADE TOTAL:ALL 2009-04 168.41 USD_BILLION -23.1 on 2008-04 9.2 on 2009-03'],
    ],
    [
      'the pace of a month before',
      '2011-08-11',
      "China's exports in July jumped 19.3 percent from a year earlier to US$173.2 billion, up from June's pace of 16.8 percent.",
      ['EXPORTS TOTAL:ALL 2011-07 173.2 USD_BILLION 19.3 on 2010-07', 'EXPORTS TOTAL:ALL 2011-06 16.8 on 2010-06'],
    ],
    [
      'a growth that was cut down',
      '2012-03-10',
      "The annual growth of China's exports slowed to 3 percent in February while that of imports was cut down to 8.2 percent.",
      ['EXPORTS TOTAL:ALL 2012-02 3 on 2011-02', 'IMPORTS TOTAL:ALL 2012-02 8.2 on 2011-02'],
    ],
    [
      'a surplus that rose several times',
      '2015-05-08',
      "China's trade surplus soared by 81.3 percent to 206.4 billion yuan last month, while expanding 3.2 times to 948.2 billion yuan in the Jan.-April period.",
      [
        'BALANCE TOTAL:ALL 2015-04 206.4 CNY_BILLION 81.3 on 2014-04',
        'BALANCE TOTAL:ALL 2015-01/2015-04 948.2 CNY_BILLION',
      ],
    ],
    [
      'a period named behind the first figures',
      '2016-10-13',
      "According to customs statistics, China's foreign trade volume stood at RMB17.2 trillion, a drop of 1.7% year-on-year.\nIn September, China's foreign trade totaled RMB2.11 trillion.\nMain features of China's foreign trade in the first three quarters of 2016 are as follows:",
      [
        'TRADE TOTAL:ALL 2016-01/2016-09 17.2 CNY_TRILLION -1.7 on 2015-01/2015-09',
        'TRADE TOTAL:ALL 2016-09 2.11 CNY_TRILLION',
      ],
    ],
    [
      'a share of those that played a role',
      '2019-01-14',
      "China's foreign trade rose 9.2 percent in 2018. Private enterprises played a bigger role, accounting for 38.9 percent of the total foreign trade.",
      ['TRADE TOTAL:ALL 2018 9.2 on 2017', 'TRADE ENTERPRISE_TYPE:PRIVATE 2018 share 38.9 of TRADE'],
    ],
    [
      'a figure of each quarter',
      '2021-10-19',
      "The volume of China's exports and imports grew with each quarter this year, with the figure hitting 8.2 trillion yuan, 9.1 trillion yuan, and 9.8 trillion yuan in the first, second, and third quarter respectively.",
      [
        'TRADE TOTAL:ALL 2021-Q1 8.2 CNY_TRILLION',
        'TRADE TOTAL:ALL 2021-Q2 9.1 CNY_TRILLION',
        'TRADE TOTAL:ALL 2021-Q3 9.8 CNY_TRILLION',
      ],
    ],
    [
      'shipments of the world',
      '2024-06-13',
      "China's exports rose 7.1 percent in May. Statistics show that global shipments of mobile phones and laptops increased by about 9% and 3% in the first quarter.",
      ['EXPORTS TOTAL:ALL 2024-05 7.1 on 2023-05'],
    ],
    [
      "a partner's share",
      '2023-01-20',
      "ASEAN's share of China's foreign trade increased by 0.9 percentage points to 15.2% in 2022.",
      ['TRADE PARTNER:ASEAN 2022 share 15.2 of TRADE share change 0.9'],
    ],
    [
      'a name between dashes',
      '2026-01-14',
      "China's exports of high-tech products surged 12 percent to CNY5.11 trillion in 2025, while those of the “new trio” -- electric vehicles, lithium batteries, and solar cells -- and wind power generators soared 25 percent and 46 percent, respectively.",
      [
        'EXPORTS "high-tech products" 2025 5.11 CNY_TRILLION 12 on 2024',
        'EXPORTS PRODUCT:NEW_THREE 2025 25 on 2024',
        'EXPORTS "wind power generators" 2025 46 on 2024',
      ],
    ],
  ])
})
