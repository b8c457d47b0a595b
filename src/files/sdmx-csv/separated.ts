import { Fault, records } from '../csv/records.js'

const comma = 0x2c
const headLength = 256

/**
 * The records of a file whose cells are separated by commas, or by the semicolons, tabs or bars that follow the name
 * of its first column, DATAFLOW or STRUCTURE: so SDMX-CSV 2.0 says which.
 */
export async function* separatedRecords(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (string[] | Fault)[]> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    yield* exchangedRecords(source)
  } finally {
    await source.return?.()
  }
}

async function* exchangedRecords(source: AsyncIterator<Uint8Array>): AsyncGenerator<readonly (string[] | Fault)[]> {
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => source }
  const head: Uint8Array[] = []
  for (let length = 0; length < headLength; ) {
    const { value, done } = await source.next()
    if (done) break
    head.push(value)
    length += value.length
  }
  const separator = separatorOf(Buffer.concat(head).subarray(0, headLength).toString('latin1'))
  const whole = (async function* () {
    yield* head
    yield* rest
  })()
  if (separator === ',') return yield* records(whole)
  // Commas and separators change places on the way in and out, so that there is one parser for one dialect.
  const either = new RegExp(`[,${separator}]`, 'g')
  const exchange = (text: string) => text.replace(either, (each) => (each === ',' ? separator : ','))
  for await (const batch of records(exchanged(whole, separator.charCodeAt(0))))
    yield batch.map((record) =>
      record instanceof Fault
        ? new Fault(record.message, record.found && exchange(record.found), record.index)
        : record.map(exchange),
    )
}

/** In a text read as Latin-1, so that it may end within a character. */
function separatorOf(head: string): string {
  return /^(?:\xEF\xBB\xBF)?"?(?:DATAFLOW|STRUCTURE(?:\[[^\]]*\])?)[^,;\t|\r\n[]*([;\t|])/.exec(head)?.[1] ?? ','
}

async function* exchanged(bytes: AsyncIterable<Uint8Array>, separator: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    yield chunk.map((byte) => (byte === comma ? separator : byte === separator ? comma : byte))
}
