import type { Qualifier } from '../../../../../domain/observations/observation.js'
import type { Item } from '../../../../items.js'
import { qualifierBefore } from '../../lexing/lexer.js'
import { isEarlierAfter } from '../../period-words.js'
import type { Role, State } from '../../state.js'
import { metricsIn } from '../../subject.js'

/** Qualifies a number, unless that is of an earlier period: "exports were more than 17.1 billion yuan a year earlier". */
export const bound = /\b(?:more|less|fewer) than\s*$/i
const boundOf = /\b(?:(?:more|less|fewer) than|above|below|under|short of)\s+(?:(?:the|its)\s+)?$/i

export const baseOfPeriod =
  /\b(?:than|from|on|over|against|below|above|compared (?:with|to)|relative to)\s+(?:the |its |an? )?(?:[a-z-]+ ){0,2}?(?:exports?|imports?|trade|surplus|deficit|shortfall|gap|balance|figure|value|total|level|turnover)(?: (?:surplus|deficit|balance|value|figure))?\s+(?:(?:recorded|registered|reported|posted|seen|observed|achieved|noted)\s+)?(?:in|for|during)\s+(?:the\s+)?of\s*$|\b(?:than|from|on|over|against|compared (?:with|to))\s+(?:the\s+\x85?\s*(?:['’]s\s+)?|\s*['’]s\s+)(?:[a-z]+ )?(?:exports?|imports?|trade|surplus|deficit|figure|total|level) of\s*$/i

export const ofDeficit =
  /\b(?:deficit|shortfall)(?:\s+(?:[a-z]+ed\s+)?(?:in|for|during)\s+(?:the\s+)?(?=of))?\s*(?:of)\s*$/i

const recordedAt =
  /\b(?:compared (?:with|to)|than|against|versus|from) the (?:values?|amounts?|figures?|levels?) (?:of (?:exports?|imports?|trade) )?(?:recorded|registered|reported|posted|achieved|observed)\b[^,;]* at $/i

// Ends with what tells the level of a period before it: "in May, which was", "well above the 2008 peak of".
export const whichWas =
  /\b(?:above|below|over|than|from|exceed\w+|surpass\w+|topp\w+|beat\w*) (?:the |its |an? )?[\s\x85\x8F]*(?:peak|high|record|low)(?: of| at)\s*$|,\s+(?:which|when (?:it|they|(?:the|that) (?:figure|amount|total|value|level|sum|surplus|deficit|balance))) (?:had )?(?:stood|was|were|amounted|reached|totall?ed)(?: valued| worth| estimated)?(?: at| to)? $/i

/** Tells the level of a period that a flow is compared with: "compared to exports for May 2023, which were valued at". */
const comparedWhich =
  /\b(?:compared (?:with|to)|against|than) (?:the )?(?:(?:[a-z]+ ){0,3}(?:for|in|of|during) (?:the )?)?[\x81-\x8F]+,\s+which (?:were|was|had been|stood|amounted|reached|totall?ed)(?: valued| worth| estimated)?(?: at| to)? $/i

const beyond =
  /\b(?:(?:doubl|tripl|quadrupl|halv)(?:ing|ed)|above|below|beyond|past|short of|(?:exceed|surpass|topp|beat|overtak|eclips|match)(?:ing|ed|en)?) the (?:(?:trade )?(?:deficit|surplus|figure|total|level|value) of)?\s*$/i
const having = /\bhaving (?:been|stood at|amounted to|come to|reached|totall?ed|run at)\s*$/i
// Begins a bracket with the level of a year or month before: "(year-earlier period: ".
const inBracket = /[(]\s*:\s*$/

// "from 183 bn in 2010, 196 bn in 2009 and 296 bn in 2008"
const nextBase = /^\s*in\s*,\s*$/i
const andAnother = /^\s*in\s[^.;,]{0,40}\band\b/i

export function isEarlierLevel(state: State, { start, end }: Item, before: string): boolean {
  if (recordedAt.test(before) || comparedWhich.test(before)) return true
  const said = before.replace(/[\x85\x8F]/gu, '')
  const isNext = state.lastRole === 'BASE' && nextBase.test(said) && andAnother.test(state.text.slice(end, end + 90))
  if (isNext) return true
  if ((beyond.test(before) || having.test(before)) && isEarlierAfter(state, end)) return true
  if (!inBracket.test(before)) return false
  const own = state.items.findLast((each) => each.end <= start)
  return own?.period?.kind === 'YEAR_AGO' || own?.period?.kind === 'PREVIOUS'
}

/** Indicates the base of a change that was not understood: "the volume increased by 13 percent from 64,000 tonnes". */
export const isBaseOfOther = (
  { fresh, continues, sentence }: State,
  role: Role,
  before: string,
  from: number,
): boolean => role === 'BASE' && fresh && !continues && from > sentence.start && metricsIn(before).length === 0

/** Returns the qualifier of a level or share. "Over 3 billion" behind what exceeds it is exact. */
export const qualifierOf = (role: Role, before: string): Qualifier =>
  role === 'BASE' && (boundOf.test(before) || beyond.test(before) || /\bover\s*$/i.test(before))
    ? 'EXACT'
    : qualifierBefore(before)
