import type { Bounds } from '../numbers/bounds.js'
import type { Decimal } from '../numbers/decimal.js'
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
export const unacceptable: ReadonlySet<FindingKind> = new Set(['UNREADABLE_CELL', 'UNKNOWN_CODE', 'DUPLICATE'])

export const stops = (findings: readonly Finding[], accepted: boolean): boolean =>
  findings.some(({ severity, kind }) => severity === 'ERROR' && (!accepted || unacceptable.has(kind)))
