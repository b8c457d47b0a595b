import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tableMap } from '../files/maps/map-files.js'
import { packageFile } from '../lib/package-file.js'
import type { FormatOptions } from './formats.js'

const version: string = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version

/** Returns a text of everything except the bytes that determines what is read from files, including the product's version. */
export async function readingOptions(request: FormatOptions): Promise<string> {
  const { format, period, encoding, sheet = null, keepPointZero = false } = request
  const map = request.map !== null && 'name' in request.map ? await tableMap(request.map.name) : request.map
  return JSON.stringify([version, format, map, period?.text ?? null, encoding, sheet, keepPointZero])
}

export class ReadingDigest {
  readonly #options: string
  readonly #bytes = createHash('sha256')
  readonly #files: { readonly name: string; size: number }[] = []
  #sha256: string | null = null

  constructor(options: string) {
    this.#options = options
  }

  begin(name: string): void {
    this.#files.push({ name, size: 0 })
  }

  add(chunk: Uint8Array): void {
    this.#bytes.update(chunk)
    const file = this.#files.at(-1)
    if (file !== undefined) file.size += chunk.length
  }

  get sha256(): string {
    this.#sha256 ??= this.#bytes.digest('hex')
    return this.#sha256
  }

  get reading(): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#options, this.#files, this.sha256]))
      .digest('hex')
  }
}
