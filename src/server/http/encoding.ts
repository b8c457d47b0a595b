import { createHash } from 'node:crypto'
import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const preferred: readonly (readonly [Encoding, RegExp])[] = [
  ['br', /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i],
  ['gzip', /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i],
]

export function bestFor(header: string | null): Encoding | null {
  if (header === null) return null
  return preferred.find(([, pattern]) => pattern.test(header))?.[0] ?? null
}

export const digestOf = (body: Uint8Array, stamp = ''): string =>
  createHash('sha256').update(stamp).update(body).digest('base64url').slice(0, 22)

const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }

export const compress = (bytes: Uint8Array, encoding: Encoding): Promise<Buffer> =>
  encoding === 'gzip' ? promisify(gzip)(bytes) : promisify(brotliCompress)(bytes, { params })

export const compressing = (encoding: Encoding): Transform =>
  encoding === 'gzip' ? createGzip() : createBrotliCompress({ params })
