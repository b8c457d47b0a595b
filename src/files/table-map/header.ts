import { excerpt, textBounds } from '../../domain/input-bounds.js'
import type { Period } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { memoizeByObject } from '../../lib/memo.js'
import { getOwn } from '../input/messages.js'
import type { Problem } from '../input/reader.js'
import { matched, plain } from './header-text.js'
import { anyYear, isAcross, matchAt, periodFrom, placedIn } from './layout.js'
import { type HeaderText, lacksYear, type TableColumn, type TableMap } from './map.js'
import { contradicts, otherTitle } from './stated-periods.js'
import type { HeaderDate, TitleRows, UnitText } from './title-rows.js'

export interface TableHead {
  readonly map: TableMap
  /** The names of the columns of the file, those outside the table included. */
  readonly columns: readonly string[]
  readonly names: readonly string[]
  readonly unit: Unit
  readonly period: Period | null
  readonly offset: number
  readonly trailing: number
}

/**
 * Compares the rows above the figures with the map and the expected period. Returns the head, or every problem with the
 * names of columns that are known.
 */
export function readTableHead(
  cells: readonly (readonly string[])[],
  whole: TableMap,
  expected: Period | null,
  file: string,
  above: TitleRows,
  below: readonly UnitText[] = [],
): HeadRead {
  const raw = padded(cells)
  const problems: Problem[] = []
  const report = (row: number, column: string | null, found: string | null, message: string) =>
    problems.push({ file, row, column, found, message })
  const first = above.rows + 1
  const isYearInRows = whole.columns.some((column) => column.is === 'period' && column.part === 'YEAR')
  const ofTable = expected?.text.slice(0, 4) ?? above.stated.find((each) => each.year !== undefined)?.year
  const year = isYearInRows ? anyYear : ofTable
  if (year === undefined && whole.columns.some(lacksYear)) {
    report(first, null, null, yearIsMissing)
    return { problems, columns: [] }
  }
  const { offset, trailing, columns } = placedIn(raw, whole, year)
  const map = titled({ ...whole, columns }, above)
  const rows = raw.map((cells) => cells.slice(offset, trailing > 0 ? offset + columns.length : undefined))
  if (map === null) {
    report(first, null, null, titleIsMissing(whole))
    return { problems, columns: [] }
  }
  const names = namesOf(map.columns, rows, offset)
  const known = [...Array.from({ length: offset }, (_, at) => columnAt(at)), ...names]
  // A wrong encoding would cause many other faults.
  const garbled = rows.flatMap((cells, at) =>
    cells.flatMap((text, index) => (text.includes('\uFFFD') ? [{ at, index, text }] : [])),
  )[0]
  if (garbled) {
    report(garbled.at + first, columnAt(garbled.index + offset), garbled.text, notText)
    return { problems, columns: known }
  }
  const mayLack = columns.length < whole.columns.length || whole.columns.some(isAcross)
  const unknown = mayLack ? unknownColumn(rows, columns.length) : null
  if (unknown !== null) {
    const name = known.includes(unknown) ? `${unknown} (${columnAt(known.length)})` : unknown
    report(first + rows.length - 1, name, rows.at(-1)?.[columns.length] ?? null, columnIsUnknown(unknown))
    return { problems, columns: [...known, name] }
  }
  const stated: HeaderDate[] = [...above.stated]
  for (const [at, cells] of rows.entries()) {
    const row = at + first
    if (cells.length !== map.columns.length) {
      const message = `This header row has ${cells.length} cells, and the map has ${map.columns.length} columns.`
      report(row, null, null, message)
      continue
    }
    for (const [index, { header, ...column }] of map.columns.entries()) {
      if ('period' in column && column.period) continue
      const wanted = header[at] ?? null
      const text = cells[index] ?? ''
      const name = names[index] ?? ''
      const match = wanted === null ? undefined : matchAt(rows, at, index, wanted)
      if (match === null) report(row, name, text, headerDiffers(wanted))
      else if (match) stated.push({ row, column: name, text, ...match })
    }
  }
  for (const [index, other] of repeatedPeriods(map.columns))
    report(first, names[index] ?? null, null, `This column states the same figures as the column "${names[other]}".`)
  const unit = unitOf(rows, map, names, first, [...above.texts, ...below], report)
  const period = periodOf(stated, map, expected, first, report)
  if (problems.length === 0 && period !== undefined) reportOthers(rows, map, names, period, expected, above, report)
  if (problems.length > 0 || unit === undefined || period === undefined)
    return { problems: problems.sort((a, b) => a.row - b.row), columns: known }
  return { head: { map, columns: known, names, unit, period, offset, trailing }, columns: known }
}

type HeadRead = { readonly columns: readonly string[] } & (
  | { readonly head: TableHead; readonly problems?: never }
  | { readonly head?: never; readonly problems: Problem[] }
)

/** Makes rows of one text as wide as the header: a line with the unit often ends after it. */
function padded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const isShort = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length === 1
  return rows.map((cells) => (isShort(cells) ? [...cells, ...new Array<string>(width - cells.length).fill('')] : cells))
}

function unknownColumn(rows: readonly (readonly string[])[], index: number): string | null {
  const texts = [...new Set(rows.map((cells) => cells[index] ?? ''))].filter((text) => text !== '')
  return texts.length === 0 ? null : texts.join(' ')
}

const columnIsUnknown = (header: string): string =>
  `The map has no column with the header "${excerpt(header, 200)}" in this place. Add its texts to a copy of the map, or use the map of this table.`

function repeatedPeriods(columns: readonly TableColumn[]): (readonly [number, number])[] {
  const seen = new Map<string, number>()
  return columns.flatMap((column, index) => {
    if (!('period' in column) || !column.period) return []
    const key = [column.is, column.metric, column.span, column.period.text].join('|')
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, index)
    return earlier === undefined ? [] : [[index, earlier] as const]
  })
}

const titleIsMissing = ({ titles = [] }: TableMap): string =>
  `The title above the header is missing, which states the kind of figures. Expected: ${titles.map(({ text }) => `"${text}"`).join(' or ')}. Keep the title in the file, or use the map of this table.`

const notText =
  'This is not text in the encoding of the file, which is UTF-8 by default. Name the encoding, like gb18030.'

type Report = (row: number, column: string | null, found: string | null, message: string) => void

export const columnAt = (at: number): string => `column ${at + 1}`

function namesOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[], offset: number): string[] {
  const found = columns.map(({ header }, index) => {
    const texts = header.flatMap((expected, at) => (expected === null ? [] : [rows[at]?.[index] ?? '']))
    return [...new Set(texts)].filter((text) => text !== '').join(' ')
  })
  const isAlone = (text: string) => found.indexOf(text) === found.lastIndexOf(text) && !/column \d+\)?$/.test(text)
  return found.map((text, index) => {
    const place = columnAt(index + offset)
    return text === '' ? place : isAlone(text) ? text : `${text} (${place})`
  })
}

const headerDiffers = (expected: HeaderText): string => {
  const texts = typeof expected === 'string' ? [expected] : (expected ?? [])
  return `The map expects ${alternatives(texts.map((text) => `"${text}"`))} here. Use the map of this table, or correct the header.`
}

/** Joins what a map allows; a long list would hide the message. */
const alternatives = (texts: readonly string[]): string => {
  const more = texts.length - mostNamed
  return texts.slice(0, mostNamed).join(' or ') + (more > 0 ? ` or one of ${more} more texts` : '')
}

const mostNamed = 8

function unitOf(
  rows: readonly (readonly string[])[],
  { unit: line }: TableMap,
  names: readonly string[],
  first: number,
  outside: readonly UnitText[],
  report: Report,
): Unit | undefined {
  if (typeof line === 'string') return line
  const { texts, besides = [] } = line
  const allowed = alternatives(Object.entries(texts).map(([text, unit]) => `"${text}" (${unit})`))
  const isOutside = typeof line.row !== 'number'
  const at = typeof line.row === 'number' ? line.row + first - 1 : null
  const cells = (rows[(at ?? 0) - first] ?? []).map((text, index) => ({
    row: at ?? 0,
    text,
    column: names[index] ?? null,
  }))
  let found: { readonly unit: Unit; readonly text: string } | undefined
  for (const { row, text, column } of isOutside ? outside : cells) {
    if (text === '' || matched(text, besides)) continue
    const unit = unitNamed(text, texts)
    if (unit === undefined && isOutside) continue
    if (unit === undefined) {
      const message = `The map expects the unit ${allowed} here. Use the map of this table.`
      report(row, column, text, message)
    } else if (found && found.unit !== unit) {
      const before = `"${found.text}" (${found.unit})`
      report(row, column, text, `The unit line states two units: ${unit} here, and ${before} before.`)
    } else {
      found = { unit, text }
    }
  }
  const noUnit = isOutside ? `No row ${line.row} the table states its unit.` : noUnitInRow
  if (!found) report(at ?? first, null, null, `${noUnit} Expected: ${allowed}.`)
  return found?.unit
}

const noUnitInRow = 'This row does not state the unit of the table.'

export const unitNamed = (text: string, texts: Readonly<Record<string, Unit>>): Unit | undefined =>
  text.length > textBounds.mapText.most ? undefined : unitsByText(texts).get(plain(text))

const unitsByText = memoizeByObject(
  (texts: Readonly<Record<string, Unit>>) =>
    new Map(
      Object.entries(texts)
        .toReversed()
        .map(([text, unit]) => [plain(text), unit]),
    ),
)

const firstText = (column: TableColumn | undefined): string =>
  [column?.header.find((text) => text !== null) ?? ''].flat()[0] ?? ''

/** Returns the expected period, otherwise that of the header, null if the rows state it, undefined after a problem. */
function periodOf(
  stated: readonly HeaderDate[],
  map: TableMap,
  expected: Period | null,
  first: number,
  report: Report,
): Period | null | undefined {
  if (map.columns.some(({ is }) => is === 'period')) return expected
  const own = map.columns.filter((column) => 'span' in column && !('words' in column))
  const across = own.flatMap((column) => ('period' in column && column.period ? [column.period] : []))
  const isYearGiven = map.columns.some(lacksYear)
  const other = isYearGiven ? undefined : across.find((each) => expected !== null && each.text !== expected.text)
  const without = across.length > 0 ? own.findIndex((column) => !('period' in column && column.period)) : -1
  const mixed = without < 0 ? null : statesNone(firstText(own[without]))
  const isTitled = expected !== null || stated.some(({ column, year }) => column === null && year !== undefined)
  if (mixed !== null && !isTitled) {
    report(first, null, null, mixed)
    return undefined
  }
  if (other !== undefined) report(first, null, other.text, mixed ?? statesPeriods(other, expected))
  if (other !== undefined) return undefined
  const [yearly] = own.flatMap((column) =>
    'period' in column && column.period && column.span !== 'PERIOD' && column.period.frequency !== 'MONTHLY'
      ? [column.period]
      : [],
  )
  if (yearly !== undefined) {
    const needed = 'A figure of a month or a year to date needs a month, like 2024-12.'
    report(first, null, yearly.text, `${yearly.text} is not a month. ${needed}`)
    return undefined
  }
  if (across.length > 0 && across.length === own.length) return null
  const period = expected ?? periodStated(stated)
  if (period === null) {
    report(first, null, null, mixed ?? noPeriod)
    return undefined
  }
  const byMonth = own.some((column) => 'span' in column && column.span !== 'PERIOD' && !('period' in column))
  if (byMonth && period.frequency !== 'MONTHLY') {
    report(first, null, period.text, `This is the table of a month. Name the month as its period, like 2024-12.`)
    return undefined
  }
  const [year, month] = [period.last.slice(0, 4), Number(period.last.slice(5, 7))]
  const quarter = period.frequency === 'QUARTERLY' ? `${month / 3}` : null
  for (const each of stated) {
    const other =
      (each.year !== undefined && each.year !== year) ||
      (each.month !== undefined && Number(each.month) !== month) ||
      (each.quarter !== undefined && each.quarter !== quarter)
    if (!other) continue
    const message = expected
      ? `The header differs from the period of the import, ${period.text}. Name the period of the table.`
      : `The header names more periods than ${period.text}.`
    report(each.row, each.column, each.text, message)
  }
  return period
}

function periodStated(stated: readonly HeaderDate[]): Period | null {
  const year = stated.find((each) => each.year !== undefined)?.year
  const month = stated.find((each) => each.month !== undefined)?.month
  const quarter = stated.find((each) => each.quarter !== undefined)?.quarter
  return periodFrom({
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(quarter !== undefined && { quarter }),
  })
}

const yearIsMissing =
  'The columns state months or quarters, and nothing states their year. Name the year as the period, or a title with {year} in the map.'
const noPeriod = 'The table does not state its year and month. Name its period, like 2024-12.'
const statesNone = (header: string): string =>
  `Columns state their periods, and the column "${excerpt(header, 200)}" does not. If its header has a year, add "across": true to it, and write {year} for the year, {year}/{number} for one beside that of its base, as in a change 2024/2023, and {year}{mark} for one with a mark like 2023p, which is among the "marks".`
const statesPeriods = ({ text }: Period, expected: Period | null): string =>
  `The columns state their periods, such as ${text}, and the import names ${expected?.text}. Remove the period of the import.`

/** Reports headers and titles that state another period than the one with which their figures would be stored. */
function reportOthers(
  rows: readonly (readonly string[])[],
  map: TableMap,
  names: readonly string[],
  period: Period | null,
  expected: Period | null,
  { rows: above, lines, stated }: TitleRows,
  report: Report,
): void {
  const named = expected === null ? 'which the table names elsewhere' : 'the period of the import'
  const tell = (row: number, column: string | null, text: string, { text: own }: Period) =>
    report(row, column, text, `"${excerpt(text, 100)}" states another period than ${own}, ${named}. ${namePeriod}`)
  for (const [index, column] of map.columns.entries()) {
    if (!('span' in column) || 'words' in column || (isAcross(column) && !lacksYear(column))) continue
    const own = column.period ?? period
    for (const [at, cells] of own === null ? [] : rows.entries())
      if (own && contradicts(cells[index] ?? '', own, column.is !== 'value'))
        tell(at + above + 1, names[index] ?? null, cells[index] ?? '', own)
  }
  const isTitled = stated.some(({ year }) => year !== undefined)
  if (expected === null || isTitled || map.columns.some(({ is }) => is === 'period')) return
  const title = otherTitle(
    lines.map(({ text }) => text),
    expected,
  )
  const line = lines.find(({ text }) => text === title)
  if (line !== undefined) tell(line.row, null, line.text, expected)
}

const namePeriod = 'Name the period of the table, or correct this text.'

/** Checks that only blank rows precede a row with the unit, which the first header row states. */
export const isShifted = ({ unit }: TableMap, [first, ...others]: readonly (readonly string[])[]): boolean => {
  const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '')
  if (typeof unit !== 'object' || unit.row !== 1 || first === undefined || !isBlank(first)) return false
  return others.find((cells) => !isBlank(cells))?.some((cell) => unitNamed(cell, unit.texts) !== undefined) === true
}

function titled(map: TableMap, { metrics }: TitleRows): TableMap | null {
  const names = map.titles?.some((title) => title.metrics !== undefined) ?? false
  if (names && metrics === null) return null
  const columns = map.columns.map((column) =>
    'metric' in column && column.metric !== undefined
      ? { ...column, metric: getOwn(metrics ?? {}, column.metric) ?? column.metric }
      : column,
  )
  return { ...map, columns }
}
