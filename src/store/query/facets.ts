import type { Metric } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import type { IndicatorQuery } from '../../domain/observations/filter.js'
import { type Frequency, type Period, periodOf } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'
import { condition, withoutCategories } from '../sql/filter.js'
import type { Snapshot } from './metadata-snapshot.js'
import type { Rows } from './rows.js'

const { sql, empty } = Prisma

export type Facets = Awaited<ReturnType<typeof readFacets>>

/**
 * Counts the figures of a list by category, disregarding the categories of its filter. The counts by metric and by
 * dataset disregard the metrics and datasets alike.
 */
export async function readFacets(rows: Rows, snapshot: Snapshot, { filter, scope }: IndicatorQuery) {
  const { codes } = snapshot
  const where = condition(withoutCategories(filter), scope, snapshot)
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1).map(({ id }) => id)
  const others = sql`
    UNION ALL
    SELECT sc.category_id, 0::bigint, count(*) FROM indicator i JOIN series_category sc ON sc.series_id = i.series_id
    WHERE ${where} AND i.breakdown_id = ANY(${crossed}::int[]) AND sc.category_id <> i.category_id GROUP BY 1`
  const found = await rows<{ category_id: number; first: string; further: string }>(sql`
    SELECT i.category_id, count(*) AS first, 0::bigint AS further FROM indicator i WHERE ${where} GROUP BY 1
    ${crossed.length === 0 ? empty : others}`)
  const counts = new Map<number, number>()
  for (const { category_id: id, first, further } of found)
    counts.set(id, (counts.get(id) ?? 0) + Number(first) + Number(further))
  const facets = [...counts].map(([id, count]) => ({ category: codes.categoryById(id), count }))
  return {
    facets: facets.sort((a, b) => a.category.rank - b.category.rank),
    // `first` counts each figure once.
    total:
      filter.categories == null && filter.within == null
        ? found.reduce((sum, { first }) => sum + Number(first), 0)
        : null,
  }
}

export async function readMetricFacets(
  rows: Rows,
  snapshot: Snapshot,
  { filter, scope }: IndicatorQuery,
): Promise<{ readonly metric: Metric; readonly count: number }[]> {
  const where = condition({ ...filter, metrics: null }, scope, snapshot)
  const found = await rows<{ metric_id: number; n: string }>(sql`
    SELECT i.metric_id, count(*) AS n FROM indicator i WHERE ${where} GROUP BY 1`)
  const facets = found.map(({ metric_id: id, n }) => ({ metric: snapshot.codes.metricById(id), count: Number(n) }))
  return facets.sort((a, b) => a.metric.rank - b.metric.rank)
}

export async function readDatasetFacets(
  rows: Rows,
  snapshot: Snapshot,
  { filter, scope }: IndicatorQuery,
): Promise<{ readonly dataset: Dataset; readonly count: number }[]> {
  const where = condition({ ...filter, datasets: null }, scope, snapshot)
  const found = await rows<{ breakdown_id: number; n: string }>(sql`
    SELECT i.breakdown_id, count(*) AS n FROM indicator i WHERE ${where} GROUP BY 1`)
  const counts = new Map(found.map(({ breakdown_id: id, n }) => [id, Number(n)]))
  return snapshot.codes.datasets.flatMap((dataset) => {
    const own = snapshot.codes.breakdowns.filter((each) => each.dataset === dataset)
    const count = own.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0)
    return count === 0 ? [] : [{ dataset, count }]
  })
}

/** Counts the figures that match a filter by period, in the order of last days, then of length, shortest first. */
export async function readPeriodFacets(
  rows: Rows,
  snapshot: Snapshot,
  { filter, scope }: Pick<IndicatorQuery, 'filter' | 'scope'>,
): Promise<{ readonly period: Period; readonly count: number }[]> {
  const found = await rows<{ period: number; frequency: Frequency; n: string }>(sql`
    SELECT i.period, i.frequency, count(*) AS n FROM indicator i
    WHERE ${condition(filter, scope, snapshot)} GROUP BY 1, 2`)
  const facets = found.map(({ period, frequency, n }) => ({ period: periodOf(period, frequency), count: Number(n) }))
  return facets.sort((a, b) => a.period.ordinal - b.period.ordinal)
}
