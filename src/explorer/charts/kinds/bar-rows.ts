import { brief, compare, negated, scaled, signed, sum } from '../../data/number.js'
import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import { wordsOf } from '../parts/axis.js'
import { growthText, type RateText, shareText } from '../parts/rate-text.js'
import { sorted } from '../parts/sorted.js'

export interface BarRow {
  readonly kind: 'series' | 'others' | 'whole'
  /** Is null for the sum of others. */
  readonly series: ChartSeries | null
  readonly point: ChartPoint
  readonly name: string
  readonly rank: string
  readonly share: string
  readonly growth: RateText | null
  readonly revised: string | null
}

export function barRows(model: ChartModel): readonly BarRow[] {
  const { at, others, whole } = model
  const own = sorted(model)
  const isRanked = isRanking(model, own)
  const rows = own.flatMap((series, index): BarRow | readonly [] => {
    const point = series.points[at]
    if (point === undefined) return []
    const rank = isRanked && point.value !== null ? String(index + 1) : ''
    return rowOf('series', series, series.label, point, rank, model)
  })
  const rest = others.point
  const total = whole?.points[at]
  return [
    ...rows,
    ...(rest === null ? [] : [rowOf('others', null, wordsOf(model).drawing.others(others.count), rest, '', model)]),
    ...(whole === null || total?.value == null ? [] : [rowOf('whole', whole, whole.label, total, '', model)]),
  ]
}

function rowOf(
  kind: BarRow['kind'],
  series: ChartSeries | null,
  name: string,
  point: ChartPoint,
  rank: string,
  { exponent }: ChartModel,
): BarRow {
  const { value, newer } = point
  const difference = value === null || newer === null ? null : sum([newer, negated(value)])
  const revised = difference === null ? null : signed(brief(scaled(difference, exponent), 3))
  return { kind, series, name, point, rank, share: shareText(point) ?? '', growth: growthText(point), revised }
}

/** Indicates that no series that is left out is larger than one that is shown. */
function isRanking({ sort, series, at }: ChartModel, shown: readonly ChartSeries[]): boolean {
  if (sort !== 'value' || shown.length < 3 || new Set(shown.map(({ metric }) => metric)).size > 1) return false
  const least = shown.findLast(({ points }) => points[at]?.value != null)?.points[at]?.value
  return series.every(({ colour, points: { [at]: point } }) => {
    return colour !== null || point?.value == null || least == null || compare(point.value, least) <= 0
  })
}
