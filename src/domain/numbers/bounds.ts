import type { PrintedLevel } from '../observations/observation.js'
import { baseOf, convert, shiftBetween, type Unit } from '../units/unit.js'
import { type Decimal, halfOf, type Printed } from './decimal.js'

export interface Bounds {
  readonly low: Decimal | null
  readonly high: Decimal | null
  readonly lowInclusive: boolean
  readonly highInclusive: boolean
}

/**
 * Returns the interval that printed digits and qualifier allow, in `unit` or the base unit: 41.755 <= v < 41.765 for
 * 41.76 trillion. Null without a level and for ABOUT; throws UNIT_MISMATCH for a unit of another measure.
 */
export function boundsOf(figure: PrintedLevel, unit: Unit = baseOf(figure.unit)): Bounds | null {
  shiftBetween(figure.unit, unit)
  const bounds = boundsAsPrinted(figure)
  return bounds && mapBounds(bounds, (end) => convert(end, figure.unit, unit))
}

export const mapBounds = (bounds: Bounds, rising: (end: Decimal) => Decimal): Bounds => ({
  ...bounds,
  low: bounds.low && rising(bounds.low),
  high: bounds.high && rising(bounds.high),
})

export function printedBounds({ value, decimals }: Printed): Bounds {
  const half = halfOf(-decimals)
  return {
    low: value.minus(half),
    high: value.plus(half),
    // The end nearer zero rounds to the number, the other end to the next number; neither end of 0 rounds to it.
    lowInclusive: value.greaterThan(0),
    highInclusive: value.lessThan(0),
  }
}

function boundsAsPrinted({ value, decimals, qualifier }: PrintedLevel): Bounds | null {
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
