import type { Table } from '../table.js'
import { textCell } from './writer.js'

/** A table as CSV under the names of its columns; texts are guarded against spreadsheets that take them for formulas. */
export async function* writeTableCsv({ columns, rows }: Table): AsyncGenerator<string> {
  let text = `${columns.map(({ label }) => textCell(label)).join(',')}\n`
  for await (const batch of rows) {
    for (const cells of batch)
      text += `${cells.map((cell, at) => (columns[at]?.kind === 'text' ? textCell(cell) : (cell ?? ''))).join(',')}\n`
    yield text
    text = ''
  }
  if (text !== '') yield text
}
