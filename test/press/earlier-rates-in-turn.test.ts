import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('rates told one after another, and balances', () => {
  testReadings([
    [
      'reads two earlier rates after one comparison',
      '2026-10-20',
      "Germany's exports rose 3.2 percent year on year in September, compared with 5.1 percent in August and 6.4 percent in July.",
      [
        'EXPORTS "total" 2026-09 3.2 on 2025-09',
        'EXPORTS "total" 2026-08 5.1 on 2025-08',
        'EXPORTS "total" 2026-07 6.4 on 2025-07',
      ],
    ],
    [
      'reads a gain of the month before',
      '2026-09-20',
      "India's exports rose 4 percent year on year in August, up from a gain of 7 percent a month earlier.",
      ['EXPORTS "total" 2026-08 4 on 2025-08', 'EXPORTS "total" 2026-07 7 on 2025-07'],
    ],
    [
      'reads a rate that another comes on top of',
      '2026-06-20',
      "Chinese exports rose 2.4 percent in May from a year earlier, on top of April's 6.3 percent gain.",
      ['EXPORTS TOTAL:ALL 2026-05 2.4 on 2025-05', 'EXPORTS TOTAL:ALL 2026-04 6.3 on 2025-04'],
    ],
    [
      'reads the surplus that a fall pulls down',
      '2026-10-20',
      "China's exports fell 2 percent in September while imports rose 4 percent, pulling the trade surplus down to 41.5 billion U.S. dollars.",
      [
        'EXPORTS TOTAL:ALL 2026-09 -2 on 2025-09',
        'IMPORTS TOTAL:ALL 2026-09 4 on 2025-09',
        'BALANCE TOTAL:ALL 2026-09 41.5 USD_BILLION',
      ],
    ],
    [
      'reads no change without some goods as the total',
      '2026-10-20',
      "In September, Norway's exports of goods, mineral products excluded, rose by 4.2 percent from a year earlier.",
      [],
    ],
    [
      'reads a share of a bloc in an opening flow',
      '2026-07-20',
      "Poland's imports fell by 1.4 percent in the first half of 2026. In exports, the share of the EU (EU 27) rose to 71.3 percent.",
      ['IMPORTS "total" 2026-H1 -1.4 on 2025-H1', 'EXPORTS "EU" 2026-H1 share 71.3 of EXPORTS'],
    ],
    [
      'reads the trade of the companies told before',
      '2026-07-20',
      "China had 640,000 private companies with import and export records in the first half of 2026. These companies' trade grew 7.4 percent to 12.1 trillion yuan.",
      [
        'TRADING_ENTERPRISES ENTERPRISE_TYPE:PRIVATE 2026-H1 640000 ENTERPRISE',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2026-H1 12.1 CNY_TRILLION 7.4 on 2025-H1',
      ],
    ],
    [
      'reads a rise lower than the one before',
      '2026-09-20',
      'Exports rose 3.1 percent in August from a year earlier, also lower than the 6.2 percent in July.',
      ['EXPORTS TOTAL:ALL 2026-08 3.1 on 2025-08', 'EXPORTS TOTAL:ALL 2026-07 6.2 on 2025-07'],
    ],
    [
      'reads the level of the year since which a surplus is the largest',
      '2026-11-20',
      'The trade surplus reached 41.3 billion dollars in October, the largest since 2018, when the surplus stood at 62.4 billion dollars.',
      ['BALANCE TOTAL:ALL 2026-10 41.3 USD_BILLION', 'BALANCE TOTAL:ALL 2018 62.4 USD_BILLION'],
    ],
    [
      'reads a deficit that improves as one that narrows',
      '2026-11-20',
      "Taiwan's trade deficit improved by 7.9 percent in October from a year earlier.",
      ['BALANCE "total" 2026-10 -7.9 on 2025-10'],
    ],
    [
      'reads a rate behind the period that it rose during',
      '2026-11-20',
      'Imports increased during the second quarter by 12.61 per cent to 31.2 billion dollars.',
      ['IMPORTS TOTAL:ALL 2026-Q2 31.2 USD_BILLION 12.61 on 2025-Q2'],
    ],
    [
      'reads two rates of an earlier quarter with their flows',
      '2026-11-20',
      'Exports rose 1.3 percent in the third quarter, compared with a 0.6-percent decrease in exports and a 2.1-percent rise in imports in the second quarter.',
      [
        'EXPORTS TOTAL:ALL 2026-Q3 1.3 on 2025-Q3',
        'EXPORTS TOTAL:ALL 2026-Q2 -0.6 on 2025-Q2',
        'IMPORTS TOTAL:ALL 2026-Q2 2.1 on 2025-Q2',
      ],
    ],
    [
      'reads no earlier rates that name no flow',
      '2026-11-20',
      'Exports rose 1.3 percent and imports fell 2.2 percent in the third quarter, compared with a 0.6-percent decrease and a 2.1-percent rise in the second quarter.',
      ['EXPORTS TOTAL:ALL 2026-Q3 1.3 on 2025-Q3', 'IMPORTS TOTAL:ALL 2026-Q3 -2.2 on 2025-Q3'],
    ],
    [
      'reads a balance in the trade of some goods',
      '2026-11-20',
      'New Zealand recorded a deficit of 2.4 billion dollars in agricultural product trade in October.',
      ['BALANCE "agricultural product" 2026-10 -2.4 NZD_BILLION'],
    ],
    [
      'reads a balance in goods trade with a partner',
      '2026-11-20',
      'China recorded a surplus of 2.4 billion dollars in its goods trade with Japan in October.',
      ['BALANCE PARTNER:JP 2026-10 2.4 USD_BILLION'],
    ],
    [
      'reads no balance in some trade with a partner as the total',
      '2026-11-20',
      'China recorded a surplus of 2.4 billion dollars in energy trade with Japan in October.',
      [],
    ],
  ])
})
