import type { Qualifier } from '../../../../../domain/observations/observation.js'
import { qualifierBefore } from '../../lexing/lexer.js'
import type { Role, State } from '../../state.js'
import { metricsIn } from '../../subject.js'

/** Qualifies a number, unless that is of an earlier period: "exports were more than 17.1 billion yuan a year earlier". */
export const bound = /\b(?:more|less|fewer) than\s*$/i
/** The same of the level of an earlier period: "8.9% less than the". */
const boundOf = /\b(?:(?:more|less|fewer) than|above|below|under)\s+(?:(?:the|its)\s+)?$/i

/** Introduces the level of an earlier period behind that: "more than the exports recorded in September 2016 of". */
export const baseOfPeriod =
  /\b(?:than|from|on|over|against|below|above|compared (?:with|to)|relative to)\s+(?:the |its |an? )?(?:[a-z-]+ ){0,2}?(?:exports?|imports?|trade|surplus|deficit|shortfall|gap|balance|figure|value|total|level|turnover)(?: (?:surplus|deficit|balance|value|figure))?\s+(?:(?:recorded|registered|reported|posted|seen|observed|achieved|noted)\s+)?(?:in|for|during)\s+(?:the\s+)?of\s*$|\b(?:than|from|on|over|against|compared (?:with|to))\s+the\s+\uE005?\s*(?:[a-z]+ )?(?:exports?|imports?|trade|surplus|deficit|figure|total|level) of\s*$/i

/** Ends the words before a base that is a deficit. */
export const ofDeficit =
  /\b(?:deficit|shortfall)(?:\s+(?:[a-z]+ed\s+)?(?:in|for|during)\s+(?:the\s+)?(?=of))?\s*(?:of)\s*$/i

/** Indicates the base of a change that was not understood: "the volume increased by 13 percent from 64,000 tonnes". */
export const isBaseOfOther = (
  { fresh, continues, sentence }: State,
  role: Role,
  before: string,
  from: number,
): boolean => role === 'BASE' && fresh && !continues && from > sentence.start && metricsIn(before).length === 0

/** Returns the qualifier of a level or share. "Over 3 billion" behind what exceeds it is exact. */
export const qualifierOf = (role: Role, before: string): Qualifier =>
  role === 'BASE' && (boundOf.test(before) || /\bover\s*$/i.test(before)) ? 'EXACT' : qualifierBefore(before)
