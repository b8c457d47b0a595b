/** A decimal of the API's: digits, a point, perhaps a minus. Nothing here makes a binary float of one. */
const plain = /^(-?)(\d+)(?:\.(\d+))?$/

/** The number as it is read: thousands apart by commas, and a true minus sign. */
export function grouped(decimal: string): string {
  const [sign, whole, fraction] = partsOf(decimal)
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign === '' ? '' : minus}${thousands}${fraction === '' ? '' : `.${fraction}`}`
}

/** Rounded to so many places, half away from zero; with zeros at the end, so that columns stand below each other. */
export function rounded(decimal: string, places: number): string {
  const [sign, whole, fraction] = partsOf(decimal)
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n
  const digits = String(kept + up).padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return /[1-9]/.test(text) ? sign + text : text
}

/** With so many places at least: 5 with one is 5.0. What has more keeps them. */
export const padded = (decimal: string, places: number): string =>
  partsOf(decimal)[2].length < places ? rounded(decimal, places) : decimal

/** Printed growth on a year before, with the decimals that were printed: 5 is 5.0; null where none was. */
export function printedGrowth(
  growth: string | null,
  changes: readonly { readonly decimals: number; readonly isYearOnYear: boolean }[],
): string | null {
  const decimals = changes.find(({ isYearOnYear }) => isYearOnYear)?.decimals ?? 0
  return growth === null ? null : padded(growth, decimals)
}

/** As a change is written: +0.6, −0.3, 0. */
export const signed = (decimal: string): string => (/^-|^[0.]+$/.test(decimal) ? '' : '+') + grouped(decimal)

/** So many digits that count, as the end of a range is told where all of it would say no more: 41.6513 with 4 is 41.65. */
export function brief(decimal: string, significant: number): string {
  const [, whole, fraction] = partsOf(decimal)
  const before = whole.replace(/^0+/, '').length
  const leading = before > 0 ? 0 : (/^0*/.exec(fraction)?.[0].length ?? 0)
  const places = Math.max(0, before > 0 ? significant - before : leading + significant)
  return fraction.length > places ? rounded(decimal, places) : decimal
}

/** Times a power of ten, exactly: the point moves. */
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

/** Where a chart draws it. The only binary float that comes of a decimal, and never shown as text. */
export const pixels = (decimal: string): number => Number(decimal)

function partsOf(decimal: string): [sign: string, whole: string, fraction: string] {
  const parts = plain.exec(decimal)
  if (parts === null) throw new Error(`"${decimal}" is not a decimal.`)
  return [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
}

const minus = '−'
