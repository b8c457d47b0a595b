import { Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { wrong } from '../row.js'
import { type Book, isText, unescaped } from './book.js'
import { general, numberText } from './number.js'
import type { Attributes, Elements } from './xml.js'

/** A row's texts, and faults for cells that hold none; up to its last cell that is not empty. */
export type SheetCells = readonly (string | Fault)[]

const maxRows = 1_048_576
const nothing: SheetCells = []
/** Of those that hold anything. */
export const maxColumns = 1000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  formula: string | null
  value: string
  text: string
}

/** Takes the cells of a sheet; rows that are left out are there all the same, and empty. */
export class SheetReader implements Elements {
  readonly #book: Book
  #rows: SheetCells[] = []
  #row = 0
  #column = 0
  #cells: (string | Fault)[] = []
  #cell: Cell | null = null

  constructor(book: Book) {
    this.#book = book
  }

  /** The rows that were completed since it was last asked. */
  take(): SheetCells[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Attributes, around: readonly string[]): void {
    const parent = around.at(-1)
    if (name === 'row' && parent === 'sheetData') this.#openRow(attributes)
    else if (name === 'c' && parent === 'row') this.#openCell(attributes)
    else if (name === 'f' && parent === 'c' && this.#cell) this.#cell.formula ??= ''
  }

  text(text: string, around: readonly string[]): void {
    const cell = this.#cell
    if (!cell) return
    const name = around.at(-1)
    if (name === 'v' && around.at(-2) === 'c') cell.value += text
    else if (name === 'f' && around.at(-2) === 'c') cell.formula += text
    else if (isText(around) && around.includes('is')) cell.text += text
  }

  close(name: string, around: readonly string[]): void {
    const parent = around.at(-1)
    if (name === 'row' && parent === 'sheetData') {
      this.#rows.push(this.#cells)
    } else if (name === 'c' && parent === 'row' && this.#cell) {
      const { column } = this.#cell
      const held = heldBy(this.#cell, this.#book)
      this.#cell = null
      if (held === '') return
      if (column > maxColumns)
        wrong(`Row ${this.#row} reaches to column ${lettersOf(column)}: a table has ${maxColumns} columns at most.`)
      while (this.#cells.length < column - 1) this.#cells.push('')
      this.#cells.push(held)
    }
  }

  #openRow({ r: number }: Attributes): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    if (!Number.isInteger(row) || row <= this.#row || row > maxRows)
      wrong(`The workbook is damaged: after row ${this.#row} stands row "${number}". Save it again.`)
    while (++this.#row < row) this.#rows.push(nothing)
    this.#column = 0
    this.#cells = []
  }

  #openCell({ r: place, t: type = 'n', s: style }: Attributes): void {
    const disordered = () =>
      wrong(`The workbook is damaged: cell "${place}" stands in row ${this.#row}, out of order. Save it again.`)
    const here = { row: this.#row, column: this.#column + 1 }
    const { row, column } = (place === undefined ? here : placeOf(place)) ?? disordered()
    if (row !== this.#row || column <= this.#column) disordered()
    this.#column = column
    this.#cell = { column, type, style, formula: null, value: '', text: '' }
  }
}

/** A cell's row and column, from 1, of its name; null where it is none. */
export function placeOf(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? []
  if (letters === undefined) return null
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

/** The letters of a column, from 1. */
export function lettersOf(column: number): string {
  if (column === 0) return ''
  return lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}

function heldBy({ type, style, formula, value, text }: Cell, { strings, formats }: Book): string | Fault {
  if (formula === '') return new Fault('This cell holds a formula: paste its value.', value || null)
  if (formula !== null)
    return new Fault(`This cell holds the formula =${short(formula)}: paste its value.`, `=${formula}`)
  if (type === 'inlineStr') return unescaped(text)
  if (value === '') return ''
  switch (type) {
    case 'str':
      return unescaped(value)
    case 's':
      return strings[Number(value)] ?? new Fault(`The workbook lacks this cell's text: save it again.`, value)
    case 'n':
      return numberOrFault(value, style === undefined ? general : formats[Number(style)])
    case 'b': {
      const word = value === '1' ? 'TRUE' : 'FALSE'
      return new Fault(`This cell holds ${word}, which is neither a text nor a number: write what it stands for.`, word)
    }
    case 'e':
      return new Fault(
        `This cell holds the error ${short(value)}: write the number, or the table's sign for none.`,
        value,
      )
    case 'd':
      return new Fault(`This cell holds a date, ${short(value)}: write it as text, like 2024-12.`, value)
    default:
      return new Fault(`This cell holds a "${short(type)}", which no workbook has: save it again.`, value)
  }
}

function numberOrFault(value: string, format = general): string | Fault {
  try {
    return numberText(value.trim(), format)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Fault(error.message, value)
  }
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text)
