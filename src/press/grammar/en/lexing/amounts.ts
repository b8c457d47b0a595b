import { type Item, item } from '../../../items.js'
import type { Span } from '../../../source.js'
import { entriesOf } from '../../entries.js'
import { prefixes, suffixes } from './money.js'
import { ones, tens } from './patterns.js'
import { counters, scaledCurrencies } from './units.js'

const exponents: Readonly<Record<string, number>> = {
  'hundred million': 8,
  'hundred billion': 11,
  'lakh crore': 12,
  'lakh crores': 12,
  crore: 7,
  crores: 7,
  lakh: 5,
  lakhs: 5,
  trillion: 12,
  trilion: 12,
  trillon: 12,
  trln: 12,
  trn: 12,
  tn: 12,
  T: 12,
  t: 12,
  billion: 9,
  bilion: 9,
  billon: 9,
  mrd: 9,
  bln: 9,
  bn: 9,
  B: 9,
  b: 9,
  million: 6,
  milion: 6,
  millon: 6,
  mio: 6,
  mln: 6,
  mn: 6,
  mil: 6,
  mill: 6,
  mm: 6,
  bil: 9,
  M: 6,
  m: 6,
  thousand: 3,
  k: 3, // biome-ignore format: two lines
}

/** Reads "14 billion 480 million dollars". */
export function compound(
  { digits = '', first = '', large, rest = '', scale, suffix }: Groups,
  span: Span,
): Item | null {
  const exponent = exponents[scaleKey(scale)] ?? 0
  if ((exponents[scaleKey(large)] ?? 0) !== exponent + 3) return null
  const [whole = '', fraction] = rest.split('.')
  return item('AMOUNT', span, {
    digits: { start: span.start, end: span.start + digits.length },
    value: `${first}${whole.padStart(3, '0')}${fraction === undefined ? '' : `.${fraction}`}`,
    measure: measureOf(ofSuffix, suffix),
    exponent,
  })
}

type Groups = Readonly<Record<string, string | undefined>>

export function numeric(name: string, { 0: all, groups = {} }: RegExpExecArray, span: Span): Item | null {
  const digits = groups['digits'] ?? ''
  const from =
    span.start +
    all.indexOf(digits, groups['prefix'] === undefined ? 0 : all.indexOf(groups['prefix']) + groups['prefix'].length)
  const mark = groups['sign'] ?? groups['sign0'] ?? groups['sign1']
  const sign = mark === undefined ? 0 : mark === '+' ? 1 : -1
  const base = { digits: { start: from, end: from + digits.length }, value: plainOf(digits), sign } as const
  if (name === 'points') return item('POINTS', span, base)
  if (name === 'percent') return item('PERCENT', span, base)
  const symbol = measureOf(ofPrefix, groups['prefix'])
  const currency = symbol === null || symbol === 'DOLLAR' ? (measureOf(ofSuffix, groups['suffix']) ?? symbol) : symbol
  const counter = groups['counter'] === undefined ? undefined : counterOf(groups['counter'])
  const isWord = !/\d/.test(digits)
  if (isWord && groups['scale'] === undefined && counter !== undefined) return null
  return item('AMOUNT', span, {
    ...base,
    measure: currency ?? counter?.[1] ?? null,
    exponent: (exponents[scaleKey(groups['scale'] ?? groups['ahead'])] ?? 0) + (counter?.[2] ?? 0),
  })
}

/** Reads an amount behind which scale and currency are one: "3,655 MD". */
export function scaledMoney(name: string, found: RegExpExecArray, span: Span): Item | null {
  const [, measure = null, exponent = 0] = scaledCurrencyOf(found.groups?.['suffix'] ?? '') ?? []
  const amount = numeric(name, found, span)
  return amount && { ...amount, measure, exponent }
}

const scaleKey = (text = ''): string => (text.length > 1 ? text.toLowerCase().replace(/(?<=ion|and)s$/, '') : text)

const counterOf = entriesOf(counters)
const scaledCurrencyOf = entriesOf(scaledCurrencies)
const ofPrefix = entriesOf(prefixes)
const ofSuffix = entriesOf(suffixes)

// What stands before the numbers of an interval may be no currency.
export const areCurrencies = (groups: Groups = {}): boolean =>
  ['prefix', 'prefix1', 'prefix2'].every(
    (name) => groups[name] === undefined || measureOf(ofPrefix, groups[name]) !== null,
  )

/** Returns an amount's span with the currency behind it: "5-6 billion" of "5-6 billion US dollars". */
export function withCurrency({ start, end }: Span, text: string): Span {
  const words = /^[- ](?:[\p{sc=Latn}$.'’]+(?: |$)?){1,4}/u.exec(text.slice(end, end + 60))?.[0].trimEnd() ?? ''
  for (let length = words.length; length > 1; length = words.lastIndexOf(' ', length - 1))
    if (measureOf(ofSuffix, words.slice(1, length)) !== null) return { start, end: end + length }
  return { start, end }
}

const measureOf = (find: typeof ofPrefix, words: string | undefined): string | null =>
  words === undefined ? null : find(words)?.[1] || null

const small_: readonly string[] = ones.split('|')
const tens_: readonly string[] = tens.split('|')

export function numberOf(words: string): number {
  const text = words.toLowerCase()
  if (/^\d+$/.test(text)) return Number(text)
  const [ten = '', one = ''] = text.split('-')
  if (tens_.includes(ten)) return 20 + 10 * tens_.indexOf(ten) + Math.max(0, small_.indexOf(one))
  return Math.max(0, small_.indexOf(text))
}

export function plainOf(digits: string): string {
  if (/^[\d., ]+$/u.test(digits)) return digits.replace(/[ ,]/g, '').replace(/^\./, '0.')
  const [whole = '', ...places] = digits
    .toLowerCase()
    .split(/[- ]?point[- ]|[- ](?=(?:zero|one|two|three|four|five|six|seven|eight|nine)$)/u)
  const isTens = tens_.includes(whole) && places.length === 1 && !/point/.test(digits)
  if (isTens) return String(numberOf(`${whole}-${places[0]}`))
  const fraction = places.map((place) => numberOf(place)).join('')
  return `${numberOf(whole)}${fraction === '' ? '' : `.${fraction}`}`
}
