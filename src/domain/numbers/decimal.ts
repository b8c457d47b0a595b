import { Decimal as Base } from 'decimal.js'
import { Refusal } from '../../errors.js'
import { excerpt, textBounds } from '../input-bounds.js'

/** Exact decimals: never an exponent in text, sums and products exact to 120 digits, half rounded away from zero. */
export const Decimal = Base.clone({
  precision: 120,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
/** An exact decimal, never changed once made. */
export type Decimal = Base

/** A number with the digits after its point as they were printed, so that 5.0 is not 5. */
export interface Printed {
  readonly value: Decimal
  readonly decimals: number
}

const maxDigits = 38
// Also keeps both ends of a printed interval, one digit longer than the text, well within the precision above.
const maxLength = textBounds.number.most
const plain = /^[+-]?\d+(?:\.\d+)?$/
const zero = new Decimal(0)
const powers = Array.from({ length: 241 }, (_, index) => new Decimal(`1e${index - 120}`))

/**
 * An exact number from plain decimal notation, of at most 38 significant digits; "-0" is 0. BAD_USER_INPUT for
 * exponents, separators, spaces, a point without digits on both sides, and everything else that is not a number.
 */
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

/** Digits after the point as written: "5.0" has 1, "12" has 0. */
export const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)

/** A number with the digits after its point as written; refuses what `parseDecimal` refuses. */
export const printed = (text: string): Printed => ({ value: parseDecimal(text), decimals: decimalsOf(text) })

/** The number with the digits after its point that were printed ("5.0"), or none where `decimals` is negative. */
export function printedText({ value, decimals }: Printed): string {
  const text = value.toFixed(Math.max(0, decimals))
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

/** The one text of a number: no exponent, no trailing zeros after the point, no "-0". */
export const canonical = (value: Decimal): string => value.toFixed()

/** The canonical text of a number times 10^exponent: without a product where the point only moves behind the last digit. */
export function canonicalTimes(value: Decimal, exponent: number): string {
  const text = canonical(value)
  const zeros = exponent - decimalsOf(text)
  if (zeros < 0 || /^-?0/.test(text)) return canonical(value.times(powerOfTen(exponent)))
  return text.replace('.', '') + '0'.repeat(zeros)
}

/** Digits of a quotient: those that are given out are 12, and no quotient of numbers of 38 comes nearer to one of 12 than this. */
const Quotient = Base.clone({ precision: 64, rounding: Base.ROUND_HALF_UP })

/** A quotient, of 64 significant digits. */
export const divide = (a: Decimal, b: Decimal): Decimal => new Decimal(Quotient.div(a, b))

/** Half of 10^exponent, exact. */
export const halfOf = (exponent: number): Decimal => new Decimal(`5e${exponent - 1}`)

/** 10^exponent, exact; made once for every exponent in use, as each conversion needs one. */
export const powerOfTen = (exponent: number): Decimal => powers[exponent + 120] ?? new Decimal(`1e${exponent}`)
