import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { bestFor, compress, digestOf } from './encoding.js'
import { isKnown } from './entity-tag.js'
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
  const gzip = memoizeUntilRejected(async () => compress(Buffer.from(await make()), 'gzip'))
  const plain = async (): Promise<Buffer> => promisify(gunzip)(await gzip())
  const br = memoizeUntilRejected(async () => compress(await plain(), 'br'))
  const encoded = { gzip, br }
  const tag = memoizeUntilRejected(async () => `W/"${digestOf(await gzip())}"`)

  return async (request) => {
    const etag = await tag()
    const all = { ...common, ...headers, etag }
    if (isKnown(request, etag)) return { status: 304, headers: all, body: null }
    const encoding = bestFor(request.headers.get('accept-encoding'))
    if (encoding === null) return { status: 200, headers: all, body: new Uint8Array(await plain()) }
    const body = new Uint8Array(await encoded[encoding]())
    return { status: 200, headers: { ...all, 'content-encoding': encoding }, body }
  }
}
