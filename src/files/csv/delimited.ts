import { Fault, records } from './records.js'

/**
 * Reads the records of a file in UTF-8 with another delimiter than a comma. Both are exchanged before and after parsing,
 * so that there is one parser for one dialect.
 */
export async function* delimitedRecords(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<readonly (string[] | Fault)[]> {
  if (delimiter === ',') return yield* records(bytes)
  const either = new RegExp(`[,${delimiter}]`, 'g')
  const exchange = (text: string) => text.replace(either, (each) => (each === ',' ? delimiter : ','))
  for await (const batch of records(exchanged(bytes, delimiter.charCodeAt(0))))
    yield batch.map((record) =>
      record instanceof Fault
        ? new Fault(record.message, record.found && exchange(record.found), record.index)
        : record.map(exchange),
    )
}

const comma = 0x2c

async function* exchanged(bytes: AsyncIterable<Uint8Array>, delimiter: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    yield chunk.map((byte) => (byte === comma ? delimiter : byte === delimiter ? comma : byte))
}

const most = 20

/** Finds the delimiter of the first lines: a semicolon or tab if nearly all lines with a delimiter have it. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => /[,;\t]/.test(line))
    .slice(0, most)
  const isEverywhere = (delimiter: string) =>
    lines.length > 1 && lines.filter((line) => line.includes(delimiter)).length >= lines.length * 0.7
  return isEverywhere(';') ? ';' : isEverywhere('\t') ? '\t' : ','
}
