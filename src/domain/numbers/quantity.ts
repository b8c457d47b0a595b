import type { Observation } from '../observations/observation.js'
import type { Reason } from '../reasons.js'
import { baseOf, convert } from '../units/unit.js'
import { type Bounds, boundsOf, mapBounds, printedBounds } from './bounds.js'
import { type Decimal, divide, hundred, type Printed, zero } from './decimal.js'
import { difference, exactly, outward, product, quotient, rounded, sum } from './interval.js'

/**
 * The number with the interval that its printed digits allow. Quotients keep all their digits until `roundForOutput`.
 */
export interface Quantity {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  readonly reason: Reason | null
  readonly divided: boolean
}

export const unknown = (reason: Reason): Quantity => ({ value: null, bounds: null, reason, divided: false })

export const exact = (value: Decimal): Quantity => ({ value, bounds: exactly(value), reason: null, divided: false })

export function quantityOf(observation: Observation): Quantity {
  if (observation.status === 'NIL') return exact(zero)
  if (observation.value === null) return unknown({ code: 'NO_LEVEL', observation })
  const bounds = (): Bounds | null => boundsOf(observation)
  if (observation.qualifier !== 'EXACT') return new LazyQuantity(null, bounds, { code: 'INEXACT', level: observation })
  return new LazyQuantity(convert(observation.value, observation.unit, baseOf(observation.unit)), bounds, null)
}

/** Returns the printed number whatever its qualifier; an inexact one has both a value and a reason. */
export function asPrinted(observation: Observation): Quantity {
  const { value, status, unit } = observation
  const found = quantityOf(observation)
  if (value === null) return status === 'NIL' ? unknown({ code: 'NIL' }) : found
  return new LazyQuantity(convert(value, unit, baseOf(unit)), () => found.bounds, found.reason)
}

export const quantityOfRate = (rate: Printed): Quantity => new LazyQuantity(rate.value, () => printedBounds(rate), null)

export const plus = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.plus(y), sum)
export const minus = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.minus(y), difference)
export const times = (a: Quantity, b: Quantity): Quantity => combined(a, b, (x, y) => x.times(y), product)

export function over(a: Quantity, b: Quantity): Quantity {
  const fault = divisorFault(b.value ?? b.bounds?.high ?? null, b.bounds, 'BASE')
  if (fault !== null) return unknown(a.reason ?? b.reason ?? fault)
  return combined(a, b, divide, quotient, true)
}

export function divisorFault(
  value: Decimal | null,
  bounds: Pick<Bounds, 'low'> | null,
  divisor: Reason<'DIVISOR_NOT_POSITIVE'>['divisor'],
): Reason | null {
  if (value !== null && !value.greaterThan(0))
    return { code: 'DIVISOR_NOT_POSITIVE', divisor, sign: value.isZero() ? 'ZERO' : 'NEGATIVE' }
  if (bounds === null || bounds.low?.greaterThan(0)) return null
  return { code: 'DIVISOR_NOT_POSITIVE', divisor, sign: 'UNCERTAIN' }
}

export const mapMonotonic = (a: Quantity, rising: (end: Decimal) => Decimal): Quantity =>
  new LazyQuantity(a.value && rising(a.value), () => a.bounds && mapBounds(a.bounds, rising), a.reason, a.divided)

export const inPercent = (a: Quantity): Quantity => mapMonotonic(a, (end) => end.times(hundred))

export const percentage = (a: Quantity, b: Quantity): Quantity => inPercent(over(a, b))

export const growth = (a: Quantity, b: Quantity): Quantity =>
  mapMonotonic(over(a, b), (end) => end.minus(1).times(hundred))

export const roundForOutput = (a: Quantity): Quantity =>
  a.divided ? new LazyQuantity(a.value && rounded(a.value), () => a.bounds && outward(a.bounds), a.reason) : a

const combined = (
  a: Quantity,
  b: Quantity,
  operation: (x: Decimal, y: Decimal) => Decimal,
  onBounds: (x: Bounds, y: Bounds) => Bounds | null,
  isQuotient = false,
): Quantity =>
  new LazyQuantity(
    a.value && b.value && operation(a.value, b.value),
    () => a.bounds && b.bounds && onBounds(a.bounds, b.bounds),
    a.reason ?? b.reason,
    isQuotient || a.divided || b.divided,
  )

/**
 * Computes bounds when they are first read: they cost more than the value and are seldom needed. An object literal with
 * a getter would get a hidden class for each instance.
 */
class LazyQuantity implements Quantity {
  readonly value: Decimal | null
  readonly reason: Reason | null
  readonly divided: boolean
  readonly #compute: () => Bounds | null
  #bounds: Bounds | null | undefined

  constructor(value: Decimal | null, bounds: () => Bounds | null, reason: Reason | null, divided = false) {
    this.value = value
    this.reason = reason
    this.divided = divided
    this.#compute = bounds
  }

  get bounds(): Bounds | null {
    if (this.#bounds === undefined) this.#bounds = this.#compute()
    return this.#bounds
  }
}
