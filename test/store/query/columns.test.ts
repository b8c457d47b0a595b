import fc from 'fast-check'
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { orderFields } from '../../../src/domain/observations/filter.js'
import { type Observation, qualifiers } from '../../../src/domain/observations/observation.js'
import { frequencies } from '../../../src/domain/periods/period.js'
import { compileWriter, type Writer } from '../../../src/graphql/answer-text/writer.js'
import type { Context } from '../../../src/graphql/builder.js'
import { schema } from '../../../src/graphql/schema.js'
import { memoizeByText } from '../../../src/lib/memo.js'
import { retract } from '../../../src/store/ingest/retract.js'
import type { Blocks } from '../../../src/store/query/columns/blocks.js'
import { Store } from '../../../src/store/query/store.js'
import { View } from '../../../src/store/query/view.js'
import { figure, generated, generatedPeriods, prepareForGenerated, release } from '../../figures.js'
import { type Answer, ask } from '../../graphql/ask.js'
import { eagerColumns, openTestStore } from '../../support.js'

// Two stores read one database: one by SQL, one by blocks in memory. Both have to give the same responses, byte by byte.

const { database, close } = await openTestStore()
afterAll(close)

const first = generated(750, 7)
const revised = (each: Observation): Observation => ({ ...each, value: each.value?.plus(1) ?? null, changes: [] })
await prepareForGenerated(database)
await release(database, { code: 'FIRST', publishedAt: '2025-02-01T00:00:00Z' }, first)
const unusual = { unit: 'CNY', period: '2022', metric: 'EXPORTS' } as const
await release(database, { code: 'UNUSUAL', publishedAt: '2025-02-02T00:00:00Z' }, [
  figure({ ...unusual, value: '123456789012345678901.25', categories: ['PARTNER:US'] }),
  figure({ ...unusual, value: '0.00000000000000000012', categories: ['PARTNER:VN'] }),
  figure({ ...unusual, value: '-0.50', categories: ['PARTNER:DE'] }),
  ...['1', '11', '3000'].map((value, index) =>
    figure({ ...unusual, period: `${2020 + index}`, value, categories: ['PARTNER:JP'] }),
  ),
  figure({ ...unusual, value: '0', categories: ['PARTNER:EU'], status: 'NIL' }),
  figure({
    ...unusual,
    value: '11.50',
    categories: ['PARTNER:ASEAN'],
    shareChange: '-0.1',
    flags: 'e',
    note: { en: 'n', zh: null },
  }),
])
await release(database, { code: 'THIRD', publishedAt: '2025-02-04T00:00:00Z' }, first.slice(150, 350).map(revised))

const bySql = new Store(database)
const byBlocks = new Store(database, null, eagerColumns)

const figures = /* GraphQL */ `
  fragment figure on Indicator {
    id series { key } metric { code } dimension { code } category { code } categories { code } period frequency
    unit decimals value qualifier status flags yoyChange share shareOf { metric { code } category { code } } shareChange
    changes { percent points decimals base isYearOnYear } note bounds { low high lowInclusive highInclusive }
    release { code } knownFrom knownTo
  }
  query List($filter: IndicatorFilter, $order: [IndicatorOrder!], $first: Int, $last: Int, $after: String, $before: String) {
    indicators(filter: $filter, orderBy: $order, first: $first, last: $last, after: $after, before: $before) {
      edges { cursor node { ...figure } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
  query Counts($filter: IndicatorFilter) {
    indicators(filter: $filter, first: 0) {
      totalCount
      facets { category { code } count }
      metrics { metric { code } count }
      datasets { dataset { code } count }
      periods { period count }
    }
  }
  query Nested($filter: IndicatorFilter, $metric: String!) {
    metric(code: $metric) { indicators(filter: $filter, first: 7) { nodes { ...figure } totalCount } }
  }
  query SeriesList($filter: IndicatorFilter!, $first: Int, $after: String) {
    seriesList(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { key } } pageInfo { endCursor } }
  }
  query Table($filter: IndicatorFilter!, $transform: Transform, $base: Period, $unit: Unit, $first: Int, $after: String) {
    series(filter: $filter, transform: $transform, base: $base, unit: $unit, first: $first, after: $after) {
      periods unit totalCount pageInfo { hasNextPage endCursor } rates { key }
      rows {
        series { key }
        values
        points { period value status qualifier reported agreement reason bounds { low high } indicator { ...figure } }
      }
    }
  }
  query Pivot($filter: IndicatorFilter!, $rows: [GroupKey!]!, $columns: [GroupKey!]!, $content: PivotContent, $totals: Boolean) {
    pivot(filter: $filter, rows: $rows, columns: $columns, content: $content, totals: $totals, allowOverlap: true) {
      rowHeaders { metric { code } categories { code } period }
      columnHeaders { metric { code } categories { code } period }
      cells rowTotals columnTotals grandTotal unit marks { row column status qualifier reason }
    }
  }
  query Groups($filter: IndicatorFilter!, $keys: [GroupKey!]!) {
    aggregate(filter: $filter, groupBy: $keys, allowOverlap: true) {
      metric { code } categories { code } period dataset { code }
      count missing sum average min max bounds { low high lowInclusive highInclusive } reason
    }
  }`

const [fragment = '', ...operations] = figures.split(/(?=\n {2}query )/)

async function answers(variables: object, name: string): Promise<readonly [sql: string, blocks: string]> {
  const operation = operations.find((each) => each.startsWith(`\n  query ${name}(`)) ?? ''
  const document = operation.includes('...figure') ? fragment + operation : operation
  const [sql = '', blocks = ''] = await Promise.all(
    [bySql, byBlocks].map(async (store) => textOf(await ask(store, document, variables as never))),
  )
  if (sql.includes('GRAPHQL_VALIDATION_FAILED')) throw new Error(sql)
  // The estimated cost is limited before.
  const atOnce = sql.startsWith('[null,["The estimated cost') ? null : await written(document, variables)
  answered += 1
  if (atOnce !== null) expect(`[${atOnce},[]]`, `${document} ${JSON.stringify(variables)}`).toBe(sql)
  return [sql, blocks]
}

const writerOf = memoizeByText((text): Writer => {
  const document = parse(text)
  return compileWriter(schema, document, getOperationAST(document) as OperationDefinitionNode)
})

/** Returns the data of an answer at once; null for one that is left to an execution. */
async function written(document: string, variables: object): Promise<string | null> {
  const { snapshot } = await byBlocks.view()
  const view = View.inMemory(snapshot, (byBlocks.blocks as Blocks).present)
  const { coerce, write } = writerOf(document)
  const context = { view, actor: null, proofs: null, isCompiled: true } as Context
  try {
    const body = String(await write(context, coerce({ ...variables }), 100_000))
    answeredAtOnce += 1
    return body.slice('{"data":'.length, -'}'.length)
  } catch {
    return null
  }
}

let answered = 0
let answeredAtOnce = 0

/** The order of errors is a matter of chance. */
const textOf = ({ data, errors = [] }: Answer): string =>
  JSON.stringify([data, [...new Set(errors.map(({ message, extensions }) => `${message} ${extensions.code}`))].sort()])

const periods = fc.constantFrom(...generatedPeriods, '2021', '2025')
const metrics = ['TRADE', 'EXPORTS', 'IMPORTS', 'TRADING_ENTERPRISES', 'BALANCE', 'NO_SUCH_METRIC']
const dimensions = ['TOTAL', 'PRODUCT', 'PARTNER', 'LOCATION', 'REGIME', 'ENTERPRISE_TYPE']
const categories = [
  ...[
    'PARTNER:EU',
    'PARTNER:US',
    'PARTNER:VN',
    'PRODUCT:SHIPS',
    'LOCATION:SHIPS',
    'LOCATION:GUANGDONG',
    'LOCATION:浙江',
  ],
  ...['TOTAL:ALL', 'ELECTROMECHANICAL', 'REGIME:PROCESSING', 'SHIPS', 'NOWHERE'],
]
const often = <T>(items: readonly T[], most = 3) => fc.subarray([...items], { maxLength: Math.min(most, items.length) })
const numbers = [
  '0',
  '1',
  '11',
  '11.5',
  '3000',
  '150000000',
  '1150000000',
  '-0.5',
  '123456789012345678901.25',
  '0.00000000000000000012',
]
const range = (bounds: readonly string[]) =>
  fc.dictionary(fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq'), fc.constantFrom(...bounds), { maxKeys: 2 })
const rates = ['-4', '-0.5', '0', '0.1', '2', '5', '5.0', '9']

const plain = fc.record(
  {
    metrics: often(metrics.slice(0, 5)).filter((list) => list.length > 0),
    datasets: often(['CN_TRADE']),
    dimensions: often(dimensions, 6),
    categories: often(categories.slice(0, 10)).filter((list) => list.length > 0),
    within: often(categories.slice(0, 8)).filter((list) => list.length > 0),
    text: fc.constantFrom('exp', 'EU', 'ships 出口', '口'),
    unit: fc.constantFrom('CNY', 'CNY_TRILLION', 'USD_MILLION', 'ENTERPRISE'),
    periods: fc.array(periods, { minLength: 1, maxLength: 3 }),
    from: periods,
    to: periods,
    frequency: often(frequencies),
    value: range(numbers),
    yoyChange: range(rates),
    share: range(rates),
    hasValue: fc.boolean(),
    qualifiers: often(qualifiers, 4),
    asOf: fc.constantFrom(
      '2025-02-01T12:00:00Z',
      '2025-02-04T00:00:00Z',
      '2024-06-01T00:00:00Z',
      '2030-01-01T00:00:00Z',
    ),
  },
  { requiredKeys: [] },
)

/** Some metrics and a few other fields. */
const few = fc.tuple(plain, fc.nat(9)).chain(([all, at]) =>
  fc.subarray(Object.entries(all), { maxLength: Math.min(2, Object.keys(all).length) }).map((chosen) => ({
    ...(at > 0 && all.metrics && { metrics: all.metrics }),
    ...Object.fromEntries(chosen),
  })),
)
const inner = few.map((own) => ({ ...own, asOf: undefined }))
const filters = fc.oneof(
  { arbitrary: few, weight: 4 },
  { arbitrary: fc.record({ metrics: often(metrics), categories: often(categories) }), weight: 1 },
  { arbitrary: fc.tuple(few, fc.array(inner, { maxLength: 3 })).map(([own, or]) => ({ ...own, or })), weight: 1 },
  { arbitrary: fc.tuple(few, inner).map(([own, not]) => ({ ...own, not })), weight: 1 },
  { arbitrary: fc.tuple(few, fc.array(inner, { maxLength: 2 })).map(([own, and]) => ({ ...own, and })), weight: 1 },
)
const order = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...orderFields), direction: fc.constantFrom('ASC', 'DESC') }),
  { selector: ({ field }) => field, maxLength: 3 },
)
const key = fc.oneof(
  fc.constantFrom({ by: 'PERIOD' }, { by: 'METRIC' }, { by: 'DATASET' }),
  fc.constantFrom(...dimensions).map((dimension) => ({ by: 'CATEGORY', dimension })),
  fc.constantFrom(
    { by: 'CATEGORY', dimension: 'LOCATION', level: 1 },
    { by: 'CATEGORY', dimension: 'LOCATION', level: 2 },
  ),
)
const keys = fc.uniqueArray(key, { selector: ({ by, ...rest }) => `${by} ${JSON.stringify(rest)}`, maxLength: 2 })
const transforms = [
  'LEVEL',
  'YOY_PERCENT',
  'PERIOD_PERCENT',
  'SHARE',
  'CONTRIBUTION',
  'CUMULATIVE',
  'SINGLE_PERIOD',
  'BALANCE',
]

const runs = { numRuns: Number(process.env['COLUMNS_RUNS'] ?? 3) }
const isSame = (operation: string, variables: fc.Arbitrary<object>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(variables, async (given) => {
      const [sql, blocks] = await answers(given, operation)
      expect(blocks).toBe(sql)
    }),
    runs,
  )

const suites = (): void => {
  test('lists in every order', () =>
    isSame('List', fc.record({ filter: filters, order, first: fc.constantFrom(0, 1, 5, 60) })))
  test.each(['eq', 'gt', 'gte', 'lt', 'lte'])(
    'figures by a number between others of their series: %s',
    async (bound) => {
      const filter = { metrics: ['EXPORTS'], value: { [bound]: '11' } }
      const [sql, blocks] = await answers({ filter, first: 100 }, 'List')
      expect(blocks).toBe(sql)
    },
  )
  test('backward lists', () => isSame('List', fc.record({ filter: filters, order, last: fc.constantFrom(1, 7, 100) })))
  test('pages on both sides of a cursor', () =>
    fc.assert(
      fc.asyncProperty(filters, order, fc.nat(30), fc.boolean(), async (filter, order, at, backwards) => {
        const [whole, same] = await answers({ filter, order, first: 40 }, 'List')
        expect(same).toBe(whole)
        const edges: readonly { cursor: string }[] = JSON.parse(whole).data?.indicators?.edges ?? []
        const cursor = edges[at % Math.max(1, edges.length)]?.cursor
        if (cursor === undefined) return
        const given = backwards ? { before: cursor, last: 5 } : { after: cursor, first: 5 }
        const [sql, blocks] = await answers({ filter, order, ...given }, 'List')
        expect(blocks).toBe(sql)
      }),
      runs,
    ))
  test('numbers of figures', () => isSame('Counts', fc.record({ filter: filters })))
  test('lists of a metric', () =>
    isSame('Nested', fc.record({ filter: filters, metric: fc.constantFrom('TRADE', 'EXPORTS') })))
  test('lists of series', () => isSame('SeriesList', fc.record({ filter: filters, first: fc.constantFrom(1, 9, 200) })))
  test('tables of series', () =>
    isSame(
      'Table',
      fc.record({
        filter: fc.tuple(few, fc.constantFrom(...frequencies)).map(([own, one]) => ({ ...own, frequency: [one] })),
        transform: fc.constantFrom(...transforms),
        unit: fc.constantFrom(undefined, undefined, 'CNY_TRILLION', 'USD_MILLION', 'PERCENT', 'PERCENTAGE_POINT'),
        first: fc.constantFrom(2, 50),
      }),
    ))
  test('tables of series from a base', () =>
    isSame(
      'Table',
      fc.record({
        filter: few.map((own) => ({ ...own, frequency: ['ANNUAL'] })),
        transform: fc.constant('INDEX'),
        base: fc.constantFrom('2022', '2023'),
      }),
    ))
  test('pivots', () =>
    isSame(
      'Pivot',
      fc.record({
        filter: filters,
        rows: keys,
        columns: keys,
        content: fc.constantFrom('VALUE', 'YOY_CHANGE', 'SHARE', 'CONTRIBUTION', 'RANK', 'COUNT'),
        totals: fc.boolean(),
      }),
    ))
  test('groups', () => isSame('Groups', fc.record({ filter: filters, keys })))
}

describe('answers by blocks are those by SQL:', suites)

describe('answers by blocks that a release has changed are those by SQL:', () => {
  test('the release comes in between two others, with new series', async () => {
    const late = [...first.slice(500, 900).map(revised), ...generated(1700, 8).slice(0, 300)]
    await release(database, { code: 'LATE', publishedAt: '2025-02-03T00:00:00Z' }, late)
    const [sql, blocks] = await answers({ filter: {}, first: 1000 }, 'List')
    expect(blocks).toBe(sql)
  })
  suites()
})

describe('answers by blocks that a retraction has changed are those by SQL:', () => {
  test('the release was one of several with the same figures', async () => {
    await retract(database, 'FIRST', 'wrong')
    const [sql, blocks] = await answers({ filter: {}, first: 1000 }, 'List')
    expect(blocks).toBe(sql)
  })
  suites()
})

test('most answers without errors are also written at once', () => {
  expect(answeredAtOnce).toBeGreaterThan(answered / 3)
})
