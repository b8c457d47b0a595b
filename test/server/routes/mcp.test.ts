import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../src/graphql/schema.js'
import { withResolvers } from '../../../src/lib/with-resolvers.js'
import type { App } from '../../../src/server/app.js'
import type { LiveStore } from '../../../src/server/plugins/execution/view.js'
import { Metrics } from '../../../src/server/plugins/response/metrics.js'
import { createKey, findKey } from '../../../src/store/admin/keys.js'
import { figure, release } from '../../figures.js'
import { call, connect, eras } from '../../mcp/support.js'
import { openTestStore, type TestStore } from '../../support.js'
import { type Logged, noStore, testApp } from '../support.js'

let opened: TestStore
let app: App
let logged: Logged[]
const metrics = new Metrics(false)
const made = (config: NodeJS.ProcessEnv, own = new Metrics(false)) =>
  testApp({
    ...{ store: opened.store, schema, metrics: own, actorOf: (key) => findKey(opened.database, key, () => {}) },
    config: { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'debug', ...config },
  })
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
  ;({ app, logged } = made({}, metrics))
})
afterAll(async () => {
  await app.dispose()
  await opened.close()
})

const both = 'application/json, text/event-stream'
const json = { 'content-type': 'application/json', accept: both }
const asked = { metrics: ['TRADE'], dimensions: ['TOTAL'], periods: ['2023'] }
const message = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params })
const listing = JSON.stringify(message('tools/list'))

const send = async (body: BodyInit | null, headers: Record<string, string> = json, to = app): Promise<Response> =>
  to.fetch(new Request('http://test/mcp', { method: 'POST', headers, body, duplex: 'half' } as RequestInit))

describe('methods', () => {
  test.each(['GET', 'HEAD', 'DELETE', 'PUT'])('%s is not allowed', async (method) => {
    const response = await app.fetch(new Request('http://test/mcp', { method, headers: { accept: both } }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  test('no session is kept, and nothing cached', async () => {
    const initialize = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } }
    const response = await send(JSON.stringify(message('initialize', initialize)))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'cache-control': 'no-store' })
    expect(response.headers.get('mcp-session-id')).toBeNull()
    expect(await response.text()).toContain('"protocolVersion":"2025-06-18"')
  })
})

describe('a message is refused as JSON-RPC does:', () => {
  const much = `{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(1_048_576)}"}`
  const chunks = () => new Response(much).body
  test.each([
    ['no JSON', '{', json, 400, -32700, 'BAD_USER_INPUT'],
    ['no body', null, json, 400, -32700, 'BAD_USER_INPUT'],
    ['a batch', `[${listing},${listing}]`, json, 400, -32600, 'BAD_USER_INPUT'],
    ['too large', much, json, 413, -32000, 'LIMIT_EXCEEDED'],
    ['too large in chunks', chunks, json, 413, -32000, 'LIMIT_EXCEEDED'],
    ['a page of another origin', listing, { ...json, origin: 'http://evil.example' }, 403, -32000, 'FORBIDDEN'],
    ['a page at a name that points here', listing, { ...json, origin: 'http://test' }, 403, -32000, 'FORBIDDEN'],
    ['a page without an origin', listing, { ...json, origin: 'null' }, 403, -32000, 'FORBIDDEN'],
  ])('%s', async (_, body, headers, status, code, own) => {
    const response = await send(typeof body === 'function' ? body() : body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      ...{ jsonrpc: '2.0', id: null, error: { code, message: expect.any(String), data: { code: own } } },
    })
  })

  test.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded', accept: both }, 415],
    ['text', { 'content-type': 'text/plain', accept: both }, 415],
    ['a client that accepts pages', { 'content-type': 'application/json', accept: 'text/html' }, 406],
    ['an unknown version', { ...json, 'mcp-protocol-version': '1999-01-01' }, 400],
  ])('%s', async (_, headers, status) => {
    const response = await send(listing, headers)
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      ...{ status, body: { jsonrpc: '2.0', error: { code: expect.any(Number) } } },
    })
  })

  test.each([
    ['null', 'null'],
    ['a number', '1'],
    ['an empty object', '{}'],
    [
      'nested deeply',
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`,
    ],
    ['a prototype', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"__proto__","arguments":{}}}'],
    ['an unknown method', JSON.stringify(message('tools/nothing'))],
    ['an unknown tool', JSON.stringify(message('tools/call', { name: 'drop_tables', arguments: {} }))],
  ])('%s', async (_, body) => {
    const response = await send(body)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).toMatch(/"error":\{"code":-32\d{3}/)
  })
})

describe('pages of an allowed origin', () => {
  test('may call tools', async () => {
    const { app: open } = made({ CORS_ORIGINS: 'http://localhost:*' })
    const origin = 'http://localhost:6274'
    const client = await connect(open, 'auto', { origin })
    expect(await call(client, 'get_figures', asked)).toMatchObject({ total: 1 })
    const response = await send(listing, { ...json, origin }, open)
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
    const preflight = await open.fetch('http://test/mcp', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'mcp-method' },
    })
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      ...{ 'access-control-allow-methods': 'GET, HEAD, POST', 'access-control-allow-headers': 'mcp-method' },
    })
    await client.close()
    await open.dispose()
  })
})

describe('the queries of tools are requests of the client', () => {
  test('with its key', async () => {
    const { text: key } = await createKey(opened.database, { name: 'assistant', scopes: ['publish'], expiresAt: null })
    const valid = await connect(app, 'auto', { authorization: `Bearer ${key}` })
    expect(await call(valid, 'get_figures', asked)).toMatchObject({ isError: false, total: 1 })
    const forged = await connect(app, 'auto', { authorization: `Bearer ti_${'A'.repeat(43)}` })
    expect(await call(forged, 'get_figures', asked)).toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
    await valid.close()
    await forged.close()
  })

  test('at the version that its headers name', async () => {
    const { version, stamp } = (await opened.store.view()).snapshot
    const pinned = await connect(app, 'auto', { 'x-store-version': `${version}`, 'x-store-stamp': stamp })
    await release(opened.database, { code: 'LATER', publishedAt: '2026-01-01T00:00:00Z' }, [
      figure({ period: '2023', value: '41.99' }),
    ])
    expect(await call(pinned, 'get_figures', asked)).toMatchObject({
      ...{ storeVersion: version, figures: [{ printed: 'CNY 41.76 trillion' }] },
    })
    const newest = await connect(app)
    expect(await call(newest, 'get_figures', asked)).toMatchObject({
      ...{ storeVersion: version + 1, figures: [{ printed: 'CNY 41.99 trillion' }] },
    })
    await pinned.close()
    await newest.close()
  })

  test('and count for its limits', async () => {
    const { app: limited } = made({ RATE_LIMIT_PER_MINUTE: '8' })
    const client = await connect(limited)
    const codes: unknown[] = []
    let status = 200
    while (status === 200 && codes.length < 20) {
      const response = await send(
        JSON.stringify(message('tools/call', { name: 'search', arguments: { text: 'x' } })),
        json,
        limited,
      )
      status = response.status
      codes.push(/RATE_LIMITED/.exec(await response.text())?.[0] ?? null)
    }
    expect(status).toBe(429)
    expect(codes.at(-1)).toBe('RATE_LIMITED')
    expect(codes.length).toBeLessThan(6) // of 8 requests each call is two
    await client.close()
    await limited.dispose()
  })

  test('and have its limits of cost', async () => {
    const { app: poor } = made({ MAX_QUERY_COST: '300' })
    const client = await connect(poor)
    expect(await call(client, 'compare', { metrics: ['TRADE'], first: 50 })).toMatchObject({
      error: { code: 'LIMIT_EXCEEDED', message: expect.stringMatching(/cost/) },
    })
    await client.close()
    await poor.dispose()
  })

  test('whose log and metrics name the tool', async () => {
    const client = await connect(app, 'auto', { 'x-request-id': 'assistant-1' })
    await call(client, 'what_changed', { since: '2024-06-01T00:00:00Z' })
    await client.close()
    expect(logged).toContainEqual(
      expect.objectContaining({ path: '/graphql', operation: 'McpWhatChanged', request: 'assistant-1' }),
    )
    expect(await metrics.registry.metrics()).toContain('indicators_request_seconds_count{operation="McpWhatChanged"}')
  })
})

describe.each(eras)('a client of the era %s', (era) => {
  test('learns that the store is not there', async () => {
    const { app: lost } = testApp({
      store: noStore(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })),
      schema,
    })
    const client = await connect(lost, era)
    const told = await call(client, 'describe')
    expect(told).toMatchObject({ isError: true, error: { code: 'UNAVAILABLE' } })
    await client.close()
    await lost.dispose()
  })

  test('learns nothing of an internal error', async () => {
    const { app: faulty } = testApp({ store: noStore(new Error('secret')), schema })
    const client = await connect(faulty, era)
    const told = await call(client, 'describe')
    expect(told).toMatchObject({ isError: true, error: { code: 'INTERNAL_SERVER_ERROR' } })
    expect(told.text).not.toContain('secret')
    await client.close()
    await faulty.dispose()
  })
})

test.each(eras)('a disconnect of the era %s ends the query of a tool', async (era) => {
  const { promise: entered, resolve: enter } = withResolvers<void>()
  const { promise: left, resolve: leave } = withResolvers<void>()
  const { store } = opened
  const waiting: LiveStore = {
    ...noStore(new Error('not asked')),
    view: (signal, pin) =>
      pin == null
        ? store.view(signal)
        : new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason))
            signal?.addEventListener('abort', () => leave())
            enter()
          }),
  }
  const { app: slow, logged } = testApp({ store: waiting, schema })
  const client = await connect(slow, era, { 'x-store-version': '1' })
  const calling = call(client, 'describe').catch(() => null)
  await entered
  await client.close()
  await calling
  await left
  await slow.dispose()
  expect(logged.filter(({ level }) => level >= 40)).toEqual([])
})

test('a subscription is refused', async () => {
  const client = await connect(app)
  await expect(client.listen({ toolsListChanged: true })).rejects.toThrow(/limit|not supported|capab/i)
  await client.close()
})

test('MCP=false serves nothing at /mcp', async () => {
  const { app: without } = made({ MCP: 'false' })
  expect((await send(listing, json, without)).status).toBe(404)
  await without.dispose()
})
