import type { Period } from '../../domain/periods/period.js'
import { Fault, records } from '../csv/records.js'
import type { Problem, ReaderOptions, Reading } from '../input/reader.js'
import { type Encoding, utf8From } from '../input/transcode.js'
import { isLockedOrOld, isXlsx, xlsxRows } from '../xlsx/reader.js'
import { Body, type Cell, type TableReading, trimmed } from './body.js'
import { Above, maxAbove, readTableHead } from './header.js'
import type { TableMap } from './map.js'

/** How a table is read, beside its map. */
export interface TableOptions extends ReaderOptions {
  /** What the table is for, where it does not say so itself; where it does, what it must say. */
  readonly period?: Period | null
  /** What the file is in, where it has no byte order mark; else what the map says, else UTF-8. */
  readonly encoding?: Encoding | null
  /** Which sheet of a workbook it is, by its name; else the one that the map says, else the only one that is visible. */
  readonly sheet?: string | null
}

/**
 * Rows of cells, the header's included and blank ones too, in batches: where a table comes from. A fault in place of a
 * row is of all of it.
 */
type TableRows = AsyncIterable<readonly (readonly Cell[] | Fault)[]>

/** A wide table by its map, as a stream, in the order of the file: CSV, or a workbook where it begins as .xlsx does. */
export async function* table(
  bytes: AsyncIterable<Uint8Array>,
  map: TableMap,
  options: TableOptions,
): AsyncGenerator<TableReading> {
  const chunks = bytes[Symbol.asyncIterator]()
  try {
    let head: Uint8Array = new Uint8Array(0)
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value])
      if (head.length >= 4) break
    }
    const whole = (async function* () {
      if (head.length > 0) yield head
      yield* { [Symbol.asyncIterator]: () => chunks }
    })()
    const isWorkbook = isXlsx(head) || isLockedOrOld(head)
    if (options.sheet != null && !isWorkbook) {
      const place = { file: options.file, row: 1, column: null }
      const message = 'This is no workbook, and has no sheets: name none.'
      return yield { place, problems: [{ ...place, found: options.sheet, message }] }
    }
    const rows = isWorkbook
      ? xlsxRows(whole, {
          header: map.header + (map.titles ? maxAbove : 0),
          sheet: options.sheet ?? null,
          pattern: map.sheet ?? null,
        })
      : records(utf8From(whole, options.encoding ?? map.encoding ?? 'utf-8'))
    yield* tableRows(rows, map, options)
  } finally {
    await chunks.return?.()
  }
}

/**
 * The same from rows of cells, whatever they come from. A row that cannot be read yields its problems and reading goes
 * on; it ends early only where the header is not the map's.
 */
export async function* tableRows(rows: TableRows, map: TableMap, options: TableOptions): AsyncGenerator<TableReading> {
  const { file } = options
  const failed = (
    row: number,
    message: string,
    column: string | null = null,
    found: string | null = null,
  ): Reading => ({
    place: { file, row, column },
    problems: [{ file, row, column, found, message }],
  })
  const faults = (cells: readonly Cell[]): Problem[] =>
    cells.flatMap((cell, index) =>
      cell instanceof Fault
        ? [{ file, row, column: `column ${index + 1}`, found: cell.found, message: cell.message }]
        : [],
    )
  const above = new Above(map)
  const header: string[][] = []
  let body: Body | null = null
  let row = 0
  for await (const batch of rows)
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        yield failed(row, record.message, body?.nameOf(record.index) ?? null, record.found)
        if (body === null) return
        body.unplaced = true
        continue
      }
      if (body !== null) {
        yield* body.read(row, record)
        continue
      }
      const cells = record.map(trimmed).filter((cell) => typeof cell === 'string')
      if (cells.length < record.length) return yield { place: { file, row, column: null }, problems: faults(record) }
      if (header.length === 0 && above.takes(cells)) continue
      if (header.push(cells) === map.header) {
        const { head, problems } = readTableHead(header, map, options.period ?? null, file, above)
        if (problems) return yield { place: { file, row: 1, column: null }, problems }
        body = new Body(head, options)
      }
    }
  const needed = `${map.titles ? 'below its titles' : 'its first'} ${map.header} rows are the header of "${map.title}"`
  if (row === 0) yield failed(1, `The file is empty: ${needed}.`)
  else if (body === null) yield failed(row, `The file ends within its header: ${needed}.`)
  else yield* body.end(row + 1)
}
