import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('rates beside other rates', () => {
  testReadings([
    [
      'measures no rate against the month that another is slower than',
      '2026-08-14',
      "Compared with the same month in 2025, exports were up 4.8 percent in July, slower than June's 6.1 percent, while imports edged up 1.2 percent after falling 3.3 percent in June.",
      [
        'EXPORTS TOTAL:ALL 2026-07 4.8 on 2025-07',
        'EXPORTS TOTAL:ALL 2026-06 6.1 on 2025-06',
        'IMPORTS TOTAL:ALL 2026-07 1.2 on 2025-07',
        'IMPORTS TOTAL:ALL 2026-06 -3.3 on 2025-06',
      ],
    ],
    [
      'measures no rate against a quarter whose rate opens the sentence',
      '2026-07-14',
      "China's foreign trade grew 3.7 percent in the first half of 2026. Compared with a 2.2 percent rise in the first quarter, the second quarter's growth quickened to 5.1 percent.",
      ['TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1', 'TRADE TOTAL:ALL 2026-Q2 5.1 on 2025-Q2'],
    ],
    [
      'reads an import by volume and by value',
      '2026-07-14',
      "China's imports of soybeans by volume rose 4.1 percent to 48.1 million tonnes in the first half of 2026, while their value dropped 7.1 percent to 161.3 billion yuan.",
      [
        'IMPORT_QUANTITY "soybeans" 2026-H1 4810 TONNE_10_THOUSAND 4.1 on 2025-H1',
        'IMPORTS "soybeans" 2026-H1 161.3 CNY_BILLION -7.1 on 2025-H1',
      ],
    ],
    [
      'reads trade with those who take part in an initiative',
      '2026-07-14',
      'Trade with countries taking part in the Belt and Road Initiative stood at 11.1 trillion yuan in the first half of 2026, up 4.6 percent.',
      ['TRADE PARTNER:BELT_AND_ROAD 2026-H1 11.1 CNY_TRILLION 4.6 on 2025-H1'],
    ],
    [
      'reads both flows of a trade on a platform',
      '2026-07-14',
      "China's foreign trade grew 3.7 percent in the first half of 2026. Cross-border e-commerce turned over about 1.31 trillion yuan, up 5.6 percent, with exports rising 4.4 percent to 1.02 trillion yuan and imports 9.1 percent to 290.1 billion yuan.",
      [
        'TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1',
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2026-H1 ABOUT 1.31 CNY_TRILLION 5.6 on 2025-H1',
        'EXPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2026-H1 1.02 CNY_TRILLION 4.4 on 2025-H1',
        'IMPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2026-H1 290.1 CNY_BILLION 9.1 on 2025-H1',
      ],
    ],
    [
      'reads those to a partner as of the partner',
      '2026-07-14',
      "China's shipments to major partners increased in the first half of 2026, with those to ASEAN up 12 percent and those to the EU up 6.8 percent.",
      ['EXPORTS PARTNER:ASEAN 2026-H1 12 on 2025-H1', 'EXPORTS PARTNER:EU 2026-H1 6.8 on 2025-H1'],
    ],
    [
      'reads the leader of a flow, whose exports follow',
      '2026-09-01',
      "South Korea's outbound shipments gained 1.2 percent on-year to US$57.4 billion in August, led by chips, whose exports surged 26.1 percent to a record US$14.1 billion.",
      [
        'EXPORTS "total" 2026-08 57.4 USD_BILLION 1.2 on 2025-08',
        'EXPORTS "chips" 2026-08 14.1 USD_BILLION 26.1 on 2025-08',
      ],
    ],
    [
      'reads mining as a sector',
      '2026-09-01',
      "The share of manufacturing in Turkey's total exports was 93.2 percent in July, followed by agriculture with 3.4 percent and mining with 2.2 percent.",
      [
        'EXPORTS "manufacturing" 2026-07 share 93.2 of EXPORTS',
        'EXPORTS "agriculture" 2026-07 share 3.4 of EXPORTS',
        'EXPORTS "mining" 2026-07 share 2.2 of EXPORTS',
      ],
    ],
  ])
})
