import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese trends', () => {
  testReadings(
    [
      [
        'keeps the period where a trend goes on',
        '2026-04-20',
        '2026年一季度，我国外贸延续去年的增势，进出口11.2万亿元，同比增长3.4%。',
        ['TRADE TOTAL:ALL 2026-Q1 11.2 CNY_TRILLION 3.4 on 2025-Q1'],
      ],
    ],
    'ZH',
  )
})
