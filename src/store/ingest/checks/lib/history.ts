import { band, type Cell, sampleSize } from '../../../../domain/observations/plausibility.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import { lastMonth, monthCount, ordinalOf, stepMonths } from '../../../sql/period.js'
import { keyCategories } from '../../../sql/series-key.js'
import { type CheckedRelease, hasDigits } from './release.js'
import { type Ref, type Subject, subject } from './subject.js'

const { sql, raw, join } = Prisma

/**
 * The value that the release brought, beside the nearest three of its series, those before it if possible. `rate` is
 * the value divided by `months`, which is 1 except for years to date; `low` and `high` are the least and greatest rates
 * of the neighbours. `isNew` indicates that the nearest was printed by another release.
 */
export interface HistoryRow extends Subject, Omit<Cell, 'table' | 'column' | 'metric' | 'place'> {
  readonly metric_id: number
  readonly categories: string
  readonly measure: string
  readonly source: number | null
  readonly yoy: string | null
  readonly nearest: Ref
}

export const reach = 4

/**
 * Reads the values outside the band around their neighbours, and those whose nearest neighbour another release printed:
 * of these, only a sample of each column and period, because they serve to judge whole columns.
 */
export function readHistory(release: CheckedRelease): Promise<HistoryRow[]> {
  const { id } = release
  return release.tx.$queryRaw<HistoryRow[]>`
    WITH own AS (
      SELECT series_id, min(${lastMonth('period')}) AS first, max(${lastMonth('period')}) AS last,
        ${reach} * max(${stepMonths('frequency')}) AS reach
      FROM ${release.printed} p WHERE metric_id <> ALL (${release.signedMetrics}::int[]) GROUP BY series_id
    ), level AS (
      SELECT i.*, own.reach, ${lastMonth('i.period')} AS month, months, i.value / months AS rate
      FROM own JOIN indicator i ON i.series_id = own.series_id AND ${release.isKnown('i')}
        AND i.period BETWEEN ${ordinalOf('own.first - own.reach', '1')} AND ${ordinalOf('own.last + own.reach', '16')}
      CROSS JOIN LATERAL (SELECT CASE i.frequency WHEN 'YEAR_TO_DATE' THEN ${monthCount('i.period')} ELSE 1 END AS months) m
      WHERE i.qualifier = 'EXACT' AND i.value IS NOT NULL AND i.status <> 'NIL'
    ), beside AS (
      SELECT level.*, ${join(offsets.map(neighbour), ', ')},
        coalesce(lag(release_id) OVER series, lead(release_id) OVER series) AS nearest_release,
        coalesce(lag(period) OVER series, lead(period) OVER series) AS nearest_period,
        lag(value) OVER series = value AND ${raw(hasDigits('value', 'scale', 4))} AS is_repeated
      FROM level WINDOW series AS (PARTITION BY series_id ORDER BY period)
    ), hull AS (
      SELECT *, ${hull('least')} AS low, ${hull('greatest')} AS high, least(3, num_nonnulls(b1, b2, b3, a1, a2, a3)) AS neighbours
      FROM beside WHERE release_id = ${id}::int AND num_nonnulls(b1, a1) > 0
    ), judged AS (
      SELECT *, nearest_release <> ${id}::int AS is_new,
        greatest(abs(value), high * (value / nullif(rate, 0))) >= ('1e' || (2 - scale))::numeric AS is_precise,
        rate > high * ${limit} OR rate * ${limit} < low AS is_out
      FROM hull WHERE low > 0 AND NOT (b1 IS NULL AND neighbours = 1 AND nearest_release = ${id}::int)
    ), sampled AS (
      SELECT judged.*, s.key, ${keyCategories('s')} AS categories, s.measure, row_number() OVER (
        PARTITION BY is_new, source, judged.metric_id, judged.frequency, unit, period ORDER BY source_row, s.key COLLATE "C"
      ) AS place
      FROM judged JOIN series s ON s.id = judged.series_id WHERE is_new OR is_out
    )
    SELECT ${subject('p')}, p.categories, p.measure, p.metric_id, p.source::int, p.source_row AS row, p.yoy::text,
      p.months, p.rate::float8, p.low::float8, p.high::float8, p.neighbours, br.key = 'TOTAL' AS "isTotal",
      p.frequency = 'YEAR_TO_DATE' AS "isYearToDate", p.is_new AS "isNew",
      coalesce(p.is_precise, false) AS "isPrecise", coalesce(p.is_repeated, false) AS "isRepeated",
      jsonb_build_object('series_id', p.series_id, 'period', p.nearest_period, 'frequency', p.frequency, 'release_id', p.nearest_release) AS nearest
    FROM sampled p JOIN breakdown br ON br.id = p.breakdown_id
    WHERE p.is_out OR p.place <= ${sampleSize}
    ORDER BY p.key COLLATE "C", p.period`
}

const limit = sql`CASE WHEN frequency = 'YEAR_TO_DATE' AND months > 2 THEN ${band.yearToDate}::numeric ELSE ${band.other}::numeric END`

const offsets = ['b1', 'b2', 'b3', 'a1', 'a2', 'a3'] as const

function neighbour(offset: (typeof offsets)[number]): Prisma.Sql {
  const [side, distance] = [offset[0] === 'b' ? 'lag' : 'lead', offset[1]]
  return raw(`CASE WHEN abs(${side}(month, ${distance}) OVER series - month) <= reach
    THEN ${side}(rate, ${distance}) OVER series END AS ${offset}`)
}

const hull = (of: 'least' | 'greatest'): Prisma.Sql =>
  raw(`CASE WHEN b3 IS NOT NULL THEN ${of}(b1, b2, b3) WHEN b2 IS NOT NULL THEN ${of}(b1, b2, a1)
    WHEN b1 IS NOT NULL THEN ${of}(b1, a1, a2) ELSE ${of}(a1, a2, a3) END`)
