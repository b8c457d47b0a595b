import { createHash } from 'node:crypto'
import { compress, type Encoding } from '../../http/encoding.js'

/** Headers that go out with an answer as they are. */
export type Headers = Readonly<Record<string, string>>

/** Bytes to send, with what is said of them. */
export interface Ready {
  readonly body: Buffer
  readonly headers: Headers
}

const worthIt = 1024 // below that, compressing saves no packet

/** A finished answer of one version of the store: its bytes and, made when they are first wanted, their compressed forms. */
export class CachedResponse {
  readonly version: number
  readonly plain: Ready
  /** The name that its operation was given. */
  readonly operation: string | null
  /** What a client is told that has it. */
  readonly unchanged: Headers
  /** How many bytes it holds. */
  size: number
  readonly #tag: string
  readonly #common: Headers
  readonly #encoded = new Map<Encoding, Ready | Promise<Ready>>()

  constructor(version: number, text: string, contentType: string, common: Headers, operation: string | null = null) {
    const body = Buffer.from(text)
    this.version = version
    this.operation = operation
    this.#tag = `${version}-${createHash('sha256').update(body).digest('base64url').slice(0, 22)}`
    this.#common = { ...common, 'content-type': contentType, 'x-store-version': `${version}` }
    this.plain = { body, headers: this.#headers(body, null) }
    this.unchanged = { ...common, etag: `"${this.#tag}"`, 'x-store-version': `${version}` }
    this.size = body.length + 3000 // and what is kept of it beside
  }

  /** Whether a client has it, by its If-None-Match; proxies that compress weaken the tag, or name the encoding in it. */
  isHadBy(header: string): boolean {
    if (header.trim() === '*') return true
    return header.split(',').some((each) => /^\s*(?:W\/)?"([^"]*?)(?:-(?:br|gzip))?"\s*$/.exec(each)?.[1] === this.#tag)
  }

  /** In the encoding that a client takes: at once where that was made before, or is not worth making. */
  in(encoding: Encoding | null, grown: (bytes: number) => void): Ready | Promise<Ready> {
    if (encoding === null || this.plain.body.length < worthIt) return this.plain
    const had = this.#encoded.get(encoding)
    if (had !== undefined) return had
    const making = compress(this.plain.body, encoding).then((body) => {
      const made = { body, headers: this.#headers(body, encoding) }
      this.#encoded.set(encoding, made)
      this.size += body.length
      grown(body.length)
      return made
    })
    this.#encoded.set(encoding, making)
    return making
  }

  #headers(body: Buffer, encoding: Encoding | null): Headers {
    const etag = encoding === null ? `"${this.#tag}"` : `"${this.#tag}-${encoding}"`
    const encoded = encoding === null ? {} : { 'content-encoding': encoding }
    return { ...this.#common, ...encoded, etag, 'content-length': `${body.length}` }
  }
}

/** A question that is being answered for the first time; whoever asks the same meanwhile waits for it. */
export interface PendingResponse {
  readonly key: string
  /** Whose it is. */
  readonly client: string
  /** Whether it is executed, and does not wait for a turn of its client. */
  begun: boolean
  readonly answer: Promise<CachedResponse | null>
  /** Its answer; null where there is none that others could be given. */
  settle(held: CachedResponse | null): void
}

/**
 * Finished answers by what was asked, all of one version of the store: a newer one empties it. Holds at most so many
 * bytes; what was not asked for longest goes first.
 */
export class ResponseCache {
  readonly #most: number
  #version = -1
  #bytes = 0
  readonly #held = new Map<string, CachedResponse>()
  readonly #asked = new Map<string, PendingResponse>()

  constructor(most: number) {
    this.#most = most
  }

  /** How many bytes are held. */
  get bytes(): number {
    return this.#bytes
  }

  /** Holds nothing but what is of this version. */
  at(version: number): void {
    if (version === this.#version) return
    this.#version = version
    this.#held.clear()
    this.#asked.clear()
    this.#bytes = 0
  }

  /** What is held, or being made. */
  find(key: string): CachedResponse | PendingResponse | null {
    const held = this.#held.get(key)
    if (held === undefined) return this.#asked.get(key) ?? null
    this.#held.delete(key) // to stand last again
    this.#held.set(key, held)
    return held
  }

  /** Takes it upon the caller to answer. */
  lead(key: string, client = ''): PendingResponse {
    let settle: (held: CachedResponse | null) => void = () => {}
    const answer = new Promise<CachedResponse | null>((resolve) => {
      settle = resolve
    })
    const lead: PendingResponse = {
      key,
      client,
      begun: false,
      answer,
      settle: (held) => {
        if (this.#asked.get(key) === lead) this.#asked.delete(key)
        if (held?.version === this.#version) this.#hold(key, held)
        settle(held)
      },
    }
    this.#asked.set(key, lead)
    return lead
  }

  /** An answer that is held has become larger. */
  grown(key: string, held: CachedResponse, bytes: number): void {
    if (this.#held.get(key) !== held) return
    this.#bytes += bytes
    this.#makeRoom()
  }

  #hold(key: string, held: CachedResponse): void {
    held.size += 2 * key.length
    if (held.size > this.#most / 8) return // one answer for nearly everybody else's
    this.#drop(key)
    this.#held.set(key, held)
    this.#bytes += held.size
    this.#makeRoom()
  }

  #makeRoom(): void {
    for (const key of this.#held.keys()) {
      if (this.#bytes <= this.#most) return
      this.#drop(key)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.size ?? 0
    this.#held.delete(key)
  }
}
