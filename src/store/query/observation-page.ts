import {
  type ConnectionArgs,
  defaultOrder,
  type IndicatorFilter,
  type IndicatorQuery,
} from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { settled } from '../../lib/settled.js'
import { condition } from '../sql/filter.js'
import {
  afterCursor,
  type CursorValue,
  firstAfterCursor,
  joins,
  type Ordering,
  orderBy,
  ordering,
  orderWithoutNulls,
  type Sortable,
} from '../sql/order.js'
import type { BlockReader } from './columns/blocks.js'
import { pageOfBlocks } from './columns/page.js'
import { type Cell, cellFilter, cellsOf, figuresIn } from './counts/cells.js'
import { type CursorList, decodeCursor, encodeCursor, fingerprint, malformedCursor } from './cursor.js'
import type { Snapshot } from './metadata-snapshot.js'
import { type Page, sizeOf, toPage } from './page.js'
import { columnsFor, type Indicator, type Parts, type Reader, type Row, toIndicator } from './rows.js'

const { sql } = Prisma

export interface PageContents {
  readonly parts?: Parts | null
  readonly cursors?: boolean
}

// A subquery is evaluated for the rows of the page only; a join may be evaluated for all rows, and lose their order.
const keyOfSeries = '(SELECT s.key FROM series s WHERE s.id = i.series_id) AS key'

export function readPage(
  view: BlockReader,
  query: IndicatorQuery,
  given: ConnectionArgs,
  { parts = null, cursors = true }: PageContents,
): Page<Indicator> | Promise<Page<Indicator>> {
  const { snapshot } = view
  const { size, reversed } = sizeOf(given)
  const orderings = ordering(query.order.length > 0 ? query.order : defaultOrder)
  const { valuesOf, side, cursorOf } = cursorsOf(orderings, query, snapshot)
  const [afterValues, beforeValues] = [valuesOf(given.after), valuesOf(given.before)]
  const inMemory = pageOfBlocks(view, query, {
    ...{ orderings, reversed, after: afterValues, before: beforeValues, size: size + 1 },
  })
  const pageOf = (rows: readonly Row[]): Page<Indicator> =>
    toPage(rows, given, (row) => toIndicator(row, snapshot), cursorOf)
  return settled(inMemory, (rows) => (rows === null ? readRows() : pageOf(rows)))

  async function readRows(): Promise<Page<Indicator>> {
    const wanted = columnsFor(parts, cursors ? orderings.map(({ key }) => key.column) : [], keyOfSeries)
    const [after, before] = [side(afterValues, false), side(beforeValues, true)]
    const part: PagePart = {
      where: sql`${condition(query.filter, query.scope, snapshot)} AND ${after.all} AND ${before.all}`,
      first: sql`${after.first} AND ${before.first}`,
      ...{ orderings, reversed, size: size + 1, joined: joins(orderings, snapshot.version) },
    }
    const prefixes = await prefixesOf(view, query, size)
    const found = await view.rows<Row>(sql`
    SELECT ${wanted} FROM ${prefixes === null ? sql`indicator i` : probes(prefixes, part)} ${part.joined}
    WHERE ${prefixes === null ? part.where : sql`true`} ORDER BY ${orderBy(orderings, reversed)} LIMIT ${part.size}`)
    return pageOf(found)
  }
}

interface PagePart {
  readonly where: Prisma.Sql
  readonly first: Prisma.Sql
  readonly orderings: readonly Ordering[]
  readonly reversed: boolean
  readonly size: number
  readonly joined: Prisma.Sql
}

type Prefix = Pick<Cell, 'metric' | 'breakdown' | 'period'>

/**
 * Selects the rows `i` that come first in each of several ranges of the index by value, as many as a page has, so that the
 * page is among them. Rows without a value are selected apart, because the index has them at one end in both directions.
 */
function probes(
  prefixes: readonly Prefix[],
  { where, first, orderings, reversed, size, joined }: PagePart,
): Prisma.Sql {
  const [metrics, breakdowns, periods] = (['metric', 'breakdown', 'period'] as const).map((name) =>
    prefixes.map((each) => each[name]),
  )
  const inPrefix = sql`i.metric_id = g.metric_id AND i.breakdown_id = g.breakdown_id AND i.period = g.period`
  return sql`unnest(${metrics}::int[], ${breakdowns}::int[], ${periods}::int[]) g(metric_id, breakdown_id, period)
    CROSS JOIN LATERAL (
      (SELECT i.* FROM indicator i ${joined} WHERE ${inPrefix} AND i.value IS NOT NULL AND ${first} AND ${where}
        ORDER BY ${orderWithoutNulls(orderings, reversed)} LIMIT ${size})
      UNION ALL
      (SELECT i.* FROM indicator i ${joined} WHERE ${inPrefix} AND i.value IS NULL AND ${where}
        ORDER BY ${orderBy(orderings.slice(1), reversed)} LIMIT ${size})
    ) i`
}

const mostPrefixes = 10_000
/** The number of rows that can be sorted in the time that one range of the index takes. */
const rowsPerProbe = 30

/**
 * Returns the ranges of the index by value that have the figures of a list, if the list is sorted by value and probing each
 * of them is faster than sorting all of its figures; otherwise null.
 */
async function prefixesOf(view: Reader, { filter, scope, order }: IndicatorQuery, size: number) {
  if (order[0]?.field !== 'VALUE' || !isBroad(filter) || !isCurrent(filter)) return null
  if (scope !== null && scope.kind !== 'metric' && scope.kind !== 'dataset') return null
  const cells = (await cellsOf(view)).current(cellFilter(filter, scope, view.snapshot.codes))
  // Cells of several frequencies may have the same period: the year to December is as long as the year.
  const prefixes = new Map<string, Prefix>()
  for (const cell of cells) prefixes.set(`${cell.metric} ${cell.breakdown} ${cell.period}`, cell)
  const work = prefixes.size * (rowsPerProbe + size)
  return prefixes.size > mostPrefixes || work > figuresIn(cells) ? null : [...prefixes.values()]
}

const isBroad = ({ categories, within, text, and }: IndicatorFilter): boolean =>
  categories == null && within == null && text == null && (and ?? []).every(isBroad)

const isCurrent = ({ asOf, latest, releases, and, or, not }: IndicatorFilter): boolean =>
  [asOf, latest, releases].every((each) => each == null) &&
  [...(and ?? []), ...(or ?? []), ...(not == null ? [] : [not])].every(isCurrent)

interface Side {
  readonly all: Prisma.Sql
  readonly first: Prisma.Sql
}

const anywhere: Side = { all: sql`true`, first: sql`true` }

/** Returns functions that convert a cursor of a list to values, these to conditions on a row `i`, and a row to a cursor. */
export function cursorsOf(orderings: readonly Ordering[], query: object, snapshot: Snapshot) {
  let made: CursorList | null = null
  const list = (): CursorList => {
    made ??= { list: fingerprint(query), at: snapshot }
    return made
  }
  return {
    valuesOf(cursor: string | null | undefined): readonly CursorValue[] | null {
      if (cursor == null) return null
      const values = decodeCursor(cursor, list(), orderings.length)
      try {
        for (const [index, { key }] of orderings.entries()) key.fromCursor(values[index] ?? null, snapshot.codes)
      } catch {
        throw malformedCursor(cursor)
      }
      return values
    },
    side(values: readonly CursorValue[] | null, against: boolean): Side {
      if (values === null) return anywhere
      return {
        all: afterCursor(orderings, values, against, snapshot.codes),
        first: firstAfterCursor(orderings, values, against, snapshot.codes),
      }
    },
    cursorOf: (row: Sortable): string =>
      encodeCursor(
        list(),
        orderings.map(({ key }) => key.toCursor(row)),
      ),
  }
}
