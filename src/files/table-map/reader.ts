import { excerpt } from '../../domain/input-bounds.js'
import type { Period } from '../../domain/periods/period.js'
import { formatCount } from '../../errors.js'
import { getOrInsert } from '../../lib/memo.js'
import { delimitedRecords } from '../csv/delimited.js'
import { Fault } from '../csv/records.js'
import { htmlHead, htmlRows, isHtml } from '../html/reader.js'
import { detail, failure, type Place, type ReaderOptions } from '../input/reader.js'
import { type Encoding, utf8From, withHead } from '../input/transcode.js'
import { isLockedOrOld, isXlsx, type XlsxOptions, xlsxRows } from '../xlsx/reader.js'
import { Body, type Cell, type TableReading } from './body.js'
import { columnAt, isShifted, readTableHead, unitNamed } from './header.js'
import { beginsHeader } from './layout.js'
import type { TableMap } from './map.js'
import { decimalMarkOf } from './number-text.js'
import { maxAbove, TitleRows, type UnitText } from './title-rows.js'

export interface TableOptions extends ReaderOptions {
  /** The period of a table that does not state it. Otherwise the period that the table must state. */
  readonly period?: Period | null
  readonly encoding?: Encoding | null
  readonly sheet?: string | null
  /** Receives the names by which problems refer to the columns of the file, in their order, once they are known. */
  readonly named?: (columns: readonly string[]) => void
}

type TableRows = AsyncIterable<readonly (readonly Cell[] | Fault)[]>

/** Reads a wide table with a map, in file order, from CSV, .xlsx or HTML, as recognised by the first bytes. */
export const table = (
  bytes: AsyncIterable<Uint8Array>,
  map: TableMap,
  options: TableOptions,
): AsyncGenerator<TableReading> =>
  withHead(bytes, htmlHead, (head, whole) => {
    const sheet = options.sheet ?? null
    const header = map.header + Math.max(map.titles ? maxAbove : 0, map.before ?? 0)
    if ((isXlsx(head) || isLockedOrOld(head)) && decimalMarkOf(map) === ',') return noCommas(options.file)
    if (isXlsx(head) || isLockedOrOld(head))
      return workbookRows(whole, { header, sheet, pattern: map.sheet ?? null, file: options.file }, map, options)
    if (isHtml(head))
      return tableRows(htmlRows(whole, { header, table: sheet, encoding: options.encoding ?? null }), map, options)
    return sheet === null
      ? tableRows(
          delimitedRecords(utf8From(whole, options.encoding ?? map.encoding ?? 'utf-8'), map.delimiter ?? ','),
          map,
          options,
        )
      : noSheets(options.file, sheet)
  })

async function* noCommas(file: string): AsyncGenerator<TableReading> {
  const message =
    'A workbook stores numbers with a decimal point, and the map has a decimal comma. Remove "decimalMark" and "thousands" from the map, or save the table as CSV.'
  yield failure({ file, row: 1, column: null }, detail(message))
}

async function* workbookRows(
  bytes: AsyncIterable<Uint8Array>,
  request: XlsxOptions,
  map: TableMap,
  options: TableOptions,
): AsyncGenerator<TableReading> {
  const notices = new Map<string, string>()
  let told = 0
  const hidden = (place: string, number: string) =>
    getOrInsert(
      notices,
      'digits',
      () =>
        `Cell ${place} stores ${number} and displays fewer decimals. Numbers are read with all digits that the workbook stores. To read what is displayed, round them in the workbook.`,
    )
  const hiddenRow = (row: number) =>
    getOrInsert(
      notices,
      'row',
      () => `Row ${row} of the sheet is hidden. Hidden rows are read: delete those that are not of the table.`,
    )
  for await (const reading of tableRows(xlsxRows(bytes, { ...request, hidden, hiddenRow }), map, options)) {
    yield reading
    for (const notice of [...notices.values()].slice(told)) yield { place: reading.place, notice }
    told = notices.size
  }
}

async function* noSheets(file: string, found: string): AsyncGenerator<TableReading> {
  const message = 'This file is not a workbook and has no sheets. Remove the name of the sheet.'
  yield failure({ file, row: 1, column: null }, { column: null, found, message })
}

/**
 * Reads a table from rows of cells. A row with faults yields its problems and reading continues. Reading ends early only
 * if the header does not match the map.
 */
export async function* tableRows(rows: TableRows, map: TableMap, options: TableOptions): AsyncGenerator<TableReading> {
  const placeOf = (row: number, column: string | null = null): Place => ({ file: options.file, row, column })
  const above = new TitleRows(map)
  const header: string[][] = []
  const unit = typeof map.unit === 'object' && map.unit.row === 'below' ? map.unit : null
  const held: { row: number; record: readonly Cell[] | Fault }[] = []
  const below: UnitText[] = []
  let letters = 0
  let body: Body | null = null
  let row = 0
  for await (const batch of rows)
    for (const record of batch) {
      row++
      if (header.length === map.header && body === null) {
        if (held.length === maxHeld) return yield failure(placeOf(row), detail(tooLong))
        const texts = record instanceof Fault ? [] : record.flatMap((cell) => (typeof cell === 'string' ? [cell] : []))
        letters += texts.reduce((sum, text) => sum + text.length, 0)
        if (letters > maxHeldLetters) return yield failure(placeOf(row), detail(tooLong))
        // A row of figures may have the text of a unit in one of its cells.
        const [text, ...others] = new Set(texts.map((each) => each.trim()).filter((each) => each !== ''))
        if (unit && text !== undefined && others.length === 0 && unitNamed(text, unit.texts) !== undefined)
          below.push({ row, column: null, text })
        else held.push({ row, record })
        continue
      }
      if (body !== null || record instanceof Fault) {
        yield* bodyRow(body, row, record, options)
        if (body === null) return
        continue
      }
      const faults = record.flatMap((cell, at) =>
        cell instanceof Fault && cell.date === null ? [{ ...cell.detail(), column: columnAt(at) }] : [],
      )
      if (faults.length > 0) return yield failure(placeOf(row), ...faults)
      const cells = record.map((cell) => (cell instanceof Fault ? (cell.date ?? '') : cell.trim()))
      if (header.length === 0 && above.takes(cells)) continue
      if (header.length === 0 && map.before !== undefined && !beginsHeader(map, cells))
        return yield failure(placeOf(row), detail(noHeader(map)))
      header.push(cells)
      if (header.length === map.header && isShifted(map, header)) {
        header.shift()
        above.rows++
      }
      if (header.length === map.header && unit === null) {
        const { head, problems, columns } = readTableHead(header, map, options.period ?? null, options.file, above)
        options.named?.(columns)
        if (problems) return yield { place: placeOf(1), problems }
        body = new Body(head, options)
      }
    }
  if (unit !== null && header.length === map.header) {
    const { head, problems, columns } = readTableHead(header, map, options.period ?? null, options.file, above, below)
    options.named?.(columns)
    if (problems) return yield { place: placeOf(1), problems }
    body = new Body(head, options)
    for (const each of held) yield* bodyRow(body, each.row, each.record, options)
  }
  const needed = `${map.titles ? 'below its titles' : 'its first'} ${map.header} rows are the header of "${map.title}"`
  if (row === 0) yield failure(placeOf(1), detail(`The file is empty: ${needed}.`))
  else if (body === null) yield failure(placeOf(row), detail(`The file ends within its header: ${needed}.`))
  else yield* body.end(row + 1)
}

const noHeader = ({ before, columns }: TableMap): string => {
  const texts = columns.flatMap(({ header: [text] }) => (text ? [`"${excerpt([text].flat()[0] ?? '')}"`] : []))
  const named = texts.slice(0, maxNamed).join(', ')
  return `The header of the map does not begin within ${before} rows. Its first row has ${named}${texts.length > maxNamed ? ', …' : ''}.`
}

const maxNamed = 10

const maxHeld = 100_000
const maxHeldLetters = 16_777_216
const tooLong = `A table with its unit below it may have ${formatCount(maxHeld)} rows and ${formatCount(maxHeldLetters)} letters. Name the unit in the map, or split the table.`

function* bodyRow(
  body: Body | null,
  row: number,
  record: readonly Cell[] | Fault,
  { file }: TableOptions,
): Generator<TableReading> {
  if (!(record instanceof Fault)) {
    if (body !== null) yield* body.read(row, record)
    return
  }
  const { column, ...rest } = record.detail(body?.columns)
  yield failure({ file, row, column }, { column, ...rest })
  if (body !== null) body.hasUnknownCategory = true
}
