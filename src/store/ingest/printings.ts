import { Prisma } from '../../generated/prisma/client.js'
import { content, identity } from './staging.js'

const { sql, raw } = Prisma

/** A figure's printed content, to be compared: rates with their digits, since 5.0 and 5 are printed differently. */
export const compared = (alias: string): Prisma.Sql =>
  raw(
    `${alias}.unit, ${alias}.value, ${alias}.scale, ${alias}.qualifier, ${alias}.status, ${alias}.yoy, scale(${alias}.yoy),
    ${alias}.share, scale(${alias}.share), ${alias}.share_metric_id, ${alias}.share_category_id,
    ${alias}.share_change, scale(${alias}.share_change), ${alias}.extra`,
  )

/**
 * Everything that releases printed, a row for each printing: their own rows and those that they only confirmed, each
 * with the place where it stood in the release that printed it.
 */
export const printings = sql`(
  SELECT release_id AS printed_by, ${identity}, ${content}, source, source_row FROM indicator
  UNION ALL
  SELECT c.release_id, i.series_id, i.metric_id, i.breakdown_id, i.category_id, i.frequency, i.period, i.unit, i.value,
    i.scale, i.qualifier, i.status, i.yoy, i.share, i.share_metric_id, i.share_category_id, i.share_change, i.extra,
    s.source, s.source_row
  FROM confirmation c CROSS JOIN LATERAL (
    SELECT id, p.source, p.source_row
    FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS n
      FROM unnest(c.series) r, generate_series(lower(r), upper(r) - 1) id
    ) s LEFT JOIN unnest(c.sources, c.source_rows) WITH ORDINALITY AS p(source, source_row, n) USING (n)
  ) s
  JOIN indicator i ON i.release_id = c.confirmed_id AND i.period = c.period AND i.series_id = s.id)`
