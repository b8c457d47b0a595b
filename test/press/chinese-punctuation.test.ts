import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Latin marks in a Chinese text', () => {
  testReadings(
    [
      [
        'divide it as Chinese ones do',
        '2022-04-13',
        '3月份,我国进出口3.5万亿元,同比增长5.8%.其中,出口1.75万亿元,增长12.9%;进口1.75万亿元,下降1.7%。',
        [
          'TRADE TOTAL:ALL 2022-03 3.5 CNY_TRILLION 5.8 on 2021-03',
          'EXPORTS TOTAL:ALL 2022-03 1.75 CNY_TRILLION 12.9 on 2021-03',
          'IMPORTS TOTAL:ALL 2022-03 1.75 CNY_TRILLION -1.7 on 2021-03',
        ],
      ],
    ],
    'ZH',
  )
})

describe('changes on the month before', () => {
  testReadings(
    [
      [
        'fill a sentence that begins with them',
        '2022-04-13',
        '3月份,我国出口增长12.9%。环比来看,服装出口增长72.5%,家具增长78.1%。',
        [
          'EXPORTS TOTAL:ALL 2022-03 12.9 on 2021-03',
          'EXPORTS "服装" 2022-03 72.5 on 2022-02',
          'EXPORTS "家具" 2022-03 78.1 on 2022-02',
        ],
      ],
      [
        'fill a sentence that states no others',
        '2022-04-13',
        '3月份，我国进出口总值环比大幅增长23.8%；其中出口增长32.8%，进口增长14%。',
        [
          'TRADE TOTAL:ALL 2022-03 23.8 on 2022-02',
          'EXPORTS TOTAL:ALL 2022-03 32.8 on 2022-02',
          'IMPORTS TOTAL:ALL 2022-03 14 on 2022-02',
        ],
      ],
      [
        'end with one that states others',
        '2022-04-13',
        '3月份，我国进出口3.5万亿元，同比增长5.8%，环比增长23.8%。其中，出口1.75万亿元，增长12.9%。',
        [
          'TRADE TOTAL:ALL 2022-03 3.5 CNY_TRILLION 5.8 on 2021-03 23.8 on 2022-02',
          'EXPORTS TOTAL:ALL 2022-03 1.75 CNY_TRILLION 12.9 on 2021-03',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the province of a text', () => {
  testReadings(
    [
      [
        'is none of its cities',
        '2019-07-19',
        '2019年上半年，我省货物贸易进出口9714亿元，增长9.2%。其中，出口5270亿元，增长9.1%。\n青岛、烟台进出口值分别达2804亿元和1366亿元。',
        [
          'TRADE "total" 2019-H1 9714 CNY_100_MILLION 9.2 on 2018-H1',
          'EXPORTS "total" 2019-H1 5270 CNY_100_MILLION 9.1 on 2018-H1',
          'TRADE "青岛" 2019-H1 2804 CNY_100_MILLION',
          'TRADE "烟台" 2019-H1 1366 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
