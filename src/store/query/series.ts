import type { IndicatorFilter } from '../../domain/observations/filter.js'
import type { Frequency } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { refuseLonger } from './page.js'
import { columnsFor, type Indicator, type Parts, type Row, type SeriesRef, toIndicator } from './rows.js'
import type { View } from './view.js'

const { sql } = Prisma

export interface MatchedSeries {
  readonly series: readonly (SeriesRef & { readonly measure: Unit })[]
  readonly totalCount: number
}

/**
 * Returns the first series that match a filter, in code list order. Throws BAD_USER_INPUT when they are of several
 * frequencies, LIMIT_EXCEEDED when they have more than `mostFigures` figures.
 */
export async function matchedSeries(
  view: View,
  filter: IndicatorFilter,
  { first, mostFigures }: { readonly first: number; readonly mostFigures: number },
): Promise<MatchedSeries> {
  if (view.pace.due()) await view.pace.rest()
  const rows = await view.rows<SeriesRef & { measure: Unit; total: number; n: string; frequencies: string }>(sql`
    WITH matched AS (
      SELECT i.series_id, i.metric_id, i.category_id, i.frequency, count(*) AS n
      FROM indicator i WHERE ${view.condition(filter)} GROUP BY 1, 2, 3, 4
    )
    SELECT s.id, s.key, s.measure, count(*) OVER ()::int AS total, f.n,
      (SELECT string_agg(DISTINCT frequency::text, ' ') FROM matched) AS frequencies
    FROM matched f JOIN series s ON s.id = f.series_id JOIN metric m ON m.id = f.metric_id
    JOIN category k ON k.id = f.category_id
    ORDER BY m.rank, k.rank, s.key COLLATE "C" LIMIT ${Math.max(first, 1)}`)
  const frequencies = (rows[0]?.frequencies ?? '').split(' ') as Frequency[]
  if (frequencies.length > 1)
    throw new Refusal(
      'BAD_USER_INPUT',
      `The series have several frequencies (${frequencies.join(', ')}). Select one with the argument frequency.`,
      { allowed: frequencies },
    )
  refuseLonger(
    rows.reduce((sum, { n }) => sum + Number(n), 0),
    mostFigures,
    'figures',
  )
  return { series: rows.slice(0, first), totalCount: rows[0]?.total ?? 0 }
}

/** Returns the figures of series. If the filter names releases, each figure is as the last of them printed it. */
export async function figuresOfSeries(
  view: View,
  filter: IndicatorFilter,
  series: MatchedSeries['series'],
  parts: Parts | null,
): Promise<Indicator[]> {
  if (series.length === 0) return []
  const figures = sql`
    ${columnsFor(parts)} FROM indicator i JOIN series s ON s.id = i.series_id JOIN release r ON r.id = i.release_id
    WHERE i.series_id = ANY(${series.map(({ id }) => id)}::int[]) AND ${view.condition(filter)}`
  const rows = await view.rows<Row>(
    namesReleases(filter)
      ? sql`SELECT DISTINCT ON (i.series_id, i.period) ${figures}
          ORDER BY i.series_id, i.period, r.published_at DESC, r.code COLLATE "C" DESC`
      : sql`SELECT ${figures}`,
  )
  return rows.map((row) => toIndicator(row, view.snapshot))
}

export const namesReleases = ({ releases, and, or, not }: IndicatorFilter): boolean =>
  releases != null || [...(and ?? []), ...(or ?? []), ...(not == null ? [] : [not])].some(namesReleases)
