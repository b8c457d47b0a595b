import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what analysts see and what the world trades', () => {
  testReadings([
    [
      'reads nothing that analysts see coming',
      '2026-02-09',
      "China's foreign trade rose 4 percent in January. Analysts at a bank see exports growing 2.9 percent in the first quarter and imports falling 1.1 percent.",
      ['TRADE TOTAL:ALL 2026-01 4 on 2025-01'],
    ],
    [
      'reads no share of global exports',
      '2026-02-09',
      "China's foreign trade rose 4 percent in January. China accounted for 13.2 percent of global exports, up 0.2 points.",
      ['TRADE TOTAL:ALL 2026-01 4 on 2025-01'],
    ],
  ])
})
