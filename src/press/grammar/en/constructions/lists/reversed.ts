import { getOrInsert, memoizeByObject } from '../../../../../lib/memo.js'
import { type Item, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { metricOf, ofShare } from './header.js'
import { isListed, type Listed } from './listed.js'

/** Names what an amount is of, behind it: "15 million worth of bananas, 75 million of gold (". */
const nameBehind =
  /^\s*(?:worth\s+)?(?:of|for|from|to|in)\s+(?:the\s+)?(?<name>["“]?\p{L}[^,;:()]{1,60}?)["”]?(?=\s*(?:[,;.(]|$)|\s+(?:and|while|as well as)(?:\s+(?:by|another|about|some|nearly|over))?\s*$)/iu
/** Joins a rate and the amount that it leads to. */
const toLevel = /^\s*(?:,\s*)?(?:to|reaching)\s*$/i
const pointing =
  /^(?:under|over|about|around|nearly|almost|roughly|approximately|some|just|close|less|more|at|it|its|they|this|that|these|those|which|both|all|others?(?! (?:[a-z]+ )?(?:goods|products|countries|articles|items|commodities|regions)$)|each|total|the|a|an|same|year|month|period|goods|value|more|less|trade)\b/i

interface Named {
  readonly name: Slice
  /** The beginning of the first number of the list. */
  readonly start: number
}

/** Returns the name behind an amount, or behind the amount that a rate leads to. */
function nameOf({ text, sentence, items }: State, item: Item): Slice | null {
  const next = items.find(({ start }) => start >= item.end)
  if (item.kind === 'PERCENT' && next?.kind === 'AMOUNT' && toLevel.test(text.slice(item.end, next.start)))
    return nameOf({ text, sentence, items } as State, next)
  const after = Slice.of(text, { start: item.end, end: next?.start ?? sentence.end })
  const found = nameBehind.exec(after.text)?.groups?.['name'] ?? ''
  if (found === '') return null
  const at = after.text.indexOf(found)
  const name = noun(after.slice(at, at + found.length))
  return isListed(name.text) && !pointing.test(name.text) ? name : null
}

/** Stands between the name of a number and the next number of its list. */
const between =
  /^\s*(?:[(][^()]*[)])?\s*(?:,|;|,?\s*and|,?\s*as well as)+\s*(?:and\s+)?(?:by\s+|another\s+|about\s+|some\s+)?$/iu

/** Returns the numbers of a kind in a sentence that are one of a list, with their names and where the list begins. */
function namedIn(state: State, kind: Item['kind']): ReadonlyMap<Item, Named> {
  const found = new Map<Item, Named>()
  let last: { readonly item: Item; readonly name: Slice; readonly start: number } | null = null
  for (const item of state.items) {
    if (item.kind !== kind) continue
    const name = nameOf(state, item)
    const isNext: boolean = last !== null && between.test(state.text.slice(last.name.span.end, item.start))
    if (name !== null && last !== null && isNext) {
      found.set(last.item, { name: last.name, start: last.start })
      found.set(item, { name, start: last.start })
    }
    last = name === null ? null : { item, name, start: last !== null && isNext ? last.start : item.start }
  }
  return found
}

const lists = memoizeByObject((_: State['items']) => new Map<Item['kind'], ReadonlyMap<Item, Named>>())

/** Reads one of a list of numbers with what each is of behind it: "$15 million worth of bananas, $75 million of gold". */
export function inReverse(state: State, item: Item): Listed | null {
  if (item.kind !== 'PERCENT' && item.kind !== 'AMOUNT') return null
  const { text, sentence, items } = state
  const own = getOrInsert(lists(items), item.kind, () => namedIn(state, item.kind)).get(item)
  if (own === undefined) return null
  const header = text.slice(sentence.start, own.start)
  const metric = metricOf(state, header)
  if (metric === null || metric.metric === 'BALANCE') return null
  const turn = lastTurn(header)
  const isTo = /\b(?:to|reaching)\s*$/i.test(text.slice(Math.max(sentence.start, item.start - 12), item.start))
  if (item.kind === 'AMOUNT' && (item.sign !== 0 || (turn !== 0 && !isTo))) return null
  const isShare = item.sign === 0 && turn === 0 && ofShare.test(header)
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : isShare ? 'SHARE' : 'CHANGE'
  const sign = role === 'CHANGE' ? item.sign || turn : 0
  if (role === 'CHANGE' && sign === 0) return null
  const { text: words, span } = own.name
  const phrase: Phrase = { text: words, span, dimension: economyAt(words) === null ? null : 'PARTNER' }
  state.subjects = [phrase]
  return { role, sign, frames: [{ ...metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}
