import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createKey, listKeys } from '../../../src/store/admin/keys.js'
import { change } from '../../../src/store/database/change.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { recordCodes } from '../../../src/store/ingest/code-versions.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, release } from '../../figures.js'

const template = inject('template')
const server = 'server' in template ? template.server : null
const notTried = server === null ? ' (not tried: the embedded store has no address)' : ''

const opened: { close(): Promise<void> }[] = []
async function open(url: string, replicas: readonly string[] = []): Promise<Database> {
  const database = await openDatabase({ kind: 'server', url, replicas })
  opened.push(database)
  return database
}

/** A metric, and what its figures are broken down by. */
const addCodes = (database: Database): Promise<void> =>
  change(database, async (tx, version) => {
    await tx.dataset.create({ data: { code: 'CN_TRADE' } })
    await tx.metric.create({ data: { code: 'EXPORTS', additivity: 'FLOW' } })
    await tx.dimension.create({ data: { code: 'TOTAL', categories: { create: { code: 'ALL' } } } })
    await recordCodes(tx, version)
    return { changed: true, result: undefined }
  })

describe.skipIf(server === null)(`a PostgreSQL server${notTried}`, () => {
  let admin: pg.Client
  const databases: string[] = []
  /** An empty database of its own, made as the rest of CREATE DATABASE says. */
  const made = async (rest = 'TEMPLATE template0'): Promise<{ name: string; url: string }> => {
    const name = `session_${process.pid}_${databases.length}`
    await admin.query(`CREATE DATABASE ${name} ${rest}`)
    databases.push(name)
    return { name, url: Object.assign(new URL(server ?? ''), { pathname: `/${name}` }).href }
  }
  const ask = async (url: string, text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query({ text, rowMode: 'array' })
    await client.end()
    return rows.flat()
  }
  const tables = `SELECT schemaname || '.' || tablename FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename IN ('metric', '_prisma_migrations') ORDER BY 1`

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server ?? '' })
    await admin.connect()
  })
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close()
  })
  afterAll(async () => {
    for (const name of databases) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  })

  test('holds a store in the schema that its address names', async () => {
    const { url } = await made()
    const database = await open(`${url}?schema=my%20Store`)
    await addCodes(database)
    const report = await release(database, {}, [figure({ metric: 'EXPORTS', value: '1' })])
    await createKey(database, { name: 'key', scopes: ['publish'], expiresAt: null })
    expect(report).toMatchObject({ accepted: true, added: 1, version: 2 })
    expect(await listKeys(database)).toMatchObject([{ name: 'key' }])
    expect(await ask(url, tables)).toEqual(['my Store._prisma_migrations', 'my Store.metric'])
    expect(await ask(url, `SELECT count(*)::int FROM "my Store".indicator`)).toEqual([1])
  })

  test('holds two independent stores in two schemas', async () => {
    const { url } = await made()
    const [first, second, again] = [
      await open(`${url}?schema=first`),
      await open(`${url}?schema=second`),
      await open(`${url}?schema=first`, [`${url}?schema=first`]),
    ]
    for (const each of [first, second, again]) await each.listen()
    const version = again.versions.after(again.versions.newest, AbortSignal.timeout(60_000))
    await addCodes(first)
    await version
    expect([again.versions.newest.version, second.versions.newest.version]).toEqual([1, 0])
    expect((await new Store(second).view()).snapshot.version).toBe(0)
    await expect(openDatabase({ kind: 'server', url, replicas: [`${url}?schema=first`] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  test('holds a store in the first schema of the search path', async () => {
    const { url, name } = await made()
    await ask(url, `CREATE SCHEMA own`)
    await admin.query(`ALTER DATABASE ${name} SET search_path = missing, own, public`)
    const database = await open(url)
    await addCodes(database)
    expect(await ask(url, tables)).toEqual(['own._prisma_migrations', 'own.metric'])
    expect((await new Store(database).view()).snapshot.codes.metrics).toHaveLength(1)
  })

  test('without a schema in its search path is refused', async () => {
    const { url, name } = await made()
    await admin.query(`ALTER DATABASE ${name} SET search_path = missing`)
    await expect(openDatabase({ kind: 'server', url })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('?schema=NAME'),
    })
  })

  test('of another encoding is refused before anything is written', async () => {
    const { url, name } = await made(`ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`)
    await expect(openDatabase({ kind: 'server', url: `${url}?schema=other` })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(
        new RegExp(`/${name} has the encoding LATIN1, .* ENCODING 'UTF8' TEMPLATE template0`),
      ),
    })
    expect(await ask(url, `SELECT nspname FROM pg_namespace WHERE nspname = 'other'`)).toEqual([])
    expect(await ask(url, tables)).toEqual([])
  })

  test('with other defaults for time limits and dates is used', async () => {
    const { url, name } = await made()
    for (const setting of [
      // Not shorter: the limits apply until the connection has overridden them.
      ...['statement_timeout = 2000', 'lock_timeout = 2000', 'idle_in_transaction_session_timeout = 2000'],
      ...['idle_session_timeout = 2000', `TimeZone = 'Asia/Shanghai'`, `DateStyle = 'German'`],
      ...[`default_transaction_isolation = 'serializable'`, `bytea_output = 'escape'`],
    ])
      await admin.query(`ALTER DATABASE ${name} SET ${setting}`)
    const database = await open(url)
    await addCodes(database)
    await database.pool.query('SELECT pg_sleep(2.5)')
    await release(database, {}, [figure({ metric: 'EXPORTS', value: '1' })])
    const stored = await database.prisma.release.findUniqueOrThrow({ where: { code: 'R1' } })
    expect(stored.publishedAt.toISOString()).toBe('2024-01-01T00:00:00.000Z')
  })

  test('keeps the time limits of its address', async () => {
    const { url } = await made()
    const database = await open(`${url}?options=-c%20statement_timeout%3D20000&lock_timeout=19000`)
    const { rows } = await database.pool.query(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
         current_setting('client_connection_check_interval') AS check`,
    )
    expect(rows).toEqual([{ statement: '20s', lock: '19s', check: '2s' }])
  })

  test('is opened by several processes together for the first time', async () => {
    const { url } = await made()
    const both = await Promise.all([open(`${url}?schema=new`), open(`${url}?schema=new`), open(`${url}?schema=new`)])
    for (const each of both) expect((await new Store(each).view()).snapshot.version).toBe(0)
  })
})

test('a database that does not answer is unavailable after the timeout', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}).resume())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = silent.address() as import('node:net').AddressInfo
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres?connect_timeout=1`
    await expect(openDatabase({ kind: 'server', url })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('did not answer within 1 s'),
    })
  } finally {
    silent.close()
  }
})
