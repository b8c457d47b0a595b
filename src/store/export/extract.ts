import type pg from 'pg'
import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'
import { observeVersion } from '../database/versions.js'
import { lostVersion, type Snapshot } from '../query/metadata-snapshot.js'
import { type Extent, type ExtentRow, extentQuery, toExtent } from './extent.js'
import { type ExportedFigure, figureReader, figuresQuery, inlined, type ListQuery, orderOf } from './rows.js'
import { sortTies } from './sort-ties.js'
import { copySource, cursorSource, type RowSource } from './source.js'

export interface ExportList {
  readonly query: ListQuery
  /** The code that all figures get as their release: rows of a release that confirmed them name another. */
  readonly release?: string
  readonly bySeries?: boolean
}

/** The lists of figures of one version of a store, which can be read once. Later changes have no effect on it. */
export interface Extract {
  readonly snapshot: Snapshot
  readonly extent: Extent
  /**
   * Reads the figures list by list, or those of one, in batches. Lists in the default order are the same in all stores of
   * equal content.
   */
  figures(only?: number): AsyncGenerator<readonly ExportedFigure[]>
  close(): Promise<void>
}

/**
 * Opens lists for reading at the version of a snapshot. A server streams them in one transaction; the embedded store has one
 * session, and materializes them. `digits` includes digits in extents. Throws RATE_LIMITED when too many files are being
 * written, and CONFLICT if the store has lost the version. Stops if the signal is aborted before they are open.
 */
export async function openExtract(
  database: Database,
  snapshot: Snapshot,
  lists: readonly ExportList[],
  digits: boolean,
  signal: AbortSignal | null = null,
): Promise<Extract> {
  const releaseSlot = acquireExportSlot(database)
  try {
    const { extent, source } = await begin(database, snapshot, lists, digits, signal)
    return {
      snapshot,
      extent,
      figures: (only) => figuresOf(lists, source, snapshot, only),
      async close() {
        releaseSlot()
        await source.close()
      },
    }
  } catch (error) {
    releaseSlot()
    throw error
  }
}

interface Begun {
  readonly extent: Extent
  readonly source: RowSource
}

interface Beginning {
  readonly statements: readonly string[]
  readonly counts: readonly ReturnType<typeof extentQuery>[]
  readonly signal: AbortSignal | null
}

async function begin(
  database: Database,
  snapshot: Snapshot,
  lists: readonly ExportList[],
  digits: boolean,
  signal: AbortSignal | null,
): Promise<Begun> {
  const statements = lists.map(({ query, bySeries }) => inlined(figuresQuery(query, snapshot, bySeries)))
  const counts = lists.map(({ query }) => extentQuery(query, snapshot, digits))
  const client = await database.pool.connect()
  const begun = beginOn(client, database, snapshot, { statements, counts, signal })
  const cancel = (): void => void database.cancelQuery(client, begun).catch(() => {})
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted) cancel()
  try {
    return await begun
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

async function beginOn(
  client: pg.PoolClient,
  database: Database,
  snapshot: Snapshot,
  { statements, counts, signal }: Beginning,
): Promise<Begun> {
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if ((await observeVersion(client, snapshot)).earlier !== snapshot.stamp) throw lostVersion(snapshot.version)
    const extentRows: ExtentRow[] = []
    for (const { text, values } of counts) extentRows.push(...(await client.query<ExtentRow>(text, values)).rows)
    const extent = toExtent(extentRows, snapshot)
    if (database.kind === 'server') return { extent, source: copySource(database, client, statements) }
    const source = await cursorSource(database, client, statements)
    client.release()
    return { extent, source }
  } catch (error) {
    // A late request to cancel would meet the next statement of the connection.
    if (signal?.aborted) client.release(true)
    else
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      )
    throw error
  }
}

async function* figuresOf(
  lists: readonly ExportList[],
  { read }: RowSource,
  snapshot: Snapshot,
  only?: number,
): AsyncGenerator<readonly ExportedFigure[]> {
  for (const [at, { query, release, bySeries = false }] of lists.entries()) {
    if (only !== undefined && at !== only) continue
    const figures = parseLines(read(at), figureReader(snapshot))
    const isSorted = bySeries || orderOf(query).length > 0
    for await (const batch of isSorted ? figures : sortTies(figures, snapshot))
      yield release === undefined ? batch : batch.map((figure) => ({ ...figure, release }))
  }
}

async function* parseLines(
  texts: AsyncIterable<string>,
  read: (lines: string) => ExportedFigure[],
): AsyncGenerator<ExportedFigure[]> {
  for await (const lines of texts) yield read(lines)
}

/** The number of files that a process writes at a time: each holds a connection for as long as its reader takes. */
const mostFiles = 4
const writing = new WeakMap<Database, number>()

export function acquireExportSlot(database: Database): () => void {
  const others = writing.get(database) ?? 0
  if (others >= mostFiles)
    throw new Refusal('RATE_LIMITED', `${others} files are being written at the moment. Try again in a minute.`)
  writing.set(database, others + 1)
  let released = false
  return () => {
    if (!released) writing.set(database, (writing.get(database) ?? 1) - 1)
    released = true
  }
}
