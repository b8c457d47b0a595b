import type { Period } from '../../../../../domain/periods/period.js'
import type { Item } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { Statement } from '../../../../statement.js'
import type { State } from '../../state.js'
import { directionWord } from '../../words.js'

/** Introduces the rate of an earlier period: "after a 3.2 percent fall in September". */
export const afterWords =
  /\b(?:following|after|extending|reversing|continuing|building on|easing|moderating)\s+(?:a|an|the)?\s*(?:(?:down|up)ward(?:ly)?\s+)?(?:(?:unexpected|surprise|surprising|sharp|steep|modest|slight|dismal|revised|record|meag(?:er|re)|near-standstill|tiny|small|mere)\s+)?(?:(?:[a-z-]+\s)?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|slump|contraction|expansion)\s+of\s+)?$/i
// "below expectations of 5 percent and down from growth of 4 percent in March"
const fromGrowth =
  /\b(?:up|down|slow(?:ing|er)|eas(?:ing|ed)|accelerating|fast(?:er)?|strong(?:er)?|weak(?:er)?|better|worse|higher|lower) (?:from|than)\s+(?:(?:an? )?(?:[a-z]+ )?(?:growth|increase|rise|gain|expansion|decline|drop|fall) of\s+)?$/i
const afterMoving = new RegExp(
  `\\b(?:after|following)\\s+(?:having\\s+)?(?:[a-z]+ly\\s+)?(?=[a-z]+(?:ing|en|ed)\\b)${directionWord}(?:\\s+(?:by|about|nearly|almost|over))*\\s*$`,
  'i',
)
export const leadsToEarlier = (before: string): boolean =>
  afterWords.test(before) || afterMoving.test(before) || fromGrowth.test(before)

export const fromRate =
  /\b(?:from|than|against|versus|vs\.?|half|twice|double|compar(?:ed|ing|es) (?:with|to)|in (?:comparison|contrast) (?:with|to))\s+(?:one of\s+)?(?:(?:an?|the)\s+(?:(?:unexpected|surprise|surprising|sharp|steep|modest|slight|dismal|revised|record)\s+)?)?(?:(?:[a-z-]+\s)?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|slump|contraction|expansion)\s+of\s+)?$/i

const toldOf = '(?:recorded|seen|posted|registered|logged|reported|booked|witnessed|achieved|observed|noted)'
const ofEarlier = new RegExp(
  `^\\s*(?!(?:from|over|on|compared|relative|than|against|versus)\\b)(?:(?:[a-z]+\\s){1,2}(?:(?:by|on) (?:the )?year )?(?:(?:${toldOf} )?(?:in|of|for)\\s)?|${toldOf} (?:in|for)\\s)(?:the\\s)?$`,
  'i',
)
// "compared with a 0.4 percent fall in exports and a 2.3 percent rise in imports in the third quarter"
const turn = String.raw`\s*(?:[a-z]+ )?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|slump|contraction|expansion)`
const ofFlow = ' (?:in|of|for) (?:the )?(?:exports|imports)'
const alsoEarlier = new RegExp(`^(?:${turn})?\\s*(?:in|for|during)\\s*,? and (?:of |an? )?$`, 'i')
const pairedBehind = new RegExp(
  `^${turn}${ofFlow} and (?:an? )?\\x82\\x8F*(?=${turn})|${ofFlow}(?= (?:in|for|during|of) (?:the )?$)`,
  'gi',
)

// Neither rate of "compared with a 0.4 percent fall and a 2.3 percent rise in May" names its flow.
const pairWithoutFlows = new RegExp(
  `\\b(?:compared (?:with|to)|against|versus|following|after) an? \\x82\\x8F*${turn} and an? $`,
  'i',
)
export const isPairWithoutFlows = ({ text, sentence }: State, { start }: Item): boolean =>
  pairWithoutFlows.test(text.slice(sentence.start, start))

/** Returns the period of a rate that is one of the period before: "following a 14.4 percent decline the previous month". */
export function followedBy(state: State, item: Item, before: string, told?: Statement): Period | null {
  const behind = state.items.filter(({ kind, start }) => kind === 'PERIOD' && start >= item.end)
  // "the 12 percent year-on-year decrease in June"
  const isOnYear = behind[0]?.period?.kind === 'YEAR_AGO' && state.text.slice(item.end, behind[0].start).trim() === ''
  const next = behind[isOnYear ? 1 : 0]
  // "compared with 23 percent in August and 34 percent in July"
  const isAfterEarlier = told?.sentence === state.sentence && (told.period?.last ?? '9') < (state.period?.first ?? '')
  const isPaired = isAfterEarlier && /^\s*and an? $/i.test(before)
  const isNext = isAfterEarlier && alsoEarlier.test(before)
  const isLed = isPaired || isNext || afterWords.test(before) || afterMoving.test(before) || fromRate.test(before)
  if (!isLed || next?.period == null) return null
  const between = state.text.slice(isOnYear ? behind[0]?.end : item.end, next.start)
  const isOfRate = /\bof\s+$/i.test(before) && /^\s*(?:recorded |seen |posted )?in\s(?:the\s)?$/i.test(between)
  const isPrevious = next.period.kind === 'PREVIOUS' && /^\s*$/.test(between)
  if (!isOfRate && !isPrevious && !ofEarlier.test(between.replace(pairedBehind, ''))) return null
  const found = resolve(next.period, state.clock, state.period)
  if (isPaired && found?.text !== told.period?.text) return null
  if (next.period.kind === 'PREVIOUS' || found === null || state.period === null) return found
  const isShorter = found.first === state.period.first && /^YEAR_TO|^HALF/.test(found.frequency)
  return (isShorter ? found.last < state.period.last : found.last < state.period.first) ? found : null
}

const possessive =
  /\b(?:reversing|after|following|extending|erasing|beating|offsetting|than|from|against|with|on top of) (?:[A-Z][a-z]+|(?:last|the previous) (?:month|year|quarter))['’]s (?:[a-z]+ )?$/

// "bringing the gap for the first five months to 111 bn"
const bringing =
  /\b(?:bringing|taking|lifting|raising|pushing|putting) (?:the |its )?(?:[a-z-]+ ){1,4}(?:for|in|over|during) [^,;.]{5,40} to (?:about |nearly |over )?$/

/** Indicates a number of a period that is mentioned once: "reversing March's 7.5 percent fall". */
export function isMentionedOnce({ plain }: State, { start }: Item): boolean {
  const before = plain.slice(Math.max(0, start - 100), start)
  return possessive.test(before.slice(-60)) || bringing.test(before)
}
