import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const readOn = (day: string, text: string) => read(text, { publishedAt: `${day}T00:00:00Z`, language: 'EN' })
const linesOf = (text: string): readonly string[] => readOn('2024-06-20', text).proposals.map(lineOf)
const refusedOf = (text: string): readonly string[] =>
  readOn('2024-06-20', text).notPlaced.map((each) => `${each.text} ${each.reason.code}`)

test.each<[string, string, string[]]>([
  [
    'a level in the same period of a year before',
    "In January-April 2024, Poland's exports came to EUR 112.3 billion, while in the same period of 2023 they amounted to EUR 110.6 billion. Imports came to EUR 110.9 billion (EUR 108.2 billion in the same period of 2023).",
    [
      'EXPORTS "total" 2024-01/2024-04 112.3 EUR_BILLION',
      'EXPORTS "total" 2023-01/2023-04 110.6 EUR_BILLION',
      'IMPORTS "total" 2024-01/2024-04 110.9 EUR_BILLION',
      'IMPORTS "total" 2023-01/2023-04 108.2 EUR_BILLION',
    ],
  ],
  [
    'a surplus in brackets of a year before',
    "Viet Nam's goods recorded a trade surplus of 8.01 billion USD in May 2024 (a surplus of 10.2 billion USD in the same period last year).",
    ['BALANCE "total" 2024-05 8.01 USD_BILLION', 'BALANCE "total" 2023-05 10.2 USD_BILLION'],
  ],
  [
    'what is compared vis-à-vis a year before',
    "India's exports were US$ 38.13 billion in May 2024. Export destinations exhibiting growth in May 2024 vis a vis May 2023 are the Netherlands (43.92%) and Malaysia (86.95%).",
    [
      'EXPORTS "total" 2024-05 38.13 USD_BILLION',
      'EXPORTS "Netherlands" 2024-05 43.92 on 2023-05',
      'EXPORTS "Malaysia" 2024-05 86.95 on 2023-05',
    ],
  ],
  [
    'flows against the month before behind the month',
    "In May 2024, compared to April 2024, Malaysia's exports, total trade and imports increased by 11.8 per cent, 11.1 per cent and 10.4 per cent, respectively.",
    [
      'EXPORTS "total" 2024-05 11.8 on 2024-04',
      'TRADE "total" 2024-05 11.1 on 2024-04',
      'IMPORTS "total" 2024-05 10.4 on 2024-04',
    ],
  ],
  [
    'the two months of a change on the month before',
    "South Africa's trade surplus was R16.1 billion in February 2024. On a month-on-month basis, exports increased by 10.7% to R154.3 billion between January and February 2024.",
    ['BALANCE "total" 2024-02 16.1 ZAR_BILLION', 'EXPORTS "total" 2024-02 154.3 ZAR_BILLION 10.7 on 2024-01'],
  ],
  [
    'the days of a year to date',
    "South Africa's trade balance deficit for the year-to-date (01 January to 30 April 2024) was R6.6 billion. Imports increased by 14.9% to R300.3 billion from R261.4 billion over the same period during 2023.",
    [
      'BALANCE "total" 2024-01/2024-04 -6.6 ZAR_BILLION',
      'IMPORTS "total" 2024-01/2024-04 300.3 ZAR_BILLION 14.9 on 2023-01/2023-04',
      'IMPORTS "total" 2023-01/2023-04 261.4 ZAR_BILLION',
    ],
  ],
  [
    'the total behind balances by partner',
    'The Swedish trade with countries outside the EU resulted in a surplus of SEK 27.1 billion in April 2024, while the trade with EU countries resulted in a deficit of SEK 18.7 billion. Adjusted for seasonal effects, the net trade showed a surplus of SEK 6.0 billion.',
    [
      'BALANCE "countries outside the EU" 2024-04 27.1 SEK_BILLION',
      'BALANCE "EU countries" 2024-04 -18.7 SEK_BILLION',
      'BALANCE "total" 2024-04 6.0 SEK_BILLION',
    ],
  ],
  [
    'goods that a passive verb has',
    'Norwegian exports amounted to NOK 150.4 billion in April 2024. Crude oil was exported for NOK 46.9 billion, an increase of 30.8 per cent, and passenger cars were imported for NOK 4.2 billion.',
    [
      'EXPORTS "total" 2024-04 150.4 NOK_BILLION',
      'EXPORTS "Crude oil" 2024-04 46.9 NOK_BILLION 30.8 on 2023-04',
      'IMPORTS "passenger cars" 2024-04 4.2 NOK_BILLION',
    ],
  ],
  [
    'what goes outside the EU, and to the EU of so many members',
    'Dutch exports fell by 3 percent in April 2024. Exports outside the EU fell by 17.2 percent and exports to the EU 27 by 2 percent.',
    [
      'EXPORTS "total" 2024-04 -3 on 2023-04',
      'EXPORTS "outside the EU" 2024-04 -17.2 on 2023-04',
      'EXPORTS "EU 27" 2024-04 -2 on 2023-04',
    ],
  ],
  [
    'the month again, behind a quarter of one part',
    "India's exports of coffee rose by 5.55% in May 2024. Exports of rice in April-June 2024 were USD 6.96 billion.\n\nImports of gold jumped by 82.38%.",
    [
      'EXPORTS "coffee" 2024-05 5.55 on 2023-05',
      'EXPORTS "rice" 2024-Q2 6.96 USD_BILLION',
      'IMPORTS "gold" 2024-05 82.38 on 2023-05',
    ],
  ],
  [
    'an earlier level with its month in a bracket',
    'In August 2023, Spanish exports rose 1.0% year-on-year. The trade deficit fell to EUR 3,812 million (EUR 5,660 million in August 2022).',
    [
      'EXPORTS "total" 2023-08 1.0 on 2022-08',
      'BALANCE "total" 2023-08 -3812 EUR_MILLION',
      'BALANCE "total" 2022-08 -5660 EUR_MILLION',
    ],
  ],
  [
    'a quarter and months with a stroke or without an article',
    "In Q3/2023, Viet Nam's exports were USD 108.6 billion. Exports in nine months of 2023 reached USD 299.3 billion.",
    ['EXPORTS "total" 2023-Q3 108.6 USD_BILLION', 'EXPORTS "total" 2023-01/2023-09 299.3 USD_BILLION'],
  ],
  [
    'exports within the EU',
    'Belgian exports increased by 4.0% in May 2024. Exports within the EU were up 2.2%.',
    ['EXPORTS "total" 2024-05 4.0 on 2023-05', 'EXPORTS "within the EU" 2024-05 2.2 on 2023-05'],
  ],
])('an office writes %s', (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected)
})

describe('no figure is', () => {
  test.each<[string, string, string[]]>([
    [
      'the correction of an earlier month',
      "In May, Canada's exports rose 5.5% to $66.6 billion. Exports in April were revised from $62.4 billion to $62.5 billion. Exports to Mexico rose 4.8%.",
      ['$62.4 billion SECOND_VALUE', '$62.5 billion SECOND_VALUE'],
    ],
    [
      'a signed amount in a bracket behind a verb',
      'In May 2024, French exports of aircraft fell (-€0.9 billion). The trade balance (-€7.6 billion) deteriorated.',
      ['-€0.9 billion CHANGE_IN_AMOUNT'],
    ],
    [
      'the sum of twelve months',
      'In May 2024, French exports fell by 2%. Over the last twelve months, the cumulative deficit amounted to €92.3 billion.',
      ['€92.3 billion NO_PERIOD'],
    ],
    [
      'a change in volume',
      'According to Statistics Netherlands, the volume of goods exports was 1.4 percent lower in May 2024 than one year previously. The value of exports was 3.1 percent higher.',
      ['1.4 percent PRICE'],
    ],
  ])('%s', (_, text, expected) => {
    expect(refusedOf(text)).toEqual(expected)
  })

  test('the sentence behind a correction is of the main month', () => {
    const text =
      "In May, Canada's exports rose 5.5% to $66.6 billion. Exports in April were revised from $62.4 billion to $62.5 billion. Exports to Mexico rose 4.8%."
    expect(linesOf(text)).toEqual([
      'EXPORTS "total" 2024-05 66.6 CAD_BILLION 5.5 on 2024-04',
      'EXPORTS "Mexico" 2024-05 4.8 on 2024-04',
    ])
  })
})
