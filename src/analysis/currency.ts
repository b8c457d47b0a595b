import type { Tally } from '../domain/aggregation/tally.js'
import { parseInstant } from '../domain/periods/instant.js'
import { frequencies, ordinalYearBefore, type Period, yearBefore } from '../domain/periods/period.js'
import {
  type CurrencyConverter,
  exchangedTally,
  exchangeRateMetric,
  firstKnownPath,
  pathsBetween,
  quantitiesOfStep,
  type Rate,
  type RatePath,
  type RateStep,
  rateAlong,
} from '../domain/units/exchange-rate.js'
import { baseOf, isCurrency, type Unit } from '../domain/units/unit.js'
import { getOrInsert } from '../lib/memo.js'
import type { Indicator, SeriesRef } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { sameFrequencyFirst } from './figure-context.js'

/** Converts tallies by the stored exchange rates that were known at a time; null is now. */
export class StoredRates implements CurrencyConverter {
  readonly measures: readonly Unit[]
  readonly #view: View
  readonly #to: Unit
  readonly #at: Date | null
  readonly #found = new Map<string, readonly Indicator[]>()
  readonly #rates = new Map<string, Rate>()
  readonly #used = new Set<Indicator>()

  constructor(view: View, unit: Unit, asOf: string | null | undefined) {
    this.#view = view
    this.#to = baseOf(unit)
    this.#at = asOf == null ? null : parseInstant(asOf).at
    const stored = new Set(view.snapshot.codes.metrics.flatMap(({ measures }) => measures))
    this.measures = isCurrency(unit) ? [...stored].filter((each) => isCurrency(each) && each !== this.#to) : []
  }

  async find(ordinals: readonly number[], before: boolean): Promise<void> {
    const years = before ? ordinals.map((ordinal) => ordinalYearBefore({ ordinal })) : []
    const all = [...new Set([...ordinals, ...years])]
    const steps = new Map(
      this.measures.flatMap((from) =>
        this.#paths(from).flatMap((path) => path.steps.map((step) => [step.unit, step] as const)),
      ),
    )
    const wanted = [...steps.values()].flatMap((step) => {
      const quantities = quantitiesOfStep(step, this.#view.snapshot.codes)
      return all.map((ordinal) => ({ step, quantities, ordinal }))
    })
    await Promise.all(
      wanted.map(async ({ step, quantities, ordinal }) => {
        const known = quantities.map((quantity) => this.#view.known.load({ quantity, ordinal, at: this.#at }))
        const all = await Promise.all(known)
        const found =
          all.find((each) => each.some(({ value }) => value !== null)) ?? all.find((each) => each.length > 0)
        this.#found.set(`${step.unit} ${ordinal}`, found ?? [])
      }),
    )
  }

  of(tally: Tally, period: Period): Tally {
    if (!this.measures.includes(tally.measure)) return tally
    return exchangedTally(tally, this.#to, (days) =>
      this.#rate(tally.measure, days === 'before' ? yearBefore(period) : period),
    )
  }

  /** The series of the rates used, those of the longest periods first. */
  get series(): readonly SeriesRef[] {
    const rank = ({ period }: Indicator): number => frequencies.indexOf(period.frequency)
    return distinctSeries([...this.#used].sort((a, b) => rank(a) - rank(b)))
  }

  #paths(from: Unit): readonly RatePath[] {
    return ratePaths(this.#view, from, this.#to)
  }

  #rate(from: Unit, period: Period): Rate {
    return getOrInsert(this.#rates, `${from} ${period.text}`, () => {
      const find = ({ unit }: RateStep): Indicator | null =>
        sameFrequencyFirst(this.#found.get(`${unit} ${period.ordinal}`) ?? [], period.frequency)
      const path = firstKnownPath(this.#paths(from), find)
      const rate = rateAlong(path, { from, to: this.#to, period, asOf: this.#at !== null })
      if (rate.price.value !== null) for (const used of path?.rates ?? []) this.#used.add(used)
      return rate
    })
  }
}

export const ratePaths = ({ snapshot }: View, from: Unit, to: Unit): readonly RatePath[] =>
  pathsBetween(from, to, snapshot.codes.metric(exchangeRateMetric)?.measures ?? [])

export const distinctSeries = (rates: readonly Indicator[]): readonly SeriesRef[] => [
  ...new Map(rates.map(({ series }) => [series.key, series])).values(),
]
