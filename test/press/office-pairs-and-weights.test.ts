import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('values and shares in pairs', () => {
  testReadings([
    [
      'are of the names in their order',
      '2019-06-03',
      "Nigeria's exports rose in the first quarter of 2019. Nigeria exported goods mainly to India, Spain and France, valued at N745 billion or 16.4 per cent, N487 billion or 10.7 per cent and N302 billion or 6.7 per cent respectively.",
      [
        'EXPORTS "India" 2019-Q1 745 NGN_BILLION share 16.4 of EXPORTS',
        'EXPORTS "Spain" 2019-Q1 487 NGN_BILLION share 10.7 of EXPORTS',
        'EXPORTS "France" 2019-Q1 302 NGN_BILLION share 6.7 of EXPORTS',
      ],
    ],
  ])
})

describe('other words for a share', () => {
  testReadings([
    [
      'are a weight or a stake',
      '2017-01-12',
      "Angola's exports rose 5.7% in the second quarter of 2016. China was the main destination of exports from Angola, with a weight of 35.1%.",
      ['EXPORTS "total" 2016-Q2 5.7 on 2015-Q2', 'EXPORTS "China" 2016-Q2 share 35.1 of EXPORTS'],
    ],
  ])
})

describe('the remainder', () => {
  testReadings([
    [
      'is made up of shares',
      '2017-01-12',
      "Angola's exports rose 5.7% in the second quarter of 2016. The remainder of exports was made up of machinery (1.3%), cars (1.5%) and other products (4.3%).",
      [
        'EXPORTS "total" 2016-Q2 5.7 on 2015-Q2',
        'EXPORTS "machinery" 2016-Q2 share 1.3 of EXPORTS',
        'EXPORTS "cars" 2016-Q2 share 1.5 of EXPORTS',
      ],
    ],
  ])
})

describe('goods behind their verb', () => {
  testReadings([
    [
      'are valued in a relative clause',
      '2019-06-03',
      "Nigeria's exports rose in the first quarter of 2019. Nigeria exported mainly mineral products which amounted to N3,950 billion.",
      ['EXPORTS "mineral products" 2019-Q1 3950 NGN_BILLION'],
    ],
  ])
})
