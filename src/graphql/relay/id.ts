import { excerpt } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'

/** An opaque id, from a type's name and the natural key of one of its records: the same in every store that has it. */
export const encodeId = (type: string, ...key: readonly string[]): string =>
  Buffer.from(JSON.stringify([type, ...key])).toString('base64url')

/** The type's name and natural key of an id; BAD_USER_INPUT where it is none. */
export function decodeId(id: string): readonly string[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(id, 'base64url').toString())
    if (Array.isArray(content) && content.length > 1 && content.every((part) => typeof part === 'string'))
      return content
  } catch {
    // not ours either
  }
  throw new Refusal('BAD_USER_INPUT', `"${excerpt(id)}" is not an id: pass on what a field id gave.`)
}
