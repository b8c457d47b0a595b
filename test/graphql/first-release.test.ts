import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const code = 'CN-GACC-2023-ANNUAL'
const publisher = "General Administration of Customs of the People's Republic of China"

/** A figure as the release printed it; what it leaves out was not printed. */
interface Printed {
  readonly figure: number
  readonly metric: string
  /** TOTAL:ALL where it is left out. */
  readonly category?: string
  /** The printed number, its unit, its digits after the point, and the same number in the measure's base unit. */
  readonly level?: readonly [value: string, unit: string, decimals: number, inBase: string]
  /** What that allows, in base units: 2.5 <= v < 3.5 is [2.5, 3.5), more than 2 is (2, ). */
  readonly bounds?: string
  readonly qualifier?: 'OVER'
  /** As it is written, in English and in Chinese. */
  readonly written?: readonly [en: string, zh: string]
  /** In percent, on the year before. */
  readonly yoy?: string
  /** In percent, on another year. */
  readonly change?: readonly [percent: string, base: string]
  readonly share?: readonly [percent: string, of: string]
  readonly shareChange?: string
  readonly note?: readonly [en: string, zh: string]
  /** The citation up to the release. */
  readonly cited: string
}

const recovered = ['Trade recovered in the fourth quarter.', '第四季度有所回升。'] as const

// biome-ignore format: it reads like the table of the release
const figures: readonly Printed[] = [
  { figure: 1, metric: 'TRADE', level: ['41.76', 'CNY_TRILLION', 2, '41760000000000'],
    bounds: '[41755000000000, 41765000000000)', yoy: '0.2', written: ['CNY 41.76 trillion', '41.76万亿元'],
    cited: 'Imports and exports, 2023: CNY 41.76 trillion, +0.2% on 2022 (preliminary)' },
  { figure: 2, metric: 'EXPORTS', level: ['23.77', 'CNY_TRILLION', 2, '23770000000000'],
    bounds: '[23765000000000, 23775000000000)', yoy: '0.6', written: ['CNY 23.77 trillion', '23.77万亿元'],
    cited: 'Exports, 2023: CNY 23.77 trillion, +0.6% on 2022 (preliminary)' },
  { figure: 3, metric: 'IMPORTS', level: ['17.99', 'CNY_TRILLION', 2, '17990000000000'],
    bounds: '[17985000000000, 17995000000000)', yoy: '-0.3', written: ['CNY 17.99 trillion', '17.99万亿元'],
    cited: 'Imports, 2023: CNY 17.99 trillion, -0.3% on 2022 (preliminary)' },
  { figure: 4, metric: 'EXPORTS', category: 'PRODUCT:ELECTROMECHANICAL',
    level: ['13.92', 'CNY_TRILLION', 2, '13920000000000'], bounds: '[13915000000000, 13925000000000)', yoy: '2.9',
    share: ['58.6', 'EXPORTS'], written: ['CNY 13.92 trillion', '13.92万亿元'],
    cited: 'Exports, Electromechanical products, 2023: CNY 13.92 trillion, +2.9% on 2022 (preliminary)' },
  { figure: 5, metric: 'EXPORTS', category: 'PRODUCT:LABOR_INTENSIVE',
    level: ['4.11', 'CNY_TRILLION', 2, '4110000000000'], bounds: '[4105000000000, 4115000000000)',
    share: ['17.3', 'EXPORTS'], written: ['CNY 4.11 trillion', '4.11万亿元'],
    cited: 'Exports, Labor-intensive products, 2023: CNY 4.11 trillion (preliminary)' },
  { figure: 6, metric: 'EXPORTS', category: 'PRODUCT:NEW_THREE', qualifier: 'OVER',
    level: ['1', 'CNY_TRILLION', 0, '1000000000000'], bounds: '(1000000000000, )', yoy: '29.9',
    written: ['over CNY 1 trillion', '超过1万亿元'],
    note: ['Electric passenger cars, lithium-ion batteries and solar batteries together, ' +
      'for the first time above CNY 1 trillion.', '电动载人汽车、锂离子蓄电池和太阳能电池合计，首次突破1万亿元。'],
    cited: 'Exports, New three products, 2023: over CNY 1 trillion, +29.9% on 2022 (preliminary)' },
  { figure: 7, metric: 'EXPORTS', category: 'PRODUCT:SHIPS', yoy: '35.4',
    cited: 'Exports, Ships, 2023: +35.4% on 2022 (no level printed)' },
  { figure: 8, metric: 'EXPORTS', category: 'PRODUCT:HOUSEHOLD_APPLIANCES', yoy: '9.9',
    cited: 'Exports, Household appliances, 2023: +9.9% on 2022 (no level printed)' },
  { figure: 9, metric: 'TRADING_ENTERPRISES', qualifier: 'OVER', level: ['600000', 'ENTERPRISE', 0, '600000'],
    bounds: '(600000, )', written: ['over 600,000 enterprises', '超过600,000家'],
    note: ['For the first time above 600,000.', '首次突破60万家。'],
    cited: 'Trading enterprises, 2023: over 600,000 enterprises (preliminary)' },
  { figure: 10, metric: 'TRADING_ENTERPRISES', category: 'ENTERPRISE_TYPE:PRIVATE',
    level: ['556000', 'ENTERPRISE', -3, '556000'], bounds: '[555500, 556500)',
    written: ['556,000 enterprises', '556,000家'],
    cited: 'Trading enterprises, Private enterprises, 2023: 556,000 enterprises (preliminary)' },
  { figure: 11, metric: 'TRADE', category: 'ENTERPRISE_TYPE:PRIVATE',
    level: ['22.36', 'CNY_TRILLION', 2, '22360000000000'], bounds: '[22355000000000, 22365000000000)', yoy: '6.3',
    share: ['53.5', 'TRADE'], shareChange: '3.1', written: ['CNY 22.36 trillion', '22.36万亿元'],
    note: ['The largest group of traders for five years running.', '连续五年为第一大外贸经营主体。'],
    cited: 'Imports and exports, Private enterprises, 2023: CNY 22.36 trillion, +6.3% on 2022 (preliminary)' },
  { figure: 12, metric: 'TRADE', category: 'PARTNER:BELT_AND_ROAD',
    level: ['19.47', 'CNY_TRILLION', 2, '19470000000000'], bounds: '[19465000000000, 19475000000000)', yoy: '2.8',
    share: ['46.6', 'TRADE'], written: ['CNY 19.47 trillion', '19.47万亿元'],
    note: ['The highest share since the initiative began.', '占比为倡议提出以来最高。'],
    cited: 'Imports and exports, Belt and Road countries, 2023: CNY 19.47 trillion, +2.8% on 2022 (preliminary)' },
  // On 2021, the year before the agreement took effect: a printed change, but none on a year before.
  { figure: 13, metric: 'TRADE', category: 'PARTNER:RCEP', level: ['12.6', 'CNY_TRILLION', 1, '12600000000000'],
    bounds: '[12550000000000, 12650000000000)', change: ['5.3', '2021'], written: ['CNY 12.6 trillion', '12.6万亿元'],
    note: ['With the 14 other members; the change is against 2021, the year before the agreement took effect.',
      '与其他14个成员国合计；增幅以协定生效前的2021年为基期。'],
    cited: 'Imports and exports, Other RCEP members, 2023: CNY 12.6 trillion, +5.3% on 2021 (preliminary)' },
  { figure: 14, metric: 'TRADE', category: 'PARTNER:LATIN_AMERICA', yoy: '6.8',
    cited: 'Imports and exports, Latin America, 2023: +6.8% on 2022 (no level printed)' },
  { figure: 15, metric: 'TRADE', category: 'PARTNER:AFRICA', yoy: '7.1',
    cited: 'Imports and exports, Africa, 2023: +7.1% on 2022 (no level printed)' },
  { figure: 16, metric: 'TRADE', category: 'PARTNER:EU', level: ['5.51', 'CNY_TRILLION', 2, '5510000000000'],
    bounds: '[5505000000000, 5515000000000)', written: ['CNY 5.51 trillion', '5.51万亿元'], note: recovered,
    cited: 'Imports and exports, European Union, 2023: CNY 5.51 trillion (preliminary)' },
  { figure: 17, metric: 'TRADE', category: 'PARTNER:US', level: ['4.67', 'CNY_TRILLION', 2, '4670000000000'],
    bounds: '[4665000000000, 4675000000000)', written: ['CNY 4.67 trillion', '4.67万亿元'], note: recovered,
    cited: 'Imports and exports, United States, 2023: CNY 4.67 trillion (preliminary)' },
  { figure: 18, metric: 'TRADE', category: 'PLATFORM:FREE_TRADE_ZONES',
    level: ['7.67', 'CNY_TRILLION', 2, '7670000000000'], bounds: '[7665000000000, 7675000000000)', yoy: '2.7',
    written: ['CNY 7.67 trillion', '7.67万亿元'],
    cited: 'Imports and exports, Free trade zones, 2023: CNY 7.67 trillion, +2.7% on 2022 (preliminary)' },
  { figure: 19, metric: 'FREE_TRADE_ZONES', level: ['22', 'ZONE', 0, '22'], bounds: '[21.5, 22.5)',
    written: ['22 zones', '22个'], cited: 'Free trade zones, 2023: 22 zones (preliminary)' },
  { figure: 20, metric: 'TRADE', category: 'PLATFORM:CROSS_BORDER_ECOMMERCE',
    level: ['2.38', 'CNY_TRILLION', 2, '2380000000000'], bounds: '[2375000000000, 2385000000000)', yoy: '15.6',
    written: ['CNY 2.38 trillion', '2.38万亿元'],
    cited: 'Imports and exports, Cross-border e-commerce, 2023: CNY 2.38 trillion, +15.6% on 2022 (preliminary)' },
]

const measures: Record<string, string> = { TRADING_ENTERPRISES: 'ENTERPRISE', FREE_TRADE_ZONES: 'ZONE' }
const keyOf = ({ metric, category = 'TOTAL:ALL' }: Printed): string =>
  `CN_TRADE|${metric}|${category}|${measures[metric] ?? 'CNY'}|A`

const listed = /* GraphQL */ `
  query Listed($filter: IndicatorFilter!) { indicators(filter: $filter) { totalCount nodes { series { key } } } }`

const document = /* GraphQL */ `
  query Figure($metric: String!, $category: String!, $unit: Unit!) {
    indicator(metric: $metric, categories: [$category], period: "2023") {
      metric { code }
      dimension { code }
      category { code }
      categories { code dimension { code } }
      series { key }
      period periodStart periodEnd frequency
      unit decimals qualifier status flags
      value
      printed: value(unit: $unit)
      bounds { low high lowInclusive highInclusive }
      yoyChange share shareChange
      shareOf { metric { code } category { code dimension { code } } }
      changes { percent points decimals base isYearOnYear }
      note noteInChinese: note(language: ZH)
      formatted inChinese: formatted(language: ZH)
      release { code }
      citation
    }
  }`

describe('figure', () => {
  test.each(figures.map((row) => [row.figure, keyOf(row), row] as const))('%i, %s', async (_, __, row) => {
    const { metric, category = 'TOTAL:ALL', level, qualifier = 'EXACT', yoy, share, note, written } = row
    const [printed = null, unit = 'CNY', decimals = null, value = null] = level ?? []
    const [dimensionCode, categoryCode] = category.split(':')
    const change = yoy === undefined ? row.change : [yoy, '2022']
    const { data, errors } = await ask(opened.store, document, { metric, category, unit })
    expect(errors).toBeUndefined()
    expect(data.indicator).toEqual({
      metric: { code: metric },
      dimension: { code: dimensionCode },
      category: { code: categoryCode },
      categories: [{ code: categoryCode, dimension: { code: dimensionCode } }],
      series: { key: keyOf(row) },
      period: '2023',
      periodStart: '2023-01-01',
      periodEnd: '2023-12-31',
      frequency: 'ANNUAL',
      unit,
      decimals,
      qualifier,
      status: level === undefined ? 'MISSING' : 'PRELIMINARY',
      flags: null,
      value,
      printed,
      bounds: intervalOf(row.bounds),
      yoyChange: yoy ?? null,
      share: share?.[0] ?? null,
      shareChange: row.shareChange ?? null,
      shareOf: share ? { metric: { code: share[1] }, category: { code: 'ALL', dimension: { code: 'TOTAL' } } } : null,
      changes: change
        ? [{ percent: change[0], points: null, decimals: 1, base: change[1], isYearOnYear: change[1] === '2022' }]
        : [],
      note: note?.[0] ?? null,
      noteInChinese: note?.[1] ?? null,
      formatted: written?.[0] ?? null,
      inChinese: written?.[1] ?? null,
      release: { code },
      citation: `${row.cited}. ${publisher}: China's foreign trade in 2023, 12 January 2024 (${code})`,
    })
  })

  test('and no other is what the release printed', async () => {
    const { data } = await ask(opened.store, `{ release(code: "${code}") { indicators { nodes { series { key } } } } }`)
    const keys = data.release.indicators.nodes.map(({ series }: { series: { key: string } }) => series.key)
    expect(keys.sort()).toEqual(figures.map(keyOf).sort())
  })
})

describe('“over” a number is greater than it and all below only', () => {
  test.each([
    {
      title: 'the new three',
      filter: { metrics: ['EXPORTS'], categories: ['NEW_THREE'], unit: 'CNY_TRILLION' },
      below: '0.999',
      number: '1',
      above: '1.001',
    },
    {
      title: 'the new three, in yuan',
      filter: { categories: ['NEW_THREE'] },
      below: '999999999999.9',
      number: '1000000000000',
      above: '1000000000000.1',
    },
    {
      title: 'enterprises',
      filter: { metrics: ['TRADING_ENTERPRISES'], categories: ['ALL'] },
      below: '599999',
      number: '600000',
      above: '600001',
    },
  ])('$title', async ({ filter, below, number, above }) => {
    const found = async (value: object) =>
      (await ask(opened.store, listed, { filter: { ...filter, value } })).data.indicators.totalCount
    for (const value of [{ gt: below }, { gt: number }, { gte: below }, { gte: number }, { gt: below, gte: number }])
      expect(await found(value), JSON.stringify(value)).toBe(1)
    for (const value of [{ gt: above }, { gte: above }, ...[below, number, above].flatMap(closed)])
      expect(await found(value), JSON.stringify(value)).toBe(0)
  })

  const closed = (number: string) => [{ eq: number }, { lt: number }, { lte: number }, { gt: '0', lte: number }]
})

test.each([
  ['printed without a level', { hasValue: false }, [7, 8, 14, 15]],
  ['over a number', { qualifiers: ['OVER'] }, [6, 9]],
  ['with growth on the year before', { yoyChange: { gt: '-100' } }, [1, 2, 3, 4, 6, 7, 8, 11, 12, 14, 15, 18, 20]],
  ['with a share', { share: { gte: '0' } }, [4, 5, 11, 12]],
  ['of any value', { value: { gte: '0' } }, [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20]],
])('%s', async (_, filter, expected) => {
  const { data } = await ask(opened.store, listed, { filter: { ...filter, releases: [code] } })
  const keys = data.indicators.nodes.map(({ series }: { series: { key: string } }) => series.key)
  expect(keys.sort()).toEqual(expected.map((number) => keyOf(figures[number - 1] as Printed)).sort())
})

/** "[2.5, 3.5)" as the type Bounds has it. */
function intervalOf(text: string | undefined): object | null {
  if (text === undefined) return null
  const [, open, low, high, close] = /^([[(])(\d[\d.]*), (\d[\d.]*)?([)\]])$/.exec(text) ?? []
  return { low, high: high ?? null, lowInclusive: open === '[', highInclusive: close === ']' }
}
