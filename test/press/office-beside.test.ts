import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('names beside numbers that no verb joins to them', () => {
  testReadings([
    [
      'the rate of each next partner without a verb',
      '2026-01-14',
      "Norway's exports to the US fell 21% in 2025. Those to Asian countries jumped 14%; to the European Union 9%, and to Africa, 6%.",
      [
        'EXPORTS "US" 2025 -21 on 2024',
        'EXPORTS "Asian countries" 2025 14 on 2024',
        'EXPORTS "European Union" 2025 9 on 2024',
        'EXPORTS "Africa" 2025 6 on 2024',
      ],
    ],
    [
      'the amount a partner provided in a relative clause',
      '2023-07-20',
      "Argentina's imports fell in June 2023. Brazil was the top source of imports, accounting for US$1.89bn of imports (up 11.3% on 2022), along with China which provided US$1.37bn of imports, down 18.6%.",
      [
        'IMPORTS "Brazil" 2023-06 1.89 USD_BILLION 11.3 on 2022-06',
        'IMPORTS "China" 2023-06 1.37 USD_BILLION -18.6 on 2022-06',
      ],
    ],
    [
      'goods that moved with their flow',
      '2014-10-24',
      "New Zealand's imports rose 3 percent in September. Imports were bolstered by large purchases with transport equipment jumping 581 per cent from the same month the previous year to $604 million, including an aircraft from the US.",
      ['IMPORTS "total" 2014-09 3 on 2013-09', 'IMPORTS "transport equipment" 2014-09 604 NZD_MILLION 581 on 2013-09'],
    ],
    [
      'what a main partner received',
      '2024-07-08',
      "Togo's exports were CFA54 billion in March 2024. Ghana was Togo's main trading partner in the region; receiving nearly CFA21 billion of goods in March.",
      ['EXPORTS "total" 2024-03 54 XOF_BILLION', 'EXPORTS "Ghana" 2024-03 UNDER 21 XOF_BILLION'],
    ],
    [
      'trade with each of two partners',
      '2019-02-25',
      "Xiamen's trade was 92 billion yuan in January.\nThe Association of Southeast Asian Nations (ASEAN) and the European Union (EU) were Xiamen's two largest foreign trading partners in January with import and export volumes of 9.63 billion yuan and 8.73 billion yuan respectively.",
      [
        'TRADE "total" 2019-01 92 CNY_BILLION',
        'TRADE "Association of Southeast Asian Nations" 2019-01 9.63 CNY_BILLION',
        'TRADE "European Union" 2019-01 8.73 CNY_BILLION',
      ],
    ],
  ])
})

describe('rates beside another rate or another period', () => {
  testReadings([
    [
      'the shares of two parts respectively',
      '2023-08-17',
      "From January to July 2023, Shanghai's trade with other members of the Regional Comprehensive Economic Partnership (RCEP) rose 6 percent and that with countries along the Belt and Road grew by 4 percent, accounting for 31.7 percent and 23.1 percent of the total, respectively.",
      [
        'TRADE "other members of the Regional Comprehensive Economic Partnership" 2023-01/2023-07 6 on 2022-01/2022-07 share 31.7 of TRADE',
        'TRADE "countries along the Belt and Road" 2023-01/2023-07 4 on 2022-01/2022-07 share 23.1 of TRADE',
      ],
    ],
    [
      'a rate by which another is exceeded as no change',
      '2017-11-21',
      "Zhejiang's trade rose in October 2017. The export rose by 8.7%, 2.3% higher than the national average, and the import grew by 35.4%, 20.1% higher than the national average.",
      ['EXPORTS "total" 2017-10 8.7 on 2016-10', 'IMPORTS "total" 2017-10 35.4 on 2016-10'],
    ],
    [
      'an annual change beside one on the month before',
      '2023-01-30',
      'The value of commodity imports of Qatar exceeded 10 billion riyals in December 2022, an annual increase of 1.6 percent, while it decreased by 7.9 percent compared to November 2022.',
      ['IMPORTS "total" 2022-12 OVER 10 QAR_BILLION 1.6 on 2021-12 -7.9 on 2022-11'],
    ],
    [
      'no period of levels on an annual basis',
      '2014-10-24',
      "New Zealand's exports rose 3 percent in September 2014.\nOn an annual basis New Zealand remained in a trade surplus of $638 million as exports rose 12 per cent to $51.12 billion in the year, while annual imports rose 5.8 per cent to $50.48 billion.",
      ['EXPORTS "total" 2014-09 3 on 2013-09'],
    ],
    [
      'no amount that has lost its scale',
      '2024-09-30',
      "Serbia's exports amounted to EUR 19001.2 mln in January-August 2024. The value of imports amounted to EUR 25357.",
      ['EXPORTS "total" 2024-01/2024-08 19001.2 EUR_MILLION'],
    ],
  ])
})
