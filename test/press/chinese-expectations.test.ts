import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese expectations and earlier values', () => {
  testReadings(
    [
      [
        'reads two months of a rate behind half a year',
        '2026-07-14',
        '2026年上半年，我国外贸增长3.7%。其中，对美出口降幅由5月份的33.5%收窄至15.1%。',
        [
          'TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1',
          'EXPORTS PARTNER:US 2026-05 -33.5 on 2025-05',
          'EXPORTS PARTNER:US 2026-06 -15.1 on 2025-06',
        ],
      ],
      [
        'reads nothing that institutions expected',
        '2026-07-14',
        '2026年上半年，我国外贸增长3.7%。机构此前预计6月出口增长4.9%，进口增长0.2%，实际结果均好于预期。',
        ['TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1'],
      ],
      [
        'reads what came in the month of a forecast',
        '2026-07-14',
        '2026年上半年，我国外贸增长3.7%。机构此前预计6月出口增长4.9%，进口增长0.2%，实际出口增长5.7%，进口增长1.2%。',
        [
          'TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1',
          'EXPORTS TOTAL:ALL 2026-06 5.7 on 2025-06',
          'IMPORTS TOTAL:ALL 2026-06 1.2 on 2025-06',
        ],
      ],
      [
        'reads values before behind expected ones',
        '2026-07-14',
        '2026年6月，出口（以美元计）同比增长5.7%，预期4.9%；进口增长1.2%，预期0.2%，前值下降3.3%；贸易顺差1137.7亿美元，预期1080亿美元，前值1031亿美元。',
        [
          'EXPORTS TOTAL:ALL 2026-06 5.7 on 2025-06',
          'IMPORTS TOTAL:ALL 2026-06 1.2 on 2025-06',
          'IMPORTS TOTAL:ALL 2026-05 -3.3 on 2025-05',
          'BALANCE TOTAL:ALL 2026-06 1137.7 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2026-05 1031 USD_100_MILLION',
        ],
      ],
      [
        'reads no average of a minute',
        '2026-07-14',
        '2026年上半年，中欧贸易额达2.8万亿元，增长6.2%，平均每分钟贸易额超过1080万元。',
        ['TRADE PARTNER:EU 2026-H1 2.8 CNY_TRILLION 6.2 on 2025-H1'],
      ],
      [
        'reads the rates of a year before in brackets',
        '2026-07-14',
        '2026年上半年，我国出口同比增长7.2%（上年同期增长6.8%），进口下降2.2%（上年同期增长5.1%）。',
        [
          'EXPORTS TOTAL:ALL 2026-H1 7.2 on 2025-H1',
          'EXPORTS TOTAL:ALL 2025-H1 6.8 on 2024-H1',
          'IMPORTS TOTAL:ALL 2026-H1 -2.2 on 2025-H1',
          'IMPORTS TOTAL:ALL 2025-H1 5.1 on 2024-H1',
        ],
      ],
      [
        'reads a month behind a word for before',
        '2026-07-14',
        '2026年上半年，我国外贸增长3.7%。此前6月出口增长4.9%。',
        ['TRADE TOTAL:ALL 2026-H1 3.7 on 2025-H1', 'EXPORTS TOTAL:ALL 2026-06 4.9 on 2025-06'],
      ],
    ],
    'ZH',
  )
})

describe('What a market expects is', () => {
  testReadings(
    [
      [
        'only of what is beside it',
        '2024-11-07',
        '10月，出口同比增长12.2%，市场预期为6%；进口下降2.7%，前值下降0.4%；贸易顺差6691亿元。',
        [
          'EXPORTS TOTAL:ALL 2024-10 12.2 on 2023-10',
          'IMPORTS TOTAL:ALL 2024-10 -2.7 on 2023-10',
          'IMPORTS TOTAL:ALL 2024-09 -0.4 on 2023-09',
          'BALANCE TOTAL:ALL 2024-10 6691 CNY_100_MILLION',
        ],
      ],
      [
        'of all that follows where it begins',
        '2024-11-07',
        '市场预计10月出口同比增长6%，进口增长0.4%，顺差710亿美元。',
        [],
      ],
      [
        'no aim of about a rate or an amount',
        '2013-10-12',
        '前三季度，进出口增长7.7%。说到四季度，全年增长7%左右的目标可以实现，达到3万亿元上下的任务不难。',
        ['TRADE TOTAL:ALL 2013-01/2013-09 7.7 on 2012-01/2012-09'],
      ],
    ],
    'ZH',
  )
})
