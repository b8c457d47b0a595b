import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('news of customs in other words', () => {
  testReadings([
    [
      'a flow whose goods stand ahead',
      '2023-09-07',
      "China's foreign trade grew 3 percent in the first eight months of 2023. Toys, whose exports totaled 2.7 billion yuan in the first eight months of 2023, saw a decline of 2.1 percent.",
      [
        'TRADE TOTAL:ALL 2023-01/2023-08 3 on 2022-01/2022-08',
        'EXPORTS "Toys" 2023-01/2023-08 2.7 CNY_BILLION -2.1 on 2022-01/2022-08',
      ],
    ],
    [
      'whose largest partner is named',
      '2024-09-03',
      "China has remained Africa's largest trading partner. Bilateral trade in 2023 stood at 282.1 billion U.S. dollars, up 1.5 percent.",
      ['TRADE PARTNER:AFRICA 2023 282.1 USD_BILLION 1.5 on 2022'],
    ],
    [
      'the partners of a province, in order',
      '2024-01-22',
      "In 2023, the European Union and ASEAN were the top trading partners of north China's Tianjin Municipality, with trade values of 136.5 billion yuan and 98.7 billion yuan, respectively.",
      ['TRADE "European Union" 2023 136.5 CNY_BILLION', 'TRADE "ASEAN" 2023 98.7 CNY_BILLION'],
    ],
    [
      'exports to and imports from a bloc',
      '2024-08-16',
      'Guangxi recorded 226.1 billion yuan in trade with ASEAN countries in the first seven months of 2024. Exports to and imports from the bloc were 158.6 billion yuan and 67.5 billion yuan, respectively.',
      [
        'TRADE "ASEAN countries" 2024-01/2024-07 226.1 CNY_BILLION',
        'EXPORTS "ASEAN countries" 2024-01/2024-07 158.6 CNY_BILLION',
        'IMPORTS "ASEAN countries" 2024-01/2024-07 67.5 CNY_BILLION',
      ],
    ],
    [
      'what came from each flow',
      '2024-02-02',
      "The foreign trade of south China's island province of Hainan jumped 15.3 percent to 231.28 billion yuan in 2023, of which 74.2 billion yuan came from exports and 157.08 billion yuan from imports.",
      [
        'TRADE "total" 2023 231.28 CNY_BILLION 15.3 on 2022',
        'EXPORTS "total" 2023 74.2 CNY_BILLION',
        'IMPORTS "total" 2023 157.08 CNY_BILLION',
      ],
    ],
    [
      'trade between a province and a continent',
      '2023-07-19',
      "Trade between central China's Hunan Province and African countries totaled 28.1 billion yuan in the first half of 2023, up 12.3 percent.",
      ['TRADE "African countries" 2023-H1 28.1 CNY_BILLION 12.3 on 2022-H1'],
    ],
    [
      'growth rates of both flows',
      '2024-11-07',
      "In the first 10 months of 2024, the growth rates of China's exports and imports were 6.7 percent and 3.2 percent, respectively.",
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-10 6.7 on 2023-01/2023-10',
        'IMPORTS TOTAL:ALL 2024-01/2024-10 3.2 on 2023-01/2023-10',
      ],
    ],
    [
      'growth of a part in words',
      '2024-12-20',
      'Heilongjiang Province reported double-digit growth in exports in the first 11 months of 2024, with a total value of 7.6 billion yuan, up 13.5 percent.',
      ['EXPORTS "total" 2024-01/2024-11 7.6 CNY_BILLION 13.5 on 2023-01/2023-11'],
    ],
    [
      'the trade of the capital',
      '2023-04-20',
      "Data from Beijing Customs show that the capital's foreign trade value in the first quarter of 2023 was 939.85 billion yuan, a year-on-year growth of 15.3 percent.",
      ['TRADE "total" 2023-Q1 939.85 CNY_BILLION 15.3 on 2022-Q1'],
    ],
    [
      'trade that is conducted',
      '2024-04-24',
      'Heilongjiang conducted foreign trade of 81.47 billion yuan in the first three months of 2024, up 9.2 percent.',
      ['TRADE "total" 2024-Q1 81.47 CNY_BILLION 9.2 on 2023-Q1'],
    ],
    [
      'goods joined by and behind worth',
      '2023-10-23',
      'Chongqing exported 41.2 billion yuan worth of automobiles and parts in the first nine months of 2023, representing an increase of 28.6 percent.',
      ['EXPORTS "automobiles and parts" 2023-01/2023-09 41.2 CNY_BILLION 28.6 on 2022-01/2022-09'],
    ],
    [
      'a city that logged growth',
      '2024-04-23',
      'The southern Chinese city of Shenzhen logged a 28.8-percent growth in foreign trade to 1.02 trillion yuan in the first quarter. Of this, exports contributed 655.3 billion yuan.',
      ['TRADE "total" 2024-Q1 1.02 CNY_TRILLION 28.8 on 2023-Q1', 'EXPORTS "total" 2024-Q1 655.3 CNY_BILLION'],
    ],
    [
      'exports from a province, with an aside',
      '2025-01-21',
      'In 2024, exports of electrical products from Guangdong, including computers and phones, rose 9.6 percent to 3.9 trillion yuan.',
      ['EXPORTS "electrical products" 2024 3.9 CNY_TRILLION 9.6 on 2023'],
    ],
    [
      'trade that a pass handled',
      '2023-01-30',
      "Guangxi's trade rose 3 percent in 2022. The value of imports and exports handled at Friendship Pass was 208.7 billion yuan.",
      ['TRADE "total" 2022 3 on 2021', 'TRADE "Friendship Pass" 2022 208.7 CNY_BILLION'],
    ],
    [
      'both flows of a port',
      '2025-08-18',
      "Xinjiang's trade rose 3 percent in 2024. Khorgos Port saw exports of 182.5 billion yuan and imports of 21.7 billion yuan in the first seven months of 2025.",
      [
        'TRADE "total" 2024 3 on 2023',
        'EXPORTS "Khorgos Port" 2025-01/2025-07 182.5 CNY_BILLION',
        'IMPORTS "Khorgos Port" 2025-01/2025-07 21.7 CNY_BILLION',
      ],
    ],
  ])
})

describe('rates of another flow or period', () => {
  testReadings([
    [
      'a decline that narrowed from that of a month',
      '2023-10-13',
      "Although China's imports and exports slipped 0.2 percent year on year in the first nine months of 2023, the decline in September narrowed to 0.7 percent from 2.5 percent in August.",
      [
        'TRADE TOTAL:ALL 2023-01/2023-09 -0.2 on 2022-01/2022-09',
        'TRADE TOTAL:ALL 2023-09 -0.7 on 2022-09',
        'TRADE TOTAL:ALL 2023-08 -2.5 on 2022-08',
      ],
    ],
    [
      'growth of the nation to which it contributed',
      '2022-07-13',
      "The foreign trade of the Yangtze River Delta region rebounded in June, up 14.9 percent year on year, and contributed to the nation's 14.3-percent overall growth in that month.",
      ['TRADE "Yangtze River Delta region" 2022-06 14.9 on 2021-06'],
    ],
    [
      'a flow that grew faster than the other',
      '2025-04-25',
      "Hubei's foreign trade hit 176.9 billion yuan in the first quarter of 2025. Exports grew faster than imports, rising 28.6 percent.",
      ['TRADE "total" 2025-Q1 176.9 CNY_BILLION', 'EXPORTS "total" 2025-Q1 28.6 on 2024-Q1'],
    ],
  ])
})

describe('rates and shares beside others', () => {
  testReadings([
    [
      'both flows by a mode of trade, with the former',
      '2025-02-10',
      'Exports and imports via cross-border e-commerce grew in 2024, with the former rising 16.9 percent to 2.15 trillion yuan and the latter up 0.7 percent to 552.6 billion yuan.',
      [
        'EXPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2024 2.15 CNY_TRILLION 16.9 on 2023',
        'IMPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2024 552.6 CNY_BILLION 0.7 on 2023',
      ],
    ],
    [
      'a share in the exports of a province',
      '2023-12-19',
      "From January to November 2023, Yunnan exported 12.9 billion yuan of agricultural products, with the proportion in the province's total exports reaching 15.6 percent.",
      ['EXPORTS "agricultural products" 2023-01/2023-11 12.9 CNY_BILLION share 15.6 of EXPORTS'],
    ],
    [
      'growth that accelerated between two months',
      '2025-07-14',
      "China's export growth accelerated from 1.3 percent in May to 4.5 percent in June, customs data showed.",
      ['EXPORTS TOTAL:ALL 2025-05 1.3 on 2024-05', 'EXPORTS TOTAL:ALL 2025-06 4.5 on 2024-06'],
    ],
    [
      'imports behind a fall that exports reversed',
      '2024-05-09',
      "China's exports grew 1.4 percent year on year in April, reversing a 7.3 percent fall in March, while imports jumped 8.1 percent.",
      [
        'EXPORTS TOTAL:ALL 2024-04 1.4 on 2023-04',
        'EXPORTS TOTAL:ALL 2024-03 -7.3 on 2023-03',
        'IMPORTS TOTAL:ALL 2024-04 8.1 on 2023-04',
      ],
    ],
    [
      'trade with a number of countries',
      '2025-06-16',
      'Trade between China and the five Central Asian countries reached 286.4 billion yuan in the first five months of 2025, up 10.4 percent.',
      ['TRADE "five Central Asian countries" 2025-01/2025-05 286.4 CNY_BILLION 10.4 on 2024-01/2024-05'],
    ],
  ])
})

describe('prose of journalists', () => {
  testReadings([
    [
      'full-year exports',
      '2026-01-14',
      'Full-year exports rose 6.1 percent to 26.99 trillion yuan in 2025 and imports 0.5 percent to 18.48 trillion yuan.',
      [
        'EXPORTS TOTAL:ALL 2025 26.99 CNY_TRILLION 6.1 on 2024',
        'IMPORTS TOTAL:ALL 2025 18.48 CNY_TRILLION 0.5 on 2024',
      ],
    ],
    [
      'a holder with an aside and no verb',
      '2025-01-13',
      'Private firms recorded imports and exports of 24.33 trillion yuan in 2024; foreign-funded firms logged 12.8 trillion yuan; and state-owned firms, hurt by lower prices, 6.61 trillion yuan, a fall of 0.8 percent.',
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024 24.33 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024 12.8 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024 6.61 CNY_TRILLION -0.8 on 2023',
      ],
    ],
    [
      'those under another mode',
      '2023-03-07',
      'Imports and exports by bonded logistics climbed 12.4 percent to 766.4 billion yuan in January, while those under processing trade dropped 12.1 percent to 1.18 billion yuan.',
      [
        'TRADE REGIME:BONDED_LOGISTICS 2023-01 766.4 CNY_BILLION 12.4 on 2022-01',
        'TRADE REGIME:PROCESSING 2023-01 1.18 CNY_BILLION -12.1 on 2022-01',
      ],
    ],
    [
      'that of imported goods',
      '2024-12-10',
      'The value of imported consumer goods stood at 1.66 trillion yuan in 2023, whereas that of imported electronic components rose 11.5 percent.',
      ['IMPORTS "consumer goods" 2023 1.66 CNY_TRILLION', 'IMPORTS "electronic components" 2023 11.5 on 2022'],
    ],
    [
      'a city that is dubbed something',
      '2025-03-20',
      'In the first two months of 2025, the foreign trade of Yiwu, dubbed the "world\'s supermarket," surged 12.3 percent to 109.8 billion yuan.',
      ['TRADE "total" 2025-01/2025-02 109.8 CNY_BILLION 12.3 on 2024-01/2024-02'],
    ],
    [
      'the total that a part dragged down',
      '2024-06-20',
      "Henan's exports of mobile phones contracted 28.4 percent to 71.3 billion yuan in the first five months of 2024, dragging down the province's total exports, which fell 12.6 percent to 166.8 billion yuan.",
      [
        'EXPORTS "mobile phones" 2024-01/2024-05 71.3 CNY_BILLION -28.4 on 2023-01/2023-05',
        'EXPORTS "total" 2024-01/2024-05 166.8 CNY_BILLION -12.6 on 2023-01/2023-05',
      ],
    ],
    [
      'the total that a part helped to lift',
      '2023-07-26',
      "In the first six months of 2023, Jilin's auto exports skyrocketed 162.4 percent to 9.83 billion yuan, helping lift the province's total exports by 34.6 percent to 28.1 billion yuan.",
      [
        'EXPORTS "auto" 2023-H1 9.83 CNY_BILLION 162.4 on 2022-H1',
        'EXPORTS "total" 2023-H1 28.1 CNY_BILLION 34.6 on 2022-H1',
      ],
    ],
    [
      'those with a group as a whole',
      '2024-08-28',
      "China's imports and exports with Mongolia amounted to 41.6 billion yuan in July 2024, and those with Africa as a whole to 81.3 billion yuan.",
      ['TRADE "Mongolia" 2024-07 41.6 CNY_BILLION', 'TRADE PARTNER:AFRICA 2024-07 81.3 CNY_BILLION'],
    ],
    [
      'imports of the same products',
      '2025-08-20',
      "Dongguan's exports of electrical products increased 9.7 percent to 396.4 billion yuan in July 2025. Imports of the same products rose 25.8 percent to 270.8 billion yuan.",
      [
        'EXPORTS "electrical products" 2025-07 396.4 CNY_BILLION 9.7 on 2024-07',
        'IMPORTS "electrical products" 2025-07 270.8 CNY_BILLION 25.8 on 2024-07',
      ],
    ],
    [
      'the whole of which a share is',
      '2024-01-25',
      "Guangxi's trade with Vietnam grew 26.6 percent to 253.9 billion yuan in 2023, or 36.6 percent of the region's total foreign trade of 693.65 billion yuan.",
      [
        'TRADE "Vietnam" 2023 253.9 CNY_BILLION 26.6 on 2022 share 36.6 of TRADE',
        'TRADE "total" 2023 693.65 CNY_BILLION',
      ],
    ],
    [
      'partners in order, by ordinals',
      '2025-09-08',
      "ASEAN, the EU and the United States were China's top trading partners in August 2025. Trade with the first rose 9.7 percent, while that with the third plunged 13.5 percent.",
      ['TRADE PARTNER:ASEAN 2025-08 9.7 on 2024-08', 'TRADE PARTNER:US 2025-08 -13.5 on 2024-08'],
    ],
    [
      'what a sentence without numbers is about',
      '2024-10-14',
      "China's exports remained stable in the third quarter of 2024. They grew by 3.8 percent year on year to 3 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2024-Q3 3 CNY_TRILLION 3.8 on 2023-Q3'],
    ],
  ])
})

describe('those beside others', () => {
  testReadings([
    [
      'rates behind a comma and a relative clause',
      '2024-10-14',
      "China's exports to Latin America increased 12.9 percent in 2023, outpacing those to Africa, up 5.9 percent, and those to the European Union, which inched up 1 percent.",
      [
        'EXPORTS PARTNER:LATIN_AMERICA 2023 12.9 on 2022',
        'EXPORTS PARTNER:AFRICA 2023 5.9 on 2022',
        'EXPORTS PARTNER:EU 2023 1 on 2022',
      ],
    ],
    [
      'a rate that is set off',
      '2025-11-07',
      "China's trade with Japan increased 1.8 percent in October 2025, and that with the Republic of Korea, 3.7 percent, said an official.",
      ['TRADE PARTNER:JP 2025-10 1.8 on 2024-10', 'TRADE PARTNER:KR 2025-10 3.7 on 2024-10'],
    ],
    [
      'a rate that is called much',
      '2025-07-14',
      "China's exports of clothing slipped 0.2 percent to 523.4 billion yuan in June 2025, and those of furniture as much as 7.3 percent to 220.1 billion yuan.",
      [
        'EXPORTS "clothing" 2025-06 523.4 CNY_BILLION -0.2 on 2024-06',
        'EXPORTS "furniture" 2025-06 220.1 CNY_BILLION -7.3 on 2024-06',
      ],
    ],
  ])
})
