import { rateMeasures } from '../../../../domain/units/unit.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import { lastMonth, ordinalOf, stepMonths } from '../../../sql/period.js'
import { keyOfFrequency } from '../../../sql/series-key.js'
import type { CheckedRelease } from './release.js'

const { sql } = Prisma

/**
 * Selects adjoining periods as rows of `indicator`, where the release printed one of them: `part` ends with `whole`, and
 * `before` is the rest of `whole`, null if the two cover the same days. `part` is a month, quarter, half or year and
 * `whole` a year to date, or `part` is a quarter or half and `whole` the half or year that ends with it. Values that
 * cannot be added over time are paired only with those of the same days.
 */
export function spans(release: CheckedRelease): Prisma.Sql {
  const printed = sql`(SELECT series_id, ${lastMonth('period')} AS last FROM ${release.printed} p)`
  const months = stepMonths('p.frequency')
  const isPrinted = sql`(p.id IN ${release.printedSeries} OR w.id IN ${release.printedSeries})`
  const halfOrYear = sql`CASE p.frequency WHEN 'QUARTERLY' THEN 'H' ELSE 'A' END`
  return sql`
    WITH pair AS (
      SELECT p.id AS part_id, w.id AS whole_id, w.id AS before_id, p.metric_id, p.measure, ${months} AS months, 0 AS within
      FROM series p JOIN series w ON w.key = ${keyOfFrequency(sql`'Y'`, 'p')}
      WHERE p.frequency <> 'YEAR_TO_DATE' AND ${isPrinted}
      UNION ALL
      SELECT p.id, w.id, p.id, p.metric_id, p.measure, ${months}, 2 * ${months}
      FROM series p JOIN series w ON w.key = ${keyOfFrequency(halfOrYear, 'p')}
      WHERE p.frequency IN ('QUARTERLY', 'HALF_YEARLY') AND ${isPrinted}
    ), ends AS MATERIALIZED (
      SELECT pair.*, last FROM pair JOIN ${printed} p ON p.series_id = part_id
      UNION SELECT pair.*, last FROM pair JOIN ${printed} p ON p.series_id = whole_id
      UNION SELECT pair.*, last + months FROM pair JOIN ${printed} p ON p.series_id = before_id
    ), at AS (
      SELECT e.*, within > 0 OR last % 12 >= months AS follows FROM ends e JOIN metric m ON m.id = e.metric_id
      WHERE last % greatest(months, within) = greatest(months, within) - 1
        AND (m.additivity = 'FLOW' AND e.measure <> ALL (${rateMeasures}::text[]) OR within = 0 AND last % 12 < months)
    )
    SELECT part, whole, before FROM at
    JOIN indicator part ON part.series_id = part_id AND part.period = ${ordinalOf('last', 'months')}
      AND ${release.isKnown('part')}
    JOIN indicator whole ON whole.series_id = whole_id AND ${release.isKnown('whole')}
      AND whole.period = ${ordinalOf('last', 'CASE within WHEN 0 THEN last % 12 + 1 ELSE within END')}
    LEFT JOIN indicator before ON follows AND before.series_id = before_id AND ${release.isKnown('before')}
      AND before.period = ${ordinalOf('last - months', 'CASE within WHEN 0 THEN (last - months) % 12 + 1 ELSE months END')}
    WHERE before.series_id IS NOT NULL OR NOT follows`
}
