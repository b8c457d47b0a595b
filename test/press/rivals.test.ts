import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A second level of one flow', () => {
  testReadings([
    [
      'that differs by far is refused with its rate',
      '2022-04-25',
      "Fujian's foreign trade reached 433.08 billion yuan in the first quarter, up 12.1 percent. The province's private sector soared 12.4 percent year-on-year to 232.42 billion yuan in imports and exports volume, which accounted for 53.7 percent of the province's total.",
      ['TRADE "total" 2022-Q1 433.08 CNY_BILLION 12.1 on 2021-Q1', 'TRADE "private sector" 2022-Q1 12.4 on 2021-Q1'],
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
