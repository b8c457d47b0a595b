import pg from 'pg'
import { Refusal } from '../../errors.js'
import { type Address, isSchemaName } from './address.js'
import { ConnectionLost } from './connection-lost.js'
import { backendExpression, setBackend } from './connection-watch.js'
import { connect, type Prepare, queryWithTimeout } from './pool.js'

const oldestPostgres = 15

// Settings of each connection, which override those of the role, the database and the server. The address may override
// them by `options`, unless they are fixed. A limit on statement time would stop imports and migrations.
const settings: readonly (readonly [name: string, value: string, fixed?: 'fixed'])[] = [
  ['TimeZone', 'UTC', 'fixed'], // timestamps are read and written without conversion
  ['DateStyle', 'ISO, MDY', 'fixed'],
  ['IntervalStyle', 'postgres', 'fixed'],
  ['bytea_output', 'hex', 'fixed'],
  ['standard_conforming_strings', 'on', 'fixed'],
  ['default_transaction_isolation', 'read committed', 'fixed'],
  ['random_page_cost', '1.1'], // the default is for spinning disks
  ['jit', 'off'],
  ['statement_timeout', '0'],
  ['lock_timeout', '0'],
  ['transaction_timeout', '0'],
  ['idle_in_transaction_session_timeout', '0'],
  ['idle_session_timeout', '0'],
  // The server detects within seconds that this process is gone, and releases its locks.
  ['tcp_keepalives_idle', '10'],
  ['tcp_keepalives_interval', '5'],
  ['tcp_keepalives_count', '3'],
  ['tcp_user_timeout', '30000'],
]

/** Prepares a connection for a store in a schema. Throws ConnectionLost if it `mayWrite` and leads to a standby. */
export const inSchema =
  (schema: string | null, mayWrite: boolean): Prepare =>
  async (client) => {
    const given = [...settings, ...(schema === null ? [] : [['search_path', identifier(schema), 'fixed'] as const])]
    const [row] = await queryWithTimeout<{ backend: string; changed: string; standby: boolean }>(
      client,
      `SELECT ${backendExpression} AS backend, pg_is_in_recovery() AS standby,
         count(set_config(s.name, v.value, false)) AS changed
       FROM unnest($1::text[], $2::text[], $3::bool[]) AS v(name, value, fixed) JOIN pg_settings s ON s.name = v.name
       WHERE v.fixed OR s.source <> 'client'`,
      [given.map(([name]) => name), given.map(([, value]) => value), given.map(([, , fixed]) => fixed !== undefined)],
    )
    if (mayWrite && row?.standby) throw new ConnectionLost('the database is a standby, which cannot be written')
    setBackend(client, row?.backend ?? '')
    // Not every operating system supports this setting.
    await queryWithTimeout(
      client,
      `SELECT set_config(name, '2s', false) FROM pg_settings
       WHERE name = 'client_connection_check_interval' AND source <> 'client'`,
    ).catch(ignoreUnable)
  }

function ignoreUnable(error: { code?: string }): void {
  if (error.code !== '22023') throw error
}

const identifier = (name: string): string => pg.escapeIdentifier(name)

/**
 * Returns the schema that holds the store, and creates it if the address names one that does not exist. Throws
 * UNAVAILABLE, before anything is written, if the database cannot hold a store.
 */
export async function findSchema(address: Address): Promise<string> {
  const client = await connect(address, {})
  try {
    const [facts] = await queryWithTimeout<Facts>(
      client,
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
         current_schema()::text AS schema, pg_is_in_recovery() AS standby, pg_backend_pid() AS pid`,
    )
    const { version = 0, encoding = '', schema = null, standby = false, pid = 0 } = facts ?? {}
    const refusal = (why: string): Refusal => new Refusal('UNAVAILABLE', `The database ${address.name} ${why}`)
    if (version < oldestPostgres * 10_000)
      throw refusal(`is PostgreSQL ${Math.floor(version / 10_000)}. The oldest supported version is ${oldestPostgres}.`)
    if (encoding !== 'UTF8')
      throw refusal(
        `has the encoding ${encoding}, which cannot represent all languages. Use a database created with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.`,
      )
    if (standby)
      throw refusal(
        'is a standby, which cannot be written. Name its primary, and the standby with DATABASE_REPLICA_URLS.',
      )
    if (await isPooledByTransaction(client, pid, address))
      throw refusal(
        'is reached through a pooler that gives each transaction another connection, as PgBouncer does with pool_mode = transaction: locks, notifications and settings of a connection would be lost. Name the server itself, or a pool with pool_mode = session.',
      )
    if (address.schema !== null) return await createSchema(client, address.schema)
    if (schema === null) throw refusal('has none of the schemas of its search_path. Name a schema with ?schema=NAME.')
    if (!isSchemaName(schema))
      throw refusal(`has "${schema}" as the first schema of its search_path. Name another schema with ?schema=NAME.`)
    return schema
  } finally {
    await client.end()
  }
}

interface Facts {
  readonly version: number
  readonly encoding: string
  readonly schema: string | null
  readonly standby: boolean
  readonly pid: number
}

/**
 * Indicates that a pooler stands in between, whose process ids are not those of the server, and that a transaction on a
 * second connection takes the process of the first.
 */
async function isPooledByTransaction(client: pg.Client, pid: number, address: Address): Promise<boolean> {
  const { processID } = client as unknown as { readonly processID: number }
  if (processID === pid) return false
  const ask = 'SELECT pg_backend_pid() AS pid'
  const second = await connect(address, {})
  try {
    await queryWithTimeout(second, 'BEGIN')
    const [other] = await queryWithTimeout<{ pid: number }>(second, ask)
    if (other?.pid === pid) return true
    const [again] = await queryWithTimeout<{ pid: number }>(client, ask)
    return again?.pid !== pid
  } finally {
    second.end().catch(() => {})
  }
}

async function createSchema(client: pg.ClientBase, name: string): Promise<string> {
  const exists = async (): Promise<boolean> =>
    (await queryWithTimeout(client, 'SELECT FROM pg_namespace WHERE nspname = $1', [name])).length > 0
  if (await exists()) return name
  try {
    await queryWithTimeout(client, `CREATE SCHEMA ${identifier(name)}`)
  } catch (error) {
    if (!(await exists())) throw error // another process may have created it meanwhile
  }
  return name
}
