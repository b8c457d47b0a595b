import { type Agreement, type Reported, told, weigh } from '../domain/agreement.js'
import type { Bounds } from '../domain/bounds.js'
import { type CategoryRef, categoryText } from '../domain/codes.js'
import type { Decimal } from '../domain/decimal.js'
import { givenOut, type Level, levelOf, nameOf, unknown } from '../domain/level.js'
import { type Frequency, periodOf } from '../domain/period.js'
import { formatted, periodText } from '../domain/text.js'
import { baseOf, convert, isRate, shiftBetween, type Unit } from '../domain/unit.js'
import type { Indicator } from './rows.js'
import type { View } from './view.js'

/** A computed number beside the printed one: levels in the base unit of their measure, rates in percent or points. */
export interface Derived {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  readonly reported: Decimal | null
  readonly agreement: Agreement
  /** What it was computed from, beside the figure itself. */
  readonly base: Indicator | null
  /** The exchange rate of its days, where it was converted. */
  readonly rate: Indicator | null
  /** Why it does not agree, or cannot be computed; null where it agrees. */
  readonly reason: string | null
}

/** What a computed number is held against, and what is said where they differ. */
interface Comparison {
  readonly reported?: Reported | null
  readonly base?: Indicator | null
  readonly rate?: Indicator | null
  /** Every figure that it was computed from, the one that the printed number belongs to first. */
  readonly inputs: readonly (Indicator | null)[]
  /** How it was computed, in words: "CNY 41.76 trillion in 2023 on CNY 42.07 trillion in 2022". */
  readonly how?: string
  /** What else helps to understand a difference. */
  readonly also?: string
  /** The unit that levels are told in; rates have none. */
  readonly unit?: Unit
}

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

/** A figure, and what was known around it at one time: null is now. */
export class Seen {
  readonly view: View
  readonly own: Indicator
  readonly at: Date | null

  constructor(view: View, own: Indicator, at: Date | null) {
    this.view = view
    this.own = own
    this.at = at
  }

  /** Its level. */
  get value(): Level {
    return levelOf(this.own, '')
  }

  /** What its own series, or one of the same quantity, had for the days of a period: the same frequency first. */
  over(ordinal: number): Promise<Indicator | null> {
    return this.find(this.own.series.key.slice(0, -2), ordinal)
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
    if (only !== null) return found.find(({ period }) => period.frequency === only) ?? null
    return found.find(({ period }) => period.frequency === this.own.period.frequency) ?? found[0] ?? null
  }

  /** The level of a figure that was looked for; `what` says which where there is none. */
  level(figure: Indicator | null, what: string): Level {
    return levelOf(figure, `No figure of ${what} was known${this.at === null ? '' : ' then'}.`)
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
  get rate(): Level | null {
    const base = baseOf(this.own.unit)
    const isRatio = this.view.snapshot.codes.metric(this.own.metric)?.additivity === 'RATIO'
    return isRatio || isRate(base) || base === 'INDEX' ? unknown(`${this.own.metric} is a rate or an index.`) : null
  }

  /** A computed number with its agreement: what is printed of one release disagrees, of several a base was revised. */
  async derived(
    level: Level,
    { reported = null, base = null, rate = null, inputs, how, also, unit }: Comparison,
  ): Promise<Derived> {
    const found = weigh(level, reported)
    const { value, bounds, why } = givenOut(level)
    const common = { value, bounds, reported: reported?.value ?? null, base, rate }
    if (found === 'NOT_COMPUTABLE') return { ...common, agreement: found, reason: why }
    if (found === 'AGREES' || reported === null) return { ...common, agreement: found as Agreement, reason: null }
    const numbers = told(level, reported, (value) => (unit ? convert(value, baseOf(unit), unit) : value))
    const said = `${how ?? 'Computed, it'} is ${numbers}${unit ? ` ${unit}` : ''}.`
    if (found === 'ROUNDING')
      return {
        ...common,
        agreement: found,
        reason: `${said} The rounding of the printed numbers explains the difference.`,
      }
    const together = await this.#together(inputs)
    const reason = together
      ? `${said} No rounding explains the difference, and one release printed all of it.`
      : `${said}${also === undefined ? '' : ` ${also}`} What it is computed from was printed by several releases: it has been revised since, or is measured otherwise.`
    return { ...common, agreement: together ? 'DISAGREES' : 'BASE_REVISED', reason }
  }

  /** Whether the release of the first figure printed all the others too, be it only again. */
  async #together([first, ...others]: readonly (Indicator | null)[]): Promise<boolean> {
    const code = first?.release.code
    const printed = others.map(async (other) => {
      if (other === null || other.release.code === code) return true
      return (await this.view.confirmedBy(other)).some((release) => release.code === code)
    })
    return (await Promise.all(printed)).every((each) => each)
  }
}

/** A figure in a reason: "CNY 42.07 trillion in 2022 (CN-GACC-2022-ANNUAL)". */
export const shown = (figure: Indicator): string =>
  `${formatted(figure, 'EN') ?? 'no level'} in ${periodText(figure.period, 'EN')} (${figure.release.code})`

/** A computed number in another unit of its measure, or in the one that it is in; UNIT_MISMATCH for another measure. */
export function derivedIn(derived: Derived, from: Unit, unit: Unit | null): Derived {
  const to = unit ?? from
  if (shiftBetween(from, to) === 0) return derived
  const inUnit = (number: Decimal | null | undefined): Decimal | null => (number ? convert(number, from, to) : null)
  const { value, bounds, reported } = derived
  return {
    ...derived,
    value: inUnit(value),
    reported: inUnit(reported),
    bounds: bounds && { ...bounds, low: inUnit(bounds.low), high: inUnit(bounds.high) },
  }
}
