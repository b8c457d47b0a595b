import pg from 'pg'
import { Refusal } from '../../errors.js'
import { type Address, isSchema } from './address.js'
import { askBackend, setBackend } from './connection-watch.js'
import { askSoon, connect, type Prepare } from './pool.js'

/** The oldest version of PostgreSQL that is supported. */
const oldest = 15

/**
 * What a connection sets, whatever a role, a database or a server sets for all its connections: an address may set it
 * otherwise by `options`, unless it is `fixed`. Statements have their own limits of time; a limit on all of them would
 * stop imports and migrations.
 */
const settings: readonly (readonly [name: string, value: string, fixed?: 'fixed'])[] = [
  ['TimeZone', 'UTC', 'fixed'], // else instants are read and stored some hours off
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
  // The server finds out within seconds that this process is gone, and frees its locks.
  ['tcp_keepalives_idle', '10'],
  ['tcp_keepalives_interval', '5'],
  ['tcp_keepalives_count', '3'],
  ['tcp_user_timeout', '30000'],
]

/** Prepares the connections to a store that is in a schema. */
export const inSchema =
  (schema: string | null): Prepare =>
  async (client) => {
    const given = [...settings, ...(schema === null ? [] : [['search_path', identifier(schema), 'fixed'] as const])]
    const [row] = await askSoon<{ backend: string }>(
      client,
      `SELECT ${askBackend} AS backend, count(set_config(s.name, v.value, false))
       FROM unnest($1::text[], $2::text[], $3::bool[]) AS v(name, value, fixed) JOIN pg_settings s ON s.name = v.name
       WHERE v.fixed OR s.source <> 'client'`,
      [given.map(([name]) => name), given.map(([, value]) => value), given.map(([, , fixed]) => fixed !== undefined)],
    )
    setBackend(client, row?.backend ?? '')
    // Not every system can tell whether a client is still there.
    await askSoon(
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
 * Finds the schema that holds the store, and makes it where the address names one that does not exist. UNAVAILABLE where
 * the database cannot hold a store, before anything is written.
 */
export async function findSchema(address: Address): Promise<string> {
  const client = await connect(address, {})
  try {
    const [facts] = await askSoon<{ version: number; encoding: string; schema: string | null }>(
      client,
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
         current_schema()::text AS schema`,
    )
    const { version = 0, encoding = '', schema = null } = facts ?? {}
    const refuse = (why: string): never => {
      throw new Refusal('UNAVAILABLE', `The database ${address.name} ${why}`)
    }
    if (version < oldest * 10_000)
      refuse(`is of PostgreSQL ${Math.floor(version / 10_000)}, and ${oldest} is the oldest that is supported.`)
    if (encoding !== 'UTF8')
      refuse(
        `has the encoding ${encoding}, which cannot hold the texts of every language. Use a database made with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.`,
      )
    if (address.schema !== null) return await makeSchema(client, address.schema)
    if (schema === null) refuse('has none of the schemas of its search_path: name one with ?schema=NAME.')
    if (!isSchema(schema ?? ''))
      refuse(`has "${schema}" as the first schema of its search_path: name another with ?schema=NAME.`)
    return schema ?? ''
  } finally {
    await client.end()
  }
}

async function makeSchema(client: pg.ClientBase, name: string): Promise<string> {
  const exists = async (): Promise<boolean> =>
    (await askSoon(client, 'SELECT FROM pg_namespace WHERE nspname = $1', [name])).length > 0
  if (await exists()) return name
  try {
    await askSoon(client, `CREATE SCHEMA ${identifier(name)}`)
  } catch (error) {
    if (!(await exists())) throw error // else another process made it meanwhile
  }
  return name
}
