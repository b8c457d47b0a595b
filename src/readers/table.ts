import type { CategoryRef } from '../domain/codes.js'
import type { Period } from '../domain/period.js'
import { Refusal } from '../errors.js'
import type { Place, Problem, ReaderOptions, Reading } from './reader.js'
import { Fault, records } from './records.js'
import { readTableHead, type TableHead } from './table-head.js'
import type { TableMap } from './table-map.js'
import { type ReadCell, rowReader } from './table-row.js'
import { type TableCategory, Tree } from './table-tree.js'
import { type Encoding, utf8From } from './transcode.js'
import { isLockedOrOld, isXlsx, xlsxRows } from './xlsx.js'

/** How a table is read, beside its map. */
export interface TableOptions extends ReaderOptions {
  /** What the table is for, where it does not say so itself; where it does, what it must say. */
  readonly period?: Period | null
  /** What the file is in, where it has no byte order mark; else what the map says, else UTF-8. */
  readonly encoding?: Encoding | null
  /** Which sheet of a workbook it is; else the only one that is visible. */
  readonly sheet?: string | null
}

/** A figure or problems; or a category, once, before the first figure that is of it and after its parent. */
export type TableReading =
  | (Reading & { readonly category?: never })
  | { readonly place: Place; readonly category: TableCategory; readonly figure?: never; readonly problems?: never }

/** A cell's text, or why it has none. */
type Cell = string | Fault

/**
 * Rows of cells, the header's included and blank ones too, in batches: where a table comes from. A fault in place of a
 * row is of all of it.
 */
export type TableRows = AsyncIterable<readonly (readonly Cell[] | Fault)[]>

/** A wide table by its map, as a stream, in the order of the file: CSV, or a workbook where it begins as .xlsx does. */
export async function* table(
  bytes: AsyncIterable<Uint8Array>,
  map: TableMap,
  options: TableOptions,
): AsyncGenerator<TableReading> {
  const chunks = bytes[Symbol.asyncIterator]()
  try {
    let head: Uint8Array = new Uint8Array(0)
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value])
      if (head.length >= 4) break
    }
    const whole = (async function* () {
      if (head.length > 0) yield head
      yield* { [Symbol.asyncIterator]: () => chunks }
    })()
    const rows =
      isXlsx(head) || isLockedOrOld(head)
        ? xlsxRows(whole, { header: map.header, sheet: options.sheet ?? null })
        : records(utf8From(whole, options.encoding ?? map.encoding ?? 'utf-8'))
    yield* tableRows(rows, map, options)
  } finally {
    await chunks.return?.()
  }
}

/**
 * The same from rows of cells, whatever they come from. A row that cannot be read yields its problems and reading goes
 * on; it ends early only where the header is not the map's.
 */
export async function* tableRows(rows: TableRows, map: TableMap, options: TableOptions): AsyncGenerator<TableReading> {
  const { file } = options
  const failed = (
    row: number,
    message: string,
    column: string | null = null,
    found: string | null = null,
  ): Reading => ({
    place: { file, row, column },
    problems: [{ file, row, column, found, message }],
  })
  const faults = (cells: readonly Cell[]): Problem[] =>
    cells.flatMap((cell, index) =>
      cell instanceof Fault
        ? [{ file, row, column: `column ${index + 1}`, found: cell.found, message: cell.message }]
        : [],
    )
  const header: string[][] = []
  let body: Body | null = null
  let row = 0
  for await (const batch of rows)
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        yield failed(row, record.message, body?.nameOf(record.index) ?? null, record.found)
        if (body === null) return
        body.unplaced = true
        continue
      }
      if (body !== null) {
        yield* body.read(row, record.map(trimmed))
        continue
      }
      const cells = record.map(trimmed).filter((cell) => typeof cell === 'string')
      if (cells.length < record.length) return yield { place: { file, row, column: null }, problems: faults(record) }
      if (header.push(cells) === map.header) {
        const { head, problems } = readTableHead(header, map, options.period ?? null, file)
        if (problems) return yield { place: { file, row: 1, column: null }, problems }
        body = new Body(map, head, options)
      }
    }
  const needed = `its first ${map.header} rows are the header of "${map.title}"`
  if (row === 0) yield failed(1, `The file is empty: ${needed}.`)
  else if (body === null) yield failed(row, `The file ends within its header: ${needed}.`)
  else yield* body.end(row + 1)
}

const trimmed = (cell: Cell): Cell => (cell instanceof Fault ? cell : cell.trim())

/** The rows below the header. */
class Body {
  readonly #map: TableMap
  readonly #head: TableHead
  readonly #file: string
  readonly #trees: readonly { readonly at: number; readonly tree: Tree }[]
  readonly #rows: ReturnType<typeof rowReader>
  /** Whether some row is not known to be of anything: then no other can be missed. */
  unplaced = false
  #count = 0
  #footnote: Problem | null = null

  constructor(map: TableMap, head: TableHead, { file, stage }: ReaderOptions) {
    this.#map = map
    this.#head = head
    this.#file = file
    this.#trees = map.columns.flatMap((column, at) =>
      column.is === 'category' ? [{ at, tree: new Tree(column) }] : [],
    )
    this.#rows = rowReader(map, head, stage)
  }

  nameOf(index: number | null): string | null {
    return index === null ? null : (this.#head.names[index] ?? null)
  }

  *read(row: number, cells: readonly Cell[]): Generator<TableReading> {
    const [first = ''] = cells
    if (cells.every((cell) => cell === '')) return
    if (typeof first === 'string' && this.#map.footnotes?.some((begin) => first.startsWith(begin))) {
      const message = 'This footnote stands in the middle of the table: footnotes stand below all figures.'
      this.#footnote ??= this.#problem(row, 0, first, message)
      return
    }
    if (this.#footnote) yield { place: this.#place(this.#footnote.row, 0), problems: [this.#footnote] }
    this.#footnote = null
    this.#count++
    if (cells.length !== this.#map.columns.length) {
      const message = `This row has ${cells.length} cells, and the table ${this.#map.columns.length} columns: put a cell that holds a comma in quotes.`
      this.unplaced = true
      yield { place: this.#place(row, null), problems: [this.#problem(row, null, null, message)] }
    } else {
      yield* this.#readings(row, cells)
    }
  }

  *#readings(row: number, cells: readonly Cell[]): Generator<TableReading> {
    const problems: Problem[] = []
    const cell: ReadCell = (index, parse) => {
      const text = cells[index] ?? ''
      if (text instanceof Fault) {
        problems.push(this.#problem(row, index, text.found, text.message))
        return undefined
      }
      try {
        return parse(text)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        problems.push(this.#problem(row, index, text, error.message))
        return undefined
      }
    }
    const categories: CategoryRef[] = []
    for (const { at, tree } of this.#trees) {
      const placed = cell(at, (text) => tree.place(text, row))
      if (!placed) this.unplaced = true
      if (!placed?.category) continue
      const { dimension, code } = placed.category
      categories.push({ dimension, code })
      if (placed.isNew) yield { place: this.#place(row, at), category: placed.category }
    }
    const isPlaced = problems.length === 0
    const facts = this.#rows.facts(cell, categories)
    // Where a row does not say what it is of, none of its figures is one; what is wrong with each is told all the same.
    for (const { index, figure, change, share } of this.#rows.figures(cell, isPlaced ? facts : undefined)) {
      const parts = { change: this.nameOf(change), share: this.nameOf(share) }
      if (figure) yield { place: this.#place(row, index), figure, parts }
    }
    if (problems.length > 0) yield { place: this.#place(row, null), problems }
  }

  *end(row: number): Generator<TableReading> {
    const missing = this.#trees.flatMap(({ at, tree }) =>
      tree.missing().map((label) => {
        const message = `There is no row of ${label}: the table always has one, and what stood below it would be part of another.`
        return this.#problem(row, at, null, message)
      }),
    )
    const empty = this.#problem(row, null, null, 'There is no figure below the header.')
    const problems = this.#count === 0 ? [empty] : this.unplaced ? [] : missing
    if (problems.length > 0) yield { place: this.#place(row, null), problems }
  }

  #place(row: number, index: number | null): Place {
    return { file: this.#file, row, column: this.nameOf(index) }
  }

  #problem(row: number, index: number | null, found: string | null, message: string): Problem {
    return { ...this.#place(row, index), found, message }
  }
}
