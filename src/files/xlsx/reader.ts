import { Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { wrong } from '../input/row.js'
import { Package, type PackageLimits, packageLimits, readWholeXml, readXml } from './package.js'
import { lettersOf, maxColumns, placeOf, type SheetCells, SheetReader } from './sheet.js'
import { type Book, readBook, sheetOf } from './workbook.js'

/** What is to be read of a workbook. */
export interface XlsxOptions {
  /** How many rows from the top are the header: its merged cells each get the text of the first. */
  readonly header: number
  /** The sheet, by its name; else by the pattern that its name is of; else the only one that is visible. */
  readonly sheet?: string | null
  readonly pattern?: string | null
  readonly limits?: Partial<PackageLimits>
}

/** Whether a file that begins so is a ZIP archive, as .xlsx is: its first four bytes say so. */
export const isXlsx = (head: Uint8Array): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04])

/** Whether a file that begins so is a workbook of a kind that is refused: .xls, or locked with a password. */
export const isLockedOrOld = (head: Uint8Array): boolean => startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])

/**
 * The rows of a sheet in order, left-out ones too, so that counting them gives the row; cells as texts, numbers as they
 * are shown, faults for formulas, dates and what else is neither. Rows are as wide as the header, or empty. A fault in
 * place of a row is of the whole workbook, and the last, or of a row that is wider than the header.
 */
export async function* xlsxRows(
  bytes: AsyncIterable<Uint8Array>,
  { header, sheet = null, pattern = null, limits = {} }: XlsxOptions,
): AsyncGenerator<readonly (SheetCells | Fault)[]> {
  try {
    const parts = await Package.open(refusingOld(bytes), { ...packageLimits, ...limits })
    const book = await readBook(parts)
    const { part } = sheetOf(book, sheet, pattern)
    // They stand behind the cells: the sheet is unpacked twice, so that its rows need not be held.
    const merged = await mergedIn(parts, part, header)
    const layout = new Layout(header, merged)
    for await (const rows of rowsOf(parts, part, book)) yield rows.flatMap((cells) => layout.fit(cells))
    yield layout.end()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield [new Fault(error.message)]
  }
}

/** As many at a time as a piece of the sheet completes; those before a fault are told before it. */
async function* rowsOf(parts: Package, part: string, book: Book): AsyncGenerator<(SheetCells | Fault)[]> {
  const reader = new SheetReader(book)
  try {
    for await (const _ of readXml(parts.read(part), part, reader)) yield reader.take()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield [...reader.take(), new Fault(error.message)]
  }
}

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => head[index] === byte)

const old =
  'This is a workbook of Excel 97-2003, or one that is locked with a password: save it as .xlsx without a password.'

/** Before the rest is fetched. */
async function* refusingOld(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  for await (const chunk of bytes) {
    if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)])
    if (isLockedOrOld(head)) wrong(old)
    yield chunk
  }
}

const maxMerged = 1000

async function mergedIn(parts: Package, part: string, header: number): Promise<Merged[]> {
  const merged: Merged[] = []
  await readWholeXml(parts.read(part), part, {
    open(name, { ref = '' }) {
      if (name !== 'mergeCell') return
      const [from, to] = ref.split(':').map(placeOf)
      if (!from || !to)
        return wrong(`The workbook is damaged: "${ref.slice(0, 40)}" is no range of cells. Save it again.`)
      if (from.row > header) return
      const [bottom, right] = [Math.min(to.row, header), Math.min(to.column, maxColumns)]
      if (merged.push({ top: from.row, left: from.column, bottom, right }) > maxMerged)
        wrong(`The header has more than ${maxMerged} merged cells: is it a header?`)
    },
  })
  return merged
}

/** Cells that are shown as one, by rows and columns from 1, both ends included. */
interface Merged {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Makes the rows of a sheet those of a table: a header whose merged cells repeat their text, and rows as wide as it. */
class Layout {
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
