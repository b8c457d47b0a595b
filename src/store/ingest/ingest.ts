import { type Finding, stops } from '../../domain/observations/finding.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { Refusal } from '../../errors.js'
import { Prisma, type Release } from '../../generated/prisma/client.js'
import { change } from '../database/change.js'
import type { Copy } from '../database/import-lock.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from '../query/code-lists.js'
import { findingsOf } from '../query/findings.js'
import { check } from './checks/all.js'
import type { Checked } from './checks/check.js'
import { anyTwice, takeOutDuplicates } from './checks/duplicates.js'
import { checkAgain } from './checks/later.js'
import { CodeResolver } from './code-resolver.js'
import { forgetRefused, writeFindings } from './findings.js'
import { all, countPrinted, type Folded, fold, printedTheSame } from './fold.js'
import { Intake, type Item } from './intake.js'
import { NewSeriesWriter } from './new-series-writer.js'
import { type Head, refuseOther, refuseRetracted, releaseData } from './release-metadata.js'
import { Staging, withStaging } from './staging.js'

/** What an ingest did, or would do. */
export interface IngestReport extends Omit<Folded, 'gained'> {
  readonly release: string
  /** Whether it was stored, or would be. */
  readonly accepted: boolean
  /** How many figures could not be read. */
  readonly rejected: number
  readonly findings: readonly Finding[]
  /** What was assumed in reading the files, in words. */
  readonly notices?: readonly string[]
  readonly dryRun: boolean
  /** The store's version after it. */
  readonly version: number
}

export interface IngestOptions {
  /** Of the bytes that were read: asked for when all have been. */
  readonly sha256?: () => string | null
  /** Of those bytes and of how they were read, likewise. */
  readonly reading?: () => string
  /** The same before they are read: where the release that has the code was read so, nothing is read. Null where it cannot be said. */
  readonly foretold?: () => Promise<string | null>
  readonly now?: Date
  readonly createCodes?: boolean
  readonly acceptFindings?: boolean
  /** Does all of it, and takes it back. */
  readonly dryRun?: boolean
}

/** Undoes a transaction that did what was asked: it was to be tried only, or what it found stops it. */
class Undone extends Error {
  readonly report: IngestReport
  constructor(report: IngestReport) {
    super('undone')
    this.report = report
  }
}

/**
 * Takes in one release in one transaction: all of it becomes visible at once or nothing is stored. The same release
 * again changes nothing; the same code with other content is CONFLICT, since a correction is a release of its own. What
 * does not add up is in the report; where that stops the import, the report alone is kept.
 */
export async function ingest(
  database: Database,
  head: ReleaseMetadata,
  items: AsyncIterable<Item>,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const data = releaseData(head, options.now ?? new Date())
  return database.withImportLock((turn) =>
    withStaging(turn, () => new Ingest(database, turn.copy, data, options).run(items)),
  )
}

class Ingest {
  readonly #database: Database
  readonly #copy: Copy
  readonly #head: Head
  readonly #options: IngestOptions

  constructor(database: Database, copy: Copy, head: Head, options: IngestOptions) {
    this.#database = database
    this.#copy = copy
    this.#head = head
    this.#options = options
  }

  async run(items: AsyncIterable<Item>): Promise<IngestReport> {
    const { pool, prisma } = this.#database
    const existing = await prisma.release.findUnique({ where: { code: this.#head.code } })
    if (existing !== null) {
      refuseRetracted(existing)
      if (existing.reading !== null && existing.reading === (await this.#options.foretold?.()))
        return this.#known(existing)
    }
    const id = existing?.id ?? (await pool.query(`SELECT nextval('release_id_seq')::int AS id`)).rows[0].id
    const coder = new CodeResolver(
      this.#database,
      this.#copy,
      await readCodeLists(prisma),
      this.#options.createCodes ?? false,
    )
    const intake = new Intake(coder, new Staging(this.#copy, coder, id), items)
    try {
      return await (existing === null ? this.#store(id, intake) : this.#compare(existing, intake))
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      return await this.#undo(error.report)
    } finally {
      await intake.stop()
      await this.#tidy(intake)
    }
  }

  /**
   * Tells the planner what the tables hold now. A release that was taken back left dead rows, and a wrong number of rows
   * where they were counted in its transaction: the next import would be planned for them. The embedded store has nobody
   * else who makes their space free again.
   */
  async #tidy({ staging: { count } }: Intake): Promise<void> {
    const how = this.#database.kind === 'embedded' && count > large ? 'VACUUM (ANALYZE)' : 'ANALYZE'
    // The release is stored or refused by now, whatever comes of this; the next import does it again.
    await this.#database.pool.query(`${how} ${grows}`).catch(() => {})
  }

  /** The same code is there already: the same content changes nothing. */
  async #compare(existing: Release, intake: Intake): Promise<IngestReport> {
    await intake.read
    return change(this.#database, async (tx, version) => {
      await intake.staging.settle(tx)
      await intake.coder.write(tx) // so that figures of new series differ from those that the release has
      const checked = { ...existing, sources: intake.sources, codes: await readCodeLists(tx) }
      if (await anyTwice(tx, all)) await takeOutDuplicates(tx, checked)
      if (intake.faults.length > 0) throw new Undone(this.#report(version - 1, intake.faults, intake))
      refuseOther(existing, this.#head, await printedTheSame(tx, existing.id))
      const findings = await findingsOf(tx, existing.id)
      const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
      return { changed: false, result: this.#report(version - 1, findings, intake, { unchanged: row?.n ?? 0 }) }
    })
  }

  /** What is read the same way from the same bytes is the same. */
  #known(existing: Release): Promise<IngestReport> {
    return change(this.#database, async (tx, version) => {
      refuseOther(existing, this.#head, true)
      const unchanged = await countPrinted(tx, existing.id)
      const findings = await findingsOf(tx, existing.id)
      return { changed: false, result: this.#report(version - 1, findings, { rejected: 0 }, { unchanged }) }
    })
  }

  /**
   * On a server, a large release is stored while it is being read; on the embedded store, all readers would wait for
   * that. What it prints twice cannot be stored so: then it is stored again, once all of it can be seen.
   */
  async #store(id: number, intake: Intake): Promise<IngestReport> {
    const { read, staging } = intake
    if (this.#database.kind === 'embedded') await read
    await Promise.race([read, staging.holds(large)])
    const store = () => change(this.#database, (tx, version) => this.#write(tx, version, id, intake))
    try {
      return await store()
    } catch (error) {
      if (error instanceof Undone || error instanceof Refusal) throw error
      await read
      if (!(await anyTwice(this.#database.prisma, all))) throw error
      return store()
    }
  }

  async #write(tx: Transaction, version: number, id: number, intake: Intake) {
    const { coder, staging } = intake
    const fresh = new NewSeriesWriter(intake, this.#head.publishedAt)
    await fresh.follow(tx)
    await staging.settle(tx)
    const sha256 = this.#options.sha256?.() ?? null
    const reading = this.#options.reading?.() ?? null
    const sources = intake.sources as unknown as Prisma.InputJsonValue[]
    await tx.release.create({ data: { ...this.#head, id, sha256, reading, version, sources } })
    const series = await coder.write(tx)
    const checked: Checked = { ...this.#head, id, sources: intake.sources, codes: await readCodeLists(tx) }
    const below = coder.firstFresh ?? all
    const twice = (await anyTwice(tx, fresh.written > 0 ? below : all)) ? await takeOutDuplicates(tx, checked) : []
    await fresh.write(tx)
    if (staging.count > large || series > large / 10) await tx.$executeRaw(Prisma.raw(`ANALYZE ${grows}`))
    const folded = await fold(tx, id, below)
    if (folded.added + folded.revised + folded.unchanged > large) await tx.$executeRaw`ANALYZE indicator, confirmation`
    const own = [...intake.faults, ...twice, ...(await check(tx, checked))]
    const others = await checkAgain(tx, checked)
    const findings = [...own, ...others]
    const report = this.#report(version, findings, intake, { ...folded, added: folded.added + fresh.written })
    if (this.#options.dryRun || !report.accepted) throw new Undone(report)
    await forgetRefused(tx, this.#head.code)
    await writeFindings(tx, this.#head.code, id, own)
    const grown = { indicators: { increment: folded.gained + fresh.written }, series: { increment: series } }
    await tx.storeState.update({ where: { id: 1 }, data: grown })
    return { changed: true, result: report }
  }

  #report(
    version: number,
    findings: readonly Finding[],
    { rejected }: Pick<Intake, 'rejected'>,
    folded: Partial<Folded> = {},
  ): IngestReport {
    const { acceptFindings = false, dryRun = false } = this.#options
    const { added = 0, revised = 0, unchanged = 0 } = folded
    const accepted = !stops(findings, acceptFindings)
    const common = { release: this.#head.code, added, revised, unchanged, rejected }
    return { ...common, accepted, findings, dryRun, version }
  }

  /** Nothing was stored, and nothing would be; a refused import keeps its report. */
  async #undo({ version, ...report }: IngestReport): Promise<IngestReport> {
    if (report.accepted || report.dryRun) return { ...report, version: version - 1 }
    const nothing = { added: 0, revised: 0, unchanged: 0 }
    return change(this.#database, async (tx, next) => {
      await forgetRefused(tx, report.release)
      await writeFindings(tx, report.release, null, report.findings)
      return { changed: true, result: { ...report, ...nothing, version: next } }
    })
  }
}

type Transaction = Prisma.TransactionClient

/** So many figures, or a tenth as many series, and the checks of a release are planned for what the store has with them. */
const large = 10_000

/** The tables that an import adds to and its checks read. */
const grows = 'indicator, confirmation, series, series_category, category'
