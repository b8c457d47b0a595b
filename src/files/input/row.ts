import { type TextKind, textFault } from '../../domain/input-bounds.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { Refusal } from '../../errors.js'
import type { Column, Header } from '../csv/header.js'
import type { Place, Problem, Reading } from './reader.js'

/** Refuses a cell: the message says what would be right. */
export const wrong = (message: string): never => {
  throw new Refusal('BAD_USER_INPUT', message)
}

const notUtf8 = 'This cell is not text in UTF-8: save the file as CSV in UTF-8.'

/** A row while it is read: its cells by column, and what was wrong with them so far. */
export class Row {
  readonly problems: Problem[] = []
  readonly place: Place
  readonly header: Header
  readonly cells: readonly string[]

  constructor(place: Place, header: Header, cells: readonly string[]) {
    this.place = place
    this.header = header
    this.cells = cells
  }

  /** The cell as it stands; empty where the file has no such column. */
  text(column: Column): string {
    const at = this.header.at[column]
    return at < 0 ? '' : (this.cells[at] ?? '') // an array is slow to say what stands before its first
  }

  report(column: string | null, found: string | null, message: string): void {
    this.problems.push({ ...this.place, column, found, message })
  }

  failed(): Reading {
    return { place: this.place, problems: this.problems }
  }

  /** What a cell says; undefined, and a problem, where `parse` refuses it. */
  read<T>(column: Column, parse: (text: string) => T): T | undefined {
    return this.readText(column, this.text(column), parse)
  }

  /** The same, and null where the cell is empty. */
  optional<T>(column: Column, parse: (text: string) => T): T | null | undefined {
    const text = this.text(column)
    return text === '' ? null : this.readText(column, text, parse)
  }

  /** The same for a cell of any column. */
  readText<T>(column: string, text: string, parse: (text: string) => T): T | undefined {
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.report(column, text, text.includes('\uFFFD') ? notUtf8 : error.message)
      return undefined
    }
  }

  /** A free text, without a guard against spreadsheets; anything that a store can hold. Null where the cell is empty. */
  note(column: Column, kind: TextKind = 'note'): string | null {
    const text = this.text(column)
    if (text === '') return null
    // What decoding leaves where bytes are not UTF-8; in every other column it is refused for what it is.
    if (text.includes('\uFFFD')) this.report(column, text, notUtf8)
    const fault = textFault(text, kind)
    if (fault !== null) this.report(column, text, `This text ${fault.message}`)
    return unescapeFormula(text)
  }
}
