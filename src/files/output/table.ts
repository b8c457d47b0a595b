import type { Digits } from '../../domain/observations/printed.js'

/** A text, plain decimal or day, as its column defines. */
export type Cell = string | null

export interface Column {
  readonly name: string
  /** The heading, with the unit of numbers. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'day'
  /** The most digits of its numbers, if known in advance. */
  readonly digits?: Digits | null
}

/** Rows come in batches, which avoids a promise for each row. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>
}

/** Makes a table of rows in memory, with the digits of its columns of numbers. */
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
