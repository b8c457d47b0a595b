import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const query = '/graphql?query={__typename}'
const preflight = {
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
}

/** Asks from an origin: the headers of CORS in the answer, and whether it varies with the origin. */
async function ask(origins: string | undefined, origin: string | null, path = query, init: RequestInit = {}) {
  const { app } = testApp({ store: opened.store, schema, config: { CORS_ORIGINS: origins } })
  const headers = { ...(init.headers as Record<string, string>), ...(origin !== null && { origin }) }
  const response = await app.fetch(`http://test${path}`, { ...init, headers })
  const all = Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value]))
  const names = Object.keys(all).filter((name) => name.startsWith('access-control-'))
  const varies = (all['vary'] ?? '').split(',').map((each) => each.trim().toLowerCase())
  return { status: response.status, allowed: all['access-control-allow-origin'] ?? null, names, varies, all }
}

test('without CORS_ORIGINS no origin is allowed', async () => {
  for (const init of [{}, preflight])
    expect(await ask(undefined, 'https://a.example', query, init)).toMatchObject({ names: [] })
})

test.each([
  [
    'http://localhost:*',
    ['http://localhost', 'http://localhost:5173'],
    ['https://localhost:5173', 'http://localhost.evil:80', 'http://a.localhost:1', 'http://localhost:x'],
  ],
  [
    'https://*.a.example',
    ['https://b.a.example', 'https://c.b.a.example'],
    [
      'https://a.example',
      'https://ba.example',
      'https://evil.example/.a.example',
      'https://b.a.example.evil',
      'https://b.a.example:8443',
    ],
  ],
  ['https://*.a.example:*', ['https://b.a.example:8443', 'https://b.a.example'], ['http://b.a.example', 'null']],
])('a pattern allows %s', async (pattern, allowed, refused) => {
  for (const origin of allowed) expect(await ask(pattern, origin)).toMatchObject({ allowed: origin })
  for (const origin of refused) expect(await ask(pattern, origin), origin).toMatchObject({ allowed: null })
})

test.each([undefined, 'https://a.example'])('a refused preflight names the setting', async (origins) => {
  const { app } = testApp({ store: opened.store, schema, config: { CORS_ORIGINS: origins } })
  const init = { ...preflight, headers: { ...preflight.headers, origin: 'https://b.example' } }
  const response = await app.fetch('http://test/graphql', init)
  const { errors } = await response.json()
  expect(response.status).toBe(403)
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/"https:\/\/b\.example".*CORS_ORIGINS/), extensions: { code: 'FORBIDDEN' } },
  ])
})

test('the log tells a refused origin once, and 100 at most', async () => {
  const { app, logged } = testApp({ store: opened.store, schema, config: { CORS_ORIGINS: 'https://a.example' } })
  const told = () => logged.filter(({ msg }) => msg.includes('CORS_ORIGINS'))
  const from = (origin: string) =>
    app.fetch('http://test/graphql', { ...preflight, headers: { ...preflight.headers, origin } })
  for (const origin of ['https://a.example', 'http://localhost:5173', 'http://localhost:5173']) await from(origin)
  expect(told()).toMatchObject([{ level: 40, origin: 'http://localhost:5173' }])
  for (let port = 1; port <= 150; port++) await from(`http://localhost:${port}`)
  expect(told()).toHaveLength(100)
})

test('CORS_ORIGINS=* allows every origin, sandboxed frames included', async () => {
  expect(await ask('*', 'https://c.example')).toMatchObject({ allowed: 'https://c.example' })
  expect(await ask('*', 'null')).toMatchObject({ allowed: 'null' })
})

test('a preflight of a listed origin allows the methods and headers', async () => {
  const { status, all, varies } = await ask(
    'https://a.example, https://b.example',
    'https://b.example',
    query,
    preflight,
  )
  expect(status).toBe(204)
  expect(all).toMatchObject({
    'access-control-allow-origin': 'https://b.example',
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': 'authorization',
  })
  expect(all['access-control-allow-credentials']).toBeUndefined()
  expect(varies).toEqual(expect.arrayContaining(['origin', 'access-control-request-headers']))
})

describe('whatever the list of origins', () => {
  const host = fc.constantFrom(
    'a.example',
    'b.example',
    'c.example',
    'a.example:8443',
    'xn--fiq228c.example',
    '10.0.0.1',
  )
  const origin = fc.tuple(fc.constantFrom('http', 'https'), host).map(([scheme, name]) => `${scheme}://${name}`)
  const stranger = fc.oneof(
    origin,
    fc.constantFrom('null', 'NULL', '', 'https://a.example.evil', 'https://evil.a.example', 'HTTPS://A.EXAMPLE', '*'),
    origin.map((each) => `${each}/`),
    origin.map((each) => `${each}, https://evil.example`),
  )
  const place = fc.constantFrom(
    query,
    '/schema.graphql',
    '/export?format=csv',
    '/data/A/B.csv',
    '/sdmx/v2/data/dataflow/A/B',
    '/feed.atom',
    '/nowhere',
    '/healthz',
  )

  property.prop([fc.uniqueArray(origin, { minLength: 1, maxLength: 4 }), stranger, place, fc.boolean()], {
    numRuns: 80,
  })('an origin is allowed if and only if it is listed', async (listed, sent, path, asksBefore) => {
    const found = await ask(listed.join(', '), sent, path, asksBefore ? preflight : {})
    const isListed = listed.includes(sent)
    expect(found.allowed).toBe(isListed ? sent : null)
    expect(found.names.length > 0).toBe(isListed)
    expect(found.varies).toContain('origin')
  })

  property.prop([fc.uniqueArray(origin, { minLength: 1, maxLength: 4 })], { numRuns: 20 })(
    'an answer without an origin varies with it too',
    async (listed) => {
      const found = await ask(listed.join(','), null)
      expect(found).toMatchObject({ names: [], varies: expect.arrayContaining(['origin']) })
    },
  )
})
