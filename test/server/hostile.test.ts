import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { catalogue } from '../../src/errors.js'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Logged, post, testApp } from './support.js'

let opened: TestStore
let server: Server
let app: ReturnType<typeof testApp>['app']
let logged: Logged[]
beforeAll(async () => {
  opened = await openTestStore()
  const config = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'debug' }
  const exports = exporting(opened.database, opened.store)
  ;({ app, logged } = testApp({
    store: opened.store,
    schema,
    config,
    exporting: exports,
    actorOf: async () => ({ id: 1, name: 'x', scopes: [] }),
  }))
  server = createServer(app)
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await opened.close()
})

/** What comes back over a socket of its own for bytes that no client of HTTP would send. */
async function raw(bytes: string | Buffer): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const request = (body: Buffer, headers = '') =>
  Buffer.concat([
    Buffer.from(
      `POST /graphql HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}Content-Length: ${body.length}\r\n\r\n`,
    ),
    body,
  ])

describe('over a socket', () => {
  test('invalid UTF-8 is refused or replaced', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ metric(code: \\"'),
      Buffer.from([0xff, 0xfe, 0xc3]),
      Buffer.from('\\") { code } }"}'),
    ])
    expect(await raw(request(body))).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\{"data":\{"metric":null\}\}/s)
  })

  test('request headers never inject response headers', async () => {
    const answer = await raw(
      request(
        Buffer.from('{"query":"{ __typename }"}'),
        'X-Request-Id: a%0d%0aX-Evil: 1\r\nOrigin: https://a.example\r\n',
      ),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer.toLowerCase()).not.toMatch(/evil|a\.example/)
  })

  test.each(['/healthz', '/openapi.json', '/graphql?query={__typename}', '/'])(
    'a malformed Host header is refused at %s, without a trace',
    async (path) => {
      for (const host of ['evil"><x', 'a b', '[::', ''])
        expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`), host).toMatch(
          /^HTTP\/1\.1 400 (?![\s\S]*\bat\b.*:\d+)[\s\S]*The header Host is malformed/,
        )
    },
  )

  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('Node refuses %s', async (_, bytes) => expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /))
})

describe('a client that goes away while it sends its body', () => {
  const head = 'POST PATH HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n'
  test.each([
    ['of a length', '/graphql', `${head}Content-Length: 1000\r\n\r\n{"query":`],
    ['too long to be looked up', '/graphql', `${head}Content-Length: 100000\r\n\r\n{"query":`],
    ['in chunks', '/graphql', `${head}Transfer-Encoding: chunked\r\n\r\n9\r\n{"query":\r\n`],
    ['for a file', '/export', `${head}Content-Length: 1000\r\n\r\n{"query":`],
    ['with a key', '/graphql', `${head}Authorization: Bearer ti_x\r\nContent-Length: 1000\r\n\r\n{"query":`],
  ])('a client that disconnects is no outage: a body %s', async (_, path, bytes) => {
    logged.length = 0
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    await Promise.all([
      once(server, 'request'),
      new Promise((resolve) => socket.write(bytes.replace('PATH', path), resolve)),
    ])
    await new Promise(setImmediate) // the body is being waited for
    socket.destroy()
    await vi.waitFor(() => expect(logged.filter(({ path: of }) => of === path)).toHaveLength(1), 60_000)
    expect(logged.filter(({ level }) => level >= 40)).toEqual([])
  })
})

describe('whatever is asked', () => {
  const allowed = new Set(Object.values(catalogue).filter((status) => status < 500))
  const json = fc.json({ maxDepth: 4 })
  const query = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom(
      'query ($f: IndicatorFilter, $a: String, $n: Int) { indicators(filter: $f, after: $a, first: $n) { nodes { id } } }',
      'query ($n: ID!) { node(id: $n) { id } }',
      'query ($f: Period!) { indicator(metric: "TRADE", period: $f) { id } }',
    ),
  )
  const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }))

  property.prop([query, value, value, value], { numRuns: 60 })(
    'any query is answered or refused with a code',
    async (text, f, a, n) => {
      const response = await post(app, { query: text, variables: { f, a, n } })
      const { errors = [] } = await response.json()
      expect([200, ...allowed]).toContain(response.status)
      for (const { extensions, message } of errors) {
        expect(Object.keys(catalogue)).toContain(extensions.code)
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
        expect(message).not.toMatch(/\n +at |node_modules|\.ts:/)
      }
    },
  )

  property.prop([json], { numRuns: 40 })('any JSON body is answered or refused with a code', async (body) => {
    const response = await post(app, body)
    expect([200, ...allowed]).toContain(response.status)
  })
})
