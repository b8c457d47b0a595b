import { describe, expect, test } from 'vitest'
import { lineOf, linesOf, read } from './support.js'

const lines = (text: string, publishedAt = '2024-08-08T00:00:00Z'): string[] =>
  linesOf(text, { publishedAt, language: 'EN' })

describe('an English sentence yields', () => {
  test.each([
    [
      'a change that precedes its level, with the period behind both',
      "China's foreign trade grew 6.2 percent year on year to 24.83 trillion yuan in the first seven months.",
      ['TRADE TOTAL:ALL 2024-01/2024-07 24.83 CNY_TRILLION 6.2 on 2023-01/2023-07'],
    ],
    [
      'a regime whose name has a preposition and a metric in it',
      'In 2023, imports under processing with imported materials were CNY 1.2 trillion, and exports under processing with supplied materials were CNY 0.5 trillion.',
      [
        'IMPORTS REGIME:PROCESSING_IMPORTED_MATERIALS 2023 1.2 CNY_TRILLION',
        'EXPORTS REGIME:PROCESSING_SUPPLIED_MATERIALS 2023 0.5 CNY_TRILLION',
      ],
    ],
    [
      'counts that "was" states',
      'In 2023, the number of trading enterprises was under 700,000. The number of free trade zones was 22.',
      ['TRADING_ENTERPRISES TOTAL:ALL 2023 UNDER 700000 ENTERPRISE', 'FREE_TRADE_ZONES TOTAL:ALL 2023 22 ZONE'],
    ],
    [
      'a level that "more than" qualifies',
      "In 2023, China's exports reached more than 23.70 trillion yuan, up 0.6 percent.",
      ['EXPORTS TOTAL:ALL 2023 OVER 23.70 CNY_TRILLION 0.6 on 2022'],
    ],
    [
      'the level of a year before that "more than" compares with',
      'In May 2024, exports were 18.3 billion yuan, more than 17.1 billion yuan a year earlier.',
      ['EXPORTS TOTAL:ALL 2024-05 18.3 CNY_BILLION', 'EXPORTS TOTAL:ALL 2023-05 17.1 CNY_BILLION'],
    ],
    [
      'the period in force after a comparison with an earlier year',
      'In January 2024, exports rose 5 percent. Officials said the volume topped that of 2017. Imports rose 6 percent.',
      ['EXPORTS TOTAL:ALL 2024-01 5 on 2023-01', 'IMPORTS TOTAL:ALL 2024-01 6 on 2023-01'],
    ],
    [
      'the month of May before "to"',
      "China's exports rose 4.9 percent in May to 2.47 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2024-05 2.47 CNY_TRILLION 4.9 on 2023-05'],
    ],
    [
      'a level behind the currency of its change',
      "China's exports rose 1.4 percent in dollar terms to 200 billion dollars in June.",
      ['EXPORTS TOTAL:ALL 2024-06 200 USD_BILLION 1.4 on 2023-06'],
    ],
    [
      'a change in the currency of the level that it leads to',
      "China's exports rose 1.4 percent in June to 200 billion dollars.",
      ['EXPORTS TOTAL:ALL 2024-06 200 USD_BILLION 1.4 on 2023-06'],
    ],
    [
      'a change amid prices',
      "In June, China's exports of ships fell 18.7 percent amid lower prices.",
      ['EXPORTS PRODUCT:SHIPS 2024-06 -18.7 on 2023-06'],
    ],
    [
      'imports of the month whose exports end the paragraph before',
      "In the first half, China's exports rose 24 percent to 874.3 billion dollars.\nIn June, exports rose 17.9 percent to 161.98 billion dollars.\nImports reached 139.71 billion dollars, up 19.3 percent.\nTrade with ASEAN rose 5 percent.",
      [
        'EXPORTS TOTAL:ALL 2024-H1 874.3 USD_BILLION 24 on 2023-H1',
        'EXPORTS TOTAL:ALL 2024-06 161.98 USD_BILLION 17.9 on 2023-06',
        'IMPORTS TOTAL:ALL 2024-06 139.71 USD_BILLION 19.3 on 2023-06',
        'TRADE PARTNER:ASEAN 2024-H1 5 on 2023-H1',
      ],
    ],
    [
      'two flows of one sentence',
      "In July, China's exports rose 6.5 percent to 2.14 trillion yuan, while imports went down 0.6 percent to 1.54 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07',
        'IMPORTS TOTAL:ALL 2024-07 1.54 CNY_TRILLION -0.6 on 2023-07',
      ],
    ],
    [
      'numbers distributed over partners',
      "In the first half, China's trade with ASEAN, Africa and Latin America rose by 10.5 percent, 1.1 percent and 7.4 percent, respectively.",
      [
        'TRADE PARTNER:ASEAN 2024-H1 10.5 on 2023-H1',
        'TRADE PARTNER:AFRICA 2024-H1 1.1 on 2023-H1',
        'TRADE PARTNER:LATIN_AMERICA 2024-H1 7.4 on 2023-H1',
      ],
    ],
    [
      'the months of a year that "of the year" closes',
      "China's foreign trade rose 3.5 percent in the first seven months of the year to CNY25.7 trillion.",
      ['TRADE TOTAL:ALL 2024-01/2024-07 25.7 CNY_TRILLION 3.5 on 2023-01/2023-07'],
    ],
    [
      'periods written as adjectives and at the head of sentences',
      "China's seven-month exports rose 2.4 percent. First-half imports fell 2.7 percent. Last month alone, exports rose 7 percent.",
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-07 2.4 on 2023-01/2023-07',
        'IMPORTS TOTAL:ALL 2024-H1 -2.7 on 2023-H1',
        'EXPORTS TOTAL:ALL 2024-07 7 on 2023-07',
      ],
    ],
    [
      'the first half as one period, however it is called',
      "China's exports reached 12.13 trillion yuan in January to June. In the first half, exports rose 6.9 percent.",
      ['EXPORTS TOTAL:ALL 2024-H1 12.13 CNY_TRILLION 6.9 on 2023-H1'],
    ],
    [
      'the period in force behind the rate of another',
      "China's exports rose 7.3 percent in the first seven months, up slightly on the 7.2 percent growth logged in the first half. Imports fell 1.6 percent.",
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-07 7.3 on 2023-01/2023-07',
        'IMPORTS TOTAL:ALL 2024-01/2024-07 -1.6 on 2023-01/2023-07',
      ],
    ],
    [
      'the shares of listed traders in imports and exports together',
      "In July, the import and export value of private enterprises and state-owned enterprises accounted for 52.9 percent and 16.2 percent of China's total, respectively.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-07 share 52.9 of TRADE',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024-07 share 16.2 of TRADE',
      ],
    ],
    [
      'the share of the value before it',
      'Private enterprises saw imports and exports grow 6.7 percent to 2 trillion yuan in July. The trade value represented 52.9 percent of the total.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-07 2 CNY_TRILLION 6.7 on 2023-07 share 52.9 of TRADE'],
    ],
    [
      'a change behind its level',
      "In July, China's trade with ASEAN increased to 1.9 trillion yuan by 20.9 percent yearly.",
      ['TRADE PARTNER:ASEAN 2024-07 1.9 CNY_TRILLION 20.9 on 2023-07'],
    ],
    [
      'subjects with their place',
      "China's trade grew in July. China's private businesses saw their trade rise 7.4 percent. State-owned enterprises in China saw their trade fall 2.6 percent.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-07 7.4 on 2023-07',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024-07 -2.6 on 2023-07',
      ],
    ],
    [
      'what a figure leaves out, not as a total',
      "In July, China's exports excluding ships rose 3 percent.",
      ['EXPORTS "excluding ships" 2024-07 3 on 2023-07'],
    ],
    [
      'trade with the partners that sentences rank',
      "China's trade grew in July. ASEAN remained China's largest trading partner, with shipments worth 429 billion yuan. The European Union was in second spot at 335 billion yuan, a 3.9 percent gain. The United States ranked as its third-largest trading partner, after an 11 percent slump to 242 billion yuan.",
      [
        'TRADE PARTNER:ASEAN 2024-07 429 CNY_BILLION',
        'TRADE PARTNER:EU 2024-07 335 CNY_BILLION 3.9 on 2023-07',
        'TRADE PARTNER:US 2024-07 242 CNY_BILLION -11 on 2023-07',
      ],
    ],
    [
      'a share and its change behind a level',
      "In the first half, China's exports of mechanical and electrical products reached CNY7.14 trillion, accounting for 58.9 percent of total exports, up 1.2 percentage points from a year earlier.",
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2024-H1 7.14 CNY_TRILLION share 58.9 of EXPORTS share change 1.2'],
    ],
    [
      'products that "with" and "among them" list',
      "In the first half, China's exports of green products surged. Among them, exports grew rapidly, with solar cells and ships rising 12.5 percent and 85.2 percent, respectively.",
      ['EXPORTS PRODUCT:SOLAR_BATTERIES 2024-H1 12.5 on 2023-H1', 'EXPORTS PRODUCT:SHIPS 2024-H1 85.2 on 2023-H1'],
    ],
    [
      'what the subject of the sentence traded',
      "Private enterprises in China stayed ahead in the first half. In the first half, China's private enterprises imported and exported 11.64 trillion yuan, an increase of 11.2%.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-H1 11.64 CNY_TRILLION 11.2 on 2023-H1'],
    ],
    [
      'enterprises, qualified and exact',
      'In 2023, over 640,000 entities engaged in foreign trade in China, among them private enterprises, numbering 556,000.',
      [
        'TRADING_ENTERPRISES TOTAL:ALL 2023 OVER 640000 ENTERPRISE',
        'TRADING_ENTERPRISES ENTERPRISE_TYPE:PRIVATE 2023 556000 ENTERPRISE',
      ],
    ],
    ['number words', "In July, China's exports rose seven percent.", ['EXPORTS TOTAL:ALL 2024-07 7 on 2023-07']],
    [
      'several partners in a row',
      "In the first half, the EU was China's largest partner, with trade up 10.8 percent to 2.72 trillion yuan, followed by ASEAN, up 11.3 percent to 2.35 trillion yuan, and the US, down 8.1 percent to 2.1 trillion yuan.",
      [
        'TRADE PARTNER:EU 2024-H1 2.72 CNY_TRILLION 10.8 on 2023-H1',
        'TRADE PARTNER:ASEAN 2024-H1 2.35 CNY_TRILLION 11.3 on 2023-H1',
        'TRADE PARTNER:US 2024-H1 2.1 CNY_TRILLION -8.1 on 2023-H1',
      ],
    ],
    [
      'shares of the partners that a sentence begins with',
      "In July, China's trade reached 3.68 trillion yuan. ASEAN and the US were its top partners, accounting for 15.8 percent and 11 percent of total trade, respectively.",
      [
        'TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION',
        'TRADE PARTNER:ASEAN 2024-07 share 15.8 of TRADE',
        'TRADE PARTNER:US 2024-07 share 11 of TRADE',
      ],
    ],
    [
      'numbers distributed over the periods behind them',
      "In 2023, China's foreign trade exceeded RMB10 trillion in Q2, Q3 and Q4, respectively, and expanded by 0.8%, 1.3% and 2.8% in October, November and December.",
      [
        'TRADE TOTAL:ALL 2023-Q2 OVER 10 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q3 OVER 10 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q4 OVER 10 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-10 0.8 on 2022-10',
        'TRADE TOTAL:ALL 2023-11 1.3 on 2022-11',
        'TRADE TOTAL:ALL 2023-12 2.8 on 2022-12',
      ],
    ],
    [
      'values that owners listed before the metric had',
      'In 2023, foreign-invested enterprises and state-owned enterprises marked RMB12.61 trillion and RMB6.68 trillion in foreign trade.',
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023 12.61 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2023 6.68 CNY_TRILLION',
      ],
    ],
    [
      'a growing number of traders, which is not trade',
      'In the first half, the number of foreign trade enterprises in China, with import and export performance, increased by 6.9% year-on-year, reaching 540,000.',
      ['TRADING_ENTERPRISES TOTAL:ALL 2024-H1 540000 ENTERPRISE 6.9 on 2023-H1'],
    ],
    [
      'balances with the partners behind them',
      'China ran a trade surplus of 31.2 billion yuan with the US, 12.6 billion yuan with the EU in July, and suffered from a deficit of over 2 billion yuan with Japan.',
      [
        'BALANCE PARTNER:US 2024-07 31.2 CNY_BILLION',
        'BALANCE PARTNER:EU 2024-07 12.6 CNY_BILLION',
        'BALANCE PARTNER:JP 2024-07 OVER -2 CNY_BILLION',
      ],
    ],
    [
      'growth in yuan terms and in dollar terms',
      "China's exports in yuan terms jumped 8.5 percent in July. In dollar terms, exports grew 12.7 percent to $309.06 billion.",
      ['EXPORTS TOTAL:ALL 2024-07 8.5 on 2023-07', 'EXPORTS TOTAL:ALL 2024-07 309.06 USD_BILLION 12.7 on 2023-07'],
    ],
    [
      'a partner with points in its name',
      "In July, China's trade with the U.S. amounted to 1.07 trillion yuan.",
      ['TRADE PARTNER:US 2024-07 1.07 CNY_TRILLION'],
    ],
    [
      'a total after a subject with a rate that another period had',
      "In July, China's exports were 2.14 trillion yuan. They rose 6.5 percent, 2 percentage points faster than the rate in the first half.",
      ['EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07'],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('a text of another office yields', () => {
  test.each([
    [
      'changes against the month before where the office compares months',
      'Statistics Canada says merchandise exports rose 1.9 per cent to $38-billion in June, while imports held steady at $38.8-billion.',
      ['EXPORTS "total" 2024-06 38 CAD_BILLION 1.9 on 2024-05', 'IMPORTS "total" 2024-06 38.8 CAD_BILLION'],
    ],
    [
      'a deficit as a negative balance, and that of the month before',
      'The U.S. Census Bureau announced today that the goods deficit was $97.4 billion in June, down $2.5 billion from $99.9 billion in May.',
      ['BALANCE "total" 2024-06 -97.4 USD_BILLION', 'BALANCE "total" 2024-05 -99.9 USD_BILLION'],
    ],
    [
      'a base in brackets and a year to date',
      'Eurostat: EU exports of goods in May 2024 were €220.1 bn, down by 2.7% compared with May 2023 (€226.2 bn). In January to May 2024, EU imports of goods fell to €1 001.3 bn.',
      [
        'EXPORTS "total" 2024-05 220.1 EUR_BILLION -2.7 on 2023-05',
        'EXPORTS "total" 2023-05 226.2 EUR_BILLION',
        'IMPORTS "total" 2024-01/2024-05 1001.3 EUR_BILLION',
      ],
    ],
    [
      'nothing of the economy whose currency it uses',
      'Export sales in July were 5.74 billion U.S. dollars, imports 4.1 billion U.S. dollars and the surplus 1.64 billion U.S. dollars. Exports rose 21.4 percent.',
      [
        'EXPORTS TOTAL:ALL 2024-07 5.74 USD_BILLION 21.4 on 2023-07',
        'IMPORTS TOTAL:ALL 2024-07 4.1 USD_BILLION',
        'BALANCE TOTAL:ALL 2024-07 1.64 USD_BILLION',
      ],
    ],
    [
      'the partner that a sentence begins with',
      "In trade with the United States, Japan's surplus fell 22.4 % to ¥512.8 billion in July. Exports were up 13.8 %.",
      [
        'BALANCE "United States" 2024-07 512.8 JPY_BILLION -22.4 on 2023-07',
        'EXPORTS "United States" 2024-07 13.8 on 2023-07',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('an English sentence does not yield', () => {
  test.each([
    [
      'the share of a total in itself',
      "In 2023, China's foreign trade rose 5 percent. Chinese private enterprises played a bigger role by contributing 39.6 percent to total trade.",
      'NO_SUBJECT',
    ],
    [
      "an agency's conversion",
      "China's exports reached 2.14 trillion yuan (about 300.3 billion U.S. dollars) in July.",
      'CONVERSION',
    ],
    ['a forecast', "Analysts had expected China's exports to rise 9.7 percent in July.", 'FORECAST'],
    ['an average', "In July, China's daily average exports reached 69 billion yuan.", 'AVERAGE'],
    ['a change in an amount', "In July, China's exports increased 130 billion yuan.", 'CHANGE_IN_AMOUNT'],
    ['prices and other subjects', 'In July, industrial output grew 5.1 percent.', 'NO_SUBJECT'],
    ['a change in volume', 'In volume terms, July exports of China rose 7 percent.', 'PRICE'],
    ['an amount per day', 'In July, imports of China totaled 577.6 million yuan per working day.', 'AVERAGE'],
    ['a change in quantity', "In July, the quantity of China's soybeans imported rose 7 percent.", 'PRICE'],
    ['fiscal years', "China's exports rose 7 percent in fiscal year 2024.", 'NO_PERIOD'],
    ['a span of three months', "China's exports rose 7 percent in the three months to July.", 'NO_PERIOD'],
    ['parts that are named behind', "Of China's total trade in July, 5 trillion yuan were other goods.", 'NO_SUBJECT'],
    ['part of a change', 'In July, energy products were responsible for 80 percent of the increase.', 'CONTRIBUTION'],
    ['part of a month', 'In the first 20 days of July, exports rose 5 percent.', 'NO_PERIOD'],
  ])('%s', (_, text, reason) => {
    const { notPlaced } = read(text, { publishedAt: '2024-08-08T00:00:00Z' })
    expect(notPlaced.map((each) => each.reason.code)).toEqual([reason])
  })
})

test('an unknown category is proposed with its nearest matches', () => {
  const { proposals } = read("In July, China's exports of wind turbine ships rose 40.7 percent.", {
    publishedAt: '2024-08-08T00:00:00Z',
  })
  expect(proposals[0]).toMatchObject({
    category: null,
    words: 'wind turbine ships',
    class: 'NOT_PLACED',
    reason: {
      code: 'UNKNOWN_CATEGORY',
      params: { words: 'wind turbine ships', nearest: expect.arrayContaining(['PRODUCT:SHIPS']) },
    },
  })
})

test('adjusted and other figures of a period do not contradict one another', () => {
  const { proposals } = read(
    "China's exports reached 2.14 trillion yuan in July. In July, seasonally adjusted exports were 2.09 trillion yuan.",
    { publishedAt: '2024-08-08T00:00:00Z' },
  )
  expect(proposals.map((each) => `${each.value} ${each.class}`)).toEqual(['2.14 PLAIN', '2.09 PLAIN'])
})

test('a number that is stated twice is reported once more as repeated', () => {
  const text =
    "In 2023, China's exports rose 0.6 percent. The exports of China rose 0.6 percent in 2023 to 23.77 trillion yuan."
  const { proposals, notPlaced } = read(text, { publishedAt: '2024-08-08T00:00:00Z', language: 'EN' })
  expect(proposals.map(lineOf)).toEqual(['EXPORTS TOTAL:ALL 2023 23.77 CNY_TRILLION 0.6 on 2022'])
  expect(notPlaced.map(({ text: number, reason }) => [number, reason.code])).toEqual([['0.6 percent', 'REPEATED']])
})
