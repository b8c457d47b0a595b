import { createHash } from 'node:crypto'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { Refusal } from '../../errors.js'
import type { CursorValue } from '../sql/order.js'

/** Returns a digest of a list's filter, scope and order, independent of the order of object fields. */
export function fingerprint(query: object): string {
  return createHash('sha256')
    .update(JSON.stringify(normalize(query)))
    .digest('base64url')
    .slice(0, 12)
}

export const encodeCursor = (list: string, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url')

/** Returns the `length` values of a cursor; throws INVALID_CURSOR if it is malformed or of another list. */
export function decodeCursor(cursor: string, list: string, length: number): readonly CursorValue[] {
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw malformedCursor(cursor)
  }
  if (!Array.isArray(content) || !content.every(isCursorValue) || typeof content[0] !== 'string')
    throw malformedCursor(cursor)
  const [of, ...values] = content
  if (of !== list)
    throw new Refusal(
      'INVALID_CURSOR',
      'This cursor belongs to a list with another order or filter. Start again without a cursor.',
    )
  if (values.length !== length) throw malformedCursor(cursor)
  return values
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
