import type pg from 'pg'
import { tablesNamed } from '../database/import-lock.js'
import { appliedMigrations, migrate, readMigrations } from '../database/migrate.js'
import type { Database } from '../database/open.js'
import { createPartitions, partitionsOf, yearsIn } from '../database/partitions.js'
import { withClient } from '../database/pool.js'
import { versionOf } from '../database/versions.js'
import {
  type BackupReport,
  type Head,
  ofVersions,
  quoted,
  type ReportTable,
  readTables,
  type Table,
  useOf,
} from './backup.js'
import { type Backup, conflict, damaged, type Rows, readRows } from './backup-file.js'

const staged = (name: string): string => `staging_restored_${name}`

/**
 * Restores a backup into an empty store, completely or not at all, and applies migrations. Throws CONFLICT if the store is
 * not empty (code lists and API keys included), if it has other migrations than the backup, or if the file is damaged.
 */
export function restore(
  database: Database,
  backup: Backup,
  reportTable: ReportTable = () => {},
): Promise<BackupReport> {
  const { pool } = database
  return database.withImportLock(async ({ copy }) => {
    try {
      await refuseOtherMigrations(pool, backup.head)
      const tables = await readTables(pool)
      await refuseUsed(pool, tables)
      await dropStaged(pool)
      for (const { name } of tables)
        await pool.query(`CREATE UNLOGGED TABLE ${quoted(staged(name))} (LIKE ${quoted(name)})`)
      const take = ({ table: { name, columns }, text, place }: Rows): Promise<void> =>
        copy(`${quoted(staged(name))} (${columns.map(quoted)})`, text).catch((error) => refuseContent(error, place))
      const rows = await readRows(backup, tables, take, reportTable)
      if ((await partitionsOf(pool)) !== null) await createPartitions(pool, await yearsIn(pool, staged('indicator')))
      await withClient(pool, (client) => moveIn(client, tables, rows, backup.head))
      await withClient(pool, async (client) => migrate(client, await readMigrations()))
      await pool.query('ANALYZE') // the embedded store has no autovacuum
      return { version: backup.head.version, tables: Object.fromEntries(rows) }
    } finally {
      await backup.lines.return(undefined)
      await dropStaged(pool)
    }
  })
}

async function refuseOtherMigrations(pool: pg.Pool, { migrations }: Head): Promise<void> {
  const applied = [...(await appliedMigrations(pool)).keys()]
  if (applied.join() === migrations.toSorted().join()) return
  throw conflict(
    `The backup has the migration ${migrations.at(-1)}, but this store has ${applied.at(-1)}. Restore it into a new folder or database.`,
  )
}

async function refuseUsed(client: pg.ClientBase | pg.Pool, tables: readonly Table[]): Promise<void> {
  const use = await useOf(client, tables)
  if (use === null) return
  throw conflict(
    `A backup can be restored only into an empty store. This store ${use}. Name an empty folder with DATA_DIR, or an empty database with DATABASE_URL.`,
  )
}

/** Rethrows data exceptions and constraint violations (SQLSTATE classes 22 and 23) as faults of the file. */
function refuseContent(error: unknown, place: string): never {
  const { code = '', message, detail } = error as { code?: string; message: string; detail?: string }
  if (!/^2[23]/.test(code)) throw error
  throw damaged(`${place}: ${detail === undefined ? message : `${message} (${detail})`}`)
}

/**
 * Moves rows from the staging tables into the store, in one transaction. Each table is filled by one statement, at the end
 * of which references are checked, so that rows may refer to later rows.
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
  for (const { name } of tables) if (ofVersions.includes(name)) await client.query(`DELETE FROM ${quoted(name)}`)
  for (const { name, columns } of tables) {
    const list = columns.map(quoted).join()
    const insert = `INSERT INTO ${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${quoted(staged(name))}`
    const { rowCount } = await client.query(insert).catch((error) => refuseContent(error, `the table ${name}`))
    if (rowCount !== counts.get(name))
      throw damaged(`the table ${name} has ${counts.get(name)} lines, but ${rowCount} rows`)
  }
  const restored = await versionOf(client)
  if (restored !== version) throw damaged(`its store has the version ${restored}, but its first line states ${version}`)
  await moveSequences(client, tables)
  await client.query('COMMIT')
}

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

async function dropStaged(pool: pg.Pool): Promise<void> {
  const tables = await tablesNamed(pool, staged(''))
  if (tables.length > 0) await pool.query(`DROP TABLE ${tables}`)
}
