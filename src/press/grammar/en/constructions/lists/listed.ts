import type { Period } from '../../../../../domain/periods/period.js'
import type { Item, Slice } from '../../../../items.js'
import type { Frame } from '../../../../statement.js'
import { isName } from '../../subject.js'
import { foreign, notValue } from '../../words.js'

export interface Listed {
  readonly role: 'SHARE' | 'CHANGE' | 'LEVEL'
  readonly frames: readonly Frame[]
  readonly sign: Item['sign']
  /** The period that stands behind the number, where it is the earlier of two. */
  readonly period?: Period
}

/** The words on both sides of a number, and where the number before it ends. */
export interface Around {
  readonly before: Slice
  readonly after: Slice
  readonly from: number
}

export const isListed = (text: string, most = 9): boolean =>
  isName(text) &&
  !/(?:['’]s| (?:an?|the))$/i.test(text) &&
  text.split(' ').length <= most &&
  !foreign.test(text) &&
  !notValue.test(text) &&
  !/\b(?:volumes?|index|ratio|coverage|rates?|figures?|values?|amounts?|sums?|proportion|real|nominal|seasonally|adjusted|unadjusted|year-on-year|month-on-month|previously|revised)\b|^(?:includ|compris|consist)ing$/i.test(
    text,
  )

export const rankedBehind =
  /^[^;]*[)]\s+(?:was|were|are|is|remained)\s+(?:[\p{sc=Latn}'’]+\s){0,4}?(?:main|largest|biggest|top|leading|most important|principal)\s+(?:trad(?:e|ing)\s+)?(?:(?:export\s+)?(customers?|markets?|destinations?|buyers?)|(?:import\s+)?(suppliers?|sources?)|(?:export|import)?\s*partners?)\b/iu
