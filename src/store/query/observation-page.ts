import { type ConnectionArgs, defaultOrder, type IndicatorQuery } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { condition } from '../sql/filter.js'
import { beyond, joins, type Mark, orderBy, ordering } from '../sql/order.js'
import { decodeCursor, encodeCursor, fingerprint, malformed } from './cursor.js'
import type { Rows } from './findings.js'
import type { Snapshot } from './metadata-snapshot.js'
import { type Page, sizeOf, toPage } from './page.js'
import { columnsFor, type Indicator, type Parts, type Row, toIndicator } from './rows.js'

const { sql } = Prisma

/** What is read of the figures of a list: all, where nothing is said. */
export interface Wanted {
  readonly parts?: Parts | null
  readonly cursors?: boolean
}

/** Only what is on a page is looked up, and in its place: a join would be of all rows, and may lose their order. */
const keyOfSeries = '(SELECT s.key FROM series s WHERE s.id = i.series_id) AS key'

/** A stretch of a list of figures: one statement, whatever it holds. */
export async function pageOfFigures(
  rows: Rows,
  snapshot: Snapshot,
  query: IndicatorQuery,
  given: ConnectionArgs,
  { parts = null, cursors = true }: Wanted,
): Promise<Page<Indicator>> {
  const { size, reversed } = sizeOf(given)
  const { codes, releaseIds } = snapshot
  const orderings = ordering(query.order.length > 0 ? query.order : defaultOrder)
  let made: string | null = null
  const list = (): string => {
    made ??= fingerprint(query)
    return made
  }
  const side = (cursor: string | null | undefined, against: boolean): Prisma.Sql => {
    if (cursor == null) return Prisma.empty
    const marks = decodeCursor(cursor, list(), orderings.length)
    try {
      return sql` AND ${beyond(orderings, marks, against, codes)}`
    } catch {
      throw malformed(cursor)
    }
  }
  const wanted = columnsFor(parts, cursors ? orderings.map(({ key }) => key.column) : [], keyOfSeries)
  const found = await rows<Row>(sql`
    SELECT ${wanted} FROM indicator i ${joins(orderings)}
    WHERE ${condition(query.filter, query.scope, { codes, releases: releaseIds })}${side(given.after, false)}${side(given.before, true)}
    ORDER BY ${orderBy(orderings, reversed)} LIMIT ${size + 1}`)
  return toPage(
    found,
    given,
    (row) => toIndicator(row, snapshot),
    (row) =>
      encodeCursor(
        list(),
        orderings.map(({ key }): Mark => key.mark(row)),
      ),
  )
}
