import type { Tally } from '../domain/aggregation/tally.js'
import { parseInstant } from '../domain/periods/instant.js'
import { frequencies, type Period, periodOf } from '../domain/periods/period.js'
import {
  type CurrencyConverter,
  exchangedTally,
  type Rate,
  rateName,
  ratesBetween,
} from '../domain/units/exchange-rate.js'
import { baseOf, isCurrency, type Unit, units } from '../domain/units/unit.js'
import type { Indicator, SeriesRef } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { quantityAt, sameFrequencyFirst } from './figure-context.js'

/** How far the ordinals of two years lie apart. */
const year = 192

/** Makes one currency of all, by the exchange rates of the figures' own days that were known at a time; null is now. */
export class Exchange implements CurrencyConverter {
  /** The measures that it exchanges: every other currency, and none where the unit is of no currency. */
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

  /** Finds the rates of days, given by the ordinals of their periods, and of a year before where asked: one statement. */
  async find(ordinals: readonly number[], before: boolean): Promise<void> {
    const all = [...new Set(ordinals.flatMap((each) => (before ? [each, each - year] : [each])))]
    const wanted = this.measures.flatMap((from) => {
      const quantity = ratesBetween(from, this.#to)?.quantity
      return quantity === undefined ? [] : all.map((ordinal) => ({ from, quantity, ordinal }))
    })
    await Promise.all(
      wanted.map(async ({ from, quantity, ordinal }) => {
        const figures = await this.#view.known.load({ quantity, ordinal, at: this.#at })
        this.#found.set(`${from} ${ordinal}`, figures)
      }),
    )
  }

  /** A tally of one period, whose rates were found, in the currency; as it is where it is in that, or in none. */
  of(tally: Tally, { ordinal, frequency }: Period): Tally {
    if (!this.measures.includes(tally.measure)) return tally
    const days = { own: ordinal, before: ordinal - year }
    return exchangedTally(tally, this.#to, (which) => this.#rate(tally.measure, periodOf(days[which], frequency)))
  }

  /** The series of the rates that were used: of several, the one of the longest periods; null where none was. */
  get series(): SeriesRef | null {
    const place = ({ period }: Indicator): number => frequencies.indexOf(period.frequency)
    return [...this.#used].sort((a, b) => place(a) - place(b))[0]?.series ?? null
  }

  #rate(from: Unit, period: Period): Rate {
    const name = `${from} ${period.text}`
    const seen = this.#rates.get(name)
    if (seen !== undefined) return seen
    const figures = this.#found.get(`${from} ${period.ordinal}`) ?? []
    const figure = sameFrequencyFirst(figures, period.frequency)
    const price = quantityAt(figure, () => rateName(from, this.#to, period.text), this.#at)
    if (figure !== null && price.value !== null) this.#used.add(figure)
    const rate = { price, divides: ratesBetween(from, this.#to)?.divides ?? true }
    this.#rates.set(name, rate)
    return rate
  }
}
