import { blockLines, type figureCells } from '../../domain/history-proof/figure-line.js'
import type { UnitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { periodText } from '../sql/period.js'
import { keyCategory } from '../sql/series-key.js'
import { validAt } from '../sql/validity.js'

const { sql, raw, join, empty } = Prisma
type Sql = Prisma.Sql

/** The figures that a release printed, at a version of the store: all of them, or those of some series. */
export interface Printed {
  readonly releaseId: number
  readonly version: number
  readonly units: readonly UnitInfo[]
  readonly series?: readonly number[]
  /** Releases, most of whose figures were confirmed: these are read together rather than looked up one by one. */
  readonly mostly?: readonly number[]
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
  shareOf: `m.code || ' ' || w.key`,
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
function linesOf({ releaseId, version, units, series, mostly = [] }: Printed): Sql {
  const isOwn = series === undefined ? sql`true` : sql`i.series_id = ANY(${series}::int[])`
  const confirmedIds =
    series === undefined
      ? confirmedSeries
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
      WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} AND c.confirmed_id <> ALL (${mostly}::int[])
      ${mostly.length === 0 ? empty : readTogether(releaseId, version, mostly)}
    ) p JOIN series s ON s.id = p.series_id
    LEFT JOIN unnest(${units.map(({ unit }) => unit)}::text[], ${shift}::numeric[], ${units.map(({ exponent }) => exponent)}::int[])
      AS u(unit, factor, exponent) ON u.unit = p.unit
    LEFT JOIN metric m ON m.id = p.share_metric_id
    LEFT JOIN (
      SELECT k.id, ${keyCategory('d', 'k')} AS key FROM category k JOIN dimension d ON d.id = k.dimension_id
    ) w ON w.id = p.share_category_id`
}

/** The identifiers of the series of a confirmation. */
const confirmedSeries = sql`CROSS JOIN LATERAL unnest(c.series) r CROSS JOIN LATERAL generate_series(lower(r), upper(r) - 1) id`

const readTogether = (releaseId: number, version: number, mostly: readonly number[]): Sql => sql`
  UNION ALL
  SELECT ${columns} FROM (
    SELECT c.confirmed_id, c.period, id AS series_id FROM confirmation c ${confirmedSeries}
    WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} AND c.confirmed_id = ANY (${mostly}::int[])
    OFFSET 0 -- so that it is read once
  ) e JOIN indicator i ON i.series_id = e.series_id AND i.period = e.period AND i.release_id = e.confirmed_id
  WHERE i.release_id = ANY (${mostly}::int[]) AND ${validAt(version)}`

/** A figure is read with its release in about a quarter of the time of a look-up. */
const worthwhile = 4

/** Selects the releases of which a release confirmed so much that their figures are read together. */
export const mostlyConfirmed = ({ releaseId, version }: Pick<Printed, 'releaseId' | 'version'>): Sql => sql`
  SELECT confirmed_id AS id FROM (
    SELECT c.confirmed_id, ${raw(`${worthwhile}`)} * count(*) AS most FROM confirmation c ${confirmedSeries}
    WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} GROUP BY 1
  ) confirmed
  WHERE (SELECT count(*) FROM (SELECT FROM indicator i WHERE i.release_id = confirmed_id LIMIT most) rows) < most`

// The order of the bytes of lines: keys have no characters below those that end them.
const inOrder = sql`key COLLATE "C", period`

const isFirst = raw(`n % ${blockLines} = 0`)

/** Selects the blocks of the figures of a release, in order of their lines, with their hashes as leaves (RFC 9162). */
export const blocksOf = (printed: Printed): Sql => sql`
  WITH ordered AS (
    SELECT series_id, period, line, row_number() OVER sorted - 1 AS n,
      lag(series_id) OVER sorted IS DISTINCT FROM series_id AS begins
    FROM (${linesOf(printed)}) lines WINDOW sorted AS (ORDER BY ${inOrder})
  )
  SELECT (n / ${raw(`${blockLines}`)})::int AS block, count(*)::int AS lines,
    sha256('\\x00'::bytea || convert_to(string_agg(line, '' ORDER BY n), 'UTF8')) AS hash,
    range_agg(int4range(series_id, series_id + 1)) FILTER (WHERE begins OR ${isFirst}) AS series,
    min(period) FILTER (WHERE ${isFirst}) AS first_period
  FROM ordered GROUP BY 1`

/** Selects the lines of the series of a block, in order, with their periods. */
export const linesInOrder = (printed: Printed): Sql => sql`
  SELECT series_id, period, line FROM (${linesOf(printed)}) lines ORDER BY ${inOrder}`
