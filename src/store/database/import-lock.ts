import { once } from 'node:events'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { Refusal } from '../../errors.js'
import { advisoryLock } from './advisory-locks.js'
import type { Embedded } from './pglite.js'

export type Copy = Embedded['copy']

export interface ImportLock {
  readonly copy: Copy
  readonly execute: (sql: string) => Promise<void>
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
        try {
          await client.query(`SET lock_timeout = ${timeout}`)
          await client.query(`SELECT pg_advisory_lock(${advisoryLock('import').sql})`)
          await client.query('SET lock_timeout = 0')
        } catch (error) {
          throw (error as { code?: string }).code === lockNotAvailable ? busy(timeout) : error
        }
        return await work({
          async copy(into, text) {
            const stream = client.query(from(`COPY ${into} FROM STDIN`))
            const finished = once(stream, 'finish')
            stream.end(text)
            await finished
          },
          async execute(sql) {
            await client.query(sql)
          },
        })
      } finally {
        client.release(true)
      }
    })
}

export function lockInProcess({ copy, pool }: Embedded, timeout: number): WithImportLock {
  const serially = serialize(timeout)
  const execute = async (sql: string): Promise<void> => {
    await pool.query(sql)
  }
  return (work) => serially(() => work({ copy, execute }))
}

function serialize(timeout: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const previous = last
    let abandoned = false
    const result = previous.then(async () => (abandoned ? undefined : work()))
    last = result.catch(() => {}) // the caller gets the error
    let timer: NodeJS.Timeout | undefined
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        abandoned = true
        reject(busy(timeout))
      }, timeout)
    })
    await Promise.race([previous, expired]).finally(() => clearTimeout(timer))
    return result as ReturnType<typeof work>
  }
}

const busy = (timeout: number): Refusal =>
  new Refusal('UNAVAILABLE', `Another import has been running for ${timeout / 1000} s. Try again in a minute.`)

/**
 * Drops the staging tables that killed imports and restores left behind. Waits a few seconds for a statement of a killed
 * process; leaves the tables to the next import if another import is running.
 */
export async function dropStagingTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'staging%'`,
  )
  if (rows.length === 0) return
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = '5s'`)
    const { rows: locks } = await client.query<{ acquired: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${advisoryLock('import').sql}) AS acquired`,
    )
    const names = rows.map(({ name }) => pg.escapeIdentifier(name))
    if (locks[0]?.acquired) await client.query(`DROP TABLE IF EXISTS ${names.join()}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    if ((error as { code?: string }).code !== lockNotAvailable) throw error
  }
}
