import { Decimal } from '../domain/numbers/decimal.js'
import type { Period } from '../domain/periods/period.js'
import { getOrInsert } from '../lib/memo.js'
import type { Span } from './source.js'
import { reporterKey, type Statement } from './statement.js'

/** Begins a sentence about a period that the text has named, which may be the month before it or the months up to that. */
const samePeriod = /^[\s“"]*(?:同期|(?:during|in|over) (?:the|this|that) same period\b(?!,? (?:of|last|in|a year)\b))/i

/** A total of all trade with one metric, which no part of it can exceed. */
interface Whole {
  readonly period: Period
  readonly amount: Decimal
}

/** The part by which a level may exceed a total, for the rounding of both. */
const tolerance = new Decimal('1.01')

const flows: ReadonlySet<string> = new Set(['EXPORTS', 'IMPORTS', 'TRADE'])

const isLevel = ({ role, measure, frame, period }: Statement): boolean =>
  role === 'LEVEL' && measure !== null && period !== null && flows.has(frame.metric)

const keyOf = ({ frame: { metric, reporter }, measure }: Statement): string =>
  [metric, reporterKey(reporter), measure].join('|')

const amountOf = ({ value, item }: Statement): Decimal => new Decimal(value).times(new Decimal(10).pow(item.exponent))

/**
 * Gives the parts in a sentence about "the same period", of which one is larger than all trade of that, the only longer period
 * in whose total it fits: "Trade was 2 trillion yuan in May. During the same period, private firms traded 5 trillion".
 */
export function inSamePeriod(statements: readonly Statement[], text: string): readonly Statement[] {
  const wholes = new Map<string, Whole[]>()
  for (const each of statements)
    if (isLevel(each) && each.frame.phrases.length === 0 && each.period !== null)
      getOrInsert(wholes, keyOf(each), () => []).push({ period: each.period, amount: amountOf(each) })
  const moved = new Map<Span, readonly [from: Period, to: Period]>()
  for (const each of statements) {
    const { period, sentence } = each
    if (!isLevel(each) || period === null || each.frame.phrases.length === 0) continue
    if (!samePeriod.test(text.slice(sentence.start, sentence.start + 40))) continue
    const all = wholes.get(keyOf(each)) ?? []
    const amount = amountOf(each)
    const fits = (whole: Whole): boolean => amount.lessThanOrEqualTo(whole.amount.times(tolerance))
    const own = all.filter((whole) => whole.period.text === period.text)
    if (own.length === 0 || own.some(fits)) continue
    const longer = all.filter(
      (whole) => whole.period.first <= period.first && whole.period.last >= period.last && fits(whole),
    )
    const [other, ...others] = new Map(longer.map((whole) => [whole.period.text, whole.period])).values()
    if (other !== undefined && others.length === 0) moved.set(sentence, [period, other])
  }
  if (moved.size === 0) return statements
  return statements.map((each) => {
    const [from, to] = moved.get(each.sentence) ?? []
    return from !== undefined && to !== undefined && each.period?.text === from.text ? { ...each, period: to } : each
  })
}
