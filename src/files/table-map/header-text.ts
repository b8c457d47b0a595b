import { listBounds, textBounds } from '../../domain/input-bounds.js'
import { memoizeByText } from '../../lib/memo.js'
import { monthNamesAt } from './month-names.js'

/** Normalises a header text for comparison: without spaces and case, with characters of one width and western years. */
export const plain = (text: string): string => westernYears(text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase())

export const westernYears = (text: string): string =>
  text.replace(
    japaneseYear,
    (_, era: string, year: string) => `${(eras[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`,
  )

/** The years before the first ones of Japanese eras. */
const eras: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 }
const japaneseYear = /(明治|大正|昭和|平成|令和)(元|\d{1,2})年/gu

export type Captures = Readonly<Partial<Record<Captured, string>>>
type Captured = 'year' | 'month' | 'quarter' | 'number' | 'mark'

/**
 * Matches a text with one of several expected texts. Returns the year, month and number that it contains, null without a
 * match. The time is at most proportional to the product of both lengths, unlike that of regular expressions.
 */
export function matched(text: string, expected: string | readonly string[]): Captures | null {
  const normalised = text.length > longest ? '' : plain(text)
  // Normalisation can expand one character to many.
  if (text.length > longest || normalised.length > longest) return null
  for (const pattern of typeof expected === 'string' ? [expected] : expected) {
    const found = matchOf(patternOf(pattern), normalised)
    if (found !== null) return found
  }
  return null
}

const longest = textBounds.name.most

const names = [
  'year',
  'yy',
  'month',
  'monthName',
  'monthRoman',
  'quarter',
  'quarterRoman',
  'number',
  'mark',
  'words',
] as const
type Name = (typeof names)[number]

type Part = { readonly literal: string } | { readonly name: Name }

const placeholders = names.map((name) => `{${name}}`)

export const unknownPlaceholders = (text: string): string[] =>
  (text.match(/\{[^{}]*\}/g) ?? []).filter((found) => !placeholders.includes(found))

export const countPlaceholders = (text: string): number => patternOf(text).filter((part) => 'name' in part).length

export const placeholderNames = placeholders.join(', ')

const nameOfPlaceholder = new RegExp(`\\{(${names.join('|')})\\}`)

const patternOf = memoizeByText(
  (text): readonly Part[] =>
    text.split(nameOfPlaceholder).flatMap((part, index): Part[] => {
      if (index % 2 === 1) return [{ name: part as Name }]
      const literal = plain(part)
      return literal === '' ? [] : [{ literal }]
    }),
  listBounds.columns,
)

/**
 * Matches from left to right, with each {words} as short as possible. The rest of a match depends only on the position,
 * and on the value of placeholders that occur twice, so each such state is tried once.
 */
function matchOf(parts: readonly Part[], text: string): Captures | null {
  const twice = names.filter((name) => parts.filter((part) => 'name' in part && part.name === name).length > 1)
  const tried = new Set<string>()
  const from = (index: number, at: number, captures: Captures): Captures | null => {
    const part = parts[index]
    if (part === undefined) return at === text.length ? captures : null
    if ('literal' in part)
      return text.startsWith(part.literal, at) ? from(index + 1, at + part.literal.length, captures) : null
    const { name } = part
    const place = [index, at, ...twice.map((each) => (each === 'words' ? '' : captures[keyOf(each)]))].join()
    // Only texts crafted for it reach this limit.
    if (tried.has(place) || tried.size === maxStates) return null
    tried.add(place)
    if (name === 'words')
      return from(index + 1, at, captures) ?? (at < text.length ? from(index, at + 1, captures) : null)
    const key = keyOf(name)
    for (const { length, value } of foundAt(name, text, at)) {
      const before = captures[key]
      // The month of "03. March" is stated twice, in two forms.
      const isNumeric = key === 'month' && !twice.includes(name)
      if (before !== undefined && (isNumeric ? Number(before) !== Number(value) : before !== value)) continue
      const whole = from(index + 1, at + length, { ...captures, [key]: value })
      if (whole !== null) return whole
    }
    return null
  }
  return from(0, 0, {})
}

const maxStates = 20_000

const keyOf = (name: Exclude<Name, 'words'>): Captured => keys[name] ?? (name as Captured)

const keys: Partial<Record<Name, Captured>> = {
  monthName: 'month',
  monthRoman: 'month',
  quarterRoman: 'quarter',
  yy: 'year',
}

interface Found {
  readonly length: number
  readonly value: string
}

function foundAt(name: Exclude<Name, 'words'>, text: string, at: number): Found[] {
  if (name === 'yy')
    return /^\d\d$/.test(text.slice(at, at + 2)) ? [{ length: 2, value: yearOf(text.slice(at, at + 2)) }] : []
  if (name === 'mark') return marksAt(text, at)
  if (name === 'monthRoman') return romansAt(text, at, 12)
  if (name === 'quarterRoman') return romansAt(text, at, 4)
  if (name !== 'monthName') return digitsAt(name, text, at).map((value) => ({ length: value.length, value }))
  return monthNamesAt(text, at).map(({ text: each, month }) => ({ length: each.length, value: month }))
}

function marksAt(text: string, at: number): Found[] {
  const most = /^\d/.test(text.slice(at)) ? 0 : Math.min(longestMark, text.length - at)
  return Array.from({ length: most + 1 }, (_, index) => ({
    length: most - index,
    value: text.slice(at, at + most - index),
  }))
}

export const longestMark = 20

const yearOf = (digits: string): string => `${Number(digits) < 70 ? 20 : 19}${digits}`

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

const romansAt = (text: string, at: number, most: number): Found[] =>
  romans
    .slice(0, most)
    .flatMap((roman, index) => (text.startsWith(roman, at) ? [{ length: roman.length, value: `${index + 1}` }] : []))
    .toSorted((a, b) => b.length - a.length)

function digitsAt(name: 'year' | 'month' | 'quarter' | 'number', text: string, at: number): string[] {
  if (name === 'quarter') return /^[1-4]$/.test(text.slice(at, at + 1)) ? [text.slice(at, at + 1)] : []
  if (name === 'year') return /^\d{4}$/.test(text.slice(at, at + 4)) ? [text.slice(at, at + 4)] : []
  if (name === 'month') {
    const [short, long] = [text.slice(at, at + 1), text.slice(at, at + 2)]
    return [...new Set([short, long])].filter((month) => /^([1-9]|0[1-9]|1[0-2])$/.test(month))
  }
  const [digits = ''] = /^\d{1,40}/.exec(text.slice(at, at + 40)) ?? []
  return Array.from(digits, (_, index) => digits.slice(0, digits.length - index))
}
