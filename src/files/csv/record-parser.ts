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

/** Splits bytes into records, whatever quotes stand in them. A record longer than 1 MB is a fault, never held to its end. */
export class RecordParser {
  readonly #parser: Parser
  #batch: (string[] | Fault)[] = []
  #unfinished = 0
  /** Whether something could not be split, so that counting quotes says nothing any more. */
  faulty = false
  /** Whether a record cannot be told from the next one any more: nothing is read after that. */
  lost = false

  /** Only what a file begins with can be a byte order mark. */
  constructor(bom: boolean) {
    let faultyLine = 0
    this.#parser = new Parser({
      ...dialect,
      bom,
      max_record_size: maxRecord,
      skip_records_with_error: true,
      on_skip: (error) => {
        // Thrown again, every other error is fatal.
        if (error?.code !== 'INVALID_OPENING_QUOTE') throw error
        if (error['lines'] !== faultyLine) this.#batch.push(faultOf(error))
        faultyLine = Number(error['lines'])
        this.faulty = true
        return undefined
      },
    })
    // Nothing is left to the stream, which loses what it holds to the first error.
    const push = this.#parser.push.bind(this.#parser)
    this.#parser.push = (record) => (record === null ? push(null) : this.#batch.push(record) > 0)
    // The same error reaches whoever writes, or ends.
    this.#parser.on('error', () => {})
  }

  /** The records that the bytes complete. */
  async write(bytes: Uint8Array): Promise<(string[] | Fault)[]> {
    const batch = await this.#taken((done) => this.#parser.write(bytes, done))
    this.#unfinished = batch.length > 0 ? 0 : this.#unfinished + bytes.length
    // The parser counts characters only, so a line of nothing but commas would never be too long for it.
    if (this.#unfinished > 4 * maxRecord) this.#lose(batch, tooLong)
    return batch
  }

  /** The records that are left, where the bytes end. */
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
