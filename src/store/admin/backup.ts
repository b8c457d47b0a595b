import { readFileSync } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { Refusal } from '../../errors.js'
import { packageFile } from '../../lib/package-file.js'
import { appliedMigrations } from '../database/migrate.js'
import type { Database } from '../database/open.js'
import { versionOf } from '../database/versions.js'

// A backup is gzip of text in UTF-8, lines that end with a line feed:
//
//   {"format": "trade-indicators backup", "formatVersion": 1, "product": …, "migrations": […], "version": …, "time": …}
//   {"table": "metric", "columns": ["id", "code", …]}
//   one row a line, in PostgreSQL's COPY text format, cells in the order of the columns
//   \.
//   … the other tables, after those that they refer to …
//   {"end": true, "tables": {"metric": 5, …}}, with the number of rows of each
//
// `migrations` are the names of applied migrations, `version` is that of the store.

export const format = 'trade-indicators backup'
export const formatVersion = 1

export interface Head {
  readonly format: typeof format
  readonly formatVersion: number
  readonly product: string
  readonly migrations: readonly string[]
  readonly version: number
  readonly time: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly refersTo: readonly string[]
}

export interface BackupReport {
  version: number
  readonly tables: Record<string, number>
}

export type ReportTable = (table: string, rows: number) => void

const product: string = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version
const blocks = 512 // 4 MB: the embedded store returns a COPY as a whole
const nothing = 'The store is empty: there is nothing to back up. Check DATA_DIR or DATABASE_URL.'

/**
 * Writes one version of the whole store, whatever migrations it has had, and ends the stream. Of API keys it contains the
 * hashes only. Throws CONFLICT if the store is empty.
 */
export async function backup(
  database: Database,
  into: Writable,
  reportTable: ReportTable = () => {},
  now: Date = new Date(),
): Promise<BackupReport> {
  const report: BackupReport = { version: -1, tables: {} }
  await pipeline(Readable.from(content(database, now, reportTable, report)), createGzip(), into)
  return report
}

async function* content(
  { pool }: Database,
  now: Date,
  reportTable: ReportTable,
  report: BackupReport,
): AsyncGenerator<string | Uint8Array> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres'`)
    const migrations = [...(await appliedMigrations(client)).keys()]
    const all = await readTables(client)
    if (all.length === 0 || (await useOf(client, all)) === null) throw new Refusal('CONFLICT', nothing)
    const version = await versionOf(client)
    yield line({ format, formatVersion, product, migrations, version, time: now.toISOString() } satisfies Head)
    report.version = version
    for (const table of all) {
      yield line({ table: table.name, columns: table.columns })
      let rows = 0
      for await (const chunk of rowsOf(client, table)) {
        rows += lineFeeds(chunk)
        yield chunk
      }
      yield '\\.\n'
      report.tables[table.name] = rows
      reportTable(table.name, rows)
    }
    yield line({ end: true, tables: report.tables })
    await client.query('COMMIT')
    broken = false
  } finally {
    client.release(broken)
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

// By ranges of blocks: in one snapshot, visible rows do not move.
async function* rowsOf(client: pg.PoolClient, { name, columns }: Table): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ part: string; n: number }>(
    `SELECT part::text, (pg_relation_size(part) / current_setting('block_size')::int)::int AS n
     FROM (SELECT $1::regclass AS part UNION SELECT relid FROM pg_partition_tree($1::regclass)) parts ORDER BY part::text COLLATE "C"`,
    [quoted(name)],
  )
  for (const { part, n } of rows)
    for (let first = 0; first < n; first += blocks) {
      const slice = `ctid >= '(${first},0)' AND ctid < '(${first + blocks},0)'`
      const select = `SELECT ${columns.map(quoted)} FROM ${part} WHERE ${slice}`
      yield* client.query(to(`COPY (${select}) TO STDOUT`))
    }
}

function lineFeeds(chunk: Uint8Array): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}

export const quoted = (name: string): string => pg.escapeIdentifier(name)

export const ofVersions: readonly string[] = ['store_state', 'store_version']

/** Returns a clause that tells how a store was used; null for a new one, which has no rows but version 0. */
export async function useOf(client: pg.ClientBase | pg.Pool, tables: readonly Table[]): Promise<string | null> {
  const others = tables.filter(({ name }) => !ofVersions.includes(name))
  const found = others.map(({ name }, at) => `SELECT ${at} AS at WHERE EXISTS (SELECT FROM ${quoted(name)})`)
  const { rows } = await client.query<{ at: number }>(
    `SELECT at FROM (${found.join(' UNION ALL ')}) filled ORDER BY at`,
  )
  if (rows.length > 0) return `has rows in ${rows.map(({ at }) => others[at]?.name).join(', ')}`
  const version = await versionOf(client)
  return version === 0 ? null : `has the version ${version}`
}

/** Reads the tables of the store, without partitions, migrations and staging tables; those that are referred to come first. */
export async function readTables(client: pg.ClientBase | pg.Pool): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname::text AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
             ORDER BY a.attnum) AS columns,
       ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
             WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS "refersTo"
     FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> '_prisma_migrations' AND c.relname NOT LIKE 'staging%'
     ORDER BY c.relname COLLATE "C"`,
  )
  return sortByReferences(rows)
}

export function sortByReferences(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name))
    const next = left.find(({ refersTo }) => !refersTo.some((name) => names.has(name)))
    if (next === undefined) throw new Error(`The tables refer to each other in a cycle: ${[...names].join(', ')}.`)
    ordered.push(next)
    left = left.filter((table) => table !== next)
  }
  return ordered
}
