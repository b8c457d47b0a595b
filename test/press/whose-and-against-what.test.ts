import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('whose trade a text tells', () => {
  testReadings([
    [
      'figures that include the trade with neighbours',
      '2017-10-31',
      'The South African Revenue Service today releases trade statistics for September 2017. Including trade data with Botswana, Lesotho and Namibia (BLN) The R4.00 billion trade balance surplus for September 2017 is attributable to exports of R101.76 billion and imports of R97.76 billion.',
      [
        'BALANCE "total" 2017-09 4.00 ZAR_BILLION',
        'EXPORTS "total" 2017-09 101.76 ZAR_BILLION',
        'IMPORTS "total" 2017-09 97.76 ZAR_BILLION',
      ],
    ],
    [
      'the nation beside a province',
      '2020-11-12',
      "In the first 10 months of this year, the import & export value of Shandong province was 1.76 trillion yuan, an increase of 5.8%. During the same period, the national import & export value and export value increased by 1.1% and 2.4% respectively. In October, Shandong's trade amounted to 206.82 billion yuan.",
      [
        'TRADE "total" 2020-01/2020-10 1.76 CNY_TRILLION 5.8 on 2019-01/2019-10',
        'TRADE TOTAL:ALL 2020-01/2020-10 1.1 on 2019-01/2019-10',
        'EXPORTS TOTAL:ALL 2020-01/2020-10 2.4 on 2019-01/2019-10',
        'TRADE "total" 2020-10 206.82 CNY_BILLION',
      ],
    ],
    [
      "a province's own trade, called provincial",
      '2020-11-12',
      "Statistics show that Shandong's exports rose 3% in October. Provincial imports reached 78.41 billion yuan.",
      ['EXPORTS "total" 2020-10 3 on 2019-10', 'IMPORTS "total" 2020-10 78.41 CNY_BILLION'],
    ],
    [
      'a partner that recorded the largest increase',
      '2011-02-28',
      'Overseas Merchandise Trade: January 2011\nIn the January 2011 month, merchandise exports were valued at $3.3 billion, up 4.3 percent from January 2010.\nBy country of destination:\nThe People’s Republic of China recorded the largest increase.',
      ['EXPORTS TOTAL:ALL 2011-01 4.3 on 2010-01'],
    ],
    [
      'trade between the two',
      '2021-05-07',
      "The Association of Southeast Asian Nations remained China's largest trading partner in the first four months. Trade between the two rose 27.6 percent to CNY1.7 trillion.",
      ['TRADE PARTNER:ASEAN 2021-01/2021-04 1.7 CNY_TRILLION 27.6 on 2020-01/2020-04'],
    ],
    [
      'exports of the sector',
      '2021-07-16',
      "The total trade value of China's cross-border e-commerce sector reached 886.7 billion yuan in the first six months. Exports of the sector surged 44.1 percent to 603.6 billion yuan, and imports stood at 283.1 billion yuan.",
      [
        'TRADE "China\'s cross-border e-commerce sector" 2021-H1 886.7 CNY_BILLION',
        'EXPORTS "China\'s cross-border e-commerce sector" 2021-H1 603.6 CNY_BILLION 44.1 on 2020-H1',
        'IMPORTS "China\'s cross-border e-commerce sector" 2021-H1 283.1 CNY_BILLION',
      ],
    ],
    [
      'the second flow of one economy',
      '2020-11-12',
      "In October 2020, Shandong's exports were 1.02 trillion yuan, an increase of 13.3%; its imports were 742.38 billion yuan, a decrease of 3.1%.",
      [
        'EXPORTS "total" 2020-10 1.02 CNY_TRILLION 13.3 on 2019-10',
        'IMPORTS "total" 2020-10 742.38 CNY_BILLION -3.1 on 2019-10',
      ],
    ],
    [
      'goods beside those that moved a flow',
      '2017-10-06',
      "Malaysia's exports rose 21.5% to RM82.2 billion in August 2017, while imports fell 3%. The main contributors to higher exports were electrical products and crude petroleum.\nHowever, palm oil and palm oil-based products fell 1.5% to RM6.6 billion.",
      [
        'EXPORTS "total" 2017-08 82.2 MYR_BILLION 21.5 on 2016-08',
        'IMPORTS "total" 2017-08 -3 on 2016-08',
        'EXPORTS "palm oil and palm oil-based products" 2017-08 6.6 MYR_BILLION -1.5 on 2016-08',
      ],
    ],
    [
      'destination countries with their shares',
      '2019-11-11',
      "Estonia's exports decreased in September by 3 percent. The top destination countries of Estonia's exports were Finland, which had 17 percent of total exports, Sweden with 10 percent, and Latvia with a total of 9 percent.",
      [
        'EXPORTS "total" 2019-09 -3 on 2018-09',
        'EXPORTS "Finland" 2019-09 share 17 of EXPORTS',
        'EXPORTS "Sweden" 2019-09 share 10 of EXPORTS',
        'EXPORTS "Latvia" 2019-09 share 9 of EXPORTS',
      ],
    ],
    [
      'no share of enterprises',
      '2022-03-22',
      "Hangzhou's exports rose 37.5 percent to 87.14 billion yuan from January to February 2022. The export of foreign trade enterprises maintained growth, accounting for 66.7 percent of the city's export enterprises.",
      ['EXPORTS "total" 2022-01/2022-02 87.14 CNY_BILLION 37.5 on 2021-01/2021-02'],
    ],
  ])
})

describe('what a change is against', () => {
  testReadings([
    [
      'the same period two years ago',
      '2021-07-16',
      "China's exports and imports in the first six months were up 23.8 percent and 21.7 percent, respectively, compared with those in the same period two years ago.",
      ['EXPORTS TOTAL:ALL 2021-H1 23.8 on 2019-H1', 'IMPORTS TOTAL:ALL 2021-H1 21.7 on 2019-H1'],
    ],
    [
      'two years earlier, beside the year before',
      '2021-07-16',
      "China's exports rose 20 percent year on year in June 2021, up 12 percent compared with two years earlier.",
      ['EXPORTS TOTAL:ALL 2021-06 20 on 2020-06 12 on 2019-06'],
    ],
    [
      'the preceding quarter at the head of a paragraph',
      '2021-07-26',
      "Hong Kong's exports rose 33 percent in June 2021.\nComparing the second quarter of 2021 with the preceding quarter on a seasonally adjusted basis, the value of total exports of goods decreased by 1.9%. Meanwhile, the value of imports of goods increased by 1.7%.",
      [
        'EXPORTS "total" 2021-06 33 on 2020-06',
        'EXPORTS "total" 2021-Q2 -1.9 on 2021-Q1',
        'IMPORTS "total" 2021-Q2 1.7 on 2021-Q1',
      ],
    ],
  ])
})
