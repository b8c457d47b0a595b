import { expect } from 'vitest'
import type { CodeListRows } from '../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import type { Store } from '../../src/store/query/store.js'
import { figure, release, type Written } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask } from './ask.js'

const place = (code: string, parent: string | null, members: readonly string[] | null = null) => ({
  ...{ dimension: 'LOCATION', code, name: { en: null, zh: null }, description: null },
  ...{ parent, isAggregate: members !== null, members },
})
const more: CodeListRows = {
  metrics: [],
  dimensions: [],
  categories: [
    place('GUANGDONG', null),
    place('SHENZHEN', 'GUANGDONG'),
    place('QIANHAI', 'SHENZHEN'),
    place('ZHUHAI', 'GUANGDONG'),
    place('ZHEJIANG', null),
    place('NINGBO', 'ZHEJIANG'),
  ],
}
const yuan = (category: string, period: string, value: string | null, rest: Partial<Written> = {}) =>
  figure({ metric: 'EXPORTS', categories: category.split(' '), period, value, unit: 'CNY_BILLION', ...rest })
const figures = [
  yuan('LOCATION:GUANGDONG', '2024-01', '500'),
  yuan('LOCATION:SHENZHEN', '2024-01', '250.5'),
  yuan('LOCATION:QIANHAI', '2024-01', '20'),
  yuan('LOCATION:ZHUHAI', '2024-01', '30.25'),
  yuan('LOCATION:NINGBO', '2024-01', '70'),
  yuan('LOCATION:SHENZHEN', '2024-02', '260'),
  yuan('LOCATION:ZHUHAI', '2024-02', null, { status: 'NIL' }),
  yuan('LOCATION:GUANGDONG', '2024-02', null, { status: 'MISSING' }),
  yuan('LOCATION:NINGBO', '2024-02', null, { status: 'CONFIDENTIAL' }),
  yuan('LOCATION:SHENZHEN', '2024-01/2024-02', '510'),
  yuan('LOCATION:SHENZHEN', '2023-01', '200', { qualifier: 'OVER' }),
  yuan('LOCATION:ZHUHAI', '2023-01', '10', { qualifier: 'ABOUT' }),
  yuan('LOCATION:SHENZHEN REGIME:ORDINARY', '2024-01', '100'),
  yuan('LOCATION:QIANHAI REGIME:ORDINARY', '2024-01', '9'),
  yuan('LOCATION:ZHUHAI REGIME:ORDINARY', '2024-01', '5'),
  figure({ metric: 'EXCHANGE_RATE', period: '2024-01', unit: 'CNY_PER_USD', value: '7.1' }),
  figure({ metric: 'EXCHANGE_RATE', period: '2024-02', unit: 'CNY_PER_USD', value: '7.2' }),
  figure({ metric: 'TRADING_ENTERPRISES', period: '2022', unit: 'ENTERPRISE', value: '598000', decimals: -3 }),
  figure({ metric: 'EXPORTS', period: '2022', unit: 'USD_BILLION', value: '3593.6' }),
]

/** A store with exports of places beside the shipped figures: of two provinces, cities, and a district. */
export async function openPlaces(): Promise<TestStore> {
  const opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, more)
    return { changed: true, result: null }
  })
  await release(opened.database, { code: 'PLACES', publishedAt: '2024-03-18T00:00:00+08:00' }, figures)
  await opened.store.view() // the code lists of this version are in memory from here on
  return opened
}

const fields = `metric { code } categories { code } period sum(unit: CNY_BILLION) average(unit: CNY_BILLION)
  bounds(unit: CNY_BILLION) { low high lowInclusive highInclusive } min max count missing`
const document = (asked: string) => `
  query ($filter: IndicatorFilter!, $groupBy: [GroupKey!]!, $unit: Unit, $allowOverlap: Boolean) {
    aggregate(filter: $filter, groupBy: $groupBy, unit: $unit, allowOverlap: $allowOverlap) { ${asked} }
  }`
/** Asks for groups. */
export const aggregate = (
  store: Store,
  filter: object,
  groupBy: readonly object[],
  rest: object = {},
  asked = fields,
): Promise<Answer> => ask(store, document(asked), { filter, groupBy, ...rest })

export const byLocation = (level?: number) => ({ by: 'CATEGORY', dimension: 'LOCATION', level })
export const byPeriod = { by: 'PERIOD' }
export const monthly = { metrics: ['EXPORTS'], dimensions: ['LOCATION'], frequency: ['MONTHLY'] }

/** Lines of "GUANGDONG 2024-01: 500 of 1". */
export async function sums(...given: Parameters<typeof aggregate>): Promise<string[]> {
  const { data, errors } = await aggregate(...given)
  expect(errors).toBeUndefined()
  // biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
  return data.aggregate.map(({ metric, categories, period, sum, count, missing }: any) =>
    [
      metric?.code,
      ...categories.map(({ code }: { code: string }) => code),
      period,
      sum,
      `of ${count}`,
      missing && `and ${missing} missing`,
    ]
      .filter(Boolean)
      .join(' '),
  )
}

const pivotDocument = (asked: string) => `
  query ($filter: IndicatorFilter!, $rows: [GroupKey!]!, $columns: [GroupKey!]!, $content: PivotContent, $unit: Unit, $totals: Boolean, $allowOverlap: Boolean) {
    pivot(filter: $filter, rows: $rows, columns: $columns, content: $content, unit: $unit, totals: $totals, allowOverlap: $allowOverlap) { ${asked} }
  }`
const wholePivot = `rowHeaders { metric { code } categories { code } period } columnHeaders { metric { code } categories { code } period }
  cells marks { row column status qualifier reason } rowTotals columnTotals grandTotal unit rate { key }`
/** Asks for a pivot. */
export const pivot = (
  store: Store,
  filter: object,
  rows: readonly object[],
  columns: readonly object[],
  rest: object = {},
): Promise<Answer> => ask(store, pivotDocument(wholePivot), { filter, rows, columns, ...rest })

export const byMetric = { by: 'METRIC' }
/** Figures of the shipped releases: of all trade, exports and imports, year by year. */
export const flows = {
  metrics: ['TRADE', 'EXPORTS', 'IMPORTS'],
  unit: 'CNY',
  dimensions: ['TOTAL'],
  frequency: ['ANNUAL'],
}
