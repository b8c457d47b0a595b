import { readdir, readFile } from 'node:fs/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { statements } from '../../../statements.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { isOverSocket, post, testApp } from '../../support.js'

const folder = new URL('../../../../src/graphql/operations/', import.meta.url)
const operations = (await readdir(folder)).filter((name) => name.endsWith('.graphql'))

let opened: TestStore
let plain: App // keeps nothing
const open: TestStore[] = []
const store = async (): Promise<TestStore> => {
  const made = await openTestStore()
  open.push(made)
  made.database.versions.relyFrom(Number.POSITIVE_INFINITY) // however slow the machine is
  await made.store.ask()
  return made
}
const cached = (of: TestStore, config: NodeJS.ProcessEnv = {}): App => testApp({ store: of.store, schema, config }).app
beforeAll(async () => {
  opened = await store()
  plain = cached(opened, { CACHE_BYTES: '0' })
})
afterAll(async () => {
  for (const each of open) await each.close()
})

const json = { accept: 'application/json' }
const get = (app: App, query: string, headers: Record<string, string> = json): Promise<Response> =>
  Promise.resolve(app.fetch(`http://test/graphql?query=${encodeURIComponent(query)}`, { headers }))
const bytes = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())
const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]))
const query = '{ store { version } indicators { nodes { formatted release { code } } } }'

/** What some work answers, and how many statements it takes. */
async function counted<T>(work: () => Promise<T>): Promise<{ count: number; answer: T }> {
  const answers: T[] = []
  const { length } = await statements(async () => answers.push(await work()))
  return { count: length, answer: answers[0] as T }
}

describe('an answer from memory is the answer, byte for byte', () => {
  test.each(operations)('%s', async (name) => {
    const text = await readFile(new URL(name, folder), 'utf8')
    const app = cached(opened)
    for (const ask of [
      (app: App) => post(app, { query: text }),
      (app: App) => get(app, text),
      (app: App) => post(app, { query: text }, json),
    ]) {
      const executed = await ask(plain)
      const first = await ask(app)
      const want = await bytes(executed)
      expect(await bytes(first)).toEqual(want)
      expect(await bytes(await ask(app))).toEqual(want) // kept from the second time on
      const { count, answer: hit } = await counted(() => ask(app))
      expect(count).toBe(0)
      expect(await bytes(hit)).toEqual(want)
      expect(headersOf(hit)).toEqual(headersOf(first))
      expect(hit.headers.get('content-type')).toBe(executed.headers.get('content-type'))
    }
  })
})

test('a query is executed twice before its response is kept', async () => {
  const app = cached(opened)
  const counts: number[] = []
  for (let times = 0; times < 4; times++) counts.push((await counted(() => get(app, query).then(bytes))).count)
  expect(counts.map((count) => count > 0)).toEqual([true, true, false, false])
})

test('cacheable responses have Cache-Control, Vary and ETag', async () => {
  const app = cached(opened, { CACHE_MAX_AGE: '30' })
  for (let times = 0; times < 2; times++)
    expect(headersOf(await get(app, query))).toMatchObject({
      'cache-control': 'public, max-age=30, stale-while-revalidate=30, stale-if-error=86400',
      vary: 'accept, accept-encoding, authorization, origin, x-query-cost, x-store-version, x-store-stamp',
      'x-store-version': '6',
      etag: expect.stringMatching(/^"6-[\w-]{22}"$/),
    })
})

test("If-None-Match is answered with 304 for the tag in any proxy's form", async () => {
  const app = cached(opened)
  const etag = (await get(app, query)).headers.get('etag') ?? ''
  const other = etag.replace('"6', '"5')
  const gone = etag.replace(/"$/, '-gzip"')
  for (const had of [etag, `W/${etag}`, gone, `"x", ${etag}`, '*']) {
    const response = await get(app, query, { ...json, 'if-none-match': had })
    expect([had, response.status, await response.text()]).toEqual([had, 304, ''])
    const headers = headersOf(response)
    expect(headers).toMatchObject({ etag, 'x-store-version': '6', vary: expect.any(String) })
    expect(headers, 'the client has it').not.toHaveProperty('content-security-policy')
  }
  for (const had of [other, '"x"', etag.replaceAll('"', '')])
    expect((await get(app, query, { ...json, 'if-none-match': had })).status, had).toBe(200)
  const unasked = await get(cached(opened), query, { ...json, 'if-none-match': etag })
  expect([unasked.status, unasked.headers.get('content-length')], 'nor has it to be in memory for that').toEqual([
    304,
    null,
  ])
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('%s, where that is taken, from the first answer on', async (encoding, open) => {
  const app = cached(opened)
  const want = await bytes(await get(plain, query))
  const tags = new Set([(await get(cached(opened), query)).headers.get('etag')])
  for (let times = 0; times < 2; times++) {
    const response = await get(app, query, { ...json, 'accept-encoding': `deflate, ${encoding};q=0.5` })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    tags.add(response.headers.get('etag'))
    const body = await bytes(response)
    expect(response.headers.get('content-length')).toBe(`${body.length}`)
    expect(body.length).toBeLessThan(want.length)
    expect(open(body)).toEqual(want)
  }
  expect(tags.size, 'other bytes, another tag').toBe(2)
  for (const refused of [`${encoding};q=0`, 'identity'])
    expect((await get(app, query, { ...json, 'accept-encoding': refused })).headers.get('content-encoding')).toBeNull()
  const short = await get(app, '{ __typename }', { ...json, 'accept-encoding': encoding })
  expect(short.headers.get('content-encoding'), 'not worth it').toBeNull()
})

describe('nobody keeps', () => {
  const never = async (ask: (app: App) => Promise<Response>): Promise<void> => {
    const app = cached(opened)
    for (let times = 0; times < 2; times++) {
      const { headers } = await ask(app)
      expect([headers.get('cache-control') ?? 'no-store', headers.get('etag')]).toEqual(['no-store', null])
    }
  }
  test('responses with errors are not cached', async () => {
    await never((app) => get(app, '{ indicators(first: 1) { nodes { value(unit: ENTERPRISE) } } store { version } }'))
    await never((app) => get(app, '{ indicators(filter: {metrics: ["NO"]}) { totalCount } }'))
    await never((app) => get(app, '{ no }'))
    await never((app) => get(app, '{'))
  })
  test('mutations', () =>
    never((app) => post(app, { query: 'mutation { retractRelease(code: "A", reason: "") { release { code } } }' })))
  test('requests with a key are executed each time', async () => {
    const app = testApp({ store: opened.store, schema, actorOf: async () => ({ name: 'a', scopes: [] }) as never }).app
    await get(app, query)
    const response = await get(app, query, { ...json, authorization: 'Bearer ti_a' })
    expect([response.headers.get('cache-control'), response.headers.get('x-store-version')]).toEqual(['no-store', '6'])
  })
  test('requests with an invalid key are not answered from the cache', async () => {
    const app = cached(opened)
    await get(app, query)
    expect((await get(app, query, { ...json, authorization: 'Bearer ti_no' })).status).toBe(401)
  })
})

test('variables, operation names and media types are part of the cache key', async () => {
  const app = cached(opened)
  const text = 'query A($n: Int) { indicators(first: $n) { nodes { id } } } query B { store { version } }'
  const answers = [
    { query: text, operationName: 'A', variables: { n: 1 } },
    { query: text, operationName: 'A', variables: { n: 2 } },
    { query: text, operationName: 'B' },
  ].map(async (body) => (await post(app, body)).text())
  expect(new Set(await Promise.all(answers)).size).toBe(3)
  expect((await get(app, query)).headers.get('content-type')).toContain('application/json')
  expect(
    (await get(app, query, { accept: 'application/graphql-response+json' })).headers.get('content-type'),
  ).toContain('application/graphql-response+json')
})

test.skipIf(isOverSocket)('concurrent requests for one response execute it once', async () => {
  const { count: one } = await counted(() => get(cached(opened), query))
  const app = cached(opened)
  const many = Array.from({ length: 20 })
  const { count, answer } = await counted(() => Promise.all(many.map(async () => (await get(app, query)).text())))
  expect([count, new Set(answer).size]).toEqual([one, 1])
})

test('cached responses have the CORS headers of each origin', async () => {
  const app = cached(opened, { CORS_ORIGINS: 'https://a.example, https://b.example' })
  for (const origin of ['https://a.example', 'https://b.example', 'https://a.example']) {
    const { headers } = await get(app, query, { ...json, origin })
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
      origin,
      'accept, accept-encoding, authorization, origin, x-query-cost, x-store-version, x-store-stamp',
    ])
  }
})
