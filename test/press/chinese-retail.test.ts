import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what shops sell and firms earn is no trade in Chinese texts', () => {
  testReadings(
    [
      [
        'behind the trade of zones',
        '2023-01-14',
        '2022年，我国综合保税区进出口6.56万亿元，增长11.4%；海南离岛免税购物金额349亿元，下降29.5%。',
        ['TRADE "综合保税区" 2022 6.56 CNY_TRILLION 11.4 on 2021'],
      ],
      [
        'nor is a flow behind it without a name',
        '2023-01-14',
        '2022年，我国进出口42.07万亿元。汽车零售额3万亿元，增长2%，出口4000亿元，增长75%。限额以上单位营业额5万亿元，增长1%。',
        ['TRADE TOTAL:ALL 2022 42.07 CNY_TRILLION'],
      ],
      [
        'nor is what firms earn, borrow or insure',
        '2023-01-14',
        '2022年，我国进出口42.07万亿元。出口企业利润增长3%。外贸企业贷款余额1.2万亿元，增长15%。出口信用保险承保金额9000亿美元，增长8.6%。',
        ['TRADE TOTAL:ALL 2022 42.07 CNY_TRILLION'],
      ],
    ],
    'ZH',
  )
})
