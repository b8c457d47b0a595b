import { onlyOne } from '../../domain/codes/default-dataset.js'
import { excerpt } from '../../domain/input-bounds.js'
import {
  type ConnectionArgs,
  type IndicatorFilter,
  type Maybe,
  namesReleases,
} from '../../domain/observations/filter.js'
import { parseGivenKey, parseSeriesKey, seriesKey, spelling } from '../../domain/observations/series-key.js'
import type { Frequency } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { memoizeByObject } from '../../lib/memo.js'
import { rankOf } from '../sql/order.js'
import { type CountedSeries, type SeriesPlace, seriesOfBlocks } from './columns/series.js'
import { type CursorList, decodeCursor, encodeCursor, fingerprint, malformedCursor } from './cursor.js'
import { type Page, pageOf, refuseLonger, sizeOf, toPage } from './page.js'
import { columnsFor, type Indicator, type Parts, type Row, type SeriesRef, toIndicator } from './rows.js'
import { FiguresInMemory, FiguresRead, type SeriesFigures } from './series-figures.js'
import type { View } from './view.js'

const { sql, raw } = Prisma

export interface MatchedSeries {
  readonly series: readonly MeasuredSeries[]
  readonly totalCount: number
  readonly pageInfo: Page<unknown>['pageInfo']
}

type MeasuredSeries = Pick<CountedSeries, 'id' | 'key' | 'measure' | 'category_id' | 'figures'>

interface Wanted {
  readonly first: number
  readonly after?: Maybe<string>
}

/**
 * Returns the first series that match a filter, in code list order. Throws BAD_USER_INPUT when they are of several
 * frequencies, LIMIT_EXCEEDED when they have more than `mostFigures` figures.
 */
export async function matchedSeries(
  view: View,
  filter: IndicatorFilter,
  { mostFigures, ...wanted }: Wanted & { readonly mostFigures: number },
): Promise<MatchedSeries> {
  const { rows, frequencies, totalCount } = await readSeries(view, filter, wanted, wanted.first)
  if (frequencies.length > 1)
    throw new Refusal(
      'BAD_USER_INPUT',
      `The series have several frequencies (${frequencies.join(', ')}). Select one with frequency in the filter.`,
      { allowed: frequencies },
    )
  const series = rows.slice(0, wanted.first)
  const figures = series.reduce((sum, { n }) => sum + Number(n), 0)
  refuseLonger(figures, mostFigures, 'figures')
  const [next, previous] = [rows.length > series.length, wanted.after != null]
  const { pageInfo } = pageOf(series, (row) => row, cursorsOf(view, filter), next, previous)
  return { series, totalCount, pageInfo }
}

export async function pageOfSeries(
  view: View,
  filter: IndicatorFilter,
  given: ConnectionArgs,
): Promise<{ readonly page: Page<SeriesRef>; readonly totalCount: number }> {
  const { size, reversed } = sizeOf(given)
  const { rows, totalCount } = await readSeries(view, filter, given, size, reversed)
  return { page: toPage(rows, given, ({ id, key }): SeriesRef => ({ id, key }), cursorsOf(view, filter)), totalCount }
}

const fingerprintOf = memoizeByObject((filter: IndicatorFilter) => fingerprint({ series: filter }))

const listOf = ({ snapshot }: View, filter: IndicatorFilter): CursorList => ({
  list: fingerprintOf(filter),
  at: snapshot,
})

const cursorsOf =
  (view: View, filter: IndicatorFilter) =>
  ({ key, category_id }: MeasuredSeries): string =>
    encodeCursor(listOf(view, filter), [key, category_id])

async function readSeries(
  view: View,
  filter: IndicatorFilter,
  { after, before }: Pick<ConnectionArgs, 'after' | 'before'>,
  size: number,
  reversed = false,
) {
  if (view.pace.due()) await view.pace.rest()
  const placeOf = (cursor: Maybe<string>): SeriesPlace | null =>
    cursor == null ? null : placeOfCursor(cursor, listOf(view, filter), view)
  const [afterPlace, beforePlace] = [placeOf(after), placeOf(before)]
  const inMemory = await seriesOfBlocks(view, filter, {
    ...{ after: afterPlace, before: beforePlace, size: size + 1, reversed },
  })
  if (inMemory !== null) return inMemory
  const side = (place: SeriesPlace | null, operator: '>' | '<'): Prisma.Sql =>
    place === null
      ? sql`true`
      : sql`(m.rank, k.rank, s.key COLLATE "C") ${raw(operator)} (${place.metricRank}::int, ${place.categoryRank}::int, ${place.key}::text COLLATE "C")`
  const direction = raw(reversed ? 'DESC' : 'ASC')
  const { version } = view.snapshot
  const found = await view.rows<{ total: string; frequencies: string | null } & (SeriesRow | NoSeries)>(sql`
    WITH matched AS (
      SELECT i.series_id, i.metric_id, i.category_id, i.frequency, count(*) AS n
      FROM indicator i WHERE ${view.condition(filter)} GROUP BY 1, 2, 3, 4
    ), page AS (
      SELECT s.id, s.key, s.measure, f.category_id, m.rank AS metric_rank, k.rank AS category_rank, f.n
      FROM matched f JOIN series s ON s.id = f.series_id
      ${rankOf('metric', 'm', 'f.metric_id', version)} ${rankOf('category', 'k', 'f.category_id', version)}
      WHERE ${side(afterPlace, '>')} AND ${side(beforePlace, '<')}
      ORDER BY m.rank ${direction}, k.rank ${direction}, s.key COLLATE "C" ${direction} LIMIT ${size + 1}
    )
    SELECT t.total, t.frequencies, p.id, p.key, p.measure, p.category_id, p.n
    FROM (SELECT count(*) AS total, string_agg(DISTINCT frequency::text, ' ') AS frequencies FROM matched) t
    LEFT JOIN page p ON true
    ORDER BY p.metric_rank ${direction}, p.category_rank ${direction}, p.key COLLATE "C" ${direction}`)
  const [totals] = found
  return {
    rows: found.flatMap(({ id, key, measure, category_id, n }): CountedSeries[] =>
      id === null ? [] : [{ id, key, measure, category_id, n, figures: null }],
    ),
    frequencies: (totals?.frequencies?.split(' ') ?? []) as Frequency[],
    totalCount: Number(totals?.total ?? 0),
  }
}

type SeriesRow = Omit<CountedSeries, 'figures'>
type NoSeries = Readonly<Record<keyof SeriesRow, null>>

function placeOfCursor(cursor: string, list: CursorList, { snapshot: { codes } }: View): SeriesPlace {
  const [key, id] = decodeCursor(cursor, list, 2)
  try {
    const metric = codes.findMetric(parseSeriesKey(String(key))?.metric ?? '')
    const category = codes.categoryById(Number(id))
    return { metricRank: metric.rank, categoryRank: category.rank, key: String(key) }
  } catch {
    throw malformedCursor(cursor)
  }
}

/** Returns the figures of each series. If the filter names releases, each figure is as the last of them printed it. */
export async function figuresOfSeries(
  view: View,
  filter: IndicatorFilter,
  series: MatchedSeries['series'],
  parts: Parts | null,
): Promise<readonly SeriesFigures[]> {
  const { snapshot } = view
  const inMemory = series.flatMap(({ figures }) => figures ?? [])
  if (inMemory.length === series.length) return inMemory.map((each) => new FiguresInMemory(each, snapshot))
  const figures = sql`
    ${columnsFor(parts, ['series_id'])} FROM indicator i JOIN series s ON s.id = i.series_id JOIN release r ON r.id = i.release_id
    WHERE i.series_id = ANY(${series.map(({ id }) => id)}::int[]) AND ${view.condition(filter)}`
  const rows = await view.rows<Row>(
    namesReleases(filter)
      ? sql`SELECT DISTINCT ON (i.series_id, i.period) ${figures}
          ORDER BY i.series_id, i.period, r.published_at DESC, r.code COLLATE "C" DESC`
      : sql`SELECT ${figures}`,
  )
  const bySeries = new Map(series.map(({ id }) => [id, [] as Indicator[]]))
  await view.pace.map(rows, (row) => bySeries.get(row.series_id)?.push(toIndicator(row, snapshot)))
  return view.pace.map(bySeries.values(), (each) => new FiguresRead(each), 1)
}

/**
 * Finds the series with a key. A key without a dataset is that of the only dataset with such a series, or of the default
 * dataset; AMBIGUOUS if there are several.
 */
export async function findSeries(view: View, given: string): Promise<SeriesRef | null> {
  const { codes, defaultDataset } = view.snapshot
  const parts = parseGivenKey(given)
  if (parts === null) return null
  const { dataset } = parts
  const within = dataset === null ? codes.datasets : [codes.dataset(dataset)]
  const keys = within.flatMap((each) =>
    each === null ? [] : seriesKey({ ...parts, ...spelling(parts, codes), dataset: each.code }),
  )
  const found = (await Promise.all(keys.map((each) => view.series(each)))).filter((each) => each !== null)
  return onlyOne(
    found,
    ({ key: own }) => own.slice(0, own.indexOf('|')),
    defaultDataset,
    `The series ${excerpt(given)}`,
  )
}
