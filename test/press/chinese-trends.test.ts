import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese trends', () => {
  testReadings(
    [
      [
        'keeps the period where a trend goes on',
        '2026-04-20',
        '2026年一季度，我国外贸延续去年的增势，进出口11.2万亿元，同比增长3.4%。',
        ['TRADE TOTAL:ALL 2026-Q1 11.2 CNY_TRILLION 3.4 on 2025-Q1'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese headings of trends', () => {
  testReadings(
    [
      [
        'flows behind the office of a heading and a space',
        '2015-12-16',
        '商务部：7月外贸出口势头减弱 进口下降5.6%\n商务部16日举行发布会。',
        ['IMPORTS TOTAL:ALL 2015-07 -5.6 on 2014-07'],
      ],
      [
        'exports as 外贸出口 behind a month',
        '2015-12-16',
        '7月外贸出口下降3.1% 外贸进口下降5.6%',
        ['EXPORTS TOTAL:ALL 2015-07 -3.1 on 2014-07', 'IMPORTS TOTAL:ALL 2015-07 -5.6 on 2014-07'],
      ],
      [
        'a trend by quarters, which is no category',
        '2023-10-14',
        '前三季度我国进出口30.8万亿元。\n进出口逐季抬升\n10.1万亿元、10.3万亿元、10.4万亿元……数据可见。二、三季度环比分别上升6.1%和4.2%，其中三季度出口6.3万亿元。',
        [
          'TRADE TOTAL:ALL 2023-01/2023-09 30.8 CNY_TRILLION',
          'TRADE TOTAL:ALL 2023-Q2 6.1 on 2023-Q1',
          'TRADE TOTAL:ALL 2023-Q3 4.2 on 2023-Q2',
          'EXPORTS TOTAL:ALL 2023-Q3 6.3 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese goods listed before their rates', () => {
  testReadings(
    [
      [
        'two goods of a clause whose rates follow',
        '2018-10-16',
        '前三季度我国水产品进出口2615亿元。其中9月进出口208亿元。发言人介绍，从主要品种看，三文鱼和螃蟹进口增速较高，分别上升16.6%和21.3%，牡蛎进口则下降7.2%。',
        [
          'TRADE "水产品" 2018-01/2018-09 2615 CNY_100_MILLION',
          'TRADE "水产品" 2018-09 208 CNY_100_MILLION',
          'IMPORTS "三文鱼" 2018-01/2018-09 16.6 on 2017-01/2017-09',
          'IMPORTS "螃蟹" 2018-01/2018-09 21.3 on 2017-01/2017-09',
          'IMPORTS "牡蛎" 2018-01/2018-09 -7.2 on 2017-01/2017-09',
        ],
      ],
      [
        'no list of partners whose own trade it may be',
        '2018-10-16',
        '前三季度我国进出口22万亿元。美国和日本进口增长较快，分别增长3%和5%。',
        ['TRADE TOTAL:ALL 2018-01/2018-09 22 CNY_TRILLION'],
      ],
      [
        'two goods joined by 与',
        '2024-08-07',
        '前7个月，船舶与家电出口较快增长，分别增长37%和8%。',
        [
          'EXPORTS PRODUCT:SHIPS 2024-01/2024-07 37 on 2023-01/2023-07',
          'EXPORTS PRODUCT:HOUSEHOLD_APPLIANCES 2024-01/2024-07 8 on 2023-01/2023-07',
        ],
      ],
      [
        'no total of what a clause concerns',
        '2024-08-07',
        '7月出口增长3%。对于后期走势，出口下降4%。对于我国来说，7月进口增长5%。',
        ['EXPORTS TOTAL:ALL 2024-07 3 on 2023-07', 'IMPORTS TOTAL:ALL 2024-07 5 on 2023-07'],
      ],
    ],
    'ZH',
  )
})
