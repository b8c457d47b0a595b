import type pg from 'pg'
import { to } from 'pg-copy-streams'
import type { IndicatorQuery } from '../domain/filter.js'
import type { PrintedFigure } from '../domain/printed.js'
import { Refusal } from '../errors.js'
import { type Extent, extentQuery, toExtent } from './extent.js'
import { figureReader, figuresQuery, inlined, lineOf, type Placed } from './extract-rows.js'
import type { Database } from './open.js'
import { settled } from './settled.js'
import type { Snapshot } from './snapshot.js'

/** A list of figures, with the release that printed all of them where that is what they are of. */
export interface Listed {
  readonly query: IndicatorQuery
  readonly release?: string
}

/** Lists of figures of one version of a store, to be read once, whatever happens to the store meanwhile. */
export interface Extract {
  readonly snapshot: Snapshot
  /** What there is in each list. */
  readonly extents: readonly Extent[]
  /**
   * The figures list by list, in batches, with memory for a few of them, whatever their number. Without an order of its
   * own a list has the same order in every store that holds the same.
   */
  figures(): AsyncGenerator<readonly PrintedFigure[]>
  /** Stops what is being read, and gives back what was held for it. */
  close(): Promise<void>
}

/** How many extracts one process reads at a time: each holds a connection for as long as its reader takes. */
export const mostExtracts = 4
const tries = 5
const held = new WeakMap<Database, number>()

/**
 * Opens lists for reading, at one version. On a server they are read by COPY within one transaction, as fast as the
 * reader takes them. The embedded store has one session, which a transaction would keep from all others: there each list
 * is sorted once and kept beside by the database, and read piece by piece between the questions of others.
 * RATE_LIMITED where too many are being read.
 */
export async function openExtract(
  database: Database,
  snapshotOf: () => Promise<Snapshot>,
  listsOf: (snapshot: Snapshot) => readonly Listed[],
): Promise<Extract> {
  const others = held.get(database) ?? 0
  if (others >= mostExtracts)
    throw new Refusal('RATE_LIMITED', `${others} files are being written at the moment: ask again in a minute.`)
  held.set(database, others + 1)
  let given = false
  const release = (): void => {
    if (!given) held.set(database, (held.get(database) ?? 1) - 1)
    given = true
  }
  try {
    for (let tried = 0; tried < tries; tried++) {
      const snapshot = await snapshotOf()
      const lists = listsOf(snapshot)
      const statements = lists.map(({ query }) => inlined(figuresQuery(query, snapshot)))
      const extract = await begin(database, snapshot, lists, statements, release)
      if (extract !== null) return extract
    }
    throw new Refusal('UNAVAILABLE', 'The store changes faster than this can be read: ask again in a moment.')
  } catch (error) {
    release()
    throw error
  }
}

/** Null where the store has moved on from the snapshot. */
async function begin(
  database: Database,
  snapshot: Snapshot,
  lists: readonly Listed[],
  statements: readonly string[],
  release: () => void,
): Promise<Extract | null> {
  const client = await database.pool.connect()
  client.on('error', ignore) // whatever is asked of it next is told so
  let source: Source | null = null
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ version: number }>('SELECT version FROM store_state')
    if (rows[0]?.version !== snapshot.version) {
      await client.query('ROLLBACK')
      return null
    }
    const extents: Extent[] = []
    for (const { query } of lists) {
      const { text, values } = extentQuery(query, snapshot)
      extents.push(toExtent((await client.query(text, values)).rows, snapshot))
    }
    source = database.dump === null ? copies(database, client, statements) : await cursors(database, client, statements)
    const { close, read } = source
    return {
      snapshot,
      extents,
      async *figures() {
        for (const [at, { query, release }] of lists.entries()) {
          const figures = placed(read(at), figureReader(snapshot))
          for await (const batch of query.order.length > 0 ? figures : settled(figures, snapshot))
            yield release === undefined ? batch : batch.map((figure) => ({ ...figure, release }))
        }
      },
      async close() {
        await close()
        release()
      },
    }
  } finally {
    if (source === null || database.dump !== null) {
      client.off('error', ignore)
      client.release(source === null)
    }
  }
}

async function* placed(texts: AsyncIterable<string>, read: (lines: string) => Placed[]): AsyncGenerator<Placed[]> {
  for await (const lines of texts) yield read(lines)
}

const ignore = (): void => {}

/** Where the rows of each statement come from. */
interface Source {
  /** In COPY's text format: whole lines. */
  read(at: number): AsyncGenerator<string>
  close(): Promise<void>
}

/** On a server: the connection is this extract's own until it is closed. */
function copies(database: Database, client: pg.PoolClient, statements: readonly string[]): Source {
  const { processID } = client as unknown as { processID: number }
  let reading = false
  let closed = false
  return {
    async *read(at) {
      reading = true
      let rest: Buffer = Buffer.alloc(0)
      for await (const chunk of client.query(to(`COPY (${statements[at]}) TO STDOUT`)) as AsyncIterable<Buffer>) {
        const end = chunk.lastIndexOf(10) + 1
        if (end === 0) rest = Buffer.concat([rest, chunk])
        else {
          const text = (rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, end)]) : chunk).toString(
            'utf8',
            0,
            rest.length + end,
          )
          rest = end < chunk.length ? Buffer.from(chunk.subarray(end)) : Buffer.alloc(0)
          yield text
        }
      }
      reading = false
    },
    async close() {
      if (closed) return
      closed = true
      // What is still sorted for nobody stops as well: a server does not look whether its client is there.
      if (reading) await database.pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(ignore)
      else await client.query('COMMIT').catch(ignore)
      client.off('error', ignore)
      if (reading) client.on('error', ignore)
      client.release(reading)
    },
  }
}

const page = 2000
let made = 0
const asText = { getTypeParser: () => (text: string) => text }

/** On the embedded store: cursors that outlive the transaction in which each was sorted. */
async function cursors(database: Database, client: pg.PoolClient, statements: readonly string[]): Promise<Source> {
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
