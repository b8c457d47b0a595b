import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { cursorPrefix } from '../database/embedded/left-cursors.js'
import type { Database } from '../database/open.js'
import { lineOf } from './rows.js'

export interface RowSource {
  read(at: number): AsyncGenerator<string>
  close(): Promise<void>
}

/**
 * Reads from a server by COPY, in the open transaction of a connection, which is released when the source is closed: as
 * broken if a COPY is in progress.
 */
export function copySource({ pool }: Database, client: pg.PoolClient, statements: readonly string[]): RowSource {
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
      // A server that is still sorting does not detect that its client is gone.
      if (reading) await pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => {})
      else await client.query('COMMIT').catch(() => {})
      client.release(reading)
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

const fetchSize = 2000
let cursorCount = 0
const asText = { getTypeParser: () => (text: string) => text }

/**
 * Reads from the embedded store by cursors WITH HOLD, and ends the open transaction of the connection: the database
 * materializes the rows, and the only connection is free for others between two fetches.
 */
export async function cursorSource(
  database: Database,
  client: pg.PoolClient,
  statements: readonly string[],
): Promise<RowSource> {
  const names = statements.map(() => `${cursorPrefix}${process.pid}_${++cursorCount}`)
  for (const [at, statement] of statements.entries())
    await client.query(`DECLARE ${names[at]} NO SCROLL CURSOR WITH HOLD FOR ${statement}`)
  await client.query('COMMIT')
  const open = new Set(names)
  return {
    async *read(at) {
      const text = `FETCH ${fetchSize} FROM ${names[at]}`
      while (open.size > 0) {
        const { rows } = await database.pool.query<(string | null)[]>({
          text,
          rowMode: 'array',
          types: asText as never,
        })
        if (rows.length > 0) yield rows.map(lineOf).join('')
        if (rows.length < fetchSize) return
      }
    },
    async close() {
      const left = [...open].map((name) => `CLOSE ${name}`).join('; ')
      open.clear()
      if (left !== '') await database.pool.query(left)
    },
  }
}
