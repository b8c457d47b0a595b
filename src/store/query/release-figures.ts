import { total } from '../../domain/codes/codes.js'
import { type Period, parsePeriod } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'
import { groupBy } from '../../lib/group-by.js'
import { printedBy } from '../sql/filter.js'
import { endsUntil } from '../sql/period.js'
import { validAt } from '../sql/validity.js'
import { figureSource } from './figure-source.js'
import type { Release } from './metadata-snapshot.js'
import { columns, type Indicator, type Row, toIndicator } from './rows.js'
import type { View } from './view.js'

const { sql } = Prisma

export interface ReleaseFigures {
  readonly period: Period | null
  readonly totals: readonly Indicator[]
  readonly parts: readonly Indicator[]
}

/**
 * Bounds of what is read of a release, however many figures it has: `rows` of each series of totals, `sample` of the
 * whole release, and `looked` of each of the `cells`, which are pairs of a metric and a dimension.
 */
const most = {
  series: 200,
  rows: 128,
  periods: 6,
  sample: 2000,
  cells: 60,
  looked: 2000,
  parts: 24,
}

export const releaseSource = (view: View, release: Release) => ({
  figures: (): Promise<ReleaseFigures> => releaseFigures(view, release),
  earlier: figureSource(view).earlier,
})

/**
 * Reads what a summary of a release chooses from: its totals for the newest periods, and for the period that it is about
 * the largest figures of each metric and dimension and some without a level. Takes three statements.
 */
async function releaseFigures(view: View, release: Release): Promise<ReleaseFigures> {
  const [totals, newest] = await Promise.all([readTotals(view, release), readNewest(view, release)])
  const latest = mainPeriod(totals)
  const ordinal = latest === null || (newest !== null && newest > latest.ordinal) ? newest : latest.ordinal
  if (ordinal === null) return { period: null, totals, parts: [] }
  const found = await readParts(view, release, ordinal)
  const period = latest?.ordinal === ordinal ? latest : mainPeriod(found)
  return { period, totals, parts: found.filter((each) => each.period === period) }
}

/**
 * Returns the longest of the periods that end last. Of two with the same days, such as January and the year to January, it
 * is the one with more changes, or else the one that is no year to date.
 */
function mainPeriod(figures: readonly Indicator[]): Period | null {
  const newest = Math.max(...figures.map(({ period }) => period.ordinal))
  const groups = groupBy(
    figures.filter(({ period }) => period.ordinal === newest),
    ({ period }) => period,
  )
  const changes = (of: readonly Indicator[]): number => of.filter((each) => each.changes.length > 0).length
  const [first] = [...groups].sort(
    ([a, ofA], [b, ofB]) =>
      changes(ofB) - changes(ofA) || Number(a.frequency === 'YEAR_TO_DATE') - Number(b.frequency === 'YEAR_TO_DATE'),
  )
  return first?.[0] ?? null
}

async function readTotals(view: View, release: Release): Promise<Indicator[]> {
  const { snapshot } = view
  const ids = breakdownsOf(view, release).flatMap(({ id, dimension }) => (dimension === total.dimension ? [id] : []))
  const rows = await view.rows<Row>(sql`
    SELECT ${columns} FROM (
      SELECT s.id, s.key FROM series s WHERE s.breakdown_id = ANY(${ids}::int[]) AND s.from_version <= ${snapshot.version}
      ORDER BY s.id LIMIT ${most.series}
    ) s CROSS JOIN LATERAL (
      SELECT i.* FROM (
        SELECT i.* FROM indicator i WHERE i.series_id = s.id AND ${endsUntil('i.period', monthOf(release))} AND ${validAt(snapshot.version)}
        ORDER BY i.period DESC LIMIT ${most.rows}
      ) i WHERE ${printedBy([release.id], snapshot)} ORDER BY i.period DESC LIMIT ${most.periods}
    ) i ORDER BY i.period DESC, s.id`)
  return rows.map((row) => toIndicator(row, snapshot))
}

async function readNewest(view: View, release: Release): Promise<number | null> {
  const { version } = view.snapshot
  const [found] = await view.rows<{ newest: number | null }>(sql`
    SELECT max(period) AS newest FROM (
      (SELECT i.period FROM indicator i WHERE i.release_id = ${release.id} AND ${endsUntil('i.period', monthOf(release))} AND ${validAt(version)} LIMIT ${most.sample})
      UNION ALL
      (SELECT c.period FROM confirmation c WHERE c.release_id = ${release.id} AND ${endsUntil('c.period', monthOf(release))} AND ${validAt(version, 'c')} LIMIT ${most.sample})
    ) p`)
  return found?.newest ?? null
}

async function readParts(view: View, release: Release, ordinal: number): Promise<Indicator[]> {
  const { snapshot } = view
  const cells = breakdownsOf(view, release)
    .flatMap(({ id, dimension, metrics }) =>
      dimension === total.dimension ? [] : metrics.map((metric) => ({ metric, breakdown: id })),
    )
    .slice(0, most.cells)
  if (cells.length === 0) return []
  const largest = (those: Prisma.Sql): Prisma.Sql => sql`(
    SELECT i.* FROM (
      SELECT i.* FROM indicator i
      WHERE i.metric_id = g.metric_id AND i.breakdown_id = g.breakdown_id AND i.period = ${ordinal} AND ${those}
        AND ${validAt(snapshot.version)}
      ORDER BY i.value DESC NULLS LAST, i.series_id DESC LIMIT ${most.looked}
    ) i WHERE ${printedBy([release.id], snapshot)}
    ORDER BY i.value DESC NULLS LAST, i.series_id DESC LIMIT ${most.parts})`
  const rows = await view.rows<Row>(sql`
    SELECT ${columns}
    FROM unnest(${cells.map(({ metric }) => metric)}::int[], ${cells.map(({ breakdown }) => breakdown)}::int[])
      WITH ORDINALITY AS g(metric_id, breakdown_id, place)
    CROSS JOIN LATERAL (
      ${largest(sql`i.known_to IS NULL AND i.value IS NOT NULL`)} UNION ALL
      ${largest(sql`i.known_to IS NOT NULL AND i.value IS NOT NULL`)} UNION ALL
      ${largest(sql`i.known_to IS NULL AND i.value IS NULL`)} UNION ALL
      ${largest(sql`i.known_to IS NOT NULL AND i.value IS NULL`)}
    ) i JOIN series s ON s.id = i.series_id
    ORDER BY g.place, i.value DESC NULLS LAST, s.key`)
  return rows.map((row) => toIndicator(row, snapshot))
}

function breakdownsOf({ snapshot: { codes } }: View, { dataset }: Release) {
  const order = new Map(codes.dimensions.map(({ id }, at) => [id, at]))
  const ranks = new Map(codes.metrics.map(({ id, rank: place }) => [id, place]))
  return codes.breakdowns
    .flatMap(({ id, dataset: own, dimensions: [dimension, ...others], metrics }) =>
      own !== dataset || dimension === undefined || others.length > 0
        ? []
        : {
            id,
            dimension: dimension.code,
            place: order.get(dimension.id) ?? 0,
            metrics: [...new Set(metrics)].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)),
          },
    )
    .sort((a, b) => a.place - b.place)
}

/** Forecasts, whose periods end after the month of publication, are not read. */
const monthOf = ({ publishedAt }: Release): Period => parsePeriod(publishedAt.slice(0, 7))
