import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A Chinese text tells', () => {
  testReadings(
    [
      [
        'why a rate fell, which is part of no name or period',
        '2021-09-07',
        '前8个月，我国劳动密集型产品出口2.43万亿元，增长10.7%，其中塑料制品因去年防疫物资出口基数高而下降12.7%。',
        [
          'EXPORTS PRODUCT:LABOR_INTENSIVE 2021-01/2021-08 2.43 CNY_TRILLION 10.7 on 2020-01/2020-08',
          'EXPORTS "塑料制品" 2021-01/2021-08 -12.7 on 2020-01/2020-08',
        ],
      ],
      [
        'that a quarter was against a high base',
        '2021-10-20',
        '前三季度我国外贸前高后稳：一季度进出口大幅增长24.8%后，三季度在高基数下增幅进一步收窄到7.2%。',
        ['TRADE TOTAL:ALL 2021-Q1 24.8 on 2020-Q1', 'TRADE TOTAL:ALL 2021-Q3 7.2 on 2020-Q3'],
      ],
    ],
    'ZH',
  )
})

describe('A Chinese text lists', () => {
  testReadings(
    [
      [
        'metals of one character, whose values follow',
        '2021-09-07',
        '前8个月，我国铁矿砂、铜等进口量减价扬，进口值分别增长70.3%和9.8%。',
        [
          'IMPORTS "铁矿砂" 2021-01/2021-08 70.3 on 2020-01/2020-08',
          'IMPORTS "铜" 2021-01/2021-08 9.8 on 2020-01/2020-08',
        ],
      ],
      [
        'goods that grew, beside which others fell',
        '2022-11-09',
        '前10个月，我国汽车出口3016.7亿元，增长70.2%。服装、塑料制品、箱包、钢材等也出现了不同程度的增长，但手机、音视频设备分别下降1.7%和2.4%。',
        [
          'EXPORTS "汽车" 2022-01/2022-10 3016.7 CNY_100_MILLION 70.2 on 2021-01/2021-10',
          'EXPORTS "手机" 2022-01/2022-10 -1.7 on 2021-01/2021-10',
          'EXPORTS "音视频设备" 2022-01/2022-10 -2.4 on 2021-01/2021-10',
        ],
      ],
      [
        'main exports behind a clause of ups and downs, and imports together',
        '2024-07-20',
        '上半年，湖南外贸进出口2000亿元。湖南主要出口产品涨跌互现：机电产品、农产品稳列前二，分别增长3.4%、下降12.6%；进口方面，进口金属矿砂、煤炭、粮食合计突破310亿元，较去年同期增长24.6%。',
        [
          'TRADE "total" 2024-H1 2000 CNY_100_MILLION',
          'EXPORTS "机电产品" 2024-H1 3.4 on 2023-H1',
          'EXPORTS "农产品" 2024-H1 -12.6 on 2023-H1',
          'IMPORTS "金属矿砂、煤炭、粮食" 2024-H1 OVER 310 CNY_100_MILLION 24.6 on 2023-H1',
        ],
      ],
    ],
    'ZH',
  )
})

describe('A Chinese text is of', () => {
  testReadings(
    [
      [
        'the province behind a dateline without a comma',
        '2021-11-09',
        '商报沈阳消息 海关统计显示，前10个月，辽宁省进出口6250.4亿元。大连进出口值继续“领跑”全省，前10个月，大连进出口值为3526.8亿元。',
        ['TRADE "total" 2021-01/2021-10 6250.4 CNY_100_MILLION', 'TRADE "大连" 2021-01/2021-10 3526.8 CNY_100_MILLION'],
      ],
      [
        'no partner where two sides are not named, and of no trade where goods enjoy a preference',
        '2025-10-13',
        '2000年中非合作论坛成立时，双方贸易额为872.6亿元。长沙关区RCEP项下进出口享惠货值18.26亿元，同比增长41.35%。',
        [],
      ],
    ],
    'ZH',
  )
})
