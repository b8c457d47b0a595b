import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('amounts and rates of balances', () => {
  testReadings([
    [
      'no amount by which a balance turned',
      '2008-11-03',
      "Australia's trade balance was a surplus of AUD 1,470m in September 2008. The surplus in the September quarter was AUD 2,160m, a turnaround of AUD 3,259m on the deficit of AUD 1,099m in the June quarter.",
      [
        'BALANCE "total" 2008-09 1470 AUD_MILLION',
        'BALANCE "total" 2008-Q3 2160 AUD_MILLION',
        'BALANCE "total" 2008-Q2 -1099 AUD_MILLION',
      ],
    ],
    [
      'no rate at which exports cover imports',
      '2019-05-31',
      "Turkey's exports rose by 4.7 percent in April. During this period, exports coverage imports fell to 82.8 percent in April, down from 87.8 percent in March.",
      ['EXPORTS "total" 2019-04 4.7 on 2018-04'],
    ],
  ])
})
