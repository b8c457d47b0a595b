import type { ChangeQuery, FigureChange } from '../../domain/observations/figure-change.js'
import { type ConnectionArgs, defaultOrder } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { changedFigures, isReversed } from '../sql/changes.js'
import { joins, orderBy, ordering } from '../sql/order.js'
import { cursorsOf } from './observation-page.js'
import { type Page, sizeOf, toPage } from './page.js'
import { columnsFor, type Indicator, type Parts, type PlacedRow, toIndicator } from './rows.js'
import type { View } from './view.js'

const { sql } = Prisma

const orderings = ordering(defaultOrder)

export async function pageOfChanges(
  view: View,
  query: ChangeQuery,
  given: ConnectionArgs,
  parts: Parts | null,
): Promise<Page<FigureChange<Indicator>>> {
  const { snapshot } = view
  const { size, reversed } = sizeOf(given)
  const { side, cursorOf } = cursorsOf(orderings, { changes: query }, snapshot.codes)
  const { from, where } = changedFigures(query, snapshot)
  if (view.pace.due()) await view.pace.rest()
  const rows = await view.rows<PlacedRow & { readonly is_later: boolean }>(sql`
    SELECT p.place::int, i.release_id = p.release_id AS is_later,
      ${columnsFor(
        parts,
        orderings.map(({ key }) => key.column),
      )}
    FROM (
      SELECT row_number() OVER () AS place, changed.* FROM (
        SELECT i.series_id, i.period, i.release_id, e.release_id AS earlier_id FROM ${from} ${joins(orderings)}
        WHERE ${where}${side(given.after, false)}${side(given.before, true)}
        ORDER BY ${orderBy(orderings, reversed)} LIMIT ${size + 1}
      ) changed
    ) p
    JOIN indicator i ON i.series_id = p.series_id AND i.period = p.period AND i.release_id IN (p.release_id, p.earlier_id)
    JOIN series s ON s.id = i.series_id ORDER BY p.place, is_later DESC`)
  const later = rows.filter((row) => row.is_later)
  const earlier = new Map(rows.flatMap((row) => (row.is_later ? [] : [[row.place, row] as const])))
  const isBackwards = isReversed(query)
  const changeOf = (row: PlacedRow): FigureChange<Indicator> => {
    const own = toIndicator(row, snapshot)
    const other = earlier.get(row.place)
    const figures = [other === undefined ? null : toIndicator(other, snapshot), own] as const
    const [before, after] = isBackwards ? figures.toReversed() : figures
    return { before: before ?? null, after: after ?? null }
  }
  return toPage(later, given, changeOf, cursorOf)
}

export async function countChanges(view: View, query: ChangeQuery): Promise<number> {
  const { from, where } = changedFigures(query, view.snapshot)
  if (view.pace.due()) await view.pace.rest()
  const [row] = await view.rows<{ n: string }>(sql`SELECT count(*) AS n FROM ${from} WHERE ${where}`)
  return Number(row?.n ?? 0)
}
