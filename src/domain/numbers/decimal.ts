import { Decimal as Base } from 'decimal.js'
import { Refusal } from '../../errors.js'
import { excerpt, textBounds } from '../input-bounds.js'

/** Computes exactly: no exponents in texts, sums and products exact to 120 digits, rounding half away from zero. */
export const Decimal = Base.clone({
  precision: 120,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
export type Decimal = Base

export interface Printed {
  readonly value: Decimal
  readonly canonical?: CanonicalText
  readonly decimals: number
}

/** A number without exponent, trailing zeros and "-0". */
export type CanonicalText = string & { readonly [canonicalText]: true }
declare const canonicalText: unique symbol

const maxDigits = 38
// Keeps the ends of a printed interval, one digit longer than the text, within the precision above.
const maxLength = textBounds.number.most
const plain = /^[+-]?\d+(?:\.\d+)?$/
export const zero = new Decimal(0)
export const hundred = new Decimal(100)
const powers = Array.from({ length: 241 }, (_, index) => new Decimal(`1e${index - 120}`))

/** Parses plain decimal notation of at most 38 significant digits; throws BAD_USER_INPUT for anything else. */
export function parseDecimal(text: string): Decimal {
  if (text.length > maxLength)
    throw new Refusal(
      'BAD_USER_INPUT',
      `A number has at most ${maxDigits} significant digits and ${maxLength} characters, not ${text.length}.`,
    )
  if (!plain.test(text))
    throw new Refusal(
      'BAD_USER_INPUT',
      `"${excerpt(text)}" is not a decimal number: write digits only, with a point before a fraction, like 41760.5 or -0.3.`,
    )
  const value = new Decimal(text)
  if (text.length > maxDigits && value.precision(true) > maxDigits)
    throw new Refusal(
      'BAD_USER_INPUT',
      `${text} has ${value.precision(true)} significant digits: a number has at most ${maxDigits}.`,
    )
  return value.isZero() ? zero : value
}

export const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)

export const printed = (text: string): Printed => ({ value: parseDecimal(text), decimals: decimalsOf(text) })

export function printedText({ value, decimals }: Printed): string {
  const text = value.toFixed(Math.max(0, decimals))
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

export const canonical = (value: Decimal): CanonicalText => value.toFixed() as CanonicalText

export function canonicalTimes(value: Decimal, exponent: number): string {
  const text = canonical(value)
  const zeros = exponent - decimalsOf(text)
  if (zeros < 0 || /^-?0/.test(text)) return canonical(value.times(powerOfTen(exponent)))
  return text.replace('.', '') + '0'.repeat(zeros)
}

/** The precision of quotients exceeds the 12 digits that are output, so that rounding them is exact. */
const Quotient = Base.clone({ precision: 64, rounding: Base.ROUND_HALF_UP })

export const divide = (a: Decimal, b: Decimal): Decimal => new Decimal(Quotient.div(a, b))

export const halfOf = (exponent: number): Decimal => new Decimal(`5e${exponent - 1}`)

export const powerOfTen = (exponent: number): Decimal => powers[exponent + 120] ?? new Decimal(`1e${exponent}`)
