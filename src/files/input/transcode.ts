import { refuse } from '../../errors.js'
import { getOwn } from './messages.js'

/** The supported encodings of files without a byte order mark. `latin1` is decoded as Windows-1252. */
export const encodings = [
  'utf-8',
  'gb18030',
  'shift_jis',
  'latin1',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  latin1: 'latin1',
  iso88591: 'latin1',
  latin2: 'iso-8859-2',
  iso88592: 'iso-8859-2',
  windows1250: 'windows-1250',
  cp1250: 'windows-1250',
  windows1251: 'windows-1251',
  cp1251: 'windows-1251',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
}

export function encodingFrom(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const message = `There is no encoding "${name.slice(0, 40)}". The encodings are ${encodings.join(', ')}.`
  return getOwn(names, plain) ?? refuse(message)
}

/**
 * Reads the first `length` bytes of a stream and passes them, with the whole stream, to `use`. Closes the stream once the
 * result is read or abandoned.
 */
export async function* withHead<T>(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
  use: (head: Uint8Array, whole: AsyncIterable<Uint8Array>) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const chunks = bytes[Symbol.asyncIterator]()
  try {
    let head: Uint8Array = new Uint8Array(0)
    while (head.length < length) {
      const next = await chunks.next()
      if (next.done) break
      head = Buffer.concat([head, next.value])
    }
    const whole = async function* () {
      if (head.length > 0) yield head
      yield* { [Symbol.asyncIterator]: () => chunks }
    }
    yield* use(head, whole())
  } finally {
    await chunks.return?.()
  }
}

/**
 * Converts a file to UTF-8. A byte order mark takes precedence over `encoding`. Invalid bytes become U+FFFD, which the
 * readers refuse in the cell that contains it.
 */
export const utf8From = (bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> =>
  encoding === 'utf-8' ? bytes : withHead(bytes, 3, (head, whole) => (hasMark(head) ? whole : decoded(whole, encoding)))

/**
 * Decodes bytes as a stream: otherwise Node decodes Latin-1 as ISO 8859-1, with control characters in place of quotes.
 */
export function textIn(bytes: Uint8Array, encoding: Encoding, options: { readonly fatal?: boolean } = {}): string {
  const decoder = new TextDecoder(encoding, options)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}

const hasMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
