import { qualifierOf, sumOf, type Tally } from '../../domain/aggregation/tally.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import { rounded } from '../../domain/numbers/interval.js'
import { divisorFault } from '../../domain/numbers/quantity.js'
import type { Maybe } from '../../domain/observations/filter.js'
import type { Reason } from '../../domain/reasons.js'
import { isRate } from '../../domain/units/unit.js'
import { refuse } from '../../errors.js'

export const pivotContents = ['VALUE', 'YOY_CHANGE', 'SHARE', 'CONTRIBUTION', 'RANK', 'COUNT'] as const
export type PivotContent = (typeof pivotContents)[number]

/** The argument `measure` is the former name of `content`. */
export interface ContentArgs {
  readonly content?: Maybe<PivotContent>
  readonly measure?: Maybe<PivotContent>
}

export function contentOf({ content, measure }: ContentArgs): PivotContent {
  if (measure == null) return content ?? 'VALUE'
  if (content != null && content !== 'VALUE' && content !== measure)
    refuse(`content is ${content}, and measure, its deprecated name, is ${measure}: give content alone.`)
  return measure
}

export type Computed = Decimal | Reason

export const growthOf = (tally: Tally): Computed =>
  faultOf(tally) ?? faultBefore(tally) ?? growth(tally.sum, tally.before?.sum, tally.before?.sum)

export function shareOf(tally: Tally, whole: Tally | null): Computed {
  const fault = faultOf(tally) ?? faultOfWhole(whole)
  if (fault !== null || whole === null) return fault ?? noTotal
  return rounded(tally.sum.times(100).dividedBy(whole.sum))
}

/**
 * Returns the contribution of a sum to the growth of its total, in percentage points. Both bases are those that printed
 * growth implies, if it was printed for every observation of both; otherwise both are the stored ones.
 */
export function contributionOf(tally: Tally, whole: Tally | null): Computed {
  const fault = faultOf(tally) ?? faultOfWhole(whole)
  if (fault !== null || !whole?.before || !tally.before) return fault ?? noTotal
  const noRate = tally.before.reason ?? whole.before.reason
  if (noRate !== null) return noRate
  const isImplied = [tally, whole].every(({ before, count }) => before?.printed === count)
  if (isImplied) return growth(tally.sum, tally.before.implied, whole.before.implied)
  return faultBefore(tally, false) ?? faultBefore(whole) ?? growth(tally.sum, tally.before.sum, whole.before.sum)
}

const noTotal = { code: 'NO_TOTAL' } as const
const noYearBefore = { code: 'NO_YEAR_BEFORE' } as const

const growth = (sum: Decimal, before: Decimal | undefined, base: Decimal | undefined): Computed =>
  before && base ? rounded(sum.minus(before).times(100).dividedBy(base)) : noYearBefore

function faultOf(tally: Tally): Reason | null {
  const { reason, measure, missing, over, under, about } = tally
  const count = missing + tally.count
  if (reason !== null) return reason
  if (sumOf(tally) === null) return { code: 'NO_LEVEL', observation: null }
  if (isRate(measure) || measure === 'INDEX') return { code: 'RATE_OR_INDEX', metric: null }
  if (missing > 0) return { code: 'LEVELS_INCOMPLETE', missing, count }
  if (qualifierOf(tally) === 'EXACT') return null
  return { code: 'SUM_INEXACT', inexact: over + under + about, count, yearBefore: false }
}

function faultOfWhole(whole: Tally | null): Reason | null {
  if (whole === null) return noTotal
  const reason = faultOf(whole)
  return reason === null ? divisorFault(whole.sum, whole, 'TOTAL') : { code: 'TOTAL_NOT_COMPUTABLE', reason }
}

function faultBefore({ before, count }: Tally, divides = true): Reason | null {
  if (before === null || before.count === 0) return noYearBefore
  if (before.reason !== null) return before.reason
  const { count: known, inexact } = before
  if (known < count) return { code: 'YEAR_BEFORE_INCOMPLETE', known, count }
  if (inexact > 0) return { code: 'SUM_INEXACT', inexact, count, yearBefore: true }
  return divides ? divisorFault(before.sum, before, 'YEAR_BEFORE') : null
}
