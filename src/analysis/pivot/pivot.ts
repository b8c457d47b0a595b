import { additivityIn } from '../../domain/aggregation/double-count.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { type GroupKey, type Key, resolveKeys } from '../../domain/observations/group-key.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Steps } from '../../lib/steps.js'
import { groupsOf, releasesOfGroups } from '../../store/query/groups.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import type { SeriesRef } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { Exchange } from '../currency.js'
import { totalsOf } from '../totals.js'
import { type Cell, type Filled, fill } from './cells.js'
import type { Measure } from './measure.js'
import { type Table, tableOf } from './table.js'

/** Of a pivot. */
export const mostCells = 100_000

type Maybe<T> = T | null | undefined

/** What a pivot is asked for with: the arguments of the API. */
export interface PivotQuery {
  readonly filter: IndicatorFilter
  readonly rows: readonly GroupKey[]
  readonly columns: readonly GroupKey[]
  readonly measure?: Maybe<Measure>
  /** What figures are added up in; the base unit of their measure where there is none. */
  readonly unit?: Maybe<Unit>
  readonly totals?: Maybe<boolean>
  readonly allowOverlap?: Maybe<boolean>
}

/** A table with its numbers; totals where they are asked for. */
export interface Pivot extends Filled {
  readonly table: Table
  /** The exchange rates that figures were converted with; null where none were. */
  readonly rate: SeriesRef | null
}

/** Figures in rows and columns. Refuses what `groupsOf` and `fill` do, and more than 100,000 cells. */
export async function pivotOf(view: View, { filter, rows, columns, unit = null, ...args }: PivotQuery): Promise<Pivot> {
  const measure = args.measure ?? 'VALUE'
  const keys = keysOf(view, { rows, columns })
  const before = measure === 'YOY_CHANGE' || measure === 'CONTRIBUTION'
  const exchange = unit !== null && measure !== 'COUNT' ? new Exchange(view, unit, filter.asOf) : null
  const groups = await groupsOf(view, { filter, keys, most: mostCells, before, exchange })
  const wholeOf =
    measure === 'SHARE' || measure === 'CONTRIBUTION'
      ? await totalsOf(view, filter, (await view.pace.map(groups, ({ tallies }) => tallies)).flat(), before, exchange)
      : () => null
  const table = await view.pace.run(tableOf(groups, keys))
  const summing = { allowOverlap: args.allowOverlap ?? false, additivityOf: additivityIn(view.snapshot.codes) }
  const filled = await view.pace.run(fill(table, { measure, unit, wholeOf, ...summing }))
  return { ...filled, table, rate: exchange?.series ?? null, totalOf: args.totals ? filled.totalOf : null }
}

function keysOf({ snapshot }: View, { rows, columns }: Pick<PivotQuery, 'rows' | 'columns'>) {
  const [down = [], across = []] = resolveKeys([rows, columns], snapshot.codes)
  return [down, across] as const satisfies readonly Key[][]
}

/** The total of each row; null where there are none. Refuses what `refuseSum` does, as do the others. */
export function* rowTotals({ table, totalOf }: Pivot): Steps<Cell[] | null> {
  return totalOf && (yield* totals(table.cells, totalOf))
}

/** The total of each column. */
export function* columnTotals({ table, totalOf }: Pivot): Steps<Cell[] | null> {
  const columns = table.columns.keys()
  const lines = (function* () {
    for (const at of columns) yield table.cells.map((row) => row[at] ?? null)
  })()
  return totalOf && (yield* totals(lines, totalOf))
}

/** The total of all cells. */
export function* grandTotal({ table, totalOf }: Pivot): Steps<Cell> {
  return totalOf && (yield* totalOf(table.cells.flat()))
}

type Lines = Iterable<Table['cells'][number]>

function* totals(lines: Lines, totalOf: NonNullable<Pivot['totalOf']>): Steps<Cell[]> {
  const all: Cell[] = []
  for (const line of lines) {
    all.push(yield* totalOf(line))
    yield
  }
  return all
}

/** Returns the releases that printed the figures of a pivot, with one statement. */
export const releasesOf = (view: View, query: PivotQuery): Promise<Release[]> =>
  releasesOfGroups(view, query.filter, keysOf(view, query))
