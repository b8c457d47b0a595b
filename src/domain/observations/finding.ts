import type { Bounds } from '../numbers/bounds.js'
import type { Decimal } from '../numbers/decimal.js'
import type { Unit } from '../units/unit.js'

/** How grave a finding is; ERROR stops an import. */
export const severities = ['INFO', 'WARNING', 'ERROR'] as const
export type Severity = (typeof severities)[number]

/** What does not add up. */
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

/** A figure by its natural key: what an indicator's id is made from. */
export interface IndicatorRef {
  readonly release: string
  readonly series: string
  readonly period: string
}

/** Something that does not add up: in a file, or among the figures that were known when a release was published. */
export interface Finding {
  readonly kind: FindingKind
  readonly severity: Severity
  /** What was found, against what, and why that is told. */
  readonly message: string
  /** What the other figures allow, in `unit`. */
  readonly expected: Bounds | null
  /** The number that was printed, in `unit`. */
  readonly reported: Decimal | null
  readonly unit: Unit | null
  /** The cell as it stood. */
  readonly found: string | null
  readonly file: string | null
  /** As a spreadsheet counts it. */
  readonly row: number | null
  readonly column: string | null
  /** The figures that it is about, the one that is at fault first. */
  readonly indicators: readonly IndicatorRef[]
  /** What it is about, the same in every store; unique among those of its kind in its release. */
  readonly key: string
}

/** The kinds without which nothing can be stored of a figure: these are never accepted. */
export const unacceptable: ReadonlySet<FindingKind> = new Set(['UNREADABLE_CELL', 'UNKNOWN_CODE', 'DUPLICATE'])

/** Whether findings stop an import: any of severity ERROR, or where errors are accepted, those that cannot be. */
export const stops = (findings: readonly Finding[], accepted: boolean): boolean =>
  findings.some(({ severity, kind }) => severity === 'ERROR' && (!accepted || unacceptable.has(kind)))
