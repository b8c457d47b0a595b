import { excerpt } from '../../domain/input-bounds.js'
import { getOrInsert } from '../../lib/memo.js'
import { mapSteps, type Steps } from '../../lib/steps.js'
import type { Grid } from './grid.js'
import { isNumber, markedNumber } from './numbers.js'
import { isMonth, isSymbol, isYear, periodPattern } from './words.js'

export interface Cells {
  readonly at: number
  readonly header: readonly string[]
  /** The header with the texts of merged cells, which only the first column has. */
  readonly merged: readonly string[]
  readonly name: string
  readonly cells: readonly string[]
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
  readonly hasBlanks: boolean
  readonly isFigure: boolean
  /** The places at which each text first occurs, equal for columns that name the same; null if one is blank. */
  readonly pattern: string | null
}

const sample = 1000

export function* columnCells(grid: Grid): Steps<Cells[]> {
  const data = grid.rows.slice(grid.firstData, grid.lastData + 1).filter((cells) => cells.some((cell) => cell !== ''))
  const rows = data.slice(0, sample)
  const places = Array.from({ length: grid.endColumn - grid.firstColumn }, (_, index) => grid.firstColumn + index)
  const cellsAt = (at: number): Cells => {
    const header = grid.rows.slice(grid.firstHeader, grid.firstData).map((cells) => cells[at] ?? '')
    const cells = rows.map((row) => row[at] ?? '')
    const values = cells.filter((cell) => cell !== '')
    const name = [...new Set(header)].filter((text) => text !== '').join(' ') || `column ${at + 1}`
    const distinct = new Set(values)
    const hasBlanks = cells.includes('')
    const isFigure = isFigureColumn(values, distinct)
    const pattern = isFigure || hasBlanks ? null : patternOf(values)
    return {
      at,
      header,
      merged: header,
      name: excerpt(name, 80),
      values,
      distinct,
      hasBlanks,
      isFigure,
      pattern,
      cells,
    }
  }
  const columns = yield* mapSteps(places, cellsAt, 1)
  for (const [at, cells] of columns.entries()) columns[at] = withMerged(cells, columns[at - 1])
  return columns
}

function withMerged(cells: Cells, before: Cells | undefined): Cells {
  const isBeside = cells.isFigure && before?.isFigure && cells.header.some((text) => text !== '')
  return isBeside ? { ...cells, merged: cells.header.map((text, row) => text || (before.merged[row] ?? '')) } : cells
}

function patternOf(values: readonly string[]): string {
  const places = new Map<string, number>()
  return values.map((text) => getOrInsert(places, text, () => places.size)).join()
}

const hasNumber = (text: string): boolean => isNumber(text) || markedNumber(text) !== null

function isFigureColumn(values: readonly string[], distinct: ReadonlySet<string>): boolean {
  const numbers = values.filter(hasNumber)
  const hasCodes = numbers.some((text) => /^0\d/.test(text))
  const hasYears = numbers.every((text) => isYear(markedNumber(text)?.number ?? text)) && !values.every(isNumber)
  return (
    numbers.length > 0 &&
    !hasCodes &&
    !hasYears &&
    [...distinct].every((text) => hasNumber(text) || isSymbol(text)) &&
    numbers.length * 2 >= values.length
  )
}

export const isYearColumn = ({ values, header }: Cells): boolean =>
  values.length > 0 && values.every(isYear) && header.every((text) => periodPattern(text) === null)

export const isMonthColumn = ({ values, name }: Cells): boolean =>
  values.length > 0 && values.every(isMonth) && (/month|月/i.test(name) || !values.every(isNumber))
