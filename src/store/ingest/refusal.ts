import { type Finding, stops } from '../../domain/observations/finding.js'
import { change } from '../database/change.js'
import type { Database } from '../database/open.js'
import { endFindings, writeFindings } from './findings.js'
import type { FoldCounts } from './fold.js'

/**
 * The outcome of an import. `accepted` indicates that the release was stored, or would be without `dryRun`; `rejected` is
 * the number of observations that could not be read; `notices` are assumptions made in reading; `version` is that of the
 * store after the import.
 */
export interface IngestReport extends FoldCounts {
  readonly release: string
  readonly accepted: boolean
  readonly rejected: number
  readonly findings: readonly Finding[]
  readonly notices?: readonly string[]
  readonly created?: readonly string[]
  readonly dryRun: boolean
  readonly version: number
}

export class Rollback extends Error {
  readonly report: IngestReport
  constructor(report: IngestReport) {
    super('The import is rolled back.')
    this.report = report
  }
}

/** The option `acceptFindings` stores a release despite errors, unless they are unacceptable. */
export interface Acceptance {
  readonly acceptFindings?: boolean
  readonly dryRun?: boolean
}

type Contents = Partial<Omit<IngestReport, 'release' | 'accepted' | 'findings' | 'dryRun' | 'version'>>

export function reportOf(
  release: string,
  { acceptFindings = false, dryRun = false }: Acceptance,
  version: number,
  findings: readonly Finding[],
  { added = 0, revised = 0, unchanged = 0, rejected = 0, ...said }: Contents,
): IngestReport {
  const accepted = !stops(findings, acceptFindings)
  return { release, accepted, added, revised, unchanged, rejected, findings, dryRun, version, ...said }
}

export function rollBackIfRefused(report: IngestReport): void {
  if (report.dryRun || !report.accepted) throw new Rollback(report)
}

/** Returns the report of an import. If it was refused, keeps its findings under the code of the release. */
export async function keepReport(database: Database, work: () => Promise<IngestReport>): Promise<IngestReport> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
    const { version, ...report } = error.report
    if (report.accepted || report.dryRun) return { ...report, version: version - 1 }
    return change(database, async (tx, next) => {
      await endFindings(tx, next, { code: report.release, releaseId: null })
      await writeFindings(tx, next, report.release, null, report.findings)
      return { changed: true, result: { ...report, added: 0, revised: 0, unchanged: 0, version: next } }
    })
  }
}
