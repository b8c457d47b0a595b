import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'
import { storeLongFigures } from '../long-figures.js'
import { type Logged, testApp } from '../support.js'

let opened: TestStore
let app: App
let logged: Logged[]
let server: Server
let base: string
beforeAll(async () => {
  opened = await openTestStore()
  const { database, store } = opened
  await storeLongFigures(database, 10_000) // 20 MB
  ;({ app, logged } = testApp({
    store,
    schema,
    exporting: exporting(database, store),
    config: { MAX_EXPORTS_PER_CLIENT: '4' },
  }))
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  vi.restoreAllMocks()
  logged.length = 0
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await opened.close()
})

const variables = (filter: object): string => encodeURIComponent(JSON.stringify({ filter }))
const long = `/export?format=csv&variables=${variables({ categories: ['PARTNER:US'], frequency: ['MONTHLY'] })}`
const short = `/export?format=csv&variables=${variables({ metrics: ['TRADE'], dimensions: ['TOTAL'] })}`
const fetched = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(app.fetch(`http://test${path}`, init))

/** Begins to take a file over a socket: its first piece is there, and nothing is taken from it. */
async function begin(path: string): Promise<IncomingMessage> {
  const [response] = (await once(get(`${base}${path}`, { agent: false }), 'response')) as [IncomingMessage]
  await once(response, 'readable')
  return response
}

test("a file's headers have type, name, version and citation", async () => {
  const response = await fetched(short)
  const { version } = (await opened.store.view()).snapshot
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': expect.stringMatching(/^text\/csv; charset=utf-8/),
    'content-disposition': `attachment; filename="indicators-TRADE-TOTAL-v${version}.csv"; filename*=UTF-8''indicators-TRADE-TOTAL-v${version}.csv`,
    'x-store-version': `${version}`,
    'x-content-type-options': 'nosniff',
    link: expect.stringMatching(/^<\/export\?format=about&variables=.*>; rel="describedby"; type="application\/json"$/),
  })
  expect((await response.text()).split('\n')).toHaveLength(7)
  const about = await (await fetched(/<(.*?)>/.exec(response.headers.get('link') ?? '')?.[1] ?? '')).json()
  expect(about).toMatchObject({
    query: 'indicators',
    variables: { filter: { metrics: ['TRADE'] } },
    storeVersion: version,
    asOf: null,
    sources: expect.arrayContaining([expect.objectContaining({ code: 'CN-GACC-2023-ANNUAL' })]),
  })
})

test("a file's ETag depends on version, language and format", async () => {
  const tag = async (path: string): Promise<string> =>
    (await fetched(path, { method: 'HEAD' })).headers.get('etag') ?? ''
  const own = await tag(short)
  const again = async (path: string): Promise<number> => {
    const response = await fetched(path, { headers: { 'if-none-match': own } })
    await response.arrayBuffer()
    return response.status
  }
  const sent = await statements(async () => {
    expect(await again(short)).toBe(304)
  })
  expect(sent).toEqual([expect.stringMatching(/^SELECT version, stamp, /)])
  expect(await again(`${short}&language=ZH`)).toBe(200)
  expect(await again(short.replace('csv', 'xlsx'))).toBe(200)
  await release(opened.database, { code: 'LATER', publishedAt: '2025-03-01T00:00:00Z' }, [
    figure({ period: '2025', value: '45' }),
  ])
  expect(await again(short)).toBe(200)
})

test('POST takes the parameters from its body', async () => {
  const body = JSON.stringify({ format: 'csv', variables: { filter: { periods: ['2023'], dimensions: ['TOTAL'] } } })
  const posted = await fetched('/export', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(await posted.text()).toContain('TRADE,ALL,2023,41.76,CNY_TRILLION')
})

describe('an impossible file is refused before its first byte:', () => {
  const filter = (given: object): string => `/export?format=csv&variables=${variables(given)}`
  test.each<{ title: string; path: string; init: RequestInit; status: number; extensions: object }>([
    {
      title: 'no format',
      path: '/export',
      init: {},
      status: 400,
      extensions: { code: 'BAD_USER_INPUT', allowed: expect.arrayContaining(['csv', 'parquet']) },
    },
    {
      title: 'an unknown code',
      path: filter({ metrics: ['EXPORT'] }),
      init: {},
      status: 400,
      extensions: { code: 'UNKNOWN_CODE', didYouMean: expect.arrayContaining(['EXPORTS']) },
    },
    {
      title: 'no period',
      path: filter({ from: '2023-13' }),
      init: {},
      status: 400,
      extensions: { code: 'INVALID_PERIOD' },
    },
    { title: 'no unit', path: filter({ unit: 'YUAN' }), init: {}, status: 400, extensions: { code: 'BAD_USER_INPUT' } },
    {
      title: 'a float',
      path: filter({ value: { gt: 0.5 } }),
      init: {},
      status: 400,
      extensions: { code: 'BAD_USER_INPUT' },
    },
    {
      title: 'no JSON',
      path: '/export?format=csv&variables=x',
      init: {},
      status: 400,
      extensions: { code: 'BAD_USER_INPUT' },
    },
    {
      title: 'a page',
      path: `/export?format=csv&variables=${encodeURIComponent('{"first": 3}')}`,
      init: {},
      status: 400,
      extensions: { allowed: ['filter', 'orderBy'] },
    },
    {
      title: 'another parameter',
      path: '/export?format=csv&filter=x',
      init: {},
      status: 400,
      extensions: { allowed: expect.arrayContaining(['variables']) },
    },
    {
      title: 'a parameter twice',
      path: '/export?format=csv&format=xlsx',
      init: {},
      status: 400,
      extensions: { code: 'BAD_USER_INPUT' },
    },
    {
      title: 'a filter too deep',
      path: filter({ and: [{ and: [{ and: [{ and: [{ and: [{ and: [{}] }] }] }] }] }] }),
      init: {},
      status: 400,
      extensions: { code: 'LIMIT_EXCEEDED' },
    },
    {
      title: 'a body that is no JSON',
      path: '/export',
      init: { method: 'POST', body: '{' },
      status: 400,
      extensions: { code: 'BAD_USER_INPUT' },
    },
    {
      title: 'a body too long',
      path: '/export',
      init: { method: 'POST', body: 'x'.repeat(2_000_000) },
      status: 413,
      extensions: { code: 'LIMIT_EXCEEDED' },
    },
  ])('$title', async ({ path, init, status, extensions }) => {
    const response = await fetched(path, init)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect([response.status, await response.json()]).toEqual([
      status,
      { errors: [{ message: expect.any(String), extensions: expect.objectContaining(extensions) }] },
    ])
  })

  test('an unknown method is 405, and a failing store is masked', async () => {
    expect((await fetched('/export?format=csv', { method: 'DELETE' })).status).toBe(405)
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(() => {
      throw new Error('password=hunter2')
    })
    const response = await fetched(short)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('hunter2')
  })
})

test('a disconnect ends the export', async () => {
  const fetches = (sent: readonly string[]): number => sent.filter((each) => /^FETCH/.test(each)).length
  const sent = await statements(async () => {
    const response = await begin(long)
    const query = vi.mocked(pg.Client.prototype.query)
    response.destroy()
    await vi.waitFor(() => {
      const last = query.mock.calls.map(([each]) => String((each as { text?: string }).text ?? each))
      expect(last.some((each) => /^CLOSE|pg_cancel_backend/.test(each))).toBe(true)
    }, 60_000)
  })
  expect(fetches(sent)).toBeLessThan(5)
  // Nothing is left of it: as many as may be written at once can be begun again.
  const others = await Promise.all([1, 2, 3, 4].map(() => begin(long)))
  const fifth = await fetched(long)
  expect([fifth.status, (await fifth.json()).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED'])
  for (const response of others) response.destroy()
  await vi.waitFor(async () => expect(await (await fetched(short)).text()).toContain('TRADE'), 60_000)
  expect(logged).toEqual([])
})

test('a file has one version although the store changes meanwhile', async () => {
  const { version } = (await opened.store.view()).snapshot
  const response = await begin(long)
  const months = [figure({ metric: 'IMPORTS', categories: ['PARTNER:US'], period: '9999-12', value: '2' })]
  await release(opened.database, { code: 'MEANWHILE', publishedAt: '2025-04-01T00:00:00Z' }, months)
  const all = await text(response)
  expect(response.headers['x-store-version']).toBe(`${version}`)
  expect(all.split('\n')).toHaveLength(10_002)
  expect(all).toContain('IMPORTS,US,9999-12,1,')
  expect(await text(await begin(long))).not.toContain('IMPORTS,US,9999-12,1,')
})

test('a failure after the first byte closes the connection', async () => {
  await opened.database.pool.query(`UPDATE indicator SET unit = 'FURLONG' WHERE period = (9999 * 12 + 11 - 9999) * 16`)
  const response = await begin(long)
  await expect(text(response)).rejects.toThrow(/aborted/)
  const failed = { level: 50, msg: 'an export failed after its first byte' }
  await vi.waitFor(() => expect(logged).toMatchObject([failed]), 60_000)
})
