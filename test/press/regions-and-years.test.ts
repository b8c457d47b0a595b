import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('English regions, periods and causes', () => {
  testReadings([
    [
      'a city named with its province',
      '2022-08-22',
      "The foreign trade of Nantong in East China's Jiangsu province reached a record 37.82 billion yuan in July, statistics from Nantong Customs showed.\nIn the first seven months of this year, the city's foreign trade value totaled 205.22 billion yuan.\nExports during this period were valued at 134.97 billion yuan, up 11.2 percent.",
      [
        'TRADE "total" 2022-07 37.82 CNY_BILLION',
        'TRADE "total" 2022-01/2022-07 205.22 CNY_BILLION',
        'EXPORTS "total" 2022-01/2022-07 134.97 CNY_BILLION 11.2 on 2021-01/2021-07',
      ],
    ],
    [
      'goods whose names have "and"',
      '2022-08-22',
      "In the first seven months of this year, China's exports of mechanical and electrical products and chemicals grew 8.8 percent and 54.9 percent to 61.81 billion yuan and 18.55 billion yuan respectively.",
      [
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2022-01/2022-07 61.81 CNY_BILLION 8.8 on 2021-01/2021-07',
        'EXPORTS "chemicals" 2022-01/2022-07 18.55 CNY_BILLION 54.9 on 2021-01/2021-07',
      ],
    ],
    [
      'traded goods of a province',
      '2021-06-07',
      'In the first four months of 2021, the trade volume of imported and exported goods of Jilin Province amounted to RMB52.86 billion, up 28.2%.',
      ['TRADE "total" 2021-01/2021-04 52.86 CNY_BILLION 28.2 on 2020-01/2020-04'],
    ],
    [
      'ports at a city',
      '2007-10-20',
      'Ports at Shanghai reported US$378.17 billion in foreign trade in the first three quarters of this year. From January to September, the ports imported US$14.78 billion worth of goods from ROK, up 15.2 percent.',
      [
        'TRADE "total" 2007-01/2007-09 378.17 USD_BILLION',
        'IMPORTS "ROK" 2007-01/2007-09 14.78 USD_BILLION 15.2 on 2006-01/2006-09',
      ],
    ],
    [
      'a number of firms that trade',
      '2024-04-09',
      'In the first quarter of 2024, the number of foreign trade enterprises engaged in imports and exports grew by 8.8%.',
      ['TRADING_ENTERPRISES TOTAL:ALL 2024-Q1 8.8 on 2023-Q1'],
    ],
    [
      'two months with a rate each',
      '2022-07-18',
      "China's foreign trade rose 9.4% in the first half of 2022. In May and June, it rose 9.5% and 14.3%, year on year.",
      [
        'TRADE TOTAL:ALL 2022-H1 9.4 on 2021-H1',
        'TRADE TOTAL:ALL 2022-05 9.5 on 2021-05',
        'TRADE TOTAL:ALL 2022-06 14.3 on 2021-06',
      ],
    ],
    [
      'the year that a surplus closed',
      '2026-01-15',
      "China's exports rose 6.6% year on year in December. China closed the year with its largest-ever trade surplus, reaching $1.19 trillion.",
      ['EXPORTS TOTAL:ALL 2025-12 6.6 on 2024-12', 'BALANCE TOTAL:ALL 2025 1.19 USD_TRILLION'],
    ],
    [
      'figures that rates are of',
      '2025-07-21',
      'Guangdong exported 2.89 trillion yuan worth of products during the first half of the year, and imported goods worth 1.66 trillion yuan from the rest of the world. The figures represented growth of 1.1 percent and 9.5 percent year-on-year, respectively.',
      [
        'EXPORTS "total" 2025-H1 2.89 CNY_TRILLION 1.1 on 2024-H1',
        'IMPORTS "total" 2025-H1 1.66 CNY_TRILLION 9.5 on 2024-H1',
      ],
    ],
    [
      'economic growth beside trade',
      '2010-08-10',
      "China's imports rose 22.7 percent in July. The country's economic growth slowed from 11.9 percent in the first quarter to 10.3 percent in the second quarter. Exports rose 38.1 percent, slowing from 43.9 percent in June.",
      [
        'IMPORTS TOTAL:ALL 2010-07 22.7 on 2009-07',
        'EXPORTS TOTAL:ALL 2010-07 38.1 on 2009-07',
        'EXPORTS TOTAL:ALL 2010-06 43.9 on 2009-06',
      ],
    ],
    [
      'much of a year',
      '2014-05-09',
      "China's trade has steadied amid the crackdown on false invoicing which distorted the data for much of 2013.\nIn March imports fell 11.3% year-on-year to $US162.4 billion.",
      ['IMPORTS TOTAL:ALL 2014-03 162.4 USD_BILLION -11.3 on 2013-03'],
    ],
    [
      'what moved a balance',
      '2014-05-09',
      "China's exports rose 0.9% in April. Improved performance by exporters saw the trade surplus reach $US18.4 billion.",
      ['EXPORTS TOTAL:ALL 2014-04 0.9 on 2013-04', 'BALANCE TOTAL:ALL 2014-04 18.4 USD_BILLION'],
    ],
    [
      'a gap between what is traded',
      '2008-01-11',
      "China's trade surplus soared 48% in 2007 to a record high. The gap between what China exports and imports expanded to $262.2bn last year.",
      ['BALANCE TOTAL:ALL 2007 262.2 USD_BILLION 48 on 2006'],
    ],
    [
      'a base of another metric',
      '2009-03-11',
      "China's imports dropped 24.1% in February. The trade surplus was down by nearly half compared with last year's February figure of $8.56 billion.",
      ['IMPORTS TOTAL:ALL 2009-02 -24.1 on 2008-02', 'BALANCE TOTAL:ALL 2008-02 8.56 USD_BILLION'],
    ],
    [
      'what a province is',
      '2012-02-18',
      "Foreign trade in south China's Guangdong Province, the nation's key production and export base, declined 16.7 percent year-on-year in January.",
      ['TRADE "total" 2012-01 -16.7 on 2011-01'],
    ],
  ])
})
