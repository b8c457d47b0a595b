import { createHash } from 'node:crypto'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { Refusal } from '../../errors.js'
import type { Version } from '../database/versions.js'
import type { CursorValue } from '../sql/order.js'

/** Returns a digest of a list's filter, scope and order, independent of the order of object fields. */
export function fingerprint(query: object): string {
  return createHash('sha256')
    .update(JSON.stringify(normalize(query)))
    .digest('base64url')
    .slice(0, 12)
}

/**
 * A list, which cursors name, at a version of the store. A cursor is JSON in base64url: the fingerprint of its list, the
 * number and the beginning of the stamp of the version, and the values by which the list is sorted.
 */
export interface CursorList {
  readonly list: string
  readonly at: Version
}

const stampLength = 8

export const encodeCursor = ({ list, at }: CursorList, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([list, at.version, at.stamp.slice(0, stampLength), ...values])).toString('base64url')

export function versionOfCursor(cursor: string): Version | null {
  const [, version, stamp] = parseCursor(cursor) ?? []
  return typeof version === 'number' && typeof stamp === 'string' && isVersion(version, stamp)
    ? { version, stamp }
    : null
}

const isVersion = (version: number, stamp: string): boolean =>
  Number.isInteger(version) && version >= 0 && version < 2 ** 31 && /^[0-9a-f]{8}$/.test(stamp)

/** Returns the `length` values of a cursor; throws INVALID_CURSOR if it is malformed or of another list. */
export function decodeCursor(cursor: string, { list, at }: CursorList, length: number): readonly CursorValue[] {
  const version = versionOfCursor(cursor)
  const [of, , , ...values] = parseCursor(cursor) ?? []
  if (version === null || typeof of !== 'string') throw malformedCursor(cursor)
  if (of !== list)
    throw new Refusal(
      'INVALID_CURSOR',
      'This cursor belongs to a list with another order or filter. Start again without a cursor.',
    )
  if (version.version !== at.version || !at.stamp.startsWith(version.stamp)) throw otherVersion(version)
  if (values.length !== length) throw malformedCursor(cursor)
  return values
}

export const otherVersion = ({ version }: Version): Refusal =>
  new Refusal(
    'INVALID_CURSOR',
    `This cursor belongs to version ${version} of the store, which cannot be read here. Start again without a cursor.`,
  )

function parseCursor(cursor: string): readonly CursorValue[] | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(content) && content.every(isCursorValue) ? content : null
  } catch {
    return null
  }
}

export const malformedCursor = (cursor: string): Refusal =>
  new Refusal('INVALID_CURSOR', `"${excerpt(cursor)}" is not a cursor. Use a value of endCursor or startCursor.`)

const isCursorValue = (value: unknown): value is CursorValue =>
  // PostgreSQL rejects NUL and unpaired surrogates.

  value === null || typeof value === 'number' || (typeof value === 'string' && textFault(value, 'content') === null)

function normalize(value: unknown): unknown {
  if (value instanceof Decimal) return value.toFixed()
  if (Array.isArray(value)) return value.map(normalize)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each != null)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, normalize(each)]))
}
