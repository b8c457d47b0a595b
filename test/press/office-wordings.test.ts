import { expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const readOn = (text: string) => read(text, { publishedAt: '2024-06-20T00:00:00Z', language: 'EN' })

test.each<[string, string, string[]]>([
  [
    'the share of the largest partner behind its rank',
    "South Africa's trade surplus was R16.1 billion in May 2024.\n\nMozambique was the largest export destination in the region, accounting for 10.6% of total exports in May, followed by Botswana (7.4%).",
    [
      'BALANCE "total" 2024-05 16.1 ZAR_BILLION',
      'EXPORTS "Mozambique" 2024-05 share 10.6 of EXPORTS',
      'EXPORTS "Botswana" 2024-05 share 7.4 of EXPORTS',
    ],
  ],
  [
    'a relative clause with a share before the change',
    "Thailand's exports rose 1.1 percent in May 2024. Industrial product shipments, which accounted for 80.9 percent of total exports, increased 2 percent to 21.02 billion dollars. Palm oil, which contributed 4.1 per cent to total exports, grew by 4.6 per cent.",
    [
      'EXPORTS "total" 2024-05 1.1 on 2023-05',
      'EXPORTS "Industrial product shipments" 2024-05 21.02 USD_BILLION 2 on 2023-05 share 80.9 of EXPORTS',
      'EXPORTS "Palm oil" 2024-05 4.6 on 2023-05 share 4.1 of EXPORTS',
    ],
  ],
  [
    'goods that move in a sentence of their own',
    "Thailand's exports rose 1.1 percent in May 2024. Exports of agricultural products edged up 0.2 percent. Agro-industrial goods grew 7.8 percent.",
    [
      'EXPORTS "total" 2024-05 1.1 on 2023-05',
      'EXPORTS "agricultural products" 2024-05 0.2 on 2023-05',
      'EXPORTS "Agro-industrial" 2024-05 7.8 on 2023-05',
    ],
  ],
  [
    'what offset the changes before',
    "Australia's exports rose $562m (1.3%) to $44,121m in May 2024. Exports of rural goods rose $87m (1.2%) to $7,340m. These increases were partly offset by Sugar, which fell $289m (0.9%) to $654m.",
    [
      'EXPORTS "total" 2024-05 44121 AUD_MILLION 1.3 on 2024-04',
      'EXPORTS "rural" 2024-05 7340 AUD_MILLION 1.2 on 2024-04',
      'EXPORTS "Sugar" 2024-05 654 AUD_MILLION -0.9 on 2024-04',
    ],
  ],
  [
    'the same adjusted figure under its heading and with the word',
    "Australia: trade in goods\n\nIn seasonally adjusted, current price terms:\n\nAustralia's exports rose 1.3% to $44,121m in May 2024.\n\nThe seasonally adjusted value of exports was $44,121m in May 2024. In original terms, imports from China rose 8.4% over the year to $10,214m.",
    [
      'EXPORTS "total" 2024-05 44121 AUD_MILLION 1.3 on 2024-04',
      'IMPORTS "China" 2024-05 10214 AUD_MILLION 8.4 on 2023-05',
    ],
  ],
  [
    'goods under an arrangement, which are no total',
    "Australia's exports rose 1.3% to $44,121m in May 2024. Net exports of goods under merchanting remained steady at $12m.",
    ['EXPORTS "total" 2024-05 44121 AUD_MILLION 1.3 on 2024-04', 'EXPORTS "merchanting" 2024-05 12 AUD_MILLION'],
  ],
  [
    'all figures of a sentence without what it leaves out',
    "South Africa's trade surplus was R16.1 billion in May 2024. The trade data excluding neighbours for May 2024 recorded a trade balance surplus of R7.0 billion, with exports of R140.3 billion.",
    [
      'BALANCE "total" 2024-05 16.1 ZAR_BILLION',
      'BALANCE "excluding neighbours" 2024-05 7.0 ZAR_BILLION',
      'EXPORTS "excluding neighbours" 2024-05 140.3 ZAR_BILLION',
    ],
  ],
])('an office writes %s', (_, text, expected) => {
  expect(readOn(text).proposals.map(lineOf)).toEqual(expected)
})

test('figures of services, alone or with goods, are refused', () => {
  const text =
    'The U.S. goods and services deficit was $54.0 billion in May 2024, down $1.5 billion from $55.5 billion in April. The goods deficit was $73.7 billion. The services surplus was $19.7 billion.'
  const { proposals, notPlaced } = readOn(text)
  expect(proposals.map(lineOf)).toEqual(['BALANCE "total" 2024-05 -73.7 USD_BILLION'])
  expect(notPlaced.map((each) => `${each.text} ${each.reason.code}`)).toEqual([
    '$54.0 billion SERVICES',
    '$1.5 billion CHANGE_IN_AMOUNT',
    '$55.5 billion SERVICES',
    '$19.7 billion SERVICES',
  ])
})
