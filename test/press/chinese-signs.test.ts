import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('traditional characters', () => {
  testReadings(
    [
      [
        'are read as simplified ones',
        '2026-03-10',
        '前兩個月，中國出口6565億美元，同比增長21.8%；對歐盟出口增長27.8%。',
        [
          'EXPORTS TOTAL:ALL 2026-01/2026-02 6565 USD_100_MILLION 21.8 on 2025-01/2025-02',
          'EXPORTS PARTNER:EU 2026-01/2026-02 27.8 on 2025-01/2025-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a pace that is compared with an earlier one', () => {
  testReadings(
    [
      [
        'is no base of the next change',
        '2026-03-10',
        '前两个月，中国出口6565亿美元，同比增长21.8%，增速较去年12月加快，对欧盟出口增长27.8%。',
        [
          'EXPORTS TOTAL:ALL 2026-01/2026-02 6565 USD_100_MILLION 21.8 on 2025-01/2025-02',
          'EXPORTS PARTNER:EU 2026-01/2026-02 27.8 on 2025-01/2025-02',
        ],
      ],
    ],
    'ZH',
  )
})
