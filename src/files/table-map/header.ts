import { type Period, parsePeriod } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { getOwn } from '../input/messages.js'
import type { Problem } from '../input/reader.js'
import { matched, plain } from './header-text.js'
import type { HeaderText, TableColumn, TableMap, Title } from './map.js'

/** What the rows above the figures say. */
export interface TableHead {
  /** The map, as far as the table goes by it. */
  readonly map: TableMap
  /** The columns' names for messages, made of their header texts. */
  readonly names: readonly string[]
  readonly unit: Unit
  /** What the table is for; null where its rows say it. */
  readonly period: Period | null
}

/** Reads the rows above the figures and compares them with the map and the period asked for; or all that is wrong. */
export function readTableHead(
  rows: readonly (readonly string[])[],
  whole: TableMap,
  asked: Period | null,
  file: string,
  above: Above,
): { readonly head: TableHead; readonly problems?: never } | { readonly head?: never; readonly problems: Problem[] } {
  const problems: Problem[] = []
  const report = (row: number, column: string | null, found: string | null, message: string) =>
    problems.push({ file, row, column, found, message })
  const first = above.rows + 1
  const map = fitted(whole, rows, above)
  if (map === null) {
    report(first, null, null, titleIsMissing(whole))
    return { problems }
  }
  const names = map.columns.map(({ header }, index) => nameOf(header, rows, index))
  // Everything else that would be wrong with such a header comes of this.
  const garbled = rows.flatMap((cells, at) =>
    cells.flatMap((text, index) => (text.includes('\uFFFD') ? [{ at, index, text }] : [])),
  )[0]
  if (garbled) {
    report(garbled.at + first, `column ${garbled.index + 1}`, garbled.text, notText)
    return { problems }
  }
  const stated: Stated[] = [...above.stated]
  for (const [at, cells] of rows.entries()) {
    const row = at + first
    if (cells.length !== map.columns.length) {
      report(row, null, null, `This header row has ${cells.length} cells, and the map ${map.columns.length} columns.`)
      continue
    }
    for (const [index, { header }] of map.columns.entries()) {
      const expected = header[at] ?? null
      const text = cells[index] ?? ''
      const column = names[index] ?? ''
      const match = expected === null ? undefined : matched(text, expected)
      if (match === null) report(row, column, text, headerIsOther(expected))
      else if (match) stated.push({ row, column, text, year: match['year'], month: match['month'] })
    }
  }
  const unit = unitOf(rows, map, names, first, report)
  const period = periodOf(stated, map, asked, first, report)
  if (problems.length > 0 || unit === undefined || period === undefined)
    return { problems: problems.sort((a, b) => a.row - b.row) }
  return { head: { map, names, unit, period } }
}

const titleIsMissing = ({ titles = [] }: TableMap): string =>
  `No title above the header says which figures these are: there stands ${titles.map(({ text }) => `"${text}"`).join(' or ')}. Leave the title in the file, or take the map of this table.`

const notText =
  'This is not text in the encoding of the file, which is UTF-8 where none is named: name it, like gb18030.'

type Report = (row: number, column: string | null, found: string | null, message: string) => void

/** The texts of the rows that the map looks at, each once; its number where it has none. */
function nameOf(header: readonly HeaderText[], rows: readonly (readonly string[])[], index: number): string {
  const texts = header.flatMap((expected, at) => (expected === null ? [] : [rows[at]?.[index] ?? '']))
  return [...new Set(texts)].filter((text) => text !== '').join(' ') || `column ${index + 1}`
}

const headerIsOther = (expected: HeaderText): string => {
  const texts = typeof expected === 'string' ? [expected] : (expected ?? [])
  return `This is not what the map expects: here stands "${texts.join('" or "')}". Take the map of this table, or mend the header.`
}

function unitOf(
  rows: readonly (readonly string[])[],
  { unit: line }: TableMap,
  names: readonly string[],
  first: number,
  report: Report,
): Unit | undefined {
  if (typeof line === 'string') return line
  const { texts, besides = [] } = line
  const row = line.row + first - 1
  const allowed = Object.entries(texts)
    .map(([text, unit]) => `"${text}" (${unit})`)
    .join(' or ')
  let found: { readonly unit: Unit; readonly text: string } | undefined
  for (const [index, text] of (rows[line.row - 1] ?? []).entries()) {
    if (text === '' || matched(text, besides)) continue
    const unit = Object.entries(texts).find(([each]) => plain(each) === plain(text))?.[1]
    const column = names[index] ?? null
    if (unit === undefined) {
      const message = `The unit line says something else than this map reads, which is ${allowed}: take the map of this table.`
      report(row, column, text, message)
    } else if (found && found.unit !== unit) {
      report(
        row,
        column,
        text,
        `The unit line says two things: here ${unit}, and before it "${found.text}" (${found.unit}).`,
      )
    } else {
      found = { unit, text }
    }
  }
  if (!found) report(row, null, null, `This row does not say the unit of the table: here stands ${allowed}.`)
  return found?.unit
}

/** The period asked for, else the one that the header says; null where the rows say it. */
function periodOf(
  stated: readonly Stated[],
  map: TableMap,
  asked: Period | null,
  first: number,
  report: Report,
): Period | null | undefined {
  if (map.columns.some(({ is }) => is === 'period')) return asked
  const period = asked ?? periodStated(stated)
  if (period === null) {
    report(first, null, null, 'The table does not say which year and month it is for: name its period, like 2024-12.')
    return undefined
  }
  const byMonth = map.columns.some((column) => 'span' in column && column.span !== 'PERIOD')
  const monthly = period.frequency === 'MONTHLY'
  if (byMonth && !monthly) {
    report(first, null, period.text, `This is the table of a month: name the month as its period, like 2024-12.`)
    return undefined
  }
  const [year, month] = [period.last.slice(0, 4), Number(period.last.slice(5, 7))]
  for (const each of stated) {
    const other =
      (each.year !== undefined && each.year !== year) || (each.month !== undefined && Number(each.month) !== month)
    if (!other) continue
    const message = `The header says something else than the period asked for, ${period.text}: name the table's own period.`
    report(each.row, each.column, each.text, asked ? message : `The header names more periods than ${period.text}.`)
  }
  return period
}

function periodStated(stated: readonly Stated[]): Period | null {
  const year = stated.find((each) => each.year !== undefined)?.year
  const month = stated.find((each) => each.month !== undefined)?.month
  if (year === undefined) return null
  return parsePeriod(month === undefined ? year : `${year}-${month.padStart(2, '0')}`)
}

/** A header text that says a year or a month, and where it stands. */
interface Stated {
  readonly row: number
  readonly column: string | null
  readonly text: string
  readonly year: string | undefined
  readonly month: string | undefined
}

/** So many rows may stand above a header: titles, and blank rows between them. */
export const maxAbove = 5

/** The rows above the header of a table whose map knows titles. */
export class Above {
  readonly #titles: readonly Title[] | undefined
  readonly stated: Stated[] = []
  /** What stands for the names of metrics in the map; null where no title says it. */
  metrics: Readonly<Record<string, string>> | null = null
  rows = 0

  constructor({ titles }: TableMap) {
    this.#titles = titles
  }

  /** Whether a row stands above the header: a title, in one cell or repeated in all of them, or a blank row. */
  takes(cells: readonly string[]): boolean {
    if (this.#titles === undefined || this.rows === maxAbove) return false
    const [text, ...others] = new Set(cells.filter((cell) => cell !== ''))
    if (others.length > 0) return false
    const said = text === undefined ? [] : this.#titles.map((title) => ({ title, match: matched(text, title.text) }))
    const found = said.find(({ match }) => match !== null)
    if (text !== undefined && !found) return false
    this.rows++
    if (text === undefined || !found?.match) return true
    this.metrics ??= found.title.metrics ?? null
    this.stated.push({ row: this.rows, column: null, text, year: found.match['year'], month: found.match['month'] })
    return true
  }
}

/**
 * The map as far as a table goes by it: without the optional columns that its header lacks, and with the metrics that
 * its title says. Null where no title says the metrics that the map leaves to it.
 */
function fitted(map: TableMap, header: readonly (readonly string[])[], { metrics }: Above): TableMap | null {
  const names = map.titles?.some((title) => title.metrics !== undefined) ?? false
  if (names && metrics === null) return null
  const columns = present(map.columns, header).map((column) =>
    'metric' in column && column.metric !== undefined
      ? { ...column, metric: getOwn(metrics ?? {}, column.metric) ?? column.metric }
      : column,
  )
  return { ...map, columns }
}

/** A table that is as wide as the map has all of its columns: what does not fit is told of each. */
function present(columns: readonly TableColumn[], header: readonly (readonly string[])[]): readonly TableColumn[] {
  if (header.every(({ length }) => length === columns.length)) return columns
  const found: TableColumn[] = []
  for (const column of columns) {
    const at = found.length
    const fits = column.header.every((text, row) => text === null || matched(header[row]?.[at] ?? '', text) !== null)
    if (fits || !column.optional) found.push(column)
  }
  return found
}
