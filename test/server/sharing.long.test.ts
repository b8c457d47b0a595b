import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { GraphQLInt, GraphQLString } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { Prisma } from '../../src/generated/prisma/client.js'
import type { Context } from '../../src/graphql/builder.js'
import { schema } from '../../src/graphql/schema.js'
import { Metrics } from '../../src/server/plugins/response/metrics.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Logged, testApp, tinySchema } from './support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
  await opened.store.view()
})
afterAll(() => opened.close())

let server: Server
let base: string
let port: number
const sockets: Socket[] = []
async function serving(given: Partial<Parameters<typeof testApp>[0]> = {}): Promise<Logged[]> {
  const { config, ...more } = given
  const { app, logged } = testApp({
    store: opened.store,
    schema,
    config: { TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE: '0', QUERY_TIMEOUT_MS: '120000', ...config },
    ...more,
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
  return logged
}
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  server.close()
})

async function ask(client: string, query: string, variables = {}) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': client }
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...(await response.json()) }
}

test('subscribers at one address leave subscriptions for other clients', async () => {
  await serving({ config: { MAX_SUBSCRIBERS: '4', MAX_SUBSCRIBERS_PER_CLIENT: '3' } })
  const query = 'subscription { releasePublished(sinceVersion: 5) { code } }'
  /** Subscribes on a connection of its own: what comes first. */
  const subscribe = async (client: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    const body = JSON.stringify({ query })
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${client}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    let came = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      came += chunk
    })
    await vi.waitUntil(() => /event: next\ndata|"errors"/.test(came), { timeout: 60_000, interval: 5 })
    return `${came.slice(9, 12)} ${/"code":"([A-Z_]+)"/.exec(came)?.[1]}`
  }
  const event = (count: number) => Array.from({ length: count }, () => expect.stringMatching(/^200 /))
  const ofOne = []
  for (let n = 0; n < 5; n++) ofOne.push(await subscribe('192.0.2.1'))
  expect(ofOne).toEqual([...event(3), '429 RATE_LIMITED', '429 RATE_LIMITED'])
  expect([await subscribe('192.0.2.2'), await subscribe('192.0.2.3')]).toEqual([...event(1), '503 UNAVAILABLE'])
})

/** How many queries are executed, or wait. */
async function queries({ registry }: Metrics): Promise<number> {
  const { values = [] } = (await registry.getSingleMetric('indicators_queries')?.get()) ?? {}
  return values.reduce((sum, { value }) => sum + value, 0)
}

describe('queries', () => {
  test('many queries of one client leave slots for others', async () => {
    let open: () => void = () => {}
    const door = new Promise<string>((resolve) => {
      open = () => resolve('done')
    })
    const fields = {
      held: { type: GraphQLString, resolve: () => door },
      fine: { type: GraphQLString, resolve: () => 'fine' },
    }
    const metrics = new Metrics(false)
    const config = { MAX_EXECUTING: '3', MAX_EXECUTING_PER_CLIENT: '2' }
    await serving({ schema: tinySchema(fields), metrics, config })
    const held = [1, 2, 3, 4].map((n) => ask('192.0.2.1', `{ h${n}: held }`))
    await vi.waitUntil(async () => (await queries(metrics)) === 4, { timeout: 60_000, interval: 5 })
    const other = ask('192.0.2.2', '{ fine }')
    other.finally(open) // it would wait for ever, were it to wait
    expect(await other).toEqual({ status: 200, data: { fine: 'fine' } })
    open()
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test("a query waiting for its client's turn is executed for another client", async () => {
    let isOver = false
    let finish: (text: string) => void = () => {}
    const unfinished = new Promise<string>((resolve) => {
      finish = resolve
    })
    const fields = {
      held: { type: GraphQLString, resolve: () => unfinished },
      fine: { type: GraphQLString, resolve: () => 'fine' },
    }
    const metrics = new Metrics(false)
    const config = { MAX_EXECUTING_PER_CLIENT: '1', QUERY_TIMEOUT_MS: '60000' }
    await serving({ schema: tinySchema(fields), metrics, config })
    const held = ask('192.0.2.1', '{ held }').finally(() => {
      isOver = true
    })
    await vi.waitUntil(async () => (await queries(metrics)) === 1, { timeout: 60_000, interval: 5 })
    const waiting = ask('192.0.2.1', '{ fine }')
    await vi.waitUntil(async () => (await queries(metrics)) === 2, { timeout: 60_000, interval: 5 })
    expect(await ask('192.0.2.2', '{ fine }')).toMatchObject({ status: 200, data: { fine: 'fine' } })
    expect(isOver).toBe(false)
    finish('')
    await Promise.all([held, waiting])
  })

  test('a query of a hundred statements does not delay another client', async () => {
    const { sql } = Prisma
    let done = 0
    let enter: () => void = () => {}
    const entered = new Promise<void>((resolve) => {
      enter = resolve
    })
    /** How many statements came to their end, this one included, while it waited for its own. */
    const count = {
      type: GraphQLInt,
      resolve: async (_: unknown, __: unknown, context: unknown) => {
        const { view } = context as Context
        const before = done
        await view.rows(sql`SELECT count(*) FROM generate_series(1, 100000)`)
        if (++done === 3) enter()
        return done - before
      },
    }
    await serving({ schema: tinySchema({ count }) })
    const aliases = Array.from({ length: 100 }, (_, n) => `a${n}: count`).join(' ')
    const many = ask('192.0.2.1', `{ ${aliases} }`)
    await entered
    const { data } = await ask('192.0.2.2', '{ count }')
    // The statement that is being executed and its own; a server executes ten at once.
    expect(data.count).toBeLessThanOrEqual(opened.database.kind === 'server' ? 40 : 3)
    expect((await many).status).toBe(200)
  })
})

test('an untrusted proxy is logged once', async () => {
  const logged = await serving({ config: { TRUST_PROXY: '' } })
  for (let n = 0; n < 2; n++) await ask('192.0.2.1', '{ __typename }')
  expect(logged.filter(({ msg }) => msg.includes('TRUST_PROXY is unset'))).toHaveLength(1)
})
