import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import { Metrics } from '../../../../src/server/plugins/response/metrics.js'
import { createKey, findKey } from '../../../../src/store/admin/keys.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'

let opened: TestStore
let key: string
beforeAll(async () => {
  opened = await openTestStore()
  key = (await createKey(opened.database, { name: 'customs', scopes: ['publish'], expiresAt: null })).text
})
afterAll(() => opened.close())

function server(config: NodeJS.ProcessEnv = {}) {
  const metrics = new Metrics(false)
  metrics.watch(() => ({ store_version: 6, pool_used: 1, pool_idle: 2, pool_waiting: 3, columns_bytes: 4 }))
  const actorOf = (sent: string) => findKey(opened.database, sent, () => {})
  const { app, logged } = testApp({ store: opened.store, schema, metrics, actorOf, config })
  const lines = async () => (await (await app.fetch('http://test/metrics')).text()).split('\n')
  return { app, logged, lines }
}

test('metrics count requests, latency, refusals, store connections and slots', async () => {
  const { app, lines } = server()
  await post(app, { query: 'query ExportsByProduct { __typename }' })
  await post(app, { query: '{ __typename }' })
  await post(app, { query: '{ indicators(first: 5, last: 5) { nodes { id } } }' })
  await post(app, { query: '{ nothing }' })
  const told = await lines()
  for (const line of [
    'indicators_requests_total{status="200"} 3',
    'indicators_requests_total{status="400"} 1',
    'indicators_request_seconds_count{operation="ExportsByProduct"} 1',
    'indicators_request_seconds_count{operation="other"} 3',
    'indicators_refusals_total{code="BAD_USER_INPUT"} 1',
    'indicators_refusals_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
    'indicators_store_version 6',
    'indicators_pool_used 1',
    'indicators_pool_waiting 3',
    'indicators_columns_bytes 4',
    'indicators_queries{state="executing"} 0',
  ])
    expect(told).toContain(line)
})

test('metrics are sent whole when their length changes', async () => {
  const { app } = server()
  for (const status of [200, 404, 405]) {
    const response = await app.fetch('http://test/metrics')
    expect(Number(response.headers.get('content-length') ?? 0)).toBe(Buffer.byteLength(await response.text()))
    const asked = status === 405 ? '/metrics' : status === 404 ? '/nowhere' : '/graphql?query={__typename}'
    expect((await app.fetch(`http://test${asked}`, { method: status === 405 ? 'PUT' : 'GET' })).status).toBe(status)
  }
})

test('labels of metrics do not grow with names that clients invent', async () => {
  const { app, lines } = server()
  await post(app, { query: 'query A { __typename }' })
  const before = (await lines()).length
  for (let n = 0; n < 50; n++) {
    await post(app, { query: `query A${n} { __typename }` })
    await app.fetch(`http://test/nowhere/${n}?x=${n}`, { method: `M${n}` })
  }
  expect((await lines()).length).toBeLessThan(before + 10)
})

test('metrics of a closed store are absent', async () => {
  const metrics = new Metrics()
  metrics.watch(() => null)
  const text = await metrics.registry.metrics()
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) expect(text).toContain(name)
  expect(text).not.toMatch(/^indicators_store_version \d/m)
})

describe('a run with keys and tokens', () => {
  test('keys and tokens never appear in logs, responses or metrics', async () => {
    const { app, logged, lines } = server({ LOG_LEVEL: 'trace' })
    const token = `eyJhbGciOiJFUzI1NiJ9.${'c2VjcmV0'.repeat(5)}.${'A'.repeat(86)}`
    const texts: string[] = []
    const sent = [key, `${key}x`, token, 'ti_']
    for (const each of sent)
      for (const [query, variables] of [
        ['{ metrics { code } }', {}],
        ['query ($v: String!) { metric(code: $v) { code } }', { v: 'hunter2' }],
        ['query ($v: Int!) { metrics { indicators(first: $v) { nodes { id } } } }', { v: 'hunter2' }],
        ['mutation { retractRelease(code: "nothing", reason: "none") { release { code } } }', {}],
        [`{ metric(code: "${each}") `, {}],
      ] as const) {
        const response = await post(
          app,
          { query, variables },
          { authorization: `Bearer ${each}`, 'x-request-id': 'one' },
        )
        texts.push(JSON.stringify([...response.headers]))
        await response.text()
        await (await app.fetch(`http://test/graphql?query=${query}&key=${each}`)).text()
      }
    const told = [JSON.stringify(logged), (await lines()).join('\n'), ...texts].join('\n')
    expect(told).toContain('request completed')
    for (const secret of [key, key.slice(3), token, 'c2VjcmV0c2VjcmV0', 'hunter2']) expect(told).not.toContain(secret)
  })
})

test('cached responses count with their operation and client', async () => {
  opened.database.versions.relyFrom(Number.POSITIVE_INFINITY)
  const { app } = server({ RATE_LIMIT_PER_MINUTE: '6' })
  const query = await readFile(new URL('../../../../src/graphql/operations/by-unit.graphql', import.meta.url), 'utf8')
  for (const [cost, estimated] of [
    ['1', 'object'],
    ['', 'undefined'],
    ['1', 'object'],
    ['', 'undefined'],
    ['1', 'object'],
    ['', 'undefined'],
  ] as const) {
    const answer = await post(app, { query }, cost === '' ? {} : { 'x-query-cost': cost })
    expect([answer.headers.get('x-request-id'), answer.headers.get('ratelimit')]).toEqual([null, null])
    expect(typeof (await answer.json()).extensions?.cost, 'with the estimate it is another answer').toBe(estimated)
  }
  expect((await post(app, { query })).status).toBe(429)
  const told = (
    await (await app.fetch('http://test/metrics', { headers: { authorization: `Bearer ${key}` } })).text()
  ).split('\n')
  expect(told).toContain('indicators_answers_total{outcome="miss"} 4')
  expect(told).toContain('indicators_answers_total{outcome="hit"} 2')
  expect(told).toContain('indicators_request_seconds_count{operation="TradeByUnit"} 6')
})
