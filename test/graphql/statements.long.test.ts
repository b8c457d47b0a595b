import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
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

test('a page with relations and facets takes four statements', async () => {
  const lists = [
    [{ first: 50 }, 50],
    [{ first: 1 }, 1],
    [{ first: 1000 }, 800],
    [{ first: 50, filter: { releases: ['CN-GACC-2023-ANNUAL'] } }, 20],
    [{ first: 50, filter: { dimensions: ['PARTNER', 'PRODUCT'], within: ['EU'] } }, 20],
  ] as const
  for (const [variables, atLeast] of lists) {
    const { count, answer } = await sent(page, variables)
    // The version; the page; the facets, with how many there are; the spans of its series. Facets of a list of chosen
    // categories are of more than the list.
    expect(count).toBe('filter' in variables && 'within' in variables.filter ? 5 : 4)
    expect(answer.data.indicators.nodes.length).toBeGreaterThanOrEqual(atLeast)
  }
})

test('an answer reads no more than it is asked for', async () => {
  expect((await sent('{ indicators { totalCount } }', {})).count).toBe(1)
  expect((await sent('{ indicators(filter: { latest: 1 }) { totalCount } }', {})).count).toBe(2)
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

test('each field has the same answer alone, though less is read', async () => {
  const fields = Object.values((schema.getType('Indicator') as GraphQLObjectType).getFields()).filter(
    ({ name }) => name !== 'derived',
  )
  const asked = fields.map(
    ({ name, type }) => `${name}${isLeafType(getNamedType(type)) ? '' : ` { __typename ${deeper[name] ?? ''} }`}`,
  )
  const list = async (selection: string): Promise<Record<string, unknown>[]> => {
    const { data, errors } = await ask(opened.store, `{ indicators(first: 1000) { nodes { ${selection} } } }`, {})
    expect(errors).toBeUndefined()
    return data.indicators.nodes
  }
  const whole = await list(asked.join(' '))
  for (const [index, { name }] of fields.entries()) {
    const alone = await list(asked[index] ?? '')
    expect(alone, name).toEqual(whole.map((node) => ({ [name]: node[name] })))
  }
})

/** What is asked below a field of a figure. */
const deeper: Readonly<Record<string, string>> = {
  bounds: 'low high',
  series: 'key',
  metric: 'code',
  dimension: 'code',
  category: 'code',
  categories: 'code',
  shareOf: 'metric { code } category { code }',
  changes: 'percent base',
  release: 'code',
  confirmedBy: 'code',
  history: 'id',
}

test('figures asked for by id at once take one statement', async () => {
  const { answer } = await sent('{ indicators(first: 100) { nodes { id series { id } } } }', {})
  const nodes: { id: string; series: { id: string } }[] = answer.data.indicators.nodes
  const ids = nodes.map(({ id }) => id)
  const found = await sent('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  expect(found.answer.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(found.count).toBe(2)
})

test('estimates read the sizes of releases for changes alone, once', async () => {
  await release(opened.database, { code: 'LATER' }, generated(10, 2))
  const counted = async (query: string): Promise<number> => {
    const sent = await statements(() => ask(opened.store, query))
    return sent.filter((text) => text.includes('FROM release_count')).length
  }
  const table =
    '{ aggregate(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"] }, groupBy: [{ by: PERIOD }]) { count } }'
  const changes = '{ changes(from: "2024-01-01T00:00:00Z") { totalCount } }'
  expect([await counted(table), await counted(changes), await counted(changes)]).toEqual([0, 1, 0])
})
