import { once } from 'node:events'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { Refusal } from '../../errors.js'
import { lockOf } from './advisory-locks.js'
import type { Embedded } from './pglite.js'

/** COPY of text in PostgreSQL's text format into `table (columns)`, in no transaction of anybody's. */
export type Copy = (into: string, text: string) => Promise<void>

/** What only whoever has the turn can do: where the turn is lost, both are refused. */
export interface Turn {
  readonly copy: Copy
  /** Statements without an answer. */
  readonly execute: (sql: string) => Promise<void>
}

/**
 * Does the work while nobody else, in this process or another, does such work. UNAVAILABLE where the turn does not come
 * in time.
 */
export type Exclusively = <T>(work: (turn: Turn) => Promise<T>) => Promise<T>

/** How long a turn is usually waited for, in milliseconds. */
export const patience = 60_000

/**
 * On a server: whoever holds an advisory lock, on the connection that copies. It ends with that connection. This
 * process waits for it once at a time: were each to wait on a connection, none would be left for the one at work.
 */
export function oneOnServer(pool: pg.Pool, wait: number): Exclusively {
  const inTurn = oneAfterOther(wait)
  return (work) =>
    inTurn(async () => {
      const client = await pool.connect()
      try {
        try {
          await client.query(`SET lock_timeout = ${wait}`)
          await client.query(`SELECT pg_advisory_lock(${lockOf('load').sql})`)
          await client.query('SET lock_timeout = 0')
        } catch (error) {
          throw (error as { code?: string }).code === '55P03' ? busy(wait) : error
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

/** On the embedded store, which is this process's own. */
export function oneByOne({ copy, pool }: Embedded, wait: number): Exclusively {
  const inTurn = oneAfterOther(wait)
  const execute = async (sql: string): Promise<void> => {
    await pool.query(sql)
  }
  return (work) => inTurn(() => work({ copy, execute }))
}

/** Does one work after the other, in the order in which they are given. */
function oneAfterOther(wait: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const before = last
    let given = true
    const mine = before.then(async () => (given ? work() : undefined))
    last = mine.catch(() => {}) // it is told to who asked for it
    let timer: NodeJS.Timeout | undefined
    const impatient = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        given = false
        reject(busy(wait))
      }, wait)
    })
    await Promise.race([before, impatient]).finally(() => clearTimeout(timer))
    return mine as ReturnType<typeof work>
  }
}

const busy = (wait: number): Refusal =>
  new Refusal('UNAVAILABLE', `Another import is at work, and has been for ${wait / 1000} s: try again in a minute.`)
