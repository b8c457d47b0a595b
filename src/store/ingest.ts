import { type Finding, stops } from '../domain/finding.js'
import type { Figure, ReleaseHead } from '../domain/indicator.js'
import type { Prisma, Release } from '../generated/prisma/client.js'
import { change } from './change.js'
import { check } from './checks/all.js'
import type { Checked, Source } from './checks/check.js'
import { takeOutDuplicates } from './checks/duplicates.js'
import { checkAgain } from './checks/later.js'
import { readCodeLists } from './codelists.js'
import { Coder, type Shown } from './coder.js'
import { findingsOf, forgetRefused, writeFindings } from './findings.js'
import { countPrinted, type Folded, fold, printedTheSame } from './fold.js'
import { type Head, refuseOther, refuseRetracted, releaseData } from './head.js'
import type { Copy } from './loader.js'
import type { Database } from './open.js'
import { analyzeStaging, refuseLost, Staging, withStaging } from './staging.js'
import { UnknownCodes } from './unknown-codes.js'

/** What a source of a release gives: a figure and where it stood, a category that it shows, or what it cannot say. */
export type Item =
  | { readonly figure: Figure; readonly row: number | null; readonly source: Source | null }
  | { readonly shown: Shown }
  | { readonly faults: readonly Finding[] }

/** What an ingest did, or would do. */
export interface IngestReport extends Omit<Folded, 'gained'> {
  readonly release: string
  /** Whether it was stored, or would be. */
  readonly accepted: boolean
  /** How many figures could not be read. */
  readonly rejected: number
  readonly findings: readonly Finding[]
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
  head: ReleaseHead,
  items: AsyncIterable<Item>,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const data = releaseData(head, options.now ?? new Date())
  return database.exclusively((turn) =>
    withStaging(turn, () => new Ingest(database, turn.copy, data, options).run(items)),
  )
}

class Ingest {
  readonly #database: Database
  readonly #copy: Copy
  readonly #head: Head
  readonly #options: IngestOptions
  readonly #sources: Source[] = []
  readonly #faults: Finding[] = []
  readonly #unknown = new UnknownCodes()
  #rejected = 0

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
    const coder = new Coder(this.#database, this.#copy, await readCodeLists(prisma), this.#options.createCodes ?? false)
    const staging = new Staging(this.#copy, coder, id)
    for await (const item of items) {
      const more = this.#take(item, coder, staging)
      if (more !== null) await more
    }
    this.#faults.push(...this.#unknown.findings())
    await staging.end()
    await pool.query(analyzeStaging.sql)
    try {
      const report = await change(this.#database, async (tx, version) => {
        await refuseLost(tx, staging.count)
        return existing === null
          ? this.#store(tx, version, id, coder, staging)
          : this.#compare(tx, version, existing, coder)
      })
      // The embedded store never does it by itself, and plans for a store of a few rows are bad plans for one of many.
      await pool.query(`ANALYZE ${staging.count > large ? '' : 'indicator, '}series, series_category, confirmation`)
      return report
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      return this.#undo(error.report)
    }
  }

  /** Null where there is nothing to wait for, as of nearly all: waiting costs more than the work. */
  #take(item: Item, coder: Coder, staging: Staging): Promise<void> | null {
    if ('figure' in item) {
      const series = coder.find(item.figure)
      if (series === null) return this.#takeNew(item, coder, staging)
      return staging.add(item.figure, series, this.#stood(item.source, item.row))
    }
    if ('shown' in item) coder.show(item.shown)
    else {
      this.#rejected += 1
      this.#faults.push(...item.faults)
    }
    return null
  }

  async #takeNew(item: Extract<Item, { figure: Figure }>, coder: Coder, staging: Staging): Promise<void> {
    const { figure, row, source } = item
    const unknown = await coder.unknown(figure)
    if (unknown.length === 0) return staging.add(figure, coder.series(figure), this.#stood(source, row)) ?? undefined
    this.#rejected += 1
    for (const refusal of unknown) this.#unknown.take(refusal, source?.file ?? null, row)
  }

  #stood(source: Source | null, row: number | null) {
    if (source === null || row === null) return null
    const at = this.#sources.indexOf(source)
    return { source: at >= 0 ? at : this.#sources.push(source) - 1, row }
  }

  /** The same code is there already: the same content changes nothing. */
  async #compare(tx: Transaction, version: number, existing: Release, coder: Coder) {
    await coder.write(tx) // so that figures of new series differ from those that the release has
    await takeOutDuplicates(tx, { ...existing, sources: this.#sources, codes: await readCodeLists(tx) })
    if (this.#faults.length > 0) throw new Undone(this.#report(version - 1, [...this.#faults]))
    refuseOther(existing, this.#head, await printedTheSame(tx, existing.id))
    const findings = await findingsOf(tx, existing.id)
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
    return { changed: false, result: this.#report(version - 1, findings, { unchanged: row?.n ?? 0 }) }
  }

  /** What is read the same way from the same bytes is the same. */
  #known(existing: Release): Promise<IngestReport> {
    return change(this.#database, async (tx, version) => {
      refuseOther(existing, this.#head, true)
      const unchanged = await countPrinted(tx, existing.id)
      const findings = await findingsOf(tx, existing.id)
      return { changed: false, result: this.#report(version - 1, findings, { unchanged }) }
    })
  }

  async #store(tx: Transaction, version: number, id: number, coder: Coder, staging: Staging) {
    const sources = this.#sources as unknown as Prisma.InputJsonValue[]
    const sha256 = this.#options.sha256?.() ?? null
    const reading = this.#options.reading?.() ?? null
    await tx.release.create({ data: { ...this.#head, id, sha256, reading, version, sources } })
    const series = await coder.write(tx)
    const checked: Checked = { ...this.#head, id, sources: this.#sources, codes: await readCodeLists(tx) }
    const twice = await takeOutDuplicates(tx, checked)
    const { gained, ...folded } = await fold(tx, id)
    if (staging.count > large) await tx.$executeRaw`ANALYZE indicator`
    const own = [...this.#faults, ...twice, ...(await check(tx, checked))]
    const others = await checkAgain(tx, checked)
    const findings = [...own, ...others]
    const report = this.#report(version, findings, folded)
    if (this.#options.dryRun || !report.accepted) throw new Undone(report)
    await forgetRefused(tx, this.#head.code)
    await writeFindings(tx, this.#head.code, id, own)
    const grown = { indicators: { increment: gained }, series: { increment: series } }
    await tx.storeState.update({ where: { id: 1 }, data: grown })
    return { changed: true, result: report }
  }

  #report(version: number, findings: readonly Finding[], folded: Partial<Folded> = {}): IngestReport {
    const { acceptFindings = false, dryRun = false } = this.#options
    const { added = 0, revised = 0, unchanged = 0 } = folded
    const accepted = !stops(findings, acceptFindings)
    const common = { release: this.#head.code, added, revised, unchanged, rejected: this.#rejected }
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

/** So many figures, and the checks of a release are planned for what the store has with them. */
const large = 10_000
