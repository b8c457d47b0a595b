import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese rates of an earlier period in other words', () => {
  testReadings(
    [
      [
        'the value before, in brackets',
        '2017-06-08',
        '5月当月，我国出口1910亿美元，同比增8.7%（前值增8%）；进口1502亿美元，同比增14.8%（前值增11.9%）。',
        [
          'EXPORTS TOTAL:ALL 2017-05 1910 USD_100_MILLION 8.7 on 2016-05',
          'EXPORTS TOTAL:ALL 2017-04 8 on 2016-04',
          'IMPORTS TOTAL:ALL 2017-05 1502 USD_100_MILLION 14.8 on 2016-05',
          'IMPORTS TOTAL:ALL 2017-04 11.9 on 2016-04',
        ],
      ],
      [
        'the value before, in a clause',
        '2019-06-10',
        '5月当月，我国出口同比增长7.7%，前值为增长3.1%；进口同比下降2.5%。',
        [
          'EXPORTS TOTAL:ALL 2019-05 7.7 on 2018-05',
          'EXPORTS TOTAL:ALL 2019-04 3.1 on 2018-04',
          'IMPORTS TOTAL:ALL 2019-05 -2.5 on 2018-05',
        ],
      ],
      [
        'the same period behind 与',
        '2010-08-20',
        '2010年1-7月，我国对欧盟的家具出口金额是86.21亿美元，与上年同比增长12.4%。',
        ['EXPORTS "欧盟, 家具" 2010-01/2010-07 86.21 USD_100_MILLION 12.4 on 2009-01/2009-07'],
      ],
      [
        'two turns since the same month',
        '2020-05-07',
        '4月份，我国出口同比由3月份的下降3.5%转为增长8.2%；进口由增长2.4%转为下降10.2%。',
        [
          'EXPORTS TOTAL:ALL 2020-03 -3.5 on 2019-03',
          'EXPORTS TOTAL:ALL 2020-04 8.2 on 2019-04',
          'IMPORTS TOTAL:ALL 2020-03 2.4 on 2019-03',
          'IMPORTS TOTAL:ALL 2020-04 -10.2 on 2019-04',
        ],
      ],
      [
        'a turn to growth as 正成长',
        '2023-04-15',
        '第1季我国出口总值为8218亿美元，由前2月的年减6.8%转为正成长0.5%。',
        [
          'EXPORTS TOTAL:ALL 2023-Q1 8218 USD_100_MILLION 0.5 on 2022-Q1',
          'EXPORTS TOTAL:ALL 2023-01/2023-02 -6.8 on 2022-01/2022-02',
        ],
      ],
      [
        'a growth that turned',
        '2025-11-07',
        '中国10月出口年降1.1%，与9月年增8.3%的增幅相比出现逆转。',
        ['EXPORTS TOTAL:ALL 2025-10 -1.1 on 2024-10', 'EXPORTS TOTAL:ALL 2025-09 8.3 on 2024-09'],
      ],
      [
        'a record that was broken',
        '2026-01-15',
        '2025年，我国贸易顺差11890亿美元，刷新2024年录得的9922亿美元顺差新高。',
        ['BALANCE TOTAL:ALL 2025 11890 USD_100_MILLION', 'BALANCE TOTAL:ALL 2024 9922 USD_100_MILLION'],
      ],
      [
        'an amount of a change is none',
        '2006-03-16',
        '2月份，我国贸易顺差24亿美元，比上月减少71亿美元。',
        ['BALANCE TOTAL:ALL 2006-02 24 USD_100_MILLION'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese names with commas', () => {
  testReadings(
    [
      [
        'yarn, fabrics and what is made of them',
        '2013-11-15',
        '1-10月，我国纺织纱线、织物及制品出口878亿美元，增长11%；服装出口1477亿美元。',
        [
          'EXPORTS "纺织纱线、织物及制品" 2013-01/2013-10 878 USD_100_MILLION 11 on 2012-01/2012-10',
          'EXPORTS "服装" 2013-01/2013-10 1477 USD_100_MILLION',
        ],
      ],
      [
        'two areas with one word',
        '2012-04-15',
        '一季度，我国中、西部地区出口分别增长23.7%和30.1%。',
        ['EXPORTS "中部地区" 2012-Q1 23.7 on 2011-Q1', 'EXPORTS "西部地区" 2012-Q1 30.1 on 2011-Q1'],
      ],
      [
        'three areas with one word',
        '2012-04-15',
        '一季度，我国东、中、西部地区进出口分别为2.1万亿元、0.2万亿元和0.3万亿元。',
        [
          'TRADE "东部地区" 2012-Q1 2.1 CNY_TRILLION',
          'TRADE "中部地区" 2012-Q1 0.2 CNY_TRILLION',
          'TRADE "西部地区" 2012-Q1 0.3 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese lists of periods', () => {
  testReadings(
    [
      [
        'two quarters before whose trade it is',
        '2020-07-15',
        '今年第1和第2季中国进出口总值同比增速分别为-6.5%和-0.2%。',
        ['TRADE TOTAL:ALL 2020-Q1 -6.5 on 2019-Q1', 'TRADE TOTAL:ALL 2020-Q2 -0.2 on 2019-Q2'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese rates beside those of an earlier month', () => {
  testReadings(
    [
      [
        'the rate of the month before, but not the expected one',
        '2025-06-10',
        '5月出口增长4.8%，低于市场预期的5%，也远低于4月的8.1%；进口下降3.4%，差于市场预期跌0.9%及4月的跌0.2%。',
        [
          'EXPORTS TOTAL:ALL 2025-05 4.8 on 2024-05',
          'EXPORTS TOTAL:ALL 2025-04 8.1 on 2024-04',
          'IMPORTS TOTAL:ALL 2025-05 -3.4 on 2024-05',
          'IMPORTS TOTAL:ALL 2025-04 -0.2 on 2024-04',
        ],
      ],
      [
        'a larger fall, and a fall that ends',
        '2025-06-10',
        '5月出口年减6.6%，跌幅大于4月的6.1%；进口年增3.3%，一举扭转4月的年减6.2%，单月顺差566亿美元，远低于4月的771亿美元。',
        [
          'EXPORTS TOTAL:ALL 2025-05 -6.6 on 2024-05',
          'EXPORTS TOTAL:ALL 2025-04 -6.1 on 2024-04',
          'IMPORTS TOTAL:ALL 2025-05 3.3 on 2024-05',
          'IMPORTS TOTAL:ALL 2025-04 -6.2 on 2024-04',
          'BALANCE TOTAL:ALL 2025-05 566 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2025-04 771 USD_100_MILLION',
        ],
      ],
      [
        'a rate that another is compared with, before a verb',
        '2025-06-10',
        '5月对俄罗斯出口增长17%，但增幅已较4月的21%缩小，自俄罗斯进口下降3%，降幅与4月的3.1%持平。',
        [
          'EXPORTS "俄罗斯" 2025-05 17 on 2024-05',
          'EXPORTS "俄罗斯" 2025-04 21 on 2024-04',
          'IMPORTS "俄罗斯" 2025-05 -3 on 2024-05',
          'IMPORTS "俄罗斯" 2025-04 -3.1 on 2024-04',
        ],
      ],
      [
        'no rate that a fall exceeds without a direction',
        '2025-06-10',
        '5月出口下降6.4%，高于4月的4.1%。',
        ['EXPORTS TOTAL:ALL 2025-05 -6.4 on 2024-05'],
      ],
      [
        'no rate of a share or another index',
        '2025-06-10',
        '5月民营企业出口增长5%，占56%，高于4月的55%，制造业PMI为49.5%，低于4月的50.1%。',
        ['EXPORTS ENTERPRISE_TYPE:PRIVATE 2025-05 5 on 2024-05 share 56 of EXPORTS'],
      ],
      [
        'a longer period whose rate is alike',
        '2025-06-10',
        '5月，出口增速较上月回落3.3个百分点，但与前5个月5.9%的累计增速基本持平。',
        [
          'EXPORTS TOTAL:ALL 2025-05 -3.3 points on 2025-04',
          'EXPORTS TOTAL:ALL 2025-01/2025-05 5.9 on 2024-01/2024-05',
        ],
      ],
      [
        'the rate from which another is foretold',
        '2025-06-08',
        '机构预测显示，5月出口按年增速料从4月的8.1%放缓至5%，进口增速则料由0.2%回落至负0.9%。',
        ['EXPORTS TOTAL:ALL 2025-04 8.1 on 2024-04', 'IMPORTS TOTAL:ALL 2025-04 0.2 on 2024-04'],
      ],
      [
        'the month before one foretold, behind another period',
        '2025-06-08',
        '今年前4个月，中国进出口增长1.3%。\n海关称，“全年平稳增长的条件没有改变。”\n机构预测显示，中国5月出口按年增速料从4月的8.1%放缓至5%。',
        ['TRADE TOTAL:ALL 2025-01/2025-04 1.3 on 2024-01/2024-04', 'EXPORTS TOTAL:ALL 2025-04 8.1 on 2024-04'],
      ],
      [
        'two rates that a rate exceeds',
        '2024-08-07',
        '7月出口同比增长7.1%，高于6月的5.8%和市场预期的5.4%；进口增长4.2%，高于5月的-3.3%和6月的1.1%。',
        [
          'EXPORTS TOTAL:ALL 2024-07 7.1 on 2023-07',
          'EXPORTS TOTAL:ALL 2024-06 5.8 on 2023-06',
          'IMPORTS TOTAL:ALL 2024-07 4.2 on 2023-07',
          'IMPORTS TOTAL:ALL 2024-05 -3.3 on 2023-05',
          'IMPORTS TOTAL:ALL 2024-06 1.1 on 2023-06',
        ],
      ],
      [
        'a fall that ends, as the state of things',
        '2023-07-13',
        '6月出口增长5%，进口增长1.1%，扭转5月下降3.4%的局面；对美出口由上月的-3.2%转正至2.1%。',
        [
          'EXPORTS TOTAL:ALL 2023-06 5 on 2022-06',
          'IMPORTS TOTAL:ALL 2023-06 1.1 on 2022-06',
          'IMPORTS TOTAL:ALL 2023-05 -3.4 on 2022-05',
          'EXPORTS PARTNER:US 2023-05 -3.2 on 2022-05',
          'EXPORTS PARTNER:US 2023-06 2.1 on 2022-06',
        ],
      ],
    ],
    'ZH',
  )
})
