import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A second level of one flow', () => {
  testReadings([
    [
      'that differs by far is refused with its rate',
      '2022-05-09',
      "China's exports reached 433.08 billion yuan in April, up 12.1 percent. In April, China's exports stood at 143.08 billion yuan, up 9 percent.",
      ['EXPORTS TOTAL:ALL 2022-04 433.08 CNY_BILLION 12.1 on 2021-04'],
    ],
    [
      'that nearly agrees contradicts it',
      '2022-04-25',
      "China's exports reached 433.08 billion yuan in April. In April, China's exports stood at 443.08 billion yuan.",
      ['EXPORTS TOTAL:ALL 2022-04 433.08 CNY_BILLION', 'EXPORTS TOTAL:ALL 2022-04 443.08 CNY_BILLION'],
    ],
    [
      'is kept beside a threshold',
      '2022-04-25',
      "China's exports exceeded 3 trillion yuan in April. In April, China's exports stood at 4.43 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2022-04 4.43 CNY_TRILLION'],
    ],
  ])
})
