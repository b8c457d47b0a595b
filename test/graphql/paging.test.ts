import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Order, type OrderField, orderFields } from '../../src/domain/observations/filter.js'
import { generated, prepareForGenerated, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask, refusal } from './ask.js'

const figures = generated(1100, 1)
let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
  await release(opened.database, { code: 'GENERATED' }, figures)
  const { data } = await ask(opened.store, '{ indicators { totalCount } }')
  expect(data.indicators.totalCount).toBeGreaterThan(figures.length)
})
afterAll(() => opened.close())

const document = /* GraphQL */ `
  query Page(
    $filter: IndicatorFilter, $orderBy: [IndicatorOrder!]
    $first: Int, $after: String, $last: Int, $before: String
  ) {
    indicators(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`
const page = (variables: object): Promise<Answer> => ask(opened.store, document, variables)

interface Edge {
  readonly cursor: string
  readonly node: { readonly id: string }
}
type Between = (pages: number) => Promise<unknown>

/** All ids of a list, walked in pages, in the list's own order whichever way it was walked. */
async function walk(way: 'forwards' | 'backwards', list: object, sizeOf: (pages: number) => number, between?: Between) {
  const ids: string[] = []
  let cursor: string | null = null
  for (let pages = 1; ; pages++) {
    const size = sizeOf(pages)
    const stretch = way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor }
    const { data, errors } = await page({ ...list, ...stretch })
    expect(errors).toBeUndefined()
    const { edges, pageInfo } = data.indicators
    const found = edges.map(({ node }: Edge) => node.id)
    expect(found.length).toBeLessThanOrEqual(size)
    if (way === 'forwards') ids.push(...found)
    else ids.unshift(...found)
    cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor
    if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return ids
    await between?.(pages)
  }
}

const pageSize = (pages: number): number => ((pages * 37) % 101) + 1
const whole = (list: object): Promise<string[]> => walk('forwards', list, () => 1000)
const order = (field: OrderField, direction: Order['direction']): Order => ({ field, direction })

describe('pages of 1 to 101 hold each record once, in one order', () => {
  test.each(orderFields.map((field, index) => [field, index % 2 === 0 ? 'ASC' : 'DESC'] as const))(
    'by %s %s',
    async (field, direction) => {
      const list = { filter: { metrics: ['EXPORTS', 'IMPORTS'] }, orderBy: [order(field, direction)] }
      const expected = await whole(list)
      expect(expected.length).toBeGreaterThan(300)
      expect(new Set(expected).size).toBe(expected.length)
      expect(await walk('forwards', list, pageSize)).toEqual(expected)
      expect(await walk('backwards', list, pageSize)).toEqual(expected)
    },
    60_000,
  )

  test.each<[string, Order[]]>([
    ['the usual order', []],
    ['value down, share up', [order('VALUE', 'DESC'), order('SHARE', 'ASC')]],
    [
      'growth up, period down, category down',
      [order('YOY_CHANGE', 'ASC'), order('PERIOD', 'DESC'), order('CATEGORY', 'DESC')],
    ],
    [
      'share down, published up, metric down',
      [order('SHARE', 'DESC'), order('PUBLISHED_AT', 'ASC'), order('METRIC', 'DESC')],
    ],
  ])('by %s, within a filter', async (_, orderBy) => {
    const list = { filter: { metrics: ['EXPORTS'] }, orderBy }
    const expected = await whole(list)
    expect(expected.length).toBeGreaterThan(200)
    expect(new Set(expected).size).toBe(expected.length)
    expect(await walk('forwards', list, pageSize)).toEqual(expected)
    expect(await walk('backwards', list, pageSize)).toEqual(expected)
  })
})

test('figures without the ordering value are last in either direction', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const { data } = await ask(
      opened.store,
      `{ indicators(orderBy: [{field: SHARE, direction: ${direction}}], filter: {metrics: ["EXPORTS"]}, first: 1000) { nodes { share } } }`,
    )
    const shares: (string | null)[] = data.indicators.nodes.map(({ share }: { share: string | null }) => share)
    const some = shares.filter((share) => share !== null).map(Number)
    expect(shares.slice(some.length).every((share) => share === null)).toBe(true)
    expect(some).toEqual(some.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a)))
    expect(some.length).toBeGreaterThan(50)
    expect(shares.length).toBeGreaterThan(some.length)
  }
})

test.each(['forwards', 'backwards'] as const)(
  'an import between two pages loses and repeats no record: %s',
  async (way) => {
    const list = { filter: { metrics: ['IMPORTS'] }, orderBy: [order('CATEGORY', 'ASC'), order('VALUE', 'DESC')] }
    const before = await whole(list)
    const day = way === 'forwards' ? '02' : '03'
    const revised = figures
      .filter(({ metric, value }, index) => metric === 'IMPORTS' && value !== null && index % 5 === 0)
      .map((each) => ({ ...each, value: each.value?.plus(day) ?? null }))
    const takeIn = async (pages: number): Promise<void> => {
      if (pages !== 3) return
      const report = await release(opened.database, { code: way, publishedAt: `2024-${day}-01T00:00:00Z` }, revised)
      expect(report.revised).toBeGreaterThan(10)
    }
    const ids = await walk(way, list, () => 20, takeIn)
    const after = new Set(await whole(list))
    const untouched = before.filter((id) => after.has(id))
    expect(untouched.length).toBeGreaterThan(100)
    expect(ids.filter((id) => untouched.includes(id)).toSorted()).toEqual(untouched.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  },
)

test('a cursor given on both sides bounds the list on both', async () => {
  const edges = (await page({ first: 10 })).data.indicators.edges as Edge[]
  const cursorOf = (index: number): string => edges[index]?.cursor ?? ''
  const { nodes } = (await page({ after: cursorOf(1), before: cursorOf(8) })).data.indicators.edges.reduce(
    (all: { nodes: string[] }, { node }: Edge) => ({ nodes: [...all.nodes, node.id] }),
    { nodes: [] },
  )
  expect(nodes).toEqual(edges.slice(2, 8).map(({ node }) => node.id))
})

test('a page has fifty items, a thousand at most, from one end', async () => {
  expect((await page({})).data.indicators.edges).toHaveLength(50)
  expect((await page({ first: 1000 })).data.indicators.edges).toHaveLength(1000)
  expect((await page({ first: 0 })).data.indicators).toMatchObject({
    edges: [],
    pageInfo: { hasNextPage: true, endCursor: null },
  })
  expect(refusal(await page({ first: 1001 }))).toBe('LIMIT_EXCEEDED')
  expect(refusal(await page({ last: 1001 }))).toBe('LIMIT_EXCEEDED')
  expect(refusal(await page({ first: 1, last: 1 }))).toBe('BAD_USER_INPUT')
  expect(refusal(await page({ first: -1 }))).toBe('BAD_USER_INPUT')
})

describe('what is no cursor of this list is INVALID_CURSOR', () => {
  const encoded = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url')
  const real = async (list: object): Promise<string> =>
    (await page({ ...list, first: 1 })).data.indicators.pageInfo.endCursor
  const content = async (): Promise<unknown[]> => JSON.parse(Buffer.from(await real({}), 'base64url').toString())

  test.each<[string, () => Promise<string>]>([
    ['empty', async () => ''],
    ['not base64', async () => '%%%'],
    ['not JSON', async () => Buffer.from('{').toString('base64url')],
    ['not a list', async () => encoded({ a: 1 })],
    ['too short', async () => encoded((await content()).slice(0, -1))],
    ['too long', async () => encoded([...(await content()), 1])],
    ['of another type', async () => encoded((await content()).map((mark, index) => (index === 1 ? 'x' : mark)))],
    [
      'of a code that is not there',
      async () => encoded((await content()).map((mark, index) => (index === 2 ? 999_999 : mark))),
    ],
    [
      'an integer past the database’s',
      async () => encoded((await content()).map((mark, index) => (index === 1 ? 2 ** 40 : mark))),
    ],
    [
      'null where nothing is null',
      async () => encoded((await content()).map((mark, index) => (index === 1 ? null : mark))),
    ],
    ['of another order', () => real({ orderBy: [order('VALUE', 'ASC')] })],
    ['of another direction', () => real({ orderBy: [order('PERIOD', 'ASC')] })],
    ['of another filter', () => real({ filter: { metrics: ['EXPORTS'] } })],
  ])('%s', async (_, make) => {
    const cursor = await make()
    expect(refusal(await page({ after: cursor }))).toBe('INVALID_CURSOR')
    expect(refusal(await page({ before: cursor }))).toBe('INVALID_CURSOR')
  })

  test('a filter that only leaves more fields null is the same filter', async () => {
    const cursor = await real({ filter: { metrics: ['EXPORTS'], unit: null } })
    expect((await page({ filter: { metrics: ['EXPORTS'] }, after: cursor })).errors).toBeUndefined()
  })
})
