import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a rate of what is none of trade', () => {
  testReadings([
    [
      'has no level of the balance before it',
      '2023-10-29',
      'The trade deficit narrowed by 5% to 200 billion MAD in the first nine months of 2023. Energy costs continued to decrease, down by 20.9% to 91.03 billion MAD.',
      ['BALANCE TOTAL:ALL 2023-01/2023-09 -200 MAD_BILLION -5 on 2022-01/2022-09'],
    ],
    [
      'is none of imports either',
      '2023-10-29',
      'Imports fell by 5% to 200 billion MAD in the first nine months of 2023. Tourism receipts kept rising, up 20.9% to 91.03 billion MAD.',
      ['IMPORTS TOTAL:ALL 2023-01/2023-09 200 MAD_BILLION -5 on 2022-01/2022-09'],
    ],
  ])
})

describe('a surplus that a deficit is compared with', () => {
  testReadings([
    [
      'stays positive behind on',
      '2018-05-31',
      'South Africa’s trade deficit from January to April 2018 of R17.65 billion is a deterioration on the surplus for the comparable period in 2017 of R8.52 billion.',
      ['BALANCE "total" 2018-01/2018-04 -17.65 ZAR_BILLION', 'BALANCE "total" 2017-01/2017-04 8.52 ZAR_BILLION'],
    ],
    [
      'is of the earlier year behind compares with',
      '2018-05-31',
      'South Africa’s trade deficit from January to April 2018 of R17.65 billion compares with the surplus for the same period of 2017 of R8.52 billion.',
      ['BALANCE "total" 2018-01/2018-04 -17.65 ZAR_BILLION', 'BALANCE "total" 2017-01/2017-04 8.52 ZAR_BILLION'],
    ],
  ])
})

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
