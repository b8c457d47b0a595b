import type { Observation } from '../observations/observation.js'
import { convert, unitInfo } from '../units/unit.js'
import { type Bounds, boundsOf, printedBounds } from './bounds.js'
import { Decimal, type Printed, powerOfTen } from './decimal.js'
import { overlap } from './interval.js'
import { type Quantity, roundForOutput } from './quantity.js'

/** How what was printed stands to what can be computed. */
export type Agreement = 'AGREES' | 'ROUNDING' | 'BASE_REVISED' | 'DISAGREES' | 'NOT_REPORTED' | 'NOT_COMPUTABLE'

/** A printed number that a computed one is held against, with the digits after its point. */
export interface Reported extends Printed {
  /** What it leaves open: seldom asked for. */
  readonly bounds: () => Bounds | null
}

/** A printed rate. */
export const reportedRate = (rate: Printed | null): Reported | null =>
  rate && { ...rate, bounds: () => printedBounds(rate) }

/** A printed level, in the base unit of its measure; null where there is none. */
export function reportedLevel(figure: Observation | null): Reported | null {
  if (figure === null || figure.value === null || figure.decimals === null) return null
  const { base, exponent } = unitInfo(figure.unit)
  const value = convert(figure.value, figure.unit, base)
  return { value, decimals: figure.decimals - exponent, bounds: () => boundsOf(figure) }
}

/**
 * AGREES where the computed number, rounded to the printed digits, is the printed one; ROUNDING where not, but where
 * what is known of the two overlaps; else APART, of which it remains to be said whose numbers they are.
 */
export function weigh(
  level: Quantity,
  reported: Reported | null,
): Exclude<Agreement, 'BASE_REVISED' | 'DISAGREES'> | 'APART' {
  if (level.value === null) return 'NOT_COMPUTABLE'
  if (reported === null) return 'NOT_REPORTED'
  if (roundedTo(level.value, reported.decimals).equals(reported.value)) return 'AGREES'
  const [computed, printed] = [level.bounds, reported.bounds()]
  return computed && printed && overlap(computed, printed) ? 'ROUNDING' : 'APART'
}

/** Half away from zero, to digits after the point; negative ones round whole numbers. */
const roundedTo = (value: Decimal, decimals: number): Decimal =>
  decimals >= 0 ? value.toDecimalPlaces(decimals) : value.toNearest(powerOfTen(-decimals))

/** A computed number as a reader is told it, beside a printed one: "-0.737, between -0.761 and -0.713; printed was 0.2". */
export function told(level: Quantity, reported: Reported, inUnit: (value: Decimal) => Decimal): string {
  const decimals = decimalsIn(reported, inUnit) + 2
  const short = (value: Decimal): string => inUnit(value).toDecimalPlaces(Math.max(decimals, 0)).toFixed()
  const { value, bounds } = roundForOutput(level)
  const between = bounds?.low && bounds.high ? `, between ${short(bounds.low)} and ${short(bounds.high)}` : ''
  return `${value === null ? 'unknown' : short(value)}${between}; printed was ${inUnit(reported.value).toFixed()}`
}

/** Digits after the point, when the number is given in another unit. */
const decimalsIn = ({ decimals }: Reported, inUnit: (value: Decimal) => Decimal): number =>
  decimals - inUnit(new Decimal(1)).log(10).toNumber()
