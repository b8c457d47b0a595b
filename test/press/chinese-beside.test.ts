import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese remarks beside figures', () => {
  testReadings(
    [
      [
        'no category of a clause that says by how much others are exceeded',
        '2007-12-01',
        '2007年前10个月，中国出口机电产品5621.4亿美元，超出全年出口127.2亿美元，同比增长26.9%，占全国外贸比重的56%。',
        [
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2007-01/2007-10 5621.4 USD_100_MILLION 26.9 on 2006-01/2006-10 share 56 of TRADE',
        ],
      ],
      [
        'no year of a monthly record',
        '2020-01-20',
        '2019年1-12月我国出口2714.67亿美元。12月份我国纺织品服装出口248.54亿美元，增长7.85%，回升至全年单月出口额第四高水平；其中，纺织品出口109.06亿美元，同比增长11.27%。',
        [
          'EXPORTS TOTAL:ALL 2019 2714.67 USD_100_MILLION',
          'EXPORTS "纺织品服装" 2019-12 248.54 USD_100_MILLION 7.85 on 2018-12',
          'EXPORTS "纺织品" 2019-12 109.06 USD_100_MILLION 11.27 on 2018-12',
        ],
      ],
      [
        'goods of a clause that ranks them first',
        '2013-03-15',
        '前2个月，深圳出口机电产品385.2亿美元，增长58%。其中，集成电路出口大幅增长居出口首位，为88.6亿美元，增长10.9倍。',
        [
          'EXPORTS "机电产品" 2013-01/2013-02 385.2 USD_100_MILLION 58 on 2012-01/2012-02',
          'EXPORTS "集成电路" 2013-01/2013-02 88.6 USD_100_MILLION 1090 on 2012-01/2012-02',
        ],
      ],
      [
        'goods with a long name that a clause announces',
        '2006-03-29',
        '2006年1-2月我国出口1001亿美元。航空航天类产品进口增长最快，增长1.7倍。',
        [
          'EXPORTS TOTAL:ALL 2006-01/2006-02 1001 USD_100_MILLION',
          'IMPORTS "航空航天类产品" 2006-01/2006-02 170 on 2005-01/2005-02',
        ],
      ],
      [
        'no category of a clause that says nothing has changed',
        '2026-01-14',
        '2025年全年累计，中国进口总值25819.0亿美元，同比持平（2024年为增长1.2%）；贸易顺差11879.8亿美元，刷新2024年录得的9911.6亿美元顺差新高。',
        [
          'IMPORTS TOTAL:ALL 2025 25819.0 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2025 11879.8 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2024 9911.6 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
