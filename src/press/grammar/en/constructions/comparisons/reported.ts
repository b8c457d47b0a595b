import type { Period } from '../../../../../domain/periods/period.js'
import { type Item, numbers } from '../../../../items.js'
import type { Span } from '../../../../source.js'
import { resolveIn } from '../../period-words.js'
import type { State } from '../../state.js'

/** Indicates the only period of a sentence, in which a flow has moved to a level: "fell 3 percent over the first half to 2 bn". */
export const isOverItself = ({ text, sentence, items }: State, { start, end }: Span, period: Item['period']): boolean =>
  period?.kind === 'PERIOD' &&
  period.part.frequency !== 'MONTHLY' &&
  /[\x82\x8F] over (?:the )?$/u.test(text.slice(Math.max(sentence.start, start - 20), start)) &&
  /^\s+(?:to|reaching) (?:[a-z]+ )?\x81/i.test(text.slice(end, end + 40)) &&
  !items.some((each) => each.period?.kind === 'PERIOD' && each.start !== start)

/** Indicates a clause about the period that the sentence reports on: "rebounded in May, when exports grew by". */
export function isWhenReported(state: State, start: number): boolean {
  const { items, text, plain, sentence, period, mainPeriod } = state
  const last = items.findLast((each) => each.kind === 'PERIOD' && each.end <= start)
  if (last?.period?.kind !== 'PERIOD' || period === null) return false
  const isIn =
    /\bin (?:the )?$/i.test(text.slice(sentence.start, last.start)) ||
    /^last year$/i.test(plain.slice(last.start, last.end))
  const isWhen = /^,\s*when\s[^,;]*$/i.test(text.slice(last.end, start))
  const isPast = /\b(?:since|base|than|from|against|record(?! \x81)|level|high|low|peak|after)\b[^,;]{0,40}$/i
  if (!isIn || !isWhen || isPast.test(text.slice(sentence.start, last.start))) return false
  return resolveIn(state, last.period)?.text === period.text && period.last >= (mainPeriod?.last ?? '')
}

const toNumber = /^:\s*(?:an? |about |up |down |rose |fell |minus |plus )*$/i

/** Indicates the period that a bracket begins with, which is that of its number alone: "rose 3 percent (March: 5 percent)". */
export function isLabel({ items, text, sentence }: State, { start, end }: Span): boolean {
  if (!/[(]\s*(?:in )?$/.test(text.slice(Math.max(sentence.start, start - 6), start))) return false
  const next = items.find((each) => numbers.has(each.kind) && each.start >= end)
  return next !== undefined && next.start < sentence.end && toNumber.test(text.slice(end, next.start))
}

export function labelledPeriod(state: State, { start }: Item): Period | null {
  const last = state.items.findLast((each) => each.end <= start)
  return last?.period?.kind === 'PERIOD' && isLabel(state, last) ? resolveIn(state, last.period) : null
}
