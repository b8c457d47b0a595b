import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('The value of the months up to one', () => {
  testReadings(
    [
      [
        'exports up to a month',
        '2024-04-20',
        '我国截至今年3月的出口额为1234.5亿元，同比增长4.2%。',
        ['EXPORTS TOTAL:ALL 2024-Q1 1234.5 CNY_100_MILLION 4.2 on 2023-Q1'],
      ],
      [
        'trade up to the end of a month',
        '2024-04-20',
        '今年以来，截至2024年3月末的进出口总值为1234.5亿元，同比增长4.2%。',
        ['TRADE TOTAL:ALL 2024-Q1 1234.5 CNY_100_MILLION 4.2 on 2023-Q1'],
      ],
    ],
    'ZH',
  )
})
