import { describe, expect, test } from 'vitest'
import { linesOf, read } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-07-12T00:00:00Z', language: 'EN' })

describe('a regime without the word for trade is the subject of', () => {
  test.each([
    [
      'a change, its level and its share',
      "In the first half of 2024, China's general trade fell 3.2 percent to 12.3 trillion yuan, accounting for 65 percent of the total.",
      ['TRADE REGIME:ORDINARY 2024-H1 12.3 CNY_TRILLION -3.2 on 2023-H1 share 65 of TRADE'],
    ],
    [
      'a sentence with a relative clause, and of the next',
      "General trade, which represents a longer production chain, decreased by 4.7 percent in the first five months of 2024. However, it accounted for 59.9 percent of the country's total trade.",
      ['TRADE REGIME:ORDINARY 2024-01/2024-05 -4.7 on 2023-01/2023-05 share 59.9 of TRADE'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('numbers that "respectively" distributes', () => {
  test.each([
    [
      'have the directions before each',
      'In the first half, trade with ASEAN, the EU and the United States reached 3.36 trillion yuan, 2.72 trillion yuan and 2.29 trillion yuan, up 10.5 percent, down 0.7 percent and up 2.9 percent, respectively.',
      [
        'TRADE PARTNER:ASEAN 2024-H1 3.36 CNY_TRILLION 10.5 on 2023-H1',
        'TRADE PARTNER:EU 2024-H1 2.72 CNY_TRILLION -0.7 on 2023-H1',
        'TRADE PARTNER:US 2024-H1 2.29 CNY_TRILLION 2.9 on 2023-H1',
      ],
    ],
    [
      'belong to the levels before, of a quantity and a value',
      'In Q1 2024, exports of ships totaled 1.3 million units, with an export value of 172 billion yuan, up 23 percent and 18 percent, respectively.',
      [
        'EXPORT_QUANTITY PRODUCT:SHIPS 2024-Q1 1.3 ITEM_MILLION 23 on 2023-Q1',
        'EXPORTS PRODUCT:SHIPS 2024-Q1 172 CNY_BILLION 18 on 2023-Q1',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('a quantity', () => {
  test.each([
    [
      'is of the goods that follow it, and so is its change',
      'China imported 275.48 million tonnes of soybeans in the first half, down 2.3 percent.',
      ['IMPORT_QUANTITY "soybeans" 2024-H1 27548 TONNE_10_THOUSAND -2.3 on 2023-H1'],
    ],
    [
      'is of the goods that it counts',
      'In the first half, China exported 2.793 million cars, up 30.5 percent year on year.',
      ['EXPORT_QUANTITY "cars" 2024-H1 2.793 ITEM_MILLION 30.5 on 2023-H1'],
    ],
    [
      'that a change leads to makes it one of quantities',
      'Imports of soybeans fell 2.3 percent to 275 million tons in the first half of 2024.',
      ['IMPORT_QUANTITY "soybeans" 2024-H1 27500 TONNE_10_THOUSAND -2.3 on 2023-H1'],
    ],
    [
      'is followed by the change of its value',
      'In the first half of 2024, imports of soybeans reached 611 million tons, up 6.2 percent, while their value rose 9.1 percent to 512.3 billion yuan.',
      [
        'IMPORT_QUANTITY "soybeans" 2024-H1 61100 TONNE_10_THOUSAND 6.2 on 2023-H1',
        'IMPORTS "soybeans" 2024-H1 512.3 CNY_BILLION 9.1 on 2023-H1',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('a period', () => {
  test.each([
    ['January-May period of 2024', '2024-01/2024-05'],
    ['January-June period in 2024', '2024-H1'],
    ['first six-month period of 2024', '2024-H1'],
    ['first half (H1) of 2024', '2024-H1'],
    ['six months to June 2024', '2024-H1'],
    ['April-June quarter of 2024', '2024-Q2'],
  ])('"%s" is %s', (words, period) => {
    expect(lines(`In the ${words}, exports to Africa grew 11.3 percent.`)[0]).toContain(` ${period} 11.3 on `)
  })
})

describe('a change', () => {
  test('has the currency that is stated behind it', () => {
    const text =
      "China's exports reached 2.1 trillion yuan in May. They grew 8.6% year-on-year in June in US dollar terms, the fastest pace in 15 months."
    const { proposals } = read(text, { publishedAt: '2024-07-12T00:00:00Z', language: 'EN' })
    expect(proposals.map(({ unit }) => unit)).toEqual(['CNY_TRILLION', 'USD'])
  })

  test.each([
    [
      'is apart from the share behind it',
      "From January to May 2024, private companies conducted 9.58 trillion yuan worth of imports and exports, a growth of 11.5 percent, 54.7 percent of China's total foreign trade value.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-05 9.58 CNY_TRILLION 11.5 on 2023-01/2023-05 share 54.7 of TRADE'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('the partner of trade is', () => {
  test.each([
    [
      'the one that is not the reporter',
      "China's exports rose 5 percent in the first seven months of 2023. The combined foreign trade of China and ASEAN grew 2.8 percent to 3.59 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2023-01/2023-07 5 on 2022-01/2022-07',
        'TRADE PARTNER:ASEAN 2023-01/2023-07 3.59 CNY_TRILLION 2.8 on 2022-01/2022-07',
      ],
    ],
    [
      'the subject of the sentence where it is between the two sides',
      "The EU was China's second largest trading partner with trade between the two sides at 3.31 trillion yuan in the first seven months of 2023, up 0.1 percent.",
      ['TRADE PARTNER:EU 2023-01/2023-07 3.31 CNY_TRILLION 0.1 on 2022-01/2022-07'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('the subject of a number is', () => {
  test.each([
    [
      'the destination that a sentence ranks',
      "In June 2024, China's exports rose 5 percent. Vietnam remained the largest destination for China's exports, accounting for 6.5 percent of total exports.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06', 'EXPORTS PARTNER:VN 2024-06 share 6.5 of EXPORTS'],
    ],
    [
      'the goods that a sentence ranks',
      "In June 2024, China's exports rose 5 percent. Ships remained the top export item, gaining 13.7 percent to the second-highest on record at 8.9 billion yuan.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06', 'EXPORTS PRODUCT:SHIPS 2024-06 8.9 CNY_BILLION 13.7 on 2023-06'],
    ],
    [
      'the nation that a description names',
      "China's exports rose 5 percent in June. Imports by the world's second-largest economy fell 2.4 percent.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06', 'IMPORTS TOTAL:ALL 2024-06 -2.4 on 2023-06'],
    ],
    [
      'that of a sentence behind a dateline',
      "BEIJING, July 12 (Xinhua) -- China's exports rose 5 percent in June.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06'],
    ],
    [
      'that before brackets of any form',
      "China's exports [excluding services] were 2.19 trillion yuan in June 2024, a rise of 10.7 percent compared with June 2023 [1.98 trillion yuan].",
      [
        'EXPORTS "excluding services" 2024-06 2.19 CNY_TRILLION 10.7 on 2023-06',
        'EXPORTS "excluding services" 2023-06 1.98 CNY_TRILLION',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('the period in force stays after', () => {
  test.each([
    [
      'the mention of an earlier one without a number',
      "China's exports rose 5 percent in June 2024.\nThere were small surpluses in 2011 and 2012.\nImports fell 2.4 percent.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06', 'IMPORTS TOTAL:ALL 2024-06 -2.4 on 2023-06'],
    ],
    [
      'the mention of one that is ahead',
      "China's exports rose 5 percent in June 2024, and less pressure is seen for the third quarter of 2024. Imports fell 2.4 percent.",
      ['EXPORTS TOTAL:ALL 2024-06 5 on 2023-06', 'IMPORTS TOTAL:ALL 2024-06 -2.4 on 2023-06'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

test('a change has the base that its sentence stated before', () => {
  const text = "In June 2024, China's exports declined 0.7 percent month-on-month while imports increased 5.6 percent."
  expect(lines(text)).toEqual(['EXPORTS TOTAL:ALL 2024-06 -0.7 on 2024-05', 'IMPORTS TOTAL:ALL 2024-06 5.6 on 2024-05'])
})

test('a previous record is a level of the month in which it was set', () => {
  const text =
    "China's trade surplus was 99.05 billion dollars in June 2024, surpassing the previous record of 82.62 billion dollars set in May."
  expect(lines(text)).toEqual([
    'BALANCE TOTAL:ALL 2024-06 99.05 USD_BILLION',
    'BALANCE TOTAL:ALL 2024-05 82.62 USD_BILLION',
  ])
})

test('a rate below a target is none of the figure', () => {
  const text = "China's foreign trade rose 6.2 percent in June 2024, below the 10-percent full-year growth target."
  expect(lines(text)).toEqual(['TRADE TOTAL:ALL 2024-06 6.2 on 2023-06'])
})

describe('a number of an earlier period is', () => {
  test.each([
    [
      'the level that "from May\'s" names',
      "China's June trade surplus rose to $99.05 billion from May's $82.62 billion but was down 6.5 percent from June of last year.",
      ['BALANCE TOTAL:ALL 2024-06 99.05 USD_BILLION -6.5 on 2023-06', 'BALANCE TOTAL:ALL 2024-05 82.62 USD_BILLION'],
    ],
    [
      'the rate that a fall follows',
      "China's exports sank 15.2 percent in June following a 14.4 percent decline the previous month.",
      ['EXPORTS TOTAL:ALL 2024-06 -15.2 on 2023-06', 'EXPORTS TOTAL:ALL 2024-05 -14.4 on 2023-05'],
    ],
    [
      'no period of the figures behind it',
      "China's foreign trade dropped 9 percent to 2.06 trillion yuan in June, a rate larger than the 8.8-percent contraction in May.\nExports dropped 3.6 percent to 1.23 trillion yuan.",
      [
        'TRADE TOTAL:ALL 2024-06 2.06 CNY_TRILLION -9 on 2023-06',
        'TRADE TOTAL:ALL 2024-05 -8.8 on 2023-05',
        'EXPORTS TOTAL:ALL 2024-06 1.23 CNY_TRILLION -3.6 on 2023-06',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('a partner is', () => {
  test.each([
    [
      'named behind its rank',
      "In the first four months of 2024, China's trade with its largest trade partner, ASEAN, rose 8.5 percent to 2.18 trillion yuan, while that with the European Union, its second-largest trade partner, edged down 1.8 percent.",
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-04 2.18 CNY_TRILLION 8.5 on 2023-01/2023-04',
        'TRADE PARTNER:EU 2024-01/2024-04 -1.8 on 2023-01/2023-04',
      ],
    ],
    [
      'that of the amount before it',
      'China reported 2.87 trillion yuan of trade with the European Union in the first ten months of 2023, down 7.9 percent; 2.85 trillion yuan with the United States, up 2.4 percent.',
      [
        'TRADE PARTNER:EU 2023-01/2023-10 2.87 CNY_TRILLION -7.9 on 2022-01/2022-10',
        'TRADE PARTNER:US 2023-01/2023-10 2.85 CNY_TRILLION 2.4 on 2022-01/2022-10',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

test('an excess of exports over imports is a balance', () => {
  expect(lines('In June 2024, exports exceeded imports by 99.05 billion dollars.')).toEqual([
    'BALANCE TOTAL:ALL 2024-06 99.05 USD_BILLION',
  ])
  expect(lines('In June 2024, imports exceeded exports by 99.05 billion dollars.')).toEqual([
    'BALANCE TOTAL:ALL 2024-06 -99.05 USD_BILLION',
  ])
})

test('"through June" is a year to date, unless it ends a range', () => {
  expect(lines('Exports through May 2024 came to 9.95 trillion yuan, up 6.1 percent.')).toEqual([
    'EXPORTS TOTAL:ALL 2024-01/2024-05 9.95 CNY_TRILLION 6.1 on 2023-01/2023-05',
  ])
  expect(lines('From March 2022 through May 2023, exports came to 9.95 trillion yuan.')).toEqual([])
})

test('a name in capitals is that of the reporter', () => {
  expect(lines("CHINA'S foreign trade rose 10.7 percent in June 2024.")).toEqual([
    'TRADE TOTAL:ALL 2024-06 10.7 on 2023-06',
  ])
})
