import { datasetFor } from '../../domain/codes/default-dataset.js'
import { ReleaseBlocks } from '../../domain/history-proof/release-blocks.js'
import type { ReleaseHead } from '../../domain/observations/observation.js'
import type { Database } from '../database/open.js'
import { createPartitions, partitionsOf, partitionTable, yearsIn } from '../database/partitions.js'
import { isSigned } from '../history/heads.js'
import { readCodeLists } from '../query/code-lists.js'
import { CodeResolver, type CreateCodes } from './code-resolver.js'
import { type CommitOptions, compareRelease, reportStored, storeRelease, updateStatistics } from './commit.js'
import type { Item } from './item.js'
import type { IngestReport } from './refusal.js'
import { refuseRetracted, releaseRow } from './release-metadata.js'
import type { Series } from './series-tree.js'
import { type Prepare, Staging, withStaging } from './staging.js'

export interface IngestOptions extends CommitOptions {
  /** Returns what `reading` will return, without reading the files as a release; null if they cannot be read twice. */
  readonly foretellReading?: () => Promise<string | null>
  readonly now?: Date
  readonly createCodes?: CreateCodes
}

/**
 * Imports one release: completely, in one transaction, or not at all. The four phases run at the same time, on batches:
 *
 * 1. read: `items`, which the caller reads from files
 * 2. resolve: items to rows with ids (`CodeResolver.batches`)
 * 3. stage: rows into the table `staging` (`Staging`)
 * 4. commit: fold, check and write what is staged, or roll it back (`storeRelease`)
 *
 * Importing the same release again changes nothing; the same code with other content is a CONFLICT. Findings are in the
 * report. If they stop the import, only the report is kept.
 */
export async function ingest(
  database: Database,
  head: ReleaseHead,
  items: AsyncIterable<Item>,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const described = releaseRow(head, options.now ?? new Date())
  const { pool, prisma } = database
  return database.withImportLock((lock) =>
    withStaging(lock, async () => {
      const codes = await readCodeLists(prisma)
      const dataset = datasetFor(head.dataset, codes)
      const metadata = { ...described, datasetId: dataset.id }
      const stored = await prisma.release.findUnique({ where: { code: described.code } })
      if (stored !== null) {
        refuseRetracted(stored)
        if (stored.reading !== null && stored.reading === (await options.foretellReading?.()))
          return reportStored({ database, metadata, options }, stored)
      }
      const id = stored?.id ?? (await pool.query(`SELECT nextval('release_id_seq')::int AS id`)).rows[0].id
      const stopping = new AbortController()
      const blocks = (await isSigned(database)) ? new ReleaseBlocks<Series>() : null
      const resolver = new CodeResolver(database, { codes, dataset, createCodes: options.createCodes ?? false, blocks })
      const prepare = await partitionsFor(database)
      const staging = new Staging(lock.copy, id, resolver.batches(items, stopping.signal), prepare)
      const staged = { database, metadata, staging, blocks, options }
      try {
        return await (stored === null ? storeRelease(staged, id) : compareRelease(staged, stored))
      } finally {
        stopping.abort()
        await staging.complete.catch(() => {})
        await updateStatistics(staged)
      }
    }),
  )
}

const mostUnpartitioned = 20_000_000

/** Returns a function that creates the partitions of staged rows. A server with many figures is partitioned first. */
async function partitionsFor({ kind, pool, prisma }: Database): Promise<Prepare> {
  const isPartitioned = (await partitionsOf(pool)) !== null
  const { indicators } = await prisma.storeState.findUniqueOrThrow({ where: { id: 1 } })
  const isLarge = kind === 'server' && indicators > mostUnpartitioned
  if (!isPartitioned && !isLarge) return async () => {}
  if (!isPartitioned) await partitionTable(pool)
  return async (rows) => createPartitions(pool, await yearsIn(pool, rows))
}
