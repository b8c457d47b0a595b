import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { formatCount, refuse } from '../../errors.js'
import type { Pace } from '../../lib/pace.js'
import { delimitedRecords, delimiterOf } from '../csv/delimited.js'
import { tooManyColumns } from '../csv/header.js'
import { Fault } from '../csv/records.js'
import { htmlRows, isHtml } from '../html/reader.js'
import { type Encoding, textIn, utf8From } from '../input/transcode.js'
import { isLockedOrOld, isXlsx, xlsxRows } from '../xlsx/reader.js'
import { isNumber, markedNumber } from './numbers.js'
import { toDatePattern } from './words/scope-words.js'
import { isYear, periodPattern, symbolMeaning, symbolProposal } from './words.js'

/** The parts of a table. Rows count from 0. Cells are trimmed. */
export interface Grid {
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: ',' | ';' | '\t'
  readonly firstHeader: number
  readonly firstData: number
  readonly lastData: number
  readonly firstColumn: number
  readonly endColumn: number
}

/** The limits of a table that anybody may send; `unpacked` counts the bytes of a workbook each time they are read. */
export interface GridBounds {
  readonly cells: number
  readonly characters: number
  readonly unpacked: number
}

const maxRows = 100_000
const maxHeaderRows = 5
const maxAbove = 50
const mergedRows = 30

export const statesEncoding = (bytes: Uint8Array): boolean => isWorkbook(bytes) || isHtml(bytes)

const isWorkbook = (bytes: Uint8Array): boolean => isXlsx(bytes) || isLockedOrOld(bytes)

interface GridRequest {
  readonly file: string
  readonly sheet: string | null
  readonly encoding: Encoding | null
  readonly guessed: Encoding
  readonly bounds: GridBounds | null
  readonly pace: Pace
}

/** Reads a file, and finds header and figures. Throws BAD_USER_INPUT if it has none. */
export async function readGrid(bytes: Uint8Array, request: GridRequest): Promise<Grid> {
  const { file, sheet, encoding, guessed, bounds, pace } = request
  const rows: string[][] = []
  const counts: number[] = []
  let [cells, characters] = [0, 0]
  const source = () => inPieces(bytes, pace)
  const found = encoding ?? guessed
  const delimiter = statesEncoding(bytes) ? ',' : delimiterOf(textIn(bytes.subarray(0, headLength), found))
  const batches = isWorkbook(bytes)
    ? xlsxRows(source(), { header: mergedRows, sheet, file, ...(bounds && { limits: { unpacked: bounds.unpacked } }) })
    : isHtml(bytes)
      ? htmlRows(source(), { header: mergedRows, table: sheet, encoding, ...(bounds && { mostCells: bounds.cells }) })
      : delimitedRecords(utf8From(source(), found), delimiter)
  for await (const batch of batches)
    for (const record of batch) {
      if (record instanceof Fault) return refuse(`Row ${rows.length + 1} cannot be read: ${record.message}`)
      const tooWide = tooManyColumns(record.length)
      if (tooWide !== null) return refuse(tooWide.message)
      if (rows.length === maxRows) return refuse(`A map is drafted for at most ${formatCount(maxRows)} rows.`)
      const texts = record.map((cell) => (typeof cell === 'string' ? cell : (cell.found ?? '')).slice(0, most).trim())
      cells += texts.length
      characters = texts.reduce((sum, { length }) => sum + length, characters)
      if (bounds !== null) refuseLarger(bounds, cells, characters)
      rows.push(texts)
      counts.push(figuresIn(texts))
      if (pace.due()) await pace.rest()
    }
  return { rows, delimiter, ...partsOf(rows, counts) }
}

export async function* inPieces(bytes: Uint8Array, pace: Pace): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += headLength) {
    if (pace.due()) await pace.rest()
    yield bytes.subarray(from, from + headLength)
  }
}

function refuseLarger(bounds: GridBounds, cells: number, characters: number): void {
  const exceeded =
    cells > bounds.cells
      ? `${formatCount(bounds.cells)} cells`
      : characters > bounds.characters
        ? `${formatCount(bounds.characters)} characters in its cells`
        : null
  if (exceeded !== null)
    refuse(
      `The table has more than ${exceeded}, which is the limit for a draft over HTTP. Send its first rows, or draft the map with the command indicators map.`,
    )
}

const headLength = 65_536

const most = textBounds.header.most

// A number in the first cell may be that of a footnote.
const figuresIn = (cells: readonly string[]): number => filled(cells).slice(1).filter(isFigure).length

function partsOf(rows: Grid['rows'], counts: readonly number[]): Omit<Grid, 'rows' | 'delimiter'> {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b)
  const least = Math.max(1, (sorted[Math.floor(sorted.length / 2)] ?? 0) / 4)
  const isData = (row: number) => (counts[row] ?? 0) >= least && filled(rows[row]).length > 1
  const begin = rows.findIndex((cells, row) => isData(row) && !isHeaderOfPeriods(cells))
  const data = rows.flatMap((_, row) => (begin >= 0 && row >= begin && isData(row) ? [row] : []))
  let [firstData] = data
  let lastData = data.at(-1)
  if (firstData === undefined || lastData === undefined)
    return refuse('No row of this file has figures beside a label.')
  while (hasNoFigures(rows[firstData - 1])) firstData--
  while (hasNoFigures(rows[lastData + 1])) lastData++
  if (isLikeRow(rows[lastData + 1], rows[lastData], rows[lastData + 2])) lastData++
  const hasShort = firstData > 1 && isShortHeader(rows[firstData - 1]) && isHeader(rows[firstData - 2])
  const last = hasShort ? firstData - 2 : firstData - 1
  let firstHeader = hasShort ? firstData - 1 : firstData
  const isAbove = (row: number) => isHeader(rows[row]) && (row === last || rows[row]?.length === rows[last]?.length)
  while (firstHeader > 0 && firstData - firstHeader < maxHeaderRows && isAbove(firstHeader - 1)) firstHeader--
  const section = sectionIn(rows, firstData, lastData)
  if (section !== null) return refuse(sectionFault(section, filled(rows[section])[0] ?? ''))
  if (firstHeader === firstData) {
    const first = excerpt(filled(rows[firstData]).join(', '), 100)
    return refuse(
      `No header precedes the first figures, in row ${firstData + 1}: ${first}. Add a row with a name for each column.`,
    )
  }
  if (firstHeader > maxAbove)
    return refuse(`${formatCount(firstHeader)} rows precede the header, and ${maxAbove} are allowed.`)
  const table = rows.slice(firstHeader, lastData + 1)
  const width = table.reduce((widest, { length }) => Math.max(widest, length), 0)
  const used = Array.from({ length: width }, (_, at) => table.some((cells) => (cells[at] ?? '') !== ''))
  return { firstHeader, firstData, lastData, firstColumn: used.indexOf(true), endColumn: used.lastIndexOf(true) + 1 }
}

const mostBelow = 200

export const rowsBelow = ({ rows, lastData }: Pick<Grid, 'rows' | 'lastData'>): Grid['rows'] =>
  rows.slice(lastData + 1, lastData + 1 + mostBelow)

export const filled = (cells: readonly string[] = []): string[] => cells.filter((cell) => cell !== '')

const isFigure = (cell: string): boolean => {
  const number = isNumber(cell) ? cell : markedNumber(cell)?.number
  return number !== undefined && !isYear(number)
}

function hasNoFigures([label = '', ...cells]: readonly string[] = []): boolean {
  const texts = filled(cells)
  return (
    label !== '' &&
    !isFigure(label) &&
    texts.length > 0 &&
    texts.every((text) => (symbolMeaning(text) ?? symbolProposal(text)) !== null)
  )
}

const note =
  /[:.。*†]|\p{N}|^\P{L}*(?:sources?|notes?|units?|footnotes?|quelle|fuente|fonte|nota|bron|uwaga|źródło|注|資料|出典|来源|data|published|including|excluding)(?!\p{Script=Latin})/iu

/** Tells the last row of a table that has a label and empty cells, as many as the row above, and is no note. */
function isLikeRow(
  cells: readonly string[] = [],
  above: readonly string[] = [],
  next: readonly string[] = [],
): boolean {
  const [label = ''] = cells
  const isAlone = filled(cells).length === 1 && cells.length === above.length && cells.length > 2
  const isLast = filled(next).length === 0 || next.length < cells.length
  return isAlone && isLast && label !== '' && label.length <= 40 && !note.test(label.normalize('NFKC'))
}

/** Finds a row with a label only, above the first figures and below a header, or between rows of which labels repeat. */
function sectionIn(rows: Grid['rows'], firstData: number, lastData: number): number | null {
  const isSection = (row: number) => {
    const cells = rows[row] ?? []
    return cells.length > 2 && filled(cells).length === 1 && !isShortHeader(cells)
  }
  if (isSection(firstData - 1) && filled(rows[firstData - 2]).length > 2) return firstData - 1
  const seen = new Set<string>()
  let section: number | null = null
  for (let row = firstData; row <= lastData; row++) {
    const [label = ''] = rows[row] ?? []
    if (isSection(row)) section = row
    else if (section === null) seen.add(label)
    else if (label !== '' && seen.has(label)) return section
  }
  return null
}

const sectionFault = (row: number, text: string): string =>
  `Row ${row + 1} has a label only, "${excerpt(text, 100)}", like the title of a section, and no map reads sections between rows. Remove such rows, and add a column in which each row repeats the title of its section.`

const isQuarter = (cell: string): boolean => /^[1-4](?:[QT]|\/4)$/.test(cell)

const isPointedMonth = (cell: string): boolean => /^(?:19|20)\d\d\.(?:0[1-9]|1[0-2])$/.test(cell)

/** Tells a row of months like 1, 2, 3, of years, or of numbers of columns, whose cells are no figures. */
function isHeaderOfPeriods(cells: readonly string[] = []): boolean {
  const periods = cells.filter(isFigure)
  if (periods.length > 1 && (periods.every(isQuarter) || periods.every(isPointedMonth))) return true
  const columns = cells.flatMap((cell) => /^\((\d{1,2})\)$/.exec(cell)?.[1] ?? [])
  const numbers = columns.length > 1 ? columns : cells.filter(isNumber)
  const first = columns.length > 1 ? Number(columns[0]) : 1
  const least = columns.length > 1 ? 2 : 3
  return numbers.length >= least && numbers.every((cell, at) => /^\d{1,2}$/.test(cell) && Number(cell) === first + at)
}

/** Tells a row with one text that is no label: a unit beside an empty cell, or what the cells below it name. */
function isShortHeader(cells: readonly string[] = []): boolean {
  const [text, ...others] = new Set(filled(cells))
  return text !== undefined && others.length === 0 && (cells[0] === '' || /^(geo|time)\b/i.test(text))
}

/** Tells a row with several texts, or one that is a period; a title is one text, repeated if its cells are merged. */
function isHeader(cells: readonly string[] = []): boolean {
  const texts = new Set(filled(cells))
  const [only] = texts
  const isPeriod = (text: string) => periodPattern(text) !== null || (cells[0] === '' && toDatePattern(text) !== null)
  return texts.size > 1 || (only !== undefined && isPeriod(only))
}
