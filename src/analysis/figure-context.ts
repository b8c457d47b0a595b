import { type Quantity, quantityOf, unknown } from '../domain/numbers/quantity.js'
import { otherQuantityKey, quantityKey } from '../domain/observations/series-key.js'
import type { Frequency } from '../domain/periods/period.js'
import type { Indicator } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { type Comparison, DerivedValue } from './derived-value.js'
import type { KnownInputs } from './known-inputs.js'

/**
 * Gives access to what was known around an observation at one time. What has not been read counts as not known, and is
 * recorded: results are valid within `compute` of `KnownInputs`.
 */
export class FigureContext {
  readonly inputs: KnownInputs
  readonly observation: Indicator

  constructor(inputs: KnownInputs, observation: Indicator) {
    this.inputs = inputs
    this.observation = observation
  }

  around(observation: Indicator): FigureContext {
    return new FigureContext(this.inputs, observation)
  }

  get view(): View {
    return this.inputs.view
  }

  get at(): Date | null {
    return this.inputs.at
  }

  get quantity(): Quantity {
    return quantityOf(this.observation)
  }

  /** Returns the observation of the same series for another period, or of the same quantity in another frequency. */
  over(ordinal: number): Indicator | null {
    const { key } = this.observation.series
    return this.inputs.ofSeries(key, ordinal) ?? this.find(quantityKey(key), ordinal)
  }

  of(
    other: Parameters<typeof otherQuantityKey>[1],
    ordinal = this.observation.period.ordinal,
    only: Frequency | null = null,
  ): Indicator | null {
    return this.find(otherQuantityKey(this.observation.series.key, other), ordinal, only)
  }

  /** Finds what was known of a quantity for the days of a period, in the same frequency if possible, or `only` in one. */
  find(quantity: string, ordinal: number, only: Frequency | null = null): Indicator | null {
    const found = this.inputs.find(quantity, ordinal)
    if (only !== null) return found.find(({ period }) => period.frequency === only) ?? null
    return sameFrequencyFirst(found, this.observation.period.frequency)
  }

  first(quantities: readonly string[], ordinal: number): Indicator | null {
    const found = quantities.map((quantity) => this.find(quantity, ordinal))
    return found.find((each) => each?.value != null) ?? found.find((each) => each !== null) ?? null
  }

  /** Returns the level of an observation; if there is none, the reason names it by what it differs in from this one. */
  levelOf(found: Indicator | null, wanted: Partial<Pick<Indicator, 'metric' | 'categories' | 'period'>>): Quantity {
    if (found !== null) return quantityOf(found)
    const { observation } = this
    const {
      metric = observation.metric,
      categories = observation.categories, // parsed from the key of its series
      period = observation.period,
    } = wanted
    return unknown({ code: 'NO_INDICATOR', observation: { metric, categories, period }, asOf: this.at !== null })
  }

  get rateOrIndex(): Quantity | null {
    return this.inputs.rateOrIndex(this.observation.series.key)
  }

  derived(quantity: Quantity, comparison: Comparison): DerivedValue {
    return new DerivedValue(quantity, comparison, this.inputs)
  }
}

export const sameFrequencyFirst = (observations: readonly Indicator[], frequency: Frequency): Indicator | null =>
  observations.find(({ period }) => period.frequency === frequency) ?? observations[0] ?? null
