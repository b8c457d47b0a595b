import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-10-14T00:00:00Z' })

describe('by what was said before is read', () => {
  test.each<[string, string, string[]]>([
    [
      'the partner before a colon',
      "China's trade in August 2024. Trade with Russia has cooled: exports were up by 26.7 percent, but imports slipped 6.9 percent.",
      ['EXPORTS "Russia" 2024-08 26.7 on 2023-08', 'IMPORTS "Russia" 2024-08 -6.9 on 2023-08'],
    ],
    [
      'enterprises that a sentence begins with',
      "China's foreign trade grew in 2023. Private enterprises contributed 24.33 trillion yuan, an increase of 8.8 percent.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023 24.33 CNY_TRILLION 8.8 on 2022'],
    ],
    [
      'the total of both flows in a later sentence',
      "China's foreign trade rose 1.3 percent in the first quarter of 2024. Imports rose 2 percent to 4.2 trillion yuan. In March alone, the total was 3.77 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2024-Q1 1.3 on 2023-Q1',
        'IMPORTS TOTAL:ALL 2024-Q1 4.2 CNY_TRILLION 2 on 2023-Q1',
        'TRADE TOTAL:ALL 2024-03 3.77 CNY_TRILLION',
      ],
    ],
    [
      'the scale of a list in the sentence behind it',
      'U.S. trade, August 2024. The figures show surpluses, in billions of dollars, with Brazil ($2.6). Deficits were recorded with Mexico ($12.4).',
      ['BALANCE "Brazil" 2024-08 2.6 USD_BILLION', 'BALANCE "Mexico" 2024-08 -12.4 USD_BILLION'],
    ],
    [
      'no figure in real terms',
      'U.S. imports of goods were $335 billion in August 2024. The real goods deficit decreased $2.9 billion, or 3.0 percent, to $93.3 billion.',
      ['IMPORTS "total" 2024-08 335 USD_BILLION'],
    ],
    [
      'no share of the world',
      "China's exports rose 5 percent in August 2024. China's share of global exports was at 14.5 percent.",
      ['EXPORTS TOTAL:ALL 2024-08 5 on 2023-08'],
    ],
    [
      'the month reported on under a heading of a flow',
      "Mexico's exports were 52 billion dollars in August 2024. In January-August exports were 400 billion dollars.\nImports\nThe value of imports stood at 50 billion dollars.",
      [
        'EXPORTS "total" 2024-08 52 USD_BILLION',
        'EXPORTS "total" 2024-01/2024-08 400 USD_BILLION',
        'IMPORTS "total" 2024-08 50 USD_BILLION',
      ],
    ],
    [
      'no average that another has named',
      "Brazil's daily average of exports in August 2024 was US$ 1,344.3 million, and that of imports US$ 1,012.1 million.",
      [],
    ],
    [
      'the level of the month before by its possessive',
      "Singapore's total trade reached S$96.0 billion in August 2024, below the previous month's S$97.3 billion.",
      ['TRADE "total" 2024-08 96.0 SGD_BILLION', 'TRADE "total" 2024-07 97.3 SGD_BILLION'],
    ],
    [
      'no share of a total in itself, in Chinese',
      '2024年上半年，我国出口12.1万亿元，增长6.9%。从国际市场份额看，我国出口占国际市场份额达14.2%。',
      ['EXPORTS TOTAL:ALL 2024-H1 12.1 CNY_TRILLION 6.9 on 2023-H1'],
    ],
    [
      'the base that the clause before announces, in Chinese',
      '2024年上半年，我国进口9万亿元。与2019年同期相比，上半年进口规模扩大26.3%。',
      ['IMPORTS TOTAL:ALL 2024-H1 9 CNY_TRILLION 26.3 on 2019-H1'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})
