import { codeRule } from '../../domain/codes/code-text.js'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import type { Printed } from '../../domain/numbers/decimal.js'
import type { Change } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { nearestByName } from '../../domain/text/nearest.js'
import { allUnits, isRate, isUnit, type Unit, unitInfo, units } from '../../domain/units/unit.js'
import { attempt, refuse } from '../../errors.js'
import { formatPath } from './messages.js'
import type { Place, Problem, Reading } from './reader.js'

export const notUtf8 = 'This cell is not text in UTF-8. Save the file as CSV in UTF-8.'

export const unitsExplained = (): string =>
  `The units are ${units.slice(0, 3).join(', ')} and ${allUnits().length - 3} others, which the query { units { code } } lists.`

function unitFault(text: string, otherwise: string): string | null {
  if (isUnit(text)) return null
  const all = allUnits()
  const labels = all.flatMap((unit) => Object.values(unitInfo(unit).name).map((name) => ({ text: name, code: unit })))
  const alike = nearestByName(text, all, labels)
  return `There is no unit "${excerpt(text, 100)}". ${alike.length > 0 ? `Did you mean ${alike.join(', ')}?` : otherwise}`
}

export type NamedUnit = readonly [path: string, unit: string | null | undefined]

export const unitsAt = (path: string, units: Readonly<Record<string, string | null>>): readonly NamedUnit[] =>
  Object.entries(units).map(([key, unit]) => [formatPath(path, key), unit])

export const unknownUnits = (named: readonly NamedUnit[]): string[] =>
  named.flatMap(([path, unit]) => (unit == null || isUnit(unit) ? [] : `${path}: ${unitFault(unit, unitsExplained())}`))

export const unitFrom =
  (otherwise: string) =>
  (text: string): Unit =>
    isUnit(text) ? text : refuse(unitFault(text, otherwise) ?? '')

export const codeFault = (text: string): string => `"${excerpt(text, 100)}" is not a code: ${codeRule}`

export function boundedNote(text: string, kind: 'note' | 'flags' = 'note'): string {
  if (text.includes('\uFFFD')) return refuse(notUtf8)
  const fault = textFault(text, kind)
  return fault === null ? text : refuse(`This text ${fault.message}`)
}

export const changeIn = (unit: Unit, number: Printed, base: Period): Change =>
  isRate(unit) ? { percent: null, points: number, base } : { percent: number, points: null, base }

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
