import type { IndicatorQuery } from '../../domain/observations/filter.js'
import type { PrintedObservation } from '../../domain/observations/printed.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'
import type { Snapshot } from '../query/metadata-snapshot.js'
import { acquireExportSlot } from './export-slots.js'
import { type Extent, extentQuery, toExtent } from './extent.js'
import { figureReader, figuresQuery, inlined, type Placed } from './rows.js'
import { copies, cursors, type Source } from './source.js'
import { sortTies } from './stable-order.js'

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
  figures(): AsyncGenerator<readonly PrintedObservation[]>
  /** Stops what is being read, and gives back what was held for it. */
  close(): Promise<void>
}

const tries = 5

/**
 * Opens lists for reading, at one version; `digits`: whether their extents tell those of numbers. On a server they are
 * read within one transaction, as fast as the reader takes them. The embedded store has one session, which a transaction
 * would keep from all others: there each list is kept beside by the database, and read piece by piece between the
 * questions of others. RATE_LIMITED where too many files are being written.
 */
export async function openExtract(
  database: Database,
  snapshotOf: () => Promise<Snapshot>,
  listsOf: (snapshot: Snapshot) => readonly Listed[],
  digits: boolean,
): Promise<Extract> {
  const giveBack = acquireExportSlot(database)
  try {
    for (let tried = 0; tried < tries; tried++) {
      const snapshot = await snapshotOf()
      const begun = await begin(database, snapshot, listsOf(snapshot), digits)
      if (begun === null) continue
      const close = async (): Promise<void> => {
        giveBack()
        await begun.close()
      }
      return { ...begun, close }
    }
    throw new Refusal('UNAVAILABLE', 'The store changes faster than this can be read: ask again in a moment.')
  } catch (error) {
    giveBack()
    throw error
  }
}

/** Null where the store has moved on from the snapshot. */
async function begin(
  database: Database,
  snapshot: Snapshot,
  lists: readonly Listed[],
  digits: boolean,
): Promise<Extract | null> {
  const statements = lists.map(({ query }) => inlined(figuresQuery(query, snapshot)))
  const counts = lists.map(({ query }) => extentQuery(query, snapshot, digits))
  const client = await database.pool.connect()
  const free = (broken: boolean): void => client.release(broken)
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ version: number }>('SELECT version FROM store_state')
    if (rows[0]?.version !== snapshot.version) {
      await client.query('ROLLBACK')
      free(false)
      return null
    }
    const extents: Extent[] = []
    for (const { text, values } of counts) extents.push(toExtent((await client.query(text, values)).rows, snapshot))
    if (database.kind === 'server')
      return extractOf(snapshot, lists, extents, copies(database, client, statements, free))
    const source = await cursors(database, client, statements)
    free(false)
    return extractOf(snapshot, lists, extents, source)
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => free(false),
      () => free(true),
    )
    throw error
  }
}

const extractOf = (
  snapshot: Snapshot,
  lists: readonly Listed[],
  extents: readonly Extent[],
  { read, close }: Source,
): Extract => ({
  snapshot,
  extents,
  async *figures() {
    for (const [at, { query, release }] of lists.entries()) {
      const figures = placed(read(at), figureReader(snapshot))
      for await (const batch of query.order.length > 0 ? figures : sortTies(figures, snapshot))
        yield release === undefined ? batch : batch.map((figure) => ({ ...figure, release }))
    }
  },
  close,
})

async function* placed(texts: AsyncIterable<string>, read: (lines: string) => Placed[]): AsyncGenerator<Placed[]> {
  for await (const lines of texts) yield read(lines)
}
