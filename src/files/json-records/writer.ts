import { writeLines } from '../csv/writer.js'
import type { Table } from '../output/table.js'

/** Writes a table as a JSON array of flat records, a line each: numbers are strings, and an empty cell is null. */
export async function* writeJsonRecords({ columns, rows }: Table): AsyncGenerator<string> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`)
  let before = '\n'
  yield* writeLines('[', rows, (cells) => {
    const record = `${before}{${keys.map((key, at) => key + JSON.stringify(cells[at] ?? null)).join(',')}}`
    before = ',\n'
    return record
  })
  yield '\n]\n'
}
