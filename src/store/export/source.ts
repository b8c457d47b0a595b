import type pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Database } from '../database/open.js'
import { lineOf } from './rows.js'

/** Where the rows of each of some statements come from, in COPY's text format. */
export interface Source {
  /** Whole lines, to be read once. */
  read(at: number): AsyncGenerator<string>
  close(): Promise<void>
}

/**
 * On a server: one after the other by COPY, in the transaction that the connection has open. It is the source's own, and
 * is freed when that is closed, as broken where it is in the middle of something.
 */
export function copies(
  { pool }: Database,
  client: pg.PoolClient,
  statements: readonly string[],
  free: (broken: boolean) => void,
): Source {
  const { processID } = client as unknown as { readonly processID: number }
  let reading = false
  let closed = false
  return {
    async *read(at) {
      reading = true
      yield* wholeLines(client.query(to(`COPY (${statements[at]}) TO STDOUT`)))
      reading = false
    },
    async close() {
      if (closed) return
      closed = true
      // What is still sorted for nobody stops as well: a server does not look whether its client is there.
      if (reading) await pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => {})
      else await client.query('COMMIT').catch(() => {})
      free(reading)
    },
  }
}

async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = bytes.lastIndexOf(10) + 1
    rest = bytes.subarray(end)
    if (end > 0) yield bytes.toString('utf8', 0, end)
  }
}

const page = 2000
let made = 0
const asText = { getTypeParser: () => (text: string) => text }

/**
 * On the embedded store: by cursors that outlive the transaction which the connection has open, and ends here. The
 * database sorts each at once and keeps the rows beside; the connection is free for others.
 */
export async function cursors(
  database: Database,
  client: pg.PoolClient,
  statements: readonly string[],
): Promise<Source> {
  const names = statements.map(() => `extract_${++made}`)
  for (const [at, statement] of statements.entries())
    await client.query(`DECLARE ${names[at]} NO SCROLL CURSOR WITH HOLD FOR ${statement}`)
  await client.query('COMMIT')
  const open = new Set(names)
  return {
    async *read(at) {
      const text = `FETCH ${page} FROM ${names[at]}`
      while (open.size > 0) {
        const { rows } = await database.pool.query<(string | null)[]>({
          text,
          rowMode: 'array',
          types: asText as never,
        })
        if (rows.length > 0) yield rows.map(lineOf).join('')
        if (rows.length < page) return
      }
    },
    async close() {
      const left = [...open].map((name) => `CLOSE ${name}`).join('; ')
      open.clear()
      if (left !== '') await database.pool.query(left)
    },
  }
}
