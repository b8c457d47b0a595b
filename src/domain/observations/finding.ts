import type { StoredDiscrepancy } from '../findings/discrepancies.js'
import type { Bounds } from '../numbers/bounds.js'
import { Decimal } from '../numbers/decimal.js'
import type { Unit } from '../units/unit.js'

export const severities = ['INFO', 'WARNING', 'ERROR'] as const
export type Severity = (typeof severities)[number]

export const findingKinds = [
  'TOTAL_MISMATCH',
  'PARTS_EXCEED_WHOLE',
  'SHARE_MISMATCH',
  'GROWTH_MISMATCH',
  'BASE_REVISED',
  'YEAR_TO_DATE_MISMATCH',
  'REVISION_SUSPECT',
  'UNIT_SUSPECT',
  'DUPLICATE',
  'UNKNOWN_CODE',
  'UNREADABLE_CELL',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface IndicatorRef {
  readonly release: string
  readonly series: string
  readonly period: string
}

export interface Finding {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly message: string
  /** The parameters of `message`, from which it is worded in other languages. Null for faults of files. */
  readonly discrepancy: StoredDiscrepancy | null
  readonly expected: Bounds | null
  readonly reported: Decimal | null
  readonly unit: Unit | null
  readonly found: string | null
  readonly file: string | null
  readonly row: number | null
  readonly column: string | null
  readonly indicators: readonly IndicatorRef[]
  /** The subject, the same in every store and unique among the findings of a kind in a release. */
  readonly key: string
}

/** The kinds of errors that cannot be accepted, because nothing can be stored. */
const unacceptable: ReadonlySet<FindingKind> = new Set(['UNREADABLE_CELL', 'UNKNOWN_CODE', 'DUPLICATE'])

export const stops = (findings: readonly Finding[], accepted: boolean): boolean =>
  findings.some(({ severity, kind }) => severity === 'ERROR' && (!accepted || unacceptable.has(kind)))

export const triages = ['CHECK', 'REVISION'] as const
/**
 * The action for a finding: CHECK the figures, or none for a REVISION, since offices revise earlier numbers without
 * notice.
 */
export type Triage = (typeof triages)[number]

export const kindsOfRevision: readonly FindingKind[] = ['YEAR_TO_DATE_MISMATCH', 'BASE_REVISED']

export const triageOf = ({ kind, severity }: Pick<Finding, 'kind' | 'severity'>): Triage =>
  kindsOfRevision.includes(kind) && severity !== 'ERROR' ? 'REVISION' : 'CHECK'

type Numbers = Pick<Finding, 'expected' | 'reported' | 'unit'>

/** Returns what was expected, in the middle of its bounds, less what was printed; null without either. */
export function differenceOf({ expected, reported }: Numbers): Decimal | null {
  const { low = null, high = null } = expected ?? {}
  const middle = low && high ? low.plus(high).dividedBy(2) : (low ?? high)
  return reported && (middle?.minus(reported) ?? null)
}

export function differenceInPercent(finding: Numbers): Decimal | null {
  const { reported, unit } = finding
  if (reported === null || reported.isZero() || unit === 'PERCENT') return null
  return differenceOf(finding)?.dividedBy(reported.abs()).times(100) ?? null
}

/** The lower limits of the classes by which findings are counted, in percent. */
export const sizeLimits: readonly Decimal[] = ['0', '0.1', '0.3', '1', '3', '10', '30', '100'].map(
  (limit) => new Decimal(limit),
)
