import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const linesOn = (day: string, text: string): readonly string[] =>
  read(text, { publishedAt: `${day}T00:00:00Z`, language: 'EN' }).proposals.map(lineOf)

describe('a name behind a semicolon', () => {
  test.each<[string, string, string, string[]]>([
    [
      'is a partner with its own amount and share',
      '2024-06-09',
      "In May, Vietnam's trade with China reached $16.2 billion, up 4.1 percent, or 24 percent of the total; with Japan, $4 billion, up 2.5 percent, or 6 percent; and with Korea (the north excluded), $6.9 billion, down 3 percent, or 10.2 percent.",
      [
        'TRADE "China" 2024-05 16.2 USD_BILLION 4.1 on 2023-05 share 24 of TRADE',
        'TRADE "Japan" 2024-05 4 USD_BILLION 2.5 on 2023-05 share 6 of TRADE',
        'TRADE "Korea" 2024-05 6.9 USD_BILLION -3 on 2023-05 share 10.2 of TRADE',
      ],
    ],
    [
      'is a kind of enterprises with its own amount',
      '2024-06-09',
      "In the first five months, China's imports and exports by private enterprises were 9 trillion yuan, up 8 percent; foreign-invested enterprises, 5 trillion yuan, down 2 percent.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-05 9 CNY_TRILLION 8 on 2023-01/2023-05',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2024-01/2024-05 5 CNY_TRILLION -2 on 2023-01/2023-05',
      ],
    ],
  ])('%s', (_, day, text, expected) => {
    expect(linesOn(day, text)).toEqual(expected)
  })
})

describe('amounts in brackets', () => {
  test.each<[string, string, string, string[]]>([
    [
      'have shares of the whole that the first names',
      '2024-06-09',
      "In May, Turkey's exports were USD 20 billion. By exports, the top partners were Germany (USD 1.8 billion, or 9 percent of total exports), Iraq (USD 1.4 billion, 7 percent) and Italy (USD 1 billion, 5 percent).",
      [
        'EXPORTS "total" 2024-05 20 USD_BILLION',
        'EXPORTS "Germany" 2024-05 1.8 USD_BILLION share 9 of EXPORTS',
        'EXPORTS "Iraq" 2024-05 1.4 USD_BILLION share 7 of EXPORTS',
        'EXPORTS "Italy" 2024-05 1 USD_BILLION share 5 of EXPORTS',
      ],
    ],
    [
      'are of partners that follow another',
      '2024-06-09',
      "In May, China's trade with ASEAN reached 560 billion yuan, up 9 percent. It was followed by the EU (430 billion yuan, up 4 percent), the US (330 billion yuan, down 2 percent) and Japan (190 billion yuan, up 1 percent).",
      [
        'TRADE PARTNER:ASEAN 2024-05 560 CNY_BILLION 9 on 2023-05',
        'TRADE PARTNER:EU 2024-05 430 CNY_BILLION 4 on 2023-05',
        'TRADE PARTNER:US 2024-05 330 CNY_BILLION -2 on 2023-05',
        'TRADE PARTNER:JP 2024-05 190 CNY_BILLION 1 on 2023-05',
      ],
    ],
    [
      'are of goods that drove a flow',
      '2024-06-09',
      "In May, Chile's imports grew, mainly driven by machinery (US$ 423 million, up 17 percent) and cereals (US$ 77 million, up 21.4 percent).",
      [
        'IMPORTS "machinery" 2024-05 423 USD_MILLION 17 on 2023-05',
        'IMPORTS "cereals" 2024-05 77 USD_MILLION 21.4 on 2023-05',
      ],
    ],
  ])('%s', (_, day, text, expected) => {
    expect(linesOn(day, text)).toEqual(expected)
  })
})

describe('a participle', () => {
  test.each<[string, string, string, string[]]>([
    [
      'before a balance names nothing',
      '2024-06-09',
      "Japan's exports rose 3 percent to 9.1 trillion yen in May, pushing the trade surplus to 120 billion yen, up 12 percent.",
      [
        'EXPORTS "total" 2024-05 9.1 JPY_TRILLION 3 on 2023-05',
        'BALANCE "total" 2024-05 120 JPY_BILLION 12 on 2023-05',
      ],
    ],
    [
      'of a small change names nothing',
      '2024-06-09',
      "Brazil's exports reached US$ 30 billion in May, inching up 0.2 percent from a year earlier.",
      ['EXPORTS "total" 2024-05 30 USD_BILLION 0.2 on 2023-05'],
    ],
  ])('%s', (_, day, text, expected) => {
    expect(linesOn(day, text)).toEqual(expected)
  })
})

describe('a proportion', () => {
  test.each<[string, string, string, string[]]>([
    [
      'is of the regime before it',
      '2024-06-09',
      "In May, China's processing trade was 600 billion yuan, down 2 percent, and its proportion was 18 percent, down 1.1 percentage points.",
      ['TRADE REGIME:PROCESSING 2024-05 600 CNY_BILLION -2 on 2023-05 share 18 of TRADE share change -1.1'],
    ],
  ])('%s', (_, day, text, expected) => {
    expect(linesOn(day, text)).toEqual(expected)
  })
})
