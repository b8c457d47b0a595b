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
  const { valuesOf, side, cursorOf } = cursorsOf(orderings, { changes: query }, snapshot)
  const { from, where, isRemoved } = changedFigures(query, snapshot)
  if (view.pace.due()) await view.pace.rest()
  const rows = await view.rows<PlacedRow & { readonly is_chosen: boolean; readonly is_removed: boolean }>(sql`
    SELECT p.place::int, (i.release_id, i.from_version) = (p.release_id, p.from_version) AS is_chosen, p.is_removed,
      ${columnsFor(
        parts,
        orderings.map(({ key }) => key.column),
      )}
    FROM (
      SELECT row_number() OVER () AS place, changed.* FROM (
        SELECT i.series_id, i.period, i.release_id, i.from_version, e.release_id AS earlier_id,
          e.from_version AS earlier_version, ${isRemoved} AS is_removed
        FROM ${from} ${joins(orderings, snapshot.version)}
        WHERE ${where} AND ${side(valuesOf(given.after), false).all} AND ${side(valuesOf(given.before), true).all}
        ORDER BY ${orderBy(orderings, reversed)} LIMIT ${size + 1}
      ) changed
    ) p
    JOIN indicator i ON i.series_id = p.series_id AND i.period = p.period 
      AND (i.release_id, i.from_version) IN ((p.release_id, p.from_version), (p.earlier_id, p.earlier_version))
    JOIN series s ON s.id = i.series_id ORDER BY p.place, is_chosen DESC`)
  const chosen = rows.filter((row) => row.is_chosen)
  const earlier = new Map(rows.flatMap((row) => (row.is_chosen ? [] : [[row.place, row] as const])))
  const isBackwards = isReversed(query)
  const changeOf = (row: (typeof rows)[number]): FigureChange<Indicator> => {
    const own = toIndicator(row, snapshot)
    const other = earlier.get(row.place)
    const before = other === undefined ? null : toIndicator(other, snapshot)
    const figures = row.is_removed ? ([own, null] as const) : ([before, own] as const)
    const [from = null, to = null] = isBackwards ? figures.toReversed() : figures
    return { before: from, after: to }
  }
  return toPage(chosen, given, changeOf, cursorOf)
}

export async function countChanges(view: View, query: ChangeQuery): Promise<number> {
  const { from, where } = changedFigures(query, view.snapshot)
  if (view.pace.due()) await view.pace.rest()
  const [row] = await view.rows<{ n: string }>(sql`SELECT count(*) AS n FROM ${from} WHERE ${where}`)
  return Number(row?.n ?? 0)
}
