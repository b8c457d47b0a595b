import { Refusal } from '../../errors.js'

/** The encodings that a file may be in, beside what its byte order mark says. */
const encodings = ['utf-8', 'gb18030', 'latin1'] as const
export type Encoding = (typeof encodings)[number]

const other: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  latin1: 'latin1',
  iso88591: 'latin1',
  windows1252: 'latin1',
}

/** An encoding by one of its names, in any case; BAD_USER_INPUT with those that there are. Latin-1 is Windows-1252. */
export function encodingFrom(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (Object.hasOwn(other, plain) && other[plain]) return other[plain]
  throw new Refusal('BAD_USER_INPUT', `There is no encoding "${name.slice(0, 40)}": name ${encodings.join(', ')}.`)
}

/**
 * A file as UTF-8. A byte order mark says what it is in, whatever was named; else it is taken for what was named, never
 * for what it might be. What is no text in that becomes U+FFFD, for the cell that holds it to be refused.
 */
export async function* utf8From(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') return yield* bytes
  const chunks = bytes[Symbol.asyncIterator]()
  try {
    let head: Uint8Array = new Uint8Array(0)
    while (head.length < 3) {
      const next = await chunks.next()
      if (next.done) break
      head = Buffer.concat([head, next.value])
    }
    if (hasMark(head)) {
      yield head
      return yield* { [Symbol.asyncIterator]: () => chunks }
    }
    const decoder = new TextDecoder(encoding)
    const encoder = new TextEncoder()
    yield encoder.encode(decoder.decode(head, { stream: true }))
    for await (const chunk of { [Symbol.asyncIterator]: () => chunks })
      yield encoder.encode(decoder.decode(chunk, { stream: true }))
    yield encoder.encode(decoder.decode())
  } finally {
    await chunks.return?.()
  }
}

/** Of UTF-8, which is read as such, or of UTF-16, which is refused by name. */
const hasMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
