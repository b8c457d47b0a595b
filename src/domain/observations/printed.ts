import type { Change, Observation } from './observation.js'

export type PrintedChange = Change<string>

export interface PrintedObservation extends Omit<Observation, 'value' | 'changes' | 'share' | 'shareChange'> {
  readonly value: string | null
  readonly changes: readonly PrintedChange[]
  readonly share: string | null
  readonly shareChange: string | null
  readonly dataset: string
  readonly release: string
}

/**
 * Multiplies a plain decimal by 10^places by moving its point, with `decimals` decimal places; throws if digits would
 * be lost.
 */
export function shiftPoint(text: string, places: number, decimals: number): string {
  const negative = text.charCodeAt(0) === 45
  const from = negative ? 1 : 0
  const found = text.indexOf('.', from)
  const cut = text.length + places
  // Most numbers are whole and printed in a larger unit.
  const isUsual = found < 0 && places <= -decimals && cut > from && text.charCodeAt(from) !== 48
  if (isUsual && areZeros(text, cut + decimals))
    return decimals === 0 ? text.slice(0, cut) : `${text.slice(0, cut)}.${text.slice(cut, cut + decimals)}`
  const whole = found < 0 ? text.slice(from) : text.slice(from, found)
  const digits = found < 0 ? whole : whole + text.slice(found + 1)
  const point = whole.length + places
  let before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  if (before.charCodeAt(0) === 48) before = before.replace(/^0+(?=\d)/, '')
  let after = point >= digits.length ? '' : point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  if (after.length > decimals) {
    if (!areZeros(after, decimals))
      throw new Error(`${text} by 10^${places} has more digits than ${decimals} decimals allow`)
    after = after.slice(0, decimals)
  } else if (after.length < decimals) after = after.padEnd(decimals, '0')
  const number = decimals === 0 ? before : `${before}.${after}`
  return negative && /[1-9]/.test(number) ? `-${number}` : number
}

function areZeros(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (text.charCodeAt(at) !== 48) return false
  return true
}

export function significantDigits(text: string): number {
  let count = 0
  let zeros = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 48) zeros += count > 0 ? 1 : 0
    else if (code > 48 && code <= 57) {
      count += zeros + 1
      zeros = 0
    }
  }
  return count
}

export interface Digits {
  readonly whole: number
  readonly decimals: number
}
