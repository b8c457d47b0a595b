import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withResolvers } from '../../src/lib/with-resolvers.js'
import { post } from '../../src/webhooks/post.js'
import { type Lookup, reachOf } from '../../src/webhooks/target.js'
import { answering, openReceiver, type Receiver } from './receiver.js'

let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = answering(204)
})
afterAll(() => receiver.close())

const message = { id: 'msg_1', body: '{"type":"webhook.test"}' }
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const usual = { local: ['127.0.0.1'], timeLimit: 30_000 }

const send = (url = receiver.url, given: Partial<typeof usual> & { lookup?: Lookup } = {}) => {
  const { local, timeLimit, lookup } = { ...usual, ...given }
  const reach = { ...reachOf(local), ...(lookup && { lookup }) }
  return post({ url, secret }, message, { reach, now: () => new Date(), timeLimit })
}

/** The receiver at a name, which is resolved to some addresses. */
const named = (host: string): string => receiver.url.replace('127.0.0.1', host)
const resolving =
  (...addresses: readonly string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('a receiver', () => {
  test.each([200, 201, 202, 204])('that answers %d has received the message', async (status) => {
    receiver.answer = answering(status)
    expect(await send()).toEqual({ status, error: null })
    expect(receiver.received).toMatchObject([{ body: message.body, headers: { 'webhook-id': 'msg_1' } }])
  })

  test.each([400, 404, 410, 429, 500, 503])('that answers %d has not', async (status) => {
    receiver.answer = answering(status)
    expect(await send()).toEqual({ status, error: `The receiver answered ${status}.` })
  })

  test.each([429, 503])('that answers %d with Retry-After is left alone until then', async (status) => {
    receiver.answer = answering(status, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' })
    expect(await send()).toMatchObject({ status, retryAt: new Date('2026-01-01T00:00:00Z') })
    receiver.answer = answering(status, { 'retry-after': 'soon' })
    expect(await send()).not.toHaveProperty('retryAt')
  })

  test('that answers another status is not asked when it wants to be tried again', async () => {
    receiver.answer = answering(500, { 'retry-after': '600' })
    expect(await send()).toEqual({ status: 500, error: 'The receiver answered 500.' })
  })

  test.each([301, 302, 303, 307, 308])('that redirects with %d is not followed', async (status) => {
    receiver.answer = answering(status, { location: receiver.url.replace('/told', '/elsewhere') })
    expect(await send()).toEqual({
      status,
      error: `The receiver answered ${status}. Redirects are not followed.`,
    })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/told'])
  })

  test('that hangs is given up after the time limit', async () => {
    receiver.answer = () => {}
    expect(await send(receiver.url, { timeLimit: 300 })).toEqual({ status: null, error: 'No response within 0.3 s.' })
  })

  test('whose body never ends has received the message', async () => {
    receiver.answer = (_, response) => void response.writeHead(200).write('.')
    expect(await send(receiver.url, { timeLimit: 300 })).toEqual({ status: 200, error: null })
  })

  test('whose body is huge is cut off after a few bytes', async () => {
    let written = 0
    const write = (response: ServerResponse): void => {
      const piece = Buffer.alloc(65_536)
      do written += piece.length
      while (response.write(piece) && !response.destroyed)
    }
    receiver.answer = (_, response) => {
      response.writeHead(200).on('drain', () => write(response))
      write(response)
    }
    expect(await send()).toEqual({ status: 200, error: null })
    expect(written).toBeLessThan(32 * 2 ** 20)
  })

  test('with endless headers is cut off', async () => {
    receiver.answer = (_, response) => void response.writeHead(200, { long: 'a'.repeat(100_000) }).end()
    expect(await send()).toEqual({ status: null, error: expect.stringContaining('Header overflow') })
  })
})

describe('a receiver that', () => {
  let server: Server
  const listen = async (answer: string | null): Promise<string> => {
    server = createServer((socket) => {
      socket.on('error', () => {})
      if (answer === null) socket.destroy()
      else socket.once('data', () => socket.end(answer))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  afterEach(() => void server.close())

  test.each([
    ['closes the connection', null, /hang up|ECONNRESET/],
    ['is no HTTP server', 'SSH-2.0-OpenSSH\r\n', /Parse Error/],
    ['answers in the middle', 'HTTP/1.1 20', /hang up|Parse Error|aborted/],
    [
      'switches protocols',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n',
      /switched protocols/,
    ],
  ])('%s has not received the message', async (_, answer, reason) => {
    expect(await send(await listen(answer))).toEqual({ status: null, error: expect.stringMatching(reason) })
  })

  test('speaks no TLS has not received the message', async () => {
    const url = (await listen('HTTP/1.1 200 OK\r\n\r\n')).replace('http:', 'https:')
    expect(await send(url)).toEqual({ status: null, error: expect.stringMatching(/SSL|packet/) })
  })

  test('does not listen has not received the message', async () => {
    const url = await listen(null)
    server.close()
    await once(server, 'close')
    expect(await send(url)).toEqual({ status: null, error: expect.stringContaining('ECONNREFUSED') })
  })
})

describe('a local address', () => {
  const refused = { status: null, error: expect.stringContaining('not an address of the public internet') }

  test.each(['127.0.0.1', '127.1', '0x7f000001', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])(
    'is refused as %s',
    async (host) => {
      const url = named(host)
      expect(await send(url.replace('http:', 'https:'), { local: [] })).toEqual(refused)
      expect(await send(url, { local: ['10.0.0.1'] })).toEqual(refused)
      expect(receiver.received).toEqual([])
    },
  )

  test('is refused behind a name', async () => {
    const url = named('localhost').replace('http:', 'https:')
    expect(await send(url, { local: [] })).toMatchObject({ ...refused, error: expect.stringMatching(/^localhost \(/) })
    expect(receiver.received).toEqual([])
  })

  test('is refused behind a name that has a public one, too', async () => {
    const url = named('receiver.example').replace('http:', 'https:')
    for (const addresses of [
      ['8.8.8.8', '10.0.0.1'],
      ['2606:4700::1111', '::ffff:10.0.0.1'],
    ])
      expect(await send(url, { lookup: resolving(...addresses) })).toEqual(refused)
  })

  test('is sent to if it is allowed, by http and by its name', async () => {
    expect(await send(named('receiver.example'), { lookup: resolving('127.0.0.1') })).toEqual({
      status: 204,
      error: null,
    })
    expect(await send(receiver.url, { local: ['127.0.0.0/8'] })).toEqual({ status: 204, error: null })
    expect(receiver.received[0]?.headers.host).toMatch(/^receiver\.example:/)
  })

  test('that a name has only at the second look is not connected to', async () => {
    const looks: string[] = []
    const lookup: Lookup = async (host) => {
      looks.push(host)
      return looks.length === 1 ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '127.0.0.2', family: 4 }]
    }
    expect(await send(named('receiver.example'), { lookup })).toEqual({ status: 204, error: null })
    expect(looks).toEqual(['receiver.example'])
    expect(await send(named('receiver.example'), { lookup })).toEqual(refused)
  })
})

describe('a name', () => {
  test('that cannot be resolved is reported', async () => {
    const lookup: Lookup = () => Promise.reject(new Error('getaddrinfo ENOTFOUND receiver.example'))
    expect(await send(named('receiver.example'), { lookup })).toEqual({
      status: null,
      error: 'getaddrinfo ENOTFOUND receiver.example',
    })
  })

  test('that is not resolved in time is given up', async () => {
    const { promise, resolve } = withResolvers<readonly LookupAddress[]>()
    const sending = send(named('receiver.example'), { lookup: () => promise, timeLimit: 200 })
    expect(await sending).toEqual({ status: null, error: 'No response within 0.2 s.' })
    resolve([])
  })

  test('of a public address is not sent to by http', async () => {
    expect(await send(named('receiver.example'), { lookup: resolving('8.8.8.8') })).toEqual({
      status: null,
      error: expect.stringContaining('must be https'),
    })
  })
})
