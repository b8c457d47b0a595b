import { type CategoryRef, categoryText } from '../domain/codes/codes.js'
import { nameOf, type Quantity, quantityOf, unknown } from '../domain/numbers/quantity.js'
import { type Frequency, periodOf } from '../domain/periods/period.js'
import { formatted, periodText } from '../domain/text/citation.js'
import { baseOf, isRate, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { type Against, Comparison } from './compare.js'

/** In what another quantity differs from one's own. */
interface Other {
  readonly metric?: string
  readonly category?: CategoryRef
  readonly measure?: Unit
}

/** In what another figure differs from one's own. */
interface Called {
  readonly ordinal?: number
  readonly metric?: string
  readonly categories?: readonly CategoryRef[]
}

/** Figures of a table, by the keys of their series and the ordinals of their periods. */
export type Read = ReadonlyMap<string, ReadonlyMap<number, Indicator>>

/** A figure, and what was known around it at one time, null being now: some of it has been read before. */
export class FigureContext {
  readonly view: View
  readonly own: Indicator
  readonly at: Date | null
  readonly #read: Read | null

  constructor(view: View, own: Indicator, at: Date | null, read: Read | null = null) {
    this.view = view
    this.own = own
    this.at = at
    this.#read = read
  }

  /** Another figure, seen from the same time. */
  around(figure: Indicator): FigureContext {
    return new FigureContext(this.view, figure, this.at, this.#read)
  }

  /** Its level. */
  get value(): Quantity {
    return quantityOf(this.own, '')
  }

  /** What its own series, or one of the same quantity, had for the days of a period: the same frequency first. */
  over(ordinal: number): Promise<Indicator | null> | Indicator {
    const { key } = this.own.series
    return this.#read?.get(key)?.get(ordinal) ?? this.find(key.slice(0, -2), ordinal)
  }

  /** A quantity over the same days, or over those of another period: its own, but for what is given. */
  of(other: Other, ordinal = this.own.period.ordinal): Promise<Indicator | null> {
    return this.find(this.quantity(other), ordinal)
  }

  /** The key of a quantity: its own metric, categories and measure, but for what is given. */
  quantity(other: Other): string {
    const [metric, refs, measure] = this.own.series.key.split('|')
    const categories = other.category === undefined ? refs : categoryText(other.category)
    return `${other.metric ?? metric}|${categories}|${other.measure ?? measure}`
  }

  /** What was known of a quantity over the days of a period, in one frequency where that is given. */
  async find(quantity: string, ordinal: number, only: Frequency | null = null): Promise<Indicator | null> {
    const found = await this.view.known.load({ quantity, ordinal, at: this.at })
    if (this.view.pace.due()) await this.view.pace.rest()
    if (only !== null) return found.find(({ period }) => period.frequency === only) ?? null
    return sameFrequencyFirst(found, this.own.period.frequency)
  }

  /** The level of a figure that was looked for; `what` says which where there is none. */
  level(figure: Indicator | null, what: () => string): Quantity {
    return quantityAt(figure, what, this.at)
  }

  /** "EXPORTS of PRODUCT:SHIPS in 2022": what another figure would be called, for a period of the figure's own frequency. */
  name({
    ordinal = this.own.period.ordinal,
    metric = this.own.metric,
    categories = this.own.categories,
  }: Called): string {
    return nameOf({ metric, categories, period: periodOf(ordinal, this.own.period.frequency) })
  }

  /** Why neither growth nor shares can be computed of it, where that is so: it is a rate, an index, or a metric of such. */
  get rate(): Quantity | null {
    const base = baseOf(this.own.unit)
    const isRatio = this.view.snapshot.codes.metric(this.own.metric)?.additivity === 'RATIO'
    return isRatio || isRate(base) || base === 'INDEX' ? unknown(`${this.own.metric} is a rate or an index.`) : null
  }

  /** A computed number beside what was printed, and what it was computed from. */
  compared(level: Quantity, against: Against): Comparison {
    return new Comparison(level, against, (figures) => this.#together(figures))
  }

  async #together([first, ...others]: readonly (Indicator | null)[]): Promise<boolean> {
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

/** The level of a figure that was looked for among what was known at a time, null being now; `what` says which. */
export const quantityAt = (figure: Indicator | null, what: () => string, at: Date | null): Quantity =>
  quantityOf(figure, figure === null ? `No figure of ${what()} was known${at === null ? '' : ' then'}.` : '')

/** Of figures of the same days, the one of a frequency; the first where none is. */
export const sameFrequencyFirst = (figures: readonly Indicator[], frequency: Frequency): Indicator | null =>
  figures.find(({ period }) => period.frequency === frequency) ?? figures[0] ?? null

/** A figure in a reason: "CNY 42.07 trillion in 2022 (CN-GACC-2022-ANNUAL)". */
export const shown = (figure: Indicator): string =>
  `${formatted(figure, 'EN') ?? 'no level'} in ${periodText(figure.period, 'EN')} (${figure.release.code})`
