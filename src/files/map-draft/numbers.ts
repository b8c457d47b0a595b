import { mapSteps, type Steps } from '../../lib/steps.js'
import { placeholder } from '../maps/map-files.js'

const digits = String.raw`[+\-\u2212]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f,.'’]\d{3})+|\d+)(?:[.,]\d+)?`
const number = new RegExp(`^${digits}$`)
// The letters that offices put after figures, which are not those of units.
const letters = '(?:[a-fnpqrsuvzA-FPQRSU]{1,2}/?|Po)'
const marked = new RegExp(
  String.raw`^([(\[<>~≈$€£¥–—―±]{0,2}\s?)(${digits})\s?(${letters}|[*†‡§#\]¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\((?:${letters}|\d{1,2}|\*)\)|[)%％])?$`,
  'u',
)
const longest = 60

export const isNumber = (text: string): boolean => text.length <= longest && number.test(text)

interface MarkedNumber {
  readonly before: string
  readonly number: string
  readonly mark: string
}

/** Separates a number from what stands before and after it; null for a text without, and for a number alone. */
export function markedNumber(text: string): MarkedNumber | null {
  if (text.length > longest || number.test(text)) return null
  const [whole, before = '', found = '', mark = ''] = marked.exec(text) ?? []
  const isClosed = mark === ')' || mark === ']' ? /[([]/.test(before) : true
  return whole === undefined || !isClosed ? null : { before: before.trim(), number: found, mark }
}

// The marks that a map can name: not those that change the number, as in (150), $5 and 5%.
export const markOf = (text: string): string | null => {
  const found = markedNumber(text)
  return found === null || found.before !== '' || /^[)%％\]]?$/.test(found.mark) ? null : found.mark
}

interface NumberStyle {
  readonly thousands?: string
  readonly decimalMark?: string
  readonly guess: string | null
}

/** Determines the separators of columns of numbers, or asks; `isOfCommas` tells a file in which decimal commas are likely. */
export function* numberStyle(columns: readonly (readonly string[])[], isOfCommas = false): Steps<NumberStyle> {
  const numbersIn = (texts: readonly string[]) =>
    texts.map((text) => (markedNumber(text)?.number ?? text).replace(/^[+\-\u2212]/, '')).filter(isNumber)
  const printed = yield* mapSteps(columns, numbersIn, 1)
  const numbers = printed.flat()
  const space = numbers.some((text) => /\d[ \u00a0\u2009\u202f]\d/.test(text)) ? ' ' : null
  const other = space ?? (numbers.some((text) => /['’]/.test(text)) ? "'" : null)
  yield
  const comma = roleOf(',', numbers)
  yield
  const point = roleOf('.', numbers)
  yield
  const thousands = (separator: string, example: string): NumberStyle => ({
    thousands: separator,
    guess: `The thousands separator is ${separator === ' ' ? 'a space' : `"${separator}"`}, as in ${example}.`,
  })
  const isMixed = comma.example !== null && point.example !== null && other === null
  if (comma.isBoth || point.isBoth || (comma.isDecimal && point.isDecimal) || (isMixed && isOpen(comma, point)))
    return contradiction([comma, point].flatMap(({ example }) => example ?? []))
  if (comma.isDecimal) {
    const separator = point.example === null ? other : '.'
    const guess = `The decimal mark is ",", as in ${comma.example}.`
    return { ...(separator !== null && { thousands: separator }), decimalMark: ',', guess }
  }
  if (point.isThousands) return thousands('.', point.example ?? '')
  if (comma.example !== null && other === null) {
    const isProven = comma.isThousands || point.isDecimal || hasBeside(printed, ',', /^[1-9]\d{0,2}$/)
    return isProven ? thousands(',', comma.example) : question(',', comma.example, isOfCommas)
  }
  if (other !== null) {
    const example = numbers.find((text) => (other === ' ' ? /\d[ \u00a0\u2009\u202f]\d/ : /['’]/).test(text)) ?? ''
    return comma.example === null
      ? thousands(other, example)
      : { thousands: other, decimalMark: ',', guess: `The decimal mark is ",", as in ${comma.example}.` }
  }
  return point.example === null || point.isDecimal || hasBeside(printed, '.', /^\d{4,}$/)
    ? { guess: null }
    : question('.', point.example, isOfCommas)
}

const isOpen = (...roles: readonly Role[]): boolean =>
  roles.every(({ isThousands, isDecimal }) => !isThousands && !isDecimal)

/**
 * Tells numbers without a mark in a column with it: beside groups of thousands they are small, and beside fractions of
 * three digits long.
 */
const hasBeside = (columns: readonly (readonly string[])[], mark: string, without: RegExp): boolean =>
  columns.some((texts) => texts.some((text) => text.includes(mark)) && texts.some((text) => without.test(text)))

function question(mark: ',' | '.', example: string, isOfCommas: boolean): NumberStyle {
  const asked = `is ${example} a fraction or ${example.replace(mark, '')}?`
  const guess = mark === ',' ? 'Are commas decimals or thousands' : 'Are points thousands or decimals'
  if (mark === ',' && !isOfCommas) {
    const choice = `"," for thousands, or "decimalMark": "," in place of this key`
    return { thousands: placeholder(`${choice}: ${asked}`), guess: `${guess}: ${asked} Complete "thousands".` }
  }
  const choice =
    mark === ','
      ? '"," for decimal commas, or "." beside "thousands": ","'
      : '"." for decimal points, or "," beside "thousands": "."'
  return { decimalMark: placeholder(`${choice}: ${asked}`), guess: `${guess}: ${asked} Complete "decimalMark".` }
}

function contradiction(examples: readonly string[]): NumberStyle {
  const what = `numbers like ${examples.join(' and ')} contradict each other`
  return {
    decimalMark: placeholder(`"." for decimal points, or "," beside "thousands": ".": ${what}`),
    guess: `Separators are not clear: ${what}. Complete "decimalMark".`,
  }
}

interface Role {
  readonly example: string | null
  readonly isThousands: boolean
  readonly isDecimal: boolean
  readonly isBoth: boolean
}

/** Reads what numbers prove about a separator: one that repeats groups thousands, a leading zero or other groups do not. */
function roleOf(mark: string, numbers: readonly string[]): Role {
  const other = mark === ',' ? '.' : ','
  const having = numbers.filter((text) => text.includes(mark))
  const isLast = (text: string) => text.lastIndexOf(mark) > text.lastIndexOf(other)
  const isThousands = (text: string) => text.split(mark).length > 2 || (text.includes(other) && !isLast(text))
  const isDecimal = (text: string) =>
    !isThousands(text) && (text.includes(other) || !/^[1-9]\d{0,2}\D\d{3}$/.test(text))
  const [grouped, fraction] = [having.find(isThousands), having.find(isDecimal)]
  return {
    example: grouped ?? fraction ?? having[0] ?? null,
    isThousands: grouped !== undefined,
    isDecimal: fraction !== undefined,
    isBoth: grouped !== undefined && fraction !== undefined,
  }
}
