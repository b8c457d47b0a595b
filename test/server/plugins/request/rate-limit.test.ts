import { fc, test as property } from '@fast-check/vitest'
import { GraphQLString } from 'graphql'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Refusal } from '../../../../src/errors.js'
import { clientFinder } from '../../../../src/server/plugins/request/client.js'
import { Windows } from '../../../../src/server/plugins/request/rate-limit.js'
import { isOverSocket, noStore, testApp, tinySchema } from '../../support.js'

const schema = tinySchema({ fine: { type: GraphQLString, resolve: () => 'fine' } })
const store = noStore(new Refusal('UNAVAILABLE', 'There is none.'))

function server(config: NodeJS.ProcessEnv) {
  const actorOf = async (key: string) => (/^good/.test(key) ? { id: 1, name: key, scopes: [] } : null)
  const { app } = testApp({ store, schema, actorOf, config })
  return async (
    address: string,
    headers: Record<string, string> = {},
    path = '/graphql?query={__schema{__typename}}',
  ) => {
    const response = await app.fetch(`http://test${path}`, { headers }, { req: { socket: { remoteAddress: address } } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

describe('RATE_LIMIT_PER_MINUTE', () => {
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockReturnValue(1000) // no window ends meanwhile
  })
  afterEach(() => vi.restoreAllMocks())

  test.skipIf(isOverSocket)(
    'RATE_LIMIT_PER_MINUTE: the first request beyond the limit is RATE_LIMITED, 429',
    async () => {
      const ask = server({ RATE_LIMIT_PER_MINUTE: '3' })
      const left = []
      for (let n = 0; n < 3; n++) left.push((await ask('192.0.2.1')).headers.get('ratelimit')?.replace(/;t=\d+$/, ''))
      expect(left).toEqual(['"minute";r=2', '"minute";r=1', '"minute";r=0'])
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const { status, headers, text } = await ask('192.0.2.1', { accept })
        expect([status, headers.get('ratelimit-policy')]).toEqual([429, '"minute";q=3;w=60'])
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
        expect(headers.get('ratelimit')).toBe(`"minute";r=0;t=${headers.get('retry-after')}`)
        expect(headers.get('content-type')).toContain(accept)
        const [error] = JSON.parse(text).errors
        expect(error.extensions).toEqual({ code: 'RATE_LIMITED' })
        expect(error.message).toMatch(/limit of 3 requests per minute is exceeded/)
      }
      expect((await ask('192.0.2.2')).status, 'another client').not.toBe(429)
      expect((await ask('192.0.2.1', {}, '/healthz')).status, 'whoever watches the server').toBe(200)
      expect((await ask('192.0.2.1', {}, '/schema.graphql')).status).toBe(429)
    },
  )

  test('valid keys count by owner, invalid keys by address', async () => {
    const ask = server({ RATE_LIMIT_PER_MINUTE: '2' })
    const withKey = async (key: string, address: string) =>
      (await ask(address, { authorization: `Bearer ${key}` })).status
    const statuses = []
    for (const [key, address] of [
      ['good1', '192.0.2.1'],
      ['good1', '192.0.2.2'],
      ['good1', '192.0.2.3'],
      ['good2', '192.0.2.1'],
      ['wrong1', '192.0.2.4'],
      ['wrong2', '192.0.2.4'],
      ['wrong3', '192.0.2.4'],
    ] as const)
      statuses.push(await withKey(key, address))
    expect(statuses.map((status) => (status === 503 ? 'taken' : status))).toEqual([
      'taken',
      'taken',
      429,
      'taken',
      401,
      401,
      429,
    ])
  })

  test('RATE_LIMIT_PER_MINUTE=0 limits nothing', async () => {
    const ask = server({ RATE_LIMIT_PER_MINUTE: '0' })
    expect((await ask('192.0.2.1')).headers.get('ratelimit')).toBeNull()
  })
})

describe('a window', () => {
  property.prop([fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat(100_000))), fc.integer({ min: 0, max: 5 })])(
    'each client has its own limit in each window',
    (given, most) => {
      const windows = new Windows(most)
      const asked = given.toSorted(([, a], [, b]) => a - b)
      const counts = new Map<string, number>()
      let began = Number.NEGATIVE_INFINITY
      for (const [client, at] of asked) {
        if (at - began >= 60_000) began = at
        const count = (counts.get(`${client} ${began}`) ?? 0) + 1
        counts.set(`${client} ${began}`, count)
        expect(windows.take(client, at).left).toBe(most - count)
      }
    },
  )

  test('a window counts 100,000 clients; all others share one count', () => {
    const windows = new Windows(2)
    for (let n = 0; n < 100_000; n++) windows.take(`client ${n}`, 0)
    expect([1, 2, 3].map((n) => windows.take(`another ${n}`, 1).left)).toEqual([1, 0, -1])
    expect(windows.take('client 7', 1).left, 'one that was counted before').toBe(0)
    expect(windows.take('another 9', 60_000).left, 'the next minute').toBe(1)
  })
})

describe('who asks', () => {
  const one = '203.0.113.7'
  test.each([
    {
      title: 'the connection, where no proxy is trusted',
      trust: null,
      connected: '10.0.0.1',
      forwarded: one,
      expected: '10.0.0.1',
    },
    { title: 'nobody known', trust: null, connected: undefined, forwarded: null, expected: 'unknown' },
    {
      title: 'what the one proxy says',
      trust: { proxies: 1 },
      connected: '10.0.0.1',
      forwarded: `6.6.6.6, ${one}`,
      expected: one,
    },
    {
      title: 'what the outer of two proxies says',
      trust: { proxies: 2 },
      connected: '10.0.0.1',
      forwarded: `6.6.6.6, ${one}, 10.0.0.2`,
      expected: one,
    },
    {
      title: 'the first there is, where there are fewer',
      trust: { proxies: 5 },
      connected: '10.0.0.1',
      forwarded: `${one}, 10.0.0.2`,
      expected: one,
    },
    {
      title: 'the connection, where the proxy says nothing',
      trust: { proxies: 1 },
      connected: '10.0.0.1',
      forwarded: null,
      expected: '10.0.0.1',
    },
    {
      title: 'the first that is not trusted',
      trust: { addresses: ['10.0.0.0/8'] },
      connected: '10.0.0.1',
      forwarded: `6.6.6.6, ${one}, 10.9.9.9`,
      expected: one,
    },
    {
      title: 'the connection, where that is not',
      trust: { addresses: ['10.0.0.0/8'] },
      connected: '192.0.2.1',
      forwarded: one,
      expected: '192.0.2.1',
    },
    {
      title: 'what a trusted address of IPv6 says',
      trust: { addresses: ['::1'] },
      connected: '::1',
      forwarded: one,
      expected: one,
    },
    {
      title: 'an address with its port',
      trust: { proxies: 1 },
      connected: '::1',
      forwarded: `${one}:5123`,
      expected: one,
    },
    {
      title: 'an address in brackets',
      trust: { proxies: 1 },
      connected: '::1',
      forwarded: '[2001:db8::1]:443',
      expected: '2001:db8:0:0::/64',
    },
    {
      title: 'who is known of a chain with something else in it',
      trust: { proxies: 3 },
      connected: '10.0.0.1',
      forwarded: `${one}, secret, 10.0.0.2`,
      expected: '10.0.0.2',
    },
    {
      title: 'an address of IPv4 in one of IPv6',
      trust: { addresses: ['10.0.0.1'] },
      connected: '::ffff:10.0.0.1',
      forwarded: one,
      expected: one,
    },
    {
      title: 'a network of IPv6',
      trust: null,
      connected: '2001:DB8:0:7:1::9',
      forwarded: null,
      expected: '2001:db8:0:7::/64',
    },
    {
      title: 'a network of IPv6 with zeros',
      trust: null,
      connected: '2001:db8::1',
      forwarded: null,
      expected: '2001:db8:0:0::/64',
    },
    { title: 'this machine', trust: null, connected: '::1', forwarded: null, expected: '0:0:0:0::/64' },
  ])('is $title', ({ trust, connected, forwarded, expected }) =>
    expect(clientFinder(trust)(connected, forwarded)).toBe(expected),
  )
})
