import { LRUCache } from 'lru-cache'
import { withResolvers } from '../../../lib/with-resolvers.js'
import type { Version } from '../../../store/database/versions.js'
import { compress, digestOf, type Encoding } from '../../http/encoding.js'

export type CacheOutcome = 'hit' | 'shared' | 'miss'

type Headers = Readonly<Record<string, string>>

export interface Ready {
  readonly status: 200 | 304
  readonly body: Buffer | null
  readonly headers: Headers
  rawHeaders?: readonly string[]
}

export const versionHeaders = ({ version, stamp }: Version): Headers => ({
  'x-store-version': `${version}`,
  'x-store-stamp': stamp,
})

const minCompressed = 1024 // bytes; smaller bodies fit into one packet
const overhead = 3000 // approximate bytes per response beside its body

export class CachedResponse {
  readonly version: Version
  readonly isPinned: boolean
  readonly plain: Ready & { readonly body: Buffer }
  readonly operation: string | null
  size: number
  readonly #tag: string
  readonly #common: Headers
  readonly #encoded = new Map<Encoding, Ready | Promise<Ready>>()

  constructor(
    version: Version,
    content: string | Uint8Array,
    contentType: string,
    common: Headers,
    { operation = null, isPinned = false }: { operation?: string | null; isPinned?: boolean } = {},
  ) {
    const body = typeof content === 'string' ? Buffer.from(content) : asBuffer(content)
    this.version = version
    this.isPinned = isPinned
    this.operation = operation
    this.#tag = `${version.version}-${digestOf(body, version.stamp)}`
    this.#common = { ...common, ...versionHeaders(version), 'content-type': contentType }
    this.plain = { status: 200, body, headers: this.#headers(body, null) }
    this.size = body.length + overhead
  }

  get unchanged(): Ready {
    this.#unchanged ??= this.#makeUnchanged()
    return this.#unchanged
  }
  #unchanged: Ready | null = null

  #makeUnchanged(): Ready {
    const { 'content-type': _, ...headers } = this.#common
    return { status: 304, body: null, headers: { ...headers, etag: `"${this.#tag}"` } }
  }

  /** Compares the tag with an If-None-Match header, ignoring weakness and the encoding suffix, which proxies add. */
  matches(ifNoneMatch: string): boolean {
    if (ifNoneMatch === this.plain.headers['etag'] || ifNoneMatch.trim() === '*') return true
    return ifNoneMatch
      .split(',')
      .some((each) => /^\s*(?:W\/)?"([^"]*?)(?:-(?:br|gzip))?"\s*$/.exec(each)?.[1] === this.#tag)
  }

  /** Returns the response in an encoding, at once if it is available. Calls `grown` after storing a compressed form. */
  in(encoding: Encoding | null, grown: () => void): Ready | Promise<Ready> {
    if (encoding === null || this.plain.body.length < minCompressed) return this.plain
    const known = this.#encoded.get(encoding)
    if (known !== undefined) return known
    const compressing = compress(this.plain.body, encoding).then((body) => {
      const ready: Ready = { status: 200, body, headers: this.#headers(body, encoding) }
      this.#encoded.set(encoding, ready)
      this.size += body.length
      grown()
      return ready
    })
    this.#encoded.set(encoding, compressing)
    return compressing
  }

  #headers(body: Buffer, encoding: Encoding | null): Headers {
    const etag = encoding === null ? `"${this.#tag}"` : `"${this.#tag}-${encoding}"`
    const encoded = encoding === null ? {} : { 'content-encoding': encoding }
    return { ...this.#common, ...encoded, etag, 'content-length': `${body.length}` }
  }
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** The response in progress, which other requests for the same wait for (single flight). */
export interface PendingResponse {
  readonly key: string
  readonly client: string
  /** Indicates that the query executes and no longer waits for one of its client's slots. */
  executing: boolean
  readonly response: Promise<CachedResponse | null>
  settle(response: CachedResponse | null, kept?: boolean): void
}

/** Caches complete and pending responses at one version of the store, bounded in bytes (LRU). */
export class CachedResponses {
  #stamp: string | null = null
  readonly #maxEntryBytes: number
  readonly #complete: LRUCache<string, CachedResponse>
  readonly #pending = new Map<string, PendingResponse>()

  constructor(maxBytes: number) {
    this.#maxEntryBytes = maxBytes / 8 // a larger response would evict many small ones
    this.#complete = new LRUCache({ maxSize: Math.max(1, maxBytes), sizeCalculation: sizeOf })
  }

  get bytes(): number {
    return this.#complete.calculatedSize
  }

  useVersion({ stamp }: Version): void {
    if (stamp === this.#stamp) return
    this.#stamp = stamp
    this.#complete.clear()
    this.#pending.clear()
  }

  find(key: string): CachedResponse | PendingResponse | null {
    return this.#complete.get(key) ?? this.#pending.get(key) ?? null
  }

  begin(key: string, client = ''): PendingResponse {
    const { promise, resolve } = withResolvers<CachedResponse | null>()
    const pending: PendingResponse = {
      key,
      client,
      executing: false,
      response: promise,
      settle: (complete, kept = true) => {
        if (this.#pending.get(key) === pending) this.#pending.delete(key)
        const isCurrent = complete?.isPinned || complete?.version.stamp === this.#stamp
        if (complete !== null && kept && isCurrent && sizeOf(complete, key) <= this.#maxEntryBytes)
          this.#complete.set(key, complete)
        resolve(complete)
      },
    }
    this.#pending.set(key, pending)
    return pending
  }

  resize(key: string, response: CachedResponse): void {
    if (this.#complete.peek(key) !== response) return
    this.#complete.delete(key) // LRUCache measures a value only when it is added
    this.#complete.set(key, response)
  }
}

const sizeOf = ({ size }: CachedResponse, key: string): number => size + 2 * key.length
