import { type CsvError, type Options, Parser } from 'csv-parse'
import { formatCount } from '../../errors.js'
import { getOwn } from '../input/messages.js'
import type { ProblemDetail } from '../input/reader.js'

const pieceSize = 65_536
const [newline, carriageReturn, quote] = [0x0a, 0x0d, 0x22]
const byteOrderMark = Buffer.from('\uFEFF')

/**
 * Reads the records of a CSV file in order, blank ones included, in batches. A record longer than 1 MB is a fault and is
 * not buffered to its end.
 */
export async function* records(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (string[] | Fault)[]> {
  // Lines without quotes are split here. The slower parser reads the others, from a line end to the end of a record.
  let parser: RecordParser | null = null
  let quotes = 0
  let rest: Uint8Array = new Uint8Array(0)
  let first = true
  try {
    for await (const piece of pieces(bytes)) {
      // No UTF-8 text has such a byte, and the parser would switch to UTF-16 on its byte order mark.
      if (first && rest.length === 0 && piece[0] !== undefined && piece[0] >= 0xfe)
        return yield [new Fault('The file is in UTF-16. Save it as CSV in UTF-8.')]
      const end = piece.lastIndexOf(newline) + 1
      const lines = Buffer.concat([rest, piece.subarray(0, end)])
      rest = piece.subarray(end)
      if (parser === null && end > 0 && !lines.includes(quote)) {
        yield split(lines, first)
        first = false
        continue
      }
      parser ??= new RecordParser(first)
      first = false
      quotes += count(lines)
      yield await parser.write(lines)
      if (parser.lost) return
      if (end > 0 && quotes % 2 === 0 && !parser.faulty) {
        yield await parser.end()
        if (parser.lost) return
        parser = null
      } else {
        quotes += count(rest)
        yield await parser.write(rest)
        if (parser.lost) return
        rest = rest.subarray(rest.length)
      }
    }
    if (parser === null && !rest.includes(quote)) return yield split(Buffer.from(rest), first)
    parser ??= new RecordParser(first)
    yield await parser.write(rest)
    if (!parser.lost) yield await parser.end()
  } finally {
    parser?.close()
  }
}

async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    for (let from = 0; from < chunk.length; from += pieceSize) yield chunk.subarray(from, from + pieceSize)
}

function split(lines: Buffer, first: boolean): string[][] {
  const batch: string[][] = []
  const hasReturns = lines.includes(carriageReturn)
  const begin = first && lines.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0
  for (let from = begin, to = 0; from < lines.length; from = to + 1) {
    to = lines.indexOf(newline, from)
    if (to < 0) to = lines.length
    // Lines are decoded one by one, since a cell keeps the text from which it was sliced in memory.
    const line = lines.toString('utf8', from, to)
    if (!hasReturns) batch.push(line.split(','))
    else for (const each of line.replace(/\r$/, '').split('\r')) batch.push(each.split(','))
  }
  return batch
}

function count(bytes: Uint8Array): number {
  let found = 0
  for (const byte of bytes) if (byte === quote) found++
  return found
}

export class Fault {
  readonly message: string
  readonly found: string | null
  readonly index: number | null
  /** The day of a cell that a program stores as a date, which a header or a column of periods may have. */
  readonly date: string | null

  constructor(message: string, found: string | null = null, index: number | null = null, date: string | null = null) {
    this.message = message
    this.found = found
    this.index = index
    this.date = date
  }

  detail(columns: readonly string[] = []): ProblemDetail {
    const column = this.index === null ? null : (columns[this.index] ?? null)
    return { column, found: this.found, message: this.message }
  }
}

export const cellCountFault = (cells: number, columns: number, separator = 'comma'): string =>
  `This row has ${formatCount(cells)} cells, and the header has ${formatCount(columns)}. Put a cell that contains a ${separator} in quotes.`

export const dialect = { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] } satisfies Options

const maxRecord = 1_000_000

export class RecordParser {
  readonly #parser: Parser
  #batch: (string[] | Fault)[] = []
  #unfinished = 0
  /** Indicates a malformed quote, after which the parity of quotes no longer marks the end of a record. */
  faulty = false
  lost = false

  constructor(bom: boolean) {
    let faultyLine = 0
    this.#parser = new Parser({
      ...dialect,
      bom,
      max_record_size: maxRecord,
      skip_records_with_error: true,
      on_skip: (error) => {
        // Rethrowing makes every other error fatal.
        if (error?.code !== 'INVALID_OPENING_QUOTE') throw error
        if (error['lines'] !== faultyLine) this.#batch.push(faultOf(error))
        faultyLine = Number(error['lines'])
        this.faulty = true
        return undefined
      },
    })
    // Records are collected here, since the stream drops its buffer on the first error.
    const push = this.#parser.push.bind(this.#parser)
    this.#parser.push = (record) => (record === null ? push(null) : this.#batch.push(record) > 0)
    // The error also reaches the callback of write or end.
    this.#parser.on('error', () => {})
  }

  async write(bytes: Uint8Array): Promise<(string[] | Fault)[]> {
    const batch = await this.#taken((done) => this.#parser.write(bytes, done))
    this.#unfinished = batch.length > 0 ? 0 : this.#unfinished + bytes.length
    // The parser counts characters of cells only, so it would accept a line of commas of any length.
    if (this.#unfinished > 4 * maxRecord) this.#lose(batch, tooLong)
    return batch
  }

  end(): Promise<(string[] | Fault)[]> {
    return this.#taken((done) => this.#parser.end(done))
  }

  async #taken(give: (done: (error?: Error | null) => void) => void): Promise<(string[] | Fault)[]> {
    const error = await new Promise<Error | null | undefined>(give)
    const batch = this.#batch
    this.#batch = []
    if (error) this.#lose(batch, faultOf(error))
    return batch
  }

  close(): void {
    this.#parser.destroy()
  }

  #lose(batch: (string[] | Fault)[], fault: Fault): void {
    batch.push(fault)
    this.lost = true
  }
}

const tooLong = new Fault('This row is longer than 1 MB. Is this CSV? Nothing after it was read.')

const quoteFaults: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE:
    'There is a quote in the middle of this cell. Put the whole cell in quotes and double the quote inside.',
  CSV_INVALID_CLOSING_QUOTE:
    'Text follows the closing quote of this cell. Double a quote inside a cell. Nothing after this row was read.',
  CSV_QUOTE_NOT_CLOSED: 'The opening quote of this cell is never closed. Nothing after it was read.',
}

function faultOf(error: Error | CsvError): Fault {
  if (!('code' in error)) throw error
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong
  const message = getOwn(quoteFaults, error.code)
  if (message === undefined) throw error
  const found = error.code === 'INVALID_OPENING_QUOTE' ? `${error['field']}"` : null
  return new Fault(message, found, typeof error['column'] === 'number' ? error['column'] : null)
}
