import type { Bounds } from '../../domain/numbers/bounds.js'
import { canonical, type Decimal } from '../../domain/numbers/decimal.js'
import { type Finding, type IndicatorRef, severities } from '../../domain/observations/finding.js'
import type { HistoryReport, Outcome } from '../../import/history.js'
import { table } from './output.js'

export interface ShownFinding
  extends Pick<Finding, 'kind' | 'severity' | 'message' | 'found' | 'file' | 'row' | 'column'> {
  /** The release of the finding, and true if it is stored. Absent in the report of one release. */
  readonly release?: string
  readonly stored?: boolean
  readonly expected: { readonly low: string | null; readonly high: string | null } | null
  readonly reported: string | null
  readonly unit: string | null
  readonly indicators: readonly IndicatorRef[]
}

export interface ShownReport {
  readonly release: string
  readonly accepted: boolean
  readonly dryRun: boolean
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly rejected: number
  readonly findings: readonly ShownFinding[]
  readonly notices?: readonly string[]
  readonly version: number | null
}

export function shownFinding({ key: _, expected, reported, ...rest }: Finding): ShownFinding {
  const { kind, severity, message, found, file, row, column, unit, indicators } = rest
  const numbers = { expected: expected && shownBounds(expected), reported: reported && canonical(reported), unit }
  return { kind, severity, message, ...numbers, found, file, row, column, indicators }
}

function shownBounds({ low, high, lowInclusive, highInclusive }: Bounds) {
  const text = (number: Decimal | null): string | null => number && canonical(number)
  return { low: text(low), high: text(high), lowInclusive, highInclusive }
}

export function reportLines(report: ShownReport): string[] {
  const { added, revised, unchanged, rejected, findings } = report
  const counts = { added, revised, unchanged, rejected }
  const width = Math.max(...Object.values(counts).map((n) => String(n).length))
  const lines = Object.entries(counts).map(([name, n]) => `  ${name.padEnd(10)} ${String(n).padStart(width)}`)
  return [outcome(report), ...lines, ...(report.notices ?? []), ...findingLines(findings)]
}

function outcome({ release, accepted, dryRun, findings, version }: ShownReport): string {
  const at = version === null ? '' : `, at version ${version} of the store`
  if (accepted) return dryRun ? `${release} would be stored; this was a dry run` : `${release} is stored${at}`
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length
  return `${release} ${dryRun ? 'would be' : 'is'} refused because of ${errors === 1 ? '1 error' : `${errors} errors`}; nothing ${dryRun ? 'would be' : 'is'} stored`
}

const most = 50

/** Lists the counts by kind and severity, then all errors, then the first 50 other findings. */
export function findingLines(findings: readonly ShownFinding[]): string[] {
  if (findings.length === 0) return ['no findings']
  const ofSeverity = (severity: string) => findings.filter((each) => each.severity === severity).sort(byPlace)
  const errors = ofSeverity('ERROR')
  const others = [...ofSeverity('WARNING'), ...ofSeverity('INFO')]
  const left = others.length - most
  const more =
    left > 0 ? [`… and ${left} more that are not errors. Use --json, or query the server, to list all of them.`] : []
  return [
    '',
    ...table(['FINDINGS', 'SEVERITY', 'COUNT'], countRows(findings)),
    '',
    ...[...errors, ...others.slice(0, most)].map(line),
    ...more,
  ]
}

const byPlace = (a: ShownFinding, b: ShownFinding): number =>
  compared(a.release, b.release) || compared(a.file, b.file) || (a.row ?? 0) - (b.row ?? 0)

const compared = (a: string | null = '', b: string | null = ''): number =>
  (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1

function countRows(findings: readonly ShownFinding[]): string[][] {
  const counts = new Map<string, number>()
  for (const { kind, severity } of findings)
    counts.set(`${kind} ${severity}`, (counts.get(`${kind} ${severity}`) ?? 0) + 1)
  const order: readonly string[] = severities
  const grave = (severity = ''): number => order.indexOf(severity)
  return [...counts]
    .map(([key, n]) => [...key.split(' '), String(n)])
    .sort(([kindA = '', a], [kindB = '', b]) => grave(b) - grave(a) || (kindA < kindB ? -1 : 1))
}

/** Formats a finding: FILE, row 4, column value: KIND (severity): message (found "…"). */
function line({ release, stored, file, row, column, kind, severity, message, found }: ShownFinding): string {
  const place = [
    ...(file === null ? [] : [file]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ].join(', ')
  const of = release === undefined || stored !== false ? release : `${release} (refused)`
  const where = [of ?? '', place].filter((each) => each !== '').map((each) => `${each}: `)
  const cell = found === null ? '' : ` (found "${found.length > 100 ? `${found.slice(0, 100)}…` : found}")`
  return `${where.join('')}${kind} (${severity.toLowerCase()}): ${message}${cell}`.replace(/\p{Cc}+/gu, ' ')
}

export const refusedIn = ({ outcomes, faults }: HistoryReport): boolean =>
  faults.length > 0 || outcomes.some(({ report }) => !report?.accepted)

export const shownHistory = ({ outcomes, faults, withoutRows }: HistoryReport): object => ({
  accepted: !refusedIn({ outcomes, faults, withoutRows }),
  findings: faults.map(shownFinding),
  releases: outcomes.map(shownOutcome),
  withoutRows,
})

function shownOutcome({ report, ...rest }: Outcome): object {
  if (report) return { ...report, ...rest, findings: report.findings.map(shownFinding), error: null }
  const { release, refused } = rest as Extract<Outcome, { report?: never }>
  return { release, accepted: false, error: { code: refused.code, message: refused.message } }
}

export function historyLines({ outcomes, faults, withoutRows }: HistoryReport): string[] {
  const lines = outcomes.flatMap((outcome) => [...outcomeLines(outcome), ''])
  if (faults.length > 0)
    lines.push('nothing is imported because of these rows', ...findingLines(faults.map(shownFinding)))
  if (faults.length === 0 && withoutRows.length > 0)
    lines.push(`not imported, since no row names them: ${withoutRows.join(', ')}`)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function outcomeLines(outcome: Outcome): string[] {
  if (!outcome.report) return [`${outcome.release} is refused: ${outcome.refused.message}`]
  const lines = reportLines({ ...outcome.report, findings: outcome.report.findings.map(shownFinding) })
  return outcome.retracted ? [`${lines[0]}, and retracted`, ...lines.slice(1)] : lines
}
