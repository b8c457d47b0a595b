import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLString } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { units } from '../../../../src/domain/units/unit.js'
import { withMeter } from '../../../../src/graphql/meter.js'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.store.view()
})
afterAll(() => opened.close())

/** What is answered often enough to come from a compiled query in the end, each as status, codes and message. */
async function answers(app: App, query: string) {
  const found: { status: number; codes: string[]; message: string; data: unknown }[] = []
  for (let times = 0; times < 5; times++) {
    const response = await post(app, { query })
    const { data, errors = [] } = await response.json()
    const codes = errors.map((each: { extensions: { code: string } }) => each.extensions.code)
    found.push({ status: response.status, codes, message: errors[0]?.message ?? '', data })
  }
  return found
}

describe('MAX_ANSWER_VALUES', () => {
  const limit = 20_000
  const config = { MAX_ANSWER_VALUES: String(limit), CACHE_BYTES: '0' }
  const values = 1 + units.length * 6 // a list and its items
  const query = (lists: number) =>
    `{ ${Array.from({ length: lists }, (_, n) => `a${n}: units { unit base factor name symbol }`)} }`
  const most = Math.floor(limit / values)

  test('a response at MAX_ANSWER_VALUES is complete, interpreted and compiled', async () => {
    const { app } = testApp({ store: opened.store, schema, config })
    for (const { status, codes } of await answers(app, query(most)))
      expect({ status, codes }).toEqual({ status: 200, codes: [] })
  })

  test('a response beyond MAX_ANSWER_VALUES is LIMIT_EXCEEDED, interpreted and compiled', async () => {
    const { app } = testApp({ store: opened.store, schema, config })
    for (const found of await answers(app, query(most + 1))) {
      expect(found).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'], data: undefined })
      const told = `exceeds the limit of ${limit} values (${(most + 1) * values} when it was stopped)`
      expect(found.message).toContain(told)
    }
  })

  test('the values of nested lists are counted', async () => {
    const { app } = testApp({ store: opened.store, schema, config: { ...config, MAX_ANSWER_VALUES: '1000' } })
    const often = (times: number, field: string) => `{ ${Array.from({ length: times }, (_, n) => `a${n}: ${field}`)} }`
    const nested = 'dimensions { categories { children { code groups { code } } members { code name id } } }'
    expect((await answers(app, often(20, nested)))[4]?.codes).toEqual(['LIMIT_EXCEEDED'])
    const pivot = 'pivot(filter: {}, rows: [{ by: METRIC }], columns: [{ by: PERIOD }], content: COUNT) { cells }'
    expect((await answers(app, often(40, pivot)))[4]?.codes).toEqual(['LIMIT_EXCEEDED'])
  })
})

test('a response beyond MAX_ANSWER_BYTES is LIMIT_EXCEEDED, interpreted and compiled', async () => {
  const { app } = testApp({ store: opened.store, schema, config: { MAX_ANSWER_BYTES: '2048', CACHE_BYTES: '0' } })
  const query = (first: number) => `{ indicators(first: ${first}) { nodes { citation } } }`
  for (const { status } of await answers(app, query(1))) expect(status).toBe(200)
  for (const found of await answers(app, query(100))) {
    expect(found).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'], data: undefined })
    expect(found.message).toMatch(/limit of 2,048 bytes \([\d,]+ bytes so far\)/)
  }
})

test('a large response equals the output of JSON.stringify', async () => {
  const { app } = testApp({ store: opened.store, schema, config: { CACHE_BYTES: '0' } })
  const lists = Array.from({ length: 20 }, (_, n) => `a${n}: units { name }`)
  const query = `{ indicators { nodes { id note changes { base } categories { code } release { title } } } ${lists} }`
  const text = await (await post(app, { query })).text()
  expect(text).toBe(JSON.stringify(JSON.parse(text)))
  expect(JSON.parse(text).data.a19).toHaveLength(units.length)
})

describe('a list that takes long to make', () => {
  const item = new GraphQLObjectType({ name: 'Item', fields: { n: { type: GraphQLInt }, m: { type: GraphQLInt } } })
  const long = withMeter(
    tinySchema({
      fine: { type: GraphQLString, resolve: () => 'fine' },
      items: {
        type: new GraphQLList(item),
        args: { count: { type: GraphQLInt } },
        resolve: (_, { count }) => Array.from({ length: count }, (__, n) => ({ n, m: n })),
      },
    }),
  )
  const query = (count: number) => ({ query: `{ items(count: ${count}) { n m } }` })
  const config = { MAX_ANSWER_VALUES: '10000000', MAX_ANSWER_BYTES: '268435456', CACHE_BYTES: '0' }

  test('computing a long list does not delay other requests', async () => {
    const { app } = testApp({ store: opened.store, schema: long, config })
    const ended: string[] = []
    const slow = post(app, query(100_000)).then(() => ended.push('long'))
    await new Promise(setImmediate)
    for (let n = 0; n < 3; n++) await post(app, { query: `{ fine # ${n}\n }` }).then(() => ended.push('short'))
    await slow
    expect(ended).toEqual(['short', 'short', 'short', 'long'])
  })

  test('a long list is complete and ordered, interpreted and compiled', async () => {
    const { app } = testApp({ store: opened.store, schema: long, config })
    for (const { data } of await answers(app, query(5000).query))
      expect((data as { items: { n: number }[] }).items.map(({ n }) => n)).toEqual(
        Array.from({ length: 5000 }, (_, n) => n),
      )
  })

  test('a long list ends at QUERY_TIMEOUT_MS, or half in CPU time', async () => {
    const { app } = testApp({ store: opened.store, schema: long, config: { ...config, QUERY_TIMEOUT_MS: '10' } })
    for (const { status, codes } of await answers(app, query(200_000).query))
      expect([`504 TIMEOUT`, '400 LIMIT_EXCEEDED']).toContain(`${status} ${codes}`)
  })
})

describe('a type that comes back on one path of fields', () => {
  const recursive = (times: number) =>
    `{ dimensions { ${'categories { dimension { '.repeat(times)} code ${'} } '.repeat(times)} } }`

  test('a type may occur three times on one path', async () => {
    const { app } = testApp({ store: opened.store, schema })
    expect((await answers(app, recursive(2)))[0]).toMatchObject({ status: 200, codes: [] })
    const [refused] = await answers(app, recursive(3))
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(refused?.message).toMatch(/returns to Dimension .*occurs 4 times .*limit is 3/)
  })

  test('repeated types are found in fragments, aliases and interfaces', async () => {
    const { app } = testApp({ store: opened.store, schema })
    const query = `{ node(id: "x") { ...a } } fragment a on Category { x: dimension { ... on Node { ...b } } }
      fragment b on Dimension { y: categories { ...c } } fragment c on Category { dimension { categories { dimension { categories { code } } } } }`
    expect((await answers(app, query))[0]).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
  })

  test('a type directly below itself counts once', async () => {
    const { app } = testApp({ store: opened.store, schema })
    const down = `{ dimensions { categories { ${'children { '.repeat(7)} code ${'} '.repeat(7)} } } }`
    const up = `{ category(dimension: "PRODUCT", code: "SHIPS") { ${'parent { '.repeat(7)} code ${'} '.repeat(7)} } }`
    for (const query of [down, up]) expect((await answers(app, query))[0]).toMatchObject({ status: 200, codes: [] })
  })
})

test('only the first five errors have suggestions', async () => {
  const ids = Array.from({ length: 8 }, () => Buffer.from('["Dimension","PRODUCT"]').toString('base64url'))
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Dimension { categories(parent: "SHIP") { code } } } }'
  const { app } = testApp({ store: opened.store, schema })
  const { errors } = await (await post(app, { query, variables: { ids } })).json()
  const suggested = errors.map(({ extensions }: { extensions: object }) => 'didYouMean' in extensions)
  expect(suggested).toEqual([true, true, true, true, true, false, false, false])
  expect(errors[0].extensions.didYouMean).toContain('SHIPS')
})
