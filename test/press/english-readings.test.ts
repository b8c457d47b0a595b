import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-08-12T00:00:00Z', language: 'EN' })

const nation = "In July 2024, China's foreign trade rose 6.5 percent to 3.68 trillion yuan."
const total = 'TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION 6.5 on 2023-07'

describe('an English text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'changes on a year before where it compares one rate with that of the month before',
      'The growth rate of trade rebounded 2.4 percentage points compared with that of the previous month. Imports rose 6.6 percent.',
      ['IMPORTS TOTAL:ALL 2024-07 6.6 on 2023-07'],
    ],
    [
      'what was traded as goods to the total',
      'China exported 2.14 trillion yuan worth of goods, up 6.5 percent, and imported 1.54 trillion yuan worth of goods.',
      ['EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07', 'IMPORTS TOTAL:ALL 2024-07 1.54 CNY_TRILLION'],
    ],
    [
      'nothing to what was when something else was',
      'The drop was due to the high base of last year, when imports grew by 16 percent.',
      [],
    ],
    [
      'the rate of an earlier month to that month',
      'Exports fell 8.8 percent in July, narrowing from a decline of 14.5 percent in June.',
      ['EXPORTS TOTAL:ALL 2024-07 -8.8 on 2023-07', 'EXPORTS TOTAL:ALL 2024-06 -14.5 on 2023-06'],
    ],
    [
      'trade with a neighbour to the partner named before',
      'Exports to Japan rose 6.3 percent, while imports from its eastern neighbor fell 2.7 percent.',
      ['EXPORTS PARTNER:JP 2024-07 6.3 on 2023-07', 'IMPORTS PARTNER:JP 2024-07 -2.7 on 2023-07'],
    ],
    [
      'such exports to what the text speaks of',
      'Exports of ships grew steadily. In July, such exports reached 38 billion yuan.',
      ['EXPORTS PRODUCT:SHIPS 2024-07 38 CNY_BILLION'],
    ],
    [
      'goods that are traded with one partner both names',
      'China imported soybeans worth 52.65 billion yuan from Brazil, and exported 37.92 billion yuan worth of clothes to ASEAN.',
      ['IMPORTS "Brazil, soybeans" 2024-07 52.65 CNY_BILLION', 'EXPORTS "ASEAN, clothes" 2024-07 37.92 CNY_BILLION'],
    ],
    [
      'a list whose last part has "and"',
      'Exports of ships, furniture and toys and games dropped 9.8 percent, 5.2 percent and 13.7 percent, respectively.',
      [
        'EXPORTS PRODUCT:SHIPS 2024-07 -9.8 on 2023-07',
        'EXPORTS "furniture" 2024-07 -5.2 on 2023-07',
        'EXPORTS "toys and games" 2024-07 -13.7 on 2023-07',
      ],
    ],
    [
      'a peak to what reached it',
      'Exports rose 6.5 percent year on year to an all-time monthly high of 2.14 trillion yuan.',
      ['EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07'],
    ],
    [
      'outbound sales to exports',
      'Outbound sales totaled 2.14 trillion yuan.',
      ['EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION'],
    ],
    [
      'leaders with their shares and levels',
      "China's top three export markets were the United States, accounting for 14.8 percent or 317 billion yuan; Vietnam, 5 percent or 107 billion yuan; and Japan, 4.2 percent or 90 billion yuan.",
      [
        'EXPORTS PARTNER:US 2024-07 317 CNY_BILLION share 14.8 of EXPORTS',
        'EXPORTS PARTNER:VN 2024-07 107 CNY_BILLION share 5 of EXPORTS',
        'EXPORTS PARTNER:JP 2024-07 90 CNY_BILLION share 4.2 of EXPORTS',
      ],
    ],
    [
      'the second of a ranking its level',
      'Japan was the largest import market with 95 billion yuan. The second was the EU with 93 billion yuan, up 2 percent; ASEAN with 60 billion yuan, up 3 percent.',
      [
        'IMPORTS PARTNER:JP 2024-07 95 CNY_BILLION',
        'IMPORTS PARTNER:EU 2024-07 93 CNY_BILLION 2 on 2023-07',
        'IMPORTS PARTNER:ASEAN 2024-07 60 CNY_BILLION 3 on 2023-07',
      ],
    ],
    [
      'parts behind a colon their numbers, and the group none',
      'Exports of several key products rose in July: ships reached 38 billion yuan, up 40 percent.',
      ['EXPORTS PRODUCT:SHIPS 2024-07 38 CNY_BILLION 40 on 2023-07'],
    ],
    [
      'leaders behind a colon their numbers',
      'The next markets with their export values were: Vietnam, 107 billion yuan; Japan, 90 billion yuan.',
      ['EXPORTS PARTNER:VN 2024-07 107 CNY_BILLION', 'EXPORTS PARTNER:JP 2024-07 90 CNY_BILLION'],
    ],
    [
      'turnover to what has it',
      'Ship exports continued to expand, with export turnover having reached 38 billion yuan.',
      ['EXPORTS PRODUCT:SHIPS 2024-07 38 CNY_BILLION'],
    ],
    [
      'what was gained as a level where a change follows',
      'Imports totaled 1.54 trillion yuan, of which private enterprises gained 800 billion yuan, up 9 percent.',
      [
        'IMPORTS TOTAL:ALL 2024-07 1.54 CNY_TRILLION',
        'IMPORTS ENTERPRISE_TYPE:PRIVATE 2024-07 800 CNY_BILLION 9 on 2023-07',
      ],
    ],
    [
      'what continued to be the top export its earnings',
      'Ships continued to be the top export with total earnings of 38 billion yuan.',
      ['EXPORTS PRODUCT:SHIPS 2024-07 38 CNY_BILLION'],
    ],
    [
      'shares behind "or"',
      'Japan was the biggest supplier of imported goods with 95 billion yuan or 6.2 percent of the total imports, followed by Brazil with 80 billion yuan or 5.2 percent.',
      [
        'IMPORTS PARTNER:JP 2024-07 95 CNY_BILLION share 6.2 of IMPORTS',
        'IMPORTS "Brazil" 2024-07 80 CNY_BILLION share 5.2 of IMPORTS',
      ],
    ],
    [
      'no share to goods that half of other goods are',
      'Exports of ships surged 45.9 percent, with those for carriers accounting for about 50 percent of the total value.',
      ['EXPORTS PRODUCT:SHIPS 2024-07 45.9 on 2023-07'],
    ],
    [
      'no share to a balance',
      'A trade surplus of 600 billion yuan, equivalent to 39 percent of the value of imports of goods, was recorded.',
      ['BALANCE TOTAL:ALL 2024-07 600 CNY_BILLION'],
    ],
    [
      'an example in quotation marks its change',
      'Decreases were registered in the values of exports of some divisions, in particular "optical and photographic apparatus and equipment" (by 11.2 billion yuan or -20.3%).',
      ['EXPORTS "optical and photographic apparatus and equipment" 2024-07 -20.3 on 2023-07'],
    ],
  ])('%s', (_, text, expected) => expect(lines(`${nation} ${text}`)).toEqual([total, ...expected]))
})

describe('a whole text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'the largest destination behind its verb its amount',
      "New Zealand's goods exports were $6.1 billion in July 2024. The top destination for exports was China, at $1.5 billion.",
      ['EXPORTS "total" 2024-07 6.1 NZD_BILLION', 'EXPORTS "China" 2024-07 1.5 NZD_BILLION'],
    ],
    [
      'no share of a part of trade, and no average by day',
      "Turkey's exports were 24 billion dollars in May 2024. The ratio of high-tech products was 3.3% of the exports of manufacturing industries. Average daily exports, adjusted for working days, rose 7.1 percent to 1.2 billion dollars.",
      ['EXPORTS "total" 2024-05 24 USD_BILLION'],
    ],
    [
      'nothing to goods whose increase was the largest',
      "New Zealand's goods exports rose 14 percent to $6.1 billion in July 2024. The largest increases were in exports of fruit, up $130 million, and of meat (16 percent).",
      ['EXPORTS "total" 2024-07 6.1 NZD_BILLION 14 on 2023-07'],
    ],
    [
      'a figure its subject before the mark of a footnote',
      "Norway's exports were NOK 140 billion in June 2024. Exports* of fish rose 4 percent to NOK 12 billion.",
      ['EXPORTS "total" 2024-06 140 NOK_BILLION', 'EXPORTS "fish" 2024-06 12 NOK_BILLION 4 on 2023-06'],
    ],
    [
      'partners behind another the same flow',
      "In the first half of 2024, our country's imports and exports were 21.2 trillion yuan. During the same period, China's trade with the EU was 2.82 trillion yuan, up by 3.5 percent, and with Japan and the Republic of Korea 1.02 trillion yuan and 1.11 trillion yuan, up by 5.7 percent and down by 0.2 percent, respectively.",
      [
        'TRADE TOTAL:ALL 2024-H1 21.2 CNY_TRILLION',
        'TRADE PARTNER:EU 2024-H1 2.82 CNY_TRILLION 3.5 on 2023-H1',
        'TRADE PARTNER:JP 2024-H1 1.02 CNY_TRILLION 5.7 on 2023-H1',
        'TRADE PARTNER:KR 2024-H1 1.11 CNY_TRILLION -0.2 on 2023-H1',
      ],
    ],
    [
      'a decline no base in the quarter of growth that it turned from',
      "China's trade with the United States in June 2024 turned from growth in the first quarter to a decline of 20.8 percent.",
      ['TRADE PARTNER:US 2024-06 -20.8 on 2023-06'],
    ],
    [
      'flows behind a balance to the partner, not to the country itself',
      'In May 2024, Japan posted a trade deficit of 1.2 trillion yen. In trade with the European Union, Japan had a deficit of 155.3 billion yen, as exports fell 10.1% to 751.2 billion yen.',
      [
        'BALANCE "total" 2024-05 -1.2 JPY_TRILLION',
        'BALANCE "European Union" 2024-05 -155.3 JPY_BILLION',
        'EXPORTS "European Union" 2024-05 751.2 JPY_BILLION -10.1 on 2023-05',
      ],
    ],
    [
      'changes on a year before and on a month before',
      "In July 2024, Canada's exports decreased 2.8% to $68.3 billion. Year over year, exports were up 25.9% in July. Imports from countries other than the United States decreased 5.7% in July.",
      [
        'EXPORTS "total" 2024-07 68.3 CAD_BILLION -2.8 on 2024-06 25.9 on 2023-07',
        'IMPORTS "countries other than the United States" 2024-07 -5.7 on 2024-06',
      ],
    ],
    [
      'goods beside goods and services together',
      "In July 2024, Canada's exports decreased 2.8% to $68.3 billion. When international trade in goods and services is combined, exports decreased 2.2% to $80.9 billion.",
      ['EXPORTS "total" 2024-07 68.3 CAD_BILLION -2.8 on 2024-06'],
    ],
    [
      'a share with its word behind it',
      "In May 2024, Japan's imports reached 9.5 trillion yen. Imports of mineral fuels ranked first, with a 22.2 percent share valued at 2.1 trillion yen.",
      [
        'IMPORTS "total" 2024-05 9.5 JPY_TRILLION',
        'IMPORTS "mineral fuels" 2024-05 2.1 JPY_TRILLION share 22.2 of IMPORTS',
      ],
    ],
    [
      'a partner without the rank behind its name',
      "In May 2024, Japan's exports rose 13.5%. Shipments to China, Japan's largest trading partner, rose 9.6%.",
      ['EXPORTS "total" 2024-05 13.5 on 2023-05', 'EXPORTS "China" 2024-05 9.6 on 2023-05'],
    ],
    [
      'goods traded with the partner of most of them',
      'In May 2024, German exports were up 0.9% on April 2024. Most imports came from China. Goods to the value of 12.2 billion euros were imported from there, and 3.6% more goods were exported to Poland than in April 2024.',
      [
        'EXPORTS "total" 2024-05 0.9 on 2024-04',
        'IMPORTS "China" 2024-05 12.2 EUR_BILLION',
        'EXPORTS "Poland" 2024-05 3.6 on 2024-04',
      ],
    ],
    [
      'the base of the sentence before where changes are on the month before otherwise',
      'U.S. trade, March 2024. In March 2024, U.S. exports fell 2.0 percent from February. In the first quarter of 2024, U.S. exports rose 3.2 percent from the same period in 2023. Imports decreased 0.4 percent.',
      [
        'EXPORTS "total" 2024-03 -2.0 on 2024-02',
        'EXPORTS "total" 2024-Q1 3.2 on 2023-Q1',
        'IMPORTS "total" 2024-Q1 -0.4 on 2023-Q1',
      ],
    ],
    [
      'the rate of the month before, and not its period',
      "In May 2024, Singapore's total trade grew 10.4 per cent on a year earlier, extending the 13.5 per cent increase in April. Total exports increased 8.7 per cent.",
      [
        'TRADE "total" 2024-05 10.4 on 2023-05',
        'TRADE "total" 2024-04 13.5 on 2023-04',
        'EXPORTS "total" 2024-05 8.7 on 2023-05',
      ],
    ],
    [
      'no name to the verb of a headline',
      'Brazil posts trade surplus of $8.5 billion in May 2024',
      ['BALANCE "total" 2024-05 8.5 USD_BILLION'],
    ],
    [
      'the year before what begins a sentence with it',
      "In May 2024, China's trade surplus was $97.4 billion. In the same month last year it was $69.5 billion.",
      ['BALANCE TOTAL:ALL 2024-05 97.4 USD_BILLION', 'BALANCE TOTAL:ALL 2023-05 69.5 USD_BILLION'],
    ],
    [
      'cities in their own name where a province speaks',
      "In the first half of 2024, Zhejiang's foreign trade was 2.55 trillion yuan, Hangzhou Customs said. Ningbo's foreign trade stood at 693.6 billion yuan, while Jinhua's soared 17.8 percent to 430.8 billion yuan.",
      [
        'TRADE "total" 2024-H1 2.55 CNY_TRILLION',
        'TRADE "Ningbo" 2024-H1 693.6 CNY_BILLION',
        'TRADE "Jinhua" 2024-H1 430.8 CNY_BILLION 17.8 on 2023-H1',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})
