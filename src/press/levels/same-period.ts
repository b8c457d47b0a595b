import { Decimal } from '../../domain/numbers/decimal.js'
import type { Period } from '../../domain/periods/period.js'
import { getOrInsert } from '../../lib/memo.js'
import type { Span } from '../source.js'
import { reporterKey, type Statement } from '../statement.js'
import { type FlowLevel, flowLevel, keepLargest } from './flow-level.js'

const samePeriod = /^[\s“"]*(?:同期|(?:during|in|over) (?:the|this|that) same period\b(?!,? (?:of|last|in|a year)\b))/i

/** The part by which a level may exceed a total, for the rounding of both. */
const tolerance = new Decimal('1.01')

const keyOf = ({ frame: { metric, reporter }, measure }: Statement): string =>
  [metric, reporterKey(reporter), measure].join('|')

/**
 * Gives the parts in a sentence about "the same period", of which one is larger than all trade of that, the only longer period
 * in whose total it fits: "Trade was 2 trillion yuan in May. During the same period, private firms traded 5 trillion".
 */
export function inSamePeriod(statements: readonly Statement[], text: string): readonly Statement[] {
  const wholes = new Map<string, Map<string, FlowLevel>>()
  for (const each of statements) {
    const level = each.frame.phrases.length === 0 ? flowLevel(each) : null
    if (level !== null)
      keepLargest(
        getOrInsert(wholes, keyOf(each), () => new Map()),
        level.period.text,
        level,
      )
  }
  const moved = new Map<Span, readonly [from: Period, to: Period]>()
  for (const each of statements) {
    const { sentence } = each
    const part = each.frame.phrases.length > 0 ? flowLevel(each) : null
    if (part === null || !samePeriod.test(text.slice(sentence.start, sentence.start + 40))) continue
    const { period, amount } = part
    const all = wholes.get(keyOf(each))
    const own = all?.get(period.text)
    const fits = (whole: FlowLevel): boolean => amount.lessThanOrEqualTo(whole.amount.times(tolerance))
    if (all === undefined || own === undefined || fits(own)) continue
    const [other, ...others] = [...all.values()].filter(
      (whole) => whole.period.first <= period.first && whole.period.last >= period.last && fits(whole),
    )
    if (other !== undefined && others.length === 0) moved.set(sentence, [period, other.period])
  }
  if (moved.size === 0) return statements
  return statements.map((each) => {
    const [from, to] = moved.get(each.sentence) ?? []
    return from !== undefined && to !== undefined && each.period?.text === from.text ? { ...each, period: to } : each
  })
}
