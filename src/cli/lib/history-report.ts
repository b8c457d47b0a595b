import type { HistoryReport, Outcome } from '../../import/history.js'
import { findingLines, reportLines, shownFinding } from './report.js'

/** Whether anything of a history was refused. */
export const refusedIn = ({ outcomes, faults }: HistoryReport): boolean =>
  faults.length > 0 || outcomes.some(({ report }) => !report?.accepted)

/** The report of a history as JSON. */
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

/** The lines of the report of a history, for people: release by release. */
export function historyLines({ outcomes, faults, withoutRows }: HistoryReport): string[] {
  const lines = outcomes.flatMap((outcome) => [...outcomeLines(outcome), ''])
  if (faults.length > 0)
    lines.push('nothing is taken in: these rows are wrong', ...findingLines(faults.map(shownFinding)))
  if (faults.length === 0 && withoutRows.length > 0)
    lines.push(`not taken in, since no row is of them: ${withoutRows.join(', ')}`)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function outcomeLines(outcome: Outcome): string[] {
  if (!outcome.report) return [`${outcome.release} is refused: ${outcome.refused.message}`]
  const lines = reportLines({ ...outcome.report, findings: outcome.report.findings.map(shownFinding) })
  return outcome.retracted ? [`${lines[0]}, and retracted`, ...lines.slice(1)] : lines
}
