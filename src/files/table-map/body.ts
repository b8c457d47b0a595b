import type { CategoryRef } from '../../domain/codes/codes.js'
import { attempt } from '../../errors.js'
import { cellCountFault, Fault } from '../csv/records.js'
import { getOwn } from '../input/messages.js'
import {
  detail,
  failure,
  type Place,
  type Problem,
  type ProblemDetail,
  type ReaderOptions,
  type Reading,
} from '../input/reader.js'
import type { TableHead } from './header.js'
import type { TableColumn, TableMap } from './map.js'
import { hasOtherSpaces, isLikeNumber, unmarked } from './number-text.js'
import { isOverflow, overflow, type ReadCell, rowReader } from './row-reader.js'
import { type TableCategory, Tree } from './tree.js'

/** The category of a reading is new; it precedes its observations and follows its parent. */
export type TableReading =
  | (Reading & { readonly category?: never; readonly notice?: never })
  | (NoReading & { readonly category: TableCategory; readonly notice?: never })
  | (NoReading & { readonly category?: never; readonly notice: string })

interface NoReading {
  readonly place: Place
  readonly figure?: never
  readonly problems?: never
}

export type Cell = string | Fault

const trimmed = (cell: Cell): Cell => (cell instanceof Fault ? cell : cell.trim())

interface Pending {
  readonly row: number
  readonly cells: readonly Cell[]
}

export class Body {
  readonly #map: TableMap
  readonly columns: readonly string[]
  readonly #names: readonly string[]
  readonly #file: string
  /** The cells of a row. A row and the growth below it are read as one row, twice as wide. */
  readonly #width: number
  readonly #isPaired: boolean
  readonly #blank: Pick<TableHead, 'offset' | 'trailing'>
  readonly #fills: ReadonlySet<number>
  readonly #last: (Cell | undefined)[] = []
  #isEnded = false
  #pending: Pending | null = null
  readonly #trees: readonly { readonly at: number; readonly tree: Tree }[]
  readonly #rows: ReturnType<typeof rowReader>
  /** Indicates that the category of a row is unknown, so that missing categories cannot be reported. */
  hasUnknownCategory = false
  #count = 0
  #footnote: TableReading | null = null

  constructor(head: TableHead, { file, stage }: ReaderOptions) {
    const { columns, below } = head.map
    this.#width = columns.length
    this.#fills = new Set(columns.flatMap((column, at) => ('fill' in column && column.fill ? [at] : [])))
    this.#blank = head
    this.#isPaired = below === 'growth' && columns.every(({ is }) => is !== 'growth')
    this.#map = this.#isPaired ? { ...head.map, columns: [...columns, ...columns.map(growthOf)] } : head.map
    this.columns = head.columns
    this.#names = this.#isPaired ? [...head.names, ...head.names] : head.names
    this.#file = file
    this.#trees = columns.flatMap((column, at) => (column.is === 'category' ? [{ at, tree: new Tree(column) }] : []))
    this.#rows = rowReader(this.#map, head, stage)
  }

  #nameOf(index: number): string | null {
    return index < 0 ? null : (this.#names[index] ?? null)
  }

  *read(row: number, raw: readonly Cell[]): Generator<TableReading> {
    const { offset, trailing } = this.#blank
    const own = offset + trailing > 0 ? raw.slice(offset, offset + this.#width) : raw
    const cells = own.map((cell, index) => (this.#isIndented(index) ? cell : trimmed(cell)))
    const first = trimmed(cells[0] ?? '')
    const begun = first === '' ? raw.find((cell) => trimmed(cell) !== '') : first
    if (begun === undefined) return
    const begin = trimmed(begun)
    if (this.#isEnded || (typeof begin === 'string' && this.#map.end?.some((each) => begin.startsWith(each)))) {
      this.#isEnded = true
      const at = this.#map.columns.findIndex(({ is }, index) => isFigure[is] && isNumberCell(cells[index]))
      // A note may be repeated in all of its merged cells.
      if (at >= 0 && new Set(raw.map(trimmed).filter((cell) => cell !== '')).size > 1)
        yield this.#failure(row, { column: this.#nameOf(at), found: null, message: ended })
      return
    }
    const isOutside = (cell: Cell, at: number) =>
      (at < offset || (trailing > 0 && at >= offset + this.#width)) && trimmed(cell) !== ''
    if (
      offset + trailing > 0 &&
      raw.some(isOutside) &&
      !this.#map.footnotes?.some((each) => String(begin).startsWith(each))
    ) {
      this.hasUnknownCategory = true
      yield this.#failure(row, detail(outsideTable))
      return
    }
    const note = offset > 0 ? begin : first
    if (typeof note === 'string' && this.#map.footnotes?.some((each) => note.startsWith(each))) {
      const message = 'This footnote is in the middle of the table. Footnotes must follow all figures.'
      this.#footnote ??= this.#failure(row, { column: this.#nameOf(0), found: note, message })
      return
    }
    if (this.#footnote) yield this.#footnote
    this.#footnote = null
    this.#count++
    if (cells.length !== this.#width) {
      this.hasUnknownCategory = true
      yield this.#failure(row, detail(cellCountFault(cells.length, this.#width)))
    } else if (this.#isOnlyOfWhich(cells)) {
      // A row with only "of which:" has no figures.
    } else if (!this.#isPaired) {
      yield* this.#readings([row], this.#filled(cells))
    } else if (this.#pending && this.#isBelow(this.#pending, cells)) {
      yield* this.#readings([this.#pending.row, row], [...this.#pending.cells, ...cells])
      this.#pending = null
    } else {
      yield* this.#unpaired()
      this.#pending = { row, cells }
    }
  }

  #filled(cells: readonly Cell[]): readonly Cell[] {
    if (this.#fills.size === 0) return cells
    return cells.map((cell, index) => {
      if (!this.#fills.has(index)) return cell
      if (trimmed(cell) === '') return this.#last[index] ?? cell
      if (cell !== this.#last[index]) this.#last.length = index
      this.#last[index] = cell
      return cell
    })
  }

  #isIndented(index: number): boolean {
    const column = this.#map.columns[index]
    return column?.is === 'category' && column.indent === true
  }

  #isOnlyOfWhich(cells: readonly Cell[]): boolean {
    const isLabel = ({ at, tree }: { at: number; tree: Tree }) => {
      const label = cells[at]
      return typeof label === 'string' && tree.isOnlyOfWhich(label)
    }
    const label = this.#trees.find(isLabel)
    if (label === undefined) return false
    return cells.every((cell, index) => index === label.at || cell === '' || getOwn(this.#map.symbols, String(cell)))
  }

  #isBelow(above: Pending, cells: readonly Cell[]): boolean {
    return this.#trees.every(({ at }) => trimmed(cells[at] ?? '') === '' || cells[at] === above.cells[at])
  }

  *#unpaired(): Generator<TableReading> {
    if (this.#pending === null) return
    this.hasUnknownCategory = true
    yield this.#failure(this.#pending.row, detail('The row with the growth of these figures is missing below.'))
    this.#pending = null
  }

  *#readings(rows: readonly number[], cells: readonly Cell[]): Generator<TableReading> {
    const [row = 0] = rows
    const rowOf = (index: number): number => rows[Math.floor(index / this.#width)] ?? row
    const problems: Problem[] = []
    const cell: ReadCell = (index, parse) => {
      const text = cells[index] ?? ''
      const report = (message: string, found = text instanceof Fault ? text.found : text) =>
        problems.push({ ...this.#place(rowOf(index), index), found, message })
      if (!(text instanceof Fault)) return attempt(() => parse(text), report)
      const { date } = text
      if (date !== null && this.#map.columns[index]?.is === 'period') return attempt(() => parse(date), report)
      report(text.message, text.found)
      return undefined
    }
    const categories: CategoryRef[] = []
    for (const { at, tree } of this.#trees) {
      const entry = cell(at, (text) => tree.add(text, row))
      if (!entry) this.hasUnknownCategory = true
      if (entry?.notice !== undefined) yield { place: this.#place(row, at), notice: entry.notice }
      if (!entry?.category) continue
      const { dimension, code } = entry.category
      categories.push({ dimension, code })
      if (entry.isNew) yield { place: this.#place(row, at), category: entry.category }
    }
    const isCategorised = problems.length === 0
    const facts = this.#rows.facts(cell, categories)
    // Without a category a row has no observations, but the faults of its cells are reported.
    for (const { group, figure } of this.#rows.figures(cell, isCategorised ? facts : undefined)) {
      const parts = { change: this.#nameOf(group.at.growth), share: this.#nameOf(group.at.share) }
      if (figure) yield { place: this.#place(row, group.at.value < 0 ? group.first : group.at.value), figure, parts }
    }
    if (this.#map.symbols?.[overflow] && cells.some((text) => typeof text === 'string' && isOverflow(text)))
      yield { place: this.#place(row), notice: cutOff }
    const isSpaced = (text: Cell, at: number) =>
      typeof text === 'string' && isFigure[this.#map.columns[at]?.is ?? 'nothing'] && hasOtherSpaces(text, this.#map)
    if (cells.some(isSpaced)) yield { place: this.#place(row), notice: otherSpaces }
    const marked = cells.findIndex((text, at) => this.#isMarkedPart(text, at, cells))
    if (marked >= 0) yield { place: this.#place(row, marked), notice: marksOfParts }
    if (problems.length > 0) yield { place: this.#place(row), problems }
  }

  /** Tells growth or a share with a mark that is not kept, because the row has a level as well. */
  #isMarkedPart(text: Cell, at: number, cells: readonly Cell[]): boolean {
    const { columns, marks } = this.#map
    const is = columns[at]?.is
    if (marks === undefined || typeof text !== 'string' || (is !== 'growth' && is !== 'share')) return false
    const hasLevel = columns.some((column, index) => column.is === 'value' && isNumberCell(cells[index]))
    return hasLevel && unmarked(text, marks)[1] !== null
  }

  *end(row: number): Generator<TableReading> {
    yield* this.#unpaired()
    if (this.#count === 0) yield this.#failure(row, detail('There is no figure below the header.'))
    if (this.#count === 0 || this.hasUnknownCategory) return
    const missing = this.#trees.flatMap(({ at, tree }) =>
      tree.missing().map((label) => {
        const message = `The row of ${label} is missing. Every table has it, and without it the rows below would belong to another category.`
        return { column: this.#nameOf(at), found: null, message }
      }),
    )
    if (missing.length > 0) yield this.#failure(row, ...missing)
  }

  #failure(row: number, ...problems: readonly ProblemDetail[]): TableReading {
    return failure(this.#place(row), ...problems)
  }

  #place(row: number, index = -1): Place {
    return { file: this.#file, row, column: this.#nameOf(index) }
  }
}

const isFigure: Readonly<Record<TableColumn['is'], boolean>> = {
  value: true,
  growth: true,
  share: true,
  category: false,
  metric: false,
  span: false,
  unit: false,
  period: false,
  flag: false,
  nothing: false,
}

const cutOff =
  'Cells that show only "#", because their column was too narrow for the number, are read as the map says, without a value.'

const isNumberCell = (cell: Cell | undefined): boolean =>
  typeof cell !== 'string' ? cell !== undefined : isLikeNumber(cell)

const marksOfParts = 'Marks after growth and shares are not kept: flags are those of the value beside them.'

const otherSpaces = 'No-break and thin spaces between thousands are read like the space that the map states.'

const ended =
  'This row is after the end of the table, and has a number in a column of figures. Correct "end" in the map.'
const outsideTable = 'This row has a cell outside the columns of the header. Move or clear it.'

const growthOf = (column: TableColumn): TableColumn =>
  column.is === 'value' ? { ...column, is: 'growth' } : { is: 'nothing', header: column.header }
