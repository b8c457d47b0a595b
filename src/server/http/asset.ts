import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { bestFor, compress, type Encoding } from './encoding.js'
import type { Answer } from './route.js'

const common = { 'cache-control': 'no-cache', vary: 'accept, accept-encoding', 'x-content-type-options': 'nosniff' }

/**
 * Serves content that does not change while the server runs, with an ETag. The content is made on the first request and
 * kept compressed only; `headers` override the common ones.
 */
export function asset(
  make: () => string | Uint8Array | Promise<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): (request: Request) => Promise<Answer> {
  let gzipped: Promise<Buffer> | null = null
  let brotli: Promise<Buffer> | null = null
  let etag: string | null = null
  const plain = async (): Promise<Buffer> => promisify(gunzip)(await gzip())
  const encoded: Readonly<Record<Encoding, () => Promise<Buffer>>> = {
    gzip,
    br: () => (brotli ??= plain().then((bytes) => compress(bytes, 'br'))),
  }

  return async (request) => {
    etag ??= `W/"${createHash('sha256')
      .update(await gzip())
      .digest('base64url')
      .slice(0, 22)}"`
    const all = { ...common, ...headers, etag }
    if (request.headers.get('if-none-match')?.includes(etag)) return { status: 304, headers: all, body: null }
    const encoding = bestFor(request.headers.get('accept-encoding'))
    if (encoding === null) return { status: 200, headers: all, body: new Uint8Array(await plain()) }
    const body = new Uint8Array(await encoded[encoding]())
    return { status: 200, headers: { ...all, 'content-encoding': encoding }, body }
  }

  function gzip(): Promise<Buffer> {
    gzipped ??= Promise.resolve()
      .then(make)
      .then((made) => compress(Buffer.from(made), 'gzip'))
      .catch((error) => {
        gzipped = null // the next request retries
        throw error
      })
    return gzipped
  }
}
