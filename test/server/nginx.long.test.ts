import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { exchange, hasNginx, type Nginx, startNginx } from './nginx.js'
import { testApp } from './support.js'

let nginx: Nginx
let url: string
let origin: Server
let handle: (request: IncomingMessage, response: ServerResponse) => unknown
let opened: TestStore
let app: ReturnType<typeof testApp>['app']
/** What reached the server behind, and how it was asked. */
const asked: IncomingMessage[] = []

describe.skipIf(!hasNginx)('deploy/nginx.conf, in nginx itself', () => {
  beforeAll(async () => {
    opened = await openTestStore()
    app = testApp({ store: opened.store, schema, config: { TRUST_PROXY: '1', LOG_LEVEL: 'warn' } }).app
    origin = createServer((request, response) => {
      asked.push(request)
      return handle(request, response)
    })
    await once(origin.listen(0, '127.0.0.1'), 'listening')
    nginx = await startNginx((origin.address() as AddressInfo).port)
    url = `http://127.0.0.1:${nginx.port}`
  })
  afterAll(async () => {
    await nginx.close()
    origin.closeAllConnections()
    origin.close()
    await opened.close()
  })

  let etag = 0
  /** An origin that answers as the server does: kept for so long, and stale for a day. */
  const answering = (text: string, control: string) => (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    const headers = { 'content-type': 'application/json', 'cache-control': control, etag: `"${++etag}"` }
    response.writeHead(200, headers).end(text)
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${path}`, { headers })
    return {
      status: response.status,
      cache: response.headers.get('x-cache'),
      etag: response.headers.get('etag'),
      text: await response.text(),
      headers: response.headers,
    }
  }

  /** The first answer that is not given as a fresh one any more. */
  const aged = async (path: string) => {
    for (;;) {
      const found = await get(path)
      if (found.cache !== 'HIT') return found
    }
  }

  test('nginx serves cached responses with their ETag and answers 304', async () => {
    handle = answering('one', 'public, max-age=60')
    const first = await get('/graphql?query={a}')
    handle = answering('two', 'public, max-age=60')
    const again = await get('/graphql?query={a}')
    expect([first.cache, again.cache, again.text, again.etag]).toEqual(['MISS', 'HIT', 'one', first.etag])
    const had = await get('/graphql?query={a}', { 'if-none-match': first.etag ?? '' })
    expect([had.status, had.text]).toEqual([304, ''])
    expect((await get('/graphql?query={b}')).text, 'another query').toBe('two')
    expect((await get('/graphql?query={a}', { accept: 'application/graphql-response+json' })).text).toBe('two')
    expect((await get('/graphql?query={a}', { origin: 'https://a.example' })).text).toBe('two')
  })

  test('nginx serves stale responses while refreshing or without the server', async () => {
    handle = answering('old', 'public, max-age=1, stale-while-revalidate=86400, stale-if-error=86400')
    expect((await get('/graphql?query={stale}')).text).toBe('old')
    const before = asked.length
    let release!: () => void
    const held = new Promise<void>((resolve) => (release = resolve))
    let arrive!: () => void
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    handle = async (request, response) => {
      arrive()
      await held
      answering('new', 'public, max-age=60')(request, response)
    }
    const stale = await aged('/graphql?query={stale}')
    expect([stale.cache, stale.text]).toEqual(['STALE', 'old'])
    await arrived
    expect(asked.slice(before).map(({ headers }) => headers['if-none-match'])).toEqual([
      expect.stringMatching(/^"\d+"$/),
    ])
    release()
    let fresh = await get('/graphql?query={stale}')
    while (fresh.text === 'old') fresh = await get('/graphql?query={stale}')
    expect([fresh.cache, fresh.text]).toEqual(['HIT', 'new'])

    handle = answering('kept', 'public, max-age=1, stale-if-error=86400')
    await get('/graphql?query={lost}')
    handle = (request) => request.socket.destroy()
    expect((await aged('/graphql?query={lost}')).text).toBe('kept')
  })

  test('nginx caches no POST, no request with a key, no no-store response', async () => {
    for (const init of [
      { method: 'POST', body: '{"query":"{a}"}', headers: { 'content-type': 'application/json' } },
      { headers: { authorization: 'Bearer ti_1' } },
      { headers: { 'x-query-cost': '1' } },
    ]) {
      handle = answering('first', 'public, max-age=60')
      await (await fetch(`${url}/graphql?query={kept}`, init)).text()
      handle = answering('second', 'no-store')
      expect(await (await fetch(`${url}/graphql?query={kept}`, init)).text()).toBe('second')
    }
    handle = answering('third', 'no-store')
    await get('/graphql?query={no}')
    handle = answering('fourth', 'no-store')
    expect((await get('/graphql?query={no}')).text).toBe('fourth')
  })

  test('nginx keeps charts by language and by the host that they are asked of', async () => {
    handle = app
    const port = new URL(url).port
    const chart = '/embed?metric=EXPORTS'
    const english = await get(chart, { 'accept-language': 'en' })
    const chinese = await get(chart, { 'accept-language': 'zh' })
    expect([english.cache, chinese.cache]).toEqual(['MISS', 'MISS'])
    expect([english.text, chinese.text].map((text) => /<html lang="([^"]*)"/.exec(text)?.[1])).toEqual([
      'en',
      'zh-Hans',
    ])
    expect(english.text).toContain(`href="http://127.0.0.1:${port}/?metric=EXPORTS&amp;lang=en"`)
    const again = await get(chart, { 'accept-language': 'en' })
    expect([again.cache, again.text]).toEqual(['HIT', english.text])
    const other = await exchange(
      nginx.port,
      `GET ${chart} HTTP/1.1\r\nHost: elsewhere.example\r\nAccept-Language: en\r\nConnection: close\r\n\r\n`,
    )
    expect(other).toMatch(/X-Cache: MISS/)
    expect(other).toContain('href="http://elsewhere.example/?metric=EXPORTS&amp;lang=en"')
    for (const path of ['/chart.svg?metric=EXPORTS', '/chart.png?metric=EXPORTS', `/oembed?url=${url}/?metric=EXPORTS`])
      expect((await get(path)).status, path).toBe(200)
  })

  test('nginx forwards a stream without buffering', async () => {
    let say!: (text: string) => void
    handle = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      say = (text) => response.write(text)
      say('event: one\n\n')
    }
    const stop = new AbortController()
    const response = await fetch(`${url}/graphql?query={s}`, {
      headers: { accept: 'text/event-stream' },
      signal: stop.signal,
    })
    const reader = response.body?.getReader()
    const heard = async () => Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(await heard()).toBe('event: one\n\n')
    say('event: two\n\n')
    expect(await heard()).toBe('event: two\n\n')
    stop.abort()
  })

  test("the server answers alike behind nginx and learns the client's address", async () => {
    handle = (request, response) => app(request, response)
    const query = encodeURIComponent('{ indicators(first: 3) { nodes { formatted } } }')
    const straight = await (await app.fetch(`http://test/graphql?query=${query}`)).text()
    for (let n = 0; n < 2; n++) expect((await get(`/graphql?query=${query}`)).text).toBe(straight)
    expect(JSON.parse(straight).data.indicators.nodes).toHaveLength(3)
    const { headers } = asked.at(-1) ?? {}
    expect(headers?.['x-forwarded-for']).toBe('127.0.0.1')
    const refused = await get('/graphql?query={', {
      accept: 'application/graphql-response+json',
      'x-forwarded-for': '6.6.6.6',
    })
    expect([refused.status, JSON.parse(refused.text).errors[0].extensions.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED'])
    expect(refused.headers.get('x-request-id')).toBe(asked.at(-1)?.headers['x-request-id'])
  })
})
