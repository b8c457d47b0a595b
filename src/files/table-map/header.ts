import { type Period, parsePeriod } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { getOwn } from '../input/messages.js'
import type { Problem } from '../input/reader.js'
import { matched, plain } from './header-text.js'
import type { HeaderText, TableColumn, TableMap, Title } from './map.js'

export interface TableHead {
  readonly map: TableMap
  readonly names: readonly string[]
  readonly unit: Unit
  readonly period: Period | null
}

/** Compares the rows above the figures with the map and the expected period. Returns the head, or every problem. */
export function readTableHead(
  rows: readonly (readonly string[])[],
  whole: TableMap,
  expected: Period | null,
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
  // A wrong encoding would cause many other faults.
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
      report(
        row,
        null,
        null,
        `This header row has ${cells.length} cells, and the map has ${map.columns.length} columns.`,
      )
      continue
    }
    for (const [index, { header }] of map.columns.entries()) {
      const wanted = header[at] ?? null
      const text = cells[index] ?? ''
      const column = names[index] ?? ''
      const match = wanted === null ? undefined : matched(text, wanted)
      if (match === null) report(row, column, text, headerDiffers(wanted))
      else if (match) stated.push({ row, column, text, year: match['year'], month: match['month'] })
    }
  }
  const unit = unitOf(rows, map, names, first, report)
  const period = periodOf(stated, map, expected, first, report)
  if (problems.length > 0 || unit === undefined || period === undefined)
    return { problems: problems.sort((a, b) => a.row - b.row) }
  return { head: { map, names, unit, period } }
}

const titleIsMissing = ({ titles = [] }: TableMap): string =>
  `The title above the header is missing, which states the kind of figures. Expected: ${titles.map(({ text }) => `"${text}"`).join(' or ')}. Keep the title in the file, or use the map of this table.`

const notText =
  'This is not text in the encoding of the file, which is UTF-8 by default. Name the encoding, like gb18030.'

type Report = (row: number, column: string | null, found: string | null, message: string) => void

function nameOf(header: readonly HeaderText[], rows: readonly (readonly string[])[], index: number): string {
  const texts = header.flatMap((expected, at) => (expected === null ? [] : [rows[at]?.[index] ?? '']))
  return [...new Set(texts)].filter((text) => text !== '').join(' ') || `column ${index + 1}`
}

const headerDiffers = (expected: HeaderText): string => {
  const texts = typeof expected === 'string' ? [expected] : (expected ?? [])
  return `The map expects "${texts.join('" or "')}" here. Use the map of this table, or correct the header.`
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
      const message = `The map expects the unit ${allowed} here. Use the map of this table.`
      report(row, column, text, message)
    } else if (found && found.unit !== unit) {
      report(
        row,
        column,
        text,
        `The unit line states two units: ${unit} here, and "${found.text}" (${found.unit}) before.`,
      )
    } else {
      found = { unit, text }
    }
  }
  if (!found) report(row, null, null, `This row does not state the unit of the table. Expected: ${allowed}.`)
  return found?.unit
}

/** Returns the expected period, otherwise that of the header, null if the rows state it, undefined after a problem. */
function periodOf(
  stated: readonly Stated[],
  map: TableMap,
  expected: Period | null,
  first: number,
  report: Report,
): Period | null | undefined {
  if (map.columns.some(({ is }) => is === 'period')) return expected
  const period = expected ?? periodStated(stated)
  if (period === null) {
    report(first, null, null, 'The table does not state its year and month. Name its period, like 2024-12.')
    return undefined
  }
  const byMonth = map.columns.some((column) => 'span' in column && column.span !== 'PERIOD')
  const monthly = period.frequency === 'MONTHLY'
  if (byMonth && !monthly) {
    report(first, null, period.text, `This is the table of a month. Name the month as its period, like 2024-12.`)
    return undefined
  }
  const [year, month] = [period.last.slice(0, 4), Number(period.last.slice(5, 7))]
  for (const each of stated) {
    const other =
      (each.year !== undefined && each.year !== year) || (each.month !== undefined && Number(each.month) !== month)
    if (!other) continue
    const message = expected
      ? `The header differs from the period of the import, ${period.text}. Name the period of the table.`
      : `The header names more periods than ${period.text}.`
    report(each.row, each.column, each.text, message)
  }
  return period
}

function periodStated(stated: readonly Stated[]): Period | null {
  const year = stated.find((each) => each.year !== undefined)?.year
  const month = stated.find((each) => each.month !== undefined)?.month
  if (year === undefined) return null
  return parsePeriod(month === undefined ? year : `${year}-${month.padStart(2, '0')}`)
}

interface Stated {
  readonly row: number
  readonly column: string | null
  readonly text: string
  readonly year: string | undefined
  readonly month: string | undefined
}

export const maxAbove = 5

export class Above {
  readonly #titles: readonly Title[] | undefined
  readonly stated: Stated[] = []
  metrics: Readonly<Record<string, string>> | null = null
  rows = 0

  constructor({ titles }: TableMap) {
    this.#titles = titles
  }

  /** Returns true for a row above the header: blank, or with a title in one cell or repeated in all. */
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
 * Removes optional columns that the header lacks, and inserts the metrics of the title. Returns null if the map leaves
 * metrics to a title and there is none.
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
