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
      'EXPORTS "Agro-industrial goods" 2024-05 7.8 on 2023-05',
    ],
  ],
  [
    'what offset the changes before',
    "Australia's exports rose $562m (1.3%) to $44,121m in May 2024. Exports of rural goods rose $87m (1.2%) to $7,340m. These increases were partly offset by Sugar, which fell $289m (0.9%) to $654m.",
    [
      'EXPORTS "total" 2024-05 44121 AUD_MILLION 1.3 on 2024-04',
      'EXPORTS "rural goods" 2024-05 7340 AUD_MILLION 1.2 on 2024-04',
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
  [
    'what is bigger by an amount',
    "Estonia's exports amounted to 1.5 billion euros in April 2024. The trade deficit was 230 million euros, which was 15 million euros bigger than in April 2023. Exports of mineral products grew the most, by 23%.",
    [
      'EXPORTS "total" 2024-04 1.5 EUR_BILLION',
      'BALANCE "total" 2024-04 -230 EUR_MILLION',
      'EXPORTS "mineral products" 2024-04 23 on 2023-04',
    ],
  ],
  [
    'the balance of the trade in goods, and a rate beside its amount',
    'The surplus of the Swedish trade in goods was SEK 9.6 billion in April 2024. Exports of medicines from Sweden increased by SEK 1.2 billion, corresponding to 8.1 per cent. The deficit of the trade balance with Norway was SEK 1.1 billion.',
    [
      'BALANCE "total" 2024-04 9.6 SEK_BILLION',
      'EXPORTS "medicines" 2024-04 8.1 on 2023-04',
      'BALANCE "Norway" 2024-04 -1.1 SEK_BILLION',
    ],
  ],
  [
    'what the main destination purchases, which is exported',
    "Brazil's exports totaled US$ 30.3 billion in May 2024, a decline of 7.1% by the daily average. China was the main destination, with purchases of US$ 9.1 billion.",
    ['EXPORTS "total" 2024-05 30.3 USD_BILLION', 'EXPORTS "China" 2024-05 9.1 USD_BILLION'],
  ],
  [
    'several goods that led a rise',
    "New Zealand's exports rose 2.9 percent to $7.2 billion in May 2024 compared with May 2023. Milk powder, butter and cheese led the rise in exports, up $100 million (6.3 percent) to $1.7 billion.",
    [
      'EXPORTS "total" 2024-05 7.2 NZD_BILLION 2.9 on 2023-05',
      'EXPORTS "Milk powder, butter and cheese" 2024-05 1.7 NZD_BILLION 6.3 on 2023-05',
    ],
  ],
  [
    'the largest decrease, which is no level, and an increment',
    "The Philippines' trade deficit had an annual increment of 4.0 percent in May 2024. Exports amounted to USD 6.33 billion. The commodity group with the highest annual decrease in export value was electronic products with USD 289.85 million, followed by coconut oil with USD 30.2 million.",
    ['BALANCE "total" 2024-05 4.0 on 2023-05', 'EXPORTS "total" 2024-05 6.33 USD_BILLION'],
  ],
  [
    'an economy that exported so much worth of goods',
    'In April 2024, Slovenia exported EUR 4.9 billion worth of goods or 12.3% more than in April 2023; it imported EUR 5.2 billion worth of goods (8.1% more).',
    [
      'EXPORTS "total" 2024-04 4.9 EUR_BILLION 12.3 on 2023-04',
      'IMPORTS "total" 2024-04 5.2 EUR_BILLION 8.1 on 2023-04',
    ],
  ],
  [
    'exports from its own economy',
    'The total value of exports from Greece, in April 2024, amounted to 4,208.2 million euros, recording an increase, in euros, of 2.1%. The deficit of the Trade Balance amounted to 2,902.2 million euros.',
    ['EXPORTS "total" 2024-04 4208.2 EUR_MILLION 2.1 on 2023-04', 'BALANCE "total" 2024-04 -2902.2 EUR_MILLION'],
  ],
  [
    'rates of an earlier month in a bracket',
    'In April 2024, Portuguese exports and imports increased by 11.9% and 9.4% respectively, year-on-year (-12.6% and -12.9% in March 2024). Exports of cork increased by 14.2%. Excluding fuels, there were increases of 12.0% in exports.',
    [
      'EXPORTS "total" 2024-04 11.9 on 2023-04',
      'IMPORTS "total" 2024-04 9.4 on 2023-04',
      'EXPORTS "total" 2024-03 -12.6 on 2023-03',
      'IMPORTS "total" 2024-03 -12.9 on 2023-03',
      'EXPORTS "cork" 2024-04 14.2 on 2023-04',
      'EXPORTS "Excluding fuels" 2024-04 12.0 on 2023-04',
    ],
  ],
  [
    'amounts in another currency, and a flow without a verb',
    "Hungary's exports amounted to EUR 12.9 billion (HUF 5,065 billion) in April 2024. Exports were 7.6% higher and imports 3.4% lower in euro terms than in April 2023. The European Union accounted for 77% of exports and 70% of imports.",
    [
      'EXPORTS "total" 2024-04 12.9 EUR_BILLION 7.6 on 2023-04',
      'IMPORTS "total" 2024-04 -3.4 on 2023-04',
      'EXPORTS "European Union" 2024-04 share 77 of EXPORTS',
      'IMPORTS "European Union" 2024-04 share 70 of IMPORTS',
    ],
  ],
  [
    'a share that rose from another, which is no change',
    'Merchandise exports of Saudi Arabia decreased by 5.9% in March 2024 compared to March 2023. The share of oil exports in total exports increased from 75.9% in March 2023 to 77.3% in March 2024.',
    [
      'EXPORTS "total" 2024-03 -5.9 on 2023-03',
      'EXPORTS "oil" 2023-03 share 75.9 of EXPORTS',
      'EXPORTS "oil" 2024-03 share 77.3 of EXPORTS',
    ],
  ],
  [
    'a balance that shifted, with its partner',
    'The U.S. deficit with China increased $2.3 billion to $23.6 billion in May 2024. The balance with Ireland shifted from a surplus of $0.1 billion in April to a deficit of $1.2 billion in May.',
    [
      'BALANCE "China" 2024-05 -23.6 USD_BILLION',
      'BALANCE "Ireland" 2024-04 0.1 USD_BILLION',
      'BALANCE "Ireland" 2024-05 -1.2 USD_BILLION',
    ],
  ],
  [
    'by how much those of a partner rose',
    'UK goods imports from EU countries rose by £0.8 billion (3.3%) in May 2024 and those from non-EU countries by £0.7 billion (3.0%), the Office for National Statistics said.',
    ['IMPORTS "EU countries" 2024-05 3.3 on 2024-04', 'IMPORTS "non-EU countries" 2024-05 3.0 on 2024-04'],
  ],
  [
    'what halved, or set a record',
    'Dutch exports of natural gas halved to 0.6 billion euros in May 2024. Exports to the US set a new record of 14.0 billion euros.',
    ['EXPORTS "natural gas" 2024-05 0.6 EUR_BILLION', 'EXPORTS "US" 2024-05 14.0 EUR_BILLION'],
  ],
  [
    'its exports behind a colon, of what the sentence is about',
    "Switzerland's exports rose by 4.3% in May 2024. The pharmaceutical sector was strong: its exports climbed to CHF 36.1 billion. The weather was bad: its imports fell to CHF 2.1 billion.",
    ['EXPORTS "total" 2024-05 4.3 on 2024-04', 'EXPORTS "pharmaceutical sector" 2024-05 36.1 CHF_BILLION'],
  ],
  [
    'flows and areas behind their rates',
    'In May 2024, Italian trade, compared with May 2023, increased by 1.7% for outgoing flows and by 2.1% for incoming flows. Exports increased by 2.0% for EU countries and by 1.4% for non EU countries. Among the sectors that contributed to the decrease in exports, there were machinery and equipment (-6.4%).',
    [
      'EXPORTS "total" 2024-05 1.7 on 2023-05',
      'IMPORTS "total" 2024-05 2.1 on 2023-05',
      'EXPORTS "EU countries" 2024-05 2.0 on 2023-05',
      'EXPORTS "non EU countries" 2024-05 1.4 on 2023-05',
      'EXPORTS "machinery and equipment" 2024-05 -6.4 on 2023-05',
    ],
  ],
  [
    'a part behind an adjusted change on the month before',
    'In May 2024, Italian exports, seasonally adjusted, decreased by 1.7%. Exports to Germany decreased by 2.0%.',
    ['EXPORTS "total" 2024-05 -1.7 on 2024-04', 'EXPORTS "Germany" 2024-05 -2.0 on 2024-04'],
  ],
  [
    'a part that may be compared with the month or the year before',
    'In May 2024, Italian exports rose by 3.1% year on year. Seasonally adjusted exports decreased by 1.7% compared with April 2024. Exports to Germany decreased by 2.0%.',
    ['EXPORTS "total" 2024-05 3.1 on 2023-05', 'EXPORTS "total" 2024-05 -1.7 on 2024-04'],
  ],
  [
    'exports in general behind the balance with a partner',
    "Canada's trade deficit with Mexico narrowed to $8.3 billion in May 2024. When trade in goods and trade in services are combined, exports rose 4.5% to $84.5 billion. In the first quarter, total exports were up 1.6%.",
    ['BALANCE "Mexico" 2024-05 -8.3 CAD_BILLION', 'EXPORTS "total" 2024-Q1 1.6 on 2023-Q4'],
  ],
  [
    'third countries, and the main destination with its change',
    'German exports to third countries dropped 9.0% to 55.8 billion euros in May 2024. The main destination country was the United States, with exports falling 7.7% to 12.9 billion euros. The export surplus came to 138.8 billion euros.',
    [
      'EXPORTS "third countries" 2024-05 55.8 EUR_BILLION -9.0 on 2024-04',
      'EXPORTS "United States" 2024-05 12.9 EUR_BILLION -7.7 on 2024-04',
      'BALANCE "total" 2024-05 138.8 EUR_BILLION',
    ],
  ],
  [
    'net trade as a balance, and changes through the year',
    'Swedish net trade was SEK 55 billion in May 2024. Through the year, goods imports were up 5.4%.',
    ['BALANCE "total" 2024-05 55 SEK_BILLION', 'IMPORTS "total" 2024-05 5.4 on 2023-05'],
  ],
  [
    'the largest of the export and import markets',
    "Viet Nam's export-import turnover of goods was USD 69.72 billion in May 2024. In terms of export markets, the United States was the largest with an estimated turnover of USD 66.1 billion. In terms of import markets, China was the largest with USD 79.2 billion. The largest share in exports was Germany with USD 10.1 billion.",
    [
      'TRADE "total" 2024-05 69.72 USD_BILLION',
      'EXPORTS "United States" 2024-05 66.1 USD_BILLION',
      'IMPORTS "China" 2024-05 79.2 USD_BILLION',
      'EXPORTS "Germany" 2024-05 10.1 USD_BILLION',
    ],
  ],
  [
    'a partner behind the month of its exports',
    "Indonesia's exports reached US$22.21 billion in May 2024. Exports in May 2024 to China were the largest at US$5.06 billion.",
    ['EXPORTS "total" 2024-05 22.21 USD_BILLION', 'EXPORTS "China" 2024-05 5.06 USD_BILLION'],
  ],
  [
    'a balance that a participle records',
    "Korea's exports increased by 13.9% to US$57.5 billion in May 2024 and imports increased by 10.5% to US$53.9 billion, recording a trade surplus of US$3.6 billion. Exports to China (14.9%) and Vietnam (3.0%) increased.",
    [
      'EXPORTS "total" 2024-05 57.5 USD_BILLION 13.9 on 2023-05',
      'IMPORTS "total" 2024-05 53.9 USD_BILLION 10.5 on 2023-05',
      'BALANCE "total" 2024-05 3.6 USD_BILLION',
      'EXPORTS "China" 2024-05 14.9 on 2023-05',
      'EXPORTS "Vietnam" 2024-05 3.0 on 2023-05',
    ],
  ],
  [
    'an amount with its share that a partner accounts for',
    "Ireland's imports fell in May 2024. The EU accounted for €7,130 million (43%) of total goods exports in May 2024.",
    ['EXPORTS "EU" 2024-05 7130 EUR_MILLION share 43 of EXPORTS'],
  ],
  [
    'a name at the end of its sentence',
    'Danish exports fell by 2.4 per cent in May 2024. The development was driven by a fall of 6.2 per cent in the exports of chemicals.',
    ['EXPORTS "total" 2024-05 -2.4 on 2024-04', 'EXPORTS "chemicals" 2024-05 -6.2 on 2024-04'],
  ],
  [
    'goods imported for an amount',
    'Norway imported passenger cars for NOK 5.1 billion in May 2024, a decrease of 11.5 per cent.',
    ['IMPORTS "passenger cars" 2024-05 5.1 NOK_BILLION -11.5 on 2023-05'],
  ],
  [
    'a balance behind the amount by which it moved',
    'In May 2024, French exports fell by 1.5%. The energy balance deteriorated (-€0.3 billion) to stand at -€4.6 billion.',
    ['EXPORTS "total" 2024-05 -1.5 on 2024-04', 'BALANCE "energy" 2024-05 -4.6 EUR_BILLION'],
  ],
  [
    'the top export of a month with its amount',
    "The Philippines' exports grew by 0.1 percent to USD 6.25 billion in May 2024. Electronic products continued to be the country's top export in May 2024 with total earnings of USD 3.38 billion.",
    [
      'EXPORTS "total" 2024-05 6.25 USD_BILLION 0.1 on 2023-05',
      'EXPORTS "Electronic products" 2024-05 3.38 USD_BILLION',
    ],
  ],
  [
    'the rates of a month, and not those of the quarter that it ends',
    'In May 2024, Portuguese exports increased by 13.9%. In the quarter ended in May 2024, imports increased by 2.6%.',
    ['EXPORTS "total" 2024-05 13.9 on 2023-05'],
  ],
  [
    'the exports of a group that the sentence begins with',
    "Viet Nam's exports were USD 34 billion in May 2024. In the group of fuels and minerals, exports reached USD 3.3 billion.",
    ['EXPORTS "total" 2024-05 34 USD_BILLION', 'EXPORTS "fuels and minerals" 2024-05 3.3 USD_BILLION'],
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
