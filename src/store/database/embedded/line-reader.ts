import type { Readable } from 'node:stream'

const longestLine = 10_000 // bytes

export class LineReader {
  readonly #chunks: AsyncIterator<Buffer>
  #buffer: Buffer = Buffer.alloc(0)

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#buffer.indexOf(10)
      if (end >= 0) return this.#take(end + 1).toString('utf8', 0, end)
      if (this.#buffer.length > longestLine) throw new Error('The line is too long.')
      if (!(await this.#read())) return null
    }
  }

  async bytes(count: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    let missing = count
    while (missing > 0) {
      if (this.#buffer.length === 0 && !(await this.#read())) throw new Error('The connection ended.')
      const chunk = this.#take(Math.min(missing, this.#buffer.length))
      chunks.push(chunk)
      missing -= chunk.length
    }
    return Buffer.concat(chunks)
  }

  #take(count: number): Buffer {
    const taken = this.#buffer.subarray(0, count)
    this.#buffer = this.#buffer.subarray(count)
    return taken
  }

  async #read(): Promise<boolean> {
    const { done, value } = await this.#chunks.next()
    if (done === true) return false
    this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value])
    return true
  }
}
