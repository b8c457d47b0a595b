import type { Category, CodeLists, Metric } from '../../domain/codes/codes.js'
import { total } from '../../domain/codes/codes.js'
import { type Change, type Observation, yoyOf } from '../../domain/observations/observation.js'
import { isYearBefore, type Period } from '../../domain/periods/period.js'
import { baseOf, isCurrency } from '../../domain/units/unit.js'
import type { Pieces } from './pieces.js'
import type { Sentence } from './plan.js'

/** The context of a grammar beside the figures: names of codes, and whose trade the text is about. */
export interface Words {
  readonly codes: CodeLists
  /** The words of the first sentence for whose figures they are: 我国, China's; empty if it does not say so. */
  readonly speaker: string
  /** The currency that a reader assumes; null if it must be named. */
  readonly currency: string | null
}

export interface Grammar {
  sentence<Figure extends Observation>(sentence: Sentence<Figure>): Pieces<Figure>
  readonly separator: string
}

/** Remembers the currency, base and speaker that a text has named before a sentence. */
export class Told {
  #isNamed = false
  #hasBase = false

  /** Returns true once: the speaker is named in the first sentence only. */
  namesSpeaker(): boolean {
    const before = this.#isNamed
    this.#isNamed = true
    return !before
  }

  currency: string | null

  constructor(currency: string | null) {
    this.currency = currency
  }

  /**
   * Indicates that a sentence must name the currency, since it tells a change before a level in it; notes the currency of
   * the sentence.
   */
  namesCurrency(figures: readonly Observation[]): boolean {
    const money = figures.filter(({ unit }) => isCurrency(unit))
    const [first] = money
    const before = this.currency
    for (const { unit } of money) this.currency = baseOf(unit)
    return first !== undefined && first.value === null && baseOf(first.unit) !== before
  }

  namesBase(): boolean {
    const before = this.#hasBase
    this.#hasBase = true
    return !before
  }
}

export type Measured = Pick<Observation, 'metric' | 'categories' | 'value'>

export const wholeOf = ({ shareOf }: Observation): Measured | null =>
  shareOf && { metric: shareOf.metric, categories: [shareOf.category], value: null }

export function categoryOf({ categories }: Pick<Observation, 'categories'>, codes: CodeLists): Category | null {
  const [first] = categories
  return first === undefined || first.dimension === total.dimension ? null : codes.category(first)
}

export const metricOf = ({ metric }: Pick<Observation, 'metric'>, codes: CodeLists): Metric | null =>
  codes.metric(metric)

/** The metrics of trade, whose sentences are worded as customs offices word them. */
const flows = ['TRADE', 'EXPORTS', 'IMPORTS'] as const
export type Flow = (typeof flows)[number]

const flowCodes: Readonly<Record<string, Flow>> = {
  TRADE: 'TRADE',
  EXPORTS: 'EXPORTS',
  IMPORTS: 'IMPORTS',
  EXPORT_QUANTITY: 'EXPORTS',
  IMPORT_QUANTITY: 'IMPORTS',
}
export const flowOf = (metric: string): Flow | null => flowCodes[metric] ?? null

export interface ToldChange {
  readonly kind: 'PERCENT' | 'PERCENTAGE_POINT'
  readonly number: NonNullable<Change['percent']>
  /** Null for a year earlier. */
  readonly base: Period | null
}

export function changesOf(figure: Observation): readonly ToldChange[] {
  const yoy = yoyOf(figure)
  return figure.changes.flatMap((change): ToldChange | [] => {
    const { percent, points, base } = change
    const isYearly = change === yoy || isYearBefore(base, figure.period)
    const number = percent ?? points
    if (number === null) return []
    return { kind: percent === null ? 'PERCENTAGE_POINT' : 'PERCENT', number, base: isYearly ? null : base }
  })
}

export const isNil = ({ value, status }: Observation): boolean => status === 'NIL' && (value === null || value.isZero())

export const yearOf = ({ last }: Period): string => last.slice(0, 4)
export const monthOf = ({ last }: Period): number => Number(last.slice(5, 7))

/** Indicates two totals of a metric in several measures, such as exchange rates, of which the second needs no subject. */
export const isSameTotal = (before: Observation, figure: Observation): boolean =>
  before.metric === figure.metric &&
  before.value !== null &&
  figure.value !== null &&
  [before, figure].every(({ categories: [first] }) => first === undefined || first.dimension === total.dimension)
