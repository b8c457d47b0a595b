import type pg from 'pg'
import { migrate, readMigrations } from '../database/migrate.js'
import type { Database } from '../database/open.js'
import {
  appliedMigrations,
  type BackupReport,
  type Head,
  quoted,
  readTables,
  type Table,
  type Tell,
  useOf,
  versionOf,
} from './backup.js'
import { type Backup, conflict, damaged, type Rows, readRows } from './backup-file.js'

const staged = (name: string): string => `staging_restored_${name}`

/**
 * Fills an empty store from a backup and brings it to the newest shape: all of it, or nothing where it fails or is
 * killed. CONFLICT where the store is not empty (a code list or an API key is something too), where its shape is not
 * the backup's, and where the file is damaged.
 */
export function restore(database: Database, backup: Backup, tell: Tell = () => {}): Promise<BackupReport> {
  const { pool } = database
  return database.withImportLock(async ({ copy }) => {
    try {
      await refuseOtherShape(pool, backup.head)
      const tables = await readTables(pool)
      await refuseUsed(pool, tables)
      await dropStaged(pool)
      for (const { name } of tables)
        await pool.query(`CREATE UNLOGGED TABLE ${quoted(staged(name))} (LIKE ${quoted(name)})`)
      const take = ({ table: { name, columns }, text, place }: Rows): Promise<void> =>
        copy(`${quoted(staged(name))} (${columns.map(quoted)})`, text).catch((error) => refuseContent(error, place))
      const rows = await readRows(backup, tables, take, tell)
      await onOne(pool, (client) => moveIn(client, tables, rows, backup.head))
      await onOne(pool, async (client) => migrate(client, await readMigrations()))
      await pool.query('ANALYZE') // the embedded store never does it by itself
      return { version: backup.head.version, tables: Object.fromEntries(rows) }
    } finally {
      await backup.lines.return(undefined)
      await dropStaged(pool)
    }
  })
}

async function refuseOtherShape(pool: pg.Pool, { migrations }: Head): Promise<void> {
  const applied = await appliedMigrations(pool)
  if (applied.join() === migrations.toSorted().join()) return
  throw conflict(
    `The backup has the shape ${migrations.at(-1)}, and this store was made in the shape ${applied.at(-1)}. Restore it into a folder or a database in which nothing was ever made.`,
  )
}

async function refuseUsed(client: pg.ClientBase | pg.Pool, tables: readonly Table[]): Promise<void> {
  const use = await useOf(client, tables)
  if (use === null) return
  throw conflict(
    `A backup is restored into an empty store only, and this one is not: ${use}. Name an empty folder with DATA_DIR, or an empty database with DATABASE_URL.`,
  )
}

/** Rethrows data exceptions and constraint violations (SQLSTATE classes 22 and 23) as faults of the file. */
function refuseContent(error: unknown, place: string): never {
  const { code = '', message, detail } = error as { code?: string; message: string; detail?: string }
  if (!/^2[23]/.test(code)) throw error
  throw damaged(`${place}: ${detail === undefined ? message : `${message} (${detail})`}`)
}

/**
 * From the staging tables into the store, in one transaction in which nobody else writes. A table is filled by one
 * statement, at whose end its references are checked: rows may refer to later rows of their table.
 */
async function moveIn(
  client: pg.PoolClient,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  { version }: Head,
): Promise<void> {
  await client.query('BEGIN')
  await client.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name))} IN EXCLUSIVE MODE`)
  await refuseUsed(client, tables)
  await client.query('DELETE FROM store_state')
  for (const { name, columns } of tables) {
    const list = columns.map(quoted).join()
    const insert = `INSERT INTO ${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${quoted(staged(name))}`
    const { rowCount } = await client.query(insert).catch((error) => refuseContent(error, `the table ${name}`))
    if (rowCount !== counts.get(name))
      throw damaged(`the table ${name} has ${counts.get(name)} lines for ${rowCount} rows`)
  }
  const restored = await versionOf(client)
  if (restored !== version) throw damaged(`its store is of version ${restored}, not ${version} as its first line says`)
  await moveSequences(client, tables)
  await client.query('COMMIT')
}

/** Numbers that are given next are larger than those that there are. */
async function moveSequences(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  const columns = tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: quoted(name), column })))
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT "table", "column", sequence FROM jsonb_to_recordset($1) AS given("table" text, "column" text),
       pg_get_serial_sequence("table", "column") AS sequence WHERE sequence IS NOT NULL`,
    [JSON.stringify(columns)],
  )
  for (const { table, column, sequence } of rows) {
    const largest = `max(${quoted(column)})`
    await client.query(`SELECT setval($1, coalesce(${largest}, 1), ${largest} IS NOT NULL) FROM ${table}`, [sequence])
  }
}

/** Takes away the staging tables, and what a restore that was killed left of them. */
async function dropStaged(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND starts_with(tablename, $1)`,
    [staged('')],
  )
  if (rows.length > 0) await pool.query(`DROP TABLE ${rows.map(({ name }) => quoted(name))}`)
}

/** Does some work on one connection, which nobody is given again where that fails. */
async function onOne(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await pool.connect()
  let broken = true
  try {
    await work(client)
    broken = false
  } finally {
    client.release(broken)
  }
}
