import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }'
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'

/** An id as the server makes it; clients never do. */
const idOf = (...parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

const trade = 'CN_TRADE|TRADE|TOTAL:ALL|CNY|A'
const release = 'CN-GACC-2023-ANNUAL'
const known: Record<string, string> = {
  Indicator: idOf('Indicator', release, trade, '2023'),
  Series: idOf('Series', trade),
  Metric: idOf('Metric', 'TRADE'),
  Dimension: idOf('Dimension', 'TOTAL'),
  Category: idOf('Category', 'TOTAL', 'ALL'),
  Release: idOf('Release', release),
  Dataset: idOf('Dataset', 'CN_TRADE'),
}

describe('an id', () => {
  test('is given by every type that is a Node', async () => {
    const { data } = await ask(opened.store, '{ __type(name: "Node") { possibleTypes { name } } }')
    const types = data.__type.possibleTypes.map(({ name }: { name: string }) => name)
    // A finding's id is given by what was found: test/graphql/import.test.ts asks by it.
    expect(types.sort()).toEqual([...Object.keys(known), 'Finding'].sort())
  })

  test('leads back to what it was given with', async () => {
    const { data } = await ask(
      opened.store,
      `{
      indicator(metric: "TRADE", period: "2023") {
        ...given series { ...given } metric { ...given } dimension { ...given } category { ...given } release { ...given } dataset { ...given }
      }
    }
    fragment given on Node { __typename id }`,
    )
    const { series, metric, dimension, category, release, dataset, ...indicator } = data.indicator
    const given = [indicator, series, metric, dimension, category, release, dataset]
    expect(given).toEqual(Object.entries(known).map(([__typename, id]) => ({ __typename, id })))
    for (const each of given) expect(await ask(opened.store, node, { id: each.id })).toEqual({ data: { node: each } })
    const all = await ask(opened.store, nodes, { ids: given.map(({ id }) => id) })
    expect(all).toEqual({ data: { nodes: given } })
  })

  test('leads to all that its type has', async () => {
    const { data } = await ask(
      opened.store,
      `query ($id: ID!) {
      node(id: $id) { ... on Indicator { formatted release { code } } ... on Metric { name } }
    }`,
      { id: known['Indicator'] },
    )
    expect(data.node).toEqual({ formatted: 'CNY 41.76 trillion', release: { code: release } })
  })

  test.each([
    ['Indicator', 'CN-GACC-2022-ANNUAL', trade, '2023'], // which printed none for that year
    ['Indicator', 'CN-GACC-1999-ANNUAL', trade, '2023'],
    ['Indicator', release, trade, '2023-01/2023-12'], // the same days, another period
    ['Indicator', release, trade, 'next year'],
    ['Indicator', release, 'TRADE', '2023'],
    ['Series', 'CN_TRADE|TRADE|TOTAL:ALL|CNY|M'],
    ['Series', 'nothing'],
    ['Metric', 'TRADES'],
    ['Dimension', 'COUNTRY'],
    ['Category', 'PRODUCT', 'EU'],
    ['Category', 'COUNTRY', 'EU'],
    ['Release', 'CN-GACC-1999-ANNUAL'],
  ])('of %s %s that nothing has leads to nothing', async (...parts) => {
    expect(await ask(opened.store, node, { id: idOf(...parts) })).toEqual({ data: { node: null } })
  })
})

describe('what is no id', () => {
  const malformed = {
    'a word': 'exports',
    'an empty text': '',
    'a cursor': idOf('releases', release),
    'a type that is no node': idOf('Facet', 'TOTAL'),
    'no type at all': Buffer.from('{"Metric":"TRADE"}').toString('base64url'),
    'too short a key': idOf('Category', 'PARTNER'),
    'too long a key': idOf('Metric', 'TRADE', 'EXPORTS'),
    'a name that every object of JavaScript has': idOf('constructor', 'TRADE'),
    'another one': idOf('__proto__', 'TRADE'),
    'a character that no store can be asked for': idOf('Series', `${trade}\0`),
    'the same within a figure': idOf('Indicator', release, `${trade}\0`, '2023'),
  }

  test.each(Object.entries(malformed))('%s is refused', async (_, id) => {
    const asked = await ask(opened.store, node, { id })
    expect(refusal(asked)).toBe('BAD_USER_INPUT')
    expect(asked.data).toEqual({ node: null })
  })

  test.each(Object.entries(malformed))('%s is refused in its place, and the others are answered', async (_, id) => {
    const around = Object.values(known)
    const { data, errors } = await ask(opened.store, nodes, {
      ids: [...around, id, idOf('Metric', 'NONE'), ...around],
    })
    const found = Object.entries(known).map(([__typename, id]) => ({ __typename, id }))
    expect(data.nodes).toEqual([...found, null, null, ...found])
    expect(errors).toHaveLength(1)
    expect(errors?.[0]).toMatchObject({ path: ['nodes', around.length], extensions: { code: 'BAD_USER_INPUT' } })
  })
})

describe('many ids', () => {
  const ids = (count: number) => Array.from({ length: count }, () => known['Metric'])

  test('are answered up to 100, each in its place', async () => {
    const { data, errors } = await ask(opened.store, nodes, { ids: ids(100) })
    expect(errors).toBeUndefined()
    expect(data.nodes).toHaveLength(100)
    expect(data.nodes[99]).toEqual({ __typename: 'Metric', id: known['Metric'] })
    expect(await ask(opened.store, nodes, { ids: [] })).toEqual({ data: { nodes: [] } })
  })

  test('are too many beyond that', async () => {
    expect(refusal(await ask(opened.store, nodes, { ids: ids(101) }))).toBe('LIMIT_EXCEEDED')
  })
})
