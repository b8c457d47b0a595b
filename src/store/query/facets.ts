import type { Category } from '../../domain/codes/codes.js'
import type { IndicatorQuery } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { condition, withoutCategories } from '../sql/filter.js'
import type { Snapshot } from './metadata-snapshot.js'
import type { Rows } from './rows.js'

const { sql, empty } = Prisma

export interface Facets {
  readonly facets: readonly { readonly category: Category; readonly count: number }[]
  readonly total: number | null
}

/** Counts the figures of a list by category, disregarding the categories of its filter. */
export async function readFacets(rows: Rows, snapshot: Snapshot, { filter, scope }: IndicatorQuery): Promise<Facets> {
  const { codes } = snapshot
  const where = condition(withoutCategories(filter), scope, snapshot)
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1).map(({ id }) => id)
  const others = sql`
    UNION ALL
    SELECT sc.category_id, 0, count(*)::int FROM indicator i JOIN series_category sc ON sc.series_id = i.series_id
    WHERE ${where} AND i.breakdown_id = ANY(${crossed}::int[]) AND sc.category_id <> i.category_id GROUP BY 1`
  const found = await rows<{ category_id: number; first: number; further: number }>(sql`
    SELECT i.category_id, count(*)::int AS first, 0 AS further FROM indicator i WHERE ${where} GROUP BY 1
    ${crossed.length === 0 ? empty : others}`)
  const counts = new Map<number, number>()
  for (const { category_id: id, first, further } of found) counts.set(id, (counts.get(id) ?? 0) + first + further)
  const facets = [...counts].map(([id, count]) => ({ category: codes.categoryById(id), count }))
  return {
    facets: facets.sort((a, b) => a.category.rank - b.category.rank),
    // `first` counts each figure once.
    total: filter.categories == null && filter.within == null ? found.reduce((sum, { first }) => sum + first, 0) : null,
  }
}
