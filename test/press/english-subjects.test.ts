import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what a sentence goes on with', () =>
  testReadings([
    [
      'a regime of which the sentence before speaks has the next flows',
      '2019-07-12',
      "China's exports rose by 6.1% to RMB7.95 trillion in the first half of 2019.\n1. Ordinary trade increased. It rose by 5.5% to RMB8.78 trillion. Exports went up 9.5% to RMB4.67 trillion and imports went up 1.4% to RMB4.11 trillion.",
      [
        'EXPORTS TOTAL:ALL 2019-H1 7.95 CNY_TRILLION 6.1 on 2018-H1',
        'TRADE REGIME:ORDINARY 2019-H1 8.78 CNY_TRILLION 5.5 on 2018-H1',
        'EXPORTS REGIME:ORDINARY 2019-H1 4.67 CNY_TRILLION 9.5 on 2018-H1',
        'IMPORTS REGIME:ORDINARY 2019-H1 4.11 CNY_TRILLION 1.4 on 2018-H1',
      ],
    ],
    [
      'four quarters have a number each',
      '2013-01-10',
      "In 2012, China's trade totaled US$3.86 trillion. Exports and imports in four quarters of 2012 were US$859 billion, US$979 billion, US$1.00 trillion and US$1.02 trillion, increasing by 7.3%, 8.5%, 3% and 6.3% respectively.",
      [
        'TRADE TOTAL:ALL 2012 3.86 USD_TRILLION',
        'TRADE TOTAL:ALL 2012-Q1 859 USD_BILLION 7.3 on 2011-Q1',
        'TRADE TOTAL:ALL 2012-Q2 979 USD_BILLION 8.5 on 2011-Q2',
        'TRADE TOTAL:ALL 2012-Q3 1.00 USD_TRILLION 3 on 2011-Q3',
        'TRADE TOTAL:ALL 2012-Q4 1.02 USD_TRILLION 6.3 on 2011-Q4',
      ],
    ],
    [
      'the half of the year is the last one',
      '2023-07-13',
      "China's trade with Russia increased from 0.5 trillion yuan in 2013 to 1.2 trillion yuan in 2022. China's exports to Russia reached 0.4 trillion yuan in the first half of the year.",
      [
        'TRADE "Russia" 2013 0.5 CNY_TRILLION',
        'TRADE "Russia" 2022 1.2 CNY_TRILLION',
        'EXPORTS "Russia" 2023-H1 0.4 CNY_TRILLION',
      ],
    ],
    [
      'year on year stands before its year',
      '2025-01-13',
      "China's trade will slow in 2025. Exports grew 5.9 per cent year on year in 2024 to US$3.58 trillion, leading to a record trade surplus of US$992 billion.",
      ['EXPORTS TOTAL:ALL 2024 3.58 USD_TRILLION 5.9 on 2023', 'BALANCE TOTAL:ALL 2024 992 USD_BILLION'],
    ],
    [
      'the first and the third quarter bound nine months',
      '2020-10-23',
      "From Q1 to Q3 2020, China's processing trade rose 8.3% to 227 billion yuan.",
      ['TRADE REGIME:PROCESSING 2020-01/2020-09 227 CNY_BILLION 8.3 on 2019-01/2019-09'],
    ],
    [
      'words between dashes leave the subject alone',
      '2020-10-23',
      "In September 2020, China's general trade – import and export without processing – grew by 2.2% to 133 billion yuan.",
      ['TRADE REGIME:ORDINARY 2020-09 133 CNY_BILLION 2.2 on 2019-09'],
    ],
    [
      'the month stands behind what it is compared with',
      '2025-01-13',
      "In 2024, China's exports grew 5.9 per cent.\nImports rose by 1.0 per cent from a year earlier in December.",
      ['EXPORTS TOTAL:ALL 2024 5.9 on 2023', 'IMPORTS TOTAL:ALL 2024-12 1.0 on 2023-12'],
    ],
    [
      'a contribution to growth is no share',
      '2023-07-13',
      "In June 2023, China's trade with Vietnam totaled 61 billion yuan, contributing more than 20% to China's foreign trade growth.",
      ['TRADE PARTNER:VN 2023-06 61 CNY_BILLION'],
    ],
    [
      'what economists expect goes on',
      '2010-03-10',
      "China's exports jumped 45.7 percent in February 2010. Economists had expected an $8.0 billion surplus based on a 38.7 percent rise in exports and a 39.7 percent rise in imports.",
      ['EXPORTS TOTAL:ALL 2010-02 45.7 on 2009-02'],
    ],
    [
      'what lifted trade by points is no share of it',
      '2023-09-19',
      "In August 2023, private enterprises contributed 1.55 trillion yuan, or 65.3%, to China's foreign trade and increased the foreign trade by 9.5 percentage points.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023-08 1.55 CNY_TRILLION share 65.3 of TRADE'],
    ],
    [
      'kinds of firms have a number each',
      '2023-09-19',
      'In August 2023, foreign-invested enterprises and state-owned enterprises achieved imports and exports worth 680 billion yuan and 140 billion yuan, respectively.',
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023-08 680 CNY_BILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2023-08 140 CNY_BILLION',
      ],
    ],
    [
      'they are the firms of the sentence before',
      '2023-09-19',
      "China's trade rose in August 2023. Private enterprises were the main driving force. They contributed 1.55 trillion yuan to the country's total foreign trade.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023-08 1.55 CNY_TRILLION'],
    ],
    [
      'a regime that stands at an amount is its subject',
      '2023-09-19',
      "In August 2023, China's exports rose 1 percent. In the month, general trade made up more than half of the total foreign trade and grew the fastest, standing at 1.27 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2023-08 1 on 2022-08', 'TRADE REGIME:ORDINARY 2023-08 1.27 CNY_TRILLION'],
    ],
    [
      'the past months are those in force',
      '2023-09-19',
      "China's trade reached 27 trillion yuan in the first eight months of 2023. In the past eight months, exports reached 15 trillion yuan.",
      ['TRADE TOTAL:ALL 2023-01/2023-08 27 CNY_TRILLION', 'EXPORTS TOTAL:ALL 2023-01/2023-08 15 CNY_TRILLION'],
    ],
    [
      'two goods of a verb have a number each',
      '2024-05-20',
      'In April 2024, China exported toys and machinery worth 7 billion yuan and 66 billion yuan.',
      ['EXPORTS "toys" 2024-04 7 CNY_BILLION', 'EXPORTS "machinery" 2024-04 66 CNY_BILLION'],
    ],
    [
      'market procurement trade is a regime',
      '2024-05-20',
      "In April 2024, China's exports through market procurement trade amounted to 142 billion yuan.",
      ['EXPORTS "market procurement trade" 2024-04 142 CNY_BILLION'],
    ],
    [
      'those to a partner are no balance',
      '2008-08-11',
      "In July 2008, China's trade surplus with the EU was 86 billion U.S. dollars. Those to Japan rose 9.9 percent to 14 billion U.S. dollars.",
      ['BALANCE PARTNER:EU 2008-07 86 USD_BILLION', 'EXPORTS PARTNER:JP 2008-07 14 USD_BILLION 9.9 on 2007-07'],
    ],
    [
      'a holiday that is left out is no category',
      '2019-03-08',
      "Excluding the Spring Festival holiday factor, China's exports increased by 1.5 percent in February 2019.",
      [],
    ],
    [
      'a combined volume is of the partner in its clause',
      '2019-03-08',
      "In February 2019, China's trade with the EU increased 8.9 percent, while trade with countries along the Belt and Road registered faster growth, with the combined trade volume standing at 1.28 trillion yuan.",
      ['TRADE PARTNER:EU 2019-02 8.9 on 2018-02', 'TRADE PARTNER:BELT_AND_ROAD 2019-02 1.28 CNY_TRILLION'],
    ],
    [
      'that country is the partner of the sentence before',
      '2019-07-19',
      "China's trade rose in the first half of 2019. Foreign trade with Russia experienced rapid growth. The imports and exports to that country came in at 64.27 billion yuan.",
      ['TRADE "Russia" 2019-H1 64.27 CNY_BILLION'],
    ],
    [
      'what is part of the trade has its own change',
      '2019-07-19',
      "In June 2019, China's exports to Russia accounted for 4.2 billion yuan of the country's total trade, an increase of 13.7 percent.",
      ['EXPORTS "Russia" 2019-06 4.2 CNY_BILLION 13.7 on 2018-06'],
    ],
    [
      'a highlight of exports has its level behind it',
      '2019-07-19',
      "In June 2019, high-tech products were one of the highlights of China's exports, with 1.4 billion yuan export.",
      ['EXPORTS "high-tech products" 2019-06 1.4 CNY_BILLION'],
    ],
    [
      'a town is in its province',
      '2024-05-20',
      'Imports and exports in Yiwu, Jinhua, Zhejiang province stood at 201 billion yuan in April 2024.',
      ['TRADE "total" 2024-04 201 CNY_BILLION'],
    ],
    [
      'a region that trades with Russia is not Russia',
      '2019-07-19',
      "The imports and exports in Northeast China's Heilongjiang province reached 93 billion yuan in June 2019. Exports with Russia grew, and Russian imports fell. Russia's imports of soybeans rose.",
      ['TRADE "total" 2019-06 93 CNY_BILLION'],
    ],
  ]))
