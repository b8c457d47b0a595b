import { createHash } from 'node:crypto'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { Refusal } from '../../errors.js'
import type { Mark } from '../sql/order.js'

/** What makes two lists the same list: their filter, scope and order, whatever the order of their fields. */
export function fingerprint(query: object): string {
  return createHash('sha256')
    .update(JSON.stringify(plain(query)))
    .digest('base64url')
    .slice(0, 12)
}

/** A place in a list, opaque to clients: the marks of the row that stands there, and which list it is a place in. */
export const encodeCursor = (list: string, marks: readonly Mark[]): string =>
  Buffer.from(JSON.stringify([list, ...marks])).toString('base64url')

/** The marks of a cursor; INVALID_CURSOR where it is malformed or of another order or filter. */
export function decodeCursor(cursor: string, list: string, length: number): readonly Mark[] {
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw malformed(cursor)
  }
  if (!Array.isArray(content) || !content.every(isMark) || typeof content[0] !== 'string') throw malformed(cursor)
  const [of, ...marks] = content
  if (of !== list)
    throw new Refusal(
      'INVALID_CURSOR',
      'This cursor belongs to a list with another order or filter: begin again without it.',
    )
  if (marks.length !== length) throw malformed(cursor)
  return marks
}

export const malformed = (cursor: string): Refusal =>
  new Refusal('INVALID_CURSOR', `"${excerpt(cursor)}" is not a cursor: pass on what endCursor or startCursor gave.`)

const isMark = (value: unknown): value is Mark =>
  // No text of the store holds a NUL or half a surrogate pair, and a statement that is given one fails.
  value === null || typeof value === 'number' || (typeof value === 'string' && textFault(value, 'content') === null)

function plain(value: unknown): unknown {
  if (value instanceof Decimal) return value.toFixed()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each != null)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]))
}
