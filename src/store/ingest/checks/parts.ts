import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import { keyCategories, keyCategory, keyCategoryArray, keyOfCategories } from '../../sql/series-key.js'
import type { Check, Draft } from './lib/draft.js'
import type { CheckedRelease } from './lib/release.js'
import { boundsFrom, type Ref, ref, type Subject, subject, type Texts } from './lib/subject.js'

const { sql, raw } = Prisma

/**
 * Selects pairs of series of which one is part of the other, by dimension: a category and its parent, a root and the
 * series without that dimension, a member and its group. Groups overlap (`is_cut`), so their parts are not added up.
 * Metrics that cannot be added up, or whose values may be negative, have no parts.
 */
const parts = (release: CheckedRelease): Prisma.Sql => sql`
  SELECT s.id AS part_id, w.id AS whole_id, c.dimension_id, above.is_cut, wb.key = 'TOTAL' AS is_total,
    ${keyCategories('w')} AS whole
  FROM series s
  JOIN (
    SELECT DISTINCT s.metric_id, s.measure, s.frequency FROM series s
    JOIN metric m ON m.id = s.metric_id AND m.additivity <> 'RATIO'
    WHERE s.id IN ${release.printedSeries} AND s.measure <> ALL (${rateMeasures}::text[])
      AND m.id <> ALL (${release.signedMetrics}::int[])
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
  CROSS JOIN LATERAL ${keyCategoryArray('s')} refs
  CROSS JOIN LATERAL (SELECT CASE WHEN above.code IS NULL THEN array_remove(refs, ${keyCategory('d', 'c')})
    ELSE array_replace(refs, ${keyCategory('d', 'c')}, ${keyCategory('d', 'above')}) END AS refs) whole
  JOIN series w ON w.id <> s.id AND w.key = ${keyOfCategories(raw('whole.refs'), 's')}
  JOIN breakdown wb ON wb.id = w.breakdown_id`

interface Sum extends Subject, Texts<'dimension' | 'sum' | 'low' | 'high'> {
  readonly parts: Ref[]
  readonly n: number
}

interface Single extends Subject, Texts<'whole_name' | 'whole_value' | 'high'> {
  readonly whole: Ref
  readonly is_total: boolean
}

const maxNamed = 20

/**
 * Reports parts that exceed their whole for any rounding (PARTS_EXCEED_WHOLE). An error if a single part exceeds the
 * total, a warning for the sum of the parts, or for a member of a category or group. Missing parts are ignored, and so
 * are sums with a negative part.
 */
export const checkParts: Check = async (release) => {
  await release.tx.$executeRaw`CREATE TEMP TABLE part ON COMMIT DROP AS ${parts(release)}`
  await release.tx.$executeRaw`ANALYZE part`
  const [sums, singles] = [await readSums(release), await readSingles(release)]
  await release.tx.$executeRaw`DROP TABLE part`
  return [...sums.map(sumFinding), ...singles.map(singleFinding)]
}

function readSums(release: CheckedRelease): Promise<Sum[]> {
  return release.tx.$queryRaw<Sum[]>`
    WITH rough AS (
      SELECT part.whole_id, part.dimension_id, k.period, sum(k.value) AS sum
      FROM ${release.known} k JOIN part ON part.part_id = k.series_id AND NOT part.is_cut
      WHERE k.period IN ${release.printedPeriods}
      GROUP BY 1, 2, 3
    ), more AS MATERIALIZED (
      SELECT r.* FROM rough r JOIN ${release.known} w ON w.series_id = r.whole_id AND w.period = r.period
      WHERE coalesce(w.value, 0) < r.sum
    ), summed AS (
      SELECT m.whole_id, m.dimension_id, m.period, m.sum, sum(${low('k')}) AS low, count(*)::int AS n, min(k.value) AS least
      FROM more m JOIN part ON part.whole_id = m.whole_id AND part.dimension_id = m.dimension_id AND NOT part.is_cut
      JOIN ${release.known} k ON k.series_id = part.part_id AND k.period = m.period
      GROUP BY 1, 2, 3, 4
      HAVING bool_or(EXISTS (
        SELECT 1 FROM staging p
        WHERE p.release_id = ${release.id} AND p.period = m.period AND p.series_id IN (m.whole_id, part.part_id)))
    )
    SELECT ${subject('w')}, d.code AS dimension, s.n, s.sum::text, s.low::text, ${high('w')}::text AS high, (
      SELECT coalesce(jsonb_agg(to_jsonb(largest) - 'value'), '[]') FROM (
        SELECT k.series_id, k.period, k.frequency, k.release_id, k.value FROM part
        JOIN ${release.known} k ON k.series_id = part.part_id AND k.period = s.period
        WHERE part.whole_id = s.whole_id AND part.dimension_id = s.dimension_id AND NOT part.is_cut AND k.value > 0
        ORDER BY k.value DESC, (SELECT key FROM series WHERE id = k.series_id) COLLATE "C" LIMIT ${maxNamed}
      ) largest
    ) AS parts
    FROM summed s JOIN ${release.known} w ON w.series_id = s.whole_id AND w.period = s.period
    JOIN dimension d ON d.id = s.dimension_id
    WHERE s.least >= 0 AND s.low > ${high('w')}`
}

function readSingles(release: CheckedRelease): Promise<Single[]> {
  return release.tx.$queryRaw<Single[]>`
    SELECT ${subject('p')}, ${ref('w')} AS whole, part.whole AS whole_name, coalesce(w.value, 0)::text AS whole_value,
      ${high('w')}::text AS high, part.is_total
    FROM part
    JOIN ${release.known} p ON p.series_id = part.part_id
      AND p.period IN ${release.printedPeriods}
    JOIN ${release.known} w ON w.series_id = part.whole_id AND w.period = p.period
    WHERE (part.is_total OR part.is_cut) AND p.value > coalesce(w.value, 0) AND ${low('p')} > ${high('w')}
      AND EXISTS (SELECT 1 FROM staging o
        WHERE o.release_id = ${release.id} AND o.period = p.period AND o.series_id IN (part.part_id, part.whole_id))`
}

const sumFinding = (row: Sum): Draft => ({
  kind: 'PARTS_EXCEED_WHOLE',
  severity: 'WARNING',
  subject: row,
  others: row.parts,
  expected: boundsFrom(row.low, null),
  about: row.dimension,
  says: {
    ...{ code: 'SUM_EXCEEDS_WHOLE', value: row.value ?? '0', n: row.n },
    ...{ dimension: row.dimension, sum: row.sum, low: row.low },
  },
})

const singleFinding = (row: Single): Draft => ({
  kind: 'PARTS_EXCEED_WHOLE',
  severity: row.is_total ? 'ERROR' : 'WARNING',
  subject: row,
  others: [row.whole],
  expected: boundsFrom(null, row.high),
  about: `within ${row.whole_name}`,
  says: { code: 'PART_EXCEEDS_WHOLE', value: row.value ?? '0', whole: row.whole_value },
})
