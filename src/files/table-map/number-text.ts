import { excerpt } from '../../domain/input-bounds.js'
import { refuse } from '../../errors.js'
import type { TableMap } from './map.js'

export function unmarked(
  text: string,
  marks: Readonly<Record<string, unknown>> = {},
): readonly [string, string | null] {
  const found = Object.keys(marks).filter((mark) => text.endsWith(mark) && /\d/.test(text.slice(0, -mark.length)))
  const [mark] = found.sort((a, b) => b.length - a.length)
  return mark === undefined ? [text, null] : [text.slice(0, -mark.length).trimEnd(), mark]
}

type NumberMarks = Pick<TableMap, 'thousands' | 'decimalMark'>

export const decimalMarkOf = ({ thousands, decimalMark }: NumberMarks): string =>
  decimalMark ?? (thousands === '.' ? ',' : '.')

/** Rewrites a printed number with a decimal point only. The number parser refuses a text that is no number. */
export function plainNumber(text: string, marks: NumberMarks): string {
  const shown = `"${excerpt(text)}"`
  if (/^\(.*\d.*\)$/.test(text) || /^[–—―]\s?\d/.test(text))
    return refuse(`${shown} may be negative, or have a mark. Write a negative number like -150.`)
  const signed = text.replace(/^\u2212/, '-')
  const { thousands } = marks
  const spaced =
    thousands === ' ' ? signed.replace(narrowSpaces, ' ') : thousands === "'" ? signed.replaceAll('’', "'") : signed
  const decimalMark = decimalMarkOf(marks)
  const [whole = '', ...fractions] = spaced.split(decimalMark)
  const digits = thousands === undefined ? whole : whole.replaceAll(thousands, '')
  if (digits !== whole && !isGrouped(whole, thousands ?? ''))
    return refuse(
      `${shown} is not a decimal number: "${thousands}" does not stand between groups of three digits. Correct "thousands" and "decimalMark" in the map.`,
    )
  if (decimalMark === ',' && (digits.includes('.') || fractions.some((part) => part.includes('.'))))
    return refuse(
      `${shown} is not a decimal number: its point is not the decimal mark of the map. Correct "thousands" and "decimalMark" in the map.`,
    )
  return [digits, ...fractions].join('.')
}

/** Recognises a number in any notation, with at most two letters or signs after it. */
export const isLikeNumber = (text: string): boolean =>
  /^[(+\-\u2212–]?\d{1,100}(?:[ ,.'’\u00a0\u2009\u202f]\d{3})*(?:[.,]\d{1,100})?\D{0,3}$/.test(text.slice(0, 201))

const narrowSpaces = /[\u00a0\u2009\u202f]/g

export const hasOtherSpaces = (text: string, { thousands }: NumberMarks): boolean =>
  thousands === ' ' && text.search(narrowSpaces) > 0 && /\d/.test(text)

/**
 * Recognises groups of three digits, the first of which may be shorter and has no leading zero: 0,925 is a fraction.
 */
function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...others] = text.replace(/^[+-]/, '').split(separator)
  return /^[1-9]\d{0,2}$/.test(first) && others.every((each) => /^\d{3}$/.test(each))
}
