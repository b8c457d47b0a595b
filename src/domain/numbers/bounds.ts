import type { Observation } from '../observations/observation.js'
import { baseOf, convert, shiftBetween, type Unit } from '../units/unit.js'
import { type Decimal, halfOf, type Printed } from './decimal.js'

/** What a number is known to lie between; null where that side is open. */
export interface Bounds {
  readonly low: Decimal | null
  readonly high: Decimal | null
  readonly lowInclusive: boolean
  readonly highInclusive: boolean
}

/**
 * What a figure's printed digits and qualifier allow, in `unit` or in its measure's base unit: 41.76 trillion is
 * 41.755 <= v < 41.765. Null where no level was printed, and for ABOUT. UNIT_MISMATCH for a unit of another measure.
 */
export function boundsOf(
  figure: Pick<Observation, 'value' | 'decimals' | 'qualifier' | 'unit'>,
  unit: Unit = baseOf(figure.unit),
): Bounds | null {
  shiftBetween(figure.unit, unit)
  const bounds = boundsAsPrinted(figure)
  return (
    bounds && {
      ...bounds,
      low: bounds.low && convert(bounds.low, figure.unit, unit),
      high: bounds.high && convert(bounds.high, figure.unit, unit),
    }
  )
}

/** Half a unit of the last printed digit either way, for a number that was rounded half away from zero. */
export function printedBounds({ value, decimals }: Printed): Bounds {
  const half = halfOf(-decimals)
  return {
    low: value.minus(half),
    high: value.plus(half),
    // The end nearer zero rounds to the number, the other end to the next one; both ends round away from a zero.
    lowInclusive: value.greaterThan(0),
    highInclusive: value.lessThan(0),
  }
}

/** In the unit that was printed. "Over 600,000" is taken at its word: more than 600,000, however that was rounded. */
function boundsAsPrinted({
  value,
  decimals,
  qualifier,
}: Pick<Observation, 'value' | 'decimals' | 'qualifier'>): Bounds | null {
  if (value === null) return null
  switch (qualifier) {
    case 'EXACT':
      return decimals === null ? null : printedBounds({ value, decimals })
    case 'OVER':
      return { low: value, high: null, lowInclusive: false, highInclusive: false }
    case 'UNDER':
      return { low: null, high: value, lowInclusive: false, highInclusive: false }
    case 'ABOUT':
      return null
  }
}
