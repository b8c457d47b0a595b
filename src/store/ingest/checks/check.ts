import type { CodeLists } from '../../../domain/codes/codes.js'
import { mayBeNegative } from '../../../domain/codes/identity.js'
import type { Bounds } from '../../../domain/numbers/bounds.js'
import { Decimal, printedText } from '../../../domain/numbers/decimal.js'
import type { Finding, FindingKind, IndicatorRef, Severity } from '../../../domain/observations/finding.js'
import { type Frequency, periodOf } from '../../../domain/periods/period.js'
import { convert, type Unit, unitInfo } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import type { Source } from '../item.js'

const { sql, raw } = Prisma

/** A release whose figures are checked: those that it printed stand in `staging`, and it has been folded. */
export interface Checked {
  readonly id: number
  readonly code: string
  readonly publishedAt: Date
  readonly sources: readonly Source[]
  readonly codes: CodeLists
}

/** A stored figure, as a check's rows refer to it. */
export interface Ref {
  readonly series_id: number
  readonly period: number
  readonly frequency: Frequency
  readonly release_id: number
}

/** What a check's row says of the figure at fault. */
export interface Subject extends Ref {
  readonly unit: Unit
  readonly value: string | null
}

/** A cell of the release: where a number that it printed stands, and what stands there. */
export interface Cell {
  readonly source: number | null
  readonly source_row: number | null
  readonly unit: Unit
  readonly value: string | null
  readonly scale: number | null
  readonly yoy: string | null
  readonly share: string | null
}

/** A finding before its figures are named: `words` is given the name of the subject and of the others. */
export interface Found {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly subject: Subject
  /** Which of the subject's numbers is at fault. */
  readonly part: 'value' | 'change' | 'share'
  readonly others: readonly Ref[]
  /** In the base unit of the measure where `part` is the level, else in percent. */
  readonly expected: Bounds | null
  readonly reported: string | null
  readonly words: (name: string, others: readonly string[]) => string
  /** Where one kind can find several faults with one subject. */
  readonly about?: string
}

/** The columns of `Subject` of an alias. */
export const subject = (alias: string): Prisma.Sql =>
  raw(
    ['series_id', 'period', 'frequency', 'release_id', 'unit', 'value']
      .map((column) => `${alias}.${column}`)
      .join(', '),
  )

/** A reference to the figure of an alias, as JSON. */
export const ref = (alias: string): Prisma.Sql =>
  raw(
    `jsonb_build_object('series_id', ${alias}.series_id, 'period', ${alias}.period, 'frequency', ${alias}.frequency, 'release_id', ${alias}.release_id)`,
  )

/** The figures that the release printed. */
export const printed = ({ id }: Checked): Prisma.Sql => sql`(SELECT * FROM staging WHERE release_id = ${id}::int)`

/** The figures that were known when the release was published, its own included. */
export const known = ({ publishedAt: at }: Checked): Prisma.Sql =>
  sql`(SELECT * FROM indicator WHERE known_from <= ${at} AND (known_to IS NULL OR known_to > ${at}))`

/** The ids of metrics whose figures may be below zero. */
export const signedMetrics = ({ codes }: Checked): number[] =>
  codes.metrics.filter(({ identity }) => mayBeNegative(identity)).map(({ id }) => id)

/** The condition that a row of `indicator` was known when the release was published. */
export const wasKnown = (alias: string, { publishedAt: at }: Checked): Prisma.Sql =>
  sql`${raw(`${alias}.known_from`)} <= ${at} AND (${raw(`${alias}.known_to`)} IS NULL OR ${raw(`${alias}.known_to`)} > ${at})`

/** The condition that the release printed a figure, new or again. */
export const isStaged =
  ({ id }: Checked) =>
  (alias: string): Prisma.Sql =>
    sql`EXISTS (SELECT 1 FROM staging p WHERE p.release_id = ${id}::int
      AND p.series_id = ${raw(alias)}.series_id AND p.period = ${raw(alias)}.period)`

/** The condition that a figure is not broken down. */
export const isTotal = (alias: string): Prisma.Sql =>
  sql`EXISTS (SELECT 1 FROM breakdown WHERE id = ${raw(alias)}.breakdown_id AND key = 'TOTAL')`

/** The figures that were known until it was published. */
export const knownBefore = ({ publishedAt: at }: Checked): Prisma.Sql =>
  sql`(SELECT * FROM indicator WHERE known_from < ${at} AND (known_to IS NULL OR known_to >= ${at}))`

/** Bounds from the texts of two numerics; which ends count does not matter to what is only told. */
export const boundsFrom = (low: string | null, high: string | null): Bounds => ({
  low: low === null ? null : new Decimal(low),
  high: high === null ? null : new Decimal(high),
  lowInclusive: false,
  highInclusive: false,
})

/**
 * A finding with the names of its figures, natural keys, and the cell of the release that it can be seen in: the first
 * of its figures that the release printed.
 */
export function toFinding(
  found: Found,
  { sources }: Pick<Checked, 'sources'>,
  nameOf: (ref: Ref) => IndicatorRef,
  cellOf: (ref: Ref) => Cell | undefined,
): Finding {
  const { kind, severity, subject, part, others, expected, reported, words, about } = found
  const named = nameOf(subject)
  const names = others.map(nameOf)
  const unit: Unit = part === 'value' ? subject.unit : 'PERCENT'
  const inUnit = (number: Decimal | null): Decimal | null => number && convert(number, unitInfo(unit).base, unit)
  const cell = [subject, ...others].map(cellOf).find((each) => each !== undefined)
  const source = cell?.source == null ? null : (sources[cell.source] ?? null)
  return {
    kind,
    severity,
    message: words(textOf(named), names.map(textOf)),
    expected: expected && { ...expected, low: inUnit(expected.low), high: inUnit(expected.high) },
    reported: reported === null ? null : inUnit(new Decimal(reported)),
    unit,
    found: cell === undefined ? null : cellText(cell, part),
    file: source?.file ?? null,
    row: source === null ? null : (cell?.source_row ?? null),
    column: source?.[part] ?? null,
    indicators: [named, ...names],
    key: [named.series, named.period, part, ...(about === undefined ? [] : [about])].join(' '),
  }
}

/** The number in a cell as it was printed; null where there was none. */
export function cellText({ unit, value, scale, yoy, share }: Cell, part: Found['part']): string | null {
  if (part !== 'value') return part === 'change' ? yoy : share
  if (value === null) return null
  const { base, exponent } = unitInfo(unit)
  return printedText({ value: convert(new Decimal(value), base, unit), decimals: (scale ?? 0) + exponent })
}

/** A figure in a sentence: "EXPORTS of LOCATION:广东省 in 2024-01/2024-03". */
export function textOf({ series, period }: IndicatorRef): string {
  const [metric = '', categories = ''] = series.split('|')
  return `${metric} of ${categories} in ${period}`
}

/** A reference by natural keys, given the series' keys and the releases' codes. */
export const namer =
  (keys: ReadonlyMap<number, string>, codes: ReadonlyMap<number, string>) =>
  ({ series_id, period, frequency, release_id }: Ref): IndicatorRef => ({
    series: keys.get(series_id) ?? '',
    period: periodOf(period, frequency).text,
    release: codes.get(release_id) ?? '',
  })

/** A number of the base unit in a unit, as text with that unit: "1234.5 CNY_100_MILLION". */
export const inUnit = (number: string | Decimal, unit: Unit): string =>
  `${convert(new Decimal(number), unitInfo(unit).base, unit).toFixed()} ${unit}`
