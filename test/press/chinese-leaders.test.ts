import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what leads in Chinese texts', () => {
  testReadings(
    [
      [
        'two ways of trading that trade mainly consists of',
        '2021-10-25',
        '今年前三季度，西藏外贸进出口总值28.4亿元，同比增长76%。西藏外贸以一般贸易和边境小额贸易为主，进出口分别为14.62亿元和10.13亿元。',
        [
          'TRADE "total" 2021-01/2021-09 28.4 CNY_100_MILLION 76 on 2020-01/2020-09',
          'TRADE "一般贸易" 2021-01/2021-09 14.62 CNY_100_MILLION',
          'TRADE "边境小额贸易" 2021-01/2021-09 10.13 CNY_100_MILLION',
        ],
      ],
      [
        'a city that leads a region',
        '2021-10-25',
        '今年前三季度，西藏外贸进出口总值28.4亿元，同比增长76%。拉萨市持续领跑西藏全区外贸，进出口22.17亿元，增长1.5倍。',
        [
          'TRADE "total" 2021-01/2021-09 28.4 CNY_100_MILLION 76 on 2020-01/2020-09',
          'TRADE "拉萨市" 2021-01/2021-09 22.17 CNY_100_MILLION 150 on 2020-01/2020-09',
        ],
      ],
      [
        'goods among other goods',
        '2023-11-18',
        '今年前10个月，青海省外贸进出口总值同比增长11.3%。特色农产品中冬虫夏草出口8127.4万元，同比增长81.6%。',
        [
          'TRADE "total" 2023-01/2023-10 11.3 on 2022-01/2022-10',
          'EXPORTS "冬虫夏草" 2023-01/2023-10 8127.4 CNY_10_THOUSAND 81.6 on 2022-01/2022-10',
        ],
      ],
      [
        'cities whose rates exceed one',
        '2022-07-19',
        '今年上半年，山东省外贸进出口1.53万亿元，增长15.1%。枣庄、潍坊和泰安进出口增速高于20%，分别达到121.4%、53.6%和41.2%。',
        [
          'TRADE "total" 2022-H1 1.53 CNY_TRILLION 15.1 on 2021-H1',
          'TRADE "枣庄" 2022-H1 121.4 on 2021-H1',
          'TRADE "潍坊" 2022-H1 53.6 on 2021-H1',
          'TRADE "泰安" 2022-H1 41.2 on 2021-H1',
        ],
      ],
      [
        'goods that are the main ones',
        '2014-06-29',
        '今年5月，浙江省进口商品中最主要的是原油，价值141.2亿元，增长51.3%。',
        ['IMPORTS "原油" 2014-05 141.2 CNY_100_MILLION 51.3 on 2013-05'],
      ],
    ],
    'ZH',
  )
})
