import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese partners with goods', () => {
  testReadings(
    [
      [
        'the next partner of the same goods',
        '2010-02-01',
        '2009年我国对欧盟出口纺织服装361.6亿美元，下降7.2%；美国263亿美元，增长4.2%；日本214.3亿美元，微增0.2%。',
        [
          'EXPORTS "欧盟, 纺织服装" 2009 361.6 USD_100_MILLION -7.2 on 2008',
          'EXPORTS "纺织服装, 美国" 2009 263 USD_100_MILLION 4.2 on 2008',
          'EXPORTS "纺织服装, 日本" 2009 214.3 USD_100_MILLION 0.2 on 2008',
        ],
      ],
      [
        'bilateral trade as 双边外贸',
        '2019-10-15',
        '今年前三季度中美双边外贸总值2.74万亿元人民币，同比下降10.2%，占同期中国外贸总值的11%。',
        ['TRADE PARTNER:US 2019-01/2019-09 2.74 CNY_TRILLION -10.2 on 2018-01/2018-09 share 11 of TRADE'],
      ],
      [
        'a change on the year before as 较前一年',
        '2026-01-14',
        '中国大陆2025年出口、进口分别较前一年成长5.4%和1.3%。',
        ['EXPORTS TOTAL:ALL 2025 5.4 on 2024', 'IMPORTS TOTAL:ALL 2025 1.3 on 2024'],
      ],
      [
        'no category of main products',
        '2005-08-05',
        '据海关统计，上半年，主要商品出口总值为83亿美元，比上年增长17.3%。',
        [],
      ],
      [
        'partners of a list whose growth is told first',
        '2021-01-20',
        '2020年，我国对东盟进出口4.74万亿元，增长7%。对日本、韩国等周边市场也保持增势，分别增长1.2%和0.7%。',
        [
          'TRADE PARTNER:ASEAN 2020 4.74 CNY_TRILLION 7 on 2019',
          'TRADE PARTNER:JP 2020 1.2 on 2019',
          'TRADE PARTNER:KR 2020 0.7 on 2019',
        ],
      ],
    ],
    'ZH',
  )
})
