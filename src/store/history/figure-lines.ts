import { blockLines, type figureCells } from '../../domain/history-proof/figure-line.js'
import type { UnitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { periodText } from '../sql/period.js'
import { keyCategory } from '../sql/series-key.js'
import { validAt } from '../sql/validity.js'

const { sql, raw, join } = Prisma
type Sql = Prisma.Sql

/** The figures that a release printed, at a version of the store: all of them, or those of some series. */
export interface Printed {
  readonly releaseId: number
  readonly version: number
  readonly units: readonly UnitInfo[]
  readonly series?: readonly number[]
}

/** The expressions of the cells of a line; null is an empty cell. Numbers have the printed digits, in the printed unit. */
const cells: Readonly<Record<(typeof figureCells)[number], string>> = {
  series: 's.key',
  period: periodText('p').sql,
  value: 'round(p.value * u.factor, greatest(p.scale + u.exponent, 0))',
  unit: 'p.unit',
  decimals: 'p.scale + u.exponent',
  qualifier: 'p.qualifier',
  status: 'p.status',
  yoy: 'p.yoy',
  share: 'p.share',
  shareOf: `m.code || ' ' || ${keyCategory('d', 'k').sql}`,
  shareChange: 'p.share_change',
  more: 'p.extra',
}

const columns = raw(
  [
    'series_id',
    'period',
    'frequency',
    'unit',
    'value',
    'scale',
    'qualifier',
    'status',
    'yoy',
    'share',
    'share_metric_id',
    'share_category_id',
    'share_change',
    'extra',
  ]
    .map((name) => `i.${name}`)
    .join(', '),
)

/** Selects the figures that a release printed as lines: its own rows, and the rows of other releases that it confirmed. */
function linesOf({ releaseId, version, units, series }: Printed): Sql {
  const isOwn = series === undefined ? sql`true` : sql`i.series_id = ANY(${series}::int[])`
  const confirmedIds =
    series === undefined
      ? sql`CROSS JOIN LATERAL unnest(c.series) r CROSS JOIN LATERAL generate_series(lower(r), upper(r) - 1) id`
      : sql`JOIN unnest(${series}::int[]) id ON c.chunk = id >> 12 AND c.series @> id`
  const shift = units.map(({ exponent }) => `1e${-exponent}`)
  return sql`
    SELECT p.series_id, p.period, s.key, concat_ws(E'\\t', ${join(Object.values(cells).map((cell) => raw(`coalesce((${cell})::text, '')`)))}) || E'\\n' AS line
    FROM (
      SELECT ${columns} FROM indicator i WHERE i.release_id = ${releaseId} AND ${isOwn} AND ${validAt(version)}
      UNION ALL
      SELECT ${columns} FROM confirmation c ${confirmedIds}
      CROSS JOIN LATERAL (
        SELECT * FROM indicator i
        WHERE i.series_id = id AND i.period = c.period AND i.release_id = c.confirmed_id AND ${validAt(version)}
        LIMIT 1 -- there is one at most; so that each is looked up by its key, whatever the planner expects
      ) i
      WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')}
    ) p JOIN series s ON s.id = p.series_id
    LEFT JOIN unnest(${units.map(({ unit }) => unit)}::text[], ${shift}::numeric[], ${units.map(({ exponent }) => exponent)}::int[])
      AS u(unit, factor, exponent) ON u.unit = p.unit
    LEFT JOIN metric m ON m.id = p.share_metric_id
    LEFT JOIN category k ON k.id = p.share_category_id LEFT JOIN dimension d ON d.id = k.dimension_id`
}

// The order of the bytes of lines: keys have no characters below those that end them.
const inOrder = sql`key COLLATE "C", period`

/** Selects the blocks of the figures of a release, in order of their lines, with their hashes as leaves (RFC 9162). */
export const blocksOf = (printed: Printed): Sql => sql`
  WITH ordered AS (
    SELECT series_id, period, line, row_number() OVER (ORDER BY ${inOrder}) - 1 AS n FROM (${linesOf(printed)}) lines
  )
  SELECT (n / ${raw(`${blockLines}`)})::int AS block, count(*)::int AS lines,
    sha256('\\x00'::bytea || convert_to(string_agg(line, '' ORDER BY n), 'UTF8')) AS hash,
    range_agg(int4range(series_id, series_id + 1)) AS series,
    min(period) FILTER (WHERE n % ${raw(`${blockLines}`)} = 0) AS first_period
  FROM ordered GROUP BY 1`

/** Selects the lines of the series of a block, in order, with their periods. */
export const linesInOrder = (printed: Printed): Sql => sql`
  SELECT series_id, period, line FROM (${linesOf(printed)}) lines ORDER BY ${inOrder}`
