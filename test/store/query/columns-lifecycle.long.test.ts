import { afterEach, expect, test, vi } from 'vitest'
import type { BlocksOptions } from '../../../src/store/query/columns/blocks.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, generated, prepareForGenerated, release } from '../../figures.js'
import { ask } from '../../graphql/ask.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'

const first = generated(600, 3)
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function opened(options: Partial<BlocksOptions>): Promise<TestStore & { readonly columns: Store }> {
  const store = await openTestStore()
  closing.push(store.close)
  await prepareForGenerated(store.database)
  await release(store.database, { code: 'FIRST', publishedAt: '2025-02-01T00:00:00Z' }, first)
  const failed = (error: unknown): void => {
    throw error
  }
  return {
    ...store,
    store: new Store(store.database),
    columns: new Store(store.database, null, { bytes: 2 ** 28, after: 2, failed, ...options }),
  }
}

const list = (metric: string) =>
  `{ indicators(filter: { metrics: ["${metric}"] }, orderBy: [{ field: VALUE, direction: DESC }], first: 40) { nodes { id value } totalCount } }`

/** The statements that read figures for a list. */
const reading = async (store: Store, metric: string): Promise<string[]> =>
  (await statements(() => ask(store, list(metric)))).filter((text) => text.includes('indicator'))

/** Waits until a metric is read without a statement. */
const inMemory = (store: Store, metric = 'TRADE'): Promise<void> =>
  vi.waitFor(async () => expect(await reading(store, metric)).toEqual([]), { timeout: 10_000 })

test('a metric that is read often is read without a statement', async () => {
  const { store, columns } = await opened({})
  const expected = await ask(store, list('TRADE'))
  expect(await ask(columns, list('TRADE'))).toEqual(expected)
  expect(columns.blocks?.bytes).toBe(0)
  await inMemory(columns)
  expect(columns.blocks?.bytes).toBeGreaterThan(1000)
  expect(await ask(columns, list('TRADE'))).toEqual(expected)
})

test.each([
  [
    'a list by growth',
    `indicators(filter: {F}, orderBy: [{ field: YOY_CHANGE, direction: ASC }], last: 9) { nodes { id } }`,
  ],
  ['facets of a range', `indicators(filter: {F value: { gt: "1" } }, first: 0) { totalCount facets { count } }`],
  ['facets of a metric', `indicators(filter: {F}, first: 0) { facets { count } }`],
  ['a list of series', `seriesList(filter: {F}, first: 9) { totalCount nodes { key } }`],
  [
    'growth and shares',
    `series(filter: {F frequency: [ANNUAL] }, transform: SHARE) { rows { points { value agreement } } }`,
  ],
  [
    'a pivot of growth',
    `pivot(filter: {F}, rows: [{ by: CATEGORY, dimension: "PARTNER" }], columns: [{ by: PERIOD }], content: YOY_CHANGE, allowOverlap: true) { cells }`,
  ],
  ['groups', `aggregate(filter: {F unit: CNY }, groupBy: [{ by: PERIOD }], allowOverlap: true) { sum }`],
])('a metric in memory needs no statement for %s', async (_, field) => {
  const { store, columns } = await opened({})
  const query = `{ ${field.replace('{F', '{ metrics: ["EXPORTS"]')} }`
  await inMemory(columns, 'EXPORTS')
  await ask(columns, query) // reads what any path needs once for a version
  const expected = await ask(store, query)
  expect(expected.errors).toBeUndefined()
  const sent = await statements(async () => expect(await ask(columns, query)).toEqual(expected))
  expect(sent.filter((text) => text.includes('indicator '))).toEqual([])
})

test('blocks are brought to the version of a release while SQL answers', async () => {
  const { database, store, columns } = await opened({})
  await inMemory(columns)
  const added = figure({ period: '2021', value: '999999', categories: ['PARTNER:US'] })
  await release(database, { code: 'SECOND', publishedAt: '2025-02-02T00:00:00Z' }, [added])
  const expected = await ask(store, list('TRADE'))
  expect(JSON.stringify(expected)).toContain('999999')
  expect(await ask(columns, list('TRADE'))).toEqual(expected)
  await inMemory(columns)
  expect(await ask(columns, list('TRADE'))).toEqual(expected)
})

test('the bytes of blocks are bounded, those read last are kept', async () => {
  const whole = await opened({})
  for (const metric of ['TRADE', 'EXPORTS']) await inMemory(whole.columns, metric)
  const bytes = Math.ceil((whole.columns.blocks?.bytes ?? 0) * 0.9)
  const { store, columns } = await opened({ bytes })
  await inMemory(columns, 'TRADE')
  await inMemory(columns, 'EXPORTS')
  expect(columns.blocks?.bytes).toBeLessThanOrEqual(bytes)
  expect(await reading(columns, 'TRADE')).not.toEqual([])
  for (const metric of ['TRADE', 'EXPORTS', 'IMPORTS'])
    expect(await ask(columns, list(metric))).toEqual(await ask(store, list(metric)))
})

test('a metric that exceeds the bound is read by SQL', async () => {
  const { store, columns } = await opened({ bytes: 1000 })
  for (let times = 0; times < 5; times++)
    expect(await ask(columns, list('TRADE'))).toEqual(await ask(store, list('TRADE')))
  expect(columns.blocks?.bytes).toBe(0)
})

test('pages of an earlier version are read by SQL', async () => {
  const { database, columns } = await opened({})
  const paged = (after: string | null) =>
    `{ indicators(filter: { metrics: ["TRADE"] }, first: 5${after === null ? '' : `, after: "${after}"`}) { edges { cursor node { id } } } }`
  const begun = await ask(columns, paged(null))
  const { cursor } = begun.data.indicators.edges[4]
  const rest = await ask(columns, paged(cursor))
  await release(database, { code: 'SECOND', publishedAt: '2025-02-02T00:00:00Z' }, [
    figure({ period: '2024-12', value: '1', categories: ['PARTNER:US'] }),
  ])
  await inMemory(columns)
  expect(await ask(columns, paged(cursor))).toEqual(rest)
})

test('a block that cannot be loaded is reported, and its figures are read by SQL', async () => {
  const failed = vi.fn()
  const { database, store, columns } = await opened({ failed })
  await database.pool.query(`UPDATE series SET key = 'broken' WHERE id = (SELECT min(id) FROM series WHERE metric_id =
    (SELECT id FROM metric WHERE code = 'TRADE'))`)
  const query = list('TRADE').replace('id value', 'value')
  const expected = await ask(store, query)
  for (let times = 0; times < 3; times++) expect(await ask(columns, query)).toEqual(expected)
  await vi.waitFor(() => expect(failed).toHaveBeenCalled(), { timeout: 10_000 })
  expect(await ask(columns, query)).toEqual(expected)
})
