import { total } from '../domain/codes/codes.js'
import { nearGrowth, nearPercentage, type Scaled } from '../domain/numbers/near.js'
import { otherQuantityKey, quantityKey } from '../domain/observations/series-key.js'
import {
  type Frequency,
  frequencies,
  frequencyLetter,
  ordinalYearBefore,
  type Period,
  periodBefore,
  periodOf,
} from '../domain/periods/period.js'
import type { Block, NumberName } from '../store/query/columns/block.js'
import type { SeriesRows } from '../store/query/columns/series.js'

export const notKnown = -1

/** A transform that divides each level of a series by another of the same block. */
export interface Division {
  readonly ratio: (a: Scaled, b: Scaled) => number
  readonly printed: NumberName | null
  /** Returns the row of the divisor, or `notKnown`; null if columns do not tell, or more was printed than they have. */
  readonly divisorOf: (row: number) => number | null
}

/** Returns the division for a series as known at an instant, in milliseconds; null if columns have none. */
export type Divide = (series: SeriesRows, at: number | null, base: Period | null) => Division | null

function finder(block: Block, quantity: string, frequency: Frequency, at: number | null) {
  const placeIn = (each: Frequency): number | null => block.placeOf(`${quantity}|${frequencyLetter[each]}`)
  const place = placeIn(frequency)
  const isInOthers = frequencies.some((each) => each !== frequency && placeIn(each) !== null)
  return (ordinal: number): number | null =>
    (place === null ? null : block.known(place, ordinal, at)) ?? (isInOthers ? null : notKnown)
}

const growth = ({ block }: SeriesRows, printed: NumberName | null, baseOf: Division['divisorOf']): Division => ({
  ratio: nearGrowth,
  printed,
  divisorOf: (row) => (block.rare(row)?.extra?.changes === undefined ? baseOf(row) : null),
})

export const onYearBefore: Divide = (series, at) => {
  const { block, place } = series
  const { key, frequency } = block.entry(place)
  const { period } = block.columns
  const find = finder(block, quantityKey(key), frequency, at)
  return growth(series, 'yoy', (row) => find(ordinalYearBefore({ ordinal: period[row] as number })))
}

export const onPeriodBefore: Divide = (series, at, base) => {
  const { block, place } = series
  const { key, frequency } = block.entry(place)
  if (frequency === 'ANNUAL') return onYearBefore(series, at, base)
  const find = finder(block, quantityKey(key), frequency, at)
  return growth(series, null, (row) => {
    const before = periodBefore(periodOf(block.columns.period[row] as number, frequency))
    return before && find(before.ordinal)
  })
}

export const byTotal: Divide = ({ block, place }, at) => {
  const { key, frequency } = block.entry(place)
  const whole = otherQuantityKey(key, { category: total })
  if (whole === quantityKey(key)) return null
  const find = finder(block, whole, frequency, at)
  const { period } = block.columns
  return {
    ratio: nearPercentage,
    printed: 'share',
    divisorOf: (row) => (block.rare(row)?.share_metric_id == null ? find(period[row] as number) : null),
  }
}

export const byBase: Divide = ({ block, place }, at, base) => {
  const divisor = base && block.known(place, base.ordinal, at)
  return { ratio: nearPercentage, printed: null, divisorOf: (row) => (row === divisor ? null : divisor) }
}
