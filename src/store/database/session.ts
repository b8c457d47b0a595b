import pg from 'pg'
import { Refusal } from '../../errors.js'
import { type Address, isSchemaName } from './address.js'
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

export const inSchema =
  (schema: string | null): Prepare =>
  async (client) => {
    const given = [...settings, ...(schema === null ? [] : [['search_path', identifier(schema), 'fixed'] as const])]
    const [row] = await queryWithTimeout<{ backend: string; changed: string }>(
      client,
      `SELECT ${backendExpression} AS backend, count(set_config(s.name, v.value, false)) AS changed
       FROM unnest($1::text[], $2::text[], $3::bool[]) AS v(name, value, fixed) JOIN pg_settings s ON s.name = v.name
       WHERE v.fixed OR s.source <> 'client'`,
      [given.map(([name]) => name), given.map(([, value]) => value), given.map(([, , fixed]) => fixed !== undefined)],
    )
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
    const [facts] = await queryWithTimeout<{ version: number; encoding: string; schema: string | null }>(
      client,
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
         current_schema()::text AS schema`,
    )
    const { version = 0, encoding = '', schema = null } = facts ?? {}
    const refusal = (why: string): Refusal => new Refusal('UNAVAILABLE', `The database ${address.name} ${why}`)
    if (version < oldestPostgres * 10_000)
      throw refusal(`is PostgreSQL ${Math.floor(version / 10_000)}. The oldest supported version is ${oldestPostgres}.`)
    if (encoding !== 'UTF8')
      throw refusal(
        `has the encoding ${encoding}, which cannot represent all languages. Use a database created with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.`,
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
