import pg from 'pg'
import { readTables } from '../src/store/admin/backup.js'
import type { Database } from '../src/store/database/open.js'

/** What a small store holds, and the shape that it has. */
export interface Contents {
  readonly shape: string
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly rows: string }[]
  readonly sequences: readonly { readonly name: string; readonly last: string | null }[]
}

// A test that makes or drops anything but rows, or changes settings, gets rid of its store.
const shape = `SELECT md5(string_agg(t::text, ' ' ORDER BY t::text)) AS shape FROM (
  SELECT relname || relkind::text || relnatts AS t FROM pg_class UNION ALL SELECT proname::text FROM pg_proc UNION ALL
  SELECT tgname || tgenabled::text FROM pg_trigger UNION ALL SELECT conname::text FROM pg_constraint UNION ALL
  SELECT rolname || rolconfig::text FROM pg_roles UNION ALL SELECT setconfig::text FROM pg_db_role_setting) t`

/** Returns the number of the next transaction that changes anything. */
export async function nextTransaction(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next')
  return rows[0]?.next ?? ''
}

export async function readContents({ pool }: Database): Promise<Contents> {
  const tables: Contents['tables'][number][] = []
  for (const { name, columns } of await readTables(pool)) {
    const all = `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${pg.escapeIdentifier(name)} t`
    tables.push({ name, columns, rows: (await pool.query<{ rows: string }>(all)).rows[0]?.rows ?? '[]' })
  }
  const sequences = await pool.query<{ name: string; last: string | null }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
  )
  return { shape: await shapeOf(pool), tables, sequences: sequences.rows }
}

/** Makes a store hold these contents again. False if it has another shape by now. */
export async function resetTo({ shape, tables, sequences }: Contents, { pool }: Database): Promise<boolean> {
  if ((await shapeOf(pool)) !== shape) return false
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(`TRUNCATE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`)
    for (const { name, columns, rows } of tables) {
      const table = pg.escapeIdentifier(name)
      const into = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      const filling = `INSERT INTO ${table} (${into}) SELECT ${into} FROM json_populate_recordset(NULL::${table}, $1)`
      if (rows !== '[]') await client.query(filling, [rows])
    }
    for (const { name, last } of sequences)
      await client.query('SELECT setval($1, coalesce($2::bigint, 1), $2 IS NOT NULL)', [name, last])
    await client.query('COMMIT')
    return true
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const shapeOf = async (pool: pg.Pool): Promise<string> =>
  (await pool.query<{ shape: string }>(shape)).rows[0]?.shape ?? ''
