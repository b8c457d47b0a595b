import { type ConnectionArgs, defaultOrder, type IndicatorQuery } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { condition } from '../sql/filter.js'
import { afterCursor, joins, type Ordering, orderBy, ordering, type Sortable } from '../sql/order.js'
import { type CursorList, decodeCursor, encodeCursor, fingerprint, malformedCursor } from './cursor.js'
import type { Snapshot } from './metadata-snapshot.js'
import { type Page, sizeOf, toPage } from './page.js'
import { columnsFor, type Indicator, type Parts, type Row, type Rows, toIndicator } from './rows.js'

const { sql } = Prisma

export interface PageContents {
  readonly parts?: Parts | null
  readonly cursors?: boolean
}

// A subquery is evaluated for the rows of the page only; a join may be evaluated for all rows, and lose their order.
const keyOfSeries = '(SELECT s.key FROM series s WHERE s.id = i.series_id) AS key'

export async function readPage(
  rows: Rows,
  snapshot: Snapshot,
  query: IndicatorQuery,
  given: ConnectionArgs,
  { parts = null, cursors = true }: PageContents,
): Promise<Page<Indicator>> {
  const { size, reversed } = sizeOf(given)
  const orderings = ordering(query.order.length > 0 ? query.order : defaultOrder)
  const { side, cursorOf } = cursorsOf(orderings, query, snapshot)
  const wanted = columnsFor(parts, cursors ? orderings.map(({ key }) => key.column) : [], keyOfSeries)
  const found = await rows<Row>(sql`
    SELECT ${wanted} FROM indicator i ${joins(orderings, snapshot.version)}
    WHERE ${condition(query.filter, query.scope, snapshot)}${side(given.after, false)}${side(given.before, true)}
    ORDER BY ${orderBy(orderings, reversed)} LIMIT ${size + 1}`)
  return toPage(found, given, (row) => toIndicator(row, snapshot), cursorOf)
}

/** Returns functions that convert a cursor of a list to a condition on a row `i`, and a row to a cursor. */
export function cursorsOf(orderings: readonly Ordering[], query: object, snapshot: Snapshot) {
  let made: CursorList | null = null
  const list = (): CursorList => {
    made ??= { list: fingerprint(query), at: snapshot }
    return made
  }
  return {
    side(cursor: string | null | undefined, against: boolean): Prisma.Sql {
      if (cursor == null) return Prisma.empty
      const values = decodeCursor(cursor, list(), orderings.length)
      try {
        return sql` AND ${afterCursor(orderings, values, against, snapshot.codes)}`
      } catch {
        throw malformedCursor(cursor)
      }
    },
    cursorOf: (row: Sortable): string =>
      encodeCursor(
        list(),
        orderings.map(({ key }) => key.toCursor(row)),
      ),
  }
}
