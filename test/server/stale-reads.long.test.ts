import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { seedStore } from '../../src/server/seed.js'
import { type Database, openDatabase } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { figure, release } from '../figures.js'
import { notTried, Postgres } from '../postgres.js'
import { testApp } from './support.js'

const query = '{ store { version staleSince } indicators(filter: { metrics: ["IMPORTS"] }) { totalCount } }'

describe.skipIf(notTried !== null)(`while the primary server is lost${notTried ?? ''}`, () => {
  let primary: Postgres
  let replica: Postgres
  let database: Database
  let app: App
  let publishing: Database['prisma']
  beforeAll(async () => {
    primary = await Postgres.start()
    const filling = await openDatabase({ kind: 'server', url: primary.url })
    await seedStore(filling, pino({ level: 'silent' }))
    await filling.close()
    replica = await Postgres.follow(primary)
    const location = { kind: 'server', url: primary.url, replicas: [replica.url], staleReads: 3600 } as const
    database = await openDatabase(location)
    publishing = database.prisma
    await database.listen()
    app = testApp({ store: new Store(database), schema }).app
    expect(await read()).toMatchObject({ stale: null, data: { store: { version: 6, staleSince: null } } })
    await primary.kill()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await database?.close()
    await replica?.stop()
    await primary?.stop()
  })

  async function read() {
    const response = await app.fetch(`http://test/graphql?query=${encodeURIComponent(query)}`)
    const stale = response.headers.get('x-store-stale-since')
    const { data, errors } = await response.json()
    return { stale, cached: response.headers.get('cache-control'), data, code: errors?.[0]?.extensions.code }
  }
  const ready = async () => {
    const response = await app.fetch('http://test/readyz')
    return { status: response.status, body: await response.json() }
  }

  test('replicas answer at the last version, which is marked as stale and not cached', async () => {
    for (let count = 0; count < 50; count++)
      expect(await read()).toMatchObject({ data: { store: { version: 6 }, indicators: { totalCount: 5 } } })
    await vi.waitUntil(async () => (await read()).stale !== null, { timeout: 60_000 })
    const { stale, cached, data } = await read()
    expect([data.store.staleSince, cached]).toEqual([stale, 'no-store'])
    expect(Date.parse(stale ?? '')).toBeLessThan(Date.now())
  })

  test('the server stays ready, and says since when it reads replicas', async () => {
    const { stale } = await read()
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready', staleSince: stale } })
  })

  test('imports fail as unavailable', async () => {
    const importing = release(database, { code: 'LOST' }, [figure({ metric: 'IMPORTS', period: '2031', value: '1' })])
    await expect(importing).rejects.toThrow(/ECONNREFUSED|terminat/)
  })

  test('reads fail as unavailable after STALE_READS', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 })
    expect(await read()).toMatchObject({ stale: null, code: 'UNAVAILABLE' })
    expect((await ready()).status).toBe(503)
    vi.useRealTimers()
  })

  test('reads and imports continue when it is back', async () => {
    // Its other processes end when they notice that it was killed.
    const started = () =>
      primary.startAgain().then(
        () => true,
        () => false,
      )
    await vi.waitUntil(started, { timeout: 60_000, interval: 200 })
    await vi.waitUntil(async () => (await read()).stale === null, { timeout: 60_000 })
    await expect.poll(() => publishing.storeState.count().catch(() => 0), { timeout: 60_000 }).toBe(1)
    const { version } = await release(database, { code: 'NEXT', publishedAt: '2026-01-01T00:00:00Z' }, [
      figure({ metric: 'IMPORTS', period: '2031', value: '1' }),
    ])
    expect(await read()).toMatchObject({ stale: null, data: { store: { version }, indicators: { totalCount: 6 } } })
  })
})
