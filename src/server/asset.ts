import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { accepts, compress } from './encoding.js'
import type { Answer } from './route.js'

interface Held {
  readonly gzipped: Buffer
  readonly etag: string
}

/**
 * Answers with a text that stays the same while the server runs: made when it is first asked for, kept compressed, and
 * not sent again to who has it.
 */
export function asset(
  make: () => string | Promise<string>,
  headers: Readonly<Record<string, string>>,
): (request: Request) => Promise<Answer> {
  let held: Promise<Held> | null = null
  return async (request) => {
    held ??= hold(make)
    const { gzipped, etag } = await held
    const common = { ...headers, ...always, etag }
    if (request.headers.get('if-none-match')?.includes(etag)) return { status: 304, headers: common, body: null }
    if (accepts(request.headers.get('accept-encoding'), 'gzip'))
      return { status: 200, headers: { ...common, 'content-encoding': 'gzip' }, body: new Uint8Array(gzipped) }
    return { status: 200, headers: common, body: new Uint8Array(await promisify(gunzip)(gzipped)) }
  }
}

const always = { 'cache-control': 'no-cache', vary: 'accept, accept-encoding', 'x-content-type-options': 'nosniff' }

async function hold(make: () => string | Promise<string>): Promise<Held> {
  const gzipped = await compress(Buffer.from(await make()), 'gzip')
  return { gzipped, etag: `W/"${createHash('sha256').update(gzipped).digest('base64url').slice(0, 22)}"` }
}
