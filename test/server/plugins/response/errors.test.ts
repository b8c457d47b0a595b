import { GraphQLInt, GraphQLNonNull, GraphQLScalarType, GraphQLString } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../../../src/errors.js'
import { schema } from '../../../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const refuse = (): never => {
  throw new Refusal('INVALID_PERIOD', 'That is no period.', { didYouMean: ['2023'] })
}
const Period = new GraphQLScalarType({ name: 'Period', parseValue: refuse, parseLiteral: refuse })

const fails = (error: unknown) => ({
  type: GraphQLString,
  resolve: () => {
    throw error
  },
})

const troubled = tinySchema({
  fine: { type: GraphQLString, resolve: () => 'fine' },
  refused: fails(new Refusal('UNIT_MISMATCH', 'CNY is money.', { allowed: ['CNY', 'CNY_MILLION'] })),
  broken: fails(new TypeError('password=hunter2')),
  foreign: fails(Object.assign(new Error('no'), { extensions: { code: 'P2002' } })),
  thrown: fails('a string'),
  wrongLeaf: { type: GraphQLInt, resolve: () => 'many' },
  missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
  of: { type: GraphQLString, args: { period: { type: Period }, n: { type: GraphQLInt } } },
  needs: { type: GraphQLString, args: { n: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } } },
})

async function answer(body: string | object, headers: Record<string, string> = {}) {
  const { app, logged } = testApp({ store: opened.store, schema: troubled })
  const response = await post(app, body, headers)
  const { data, errors } = await response.json()
  return { status: response.status, headers: response.headers, data, errors, logged }
}

const code = (answer: { errors: { extensions: { code: string } }[] }) =>
  answer.errors.map((each) => each.extensions.code)

describe('a request that is refused as a whole', () => {
  const coerced = { query: 'query ($n: Int) { of(n: $n) }', variables: { n: 'many' } }
  const refused = { query: 'query ($p: Period) { of(period: $p) }', variables: { p: '2023-13' } }
  test.each([
    ['what is no GraphQL', { query: '{ fine' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a literal that a scalar refuses', { query: '{ of(period: "2023-13") }' }, 'INVALID_PERIOD'],
    ['a literal of the wrong type', { query: '{ of(n: "many") }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable that a scalar refuses', refused, 'INVALID_PERIOD'],
    ['a variable of the wrong type', coerced, 'BAD_USER_INPUT'],
    ['a variable that is missing', { query: 'query ($n: Int!) { of(n: $n) }' }, 'BAD_USER_INPUT'],
    ['an operation that is not there', { query: '{ fine }', operationName: 'Other' }, 'BAD_USER_INPUT'],
  ])('%s', async (_, body, expected) => {
    const strict = await answer(body)
    expect(code(strict)).toEqual([expected])
    expect(strict.data).toBeUndefined()
    expect(strict.status).toBe(400)
    expect(strict.logged).toEqual([])
    const lax = await answer(body, { accept: 'application/json' })
    expect(code(lax)).toEqual([expected])
    expect(lax.status, 'the request itself is well-formed').toBe(200)
  })

  test('the choices of a scalar reach the client with the location', async () => {
    const { errors } = await answer({ query: '{ of(period: "2023-13") }' })
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('That is no period.'),
      locations: [{ line: 1, column: 14 }],
      extensions: { code: 'INVALID_PERIOD', didYouMean: ['2023'] },
    })
    expect(Object.keys(errors[0].extensions)).toEqual(['code', 'didYouMean'])
  })
})

describe('a request that cannot be read', () => {
  test.each([
    ['JSON that is none', '{"query":', {}, 400],
    ['an array', '[{"query":"{ fine }"}]', {}, 400],
    ['nothing asked', '{}', {}, 400],
    ['a query that is no text', '{"query":1}', {}, 400],
    ['an operation name that is no text', '{"query":"{ fine }","operationName":7}', {}, 400],
    ['another field', '{"query":"{ fine }","queries":[]}', {}, 400],
    ['variables that are no object', '{"query":"{ fine }","variables":7}', {}, 400],
    [
      'a form, which any page may have a browser send',
      'query={fine}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
    ],
    ['another content type', '{ fine }', { 'content-type': 'text/plain' }, 415],
    [
      'a compressed body',
      '{"query":"{ fine }"}',
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      415,
    ],
    ['another charset', '{"query":"{ fine }"}', { 'content-type': 'application/json; charset=gb18030' }, 415],
    ['an upload', '--', { 'content-type': 'multipart/form-data; boundary=-' }, 415],
  ])('%s', async (_, body, headers, status) => {
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const answered = await answer(body, { accept, ...headers })
      expect(code(answered)).toEqual(['BAD_USER_INPUT'])
      expect(answered.status).toBe(status)
      expect(answered.logged).toEqual([])
    }
  })

  test('a method other than GET and POST', async () => {
    const { app } = testApp({ store: opened.store, schema: troubled })
    const response = await app.fetch('http://test/graphql', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
    expect(code(await response.json())).toEqual(['BAD_USER_INPUT'])
  })

  test('variables in the URL that are not JSON', async () => {
    const { app } = testApp({ store: opened.store, schema: troubled })
    const response = await app.fetch('http://test/graphql?query={fine}&variables={')
    expect(response.status).toBe(400)
    expect(code(await response.json())).toEqual(['BAD_USER_INPUT'])
  })

  test('a body of 1 MiB is read, a larger one refused', async () => {
    const { app } = testApp({ store: opened.store, schema: troubled })
    const whole = JSON.stringify({ query: '{ fine }' })
    const send = (size: number, announced: boolean) => {
      const bytes = Buffer.from(whole.padEnd(size))
      const body = announced ? bytes : new Response(bytes).body
      const headers = { 'content-type': 'application/json', ...(announced && { 'content-length': `${size}` }) }
      return app.fetch('http://test/graphql', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    }
    for (const announced of [true, false]) {
      expect(await (await send(1_048_576, announced)).json()).toEqual({ data: { fine: 'fine' } })
      const refused = await send(1_048_577, announced)
      expect(refused.status).toBe(413)
      expect(code(await refused.json())).toEqual(['LIMIT_EXCEEDED'])
    }
  })
})

describe('a field that fails', () => {
  test('a refused field leaves the data of other fields', async () => {
    const { status, data, errors, logged } = await answer({ query: '{ fine refused }' })
    expect(status).toBe(200)
    expect(data).toEqual({ fine: 'fine', refused: null })
    expect(errors).toEqual([
      {
        message: 'CNY is money.',
        path: ['refused'],
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'UNIT_MISMATCH', allowed: ['CNY', 'CNY_MILLION'] },
      },
    ])
    expect(logged).toEqual([])
  })

  test.each(['broken', 'foreign', 'thrown', 'wrongLeaf', 'missing'])(
    'an unexpected error is masked, and logged under its id: %s',
    async (field) => {
      const { status, errors, logged } = await answer({ query: `{ ${field} }` })
      expect(status).toBe(200)
      expect(errors).toHaveLength(1)
      const { id, ...extensions } = errors[0].extensions
      expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
      expect(errors[0]).toMatchObject({ path: [field], message: expect.stringContaining(id) })
      expect(JSON.stringify(errors)).not.toMatch(/hunter2|P2002|a string|many|\.ts/)
      expect(logged).toEqual([expect.objectContaining({ level: 50, id, path: field })])
      expect(logged[0]?.['err']).toMatchObject({ stack: expect.stringMatching(/\n\s+at /) })
    },
  )

  test('an argument found invalid during execution is BAD_USER_INPUT', async () => {
    const { status, data, errors } = await answer({ query: 'query ($n: Int) { needs(n: $n) }', variables: { n: null } })
    expect([status, data, code({ errors })]).toEqual([200, { needs: null }, ['BAD_USER_INPUT']])
  })
})

test('a failing page is masked and logged', async () => {
  const { app, logged } = testApp({
    store: opened.store,
    schema: troubled,
    state: () => {
      throw new Error('hunter2')
    },
  })
  const response = await app.fetch('http://test/readyz')
  expect(response.status).toBe(500)
  expect(await response.text()).toContain(logged[0]?.['id'])
  expect(logged).toEqual([expect.objectContaining({ level: 50, err: expect.objectContaining({ message: 'hunter2' }) })])
})

test('without introspection no error or file reveals the schema', async () => {
  const { app } = testApp({ store: opened.store, schema, config: { INTROSPECTION: 'false' } })
  const asked = await post(app, { query: '{ __schema { description } }' })
  expect(code(await asked.json())).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  const guessed = async (query: string, variables = {}) =>
    (await (await post(app, { query, variables })).json()).errors[0]
  expect((await guessed('{ metrix { code } }')).message).toBe('Cannot query field "metrix" on type "Query".')
  expect((await guessed('{ units(compatibleWith: CNX) { unit } }')).message).not.toContain('CNY')
  const byVariable = await guessed('query ($u: Unit) { units(compatibleWith: $u) { unit } }', { u: 'CNX' })
  expect(byVariable.message).not.toContain('CNY')
  const ofData = await guessed('{ indicators(filter: { metrics: ["EXPORT"] }) { totalCount } }')
  expect(ofData.extensions.didYouMean, 'codes are data').toContain('EXPORTS')
  expect((await app.fetch('http://test/schema.graphql')).status).toBe(404)
  expect(await (await post(app, { query: '{ __typename }' })).json()).toEqual({ data: { __typename: 'Query' } })
})
