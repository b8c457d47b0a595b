import { categoryText } from '../../../../domain/codes/codes.js'
import type { Bounds } from '../../../../domain/numbers/bounds.js'
import { Decimal, printedText } from '../../../../domain/numbers/decimal.js'
import type { Finding, FindingKind, IndicatorRef, Severity } from '../../../../domain/observations/finding.js'
import { parseSeriesKey } from '../../../../domain/observations/series-key.js'
import { type Frequency, periodOf } from '../../../../domain/periods/period.js'
import { convert, type Unit, unitInfo } from '../../../../domain/units/unit.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import type { CheckedRelease } from './release.js'

type Transaction = Prisma.TransactionClient
const { raw } = Prisma

export interface Ref {
  readonly series_id: number
  readonly period: number
  readonly frequency: Frequency
  readonly release_id: number
}

export interface Subject extends Ref {
  readonly unit: Unit
  readonly value: string | null
}

/** A cell of the release: its place in the files, and its content in base units. */
export interface Cell {
  readonly source: number | null
  readonly source_row: number | null
  readonly unit: Unit
  readonly value: string | null
  readonly scale: number | null
  readonly yoy: string | null
  readonly share: string | null
}

/**
 * A finding of a check, before ids are replaced by names. `part` is the number of the subject that is at fault, by
 * default its value. `expected` and `reported` are in the base unit for a value, in percent for a change or a share;
 * `reported` is by default the value of the subject, 0 for nil. `message` is given the names of the subject and of the
 * others. `about` distinguishes findings of one kind about one subject. `column` is set if a whole column is at fault.
 */
export interface Draft {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly subject: Subject
  readonly part?: 'value' | 'change' | 'share'
  readonly others?: readonly Ref[]
  readonly expected?: Bounds | null
  readonly reported?: string | null
  readonly message: (subject: string, others: readonly string[]) => string
  readonly about?: string
  readonly column?: Column
}

/** A check returns its findings. `earlier` are those of the checks before it in the list. */
export type Check = (tx: Transaction, release: CheckedRelease, earlier: readonly Draft[]) => Promise<Draft[]>

export interface Column {
  readonly metric_id: number
  readonly frequency: Frequency
  readonly unit: Unit
}

export const subject = (alias: string): Prisma.Sql =>
  raw(`${refColumns.map((column) => `${alias}.${column}`).join(', ')}, ${alias}.unit, ${alias}.value`)

export const ref = (alias: string): Prisma.Sql =>
  raw(`jsonb_build_object(${refColumns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`)

const refColumns = ['series_id', 'period', 'frequency', 'release_id']

export const boundsFrom = (low: string | null, high: string | null): Bounds => ({
  low: low === null ? null : new Decimal(low),
  high: high === null ? null : new Decimal(high),
  lowInclusive: false,
  highInclusive: false,
})

/** Converts drafts to findings. The cell of a finding is that of its first observation that the release printed. */
export async function toFindings(
  tx: Transaction,
  release: CheckedRelease,
  drafts: readonly Draft[],
): Promise<Finding[]> {
  if (drafts.length === 0) return []
  const refs = drafts.flatMap(({ subject, others = [] }) => [subject, ...others])
  const nameOf = await readNames(tx, refs)
  const cellOf = await readCells(tx, release, refs)
  return drafts.map((draft): Finding => {
    const { kind, severity, subject, part = 'value', others = [], expected = null, message, about } = draft
    const { reported = part === 'value' ? (subject.value ?? '0') : null } = draft
    const indicators = [subject, ...others].map(nameOf)
    const [named, ...names] = indicators.map(textOf)
    const unit: Unit = part === 'value' ? subject.unit : 'PERCENT'
    const fromBase = (number: Decimal | null): Decimal | null => number && convert(number, unitInfo(unit).base, unit)
    const cell = [subject, ...others].map(cellOf).find((each) => each !== undefined)
    const source = cell?.source == null ? null : (release.sources[cell.source] ?? null)
    const { series, period } = nameOf(subject)
    return {
      kind,
      severity,
      message: message(named ?? '', names),
      expected: expected && { ...expected, low: fromBase(expected.low), high: fromBase(expected.high) },
      reported: reported === null ? null : fromBase(new Decimal(reported)),
      unit,
      found: cell === undefined ? null : cellText(cell, part),
      file: source?.file ?? null,
      row: source === null ? null : (cell?.source_row ?? null),
      column: source?.[part] ?? null,
      indicators,
      key: [series, period, part, ...(about === undefined ? [] : [about])].join(' '),
    }
  })
}

export async function readNames(tx: Transaction, refs: readonly Ref[]): Promise<(ref: Ref) => IndicatorRef> {
  const ids = (of: (ref: Ref) => number): number[] => [...new Set(refs.map(of))]
  const series = await tx.$queryRaw<{ id: number; key: string }[]>`
    SELECT id, key FROM series WHERE id = ANY(${ids((each) => each.series_id)}::int[])`
  const releases = await tx.$queryRaw<{ id: number; code: string }[]>`
    SELECT id, code FROM release WHERE id = ANY(${ids((each) => each.release_id)}::int[])`
  const keys = new Map(series.map(({ id, key }) => [id, key]))
  const codes = new Map(releases.map(({ id, code }) => [id, code]))
  return ({ series_id, period, frequency, release_id }) => ({
    series: keys.get(series_id) ?? '',
    period: periodOf(period, frequency).text,
    release: codes.get(release_id) ?? '',
  })
}

async function readCells(
  tx: Transaction,
  { id }: CheckedRelease,
  refs: readonly Ref[],
): Promise<(ref: Ref) => Cell | undefined> {
  const rows = await tx.$queryRaw<(Ref & Cell)[]>`
    SELECT series_id, period, source, source_row, unit, value, scale, yoy::text, share::text
    FROM staging JOIN (
      SELECT DISTINCT * FROM unnest(${refs.map((each) => each.series_id)}::int[], ${refs.map((each) => each.period)}::int[])
        AS w(series_id, period)
    ) w USING (series_id, period)
    WHERE release_id = ${id}`
  const cells = new Map(rows.map((row) => [cellKey(row), row]))
  return (each) => cells.get(cellKey(each))
}

export const cellKey = ({ series_id, period }: Pick<Ref, 'series_id' | 'period'>): string => `${series_id} ${period}`

export function cellText({ unit, value, scale, yoy, share }: Cell, part: 'value' | 'change' | 'share'): string | null {
  if (part !== 'value') return part === 'change' ? yoy : share
  if (value === null) return null
  const { base, exponent } = unitInfo(unit)
  return printedText({ value: convert(new Decimal(value), base, unit), decimals: (scale ?? 0) + exponent })
}

/** An observation within a sentence: "EXPORTS of LOCATION:广东省 in 2024-01/2024-03". */
export function textOf({ series, period }: IndicatorRef): string {
  const { metric, categories } = parseSeriesKey(series) ?? { metric: series, categories: [] }
  return `${metric} of ${categories.map(categoryText).join()} in ${period}`
}

export function inUnit(number: string | Decimal | null, unit: Unit): string {
  const [whole = '', fraction] = convert(new Decimal(number ?? 0), unitInfo(unit).base, unit)
    .toFixed()
    .split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${unit}`
}

export const roundedInUnit = (number: string | number, unit: Unit): string =>
  inUnit(new Decimal(number).toSignificantDigits(4), unit)
