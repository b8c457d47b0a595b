import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('goods that stand out in a Chinese clause without numbers', () => {
  testReadings(
    [
      [
        'have the numbers behind it',
        '2024-11-20',
        '10月，我国进口2133亿美元。进口方面，大豆一枝独秀，进口额42亿美元，增长46%。',
        ['IMPORTS TOTAL:ALL 2024-10 2133 USD_100_MILLION', 'IMPORTS "大豆" 2024-10 42 USD_100_MILLION 46 on 2023-10'],
      ],
      [
        'are no total',
        '2024-11-20',
        '10月，手机表现亮眼，出口148亿美元，增长8%。',
        ['EXPORTS "手机" 2024-10 148 USD_100_MILLION 8 on 2023-10'],
      ],
      [
        'are not all trade',
        '2024-11-20',
        '10月，我国外贸表现亮眼，出口3090亿美元，增长12.7%。',
        ['EXPORTS TOTAL:ALL 2024-10 3090 USD_100_MILLION 12.7 on 2023-10'],
      ],
    ],
    'ZH',
  )
})
