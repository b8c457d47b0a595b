import { Fault, RecordParser } from './record-parser.js'

export { dialect, Fault } from './record-parser.js'

const pieceSize = 65_536
const [newline, carriageReturn, quote] = [0x0a, 0x0d, 0x22]
const byteOrderMark = Buffer.from('\uFEFF')

/**
 * The records of a CSV file in order, blank ones included, so that counting them gives the row; as many at a time as
 * a piece of the file completes. A record longer than 1 MB is a fault, and never held to its end.
 */
export async function* records(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (string[] | Fault)[]> {
  // Lines without a quote are split here; a parser has the others, from the end of a line to the end of a record.
  let parser: RecordParser | null = null
  let quotes = 0
  let rest: Uint8Array = new Uint8Array(0)
  let first = true
  try {
    for await (const piece of pieces(bytes)) {
      // No text in UTF-8 has such a byte, and the parser would take a UTF-16 mark at its word.
      if (first && rest.length === 0 && piece[0] !== undefined && piece[0] >= 0xfe)
        return yield [new Fault('The file is in UTF-16: save it as CSV in UTF-8.')]
      const end = piece.lastIndexOf(newline) + 1
      const lines = joined(rest, piece.subarray(0, end))
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
    if (parser === null && !rest.includes(quote)) return yield split(joined(rest), first)
    parser ??= new RecordParser(first)
    yield await parser.write(rest)
    if (!parser.lost) yield await parser.end()
  } finally {
    parser?.close()
  }
}

/** Small enough that what is made of one is small too. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    for (let from = 0; from < chunk.length; from += pieceSize) yield chunk.subarray(from, from + pieceSize)
}

/** The records of whole lines without a quote. */
function split(lines: Buffer, first: boolean): string[][] {
  const batch: string[][] = []
  const hasReturns = lines.includes(carriageReturn)
  const begin = first && lines.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0
  for (let from = begin, to = 0; from < lines.length; from = to + 1) {
    to = lines.indexOf(newline, from)
    if (to < 0) to = lines.length
    // Each line is decoded by itself, as a cell that is kept keeps the text that it was cut from.
    const line = lines.toString('utf8', from, to)
    if (!hasReturns) batch.push(line.split(','))
    else for (const each of line.replace(/\r$/, '').split('\r')) batch.push(each.split(','))
  }
  return batch
}

const joined = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)

function count(bytes: Uint8Array): number {
  let found = 0
  for (const byte of bytes) if (byte === quote) found++
  return found
}
