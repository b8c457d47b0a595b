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
