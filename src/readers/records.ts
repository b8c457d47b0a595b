import { type CsvError, type Options, Parser } from 'csv-parse'

/** A record that could not be split into cells. After a fatal one nothing is read. */
export class Fault {
  readonly message: string
  /** The cell as far as it was read. */
  readonly found: string | null
  /** Which cell of its record, from 0. */
  readonly index: number | null

  constructor(message: string, found: string | null = null, index: number | null = null) {
    this.message = message
    this.found = found
    this.index = index
  }
}

/** Comma-separated text by RFC 4180, in UTF-8 with or without a byte order mark, lines ended in any of three ways. */
export const dialect = { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] } satisfies Options

const maxRecord = 1_000_000
const pieceSize = 65_536

/**
 * The records of a CSV file in order, blank ones included, so that counting them gives the row; as many at a time as
 * a piece of the file completes. A record longer than 1 MB is a fault, and never held to its end.
 */
export async function* records(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (string[] | Fault)[]> {
  let faultyLine = 0
  const parser = new Parser({
    ...dialect,
    max_record_size: maxRecord,
    skip_records_with_error: true,
    on_skip: (error) => {
      // Thrown again, every other error is fatal: a record cannot be told from the next one any more.
      if (error?.code !== 'INVALID_OPENING_QUOTE') throw error
      if (error['lines'] !== faultyLine) parser.push(faultOf(error))
      faultyLine = Number(error['lines'])
      return undefined
    },
  })
  // The same error reaches whoever writes, or reads the rest.
  parser.on('error', () => {})
  let unfinished = 0
  let first = true
  try {
    for await (const piece of pieces(bytes)) {
      // No text in UTF-8 has such a byte, and the parser would take a UTF-16 mark at its word.
      if (first && piece[0] !== undefined && piece[0] >= 0xfe)
        return yield [new Fault('The file is in UTF-16: save it as CSV in UTF-8.')]
      first = false
      const written = new Promise<Error | null | undefined>((resolve) => parser.write(piece, resolve))
      const batch = finished(parser)
      const error = await written
      if (error) return yield [...batch, faultOf(error)]
      if (batch.length > 0) yield batch
      unfinished = batch.length > 0 ? 0 : unfinished + piece.length
      // The parser counts characters only, so a line of nothing but commas would never be too long for it.
      if (unfinished > 4 * maxRecord) return yield [tooLong]
    }
    yield* rest(parser)
  } finally {
    parser.destroy()
  }
}

/** Small enough that what the parser makes of one is small too. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    for (let from = 0; from < chunk.length; from += pieceSize) yield chunk.subarray(from, from + pieceSize)
}

function finished(parser: Parser): (string[] | Fault)[] {
  const batch: (string[] | Fault)[] = []
  for (let record = parser.read(); record !== null; record = parser.read()) batch.push(record)
  return batch
}

async function* rest(parser: Parser): AsyncGenerator<readonly (string[] | Fault)[]> {
  parser.end()
  try {
    for await (const record of parser) yield [record]
  } catch (error) {
    yield [faultOf(error as Error)]
  }
}

const tooLong = new Fault('This row is longer than 1 MB: is it CSV? Nothing after it was read.')

function faultOf(error: Error | CsvError): Fault {
  if (!('code' in error)) throw error
  const index = typeof error['column'] === 'number' ? error['column'] : null
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return tooLong
    case 'INVALID_OPENING_QUOTE':
      return new Fault(
        'There is a quote in the middle of this cell: put the whole cell in quotes and write the one inside twice.',
        `${error['field']}"`,
        index,
      )
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new Fault(
        'Text follows the closing quote of this cell: write a quote inside it twice. Nothing after this row was read.',
        null,
        index,
      )
    case 'CSV_QUOTE_NOT_CLOSED':
      return new Fault('The quote that opens this cell is never closed: nothing after it was read.', null, index)
    default:
      throw error
  }
}
