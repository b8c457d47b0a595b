import { createHash } from 'node:crypto'
import { excerpt, isBlank, textBounds } from '../input-bounds.js'

const codePattern = /^[\p{L}\p{M}\p{N}_]+$/u
const notOfCode = /[^\p{L}\p{M}\p{N}_]/gu
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const ascii = /^[ -~]*$/
const { most } = textBounds.code

/**
 * Returns a code in normal form KC, in which composed and full-width letters equal their usual forms. Codes are stored
 * and compared in it.
 */
export const codeText = (text: string): string => (ascii.test(text) ? text : text.normalize('NFKC'))

export const isCode = (text: string): boolean =>
  text.length <= most &&
  codePattern.test(text) &&
  (ascii.test(text) || (codeText(text) === text && !ignorable.test(text)))

export const codeRule = `write letters, digits and "_" only, at most ${most}`

/**
 * Makes a code from a label, the same in every store. A code that would be too long ends with a digest of the label.
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
 * Returns the fault of a label with an invisible character, which would look like another label; null if it has none.
 * Characters that join or separate letters are allowed between others, as some scripts need them.
 */
export function unseenFault(label: string): string | null {
  const [found] = unseenInLabel.exec(label) ?? (isBlank(label) ? ignorable.exec(label) : null) ?? []
  if (found === undefined) return null
  const point = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `"${excerpt(label, 100)}" contains the invisible character U+${point}: remove it.`
}

const unseenInLabel =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\u115F\u1160\uFFA0\uFEFF]/u
