import { type Agreement, compareWithPrinted, type Reported } from '../domain/numbers/agreement.js'
import { type Bounds, mapBounds } from '../domain/numbers/bounds.js'
import { type CanonicalText, canonical, type Decimal } from '../domain/numbers/decimal.js'
import { outputText, type Quantity, roundForOutput } from '../domain/numbers/quantity.js'
import type { Computation, Reason } from '../domain/reasons.js'
import type { KnownPath } from '../domain/units/exchange-rate.js'
import { convert, shiftBetween, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'

export interface Comparison {
  readonly observation: Indicator | null
  readonly reported?: Reported | null
  readonly base?: Indicator | null
  readonly paths?: readonly (KnownPath<Indicator> | null)[]
  /** The observation with the printed number, then all others that contributed: by default `observation` and `base`. */
  readonly inputs?: readonly (Indicator | null)[]
  readonly computation?: ((base: Indicator, observation: Indicator) => Computation | null) | null
  readonly impliedBase?: ((observation: Indicator, printed: Reported) => Quantity) | null
  readonly unit?: Unit | undefined
  readonly isPrinted?: boolean
}

interface Releases {
  printedTogether(observations: readonly (Indicator | null)[]): boolean | Promise<boolean>
}

const noRates: readonly Indicator[] = []

/** The computed value beside the printed one; bounds, agreement and reason are computed when they are read. */
export class DerivedValue {
  readonly #quantity: Quantity
  readonly #comparison: Comparison
  readonly #releases: Releases | null
  readonly #scale: ((number: Decimal) => Decimal) | null
  #agreement: Agreement | Promise<Agreement> | null = null

  /**
   * The quantity is in a base unit, in percent or in percentage points; `scale` converts it for output. The releases are
   * needed for values that may differ from a printed number.
   */
  constructor(
    quantity: Quantity,
    comparison: Comparison,
    releases: Releases | null = null,
    scale: ((number: Decimal) => Decimal) | null = null,
  ) {
    this.#quantity = quantity
    this.#comparison = comparison
    this.#releases = releases
    this.#scale = scale
  }

  get value(): CanonicalText | null {
    if (this.#scale === null) return outputText(this.#quantity)
    const { value } = roundForOutput(this.#quantity)
    return value && canonical(this.#scale(value))
  }

  get bounds(): Bounds | null {
    const { bounds } = roundForOutput(this.#quantity)
    return bounds && this.#scale ? mapBounds(bounds, this.#scale) : bounds
  }

  get reported(): CanonicalText | null {
    const { reported } = this.#comparison
    if (!reported) return null
    if (this.#scale === null) return reported.canonical ?? canonical(reported.value)
    return canonical(this.#scale(reported.value))
  }

  get base(): Indicator | null {
    return this.#comparison.base ?? null
  }

  get rates(): readonly Indicator[] {
    const { paths } = this.#comparison
    return paths === undefined ? noRates : [...new Set(paths.flatMap((path) => path?.rates ?? noRates))]
  }

  get through(): Unit | null {
    return this.#comparison.paths?.find((path) => path?.through)?.through ?? null
  }

  in(from: Unit, to: Unit): DerivedValue {
    if (from === to || shiftBetween(from, to) === 0) return this
    return new DerivedValue(this.#quantity, this.#comparison, this.#releases, (number) => convert(number, from, to))
  }

  agreement(): Agreement | Promise<Agreement> {
    this.#agreement ??= this.#compare()
    return this.#agreement
  }

  #compare(): Agreement | Promise<Agreement> {
    const { reported, isPrinted, observation, base = null, inputs = [observation, base] } = this.#comparison
    if (isPrinted) return this.#quantity.value === null ? 'NOT_REPORTED' : 'AGREES'
    const found = compareWithPrinted(this.#quantity, reported ?? null)
    if (found !== 'DIFFERS') return found
    const agreementIf = (together: boolean): Agreement => (together ? 'DISAGREES' : 'BASE_REVISED')
    const together = this.#releases?.printedTogether(inputs) ?? true
    return together instanceof Promise ? together.then(agreementIf) : agreementIf(together)
  }

  async reason(): Promise<Reason | null> {
    const agreement = await this.agreement()
    const { observation, reported, base, unit = 'PERCENT', isPrinted, ...comparison } = this.#comparison
    if (isPrinted || agreement === 'NOT_COMPUTABLE') return this.#quantity.reason
    if (agreement === 'AGREES' || agreement === 'NOT_REPORTED') return null
    const { value, bounds } = roundForOutput(this.#quantity)
    const computation = observation && comparison.computation?.(base ?? observation, observation)
    if (!reported || !computation || value === null) throw new Error('a comparison lacks its operands')
    const difference = { computation, value, bounds, reported, unit }
    if (agreement !== 'BASE_REVISED') return { code: agreement, ...difference }
    const implied = comparison.impliedBase?.(observation, reported).bounds
    return { code: agreement, ...difference, impliedBase: implied && base ? { ...implied, unit: base.unit } : null }
  }
}
