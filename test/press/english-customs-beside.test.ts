import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what stands beside figures of customs news', () => {
  testReadings([
    [
      'a month in a bracket is of its number alone',
      '2018-05-10',
      "China's exports were 200.4 billion dollars in April (March: 174.1 billion dollars), and imports 171.7 billion dollars (March: 179.1 billion dollars).",
      [
        'EXPORTS TOTAL:ALL 2018-04 200.4 USD_BILLION',
        'EXPORTS TOTAL:ALL 2018-03 174.1 USD_BILLION',
        'IMPORTS TOTAL:ALL 2018-04 171.7 USD_BILLION',
        'IMPORTS TOTAL:ALL 2018-03 179.1 USD_BILLION',
      ],
    ],
    [
      'the rate of a month in a bracket',
      '2018-05-10',
      "China's exports rose 12.9 percent in April (March: minus 2.7 percent) to 200.4 billion dollars.",
      ['EXPORTS TOTAL:ALL 2018-04 200.4 USD_BILLION 12.9 on 2017-04', 'EXPORTS TOTAL:ALL 2018-03 -2.7 on 2017-03'],
    ],
    [
      'more than double the level of a month',
      '2018-05-10',
      "China's trade surplus was 28.8 billion dollars in April, more than double January's 12.4 billion dollars.",
      ['BALANCE TOTAL:ALL 2018-04 28.8 USD_BILLION', 'BALANCE TOTAL:ALL 2018-01 12.4 USD_BILLION'],
    ],
    [
      'no figure of those that were overtaken',
      '2018-05-10',
      "In April, China's imports from Brazil, at 6.2 billion dollars, overtook those from the United States, at 5.8 billion dollars.",
      ['IMPORTS "Brazil" 2018-04 6.2 USD_BILLION'],
    ],
    [
      "flows between dashes are a partner's",
      '2018-05-10',
      "April's trade with the US - exports of 36 billion dollars and imports of 13.8 billion dollars - was 6.1 percent above that of a year ago, China's customs said.",
      ['EXPORTS PARTNER:US 2018-04 36 USD_BILLION', 'IMPORTS PARTNER:US 2018-04 13.8 USD_BILLION'],
    ],
    [
      'no total of goods of both flows',
      '2018-05-10',
      "China's exports of cars were 1.3 billion dollars in April and its imports of cars 4 billion dollars, for a total of 5.3 billion dollars.",
      ['EXPORTS "cars" 2018-04 1.3 USD_BILLION', 'IMPORTS "cars" 2018-04 4 USD_BILLION'],
    ],
    [
      'a level despite its fall',
      '2018-06-10',
      "China's soybean imports were 3.9 billion dollars in May despite a 1.2 percent year-on-year fall.",
      ['IMPORTS "soybean" 2018-05 3.9 USD_BILLION -1.2 on 2017-05'],
    ],
    [
      'no rate of what fell elsewhere',
      '2018-06-10',
      "China's exports reached 212.9 billion dollars in May despite a 5 percent fall in shipments to the US.",
      ['EXPORTS TOTAL:ALL 2018-05 212.9 USD_BILLION'],
    ],
  ])
})
