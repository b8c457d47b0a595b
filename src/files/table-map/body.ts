import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, printed } from '../../domain/numbers/decimal.js'
import { type Change, type Observation, type ReleaseStage, stageStatus } from '../../domain/observations/observation.js'
import { type Period, parsePeriod, readPeriod, yearBefore } from '../../domain/periods/period.js'
import { baseOf, isRate, type Unit } from '../../domain/units/unit.js'
import { attempt, formatCount } from '../../errors.js'
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
import { wrong } from '../input/row.js'
import type { TableHead } from './header.js'
import type { ColumnUnit, FigureColumn, NoValue, Span, TableColumn, TableMap } from './map.js'
import { type TableCategory, Tree } from './tree.js'

/** An observation, problems, or a new category, which precedes its observations and follows its parent. */
export type TableReading =
  | (Reading & { readonly category?: never })
  | { readonly place: Place; readonly category: TableCategory; readonly figure?: never; readonly problems?: never }

export type Cell = string | Fault

export const trimmed = (cell: Cell): Cell => (cell instanceof Fault ? cell : cell.trim())

interface Pending {
  readonly row: number
  readonly cells: readonly Cell[]
}

export class Body {
  readonly #map: TableMap
  readonly names: readonly string[]
  readonly #file: string
  /** The cells of a row. A row and the growth below it are read as one row, twice as wide. */
  readonly #width: number
  readonly #isPaired: boolean
  #pending: Pending | null = null
  readonly #trees: readonly { readonly at: number; readonly tree: Tree }[]
  readonly #rows: ReturnType<typeof rowReader>
  /** True if the category of some row is unknown, so that missing categories cannot be reported. */
  hasUnknownCategory = false
  #count = 0
  #footnote: TableReading | null = null

  constructor(head: TableHead, { file, stage }: ReaderOptions) {
    const { columns, below } = head.map
    this.#width = columns.length
    this.#isPaired = below === 'growth' && columns.every(({ is }) => is !== 'growth')
    this.#map = this.#isPaired ? { ...head.map, columns: [...columns, ...columns.map(growthOf)] } : head.map
    this.names = this.#isPaired ? [...head.names, ...head.names] : head.names
    this.#file = file
    this.#trees = columns.flatMap((column, at) => (column.is === 'category' ? [{ at, tree: new Tree(column) }] : []))
    this.#rows = rowReader(this.#map, head, stage)
  }

  nameOf(index: number | null): string | null {
    return index === null ? null : (this.names[index] ?? null)
  }

  *read(row: number, raw: readonly Cell[]): Generator<TableReading> {
    const cells = raw.map((cell, index) => (this.#isIndented(index) ? cell : trimmed(cell)))
    const first = trimmed(cells[0] ?? '')
    if (cells.every((cell) => trimmed(cell) === '')) return
    if (typeof first === 'string' && this.#map.footnotes?.some((begin) => first.startsWith(begin))) {
      const message = 'This footnote is in the middle of the table. Footnotes must follow all figures.'
      this.#footnote ??= this.#failure(row, { column: this.nameOf(0), found: first, message })
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
      yield* this.#readings([row], cells)
    } else if (this.#pending && this.#isBelow(this.#pending, cells)) {
      yield* this.#readings([this.#pending.row, row], [...this.#pending.cells, ...cells])
      this.#pending = null
    } else {
      yield* this.#unpaired()
      this.#pending = { row, cells }
    }
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
      const report = (message: string, found = text as string | null) =>
        problems.push({ ...this.#place(rowOf(index), index), found, message })
      if (!(text instanceof Fault)) return attempt(() => parse(text), report)
      report(text.message, text.found)
      return undefined
    }
    const categories: CategoryRef[] = []
    for (const { at, tree } of this.#trees) {
      const entry = cell(at, (text) => tree.add(text, row))
      if (!entry) this.hasUnknownCategory = true
      if (!entry?.category) continue
      const { dimension, code } = entry.category
      categories.push({ dimension, code })
      if (entry.isNew) yield { place: this.#place(row, at), category: entry.category }
    }
    const isCategorised = problems.length === 0
    const facts = this.#rows.facts(cell, categories)
    // Without a category a row has no observations, but the faults of its cells are reported.
    for (const { index, figure, change, share } of this.#rows.figures(cell, isCategorised ? facts : undefined)) {
      const parts = { change: this.nameOf(change), share: this.nameOf(share) }
      if (figure) yield { place: this.#place(row, index), figure, parts }
    }
    if (problems.length > 0) yield { place: this.#place(row, null), problems }
  }

  *end(row: number): Generator<TableReading> {
    yield* this.#unpaired()
    if (this.#count === 0) yield this.#failure(row, detail('There is no figure below the header.'))
    if (this.#count === 0 || this.hasUnknownCategory) return
    const missing = this.#trees.flatMap(({ at, tree }) =>
      tree.missing().map((label) => {
        const message = `The row of ${label} is missing. Every table has it, and without it the rows below would belong to another category.`
        return { column: this.nameOf(at), found: null, message }
      }),
    )
    if (missing.length > 0) yield this.#failure(row, ...missing)
  }

  #failure(row: number, ...problems: readonly ProblemDetail[]): TableReading {
    return failure(this.#place(row, null), ...problems)
  }

  #place(row: number, index: number | null): Place {
    return { file: this.#file, row, column: this.nameOf(index) }
  }
}

const growthOf = (column: TableColumn): TableColumn =>
  column.is === 'value' ? { ...column, is: 'growth' } : { is: 'nothing', header: column.header }

type Part = FigureColumn['is']

/** The columns of one metric and span. Null is stated by the row, and -1 is an absent column. */
interface Group {
  readonly metric: string | null
  readonly span: Span | null
  readonly unit: ColumnUnit | null
  readonly at: Readonly<Record<Part, number>>
  readonly first: number
}

interface RowFacts {
  readonly categories: readonly CategoryRef[]
  readonly metric: string | null
  readonly span: Span | null
  /** Null for a row without unit, whose columns in that unit have no figure. */
  readonly unit: Unit | null
  readonly period: Period
}

type ReadCell = <T>(index: number, parse: (text: string) => T) => T | undefined

interface RowFigure {
  readonly index: number
  readonly change: number | null
  readonly share: number | null
  readonly figure: Observation | undefined
}

/** Returns functions that read the facts of a row and its observations, one for each metric and span. */
function rowReader(map: TableMap, head: TableHead, stage: ReleaseStage) {
  const groups = groupsOf(map.columns)
  const wordsAt = (is: 'metric' | 'span' | 'unit') => map.columns.findIndex((column) => column.is === is)
  const [metricAt, spanAt, unitAt] = [wordsAt('metric'), wordsAt('span'), wordsAt('unit')]
  const periodAt = map.columns.findIndex(({ is }) => is === 'period')

  function facts(cell: ReadCell, categories: readonly CategoryRef[]): RowFacts | undefined {
    const metric = metricAt < 0 ? null : cell(metricAt, (text) => oneOf(text, map.columns[metricAt]))
    const span = spanAt < 0 ? null : cell(spanAt, (text) => oneOf(text, map.columns[spanAt]) as Span | null)
    const unit = unitAt < 0 ? null : cell(unitAt, (text) => oneOf(text, map.columns[unitAt]) as Unit | null)
    const period = periodAt < 0 ? head.period : cell(periodAt, (text) => expectedPeriod(readPeriod(text), head.period))
    if (metric === undefined || span === undefined || unit === undefined || !period) return undefined
    const byMonth = groups.some((group) => (group.span ?? span) !== 'PERIOD')
    // A table without these columns was refused with its header.
    if (byMonth && period.frequency !== 'MONTHLY')
      return cell(periodAt < 0 ? spanAt : periodAt, () => wrong(`${period.text} is not a month. ${noMonth}`))
    return { categories: breakdownOf(categories), metric, span, unit, period }
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

const breakdownOf = (categories: readonly CategoryRef[]): readonly CategoryRef[] =>
  categories.length === 0 ? [total] : categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))

const isPrinted = (part: Printed | NoValue | null | undefined): part is Printed =>
  typeof part === 'object' && part !== null

function numberOf(
  text: string,
  { symbols, thousands, columns }: TableMap,
  index: number,
  mostInUnit: number | undefined,
): Printed | NoValue {
  const symbol = getOwn(symbols, text)
  if (symbol) return symbol
  const column = columns[index]
  if (text === '') return wrong(`This cell is empty, and a number${listed(symbols)} is expected.`)
  if (text.length > textBounds.number.most)
    return wrong(
      `This cell has ${formatCount(text.length)} characters, and ${textBounds.number.most} are allowed in a number.`,
    )
  const number = printed(thousands === undefined ? text : ungrouped(text, thousands))
  const most = (column && 'decimals' in column ? column.decimals : undefined) ?? mostInUnit
  if (most !== undefined && number.decimals > most)
    return wrong(
      `This column has at most ${most} decimals, and ${text} has ${number.decimals}. Is the point a decimal point?`,
    )
  return number
}

function noNumber(text: string, { symbols }: TableMap): null {
  return text === '' || getOwn(symbols, text)
    ? null
    : wrong('This row has no unit, so the cell cannot contain a number.')
}

const listed = (symbols: Readonly<Record<string, NoValue>> = {}): string =>
  Object.entries(symbols)
    .map(([symbol, status]) => ` or "${symbol}" (${status})`)
    .join('')

/** Removes separators that group by three. Otherwise the text is left for the number parser to refuse. */
function ungrouped(text: string, separator: string): string {
  const [whole = '', ...fraction] = text.split('.')
  const plain = whole.replaceAll(separator, '')
  const grouped = plain.replace(/\B(?=(?:\d{3})+$)/g, separator)
  return grouped === whole ? [plain, ...fraction].join('.') : text
}

function oneOf(text: string, column: TableColumn | undefined): string | null {
  const words: Readonly<Record<string, string | null>> = column && 'words' in column ? column.words : {}
  const meant = getOwn(words, text)
  return meant === undefined ? wrong(`"${excerpt(text, 100)}" is not one of ${Object.keys(words).join(', ')}.`) : meant
}

function expectedPeriod(period: Period, expected: Period | null): Period {
  if (expected && expected.text !== period.text)
    return wrong(
      `This row is of ${period.text}, and the period of the import is ${expected.text}. Remove the row or the period.`,
    )
  return period
}

const noMonth = 'This row has figures of a month or a year to date, so it needs a month, like 2024-12.'

const periodOf = (span: Span, period: Period): Period =>
  span === 'YEAR_TO_DATE' ? parsePeriod(`${period.text.slice(0, 4)}-01/${period.text}`) : period
