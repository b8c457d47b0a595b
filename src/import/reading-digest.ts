import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tableMap } from '../files/maps/map-files.js'
import type { FormatOptions } from './formats.js'

const product: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

/** Everything but the bytes that decides which figures are read from files, as text; another version may read otherwise. */
export async function howRead({
  format,
  map,
  period,
  encoding,
  sheet = null,
  keepPointZero = false,
}: FormatOptions): Promise<string> {
  const read = map !== null && 'name' in map ? await tableMap(map.name) : map
  return JSON.stringify([product, format, read, period?.text ?? null, encoding, sheet, keepPointZero])
}

/** Digests of files while they are read: of their bytes alone, and of these with their names and with how they are read. */
export class ReadingDigest {
  readonly #how: string
  readonly #bytes = createHash('sha256')
  readonly #files: { readonly name: string; size: number }[] = []
  #sha256: string | null = null

  constructor(how: string) {
    this.#how = how
  }

  /** What is seen next is of this file. */
  begin(name: string): void {
    this.#files.push({ name, size: 0 })
  }

  see(chunk: Uint8Array): void {
    this.#bytes.update(chunk)
    const file = this.#files.at(-1)
    if (file !== undefined) file.size += chunk.length
  }

  /** Of all bytes; nothing is seen any more after that. */
  get sha256(): string {
    this.#sha256 ??= this.#bytes.digest('hex')
    return this.#sha256
  }

  get reading(): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#how, this.#files, this.sha256]))
      .digest('hex')
  }
}
