import { type CategoryRef, categoryText } from '../../domain/codes/codes.js'
import type { ObservationStatus, Qualifier } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { periodText } from '../../domain/text/citation.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Labels } from './labels.js'
import type { OutputObservation } from './observation.js'
import { type Cell, type Column, type Table, tableOf } from './table.js'

export interface PivotSide {
  readonly metric: string | null
  readonly categories: readonly CategoryRef[]
  readonly period: Period | null
}

/** The answer of the query `pivot`. Cells without a number are null, and totals are null unless requested. */
export interface PivotCells {
  readonly rowHeaders: readonly PivotSide[]
  readonly columnHeaders: readonly PivotSide[]
  readonly cells: readonly (readonly Cell[])[]
  readonly marks: readonly {
    readonly row: number
    readonly column: number
    readonly status: ObservationStatus
    readonly qualifier: Qualifier
    readonly reason: string | null
  }[]
  readonly rowTotals: readonly Cell[] | null
  readonly columnTotals: readonly Cell[] | null
  readonly grandTotal: Cell
  readonly unit: Unit | null
}

export function pivotTable(pivot: PivotCells, labels: Labels): Table {
  const { rowHeaders, columnHeaders, cells, rowTotals, columnTotals, grandTotal, unit } = pivot
  const total = { name: 'total', label: labels.word('total'), kind: 'number' } as const
  const columns: Column[] = [
    { name: 'code', label: labels.word('code'), kind: 'text' },
    { name: 'name', label: unit === null ? '' : labels.unit(unit), kind: 'text' },
    ...columnHeaders.map(
      (side): Column => ({
        name: codesOf(side) || 'value', // a pivot without column keys has one column
        label: namesOf(side, labels) || labels.word('value'),
        kind: 'number',
      }),
    ),
    ...(rowTotals === null ? [] : [total]),
  ]
  const rows = rowHeaders.map((side, at) => [
    codesOf(side),
    namesOf(side, labels),
    ...columnHeaders.map((_, column) => cells[at]?.[column] ?? null),
    ...(rowTotals === null ? [] : [rowTotals[at] ?? null]),
  ])
  if (columnTotals !== null)
    rows.push([null, labels.word('total'), ...columnTotals, ...(rowTotals === null ? [] : [grandTotal])])
  return tableOf(columns, rows)
}

/** Yields the cells with a number or a reason, row by row, without totals. */
export async function* pivotObservations(pivot: PivotCells): AsyncGenerator<readonly OutputObservation[]> {
  const { rowHeaders, columnHeaders, cells, marks, unit } = pivot
  if (unit === null) return
  const marked = new Map(marks.map((mark) => [`${mark.row} ${mark.column}`, mark]))
  for (const [row, one] of rowHeaders.entries())
    yield columnHeaders.flatMap((other, column): OutputObservation[] => {
      const value = cells[row]?.[column] ?? null
      const mark = marked.get(`${row} ${column}`)
      if (value === null && mark === undefined) return []
      const { status = 'NORMAL', qualifier = 'EXACT', reason = null } = mark ?? {}
      const of = {
        metric: one.metric ?? other.metric,
        categories: [...one.categories, ...other.categories],
        period: one.period ?? other.period,
      }
      return [{ ...of, unit, value, decimals: null, status, qualifier, reason }]
    })
}

const codesOf = ({ metric, categories, period }: PivotSide): string =>
  [
    ...(metric === null ? [] : [metric]),
    ...categories.map(categoryText),
    ...(period === null ? [] : [period.text]),
  ].join(' ')

const namesOf = ({ metric, categories, period }: PivotSide, labels: Labels): string =>
  [
    ...(metric === null ? [] : [labels.metric(metric)]),
    ...categories.map((each) => labels.category(each)),
    ...(period === null ? [] : [periodText(period, labels.language)]),
  ].join(', ')
