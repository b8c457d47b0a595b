import { afterAll, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import { Store } from '../../../../src/store/query/store.js'
import { statements } from '../../../statements.js'
import { eagerColumns, openTestStore } from '../../../support.js'
import { overSocket } from '../../over-socket.js'
import { post, testApp } from '../../support.js'
import { bodyOf, cases } from './repeated-queries.js'

const { database, close } = await openTestStore()
afterAll(close)
await database.listen() // a version that is not known is asked for

/** A server that keeps all figures in memory, over connections, as only these are answered without Yoga. */
const serving = () => overSocket(testApp({ store: new Store(database, null, eagerColumns), schema }).app)

const json = { accept: 'application/json', 'content-type': 'application/json' }

test.each(cases)('%s: the answer at once is that of an execution', async (_, each) => {
  const app = serving()
  const body = (await bodyOf(each)) as { query: string; variables?: object }
  const texts: string[] = []
  // Another variable each time, which no query names, keeps the responses out of the cache.
  for (let unused = 0; unused < 5; unused++) {
    const response = await post(app, { ...body, variables: { ...body.variables, unused } }, json)
    texts.push(`${response.status} ${(await response.text()).replaceAll(/[0-9a-f-]{36}/g, 'id')}`)
  }
  expect(new Set(texts).size, texts.join('\n')).toBe(1)
})

const page = '{ indicators(filter: { metrics: ["TRADE"] }, first: 2) { nodes { period value metric { name } } } }'

test.each([
  ['application/json', 'application/json'],
  ['*/*', 'application/json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['text/event-stream, application/json; charset=latin1, Application/*;q=0.5', 'application/json'],
])('a list of figures in memory is answered without a statement to Accept: %s', async (accept, type) => {
  const app = serving()
  const headers = { accept, 'content-type': 'application/json; charset=utf-8' }
  const ask = async (unused: number) => {
    const response = await post(app, { query: page, variables: { unused } }, headers)
    return { type: response.headers.get('content-type'), text: await response.text() }
  }
  const executed = await ask(0)
  for (let unused = 1; unused < 4; unused++) await ask(unused)
  const made = await statements(async () => expect(await ask(4)).toEqual(executed))
  expect(made).toEqual([])
  expect(executed.type).toBe(`${type}; charset=utf-8`)
})
