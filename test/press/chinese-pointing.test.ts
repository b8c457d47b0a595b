import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese words that point back at what was told', () => {
  testReadings(
    [
      [
        '前者 and 后者 of two flows named without numbers',
        '2017-09-08',
        '8月份，我国出口和进口走势分化：前者为1.35万亿元，同比增长6.9%；后者为1.06万亿元，增速升至14.4%。',
        [
          'EXPORTS TOTAL:ALL 2017-08 1.35 CNY_TRILLION 6.9 on 2016-08',
          'IMPORTS TOTAL:ALL 2017-08 1.06 CNY_TRILLION 14.4 on 2016-08',
        ],
      ],
      [
        '一个 of each of two goods that are called a mainstay',
        '2021-07-14',
        '上半年，集成电路、农产品作为进口主力，分别进口1.26万亿元和7100亿元，一个增长18.2%，一个下降3.4%，分别占我国进口总值的15.2%和8.6%。',
        [
          'IMPORTS "集成电路" 2021-H1 1.26 CNY_TRILLION 18.2 on 2020-H1 share 15.2 of IMPORTS',
          'IMPORTS "农产品" 2021-H1 7100 CNY_100_MILLION -3.4 on 2020-H1 share 8.6 of IMPORTS',
        ],
      ],
      [
        '一个 of one of more than two, or of none',
        '2021-07-14',
        '上半年，我国对欧盟、美国、日本分别出口1.55万亿元、1.64万亿元和5100亿元，一个增长9%，一个下降7.2%。一个增长4%。',
        [
          'EXPORTS PARTNER:EU 2021-H1 1.55 CNY_TRILLION',
          'EXPORTS PARTNER:US 2021-H1 1.64 CNY_TRILLION',
          'EXPORTS PARTNER:JP 2021-H1 5100 CNY_100_MILLION',
        ],
      ],
      [
        '三者 of partners named without numbers',
        '2018-11-08',
        '前10个月，我国前三大贸易伙伴依次为欧盟、美国和东盟，与三者贸易总值分别为3.7万亿元、3.4万亿元和3.1万亿元，增长7.2%、6.1%和11.6%。',
        [
          'TRADE PARTNER:EU 2018-01/2018-10 3.7 CNY_TRILLION 7.2 on 2017-01/2017-10',
          'TRADE PARTNER:US 2018-01/2018-10 3.4 CNY_TRILLION 6.1 on 2017-01/2017-10',
          'TRADE PARTNER:ASEAN 2018-01/2018-10 3.1 CNY_TRILLION 11.6 on 2017-01/2017-10',
        ],
      ],
      [
        '两者 with a flow of its own',
        '2018-11-08',
        '前10个月，欧盟、美国为我国前两大贸易伙伴，我国对两者出口分别为2.1万亿元、2.4万亿元。',
        ['EXPORTS PARTNER:EU 2018-01/2018-10 2.1 CNY_TRILLION', 'EXPORTS PARTNER:US 2018-01/2018-10 2.4 CNY_TRILLION'],
      ],
      [
        '三者 of shares',
        '2022-10-24',
        '前三季度，一般贸易占我国外贸总值的64%，加工贸易占20%，保税物流占12%；三者进出口值分别为19.9万亿元、6.2万亿元和3.8万亿元。',
        [
          'TRADE REGIME:ORDINARY 2022-01/2022-09 19.9 CNY_TRILLION share 64 of TRADE',
          'TRADE REGIME:PROCESSING 2022-01/2022-09 6.2 CNY_TRILLION share 20 of TRADE',
          'TRADE REGIME:BONDED_LOGISTICS 2022-01/2022-09 3.8 CNY_TRILLION share 12 of TRADE',
        ],
      ],
      [
        '后者 with another flow',
        '2022-10-24',
        '前三季度，机电产品出口6万亿元，高新技术产品出口2万亿元；后者进口1.5万亿元。',
        [
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2022-01/2022-09 6 CNY_TRILLION',
          'EXPORTS "高新技术产品" 2022-01/2022-09 2 CNY_TRILLION',
          'IMPORTS "高新技术产品" 2022-01/2022-09 1.5 CNY_TRILLION',
        ],
      ],
      [
        '两项 of the sentence before',
        '2025-01-22',
        '2024年，深圳进出口4.5万亿元，重返内地城市首位；出口2.8万亿元。两项同比分别增长16.4%和14.6%。',
        ['TRADE "total" 2024 4.5 CNY_TRILLION 16.4 on 2023', 'EXPORTS "total" 2024 2.8 CNY_TRILLION 14.6 on 2023'],
      ],
      [
        'flows whose values follow as a list',
        '2021-11-18',
        '前10个月，青岛市进出口、出口、进口值均创历史同期新高，依次为6897亿元、3953亿元、2944亿元，同比依次增长35.2%、27.9%、46.4%。',
        [
          'TRADE "total" 2021-01/2021-10 6897 CNY_100_MILLION 35.2 on 2020-01/2020-10',
          'EXPORTS "total" 2021-01/2021-10 3953 CNY_100_MILLION 27.9 on 2020-01/2020-10',
          'IMPORTS "total" 2021-01/2021-10 2944 CNY_100_MILLION 46.4 on 2020-01/2020-10',
        ],
      ],
      [
        '中方 of the trade of two',
        '2019-02-20',
        '2018年中国与韩国双边货物贸易额为3134亿美元，上升11.9%。其中，中方出口1088亿美元，上升5.9%；进口2046亿美元；中方逆差958亿美元。',
        [
          'TRADE PARTNER:KR 2018 3134 USD_100_MILLION 11.9 on 2017',
          'EXPORTS PARTNER:KR 2018 1088 USD_100_MILLION 5.9 on 2017',
          'IMPORTS PARTNER:KR 2018 2046 USD_100_MILLION',
          'BALANCE PARTNER:KR 2018 -958 USD_100_MILLION',
        ],
      ],
      [
        '中方 of no partner',
        '2019-02-20',
        '2018年，我国进出口4.6万亿美元，中方出口2.5万亿美元。',
        ['TRADE TOTAL:ALL 2018 4.6 USD_TRILLION'],
      ],
      [
        '该方式 of the way before',
        '2021-01-20',
        '去年，义乌以市场采购贸易方式出口2297亿元，该方式出口增长9.6%。',
        ['EXPORTS "市场采购贸易" 2020 2297 CNY_100_MILLION 9.6 on 2019'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese lists of what comes next', () => {
  testReadings(
    [
      [
        'goods behind the first, of which one fell',
        '2018-12-20',
        '前11个月，贵州省白酒出口4.6亿美元，居首位；化肥、轮胎位列其后，出口额分别为3.9亿美元和2.8亿美元，一增一降，幅度分别为12.4%和6.9%。',
        [
          'EXPORTS "白酒" 2018-01/2018-11 4.6 USD_100_MILLION',
          'EXPORTS "化肥" 2018-01/2018-11 3.9 USD_100_MILLION 12.4 on 2017-01/2017-11',
          'EXPORTS "轮胎" 2018-01/2018-11 2.8 USD_100_MILLION -6.9 on 2017-01/2017-11',
        ],
      ],
      [
        'goods with their ranks',
        '2018-12-20',
        '前11个月，贵州省白酒出口4.6亿美元；化肥、轮胎分列第二、第三位，出口额分别为3.9亿美元和2.8亿美元。',
        [
          'EXPORTS "白酒" 2018-01/2018-11 4.6 USD_100_MILLION',
          'EXPORTS "化肥" 2018-01/2018-11 3.9 USD_100_MILLION',
          'EXPORTS "轮胎" 2018-01/2018-11 2.8 USD_100_MILLION',
        ],
      ],
      [
        'provinces behind the first',
        '2011-07-11',
        '上半年，我国进出口1.7万亿美元。广东进出口总值4259亿美元居首；江苏、上海分列其后，进出口分别为2576亿美元、2090亿美元，增长20.1%、23.2%。',
        [
          'TRADE TOTAL:ALL 2011-H1 1.7 USD_TRILLION',
          'TRADE "广东" 2011-H1 4259 USD_100_MILLION',
          'TRADE "江苏" 2011-H1 2576 USD_100_MILLION 20.1 on 2010-H1',
          'TRADE "上海" 2011-H1 2090 USD_100_MILLION 23.2 on 2010-H1',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese ports', () => {
  testReadings(
    [
      [
        'a port in a text without a region',
        '2026-01-20',
        '2025年，友谊关口岸进出口货值首次迈上5000亿元台阶，为5026.8亿元，增长11.7%。其中，出口2895.4亿元。',
        [
          'TRADE "友谊关口岸" 2025 5026.8 CNY_100_MILLION 11.7 on 2024',
          'EXPORTS "友谊关口岸" 2025 2895.4 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
