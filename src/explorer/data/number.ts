/** A decimal string of the API. This module converts text to text, without binary floats, except in `pixels`. */
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
export function printedGrowth(
  growth: string | null,
  changes: readonly { readonly decimals: number; readonly isYearOnYear: boolean }[],
): string | null {
  const decimals = changes.find(({ isYearOnYear }) => isYearOnYear)?.decimals ?? 0
  return growth === null ? null : padded(growth, decimals)
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

/** Multiplies by a power of ten, exactly. */
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

/** Converts to a binary float, for positions in charts only. */
export const pixels = (decimal: string): number => Number(decimal)

function partsOf(decimal: string): [sign: string, whole: string, fraction: string] {
  const parts = plain.exec(decimal)
  if (parts === null) throw new Error(`"${decimal}" is not a decimal.`)
  return [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
}

const minus = '−'
