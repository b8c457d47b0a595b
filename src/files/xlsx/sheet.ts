import { Decimal } from '../../domain/numbers/decimal.js'
import { Refusal } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { wrong } from '../input/row.js'
import type { Attributes, Elements } from './package.js'
import { type Book, isText, unescaped } from './workbook.js'

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

/** What a number format makes of a number, and the digits after the point that it always shows. */
export interface NumberFormat {
  readonly shows: 'number' | 'date' | 'percent' | 'scaled'
  readonly decimals: number
}

/** The format of a cell that has none. */
const general: NumberFormat = { shows: 'number', decimals: 0 }

const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  39: '#,##0.00',
  40: '#,##0.00',
  43: '#,##0.00',
  44: '#,##0.00',
}

/** Dates and times, some of them in Chinese, Japanese and Korean workbooks only. */
const isDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** A number format by its number, and its code where the workbook has one for it. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && isDate(id)) return { shows: 'date', decimals: 0 }
  const plain = (code ?? builtIn[id] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]|General|G\/通用格式/gi, '')
  const [first = ''] = plain.split(';')
  const withoutExponent = plain.replace(/E[+-]/gi, '')
  if (/[ymdhsbeg]/i.test(withoutExponent)) return { shows: 'date', decimals: 0 }
  if (first.includes('%')) return { shows: 'percent', decimals: 0 }
  if (/[0#?],+(?![0#?,])/.test(first)) return { shows: 'scaled', decimals: 0 }
  const fraction = withoutExponent === plain ? (/\.([0#?]*)/.exec(first)?.[1] ?? '') : ''
  return { shows: 'number', decimals: fraction.lastIndexOf('0') + 1 }
}

const stored = /^[+-]?(\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const maxLength = 40
/** What a spreadsheet keeps of a number that is typed, and what the binary number that it stores is written with. */
const [typed, written] = [15, 17]

/**
 * A number as its cell shows it, in plain notation: exactly what is stored, with zeros up to the decimals of its format.
 * BAD_USER_INPUT where more than 15 digits are stored, or where the format shows another number or a date.
 */
function numberText(text: string, { shows, decimals }: NumberFormat): string {
  if (text.length > maxLength || !stored.test(text)) return wrong(`"${text.slice(0, 100)}" is no number of a workbook.`)
  const plain = exact(text).toFixed()
  if (shows === 'date') return wrong(`This cell holds a date, stored as ${plain}: write it as text, like 2024-12.`)
  if (shows === 'percent')
    return wrong(`This cell holds ${plain}, shown as percent: write ${exact(text).times(100).toFixed()} without "%".`)
  if (shows === 'scaled')
    return wrong(`This cell holds ${plain}, and its number format shows thousands or millions: show the whole number.`)
  const missing = decimals - (plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0)
  return missing <= 0 ? plain : `${plain}${plain.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** Only the text's own digits: 4.1 is often stored as 4.0999999999999996, which is that binary number's other name. */
function exact(text: string): Decimal {
  const digits = digitsOf(text)
  if (digits <= typed) return new Decimal(text)
  const short = Number(text).toPrecision(typed)
  if (digits <= written && Number(short) === Number(text)) return new Decimal(short)
  return wrong(
    `This cell holds ${text}, a number of ${digits} digits: workbooks keep ${typed} of a number, so write it as text, or round it.`,
  )
}

function digitsOf(text: string): number {
  const mantissa = text.replace(/e.*$/i, '').replace(/[+-]/, '')
  return mantissa.replace('.', '').replace(/^0+|0+$/g, '').length
}
