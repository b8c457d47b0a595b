import { once } from 'node:events'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { Refusal } from '../errors.js'
import type { Embedded } from './pglite.js'

/** COPY of text in PostgreSQL's text format into `table (columns)`, in no transaction of anybody's. */
export type Copy = (into: string, text: string) => Promise<void>

/**
 * Does the work while nobody else, in this process or another, does such work. UNAVAILABLE where the turn does not come
 * in time.
 */
export type Exclusively = <T>(work: (copy: Copy) => Promise<T>) => Promise<T>

/** How long a turn is waited for, in milliseconds. */
export const patience = 60_000
const lock = 72_707_371

/** On a server: whoever holds an advisory lock, on the connection that copies. It ends with that connection. */
export const oneOnServer =
  (pool: pg.Pool): Exclusively =>
  async (work) => {
    const client = await pool.connect()
    client.on('error', () => {}) // whatever is asked of it next is told so
    try {
      try {
        await client.query(`SET lock_timeout = ${patience}`)
        await client.query(`SELECT pg_advisory_lock(${lock})`)
      } catch (error) {
        throw (error as { code?: string }).code === '55P03' ? busy() : error
      }
      return await work(async (into, text) => {
        const stream = client.query(from(`COPY ${into} FROM STDIN`))
        const finished = once(stream, 'finish')
        stream.end(text)
        await finished
      })
    } finally {
      client.release(true)
    }
  }

/** On the embedded store, which is this process's own: one after the other. */
export function oneByOne({ copy }: Embedded): Exclusively {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const before = last
    let given = true
    const mine = before.then(async () => (given ? work(copy) : undefined))
    last = mine.catch(() => {}) // it is told to who asked for it
    let timer: NodeJS.Timeout | undefined
    const impatient = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        given = false
        reject(busy())
      }, patience)
    })
    await Promise.race([before, impatient]).finally(() => clearTimeout(timer))
    return mine as ReturnType<typeof work>
  }
}

const busy = (): Refusal =>
  new Refusal('UNAVAILABLE', `Another import is at work, and has been for ${patience / 1000} s: try again in a minute.`)
