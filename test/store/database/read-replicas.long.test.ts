import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seedStore } from '../../../src/server/seed.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, release } from '../../figures.js'
import { ask } from '../../graphql/ask.js'
import { notTried, Postgres } from '../../postgres.js'

describe.skipIf(notTried !== null)(`reads with a replica${notTried ?? ''}`, () => {
  let primary: Postgres
  let replica: Postgres
  let database: Database
  let store: Store
  let watched: pg.Client // on the replica
  beforeAll(async () => {
    primary = await Postgres.start()
    const filling = await openDatabase({ kind: 'server', url: primary.url })
    await seedStore(filling, pino({ level: 'silent' }))
    await filling.close()
    replica = await Postgres.follow(primary)
    watched = new pg.Client({ connectionString: replica.url })
    watched.on('error', () => {})
    await watched.connect()
    database = await openDatabase({ kind: 'server', url: primary.url, replicas: [replica.url] })
    await database.listen()
    store = new Store(database)
  })
  afterAll(async () => {
    await watched?.end().catch(() => {})
    await database?.close()
    await replica?.stop()
    await primary?.stop()
  })

  let year = 2025
  const publish = () => {
    const period = `${year++}`
    return release(database, { code: `R-${period}`, publishedAt: '2026-01-01T00:00:00Z' }, [
      figure({ metric: 'IMPORTS', period, value: '18.5' }),
    ])
  }
  const read = () => ask(store, '{ store { version } indicators(filter: { metrics: ["IMPORTS"] }) { totalCount } }')
  /** How many connections have read from it. */
  const readers = async (): Promise<number> => {
    const { rows } = await watched.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE '%is_version%' AND pid <> pg_backend_pid()`,
    )
    return rows[0].n
  }
  test('use it when it has reached the version', async () => {
    const { data } = await read()
    expect(data).toEqual({ store: { version: 6 }, indicators: { totalCount: 5 } })
    expect(await readers()).toBeGreaterThan(0)
  })

  test('are never older than the answer states while it lags', async () => {
    await replica.set('recovery_min_apply_delay', '10s')
    for (let count = 1; count <= 3; count++) {
      const { version } = await publish()
      const { data, errors } = await read()
      expect(errors).toBeUndefined()
      expect(data).toEqual({ store: { version }, indicators: { totalCount: 5 + count } })
    }
    const { rows } = await watched.query('SELECT version FROM store_state')
    expect(rows[0].version, 'it does lag').toBeLessThan(9)
    await replica.set('recovery_min_apply_delay', '0')
    await vi.waitUntil(async () => (await watched.query('SELECT version FROM store_state')).rows[0].version === 9, {
      timeout: 60_000,
      interval: 100,
    })
    expect((await read()).data.indicators.totalCount).toBe(8)
  })

  test('are not read when they have another history', async () => {
    await replica.promote()
    const lost = await openDatabase({ kind: 'server', url: replica.url })
    const { version } = await publish()
    const other = await release(lost, { code: 'LOST', publishedAt: '2026-01-01T00:00:00Z' }, [
      figure({ metric: 'IMPORTS', period: '2031', value: '1' }),
      figure({ metric: 'IMPORTS', period: '2032', value: '1' }),
    ])
    await lost.close()
    expect(other.version).toBe(version)
    for (let count = 0; count < 5; count++) {
      const { data, errors } = await read()
      expect([errors, data]).toEqual([undefined, { store: { version }, indicators: { totalCount: 9 } }])
    }
  })

  test('continue on the primary when it is lost', async () => {
    await replica.stop()
    for (let count = 0; count < 5; count++) {
      const { data, errors } = await read()
      expect([errors, data.indicators.totalCount]).toEqual([undefined, 9])
    }
    await publish()
    expect((await read()).data.indicators.totalCount).toBe(10)
  })
})
