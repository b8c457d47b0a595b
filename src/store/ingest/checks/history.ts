import { band, sampleSize } from '../../../domain/observations/plausibility.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { type Checked, type Ref, type Subject, signedMetrics, subject, wasKnown } from './check.js'

const { sql, raw, join } = Prisma

/** A level that the release brought, beside the nearest ones of its series: up to three before it, else after it. */
export interface HistoryRow extends Subject {
  readonly key: string
  readonly metric_id: number
  readonly is_total: boolean
  readonly source: number | null
  readonly source_row: number | null
  readonly yoy: string | null
  /** The level, of a year to date a month of it; `low` and `high` are those of its neighbours. */
  readonly rate: string
  readonly low: string
  readonly high: string
  readonly neighbours: number
  readonly nearest: Ref
  /** Indicates whether the nearest was printed by another release. */
  readonly is_new: boolean
  readonly is_precise: boolean
  readonly is_repeated: boolean
}

/** Neighbours are at most so many periods away. */
export const reach = 4

/**
 * Reads the levels that are outside the band around their neighbours, and those that follow what another release
 * printed: of each column and period no more than a sample, by which whole columns are judged.
 */
export function readHistory(tx: Prisma.TransactionClient, checked: Checked): Promise<HistoryRow[]> {
  const { id } = checked
  return tx.$queryRaw<HistoryRow[]>`
    WITH own AS (
      SELECT series_id, min(period) / 16 AS first, max(period) / 16 AS last,
        ${reach} * max(CASE frequency WHEN 'QUARTERLY' THEN 3 WHEN 'HALF_YEARLY' THEN 6 WHEN 'ANNUAL' THEN 12 ELSE 1 END) AS reach
      FROM staging WHERE release_id = ${id}::int AND metric_id <> ALL (${signedMetrics(checked)}::int[]) GROUP BY series_id
    ), level AS (
      SELECT i.*, own.reach, i.period / 16 AS month, i.value / CASE i.frequency WHEN 'YEAR_TO_DATE' THEN i.period % 16 + 1 ELSE 1 END AS rate
      FROM own JOIN indicator i ON i.series_id = own.series_id AND ${wasKnown('i', checked)}
        AND i.period BETWEEN (own.first - own.reach) * 16 AND (own.last + own.reach) * 16 + 15
      WHERE i.qualifier = 'EXACT' AND i.value IS NOT NULL AND i.status <> 'NIL'
    ), beside AS (
      SELECT level.*, ${join(
        offsets.map((offset) => neighbour(offset)),
        ', ',
      )}, coalesce(lag(release_id) OVER series, lead(release_id) OVER series) AS nearest_release,
        coalesce(lag(period) OVER series, lead(period) OVER series) AS nearest_period,
        lag(value) OVER series = value AND abs(value) >= ('1e' || (3 - scale))::numeric AS is_repeated
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
      SELECT judged.*, s.key, row_number() OVER (
        PARTITION BY is_new, source, judged.metric_id, judged.frequency, unit, period ORDER BY source_row, s.key COLLATE "C"
      ) AS place
      FROM judged JOIN series s ON s.id = judged.series_id WHERE is_new OR is_out
    )
    SELECT ${subject('p')}, p.key, p.metric_id, br.key = 'TOTAL' AS is_total, p.source::int, p.source_row, p.yoy::text,
      p.rate::text, p.low::text, p.high::text, p.neighbours, p.is_new, coalesce(p.is_precise, false) AS is_precise,
      coalesce(p.is_repeated, false) AS is_repeated,
      jsonb_build_object('series_id', p.series_id, 'period', p.nearest_period, 'frequency', p.frequency, 'release_id', p.nearest_release) AS nearest
    FROM sampled p JOIN breakdown br ON br.id = p.breakdown_id
    WHERE p.is_out OR p.place <= ${sampleSize}
    ORDER BY p.key COLLATE "C", p.period`
}

/** The band of a row: a year to date moves less from its third month on. */
const limit = sql`CASE WHEN frequency = 'YEAR_TO_DATE' AND period % 16 >= 2 THEN ${band.yearToDate}::numeric ELSE ${band.other}::numeric END`

/** Before and after, the nearest first. */
const offsets = ['b1', 'b2', 'b3', 'a1', 'a2', 'a3'] as const

/** The rate of a neighbour, where it is within reach. */
function neighbour(offset: (typeof offsets)[number]): Prisma.Sql {
  const [side, distance] = [offset[0] === 'b' ? 'lag' : 'lead', offset[1]]
  return raw(`CASE WHEN abs(${side}(month, ${distance}) OVER series - month) <= reach
    THEN ${side}(rate, ${distance}) OVER series END AS ${offset}`)
}

/** The least or greatest of the three nearest neighbours: those before it first. */
const hull = (of: 'least' | 'greatest'): Prisma.Sql =>
  raw(`CASE WHEN b3 IS NOT NULL THEN ${of}(b1, b2, b3) WHEN b2 IS NOT NULL THEN ${of}(b1, b2, a1)
    WHEN b1 IS NOT NULL THEN ${of}(b1, a1, a2) ELSE ${of}(a1, a2, a3) END`)
