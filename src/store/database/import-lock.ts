import { once } from 'node:events'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { Refusal } from '../../errors.js'
import { FairSemaphore } from '../../lib/fair-semaphore.js'
import { advisoryLock } from './advisory-locks.js'
import type { Embedded } from './embedded/pglite.js'
import { inTransaction } from './pool.js'

export type Copy = Embedded['copy']

export interface ImportLock {
  readonly copy: Copy
  readonly execute: (sql: string) => Promise<unknown>
}

/** Runs imports one at a time, across processes. Throws UNAVAILABLE when the lock is not acquired in time. */
export type WithImportLock = <T>(work: (lock: ImportLock) => Promise<T>) => Promise<T>

export const lockTimeout = 60_000

const lockNotAvailable = '55P03'

/**
 * Locks a server: an advisory lock on the connection that copies, which ends with the connection. Only one import of this
 * process waits for it at a time; otherwise waiting imports could occupy all connections.
 */
export function lockOnServer(pool: pg.Pool, timeout: number): WithImportLock {
  const serially = serialize(timeout)
  return (work) =>
    serially(async () => {
      const client = await pool.connect()
      try {
        await client.query(`SET lock_timeout = ${timeout}`)
        await client.query(`SELECT pg_advisory_lock(${advisoryLock('import').sql})`).catch((error) => {
          throw error.code === lockNotAvailable ? busy(timeout) : error
        })
        await client.query('SET lock_timeout = 0')
        return await work({
          async copy(into, text) {
            const stream = client.query(from(`COPY ${into} FROM STDIN`))
            const finished = once(stream, 'finish')
            stream.end(text)
            await finished
          },
          execute: (sql) => client.query(sql),
        })
      } finally {
        client.release(true)
      }
    })
}

export function lockInProcess({ copy, pool }: Embedded, timeout: number): WithImportLock {
  const serially = serialize(timeout)
  return (work) => serially(() => work({ copy, execute: (sql) => pool.query(sql) }))
}

function serialize(timeout: number): <T>(work: () => Promise<T>) => Promise<T> {
  const semaphore = new FairSemaphore({ executing: 1 }, () => busy(timeout))
  return (work) => {
    const expired = new AbortController()
    const timer = setTimeout(() => expired.abort(busy(timeout)), timeout)
    return semaphore.run(work, expired.signal).finally(() => clearTimeout(timer))
  }
}

const busy = (timeout: number): Refusal =>
  new Refusal('UNAVAILABLE', `Another import has been running for ${timeout / 1000} s. Try again in a minute.`)

/**
 * Drops the staging tables that killed imports and restores left behind. Waits a few seconds for a statement of a killed
 * process; leaves the tables to the next import if another import is running.
 */
export async function dropStagingTables(client: pg.ClientBase): Promise<void> {
  const tables = await tablesNamed(client, 'staging')
  if (tables.length === 0) return
  const dropping = inTransaction(client, async () => {
    await client.query(`SET LOCAL lock_timeout = '5s'`)
    const { rows: locks } = await client.query<{ acquired: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${advisoryLock('import').sql}) AS acquired`,
    )
    if (locks[0]?.acquired) await client.query(`DROP TABLE IF EXISTS ${tables}`)
  })
  await dropping.catch((error) => {
    if (error.code !== lockNotAvailable) throw error
  })
}

export async function tablesNamed(client: pg.ClientBase | pg.Pool, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND starts_with(tablename, $1)`,
    [prefix],
  )
  return rows.map(({ name }) => pg.escapeIdentifier(name))
}
