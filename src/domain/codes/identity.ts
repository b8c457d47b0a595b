/** A metric that another is made of, added or subtracted. */
export interface Term {
  readonly metric: string
  readonly sign: 1 | -1
}

/** How the figures of a metric follow from those of others for the same categories and days: EXPORTS - IMPORTS. */
export type Identity = readonly Term[]

/** The most terms of an identity. */
const maxTerms = 20

/** Reads codes of metrics with `+` and `-` between them; null where the text is not that, or names a metric twice. */
export function parseIdentity(text: string): Identity | null {
  const words = text.trim().split(/\s+/)
  const signs = words.filter((_, index) => index % 2 === 1)
  const codes = words.filter((_, index) => index % 2 === 0)
  if (codes.length !== signs.length + 1 || codes.length < 2 || codes.length > maxTerms) return null
  if (new Set(codes).size < codes.length) return null
  if (!signs.every((sign) => sign === '+' || sign === '-')) return null
  return codes.map((metric, index) => ({ metric, sign: signs[index - 1] === '-' ? -1 : 1 }))
}

/** The text that `parseIdentity` reads as the same. */
export const identityText = (terms: Identity): string =>
  terms.map(({ metric, sign }, index) => (index === 0 ? metric : `${sign < 0 ? '-' : '+'} ${metric}`)).join(' ')

/** Indicates whether figures may be below zero by what they are made of. */
export const mayBeNegative = (terms: Identity | null): boolean => terms?.some(({ sign }) => sign < 0) ?? false
