import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.js'
import { type Running, serve } from '../../src/server/serve.js'
import { exchange, hasNginx, type Nginx, startNginx } from './nginx.js'

let folder: string
let server: Running
let port: number
let nginx: Nginx | null = null
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-paths-'))
  const env = { DATA_DIR: folder, SEED: 'false', PORT: '0', TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE: '0' }
  server = await serve(readConfig(env), pino({ level: 'silent' }))
  port = Number(new URL(server.url).port)
  if (hasNginx) nginx = await startNginx(port)
})
afterAll(async () => {
  await nginx?.close()
  await server.close()
  await rm(folder, { recursive: true })
})

const shows = (answer: string): boolean => /indicators_requests_total|nodejs_/.test(answer)
const get = (to: number, target: string, host = 'test', headers = ''): Promise<string> =>
  exchange(to, Buffer.from(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`, 'latin1'))

/** Spellings of a hidden path that one reader of addresses or another takes for it. */
const encoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`
const spelledWord = fc
  .array(fc.constantFrom('as it is', 'encoded', 'twice', 'upper', 'tab'), { minLength: 7, maxLength: 7 })
  .map((ways) =>
    [...'metrics']
      .map((sign, at) => {
        const way = ways[at]
        if (way === 'encoded') return encoded(sign)
        if (way === 'twice') return `%25${sign.charCodeAt(0).toString(16)}`
        if (way === 'upper') return sign.toUpperCase()
        return way === 'tab' && at === 3 ? `${sign}\t` : sign
      })
      .join(''),
  )
const plainWord = fc.constant('metrics')
const slash = fc.constantFrom('/', '//', '\\', '/\\', '\\\\', '%2f', '%5c', '/%2f')
const dot = fc.constantFrom('.', '%2e', '%2E', '%252e')
const step = fc.oneof(
  dot,
  fc
    .tuple(fc.constantFrom('x', 'graphql', 'assets', 'assets/a.js', 'data', 'data/a', 'metrics'), slash, dot, dot)
    .map((all) => all.join('')),
)
const tail = fc.constantFrom(
  '',
  '',
  '',
  '/',
  '/.',
  '\\',
  '/x/..',
  '?',
  '?a=1',
  '#',
  '#a',
  ';',
  '%20',
  '%00',
  '%0a',
  '%0d%0a',
  ' ',
)
const spelling = fc
  .tuple(
    fc.constantFrom('', '', '', 'http://test', 'http://test:80', 'http://a@b', 'http:\\\\test'),
    fc.array(
      fc.tuple(slash, step).map((all) => all.join('')),
      { maxLength: 3 },
    ),
    slash,
    fc.oneof(plainWord, spelledWord),
    tail,
  )
  .map(([scheme, steps, before, word, after]) => `${scheme}${steps.join('')}${before}${word}${after}`)
const hosts = [
  'test',
  'test',
  'test',
  'a/metrics?',
  'a\\metrics#',
  'a\\metrics?',
  'a@b/metrics#',
  '/metrics',
  'a:80/metrics#',
]
const accept = fc.constantFrom('', 'Accept: text/event-stream\r\n', 'Accept: TEXT/Event-Stream\r\n')

/** The one spelling under which the server itself gives them, in the form for a proxy too. */
const plain = /^(?:http:\/\/[^/\\?#]+)?\/metrics(?:\?[^#]*)?$/

describe.skipIf(!hasNginx)('deploy/nginx.conf', () => {
  property.prop([spelling, fc.constantFrom(...hosts), accept], { numRuns: 500 })(
    'nginx forwards no spelling of /metrics',
    async (target, host, headers) => {
      expect(shows(await get(nginx?.port ?? 0, target, host, headers))).toBe(false)
    },
  )

  test('nginx forwards every path of the server that clients use', async () => {
    const status = async (path: string) => (await get(nginx?.port ?? 0, path)).slice(9, 12)
    const graphiql = await get(nginx?.port ?? 0, '/graphql', undefined, 'Accept: text/html\r\n')
    const [script = 'GraphiQL has no script'] = /\/graphiql\/assets\/[\w.-]+\.js/.exec(graphiql) ?? []
    for (const path of [
      ...['/healthz', '/readyz', '/schema.graphql', '/openapi.json', '/graphql?query={__typename}'],
      ...['/sdmx/v2/structure/codelist/*/CL_FREQ/+/A,Q', '/sdmx/v2/structure/codelist/%2A/CL_FREQ/%2B/A%2CQ'],
      ...['/feed.atom', '/calendar.ics', '/catalog.jsonld', '/sitemap.xml', '/robots.txt'],
      ...['/docs/', '/docs/reference/types/', '/docs/search.js', script],
    ])
      expect(`${path} ${await status(path)}`).toBe(`${path} 200`)
    expect(await get(nginx?.port ?? 0, '/export'), 'the server says what is missing').toContain('BAD_USER_INPUT')
    const code = Buffer.from('贸易')
    const path = `/data/${encodeURIComponent(code.toString())}/TRADE.csv?to=2023`
    expect(await get(nginx?.port ?? 0, path)).toContain(`There is no dataset "${code.toString('latin1')}"`)
    for (const name of ['key', 'checkpoint?size=1', 'consistency?from=1&to=1', 'leaves?from=1'])
      expect(await get(nginx?.port ?? 0, `/history/${name}`), name).toContain('has no SIGNING_KEY')
    expect(await status('/mcp'), 'only messages are sent there').toBe('405')
    expect(await status('/nowhere')).toBe('404')
  })
})

property.prop([spelling, fc.constantFrom(...hosts)], { numRuns: 500 })(
  'the server answers only one spelling of /metrics',
  async (target, host) => {
    const answer = await get(port, target, host)
    // Spaces before the version are the request line's own, and not of the path.
    expect(shows(answer)).toBe(plain.test(target.replace(/ +$/, '')) && host === 'test')
    expect(answer).not.toMatch(/^HTTP\/1.1 5/)
  },
)

describe.skipIf(!hasNginx)('the key of the cache', () => {
  let origin: Server
  let before: Nginx
  beforeAll(async () => {
    // Answers with all that it was asked by, so that an answer that was made for another request shows.
    origin = createServer(({ method, url, headers }, response) => {
      const { accept = '', origin = '', 'accept-encoding': encoding = '' } = headers
      response.writeHead(200, { 'cache-control': 'public, max-age=600', 'content-type': 'application/json' })
      response.end(
        method === 'HEAD'
          ? undefined
          : JSON.stringify([method, url, accept, encoding, origin, headers['x-query-cost'] ?? null]),
      )
    })
    await once(origin.listen(0, '127.0.0.1'), 'listening')
    before = await startNginx((origin.address() as AddressInfo).port)
  })
  afterAll(async () => {
    await before.close()
    origin.closeAllConnections()
    origin.close()
  })

  const value = fc
    .array(fc.constantFrom('a', 'b', ' ', '"', "'", '\\n', '\t', '$', '\\', ';', ',', '|', 'br', 'gzip'), {
      maxLength: 5,
    })
    .map((all) => all.join('').trim())
  const target = fc
    .tuple(
      fc.constantFrom(
        '/graphql',
        '/graphql?',
        '/graphql?query={a}',
        '/graphql?query={b}',
        '/graphql?query={a}\\n',
        '/',
      ),
      value,
    )
    .map(([path, more]) => (path.includes('?') ? path + more.replace(/[\s"#]/g, '') : path))
  const once3 = fc.record({
    target,
    accept: fc.array(value, { maxLength: 2 }),
    origin: value,
    encoding: fc.constantFrom('', 'br', 'gzip', 'gzip, br', 'identity'),
    cost: fc.constantFrom(null, '', '0', '1'),
  })

  property.prop([fc.array(once3, { minLength: 4, maxLength: 8 })], { numRuns: 60 })(
    'requests that differ never share a cache key',
    async (requests) => {
      for (const { target, accept, origin, encoding, cost } of requests) {
        const lines = [
          ...accept.map((each) => `Accept: ${each}\r\n`),
          ...(origin === '' ? [] : [`Origin: ${origin}\r\n`]),
          ...(encoding === '' ? [] : [`Accept-Encoding: ${encoding}\r\n`]),
          ...(cost === null ? [] : [`X-Query-Cost: ${cost}\r\n`]),
        ]
        const answer = await get(before.port, target, 'test', lines.join(''))
        const word = encoding.includes('br') ? 'br' : encoding.includes('gzip') ? 'gzip' : ''
        const url = target.endsWith('?') ? target.slice(0, -1) : target
        const told = JSON.parse(
          answer.slice(answer.indexOf('\r\n\r\n') + 4).replace(/^[\da-f]+\r\n|\r\n0\r\n\r\n$/g, ''),
        )
        expect(told).toEqual(['GET', url, accept.join(', ').trim(), word, origin, cost || null])
      }
    },
  )

  test('requests with different methods have different cache keys', async () => {
    const head = await exchange(before.port, 'HEAD /graphql?m HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1.1 200 [\s\S]*\r\n\r\n$/)
    expect(await get(before.port, '/graphql?m')).toContain('["GET","/graphql?m"')
  })
})
