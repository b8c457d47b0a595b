import type { Item } from '../../items.js'

const inDollars = /美元(?:计价|计算|口径|计)/gu
const endOfTerms = /\n|人民币/u

/** Reads 元 as dollars where a text states its amounts in dollars and names only the 元: 以美元计价，出口3023.5亿元. */
export function withDollars(items: readonly Item[], text: string): readonly Item[] {
  const isYuan = ({ kind, measure, start, end }: Item): boolean =>
    kind === 'AMOUNT' && measure === 'CNY' && /\d[^\d]*元$/u.test(text.slice(start, end).replace('人民币', '￥'))
  let read = items
  for (const { 0: terms, index } of text.matchAll(inDollars)) {
    const from = index + terms.length
    const length = endOfTerms.exec(text.slice(from, from + 3_000))?.index ?? 3_000
    const within = ({ start }: Item): boolean => start >= from && start < from + length
    const first = read.find((each) => within(each) && (each.kind === 'AMOUNT' || each.kind === 'PERCENT'))
    if (first === undefined || !isYuan(first)) continue
    read = read.map((each) => (within(each) && isYuan(each) ? { ...each, measure: 'USD' } : each))
  }
  return read
}
