import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('The period of an English number', () => {
  testReadings([
    [
      'is the month reported on behind an earlier one',
      '2012-08-11',
      "China's exports increased by 1 per cent in July. In June, outbound shipments had registered a healthy growth of 11.3 per cent.\nImports grew 4.7 per cent for the month over a year ago, compared with 6.3 per cent in June.",
      [
        'EXPORTS TOTAL:ALL 2012-07 1 on 2011-07',
        'EXPORTS TOTAL:ALL 2012-06 11.3 on 2011-06',
        'IMPORTS TOTAL:ALL 2012-07 4.7 on 2011-07',
        'IMPORTS TOTAL:ALL 2012-06 6.3 on 2011-06',
      ],
    ],
    [
      'is not that of a rate which it is better than',
      '2019-02-14',
      "China's exports last month rose 9.1% from a year ago.\nImports fell 1.5% which was far better than the 7.6% slide in December.",
      [
        'EXPORTS TOTAL:ALL 2019-01 9.1 on 2018-01',
        'IMPORTS TOTAL:ALL 2019-01 -1.5 on 2018-01',
        'IMPORTS TOTAL:ALL 2018-12 -7.6 on 2017-12',
      ],
    ],
    [
      'is the month reported on behind a whole year',
      '2019-02-14',
      "China's exports rose 9.1% in January from a year ago. China said its overall trade surplus for 2018 was $US351.76 billion.\nChina's trade surplus with the US fell to $US27.3 billion in January, from $US29.87 billion in December.",
      [
        'EXPORTS TOTAL:ALL 2019-01 9.1 on 2018-01',
        'BALANCE TOTAL:ALL 2018 351.76 USD_BILLION',
        'BALANCE PARTNER:US 2019-01 27.3 USD_BILLION',
        'BALANCE PARTNER:US 2018-12 29.87 USD_BILLION',
      ],
    ],
    [
      'is the one that a base names',
      '2009-03-11',
      "China's trade surplus in February stood at $4.84 billion, a massive drop from $39.1 billion the previous month.\nIt was down by nearly half compared with last year's February trade surplus, which was $8.56 billion.",
      [
        'BALANCE TOTAL:ALL 2009-02 4.84 USD_BILLION',
        'BALANCE TOTAL:ALL 2009-01 39.1 USD_BILLION',
        'BALANCE TOTAL:ALL 2008-02 8.56 USD_BILLION',
      ],
    ],
    [
      'is no month within a name',
      '2024-10-09',
      "From January to August 2024, Peru's exports rose 6 percent to 40 billion dollars. Exports of Junín rose 4 percent to 1 billion dollars.",
      [
        'EXPORTS "total" 2024-01/2024-08 40 USD_BILLION 6 on 2023-01/2023-08',
        'EXPORTS "Junín" 2024-01/2024-08 1 USD_BILLION 4 on 2023-01/2023-08',
      ],
    ],
    [
      'is not that of what it comes on top of',
      '2022-06-09',
      "China's foreign trade rebounded in May as total imports and exports went up 9.6 percent year-on-year to 3.45 trillion yuan on top of April's 0.1-percent expansion.",
      ['TRADE TOTAL:ALL 2022-05 3.45 CNY_TRILLION 9.6 on 2021-05', 'TRADE TOTAL:ALL 2022-04 0.1 on 2021-04'],
    ],
    [
      'is none of what is set to come',
      '2010-01-13',
      "China's exports rose 5 percent in December. Growth of mechanical and electrical exports is set to climb 10 percent in 2010.",
      ['EXPORTS TOTAL:ALL 2009-12 5 on 2008-12'],
    ],
  ])
})
