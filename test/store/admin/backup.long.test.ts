import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isShipped } from '../../../src/domain/units/unit.js'
import { sortByReferences } from '../../../src/store/admin/backup.js'
import { findKey } from '../../../src/store/admin/keys.js'
import { replacement } from '../../../src/store/database/earlier-migrations.js'
import { appliedMigrations, migrate, readMigrations } from '../../../src/store/database/migrate.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, release } from '../../figures.js'
import { addUnits } from '../../graphql/units-support.js'
import { openEmptyStore, openTestStore, type TestStore } from '../../support.js'
import { earlier, figureSql } from '../database/earlier-support.js'
import { answersOf, backedUp, contentOf, fill, filledTables, restoreFrom } from './backup-support.js'

const server = process.env['TEST_DATABASE_URL'] !== undefined

let opened: TestStore
let key: string
let saved: Awaited<ReturnType<typeof backedUp>>
let answers: unknown[]
beforeAll(async () => {
  opened = await openTestStore()
  key = await fill(opened.database)
  saved = await backedUp(opened.database)
  answers = await answersOf(opened.database)
})
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  await opened.close()
  for (const close of closing) await close()
})

async function empty(): Promise<Database> {
  const { database, close } = await openEmptyStore()
  closing.push(close)
  return database
}

async function inMemory(migrations: readonly string[] | null = null): Promise<Database> {
  const database = await openDatabase({ kind: 'memory' }, migrations)
  closing.push(() => database.close())
  return database
}

/** That a store is the one that was backed up, and lives. */
async function expectSame(database: Database): Promise<void> {
  expect(contentOf((await backedUp(database)).bytes)).toBe(contentOf(saved.bytes))
  expect(await answersOf(database)).toEqual(answers)
}

async function expectTakesIn(database: Database): Promise<void> {
  const before = (await new Store(database).view()).snapshot
  const crossed = figure({ categories: ['LOCATION:ZHUHAI', 'PRODUCT:SHIPS'], period: '2024-06', value: '7' })
  const report = await release(database, { code: 'LATER', publishedAt: '2024-07-01T00:00:00Z' }, [crossed])
  expect(report).toMatchObject({ accepted: true, added: 1, version: before.version + 1 })
  expect((await new Store(database).view()).snapshot.releases).toHaveLength(before.releases.length + 1)
  expect((await findKey(database, key, () => {}))?.name).toBe('海关')
}

test('the store of these tests has rows in every table', () => {
  const { tables, version } = saved.report
  for (const [name, rows] of Object.entries(tables)) expect(rows, name).toBeGreaterThan(0)
  expect(tables['indicator']).toBeGreaterThan(350)
  expect(version).toBeGreaterThan(9)
  expect(JSON.stringify(answers)).not.toContain('"errors"')
  expect(JSON.stringify(answers)).toContain('"confirmedBy":[{')
  expect(contentOf(saved.bytes)).not.toContain(key)
})

test('a store of the same kind is restored and usable', async () => {
  const database = await empty()
  const told: string[] = []
  expect(await restoreFrom(database, saved.bytes, (table) => told.push(table))).toEqual(saved.report)
  expect(told).toEqual(Object.keys(saved.report.tables))
  await expectSame(database)
  expect((await filledTables(database)).filter((name) => name.startsWith('staging'))).toEqual([])
  await expectTakesIn(database)
})

const unless = server ? '' : ' (skipped: TEST_DATABASE_URL names no server)'
test.skipIf(!server)(`an embedded store is restored from a server, and back${unless}`, async () => {
  const embedded = await inMemory()
  await restoreFrom(embedded, saved.bytes)
  await expectSame(embedded)
  const database = await empty()
  await restoreFrom(database, (await backedUp(embedded)).bytes)
  await expectSame(database)
  await expectTakesIn(database)
  await expectTakesIn(embedded)
})

test('a backup has one version despite imports meanwhile', async () => {
  const { database, close } = await openTestStore()
  closing.push(close)
  const before = contentOf((await backedUp(database)).bytes)
  let importing: Promise<unknown> | undefined
  const { bytes } = await backedUp(database, async () => {
    importing ??= release(database, {}, [figure({ period: '2024-06', value: '7' })])
    if (database.kind === 'server') await importing // the embedded store does one after the other
  })
  await importing
  expect(contentOf(bytes)).toBe(before)
  expect(contentOf((await backedUp(database)).bytes)).not.toBe(before)
})

test('an additional table that refers to itself is included', async () => {
  const source = opened.database
  const target = await empty()
  const table = `CREATE TABLE "Zz ""new" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    next int REFERENCES "Zz ""new", "of" int REFERENCES dimension, note text, twice int GENERATED ALWAYS AS (id * 2) STORED)`
  for (const { pool } of [source, target]) await pool.query(table)
  await source.pool.query(`CREATE TABLE staging_left (id int); INSERT INTO staging_left VALUES (1)`)
  await source.pool.query(
    `INSERT INTO "Zz ""new" (next, note) SELECT nullif(n + 1, 25001), repeat(md5(n::text), 10) FROM generate_series(1, 25000) n`,
  )
  const { bytes, report } = await backedUp(source)
  expect(report.tables).toMatchObject({ 'Zz "new': 25_000, metric: saved.report.tables['metric'] })
  expect(report.tables).not.toHaveProperty('staging_left')
  await restoreFrom(target, bytes)
  const sum = `SELECT count(*)::int AS n, min(twice) AS twice, md5(string_agg(note, ',' ORDER BY id)) AS notes FROM "Zz ""new"`
  expect((await target.pool.query(sum)).rows).toEqual((await source.pool.query(sum)).rows)
  const { rows } = await target.pool.query(`INSERT INTO "Zz ""new" (note) VALUES ('') RETURNING id`)
  expect(rows).toEqual([{ id: 25_001 }])
  await source.pool.query(`DROP TABLE "Zz ""new", staging_left`)
})

test('tables come after those that they refer to; cycles are refused', () => {
  const table = (name: string, ...refersTo: string[]) => ({ name, columns: [], refersTo })
  const names = (tables: ReturnType<typeof sortByReferences>) => tables.map(({ name }) => name)
  expect(names(sortByReferences([table('a', 'c'), table('b'), table('c', 'd'), table('d')]))).toEqual([
    'b',
    'd',
    'c',
    'a',
  ])
  expect(() => sortByReferences([table('a', 'b'), table('b', 'a'), table('c')])).toThrow('in a cycle: a, b')
})

describe('a backup of a development version', async () => {
  const shipped = await readMigrations()
  const names = shipped.map(({ name }) => name)

  /** Backs up a store with a figure that has had the first `count` of the earlier migrations. */
  async function backUpEarlier(count: number): Promise<Buffer> {
    const database = await inMemory([])
    const client = await database.pool.connect()
    await migrate(client, earlier.slice(0, count)).finally(() => client.release())
    await database.pool.query(figureSql)
    expect([...(await appliedMigrations(database.pool)).keys()]).toHaveLength(count)
    return (await backedUp(database)).bytes
  }

  test('is restored with its content, by the present migrations', async () => {
    const database = await inMemory([replacement])
    await restoreFrom(database, await backUpEarlier(earlier.length))
    expect([...(await appliedMigrations(database.pool)).keys()]).toEqual(names)
    const { snapshot } = await new Store(database).view()
    expect(snapshot).toMatchObject({ version: 1, indicators: 1, releases: [{ code: 'OLD' }] })
    expect(snapshot.codes.units.filter((unit) => !isShipped(unit))).toEqual([])
    expect(await addUnits(database)).toMatchObject({ changed: true, version: 2 })
    expect((await release(database, { code: 'NEW' }, [])).accepted).toBe(true)
  })

  test('that was not up to date is refused with advice', async () => {
    await expect(restoreFrom(await inMemory(), await backUpEarlier(3))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Start this version of the program with that store'),
    })
  })
})

test('a store without tables has no backup, but can be restored', async () => {
  const database = await inMemory([])
  const refused = { code: 'CONFLICT', message: expect.stringContaining('The store is empty') }
  await expect(backedUp(database), 'without tables').rejects.toMatchObject(refused)
  const client = await database.pool.connect()
  await migrate(client, await readMigrations()).finally(() => client.release())
  await expect(backedUp(database), 'with tables').rejects.toMatchObject(refused)
  await restoreFrom(database, saved.bytes)
  await expectSame(database)
})

test('a store with another migration refuses a backup', async () => {
  const database = await inMemory()
  await database.pool.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('future', '', '29990101000000_future', now())`)
  await expect(restoreFrom(database, saved.bytes)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/has the migration \d{14}_\w+, but this store has 29990101000000_future/),
  })
})
