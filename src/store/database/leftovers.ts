import pg from 'pg'
import { lockOf } from './advisory-locks.js'

/** How long a statement of a process that was killed is waited for, in milliseconds. */
const patience = 5000

/**
 * Removes the staging tables that imports and restores leave behind where they are killed, unless one is at work: whoever
 * holds the lock of those that load has made them.
 */
export async function removeLeftovers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'staging%'`,
  )
  if (rows.length === 0) return
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = ${patience}`)
    const { rows: taken } = await client.query<{ is: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${lockOf('load').sql}) AS is`,
    )
    const names = rows.map(({ name }) => pg.escapeIdentifier(name))
    if (taken[0]?.is) await client.query(`DROP TABLE IF EXISTS ${names.join()}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    if ((error as { code?: string }).code !== '55P03') throw error // else the next import removes them
  }
}
