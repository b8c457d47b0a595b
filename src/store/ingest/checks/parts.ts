import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  known,
  type Ref,
  ref,
  type Subject,
  signedMetrics,
  subject,
} from './check.js'

const { sql } = Prisma

/**
 * Selects which series are parts of which, by which dimension: a category of its parent, a root of the same without that
 * dimension, a member of its group. Groups cut across the tree (`is_cut`): what is theirs does not add up with the rest.
 * Metrics whose figures cannot be added up, or may be below zero, have no parts.
 */
const parts = (checked: Checked): Prisma.Sql => sql`
  SELECT s.id AS part_id, w.id AS whole_id, c.dimension_id, above.is_cut, wb.key = 'TOTAL' AS is_total,
    split_part(w.key, '|', 2) AS whole
  FROM series s
  JOIN (
    SELECT DISTINCT s.metric_id, s.measure, s.frequency FROM series s
    JOIN metric m ON m.id = s.metric_id AND m.additivity <> 'RATIO'
    WHERE s.id IN (SELECT series_id FROM staging WHERE release_id = ${checked.id}) AND s.measure <> ALL (${rateMeasures}::text[])
      AND m.id <> ALL (${signedMetrics(checked)}::int[])
  ) kind USING (metric_id, measure, frequency)
  CROSS JOIN LATERAL (
    SELECT s.category_id UNION SELECT category_id FROM series_category WHERE series_id = s.id
  ) of
  JOIN category c ON c.id = of.category_id
  JOIN dimension d ON d.id = c.dimension_id
  CROSS JOIN LATERAL (
    SELECT c.is_aggregate AS is_cut, (SELECT code FROM category WHERE id = c.parent_id) AS code
    UNION ALL
    SELECT true, g.code FROM group_member gm JOIN category g ON g.id = gm.group_id WHERE gm.member_id = c.id
  ) above
  CROSS JOIN LATERAL string_to_array(split_part(s.key, '|', 2), ',') refs
  CROSS JOIN LATERAL (SELECT CASE WHEN above.code IS NULL THEN array_remove(refs, d.code || ':' || c.code)
    ELSE array_replace(refs, d.code || ':' || c.code, d.code || ':' || above.code) END AS refs) whole
  JOIN series w ON w.id <> s.id AND w.key = split_part(s.key, '|', 1) || '|'
    || coalesce(nullif(array_to_string(whole.refs, ','), ''), 'TOTAL:ALL') || '|'
    || split_part(s.key, '|', 3) || '|' || split_part(s.key, '|', 4)
  JOIN breakdown wb ON wb.id = w.breakdown_id`

type Sum = Subject & {
  readonly dimension: string
  readonly parts: Ref[]
  readonly n: number
  readonly sum: string
  readonly low: string
  readonly high: string
}

type Single = Subject & {
  readonly whole: Ref
  readonly whole_name: string
  readonly whole_value: string
  readonly high: string
  readonly is_total: boolean
}

/** So many parts are named with a finding, the largest first. */
const named = 20

/**
 * Finds parts that are more than their whole, whatever the rounding: PARTS_EXCEED_WHOLE. It is an error where one is more
 * than everything together, and a warning where the parts of another whole are, or a member or a group. Missing parts are
 * no fault, and where one is below zero the others may exceed the whole.
 */
export async function checkParts(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  await tx.$executeRaw`CREATE TEMP TABLE part ON COMMIT DROP AS ${parts(checked)}`
  await tx.$executeRaw`ANALYZE part`
  const [sums, singles] = [await readSums(tx, checked), await readSingles(tx, checked)]
  await tx.$executeRaw`DROP TABLE part`
  return [...sums.map(sumFinding), ...singles.map(singleFinding)]
}

/** The parts together, where they are more than the whole. */
function readSums(tx: Prisma.TransactionClient, checked: Checked): Promise<Sum[]> {
  return tx.$queryRaw<Sum[]>`
    WITH rough AS (
      SELECT part.whole_id, part.dimension_id, k.period, sum(k.value) AS sum
      FROM ${known(checked)} k JOIN part ON part.part_id = k.series_id AND NOT part.is_cut
      WHERE k.period IN (SELECT DISTINCT period FROM staging WHERE release_id = ${checked.id})
      GROUP BY 1, 2, 3
    ), more AS MATERIALIZED (
      SELECT r.* FROM rough r JOIN ${known(checked)} w ON w.series_id = r.whole_id AND w.period = r.period
      WHERE coalesce(w.value, 0) < r.sum
    ), summed AS (
      SELECT m.whole_id, m.dimension_id, m.period, m.sum, sum(${low('k')}) AS low, count(*)::int AS n, min(k.value) AS least
      FROM more m JOIN part ON part.whole_id = m.whole_id AND part.dimension_id = m.dimension_id AND NOT part.is_cut
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
        WHERE part.whole_id = s.whole_id AND part.dimension_id = s.dimension_id AND NOT part.is_cut AND k.value > 0
        ORDER BY k.value DESC, (SELECT key FROM series WHERE id = k.series_id) COLLATE "C" LIMIT ${named}
      ) largest
    ) AS parts
    FROM summed s JOIN ${known(checked)} w ON w.series_id = s.whole_id AND w.period = s.period
    JOIN dimension d ON d.id = s.dimension_id
    WHERE s.least >= 0 AND s.low > ${high('w')}`
}

/** Parts of everything, members and groups that alone are more than the whole. */
function readSingles(tx: Prisma.TransactionClient, checked: Checked): Promise<Single[]> {
  return tx.$queryRaw<Single[]>`
    SELECT ${subject('p')}, ${ref('w')} AS whole, part.whole AS whole_name, coalesce(w.value, 0)::text AS whole_value,
      ${high('w')}::text AS high, part.is_total
    FROM part
    JOIN ${known(checked)} p ON p.series_id = part.part_id
      AND p.period IN (SELECT DISTINCT period FROM staging WHERE release_id = ${checked.id})
    JOIN ${known(checked)} w ON w.series_id = part.whole_id AND w.period = p.period
    WHERE (part.is_total OR part.is_cut) AND p.value > coalesce(w.value, 0) AND ${low('p')} > ${high('w')}
      AND EXISTS (SELECT 1 FROM staging o
        WHERE o.release_id = ${checked.id} AND o.period = p.period AND o.series_id IN (part.part_id, part.whole_id))`
}

const sumFinding = (row: Sum): Found => ({
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
})

const singleFinding = (row: Single): Found => ({
  kind: 'PARTS_EXCEED_WHOLE',
  severity: row.is_total ? 'ERROR' : 'WARNING',
  subject: row,
  part: 'value',
  others: [row.whole],
  expected: boundsFrom(null, row.high),
  reported: row.value ?? '0',
  about: `within ${row.whole_name}`,
  words: (name, [whole]) =>
    `${name} is ${inUnit(row.value ?? '0', row.unit)}, more than the ${whole}, which holds it: ${inUnit(row.whole_value, row.unit)}.`,
})
