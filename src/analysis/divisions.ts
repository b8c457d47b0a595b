import { total } from '../domain/codes/codes.js'
import { nearGrowth, nearPercentage, type Scaled } from '../domain/numbers/near.js'
import { otherQuantityKey } from '../domain/observations/series-key.js'
import { frequencyLetter, ordinalYearBefore, type Period, periodBefore, periodOf } from '../domain/periods/period.js'
import type { NumberName } from '../store/query/columns/block.js'
import type { SeriesRows } from '../store/query/columns/series.js'

/** A transform that divides each level of a series by another of the same block. */
export interface Division {
  readonly ratio: (a: Scaled, b: Scaled) => number
  /** The column with the same number as printed. */
  readonly printed: NumberName | null
  /** Returns the row of the divisor; null if it has to be looked for elsewhere, or more was printed than columns have. */
  readonly divisorOf: (row: number) => number | null
}

/** Returns the division for a series as known at an instant, in milliseconds; null if it has none. */
export type Divide = (series: SeriesRows, at: number | null, base: Period | null) => Division | null

const growth = ({ block }: SeriesRows, printed: NumberName | null, baseOf: Division['divisorOf']): Division => ({
  ratio: nearGrowth,
  printed,
  divisorOf: (row) => (block.rare(row)?.extra?.changes === undefined ? baseOf(row) : null),
})

export const onYearBefore: Divide = (series, at) => {
  const { block, place } = series
  const { period } = block.columns
  const yearBefore = (row: number): number => ordinalYearBefore({ ordinal: period[row] as number })
  return growth(series, 'yoy', (row) => block.known(place, yearBefore(row), at))
}

export const onPeriodBefore: Divide = (series, at, base) => {
  const { block, place } = series
  const { frequency } = block.entry(place)
  if (frequency === 'ANNUAL') return onYearBefore(series, at, base)
  return growth(series, null, (row) => {
    const before = periodBefore(periodOf(block.columns.period[row] as number, frequency))
    return before && block.known(place, before.ordinal, at)
  })
}

export const byTotal: Divide = ({ block, place }, at) => {
  const { key, frequency } = block.entry(place)
  const whole = block.placeOf(`${otherQuantityKey(key, { category: total })}|${frequencyLetter[frequency]}`)
  if (whole === null || whole === place) return null
  return {
    ratio: nearPercentage,
    printed: 'share',
    divisorOf: (row) =>
      block.rare(row)?.share_metric_id == null ? block.known(whole, block.columns.period[row] as number, at) : null,
  }
}

export const byBase: Divide = ({ block, place }, at, base) => {
  const divisor = base && block.known(place, base.ordinal, at)
  return { ratio: nearPercentage, printed: null, divisorOf: (row) => (row === divisor ? null : divisor) }
}
