import type { Category } from '../../domain/codes/codes.js'
import type { IndicatorQuery } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { condition, withoutCategories } from '../sql/filter.js'
import type { Rows } from './findings.js'
import type { Snapshot } from './metadata-snapshot.js'

const { sql, empty } = Prisma

/** What is left to choose of a list. */
export interface Facets {
  /** How many figures each category has, in code list order. */
  readonly facets: readonly { readonly category: Category; readonly count: number }[]
  /** How many there are in all; null where the list is of chosen categories, which facets are not. */
  readonly total: number | null
}

/** How many figures of a list, were its categories not chosen, each category has: one statement. */
export async function facetsOf(
  rows: Rows,
  { codes, releaseIds }: Snapshot,
  { filter, scope }: IndicatorQuery,
): Promise<Facets> {
  const where = condition(withoutCategories(filter), scope, { codes, releases: releaseIds })
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
    // Each figure is counted first where its first category is.
    total: filter.categories == null && filter.within == null ? found.reduce((sum, { first }) => sum + first, 0) : null,
  }
}
