import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { bestFor, compress, type Encoding } from './encoding.js'
import type { Answer } from './route.js'

/**
 * Answers with a text that stays the same while the server runs: made when it is first asked for, kept compressed in
 * each way that is asked for, and not sent again to who has it. `headers` go before those that every asset has.
 */
export function asset(
  make: () => string | Uint8Array | Promise<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): (request: Request) => Promise<Answer> {
  let gzipped: Promise<Buffer> | null = null
  let other: Promise<Buffer> | null = null
  let etag: string | null = null
  const plain = async (): Promise<Buffer> => promisify(gunzip)(await gzip())
  const encoded: Readonly<Record<Encoding, () => Promise<Buffer>>> = {
    gzip,
    br: () => (other ??= plain().then((bytes) => compress(bytes, 'br'))),
  }

  return async (request) => {
    etag ??= tagOf(await gzip())
    const common = { ...always, ...headers, etag }
    if (request.headers.get('if-none-match')?.includes(etag)) return { status: 304, headers: common, body: null }
    const encoding = bestFor(request.headers.get('accept-encoding'))
    if (encoding === null) return { status: 200, headers: common, body: new Uint8Array(await plain()) }
    const body = new Uint8Array(await encoded[encoding]())
    return { status: 200, headers: { ...common, 'content-encoding': encoding }, body }
  }

  function gzip(): Promise<Buffer> {
    gzipped ??= Promise.resolve()
      .then(make)
      .then((made) => compress(Buffer.from(made), 'gzip'))
      .catch((error) => {
        gzipped = null // the next request tries again
        throw error
      })
    return gzipped
  }
}

const always = { 'cache-control': 'no-cache', vary: 'accept, accept-encoding', 'x-content-type-options': 'nosniff' }

const tagOf = (gzipped: Buffer): string =>
  `W/"${createHash('sha256').update(gzipped).digest('base64url').slice(0, 22)}"`
