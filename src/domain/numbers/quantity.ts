import type { Observation } from '../observations/observation.js'
import type { Reason } from '../reasons.js'
import { baseOf, convert, unitInfo } from '../units/unit.js'
import { type Bounds, boundsOf, mapBounds, printedBounds } from './bounds.js'
import { type CanonicalText, canonical, type Decimal, divide, hundred, type Printed, zero } from './decimal.js'
import { difference, exactly, outward, product, quotient, rounded, sum } from './interval.js'
import { isSurelyPositive, nearGrowth, nearPercentage, nearRounded, type Scaled, scaled } from './near.js'

/**
 * The number with the interval that its printed digits allow. Quotients keep all their digits until `roundForOutput`.
 */
export interface Quantity {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  readonly reason: Reason | null
  readonly divided: boolean
  /** The value as a double, with the error that near.ts allows; only if `value` is not null. */
  readonly near?: number
}

export const unknown = (reason: Reason): Quantity => ({ value: null, bounds: null, reason, divided: false })

export const exact = (value: Decimal): Quantity => ({ value, bounds: exactly(value), reason: null, divided: false })

export function quantityOf(observation: Observation): Quantity {
  if (observation.status === 'NIL') return exact(zero)
  if (observation.qualifier === 'EXACT') {
    const level = scaledLevel(observation)
    if (level !== null) return new Level(observation, level)
  }
  if (observation.value === null) return unknown({ code: 'NO_LEVEL', observation })
  const value = observation.qualifier === 'EXACT' ? inBaseUnit(observation.value, observation) : null
  return new LazyQuantity(
    () => value,
    () => boundsOf(observation),
    value === null ? { code: 'INEXACT', level: observation } : null,
  )
}

const inBaseUnit = (value: Decimal, { unit }: Observation): Decimal => convert(value, unit, baseOf(unit))

function scaledLevel(observation: Observation): Scaled | null {
  if (observation.scaled !== undefined) return observation.scaled
  return observation.value && scaled(inBaseUnit(observation.value, observation))
}

/** Returns the printed number whatever its qualifier; an inexact one has both a value and a reason. */
export function asPrinted(observation: Observation): Quantity {
  const { value, status } = observation
  const found = quantityOf(observation)
  if (value === null) return status === 'NIL' ? unknown({ code: 'NIL' }) : found
  return new LazyQuantity(
    () => inBaseUnit(value, observation),
    () => found.bounds,
    found.reason,
  )
}

export const quantityOfRate = (rate: Printed): Quantity =>
  new LazyQuantity(
    () => rate.value,
    () => printedBounds(rate),
    null,
  )

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
  new LazyQuantity(
    () => a.value && rising(a.value),
    () => a.bounds && mapBounds(a.bounds, rising),
    a.reason,
    a.divided,
  )

export const inPercent = (a: Quantity): Quantity => mapMonotonic(a, (end) => end.times(hundred))

export const percentage = (a: Quantity, b: Quantity): Quantity =>
  nearRatio(a, b, nearPercentage, exactPercentage) ?? exactPercentage(a, b)

export const growth = (a: Quantity, b: Quantity): Quantity =>
  nearRatio(a, b, nearGrowth, exactGrowth) ?? exactGrowth(a, b)

const exactPercentage = (a: Quantity, b: Quantity): Quantity => inPercent(over(a, b))

const exactGrowth = (a: Quantity, b: Quantity): Quantity =>
  mapMonotonic(over(a, b), (end) => end.minus(1).times(hundred))

export const roundForOutput = (a: Quantity): Quantity =>
  a.divided
    ? new LazyQuantity(
        () => a.value && rounded(a.value),
        () => a.bounds && outward(a.bounds),
        a.reason,
      )
    : a

export function outputText(a: Quantity): CanonicalText | null {
  const text = nearRounded(a.near ?? Number.NaN)
  if (text !== null) return text
  const { value } = roundForOutput(a)
  return value && canonical(value)
}

const combined = (
  a: Quantity,
  b: Quantity,
  operation: (x: Decimal, y: Decimal) => Decimal,
  onBounds: (x: Bounds, y: Bounds) => Bounds | null,
  isQuotient = false,
): Quantity =>
  new LazyQuantity(
    () => a.value && b.value && operation(a.value, b.value),
    () => a.bounds && b.bounds && onBounds(a.bounds, b.bounds),
    a.reason ?? b.reason,
    isQuotient || a.divided || b.divided,
  )

/**
 * Computes value and bounds when they are first read: many quantities are only steps to others, and bounds are seldom
 * needed. An object literal with getters would get a hidden class for each instance.
 */
class LazyQuantity implements Quantity {
  readonly reason: Reason | null
  readonly divided: boolean
  readonly #computeValue: () => Decimal | null
  readonly #computeBounds: () => Bounds | null
  #value: Decimal | null | undefined
  #bounds: Bounds | null | undefined

  constructor(value: () => Decimal | null, bounds: () => Bounds | null, reason: Reason | null, divided = false) {
    this.reason = reason
    this.divided = divided
    this.#computeValue = value
    this.#computeBounds = bounds
  }

  get value(): Decimal | null {
    if (this.#value === undefined) this.#value = this.#computeValue()
    return this.#value
  }

  get bounds(): Bounds | null {
    if (this.#bounds === undefined) this.#bounds = this.#computeBounds()
    return this.#bounds
  }
}

class Level implements Quantity {
  readonly reason = null
  readonly divided = false
  readonly scaled: Scaled
  readonly observation: Observation
  #value: Decimal | null = null
  #bounds: Bounds | null = null

  constructor(observation: Observation, scaled: Scaled) {
    this.observation = observation
    this.scaled = scaled
  }

  get value(): Decimal | null {
    const { value } = this.observation
    this.#value ??= value && inBaseUnit(value, this.observation)
    return this.#value
  }

  get bounds(): Bounds | null {
    this.#bounds ??= boundsOf(this.observation)
    return this.#bounds
  }

  get isPositive(): boolean {
    const { decimals, unit } = this.observation
    return isSurelyPositive(this.scaled, decimals === null ? null : decimals - unitInfo(unit).exponent)
  }
}

type Operation<Operand, Result> = (a: Operand, b: Operand) => Result

function nearRatio(
  a: Quantity,
  b: Quantity,
  near: Operation<Scaled, number>,
  exact: Operation<Quantity, Quantity>,
): Quantity | null {
  if (!(a instanceof Level && b instanceof Level && b.isPositive)) return null
  const found = near(a.scaled, b.scaled)
  return Number.isNaN(found) ? null : new NearRatio(found, a.observation, b.observation, exact)
}

class NearRatio implements Quantity {
  readonly near: number
  readonly #a: Observation
  readonly #b: Observation
  readonly #compute: Operation<Quantity, Quantity>
  #exact: Quantity | null = null

  constructor(near: number, a: Observation, b: Observation, compute: Operation<Quantity, Quantity>) {
    this.near = near
    this.#a = a
    this.#b = b
    this.#compute = compute
  }

  get reason(): null {
    return null
  }

  get divided(): boolean {
    return true
  }

  get value(): Decimal | null {
    return this.#quantity.value
  }

  get bounds(): Bounds | null {
    return this.#quantity.bounds
  }

  get #quantity(): Quantity {
    this.#exact ??= this.#compute(quantityOf(this.#a), quantityOf(this.#b))
    return this.#exact
  }
}
