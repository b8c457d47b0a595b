import { excerpt } from '../../domain/input-bounds.js'
import { Decimal, decimalsOf } from '../../domain/numbers/decimal.js'
import { significantDigits } from '../../domain/observations/printed.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import { Fault } from '../csv/records.js'
import type { Attributes, Elements } from './package.js'
import { type Book, general, isText, type NumberFormat, unescaped } from './workbook.js'

/** The cells of a row up to the last one with content, with faults for unreadable cells. */
export type SheetCells = readonly (string | Fault)[]

const maxRows = 1_048_576
const emptyRow: SheetCells = []
export const maxColumns = 1000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  formula: string | null
  value: string
  text: string
}

/** Takes the place and the number of a cell that stores more decimals than it displays. */
export type ReadHidden = (place: string, number: string) => void

export class SheetReader implements Elements {
  readonly #book: Book
  #rows: SheetCells[] = []
  #row = 0
  #column = 0
  #cells: (string | Fault)[] = []
  #cell: Cell | null = null
  #isHidden = false

  readonly #hidden: ReadHidden
  readonly #hiddenRow: (row: number) => void

  constructor(book: Book, hidden: ReadHidden, hiddenRow: (row: number) => void) {
    this.#book = book
    this.#hidden = hidden
    this.#hiddenRow = hiddenRow
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
      if (this.#isHidden && this.#cells.length > 0) this.#hiddenRow(this.#row)
      this.#rows.push(this.#cells)
    } else if (name === 'c' && parent === 'row' && this.#cell) {
      const { column, type, style } = this.#cell
      const held = contentOf(this.#cell, this.#book)
      this.#cell = null
      if (held === '') return
      if (column > maxColumns) {
        const most = formatCount(maxColumns)
        refuse(`Row ${this.#row} reaches column ${lettersOf(column)}, and ${most} columns are allowed.`)
      }
      const most = style === undefined || type !== 'n' ? undefined : this.#book.formats[Number(style)]?.most
      if (most !== undefined && typeof held === 'string' && decimalsOf(held) > most)
        this.#hidden(`${lettersOf(column)}${this.#row}`, held)
      while (this.#cells.length < column - 1) this.#cells.push('')
      this.#cells.push(held)
    }
  }

  #openRow({ r: number, hidden = '' }: Attributes): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    if (!Number.isInteger(row) || row <= this.#row || row > maxRows)
      refuse(`The workbook is damaged: row ${this.#row} is followed by row "${number}". Save it again.`)
    while (++this.#row < row) this.#rows.push(emptyRow)
    this.#column = 0
    this.#cells = []
    this.#isHidden = hidden === '1' || hidden === 'true'
  }

  #openCell({ r: place, t: type = 'n', s: style }: Attributes): void {
    const disordered = () =>
      refuse(`The workbook is damaged: cell "${place}" is out of order in row ${this.#row}. Save it again.`)
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

function contentOf({ type, style, formula, value, text }: Cell, book: Book): string | Fault {
  const { strings, formats } = book
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
      return numberOrFault(value, style === undefined ? general : formats[Number(style)], book)
    case 'b': {
      const word = value === '1' ? 'TRUE' : 'FALSE'
      return new Fault(`This cell contains ${word}, which is neither a text nor a number. Write its meaning.`, word)
    }
    case 'e': {
      const advice = 'Write the number, or the symbol of the table for a missing one.'
      return new Fault(`This cell contains the error ${excerpt(value, 100)}. ${advice}`, value)
    }
    case 'd':
      return dateFault(value, /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?Z?)?$/.exec(value)?.[1] ?? null)
    default:
      return new Fault(`This cell has the unknown type "${excerpt(type, 100)}". Save the workbook again.`, value)
  }
}

function dateFault(value: string, date: string | null): Fault {
  const message = `This cell contains a date, ${excerpt(date ?? `stored as ${value}`, 100)}. Write it as text, like 2024-12.`
  return new Fault(message, date ?? value, null, date)
}

const day = 86_400_000
/**
 * The days that can be converted: workbooks count a 29 February 1900, which makes earlier ones ambiguous, and end with
 * 9999.
 */
const [firstDay, lastDay] = [61, 2_958_465]

/** Returns the day of a stored date; null for one with a time of day, and outside the range of workbooks. */
function dayOf(stored: string, from1904: boolean): string | null {
  const number = Number(stored)
  if (!Number.isInteger(number) || number < (from1904 ? 0 : firstDay) || number > lastDay) return null
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(epoch + number * day).toISOString().slice(0, 10)
}

function numberOrFault(value: string, format = general, { from1904 }: Pick<Book, 'from1904'>): string | Fault {
  const isDate = format.shows === 'date' && value.length <= maxLength && stored.test(value.trim())
  if (isDate) return dateFault(exact(value.trim()).toFixed(), dayOf(value.trim(), from1904))
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
    return refuse(`"${excerpt(text, 100)}" is not a number of a workbook.`)
  const plain = exact(text).toFixed()
  const found = `This cell contains ${plain}`
  if (shows === 'percent')
    return refuse(`${found}, displayed as percent. Write ${exact(text).times(100).toFixed()} without "%".`)
  if (shows === 'scaled')
    return refuse(`${found}, and its format displays thousands or millions. Display the whole number.`)
  if (shows === 'other')
    return refuse(`${found}, and the words of its format display another number. Display the whole number alone.`)
  const missing = decimals - decimalsOf(plain)
  return missing <= 0 ? plain : `${plain}${plain.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** Restores the typed number: 4.1 is often stored as 4.0999999999999996, which is the same double. */
function exact(text: string): Decimal {
  const digits = significantDigits(text.replace(/e.*$/i, ''))
  if (digits <= typed) return new Decimal(text)
  const short = Number(text).toPrecision(typed)
  if (digits <= written && Number(short) === Number(text)) return new Decimal(short)
  const kept = `a number of ${digits} digits, and workbooks keep ${typed}`
  return refuse(`This cell contains ${text}, ${kept}. Write it as text, or round it.`)
}
