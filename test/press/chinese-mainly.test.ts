import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('What goods and partners are mainly', () => {
  testReadings(
    [
      [
        'exports that are mainly of goods',
        '2024-06-20',
        '今年前5个月，某省进出口4820.4亿元，同比增长4.2%。出口商品以机电产品为主，出口值达1201.5亿元，增长3.1%。',
        [
          'TRADE "total" 2024-01/2024-05 4820.4 CNY_100_MILLION 4.2 on 2023-01/2023-05',
          'EXPORTS "机电产品" 2024-01/2024-05 1201.5 CNY_100_MILLION 3.1 on 2023-01/2023-05',
        ],
      ],
      [
        'a share of the goods that exports are mainly of',
        '2024-06-20',
        '今年前5个月，某省进出口4820.4亿元，同比增长4.2%。出口商品以机电产品为主，占出口总值的60%。',
        [
          'TRADE "total" 2024-01/2024-05 4820.4 CNY_100_MILLION 4.2 on 2023-01/2023-05',
          'EXPORTS "机电产品" 2024-01/2024-05 share 60 of EXPORTS',
        ],
      ],
      [
        'goods that are mainly exported',
        '2024-06-20',
        '今年前5个月，某省进出口4820.4亿元，同比增长4.2%。主要出口机电产品，出口值1201.5亿元，增长3.1%。',
        [
          'TRADE "total" 2024-01/2024-05 4820.4 CNY_100_MILLION 4.2 on 2023-01/2023-05',
          'EXPORTS "机电产品" 2024-01/2024-05 1201.5 CNY_100_MILLION 3.1 on 2023-01/2023-05',
        ],
      ],
    ],
    'ZH',
  )
})
