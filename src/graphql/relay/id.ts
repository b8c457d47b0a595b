import { excerpt } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'

/** Returns the opaque id of a record, made from its type and natural key. */
export const encodeId = (type: string, ...key: readonly string[]): string =>
  Buffer.from(JSON.stringify([type, ...key])).toString('base64url')

/** Returns the type and natural key of an id. Throws BAD_USER_INPUT if it is malformed. */
export function decodeId(id: string): readonly string[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(id, 'base64url').toString())
    if (Array.isArray(content) && content.length > 1 && content.every((part) => typeof part === 'string'))
      return content
  } catch {
    // refused below
  }
  throw new Refusal('BAD_USER_INPUT', `"${excerpt(id)}" is not an id: pass a value returned by a field id.`)
}
