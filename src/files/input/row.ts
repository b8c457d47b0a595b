import { codeRule } from '../../domain/codes/code-text.js'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { isUnit, type Unit, units } from '../../domain/units/unit.js'
import { attempt, Refusal } from '../../errors.js'
import { didYouMean } from './messages.js'
import type { Place, Problem, Reading } from './reader.js'

/** Refuses a cell. The message states what is allowed. */
export const wrong = (message: string): never => {
  throw new Refusal('BAD_USER_INPUT', message)
}

export const notUtf8 = 'This cell is not text in UTF-8. Save the file as CSV in UTF-8.'

export function unitFault(text: string, otherwise: string): string | null {
  if (isUnit(text)) return null
  return `There is no unit "${excerpt(text, 100)}". ${didYouMean(text, units) || otherwise}`
}

export const unitFrom =
  (otherwise: string) =>
  (text: string): Unit =>
    isUnit(text) ? text : wrong(unitFault(text, otherwise) ?? '')

export const notCode = (text: string): string => `"${excerpt(text, 100)}" is not a code: ${codeRule}`

export function noteFault(text: string, kind: 'note' | 'flags' = 'note'): string | null {
  if (text.includes('\uFFFD')) return notUtf8
  const fault = textFault(text, kind)
  return fault && `This text ${fault.message}`
}

export class Row {
  readonly problems: Problem[] = []
  readonly place: Place

  constructor(place: Place) {
    this.place = place
  }

  report(column: string | null, found: string | null, message: string): void {
    this.problems.push({ ...this.place, column, found, message })
  }

  failed(): Reading {
    return { place: this.place, problems: this.problems }
  }

  /** Parses a cell. Returns undefined, and records a problem, if `parse` refuses it. */
  readText<T>(column: string, text: string, parse: (text: string) => T): T | undefined {
    return attempt(
      () => parse(text),
      (message) => this.report(column, text, text.includes('\uFFFD') ? notUtf8 : message),
    )
  }
}
