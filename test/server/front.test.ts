import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { Metrics } from '../../src/server/plugins/response/metrics.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Logged, testApp } from './support.js'

let opened: TestStore
const servers: Server[] = []
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen() // the newest version is known without a query
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => opened.close())

interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A server at a port, and what the application was asked after the front. */
async function started(env: Record<string, string> = {}) {
  const metrics = new Metrics(false)
  const config = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'debug', ...env }
  const { app, logged } = testApp({ store: opened.store, schema, metrics, config })
  const server = createServer(app)
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo

  /** Sends one request over a connection of its own, byte by byte as it is given. */
  async function send(
    method: string,
    target: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Received> {
    const socket = connect(port, '127.0.0.1')
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const lines = Object.entries({ host: 'test', connection: 'close', ...length, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`)
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk)
    const whole = Buffer.concat(chunks)
    const end = whole.indexOf('\r\n\r\n')
    const [start = '', ...rest] = whole.subarray(0, end).toString().split('\r\n')
    const fields = rest.map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) as [string, string])
    const {
      date: _,
      connection: __,
      ...own
    } = Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]))
    return { status: Number(start.split(' ')[1]), headers: own, body: whole.subarray(end + 4) }
  }
  const outcomes = async (): Promise<string[]> => {
    const text = await metrics.registry.getSingleMetricAsString('indicators_answers_total')
    return [...text.matchAll(/outcome="(\w+)"\} (\d+)/g)].map(([, outcome, count]) => `${outcome} ${count}`)
  }
  return { app, send, logged, outcomes }
}

const query = '{ indicators(first: 50) { nodes { value metric { code } } } }'
const json = { 'content-type': 'application/json', accept: 'application/json' }
const address = `/graphql?query=${encodeURIComponent(query)}`
const posted = JSON.stringify({ query })

/** The lines of requests in the log, without what differs from one to the next. */
const lines = (logged: readonly Logged[]) =>
  logged
    .filter(({ msg }) => msg === 'request completed')
    .map(({ level, method, path, status, operation, codes }) => ({ level, method, path, status, operation, codes }))

type Sent = [method: string, target: string, headers: Record<string, string>, body?: string]

describe.each<[string, (headers?: Record<string, string>) => Sent]>([
  ['POST', (headers = {}) => ['POST', '/graphql', { ...json, ...headers }, posted]],
  ['GET', (headers = {}) => ['GET', address, { accept: 'application/json', ...headers }]],
])('a repeated query by %s', (_, request) => {
  test('is answered by the front as by the application', async () => {
    const { app, send, logged, outcomes } = await started()
    await send(...request())
    const first = await send(...request())
    const hit = await send(...request())
    expect(first.status).toBe(200)
    expect(hit.headers['cache-control']).toMatch(/^public/)
    expect(hit).toEqual(first)
    const [method, target, headers, body] = request({ host: 'test' })
    const init = { method, headers, ...(body !== undefined && { body }) }
    const inside = await app.fetch(`http://test${target}`, init)
    expect({ ...Object.fromEntries(inside.headers), 'keep-alive': undefined }).toEqual({ ...hit.headers })
    expect(await inside.text()).toBe(hit.body.toString())
    expect(await outcomes()).toEqual(['miss 2', 'hit 2'])
    const [, miss, ...hits] = lines(logged)
    expect(hits).toEqual([miss, miss])
  })

  test('is 304 for a client that has it', async () => {
    const { send } = await started()
    await send(...request())
    const { headers } = await send(...request())
    const unchanged = await send(...request({ 'if-none-match': headers['etag'] ?? '' }))
    expect({ ...unchanged, body: unchanged.body.toString() }).toMatchObject({ status: 304, body: '' })
    const { 'content-type': _type, 'content-length': _length, ...rest } = headers
    expect(unchanged.headers).toEqual(rest)
  })

  test('is compressed for a client that accepts that', async () => {
    const { send } = await started()
    await send(...request())
    const plain = await send(...request())
    for (let times = 0; times < 2; times++) {
      const { headers, body } = await send(...request({ 'accept-encoding': 'gzip' }))
      expect(headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(body)).toEqual(plain.body)
    }
  })

  test('counts against the limit of requests, with refusals of the application', async () => {
    const { send } = await started({ RATE_LIMIT_PER_MINUTE: '4' })
    const statuses: number[] = []
    for (let times = 0; times < 6; times++) statuses.push((await send(...request())).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  })

  test('is executed again after a release', async () => {
    const { send, outcomes } = await started()
    for (let times = 0; times < 2; times++) await send(...request())
    const before = await send(...request())
    await release(opened.database, { code: `R-${_}` }, [figure({ period: _ === 'GET' ? '1990' : '1991', value: '1' })])
    const after = await send(...request())
    expect(after.headers['x-store-version']).toBe(`${Number(before.headers['x-store-version']) + 1}`)
    expect(await outcomes()).toEqual(['miss 3', 'hit 1'])
  })

  test.each([
    ['credentials', { authorization: 'Bearer ti_wrong' }, 401],
    ['a malformed host', { host: 'a_b/c' }, 400],
    ['a pinned version', { 'x-store-version': '99999' }, 409],
    ['another media type', { accept: 'text/css' }, 406],
  ])('with %s is passed on', async (_title, headers, status) => {
    const { send } = await started()
    for (let times = 0; times < 2; times++) await send(...request())
    expect((await send(...request(headers))).status).toBe(status)
  })

  test('of a page of another origin has the headers of that origin', async () => {
    const { send } = await started({ CORS_ORIGINS: 'https://press.example' })
    for (let times = 0; times < 2; times++) await send(...request())
    const allowed = await send(...request({ origin: 'https://press.example' }))
    expect(allowed.headers['access-control-allow-origin']).toBe('https://press.example')
    const other = await send(...request({ origin: 'https://other.example' }))
    expect(other.headers).not.toHaveProperty('access-control-allow-origin')
    expect(other.body).toEqual(allowed.body)
  })
})

test('queries that differ in anything are not confused', async () => {
  const { send } = await started()
  const asked: readonly Sent[] = [
    ['GET', address, {}],
    ['GET', `${address}&operationName=x`, {}],
    ['GET', `${address}#x`, {}],
    ['GET', '/graphql?', {}],
    ['GET', '/graphql/', {}],
    ['HEAD', address, {}],
    ['POST', '/graphql', json, posted],
    ['POST', '/graphql', json, ` ${posted}`],
    ['POST', '/graphql', { ...json, 'content-type': 'text/plain' }, posted],
    ['POST', '/graphql', { ...json, 'x-query-cost': '1' }, posted],
    ['POST', '/graphql', json, ''],
    ['POST', '/graphql', json, '\ufeff{}'],
    ['POST', address, json, '{}'],
  ]
  const first: Received[] = []
  for (const each of asked) await send(...each)
  for (const each of asked) first.push(await send(...each))
  for (const [index, each] of asked.entries()) {
    const { status, body } = await send(...each)
    expect({ index, status, body }).toEqual({ index, status: first[index]?.status, body: first[index]?.body })
  }
})
