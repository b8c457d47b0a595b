import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A Chinese text names', () => {
  testReadings(
    [
      [
        'its first partners without a verb, whose trade the next clauses tell',
        '2022-07-14',
        '据海关统计，上半年我国出口11.1万亿元。前三大贸易伙伴东盟、欧盟和美国，进出口分别为2.93万亿、2.69万亿和2.45万亿元，同比分别增长10.4%、7.3%和11.6%，占比分别为14.9%、13.6%和12.4%。',
        [
          'EXPORTS TOTAL:ALL 2022-H1 11.1 CNY_TRILLION',
          'TRADE PARTNER:ASEAN 2022-H1 2.93 CNY_TRILLION 10.4 on 2021-H1 share 14.9 of TRADE',
          'TRADE PARTNER:EU 2022-H1 2.69 CNY_TRILLION 7.3 on 2021-H1 share 13.6 of TRADE',
          'TRADE PARTNER:US 2022-H1 2.45 CNY_TRILLION 11.6 on 2021-H1 share 12.4 of TRADE',
        ],
      ],
      [
        'goods with what they consist of in brackets',
        '2010-09-14',
        '2010年8月，我国纺织品（包括纺织纱线、织物及制品）出口额为69.47亿美元，同比增长32.85%。',
        ['EXPORTS "纺织品" 2010-08 69.47 USD_100_MILLION 32.85 on 2009-08'],
      ],
    ],
    'ZH',
  )
})
