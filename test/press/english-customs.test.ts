import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the region of a text by its trade', () => {
  testReadings([
    [
      'the amount before the flow of a region',
      '2019-08-01',
      "Anhui's 3.1 billion dollars of imports and exports in June was made up of 1.9 billion dollars of exports and 1.2 billion dollars of imports.",
      [
        'TRADE "total" 2019-06 3.1 USD_BILLION',
        'EXPORTS "total" 2019-06 1.9 USD_BILLION',
        'IMPORTS "total" 2019-06 1.2 USD_BILLION',
      ],
    ],
    [
      'a region did trade with a partner',
      '2011-06-08',
      'In the January-May period Gansu did 410 million U.S. dollars of trade with ASEAN members, 31.4 percent more than in the same five months of 2010.',
      ['TRADE "ASEAN members" 2011-01/2011-05 410 USD_MILLION 31.4 on 2010-01/2010-05'],
    ],
    [
      'exports of goods from a region',
      '2018-04-20',
      'Exports of vegetables from Hebei climbed by 6.3 percent to 3.4 billion yuan in the first quarter, local customs said.',
      ['EXPORTS "vegetables" 2018-Q1 3.4 CNY_BILLION 6.3 on 2017-Q1'],
    ],
    [
      'the province with where it lies',
      '2007-07-25',
      "Data from the Fujian branch of the customs show that the southern province's imports and exports came to 34.1 billion U.S. dollars in the first half.",
      ['TRADE "total" 2007-H1 34.1 USD_BILLION'],
    ],
    [
      'an office puts the trade of a region',
      '2016-05-18',
      "Harbin Customs put Heilongjiang's imports at 21.7 billion yuan for January through April.",
      ['IMPORTS "total" 2016-01/2016-04 21.7 CNY_BILLION'],
    ],
  ])
})

describe('sums and balances of two flows', () => {
  testReadings([
    [
      'what both flows make in all',
      '2012-07-11',
      "China's exports in June were 180.2 billion dollars and its imports 148.5 billion dollars, making 328.7 billion dollars in all.",
      [
        'EXPORTS TOTAL:ALL 2012-06 180.2 USD_BILLION',
        'IMPORTS TOTAL:ALL 2012-06 148.5 USD_BILLION',
        'TRADE TOTAL:ALL 2012-06 328.7 USD_BILLION',
      ],
    ],
    [
      'the total of both flows',
      '2012-07-11',
      "China's exports in June were 180.2 billion dollars and its imports 148.5 billion dollars, for a total of 328.7 billion dollars.",
      [
        'EXPORTS TOTAL:ALL 2012-06 180.2 USD_BILLION',
        'IMPORTS TOTAL:ALL 2012-06 148.5 USD_BILLION',
        'TRADE TOTAL:ALL 2012-06 328.7 USD_BILLION',
      ],
    ],
    [
      'no total of two partners',
      '2012-07-11',
      "China's exports to Japan were 12.4 billion dollars in June and those to India 4.1 billion dollars, bringing the total to 16.5 billion dollars.",
      ['EXPORTS PARTNER:JP 2012-06 12.4 USD_BILLION', 'EXPORTS "India" 2012-06 4.1 USD_BILLION'],
    ],
    [
      'quarters bring the total of the half-year',
      '2018-07-14',
      "China's foreign trade grew 9.4 percent year on year in the first quarter and 6.3 percent in the second, to 6.7 trillion yuan and 7.3 trillion yuan, bringing the half-year total to 14 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2018-Q1 6.7 CNY_TRILLION 9.4 on 2017-Q1',
        'TRADE TOTAL:ALL 2018-Q2 7.3 CNY_TRILLION 6.3 on 2017-Q2',
        'TRADE TOTAL:ALL 2018-H1 14 CNY_TRILLION',
      ],
    ],
    [
      'the flow that exceeds the other is more',
      '2013-05-16',
      "Tianjin's imports in the first quarter were 17.4 billion dollars, exceeding its exports by 5.1 billion dollars.",
      ['IMPORTS "total" 2013-Q1 17.4 USD_BILLION', 'BALANCE "total" 2013-Q1 -5.1 USD_BILLION'],
    ],
    [
      'exports that exceed imports leave a surplus',
      '2019-11-08',
      "In October China's exports totaled 212.9 billion dollars, surpassing imports by 42.8 billion dollars.",
      ['EXPORTS TOTAL:ALL 2019-10 212.9 USD_BILLION', 'BALANCE TOTAL:ALL 2019-10 42.8 USD_BILLION'],
    ],
  ])
})

describe('wordings of the news', () => {
  testReadings([
    [
      'the possessive before worth',
      '2008-07-20',
      "Shandong exported 5.12 billion U.S. dollars' worth of agricultural products in the first half of 2008.",
      ['EXPORTS "agricultural products" 2008-H1 5.12 USD_BILLION'],
    ],
    [
      'a year as a whole',
      '2010-01-12',
      "For 2009 as a whole China's foreign trade amounted to 2.21 trillion U.S. dollars, of which 1.2 trillion dollars was accounted for by exports and 1.01 trillion dollars by imports.",
      [
        'TRADE TOTAL:ALL 2009 2.21 USD_TRILLION',
        'EXPORTS TOTAL:ALL 2009 1.2 USD_TRILLION',
        'IMPORTS TOTAL:ALL 2009 1.01 USD_TRILLION',
      ],
    ],
    [
      'trade with which fell',
      '2015-10-14',
      'China-ASEAN trade grew 3.6 percent to 2.1 trillion yuan in the first three quarters. Next came the EU, trade with which fell 8.4 percent to 2.5 trillion yuan.',
      [
        'TRADE PARTNER:ASEAN 2015-01/2015-09 2.1 CNY_TRILLION 3.6 on 2014-01/2014-09',
        'TRADE PARTNER:EU 2015-01/2015-09 2.5 CNY_TRILLION -8.4 on 2014-01/2014-09',
      ],
    ],
    [
      'behind a partner, with which trade grew',
      '2014-01-12',
      "China's trade with Japan fell 5.1 percent to 312.6 billion U.S. dollars in 2013. Japan stayed in fifth place, behind Hong Kong, with which trade grew 17.5 percent to 401 billion dollars.",
      ['TRADE PARTNER:JP 2013 312.6 USD_BILLION -5.1 on 2012', 'TRADE "Hong Kong" 2013 401 USD_BILLION 17.5 on 2012'],
    ],
    [
      'to which a part contributed',
      '2018-09-20',
      "Xinjiang's foreign trade totaled 101.3 billion yuan in the first eight months, to which border small-scale trade contributed 61.2 billion yuan, a growth of 4.5 percent year on year.",
      [
        'TRADE "total" 2018-01/2018-08 101.3 CNY_BILLION',
        'TRADE "border small-scale trade" 2018-01/2018-08 61.2 CNY_BILLION 4.5 on 2017-01/2017-08',
      ],
    ],
    [
      'a change over the only period',
      '2016-07-14',
      "Trade with Brazil tumbled 12.6 percent over the first half to 198.4 billion yuan, China's customs said.",
      ['TRADE "Brazil" 2016-H1 198.4 CNY_BILLION -12.6 on 2015-H1'],
    ],
    [
      'after growing from a year before',
      '2015-01-14',
      "China's foreign trade set a record in 2014, standing at 4.3 trillion U.S. dollars after growing 3.4 percent from the previous year.",
      ['TRADE TOTAL:ALL 2014 4.3 USD_TRILLION 3.4 on 2013'],
    ],
    [
      'a share behind a rate with a sign',
      '2020-10-14',
      "China's imports and exports by mode of trade, January-September 2020\nGeneral trade: 13.9 trillion yuan, +2.1 percent, 60.2 percent of the total.",
      ['TRADE REGIME:ORDINARY 2020-01/2020-09 13.9 CNY_TRILLION 2.1 on 2019-01/2019-09 share 60.2 of TRADE'],
    ],
    [
      'quarters in short',
      '2011-10-20',
      "Hainan's foreign trade in Q1-Q3 2011 - total: 9.1 billion dollars, up 15.6%; exports: 1.9 billion dollars, up 14.5%.",
      [
        'TRADE "total" 2011-01/2011-09 9.1 USD_BILLION 15.6 on 2010-01/2010-09',
        'EXPORTS "total" 2011-01/2011-09 1.9 USD_BILLION 14.5 on 2010-01/2010-09',
      ],
    ],
    [
      'the other flow did not',
      '2022-11-08',
      "China's imports returned to growth in October, adding 2.3 percent to reach 1.49 trillion yuan. Not so exports, which at 1.92 trillion yuan remained 1.6 percent lower than a year earlier.",
      [
        'IMPORTS TOTAL:ALL 2022-10 1.49 CNY_TRILLION 2.3 on 2021-10',
        'EXPORTS TOTAL:ALL 2022-10 1.92 CNY_TRILLION -1.6 on 2021-10',
      ],
    ],
    [
      'a surplus that was trimmed',
      '2012-02-10',
      "China's exports rose 20.3 percent to 1.9 trillion U.S. dollars last year. The surplus was trimmed by 14.5 percent to 155.1 billion dollars, having stood at 181.5 billion dollars in 2010.",
      [
        'EXPORTS TOTAL:ALL 2011 1.9 USD_TRILLION 20.3 on 2010',
        'BALANCE TOTAL:ALL 2011 155.1 USD_BILLION -14.5 on 2010',
        'BALANCE TOTAL:ALL 2010 181.5 USD_BILLION',
      ],
    ],
    [
      'two partners alone',
      '2023-09-21',
      "China's trade with the five Central Asian countries reached 210.4 billion yuan from January to August, up 39.2 percent. Kazakhstan and Uzbekistan alone accounted for 98.5 billion yuan and 41.3 billion yuan.",
      [
        'TRADE "five Central Asian countries" 2023-01/2023-08 210.4 CNY_BILLION 39.2 on 2022-01/2022-08',
        'TRADE "Kazakhstan" 2023-01/2023-08 98.5 CNY_BILLION',
        'TRADE "Uzbekistan" 2023-01/2023-08 41.3 CNY_BILLION',
      ],
    ],
    [
      'levels of two flows behind their rates',
      '2016-11-09',
      "China's exports fell 3.2 percent in October, the seventh decline in a row, and imports 4.1 percent, to 1.19 trillion yuan and 862 billion yuan respectively.",
      [
        'EXPORTS TOTAL:ALL 2016-10 1.19 CNY_TRILLION -3.2 on 2015-10',
        'IMPORTS TOTAL:ALL 2016-10 862 CNY_BILLION -4.1 on 2015-10',
      ],
    ],
  ])
})
