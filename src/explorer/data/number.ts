import type { Language } from './state.js'

const minus = '−'

/**
 * Matches a decimal string of the API. This module converts text to text, without binary floats, except in `pixels`.
 */
const plain = /^(-?)(\d+)(?:\.(\d+))?$/

export function grouped(decimal: string): string {
  const [sign, whole, fraction] = partsOf(decimal)
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign === '' ? '' : minus}${thousands}${fraction === '' ? '' : `.${fraction}`}`
}

/** Rounds half away from zero, and pads with zeros to the given number of decimal places. */
export function rounded(decimal: string, places: number): string {
  const [sign, whole, fraction] = partsOf(decimal)
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n
  const digits = String(kept + up).padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return /[1-9]/.test(text) ? sign + text : text
}

export const padded = (decimal: string, places: number): string =>
  partsOf(decimal)[2].length < places ? rounded(decimal, places) : decimal

/** Returns printed year-on-year growth with its printed decimals: 5 becomes 5.0. Returns null if none was printed. */
export function printedGrowth({ yoyChange, changes }: Growing): string | null {
  const decimals = changes.find(({ isYearOnYear }) => isYearOnYear)?.decimals ?? 0
  return yoyChange === null ? null : padded(yoyChange, decimals)
}

interface Growing {
  readonly yoyChange: string | null
  readonly changes: readonly { readonly decimals: number; readonly isYearOnYear: boolean }[]
}

export const signed = (decimal: string): string => (/^-|^[0.]+$/.test(decimal) ? '' : '+') + grouped(decimal)

/** Rounds a fraction to a number of significant digits; the integer part stays complete. */
export function brief(decimal: string, significant: number): string {
  const [, whole, fraction] = partsOf(decimal)
  const before = whole.replace(/^0+/, '').length
  const leading = before > 0 ? 0 : (/^0*/.exec(fraction)?.[0].length ?? 0)
  const places = Math.max(0, before > 0 ? significant - before : leading + significant)
  return fraction.length > places ? rounded(decimal, places) : decimal
}

export function scaled(decimal: string, exponent: number): string {
  const [sign, whole, fraction] = partsOf(decimal)
  const digits = whole + fraction
  const point = whole.length + exponent
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const shorter = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(at).replace(/0+$/, '')
  const text = rest === '' ? shorter : `${shorter}.${rest}`
  return text === '0' ? text : sign + text
}

export const pixels = (decimal: string): number => Number(decimal)
export const numberAt = (decimal: string | null): number | null => (decimal === null ? null : pixels(decimal))

function partsOf(decimal: string): [sign: string, whole: string, fraction: string] {
  const parts = plain.exec(decimal)
  if (parts === null) throw new Error(`"${decimal}" is not a decimal.`)
  return [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
}

/** Adds decimals exactly, with as many decimal places as the longest of them. */
export function sum(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map((each) => partsOf(each)[2].length))
  const total = decimals.reduce((before, each) => before + units(each, places), 0n)
  const digits = String(total < 0n ? -total : total).padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return total < 0n ? `-${text}` : text
}

export const negated = (decimal: string): string =>
  decimal.startsWith('-') ? decimal.slice(1) : /[1-9]/.test(decimal) ? `-${decimal}` : decimal

export function compare(one: string, other: string): number {
  const difference = sum([one, negated(other)])
  return difference.startsWith('-') ? -1 : /[1-9]/.test(difference) ? 1 : 0
}

/** Returns decimals in percent of their average, with one decimal place; null where there is none. */
export function percentsOfMean(decimals: readonly (string | null)[]): (string | null)[] {
  const places = Math.max(0, ...decimals.map((each) => (each === null ? 0 : partsOf(each)[2].length)))
  const numbers = decimals.map((each) => (each === null ? null : units(each, places)))
  const known = numbers.filter((number) => number !== null)
  const total = known.reduce((before, number) => before + number, 0n)
  return numbers.map((number) => {
    if (number === null || total === 0n) return null
    return rounded(scaled(String((number * BigInt(known.length) * 10_000n) / total), -2), 1)
  })
}

function units(decimal: string, places: number): bigint {
  const [sign, whole, fraction] = partsOf(decimal)
  const number = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '' ? number : -number
}

/** Returns the change in percent, rounded to decimal places; null if the base is not above zero. */
export function percentChange(now: string, before: string, places: number): string | null {
  const longest = Math.max(...[now, before].map((each) => partsOf(each)[2].length))
  const [after, base] = [units(now, longest), units(before, longest)]
  if (base <= 0n) return null
  const scale = 10n ** BigInt(places + 3)
  return rounded(scaled(String(((after - base) * scale) / base), -places - 1), places)
}

interface Amount {
  readonly number: string
  readonly power: number
}

/** The powers of ten that have a word: trillion, billion and million in English, 万亿, 亿 and 万 in Chinese. */
const powers = { en: [12, 9, 6], zh: [12, 8, 4] } as const

/** Scales a number of base units for reading, to some significant digits. */
export function amountOf(value: string, language: Language, significant: number): Amount {
  const [whole = ''] = value.replace('-', '').split('.')
  const power = powers[language].find((each) => whole.length > each) ?? 0
  return { number: grouped(brief(scaled(value, -power), significant)), power }
}

export const significantOf = (value: string): number => value.replace(/^[-0.]+|\./g, '').replace(/0+$/, '').length
