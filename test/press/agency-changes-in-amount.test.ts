import { describe } from 'vitest'
import { testReadings } from './support.js'

const head = "Malaysia's exports and imports in May 2019 stood at RM84.1 billion and RM75 billion."

describe('An amount in a bracket', () => {
  testReadings([
    [
      'with a sign is no level',
      '2019-07-05',
      `${head} An increase in exports was recorded for timber (+RM61.2 million), which rose 4.1% to RM1.9 billion and accounted for 2.3% of total exports, glass products (+RM40.3 million) and cocoa (+RM12.1 million).`,
      [
        'EXPORTS "total" 2019-05 84.1 MYR_BILLION',
        'IMPORTS "total" 2019-05 75 MYR_BILLION',
        'EXPORTS "timber" 2019-05 1.9 MYR_BILLION 4.1 on 2018-05 share 2.3 of EXPORTS',
      ],
    ],
    [
      'with a sign is a balance where balances are listed',
      '2019-07-05',
      'In May 2019, Italy recorded surpluses with France (+1.3 billion euros) and Spain (+0.9 billion euros).',
      ['BALANCE "France" 2019-05 1.3 EUR_BILLION', 'BALANCE "Spain" 2019-05 0.9 EUR_BILLION'],
    ],
  ])
})

describe('Changes on the month', () => {
  testReadings([
    [
      'may follow a basis without a comma',
      '2019-07-05',
      `${head} On a month-on-month basis exports and imports were up 1.4% and 2.6%, respectively, from RM82.9 billion and RM73.1 billion.`,
      [
        'EXPORTS "total" 2019-05 84.1 MYR_BILLION 1.4 on 2019-04',
        'IMPORTS "total" 2019-05 75 MYR_BILLION 2.6 on 2019-04',
        'EXPORTS "total" 2019-04 82.9 MYR_BILLION',
        'IMPORTS "total" 2019-04 73.1 MYR_BILLION',
      ],
    ],
    [
      'have the month behind the levels that they are from',
      '2019-07-05',
      'In May 2019, Malaysian exports and imports were up 1.4% and 2.6%, respectively, from RM82.9 billion and RM73.1 billion in April.',
      [
        'EXPORTS "total" 2019-05 1.4 on 2019-04',
        'IMPORTS "total" 2019-05 2.6 on 2019-04',
        'EXPORTS "total" 2019-04 82.9 MYR_BILLION',
        'IMPORTS "total" 2019-04 73.1 MYR_BILLION',
      ],
    ],
  ])
})

describe('A balance of a month', () => {
  testReadings([
    [
      'may be compared with that of the month before',
      '2019-06-18',
      "The surplus of Indonesia in May 2019 was 0.21 billion dollars, with exports of 14.83 billion dollars and imports of 14.62 billion dollars. This was lower than the previous month's surplus of 0.62 billion dollars.",
      [
        'BALANCE "total" 2019-05 0.21 USD_BILLION',
        'EXPORTS "total" 2019-05 14.83 USD_BILLION',
        'IMPORTS "total" 2019-05 14.62 USD_BILLION',
        'BALANCE "total" 2019-04 0.62 USD_BILLION',
      ],
    ],
  ])
})
