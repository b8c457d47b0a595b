import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('trade between two sides', () => {
  testReadings([
    [
      'as the title has flows of the partner',
      '2021-08-10',
      "China-Chile trade jumps in July\nChina-Chile trade rose 12 percent to 9 billion U.S. dollars in the first seven months. China's exports rose 8 percent to 4 billion U.S. dollars, and the imports rose 15 percent to 5 billion U.S. dollars.\nChina's overall exports rose 3 percent in the period.",
      [
        'TRADE "Chile" 2021-01/2021-07 9 USD_BILLION 12 on 2020-01/2020-07',
        'EXPORTS "Chile" 2021-01/2021-07 4 USD_BILLION 8 on 2020-01/2020-07',
        'IMPORTS "Chile" 2021-01/2021-07 5 USD_BILLION 15 on 2020-01/2020-07',
        'EXPORTS TOTAL:ALL 2021-01/2021-07 3 on 2020-01/2020-07',
      ],
    ],
    [
      'is followed by its flows',
      '2021-08-10',
      "China's trade with ASEAN rose 12 percent in July. Specifically, exports were up 8 percent and imports were up 15 percent. Total exports rose 3 percent.",
      [
        'TRADE PARTNER:ASEAN 2021-07 12 on 2020-07',
        'EXPORTS PARTNER:ASEAN 2021-07 8 on 2020-07',
        'IMPORTS PARTNER:ASEAN 2021-07 15 on 2020-07',
        'EXPORTS TOTAL:ALL 2021-07 3 on 2020-07',
      ],
    ],
    [
      'is imports from and exports to it',
      '2021-08-10',
      "In July, China's imports from and exports to Japan reached 3 billion U.S. dollars.",
      ['TRADE PARTNER:JP 2021-07 3 USD_BILLION'],
    ],
    [
      'is with the partner that the sentence ranks',
      '2021-08-10',
      "In July, China's trade rose 3 percent. The EU remained China's largest trading partner, although bilateral trade fell 4 percent. Japan followed with trade up 2 percent to 3 billion U.S. dollars.",
      [
        'TRADE TOTAL:ALL 2021-07 3 on 2020-07',
        'TRADE PARTNER:EU 2021-07 -4 on 2020-07',
        'TRADE PARTNER:JP 2021-07 3 USD_BILLION 2 on 2020-07',
      ],
    ],
    [
      'may be with a group whose members are named',
      '2021-08-10',
      "In July, China's imports and exports with Africa and the three Baltic states -- Estonia, Latvia and Lithuania -- grew fast, rising 8 percent and 9 percent, respectively.",
      ['TRADE PARTNER:AFRICA 2021-07 8 on 2020-07', 'TRADE "three Baltic states" 2021-07 9 on 2020-07'],
    ],
    [
      'goes on with another partner behind "and"',
      '2021-08-10',
      "In July, China's trade with Peru grew 6 percent, with Chile up 7 percent and Kenya up 8 percent.",
      ['TRADE "Peru" 2021-07 6 on 2020-07', 'TRADE "Chile" 2021-07 7 on 2020-07', 'TRADE "Kenya" 2021-07 8 on 2020-07'],
    ],
    [
      'has a gap that is the surplus of the text',
      '2021-08-10',
      "China's trade surplus with Mexico widened in July. The trade gap with Mexico grew 9 percent to 4 billion U.S. dollars, and its global surplus fell 2 percent to 30 billion U.S. dollars.",
      ['BALANCE "Mexico" 2021-07 4 USD_BILLION 9 on 2020-07', 'BALANCE TOTAL:ALL 2021-07 30 USD_BILLION -2 on 2020-07'],
    ],
    [
      'has a share behind a rate above that of all trade',
      '2021-08-10',
      "In July, China's imports from and exports to ASEAN grew 9 percent, 2 percentage points faster than China's trade growth, and accounted for 15 percent of China's foreign trade.",
      ['TRADE PARTNER:ASEAN 2021-07 9 on 2020-07 share 15 of TRADE'],
    ],
    [
      'is between both sides, once one is named',
      '2021-08-10',
      "In July, China's exports to Africa reached 17 billion dollars. The trade volume between both sides grew 25 percent.",
      ['EXPORTS PARTNER:AFRICA 2021-07 17 USD_BILLION', 'TRADE PARTNER:AFRICA 2021-07 25 on 2020-07'],
    ],
    [
      'goes on with another partner and "it"',
      '2021-08-10',
      "China's trade surplus with the EU was 20 billion dollars in July; with the US, it was 35 billion dollars.",
      ['BALANCE PARTNER:EU 2021-07 20 USD_BILLION', 'BALANCE PARTNER:US 2021-07 35 USD_BILLION'],
    ],
    [
      'is the figure that flows are of',
      '2021-08-10',
      "China's trade with ASEAN reached 30 billion dollars in July. Of the figure, China's exports were 20 billion dollars and imports were 10 billion dollars.",
      [
        'TRADE PARTNER:ASEAN 2021-07 30 USD_BILLION',
        'EXPORTS PARTNER:ASEAN 2021-07 20 USD_BILLION',
        'IMPORTS PARTNER:ASEAN 2021-07 10 USD_BILLION',
      ],
    ],
    [
      'has a balance "with the island"',
      '2021-08-10',
      "China's exports to Mauritius rose 3 percent in July. The country had a surplus of 1 billion dollars with the island.",
      ['EXPORTS "Mauritius" 2021-07 3 on 2020-07', 'BALANCE "Mauritius" 2021-07 1 USD_BILLION'],
    ],
    [
      'has a balance that adjectives describe',
      '2021-08-10',
      "China's politically sensitive surplus with the United States rose to 35 billion dollars in July.",
      ['BALANCE PARTNER:US 2021-07 35 USD_BILLION'],
    ],
    [
      'has flows behind its balance',
      '2024-08-12',
      "South Africa's trade deficit was R2.1 billion in June 2024. Trade with Namibia for June 2024 recorded a trade surplus of R4.2 billion, with exports of R5.1 billion and imports of R0.9 billion.",
      [
        'BALANCE "total" 2024-06 -2.1 ZAR_BILLION',
        'BALANCE "Namibia" 2024-06 4.2 ZAR_BILLION',
        'EXPORTS "Namibia" 2024-06 5.1 ZAR_BILLION',
        'IMPORTS "Namibia" 2024-06 0.9 ZAR_BILLION',
      ],
    ],
  ])
})

describe('those who trade', () => {
  testReadings([
    [
      'may be several with a number each',
      '2021-08-10',
      'In July, private enterprises and foreign-invested enterprises recorded imports and exports of 5 billion yuan and 4 billion yuan, up 2 percent and 3 percent respectively.',
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2021-07 5 CNY_BILLION 2 on 2020-07',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2021-07 4 CNY_BILLION 3 on 2020-07',
      ],
    ],
    [
      'may belong to the region of the text',
      '2021-08-10',
      "Anhui's foreign trade rose 5 percent in July. Anhui's private enterprises achieved foreign trade of 20 billion yuan.",
      ['TRADE "total" 2021-07 5 on 2020-07', 'TRADE "private enterprises" 2021-07 20 CNY_BILLION'],
    ],
    [
      'have the next figure behind "for"',
      '2021-08-10',
      "In July, China's trade rose 10 percent. Private enterprises saw their foreign trade expand 30 percent to 2 trillion yuan. The figure for foreign-funded enterprises was 1 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2021-07 10 on 2020-07',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2021-07 2 CNY_TRILLION 30 on 2020-07',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2021-07 1 CNY_TRILLION',
      ],
    ],
  ])
})

describe('a region', () => {
  testReadings([
    [
      'has a title with capital letters',
      '2021-08-10',
      'Hubei’s Foreign Trade Volume Up 5%\nIn July, the import and export value of Hubei was 50 billion yuan. The import and export value of the zone rose 9 percent.',
      ['TRADE "total" 2021-07 50 CNY_BILLION'],
    ],
    [
      'is what imports and exports are of',
      '2021-08-10',
      "In July, the imports and exports of Hubei were 50 billion yuan. The province's exports rose 2 percent.",
      ['TRADE "total" 2021-07 50 CNY_BILLION', 'EXPORTS "total" 2021-07 2 on 2020-07'],
    ],
    [
      'achieves growth in its trade',
      '2021-08-10',
      "Hunan has shown strong growth in its foreign trade in July. The province's exports reached 30 billion yuan.",
      ['EXPORTS "total" 2021-07 30 CNY_BILLION'],
    ],
    [
      'trades between itself and countries and regions',
      '2021-08-10',
      'Hunan’s foreign trade rose 5% in July. Imports of our province rose 3%. Trade between Hunan and countries and regions along the Silk Road grew 4%.',
      [
        'TRADE "total" 2021-07 5 on 2020-07',
        'IMPORTS "total" 2021-07 3 on 2020-07',
        'TRADE "countries and regions along the Silk Road" 2021-07 4 on 2020-07',
      ],
    ],
    [
      'has trade that something helped push up',
      '2021-08-10',
      "Demand from European countries helped push up Gansu's trade volume to 9 billion yuan in July.",
      ['TRADE "total" 2021-07 9 CNY_BILLION'],
    ],
    [
      'has trade that includes its flows',
      '2021-08-10',
      'Gansu’s foreign trade reached 9 billion yuan in July. This included exports of 5 billion yuan and imports of 4 billion yuan.',
      [
        'TRADE "total" 2021-07 9 CNY_BILLION',
        'EXPORTS "total" 2021-07 5 CNY_BILLION',
        'IMPORTS "total" 2021-07 4 CNY_BILLION',
      ],
    ],
    [
      'has trade between itself and a partner',
      '2021-08-10',
      'Trade between Heilongjiang and Mongolia reached 7 billion yuan in July.',
      ['TRADE "Mongolia" 2021-07 7 CNY_BILLION'],
    ],
    [
      'has exports from itself to partners',
      '2021-08-10',
      'Exports from Shandong to Japan and Thailand in July stood at 10 billion yuan and 12 billion yuan.',
      ['EXPORTS "Japan" 2021-07 10 CNY_BILLION', 'EXPORTS "Thailand" 2021-07 12 CNY_BILLION'],
    ],
    [
      'posts a growth of its trade',
      '2021-08-10',
      'Suzhou posted a 12 percent increase in foreign trade in July, with imports up 9 percent.',
      ['TRADE "total" 2021-07 12 on 2020-07', 'IMPORTS "total" 2021-07 9 on 2020-07'],
    ],
    [
      'exported goods',
      '2021-08-10',
      "Yiwu, the world's largest market of small goods, exported 30 billion yuan of goods in July. Imports surged 40 percent.",
      ['EXPORTS "total" 2021-07 30 CNY_BILLION', 'IMPORTS "total" 2021-07 40 on 2020-07'],
    ],
    [
      'has a customs, which handles the trade of others',
      '2021-08-10',
      "Shanghai's foreign trade rose 5 percent in July. Shanghai Customs handled imports and exports of 500 billion yuan, up 12 percent.",
      ['TRADE "total" 2021-07 5 on 2020-07'],
    ],
  ])
})

describe('a change or level', () => {
  testReadings([
    [
      'of twelve months up to a month is of no period',
      '2021-08-10',
      "China's trade surplus was 30 billion U.S. dollars in July. The rolling 12-month surplus rose to 400 billion U.S. dollars in July from 390 billion U.S. dollars in June.",
      ['BALANCE TOTAL:ALL 2021-07 30 USD_BILLION'],
    ],
    [
      'is of the year behind the one it is compared with',
      '2009-04-11',
      'China reported a surplus of 290 billion U.S. dollars for the whole of 2008. The surplus for the first quarter rose to 62 billion U.S. dollars from 41 billion U.S. dollars in the first three months of 2008.',
      [
        'BALANCE TOTAL:ALL 2008 290 USD_BILLION',
        'BALANCE TOTAL:ALL 2009-Q1 62 USD_BILLION',
        'BALANCE TOTAL:ALL 2008-Q1 41 USD_BILLION',
      ],
    ],
    [
      'stands before the flow that it is of, against a base',
      '2021-08-10',
      'A banker was surprised at the 30 percent rise in exports in July against a year earlier and said that China had grown fast.',
      ['EXPORTS TOTAL:ALL 2021-07 30 on 2020-07'],
    ],
    [
      'is told by what there was',
      '2021-08-10',
      "China's exports to Japan rose 4 percent in July. There was a fall of 2 percent in China's overall foreign trade.",
      ['EXPORTS PARTNER:JP 2021-07 4 on 2020-07', 'TRADE TOTAL:ALL 2021-07 -2 on 2020-07'],
    ],
    [
      'is the second of two on the month before',
      '2021-08-10',
      'Exports and imports of China both grew in July, with a monthly rise of 2 percent and 9 percent respectively.',
      ['EXPORTS TOTAL:ALL 2021-07 2 on 2021-06', 'IMPORTS TOTAL:ALL 2021-07 9 on 2021-06'],
    ],
    [
      'is the second of two "of which"',
      '2021-08-10',
      "In July, China's imports and exports totaled 50 billion U.S. dollars, of which 30 billion U.S. dollars for exports, up 3 percent and 20 billion U.S. dollars for imports, up 2 percent.",
      [
        'TRADE TOTAL:ALL 2021-07 50 USD_BILLION',
        'EXPORTS TOTAL:ALL 2021-07 30 USD_BILLION 3 on 2020-07',
        'IMPORTS TOTAL:ALL 2021-07 20 USD_BILLION 2 on 2020-07',
      ],
    ],
    [
      'is of the month that a paragraph goes on with',
      '2021-08-10',
      "China's trade was 300 billion U.S. dollars in the first seven months.\nIn July, trade grew 1 percent to 50 billion U.S. dollars.\nChina's exports in the month stood at 30 billion U.S. dollars.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-07 300 USD_BILLION',
        'TRADE TOTAL:ALL 2021-07 50 USD_BILLION 1 on 2020-07',
        'EXPORTS TOTAL:ALL 2021-07 30 USD_BILLION',
      ],
    ],
    [
      'has the unit of the quantity it is compared with',
      '2021-08-10',
      "In July, China's coal imports reached 30 million tonnes, up from 26 million a year earlier and 28 million in June.",
      [
        'IMPORT_QUANTITY "coal" 2021-07 3000 TONNE_10_THOUSAND',
        'IMPORT_QUANTITY "coal" 2020-07 2600 TONNE_10_THOUSAND',
        'IMPORT_QUANTITY "coal" 2021-06 2800 TONNE_10_THOUSAND',
      ],
    ],
    [
      'is of each flow, if both did the same',
      '2021-08-10',
      'In July, China said that exports and imports both surged 24 percent, to 11 trillion yuan and 9 trillion yuan respectively.',
      [
        'EXPORTS TOTAL:ALL 2021-07 11 CNY_TRILLION 24 on 2020-07',
        'IMPORTS TOTAL:ALL 2021-07 9 CNY_TRILLION 24 on 2020-07',
      ],
    ],
    [
      'is the value of goods whose number rose some times',
      '2021-08-10',
      "China's auto exports surged 1.2 times to 174,000 units in July; the export value was 2.8 billion dollars.",
      ['EXPORT_QUANTITY "auto" 2021-07 174000 ITEM', 'EXPORTS "auto" 2021-07 2.8 USD_BILLION'],
    ],
    [
      'is the value of goods whose number was read',
      '2021-08-10',
      "In July, China's car exports grew 9 percent to 174,000 units; the export value was 2.8 billion dollars.",
      ['EXPORT_QUANTITY "car" 2021-07 174000 ITEM 9 on 2020-07', 'EXPORTS "car" 2021-07 2.8 USD_BILLION'],
    ],
  ])
})
