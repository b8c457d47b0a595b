import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { schema } from '../../../src/graphql/schema.js'
import type { State } from '../../../src/server/routes/health.js'
import { openTestStore, type TestStore } from '../../support.js'
import { noStore, testApp } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.store.view() // the code lists are in memory: /readyz has only its patience
})
afterAll(() => opened.close())
afterEach(() => void vi.useRealTimers())

async function ready(given: Partial<Parameters<typeof testApp>[0]> = {}) {
  const { app } = testApp({ store: opened.store, schema, ...given })
  const response = await app.fetch('http://test/readyz')
  return { status: response.status, retry: response.headers.get('retry-after'), body: await response.json() }
}

test('/readyz reports the version of the store', async () => {
  expect(await ready()).toEqual({
    status: 200,
    retry: null,
    body: { status: 'ready', version: 6, stamp: expect.any(String) },
  })
})

test.each<State>(['starting', 'draining'])('the server is alive but not ready while %s', async (state) => {
  expect(await ready({ state: () => state })).toEqual({ status: 503, retry: '1', body: { status: state } })
  const { app } = testApp({ store: opened.store, schema, state: () => state })
  const alive = await app.fetch('http://test/healthz')
  expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive' }])
})

const without = { status: 503, retry: '1', body: { status: 'without its store' } }

test('the server is not ready without its store', async () => {
  const lost = await openTestStore()
  await lost.lose()
  expect(await ready({ store: lost.store })).toEqual(without)
})

test('the server is not ready if the store does not answer', async () => {
  vi.useFakeTimers()
  const asked = ready({ store: { ...noStore(new Error('not asked')), ask: () => new Promise(() => {}) } })
  await vi.advanceTimersByTimeAsync(3000)
  expect(await asked).toEqual(without)
})

test('health checks are not cacheable and read-only', async () => {
  const { app } = testApp({ store: opened.store, schema })
  for (const path of ['healthz', 'readyz']) {
    const response = await app.fetch(`http://test/${path}`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const posted = await app.fetch(`http://test/${path}`, { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('a query string that ends like a health path is a query', async () => {
  const { app } = testApp({ store: opened.store, schema })
  for (const path of ['/health', '/healthz']) {
    const response = await app.fetch(`http://test/graphql?query=${encodeURIComponent('{__typename}')}#${path}`)
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
    const wrong = await app.fetch(`http://test/graphql?query={&x=${path}`)
    expect(await wrong.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] })
  }
})
