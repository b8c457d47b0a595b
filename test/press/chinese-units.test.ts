import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('of Chinese units,', () => {
  testReadings(
    [
      [
        'the yuan before a note names no category',
        '2023-04-20',
        '据海关统计，一季度，我国进出口总值人民币（下同）9.9万亿元，增长4.8%。其中，出口5.6万亿元，增长8.4%。',
        [
          'TRADE TOTAL:ALL 2023-Q1 9.9 CNY_TRILLION 4.8 on 2022-Q1',
          'EXPORTS TOTAL:ALL 2023-Q1 5.6 CNY_TRILLION 8.4 on 2022-Q1',
        ],
      ],
      [
        'metric tons in the Taiwanese spelling are tonnes',
        '2023-04-20',
        '一季度，我国进口黄豆2302万公噸，增长13.5%。',
        ['IMPORT_QUANTITY "黄豆" 2023-Q1 2302 TONNE_10_THOUSAND 13.5 on 2022-Q1'],
      ],
      [
        'a multiple is a rate behind 年增',
        '2023-04-20',
        '一季度，我国锂电池出口1097.9亿元，年增更达1.1倍；蓄电池同比增1.2倍。',
        [
          'EXPORTS PRODUCT:LITHIUM_ION_BATTERIES 2023-Q1 1097.9 CNY_100_MILLION 110 on 2022-Q1',
          'EXPORTS "蓄电池" 2023-Q1 120 on 2022-Q1',
        ],
      ],
      [
        'tens of thousands without one are seldom money',
        '2023-04-20',
        '一季度，全县进出口总额4500万，增长6%。出口3100万元，出口轮胎3.2万，增长5%。',
        ['TRADE "total" 2023-Q1 4500 CNY_10_THOUSAND 6 on 2022-Q1', 'EXPORTS "total" 2023-Q1 3100 CNY_10_THOUSAND'],
      ],
    ],
    'ZH',
  )
})
