import { listBounds } from '../../domain/input-bounds.js'
import { formatCount, refuse } from '../../errors.js'
import type { HtmlTable } from './tables.js'

const maxColumns = listBounds.columns
const maxCells = 5_000_000

interface Spanning {
  readonly text: string
  rows: number
}

/**
 * Lays a table out in rows of one width, with the caption as the first. Cells that span others have their text in each of
 * them within the header, as many rows as stated from the first that is not blank, and in the first of them below it.
 */
export function laidOut({ caption, rows }: HtmlTable, header: number, mostCells = maxCells): string[][] {
  const laid: string[][] = caption === '' ? [] : [[caption]]
  const open: (Spanning | undefined)[] = []
  let begun = caption === '' ? 0 : 1
  let count = 0
  for (const cells of rows) {
    if (begun > 0 || cells.some(({ text }) => text !== '')) begun++
    const isHeader = begun <= header
    const row: string[] = []
    const fillSpanned = () => {
      for (let above = open[row.length]; above !== undefined; above = open[row.length]) {
        if (--above.rows === 0) open[row.length] = undefined
        row.push(isHeader ? above.text : '')
      }
    }
    for (const cell of cells) {
      fillSpanned()
      if (row.length + cell.columns > maxColumns)
        refuse(
          `Row ${laid.length + 1} of the table has more than ${formatCount(maxColumns)} columns, which is the limit.`,
        )
      for (let at = 0; at < cell.columns; at++) {
        if (open[row.length] !== undefined) refuse(`Two cells of row ${laid.length + 1} of the table overlap.`)
        if (cell.rows > 1) open[row.length] = { text: cell.text, rows: cell.rows - 1 }
        row.push(isHeader || at === 0 ? cell.text : '')
      }
    }
    fillSpanned()
    count += row.length
    if (count > mostCells) refuse(`The table has more than ${formatCount(mostCells)} cells, which is the limit.`)
    laid.push(row)
  }
  const width = laid.reduce((widest, { length }) => Math.max(widest, length), 0)
  if (width * laid.length > mostCells)
    refuse(`The table has more than ${formatCount(mostCells)} cells, which is the limit.`)
  return laid.map((row) => (row.length === width ? row : [...row, ...new Array<string>(width - row.length).fill('')]))
}
