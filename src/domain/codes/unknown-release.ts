import { type ErrorCode, Refusal } from '../../errors.js'
import { excerpt } from '../input-bounds.js'
import { nearest } from '../text/nearest.js'

export const unknownRelease = (
  code: string,
  codes: Iterable<string>,
  refusal: Extract<ErrorCode, 'UNKNOWN_CODE' | 'NOT_FOUND'> = 'UNKNOWN_CODE',
): Refusal => new Refusal(refusal, `There is no release "${excerpt(code, 100)}".`, () => nearest(code, [...codes]))
