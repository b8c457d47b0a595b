import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('An English text tells a share by', () => {
  testReadings([
    [
      'what it fell to, of two partners',
      '2025-02-14',
      "In 2024, Korea's exports rose 4 percent. The share of exports to China fell to 17.4 percent from 18.5 percent a year earlier, while the U.S. share declined to 16.3 percent from 17.6 percent.",
      [
        'EXPORTS "total" 2024 4 on 2023',
        'EXPORTS "China" 2024 share 17.4 of EXPORTS',
        'EXPORTS "U.S." 2024 share 16.3 of EXPORTS',
      ],
    ],
    [
      'what it fell to, and an earlier one in brackets',
      '2025-02-14',
      "In 2024, Korea's exports rose 4 percent. China accounted for 17.4 percent of exports (down from 18.5 percent in 2023), while the US share increased to 16 percent (from 15 percent).",
      [
        'EXPORTS "total" 2024 4 on 2023',
        'EXPORTS "China" 2024 share 17.4 of EXPORTS',
        'EXPORTS "China" 2023 share 18.5 of EXPORTS',
        'EXPORTS "US" 2024 share 16 of EXPORTS',
      ],
    ],
    [
      'what exports moved to behind shares',
      '2025-02-14',
      "In 2024, Korea's exports rose 4 percent. The share of China in exports fell to 17.4 percent. Exports to ASEAN rose to 16.2 percent from 15.7 percent, while exports to the EU edged up to 11.1 percent and to Latin America to 3.5 percent.",
      [
        'EXPORTS "total" 2024 4 on 2023',
        'EXPORTS "China" 2024 share 17.4 of EXPORTS',
        'EXPORTS "ASEAN" 2024 share 16.2 of EXPORTS',
        'EXPORTS "EU" 2024 share 11.1 of EXPORTS',
        'EXPORTS "Latin America" 2024 share 3.5 of EXPORTS',
      ],
    ],
    [
      'what exports moved to of the total',
      '2025-02-14',
      "In 2024, Korea's exports rose 4 percent. Exports to ASEAN rose to 16.2 percent of the total from 15.7 percent.",
      ['EXPORTS "total" 2024 4 on 2023', 'EXPORTS "ASEAN" 2024 share 16.2 of EXPORTS'],
    ],
    [
      'but none without a word of shares',
      '2025-02-14',
      "Korea's exports to China fell 3 percent in 2024. Exports to ASEAN rose to 16.2 percent from 15.7 percent.",
      ['EXPORTS "China" 2024 -3 on 2023'],
    ],
    [
      'of a partner that a relative clause names',
      '2024-07-03',
      "In May, Vietnam's exports fell 4 percent on weaker demand from the United States, which accounted for 29 percent of total exports.",
      ['EXPORTS "total" 2024-05 -4 on 2023-05', 'EXPORTS "United States" 2024-05 share 29 of EXPORTS'],
    ],
  ])
})
