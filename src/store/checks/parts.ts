import { Prisma } from '../../generated/prisma/client.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  high,
  inUnit,
  known,
  low,
  type Ref,
  type Subject,
  subject,
} from './check.js'

const { sql } = Prisma

/**
 * Which series are parts of which, by which dimension: a category of its parent, a root of the same without that
 * dimension. Groups cut across the tree and are left out, as are metrics whose figures cannot be added up.
 */
const parts = ({ id }: Checked): Prisma.Sql => sql`
  SELECT s.id AS part_id, w.id AS whole_id, c.dimension_id
  FROM series s
  JOIN (
    SELECT DISTINCT s.metric_id, s.measure, s.frequency FROM series s
    JOIN metric m ON m.id = s.metric_id AND m.additivity <> 'RATIO'
    WHERE s.id IN (SELECT series_id FROM staging WHERE release_id = ${id})
  ) kind USING (metric_id, measure, frequency)
  CROSS JOIN LATERAL (
    SELECT s.category_id UNION SELECT category_id FROM series_category WHERE series_id = s.id
  ) of
  JOIN category c ON c.id = of.category_id AND NOT c.is_aggregate
  JOIN dimension d ON d.id = c.dimension_id
  LEFT JOIN category above ON above.id = c.parent_id
  CROSS JOIN LATERAL string_to_array(split_part(s.key, '|', 2), ',') refs
  CROSS JOIN LATERAL (SELECT CASE WHEN above.id IS NULL THEN array_remove(refs, d.code || ':' || c.code)
    ELSE array_replace(refs, d.code || ':' || c.code, d.code || ':' || above.code) END AS refs) whole
  JOIN series w ON w.id <> s.id AND w.key = split_part(s.key, '|', 1) || '|'
    || coalesce(nullif(array_to_string(whole.refs, ','), ''), 'TOTAL:ALL') || '|'
    || split_part(s.key, '|', 3) || '|' || split_part(s.key, '|', 4)`

type Row = Subject & {
  readonly dimension: string
  readonly parts: Ref[]
  readonly n: number
  readonly sum: string
  readonly low: string
  readonly high: string
}

/** So many parts are named with a finding, the largest first. */
const named = 20

/**
 * PARTS_EXCEED_WHOLE, a warning: what is known of the parts is more than the whole, whatever the rounding. Parts that are
 * missing are no fault, and where one is below zero the others may exceed the whole.
 */
export async function checkParts(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  await tx.$executeRaw`CREATE TEMP TABLE part ON COMMIT DROP AS ${parts(checked)}`
  await tx.$executeRaw`ANALYZE part`
  const rows = await tx.$queryRaw<Row[]>`
    WITH rough AS (
      SELECT part.whole_id, part.dimension_id, k.period, sum(k.value) AS sum
      FROM ${known(checked)} k JOIN part ON part.part_id = k.series_id
      WHERE k.period IN (SELECT DISTINCT period FROM staging WHERE release_id = ${checked.id})
      GROUP BY 1, 2, 3
    ), more AS MATERIALIZED (
      SELECT r.* FROM rough r JOIN ${known(checked)} w ON w.series_id = r.whole_id AND w.period = r.period
      WHERE coalesce(w.value, 0) < r.sum
    ), summed AS (
      SELECT m.whole_id, m.dimension_id, m.period, m.sum, sum(${low('k')}) AS low, count(*)::int AS n, min(k.value) AS least
      FROM more m JOIN part USING (whole_id, dimension_id)
      JOIN ${known(checked)} k ON k.series_id = part.part_id AND k.period = m.period
      GROUP BY 1, 2, 3, 4
      HAVING bool_or(EXISTS (
        SELECT 1 FROM staging p
        WHERE p.release_id = ${checked.id} AND p.period = m.period AND p.series_id IN (m.whole_id, part.part_id)))
    )
    SELECT ${subject('w')}, d.code AS dimension, s.n, s.sum::text, s.low::text, ${high('w')}::text AS high, (
      SELECT coalesce(jsonb_agg(to_jsonb(largest) - 'value'), '[]') FROM (
        SELECT k.series_id, k.period, k.frequency, k.release_id, k.value FROM part
        JOIN ${known(checked)} k ON k.series_id = part.part_id AND k.period = s.period
        WHERE part.whole_id = s.whole_id AND part.dimension_id = s.dimension_id AND k.value > 0
        ORDER BY k.value DESC, (SELECT key FROM series WHERE id = k.series_id) COLLATE "C" LIMIT ${named}
      ) largest
    ) AS parts
    FROM summed s JOIN ${known(checked)} w ON w.series_id = s.whole_id AND w.period = s.period
    JOIN dimension d ON d.id = s.dimension_id
    WHERE s.least >= 0 AND s.low > ${high('w')}`
  await tx.$executeRaw`DROP TABLE part`
  return rows.map((row) => ({
    kind: 'PARTS_EXCEED_WHOLE',
    severity: 'WARNING',
    subject: row,
    part: 'value',
    others: row.parts,
    expected: boundsFrom(row.low, null),
    reported: row.value ?? '0',
    about: row.dimension,
    words: (name) =>
      `${name} is ${inUnit(row.value ?? '0', row.unit)}, and its ${row.n} parts by ${row.dimension} add up to ${inUnit(row.sum, row.unit)}, at least ${inUnit(row.low, row.unit)}.`,
  }))
}
