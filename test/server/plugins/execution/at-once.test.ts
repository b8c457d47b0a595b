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

test('a list of figures in memory is answered without a statement', async () => {
  const app = serving()
  const ask = (unused: number) => post(app, { query: page, variables: { unused } }, json)
  for (let unused = 0; unused < 4; unused++) await ask(unused)
  const made = await statements(async () => {
    const response = await ask(4)
    expect((await response.json()).data.indicators.nodes).toHaveLength(2)
  })
  expect(made).toEqual([])
})
