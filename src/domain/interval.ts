import type { Bounds } from './bounds.js'
import { Decimal } from './decimal.js'

const digits = 12
const hundred = new Decimal(100)

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
