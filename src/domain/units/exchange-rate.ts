import { memoizeByObject } from '../../lib/memo.js'
import { type Before, copyOf, type Tally } from '../aggregation/tally.js'
import { type CodeLists, categoryText, total } from '../codes/codes.js'
import { exchangeRates } from '../codes/dataset.js'
import { type Decimal, divide, zero } from '../numbers/decimal.js'
import { exact, over, type Quantity, quantityOf, times, unknown } from '../numbers/quantity.js'
import type { Observation } from '../observations/observation.js'
import type { Period } from '../periods/period.js'
import type { Reason } from '../reasons.js'
import { currenciesOf, type Unit } from './unit.js'

export interface Rate {
  readonly price: Quantity
  readonly divides: boolean
}

export interface CurrencyConverter {
  readonly measures: readonly Unit[]
  find(ordinals: readonly number[], before: boolean): Promise<void>
  of(tally: Tally, period: Period): Tally
}

export interface RateStep {
  readonly unit: Unit
  readonly divides: boolean
}

export interface RatePath {
  readonly through: Unit | null
  readonly steps: readonly RateStep[]
}

export const exchangeRateMetric = 'EXCHANGE_RATE'

export const quantitiesOfStep = ({ unit }: RateStep, codes: CodeLists): readonly string[] =>
  rateSources(codes).map((dataset) => `${dataset}|${exchangeRateMetric}|${categoryText(total)}|${unit}`)

// One order for all figures, so that they have the same rates.
const rateSources = memoizeByObject((codes: CodeLists): readonly string[] => {
  const holding = codes.datasets.filter((each) =>
    codes.contentsOf(each).metrics.some(({ code }) => code === exchangeRateMetric),
  )
  return [...new Set([exchangeRates, ...holding.map(({ code }) => code)])]
})

/**
 * Returns the paths between two currencies over rates that a store has, in order of preference: the price of the second
 * in the first, the inverse, and those through one common currency, USD before others.
 */
export function pathsBetween(from: Unit, to: Unit, rates: readonly Unit[]): readonly RatePath[] {
  const known = new Set<string>(rates)
  const stepsBetween = (a: string, b: string): RateStep[] =>
    [
      { unit: `${a}_PER_${b}` as Unit, divides: true },
      { unit: `${b}_PER_${a}` as Unit, divides: false },
    ].filter(({ unit }) => known.has(unit))
  const direct = stepsBetween(from, to).map((step) => ({ through: null, steps: [step] }))
  const common = new Set(['USD', ...rates.flatMap(currenciesOf)])
  const indirect = [...common]
    .filter((through) => through !== from && through !== to)
    .flatMap((through) =>
      stepsBetween(from, through).flatMap((first) =>
        stepsBetween(through, to).map((second) => ({ through: through as Unit, steps: [first, second] })),
      ),
    )
  return [...direct, ...indirect]
}

export interface KnownPath<T> extends RatePath {
  readonly rates: readonly T[]
}

/** Returns the first path of which `find` knows every step: one of exact rates if possible, else one with rates. */
export function firstKnownPath<T extends Observation>(
  paths: readonly RatePath[],
  find: (step: RateStep) => T | null,
): KnownPath<T> | null {
  const known = paths.flatMap((path): KnownPath<T>[] => {
    const rates = path.steps.map(find).filter((each) => each !== null)
    return rates.length === path.steps.length ? [{ ...path, rates }] : []
  })
  const isExact = ({ qualifier, value }: T): boolean => value !== null && qualifier === 'EXACT'
  const of = (suits: (rate: T) => boolean) => known.find(({ rates }) => rates.every(suits))
  return of(isExact) ?? of(({ value }) => value !== null) ?? known[0] ?? null
}

export function rateAlong(path: KnownPath<Observation> | null, wanted: Omit<Reason<'NO_EXCHANGE_RATE'>, 'code'>): Rate {
  const [first, second] = (path?.rates ?? []).map((observation, at) => ({
    price: quantityOf(observation),
    divides: path?.steps[at]?.divides ?? true,
  }))
  if (first === undefined) return { price: unknown({ code: 'NO_EXCHANGE_RATE', ...wanted }), divides: true }
  return second === undefined ? first : inTurn(first, second)
}

function inTurn(a: Rate, b: Rate): Rate {
  if (a.divides === b.divides) return { price: times(a.price, b.price), divides: a.divides }
  return { price: a.divides ? over(b.price, a.price) : over(a.price, b.price), divides: false }
}

export const exchanged = (level: Quantity, { price, divides }: Rate): Quantity =>
  divides ? over(level, price) : times(level, price)

export function exchangedTally(tally: Tally, to: Unit, rateOf: (days: 'current' | 'before') => Rate): Tally {
  const { count, before } = tally
  const own = copyOf(tally)
  if (count === 0) return { ...own, measure: to }
  return {
    ...own,
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
    divided: rate.divides || rate.price.divided,
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

function endOf({ price, divides }: Rate, number: Decimal, which: 'low' | 'high') {
  const isLow = (number.isNegative() === divides) === (which === 'low')
  const at = isLow ? price.bounds?.low : price.bounds?.high
  const inclusive = isLow ? price.bounds?.lowInclusive : price.bounds?.highInclusive
  return { at: at ?? undefined, inclusive: inclusive === true }
}
