import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a Chinese text gives', () => {
  testReadings(
    [
      [
        'the rates behind conversions that brackets begin with 合',
        '2014-03-10',
        '据海关统计，今年2月，我国进出口总值1.61万亿元(合2611.8亿美元)，同比下降6.5%。其中，出口7165.2亿元(合1171亿美元)，同比下降18.4%；进口8563.1亿元(合1400.8亿美元)，同比增长6%。',
        [
          'TRADE TOTAL:ALL 2014-02 1.61 CNY_TRILLION -6.5 on 2013-02',
          'EXPORTS TOTAL:ALL 2014-02 7165.2 CNY_100_MILLION -18.4 on 2013-02',
          'IMPORTS TOTAL:ALL 2014-02 8563.1 CNY_100_MILLION 6 on 2013-02',
        ],
      ],
      [
        'a threshold behind 首超 without a name',
        '2023-07-14',
        '上半年，我国外贸规模首超19万亿元。',
        ['TRADE TOTAL:ALL 2023-H1 OVER 19 CNY_TRILLION'],
      ],
      [
        'the rates of 年增 and 年降',
        '2025-10-13',
        '海關總署公布，1至9月份以美元計價出口年增5.1%，進口年降2.1%，貿易順差8650.8億美元。',
        [
          'EXPORTS TOTAL:ALL 2025-01/2025-09 5.1 on 2024-01/2024-09',
          'IMPORTS TOTAL:ALL 2025-01/2025-09 -2.1 on 2024-01/2024-09',
          'BALANCE TOTAL:ALL 2025-01/2025-09 8650.8 USD_100_MILLION',
        ],
      ],
      [
        'the trade of partners that come next',
        '2004-07-08',
        '今年上半年，我国与欧盟贸易总额达250亿美元。日本尾随其后，进出口总额226.3亿美元；美国列第三位，贸易总额215.5亿美元。',
        [
          'TRADE PARTNER:EU 2004-H1 250 USD_100_MILLION',
          'TRADE PARTNER:JP 2004-H1 226.3 USD_100_MILLION',
          'TRADE PARTNER:US 2004-H1 215.5 USD_100_MILLION',
        ],
      ],
      [
        'the share that a product takes as 占据',
        '2011-11-28',
        '据昆明海关统计，今年前10月云南省出口60亿美元。从商品结构看，机电产品依旧是云南第一大出口商品，占据了20.9%的比重。',
        [
          'EXPORTS "total" 2011-01/2011-10 60 USD_100_MILLION',
          'EXPORTS "机电产品" 2011-01/2011-10 share 20.9 of EXPORTS',
        ],
      ],
      [
        'the change of that share to its category',
        '2017-04-25',
        '兰州海关介绍，一季度，兰州新区综合保税区进出口值为10.8亿元，占同期甘肃外贸进出口总值的13.8%，该比重较去年同期提升了11.3个百分点。',
        ['TRADE "兰州新区综合保税区" 2017-Q1 10.8 CNY_100_MILLION share 13.8 of TRADE share change 11.3'],
      ],
      [
        'names of regions as a traditional text spells them',
        '2026-01-14',
        '去年，長三角地區進出口增長5.3%，佔中國外貿的比重提升到36.4%。',
        ['TRADE "長三角地區" 2025 5.3 on 2024 share 36.4 of TRADE'],
      ],
      [
        'short names in the characters of the text',
        '2026-03-10',
        '海關總署數據顯示，今年前兩個月，中國對美出口下降10%，自美進口下降25.7%。',
        [
          'EXPORTS PARTNER:US 2026-01/2026-02 -10 on 2025-01/2025-02',
          'IMPORTS PARTNER:US 2026-01/2026-02 -25.7 on 2025-01/2025-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a Chinese text reads', () => {
  testReadings(
    [
      [
        'a quarter with its short name, and amounts in 兆',
        '2020-10-13',
        '中国海关总署周二公布，中国外贸进出口逐季回稳，累计增速转负为正，其中第3季以人民币计价进出口总值8兆7800亿人民币，按年增长6.5%。其中，出口5兆人民币，按年增9.2%。',
        [
          'TRADE TOTAL:ALL 2020-Q3 87800 CNY_100_MILLION 6.5 on 2019-Q3',
          'EXPORTS TOTAL:ALL 2020-Q3 5 CNY_TRILLION 9.2 on 2019-Q3',
        ],
      ],
      [
        'months that are accumulated up to one',
        '2016-11-08',
        '中国10月出口下降6%。数据显示，今年累计至10月为止，中国对美国出口较去年同期下降6.7%，对欧盟、日本同比也分别下降3.9%、4.3%。',
        [
          'EXPORTS TOTAL:ALL 2016-10 -6 on 2015-10',
          'EXPORTS PARTNER:US 2016-01/2016-10 -6.7 on 2015-01/2015-10',
          'EXPORTS PARTNER:EU 2016-01/2016-10 -3.9 on 2015-01/2015-10',
          'EXPORTS PARTNER:JP 2016-01/2016-10 -4.3 on 2015-01/2015-10',
        ],
      ],
      [
        'a decline that widens as one',
        '2016-11-08',
        '中国出口额同比在3月出现了上升，但此后持续呈现低迷，9月降幅甚至扩大至9%。',
        ['EXPORTS TOTAL:ALL 2016-09 -9 on 2015-09'],
      ],
      [
        'what is expected as 料 as no figure',
        '2025-11-07',
        '中国10月出口年降1.2%，进口增速料亦回落至3.1%。',
        ['EXPORTS TOTAL:ALL 2025-10 -1.2 on 2024-10'],
      ],
    ],
    'ZH',
  )
})
