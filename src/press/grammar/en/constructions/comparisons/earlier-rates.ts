import type { Period } from '../../../../../domain/periods/period.js'
import type { Item } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { State } from '../../state.js'
import { directionWord } from '../../words.js'

/** Introduces the rate of an earlier period: "after a 3.2 percent fall in September". */
export const afterWords =
  /\b(?:following|after|extending|reversing|continuing|building on|easing|moderating)\s+(?:a|an|the)?\s*(?:(?:down|up)ward(?:ly)?\s+)?(?:(?:unexpected|surprise|surprising|sharp|steep|modest|slight|dismal|revised|record)\s+)?(?:(?:[a-z-]+\s)?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|slump|contraction|expansion)\s+of\s+)?$/i
// "below expectations of 5 percent and down from growth of 4 percent in March"
export const fromGrowth =
  /\b(?:up|down|slow(?:ing|er)|eas(?:ing|ed)|accelerating|fast(?:er)?|strong(?:er)?|weak(?:er)?|better|worse|higher|lower) (?:from|than)\s+(?:(?:an? )?(?:[a-z]+ )?(?:growth|increase|rise|gain|expansion|decline|drop|fall) of\s+)?$/i
const afterMoving = new RegExp(
  `\\b(?:after|following)\\s+(?:having\\s+)?(?:[a-z]+ly\\s+)?(?=[a-z]+(?:ing|en|ed)\\b)${directionWord}(?:\\s+(?:by|about|nearly|almost|over))*\\s*$`,
  'i',
)
export const fromRate =
  /\b(?:from|than|against|versus|compar(?:ed|ing) (?:with|to)|in (?:comparison|contrast) (?:with|to))\s+(?:(?:an?|the)\s+(?:(?:unexpected|surprise|surprising|sharp|steep|modest|slight|dismal|revised|record)\s+)?)?(?:(?:[a-z-]+\s)?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|slump|contraction|expansion)\s+of\s+)?$/i

const toldOf = '(?:recorded|seen|posted|registered|logged|reported|booked|witnessed|achieved|observed|noted)'
const ofEarlier = new RegExp(
  `^\\s*(?:year[- ]on[- ]year\\s)?(?!(?:from|over|on|compared|relative|than|against|versus)\\b)(?:(?:[a-z]+\\s){1,2}(?:(?:${toldOf} )?(?:in|of|for)\\s)?|${toldOf} (?:in|for)\\s)(?:the\\s)?$`,
  'i',
)

/** Returns the period of a rate that is one of the period before: "following a 14.4 percent decline the previous month". */
export function followedBy(state: State, item: Item, before: string): Period | null {
  const next = state.items.find(({ kind, start }) => kind === 'PERIOD' && start >= item.end)
  if (!(afterWords.test(before) || afterMoving.test(before) || fromRate.test(before)) || next?.period == null)
    return null
  const between = state.text.slice(item.end, next.start)
  const isOfRate = /\bof\s+$/i.test(before) && /^\s*(?:recorded |seen |posted )?in\s(?:the\s)?$/i.test(between)
  if (!isOfRate && !ofEarlier.test(between)) return null
  const found = resolve(next.period, state.clock, state.period)
  if (next.period.kind === 'PREVIOUS' || found === null || state.period === null) return found
  const isShorter = found.first === state.period.first && /^YEAR_TO|^HALF/.test(found.frequency)
  return (isShorter ? found.last < state.period.last : found.last < state.period.first) ? found : null
}
