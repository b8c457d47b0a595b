import { afterAll, expect, test, vi } from 'vitest'
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
const serving = (store = new Store(database, null, eagerColumns)) => overSocket(testApp({ store, schema }).app)

/** Counts the views that executions read by: an answer at once needs none. */
function observed() {
  const store = new Store(database, null, eagerColumns)
  const view = vi.spyOn(store, 'view')
  return { app: serving(store), executions: () => view.mock.calls.length }
}

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
  ['text/event-stream, application/graphql-response+json; charset=latin1, Application/*;q=0.5', 'application/json'],
])('a list of figures in memory is answered without a statement to Accept: %s', async (accept, type) => {
  const { app, executions } = observed()
  const headers = { accept, 'content-type': 'application/json; charset=utf-8' }
  const ask = async (unused: number) => {
    const response = await post(app, { query: page, variables: { unused } }, headers)
    return { type: response.headers.get('content-type'), text: await response.text() }
  }
  const executed = await ask(0)
  for (let unused = 1; unused < 4; unused++) await ask(unused)
  const before = executions()
  const made = await statements(async () => expect(await ask(4)).toEqual(executed))
  expect([made, executions() - before]).toEqual([[], 0])
  expect(executed.type).toBe(`${type}; charset=utf-8`)
})

test('one query that needs the database leaves the next to be answered at once', async () => {
  const { app, executions } = observed()
  const query =
    'query ($latest: Int) { indicators(filter: { metrics: ["TRADE"], latest: $latest }, first: 2) { nodes { period } } }'
  const ask = async (latest: number | null, unused: number) =>
    (await post(app, { query, variables: { latest, unused } }, json)).json()
  for (let unused = 0; unused < 4; unused++) await ask(null, unused)
  const counts: number[] = []
  for (const [unused, latest] of [null, 1, null].entries()) {
    const before = executions()
    expect((await ask(latest, 4 + unused)).errors).toBeUndefined()
    counts.push(executions() - before)
  }
  expect(counts).toEqual([0, 1, 0])
})
