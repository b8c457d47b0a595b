import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('in a Chinese text, a forecast is', () => {
  testReadings(
    [
      [
        'of the next year, or of what may come',
        '2011-11-12',
        '前10个月，我国进出口3万亿美元。专家认为，明年进口增长8%，出口可能下降4%，顺差可能会收窄至1200亿美元。',
        ['TRADE TOTAL:ALL 2011-01/2011-10 3 USD_TRILLION'],
      ],
      [
        'an amount that is said to be certain',
        '2011-11-12',
        '前10个月，我国进出口3万亿美元。专家认为，全年出口超过1.8万亿美元应该没有悬念，进口1.7万亿美元指日可待。',
        ['TRADE TOTAL:ALL 2011-01/2011-10 3 USD_TRILLION'],
      ],
      [
        'no cause that is only possible',
        '2011-11-12',
        '10月，我国出口增长15.9%，这可能与订单有关，进口增长28.7%。',
        ['EXPORTS TOTAL:ALL 2011-10 15.9 on 2010-10', 'IMPORTS TOTAL:ALL 2011-10 28.7 on 2010-10'],
      ],
      [
        'nothing behind figures that were better than expected',
        '2011-11-12',
        '10月，我国出口增长15.9%，明显好于预期，进口增长28.7%。',
        ['EXPORTS TOTAL:ALL 2011-10 15.9 on 2010-10', 'IMPORTS TOTAL:ALL 2011-10 28.7 on 2010-10'],
      ],
    ],
    'ZH',
  )
})

describe('in a Chinese text, a rate', () => {
  testReadings(
    [
      [
        'by working days is no change of the amounts',
        '2011-11-12',
        '10月，我国进出口2979.5亿美元。按平均工作日的可比口径计算，10月出口环比增长9.3%，进口下降2.1%。',
        ['TRADE TOTAL:ALL 2011-10 2979.5 USD_100_MILLION'],
      ],
      [
        'without exchange rates is read if its amount has no other',
        '2011-11-12',
        '10月我国进出口总值2979.5亿美元，扣除汇率因素，增速21.6%；出口1574.9亿美元，增长15.9%，扣除汇率因素，增长9.1%。',
        [
          'TRADE TOTAL:ALL 2011-10 2979.5 USD_100_MILLION 21.6 on 2010-10',
          'EXPORTS TOTAL:ALL 2011-10 1574.9 USD_100_MILLION 15.9 on 2010-10',
        ],
      ],
      [
        'again behind an earlier month is of the month in force',
        '2011-11-12',
        '今年10月我国进口额继3月之后再度突破1400亿美元，达到1404.6亿美元，增速28.7%。',
        ['IMPORTS TOTAL:ALL 2011-10 1404.6 USD_100_MILLION 28.7 on 2010-10'],
      ],
    ],
    'ZH',
  )
})
