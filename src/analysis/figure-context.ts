import { type Quantity, quantityOf, unknown } from '../domain/numbers/quantity.js'
import { otherQuantityKey, quantityKey } from '../domain/observations/series-key.js'
import type { Frequency } from '../domain/periods/period.js'
import { baseOf, isRate } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { DerivedValue } from './derived-value.js'

type ReadObservations = ReadonlyMap<string, ReadonlyMap<number, Indicator>>

/** Gives access to what was known around an observation at one time. */
export class FigureContext {
  readonly view: View
  readonly observation: Indicator
  readonly at: Date | null
  readonly #read: ReadObservations | null

  constructor(view: View, observation: Indicator, at: Date | null, read: ReadObservations | null = null) {
    this.view = view
    this.observation = observation
    this.at = at
    this.#read = read
  }

  around(observation: Indicator): FigureContext {
    return new FigureContext(this.view, observation, this.at, this.#read)
  }

  get quantity(): Quantity {
    return quantityOf(this.observation)
  }

  /** Returns the observation of the same series for another period, or of the same quantity in another frequency. */
  over(ordinal: number): Promise<Indicator | null> | Indicator {
    const { key } = this.observation.series
    return this.#read?.get(key)?.get(ordinal) ?? this.find(quantityKey(key), ordinal)
  }

  of(
    other: Parameters<typeof otherQuantityKey>[1],
    ordinal = this.observation.period.ordinal,
    only: Frequency | null = null,
  ): Promise<Indicator | null> {
    return this.find(otherQuantityKey(this.observation.series.key, other), ordinal, only)
  }

  /** Loads what was known of a quantity for the days of a period, in the same frequency if possible, or `only` in one. */
  async find(quantity: string, ordinal: number, only: Frequency | null = null): Promise<Indicator | null> {
    const found = await this.view.known.load({ quantity, ordinal, at: this.at })
    if (this.view.pace.due()) await this.view.pace.rest()
    if (only !== null) return found.find(({ period }) => period.frequency === only) ?? null
    return sameFrequencyFirst(found, this.observation.period.frequency)
  }

  /** Finds the first of several quantities that has a level, or that was known, as `find` does for one. */
  async first(quantities: readonly string[], ordinal: number): Promise<Indicator | null> {
    const found = await Promise.all(quantities.map((quantity) => this.find(quantity, ordinal)))
    return found.find((each) => each?.value != null) ?? found.find((each) => each !== null) ?? null
  }

  /** Returns the level of an observation; if there is none, the reason names it by what it differs in from this one. */
  levelOf(found: Indicator | null, wanted: Partial<Pick<Indicator, 'metric' | 'categories' | 'period'>>): Quantity {
    if (found !== null) return quantityOf(found)
    const { metric, categories, period } = this.observation
    return unknown({
      code: 'NO_INDICATOR',
      observation: { metric, categories, period, ...wanted },
      asOf: this.at !== null,
    })
  }

  get rateOrIndex(): Quantity | null {
    const { metric, unit } = this.observation
    const isRatio = this.view.snapshot.codes.metric(metric)?.additivity === 'RATIO'
    return isRatio || isRate(unit) || baseOf(unit) === 'INDEX' ? unknown({ code: 'RATE_OR_INDEX', metric }) : null
  }

  derived(quantity: Quantity, comparison: ConstructorParameters<typeof DerivedValue>[1]): DerivedValue {
    return new DerivedValue(quantity, comparison, (observations) => this.#printedTogether(observations))
  }

  async #printedTogether([first, ...others]: readonly (Indicator | null)[]): Promise<boolean> {
    const code = first?.release.code
    const printed = others.map(async (other) => {
      if (other === null || other.release.code === code) return true
      const confirmed = await this.view.confirmedBy(other)
      if (this.view.pace.due()) await this.view.pace.rest()
      return confirmed.some((release) => release.code === code)
    })
    return (await Promise.all(printed)).every((each) => each)
  }
}

export const sameFrequencyFirst = (observations: readonly Indicator[], frequency: Frequency): Indicator | null =>
  observations.find(({ period }) => period.frequency === frequency) ?? observations[0] ?? null
