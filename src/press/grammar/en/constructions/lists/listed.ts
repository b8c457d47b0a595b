import type { Period } from '../../../../../domain/periods/period.js'
import type { Item, Slice } from '../../../../items.js'
import type { Frame, Phrase } from '../../../../statement.js'
import type { State } from '../../state.js'
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
  !/\b(?:volumes?|index|ratio|coverage|rates?|figures?|values?|amounts?|sums?|proportion|real|nominal|seasonally|adjusted|unadjusted|year-on-year|month-on-month|previously|revised|said|noted|announced)\b|^(?:includ|compris|consist)ing$/i.test(
    text,
  )

const speaker = /^\p{Lu}.{0,40}? (?:said|noted|added|announced)(?: that)? (?:the )?/u

/**
 * Leaves out who says a name, as in "TurkStat said Germany", and a rate that goes on with a change, which is no share:
 * "exports to the EU rose by 3 percent and to Japan by".
 */
export function ownListed({ lastRole }: State, found: Listed | null, { before }: Around): Listed | null {
  if (found === null || (found.role === 'SHARE' && lastRole === 'CHANGE' && / by\s*$/.test(before.text))) return null
  const own = (phrase: Phrase): Phrase => {
    const length = speaker.exec(phrase.text)?.[0].length ?? 0
    return { ...phrase, text: phrase.text.slice(length), span: { ...phrase.span, start: phrase.span.start + length } }
  }
  return { ...found, frames: found.frames.map((frame) => ({ ...frame, phrases: frame.phrases.map(own) })) }
}

export const rankedBehind =
  /^[^;]*[)]\s+(?:was|were|are|is|remained)\s+(?:[\p{sc=Latn}'’]+\s){0,4}?(?:main|largest|biggest|top|leading|most important|principal)\s+(?:trad(?:e|ing)\s+)?(?:(?:export\s+)?(customers?|markets?|destinations?|buyers?)|(?:import\s+)?(suppliers?|sources?)|(?:export|import)?\s*partners?)\b/iu
