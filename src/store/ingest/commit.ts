import { once } from 'node:events'
import { categoryText } from '../../domain/codes/codes.js'
import type { ReleaseBlocks } from '../../domain/history-proof/release-blocks.js'
import { Refusal } from '../../errors.js'
import { Prisma, type Release } from '../../generated/prisma/client.js'
import { change } from '../database/change.js'
import type { Database } from '../database/open.js'
import { writeBlocks } from '../history/blocks.js'
import { readCodeLists } from '../query/code-lists.js'
import { findingsOf } from '../query/findings/findings.js'
import { rowColumns } from './batch.js'
import { checkRelease } from './checks/all.js'
import { hasDuplicates, removeDuplicates } from './checks/duplicates.js'
import type { Resolved } from './code-resolver.js'
import { recordCounts } from './counts.js'
import { endFindings, writeFindings } from './findings.js'
import { allSeries, countPrinted, fold, isPrintedAlike } from './fold.js'
import { checkLaterReleases } from './later-releases.js'
import { boundedNotices, createdNotices, writeNewCodes } from './new-codes.js'
import { type Acceptance, type IngestReport, keepReport, Rollback, reportOf, rollBackIfRefused } from './refusal.js'
import { type ReleaseRow, refuseOther } from './release-metadata.js'
import type { Series } from './series-tree.js'
import type { Staging } from './staging.js'

type Transaction = Prisma.TransactionClient

/**
 * The options of phase 4. `sha256` and `reading` return digests of the files, and are called when all have been read.
 */
export interface CommitOptions extends Acceptance {
  readonly sha256?: () => string | null
  readonly reading?: () => string
}

interface StagedRelease {
  readonly database: Database
  readonly metadata: ReleaseRow
  readonly staging: Staging<Resolved>
  /** The blocks of the lines that are signed, complete with `staging`; null if nothing is signed. */
  readonly blocks: ReleaseBlocks<Series> | null
  readonly options: CommitOptions
}

/**
 * Stores a release with a new code: folds, checks and writes what is staged in one transaction, or rolls it back and
 * keeps the report. On a server, a large release is written while it is read; the embedded store would block all readers
 * meanwhile. With a duplicate that fails, and the release is written again once it is staged completely.
 */
export const storeRelease = (staged: StagedRelease, id: number): Promise<IngestReport> =>
  keepReport(staged.database, async () => {
    const { database, staging } = staged
    if (database.kind === 'embedded') await staging.complete
    await Promise.race([staging.complete, staging.holds(large)])
    const write = () => change(database, (tx, version) => writeRelease(tx, version, staged, id))
    try {
      return await write()
    } catch (error) {
      if (error instanceof Rollback || error instanceof Refusal) throw error
      await staging.complete
      if (!(await hasDuplicates(database.prisma, allSeries))) throw error
      return write()
    }
  })

/** Compares a release with the stored one of the same code; CONFLICT if they differ. Changes nothing. */
export const compareRelease = (staged: StagedRelease, stored: Release): Promise<IngestReport> =>
  keepReport(staged.database, async () => {
    const { database, metadata, staging } = staged
    const { sources, newCodes, faults, rejected, notices } = await staging.complete
    return change(database, async (tx, version) => {
      await staging.verify(tx)
      await writeNewCodes(tx, newCodes, version) // so that rows of new series differ from all stored rows
      const release = { ...stored, sources, codes: await readCodeLists(tx) }
      if (await hasDuplicates(tx, allSeries)) await removeDuplicates(tx, release)
      if (faults.length > 0)
        throw new Rollback(
          reportOf(metadata.code, staged.options, version - 1, faults, { rejected, notices: boundedNotices(notices) }),
        )
      refuseOther(stored, metadata, await isPrintedAlike(tx, stored.id))
      const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
      const contents = { rejected, unchanged: row?.n ?? 0, notices: boundedNotices(notices) }
      const findings = await findingsOf(tx, stored.id)
      return { changed: false, result: reportOf(metadata.code, staged.options, version - 1, findings, contents) }
    })
  })

export const reportStored = (
  staged: Pick<StagedRelease, 'database' | 'metadata' | 'options'>,
  stored: Release,
): Promise<IngestReport> =>
  change(staged.database, async (tx, version) => {
    refuseOther(stored, staged.metadata, true)
    const unchanged = await countPrinted(tx, stored.id)
    const findings = await findingsOf(tx, stored.id)
    return { changed: false, result: reportOf(stored.code, staged.options, version - 1, findings, { unchanged }) }
  })

async function writeRelease(tx: Transaction, version: number, staged: StagedRelease, id: number) {
  const { metadata, staging, blocks, options } = staged
  const newSeries = new NewSeriesWriter(staging, metadata.publishedAt, version)
  await newSeries.follow(tx)
  await staging.verify(tx)
  const { sources, newCodes, faults, rejected, notices } = await staging.complete
  const digests = { sha256: options.sha256?.() ?? null, reading: options.reading?.() ?? null }
  const sourcesJson = sources as unknown as Prisma.InputJsonValue[]
  await tx.release.create({ data: { ...metadata, ...digests, id, version, sources: sourcesJson } })
  const series = await writeNewCodes(tx, newCodes, version)
  const release = { ...metadata, id, sources, codes: await readCodeLists(tx) }
  const stored = staging.firstNewSeries ?? allSeries
  const isDuplicated = await hasDuplicates(tx, newSeries.written > 0 ? stored : allSeries)
  const duplicates = isDuplicated ? await removeDuplicates(tx, release) : []
  await newSeries.write(tx)
  if (staging.rows > large || series > large / 10) await tx.$executeRaw(Prisma.raw(`ANALYZE ${growingTables}`))
  const folded = await fold(tx, id, stored, version)
  if (folded.added + folded.revised + folded.unchanged > large) await tx.$executeRaw`ANALYZE indicator, confirmation`
  const own = [...faults, ...duplicates, ...(await checkRelease(tx, release))]
  const findings = [...own, ...(await checkLaterReleases(tx, version, release))]
  const counts = { ...folded, added: folded.added + newSeries.written, rejected }
  const created = newCodes.categories.map(categoryText)
  const read = reportOf(release.code, options, version, findings, { ...counts, notices: boundedNotices(notices) })
  const report = {
    ...read,
    ...(read.accepted && { notices: boundedNotices([...notices, ...createdNotices(newCodes)]) }),
    ...(read.accepted && created.length > 0 && { created }),
  }
  rollBackIfRefused(report)
  await endFindings(tx, version, { code: release.code, releaseId: null })
  await writeFindings(tx, version, release.code, id, own)
  const gained = await recordCounts(tx, version)
  const sizes = { indicators: { increment: gained }, series: { increment: series } }
  await tx.storeState.update({ where: { id: 1 }, data: sizes })
  await writeBlocks(tx, version, isDuplicated ? [] : (blocks?.end() ?? []))
  return { changed: true, result: report }
}

/**
 * Updates the planner's statistics. After a rollback they would be wrong, and tables have dead rows, which nobody else
 * removes from the embedded store. A failure is ignored: the outcome is decided, and the next import does it again.
 */
export async function updateStatistics({ database, staging }: StagedRelease): Promise<void> {
  const command = database.kind === 'embedded' && staging.rows > large ? 'VACUUM (ANALYZE)' : 'ANALYZE'
  await database.pool.query(`${command} ${growingTables}`).catch(() => {})
  if (staging.rows > large) await database.pool.query(summarizeVersions).catch(() => {})
}

/** Summarizes appended rows in the index by version, so that the next change does not read them all to find its own. */
const summarizeVersions = `
  SELECT brin_summarize_new_values(i.indexrelid) FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
  WHERE a.amname = 'brin' AND c.relkind = 'i' AND (i.indrelid = 'indicator'::regclass
    OR i.indrelid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'indicator'::regclass))`

/**
 * Writes the observations of series that the store did not have before the import. No other release has printed them,
 * so they need not be folded, and are written while the rest of the release is read.
 */
class NewSeriesWriter {
  readonly #staging: Staging<unknown>
  readonly #knownFrom: Date
  readonly #version: number
  #batches = 0
  written = 0

  constructor(staging: Staging<unknown>, knownFrom: Date, version: number) {
    this.#staging = staging
    this.#knownFrom = knownFrom
    this.#version = version
  }

  async follow(tx: Transaction): Promise<void> {
    const staging = this.#staging
    while (!staging.isComplete) {
      if (this.#batches === staging.batches) await Promise.race([staging.complete, once(staging, 'copied')])
      await this.write(tx)
    }
  }

  async write(tx: Transaction): Promise<void> {
    const { batches, firstNewSeries } = this.#staging
    if (firstNewSeries !== null && batches > this.#batches)
      this.written += await tx.$executeRaw`
        INSERT INTO indicator (release_id, ${rowColumns}, known_from, from_version)
        SELECT release_id, ${rowColumns}, ${this.#knownFrom}, ${this.#version}::int FROM staging
        WHERE slice > ${this.#batches} AND slice <= ${batches} AND series_id >= ${firstNewSeries}`
    this.#batches = batches
  }
}

const large = 10_000
const growingTables = 'indicator, confirmation, series, series_category, category'
