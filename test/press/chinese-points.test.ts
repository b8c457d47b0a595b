import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese texts that tell their points in turn', () => {
  testReadings(
    [
      [
        'the third of several points is of border trade',
        '2011-07-14',
        '据海口海关统计，上半年海南进出口总值58.2亿美元。二是外商投资企业发展良好，进出口值43.1亿美元。三是边境小额贸易持续稳定发展。上半年进口9120万美元，增长61.4%。',
        [
          'TRADE "total" 2011-H1 58.2 USD_100_MILLION',
          'TRADE "外商投资企业" 2011-H1 43.1 USD_100_MILLION',
          'IMPORTS "边境小额贸易" 2011-H1 9120 USD_10_THOUSAND 61.4 on 2010-H1',
        ],
      ],
      [
        'points with marks in one line are told apart',
        '2019-06-12',
        '2019年前5个月，我国进出口12.1万亿元。呈现以下特点：（1）对东盟进出口增速领先，合计增长9.4%；（2）国有企业进出口小幅增长，比重回落，进出口2.1万亿元，增长1.7%，占17.4%。',
        [
          'TRADE TOTAL:ALL 2019-01/2019-05 12.1 CNY_TRILLION',
          'TRADE PARTNER:ASEAN 2019-01/2019-05 9.4 on 2018-01/2018-05',
          'TRADE ENTERPRISE_TYPE:STATE_OWNED 2019-01/2019-05 2.1 CNY_TRILLION 1.7 on 2018-01/2018-05 share 17.4 of TRADE',
        ],
      ],
      [
        'a point in one line goes on about nothing before it',
        '2019-06-12',
        '2019年前5个月，我国进出口12.1万亿元。特点：（1）机电产品出口增长，出口3.9万亿元，增长6%；（2）5月当月进出口2.59万亿元，增长2.9%。',
        [
          'TRADE TOTAL:ALL 2019-01/2019-05 12.1 CNY_TRILLION',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2019-01/2019-05 3.9 CNY_TRILLION 6 on 2018-01/2018-05',
          'TRADE TOTAL:ALL 2019-05 2.59 CNY_TRILLION 2.9 on 2018-05',
        ],
      ],
      [
        'a new way of trading has the exports behind it',
        '2021-07-16',
        '2021年上半年，安徽省货物贸易进出口总值3105.2亿元。新增了市场采购的贸易新业态，出口达2.3亿元。',
        ['TRADE "total" 2021-H1 3105.2 CNY_100_MILLION', 'EXPORTS "市场采购" 2021-H1 2.3 CNY_100_MILLION'],
      ],
      [
        'two clauses share two shares',
        '2021-07-16',
        '上半年，安徽省对欧盟进出口增长5.1%，达419.3亿元；对美国进出口增长6.2%，达418.6亿元，占比分别为13.1%和13.0%。',
        [
          'TRADE "欧盟" 2021-H1 419.3 CNY_100_MILLION 5.1 on 2020-H1 share 13.1 of TRADE',
          'TRADE "美国" 2021-H1 418.6 CNY_100_MILLION 6.2 on 2020-H1 share 13.0 of TRADE',
        ],
      ],
      [
        'a wharf is no beginning of a year',
        '2026-03-21',
        '上海南港码头1月份汽车出口达8.1万辆，同比增长62.3%。',
        ['EXPORT_QUANTITY "南港码头汽车" 2026-01 8.1 ITEM_10_THOUSAND 62.3 on 2025-01'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese rates that points lead to', () => {
  testReadings(
    [
      [
        'a rate that a fall or rise by points leads to',
        '2023-06-09',
        '5月，钟表出口增速下降9个百分点至2.1%，玩具出口增速回升3.2个百分点至12.4%，对欧盟出口降幅收窄1.2个百分点至3.3%。',
        [
          'EXPORTS "钟表" 2023-05 2.1 on 2022-05',
          'EXPORTS "玩具" 2023-05 3.2 points on 2022-05 12.4 on 2022-05',
          'EXPORTS PARTNER:EU 2023-05 -3.3 on 2022-05',
        ],
      ],
      [
        'points on another month, but not the rate they lead to',
        '2023-06-09',
        '5月，出口增速较上月放缓2.7个百分点至1.1%；进口增速放缓1.9个百分点，降至3.3%。',
        [
          'EXPORTS TOTAL:ALL 2023-05 -2.7 points on 2023-04 1.1 on 2022-05',
          'IMPORTS TOTAL:ALL 2023-05 -1.9 points on 2022-05 3.3 on 2022-05',
        ],
      ],
      [
        'a rate that stayed above a bound, and later ones',
        '2023-06-09',
        '电脑的出口值增速在去年三季度始终保持在20%以上，去年11月一度降到-4.1%，今年5月才回升到8.8%。',
        ['EXPORTS "电脑" 2022-11 -4.1 on 2021-11', 'EXPORTS "电脑" 2023-05 8.8 on 2022-05'],
      ],
      [
        'a positive rate that narrows',
        '2023-06-09',
        '5月，对德国的出口增速仍为正，但收窄为2.4%；对韩国出口增幅收窄为2.9%，对英国出口降幅收窄为3.9%。',
        [
          'EXPORTS PARTNER:DE 2023-05 2.4 on 2022-05',
          'EXPORTS PARTNER:KR 2023-05 2.9 on 2022-05',
          'EXPORTS "英国" 2023-05 -3.9 on 2022-05',
        ],
      ],
      [
        'goods that a clause concerns',
        '2023-06-09',
        '5月，玩具出口增长6.3%。对于备受关注的锂电池，5月出口增速回落2.6个百分点至41%。',
        [
          'EXPORTS "玩具" 2023-05 6.3 on 2022-05',
          'EXPORTS PRODUCT:LITHIUM_ION_BATTERIES 2023-05 -2.6 points on 2022-05 41 on 2022-05',
        ],
      ],
      [
        'the number of a share in brackets behind goods',
        '2023-06-09',
        '5月，水产品（行情000123，诊股）出口降幅扩大至-4.7%。',
        ['EXPORTS "水产品" 2023-05 -4.7 on 2022-05'],
      ],
    ],
    'ZH',
  )
})
