import { readHeader, tooManyColumns } from '../header.js'
import type { CsvOptions, Problem, Reading } from '../reader.js'
import { figureReader } from './observation.js'
import { Fault, records } from './records.js'

/**
 * The tidy format, one figure a row, with the columns of header.ts. A row that cannot be read yields its problems and
 * reading goes on; it ends early only without a usable header, or where quotes have lost their sense.
 */
export async function* csv(bytes: AsyncIterable<Uint8Array>, options: CsvOptions): AsyncGenerator<Reading> {
  const { file } = options
  const failed = (row: number, ...problems: Pick<Problem, 'column' | 'found' | 'message'>[]): Reading => ({
    place: { file, row, column: null },
    problems: problems.map((problem) => ({ file, row, ...problem })),
  })
  let row = 0
  let rows = 0
  let names: readonly string[] = []
  let read: ReturnType<typeof figureReader> | null = null
  for await (const batch of records(bytes))
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        const column = record.index === null ? null : (names[record.index] ?? null)
        yield failed(row, { column, found: record.found, message: record.message })
        if (read === null) return
        rows++
      } else if (record.every((cell) => cell === '')) {
        // Spreadsheets leave such rows behind, of commas where there was once a cell.
      } else if (read !== null) {
        rows++
        yield read(row, record)
      } else {
        const tooMany = tooManyColumns(record.length)
        if (tooMany !== null) return yield failed(row, tooMany)
        const { header, faults } = readHeader(record)
        if (faults) return yield failed(row, ...faults)
        names = header.names
        read = figureReader(header, options)
      }
    }
  const nothing = { column: null, found: null }
  if (read === null) yield failed(1, { ...nothing, message: emptyFile })
  else if (rows === 0) yield failed(row + 1, { ...nothing, message: 'There is no figure below the header.' })
}

const emptyFile = 'The file is empty: its first row names the columns, among them metric, period, value and unit.'
