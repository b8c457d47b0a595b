import { type Category, subtree } from '../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import type { GroupKey } from '../../domain/observations/group-key.js'
import { depthOf } from '../../domain/observations/group-key.js'
import { type Frequency, type Period, parsePeriod } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'
import { firstMonthOf, lastMonthOf } from '../sql/period.js'
import type { Snapshot } from './metadata-snapshot.js'
import type { View } from './view.js'

const { sql } = Prisma

interface Count {
  readonly metric_id: number
  readonly breakdown_id: number
  readonly frequency: Frequency
  readonly period: number
  readonly n: number
}

interface Estimate {
  readonly figures: number
  readonly metrics: number
  readonly periods: number
  /** Periods of the frequency that has most. */
  readonly periodsOfOne: number
}

export type RawFilter = { readonly [Name in keyof IndicatorFilter]: unknown }

/** Estimates upper bounds for the sizes of results before they are computed, by counts of metrics, breakdowns and periods. */
export class CardinalityEstimator {
  readonly #counts: readonly Count[]
  readonly #snapshot: Snapshot
  readonly #byCode = new Map<string, Category[]>()

  constructor(counts: readonly Count[], snapshot: Snapshot) {
    this.#counts = counts
    this.#snapshot = snapshot
    for (const category of snapshot.codes.categories)
      this.#byCode.set(category.code, [...(this.#byCode.get(category.code) ?? []), category])
  }

  groups(filter: RawFilter, keys: readonly GroupKey[], others: readonly GroupKey[] = []): number {
    const dimensions = [...keys, ...others].flatMap(({ by, dimension }) => (by === 'CATEGORY' ? [dimension] : []))
    const estimate = this.#estimate(filter, dimensions)
    const of = ({ by, dimension, level }: GroupKey): number => {
      if (by === 'METRIC') return estimate.metrics
      return by === 'PERIOD' ? estimate.periods : this.#categoriesOf(dimension, level, filter)
    }
    return Math.min(
      estimate.figures,
      keys.reduce((product, key) => product * of(key), 1),
    )
  }

  figures(filter: RawFilter): number {
    return this.#estimate(filter, []).figures
  }

  series(filter: RawFilter): { readonly series: number; readonly periods: number; readonly figures: number } {
    const { figures, periodsOfOne } = this.#estimate(filter, [])
    return { figures, series: Math.min(figures, this.#snapshot.series), periods: periodsOfOne }
  }

  #estimate(filter: RawFilter, crossed: readonly unknown[]): Estimate {
    const matches = this.#matching(filter, crossed)
    const metrics = new Set<number>()
    const periods = new Map<Frequency, Set<number>>()
    let figures = 0
    for (const each of this.#counts) {
      if (!matches(each)) continue
      metrics.add(each.metric_id)
      const own = periods.get(each.frequency) ?? new Set()
      periods.set(each.frequency, own.add(each.period))
      figures += each.n
    }
    const numbers = [...periods.values()].map(({ size }) => size)
    return {
      figures,
      metrics: metrics.size,
      periods: numbers.reduce((a, b) => a + b, 0),
      periodsOfOne: Math.max(0, ...numbers),
    }
  }

  /** Disregards invalid parts of a filter: they are refused when it is executed. */
  #matching(filter: RawFilter, crossed: readonly unknown[]): (count: Count) => boolean {
    const { codes } = this.#snapshot
    const metrics = setOf(filter.metrics, (code) => codes.metric(code)?.id)
    const among = setOf(filter.dimensions, (code) => code)
    const frequencies = setOf(filter.frequency, (frequency) => frequency)
    const periods = setOf(filter.periods, (text) => placeOf(periodFrom(text)))
    const [from, to] = [filter.from, filter.to].map((each) => (typeof each === 'string' ? periodFrom(each) : null))
    const breakdowns = codes.breakdowns.filter(({ dimensions }) => {
      const own = dimensions.map(({ code }) => code)
      return crossed.every((code) => own.includes(String(code))) && own.every((code) => among?.has(code) ?? true)
    })
    const ids = new Set(breakdowns.map(({ id }) => id))
    return ({ metric_id, breakdown_id, frequency, period }) =>
      ids.has(breakdown_id) &&
      (metrics?.has(metric_id) ?? true) &&
      (frequencies?.has(frequency) ?? true) &&
      (periods?.has(placeOf({ frequency, ordinal: period })) ?? true) &&
      (!from || firstMonthOf({ ordinal: period }) >= firstMonthOf(from)) &&
      (!to || lastMonthOf({ ordinal: period }) <= lastMonthOf(to))
  }

  #categoriesOf(dimension: unknown, level: unknown, { categories, within }: RawFilter): number {
    const { codes } = this.#snapshot
    const own = codes.categories.filter((each) => each.dimension.code === dimension)
    const at = typeof level === 'number' ? own.filter((each) => depthOf(each) === level) : own
    const named = this.#named(categories)
    const below = this.#named(within)?.flatMap(subtree)
    const inOwn = (list: readonly Category[] | undefined): number =>
      list?.every((each) => each.dimension.code === dimension) ? list.length : Number.POSITIVE_INFINITY
    return Math.min(at.length, inOwn(named), inOwn(below))
  }

  #named(list: unknown): Category[] | undefined {
    return texts(list)?.flatMap((text) => {
      const [dimension = '', code] = text.split(':')
      return code === undefined
        ? (this.#byCode.get(text) ?? [])
        : (this.#snapshot.codes.category({ dimension, code }) ?? [])
    })
  }
}

const placeOf = (period: Pick<Period, 'frequency' | 'ordinal'> | null): string =>
  `${period?.frequency} ${period?.ordinal}`

const mostTexts = 1000

/** Coerces a text or a list of texts to a list, as GraphQL does; undefined if it is neither, or has more than 1,000. */
function texts(given: unknown): readonly string[] | undefined {
  const list = typeof given === 'string' ? [given] : given
  if (!Array.isArray(list) || list.length > mostTexts) return undefined
  return list.every((each) => typeof each === 'string') ? list : undefined
}

function setOf<T>(given: unknown, of: (text: string) => T): ReadonlySet<T> | undefined {
  const list = texts(given)
  return list && new Set(list.map(of))
}

function periodFrom(text: string): Period | null {
  try {
    return parsePeriod(text)
  } catch {
    return null
  }
}

const estimators = new WeakMap<Snapshot, Promise<CardinalityEstimator>>()

export async function estimatorOf(view: View): Promise<CardinalityEstimator> {
  const { snapshot } = view
  const known = await estimators.get(snapshot)?.catch(() => undefined) // the view that read it was cancelled
  if (known !== undefined) return known
  const reading = view
    .rows<Count>(
      sql`SELECT metric_id, breakdown_id, frequency, period, count(*)::int AS n FROM indicator GROUP BY 1, 2, 3, 4`,
    )
    .then((counts) => new CardinalityEstimator(counts, snapshot))
  estimators.set(snapshot, reading)
  return reading
}
