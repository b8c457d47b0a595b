import { GraphQLInt, GraphQLString } from 'graphql'
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

const fails = (error: Error) => ({
  type: GraphQLString,
  resolve: () => {
    throw error
  },
})
const cutOff = fails(Object.assign(new Error('connect ECONNREFUSED db.internal:5432'), { code: 'ECONNREFUSED' }))
const troubled = tinySchema({
  fine: { type: GraphQLString, resolve: () => 'fine' },
  refused: fails(new Refusal('UNIT_MISMATCH', 'CNY is money.')),
  broken: fails(new TypeError('password=hunter2')),
  cutOff,
  of: { type: GraphQLString, args: { n: { type: GraphQLInt } } },
})

async function answer(body: object, headers: Record<string, string> = {}) {
  const { app, logged } = testApp({ store: opened.store, schema: troubled })
  const response = await post(app, body, headers)
  const { data, errors } = await response.json()
  return { status: response.status, headers: response.headers, data, errors, logged }
}

describe('a store that is lost in the middle', () => {
  test.each([
    ['alone', '{ cutOff }'],
    ['beside data', '{ fine cutOff refused }'],
    ['many times', '{ cutOff again: cutOff more: cutOff }'],
    ['behind a variable', 'query ($n: Int) { of(n: $n) cutOff }'],
  ])('a query is refused as a whole with 503: %s', async (_, query) => {
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const { status, headers, data, errors, logged } = await answer({ query }, { accept })
      expect({ status, later: headers.get('retry-after'), data }).toEqual({ status: 503, later: '1', data: undefined })
      expect(errors).toEqual([
        { message: 'The store cannot be reached at the moment.', extensions: { code: 'UNAVAILABLE' } },
      ])
      expect(logged.filter(({ msg }) => msg === 'the store cannot be reached')).toHaveLength(1)
    }
  })

  test('an internal error beside an outage is logged', async () => {
    const { status, logged } = await answer({ query: '{ broken cutOff }' })
    expect(status).toBe(503)
    expect(logged).toContainEqual(expect.objectContaining({ level: 50, path: 'broken' }))
  })

  test('only a mutation without effect is refused as a whole', async () => {
    const mutations = tinySchema(
      { fine: { type: GraphQLString } },
      {
        fine: { type: GraphQLString, resolve: () => 'done' },
        cutOff,
      },
    )
    const { app } = testApp({ store: opened.store, schema: mutations })
    const nothing = await post(app, { query: 'mutation { cutOff }' })
    expect([nothing.status, await nothing.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
    ])
    const partly = await post(app, { query: 'mutation { fine cutOff }' })
    expect([partly.status, await partly.json()]).toMatchObject([
      200,
      { data: { fine: 'done', cutOff: null }, errors: [{ path: ['cutOff'], extensions: { code: 'UNAVAILABLE' } }] },
    ])
  })
})

test('a lost store makes the whole response UNAVAILABLE with Retry-After', async () => {
  const lost = await openTestStore()
  const { app } = testApp({ store: lost.store, schema })
  await lost.lose()
  const response = await post(app, { query: '{ store { version } }' })
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
  expect((await response.json()).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }])
})
