import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRelease } from '../../src/import/importer.js'
import { head } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

interface Listed {
  readonly nodes: readonly { readonly key: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

interface Backwards {
  readonly nodes: readonly { readonly key: string }[]
  readonly pageInfo: {
    readonly hasPreviousPage: boolean
    readonly hasNextPage: boolean
    readonly startCursor: string | null
  }
}

test('series are listed page by page, in one order', async () => {
  const query = `query ($first: Int, $after: String) { list: seriesList(first: $first, after: $after) {
    totalCount nodes { key } pageInfo { hasNextPage endCursor } } }`
  const page = async (variables: object): Promise<Listed> => {
    const { data, errors } = await ask(opened.store, query, variables)
    expect(errors).toBeUndefined()
    return data.list
  }
  const whole = await page({ first: 1000 })
  const { data } = await ask(opened.store, '{ store { series } }')
  expect({ listed: whole.nodes.length, counted: whole.totalCount }).toEqual({
    listed: data.store.series,
    counted: data.store.series,
  })
  const keys: string[] = []
  for (let list = await page({ first: 4 }); ; list = await page({ first: 4, after: list.pageInfo.endCursor })) {
    keys.push(...list.nodes.map(({ key }) => key))
    if (!list.pageInfo.hasNextPage) break
  }
  expect(keys).toEqual(whole.nodes.map(({ key }) => key))
})

test('series are listed backwards in the same order', async () => {
  const query = `query ($before: String) { list: seriesList(last: 4, before: $before) {
    nodes { key } pageInfo { hasPreviousPage hasNextPage startCursor } } }`
  const { data: whole } = await ask(opened.store, '{ seriesList(first: 1000) { nodes { key } } }')
  const keys: string[] = []
  for (let before: string | null = null, more = true; more; ) {
    const answer: Answer = await ask(opened.store, query, { before })
    expect(answer.errors).toBeUndefined()
    const { nodes, pageInfo }: Backwards = answer.data.list
    expect(pageInfo.hasNextPage).toBe(before !== null)
    keys.unshift(...nodes.map(({ key }) => key))
    before = pageInfo.startCursor
    more = pageInfo.hasPreviousPage
  }
  expect(keys).toEqual(whole.seriesList.nodes.map(({ key }: { key: string }) => key))
})

test('a table of series continues after a cursor of its filter', async () => {
  const query = `query ($metrics: [String!], $after: String) {
    series(filter: { metrics: $metrics, dimensions: ["TOTAL"], frequency: [ANNUAL] }, first: 2, after: $after) {
      totalCount rows { series { key } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
  const metrics = ['TRADE', 'EXPORTS', 'IMPORTS']
  const { series: first } = (await ask(opened.store, query, { metrics })).data
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
  const { series: second } = (await ask(opened.store, query, { metrics, after: first.pageInfo.endCursor })).data
  expect(second).toMatchObject({
    totalCount: 3,
    rows: [{ series: { key: 'CN_TRADE|IMPORTS|TOTAL:ALL|CNY|A' } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  })
  const other = await ask(opened.store, query, { metrics: ['TRADE'], after: first.pageInfo.endCursor })
  expect(refusal(other)).toBe('INVALID_CURSOR')
})

const annual = (period: string) => ({ period, frequency: 'ANNUAL', count: 1 })

test('periods and metrics are counted', async () => {
  const { data, errors } = await ask(
    opened.store,
    `{
      periods(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"] }) { period frequency count }
      indicators(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], periods: ["2023"] }) {
        totalCount metrics { metric { code } count } periods { period frequency count } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.periods).toEqual(['2020', '2021', '2022', '2023', '2024'].map((period) => annual(period)))
  expect(data.indicators.periods).toEqual(data.periods)
  expect(data.indicators).toMatchObject({ totalCount: 1 })
  expect(data.indicators.metrics.slice(0, 3)).toEqual(
    ['TRADE', 'EXPORTS', 'IMPORTS'].map((code) => ({ metric: { code }, count: 1 })),
  )
})

test('pages of series by several dimensions repeat none and leave none out', async () => {
  // ZONE precedes AREA where they are imported, and follows it in the code lists.
  const rows = ['Z1', 'Z2'].flatMap((zone) => ['A1', 'A2', 'A3'].map((area) => `EXPORTS,${zone},${area},2022,1,CNY`))
  const alone = 'EXPORTS,Z1,,2022,3,CNY'
  const bytes = Buffer.from(['metric,ZONE,AREA,period,value,unit', alone, ...rows, ''].join('\n'))
  const report = await importRelease(opened.database, {
    head: head({ code: 'CROSSED', publishedAt: '2024-02-01T00:00:00Z' }),
    files: [{ name: 'crossed.csv', bytes: Readable.from([bytes]) }],
    ...{ format: 'CSV', map: null, period: null, encoding: null, createCodes: true },
  })
  expect(report).toMatchObject({ accepted: true, added: 7 })
  const query = `query ($after: String) { list: seriesList(filter: { metrics: ["EXPORTS"] }, first: 1, after: $after) {
    totalCount nodes { key } pageInfo { hasNextPage endCursor } } }`
  const keys: string[] = []
  let list: Listed | null = null
  do {
    list = (await ask(opened.store, query, { after: list?.pageInfo.endCursor })).data.list as Listed
    keys.push(...list.nodes.map(({ key }) => key))
  } while (list.pageInfo.hasNextPage && keys.length < 100)
  expect(keys).toHaveLength(list.totalCount)
  expect(new Set(keys).size).toBe(list.totalCount)
})

test('the deprecated argument for pivot contents works, but only alone', async () => {
  const of = (given: string) =>
    ask(
      opened.store,
      `{ pivot(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"], periods: ["2023"] }, rows: [], columns: [], ${given}) { cells } }`,
    )
  const { data } = await of('content: YOY_CHANGE')
  expect(data.pivot.cells).toEqual([['-0.736867126218']])
  for (const given of [
    'measure: YOY_CHANGE',
    'measure: YOY_CHANGE, content: YOY_CHANGE',
    'measure: YOY_CHANGE, content: VALUE',
  ])
    expect((await of(given)).data).toEqual(data)
  const both = await of('measure: YOY_CHANGE, content: RANK')
  expect(refusal(both)).toBe('BAD_USER_INPUT')
  expect(both.errors?.[0]?.message).toContain('give content alone')
})

test('an unknown pivot content in a variable is a user error', async () => {
  const query = 'query ($m: PivotContent) { pivot(filter: {}, rows: [], columns: [], content: $m) { unit } }'
  for (const m of ['constructor', '__proto__', 'toString'])
    expect(refusal(await ask(opened.store, query, { m }))).toBe('BAD_USER_INPUT')
})

test('a refused import reports no new categories', async () => {
  const bytes = Buffer.from('metric,PORT,period,value,unit\nEXPORTS,P1,2021,1,CNY\nEXPORTS,P2,2021,x,CNY\n')
  const report = await importRelease(opened.database, {
    head: head({ code: 'REFUSED', publishedAt: '2024-02-01T00:00:00Z' }),
    files: [{ name: 'refused.csv', bytes: Readable.from([bytes]) }],
    ...{ format: 'CSV', map: null, period: null, encoding: null, createCodes: true },
  })
  expect(report).toMatchObject({ accepted: false, notices: [] })
  expect(report.created).toBeUndefined()
})
