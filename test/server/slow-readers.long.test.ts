import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { storeLongFigures } from './long-figures.js'
import { type Logged, testApp } from './support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const { database } = opened
  await storeLongFigures(database, 10_000) // 20 MB
  await opened.store.view()
})
afterAll(() => opened.close())

let server: Server
let base: string
async function serving(given: Partial<Parameters<typeof testApp>[0]> = {}): Promise<Logged[]> {
  const { store, database } = opened
  const { config, ...more } = given
  const { app, logged } = testApp({
    store,
    schema,
    exporting: exporting(database, store),
    config: { TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE: '0', ...config },
    ...more,
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return logged
}
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

const filter = encodeURIComponent(JSON.stringify({ filter: { categories: ['PARTNER:US'], frequency: ['MONTHLY'] } }))
const long = `/export?format=csv&variables=${filter}`

/** Begins to take a file for a client, and takes no more of it: the status. */
async function begin(client: string, path = long): Promise<IncomingMessage> {
  const headers = { 'x-forwarded-for': client }
  const [response] = (await once(get(`${base}${path}`, { agent: false, headers }), 'response')) as [IncomingMessage]
  await once(response, 'readable')
  response.on('error', () => {}) // it is let go
  return response
}

describe('files', () => {
  test('slow readers at one address leave exports for other clients', async () => {
    await serving()
    const slow = await Promise.all(['192.0.2.1', '192.0.2.1'].map((client) => begin(client)))
    const third = await begin('192.0.2.1')
    expect([...slow, third].map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
    expect(third.headers['retry-after']).toBe('60')
    const [message] = JSON.parse(third.read().toString()).errors
    expect(message.extensions.code).toBe('RATE_LIMITED')
    expect(message.message).toContain('the limit of 2 files at a time')
    expect((await begin('192.0.2.2')).statusCode).toBe(200)
    for (const response of slow) response.destroy()
    await vi.waitUntil(async () => (await begin('192.0.2.1')).statusCode === 200, { timeout: 60_000, interval: 20 })
  })

  test('a client that reads nothing for 30 seconds is disconnected and logged', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const logged = await serving({ config: { MAX_EXPORTS_PER_CLIENT: '1' } })
    const stalled = await begin('192.0.2.1')
    expect((await begin('192.0.2.1')).statusCode).toBe(429)
    // Until the connection holds no more, it takes what it is sent.
    const left = new Promise((resolve) => stalled.once('close', resolve))
    await vi.waitUntil(
      () => {
        vi.advanceTimersByTime(1000)
        return logged.length > 0
      },
      { timeout: 60_000, interval: 20 },
    )
    expect(logged).toMatchObject([{ level: 40, client: '192.0.2.1', path: '/export', bytes: expect.any(Number) }])
    expect(logged[0]?.msg).toContain('reads less than 8,192 bytes per second')
    stalled.resume()
    await left
    await vi.waitUntil(async () => (await begin('192.0.2.1')).statusCode === 200, { timeout: 60_000, interval: 20 })
  })
})
