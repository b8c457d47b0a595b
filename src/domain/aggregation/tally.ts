import type { Bounds } from '../numbers/bounds.js'
import { Decimal } from '../numbers/decimal.js'
import { outward, rounded } from '../numbers/interval.js'
import type { Scaled } from '../numbers/near.js'
import type { ObservationStatus, Qualifier } from '../observations/observation.js'
import type { Reason } from '../reasons.js'
import type { Unit } from '../units/unit.js'
import type { Part } from './overlap.js'

/**
 * The aggregate of observations of one measure, in its base unit. Sums are exact unless `divided` is set. The properties
 * may be computed on access, so that they are not copied by `...`: see `copyOf`.
 */
export interface Tally {
  readonly measure: Unit
  readonly count: number
  readonly nil: number
  readonly missing: number
  readonly over: number
  readonly under: number
  readonly about: number
  readonly status: ObservationStatus | null
  readonly reason: Reason | null
  readonly divided: boolean
  readonly sum: Decimal
  readonly scaled?: Scaled | null
  readonly low: Decimal
  readonly high: Decimal
  readonly lowInclusive: boolean
  readonly highInclusive: boolean
  readonly least: Decimal | null
  readonly most: Decimal | null
  readonly before: Before | null
  readonly parts: readonly Part[]
}

export interface Before {
  readonly count: number
  readonly inexact: number
  readonly reason: Reason | null
  readonly sum: Decimal
  readonly low: Decimal
  readonly printed: number
  readonly implied: Decimal
}

export const copyOf = (tally: Tally): Tally => ({
  measure: tally.measure,
  count: tally.count,
  nil: tally.nil,
  missing: tally.missing,
  over: tally.over,
  under: tally.under,
  about: tally.about,
  status: tally.status,
  reason: tally.reason,
  divided: tally.divided,
  sum: tally.sum,
  low: tally.low,
  high: tally.high,
  lowInclusive: tally.lowInclusive,
  highInclusive: tally.highInclusive,
  least: tally.least,
  most: tally.most,
  before: tally.before,
  parts: tally.parts,
})

export function merged(tallies: readonly Tally[]): Tally {
  const [only] = tallies
  if (only !== undefined && tallies.length === 1) return only
  return { ...tallies.reduce(mergedNumbers), parts: tallies.flatMap(({ parts }) => parts) }
}

const mergedNumbers = (a: Tally, b: Tally): Tally => ({
  measure: a.measure,
  count: a.count + b.count,
  nil: a.nil + b.nil,
  missing: a.missing + b.missing,
  over: a.over + b.over,
  under: a.under + b.under,
  about: a.about + b.about,
  status: a.status === b.status ? a.status : null,
  reason: a.reason ?? b.reason,
  divided: a.divided || b.divided,
  sum: a.sum.plus(b.sum),
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
  lowInclusive: a.lowInclusive && b.lowInclusive,
  highInclusive: a.highInclusive && b.highInclusive,
  least: extreme(a.least, b.least, (x, y) => Decimal.min(x, y)),
  most: extreme(a.most, b.most, (x, y) => Decimal.max(x, y)),
  before: a.before && b.before && mergedBefore(a.before, b.before),
  parts: a.parts,
})

const mergedBefore = (a: Before, b: Before): Before => ({
  count: a.count + b.count,
  inexact: a.inexact + b.inexact,
  reason: a.reason ?? b.reason,
  sum: a.sum.plus(b.sum),
  low: a.low.plus(b.low),
  printed: a.printed + b.printed,
  implied: a.implied.plus(b.implied),
})

function extreme(a: Decimal | null, b: Decimal | null, of: (a: Decimal, b: Decimal) => Decimal): Decimal | null {
  return a === null || b === null ? (a ?? b) : of(a, b)
}

export function sumOf({ count, reason, divided, sum }: Tally): Decimal | null {
  if (count === 0 || reason !== null) return null
  return divided ? rounded(sum) : sum
}

export const leastOf = (tally: Tally): Decimal | null => levelOf(tally, tally.least)

export const mostOf = (tally: Tally): Decimal | null => levelOf(tally, tally.most)

const levelOf = ({ reason, divided }: Tally, level: Decimal | null): Decimal | null =>
  reason !== null ? null : divided && level !== null ? rounded(level) : level

/** Returns the bounds of the sum, open where a term is OVER or UNDER; null without a sum and if a term is ABOUT. */
export function boundsOfSum(tally: Tally): Bounds | null {
  const { count, reason, divided, over, under, about } = tally
  if (count === 0 || reason !== null || about > 0) return null
  const bounds = {
    low: under > 0 ? null : tally.low,
    high: over > 0 ? null : tally.high,
    lowInclusive: under === 0 && tally.lowInclusive,
    highInclusive: over === 0 && tally.highInclusive,
  }
  return divided ? outward(bounds) : bounds
}

export const averageOf = ({ count, reason, sum }: Tally): Decimal | null =>
  count === 0 || reason !== null ? null : rounded(sum.dividedBy(count))

export function qualifierOf({ over, under, about }: Tally): Qualifier {
  if (about > 0 || (over > 0 && under > 0)) return 'ABOUT'
  if (over > 0) return 'OVER'
  return under > 0 ? 'UNDER' : 'EXACT'
}
