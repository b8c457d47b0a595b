import type { Observation } from '../observations/observation.js'
import { convert, unitInfo } from '../units/unit.js'
import { type Bounds, boundsOf, printedBounds } from './bounds.js'
import { type Decimal, type Printed, powerOfTen } from './decimal.js'
import { overlap } from './interval.js'
import { nearlyAgrees } from './near.js'
import { PrintedText } from './printed-text.js'
import type { Quantity } from './quantity.js'

export type Agreement = 'AGREES' | 'ROUNDING' | 'BASE_REVISED' | 'DISAGREES' | 'NOT_REPORTED' | 'NOT_COMPUTABLE'

export interface Reported extends Printed {
  readonly bounds: () => Bounds | null
  readonly near?: number
}

export function reportedRate(rate: Printed | null): Reported | null {
  if (rate === null || rate instanceof PrintedText) return rate
  return { value: rate.value, decimals: rate.decimals, bounds: () => printedBounds(rate) }
}

export function reportedLevel(observation: Observation | null): Reported | null {
  if (observation === null || observation.value === null || observation.decimals === null) return null
  const { base, exponent } = unitInfo(observation.unit)
  const value = convert(observation.value, observation.unit, base)
  return { value, decimals: observation.decimals - exponent, bounds: () => boundsOf(observation) }
}

/**
 * Compares a computed number with the printed one. AGREES: equal when rounded to the printed digits. ROUNDING: their
 * bounds overlap. DIFFERS: neither; the releases of the inputs decide between BASE_REVISED and DISAGREES.
 */
export function compareWithPrinted(
  computed: Quantity,
  reported: Reported | null,
): Exclude<Agreement, 'BASE_REVISED' | 'DISAGREES'> | 'DIFFERS' {
  const { near = Number.NaN } = computed
  if (Number.isNaN(near) && computed.value === null) return 'NOT_COMPUTABLE'
  if (reported === null) return 'NOT_REPORTED'
  if (nearlyAgrees(near, reported.near ?? Number.NaN, reported.decimals)) return 'AGREES'
  if (computed.value === null) return 'NOT_COMPUTABLE'
  if (roundedTo(computed.value, reported.decimals).equals(reported.value)) return 'AGREES'
  const [bounds, printed] = [computed.bounds, reported.bounds()]
  return bounds && printed && overlap(bounds, printed) ? 'ROUNDING' : 'DIFFERS'
}

const roundedTo = (value: Decimal, decimals: number): Decimal =>
  decimals >= 0 ? value.toDecimalPlaces(decimals) : value.toNearest(powerOfTen(-decimals))
