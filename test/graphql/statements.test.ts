import { afterAll, beforeAll, expect, test } from 'vitest'
import { generated, prepareForGenerated, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
  await release(opened.database, { code: 'GENERATED' }, generated(2000, 1))
  await opened.store.view() // the code lists of this version are in memory from here on
})
afterAll(() => opened.close())

const page = /* GraphQL */ `
  query Page($filter: IndicatorFilter, $first: Int) {
    indicators(filter: $filter, first: $first) {
      totalCount
      facets { dimension { code } category { code name } count }
      pageInfo { endCursor }
      nodes {
        value
        metric { code name dimensions { code } }
        categories { code name(language: ZH) parent { code } groups { code } dimension { code } }
        release { code citation }
        series { key firstPeriod lastPeriod }
        shareOf { metric { code } }
        citation
      }
    }
  }
`

async function sent(query: string, variables: object): Promise<{ count: number; answer: Answer }> {
  let answer: Answer = { data: null }
  const { length } = await statements(async () => {
    answer = await ask(opened.store, query, variables)
  })
  expect(answer.errors).toBeUndefined()
  return { count: length, answer }
}

test('a page with metrics, categories, releases, spans and facets takes five statements, whatever it holds', async () => {
  const lists = [
    [{ first: 50 }, 50],
    [{ first: 1 }, 1],
    [{ first: 1000 }, 800],
    [{ first: 50, filter: { releases: ['CN-GACC-2023-ANNUAL'] } }, 20],
    [{ first: 50, filter: { dimensions: ['PARTNER', 'PRODUCT'], within: ['EU'] } }, 20],
  ] as const
  for (const [variables, atLeast] of lists) {
    const { count, answer } = await sent(page, variables)
    // The version; the page; how many there are; the facets; the spans of its series.
    expect(count).toBe(5)
    expect(answer.data.indicators.nodes.length).toBeGreaterThanOrEqual(atLeast)
  }
})

test('an answer reads no more than it is asked for', async () => {
  expect((await sent('{ indicators { totalCount } }', {})).count).toBe(2)
  expect(
    (await sent('{ indicators { nodes { value metric { name } } edges { cursor } pageInfo { endCursor } } }', {}))
      .count,
  ).toBe(2)
  expect((await sent('{ indicators { facets { count } } }', {})).count).toBe(2)
  expect(
    (
      await sent(
        '{ metrics { code } dimensions { categories { code } } releases { nodes { code } } store { indicators } }',
        {},
      )
    ).count,
  ).toBe(1)
})

test('figures asked for by id at once take one statement', async () => {
  const { answer } = await sent('{ indicators(first: 100) { nodes { id series { id } } } }', {})
  const nodes: { id: string; series: { id: string } }[] = answer.data.indicators.nodes
  const ids = nodes.map(({ id }) => id)
  const found = await sent('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  expect(found.answer.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(found.count).toBe(2)
})
