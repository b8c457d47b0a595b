import type { Digits } from '../../domain/observations/printed.js'

/** A cell: text, a plain decimal or a day by what its column is; null where there is nothing. */
export type Cell = string | null

/** A column of a table; of numbers, with the digits that the widest needs where that is known. */
export interface Column {
  readonly name: string
  /** Its heading for people, with the unit of its numbers. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'day'
  readonly digits?: Digits | null
}

/** Rows under columns, in batches so that a row costs no promise: what workbooks and Parquet are made of. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>
}

/** A table that is held as a whole, with the digits that its columns of numbers need. */
export const tableOf = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table => ({
  columns: columns.map((column, at) =>
    column.kind === 'number' ? { ...column, digits: digitsOf(rows.map((row) => row[at] ?? '')) } : column,
  ),
  rows: (async function* () {
    if (rows.length > 0) yield rows
  })(),
})

function digitsOf(numbers: readonly string[]): Digits {
  const most = { whole: 0, decimals: 0 }
  for (const text of numbers) {
    const [whole = '', decimals = ''] = text.replace('-', '').split('.')
    most.whole = Math.max(most.whole, whole.length)
    most.decimals = Math.max(most.decimals, decimals.length)
  }
  return most
}
