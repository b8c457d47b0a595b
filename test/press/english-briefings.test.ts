import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('English briefings', () => {
  testReadings([
    [
      'go back to all trade with a sentence on it',
      '2023-10-24',
      'In the first three quarters of this year, China’s imports stood at 13.1 trillion yuan, down 1.2%. First, imports and exports grew quarter by quarter. The value was 9.7 trillion yuan and 10.3 trillion yuan in the first and second quarters.',
      [
        'IMPORTS TOTAL:ALL 2023-01/2023-09 13.1 CNY_TRILLION -1.2 on 2022-01/2022-09',
        'TRADE TOTAL:ALL 2023-Q1 9.7 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q2 10.3 CNY_TRILLION',
      ],
    ],
    [
      'call the sum of both flows their value',
      '2022-07-20',
      'Tianjin’s imports and exports in the first half of 2022 totaled 410 billion yuan.\n\nFrom January to June, imports of Tianjin reached 220 billion yuan, while exports increased by 1.5 percent to 190 billion yuan.\n\nIn the second quarter alone, the value climbed to 215 billion yuan.',
      [
        'TRADE "total" 2022-H1 410 CNY_BILLION',
        'IMPORTS "total" 2022-H1 220 CNY_BILLION',
        'EXPORTS "total" 2022-H1 190 CNY_BILLION 1.5 on 2021-H1',
        'TRADE "total" 2022-Q2 215 CNY_BILLION',
      ],
    ],
    [
      'leave the years of an outlook',
      '2019-04-13',
      'China’s foreign trade rose by 3.7 percent to 7.01 trillion yuan in the first three months of the year. The fund put global growth at 3.6 percent for 2018 and 3.3 percent for 2019.\n\nExports rose 6.7 percent to 3.77 trillion yuan.',
      [
        'TRADE TOTAL:ALL 2019-Q1 7.01 CNY_TRILLION 3.7 on 2018-Q1',
        'EXPORTS TOTAL:ALL 2019-Q1 3.77 CNY_TRILLION 6.7 on 2018-Q1',
      ],
    ],
    [
      'give private firms the total that they recorded in trade',
      '2019-04-13',
      'In the first quarter, China’s surplus was 529 billion yuan. Chinese private companies were again the liveliest traders, recording a total value of 2.8 trillion yuan in foreign trade, up 9.6 percent.',
      [
        'BALANCE TOTAL:ALL 2019-Q1 529 CNY_BILLION',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2019-Q1 2.8 CNY_TRILLION 9.6 on 2018-Q1',
      ],
    ],
    [
      'begin a paragraph with imports and exports of a kind of firms',
      '2022-07-20',
      'Tianjin’s exports in the first half of 2022 totaled 190 billion yuan. In June it hit 38 billion yuan.\n\nImports and exports of foreign-invested enterprises in Tianjin rose 5.6 percent to 206 billion yuan.',
      [
        'EXPORTS "total" 2022-H1 190 CNY_BILLION',
        'EXPORTS "total" 2022-06 38 CNY_BILLION',
        'TRADE "foreign-invested enterprises" 2022-H1 206 CNY_BILLION 5.6 on 2021-H1',
      ],
    ],
    [
      'take no difference of rates for a change of a share',
      '2024-10-24',
      'In the first three quarters of 2024, Guangxi’s trade with ASEAN grew by 12.6 percent, hitting 301 billion yuan. The amount accounted for 58.2 percent of the region’s total foreign trade, and was 2.7 percentage points faster than its overall increase. Small-scale border trade, a traditional form in the region, fell 6.4 percent to 71.2 billion yuan.',
      [
        'TRADE "ASEAN" 2024-01/2024-09 301 CNY_BILLION 12.6 on 2023-01/2023-09 share 58.2 of TRADE',
        'TRADE "border trade" 2024-01/2024-09 71.2 CNY_BILLION -6.4 on 2023-01/2023-09',
      ],
    ],
    [
      'have shipments with partners as their trade',
      '2019-10-12',
      'In the first nine months of 2019, China’s surplus rose to 2.05 trillion yuan. Shipments with major partners, including the European Union and Japan, were among those that increased, by 8.6 percent and 0.2 percent respectively.',
      [
        'BALANCE TOTAL:ALL 2019-01/2019-09 2.05 CNY_TRILLION',
        'TRADE PARTNER:EU 2019-01/2019-09 8.6 on 2018-01/2018-09',
        'TRADE PARTNER:JP 2019-01/2019-09 0.2 on 2018-01/2018-09',
      ],
    ],
    [
      'bring a surplus to a level with a figure of a month',
      '2008-09-11',
      'China’s trade surplus stood at US$28.69 billion in August. The August figure has brought the aggregate surplus to US$152 billion in the first eight months.',
      ['BALANCE TOTAL:ALL 2008-08 28.69 USD_BILLION', 'BALANCE TOTAL:ALL 2008-01/2008-08 152 USD_BILLION'],
    ],
    [
      'end sentences with the full stops of Chinese',
      '2023-11-10',
      'From January to October, China’s export was 19.55 trillion yuan, up 0.4%;imports 14.77 trillion yuan, fell 0.5%。In October, import and export 3.54 trillion yuan, up 0.9%。',
      [
        'EXPORTS TOTAL:ALL 2023-01/2023-10 19.55 CNY_TRILLION 0.4 on 2022-01/2022-10',
        'IMPORTS TOTAL:ALL 2023-01/2023-10 14.77 CNY_TRILLION -0.5 on 2022-01/2022-10',
        'TRADE TOTAL:ALL 2023-10 3.54 CNY_TRILLION 0.9 on 2022-10',
      ],
    ],
    [
      'translated without verbs tell growth and proportions',
      '2023-11-10',
      'In the first ten months, China’s trade rose 0.1 percent. Private enterprises show strong vitality, export growth 5.6 percent, the proportion up 3 percentage points to 63.3%. Mechanical and electrical products export 11.43 trillion yuan, growth 2.8%, the proportion 58.5%. Among them, the export growth rate of ships and toys reached 72.4%, 7.1%.',
      [
        'TRADE TOTAL:ALL 2023-01/2023-10 0.1 on 2022-01/2022-10',
        'EXPORTS ENTERPRISE_TYPE:PRIVATE 2023-01/2023-10 5.6 on 2022-01/2022-10 share 63.3 of EXPORTS share change 3',
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2023-01/2023-10 11.43 CNY_TRILLION 2.8 on 2022-01/2022-10 share 58.5 of EXPORTS',
        'EXPORTS PRODUCT:SHIPS 2023-01/2023-10 72.4 on 2022-01/2022-10',
        'EXPORTS "toys" 2023-01/2023-10 7.1 on 2022-01/2022-10',
      ],
    ],
    [
      'tell the share of the exports to some markets',
      '2023-11-10',
      'In the first ten months, the share of China’s exports to emerging markets increased by 0.9 percentage point to 53.2%.',
      ['EXPORTS "emerging markets" 2023-01/2023-10 share 53.2 of EXPORTS share change 0.9'],
    ],
    [
      'let exports of an amount grow behind it',
      '2006-09-13',
      'China’s foreign trade was 1,097 billion USD in the first eight months, with exports of 595.2 billion USD growing 25.9 percent.',
      [
        'TRADE TOTAL:ALL 2006-01/2006-08 1097 USD_BILLION',
        'EXPORTS TOTAL:ALL 2006-01/2006-08 595.2 USD_BILLION 25.9 on 2005-01/2005-08',
      ],
    ],
    [
      'let a growth miss expectations at its rate',
      '2019-10-14',
      'China’s exports fell 3.2 percent in September, while import growth missed expectations at 1.5 percent.',
      ['EXPORTS TOTAL:ALL 2019-09 -3.2 on 2018-09', 'IMPORTS TOTAL:ALL 2019-09 1.5 on 2018-09'],
    ],
    [
      'tell rates in yuan of both flows',
      '2015-07-14',
      'China’s trade fell 2 percent in June. Exports and imports in yuan grew 2.1 percent and 6.7 percent respectively.',
      [
        'TRADE TOTAL:ALL 2015-06 -2 on 2014-06',
        'EXPORTS TOTAL:ALL 2015-06 2.1 on 2014-06',
        'IMPORTS TOTAL:ALL 2015-06 6.7 on 2014-06',
      ],
    ],
    [
      'give each of those that they name among them its rate',
      '2024-04-13',
      'In the first quarter of 2024, China exported mechanical and electrical products of RMB3.39 trillion, up by 6.8%. Among them, ships, toys and solar cells grew by 95.6%, 13.7% and 22.8% respectively.',
      [
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-Q1 3.39 CNY_TRILLION 6.8 on 2023-Q1',
        'EXPORTS PRODUCT:SHIPS 2024-Q1 95.6 on 2023-Q1',
        'EXPORTS "toys" 2024-Q1 13.7 on 2023-Q1',
        'EXPORTS PRODUCT:SOLAR_BATTERIES 2024-Q1 22.8 on 2023-Q1',
      ],
    ],
    [
      'name a month alone and its flows',
      '2020-01-15',
      'In 2019, China’s foreign trade totaled 31.54 trillion yuan. The figure of September alone was 2.78 trillion yuan. Among this, exports reached 1.56 trillion yuan.',
      [
        'TRADE TOTAL:ALL 2019 31.54 CNY_TRILLION',
        'TRADE TOTAL:ALL 2019-09 2.78 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2019-09 1.56 CNY_TRILLION',
      ],
    ],
    [
      'have a record in the month in which it was set',
      '2007-12-11',
      'China’s foreign trade was 209 billion dollars in November. The figure beat the record set in August 2007, when foreign trade amounted to 197.7 billion dollars.',
      ['TRADE TOTAL:ALL 2007-11 209 USD_BILLION', 'TRADE TOTAL:ALL 2007-08 197.7 USD_BILLION'],
    ],
    [
      'take the goods of some sectors for no total',
      '2016-08-08',
      'In the first seven months, China’s trade fell 3 percent. Ships accounted for the lion’s share of export goods, up 1.7 percent to 4.45 trillion yuan, while exports of goods in six labor-intensive sectors slipped 1.9 percent.',
      [
        'TRADE TOTAL:ALL 2016-01/2016-07 -3 on 2015-01/2015-07',
        'EXPORTS PRODUCT:SHIPS 2016-01/2016-07 4.45 CNY_TRILLION 1.7 on 2015-01/2015-07',
        'EXPORTS "goods in six labor-intensive sectors" 2016-01/2016-07 -1.9 on 2015-01/2015-07',
      ],
    ],
    [
      'say how fast two partners grew before their rates',
      '2021-10-13',
      'In the first three quarters, China’s imports and exports with Vietnam and Poland expanded comparatively fast, by 22.9 percent and 31.8 percent.',
      [
        'TRADE PARTNER:VN 2021-01/2021-09 22.9 on 2020-01/2020-09',
        'TRADE PARTNER:PL 2021-01/2021-09 31.8 on 2020-01/2020-09',
      ],
    ],
  ])
})
