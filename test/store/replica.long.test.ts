import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { appendFile, chmod, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seedStore } from '../../src/server/seed.js'
import { type Database, openDatabase } from '../../src/store/open.js'
import { Store } from '../../src/store/store.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'

const debian = '/usr/lib/postgresql'
const [newest] = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
const bin = join(debian, newest ?? '', 'bin')
const isRoot = process.getuid?.() === 0
const able = process.env['TEST_DATABASE_URL'] !== undefined && existsSync(join(bin, 'pg_basebackup'))

const as = async (program: string, ...args: string[]): Promise<void> => {
  const command = join(bin, program)
  await promisify(execFile)(isRoot ? 'runuser' : command, isRoot ? ['-u', 'postgres', '--', command, ...args] : args)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A PostgreSQL of this file's own: in a folder, on a port. */
interface Server {
  readonly folder: string
  readonly port: number
  readonly url: string
}

async function place(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-pg-'))
  await chmod(folder, 0o777)
  const port = await freePort()
  return { folder, port, url: `postgresql://postgres@127.0.0.1:${port}/postgres` }
}

const data = ({ folder }: Server): string => join(folder, 'data')
const start = (server: Server): Promise<void> => {
  const settings = `-p ${server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  return as('pg_ctl', '-D', data(server), '-w', '-l', join(server.folder, 'log'), '-o', settings, 'start')
}
const stop = (server: Server): Promise<void> => as('pg_ctl', '-D', data(server), '-m', 'immediate', 'stop')

describe.skipIf(!able)('reads with a replica', () => {
  let primary: Server
  let replica: Server
  let database: Database
  let store: Store
  let watched: pg.Client // on the replica
  beforeAll(async () => {
    primary = await place()
    replica = await place()
    await as('initdb', '-D', data(primary), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
    await start(primary)
    const filling = await openDatabase({ kind: 'server', url: primary.url })
    await seedStore(filling, pino({ level: 'silent' }))
    await filling.close()
    await as('pg_basebackup', '-D', data(replica), '-d', primary.url, '-R', '-X', 'stream', '-c', 'fast')
    await start(replica)
    watched = new pg.Client({ connectionString: replica.url })
    watched.on('error', () => {})
    await watched.connect()
    database = await openDatabase({ kind: 'server', url: primary.url, replicas: [replica.url] })
    await database.listen()
    store = new Store(database)
  }, 240_000)
  afterAll(async () => {
    await watched?.end().catch(() => {})
    await database?.close()
    for (const server of [replica, primary]) {
      if (server === undefined) continue
      await stop(server).catch(() => {})
      await rm(server.folder, { recursive: true, force: true })
    }
  }, 60_000)

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
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE '%store_version%' AND pid <> pg_backend_pid()`,
    )
    return rows[0].n
  }
  /** Changes a setting of the replica. */
  const set = async (setting: string): Promise<void> => {
    await appendFile(join(data(replica), 'postgresql.auto.conf'), `${setting}\n`)
    await watched.query('SELECT pg_reload_conf()')
  }

  test('go to it where it has reached the version', async () => {
    const { data } = await read()
    expect(data).toEqual({ store: { version: 6 }, indicators: { totalCount: 5 } })
    expect(await readers()).toBeGreaterThan(0)
  })

  test('are never older than the answer says while it lags by ten seconds', async () => {
    await set("recovery_min_apply_delay = '10s'")
    for (let count = 1; count <= 3; count++) {
      const { version } = await publish()
      const { data, errors } = await read()
      expect(errors).toBeUndefined()
      expect(data).toEqual({ store: { version }, indicators: { totalCount: 5 + count } })
    }
    const { rows } = await watched.query('SELECT version FROM store_state')
    expect(rows[0].version, 'it does lag').toBeLessThan(9)
    await set("recovery_min_apply_delay = '0'")
    await vi.waitUntil(async () => (await watched.query('SELECT version FROM store_state')).rows[0].version === 9, {
      timeout: 30_000,
      interval: 100,
    })
    expect((await read()).data.indicators.totalCount).toBe(8)
  }, 120_000)

  test('go on without it where it is lost', async () => {
    await stop(replica)
    for (let count = 0; count < 5; count++) {
      const { data, errors } = await read()
      expect([errors, data.indicators.totalCount]).toEqual([undefined, 8])
    }
    await publish()
    expect((await read()).data.indicators.totalCount).toBe(9)
  }, 60_000)
})
