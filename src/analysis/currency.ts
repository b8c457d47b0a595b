import type { Tally } from '../domain/aggregation/tally.js'
import { parseInstant } from '../domain/periods/instant.js'
import { frequencies, ordinalYearBefore, type Period, yearBefore } from '../domain/periods/period.js'
import {
  type CurrencyConverter,
  exchangedTally,
  exchangeRate,
  type Rate,
  ratesBetween,
} from '../domain/units/exchange-rate.js'
import { baseOf, isCurrency, type Unit, units } from '../domain/units/unit.js'
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
    this.measures = isCurrency(unit)
      ? units.filter((each) => isCurrency(each) && each === baseOf(each) && each !== this.#to)
      : []
  }

  async find(ordinals: readonly number[], before: boolean): Promise<void> {
    const all = [
      ...new Set(ordinals.flatMap((ordinal) => (before ? [ordinal, ordinalYearBefore({ ordinal })] : [ordinal]))),
    ]
    const wanted = this.measures.flatMap((from) => {
      const quantity = ratesBetween(from, this.#to)?.quantity
      return quantity === undefined ? [] : all.map((ordinal) => ({ from, quantity, ordinal }))
    })
    await Promise.all(
      wanted.map(async ({ from, quantity, ordinal }) => {
        const observations = await this.#view.known.load({ quantity, ordinal, at: this.#at })
        this.#found.set(`${from} ${ordinal}`, observations)
      }),
    )
  }

  of(tally: Tally, period: Period): Tally {
    if (!this.measures.includes(tally.measure)) return tally
    return exchangedTally(tally, this.#to, (days) =>
      this.#rate(tally.measure, days === 'before' ? yearBefore(period) : period),
    )
  }

  get series(): SeriesRef | null {
    const rank = ({ period }: Indicator): number => frequencies.indexOf(period.frequency)
    return [...this.#used].sort((a, b) => rank(a) - rank(b))[0]?.series ?? null
  }

  #rate(from: Unit, period: Period): Rate {
    const name = `${from} ${period.text}`
    const known = this.#rates.get(name)
    if (known !== undefined) return known
    const found = sameFrequencyFirst(this.#found.get(`${from} ${period.ordinal}`) ?? [], period.frequency)
    const price = exchangeRate(found, { from, to: this.#to, period, asOf: this.#at !== null })
    if (found !== null && price.value !== null) this.#used.add(found)
    const rate = { price, divides: ratesBetween(from, this.#to)?.divides ?? true }
    this.#rates.set(name, rate)
    return rate
  }
}
