import { matchesOf } from '../../../../lib/matches.js'
import { toNumber } from './numerals.js'

/** A number in several scales, as 18万3900亿: its digits as the text has them, and what they are in its smallest scale. */
export interface Compound {
  readonly digits: string
  readonly value: string
  readonly exponent: number
}

const scales: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 }
const words = '一二两三四五六七八九'

/** Ends a part of such a number, unlike a number of another kind: 5千2024年, 3万2.5%. */
const noOther = String.raw`(?!\d|[.,]\d|[年月号时点%倍]|日(?!元)|个?百分点)`

/** The most parts of a number: 3兆2千亿5百万1千2百3十4. A longer run would be read again from each of its places. */
const mostTerms = 8

/** Returns the pattern of two or more numbers, each behind the scale of the one before: 18万3900亿, 2万5千亿, 1万零500亿. */
export const compoundPattern = (number: string): string =>
  `(?:${number})[百千万亿兆]{1,2}(?:[零〇]?(?:${number}|[${words}](?=[十百千万亿]))${noOther}(?:[多余]?[十百千万亿兆]{1,3}){0,2}){1,${mostTerms}}`

interface Term {
  readonly digits: string
  readonly isAfterZero: boolean
  exponent: number
  largest: number
  hasOwn: boolean
}

/**
 * Reads a number in several scales; null where it is not one number: where a number is larger than the scale before it,
 * or where 1万2亿 may be 12,000 or 10,002.
 */
export function compoundOf(text: string): Compound | null {
  const terms: Term[] = []
  for (const { groups = {} } of matchesOf(part, text)) {
    const { zero, number = '', scale = '' } = groups
    terms.push({
      digits: spelled(number),
      isAfterZero: zero !== undefined,
      exponent: 0,
      largest: 0,
      hasOwn: false,
    })
    for (const sign of scale.replace(/[多余]/gu, '')) apply(scales[sign] ?? 0, terms)
  }
  const last = terms.at(-1)
  if (last === undefined || !terms.every((term, at) => follows(term, terms[at - 1]))) return null
  const [, fraction = ''] = last.digits.split('.')
  const value = terms
    .map(({ digits, exponent }) => BigInt(digits.split('.')[0] ?? '') * 10n ** BigInt(exponent - last.exponent))
    .reduce((sum, each) => sum + each)
  return {
    digits: text.replace(/[^\d一二两三四五六七八九]*$/u, ''),
    value: `${value}${fraction === '' ? '' : `.${fraction}`}`,
    exponent: last.exponent,
  }
}

const part = new RegExp(
  `(?<zero>[零〇])?(?<number>\\d[\\d ,]*(?: ?\\. ?\\d+)?|[${words}])(?<scale>[十百千万亿兆多余]*)`,
  'gu',
)

const spelled = (number: string): string => (/\d/.test(number) ? number.replace(/[ ,]/g, '') : String(toNumber(number)))

/** Multiplies the numbers that a scale applies to: 亿 all of 18万3900, but only the second of 18万亿3900. */
function apply(scale: number, terms: readonly Term[]): void {
  const last = terms.at(-1)
  if (last === undefined) return
  const scaled = scale < 4 ? [last] : terms.filter(({ largest }) => largest < scale)
  last.hasOwn ||= scaled.length === 1
  for (const term of scaled) {
    term.exponent += scale
    if (scale >= 4) term.largest = scale
  }
}

function follows({ digits, isAfterZero, exponent, hasOwn }: Term, before: Term | undefined): boolean {
  if (before === undefined) return true
  const places = before.exponent - exponent
  const length = (digits.split('.')[0] ?? '').length
  const isClear = isAfterZero || hasOwn || length > 1 || places === 1
  return !before.digits.includes('.') && length <= places && isClear
}
