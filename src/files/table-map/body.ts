import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, printed } from '../../domain/numbers/decimal.js'
import { type Change, type Observation, type ReleaseStage, stageStatus } from '../../domain/observations/observation.js'
import { type Period, parsePeriod, readPeriod, yearBefore } from '../../domain/periods/period.js'
import { baseOf, isRate, type Unit } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { getOwn } from '../input/messages.js'
import type { Place, Problem, ReaderOptions, Reading } from '../input/reader.js'
import { wrong } from '../input/row.js'
import type { TableHead } from './header.js'
import type { ColumnUnit, FigureColumn, NoValue, Span, TableColumn, TableMap } from './map.js'
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
    return cells.every((cell, index) => index === label.at || cell === '' || getOwn(this.#map.symbols, String(cell)))
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

type Part = FigureColumn['is']

/** The columns of one figure: those of one metric and span. Null is said by the row; -1 is no such column. */
interface Group {
  readonly metric: string | null
  readonly span: Span | null
  readonly unit: ColumnUnit | null
  readonly at: Readonly<Record<Part, number>>
  readonly first: number
}

/** What a row says of all its figures. */
interface RowFacts {
  readonly categories: readonly CategoryRef[]
  readonly metric: string | null
  readonly span: Span | null
  /** Null where the row says that it has none: then columns that are in it have no figure. */
  readonly unit: Unit | null
  readonly period: Period
}

/** Reads a cell of a row by its column's index; undefined where that was refused, and reported. */
type ReadCell = <T>(index: number, parse: (text: string) => T) => T | undefined

/** A figure of a row, undefined where a cell of it was refused, and the columns of its parts; null is no such column. */
interface RowFigure {
  /** The column of its value; where there is none, the first of its others. */
  readonly index: number
  readonly change: number | null
  readonly share: number | null
  readonly figure: Observation | undefined
}

/** Reads the figures of rows, by the map's columns: one for each metric and span. */
function rowReader(map: TableMap, head: TableHead, stage: ReleaseStage) {
  const groups = groupsOf(map.columns)
  const wordsAt = (is: 'metric' | 'span' | 'unit') => map.columns.findIndex((column) => column.is === is)
  const [metricAt, spanAt, unitAt] = [wordsAt('metric'), wordsAt('span'), wordsAt('unit')]
  const periodAt = map.columns.findIndex(({ is }) => is === 'period')

  /** Undefined where a cell is refused; the figures' own cells are to be read all the same. */
  function facts(cell: ReadCell, categories: readonly CategoryRef[]): RowFacts | undefined {
    const metric = metricAt < 0 ? null : cell(metricAt, (text) => oneOf(text, map.columns[metricAt]))
    const span = spanAt < 0 ? null : cell(spanAt, (text) => oneOf(text, map.columns[spanAt]) as Span | null)
    const unit = unitAt < 0 ? null : cell(unitAt, (text) => oneOf(text, map.columns[unitAt]) as Unit | null)
    const period = periodAt < 0 ? head.period : cell(periodAt, (text) => askedFor(readPeriod(text), head.period))
    if (metric === undefined || span === undefined || unit === undefined || !period) return undefined
    const byMonth = groups.some((group) => (group.span ?? span) !== 'PERIOD')
    // Without either column the header would have been refused for it.
    if (byMonth && period.frequency !== 'MONTHLY')
      return cell(periodAt < 0 ? spanAt : periodAt, () => wrong(`${period.text} is no month, and ${noMonth}`))
    return { categories: broken(categories), metric, span, unit, period }
  }

  function figures(cell: ReadCell, row: RowFacts | undefined): RowFigure[] {
    return groups.map((group) => {
      const { at, first } = group
      const places = { index: at.value < 0 ? first : at.value, change: columnAt(at.growth), share: columnAt(at.share) }
      const unit = group.unit === 'OF_ROW' ? (row?.unit ?? null) : (group.unit ?? head.unit)
      const most = group.unit === null && typeof map.unit === 'object' ? map.unit.decimals?.[head.unit] : undefined
      const read = (text: string, is: Part) =>
        unit === null && row ? noNumber(text, map) : numberOf(text, map, at[is], is === 'value' ? most : undefined)
      const part = (is: Part) => (at[is] < 0 ? null : cell(at[is], (text) => read(text, is)))
      const [value, growth, share] = [part('value'), part('growth'), part('share')]
      const metric = group.metric ?? row?.metric
      const span = group.span ?? row?.span
      const period = row && span && periodOf(span, row.period)
      const failed =
        value === undefined || growth === undefined || share === undefined || !row || !metric || !period || !unit
      const base = !failed && isPrinted(growth) ? cell(at.growth, () => yearBefore(period)) : null
      if (failed || base === undefined) return { ...places, figure: undefined }
      const number = isPrinted(value) ? value : null
      const inPoints = isRate(unit)
      const change = isPrinted(growth) ? growth : null
      const changes: Change[] = base
        ? [{ percent: inPoints ? null : change, points: inPoints ? change : null, base }]
        : []
      const figure: Observation = {
        metric,
        categories: row.categories,
        period,
        unit: number ? unit : baseOf(unit),
        value: number?.value ?? null,
        decimals: number?.decimals ?? null,
        qualifier: 'EXACT',
        status: number ? stageStatus[stage] : isPrinted(value) || value === null ? 'MISSING' : value,
        flags: null,
        changes,
        share: isPrinted(share) ? share : null,
        shareOf: isPrinted(share) ? { metric, category: total } : null,
        shareChange: null,
        note: { en: null, zh: null },
      }
      return { ...places, figure }
    })
  }

  return { facts, figures }
}

const columnAt = (index: number): number | null => (index < 0 ? null : index)

function groupsOf(columns: readonly TableColumn[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [index, column] of columns.entries()) {
    if (column.is !== 'value' && column.is !== 'growth' && column.is !== 'share') continue
    const { metric = null, span = null, unit = null } = column
    const key = `${metric}|${span}`
    const group = groups.get(key) ?? { metric, span, unit, at: { value: -1, growth: -1, share: -1 }, first: index }
    groups.set(key, { ...group, at: { ...group.at, [column.is]: index } })
  }
  return [...groups.values()]
}

/** In order of dimension code; TOTAL:ALL where none breaks the figure down. */
const broken = (categories: readonly CategoryRef[]): readonly CategoryRef[] =>
  categories.length === 0 ? [total] : categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))

const isPrinted = (part: Printed | NoValue | null | undefined): part is Printed =>
  typeof part === 'object' && part !== null

/** A number, or what a symbol says in place of one. */
function numberOf(
  text: string,
  { symbols, thousands, columns }: TableMap,
  index: number,
  mostInUnit: number | undefined,
): Printed | NoValue {
  const symbol = getOwn(symbols, text)
  if (symbol) return symbol
  const column = columns[index]
  if (text === '') return wrong(`This cell is empty: it holds a number${listed(symbols)}.`)
  if (text.length > textBounds.number.most)
    return wrong(`This cell has ${text.length} characters: a number has ${textBounds.number.most} at most.`)
  const number = printed(thousands === undefined ? text : ungrouped(text, thousands))
  const most = (column && 'decimals' in column ? column.decimals : undefined) ?? mostInUnit
  if (most !== undefined && number.decimals > most)
    return wrong(
      `This column is printed with ${most} decimals at most, and ${text} has ${number.decimals}: is its point one?`,
    )
  return number
}

/** A cell of a row that has no unit for it: a symbol, or nothing. */
function noNumber(text: string, { symbols }: TableMap): null {
  return text === '' || getOwn(symbols, text)
    ? null
    : wrong('This row says that it has no unit, and here stands a number.')
}

const listed = (symbols: Readonly<Record<string, NoValue>> = {}): string =>
  Object.entries(symbols)
    .map(([symbol, status]) => ` or "${symbol}" (${status})`)
    .join('')

/** Without its separators where they group by three; as it stands otherwise, for the number's own parser to refuse. */
function ungrouped(text: string, separator: string): string {
  const [whole = '', ...fraction] = text.split('.')
  const plain = whole.replaceAll(separator, '')
  const grouped = plain.replace(/\B(?=(?:\d{3})+$)/g, separator)
  return grouped === whole ? [plain, ...fraction].join('.') : text
}

function oneOf(text: string, column: TableColumn | undefined): string | null {
  const words: Readonly<Record<string, string | null>> = column && 'words' in column ? column.words : {}
  const meant = getOwn(words, text)
  return meant === undefined ? wrong(`"${excerpt(text, 100)}" is none of ${Object.keys(words).join(', ')}.`) : meant
}

function askedFor(period: Period, asked: Period | null): Period {
  if (asked && asked.text !== period.text)
    return wrong(
      `This row is of ${period.text}, and ${asked.text} was asked for: leave the row out, or ask for no period.`,
    )
  return period
}

const noMonth = 'this row has figures of a month or a year to date: it needs a month, like 2024-12.'

/** The period that a span is in the table of a period, which is a month unless the span is that period itself. */
const periodOf = (span: Span, period: Period): Period =>
  span === 'YEAR_TO_DATE' ? parsePeriod(`${period.text.slice(0, 4)}-01/${period.text}`) : period
