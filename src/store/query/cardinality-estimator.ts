import { type Category, subtree } from '../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { depthOf, type GroupBy, type GroupKey, groupBys } from '../../domain/observations/group-key.js'
import { type Frequency, type Period, parsePeriod } from '../../domain/periods/period.js'
import { attempt } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { groupBy } from '../../lib/group-by.js'
import { getOrInsert } from '../../lib/memo.js'
import { releasesBetween } from '../sql/changes.js'
import { firstMonthOf, lastMonthOf } from '../sql/period.js'
import { validAt } from '../sql/validity.js'
import type { Snapshot } from './metadata-snapshot.js'
import type { View } from './view.js'

const { sql } = Prisma

interface Count extends Readonly<Record<'metric_id' | 'breakdown_id' | 'period' | 'n', number>> {
  readonly frequency: Frequency
}

export type RawFilter = { readonly [Name in keyof IndicatorFilter]: unknown }
export type RawGroupKey = { readonly [Name in keyof GroupKey]: unknown }

export class CardinalityEstimator {
  readonly #counts: readonly Count[]
  readonly #snapshot: Snapshot
  readonly #byCode: ReadonlyMap<string, Category[]>

  constructor(counts: readonly Count[], snapshot: Snapshot) {
    this.#counts = counts
    this.#snapshot = snapshot
    this.#byCode = groupBy(snapshot.codes.categories, ({ code }) => code)
  }

  groups(filter: RawFilter, keys: readonly RawGroupKey[], others: readonly RawGroupKey[] = []): number {
    const dimensions = [...keys, ...others].flatMap(({ by, dimension }) => (by === 'CATEGORY' ? [dimension] : []))
    const estimate = this.#estimate(filter, dimensions)
    const sizes: Record<GroupBy, (key: RawGroupKey) => number> = {
      METRIC: () => estimate.metrics,
      PERIOD: () => estimate.periods,
      DATASET: () => this.#snapshot.codes.datasets.length,
      CATEGORY: ({ dimension, level }) => this.#categoriesOf(dimension, level, filter),
    }
    const all = keys.reduce((product, key) => product * (isGroupBy(key.by) ? sizes[key.by](key) : 1), 1)
    return Math.min(estimate.figures, all)
  }

  figures(filter: RawFilter): number {
    return this.#estimate(filter, []).figures
  }

  series(filter: RawFilter): { readonly series: number; readonly periods: number; readonly figures: number } {
    const { figures, periodsOfOne } = this.#estimate(filter, [])
    return { figures, series: Math.min(figures, this.#snapshot.series), periods: periodsOfOne }
  }

  #estimate(filter: RawFilter, crossed: readonly unknown[]) {
    const matches = this.#matching(filter, crossed)
    const metrics = new Set<number>()
    const periods = new Map<Frequency, Set<number>>()
    let figures = 0
    for (const each of this.#counts) {
      if (!matches(each)) continue
      metrics.add(each.metric_id)
      getOrInsert(periods, each.frequency, () => new Set()).add(each.period)
      figures += each.n
    }
    const numbers = [...periods.values()].map(({ size }) => size)
    return {
      figures,
      metrics: metrics.size,
      periods: numbers.reduce((a, b) => a + b, 0),
      periodsOfOne: Math.max(0, ...numbers), // of the frequency that has most
    }
  }

  /** Disregards invalid parts of a filter: they are refused when it is executed. */
  #matching(filter: RawFilter, crossed: readonly unknown[]): (count: Count) => boolean {
    const { codes } = this.#snapshot
    const metrics = setOf(filter.metrics, (code) => codes.metric(code)?.id)
    const datasets = setOf(filter.datasets, (code) => codes.dataset(code))
    const among = setOf(filter.dimensions, (code) => code)
    const frequencies = setOf(filter.frequency, (frequency) => frequency)
    const periods = setOf(filter.periods, (text) => placeOf(periodFrom(text)))
    const [from, to] = [filter.from, filter.to].map((each) => (typeof each === 'string' ? periodFrom(each) : null))
    const breakdowns = codes.breakdowns.filter(({ dataset, dimensions }) => {
      if (datasets?.has(dataset) === false) return false
      const own = dimensions.map(({ code }) => code)
      return crossed.every((code) => own.includes(String(code))) && own.every((code) => among?.has(code) ?? true)
    })
    const ids = new Set(breakdowns.map(({ id }) => id))
    return ({ metric_id, breakdown_id, frequency, period }) =>
      ids.has(breakdown_id) &&
      (metrics?.has(metric_id) ?? true) &&
      (frequencies?.has(frequency) ?? true) &&
      (periods?.has(placeOf({ frequency, ordinal: period })) ?? true) &&
      (!from || lastMonthOf({ ordinal: period }) >= firstMonthOf(from)) &&
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

const isGroupBy = (given: unknown): given is GroupBy => groupBys.some((by) => by === given)

/** Coerces a text or a list of texts to a list, as GraphQL does; undefined for anything else, or more than 1,000. */
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

/** Returns a function that reads once per snapshot, and again if the view that read it was cancelled. */
function oncePerSnapshot<T>(read: (view: View) => Promise<T>): (view: View) => Promise<T> {
  const readings = new WeakMap<Snapshot, Promise<T>>()
  return async (view) => {
    const known = await readings.get(view.snapshot)?.catch(() => undefined)
    if (known !== undefined) return known
    const reading = read(view)
    readings.set(view.snapshot, reading)
    return reading
  }
}

export const estimatorOf = oncePerSnapshot(async (view) => {
  const counts = await view.rows<Omit<Count, 'n'> & { readonly n: string }>(
    sql`SELECT metric_id, breakdown_id, frequency, period, count(*) AS n FROM indicator i
      WHERE ${validAt(view.snapshot.version)} GROUP BY 1, 2, 3, 4`,
  )
  return new CardinalityEstimator(
    counts.map((each) => ({ ...each, n: Number(each.n) })),
    view.snapshot,
  )
})

/** Returns the number of figures of the releases between two times or versions, given as unchecked arguments. */
export type FiguresBetween = (args: Readonly<Record<string, unknown>>) => number

export const releaseSizesOf = oncePerSnapshot(
  async ({ rows, snapshot: { releases, version } }): Promise<FiguresBetween> => {
    const found = await rows<{ release_id: number; n: string }>(
      sql`SELECT release_id, count(*) AS n FROM indicator i WHERE ${validAt(version)} GROUP BY 1`,
    )
    const sizes = new Map(found.map(({ release_id, n }) => [release_id, Number(n)]))
    return ({ from, to, fromVersion, toVersion }) => {
      const query: Parameters<typeof releasesBetween>[0] =
        fromVersion == null
          ? { by: 'TIME', from: `${from}`, to: to == null ? null : `${to}` }
          : { by: 'VERSION', from: Number(fromVersion), to: toVersion == null ? null : Number(toVersion) }
      const between = attempt(() => releasesBetween(query, releases), none)
      return (between ?? []).reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0)
    }
  },
)

const none = (): void => {}
