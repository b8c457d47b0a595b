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

/** How many figures there are of a metric, a breakdown and a period, superseded ones included. */
interface Counted {
  readonly metric_id: number
  readonly breakdown_id: number
  readonly frequency: Frequency
  readonly period: number
  readonly n: number
}

/** What a filter leaves, as far as the census tells. */
interface Left {
  readonly figures: number
  readonly metrics: number
  /** Of all frequencies, and of the one that has most. */
  readonly periods: number
  readonly periodsOfOne: number
}

/** A filter as it is given: codes and texts that nobody has looked at yet. */
export type Given = { readonly [Name in keyof IndicatorFilter]: unknown }

/**
 * How figures are spread over metrics, breakdowns and periods, so that the sizes of tables are known before they are
 * made: bounds, never more exact than that.
 */
export class Census {
  readonly #counted: readonly Counted[]
  readonly #snapshot: Snapshot
  readonly #byCode = new Map<string, Category[]>()

  constructor(counted: readonly Counted[], snapshot: Snapshot) {
    this.#counted = counted
    this.#snapshot = snapshot
    for (const category of snapshot.codes.categories)
      this.#byCode.set(category.code, [...(this.#byCode.get(category.code) ?? []), category])
  }

  /** How many groups the figures of a filter make by some keys, at most. */
  groups(filter: Given, keys: readonly GroupKey[], others: readonly GroupKey[] = []): number {
    const dimensions = [...keys, ...others].flatMap(({ by, dimension }) => (by === 'CATEGORY' ? [dimension] : []))
    const left = this.#left(filter, dimensions)
    const of = ({ by, dimension, level }: GroupKey): number => {
      if (by === 'METRIC') return left.metrics
      return by === 'PERIOD' ? left.periods : this.#categoriesOf(dimension, level, filter)
    }
    return Math.min(
      left.figures,
      keys.reduce((product, key) => product * of(key), 1),
    )
  }

  /** How many figures a filter leaves, at most. */
  figures(filter: Given): number {
    return this.#left(filter, []).figures
  }

  /** How many series a filter leaves, and how many periods they have, of one frequency; at most. */
  series(filter: Given): { readonly series: number; readonly periods: number; readonly figures: number } {
    const { figures, periodsOfOne } = this.#left(filter, [])
    return { figures, series: Math.min(figures, this.#snapshot.series), periods: periodsOfOne }
  }

  #left(filter: Given, crossed: readonly unknown[]): Left {
    const fits = this.#fitting(filter, crossed)
    const metrics = new Set<number>()
    const periods = new Map<Frequency, Set<number>>()
    let figures = 0
    for (const each of this.#counted) {
      if (!fits(each)) continue
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

  /** What is not understood of a filter is taken to leave everything: who reads it refuses it. */
  #fitting(filter: Given, crossed: readonly unknown[]): (counted: Counted) => boolean {
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

  #categoriesOf(dimension: unknown, level: unknown, { categories, within }: Given): number {
    const { codes } = this.#snapshot
    const own = codes.categories.filter((each) => each.dimension.code === dimension)
    const at = typeof level === 'number' ? own.filter((each) => depthOf(each) === level) : own
    const named = this.#named(categories)
    const below = this.#named(within)?.flatMap(subtree)
    const inOwn = (list: readonly Category[] | undefined): number =>
      list?.every((each) => each.dimension.code === dimension) ? list.length : Number.POSITIVE_INFINITY
    return Math.min(at.length, inOwn(named), inOwn(below))
  }

  /** The categories of a list of codes; undefined where it cannot be told. */
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

/** How many codes or periods of a list are looked at. */
const mostTexts = 1000

/** A list of texts, or one, as GraphQL takes it for a list; undefined of what is none, or longer than is looked at. */
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

const taken = new WeakMap<Snapshot, Promise<Census>>()

/** The census of a view's version: one statement for each version of the store. */
export async function censusOf(view: View): Promise<Census> {
  const { snapshot } = view
  const known = await taken.get(snapshot)?.catch(() => undefined) // of who has gone meanwhile
  if (known !== undefined) return known
  const taking = view
    .rows<Counted>(
      sql`SELECT metric_id, breakdown_id, frequency, period, count(*)::int AS n FROM indicator GROUP BY 1, 2, 3, 4`,
    )
    .then((counted) => new Census(counted, snapshot))
  taken.set(snapshot, taking)
  return taking
}
