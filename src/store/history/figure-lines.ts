import { blockLines, lineCells } from '../../domain/history-proof/figure-line.js'
import { noPlace, type Place, type Range } from '../../domain/history-proof/release-blocks.js'
import type { UnitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { confirmedRows } from '../sql/confirmed-rows.js'
import { keyCategory } from '../sql/series-key.js'
import { validAt } from '../sql/validity.js'

const { sql, raw, empty } = Prisma
type Sql = Prisma.Sql

export interface Printed {
  readonly releaseId: number
  readonly version: number
  readonly units: readonly UnitInfo[]
  readonly part?: Part
  /** Releases, most of whose figures were confirmed: these are read together rather than looked up one by one. */
  readonly mostly?: readonly number[]
}

export interface Part {
  readonly series: readonly number[]
  readonly periods?: Range
  readonly from?: Place
  readonly to?: Place
}

const cells: Readonly<Record<(typeof lineCells)[number], string>> = {
  series: 's.key',
  period: 'p.period',
  unit: 'p.unit',
  value: 'p.value',
  scale: 'p.scale',
  qualifier: 'p.qualifier',
  status: 'p.status',
  yoy: 'p.yoy',
  share: 'p.share',
  shareChange: 'p.share_change',
  more: String.raw`replace(p.extra::text, '\', '\\')`,
  exponent: 'u.exponent',
  shareOf: `m.code || ' ' || w.key`,
}

const line = raw(
  `concat_ws(E'\\t', ${lineCells.map((name) => String.raw`coalesce((${cells[name]})::text, '\N')`).join(', ')}) || E'\\n'`,
)

const content = raw(
  `i.series_id, i.period, i.unit, i.value, i.scale, i.qualifier, i.status, i.yoy, i.share, i.share_change, i.extra,
  i.share_metric_id, i.share_category_id`,
)

/** Selects the figures that a release printed as lines: its own rows, and the rows of other releases that it confirmed. */
export function linesOf({ releaseId, version, units, part, mostly = [] }: Printed): Sql {
  const chunks =
    part === undefined ? sql`true` : sql`c.chunk IN (SELECT id >> 12 FROM unnest(${part.series}::int[]) id)`
  return sql`
    SELECT p.series_id, p.period, ${placeOf('p')}, s.key, ${line} AS line
    FROM (
      SELECT ${content}, i.source, i.source_row FROM indicator i
      WHERE i.release_id = ${releaseId} AND ${isIn('i', 'i', part)} AND ${validAt(version)}
      UNION ALL
      SELECT ${content}, e.source, e.source_row FROM confirmation c CROSS JOIN LATERAL ${confirmedRows} e
      CROSS JOIN LATERAL (
        SELECT * FROM indicator i
        WHERE i.series_id = e.series_id AND i.period = c.period AND i.release_id = c.confirmed_id AND ${validAt(version)}
        LIMIT 1 -- there is one at most; so that each is looked up by its key, whatever the planner expects
      ) i
      WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} AND c.confirmed_id <> ALL (${mostly}::int[])
        AND ${chunks} AND ${isIn('c', 'e', part)}
      ${mostly.length === 0 ? empty : readTogether(releaseId, version, mostly)}
    ) p JOIN series s ON s.id = p.series_id
    LEFT JOIN unnest(${units.map(({ unit }) => unit)}::text[], ${units.map(({ exponent }) => exponent)}::int[])
      AS u(unit, exponent) ON u.unit = p.unit
    LEFT JOIN metric m ON m.id = p.share_metric_id
    LEFT JOIN (
      SELECT k.id, ${keyCategory('d', 'k')} AS key FROM category k JOIN dimension d ON d.id = k.dimension_id
    ) w ON w.id = p.share_category_id`
}

const placeOf = (alias: string): Sql =>
  raw(
    `coalesce(${alias}.source, ${noPlace.source}::smallint) AS source, coalesce(${alias}.source_row, ${noPlace.row}) AS source_row`,
  )

function isIn(ofPeriod: string, ofRow: string, part: Part | undefined): Sql {
  if (part === undefined) return sql`true`
  const { series, periods, from = { source: 0, row: 0 }, to = noPlace } = part
  const place = raw(`(coalesce(${ofRow}.source, ${noPlace.source}), coalesce(${ofRow}.source_row, ${noPlace.row}))`)
  const isOfPeriod =
    periods === undefined
      ? sql`true`
      : sql`${raw(ofPeriod)}.period >= ${periods[0]} AND ${raw(ofPeriod)}.period < ${periods[1]}`
  return sql`${raw(ofRow)}.series_id = ANY(${series}::int[]) AND ${isOfPeriod}
    AND ${place} BETWEEN (${from.source}::int, ${from.row}::int) AND (${to.source}::int, ${to.row}::int)`
}

const readTogether = (releaseId: number, version: number, mostly: readonly number[]): Sql => sql`
  UNION ALL
  SELECT ${content}, e.source, e.source_row FROM (
    SELECT c.confirmed_id, c.period, e.* FROM confirmation c CROSS JOIN LATERAL ${confirmedRows} e
    WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} AND c.confirmed_id = ANY (${mostly}::int[])
    OFFSET 0 -- so that it is read once
  ) e JOIN indicator i ON i.series_id = e.series_id AND i.period = e.period AND i.release_id = e.confirmed_id
  WHERE i.release_id = ANY (${mostly}::int[]) AND ${validAt(version)}`

/** A figure is read with its release in about a quarter of the time of a look-up. */
const worthwhile = 4

export const mostlyConfirmed = ({ releaseId, version }: Pick<Printed, 'releaseId' | 'version'>): Sql => sql`
  SELECT confirmed_id AS id FROM (
    SELECT c.confirmed_id, ${raw(`${worthwhile}`)} * sum(upper(r) - lower(r)) AS most
    FROM confirmation c CROSS JOIN LATERAL unnest(c.series) r
    WHERE c.release_id = ${releaseId} AND ${validAt(version, 'c')} GROUP BY 1
  ) confirmed
  WHERE (SELECT count(*) FROM (SELECT FROM indicator i WHERE i.release_id = confirmed_id LIMIT most) rows) < most`

export const inOrder = sql`source, source_row, key COLLATE "C", period`

const isFirst = raw(`n % ${blockLines} = 0`)

/**
 * Selects the blocks of the figures of a release, in the order of the rows of its files, with their hashes as leaves
 * (RFC 9162): what `ReleaseBlocks` makes while a release is read.
 */
export const blocksOf = (printed: Printed): Sql => sql`
  WITH ordered AS (
    SELECT *, row_number() OVER (ORDER BY ${inOrder}) - 1 AS n FROM (${linesOf(printed)}) lines
  )
  SELECT (n / ${raw(`${blockLines}`)})::int AS block, count(*)::int AS lines,
    sha256('\\x00'::bytea || convert_to(string_agg(line, '' ORDER BY n), 'UTF8')) AS hash,
    range_agg(int4range(series_id, series_id + 1)) AS series, int4range(min(period), max(period), '[]') AS periods,
    min(source) FILTER (WHERE ${isFirst}) AS first_source, min(source_row) FILTER (WHERE ${isFirst}) AS first_row,
    min(series_id) FILTER (WHERE ${isFirst}) AS first_series, min(period) FILTER (WHERE ${isFirst}) AS first_period
  FROM ordered GROUP BY 1`
