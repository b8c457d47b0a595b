import { crc32 } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '../../errors.js'
import { wrong } from '../input/row.js'

/** How much a packed file may be, in bytes, and how many times smaller its parts may be packed. */
export interface PackageLimits {
  readonly packed: number
  /** Of all parts that are read, each time that one is. */
  readonly unpacked: number
  readonly ratio: number
}

export const packageLimits: PackageLimits = { packed: 64 * 1024 * 1024, unpacked: 256 * 1024 * 1024, ratio: 100 }

const maxParts = 10_000
// Below this a part may be packed as tightly as it likes: a short one of nothing but one letter is.
const anyRatio = 1024 * 1024

/** The parts of an Office file by name. Sizes are counted while unpacking: what the file says of them is not believed. */
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

  /** Holds the packed file, and lists its parts; BAD_USER_INPUT where it is too long, damaged or locked. */
  static async open(bytes: AsyncIterable<Uint8Array>, limits: PackageLimits): Promise<Package> {
    const packed = await held(bytes, limits.packed)
    const entries = new Map<string, Entry>()
    try {
      const zip = await fromBufferPromise(packed)
      if (zip.entryCount > maxParts) wrong(`The file has ${zip.entryCount} parts: is it a workbook?`)
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase()
        if (entry.isEncrypted()) wrong('The workbook is locked with a password: save it without one.')
        // Two readers might take two different ones of them.
        if (entries.has(name)) wrong(`The file holds two parts ${shownName(name)}: save it again.`)
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

  /** A part as it unpacks, of `most` bytes; BAD_USER_INPUT where it is missing, damaged or too large. */
  async *read(name: string, most = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name.toLowerCase()) ?? wrong(`The workbook lacks its part ${shownName(name)}.`)
    let length = 0
    let sum = 0
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        length += chunk.length
        this.#left -= chunk.length
        if (this.#left < 0 || length > most) tooLarge(name, Math.min(most, this.#limits.unpacked))
        if (length > anyRatio && length > this.#limits.ratio * entry.compressedSize)
          wrong(`${shownName(name)} unpacks to more than ${this.#limits.ratio} times its size: no table does.`)
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      damaged(name, error)
    }
    if (sum !== entry.crc32) damaged(name, new Error('its checksum is another'))
  }
}

async function held(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > most) wrong(`The workbook is larger than ${megabytes(most)}: save its sheet as CSV in UTF-8.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(name: string, most: number): never {
  return wrong(`${shownName(name)} unpacks to more than ${megabytes(most)}: save the sheet as CSV in UTF-8.`)
}

/** Says of a part, or of the whole file, that it cannot be read; refusals are told as they are. */
function damaged(name: string | null, error: unknown): never {
  if (error instanceof Refusal) throw error
  const where = name === null ? '' : `, in ${shownName(name)}`
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  return wrong(`The workbook is cut off or damaged${where} (${reason}): fetch or save it again.`)
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MiB`
const shownName = (name: string): string => (name.length > 100 ? `${name.slice(0, 100)}…` : name)

export type Attributes = Readonly<Record<string, string>>

/** Takes the elements of an XML part as they come, by their names without prefix; `around` is innermost last. */
export interface Elements {
  open?(name: string, attributes: Attributes, around: readonly string[]): void
  text?(text: string, around: readonly string[]): void
  close?(name: string, around: readonly string[]): void
}

const maxElement = 1_000_000
const maxDepth = 64

/**
 * Reads an XML part in UTF-8, and yields after each piece of it, so that what was made of it can be taken. An element
 * is never held beyond 1 MB; BAD_USER_INPUT for that, for what is not well formed and for a document type.
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
    if (around.push(plain) > maxDepth) wrong(`${part} has elements ${maxDepth} deep: it is no sheet of a workbook.`)
  })
  parser.on('closetag', () => {
    unfinished = 0
    const name = around.pop() ?? ''
    elements.close?.(name, around)
  })
  const text = (found: string) => elements.text?.(found, around)
  parser.on('text', text)
  parser.on('cdata', text)
  // Nothing that an office program writes has one, and entities of its own would come with it.
  parser.on('doctype', () => wrong(`${part} has a document type: save the workbook again.`))
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
    if (unfinished > maxElement) wrong(`${part} has an element of more than 1 MB: it is no sheet of a workbook.`)
    yield
  }
  write()
  yield
}

/** The same for a part that is read to its end. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, part: string, elements: Elements): Promise<void> {
  const pieces = readXml(bytes, part, elements)
  while (!(await pieces.next()).done);
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)
