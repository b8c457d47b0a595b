import { Prisma } from '../../generated/prisma/client.js'
import type { Checked } from './check.js'

const { sql } = Prisma
type Transaction = Prisma.TransactionClient

/**
 * Puts beside each other what several checks compare, in tables of whole rows, for the length of the work:
 * `peers`, rows `t`, `e` and `i` of trade, exports and imports that the release printed of the same;
 * `months`, rows `m`, `y` and `b` of a month, its year to date and the one that it follows, which January has none of,
 * as they were known, wherever the release printed one of them.
 */
export async function withNeighbours<T>(tx: Transaction, checked: Checked, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`CREATE TEMP TABLE peers ON COMMIT DROP AS ${peers(checked)}`
  await tx.$executeRaw`CREATE TEMP TABLE months ON COMMIT DROP AS ${months(checked)}`
  const done = await work()
  await tx.$executeRaw`DROP TABLE peers, months`
  return done
}

function peers({ id, codes }: Checked): Prisma.Sql {
  const idOf = (metric: string): number | null => codes.metric(metric)?.id ?? null
  return sql`
    SELECT t, e, i
    FROM staging t JOIN series ts ON ts.id = t.series_id
    JOIN series es ON es.key = 'EXPORTS' || substr(ts.key, 6) JOIN series ii ON ii.key = 'IMPORTS' || substr(ts.key, 6)
    JOIN staging e ON e.series_id = es.id AND e.period = t.period AND e.metric_id = ${idOf('EXPORTS')}::int AND e.release_id = ${id}
    JOIN staging i ON i.series_id = ii.id AND i.period = t.period AND i.metric_id = ${idOf('IMPORTS')}::int AND i.release_id = ${id}
    WHERE t.metric_id = ${idOf('TRADE')}::int AND t.release_id = ${id}`
}

/** A month is year * 12 + month - 1; the order of periods makes it 16 times that, and a year to date its number more. */
function months({ id, publishedAt: at }: Checked): Prisma.Sql {
  const own = sql`SELECT series_id FROM staging WHERE release_id = ${id}`
  const wasKnown = (alias: string): Prisma.Sql => {
    const [from, to] = [Prisma.raw(`${alias}.known_from`), Prisma.raw(`${alias}.known_to`)]
    return sql`${from} <= ${at} AND (${to} IS NULL OR ${to} > ${at})`
  }
  return sql`
    WITH pair AS (
      SELECT m.id AS month_id, y.id AS ytd_id FROM series m JOIN series y ON y.key = left(m.key, -1) || 'Y'
      WHERE m.frequency = 'MONTHLY' AND (m.id IN (${own}) OR y.id IN (${own}))
    ), at AS MATERIALIZED (
      SELECT pair.*, p.period / 16 AS month FROM pair JOIN staging p ON p.series_id = pair.month_id
      WHERE p.release_id = ${id}
      UNION
      SELECT pair.*, p.period / 16 + later.months FROM pair JOIN staging p ON p.series_id = pair.ytd_id
      CROSS JOIN (VALUES (0), (1)) AS later(months)
      WHERE p.release_id = ${id} AND (later.months = 0 OR p.period / 16 % 12 < 11)
    )
    SELECT m, y, b FROM at
    JOIN indicator m ON m.series_id = at.month_id AND m.period = at.month * 16 AND ${wasKnown('m')}
    JOIN indicator y ON y.series_id = at.ytd_id AND y.period = at.month * 16 + at.month % 12 AND ${wasKnown('y')}
    LEFT JOIN indicator b ON b.series_id = at.ytd_id AND b.period = at.month * 16 - 17 + at.month % 12
      AND at.month % 12 > 0 AND ${wasKnown('b')}
    WHERE at.month % 12 = 0 OR b.series_id IS NOT NULL`
}
