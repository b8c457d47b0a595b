import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('An English text tells', () => {
  testReadings(
    [
      [
        'the growth of an earlier period that both flows extended',
        '2022-09-08',
        "China's trade with ASEAN was 4.49 trillion yuan in the first eight months. China's exports to ASEAN were 2.7 trillion yuan, and imports amounted to 1.79 trillion yuan, both extending the growth of the first half. The trade surplus with ASEAN came in at 910.37 billion yuan.",
        [
          'TRADE PARTNER:ASEAN 2022-01/2022-08 4.49 CNY_TRILLION',
          'EXPORTS PARTNER:ASEAN 2022-01/2022-08 2.7 CNY_TRILLION',
          'IMPORTS PARTNER:ASEAN 2022-01/2022-08 1.79 CNY_TRILLION',
          'BALANCE PARTNER:ASEAN 2022-01/2022-08 910.37 CNY_BILLION',
        ],
      ],
      [
        'trade with a partner by the flows behind its amounts',
        '2023-01-20',
        "In 2022, China's trade with ASEAN was $31.9 billion worth of imports and $34.8 billion worth of exports.",
        ['IMPORTS PARTNER:ASEAN 2022 31.9 USD_BILLION', 'EXPORTS PARTNER:ASEAN 2022 34.8 USD_BILLION'],
      ],
      [
        'what companies have long been, before their rate',
        '2023-04-20',
        "In the first quarter, China's imports and exports by state-owned enterprises amounted to 349.17 billion yuan, while those of foreign-funded companies, long the backbone of trade in the country, inched up 1.7 percent.",
        [
          'TRADE ENTERPRISE_TYPE:STATE_OWNED 2023-Q1 349.17 CNY_BILLION',
          'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023-Q1 1.7 on 2022-Q1',
        ],
      ],
      [
        'the total value and both flows against another year',
        '2021-10-13',
        "China's foreign trade in the first three quarters was 28.31 trillion yuan, up 22.6 percent year on year. Compared with the same period of 2019, the total value, exports and imports were up 23.3 percent, 24.4 percent and 22.1 percent, respectively.",
        [
          'TRADE TOTAL:ALL 2021-01/2021-09 28.31 CNY_TRILLION 22.6 on 2020-01/2020-09 23.3 on 2019-01/2019-09',
          'EXPORTS TOTAL:ALL 2021-01/2021-09 24.4 on 2019-01/2019-09',
          'IMPORTS TOTAL:ALL 2021-01/2021-09 22.1 on 2019-01/2019-09',
        ],
      ],
      [
        'partners along the Belt and Road, whose exports went up as well',
        '2017-07-14',
        "In the first half of 2017, China's exports to Japan were up by 13.2 percent, while those to Russia and Kazakhstan along the Belt and Road went up as well, by 29.1 percent and 46.8 percent.",
        [
          'EXPORTS PARTNER:JP 2017-H1 13.2 on 2016-H1',
          'EXPORTS "Russia" 2017-H1 29.1 on 2016-H1',
          'EXPORTS "Kazakhstan" 2017-H1 46.8 on 2016-H1',
        ],
      ],
      [
        'what its author exported, as a machine translates it',
        '2022-06-10',
        "In the first 5 months, China's trade with ASEAN was 2.38 trillion yuan, an increase of 8.4%. In the meantime, I exported 1.33 trillion yuan to ASEAN, add 13%.",
        [
          'TRADE PARTNER:ASEAN 2022-01/2022-05 2.38 CNY_TRILLION 8.4 on 2021-01/2021-05',
          'EXPORTS PARTNER:ASEAN 2022-01/2022-05 1.33 CNY_TRILLION 13 on 2021-01/2021-05',
        ],
      ],
      [
        'trades with partners, and the country as a whole',
        '2023-06-20',
        'In the first five months, the country as a whole shipped out 58.4 billion yuan worth of vehicles. Trades with Australia and Japan saw increases of 24.6 percent and 9.3 percent, respectively.',
        [
          'EXPORTS "vehicles" 2023-01/2023-05 58.4 CNY_BILLION',
          'TRADE PARTNER:AU 2023-01/2023-05 24.6 on 2022-01/2022-05',
          'TRADE PARTNER:JP 2023-01/2023-05 9.3 on 2022-01/2022-05',
        ],
      ],
      [
        'a surplus that was a far cry from another',
        '2011-05-12',
        "China's trade surplus was 10.6 billion yuan in April, a far cry from the mere 139 million yuan of March.",
        ['BALANCE TOTAL:ALL 2011-04 10.6 CNY_BILLION', 'BALANCE TOTAL:ALL 2011-03 139 CNY_MILLION'],
      ],
    ],
    'EN',
  )
})
