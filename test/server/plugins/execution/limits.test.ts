import { fc, test as property } from '@fast-check/vitest'
import { getIntrospectionQuery, getNullableType, isListType, isObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldCost } from '../../../../src/graphql/cost.js'
import { readOperations } from '../../../../src/graphql/saved-operations.js'
import { schema } from '../../../../src/graphql/schema.js'
import { measureComplexity } from '../../../../src/server/plugins/execution/complexity.js'
import { documentCache } from '../../../../src/server/plugins/execution/documents.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

async function answer(config: NodeJS.ProcessEnv, body: string | object, headers: Record<string, string> = {}) {
  const { app } = testApp({ store: opened.store, schema, config })
  const response = await post(app, body, headers)
  const { data, errors = [], extensions } = await response.json()
  const codes = errors.map((each: { extensions: { code: string } }) => each.extensions.code)
  return {
    status: response.status,
    data,
    errors,
    codes,
    message: errors[0]?.message,
    extensions,
    first: errors[0]?.extensions,
  }
}

const measured = (text: string) => [...measureComplexity(schema, parse(text)).values()]

/** What a query is estimated to cost, whatever that is. */
async function cost(query: string, variables: object = {}): Promise<number> {
  const { extensions, errors } = await answer(
    { MAX_QUERY_COST: '2000000000' },
    { query, variables },
    { 'x-query-cost': '1' },
  )
  return extensions?.cost.estimated ?? errors
}

describe('each limit, at it and one past it', () => {
  const wide =
    '{ ...f } fragment f on Query { metrics { ...g } } fragment g on Metric { a: code @include(if: true) code }'
  test.each([
    ['MAX_QUERY_DEPTH', 2, wide, /nests fields 2 levels deep\. The limit is 1\./],
    ['MAX_QUERY_FIELDS', 3, wide, /selects 3 fields, .*limit is 2\./],
    ['MAX_QUERY_ALIASES', 1, wide, /has 1 aliases, .*limit is 0\./],
    ['MAX_QUERY_DIRECTIVES', 1, wide, /has 1 directives, .*limit is 0\./],
  ])('%s', async (name, found, query, message) => {
    expect(await answer({ [name]: String(found) }, { query })).toMatchObject({ status: 200, codes: [] })
    const refused = await answer({ [name]: String(found - 1) }, { query })
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'], data: undefined })
    expect(refused.message).toMatch(message)
  })

  test('MAX_QUERY_TOKENS', async () => {
    const query = (more: number) => `{ metrics { ${'code '.repeat(95 + more)} } }`
    expect(await answer({ MAX_QUERY_TOKENS: '100' }, { query: query(0) })).toMatchObject({ status: 200 })
    const refused = await answer({ MAX_QUERY_TOKENS: '100' }, { query: query(1) })
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(refused.message).toContain('limit of 100 tokens')
  })

  test('a word of more than 1,000 letters is refused', async () => {
    const query = (letters: number) => `{ metrics { code } } # ${'x'.repeat(letters)}`
    expect(await answer({}, { query: query(1000) })).toMatchObject({ status: 200, codes: [] })
    const refused = await answer({}, { query: query(1001) })
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(refused.message).toContain('more than 1,000 letters')
  })

  test('MAX_QUERY_COST applies with variables, and the refusal has the estimate', async () => {
    const query = 'query ($n: Int = 10) { indicators(first: $n) { nodes { id } } }'
    expect([await cost(query, { n: 10 }), await cost(query, { n: 50 })]).toEqual([
      400 + 5 * 10 + 2 + 2 * 10,
      400 + 5 * 50 + 2 + 2 * 50,
    ])
    const config = { MAX_QUERY_COST: '752' }
    expect(await answer(config, { query, variables: { n: 50 } })).toMatchObject({ status: 200, codes: [] })
    expect(await answer(config, { query })).toMatchObject({ status: 200, codes: [] })
    const refused = await answer(config, { query, variables: { n: 51 } })
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(refused.first.cost).toEqual({ estimated: 759, allowed: 752 })
    expect(refused.message).toMatch(/cost of the query is 759, .*limit is 752\./)
    expect((await answer(config, { query, variables: { n: 50 } })).codes, 'the other is not remembered').toEqual([])
  })

  test('MAX_BODY_BYTES', async () => {
    const body = { query: '{ __typename }', variables: { pad: '' } }
    body.variables.pad = 'x'.repeat(1024 - JSON.stringify(body).length)
    const config = { MAX_BODY_BYTES: '1024' }
    expect(await answer(config, body)).toMatchObject({ status: 200, codes: [] })
    body.variables.pad += 'x'
    const refused = await answer(config, body)
    expect(refused).toMatchObject({ status: 413, codes: ['LIMIT_EXCEEDED'] })
    expect(refused.message).toMatch(/limit is 1,024 bytes/)
  })

  test('variables nested more than 50 levels deep are refused', async () => {
    const query = 'query ($f: IndicatorFilter) { indicators(filter: $f, first: 0) { nodes { id } } }'
    const nested = (levels: number) =>
      `{"query":"${query}","variables":{"f":${'{"not":'.repeat(levels)}null${'}'.repeat(levels)}}}`
    const at = await answer({}, nested(48))
    expect(at.message, 'the filter’s own limit').not.toContain('nested more than 50')
    const past = await answer({}, nested(50_000))
    expect(past).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(past.message).toContain('nested more than 50')
  })
})

describe('the estimate', () => {
  test('the estimate is sent on request only', async () => {
    const query = '{ store { version } }'
    expect((await answer({}, { query }, { 'x-query-cost': '1' })).extensions).toEqual({
      cost: { estimated: 2, allowed: 250_000 },
    })
    expect((await answer({}, { query })).extensions).toBeUndefined()
  })

  const page = (size: number): number => 400 + 5 * size + 1 // and its connection
  test.each([
    ['a list by its first', '{ indicators(first: 3) { nodes { id } edges { cursor } } }', page(3) + 2 * (1 + 3 * 2)],
    ['a list by its last', '{ indicators(last: 3) { nodes { id } } }', page(3) + 1 + 3 * 2],
    ['a list of 50 where nothing is said', '{ indicators { nodes { id } } }', page(50) + 1 + 50 * 2],
    [
      'no more than its resolver takes',
      '{ indicators(first: 2000000000) { nodes { id } } }',
      page(1000) + 1 + 1000 * 2,
    ],
    ['ids', '{ nodes(ids: ["a", "b"]) { id } }', 10 + 1 + 2 * 2],
    ['lists in lists', '{ indicators(first: 2) { nodes { changes { points } } } }', page(2) + 1 + 2 * (1 + 2 + 3 * 2)],
    ['a fragment at each spread', '{ ...f ...f } fragment f on Query { store { version } }', 4],
    [
      'nothing that is skipped',
      '{ store { version } ...f @skip(if: true) } fragment f on Query { store { version } }',
      2,
    ],
    ['other types of a node', '{ node(id: "x") { ... on Metric { code } ... on Series { key } } }', 10 + 3],
  ])('the estimate counts %s', async (_, query, expected) => expect(await cost(query)).toBe(expected))

  test('the estimate uses the length of code lists', async () => {
    const { codes } = (await opened.store.view()).snapshot
    expect(await cost('{ metrics { code } }')).toBe(1 + 2 * codes.metrics.length)
    expect(await cost('{ dimensions { code } }')).toBe(1 + 2 * codes.dimensions.length)
  })

  test('the estimate grows with pivot cells and series points', async () => {
    const pivot = (periods: string) =>
      `{ pivot(filter: { periods: ${periods} }, rows: [{ by: METRIC }], columns: [{ by: PERIOD }]) { cells } }`
    const series = (periods: string) =>
      `{ series(filter: { metrics: ["TRADE"], periods: ${periods} }) { rows { values } } }`
    for (const of of [pivot, series])
      expect(await cost(of('["2023"]'))).toBeLessThan(await cost(of('["2021", "2022", "2023"]')))
  })

  test('every list of the schema declares its size', () => {
    const lists = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field }))
        : [],
    )
    const undeclared = lists.filter(
      ({ field }) =>
        isListType(getNullableType(field.type)) && (field.extensions['cost'] as FieldCost)?.items === undefined,
    )
    expect(undeclared.map(({ place }) => place)).toEqual([])
  })

  property.prop([fc.nat(1000), fc.nat(1000)], { numRuns: 20 })(
    'with variables is what it is with their values',
    async (n, m) => {
      const query = (a: string, b: string) =>
        `query ($n: Int, $m: Int) { metrics { indicators(first: ${a}) { nodes { id metric { indicators(last: ${b}) { totalCount edges { cursor } } } } } } }`
      const config = { MAX_QUERY_COST: '100' }
      const estimated = async (query: string, variables: object) =>
        (await answer(config, { query, variables })).first?.cost
      expect(await estimated(query('$n', '$m'), { n, m })).toEqual(
        await estimated(query(String(n), String(m)).replace(/ \(.*?\)/, ''), {}),
      )
    },
  )

  test('the limits allow introspection and the shipped operations', async () => {
    const texts = readOperations().map(({ text }) => text)
    for (const query of [getIntrospectionQuery({ descriptions: true, oneOf: true }), ...texts]) {
      expect(await cost(query)).toBeLessThan(100_000)
      expect((await answer({}, { query })).codes).toEqual([])
    }
  })
})

describe('a hostile document', () => {
  const doubling = (n: number) =>
    `{ ...f0 } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f${n} on Query { indicators(first: 1) { nodes { id } } }`

  test('a document doubling with each fragment is refused by its expanded size', async () => {
    expect(measured(doubling(3))[0]?.fields).toBe(8 * 3)
    const refused = await answer({}, { query: doubling(300) })
    expect(refused).toMatchObject({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(refused.message).toContain('selects over 10^15 fields')
  })

  test.each([
    ['goes in circles', '{ ...f } fragment f on Query { metrics { code } ...f }', 'GRAPHQL_VALIDATION_FAILED'],
    ['spreads what is not there', '{ ...f }', 'GRAPHQL_VALIDATION_FAILED'],
    ['asks for what is not there', '{ nothing { at { all } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['overloads directives', `{ __typename ${'@a'.repeat(200)} }`, 'LIMIT_EXCEEDED'],
    [
      'overloads aliases',
      `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'nests selections',
      `{ metrics { dimensions { categories { ${'parent { '.repeat(400)} code ${'}'.repeat(404)}`,
      'LIMIT_EXCEEDED',
    ],
    [
      'goes round in the schema of the schema',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('a hostile document that %s', async (_, query, code) => {
    const { status, codes } = await answer({}, { query })
    expect([status, codes[0]]).toEqual([400, code])
  })

  test('the document cache is bounded and evicts the least recently used', () => {
    const documents = documentCache()
    const text = (n: number) => `{a}#${n}${'x'.repeat(300_000)}`
    for (const n of [1, 2, 3]) documents.set(text(n), parse('{a}'))
    documents.get(text(1))
    documents.set(text(4), parse('{a}'))
    documents.set('x'.repeat(2_000_000), parse('{a}'))
    expect([1, 2, 3, 4].map((n) => documents.get(text(n)) !== undefined)).toEqual([true, false, true, true])
  })
})
