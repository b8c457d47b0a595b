import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('English shares and lists', () => {
  testReadings([
    [
      'a share of imports and exports is of trade',
      '2023-01-20',
      'In 2022, imports and exports of private enterprises reached 21.4 trillion yuan, accounting for 50.9 percent of total imports and exports.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2022 21.4 CNY_TRILLION share 50.9 of TRADE'],
    ],
    [
      'a share in imports and exports is of trade',
      '2023-01-20',
      'In 2022, the share of private enterprises in the scale of imports and exports reached 50.9 percent.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2022 share 50.9 of TRADE'],
    ],
    [
      'numbers in turn share the unit of the last',
      '2021-05-24',
      "In April, China's exports to ASEAN, the EU and Japan were 60, 50 and 37 billion yuan, up 5, 6 and 7 percent, respectively.",
      [
        'EXPORTS PARTNER:ASEAN 2021-04 60 CNY_BILLION 5 on 2020-04',
        'EXPORTS PARTNER:EU 2021-04 50 CNY_BILLION 6 on 2020-04',
        'EXPORTS PARTNER:JP 2021-04 37 CNY_BILLION 7 on 2020-04',
      ],
    ],
    [
      'whole rates of both flows share a sign',
      '2021-05-24',
      "China's exports and imports rose 20 and 22 percent in April.",
      ['EXPORTS TOTAL:ALL 2021-04 20 on 2020-04', 'IMPORTS TOTAL:ALL 2021-04 22 on 2020-04'],
    ],
    [
      'examples of several markets have a rate each',
      '2020-03-12',
      'From January to February, the import and export with traditional markets such as the United States, the European Union, and Japan fell by 19.6%, 14.2%, and 15.3% respectively.',
      [
        'TRADE PARTNER:US 2020-01/2020-02 -19.6 on 2019-01/2019-02',
        'TRADE PARTNER:EU 2020-01/2020-02 -14.2 on 2019-01/2019-02',
        'TRADE PARTNER:JP 2020-01/2020-02 -15.3 on 2019-01/2019-02',
      ],
    ],
    [
      'partners that pile up trade are read in turn',
      '2022-10-27',
      "In the first three quarters, ASEAN, the United States and the European Union were Shandong's top three trade partners, and piled up a total trade volume of 464.63 billion yuan, 269.66 billion yuan, and 217.86 billion yuan, respectively.",
      [
        'TRADE "ASEAN" 2022-01/2022-09 464.63 CNY_BILLION',
        'TRADE "United States" 2022-01/2022-09 269.66 CNY_BILLION',
        'TRADE "European Union" 2022-01/2022-09 217.86 CNY_BILLION',
      ],
    ],
    [
      'a share that another follows is of the earlier period',
      '2025-06-09',
      "From January to May, trade between China and the US reached 1.72 trillion yuan. This figure accounted for 9.6 percent of China's overall foreign trade, showing a slight reduction from the 10.2 percent recorded in the first four months.",
      [
        'TRADE PARTNER:US 2025-01/2025-05 1.72 CNY_TRILLION share 9.6 of TRADE',
        'TRADE PARTNER:US 2025-01/2025-04 share 10.2 of TRADE',
      ],
    ],
    [
      'a contribution to growth is no figure',
      '2023-01-20',
      "In 2022, exports of private firms rose 12 percent. The contribution rate of private enterprises to China's foreign trade growth reached 80.8%.",
      ['EXPORTS ENTERPRISE_TYPE:PRIVATE 2022 12 on 2021'],
    ],
  ])
})
