import { Fault } from '../csv/records.js'
import { lettersOf, type SheetCells } from './sheet.js'

/** Cells that are shown as one, by rows and columns from 1, both ends included. */
export interface Merged {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Makes the rows of a sheet those of a table: a header whose merged cells repeat their text, and rows as wide as it. */
export class Layout {
  readonly #header: number
  readonly #merged: readonly Merged[]
  #top: SheetCells[] | null = []
  #width = 0
  #row = 0

  constructor(header: number, merged: readonly Merged[]) {
    this.#header = header
    this.#merged = merged
  }

  /** What can be told once this row is there: it, or nothing before the header is whole, or all of the header. */
  fit(cells: SheetCells | Fault): (SheetCells | Fault)[] {
    if (cells instanceof Fault) return [...this.end(), cells]
    if (this.#top) return this.#top.push(cells) === this.#header ? this.end() : []
    this.#row++
    return [fitted(cells, this.#width, this.#row)]
  }

  /** What there is of the header, where that was not told yet. */
  end(): SheetCells[] {
    const top = headerOf(this.#top ?? [], this.#merged)
    if (this.#top) [this.#width, this.#row] = [top[0]?.length ?? 0, top.length]
    this.#top = null
    return top
  }
}

/** All as wide as the widest. */
function headerOf(rows: readonly SheetCells[], merged: readonly Merged[]): SheetCells[] {
  const filled = rows.map((cells) => [...cells])
  for (const { top, left, bottom, right } of merged) {
    const text = rows[top - 1]?.[left - 1]
    if (typeof text !== 'string' || text === '') continue
    for (const cells of filled.slice(top - 1, bottom)) {
      while (cells.length < right) cells.push('')
      cells.fill(text, left - 1, right)
    }
  }
  const width = Math.max(0, ...filled.map(({ length }) => length))
  return filled.map((cells) => padded(cells, width))
}

const padded = (cells: SheetCells, width: number): SheetCells =>
  cells.length >= width ? cells : [...cells, ...new Array<string>(width - cells.length).fill('')]

function fitted(cells: SheetCells, width: number, row: number): SheetCells | Fault {
  // Empty ones are not padded: there may be a million of them. Without any header, that is what will be told.
  if (cells.length === 0 || cells.length === width || width === 0) return cells
  if (cells.length < width) return padded(cells, width)
  const last = cells.at(-1)
  const place = `${lettersOf(cells.length)}${row}`
  return new Fault(
    `Cell ${place} stands outside the table, whose header ends in column ${lettersOf(width)}: move or clear it.`,
    typeof last === 'string' ? last : (last?.found ?? null),
  )
}
