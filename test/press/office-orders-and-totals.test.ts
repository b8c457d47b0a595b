import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('names ahead of numbers in their order', () => {
  testReadings([
    [
      'have shares',
      '2024-02-01',
      "Lebanon's imports fell in 2023. The top import sources were China, Greece, and Switzerland grasping the respective shares of 11.52%, 9.81%, and 9.67% of imports.",
      [
        'IMPORTS "China" 2023 share 11.52 of IMPORTS',
        'IMPORTS "Greece" 2023 share 9.81 of IMPORTS',
        'IMPORTS "Switzerland" 2023 share 9.67 of IMPORTS',
      ],
    ],
    [
      'have levels',
      '2019-06-03',
      "Nigeria's exports rose in the first quarter of 2019. Nigeria exported goods mainly to India, Spain and France, valued at N745 billion, N487 billion and N302 billion respectively.",
      [
        'EXPORTS "India" 2019-Q1 745 NGN_BILLION',
        'EXPORTS "Spain" 2019-Q1 487 NGN_BILLION',
        'EXPORTS "France" 2019-Q1 302 NGN_BILLION',
      ],
    ],
  ])
})

describe('parts of a total behind each other', () => {
  testReadings([
    [
      'are told by value as well',
      '2007-02-15',
      "China's trade in toys amounted to US$63.48 billion last year. The total included US$31.4 billion in export value, up 13.9 percent, and US$32.1 billion in import value, up 11.7 percent.",
      [
        'TRADE "toys" 2006 63.48 USD_BILLION',
        'EXPORTS "toys" 2006 31.4 USD_BILLION 13.9 on 2005',
        'IMPORTS "toys" 2006 32.1 USD_BILLION 11.7 on 2005',
      ],
    ],
    [
      'are of what a figure broke down into',
      '2015-02-17',
      "Guangdong's foreign trade totaled 484.58 billion yuan in January. The figure broke down into 307.26 billion yuan in exports and 177.32 billion yuan in imports.",
      [
        'TRADE "total" 2015-01 484.58 CNY_BILLION',
        'EXPORTS "total" 2015-01 307.26 CNY_BILLION',
        'IMPORTS "total" 2015-01 177.32 CNY_BILLION',
      ],
    ],
  ])
})

describe('a forecast', () => {
  testReadings([
    [
      'leaves the period in force',
      '2007-09-14',
      "China's trade rose 22.8 percent in the first eight months of 2007.\nThe trade was forecast to grow by 17 percent for the whole year. Exports rose 3 percent.",
      [
        'TRADE TOTAL:ALL 2007-01/2007-08 22.8 on 2006-01/2006-08',
        'EXPORTS TOTAL:ALL 2007-01/2007-08 3 on 2006-01/2006-08',
      ],
    ],
  ])
})

describe('a volume', () => {
  testReadings([
    [
      'with a level in money is a value',
      '2023-07-14',
      'In May 2023, compared to April 2023, the volume of exports of Ukraine decreased by 0.8%, to $3.221 billion.',
      ['EXPORTS "total" 2023-05 3.221 USD_BILLION -0.8 on 2023-04'],
    ],
  ])
})

describe('exports to date', () => {
  testReadings([
    [
      'are of the year so far',
      '2022-04-20',
      "Eswatini's exports grew 10.3 per cent in February 2022. Total exports to date amounted to E5.039 billion.",
      ['EXPORTS "total" 2022-02 10.3 on 2021-02', 'EXPORTS "total" 2022-01/2022-02 5.039 SZL_BILLION'],
    ],
  ])
})

describe('a balance that another is compared with', () => {
  testReadings([
    [
      'is no flow',
      '2023-10-30',
      'Mexico registered a trade deficit of 1,481 million dollars in September 2023, although it had a 0.31% increase in exports. The figure is greater than the deficit of 910 million dollars in the same month of 2022.',
      [
        'BALANCE "total" 2023-09 -1481 USD_MILLION',
        'EXPORTS "total" 2023-09 0.31 on 2022-09',
        'BALANCE "total" 2022-09 -910 USD_MILLION',
      ],
    ],
  ])
})

describe('a volume of trade behind its growth', () => {
  testReadings([
    [
      'is no change in an amount',
      '2019-10-15',
      "China's trade maintained growth in the first three quarters of 2019 with a total trade volume of 22.91 trillion yuan.",
      ['TRADE TOTAL:ALL 2019-01/2019-09 22.91 CNY_TRILLION'],
    ],
  ])
})

describe('a paragraph of parts behind one of totals', () => {
  testReadings([
    [
      'goes back to the month',
      '2014-04-22',
      "Sri Lanka's exports rose 5.4 percent in February 2014.\nIn the first two months of the year exports were up 13.9 percent.\nAgricultural exports rose 15.3 percent.",
      [
        'EXPORTS "total" 2014-02 5.4 on 2013-02',
        'EXPORTS "total" 2014-01/2014-02 13.9 on 2013-01/2013-02',
        'EXPORTS "Agricultural" 2014-02 15.3 on 2013-02',
      ],
    ],
  ])
})
