import { excerpt } from '../../domain/input-bounds.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { withHead } from '../input/transcode.js'
import { Package, type PackageLimits, packageLimits, readWholeXml, readXml } from './package.js'
import { lettersOf, maxColumns, placeOf, type ReadHidden, type SheetCells, SheetReader } from './sheet.js'
import { readBook, sheetOf } from './workbook.js'

export interface XlsxOptions {
  readonly header: number
  readonly sheet?: string | null
  readonly pattern?: string | null
  readonly hidden?: ReadHidden
  readonly hiddenRow?: (row: number) => void
  readonly limits?: Partial<PackageLimits>
  /** The name of the file, for the command that converts an old one. */
  readonly file?: string
}

const startsWith = (magic: readonly number[]) => (head: Uint8Array) => magic.every((byte, at) => head[at] === byte)

export const isXlsx = startsWith([0x50, 0x4b, 0x03, 0x04])

/** Recognises a compound file by its first four bytes: .xls, or a workbook locked with a password. */
export const isLockedOrOld = startsWith([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Reads the rows of a sheet in order, blank ones included. Cells are texts, with all stored digits of numbers, or faults for
 * formulas, dates and the like. Rows are as wide as the header, or empty. A fault in place of a row concerns the whole
 * workbook and is the last item, or concerns a row wider than the header.
 */
export const xlsxRows = (
  bytes: AsyncIterable<Uint8Array>,
  options: XlsxOptions,
): AsyncIterable<readonly (SheetCells | Fault)[]> =>
  withHead(bytes, 4, (head, whole) => sheetRows(whole, isLockedOrOld(head), options))

async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  isRefused: boolean,
  {
    header,
    sheet = null,
    pattern = null,
    hidden = () => {},
    hiddenRow = () => {},
    limits = {},
    file = 'FILE.xls',
  }: XlsxOptions,
): AsyncGenerator<readonly (SheetCells | Fault)[]> {
  try {
    if (isRefused) refuse(oldOrLocked(file))
    const parts = await Package.open(bytes, { ...packageLimits, ...limits })
    const book = await readBook(parts)
    const { part } = sheetOf(book, sheet, pattern)
    // Merged cells follow the cells: the sheet is unpacked twice, so that its rows need not be held.
    const layout = new Layout(header, await mergedIn(parts, part, header + maxBlank))
    for await (const rows of rowsOf(parts, part, new SheetReader(book, hidden, hiddenRow)))
      yield rows.flatMap((cells) => layout.fit(cells))
    yield layout.end()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield [new Fault(error.message)]
  }
}

const oldOrLocked = (file: string): string =>
  `This is a workbook of Excel 97-2003 (.xls), or one locked with a password. Convert it with LibreOffice, soffice --headless --convert-to xlsx ${quoted(file)}, or save it as .xlsx without a password.`

const quoted = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`)

async function* rowsOf(parts: Package, part: string, reader: SheetReader): AsyncGenerator<(SheetCells | Fault)[]> {
  try {
    for await (const _ of readXml(parts.read(part), part, reader)) yield reader.take()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield [...reader.take(), new Fault(error.message)]
  }
}

const maxMerged = 1000
/** The blank rows before a header that are skipped when its rows are counted. */
const maxBlank = 50

async function mergedIn(parts: Package, part: string, header: number): Promise<Merged[]> {
  const merged: Merged[] = []
  await readWholeXml(parts.read(part), part, {
    open(name, { ref = '' }) {
      if (name !== 'mergeCell') return
      const [from, to] = ref.split(':').map(placeOf)
      if (!from || !to)
        return refuse(`The workbook is damaged: "${excerpt(ref)}" is not a range of cells. Save it again.`)
      if (from.row > header) return
      const [bottom, right] = [Math.min(to.row, header), Math.min(to.column, maxColumns)]
      if (merged.push({ top: from.row, left: from.column, bottom, right }) > maxMerged)
        refuse(`The header has more than ${formatCount(maxMerged)} merged cells. Is it a header?`)
    },
  })
  return merged
}

type Merged = Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>

class Layout {
  readonly #header: number
  readonly #merged: readonly Merged[]
  #top: SheetCells[] | null = []
  #width = 0
  #row = 0
  #blank = 0

  constructor(header: number, merged: readonly Merged[]) {
    this.#header = header
    this.#merged = merged
  }

  /** Returns the rows completed by the next one: none within the header, the whole header at its end, then the row. */
  fit(cells: SheetCells | Fault): (SheetCells | Fault)[] {
    if (cells instanceof Fault) return [...this.end(), cells]
    if (this.#top) {
      if (cells.length === 0 && this.#blank === this.#top.length && this.#blank < maxBlank) this.#blank++
      return this.#top.push(cells) === this.#header + this.#blank ? this.end() : []
    }
    this.#row++
    return [fitted(cells, this.#width, this.#row)]
  }

  end(): SheetCells[] {
    const top = headerOf(this.#top ?? [], this.#merged)
    if (this.#top) [this.#width, this.#row] = [top[0]?.length ?? 0, top.length]
    this.#top = null
    return top
  }
}

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
  // Empty rows are not padded, as there may be a million. A missing header is reported later.
  if (cells.length === 0 || cells.length === width || width === 0) return cells
  if (cells.length < width) return padded(cells, width)
  const last = cells.at(-1)
  const place = `${lettersOf(cells.length)}${row}`
  const message = `Cell ${place} is outside the table, whose header ends in column ${lettersOf(width)}. Move or clear it.`
  return new Fault(message, typeof last === 'string' ? last : (last?.found ?? null))
}
