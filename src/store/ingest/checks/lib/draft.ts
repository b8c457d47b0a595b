import type { Discrepancy, StoredDiscrepancy } from '../../../../domain/findings/discrepancies.js'
import { discrepancyText } from '../../../../domain/findings/discrepancy-text.js'
import type { Bounds } from '../../../../domain/numbers/bounds.js'
import { Decimal, printedText } from '../../../../domain/numbers/decimal.js'
import type { Finding, FindingKind, IndicatorRef, Severity } from '../../../../domain/observations/finding.js'
import { type Frequency, periodOf } from '../../../../domain/periods/period.js'
import { convert, type Unit, unitInfo } from '../../../../domain/units/unit.js'
import type { Prisma } from '../../../../generated/prisma/client.js'
import type { CheckedRelease } from './release.js'
import type { Ref, Subject } from './subject.js'

type Transaction = Prisma.TransactionClient

export interface PrintedCell
  extends Readonly<Record<'source' | 'source_row' | 'scale', number | null>>,
    Readonly<Record<'value' | 'yoy' | 'share', string | null>> {
  readonly unit: Unit
}

type Part = 'value' | 'change' | 'share'

/**
 * The finding of a check, before ids are replaced by names. `part` is the number of the subject that is at fault, by
 * default its value. `expected` and `reported` are in the base unit for a value, in percent for a change or a share;
 * `reported` defaults to the value of the subject, 0 for nil. `says` names the subject and the first others. `about`
 * distinguishes findings of one kind about one subject. `column` is set if a whole column is at fault.
 */
export interface Draft {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly subject: Subject
  readonly part?: Part
  readonly others?: readonly Ref[]
  readonly expected?: Bounds | null
  readonly reported?: string | null
  readonly says: Discrepancy
  readonly about?: string
  readonly column?: Column
}

export type Check = (release: CheckedRelease, earlier: readonly Draft[]) => Promise<Draft[]>

export interface Column {
  readonly metric_id: number
  readonly frequency: Frequency
  readonly unit: Unit
}

/** Converts drafts to findings. The cell of a finding is that of its first observation that the release printed. */
export async function toFindings(release: CheckedRelease, drafts: readonly Draft[]): Promise<Finding[]> {
  if (drafts.length === 0) return []
  const refs = drafts.flatMap(({ subject, others = [] }) => [subject, ...others])
  const nameOf = await readNames(release.tx, refs)
  const cellOf = await readCells(release, refs)
  return drafts.map((draft): Finding => {
    const { kind, severity, subject, part = 'value', others = [], expected = null, says, about } = draft
    const { reported = part === 'value' ? (subject.value ?? '0') : null } = draft
    const indicators = [subject, ...others].map(nameOf)
    const discrepancy = discrepancyOf(says, subject.unit, indicators)
    const unit: Unit = part === 'value' ? subject.unit : 'PERCENT'
    const fromBase = (number: Decimal | null): Decimal | null => number && convert(number, unitInfo(unit).base, unit)
    const cell = [subject, ...others].map(cellOf).find((each) => each !== undefined)
    const source = cell?.source == null ? null : (release.sources[cell.source] ?? null)
    const { series, period } = nameOf(subject)
    return {
      kind,
      severity,
      message: discrepancyText(discrepancy),
      discrepancy,
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

async function readCells({ id, tx }: CheckedRelease, refs: readonly Ref[]) {
  const rows = await tx.$queryRaw<(Ref & PrintedCell)[]>`
    SELECT series_id, period, source, source_row, unit, value, scale, yoy::text, share::text
    FROM staging JOIN (
      SELECT DISTINCT * FROM unnest(${refs.map((each) => each.series_id)}::int[], ${refs.map((each) => each.period)}::int[])
        AS w(series_id, period)
    ) w USING (series_id, period)
    WHERE release_id = ${id}`
  const cells = new Map(rows.map((row) => [cellKey(row), row]))
  return (each: Ref): PrintedCell | undefined => cells.get(cellKey(each))
}

export const cellKey = ({ series_id, period }: Pick<Ref, 'series_id' | 'period'>): string => `${series_id} ${period}`

export function cellText({ unit, value, scale, yoy, share }: PrintedCell, part: Part): string | null {
  if (part !== 'value') return part === 'change' ? yoy : share
  if (value === null) return null
  const { base, exponent } = unitInfo(unit)
  return printedText({ value: convert(new Decimal(value), base, unit), decimals: (scale ?? 0) + exponent })
}

const mostNamed = 3

export const discrepancyOf = (
  says: Discrepancy,
  unit: Unit,
  indicators: readonly IndicatorRef[],
): StoredDiscrepancy => ({
  ...says,
  unit,
  names: indicators.slice(0, mostNamed).map(({ series, period }) => ({ series, period })),
})
