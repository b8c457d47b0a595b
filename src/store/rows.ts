import { Decimal, type Printed, printed } from '../domain/decimal.js'
import type { Change, Figure } from '../domain/indicator.js'
import { type Frequency, type Period, parsePeriod, periodOf } from '../domain/period.js'
import { parseSeriesKey } from '../domain/series.js'
import { type Unit, unitInfo } from '../domain/unit.js'
import { Prisma } from '../generated/prisma/client.js'
import type { Sortable } from './order.js'
import type { Release, Snapshot } from './snapshot.js'

/** A series as a row refers to it. */
export interface SeriesRef {
  readonly id: number
  readonly key: string
}

/** A figure as the store has it: what was printed, of which series, by which release. */
export interface Indicator extends Figure {
  readonly series: SeriesRef
  readonly release: Release
  readonly knownFrom: Date
  readonly knownTo: Date | null
}

/** The columns of a row of `indicator`, as node-postgres gives them: decimals as text. */
export interface Row extends Sortable {
  readonly key: string
  readonly frequency: Frequency
  readonly unit: string
  readonly scale: number | null
  readonly qualifier: Figure['qualifier']
  readonly status: Figure['status']
  readonly share_metric_id: number | null
  readonly share_category_id: number | null
  readonly share_change: string | null
  readonly extra: Extra | null
  readonly known_to: Date | null
}

/** What few figures have, as it stands in the column `extra`: numbers as they were printed, periods by their texts. */
export interface Extra {
  readonly flags?: string
  readonly note?: { readonly en?: string; readonly zh?: string }
  readonly changes?: readonly { readonly percent?: string; readonly points?: string; readonly base: string }[]
}

/** The columns of `Row`, of `i` of indicator and `s` of series. */
export const columns: Prisma.Sql = Prisma.raw(
  `i.series_id, s.key, i.period, i.release_id, i.metric_id, i.category_id, i.frequency, i.unit, i.value, i.scale,
  i.qualifier, i.status, i.yoy, i.share, i.share_metric_id, i.share_category_id, i.share_change, i.extra, i.known_from,
  i.known_to`,
)

/** A row as a figure; labels, trees and releases come from the snapshot of the same version. */
export function toIndicator(row: Row, { codes, releaseById }: Snapshot): Indicator {
  const parts = parseSeriesKey(row.key)
  const release = releaseById.get(row.release_id)
  if (parts === null || release === undefined) throw new Error(`a stored figure of ${row.key} cannot be read`)
  const period = periodOf(row.period, row.frequency)
  const unit = row.unit as Unit
  const { exponent } = unitInfo(unit)
  const extra = row.extra ?? {}
  const number = (text: string | undefined | null): Printed | null => (text == null ? null : printed(text))
  const others = (extra.changes ?? []).map(({ percent, points, base }) => ({
    percent: number(percent),
    points: number(points),
    base: parsePeriod(base),
  }))
  return {
    series: { id: row.series_id, key: row.key },
    release,
    metric: parts.metric,
    categories: parts.categories,
    period,
    unit,
    value: row.value === null ? null : new Decimal(exponent === 0 ? row.value : `${row.value}e${-exponent}`),
    decimals: row.scale === null ? null : row.scale + exponent,
    qualifier: row.qualifier,
    status: row.status,
    flags: extra.flags ?? null,
    changes: row.yoy === null ? others : withYoy(printed(row.yoy), periodOf(row.period - 192, row.frequency), others),
    share: number(row.share),
    shareOf:
      row.share_metric_id === null || row.share_category_id === null
        ? null
        : shareBase(codes.metricById(row.share_metric_id).code, codes.categoryById(row.share_category_id)),
    shareChange: number(row.share_change),
    note: { en: extra.note?.en ?? null, zh: extra.note?.zh ?? null },
    knownFrom: row.known_from,
    knownTo: row.known_to,
  }
}

/** The change on a year before stands first; where it was printed in points as well, both are of one change. */
function withYoy(percent: Printed, base: Period, others: readonly Change[]): Change[] {
  const same = others.find((other) => other.base.text === base.text && other.percent === null)
  return [{ percent, points: same?.points ?? null, base }, ...others.filter((other) => other !== same)]
}

const shareBase = (metric: string, { dimension, code }: { dimension: { code: string }; code: string }) => ({
  metric,
  category: { dimension: dimension.code, code },
})
