import type { Before, Tally } from '../aggregation/tally.js'
import { categoryText, total } from '../codes/codes.js'
import { type Decimal, divide, zero } from '../numbers/decimal.js'
import { exact, over, type Quantity, quantityOf, times, unknown } from '../numbers/quantity.js'
import type { Observation } from '../observations/observation.js'
import type { Period } from '../periods/period.js'
import type { Reason } from '../reasons.js'
import { rateBetween, type Unit } from './unit.js'

export interface Rate {
  readonly price: Quantity
  readonly divides: boolean
}

export interface CurrencyConverter {
  readonly measures: readonly Unit[]
  /** Loads the rates of periods, given by their ordinals, and of the year before if `before` is set. */
  find(ordinals: readonly number[], before: boolean): Promise<void>
  of(tally: Tally, period: Period): Tally
}

export function ratesBetween(from: Unit, to: Unit): { readonly quantity: string; readonly divides: boolean } | null {
  const between = rateBetween(from, to)
  return between && { quantity: `EXCHANGE_RATE|${categoryText(total)}|${between.unit}`, divides: between.divides }
}

export const exchangeRate = (found: Observation | null, wanted: Omit<Reason<'NO_EXCHANGE_RATE'>, 'code'>): Quantity =>
  found === null ? unknown({ code: 'NO_EXCHANGE_RATE', ...wanted }) : quantityOf(found)

export const exchanged = (level: Quantity, { price, divides }: Rate): Quantity =>
  divides ? over(level, price) : times(level, price)

/** Returns a tally in another currency, with the year before by its own rate; `reason` is set if a rate is missing. */
export function exchangedTally(tally: Tally, to: Unit, rateOf: (days: 'current' | 'before') => Rate): Tally {
  const { count, before } = tally
  if (count === 0) return { ...tally, measure: to }
  return {
    ...tally,
    ...exchangedSum(tally, rateOf('current')),
    measure: to,
    before: before && exchangedBefore(before, rateOf),
  }
}

function exchangedSum(tally: Tally, rate: Rate): Partial<Tally> {
  const reason = faultOf(rate)
  if (reason !== null) return { reason }
  const [low, high] = [endOf(rate, tally.low, 'low'), endOf(rate, tally.high, 'high')]
  return {
    divided: rate.divides,
    sum: by(rate, tally.sum),
    low: by(rate, tally.low, low.at),
    high: by(rate, tally.high, high.at),
    lowInclusive: tally.lowInclusive && (low.inclusive || tally.low.isZero()),
    highInclusive: tally.highInclusive && (high.inclusive || tally.high.isZero()),
    least: tally.least && by(rate, tally.least),
    most: tally.most && by(rate, tally.most),
  }
}

function exchangedBefore(before: Before, rateOf: (days: 'before') => Rate): Before {
  if (before.count === 0 && before.printed === 0) return before
  const rate = rateOf('before')
  const reason = faultOf(rate)
  if (reason !== null) return { ...before, reason }
  const { sum, low, implied } = before
  return { ...before, sum: by(rate, sum), low: by(rate, low, endOf(rate, low, 'low').at), implied: by(rate, implied) }
}

const faultOf = (rate: Rate): Reason | null => exchanged(exact(zero), rate).reason

// The same as `exchanged` for a number and its bounds, without quantities: a table converts several for each cell.
const by = ({ price, divides }: Rate, number: Decimal, at = price.value ?? zero): Decimal =>
  divides ? divide(number, at) : number.times(at)

/** Returns the bound of the rate that makes a number the lowest or the highest in the other currency. */
function endOf({ price, divides }: Rate, number: Decimal, which: 'low' | 'high') {
  const isLow = (number.isNegative() === divides) === (which === 'low')
  const at = isLow ? price.bounds?.low : price.bounds?.high
  const inclusive = isLow ? price.bounds?.lowInclusive : price.bounds?.highInclusive
  return { at: at ?? undefined, inclusive: inclusive === true }
}
