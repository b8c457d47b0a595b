import type { Digits } from '../../domain/observations/printed.js'

export type Cell = string | null

export interface Column {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'day'
  readonly digits?: Digits | null
  /** The decimals of the column in formats with types, if they are always the same few. */
  readonly scale?: number
}

/** The rows come in batches, which avoids a promise for each row. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>
}

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
