import type { Period } from '../../domain/periods/period.js'
import { Fault, records } from '../csv/records.js'
import { detail, failure, type Place, type ReaderOptions } from '../input/reader.js'
import { type Encoding, utf8From, withHead } from '../input/transcode.js'
import { isLockedOrOld, isXlsx, xlsxRows } from '../xlsx/reader.js'
import { Body, type Cell, type TableReading, trimmed } from './body.js'
import { Above, maxAbove, readTableHead } from './header.js'
import type { TableMap } from './map.js'

export interface TableOptions extends ReaderOptions {
  /** The period of a table that does not state it. Otherwise the period that the table must state. */
  readonly period?: Period | null
  readonly encoding?: Encoding | null
  readonly sheet?: string | null
}

type TableRows = AsyncIterable<readonly (readonly Cell[] | Fault)[]>

/** Reads a wide table with a map, in file order, from CSV or .xlsx, as recognised by the first bytes. */
export const table = (
  bytes: AsyncIterable<Uint8Array>,
  map: TableMap,
  options: TableOptions,
): AsyncGenerator<TableReading> =>
  withHead(bytes, 4, (head, whole) => {
    const sheet = options.sheet ?? null
    if (isXlsx(head) || isLockedOrOld(head)) {
      const header = map.header + (map.titles ? maxAbove : 0)
      return tableRows(xlsxRows(whole, { header, sheet, pattern: map.sheet ?? null }), map, options)
    }
    return sheet === null
      ? tableRows(records(utf8From(whole, options.encoding ?? map.encoding ?? 'utf-8')), map, options)
      : noSheets(options.file, sheet)
  })

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
  const above = new Above(map)
  const header: string[][] = []
  let body: Body | null = null
  let row = 0
  for await (const batch of rows)
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        const { column, ...rest } = record.detail(body?.names)
        yield failure(placeOf(row, column), { column, ...rest })
        if (body === null) return
        body.hasUnknownCategory = true
        continue
      }
      if (body !== null) {
        yield* body.read(row, record)
        continue
      }
      const faults = record.flatMap((cell, at) =>
        cell instanceof Fault ? [{ ...cell.detail(), column: `column ${at + 1}` }] : [],
      )
      if (faults.length > 0) return yield failure(placeOf(row), ...faults)
      const cells = record.map(trimmed).filter((cell) => typeof cell === 'string')
      if (header.length === 0 && above.takes(cells)) continue
      if (header.push(cells) === map.header) {
        const { head, problems } = readTableHead(header, map, options.period ?? null, options.file, above)
        if (problems) return yield { place: placeOf(1), problems }
        body = new Body(head, options)
      }
    }
  const needed = `${map.titles ? 'below its titles' : 'its first'} ${map.header} rows are the header of "${map.title}"`
  if (row === 0) yield failure(placeOf(1), detail(`The file is empty: ${needed}.`))
  else if (body === null) yield failure(placeOf(row), detail(`The file ends within its header: ${needed}.`))
  else yield* body.end(row + 1)
}
