import { Decimal } from '../../../src/domain/numbers/decimal.js'
import type { Dice } from '../dice.js'
import { type Cut, columns, Edits, growthAt, levelAt, metricOf, placeBefore } from './tables.js'

/** What is changed: one cell, one column, one row, some rows, or everything. */
export type Scope = 'cell' | 'column' | 'row' | 'block' | 'table'

interface Drawn {
  readonly scope: Scope
  readonly edits: Edits
}

/** Draws an error of one kind for a part of a table; null where that part cannot have it. */
type Kind = (cut: Cut, dice: Dice) => Drawn | null

const textAt = ({ table }: Cut, row: number, column: number): string => table.places[row]?.cells[column] ?? '-'
const isNumber = (text: string): boolean => /^-?\d/.test(text)
const isYearToDate = (column: number): boolean => columns[column - 1]?.span === 'YEAR_TO_DATE'

interface Cells {
  readonly scope: Scope
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** The cells of a scope, drawn among those of the columns given. */
function drawCells(cut: Cut, dice: Dice, within: readonly number[], scopes: readonly Scope[]): Cells | null {
  const { rows } = cut
  const possible = scopes.filter((scope) => {
    // Nothing says how large a series is that is the first of its kind.
    if (cut.kind === 'first series' && (scope === 'column' || scope === 'table')) return false
    if (scope === 'column') return rows.length > 1
    if (scope === 'row') return within.length > 1
    if (scope === 'block') return rows.length > 3
    return scope === 'cell' || (rows.length > 1 && within.length > 1)
  })
  if (within.length === 0 || possible.length === 0) return null
  const scope = dice.pick(possible)
  const column = [dice.pick(within)]
  const from = dice.below(Math.max(1, rows.length - 7))
  const block = rows.slice(from, from + 2 + dice.below(Math.min(6, rows.length - 2)))
  const row = [dice.pick(rows)]
  if (scope === 'cell') return { scope, rows: row, columns: column }
  if (scope === 'column') return { scope, rows, columns: column }
  if (scope === 'row') return { scope, rows: row, columns: within }
  if (scope === 'block') return { scope, rows: block, columns: dice.chance(0.5) ? within : column }
  return { scope, rows, columns: within }
}

const allScopes: readonly Scope[] = ['cell', 'column', 'row', 'block', 'table']

/** Changes every number of a scope in the same way. */
const changed =
  (edit: (cut: Cut, dice: Dice) => (text: string) => string): Kind =>
  (cut, dice) => {
    const cells = drawCells(cut, dice, cut.columns, allScopes)
    if (cells === null) return null
    const edits = new Edits()
    const change = edit(cut, dice)
    for (const row of cells.rows)
      for (const column of cells.columns) {
        const text = textAt(cut, row, column)
        if (isNumber(text)) edits.set(row, column, change(text))
      }
    return { scope: cells.scope, edits }
  }

/** The layout of the office has no decimals; who types figures may. */
const decimals = (cut: Cut, dice: Dice): number => (cut.kind === 'full table' ? 0 : dice.pick([0, 2, 4]))

const inCurrency = (rate: string): Kind =>
  changed((cut, dice) => {
    const places = decimals(cut, dice)
    return (text) => new Decimal(text).dividedBy(rate).toFixed(places)
  })

/** Replaces the levels of a scope by those of another source, growth with them where whole rows are replaced. */
function replaced(cut: Cut, cells: Cells, from: Source, growth: boolean): Drawn {
  const edits = new Edits()
  for (const row of cells.rows)
    for (const column of cells.columns) {
      edits.set(row, column, from(row, column))
      const rate = growthAt(metricOf(column))
      if (growth && cut.growth && isYearToDate(column)) edits.set(row, rate, from(row, rate))
    }
  return { scope: cells.scope, edits }
}
type Source = (row: number, column: number) => string

const swapped: Kind = (cut, dice) => {
  if (cut.rows.length < 2) return null
  const [first = 0, second = 0] = dice.sample(cut.rows, 2)
  const scope = cut.columns.length > 1 && dice.chance(0.3) ? 'row' : 'cell'
  const within = scope === 'row' ? cut.columns : [dice.pick(cut.columns)]
  const other: Source = (row, column) => textAt(cut, row === first ? second : first, column)
  return replaced(cut, { scope, rows: [first, second], columns: within }, other, scope === 'row')
}

const columnsExchanged: Kind = (cut, dice) => {
  if (cut.columns.length < 2) return null
  const [first = 1, second = 1] = dice.sample(cut.columns, 2)
  const other: Source = (row, column) => textAt(cut, row, column === first ? second : first)
  return replaced(cut, { scope: 'column', rows: cut.rows, columns: [first, second] }, other, false)
}

/** Where only one of the two is imported, it is given the figures of the other. */
const tradeExchanged: Kind = (cut, dice) => {
  const flows = cut.columns.filter((column) => metricOf(column) !== 'TRADE')
  if (flows.length === 0) return null
  const spans = [...new Set(flows.map(isYearToDate))]
  const span = spans.length === 1 || dice.chance(0.5) ? null : dice.pick(spans)
  const within = flows.filter((column) => span === null || isYearToDate(column) === span)
  const count = dice.pick([1, 3, 7, cut.rows.length])
  const rows = dice.sample(cut.rows, count)
  const scope =
    rows.length === cut.rows.length ? (rows.length === 1 ? 'row' : 'table') : rows.length > 1 ? 'block' : 'row'
  const other: Source = (row, column) => {
    if (column > 6) return textAt(cut, row, growthAt(metricOf(column) === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS'))
    const metric = metricOf(column) === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS'
    return textAt(cut, row, levelAt(metric, isYearToDate(column) ? 'YEAR_TO_DATE' : 'MONTH'))
  }
  return replaced(cut, { scope, rows, columns: within }, other, dice.chance(0.5))
}

/** Labels against figures, by one row, from some row on; at the end stands what the whole table has next. */
const rowsShifted: Kind = (cut, dice) => {
  const { rows } = cut
  const step = dice.pick([-1, 1])
  const from = dice.chance(0.5) ? 0 : dice.below(rows.length)
  const one = cut.columns.length > 1 && rows.length > 1 && dice.chance(0.5)
  const within = one ? [dice.pick(cut.columns)] : cut.columns
  const other: Source = (row, column) => {
    const beside = rows[rows.indexOf(row) + step] ?? row + step
    return textAt(cut, cut.table.places[beside] === undefined ? row - step : beside, column)
  }
  const scope = rows.length === 1 ? 'row' : one ? 'column' : from === 0 ? 'table' : 'block'
  return replaced(cut, { scope, rows: rows.slice(from), columns: within }, other, !one)
}

const takenFrom =
  (span: 'MONTH' | 'YEAR_TO_DATE', source: 'MONTH' | 'YEAR_TO_DATE'): Kind =>
  (cut, dice) => {
    const within = cut.columns.filter((column) => columns[column - 1]?.span === span)
    const cells = drawCells(cut, dice, within, allScopes)
    const from: Source = (row, column) => textAt(cut, row, levelAt(metricOf(column), source))
    return cells && replaced(cut, cells, from, false)
  }

const stale: Kind = (cut, dice) => {
  const cells = drawCells(cut, dice, cut.columns, allScopes)
  if (cells === null) return null
  const from: Source = (row, column) =>
    placeBefore(cut, cut.table.places[row])?.cells[column] ?? textAt(cut, row, column)
  return replaced(cut, cells, from, cells.scope !== 'cell' && cells.scope !== 'column')
}

const growth =
  (edit: (text: string) => string): Kind =>
  (cut, dice) => {
    const within = cut.growth ? cut.columns.filter(isYearToDate) : []
    const cells = drawCells(cut, dice, within, ['cell', 'column'])
    if (cells === null) return null
    const edits = new Edits()
    for (const row of cells.rows)
      for (const column of cells.columns) {
        const rate = growthAt(metricOf(column))
        const text = textAt(cut, row, rate)
        if (isNumber(text)) edits.set(row, rate, edit(text))
      }
    return { scope: cells.scope, edits }
  }

/** A digit that was not typed; at the front, the zeros after it go too. */
const digitLost = changed((_, dice) => {
  const where = dice.pick([0, 0.5, 1])
  return (text) => {
    const at = Math.round(where * (text.length - 1))
    return text.length < 2 ? text : (text.slice(0, at) + text.slice(at + 1)).replace(/^0+(?=\d)/, '')
  }
})

/** The kinds of error. Those of growth are counted apart: a factor between two rates says little. */
export const kinds = {
  'x 10': changed(() => (text) => `${text}0`),
  'x 1,000': changed(() => (text) => `${text}000`),
  '/ 10,000': changed((cut, dice) => {
    const places = decimals(cut, dice)
    return (text) => new Decimal(text).dividedBy(10_000).toFixed(places)
  }),
  sign: changed(() => (text) => (text.startsWith('-') ? text.slice(1) : `-${text}`)),
  'digit lost': digitLost,
  'US dollars': inCurrency('7.1'),
  'thousand US dollars': inCurrency('0.71'),
  euros: inCurrency('7.8'),
  'Hong Kong dollars': inCurrency('0.91'),
  yen: inCurrency('0.048'),
  'rows swapped': swapped,
  'columns exchanged': columnsExchanged,
  'exports and imports exchanged': tradeExchanged,
  'rows shifted': rowsShifted,
  'month as year to date': takenFrom('YEAR_TO_DATE', 'MONTH'),
  'year to date as month': takenFrom('MONTH', 'YEAR_TO_DATE'),
  'last month’s figures': stale,
  'growth x 10': growth((text) => new Decimal(text).times(10).toFixed()),
  'growth with another sign': growth((text) => (text.startsWith('-') ? text.slice(1) : `-${text}`)),
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as readonly KindName[]

/** An error as it was drawn. */
export interface Mutation extends Drawn {
  readonly kind: KindName
  readonly cut: Cut
  /** New by old of the level that changed most; infinite where nothing is left of it, null where only growth changed. */
  readonly factor: number | null
}

/** Draws an error; null where it changes nothing. */
export function drawMutation(kind: KindName, cut: Cut, dice: Dice): Mutation | null {
  const drawn = kinds[kind](cut, dice)
  if (drawn === null) return null
  const edits = new Edits()
  let factor: number | null = null
  for (const { row, column, text } of drawn.edits) {
    const old = textAt(cut, row, column)
    const isLeftOut = cut.kind !== 'full table' && !isNumber(text)
    if (isLeftOut || text === old || Number(text) === Number(old)) continue
    edits.set(row, column, text)
    if (column > 6 || !isNumber(text) || !isNumber(old) || Number(old) === 0) continue
    const ratio = Number(text) === 0 ? Number.POSITIVE_INFINITY : Number(text) / Number(old)
    if (factor === null || distance(ratio) > distance(factor)) factor = ratio
  }
  return edits.size === 0 ? null : { kind, cut, scope: drawn.scope, edits, factor }
}

/** How far a factor is from 1, in either direction. */
const distance = (factor: number): number => Math.abs(Math.log(Math.abs(factor)))

/** Indicates whether the level that changed most changed by a factor of five or more. */
export const isLarge = ({ factor }: Pick<Mutation, 'factor'>): boolean =>
  factor !== null && distance(factor) >= Math.log(5) - 1e-9
