import { type Agreement, type Reported, told, weigh } from '../domain/numbers/agreement.js'
import type { Bounds } from '../domain/numbers/bounds.js'
import type { Decimal } from '../domain/numbers/decimal.js'
import { type Quantity, roundForOutput } from '../domain/numbers/quantity.js'
import { baseOf, convert, shiftBetween, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'

/** A computed number beside the printed one. What is not asked for of it is not computed. */
export interface Derived {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  readonly reported: Decimal | null
  /** What it was computed from, beside the figure itself. */
  readonly base: Indicator | null
  /** The exchange rate of its days, where it was converted. */
  readonly rate: Indicator | null
  agreement(): Agreement | Promise<Agreement>
  /** Why it does not agree, or cannot be computed; null where there is nothing to say. */
  reason(): string | null | Promise<string | null>
}

/** What a computed number is held against, and what is said where they differ. */
export interface Against {
  readonly reported?: Reported | null
  readonly base?: Indicator | null
  readonly rate?: Indicator | null
  /** Every figure that it was computed from, the one that the printed number belongs to first. */
  readonly inputs: readonly (Indicator | null)[]
  /** How it was computed, in words: "Growth from CNY 42.07 trillion in 2022 to CNY 41.76 trillion in 2023, in percent,". */
  readonly how?: () => string
  /** What else helps to understand a difference. */
  readonly also?: () => string
  /** The unit that levels are told in; rates have none. */
  readonly unit?: Unit
  /** Whether the level is the printed number itself, with its qualifier: there is nothing to compare. */
  readonly asPrinted?: boolean
}

/** Tells whether the release of the first figure printed all the others too, be it only again. */
export type PrintedTogether = (figures: readonly (Indicator | null)[]) => Promise<boolean>

/** Levels are in the base unit of their measure, rates in percent or points, unless `in` made another unit of it. */
export class Comparison implements Derived {
  readonly #level: Quantity
  readonly #against: Against
  readonly #together: PrintedTogether
  readonly #scale: (number: Decimal) => Decimal
  #agreement: Agreement | Promise<Agreement> | null = null

  constructor(level: Quantity, against: Against, together: PrintedTogether, scale = (number: Decimal) => number) {
    this.#level = level
    this.#against = against
    this.#together = together
    this.#scale = scale
  }

  get value(): Decimal | null {
    const { value } = roundForOutput(this.#level)
    return value && this.#scale(value)
  }

  get bounds(): Bounds | null {
    const { bounds } = roundForOutput(this.#level)
    return (
      bounds && { ...bounds, low: bounds.low && this.#scale(bounds.low), high: bounds.high && this.#scale(bounds.high) }
    )
  }

  get reported(): Decimal | null {
    const { reported } = this.#against
    return reported ? this.#scale(reported.value) : null
  }

  get base(): Indicator | null {
    return this.#against.base ?? null
  }

  get rate(): Indicator | null {
    return this.#against.rate ?? null
  }

  /** In another unit of its measure; UNIT_MISMATCH for another measure. */
  in(from: Unit, to: Unit): Comparison {
    if (shiftBetween(from, to) === 0) return this
    return new Comparison(this.#level, this.#against, this.#together, (number) => convert(number, from, to))
  }

  /** What was printed of one release disagrees; of several, something was revised. */
  agreement(): Agreement | Promise<Agreement> {
    this.#agreement ??= this.#weighed()
    return this.#agreement
  }

  #weighed(): Agreement | Promise<Agreement> {
    if (this.#against.asPrinted) return this.#level.value === null ? 'NOT_REPORTED' : 'AGREES'
    const found = weigh(this.#level, this.#against.reported ?? null)
    if (found !== 'APART') return found
    return this.#together(this.#against.inputs).then((together) => (together ? 'DISAGREES' : 'BASE_REVISED'))
  }

  async reason(): Promise<string | null> {
    const agreement = await this.agreement()
    const { reported, how, also, unit } = this.#against
    if (this.#against.asPrinted || agreement === 'NOT_COMPUTABLE') return this.#level.why
    if (!reported || agreement === 'AGREES') return null
    const numbers = told(this.#level, reported, (value) => (unit ? convert(value, baseOf(unit), unit) : value))
    const said = `${how?.() ?? 'Computed, it'} is ${numbers}${unit ? ` ${unit}` : ''}.`
    if (agreement === 'ROUNDING') return `${said} The rounding of the printed numbers explains the difference.`
    if (agreement === 'DISAGREES')
      return `${said} No rounding explains the difference, and one release printed all of it.`
    return `${said}${also ? ` ${also()}` : ''} What it is computed from was printed by several releases: it has been revised since, or is measured otherwise.`
  }
}
