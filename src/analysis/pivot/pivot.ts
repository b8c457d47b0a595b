import type { IndicatorFilter, Maybe } from '../../domain/observations/filter.js'
import { type GroupKey, type Key, resolveKeys } from '../../domain/observations/group-key.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Steps } from '../../lib/steps.js'
import { groupsOf, releasesOfGroups } from '../../store/query/groups/groups.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import type { SeriesRef } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { StoredRates } from '../currency.js'
import { totalsOf } from '../totals.js'
import { type Cell, type Filled, fill } from './cells.js'
import { type ContentArgs, contentOf } from './content.js'
import { type Table, tableOf, talliesIn } from './table.js'

export const mostCells = 100_000

export interface PivotQuery extends ContentArgs {
  readonly filter: IndicatorFilter
  readonly rows: readonly GroupKey[]
  readonly columns: readonly GroupKey[]
  readonly unit?: Maybe<Unit>
  readonly totals?: Maybe<boolean>
  readonly allowOverlap?: Maybe<boolean>
}

export interface Pivot extends Filled {
  readonly table: Table
  readonly rates: readonly SeriesRef[]
}

/** Computes a pivot; throws what `groupsOf` and `fill` throw, and LIMIT_EXCEEDED for more than 100,000 cells. */
export async function pivotOf(view: View, { filter, rows, columns, unit = null, ...args }: PivotQuery): Promise<Pivot> {
  const content = contentOf(args)
  const keys = keysOf(view, { rows, columns })
  const before = content === 'YOY_CHANGE' || content === 'CONTRIBUTION'
  const exchange = unit !== null && content !== 'COUNT' ? new StoredRates(view, unit, filter.asOf) : null
  const groups = await groupsOf(view, { filter, keys, most: mostCells, before, exchange, mixed: content === 'COUNT' })
  const wholeOf =
    content === 'SHARE' || content === 'CONTRIBUTION'
      ? await totalsOf(view, filter, (await view.pace.map(groups.cells, talliesIn)).flat(), before, exchange)
      : () => null
  const table = await view.pace.run(tableOf(groups, keys))
  const { codes } = view.snapshot
  const allowOverlap = args.allowOverlap ?? false
  const filled = await view.pace.run(fill(table, { content, unit, wholeOf, allowOverlap, codes }))
  return { ...filled, table, rates: exchange?.series ?? [], totalOf: args.totals ? filled.totalOf : null }
}

function keysOf({ snapshot }: View, { rows, columns }: Pick<PivotQuery, 'rows' | 'columns'>) {
  const [down = [], across = []] = resolveKeys([rows, columns], snapshot.codes)
  return [down, across] as const satisfies readonly Key[][]
}

export function* rowTotals({ table, totalOf }: Pivot): Steps<Cell[] | null> {
  return totalOf && (yield* totals(table.cells, totalOf))
}

export function* columnTotals({ table, totalOf }: Pivot): Steps<Cell[] | null> {
  const columns = table.columns.keys()
  const lines = (function* () {
    for (const at of columns) yield table.cells.map((row) => row[at] ?? null)
  })()
  return totalOf && (yield* totals(lines, totalOf))
}

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

export const releasesOf = (view: View, query: PivotQuery): Promise<Release[]> =>
  releasesOfGroups(view, query.filter, keysOf(view, query))
