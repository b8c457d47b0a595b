import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())
afterEach(() => vi.restoreAllMocks())

const server = (config: NodeJS.ProcessEnv = {}) => testApp({ store: opened.store, schema, config })

test('every response has the security headers', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(1000) // no window of the limit ends meanwhile
  const { app } = server({ RATE_LIMIT_PER_MINUTE: '7', CORS_ORIGINS: 'https://a.example' })
  const statuses = []
  for (const [path, init] of [
    ['/graphql?query={__typename}', {}],
    ['/graphql?query={', { headers: { accept: 'application/graphql-response+json' } }],
    ['/graphql', { method: 'DELETE' }],
    ['/schema.graphql', {}],
    ['/nowhere', {}],
    ['/assets/nothing.js', {}],
    ['/graphql', { headers: { authorization: 'Bearer wrong' } }],
    ['/graphql', { method: 'OPTIONS', headers: { origin: 'https://a.example' } }],
    ['/graphql?query={__typename}', {}],
    ['/healthz', {}],
    ['/readyz', {}],
  ] as const) {
    const response = await app.fetch(`http://test${path}`, init)
    statuses.push(response.status)
    expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(response.headers.get('referrer-policy'), path).toBe('no-referrer')
    expect(response.headers.get('content-security-policy'), path).toMatch(
      /^default-src 'none';.*frame-ancestors 'none'/,
    )
  }
  expect(statuses).toEqual([200, 400, 405, 200, 404, 404, 401, 204, 429, 200, 200])
})

test('events do not keep a connection that is to be closed', async () => {
  const headers = { accept: 'text/event-stream' }
  const response = await server().app.fetch('http://test/graphql?query={__typename}', { headers })
  expect(await response.text()).toContain('event: complete')
  expect(response.headers.get('connection')).toBeNull()
})

describe('requests that need no preflight are not executed', () => {
  const body = '{"query":"mutation { retractRelease(code: \\"x\\", reason: \\"y\\") { release { code } } }"}'
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'TEXT/PLAIN', ''])(
    'as %s',
    async (type) => {
      const { status } = await post(server().app, body, { 'content-type': type })
      expect(status).toBe(415)
    },
  )

  test('a mutation by GET is not executed', async () => {
    const query = encodeURIComponent('mutation { retractRelease(code: "x", reason: "y") { release { code } } }')
    const response = await server().app.fetch(`http://test/graphql?query=${query}`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('batched operations are not executed', async () => {
    const { status } = await post(server().app, '[{"query":"{__typename}"},{"query":"{__typename}"}]')
    expect(status).toBe(400)
  })
})

describe('the id of a request', () => {
  const idOf = async (sent?: string) => {
    const { app, logged } = server({ LOG_LEVEL: 'debug' })
    const response = await post(
      app,
      { query: 'query Mine($secret: String) { nothing }', variables: { secret: 'hunter2' } },
      sent === undefined ? {} : { 'x-request-id': sent },
    )
    return { id: response.headers.get('x-request-id'), logged: logged.filter(({ msg }) => msg === 'request completed') }
  }

  test('X-Request-Id is kept if it is a word, and logged', async () => {
    const { id, logged } = await idOf('edge-1:a.b_C')
    expect(id).toBe('edge-1:a.b_C')
    expect(logged).toEqual([expect.objectContaining({ request: id, codes: 'GRAPHQL_VALIDATION_FAILED' })])
    expect(JSON.stringify(logged)).not.toContain('hunter2')
  })

  test.each([undefined, '', 'a b', 'x'.repeat(101), 'ü'])('X-Request-Id %j is replaced', async (sent) => {
    expect((await idOf(sent)).id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  })
})
