import { createHash } from 'node:crypto'
import { excerpt, textBounds } from '../input-bounds.js'

const codePattern = /^[\p{L}\p{M}\p{N}_]+$/u
const notOfCode = /[^\p{L}\p{M}\p{N}_]/gu
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const ascii = /^\w*$/
const { most } = textBounds.code

/**
 * The one spelling of a code: Unicode's normal form KC, in which composed and decomposed letters, and full-width and
 * usual ones, are the same. Codes are stored and compared in it.
 */
export const codeText = (text: string): string => (ascii.test(text) ? text : text.normalize('NFKC'))

/** Codes are letters of any script, digits and `_`, 100 at most, in the form of `codeText`, all of them visible. */
export const isCode = (text: string): boolean =>
  text.length <= most &&
  codePattern.test(text) &&
  (ascii.test(text) || (codeText(text) === text && !ignorable.test(text)))

/** The characters of a code, as messages name them. */
export const codeRule = `write letters, digits and "_" only, at most ${most}`

/**
 * A code made from a label: the label in the form of `codeText`, every other character as `_`, so that it is the same in
 * every store. One that would be too long ends with a digest of the label, so that no other label has it.
 */
export function codeFrom(label: string): string {
  const code = codeText(label)
    .replace(notOfCode, '_')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '_')
  if (code.length <= most) return code
  const letters = [...code]
  let begin = ''
  for (const letter of letters) {
    if (begin.length + letter.length > most - digestLength - 1) break
    begin += letter
  }
  return `${begin}_${createHash('sha256').update(codeText(label)).digest('hex').slice(0, digestLength)}`
}

const digestLength = 10

/**
 * What is wrong with a label that holds a character that no reader sees, as it would make another category of what looks
 * the same; null where it holds none. Those that join letters or keep them apart belong to some scripts.
 */
export function unseenFault(label: string): string | null {
  const [found] = unseenInLabel.exec(label) ?? []
  if (found === undefined) return null
  const point = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `"${excerpt(label, 100)}" holds a character that is not seen, U+${point}: take it out.`
}

const unseenInLabel =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\u115F\u1160\uFFA0\uFEFF]/u
