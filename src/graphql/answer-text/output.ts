const mostUnits = 16_000 // of a text that is not encoded yet; a concatenation that is longer costs twice as much to encode

/** Collects a text in UTF-8, of which some parts may be known later than those after them. */
export class Output {
  /** The end of the text, to which writers append. */
  text = ''
  readonly #parts: (Buffer | Output | Promise<Output>)[] = []

  flush(): void {
    if (this.text.length > mostUnits) this.#encode()
  }

  /** Adds a part that is known later. If it is rejected, so are the bytes. */
  later(part: Promise<Output>): void {
    part.catch(() => {}) // also if nobody asks for the bytes
    this.#encode()
    this.#parts.push(part)
  }

  append(other: Output): void {
    if (other.isShort) {
      this.text += other.text
      return
    }
    this.#encode()
    this.#parts.push(other)
  }

  get isShort(): boolean {
    return this.#parts.length === 0
  }

  /** Returns the whole text, to which nothing may be added from then on. */
  bytes(): Buffer | Promise<Buffer> {
    this.#encode()
    const known = this.#parts.filter((part): part is Buffer => Buffer.isBuffer(part))
    return known.length === this.#parts.length ? joined(known) : this.#settled().then(joined)
  }

  async #settled(): Promise<Buffer[]> {
    this.#encode()
    const parts = await Promise.all(this.#parts)
    const all = await Promise.all(parts.map((part) => (part instanceof Output ? part.#settled() : [part])))
    return all.flat()
  }

  #encode(): void {
    if (this.text === '') return
    this.#parts.push(Buffer.from(this.text))
    this.text = ''
  }
}

const joined = (parts: readonly Buffer[]): Buffer => (parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts))
