import { describe, expect, test } from 'vitest'
import { linesOn, read } from './support.js'

describe('a list in brackets', () => {
  test.each<[string, string, string[]]>([
    [
      'has what a change involved',
      'In May 2024, Italian exports rose by 2.5% compared with May 2023. The growth in exports involved pharmaceuticals (+12.3%), food products (8.1%) and, to a lesser extent, furniture (+2.2%). The decrease in imports came mainly from natural gas (-24.1%) and crude oil (5.5%).',
      [
        'EXPORTS "total" 2024-05 2.5 on 2023-05',
        'EXPORTS "pharmaceuticals" 2024-05 12.3 on 2023-05',
        'EXPORTS "food products" 2024-05 8.1 on 2023-05',
        'EXPORTS "furniture" 2024-05 2.2 on 2023-05',
        'IMPORTS "natural gas" 2024-05 -24.1 on 2023-05',
        'IMPORTS "crude oil" 2024-05 -5.5 on 2023-05',
      ],
    ],
    [
      'has to what a change was attributable',
      "Malaysia's exports increased by 7.3 per cent in May 2024. The decline in imports was attributable to machinery (-4.6 per cent) and chemicals (-13.2 per cent).",
      [
        'EXPORTS "total" 2024-05 7.3 on 2023-05',
        'IMPORTS "machinery" 2024-05 -4.6 on 2023-05',
        'IMPORTS "chemicals" 2024-05 -13.2 on 2023-05',
      ],
    ],
    [
      'continues the flow of the sentence before',
      "India's exports were US$ 38.13 billion in May 2024. Under merchandise exports, most sectors exhibited growth in May 2024. These include Tin (58.84%) and Tobacco (47.25%).",
      [
        'EXPORTS "total" 2024-05 38.13 USD_BILLION',
        'EXPORTS "Tin" 2024-05 58.84 on 2023-05',
        'EXPORTS "Tobacco" 2024-05 47.25 on 2023-05',
      ],
    ],
    [
      'is of the flow at the head of its sentence',
      "India's exports were US$ 38.13 billion in May 2024. Under merchandise imports, Silver (-71.45%) and Gold (-9.76%) recorded negative growth.",
      [
        'EXPORTS "total" 2024-05 38.13 USD_BILLION',
        'IMPORTS "Silver" 2024-05 -71.45 on 2023-05',
        'IMPORTS "Gold" 2024-05 -9.76 on 2023-05',
      ],
    ],
    [
      'may stand before the flow',
      'In May 2024, Swiss exports fell by 1.6% compared with May 2023. Chemical products (-4.4%) and watches (-2.0%) were responsible for the decline in exports.',
      [
        'EXPORTS "total" 2024-05 -1.6 on 2023-05',
        'EXPORTS "Chemical products" 2024-05 -4.4 on 2023-05',
        'EXPORTS "watches" 2024-05 -2.0 on 2023-05',
      ],
    ],
    [
      'names its part itself',
      'In May 2024, Swedish exports to North America shrank by 8.3% (USA: -9.0%), whereas those to Asia grew by 3.5% (China: +14.2%; Japan: -2.0%).',
      [
        'EXPORTS "North America" 2024-05 -8.3 on 2023-05',
        'EXPORTS "USA" 2024-05 -9.0 on 2023-05',
        'EXPORTS "Asia" 2024-05 3.5 on 2023-05',
        'EXPORTS "China" 2024-05 14.2 on 2023-05',
        'EXPORTS "Japan" 2024-05 -2.0 on 2023-05',
      ],
    ],
    [
      'has amounts beside its rates',
      "In May 2024, Hong Kong's total exports increased by 14.8% over a year earlier. Increases were registered in the values of total exports of some divisions, in particular telecommunications equipment (by $28.8 billion or 18.9%) and office machines (by $17.1 billion or 54.9%).",
      [
        'EXPORTS "total" 2024-05 14.8 on 2023-05',
        'EXPORTS "telecommunications equipment" 2024-05 18.9 on 2023-05',
        'EXPORTS "office machines" 2024-05 54.9 on 2023-05',
      ],
    ],
    [
      'has shares',
      "South Africa's imports fell in May 2024. The largest share of imports came from China (20.4%), Germany (8.4%) and India (7.0%).",
      [
        'IMPORTS "China" 2024-05 share 20.4 of IMPORTS',
        'IMPORTS "Germany" 2024-05 share 8.4 of IMPORTS',
        'IMPORTS "India" 2024-05 share 7.0 of IMPORTS',
      ],
    ],
    [
      'leaves out changes in real terms',
      'In June 2024, Swedish exports fell by 2.8% (real: -3.1%) compared with June 2023.',
      ['EXPORTS "total" 2024-06 -2.8 on 2023-06'],
    ],
  ])('%s', (_, text, expected) => {
    expect(linesOn('2024-07-18', text)).toEqual(expected)
  })
})

describe('partners by rank', () => {
  test.each<[string, string, string[]]>([
    [
      'have a share each, the followers in brackets',
      "The value of Finland's exports in May 2024 was EUR 5.9 billion. For exports, the largest market was Germany, with a share of 11 per cent, followed by the United States (10 per cent) and Sweden (9 per cent).",
      [
        'EXPORTS "total" 2024-05 5.9 EUR_BILLION',
        'EXPORTS "Germany" 2024-05 share 11 of EXPORTS',
        'EXPORTS "United States" 2024-05 share 10 of EXPORTS',
        'EXPORTS "Sweden" 2024-05 share 9 of EXPORTS',
      ],
    ],
    [
      'have an amount each, which is no total',
      "The value of Finland's exports in May 2024 was EUR 5.9 billion. For exports, the largest market was Germany, with 1.8 billion euros, ahead of Sweden at 1.2 billion euros. The main source of imports was Russia (EUR 0.5 billion).",
      [
        'EXPORTS "total" 2024-05 5.9 EUR_BILLION',
        'EXPORTS "Germany" 2024-05 1.8 EUR_BILLION',
        'EXPORTS "Sweden" 2024-05 1.2 EUR_BILLION',
        'IMPORTS "Russia" 2024-05 0.5 EUR_BILLION',
      ],
    ],
    [
      'follow with their shares behind "at" or "for"',
      "South Africa's exports rose 3% in May 2024. Imports from China represented 19.6% of total imports, followed by Germany at 8.1% and the United States at 6.9%. Botswana accounted for 5.1% of exports, Namibia for 4.2% and Mozambique for 3.8%.",
      [
        'EXPORTS "total" 2024-05 3 on 2023-05',
        'IMPORTS "China" 2024-05 share 19.6 of IMPORTS',
        'IMPORTS "Germany" 2024-05 share 8.1 of IMPORTS',
        'IMPORTS "United States" 2024-05 share 6.9 of IMPORTS',
        'EXPORTS "Botswana" 2024-05 share 5.1 of EXPORTS',
        'EXPORTS "Namibia" 2024-05 share 4.2 of EXPORTS',
        'EXPORTS "Mozambique" 2024-05 share 3.8 of EXPORTS',
      ],
    ],
    [
      'have the first share of a total in a bracket',
      "Estonia's exports fell in May 2024. The main countries of destination for exports were Finland (17% of total exports), Latvia (14%) and Sweden (9%).",
      [
        'EXPORTS "Finland" 2024-05 share 17 of EXPORTS',
        'EXPORTS "Latvia" 2024-05 share 14 of EXPORTS',
        'EXPORTS "Sweden" 2024-05 share 9 of EXPORTS',
      ],
    ],
    [
      'stand before their rank, or behind their share',
      'Belgian exports reached EUR 128.7 billion in May 2024. Germany (20.1%), France (14.8%) and the Netherlands (13.1%) were the main customers. With a share of 24.1%, chemicals were the most exported product group. The most important export partners were Latvia (12.9 per cent) and Poland (9.7 per cent).',
      [
        'EXPORTS "total" 2024-05 128.7 EUR_BILLION',
        'EXPORTS "Germany" 2024-05 share 20.1 of EXPORTS',
        'EXPORTS "France" 2024-05 share 14.8 of EXPORTS',
        'EXPORTS "Netherlands" 2024-05 share 13.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 24.1 of EXPORTS',
        'EXPORTS "Latvia" 2024-05 share 12.9 of EXPORTS',
        'EXPORTS "Poland" 2024-05 share 9.7 of EXPORTS',
      ],
    ],
    [
      'move as the verb behind their share says',
      "In May 2024, Spain's exports rose 12.0% year-on-year. Exports to France (14.9% of the total) increased by 5.5%.",
      ['EXPORTS "total" 2024-05 12.0 on 2023-05', 'EXPORTS "France" 2024-05 5.5 on 2023-05 share 14.9 of EXPORTS'],
    ],
  ])('%s', (_, text, expected) => {
    expect(linesOn('2024-07-18', text)).toEqual(expected)
  })
})

describe('whose trade a text is about', () => {
  test.each<[string, string, string]>([
    [
      'is said by a possessive behind "of"',
      "The value of Finland's exports was EUR 5.9 billion in May 2024. Imports fell by 2 per cent.",
      'FI',
    ],
    [
      'is said by its currency',
      'The trade in goods resulted in a surplus of SEK 8.4 billion in April 2024. Exports were SEK 176.9 billion. Trade outside the EU resulted in a surplus of SEK 27.1 billion.',
      'SE',
    ],
    ['is said by terms of its office', 'Goods credits rose $562m (1.3%) to $44,121m in May 2024.', 'AU'],
  ])('%s', (_, text, expected) => {
    const { proposals } = read(text, { publishedAt: '2024-07-18T00:00:00Z', language: 'EN' })
    expect(proposals.at(-1)?.reporter).toBe(expected)
  })
})
