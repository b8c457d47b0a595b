import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How bytes are compressed, the better first. */
export type Encoding = 'br' | 'gzip'

const patterns: Readonly<Record<Encoding, RegExp>> = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i,
}

/** Whether a client that sends this Accept-Encoding takes an encoding. */
export const accepts = (header: string | null, encoding: Encoding): boolean =>
  header !== null && patterns[encoding].test(header)

/** The best encoding that a client takes; null where it takes none. */
export function bestFor(header: string | null): Encoding | null {
  if (header === null) return null
  if (accepts(header, 'br')) return 'br'
  return accepts(header, 'gzip') ? 'gzip' : null
}

const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }

/** Compressed, on a thread of Node's own. */
export const compress = (bytes: Uint8Array, encoding: Encoding): Promise<Buffer> =>
  encoding === 'gzip' ? promisify(gzip)(bytes) : promisify(brotliCompress)(bytes, { params })
