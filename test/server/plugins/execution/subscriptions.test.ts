import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createClient } from 'graphql-sse'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { retract } from '../../../../src/store/ingest/retract.js'
import { figure, release } from '../../../figures.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { testApp } from '../../support.js'

const subscription = `subscription ($since: Int) {
  releasePublished(sinceVersion: $since) { code version retractedAt retractionReason indicators { totalCount } }
}`

let opened: TestStore
let app: App
let server: Server
let url: string
let stopping: AbortController
const sockets = new Set<Socket>()
beforeEach(async () => {
  opened = await openTestStore()
  await opened.database.listen()
  stopping = new AbortController()
  app = testApp({ store: opened.store, schema, stopping: stopping.signal, config: { MAX_SUBSCRIBERS: '2' } }).app
  server = createServer(app).listen(0, '127.0.0.1')
  server.on('connection', (socket) => sockets.add(socket))
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})
afterEach(async () => {
  vi.useRealTimers()
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  server.close()
  await app.dispose()
  await opened.close()
})

let year = 2025
const publish = (code: string) => {
  const period = `${year++}`
  return release(opened.database, { code, publishedAt: '2026-01-01T00:00:00Z' }, [
    figure({ metric: 'IMPORTS', period, value: '18.5' }),
  ])
}

interface Event {
  readonly data?: { readonly releasePublished: { code: string; version: number; retractedAt: string | null } } | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code: string } }[]
  readonly extensions?: { readonly storeVersion: number }
}
const subscribe = (since?: number): AsyncIterableIterator<Event> =>
  createClient({ url, retryAttempts: 0 }).iterate({ query: subscription, variables: { since } }) as never
const next = async (events: AsyncIterator<Event>): Promise<Event> => (await events.next()).value
const said = ({ data, extensions }: Event) => [data?.releasePublished.code, extensions?.storeVersion]

test('a subscriber receives each release, and each retraction', async () => {
  const events = subscribe(6)
  const first = next(events)
  await publish('A')
  expect(await first).toEqual({
    data: {
      releasePublished: {
        code: 'A',
        version: 7,
        retractedAt: null,
        retractionReason: null,
        indicators: { totalCount: 1 },
      },
    },
    extensions: { storeVersion: 7, storeStamp: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
  await retract(opened.database, 'A', 'A trial.')
  expect(await next(events)).toMatchObject({
    data: {
      releasePublished: { code: 'A', version: 7, retractedAt: expect.any(String), retractionReason: 'A trial.' },
    },
    extensions: { storeVersion: 8 },
  })
  await events.return?.()
})

test('a subscriber resumes after its last version and misses nothing', async () => {
  const before = subscribe(0)
  const seen = [said(await next(before)), said(await next(before))]
  await before.return?.()
  await publish('A')
  await retract(opened.database, 'CN-GACC-2020-ANNUAL', 'Not meant.')
  await publish('B')
  const after = subscribe(seen[1]?.[1] as number)
  for (let count = 0; count < 6; count++) seen.push(said(await next(after)))
  expect(seen).toEqual([
    ['CN-GACC-2020-ANNUAL', 2],
    ['CN-GACC-2021-ANNUAL', 3],
    ['CN-GACC-2022-ANNUAL', 4],
    ['CN-GACC-2023-ANNUAL', 5],
    ['CN-GACC-2024-ANNUAL', 6],
    ['A', 7],
    ['CN-GACC-2020-ANNUAL', 8],
    ['B', 9],
  ])
  await after.return?.()
})

test('a subscriber without a version receives new releases only', async () => {
  const { came } = await bare()
  await vi.waitUntil(() => /^:$/m.test(came()), { interval: 5, timeout: 60_000 })
  await publish('A')
  await vi.waitUntil(() => came().includes('event: next'), { interval: 5, timeout: 60_000 })
  expect(came().match(/"code":"[^"]+"/g)).toEqual(['"code":"A"'])
})

test.each([-1, 7])('version %i, which does not exist, is refused', async (since) => {
  const { errors } = await next(subscribe(since))
  expect(errors).toMatchObject([
    {
      message: `sinceVersion is ${since}. It must be from 0 to 6, the version of the store.`,
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ])
})

/** Subscribes on a bare connection, and answers it with what has come on it so far. */
async function bare(since?: number): Promise<{ socket: Socket; came: () => string }> {
  const body = JSON.stringify({ query: subscription, variables: { since } })
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\naccept: text/event-stream\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  )
  return { socket, came: () => text }
}

/** What a subscriber is answered who is not let in; nothing of who is. */
async function refused(since: number): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
  const body = JSON.stringify({ query: subscription, variables: { since } })
  const response = await fetch(url, { method: 'POST', headers, body })
  if (!response.ok) return { status: response.status, text: await response.text() }
  await response.body?.cancel()
  return { status: response.status, text: '' }
}

describe('subscribers', () => {
  test('MAX_SUBSCRIBERS limits subscriptions until one ends', async () => {
    const [one, two] = [await bare(5), await bare(5)]
    for (const { came } of [one, two])
      await vi.waitUntil(() => came().includes('GACC-2024'), { interval: 5, timeout: 60_000 })
    const { status, text } = await refused(5)
    expect([status, text]).toEqual([503, expect.stringContaining('limit of 2 subscriptions')])
    one.socket.destroy()
    await vi.waitUntil(async () => (await refused(5)).status === 200, { interval: 20, timeout: 60_000 })
  })

  test('idle subscriptions receive a comment every twelve seconds', async () => {
    const { came } = await bare(6)
    await vi.waitUntil(() => (came().match(/^:$/gm) ?? []).length >= 3, { interval: 20, timeout: 60_000 })
    expect(came()).toMatch(/^HTTP\/1.1 200 OK[\s\S]*content-type: text\/event-stream/i)
  })

  test('a shutdown completes all subscriptions and refuses new ones', async () => {
    const events = subscribe(5)
    expect(said(await next(events))).toEqual(['CN-GACC-2024-ANNUAL', 6])
    stopping.abort()
    expect(await events.next()).toEqual({ done: true, value: undefined })
    expect(await refused(5)).toMatchObject({ status: 503, text: expect.stringContaining('"code":"UNAVAILABLE"') })
  })
})
