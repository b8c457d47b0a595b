import { matchesOf } from '../../../../lib/matches.js'
import type { Item } from '../../../items.js'

const inDollars = /美元(?:计价|计算|口径|计)/gu
const endOfTerms = /\n|人民币/u

/** Gives the numbers of a list the unit of its last one: 3.67、2.82和11.29万亿元, 1.4亿和5875万吨. */
export function withUnits(items: readonly Item[], text: string): readonly Item[] {
  const read = [...items]
  let shift = 0
  for (let at = read.length - 1; at >= 0; at--) {
    const [item, next] = [read[at], read[at + 1]]
    if (item === undefined) continue
    const isListed = next !== undefined && /^[、和及与]$/u.test(text.slice(item.end, next.start))
    if (!isListed) shift = text.slice(item.start, item.end).endsWith('吨') ? 3 : 0
    else if (item.kind === 'AMOUNT' && item.measure === null && next.kind === 'AMOUNT')
      read[at] = { ...item, measure: next.measure, exponent: item.exponent + shift }
    else if (item.kind === 'NUMBER' && (next.kind === 'PERCENT' || next.kind === 'POINTS' || isScaled(next)))
      read[at] = { ...item, kind: next.kind, measure: next.measure, exponent: next.exponent }
    else shift = text.slice(item.start, item.end).endsWith('吨') ? 3 : 0
  }
  return read
}

const isScaled = ({ kind, exponent }: Item): boolean => kind === 'AMOUNT' && exponent > 0

/** Reads 元 as dollars where a text states its amounts in dollars and names only the 元: 以美元计价，出口3023.5亿元. */
export function withDollars(items: readonly Item[], text: string): readonly Item[] {
  const isYuan = ({ kind, measure, start, end }: Item): boolean =>
    kind === 'AMOUNT' && measure === 'CNY' && /\d[^\d]*元$/u.test(text.slice(start, end).replace('人民币', '￥'))
  let read = items
  for (const { 0: terms, index } of matchesOf(inDollars, text)) {
    const from = index + terms.length
    const length = endOfTerms.exec(text.slice(from, from + 3_000))?.index ?? 3_000
    const within = ({ start }: Item): boolean => start >= from && start < from + length
    const told = read.filter((each) => within(each) && (each.kind === 'AMOUNT' || each.kind === 'PERCENT'))
    const [rate, level] = told
    // 以美元计，出口按年升2.6%，至3041.2亿元
    const isReached =
      rate?.kind === 'PERCENT' &&
      level !== undefined &&
      /^，?(?:至|达到?|为|报)$/u.test(text.slice(rate.end, level.start))
    const first = isReached ? level : rate
    if (first === undefined || !isYuan(first)) continue
    read = read.map((each) => (within(each) && isYuan(each) ? { ...each, measure: 'USD' } : each))
  }
  return read
}
