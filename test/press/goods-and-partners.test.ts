import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('English goods and partners', () => {
  testReadings([
    [
      'goods from one partner are two categories',
      '2022-05-24',
      "China's foreign trade reached 2.7 trillion yuan in April. Imports of soybeans from Brazil were 3.1 billion yuan, up 5 percent.",
      ['TRADE TOTAL:ALL 2022-04 2.7 CNY_TRILLION', 'IMPORTS "soybeans, Brazil" 2022-04 3.1 CNY_BILLION 5 on 2021-04'],
    ],
    [
      'tonnes that were imported are a quantity with its rate',
      '2022-05-24',
      "China's foreign trade reached 2.7 trillion yuan in April. A total of 3.1 million tonnes of crude oil was imported, up 5 percent from a year ago, and 2 million tonnes of rice exported, down 3 percent.",
      [
        'TRADE TOTAL:ALL 2022-04 2.7 CNY_TRILLION',
        'IMPORT_QUANTITY "crude oil" 2022-04 310 TONNE_10_THOUSAND 5 on 2021-04',
        'EXPORT_QUANTITY "rice" 2022-04 200 TONNE_10_THOUSAND -3 on 2021-04',
      ],
    ],
    [
      'goods worth an amount were exported',
      '2021-05-24',
      "Yiwu's foreign trade reached 27.01 billion yuan in April. Some 960-million-yuan worth of high-tech products were exported in the same period, up 235.5 percent year-on-year.",
      [
        'TRADE "total" 2021-04 27.01 CNY_BILLION',
        'EXPORTS "high-tech products" 2021-04 ABOUT 960 CNY_MILLION 235.5 on 2020-04',
      ],
    ],
    [
      'goods that were imported from a partner',
      '2022-05-24',
      "China's foreign trade reached 2.7 trillion yuan in April. About 3.1 billion yuan worth of soybeans were imported from Brazil, up 5 percent.",
      [
        'TRADE TOTAL:ALL 2022-04 2.7 CNY_TRILLION',
        'IMPORTS "soybeans, Brazil" 2022-04 ABOUT 3.1 CNY_BILLION 5 on 2021-04',
      ],
    ],
    [
      'exported goods of the city',
      '2021-05-24',
      "Yiwu's foreign trade reached 27.01 billion yuan in April. The city's exported machinery and electronic products were valued at 9.66 billion yuan, up 78.5 percent.",
      [
        'TRADE "total" 2021-04 27.01 CNY_BILLION',
        'EXPORTS "machinery and electronic products" 2021-04 9.66 CNY_BILLION 78.5 on 2020-04',
      ],
    ],
    [
      'a partner stands between the owner and its trade',
      '2012-08-21',
      "In July, China's EU trade fell 12.6 per cent to $45.13 billion. Shanghai's US trade fell 3 percent to $5 billion.",
      ['TRADE PARTNER:EU 2012-07 45.13 USD_BILLION -12.6 on 2011-07', 'TRADE "US" 2012-07 5 USD_BILLION -3 on 2011-07'],
    ],
    [
      'a partner that a clause ranks third',
      '2025-06-09',
      "From January to May, China's trade with ASEAN rose 9.1 percent to CNY3 trillion. The European Union ranked second with trade climbing 2.9 percent to CNY2.3 trillion, while the United States came in third with trade slumping 8.1 percent to CNY1.7 trillion.",
      [
        'TRADE PARTNER:ASEAN 2025-01/2025-05 3 CNY_TRILLION 9.1 on 2024-01/2024-05',
        'TRADE PARTNER:EU 2025-01/2025-05 2.3 CNY_TRILLION 2.9 on 2024-01/2024-05',
        'TRADE PARTNER:US 2025-01/2025-05 1.7 CNY_TRILLION -8.1 on 2024-01/2024-05',
      ],
    ],
    [
      'a partner that ranks first for imports',
      '2014-01-27',
      "In 2013, Dongguan's trade was 153 billion dollars. Taiwan continues to rank first for imports to Dongguan at US$ 10.34 billion, an increase of 8.7%.",
      ['TRADE "total" 2013 153 USD_BILLION', 'IMPORTS "Taiwan" 2013 10.34 USD_BILLION 8.7 on 2012'],
    ],
    [
      'a customs office stands for its region',
      '2012-08-21',
      "During the first seven months, Shanghai customs' trade cargo to and from Europe dropped 4.2 per cent to $96.73 billion. From January to July, Shanghai recorded a collective trade value of $462.69 billon, up 1.2 per cent.",
      [
        'TRADE "Europe" 2012-01/2012-07 96.73 USD_BILLION -4.2 on 2011-01/2011-07',
        'TRADE "total" 2012-01/2012-07 462.69 USD_BILLION 1.2 on 2011-01/2011-07',
      ],
    ],
    [
      'a verb of its own ends a name',
      '2024-08-26',
      'In the first half of 2024, exports of cars defied expectations, growing 4 percent. Imports from the European Union bucked the trend, rising 3 percent.',
      ['EXPORTS "cars" 2024-H1 4 on 2023-H1', 'IMPORTS PARTNER:EU 2024-H1 3 on 2023-H1'],
    ],
    [
      'a dateline in brackets is no name',
      '2020-07-14',
      "Hanoi, (VNA) - The Association of Southeast Asian Nations (ASEAN) became China's biggest trading partner in the first half of this year, accounting for 14.7 percent of the nation's total foreign trade volume.",
      ['TRADE PARTNER:ASEAN 2020-H1 share 14.7 of TRADE'],
    ],
    [
      'a drop names its own flow',
      '2017-01-13',
      "China's exports slipped 6.1 per cent to $209.4 billion in December. Imports rose 3.1 percent. It had earlier released the figures in yuan terms, showing a 2.0 per cent drop in exports last year.",
      [
        'EXPORTS TOTAL:ALL 2016-12 209.4 USD_BILLION -6.1 on 2015-12',
        'IMPORTS TOTAL:ALL 2016-12 3.1 on 2015-12',
        'EXPORTS TOTAL:ALL 2016 -2.0 on 2015',
      ],
    ],
  ])
})
