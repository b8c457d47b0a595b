import type { Bounds } from './bounds.js'
import { Decimal } from './decimal.js'

const digits = 12
const hundred = new Decimal(100)

/** Every difference of two numbers within bounds, exact. */
export const difference = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low && b.high && a.low.minus(b.high),
  high: a.high && b.low && a.high.minus(b.low),
  lowInclusive: a.lowInclusive && b.highInclusive,
  highInclusive: a.highInclusive && b.lowInclusive,
})

/** Every sum of two numbers within bounds, exact. */
export const sum = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low && b.low && a.low.plus(b.low),
  high: a.high && b.high && a.high.plus(b.high),
  lowInclusive: a.lowInclusive && b.lowInclusive,
  highInclusive: a.highInclusive && b.highInclusive,
})

/**
 * Every hundredfold quotient of two numbers within bounds, the second above zero: outward in the last of 12 significant
 * digits. Null where a side is open or the second may be zero.
 */
export function percentOf(a: Bounds, b: Bounds): Bounds | null {
  if (!a.low || !a.high || !b.low?.greaterThan(0) || !b.high) return null
  const lowBase = a.low.isNegative() ? b.low : b.high
  const highBase = a.high.isNegative() ? b.high : b.low
  return {
    low: a.low.times(hundred).dividedBy(lowBase).toSignificantDigits(digits, Decimal.ROUND_FLOOR),
    high: a.high.times(hundred).dividedBy(highBase).toSignificantDigits(digits, Decimal.ROUND_CEIL),
    lowInclusive: a.lowInclusive,
    highInclusive: a.highInclusive,
  }
}

/** The growth in percent that a number within bounds has on another: as `percentOf`, less one hundred. */
export function growthOf(value: Bounds, base: Bounds): Bounds | null {
  const percent = percentOf(value, base)
  return percent && { ...percent, low: percent.low?.minus(hundred) ?? null, high: percent.high?.minus(hundred) ?? null }
}
