import type { Before, Tally } from '../aggregation/tally.js'
import { Decimal, divide } from '../numbers/decimal.js'
import { exact, over, type Quantity, times } from '../numbers/quantity.js'
import type { Period } from '../periods/period.js'
import { rateBetween, type Unit } from './unit.js'

/** The exchange rate of some days. */
export interface Rate {
  readonly price: Quantity
  /** Whether it divides what is given in the other currency, or multiplies it. */
  readonly divides: boolean
}

/** Converts tallies to one currency, by the exchange rates of their own days. */
export interface CurrencyConverter {
  /** The measures that it converts. */
  readonly measures: readonly Unit[]
  /** Finds the rates of periods, given by their ordinals, and of the same a year before where asked. */
  find(ordinals: readonly number[], before: boolean): Promise<void>
  /** The tally of a period, converted; unchanged where its measure is not one of `measures`. */
  of(tally: Tally, period: Period): Tally
}

/** What the exchange rates between two currencies are figures of, and how these are used; null where there are none. */
export function ratesBetween(from: Unit, to: Unit): { readonly quantity: string; readonly divides: boolean } | null {
  const between = rateBetween(from, to)
  return between && { quantity: `EXCHANGE_RATE|TOTAL:ALL|${between.unit}`, divides: between.divides }
}

/** What a rate is called where there is none. */
export const rateName = (from: Unit, to: Unit, days: string): string =>
  `EXCHANGE_RATE between ${from} and ${to} over the days of ${days}`

/** A level in the other currency. */
export const exchanged = (level: Quantity, { price, divides }: Rate): Quantity =>
  divides ? over(level, price) : times(level, price)

/**
 * Figures of the same days in another currency, and those of a year before by the rate of theirs. Without a rate there
 * is no number of them, and `why`.
 */
export function exchangedTally(tally: Tally, to: Unit, rateOf: (days: 'own' | 'before') => Rate): Tally {
  const { count, before } = tally
  if (count === 0) return { ...tally, measure: to }
  return {
    ...tally,
    ...exchangedSum(tally, rateOf('own')),
    measure: to,
    before: before && exchangedBefore(before, rateOf),
  }
}

function exchangedSum(tally: Tally, rate: Rate): Partial<Tally> {
  const why = whyNot(rate)
  if (why !== null) return { why }
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
  const why = whyNot(rate)
  if (why !== null) return { ...before, why }
  const { sum, low, implied } = before
  return { ...before, sum: by(rate, sum), low: by(rate, low, endOf(rate, low, 'low').at), implied: by(rate, implied) }
}

const zero = new Decimal(0)

/** Why a rate is of no use, as it would be of any level. */
const whyNot = (rate: Rate): string | null => exchanged(exact(zero), rate).why

// What `exchanged` makes of a number and of its bounds. Each cell of a table has some, so they are made without levels.
const by = ({ price, divides }: Rate, number: Decimal, at = price.value ?? zero): Decimal =>
  divides ? divide(number, at) : number.times(at)

/** The end of the rate at which a number is the lowest, or the highest, in the other currency. */
function endOf({ price, divides }: Rate, number: Decimal, which: 'low' | 'high') {
  const isLow = (number.isNegative() === divides) === (which === 'low')
  const at = isLow ? price.bounds?.low : price.bounds?.high
  const inclusive = isLow ? price.bounds?.lowInclusive : price.bounds?.highInclusive
  return { at: at ?? undefined, inclusive: inclusive === true }
}
