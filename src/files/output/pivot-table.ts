import { categoryText } from '../../domain/codes/codes.js'
import { periodText } from '../../domain/text/citation.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Labels } from './labels.js'
import type { OutputObservation } from './observation.js'
import { type Cell, type Column, type Table, tableOf } from './table.js'

export type PivotSide = Pick<OutputObservation, 'metric' | 'categories' | 'period'> & {
  readonly dataset: string | null
}
type PivotMark = Pick<OutputObservation, 'status' | 'qualifier' | 'reason'>

/** The answer of the query `pivot`. Cells without a number are null, and totals are null unless requested. */
export interface PivotCells {
  readonly dataset: string | null
  readonly rowHeaders: readonly PivotSide[]
  readonly columnHeaders: readonly PivotSide[]
  readonly cells: readonly (readonly Cell[])[]
  readonly marks: readonly (PivotMark & { readonly row: number; readonly column: number })[]
  readonly rowTotals: readonly Cell[] | null
  readonly columnTotals: readonly Cell[] | null
  readonly grandTotal: Cell
  readonly unit: Unit | null
}

export function pivotTable(pivot: PivotCells, labels: Labels): Table {
  const { rowHeaders, columnHeaders, cells, rowTotals, columnTotals, grandTotal, unit } = pivot
  const total = { name: 'total', label: labels.word('total'), kind: 'number' } as const
  const numbers = columnHeaders.map((side): Column => {
    const name = codesOf(side) || 'value' // a pivot without column keys has one column
    return { name, label: namesOf(side, labels) || labels.word('value'), kind: 'number' }
  })
  const columns: Column[] = [
    { name: 'code', label: labels.word('code'), kind: 'text' },
    { name: 'name', label: unit === null ? '' : labels.unit(unit), kind: 'text' },
    ...numbers,
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
      const dataset = one.dataset ?? other.dataset ?? pivot.dataset
      const metric = one.metric ?? other.metric
      const categories = [...one.categories, ...other.categories]
      const period = one.period ?? other.period
      return [
        {
          ...(dataset !== null && { dataset }),
          metric,
          categories,
          period,
          unit,
          value,
          decimals: null,
          status,
          qualifier,
          reason,
        },
      ]
    })
}

const codesOf = ({ dataset, metric, categories, period }: PivotSide): string =>
  [dataset ?? [], metric ?? [], categories.map(categoryText), period?.text ?? []].flat().join(' ')

function namesOf({ dataset, metric, categories, period }: PivotSide, labels: Labels): string {
  const names = categories.map((each) => labels.category(each))
  const periods = period === null ? [] : [periodText(period, labels.language)]
  const datasets = dataset === null ? [] : [labels.dataset(dataset)]
  return [...datasets, ...(metric === null ? [] : [labels.metric(metric)]), ...names, ...periods].join(', ')
}
