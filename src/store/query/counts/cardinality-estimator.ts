import { type Category, subtree } from '../../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import { depthOf, type GroupBy, type GroupKey, groupBys } from '../../../domain/observations/group-key.js'
import { type Frequency, type Period, parsePeriod } from '../../../domain/periods/period.js'
import { attempt } from '../../../errors.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { groupBy } from '../../../lib/group-by.js'
import { getOrInsert } from '../../../lib/memo.js'
import { releasesBetween } from '../../sql/changes.js'
import { validAt } from '../../sql/validity.js'
import type { Snapshot } from '../metadata-snapshot.js'
import { type Cell, type Cells, cellMatcher, cellsOf, idsOf } from './cells.js'
import { oncePerSnapshot } from './once-per-snapshot.js'

export type RawFilter = { readonly [Name in keyof IndicatorFilter]: unknown }
export type RawGroupKey = { readonly [Name in keyof GroupKey]: unknown }

export class CardinalityEstimator {
  readonly #cells: Cells
  readonly #snapshot: Snapshot
  readonly #byDimension: ReadonlyMap<unknown, Category[]>
  readonly #estimates = new Map<string, Estimate>()

  constructor(cells: Cells, snapshot: Snapshot) {
    this.#cells = cells
    this.#snapshot = snapshot
    this.#byDimension = groupBy(snapshot.codes.categories, ({ dimension }) => dimension.code)
  }

  groups(filter: RawFilter, keys: readonly RawGroupKey[], others: readonly RawGroupKey[] = []): number {
    const dimensions = [...keys, ...others].flatMap(({ by, dimension }) => (by === 'CATEGORY' ? [`${dimension}`] : []))
    const estimate = this.#estimate(filter, dimensions.sort())
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

  #estimate(filter: RawFilter, crossed: readonly string[]): Estimate {
    const { metrics, datasets, dimensions, frequency, periods, from, to } = filter
    const key = JSON.stringify([metrics, datasets, dimensions, frequency, periods, from, to, crossed])
    if (key.length > longestKey) return this.#computeEstimate(filter, crossed)
    if (this.#estimates.size >= mostEstimates) this.#estimates.clear()
    return getOrInsert(this.#estimates, key, () => this.#computeEstimate(filter, crossed))
  }

  #computeEstimate(filter: RawFilter, crossed: readonly string[]): Estimate {
    const matches = this.#matching(filter, crossed)
    const metrics = new Set<number>()
    const periods = new Map<Frequency, Set<number>>()
    let figures = 0
    for (const each of this.#cells.of(idsOf(texts(filter.metrics), this.#snapshot.codes))) {
      if (!matches(each)) continue
      metrics.add(each.metric)
      getOrInsert(periods, each.frequency, () => new Set()).add(each.period)
      figures += each.vintages
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
  #matching(filter: RawFilter, crossed: readonly string[]): (cell: Cell) => boolean {
    const { codes } = this.#snapshot
    const [from, to] = [filter.from, filter.to].map((each) => (typeof each === 'string' ? periodFrom(each) : null))
    const matches = cellMatcher(
      {
        ...{ metrics: texts(filter.metrics), datasets: texts(filter.datasets), dimensions: texts(filter.dimensions) },
        frequency: texts(filter.frequency) as IndicatorFilter['frequency'],
        periods: texts(filter.periods)?.flatMap((text) => periodFrom(text) ?? []),
        ...{ from, to },
      },
      codes,
    )
    if (crossed.length === 0) return matches
    const among = codes.breakdowns.filter(({ dimensions }) =>
      crossed.every((code) => dimensions.some((each) => each.code === code)),
    )
    const ids = new Set(among.map(({ id }) => id))
    return (cell) => ids.has(cell.breakdown) && matches(cell)
  }

  #categoriesOf(dimension: unknown, level: unknown, { categories, within }: RawFilter): number {
    const own = this.#byDimension.get(dimension) ?? []
    const at = typeof level === 'number' ? own.filter((each) => depthOf(each) === level) : own
    const named = this.#named(categories)
    const below = this.#named(within)?.flatMap(subtree)
    const inOwn = (list: readonly Category[] | undefined): number =>
      list?.every((each) => each.dimension.code === dimension) ? list.length : Number.POSITIVE_INFINITY
    return Math.min(at.length, inOwn(named), inOwn(below))
  }

  #named(list: unknown): Category[] | undefined {
    return texts(list)?.flatMap((text) => this.#snapshot.codes.categoriesNamed(text))
  }
}

interface Estimate {
  readonly figures: number
  readonly metrics: number
  readonly periods: number
  readonly periodsOfOne: number
}

const mostTexts = 1000
const mostEstimates = 1000
const longestKey = 1000

const isGroupBy = (given: unknown): given is GroupBy => groupBys.some((by) => by === given)

/** Coerces a text or a list of texts to a list, as GraphQL does; undefined for anything else, or more than 1,000. */
function texts(given: unknown): readonly string[] | undefined {
  const list = typeof given === 'string' ? [given] : given
  if (!Array.isArray(list) || list.length > mostTexts) return undefined
  return list.every((each) => typeof each === 'string') ? list : undefined
}

function periodFrom(text: string): Period | null {
  try {
    return parsePeriod(text)
  } catch {
    return null
  }
}

export const estimatorOf = oncePerSnapshot(async (view) => new CardinalityEstimator(await cellsOf(view), view.snapshot))

/** Returns the number of figures of the releases between two times or versions, given as unchecked arguments. */
export type FiguresBetween = (args: Readonly<Record<string, unknown>>) => number

export const releaseSizesOf = oncePerSnapshot(
  async ({ rows, snapshot: { releases, version } }): Promise<FiguresBetween> => {
    const found = await rows<{ release_id: number; vintages: string }>(
      Prisma.sql`SELECT release_id, vintages FROM release_count c WHERE ${validAt(version, 'c')}`,
    )
    const sizes = new Map(found.map(({ release_id, vintages }) => [release_id, Number(vintages)]))
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
