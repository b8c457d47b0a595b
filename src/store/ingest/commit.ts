import { once } from 'node:events'
import { type Finding, stops } from '../../domain/observations/finding.js'
import { Refusal } from '../../errors.js'
import { Prisma, type Release } from '../../generated/prisma/client.js'
import { change } from '../database/change.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from '../query/code-lists.js'
import { findingsOf } from '../query/findings.js'
import { content, identity, place } from './batch.js'
import { checkRelease } from './checks/all.js'
import { hasDuplicates, removeDuplicates } from './checks/duplicates.js'
import type { Resolved } from './code-resolver.js'
import { deleteFindingsOfRefused, writeFindings } from './findings.js'
import { allSeries, countPrinted, type FoldCounts, fold, isPrintedAlike } from './fold.js'
import { checkLaterReleases } from './later-releases.js'
import { writeNewCodes } from './new-codes.js'
import { type ReleaseRow, refuseOther } from './release-metadata.js'
import type { Staging } from './staging.js'

type Transaction = Prisma.TransactionClient

/**
 * The outcome of an import. `accepted` indicates that the release was stored, or would be without `dryRun`; `rejected` is
 * the number of observations that could not be read; `notices` are assumptions made in reading; `version` is that of the
 * store after the import.
 */
export interface IngestReport extends Omit<FoldCounts, 'gained'> {
  readonly release: string
  readonly accepted: boolean
  readonly rejected: number
  readonly findings: readonly Finding[]
  readonly notices?: readonly string[]
  readonly dryRun: boolean
  readonly version: number
}

/** Options of phase 4. `sha256` and `reading` return digests of the files, and are called when all have been read. */
export interface CommitOptions {
  readonly sha256?: () => string | null
  readonly reading?: () => string
  readonly acceptFindings?: boolean
  readonly dryRun?: boolean
}

class Rollback extends Error {
  readonly report: IngestReport
  constructor(report: IngestReport) {
    super('The import is rolled back.')
    this.report = report
  }
}

/** Phase 4 of an import: folds, checks and writes what is staged in one transaction, or rolls it back. */
export class Commit {
  readonly #database: Database
  readonly #release: ReleaseRow
  readonly #staging: Staging<Resolved>
  readonly #options: CommitOptions

  constructor(database: Database, release: ReleaseRow, staging: Staging<Resolved>, options: CommitOptions) {
    this.#database = database
    this.#release = release
    this.#staging = staging
    this.#options = options
  }

  store(releaseId: number): Promise<IngestReport> {
    return this.#keepReport(() => this.#store(releaseId))
  }

  /** Compares a release with the stored one of the same code; CONFLICT if they differ. Changes nothing. */
  compare(stored: Release): Promise<IngestReport> {
    return this.#keepReport(async () => {
      const { sources, newCodes, faults, rejected } = await this.#staging.complete
      return change(this.#database, async (tx, version) => {
        await this.#staging.verify(tx)
        await writeNewCodes(tx, newCodes) // so that rows of new series differ from all stored rows
        const release = { ...stored, sources, codes: await readCodeLists(tx) }
        if (await hasDuplicates(tx, allSeries)) await removeDuplicates(tx, release)
        if (faults.length > 0) throw new Rollback(this.#report(version - 1, faults, { rejected }))
        refuseOther(stored, this.#release, await isPrintedAlike(tx, stored.id))
        const findings = await findingsOf(tx, stored.id)
        const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
        return { changed: false, result: this.#report(version - 1, findings, { rejected, unchanged: row?.n ?? 0 }) }
      })
    })
  }

  /**
   * On a server, a large release is written while it is read; the embedded store would block all readers meanwhile. A
   * release that prints an observation twice fails that way and is written again once it is staged completely.
   */
  async #store(releaseId: number): Promise<IngestReport> {
    const { complete } = this.#staging
    if (this.#database.kind === 'embedded') await complete
    await Promise.race([complete, this.#staging.holds(large)])
    const write = () => change(this.#database, (tx, version) => this.#write(tx, version, releaseId))
    try {
      return await write()
    } catch (error) {
      if (error instanceof Rollback || error instanceof Refusal) throw error
      await complete
      if (!(await hasDuplicates(this.#database.prisma, allSeries))) throw error
      return write()
    }
  }

  async #write(tx: Transaction, version: number, id: number) {
    const staging = this.#staging
    const newSeries = new NewSeriesWriter(staging, this.#release.publishedAt)
    await newSeries.follow(tx)
    await staging.verify(tx)
    const resolved = await staging.complete
    const sha256 = this.#options.sha256?.() ?? null
    const reading = this.#options.reading?.() ?? null
    const sources = resolved.sources as unknown as Prisma.InputJsonValue[]
    await tx.release.create({ data: { ...this.#release, id, sha256, reading, version, sources } })
    const series = await writeNewCodes(tx, resolved.newCodes)
    const release = { ...this.#release, id, sources: resolved.sources, codes: await readCodeLists(tx) }
    const stored = staging.firstNewSeries ?? allSeries
    const isDuplicated = await hasDuplicates(tx, newSeries.written > 0 ? stored : allSeries)
    const duplicates = isDuplicated ? await removeDuplicates(tx, release) : []
    await newSeries.write(tx)
    if (staging.rows > large || series > large / 10) await tx.$executeRaw(Prisma.raw(`ANALYZE ${growingTables}`))
    const folded = await fold(tx, id, stored)
    if (folded.added + folded.revised + folded.unchanged > large) await tx.$executeRaw`ANALYZE indicator, confirmation`
    const own = [...resolved.faults, ...duplicates, ...(await checkRelease(tx, release))]
    const findings = [...own, ...(await checkLaterReleases(tx, release))]
    const counts = { ...folded, added: folded.added + newSeries.written, rejected: resolved.rejected }
    const report = this.#report(version, findings, counts)
    if (report.dryRun || !report.accepted) throw new Rollback(report)
    await deleteFindingsOfRefused(tx, release.code)
    await writeFindings(tx, release.code, id, own)
    const sizes = { indicators: { increment: folded.gained + newSeries.written }, series: { increment: series } }
    await tx.storeState.update({ where: { id: 1 }, data: sizes })
    return { changed: true, result: report }
  }

  #report(version: number, findings: readonly Finding[], counts: Counts): IngestReport {
    return reportOf(this.#release, this.#options, version, findings, counts)
  }

  async #keepReport(work: () => Promise<IngestReport>): Promise<IngestReport> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Rollback)) throw error
      const { version, ...report } = error.report
      if (report.accepted || report.dryRun) return { ...report, version: version - 1 }
      return change(this.#database, async (tx, next) => {
        await deleteFindingsOfRefused(tx, report.release)
        await writeFindings(tx, report.release, null, report.findings)
        return { changed: true, result: { ...report, added: 0, revised: 0, unchanged: 0, version: next } }
      })
    }
  }

  /**
   * Updates the planner's statistics. After a rollback they would be wrong, and tables have dead rows, which nobody else
   * removes from the embedded store. A failure is ignored: the outcome is decided, and the next import does it again.
   */
  async tidy(): Promise<void> {
    const command = this.#database.kind === 'embedded' && this.#staging.rows > large ? 'VACUUM (ANALYZE)' : 'ANALYZE'
    await this.#database.pool.query(`${command} ${growingTables}`).catch(() => {})
  }
}

/**
 * Writes the observations of series that the store did not have before the import. No other release has printed them,
 * so they need not be folded, and are written while the rest of the release is read.
 */
class NewSeriesWriter {
  readonly #staging: Staging<unknown>
  readonly #knownFrom: Date
  #batches = 0
  written = 0

  constructor(staging: Staging<unknown>, knownFrom: Date) {
    this.#staging = staging
    this.#knownFrom = knownFrom
  }

  async follow(tx: Transaction): Promise<void> {
    const staging = this.#staging
    while (!staging.isComplete) {
      if (this.#batches === staging.batches) await Promise.race([staging.complete, once(staging, 'copied')])
      await this.write(tx)
    }
  }

  /** Writes the batches staged since the last call. Fails if the release prints one of their observations twice. */
  async write(tx: Transaction): Promise<void> {
    const { batches, firstNewSeries } = this.#staging
    if (firstNewSeries !== null && batches > this.#batches)
      this.written += await tx.$executeRaw`
        INSERT INTO indicator (release_id, ${identity}, ${content}, ${place}, known_from)
        SELECT release_id, ${identity}, ${content}, ${place}, ${this.#knownFrom} FROM staging
        WHERE slice > ${this.#batches} AND slice <= ${batches} AND series_id >= ${firstNewSeries}`
    this.#batches = batches
  }
}

/** Reports a stored release whose files were read again from the same bytes in the same way. */
export function reportStored(
  database: Database,
  stored: Release,
  release: ReleaseRow,
  options: CommitOptions,
): Promise<IngestReport> {
  return change(database, async (tx, version) => {
    refuseOther(stored, release, true)
    const unchanged = await countPrinted(tx, stored.id)
    const findings = await findingsOf(tx, stored.id)
    return { changed: false, result: reportOf(release, options, version - 1, findings, { unchanged }) }
  })
}

type Counts = Partial<Pick<IngestReport, 'added' | 'revised' | 'unchanged' | 'rejected'>>

function reportOf(
  { code }: ReleaseRow,
  { acceptFindings = false, dryRun = false }: CommitOptions,
  version: number,
  findings: readonly Finding[],
  { added = 0, revised = 0, unchanged = 0, rejected = 0 }: Counts,
): IngestReport {
  const accepted = !stops(findings, acceptFindings)
  return { release: code, accepted, added, revised, unchanged, rejected, findings, dryRun, version }
}

const large = 10_000
const growingTables = 'indicator, confirmation, series, series_category, category'
