import { excerpt } from '../../domain/input-bounds.js'
import { nearest } from '../../domain/text/nearest.js'
import { Refusal } from '../../errors.js'

/** The refusal of a release that is neither stored nor was refused. */
export function unknownRelease(code: string, codes: readonly string[]): Refusal {
  const alike = nearest(code, codes)
  const advice = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ''
  return new Refusal('NOT_FOUND', `No release "${excerpt(code, 100)}" is stored or was refused.${advice}`)
}
