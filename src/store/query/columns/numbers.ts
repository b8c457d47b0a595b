import { Decimal } from '../../../domain/numbers/decimal.js'
import { type Scaled, scaledText } from '../../../domain/numbers/near.js'

const mostPlaces = 22 // powers of ten up to this are exact in a double
const powers = Array.from({ length: mostPlaces + 1 }, (_, index) => Number(`1e${index}`))

/** Returns the digits and places of a number in plain notation; null if it has too many of either. */
export function parsePlain(text: string): Scaled | null {
  const found = scaledText(text)
  return found === null || found.places > mostPlaces ? null : found
}

export function plainText(digits: number, places: number): string {
  if (places === 0) return `${digits}`
  const text = `${Math.abs(digits)}`.padStart(places + 1, '0')
  const at = text.length - places
  return `${digits < 0 ? '-' : ''}${text.slice(0, at)}.${text.slice(at)}`
}

/** Returns the nearest double. Rounding keeps the order of numbers, so that only equal doubles are compared exactly. */
export const approximately = (digits: number, places: number): number => digits / (powers[places] as number)

export function comparePlain(aDigits: number, aPlaces: number, bDigits: number, bPlaces: number): number {
  if (aPlaces === bPlaces) return aDigits - bDigits
  const difference = approximately(aDigits, aPlaces) - approximately(bDigits, bPlaces)
  if (difference !== 0) return difference
  const most = Math.max(aPlaces, bPlaces)
  const [a, b] = [scaled(aDigits, most - aPlaces), scaled(bDigits, most - bPlaces)]
  return a < b ? -1 : a > b ? 1 : 0
}

const scaled = (digits: number, by: number): bigint => BigInt(digits) * 10n ** BigInt(by)

export const compareTexts = (a: string, b: string): number => Number(a) - Number(b) || new Decimal(a).comparedTo(b)
