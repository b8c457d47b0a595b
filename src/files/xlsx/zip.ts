import { crc32, createDeflateRaw } from 'node:zlib'

/** A file in an archive. */
export interface Entry {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

const limit = 2 ** 32 - 1
const day1980 = 0x0021 // 1 January 1980, where the time of an archive begins: the same content is the same bytes

/** Files as a ZIP archive, each compressed as it comes. A plain error where one, or all, are larger than 4 GB. */
export async function* zip(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const start = offset
    const bytes = Buffer.from(name, 'utf8')
    // Flags: sizes and checksum follow the content; names are UTF-8.
    const common = [2, 20, 2, 0x0808, 2, 8, 2, 0, 2, day1980]
    const header = Buffer.concat([packed(4, 0x04034b50, ...common, 4, 0, 4, 0, 4, 0, 2, bytes.length, 2, 0), bytes])
    yield header
    const told = { crc: 0, size: 0, compressed: 0 }
    for await (const chunk of deflated(content, told)) yield chunk
    if (told.size > limit) throw new Error(`${name} is larger than 4 GB`)
    const sizes = [4, told.crc, 4, told.compressed, 4, told.size]
    yield packed(4, 0x08074b50, ...sizes)
    offset = start + header.length + told.compressed + 16
    if (offset > limit) throw new Error('an archive is larger than 4 GB')
    const rest = [2, bytes.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, start]
    central.push(Buffer.concat([packed(4, 0x02014b50, 2, 20, ...common, ...sizes, ...rest), bytes]))
  }
  const directory = Buffer.concat(central)
  yield directory
  const count = [2, central.length, 2, central.length]
  yield packed(4, 0x06054b50, 2, 0, 2, 0, ...count, 4, directory.length, 4, offset, 2, 0)
}

async function* deflated(
  content: Entry['content'],
  told: { crc: number; size: number; compressed: number },
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 4 })
  const feeding = (async () => {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8')
      told.crc = crc32(bytes, told.crc)
      told.size += bytes.length
      if (!deflate.write(bytes))
        await new Promise<void>((resolve) => deflate.once('drain', resolve).once('close', resolve))
      if (deflate.destroyed) return
    }
    deflate.end()
  })()
  feeding.catch((error) => deflate.destroy(error))
  try {
    for await (const chunk of deflate) {
      told.compressed += chunk.length
      yield chunk
    }
    await feeding
  } finally {
    deflate.destroy()
    await feeding.catch(() => {})
  }
}

/** Little-endian numbers, each after its size in bytes. */
function packed(...pairs: readonly number[]): Buffer {
  const buffer = Buffer.alloc(pairs.reduce((sum, size, at) => (at % 2 === 0 ? sum + size : sum), 0))
  let offset = 0
  for (let at = 0; at < pairs.length; at += 2) offset = buffer.writeUIntLE(pairs[at + 1] ?? 0, offset, pairs[at] ?? 0)
  return buffer
}
