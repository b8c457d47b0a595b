import type { IndicatorFilter } from '../domain/filter.js'
import type { ObservationStatus, Qualifier } from '../domain/indicator.js'
import type { Frequency, Period } from '../domain/period.js'
import { mapCells } from '../domain/steps.js'
import { parseInstant } from '../domain/time.js'
import { baseOf, shiftBetween, type Unit } from '../domain/unit.js'
import { Refusal } from '../errors.js'
import { Prisma } from '../generated/prisma/client.js'
import type { Derived } from './comparison.js'
import { refuseOtherThanMoney } from './derived.js'
import { refuseLonger } from './page.js'
import { columnsFor, type Indicator, type Parts, type Row, type SeriesRef, toIndicator } from './rows.js'
import { Seen } from './seen.js'
import { type Transform, transformed, unitOf } from './transforms.js'
import type { View } from './view.js'

const { sql } = Prisma
/** Figures, or points, of a table. */
export const mostFigures = 100_000

type Maybe<T> = T | null | undefined

/** Which series, and what they are turned into: the arguments of the API. */
export interface SeriesQuery {
  readonly filter: IndicatorFilter
  /** LEVEL where there is none. */
  readonly transform?: Maybe<Transform>
  /** What levels are given in; the base unit of the series' measure where there is none. */
  readonly unit?: Maybe<Unit>
  /** The period whose index is 100. */
  readonly base?: Maybe<Period>
  /** How many; all where it is null. */
  readonly first: number | null
  /** Whether the figures of its points are told too: all of them is read, then. */
  readonly withFigures?: boolean
}

/** One number of a series: the figure of its period and what was made of it, in the table's unit; null where there is none. */
export interface Point {
  readonly period: Period
  readonly indicator: Indicator | null
  /** The office's own word about the figure. */
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly made: Derived
}

export interface SeriesTable {
  /** Every period that a series has a figure for, in order. */
  readonly periods: readonly Period[]
  readonly unit: Unit
  /** The series of the exchange rate that was used; null where none was. */
  readonly rate: SeriesRef | null
  /** In code list order, their points aligned with the periods. */
  readonly rows: readonly { readonly series: SeriesRef; readonly points: readonly Point[] }[]
  /** How many series match. */
  readonly totalCount: number
}

/**
 * The series of the figures that a filter leaves, all of one frequency, seen from the filter's viewpoint: one statement
 * for the series, one for their figures, and one for each round of what these are computed from.
 */
export async function seriesTable(view: View, query: SeriesQuery): Promise<SeriesTable> {
  const { filter, base = null, unit: asked = null, withFigures = true } = query
  const transform = query.transform ?? 'LEVEL'
  if ((transform === 'INDEX') !== (base !== null))
    throw new Refusal('BAD_USER_INPUT', 'INDEX needs a base, the period that is 100, and nothing else takes one.')
  const everyOne = mostFigures + 1 // each has a figure: more are refused
  const found = await matched(view, filter, query.first ?? everyOne)
  const unit = tableUnit(transform, asked, found)
  const figures = await figuresOf(view, filter, found, withFigures ? null : computedFrom)
  const periods = [...new Map(figures.map(({ period }) => [period.ordinal, period])).values()].sort(
    (a, b) => a.ordinal - b.ordinal,
  )
  refuseLonger(periods.length * found.series.length, mostFigures, 'points')
  const at = filter.asOf == null ? null : parseInstant(filter.asOf).at
  const bySeries = new Map(found.series.map(({ key }) => [key, new Map<number, Indicator>()]))
  await view.pace.map(figures, (figure) => bySeries.get(figure.series.key)?.set(figure.period.ordinal, figure))
  const read = namesReleases(filter) ? null : bySeries // what releases printed is not what was known
  const to = unitOf[transform]
  const levelOf = (figure: Indicator): Unit => (to === null ? baseOf(unit) : baseOf(figure.unit))
  const computing = await view.pace.map(
    figures,
    (figure) => {
      const made = transformed(new Seen(view, figure, at, read), transform, levelOf(figure), base)
      if (made instanceof Promise) made.catch(() => {}) // it is waited for when all have begun
      return made
    },
    8,
  )
  const computed = await Promise.all(computing)
  const made = new Map<Indicator, Derived>()
  for (const [index, figure] of figures.entries()) {
    const each = computed[index]
    if (each !== undefined) made.set(figure, each.in(to ?? levelOf(figure), unit))
  }
  const own = found.series.map(({ key }) => bySeries.get(key))
  const points = await view.pace.run(
    mapCells(
      own.map(() => periods),
      (period, row): Point => {
        const indicator = own[row]?.get(period.ordinal) ?? null
        const { status, qualifier } = indicator ?? { status: 'MISSING', qualifier: 'EXACT' }
        return { period, indicator, status, qualifier, made: (indicator && made.get(indicator)) ?? nothing }
      },
    ),
  )
  const rows = found.series.map((series, row) => ({ series, points: points[row] ?? [] }))
  const rate = points.flat().find((point) => point.made.rate !== null)?.made.rate?.series ?? null
  return { periods, unit, rate, rows, totalCount: found.totalCount }
}

const nothing: Derived = {
  value: null,
  bounds: null,
  reported: null,
  base: null,
  rate: null,
  agreement: () => 'NOT_COMPUTABLE',
  reason: () => 'There is no figure for this period.',
}

interface Matched {
  readonly series: readonly (SeriesRef & { readonly measure: Unit })[]
  readonly totalCount: number
}

/** The series that match, the first in code list order; BAD_USER_INPUT where they are of several frequencies. */
async function matched(view: View, filter: IndicatorFilter, first: number): Promise<Matched> {
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
      `These series are of several frequencies (${frequencies.join(', ')}): choose one with frequency.`,
      { allowed: frequencies },
    )
  refuseLonger(
    rows.reduce((sum, { n }) => sum + Number(n), 0),
    mostFigures,
    'figures',
  )
  return { series: rows.slice(0, first), totalCount: rows[0]?.total ?? 0 }
}

/** What the table is in. UNIT_MISMATCH where its series are of several measures and none is chosen, or of another than the chosen. */
function tableUnit(transform: Transform, unit: Unit | null, { series }: Matched): Unit {
  const rate = unitOf[transform]
  if (rate !== null) {
    if (unit !== null) shiftBetween(rate, unit)
    return unit ?? rate
  }
  const measures = [...new Set(series.map(({ measure }) => measure))]
  if (unit !== null) for (const measure of measures) refuseOtherThanMoney(measure, unit)
  if (unit === null && measures.length > 1)
    throw new Refusal(
      'UNIT_MISMATCH',
      `These series are in ${measures.join(' and ')}: choose a unit, or filter by one.`,
      {
        allowed: measures,
      },
    )
  return unit ?? measures[0] ?? 'NUMBER'
}

/** What transforms look at. */
const computedFrom: Parts = new Set<keyof Indicator>([
  ...(['series', 'release', 'metric', 'categories', 'period', 'unit', 'value', 'decimals'] as const),
  ...(['qualifier', 'status', 'changes', 'share', 'shareOf'] as const),
])

/** Their figures; where releases are named and several printed one, as the last of them did. */
async function figuresOf(
  view: View,
  filter: IndicatorFilter,
  { series }: Matched,
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

/** Whether a filter, or one within it, is of what releases printed: a figure may then have several versions in it. */
const namesReleases = ({ releases, and, or, not }: IndicatorFilter): boolean =>
  releases != null || [...(and ?? []), ...(or ?? []), ...(not == null ? [] : [not])].some(namesReleases)
