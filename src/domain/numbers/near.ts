import type { CanonicalText, Decimal } from './decimal.js'

// Quotients as doubles, in place of Decimals where the error of a double cannot change a digit of the output. Each
// function states its error in units of `u`, the largest relative error of one rounded operation.

const u = 2 ** -53
const tens = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent) // all of them exact

/** A number: `digits`, a whole number below 2^53, with `places` of them after the point; negative places are zeros. */
export interface Scaled {
  readonly digits: number
  readonly places: number
}

/** Returns a Decimal as a whole double, or null from 2^53 on. */
export function scaled({ d: words, e, s }: Decimal): Scaled | null {
  if (words === null || words.length > 3) return null
  const digits = words.reduce((sum, word) => sum * 1e7 + word, 0)
  return digits < 2 ** 53 ? { digits: s * digits, places: 7 * (words.length - 1 - Math.floor(e / 7)) } : null
}

export function scaledText(text: string): Scaled | null {
  const point = text.indexOf('.')
  const digits = Number(point < 0 ? text : text.slice(0, point) + text.slice(point + 1))
  return Math.abs(digits) < 2 ** 53 ? { digits, places: point < 0 ? 0 : text.length - point - 1 } : null
}

export function canonicalOver({ digits, places }: Scaled, exponent: number): CanonicalText {
  const after = places + exponent
  if (after === 0) return `${digits}` as CanonicalText
  if (digits === 0 || after <= 0) return `${digits}${digits === 0 ? '' : '0'.repeat(-after)}` as CanonicalText
  const text = `${Math.abs(digits)}`.padStart(after + 1, '0')
  const point = text.length - after
  let end = text.length
  while (end > point && text[end - 1] === '0') end -= 1
  const fraction = end > point ? `.${text.slice(point, end)}` : ''
  return `${digits < 0 ? '-' : ''}${text.slice(0, point)}${fraction}` as CanonicalText
}

/**
 * Returns true if the lower bound of a printed level is certainly above zero: the level is at least about one unit of its
 * last digit. `decimals` are the printed ones in the base unit.
 */
export const isSurelyPositive = ({ digits, places }: Scaled, decimals: number | null): boolean =>
  digits > (decimals === null ? 0 : 0.9 * (tens[places - decimals] ?? 10 ** (places - decimals)))

/** Returns `a` in percent of `b` with an error below 4 u; NaN for too many digits. */
export const nearPercentage = (a: Scaled, b: Scaled): number => ratio(a, b, false)

export const nearGrowth = (a: Scaled, b: Scaled): number => ratio(a, b, true)

function ratio(a: Scaled, b: Scaled, isGrowth: boolean): number {
  const shift = b.places - a.places
  const ten = tens[Math.abs(shift)] ?? Number.NaN
  const part = shift > 0 ? a.digits * ten : a.digits
  const whole = shift < 0 ? b.digits * ten : b.digits
  // A product that is 2^53 or more cannot be rounded to less, so that both are exact here.
  if (!(Math.abs(part) < 2 ** 53 && Math.abs(whole) < 2 ** 53)) return Number.NaN
  return ((isGrowth ? part - whole : part) / whole) * 100
}

const digits = 12
// The scaled number is below 2^40 and has an error of 5 u: that of `near` and that of the scaling.
const tieMargin = 2 ** 40 * 8 * u

/**
 * Returns a number with an error below 4 u rounded to 12 significant digits, half away from zero. Null if its error may
 * reach across a tie, and for numbers that a double would not print in plain notation.
 */
export function nearRounded(near: number): CanonicalText | null {
  const size = Math.abs(near)
  if (!(size >= 1e-6 && size < 1e15)) return null
  // Next to a power of ten the exponent may be off by one: either rounds to that power.
  const exponent = digits - 1 - Math.floor(Math.log10(size))
  const ten = tens[Math.abs(exponent)] ?? Number.NaN
  const shifted = exponent < 0 ? size / ten : size * ten
  const whole = Math.floor(shifted)
  const rest = shifted - whole
  if (!(Math.abs(rest - 0.5) > tieMargin)) return null
  const rounded = rest > 0.5 ? whole + 1 : whole
  // The shortest text of the nearest double to a number of up to 15 digits has the same digits.
  const number = exponent < 0 ? rounded * ten : rounded / ten
  return `${near < 0 ? -number : number}` as CanonicalText
}

/**
 * Returns true if a number with an error below 4 u certainly equals a printed one when it is rounded to its decimals;
 * `printed` has no more of them than that, and an error of at most 1 u.
 */
export function nearlyAgrees(near: number, printed: number, decimals: number): boolean {
  const ten = tens[decimals] ?? Number.NaN
  const error = 8 * u * (Math.abs(near) + Math.abs(printed))
  return (Math.abs(near - printed) + error) * ten < 0.5
}
