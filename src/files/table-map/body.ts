import type { CategoryRef } from '../../domain/codes/codes.js'
import { Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import type { Place, Problem, ReaderOptions, Reading } from '../reader.js'
import { own } from '../schema-check.js'
import type { TableHead } from './head.js'
import type { TableColumn, TableMap } from './map.js'
import { type ReadCell, rowReader } from './row.js'
import { type TableCategory, Tree } from './tree.js'

/** A figure or problems; or a category, once, before the first figure that is of it and after its parent. */
export type TableReading =
  | (Reading & { readonly category?: never })
  | { readonly place: Place; readonly category: TableCategory; readonly figure?: never; readonly problems?: never }

/** A cell's text, or why it has none. */
export type Cell = string | Fault

/** A cell without the spaces around it. */
export const trimmed = (cell: Cell): Cell => (cell instanceof Fault ? cell : cell.trim())

/** A row with figures, above the one that has their growth. */
interface Held {
  readonly row: number
  readonly cells: readonly Cell[]
}

/** The rows below the header, read one after the other. */
export class Body {
  readonly #map: TableMap
  readonly #names: readonly string[]
  readonly #file: string
  /** Cells of a row; where each row has its growth below it, the two are read as one, twice as wide. */
  readonly #width: number
  readonly #isPaired: boolean
  #held: Held | null = null
  readonly #trees: readonly { readonly at: number; readonly tree: Tree }[]
  readonly #rows: ReturnType<typeof rowReader>
  /** Whether some row is not known to be of anything: then no other can be missed. */
  unplaced = false
  #count = 0
  #footnote: Problem | null = null

  constructor(head: TableHead, { file, stage }: ReaderOptions) {
    const { columns, below } = head.map
    this.#width = columns.length
    this.#isPaired = below === 'growth' && columns.every(({ is }) => is !== 'growth')
    this.#map = this.#isPaired ? { ...head.map, columns: [...columns, ...columns.map(growthOf)] } : head.map
    this.#names = this.#isPaired ? [...head.names, ...head.names] : head.names
    this.#file = file
    this.#trees = columns.flatMap((column, at) => (column.is === 'category' ? [{ at, tree: new Tree(column) }] : []))
    this.#rows = rowReader(this.#map, head, stage)
  }

  nameOf(index: number | null): string | null {
    return index === null ? null : (this.#names[index] ?? null)
  }

  /** What a row gives, and the rows before it that it completes. */
  *read(row: number, raw: readonly Cell[]): Generator<TableReading> {
    const cells = raw.map((cell, index) => (this.#tellsBySpaces(index) ? cell : trimmed(cell)))
    const first = trimmed(cells[0] ?? '')
    if (cells.every((cell) => trimmed(cell) === '')) return
    if (typeof first === 'string' && this.#map.footnotes?.some((begin) => first.startsWith(begin))) {
      const message = 'This footnote stands in the middle of the table: footnotes stand below all figures.'
      this.#footnote ??= this.#problem(row, 0, first, message)
      return
    }
    if (this.#footnote) yield this.#failed(this.#footnote)
    this.#footnote = null
    this.#count++
    if (cells.length !== this.#width) {
      const message = `This row has ${cells.length} cells, and the table ${this.#width} columns: put a cell that holds a comma in quotes.`
      this.unplaced = true
      yield this.#failed(this.#problem(row, null, null, message))
    } else if (this.#saysNothing(cells)) {
      // "of which:" alone.
    } else if (!this.#isPaired) {
      yield* this.#readings([row], cells)
    } else if (this.#held && this.#isBelow(this.#held, cells)) {
      yield* this.#readings([this.#held.row, row], [...this.#held.cells, ...cells])
      this.#held = null
    } else {
      yield* this.#lone()
      this.#held = { row, cells }
    }
  }

  #tellsBySpaces(index: number): boolean {
    const column = this.#map.columns[index]
    return column?.is === 'category' && column.indent === true
  }

  #saysNothing(cells: readonly Cell[]): boolean {
    const isLabel = ({ at, tree }: { at: number; tree: Tree }) => {
      const label = cells[at]
      return typeof label === 'string' && tree.isOnlyOfWhich(label)
    }
    const label = this.#trees.find(isLabel)
    if (label === undefined) return false
    return cells.every((cell, index) => index === label.at || cell === '' || own(this.#map.symbols, String(cell)))
  }

  /** Whether a row is the growth of the one above: it has no label of its own, or repeats that one's. */
  #isBelow(held: Held, cells: readonly Cell[]): boolean {
    return this.#trees.every(({ at }) => trimmed(cells[at] ?? '') === '' || cells[at] === held.cells[at])
  }

  *#lone(): Generator<TableReading> {
    if (this.#held === null) return
    const message = 'No row stands below this one with the growth of its figures.'
    this.unplaced = true
    yield this.#failed(this.#problem(this.#held.row, null, null, message))
    this.#held = null
  }

  *#readings(rows: readonly number[], cells: readonly Cell[]): Generator<TableReading> {
    const [row = 0] = rows
    const rowOf = (index: number): number => rows[Math.floor(index / this.#width)] ?? row
    const problems: Problem[] = []
    const cell: ReadCell = (index, parse) => {
      const text = cells[index] ?? ''
      if (text instanceof Fault) {
        problems.push(this.#problem(rowOf(index), index, text.found, text.message))
        return undefined
      }
      try {
        return parse(text)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        problems.push(this.#problem(rowOf(index), index, text, error.message))
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

  /** What is wrong with the rows as a whole, once all have been read. */
  *end(row: number): Generator<TableReading> {
    yield* this.#lone()
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

  #failed(problem: Problem): TableReading {
    return { place: this.#place(problem.row, null), problems: [problem] }
  }

  #place(row: number, index: number | null): Place {
    return { file: this.#file, row, column: this.nameOf(index) }
  }

  #problem(row: number, index: number | null, found: string | null, message: string): Problem {
    return { ...this.#place(row, index), found, message }
  }
}

/** What stands below a column where growth does. */
const growthOf = (column: TableColumn): TableColumn =>
  column.is === 'value' ? { ...column, is: 'growth' } : { is: 'nothing', header: column.header }
