import { crc32 } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { excerpt } from '../../domain/input-bounds.js'
import { Refusal, refuse } from '../../errors.js'

export interface PackageLimits {
  readonly packed: number
  /** The sum over all parts read, counted each time one is read. */
  readonly unpacked: number
  readonly ratio: number
}

export const packageLimits: PackageLimits = { packed: 64 * 1024 * 1024, unpacked: 256 * 1024 * 1024, ratio: 100 }

const maxParts = 10_000
// Shorter parts may have any ratio, such as one that repeats a single character.
const anyRatio = 1024 * 1024

/** The parts of an Office file by name. Sizes are counted while unpacking, as those stated in the file may be false. */
export class Package {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #limits: PackageLimits
  #left: number

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: PackageLimits) {
    this.#zip = zip
    this.#entries = entries
    this.#limits = limits
    this.#left = limits.unpacked
  }

  static async open(bytes: AsyncIterable<Uint8Array>, limits: PackageLimits): Promise<Package> {
    const packed = await held(bytes, limits.packed)
    const entries = new Map<string, Entry>()
    try {
      const zip = await fromBufferPromise(packed)
      if (zip.entryCount > maxParts) refuse(`The file has ${zip.entryCount} parts. Is it a workbook?`)
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase()
        if (entry.isEncrypted()) refuse('The workbook is locked with a password. Save it without one.')
        // Programs differ in which of two parts with the same name they read.
        if (entries.has(name)) refuse(`The file contains two parts ${excerpt(name, 100)}. Save it again.`)
        entries.set(name, entry)
      }
      return new Package(zip, entries, limits)
    } catch (error) {
      return damaged(null, error)
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  async *read(name: string, most = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    const allowed = Math.min(most, this.#limits.unpacked)
    const entry = this.#entries.get(name.toLowerCase()) ?? refuse(`The workbook lacks its part ${excerpt(name, 100)}.`)
    let length = 0
    let sum = 0
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        length += chunk.length
        this.#left -= chunk.length
        if (this.#left < 0 || length > allowed)
          refuse(`${excerpt(name, 100)} unpacks to more than ${megabytes(allowed)}. Save the sheet as CSV in UTF-8.`)
        if (length > anyRatio && length > this.#limits.ratio * entry.compressedSize)
          refuse(`${excerpt(name, 100)} unpacks to more than ${this.#limits.ratio} times its size, which is the limit.`)
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      damaged(name, error)
    }
    if (sum !== entry.crc32) damaged(name, new Error('its checksum differs'))
  }
}

async function held(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > most) refuse(`The workbook is larger than ${megabytes(most)}. Save its sheet as CSV in UTF-8.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function damaged(name: string | null, error: unknown): never {
  if (error instanceof Refusal) throw error
  const where = name === null ? '' : `, in ${excerpt(name, 100)}`
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  return refuse(`The workbook is cut off or damaged${where} (${reason}). Fetch or save it again.`)
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MiB`

export type Attributes = Readonly<Record<string, string>>

export interface Elements {
  open?(name: string, attributes: Attributes, around: readonly string[]): void
  text?(text: string, around: readonly string[]): void
  close?(name: string, around: readonly string[]): void
}

const maxElement = 1_000_000
const maxDepth = 64

/**
 * Parses an XML part in UTF-8 and yields after each piece of it. Throws BAD_USER_INPUT for malformed XML, elements of more
 * than 1 MB and document types.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  elements: Elements,
): AsyncGenerator<void> {
  const around: string[] = []
  let unfinished = 0
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes }) => {
    unfinished = 0
    const plain = withoutPrefix(name)
    elements.open?.(plain, attributes, around)
    if (around.push(plain) > maxDepth)
      refuse(`${part} has elements nested more than ${maxDepth} levels deep. It is not a sheet of a workbook.`)
  })
  parser.on('closetag', () => {
    unfinished = 0
    const name = around.pop() ?? ''
    elements.close?.(name, around)
  })
  const text = (found: string) => elements.text?.(found, around)
  parser.on('text', text)
  parser.on('cdata', text)
  // No office program writes one, and it could define entities.
  parser.on('doctype', () => refuse(`${part} has a document type. Save the workbook again.`))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const write = (chunk?: Uint8Array) => {
    try {
      parser.write(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
      if (!chunk) parser.close()
    } catch (error) {
      damaged(part, error)
    }
  }
  for await (const chunk of bytes) {
    unfinished += chunk.length
    write(chunk)
    if (unfinished > maxElement) refuse(`${part} has an element of more than 1 MB. It is not a sheet of a workbook.`)
    yield
  }
  write()
  yield
}

export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, part: string, elements: Elements): Promise<void> {
  const pieces = readXml(bytes, part, elements)
  while (!(await pieces.next()).done);
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)
