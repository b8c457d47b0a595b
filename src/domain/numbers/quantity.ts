import { categoryText, total } from '../codes/codes.js'
import type { Observation } from '../observations/observation.js'
import { formatted, periodText } from '../text/citation.js'
import { baseOf, convert } from '../units/unit.js'
import { type Bounds, boundsOf, printedBounds } from './bounds.js'
import { Decimal, divide, type Printed } from './decimal.js'
import { difference, exactly, mapped, outward, product, quotient, rounded, sum } from './interval.js'

/**
 * What is known of a quantity: a number with what its digits allow; where there is no exact number, what still bounds
 * it, and why. Quotients carry all their digits until they are given out.
 */
export interface Quantity {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  /** Why there is no number; null where there is one. */
  readonly why: string | null
  /** Whether a quotient is among what it was computed by. */
  readonly divided: boolean
}

const zero = new Decimal(0)
const hundred = new Decimal(100)

/** Nothing is known, and why. */
export const unknown = (why: string): Quantity => ({ value: null, bounds: null, why, divided: false })

/** A number that nobody had to round. */
export const exact = (value: Decimal): Quantity => ({ value, bounds: exactly(value), why: null, divided: false })

/** A figure's level, in the base unit of its measure; "-" counts as nothing. Null stands for one that there is not: `why`. */
export function quantityOf(figure: Observation | null, why: string): Quantity {
  if (figure === null) return unknown(why)
  if (figure.status === 'NIL') return exact(zero)
  const bounds = (): Bounds | null => boundsOf(figure)
  if (figure.value === null) return unknown(`No level was printed for ${nameOf(figure)}.`)
  if (figure.qualifier !== 'EXACT') return level(null, bounds, `"${formatted(figure, 'EN')}" is no exact number.`)
  return level(convert(figure.value, figure.unit, baseOf(figure.unit)), bounds, null)
}

/** A figure's level as the printed number, whatever its qualifier; what that leaves open is said. */
export function asPrinted(figure: Observation): Quantity {
  const found = quantityOf(figure, '')
  if (figure.value === null) return unknown(figure.status === 'NIL' ? 'It was printed as nothing.' : (found.why ?? ''))
  const value = convert(figure.value, figure.unit, baseOf(figure.unit))
  return level(value, () => found.bounds, found.why)
}

/** A printed percentage, of which its digits leave something open. */
export const quantityOfRate = (rate: Printed): Quantity => level(rate.value, () => printedBounds(rate), null)

/** What figures are called in a reason: "EXPORTS of PRODUCT:SHIPS in 2022", "EXPORTS in 2022". */
export function nameOf({ metric, categories, period }: Pick<Observation, 'metric' | 'categories' | 'period'>): string {
  const parts = categories.filter(({ dimension }) => dimension !== total.dimension).map(categoryText)
  return `${metric}${parts.length > 0 ? ` of ${parts.join(', ')}` : ''} in ${periodText(period, 'EN')}`
}

/** The sum of both. */
export const plus = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.plus(y), sum)

/** The first less the second. */
export const minus = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.minus(y), difference)

/** The product of both. */
export const times = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.times(y), product)

/** The first divided by the second. Nothing is known where that is zero or less, or its digits leave that open. */
export function over(a: Quantity, b: Quantity): Quantity {
  const value = b.value ?? b.bounds?.high ?? null
  if (value !== null && !value.greaterThan(0))
    return unknown(
      a.why ?? b.why ?? (value.isZero() ? 'What it is divided by is zero.' : 'What it is divided by is below zero.'),
    )
  if (b.bounds !== null && !b.bounds.low?.greaterThan(0))
    return unknown(a.why ?? b.why ?? 'What it is divided by may be zero, as far as its digits say.')
  return combined(a, b, divide, quotient, true)
}

/** What a rising function makes of it. */
export const mapMonotonic = (a: Quantity, rising: (end: Decimal) => Decimal): Quantity =>
  level(a.value && rising(a.value), () => a.bounds && mapped(a.bounds, rising), a.why, a.divided)

/** The first in percent of the second. */
export const percentage = (a: Quantity, b: Quantity): Quantity => mapMonotonic(over(a, b), (end) => end.times(hundred))

/** By how many percent the first is more than the second. */
export const growth = (a: Quantity, b: Quantity): Quantity =>
  mapMonotonic(over(a, b), (end) => end.minus(1).times(hundred))

/** As it is given out: quotients with 12 significant digits, their bounds outward in the last of them; all else exact. */
export const roundForOutput = (given: Quantity): Quantity =>
  given.divided
    ? level(given.value && rounded(given.value), () => given.bounds && outward(given.bounds), given.why)
    : given

function combined(
  a: Quantity,
  b: Quantity,
  operation: (x: Decimal, y: Decimal) => Decimal,
  onBounds: (x: Bounds, y: Bounds) => Bounds | null,
  isQuotient = false,
): Quantity {
  return level(
    a.value && b.value && operation(a.value, b.value),
    () => a.bounds && b.bounds && onBounds(a.bounds, b.bounds),
    a.why ?? b.why,
    isQuotient || a.divided || b.divided,
  )
}

const level = (value: Decimal | null, bounds: () => Bounds | null, why: string | null, divided = false): Quantity =>
  new Computed(value, bounds, why, divided)

/**
 * Bounds cost more than numbers, and most are never asked for: they are made when they are. A class, as an object literal
 * with a getter takes a hidden class of its own, which lives until all memory is collected.
 */
class Computed implements Quantity {
  readonly value: Decimal | null
  readonly why: string | null
  readonly divided: boolean
  readonly #make: () => Bounds | null
  #made: Bounds | null | undefined

  constructor(value: Decimal | null, make: () => Bounds | null, why: string | null, divided: boolean) {
    this.value = value
    this.why = why
    this.divided = divided
    this.#make = make
  }

  get bounds(): Bounds | null {
    if (this.#made === undefined) this.#made = this.#make()
    return this.#made
  }
}
