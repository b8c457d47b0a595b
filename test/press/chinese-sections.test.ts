import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a section of a Chinese text', () => {
  testReadings(
    [
      [
        'goes back to the period of the text',
        '2020-04-17',
        '今年一季度，山西进出口264.5亿元，下降0.2%。3月份，进出口106.8亿元，增长15.9%。从贸易方式看，一般贸易进出口124.5亿元，增长23.9%。',
        [
          'TRADE "total" 2020-Q1 264.5 CNY_100_MILLION -0.2 on 2019-Q1',
          'TRADE "total" 2020-03 106.8 CNY_100_MILLION 15.9 on 2019-03',
          'TRADE "一般贸易" 2020-Q1 124.5 CNY_100_MILLION 23.9 on 2019-Q1',
        ],
      ],
    ],
    'ZH',
  )
})
