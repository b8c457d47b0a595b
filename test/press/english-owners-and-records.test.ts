import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

describe('An English text tells whose trade it is with', () => {
  testReadings([
    [
      'goods that are told to go to a partner',
      '2005-01-12',
      "Korea's exports were 15.9bn euros in November 2004. Exports of goods to Germany fell 3%. Imports of goods from Germany rose 1%.",
      [
        'EXPORTS "total" 2004-11 15.9 EUR_BILLION',
        'EXPORTS "Germany" 2004-11 -3 on 2003-11',
        'IMPORTS "Germany" 2004-11 1 on 2003-11',
      ],
    ],
    [
      "not another's exports to the economy of the text",
      '2025-02-14',
      "China's trade rose 4 percent in January. Germany's exports to China were 5 billion euros. South Korea's exports to China surged 91 percent.",
      ['TRADE TOTAL:ALL 2025-01 4 on 2024-01'],
    ],
    [
      'an economy called by its rank',
      '2025-02-14',
      "China released its data. Exports from the world's second largest economy rose by 6.1% in January. The world's second-largest economy's imports fell 3%.",
      ['EXPORTS TOTAL:ALL 2025-01 6.1 on 2024-01', 'IMPORTS TOTAL:ALL 2025-01 -3 on 2024-01'],
    ],
    [
      'performance',
      '2024-07-03',
      "Vietnam's export performance in 2023 reached US$103 billion. Import performance improved by 4 percent.",
      ['EXPORTS "total" 2023 103 USD_BILLION', 'IMPORTS "total" 2023 4 on 2022'],
    ],
  ])
})

describe('A period behind a level is that of', () => {
  testReadings([
    [
      'the record that a level surpasses',
      '2026-05-20',
      "Korea's trade rose 27.6 per cent to 335.73 billion euros in April 2026. Exports surged 35.9 per cent to 181.74 billion euros, surpassing the previous high of 151.77 billion euros recorded in December 2025, while imports rose 21 per cent to 153.99 billion euros.",
      [
        'TRADE "total" 2026-04 335.73 EUR_BILLION 27.6 on 2025-04',
        'EXPORTS "total" 2026-04 181.74 EUR_BILLION 35.9 on 2025-04',
        'EXPORTS "total" 2025-12 151.77 EUR_BILLION',
        'IMPORTS "total" 2026-04 153.99 EUR_BILLION 21 on 2025-04',
      ],
    ],
    [
      'the level that a balance compares with',
      '2025-02-14',
      "Korea's trade deficit was 165 million euros in January. It compares with a revised deficit of 110 million euros a month earlier.",
      ['BALANCE "total" 2025-01 -165 EUR_MILLION', 'BALANCE "total" 2024-12 -110 EUR_MILLION'],
    ],
    [
      'a downwardly adjusted surplus',
      '2025-02-14',
      "Korea's imports rose 8 percent in January, pushing the trade balance into deficit to the tune of 165 million euros. That compared with a downwardly adjusted surplus of 314 million euros in December.",
      [
        'IMPORTS "total" 2025-01 8 on 2024-01',
        'BALANCE "total" 2025-01 -165 EUR_MILLION',
        'BALANCE "total" 2024-12 314 EUR_MILLION',
      ],
    ],
  ])
})

describe('A rate is not told by', () => {
  testReadings([
    [
      'who sees exports rise',
      '2025-02-14',
      "Korea's exports grew 4 percent to 21 billion euros in January. It sees exports rising 5 percent.",
      ['EXPORTS "total" 2025-01 21 EUR_BILLION 4 on 2024-01'],
    ],
    [
      'who continues to project',
      '2025-02-14',
      "Korea's exports grew 4 percent to 21 billion euros in January. The agency continues to project export growth of 2.0% to 4.0% this year.",
      ['EXPORTS "total" 2025-01 21 EUR_BILLION 4 on 2024-01'],
    ],
  ])
})

test('exports of goods to a partner are not those of the partner', () => {
  const text =
    "Korea's exports were 15.9bn euros in November 2004. Exports of goods to Germany fell 3%. Imports of goods from Japan rose 1%."
  const { proposals } = read(text, { publishedAt: '2005-01-12T00:00:00Z' })
  expect(proposals.map(({ reporter, words }) => [reporter, words])).toEqual([
    ['KR', null],
    ['KR', 'Germany'],
    ['KR', 'Japan'],
  ])
})

describe('An English text is read with', () => {
  testReadings([
    [
      'goods behind the balance with another partner',
      '2024-02-07',
      'The U.S. goods deficit with China narrowed to $269.4 billion in 2023. Imports from Mexico were $465.6 billion, up 5.6%. Exports of goods fell 2.9% to $2.04 trillion.',
      [
        'BALANCE "China" 2023 -269.4 USD_BILLION',
        'IMPORTS "Mexico" 2023 465.6 USD_BILLION 5.6 on 2022',
        'EXPORTS "total" 2023 2.04 USD_TRILLION -2.9 on 2022',
      ],
    ],
    [
      'shipments bound for a partner',
      '2024-02-20',
      "Japan's exports rose 10.9% year on year in January. Exports to China grew 28.2%, while U.S.-bound shipments climbed 14.6%.",
      [
        'EXPORTS "total" 2024-01 10.9 on 2023-01',
        'EXPORTS "China" 2024-01 28.2 on 2023-01',
        'EXPORTS "U.S." 2024-01 14.6 on 2023-01',
      ],
    ],
    [
      "dollars of Taiwan's trade",
      '2024-02-09',
      "Taiwan's exports rose 17.1% in January to $36.19 billion.",
      ['EXPORTS "total" 2024-01 36.19 USD_BILLION 17.1 on 2023-01'],
    ],
    [
      'New Taiwan dollars',
      '2024-02-09',
      "Taiwan's exports rose 17.1% in January to NT$1.1 trillion.",
      ['EXPORTS "total" 2024-01 1.1 TWD_TRILLION 17.1 on 2023-01'],
    ],
    [
      'a year at the head of a sentence',
      '2024-02-05',
      "Australia's goods trade surplus narrowed to A$9.96 billion in December. Over 2023, iron ore exports totalled A$135 billion, up 8%.",
      ['BALANCE "total" 2023-12 9.96 AUD_BILLION', 'EXPORTS "iron ore" 2023 135 AUD_BILLION 8 on 2022'],
    ],
    [
      'goods whose exports have a level and share',
      '2023-10-20',
      "Nigeria's total trade stood at N12,641.9 billion in the second quarter of 2023. Crude oil exports, at N5,486 billion, accounted for 78.6% of total exports.",
      [
        'TRADE "total" 2023-Q2 12641.9 NGN_BILLION',
        'EXPORTS "Crude oil" 2023-Q2 5486 NGN_BILLION share 78.6 of EXPORTS',
      ],
    ],
  ])
})
