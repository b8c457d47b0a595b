import { excerpt } from '../../domain/input-bounds.js'
import { Decimal, decimalsOf } from '../../domain/numbers/decimal.js'
import { significantDigits } from '../../domain/observations/printed.js'
import { formatCount, Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { wrong } from '../input/row.js'
import type { Attributes, Elements } from './package.js'
import { type Book, general, isText, type NumberFormat, unescaped } from './workbook.js'

/** The cells of a row up to the last one with content, with faults for unreadable cells. */
export type SheetCells = readonly (string | Fault)[]

const maxRows = 1_048_576
const nothing: SheetCells = []
export const maxColumns = 1000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  formula: string | null
  value: string
  text: string
}

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
      const held = contentOf(this.#cell, this.#book)
      this.#cell = null
      if (held === '') return
      if (column > maxColumns)
        wrong(
          `Row ${this.#row} reaches column ${lettersOf(column)}, and ${formatCount(maxColumns)} columns are allowed.`,
        )
      while (this.#cells.length < column - 1) this.#cells.push('')
      this.#cells.push(held)
    }
  }

  #openRow({ r: number }: Attributes): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    if (!Number.isInteger(row) || row <= this.#row || row > maxRows)
      wrong(`The workbook is damaged: row ${this.#row} is followed by row "${number}". Save it again.`)
    while (++this.#row < row) this.#rows.push(nothing)
    this.#column = 0
    this.#cells = []
  }

  #openCell({ r: place, t: type = 'n', s: style }: Attributes): void {
    const disordered = () =>
      wrong(`The workbook is damaged: cell "${place}" is out of order in row ${this.#row}. Save it again.`)
    const here = { row: this.#row, column: this.#column + 1 }
    const { row, column } = (place === undefined ? here : placeOf(place)) ?? disordered()
    if (row !== this.#row || column <= this.#column) disordered()
    this.#column = column
    this.#cell = { column, type, style, formula: null, value: '', text: '' }
  }
}

export function placeOf(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? []
  if (letters === undefined) return null
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

export function lettersOf(column: number): string {
  if (column === 0) return ''
  return lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}

function contentOf({ type, style, formula, value, text }: Cell, { strings, formats }: Book): string | Fault {
  if (formula === '') return new Fault('This cell contains a formula. Paste its value.', value || null)
  if (formula !== null)
    return new Fault(`This cell contains the formula =${excerpt(formula, 100)}. Paste its value.`, `=${formula}`)
  if (type === 'inlineStr') return unescaped(text)
  if (value === '') return ''
  switch (type) {
    case 'str':
      return unescaped(value)
    case 's':
      return strings[Number(value)] ?? new Fault(`The workbook lacks the text of this cell. Save it again.`, value)
    case 'n':
      return numberOrFault(value, style === undefined ? general : formats[Number(style)])
    case 'b': {
      const word = value === '1' ? 'TRUE' : 'FALSE'
      return new Fault(`This cell contains ${word}, which is neither a text nor a number. Write its meaning.`, word)
    }
    case 'e':
      return new Fault(
        `This cell contains the error ${excerpt(value, 100)}. Write the number, or the symbol of the table for a missing one.`,
        value,
      )
    case 'd':
      return new Fault(`This cell contains a date, ${excerpt(value, 100)}. Write it as text, like 2024-12.`, value)
    default:
      return new Fault(`This cell has the unknown type "${excerpt(type, 100)}". Save the workbook again.`, value)
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

const stored = /^[+-]?(\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const maxLength = 40
const [typed, written] = [15, 17]

/**
 * Formats a stored number in plain notation, padded with zeros to the decimals of its format. Throws BAD_USER_INPUT for
 * more than 15 digits, and for formats that display a different number or a date.
 */
function numberText(text: string, { shows, decimals }: NumberFormat): string {
  if (text.length > maxLength || !stored.test(text))
    return wrong(`"${excerpt(text, 100)}" is not a number of a workbook.`)
  const plain = exact(text).toFixed()
  if (shows === 'date') return wrong(`This cell contains a date, stored as ${plain}. Write it as text, like 2024-12.`)
  if (shows === 'percent')
    return wrong(
      `This cell contains ${plain}, displayed as percent. Write ${exact(text).times(100).toFixed()} without "%".`,
    )
  if (shows === 'scaled')
    return wrong(
      `This cell contains ${plain}, and its format displays thousands or millions. Display the whole number.`,
    )
  const missing = decimals - decimalsOf(plain)
  return missing <= 0 ? plain : `${plain}${plain.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** Restores the typed number: 4.1 is often stored as 4.0999999999999996, which is the same double. */
function exact(text: string): Decimal {
  const digits = significantDigits(text.replace(/e.*$/i, ''))
  if (digits <= typed) return new Decimal(text)
  const short = Number(text).toPrecision(typed)
  if (digits <= written && Number(short) === Number(text)) return new Decimal(short)
  return wrong(
    `This cell contains ${text}, a number of ${digits} digits, and workbooks keep ${typed}. Write it as text, or round it.`,
  )
}
