import { type Bounds, mapBounds } from './bounds.js'
import { Decimal, divide, hundred, zero } from './decimal.js'

// Interval arithmetic for independent operands: a result contains the results of all values within the operands, and
// its ends are attained, or approached if they are exclusive.

const digits = 12

export const exactly = (value: Decimal): Bounds => ({
  low: value,
  high: value,
  lowInclusive: true,
  highInclusive: true,
})

export const sum = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low && b.low && a.low.plus(b.low),
  high: a.high && b.high && a.high.plus(b.high),
  lowInclusive: a.lowInclusive && b.lowInclusive,
  highInclusive: a.highInclusive && b.highInclusive,
})

const negated = (a: Bounds): Bounds => ({
  low: at(a.high, (end) => end.negated()),
  high: at(a.low, (end) => end.negated()),
  lowInclusive: a.highInclusive,
  highInclusive: a.lowInclusive,
})

export const difference = (a: Bounds, b: Bounds): Bounds => sum(a, negated(b))

export const product = (a: Bounds, b: Bounds): Bounds =>
  corners(a, b, (x, y) => (x.isZero() || y.isZero() ? zero : x.times(y)))

export const quotient = (a: Bounds, b: Bounds): Bounds | null => (b.low?.greaterThan(0) ? corners(a, b, divide) : null)

export function overlap(a: Bounds, b: Bounds): boolean {
  const below = (x: Bounds, y: Bounds): boolean =>
    x.high !== null &&
    y.low !== null &&
    (x.high.lessThan(y.low) || (x.high.equals(y.low) && !(x.highInclusive && y.lowInclusive)))
  return !below(a, b) && !below(b, a)
}

export function outward(bounds: Bounds): Bounds {
  const low = at(bounds.low, (end) => settled(end).toSignificantDigits(digits, Decimal.ROUND_FLOOR))
  const high = at(bounds.high, (end) => settled(end).toSignificantDigits(digits, Decimal.ROUND_CEIL))
  const isSame = (moved: Decimal | null, end: Decimal | null): boolean =>
    moved === end || (end && moved?.equals(settled(end))) === true
  return {
    low,
    high,
    lowInclusive: bounds.lowInclusive && isSame(low, bounds.low),
    highInclusive: bounds.highInclusive && isSame(high, bounds.high),
  }
}

export const rounded = (value: Decimal): Decimal => settled(value).toSignificantDigits(digits)

/** Removes the error in the last of 64 digits of sums of quotients, so that 1/3 + 2/3 is 1. */
const settled = (value: Decimal): Decimal => value.toSignificantDigits(56)

/** Returns `a` in percent of `b`, rounded outward; null if `b` may be zero or less. */
export const percentOf = (a: Bounds, b: Bounds): Bounds | null => quotientOf(a, b, (end) => end.times(hundred))

export const growthOf = (a: Bounds, b: Bounds): Bounds | null => quotientOf(a, b, (end) => end.minus(1).times(hundred))

function quotientOf(a: Bounds, b: Bounds, rising: (end: Decimal) => Decimal): Bounds | null {
  const found = quotient(a, b)
  return found && outward(mapBounds(found, rising))
}

const at = (end: Decimal | null, of: (end: Decimal) => Decimal): Decimal | null => end && of(end)

interface End {
  readonly at: Decimal
  readonly inclusive: boolean
}

function corners(a: Bounds, b: Bounds, operation: (x: Decimal, y: Decimal) => Decimal): Bounds {
  const found: End[] = []
  for (const x of ends(a))
    for (const y of ends(b)) {
      const at = operation(x.at, y.at)
      // The quotient of two infinities is undefined; another corner reaches as far.
      if (at.isNaN()) continue
      // Zero is attained whatever the other operand is.
      const isZero = (x.at.isZero() && x.inclusive) || (y.at.isZero() && y.inclusive)
      found.push({ at, inclusive: (x.inclusive && y.inclusive) || isZero })
    }
  const furthest = (beyond: (p: Decimal, q: Decimal) => boolean): End =>
    found.reduce((best, each) =>
      beyond(each.at, best.at) || (each.at.equals(best.at) && each.inclusive) ? each : best,
    )
  const low = furthest((p, q) => p.lessThan(q))
  const high = furthest((p, q) => p.greaterThan(q))
  return {
    low: low.at.isFinite() ? low.at : null,
    high: high.at.isFinite() ? high.at : null,
    lowInclusive: low.inclusive,
    highInclusive: high.inclusive,
  }
}

function ends({ low, high, lowInclusive, highInclusive }: Bounds): readonly [End, End] {
  return [
    { at: low ?? new Decimal(Number.NEGATIVE_INFINITY), inclusive: low !== null && lowInclusive },
    { at: high ?? new Decimal(Number.POSITIVE_INFINITY), inclusive: high !== null && highInclusive },
  ]
}
