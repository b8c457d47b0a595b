import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A Chinese text goes back to its period, and partner, behind', () => {
  testReadings(
    [
      [
        '月度环比增长',
        '2023-07-13',
        '今年上半年，我国进出口21.1万亿元，增长3.1%。从环比来看，二季度进出口比一季度增长7%，5月份、6月份均环比增长1.4%。我国外贸结构持续优化，一般贸易进出口14.16万亿元，同比增长5%。民营企业进出口增长7.9%，占进出口总值的比重提升至51.7%。',
        [
          'TRADE TOTAL:ALL 2023-H1 21.1 CNY_TRILLION 3.1 on 2022-H1',
          'TRADE TOTAL:ALL 2023-Q2 7 on 2023-Q1',
          'TRADE TOTAL:ALL 2023-05 1.4 on 2023-04',
          'TRADE TOTAL:ALL 2023-06 1.4 on 2023-05',
          'TRADE REGIME:ORDINARY 2023-H1 14.16 CNY_TRILLION 5 on 2022-H1',
          'TRADE ENTERPRISE_TYPE:PRIVATE 2023-H1 7.9 on 2022-H1 share 51.7 of TRADE',
        ],
      ],
      [
        '从前9个月总体来看',
        '2023-10-08',
        '今年前9个月，我国进出口总值24.55万亿元，增长0.6%。其中，今年9月份，我国进出口3.36万亿元，下降7.3%。从前9个月总体来看，我国出口14.47万亿元，增长2.5%；进口10.08万亿元，下降2.1%。',
        [
          'TRADE TOTAL:ALL 2023-01/2023-09 24.55 CNY_TRILLION 0.6 on 2022-01/2022-09',
          'TRADE TOTAL:ALL 2023-09 3.36 CNY_TRILLION -7.3 on 2022-09',
          'EXPORTS TOTAL:ALL 2023-01/2023-09 14.47 CNY_TRILLION 2.5 on 2022-01/2022-09',
          'IMPORTS TOTAL:ALL 2023-01/2023-09 10.08 CNY_TRILLION -2.1 on 2022-01/2022-09',
        ],
      ],
      [
        'a partner with China',
        '2023-08-08',
        '前7个月，欧盟与我国贸易总值为3.29万亿元，增长3.8%，占我国外贸总值的14.3%。',
        ['TRADE PARTNER:EU 2023-01/2023-07 3.29 CNY_TRILLION 3.8 on 2022-01/2022-07 share 14.3 of TRADE'],
      ],
      [
        'share in the total',
        '2020-03-07',
        '今年前2个月，我国与东盟合计进出口1.2万亿元，同比增长2.8%，在进出口总值中的占比首次超过30%。',
        ['TRADE PARTNER:ASEAN 2020-01/2020-02 1.2 CNY_TRILLION 2.8 on 2019-01/2019-02 share 30 of TRADE'],
      ],
    ],
    'ZH',
  )
})
