import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { GraphQLInt } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { Metrics } from '../../src/server/plugins/response/metrics.js'
import { figure, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Logged, testApp, tinySchema } from './support.js'

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

const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]))

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
    const ofContent = /^content-|^x-content-type-options$|^referrer-policy$/
    const others = Object.entries(headers).filter(([name]) => !ofContent.test(name))
    expect(unchanged.headers).toEqual(Object.fromEntries(others))
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

/** The version of the store is asked for at times, whatever is queried. */
const isOfQuery = (statement: string): boolean => !statement.startsWith('SELECT version, stamp')

describe('a query that was sent before with other variables', () => {
  const listed = `query Listed($first: Int, $metrics: [String!], $unit: Unit) {
    indicators(filter: { metrics: $metrics }, first: $first) { totalCount nodes { id value(unit: $unit) category { name } } }
  }`
  const asked = (variables: object): Sent => [
    'POST',
    '/graphql',
    { ...json },
    JSON.stringify({ query: listed, variables }),
  ]

  /** How many requests the application has read. */
  const readBy = (logged: readonly Logged[]): number =>
    logged.filter(({ msg }) => msg.startsWith('Parsing request')).length

  test('is executed by the front as by the application', async () => {
    const [one, other] = [await started(), await started()]
    await one.send(...asked({ first: 1 }))
    for (const variables of [
      { first: 2 },
      { first: 3, metrics: ['EXPORTS'] },
      { metrics: ['TRADE'], unit: 'CNY_BILLION' },
    ]) {
      const direct = await one.send(...asked(variables))
      const [method, target, headers, body] = asked(variables)
      const inside = await other.app.fetch(`http://test${target}`, { method, headers, body: body ?? '' })
      expect(direct.status).toBe(200)
      expect(direct.headers).toEqual(headersOf(inside))
      expect(direct.body.toString()).toBe(await inside.text())
    }
    expect(readBy(one.logged)).toBe(1)
    expect(await one.outcomes()).toEqual(['miss 4'])
    expect(lines(one.logged).slice(1)).toEqual(lines(other.logged))
  })

  test.each([
    ['a refused argument', { first: 100_000 }],
    ['an unknown code', { metrics: ['EXPROTS'] }],
    ['a variable of another type', { first: 'many' }],
    ['a unit of another measure', { unit: 'TONNE' }],
  ])('with %s is executed once and answered by the application', async (_, variables) => {
    const [one, other] = [
      await started({ RATE_LIMIT_PER_MINUTE: '10' }),
      await started({ RATE_LIMIT_PER_MINUTE: '10' }),
    ]
    for (const each of [one, other]) await each.send(...asked({ first: 1 }))
    const [method, target, headers, body] = asked(variables)
    const found: [Received?, Response?] = []
    const statementsInside = await statements(async () => {
      found[1] = await other.app.fetch(`http://test${target}`, { method, headers, body: body ?? '' })
    })
    const statementsDirect = await statements(async () => {
      found[0] = await one.send(...asked(variables))
    })
    const [direct, inside] = found
    const { 'x-request-id': id, ratelimit, 'content-length': _length, ...rest } = direct?.headers ?? {}
    expect(id).toMatch(/^[\w-]{36}$/)
    expect(ratelimit).toMatch(/^"minute";r=8;/)
    const { 'x-request-id': _id, ratelimit: _left, 'content-length': __, ...expected } = headersOf(inside as Response)
    expect({ status: direct?.status, ...rest }).toEqual({ status: inside?.status, ...expected })
    expect(direct?.body.toString()).toBe(await inside?.text())
    expect(statementsDirect.filter(isOfQuery)).toEqual(statementsInside.filter(isOfQuery))
    expect(lines(one.logged)).toEqual(lines(other.logged))
  })

  test.each([
    ['a parameter that is not known', { query: listed, extensions: {} }, json],
    ['an estimate of its cost', { query: listed }, { ...json, 'x-query-cost': '1' }],
    ['variables in a list', { query: listed, variables: [] }, json],
    ['an operation that it does not have', { query: listed, operationName: 'Other' }, json],
    ['results as events', { query: listed }, { ...json, accept: 'text/event-stream' }],
    ['no JSON', '{', json],
  ])('with %s is passed on', async (_, body, headers) => {
    const { send, logged } = await started()
    await send(...asked({ first: 1 }))
    await send('POST', '/graphql', headers, typeof body === 'string' ? body : JSON.stringify(body))
    expect(readBy(logged)).toBe(2)
  })

  test('is executed once for clients that send it at the same time', async () => {
    const { send, outcomes } = await started()
    await send(...asked({ first: 1 }))
    const all = await Promise.all(Array.from({ length: 5 }, () => send(...asked({ first: 7 }))))
    expect(new Set(all.map(({ body }) => body.toString())).size).toBe(1)
    expect((await outcomes()).join()).toMatch(/^miss \d/)
  })
})

test('a client that disconnects while its query is executed is logged once', async () => {
  const waiting: (() => void)[] = []
  const wait = { type: GraphQLInt, args: { n: { type: GraphQLInt } } }
  const slow = tinySchema({
    wait: {
      ...wait,
      resolve: (_, { n }) => (n === 0 ? 0 : new Promise((resolve) => waiting.push(() => resolve(n)))),
    },
  })
  const { app, logged } = testApp({
    store: opened.store,
    schema: slow,
    config: { LOG_LEVEL: 'debug', RATE_LIMIT_PER_MINUTE: '0' },
  })
  const server = createServer(app)
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const send = (n: number) => {
    const body = JSON.stringify({ query: 'query ($n: Int) { wait(n: $n) }', variables: { n } })
    const socket = connect(port, '127.0.0.1')
    const head = Object.entries({ host: 'test', connection: 'close', 'content-length': body.length, ...json })
    socket.write(
      `POST /graphql HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    )
    return socket
  }
  await once(send(0).resume(), 'end')
  const statuses = () => logged.flatMap(({ status }) => status ?? [])
  const leaving = send(1)
  await vi.waitFor(() => expect(waiting).toHaveLength(1), 60_000)
  leaving.destroy()
  await vi.waitFor(() => expect(statuses()).toHaveLength(2), 60_000)
  for (const answer of waiting) answer()
  await once(send(0).resume(), 'end')
  expect(statuses()).toEqual([200, 504, 200])
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
