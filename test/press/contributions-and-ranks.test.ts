import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('contributions, ranks and fairs', () => {
  testReadings([
    [
      'gives what firms contribute to trade its own rate and share',
      '2026-02-09',
      "Private enterprises contributed 25.94 trillion yuan to China's foreign trade in 2025, 7.3 percent up on 2024, lifting their share by 1.7 percentage points to 57.1 percent.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2025 25.94 CNY_TRILLION 7.3 on 2024 share 57.1 of TRADE share change 1.7'],
    ],
    [
      'reads the shipments of a supplier as those to its customer',
      '2026-02-09',
      "In 2025 China overtook Germany to become Brazil's top supplier, with shipments of 71.1 billion dollars, up 12.3 percent.",
      ['EXPORTS "Brazil" 2025 71.1 USD_BILLION 12.3 on 2024'],
    ],
    [
      "reads no shipments of another country as China's",
      '2026-02-09',
      "China's trade rose in 2025. In 2025 Vietnam became China's top supplier, with shipments of 71.1 billion dollars, up 12.3 percent.",
      [],
    ],
    [
      'reads no deals of an expo as imports',
      '2026-02-09',
      "China's import expo deals were worth 82.49 billion dollars in 2025, up 4.3 percent, while national imports were 2.57 trillion dollars.",
      ['IMPORTS TOTAL:ALL 2025 2.57 USD_TRILLION'],
    ],
    [
      'counts the firms of the country',
      '2026-02-09',
      'Some 770,000 Chinese firms had import or export records in 2025, up 7.2 percent.',
      ['TRADING_ENTERPRISES TOTAL:ALL 2025 ABOUT 770000 ENTERPRISE 7.2 on 2024'],
    ],
    [
      'gives the change of a number of firms to them',
      '2026-02-09',
      'There were 650,000 private companies with import and export records in 2025, up 7.3 percent.',
      ['TRADING_ENTERPRISES ENTERPRISE_TYPE:PRIVATE 2025 650000 ENTERPRISE 7.3 on 2024'],
    ],
  ])
})
