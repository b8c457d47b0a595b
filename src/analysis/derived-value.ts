import { type Agreement, compareWithPrinted, type Reported } from '../domain/numbers/agreement.js'
import { type Bounds, mapBounds } from '../domain/numbers/bounds.js'
import type { Decimal } from '../domain/numbers/decimal.js'
import { type Quantity, roundForOutput } from '../domain/numbers/quantity.js'
import type { Computation, Reason } from '../domain/reasons.js'
import type { KnownPath } from '../domain/units/exchange-rate.js'
import { convert, shiftBetween, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'

interface Comparison {
  readonly reported?: Reported | null
  readonly base?: Indicator | null
  readonly paths?: readonly (KnownPath<Indicator> | null)[]
  /** The observation with the printed number, then all others that contributed. */
  readonly inputs: readonly (Indicator | null)[]
  readonly computation?: Computation | null
  readonly impliedBase?: (() => Quantity) | null
  readonly unit?: Unit | undefined
  readonly isPrinted?: boolean
}

type PrintedTogether = (observations: readonly (Indicator | null)[]) => Promise<boolean>

/** The computed value beside the printed one; bounds, agreement and reason are computed when they are read. */
export class DerivedValue {
  readonly #quantity: Quantity
  readonly #comparison: Comparison
  readonly #printedTogether: PrintedTogether
  readonly #scale: (number: Decimal) => Decimal
  #agreement: Agreement | Promise<Agreement> | null = null

  /** The quantity is in a base unit, in percent or in percentage points; `scale` converts it for output. */
  constructor(
    quantity: Quantity,
    comparison: Comparison,
    printedTogether: PrintedTogether,
    scale = (number: Decimal) => number,
  ) {
    this.#quantity = quantity
    this.#comparison = comparison
    this.#printedTogether = printedTogether
    this.#scale = scale
  }

  get value(): Decimal | null {
    const { value } = roundForOutput(this.#quantity)
    return value && this.#scale(value)
  }

  get bounds(): Bounds | null {
    const { bounds } = roundForOutput(this.#quantity)
    return bounds && mapBounds(bounds, this.#scale)
  }

  get reported(): Decimal | null {
    const { reported } = this.#comparison
    return reported ? this.#scale(reported.value) : null
  }

  get base(): Indicator | null {
    return this.#comparison.base ?? null
  }

  get rates(): readonly Indicator[] {
    return [...new Set(this.#comparison.paths?.flatMap((path) => path?.rates ?? []))]
  }

  get through(): Unit | null {
    return this.#comparison.paths?.find((path) => path?.through)?.through ?? null
  }

  in(from: Unit, to: Unit): DerivedValue {
    if (shiftBetween(from, to) === 0) return this
    return new DerivedValue(this.#quantity, this.#comparison, this.#printedTogether, (number) =>
      convert(number, from, to),
    )
  }

  agreement(): Agreement | Promise<Agreement> {
    this.#agreement ??= this.#compare()
    return this.#agreement
  }

  #compare(): Agreement | Promise<Agreement> {
    const { reported, inputs, isPrinted } = this.#comparison
    if (isPrinted) return this.#quantity.value === null ? 'NOT_REPORTED' : 'AGREES'
    const found = compareWithPrinted(this.#quantity, reported ?? null)
    if (found !== 'DIFFERS') return found
    return this.#printedTogether(inputs).then((together) => (together ? 'DISAGREES' : 'BASE_REVISED'))
  }

  async reason(): Promise<Reason | null> {
    const agreement = await this.agreement()
    const { reported, computation, impliedBase, base, unit = 'PERCENT', isPrinted } = this.#comparison
    if (isPrinted || agreement === 'NOT_COMPUTABLE') return this.#quantity.reason
    if (agreement === 'AGREES' || agreement === 'NOT_REPORTED') return null
    const { value, bounds } = roundForOutput(this.#quantity)
    if (!reported || !computation || value === null) throw new Error('a comparison lacks its operands')
    const difference = { computation, value, bounds, reported, unit }
    if (agreement !== 'BASE_REVISED') return { code: agreement, ...difference }
    const implied = impliedBase?.().bounds
    return { code: agreement, ...difference, impliedBase: implied && base ? { ...implied, unit: base.unit } : null }
  }
}
