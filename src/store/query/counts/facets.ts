import type { Metric } from '../../../domain/codes/codes.js'
import type { Dataset } from '../../../domain/codes/dataset.js'
import type { IndicatorFilter, IndicatorQuery, ListScope } from '../../../domain/observations/filter.js'
import { type Period, periodOf, placeOf } from '../../../domain/periods/period.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { groupBy } from '../../../lib/group-by.js'
import { condition, withoutCategories } from '../../sql/filter.js'
import type { BlockReader } from '../columns/blocks.js'
import { type CategoryCount, countCategoriesOfBlocks, countOfBlocks } from '../columns/counting.js'
import type { Reader } from '../rows.js'
import { type Cell, cellFilter, cellsOf, figuresIn } from './cells.js'

const { sql, empty, raw } = Prisma

export type Facets = Awaited<ReturnType<typeof readFacets>>

/**
 * Counts the figures of a list by category, disregarding the categories of its filter. The counts by metric and by
 * dataset disregard the metrics and datasets alike.
 */
export async function readFacets(view: BlockReader, { filter, scope }: IndicatorQuery) {
  const { codes } = view.snapshot
  const others = withoutCategories(filter)
  const found =
    (await countCategoriesOfBlocks(view, { filter: others, scope })) ?? (await countCategories(view, others, scope))
  const counts = new Map<number, number>()
  for (const { category_id: id, first, further } of found) counts.set(id, (counts.get(id) ?? 0) + first + further)
  const facets = [...counts].map(([id, count]) => ({ category: codes.categoryById(id), count }))
  return {
    facets: facets.sort((a, b) => a.category.rank - b.category.rank),
    // `first` counts each figure once.
    total: filter.categories == null && filter.within == null ? found.reduce((sum, { first }) => sum + first, 0) : null,
  }
}

async function countCategories(
  { rows, snapshot }: Reader,
  filter: IndicatorFilter,
  scope: ListScope,
): Promise<readonly CategoryCount[]> {
  const { codes } = snapshot
  const where = condition(filter, scope, snapshot)
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1).map(({ id }) => id)
  const others = sql`
    UNION ALL
    SELECT sc.category_id, 0::bigint, count(*) FROM indicator i JOIN series_category sc ON sc.series_id = i.series_id
    WHERE ${where} AND i.breakdown_id = ANY(${crossed}::int[]) AND sc.category_id <> i.category_id GROUP BY 1`
  const found = await rows<{ category_id: number; first: string; further: string }>(sql`
    SELECT i.category_id, count(*) AS first, 0::bigint AS further FROM indicator i WHERE ${where} GROUP BY 1
    ${crossed.length === 0 ? empty : others}`)
  return found.map(({ category_id, first, further }) => ({
    ...{ category_id, first: Number(first), further: Number(further) },
  }))
}

type Selected = Pick<IndicatorQuery, 'filter' | 'scope'>

export async function countFigures(view: BlockReader, selected: Selected): Promise<number> {
  const cells = (await wholeCells(view, selected)) ?? (await countOfBlocks(view, selected))
  if (cells !== null) return figuresIn(cells)
  const [row] = await view.rows<{ n: string }>(
    sql`SELECT count(*) AS n FROM indicator i WHERE ${condition(selected.filter, selected.scope, view.snapshot)}`,
  )
  return Number(row?.n ?? 0)
}

export async function readMetricFacets(
  view: BlockReader,
  { filter, scope }: IndicatorQuery,
): Promise<{ readonly metric: Metric; readonly count: number }[]> {
  const counts = await countBy(view, { filter: { ...filter, metrics: null }, scope }, byMetric)
  const facets = counts.map(({ metric, figures }) => ({
    metric: view.snapshot.codes.metricById(metric),
    count: figures,
  }))
  return facets.sort((a, b) => a.metric.rank - b.metric.rank)
}

export async function readDatasetFacets(
  view: BlockReader,
  { filter, scope }: IndicatorQuery,
): Promise<{ readonly dataset: Dataset; readonly count: number }[]> {
  const { codes } = view.snapshot
  const counts = await countBy(view, { filter: { ...filter, datasets: null }, scope }, byBreakdown)
  const figures = new Map(counts.map((each) => [each.breakdown, each.figures]))
  return codes.datasets.flatMap((dataset) => {
    const own = codes.breakdowns.filter((each) => each.dataset === dataset)
    const count = own.reduce((sum, { id }) => sum + (figures.get(id) ?? 0), 0)
    return count === 0 ? [] : [{ dataset, count }]
  })
}

/** Counts the figures that match a filter by period, in the order of last days, then of length, shortest first. */
export async function readPeriodFacets(
  view: BlockReader,
  selected: Selected,
): Promise<{ readonly period: Period; readonly count: number }[]> {
  const counts = await countBy(view, selected, byPeriod)
  const facets = counts.map(({ period, frequency, figures }) => ({
    period: periodOf(period, frequency),
    count: figures,
  }))
  return facets.sort((a, b) => placeOf(a.period) - placeOf(b.period))
}

type Keys = Partial<Pick<Cell, 'metric' | 'breakdown' | 'period' | 'frequency'>>

interface Grouping<Key extends keyof Keys> {
  readonly keys: readonly Key[]
  readonly columns: Prisma.Sql
}

const byMetric: Grouping<'metric'> = { keys: ['metric'], columns: sql`metric_id AS metric` }
const byBreakdown: Grouping<'breakdown'> = { keys: ['breakdown'], columns: sql`breakdown_id AS breakdown` }
const byPeriod: Grouping<'period' | 'frequency'> = { keys: ['period', 'frequency'], columns: sql`period, frequency` }

async function countBy<Key extends keyof Keys>(
  view: BlockReader,
  selected: Selected,
  { keys, columns }: Grouping<Key>,
): Promise<readonly (Pick<Cell, Key> & { readonly figures: number })[]> {
  const cells = (await wholeCells(view, selected)) ?? (await countOfBlocks(view, selected))
  if (cells !== null) {
    const groups = groupBy(cells, (cell) => keys.map((key) => cell[key]).join(' '))
    return [...groups.values()].map((group) => ({ ...(group[0] as Cell), figures: figuresIn(group) }))
  }
  const found = await view.rows<Keys & { readonly n: string }>(sql`
    SELECT ${columns}, count(*) AS n FROM indicator i
    WHERE ${condition(selected.filter, selected.scope, view.snapshot)} GROUP BY ${raw(keys.join())}`)
  return found.map(({ n, ...group }) => ({ ...(group as Pick<Cell, Key>), figures: Number(n) }))
}

async function wholeCells(view: Reader, { filter, scope }: Selected): Promise<readonly Cell[] | null> {
  const { codes } = view.snapshot
  condition(filter, scope, view.snapshot) // throws if it is invalid
  const selection = cellFilter(filter, scope, codes)
  return selection.isExact ? (await cellsOf(view)).current(selection) : null
}
