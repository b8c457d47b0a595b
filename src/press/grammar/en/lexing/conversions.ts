import type { Item } from '../../../items.js'
import type { Span } from '../../../source.js'
import type { LooseNumber } from '../../../statement.js'
import { isMoney } from '../scope.js'

const opens = /^ ?[(](?:about |approximately |around |nearly |or |equivalent to )?$/i
const nextOfList = /^[)],? (?:and )?(?:about |nearly |over |some )?$/i
const hidden = 'CONVERSION'

// Indicates the same amount in other money, in brackets.
const isConversion = (text: string, amount: Item | undefined, other: Item | undefined): boolean =>
  amount !== undefined &&
  other !== undefined &&
  isMoney(amount) &&
  isMoney(other) &&
  amount.measure !== other.measure &&
  opens.test(text.slice(amount.end, other.start)) &&
  text[other.end] === ')'

/**
 * Hides the conversions of a list with their brackets, so that its amounts stand one behind the other: "toys, ships and cars
 * hit 3 bn yuan (0.4 bn dollars), 2 bn yuan (0.3 bn dollars) and 1 bn yuan (0.1 bn dollars)".
 */
export function withoutConversions(items: readonly Item[], text: string): readonly Item[] {
  const isNext = (at: number): boolean => {
    const [last, amount] = [items[at - 1], items[at]]
    const isListed = last !== undefined && amount !== undefined && nextOfList.test(text.slice(last.end, amount.start))
    return isListed && isConversion(text, items[at - 2], last) && isConversion(text, amount, items[at + 1])
  }
  return items.map((item, at) =>
    isNext(at - 1) || isNext(at + 1)
      ? { ...item, kind: 'OTHER', measure: hidden, start: items[at - 1]?.end ?? item.start, end: item.end + 1 }
      : item,
  )
}

// Returns the conversions that are hidden among the items of a sentence.
export const conversionsIn = (items: readonly Item[], text: string, sentence: Span): readonly LooseNumber[] =>
  items
    .filter(({ kind, measure }) => kind === 'OTHER' && measure === hidden)
    .map(({ start, end, ...rest }): LooseNumber => {
      const opening = /^ ?[(](?:[a-z]+ (?:to )?)?/i.exec(text.slice(start, end))?.[0] ?? ''
      const own = { start: start + opening.length, end: end - 1 }
      return { item: { ...rest, ...own, kind: 'AMOUNT' }, reason: 'CONVERSION', sentence }
    })
