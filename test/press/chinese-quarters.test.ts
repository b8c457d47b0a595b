import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese numbers told by quarter', () => {
  testReadings(
    [
      [
        'are of the quarters of the year in force',
        '2023-01-14',
        '2022年，我国外贸规模较大，分季度出口分别达到了5.2万亿、5.93万亿、6.49万亿和6.2万亿元。',
        [
          'EXPORTS TOTAL:ALL 2022-Q1 5.2 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2022-Q2 5.93 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2022-Q3 6.49 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2022-Q4 6.2 CNY_TRILLION',
        ],
      ],
      [
        'in a clause before them, with rates of their own',
        '2023-07-14',
        '上半年，我国进出口20.1万亿元。分季度看，进出口分别为9.76万亿元和10.34万亿元，分别增长4.6%和下降0.2%。',
        [
          'TRADE TOTAL:ALL 2023-H1 20.1 CNY_TRILLION',
          'TRADE TOTAL:ALL 2023-Q1 9.76 CNY_TRILLION 4.6 on 2022-Q1',
          'TRADE TOTAL:ALL 2023-Q2 10.34 CNY_TRILLION -0.2 on 2022-Q2',
        ],
      ],
      [
        'are followed by figures of the whole year',
        '2023-01-14',
        '2022年，四个季度进口分别为4.2万亿元、4.54万亿元、4.8万亿元和4.6万亿元。民营企业进口7.6万亿元，增长3%。',
        [
          'IMPORTS TOTAL:ALL 2022-Q1 4.2 CNY_TRILLION',
          'IMPORTS TOTAL:ALL 2022-Q2 4.54 CNY_TRILLION',
          'IMPORTS TOTAL:ALL 2022-Q3 4.8 CNY_TRILLION',
          'IMPORTS TOTAL:ALL 2022-Q4 4.6 CNY_TRILLION',
          'IMPORTS ENTERPRISE_TYPE:PRIVATE 2022 7.6 CNY_TRILLION 3 on 2021',
        ],
      ],
      [
        'of a range that names the quarter once, with a part behind them',
        '2024-01-15',
        '2023年，我国外贸逐季向好。一至四季度，我国出口分别为5.65万亿元、5.82万亿元、6.05万亿元和6.24万亿元，同比分别增长8.4%、5.4%、下降5%和增长1.3%，其中12月当月2.18万亿元，增长3.8%。民营企业出口15万亿元。',
        [
          'EXPORTS TOTAL:ALL 2023-Q1 5.65 CNY_TRILLION 8.4 on 2022-Q1',
          'EXPORTS TOTAL:ALL 2023-Q2 5.82 CNY_TRILLION 5.4 on 2022-Q2',
          'EXPORTS TOTAL:ALL 2023-Q3 6.05 CNY_TRILLION -5 on 2022-Q3',
          'EXPORTS TOTAL:ALL 2023-Q4 6.24 CNY_TRILLION 1.3 on 2022-Q4',
          'EXPORTS TOTAL:ALL 2023-12 2.18 CNY_TRILLION 3.8 on 2022-12',
          'EXPORTS ENTERPRISE_TYPE:PRIVATE 2023 15 CNY_TRILLION',
        ],
      ],
      [
        'of a range are of all of it if they are one',
        '2024-10-15',
        '2024年1-3季度，我国进口13.7万亿元，增长2.2%。一至三季度，民营企业进口4.4万亿元，增长8.9%。',
        [
          'IMPORTS TOTAL:ALL 2024-01/2024-09 13.7 CNY_TRILLION 2.2 on 2023-01/2023-09',
          'IMPORTS ENTERPRISE_TYPE:PRIVATE 2024-01/2024-09 4.4 CNY_TRILLION 8.9 on 2023-01/2023-09',
        ],
      ],
    ],
    'ZH',
  )
})
