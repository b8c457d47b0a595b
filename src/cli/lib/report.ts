import { excerpt } from '../../domain/input-bounds.js'
import type { Bounds } from '../../domain/numbers/bounds.js'
import { canonical, type Decimal } from '../../domain/numbers/decimal.js'
import { type Finding, type IndicatorRef, severities } from '../../domain/observations/finding.js'
import { formatCount } from '../../errors.js'
import type { HistoryReport, Outcome } from '../../import/history.js'
import { groupBy } from '../../lib/group-by.js'
import type { IngestReport } from '../../store/ingest/refusal.js'
import { counted, table } from './output.js'

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

export interface ShownReport extends Omit<IngestReport, 'findings' | 'version'> {
  readonly findings: readonly ShownFinding[]
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
  return `${release} ${dryRun ? 'would be' : 'is'} refused because of ${counted(errors, 'error')}; nothing ${dryRun ? 'would be' : 'is'} stored`
}

const most = 50

/** Lists the counts by kind and severity, then all errors, then the first 50 other findings. Repeated ones are a line. */
export function findingLines(findings: readonly ShownFinding[]): string[] {
  if (findings.length === 0) return ['no findings']
  const ofSeverity = (severity: string) => findings.filter((each) => each.severity === severity).sort(byPlace)
  const errors = ofSeverity('ERROR')
  const others = [...ofSeverity('WARNING'), ...ofSeverity('INFO')]
  const shown = repeated(others)
  const left = sum(shown.slice(most))
  const more =
    left > 0 ? [`… and ${left} more that are not errors. Use --json, or query the server, to list all of them.`] : []
  return [
    '',
    ...table(['FINDINGS', 'SEVERITY', 'COUNT'], countRows(findings)),
    '',
    ...[...repeated(errors), ...shown.slice(0, most)].map(groupLine),
    ...more,
  ]
}

const byPlace = (a: ShownFinding, b: ShownFinding): number =>
  compared(a.release, b.release) || compared(a.file, b.file) || (a.row ?? 0) - (b.row ?? 0)

const compared = (a: string | null = '', b: string | null = ''): number =>
  (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1

function countRows(findings: readonly ShownFinding[]): string[][] {
  const groups = groupBy(findings, ({ kind, severity }) => `${kind} ${severity}`)
  const order: readonly string[] = severities
  const grave = (severity = ''): number => order.indexOf(severity)
  return [...groups]
    .map(([key, { length }]) => [...key.split(' '), String(length)])
    .sort(([kindA = '', a], [kindB = '', b]) => grave(b) - grave(a) || (kindA < kindB ? -1 : 1))
}

type Repeated = readonly [ShownFinding, ...ShownFinding[]]

const sum = (groups: readonly Repeated[]): number => groups.reduce((total, { length }) => total + length, 0)

function repeated(findings: readonly ShownFinding[]): Repeated[] {
  const keyOf = ({ release = '', stored, file, kind, severity, message, found }: ShownFinding): string => {
    const same = found ? message.replaceAll(found, '\0').replaceAll(excerpt(found), '\0') : message
    return JSON.stringify([release, stored, file, kind, severity, same])
  }
  return [...groupBy(findings, keyOf).values()]
}

const mostPlaces = 3

/** Formats repeated findings like one, with their count and first three places. */
function groupLine(group: Repeated): string {
  const [first, ...others] = group
  if (others.length === 0) return line(first)
  const places = group.slice(0, mostPlaces).map(({ row, column, found }) => {
    const place = [row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`].filter((each) => each)
    return `${place.join(', ')}${cell(found)}`.trim()
  })
  const more = group.length > mostPlaces ? '; …' : ''
  const at = places.some((place) => place !== '') ? `: ${places.join('; ')}${more}` : ''
  const all = line({ ...first, row: null, column: null, found: null })
  return `${all} (${formatCount(group.length)} times${at})`.replace(/\p{Cc}+/gu, ' ')
}

const cell = (found: string | null): string =>
  found === null ? '' : ` (found "${found.length > 100 ? `${found.slice(0, 100)}…` : found}")`

function line({ release, stored, file, row, column, kind, severity, message, found }: ShownFinding): string {
  const place = [
    ...(file === null ? [] : [file]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ].join(', ')
  const of = release === undefined || stored !== false ? release : `${release} (refused)`
  const where = [of ?? '', place].filter((each) => each !== '').map((each) => `${each}: `)
  return `${where.join('')}${kind} (${severity.toLowerCase()}): ${message}${cell(found)}`.replace(/\p{Cc}+/gu, ' ')
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
