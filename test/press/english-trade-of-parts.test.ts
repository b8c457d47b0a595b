import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('exports and imports directly behind the trade of a part', () => {
  testReadings([
    [
      'are of that part',
      '2023-01-20',
      "In 2022, China's cross-border e-commerce imports and exports totaled 2.11 trillion yuan, an increase of 9.8%, with exports and imports increasing by 11.7% and 4.9% to 1.55 trillion yuan and 0.56 trillion yuan, respectively.",
      [
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2022 2.11 CNY_TRILLION 9.8 on 2021',
        'EXPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2022 1.55 CNY_TRILLION 11.7 on 2021',
        'IMPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2022 0.56 CNY_TRILLION 4.9 on 2021',
      ],
    ],
    [
      'are of the partner in the sentence before',
      '2023-01-20',
      'In 2022, the total volume of trade between China and ASEAN reached 6.52 trillion yuan, up 15%. The volume of exports reached 3.79 trillion yuan, up 21.7%, and the volume of imports reached 2.73 trillion yuan, up 6.8%.',
      [
        'TRADE PARTNER:ASEAN 2022 6.52 CNY_TRILLION 15 on 2021',
        'EXPORTS PARTNER:ASEAN 2022 3.79 CNY_TRILLION 21.7 on 2021',
        'IMPORTS PARTNER:ASEAN 2022 2.73 CNY_TRILLION 6.8 on 2021',
      ],
    ],
  ])
})

describe('exports and imports behind the trade of a part', () => {
  testReadings([
    [
      'are of the whole where they are said to be',
      '2023-01-20',
      "In 2022, China's cross-border e-commerce imports and exports totaled 2.11 trillion yuan. China's exports reached 23.97 trillion yuan, and imports reached 18.1 trillion yuan.",
      [
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2022 2.11 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2022 23.97 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2022 18.1 CNY_TRILLION',
      ],
    ],
    [
      'are of the whole in the next paragraph',
      '2023-01-20',
      "In 2022, China's cross-border e-commerce imports and exports totaled 2.11 trillion yuan.\nExports reached 23.97 trillion yuan, and imports reached 18.1 trillion yuan.",
      [
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2022 2.11 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2022 23.97 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2022 18.1 CNY_TRILLION',
      ],
    ],
  ])
})
