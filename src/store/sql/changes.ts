import type { ChangeQuery } from '../../domain/observations/figure-change.js'
import { figureFields, type IndicatorFilter } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Prisma } from '../../generated/prisma/client.js'
import { printedContent } from './content.js'
import { type CodeLookup, conditionOnAny, knownAt } from './filter.js'

const { sql } = Prisma

interface Published {
  readonly id: number
  readonly publishedAt: string
}

/** The releases by which two states differ: those published after the earlier time, until the later one. */
export function releasesBetween({ from, to }: Pick<ChangeQuery, 'from' | 'to'>, releases: readonly Published[]) {
  const times = [from, to].map((moment) => (moment === null ? Number.POSITIVE_INFINITY : timeOf(moment)))
  const [earlier, later] = [Math.min(...times), Math.max(...times)]
  return releases.filter(({ publishedAt }) => {
    const time = timeOf(publishedAt)
    return time > earlier && time <= later
  })
}

const timeOf = (moment: string): number => parseInstant(moment).at.getTime()

/** Indicates that the later of the two times is `from`, so that new figures are those before. */
export const isReversed = ({ from, to }: Pick<ChangeQuery, 'from' | 'to'>): boolean =>
  to !== null && timeOf(from) > timeOf(to)

/**
 * Returns tables and a condition by which `i` is each figure known at the later time that differs from the figure `e` of
 * the same series and period known at the earlier time, or has none. A filter selects by either figure. Only figures of
 * releases published between the two times are read.
 */
export function changedFigures(
  query: ChangeQuery,
  lookup: CodeLookup & { readonly releases: readonly Published[] },
): { readonly from: Prisma.Sql; readonly where: Prisma.Sql } {
  const { filter } = query
  const times = [query.from, query.to]
  const [earlier = null, later = null] = isReversed(query) ? times.toReversed() : times
  const ids = releasesBetween(query, lookup.releases).map(({ id }) => id)
  const [ofSeries, ofFigure] = parts(filter)
  const either = sql`(${conditionOnAny(filter, lookup)} OR EXISTS (
    SELECT 1 FROM indicator i WHERE i.series_id = e.series_id AND i.period = e.period AND i.release_id = e.release_id
      AND ${conditionOnAny(filter, lookup)}))`
  return {
    from: sql`indicator i LEFT JOIN indicator e
      ON e.series_id = i.series_id AND e.period = i.period AND ${knownAt(earlier, 'e')}`,
    where: sql`i.release_id = ANY(${ids}::int[]) AND ${knownAt(later)} AND ${conditionOnAny(ofSeries, lookup)}
      AND (e.release_id IS NULL OR (${printedContent('i')}) IS DISTINCT FROM (${printedContent('e')}))
      AND ${ofFigure ? either : sql`true`}`,
  }
}

export function isOfChange(query: ChangeQuery, lookup: Parameters<typeof changedFigures>[1]): Prisma.Sql {
  const { from, where } = changedFigures(query, lookup)
  return sql`(i.series_id, i.period, i.release_id) IN (
    SELECT i.series_id, i.period, unnest(ARRAY[i.release_id, e.release_id]) FROM ${from} WHERE ${where})`
}

/** Divides a filter into what old and new figures have in common, which indexes can use, and whether there is more. */
function parts(filter: IndicatorFilter): readonly [common: IndicatorFilter, hasMore: boolean] {
  const nothing = Object.fromEntries(figureFields.map((name) => [name, null]))
  return [{ ...filter, ...nothing }, figureFields.some((name) => filter[name] != null)]
}
