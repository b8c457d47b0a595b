import { qualifierOf, sumOf, type Tally } from '../../domain/aggregation/tally.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import { rounded } from '../../domain/numbers/interval.js'
import { isRate } from '../../domain/units/unit.js'

/** What the cells of a pivot can hold. */
export const measures = ['VALUE', 'YOY_CHANGE', 'SHARE', 'CONTRIBUTION', 'RANK', 'COUNT'] as const
export type Measure = (typeof measures)[number]

/** A number that was made of figures, or why there is none. */
export interface Made {
  readonly value: Decimal | null
  readonly reason: string | null
}

const hundred = 100
const made = (value: Decimal): Made => ({ value, reason: null })
const not = (reason: string): Made => ({ value: null, reason })

/** The growth of a sum on that of the same figures a year before, in percent. */
export function growthOf(tally: Tally): Made {
  const fault = faultOf(tally) ?? faultBefore(tally)
  if (fault !== null || tally.before === null) return not(fault ?? 'There is no figure of a year before.')
  return made(points(tally.sum.minus(tally.before.sum), tally.before.sum))
}

/** The share in percent that a sum has of the totals of its figures, each metric and period once. */
export function shareOf(tally: Tally, whole: Tally | null): Made {
  const fault = faultOf(tally) ?? faultOfWhole(whole)
  if (fault !== null || whole === null) return not(fault ?? noTotal)
  return made(rounded(tally.sum.times(hundred).dividedBy(whole.sum)))
}

/**
 * What a sum adds to the growth of the totals of its figures, in points. Both bases are those that printed growth
 * implies where it was printed of every figure and every total, else both are the stored ones: never one of each.
 */
export function contributionOf(tally: Tally, whole: Tally | null): Made {
  const fault = faultOf(tally) ?? faultOfWhole(whole)
  if (fault !== null || !whole?.before || !tally.before) return not(fault ?? noTotal)
  const why = tally.before.why ?? whole.before.why
  if (why !== null) return not(why)
  const implied = [tally, whole].every(({ before, count }) => before?.printed === count)
  if (implied) return made(points(tally.sum.minus(tally.before.implied), whole.before.implied))
  const faultOfBases = faultBefore(tally, false) ?? faultBefore(whole)
  if (faultOfBases !== null) return not(faultOfBases)
  return made(points(tally.sum.minus(tally.before.sum), whole.before.sum))
}

const noTotal = 'There is no figure of the total for the same days in the same measure.'

const points = (change: Decimal, base: Decimal): Decimal => rounded(change.times(hundred).dividedBy(base))

/** Why nothing can be computed from a sum. */
function faultOf(tally: Tally): string | null {
  if (tally.why !== null) return tally.why
  if (sumOf(tally) === null) return 'No level was printed.'
  if (isRate(tally.measure) || tally.measure === 'INDEX') return 'It is a rate or an index.'
  if (tally.missing > 0) return `${tally.missing} of its ${tally.missing + tally.count} figures have no level.`
  return qualifierOf(tally) === 'EXACT' ? null : 'It is printed as over, under or about a number.'
}

function faultOfWhole(whole: Tally | null): string | null {
  if (whole === null) return noTotal
  const fault = faultOf(whole)
  if (fault !== null) return `Of the total: ${fault}`
  return whole.low.greaterThan(0) ? null : 'The total is zero or less, or may be.'
}

/** Why the figures of a year before are no base; what is not divided by may be zero or less. */
function faultBefore({ before, count }: Tally, divides = true): string | null {
  if (before === null || before.count === 0) return 'There is no figure of a year before.'
  if (before.why !== null) return before.why
  if (before.count < count) return `Of its ${count} figures ${before.count} have one of a year before.`
  if (before.inexact > 0) return 'A year before, it is printed as over, under or about a number.'
  return !divides || before.low.greaterThan(0) ? null : 'A year before, it is nil, zero or less, or may be.'
}
