import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Trade beside the rank of a partner', () => {
  testReadings([
    [
      'trade behind the rank of a partner',
      '2024-06-08',
      "China's foreign trade in goods rose 4.2 percent year on year to 17.5 trillion yuan in the first five months of 2024, customs data showed. During the period, ASEAN was China's largest trading partner and the trade volume stood at 2.77 trillion yuan, up 8.5 percent.",
      [
        'TRADE TOTAL:ALL 2024-01/2024-05 17.5 CNY_TRILLION 4.2 on 2023-01/2023-05',
        'TRADE PARTNER:ASEAN 2024-01/2024-05 2.77 CNY_TRILLION 8.5 on 2023-01/2023-05',
      ],
    ],
    [
      'trade ahead of the rank of a partner',
      '2024-06-08',
      "China's foreign trade in goods rose 4.2 percent year on year to 17.5 trillion yuan in the first five months of 2024, customs data showed. With a trade volume of 2.77 trillion yuan, up 8.5 percent, ASEAN was China's largest trading partner.",
      [
        'TRADE TOTAL:ALL 2024-01/2024-05 17.5 CNY_TRILLION 4.2 on 2023-01/2023-05',
        'TRADE PARTNER:ASEAN 2024-01/2024-05 2.77 CNY_TRILLION 8.5 on 2023-01/2023-05',
      ],
    ],
  ])
})
