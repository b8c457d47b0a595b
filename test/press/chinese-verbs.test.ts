import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('verbs of rise and fall', () => {
  testReadings(
    [
      [
        'are read with their signs',
        '2024-05-09',
        '今年一季度，我国进出口10.2万亿元。其中，出口5.7万亿元，同比上扬3.4%；进口4.5万亿元，同比骤降2.1%。',
        [
          'TRADE TOTAL:ALL 2024-Q1 10.2 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2024-Q1 5.7 CNY_TRILLION 3.4 on 2023-Q1',
          'IMPORTS TOTAL:ALL 2024-Q1 4.5 CNY_TRILLION -2.1 on 2023-Q1',
        ],
      ],
      [
        'are no names of goods',
        '2024-05-09',
        '今年一季度，我国进出口10.2万亿元。其中，出口5.7万亿元，同比倒退3.4%；进口4.5万亿元，环比走低2.1%。',
        [
          'TRADE TOTAL:ALL 2024-Q1 10.2 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2024-Q1 5.7 CNY_TRILLION -3.4 on 2023-Q1',
          'IMPORTS TOTAL:ALL 2024-Q1 4.5 CNY_TRILLION -2.1 on 2023-Q4',
        ],
      ],
    ],
    'ZH',
  )
})
