import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a flow with everyone', () => {
  testReadings(
    [
      [
        'is that of all partners',
        '2024-08-08',
        '7月当月，我国纺织品服装对全球出口268.0亿美元，同比减少0.5%。其中，纺织品出口115.4亿美元，同比上涨4.0%。',
        [
          'EXPORTS "纺织品服装" 2024-07 268.0 USD_100_MILLION -0.5 on 2023-07',
          'EXPORTS "纺织品" 2024-07 115.4 USD_100_MILLION 4.0 on 2023-07',
        ],
      ],
      [
        'is told apart from the trade of the world',
        '2024-08-08',
        '7月，我国出口3005.6亿美元，增长7%。全球出口增长1.5%。',
        ['EXPORTS TOTAL:ALL 2024-07 3005.6 USD_100_MILLION 7 on 2023-07'],
      ],
    ],
    'ZH',
  )
})
