import type { Bounds } from '../numbers/bounds.js'
import { Decimal } from '../numbers/decimal.js'
import { outward, rounded } from '../numbers/interval.js'
import type { ObservationStatus, Qualifier } from '../observations/observation.js'
import type { Unit } from '../units/unit.js'
import type { Part } from './overlap.js'

/** Figures taken together; numbers are in the base unit of one measure, exact but for the quotients of an exchange rate. */
export interface Tally {
  readonly measure: Unit
  /** How many have a level; those that are nil count as 0 and are among them. */
  readonly count: number
  readonly nil: number
  /** How many have none. */
  readonly missing: number
  readonly over: number
  readonly under: number
  readonly about: number
  /** What the office says of all of them; null where that differs. */
  readonly status: ObservationStatus | null
  /** Why there is no number of them, though some have a level: an exchange rate is not known. Null where there is one. */
  readonly why: string | null
  /** Whether a quotient is in the numbers: they are told with 12 digits. */
  readonly divided: boolean
  readonly sum: Decimal
  /** The lower ends of those that have one, added up; and the upper ones. */
  readonly low: Decimal
  readonly high: Decimal
  readonly lowInclusive: boolean
  readonly highInclusive: boolean
  /** The smallest and the largest; null where none has a level. */
  readonly least: Decimal | null
  readonly most: Decimal | null
  /** The same figures a year before, where that was asked for. */
  readonly before: Before | null
  /** What those with a level are figures of. */
  readonly parts: readonly Part[]
}

/** What the figures of a tally were a year before. */
export interface Before {
  /** How many of them had a level; the same of those that also have one now is what can be compared. */
  readonly count: number
  /** How many of those are over, under or about a number. */
  readonly inexact: number
  /** Why there is no number of them. */
  readonly why: string | null
  readonly sum: Decimal
  readonly low: Decimal
  /** Of how many growth was printed, and what that makes of their sum a year before. */
  readonly printed: number
  readonly implied: Decimal
}

/** Tallies of one measure as one; there is at least one. */
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
  why: a.why ?? b.why,
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
  why: a.why ?? b.why,
  sum: a.sum.plus(b.sum),
  low: a.low.plus(b.low),
  printed: a.printed + b.printed,
  implied: a.implied.plus(b.implied),
})

function extreme(a: Decimal | null, b: Decimal | null, of: (a: Decimal, b: Decimal) => Decimal): Decimal | null {
  return a === null || b === null ? (a ?? b) : of(a, b)
}

/** The sum, exact or of 12 digits; null where nothing has a level, and where there is no number of it. */
export function sumOf({ count, why, divided, sum }: Tally): Decimal | null {
  if (count === 0 || why !== null) return null
  return divided ? rounded(sum) : sum
}

/** What the sum lies between: an end is open where a figure's is. Null where there is no sum, and where one is ABOUT. */
export function boundsOfSum({ count, why, divided, over, under, about, ...ends }: Tally): Bounds | null {
  if (count === 0 || why !== null || about > 0) return null
  const bounds = {
    low: under > 0 ? null : ends.low,
    high: over > 0 ? null : ends.high,
    lowInclusive: under === 0 && ends.lowInclusive,
    highInclusive: over === 0 && ends.highInclusive,
  }
  return divided ? outward(bounds) : bounds
}

/** The sum by the count, to 12 significant digits, half away from zero. */
export const averageOf = ({ count, sum }: Tally): Decimal | null => (count === 0 ? null : rounded(sum.dividedBy(count)))

/** How the sum is meant: ABOUT where some figures are over and others under theirs. */
export function qualifierOf({ over, under, about }: Tally): Qualifier {
  if (about > 0 || (over > 0 && under > 0)) return 'ABOUT'
  if (over > 0) return 'OVER'
  return under > 0 ? 'UNDER' : 'EXACT'
}
