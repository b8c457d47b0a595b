import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { type Checked, wasKnown } from './check.js'

const { sql } = Prisma

/**
 * Selects periods that follow from each other, as rows of `indicator`, wherever the release printed one of them: `part`
 * ends on the last day of `whole`, and `before` is the rest of `whole`, null where the two are of the same days. So are a
 * month, quarter, half or year with the years to date around it, and the second of two quarters or halves with what
 * holds both. Figures that do not add up over time are compared with those of the same days only.
 */
export function spans(checked: Checked): Prisma.Sql {
  const staged = sql`(SELECT series_id, period / 16 AS last FROM staging WHERE release_id = ${checked.id}::int)`
  const own = sql`IN (SELECT series_id FROM ${staged} staged)`
  return sql`
    WITH pair AS (
      SELECT p.id AS part_id, w.id AS whole_id, w.id AS before_id, p.metric_id, p.measure, ${months} AS months, 0 AS within
      FROM series p JOIN series w ON w.key = left(p.key, -1) || 'Y'
      WHERE p.frequency <> 'YEAR_TO_DATE' AND (p.id ${own} OR w.id ${own})
      UNION ALL
      SELECT p.id, w.id, p.id, p.metric_id, p.measure, ${months}, 2 * ${months}
      FROM series p JOIN series w ON w.key = left(p.key, -1) || CASE p.frequency WHEN 'QUARTERLY' THEN 'H' ELSE 'A' END
      WHERE p.frequency IN ('QUARTERLY', 'HALF_YEARLY') AND (p.id ${own} OR w.id ${own})
    ), ends AS MATERIALIZED (
      SELECT pair.*, last FROM pair JOIN ${staged} p ON p.series_id = part_id
      UNION SELECT pair.*, last FROM pair JOIN ${staged} p ON p.series_id = whole_id
      UNION SELECT pair.*, last + months FROM pair JOIN ${staged} p ON p.series_id = before_id
    ), at AS (
      SELECT e.*, within > 0 OR last % 12 >= months AS follows FROM ends e JOIN metric m ON m.id = e.metric_id
      WHERE last % greatest(months, within) = greatest(months, within) - 1
        AND (m.additivity = 'FLOW' AND e.measure <> ALL (${rateMeasures}::text[]) OR within = 0 AND last % 12 < months)
    )
    SELECT part, whole, before FROM at
    JOIN indicator part ON part.series_id = part_id AND part.period = last * 16 + months - 1
      AND ${wasKnown('part', checked)}
    JOIN indicator whole ON whole.series_id = whole_id AND ${wasKnown('whole', checked)}
      AND whole.period = last * 16 + CASE within WHEN 0 THEN last % 12 ELSE within - 1 END
    LEFT JOIN indicator before ON follows AND before.series_id = before_id AND ${wasKnown('before', checked)}
      AND before.period = (last - months) * 16 + CASE within WHEN 0 THEN (last - months) % 12 ELSE months - 1 END
    WHERE before.series_id IS NOT NULL OR NOT follows`
}

/** The length of the periods of `p`. */
const months = sql`CASE p.frequency WHEN 'MONTHLY' THEN 1 WHEN 'QUARTERLY' THEN 3 WHEN 'HALF_YEARLY' THEN 6 ELSE 12 END`
