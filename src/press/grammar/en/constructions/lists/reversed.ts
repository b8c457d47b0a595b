import { getOrInsert, memoizeByObject } from '../../../../../lib/memo.js'
import { type Item, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { metricOf, ofShare, pointers } from './header.js'
import { isListed, type Listed } from './listed.js'

// Names what an amount is of, behind it: "15 million worth of bananas, 75 million of gold (".
const nameBehind =
  /^\s*(?:of (?:the |total |all |its |overall )*(?:exports|imports|total)\s+)?(?:(?:was|were|is|are|went|goes|came|comes|fell|falls)\s+)?(?:worth\s+)?(?:of|for|from|to|in|on)\s+(?:the\s+)?(?<name>"?\p{sc=Latn}[^,;:()]{1,60}?)"?(?=\s*(?:[,;.(]|$)|\s+(?:and|while|as well as)(?:\s+(?:by|another|about|some|nearly|over))?\s*$)/iu
/** Names what a share is, without a preposition: "30% of exports were machinery", and behind that: "12% chemicals". */
const partBehind =
  /^\s*(?:of (?:the |total |all |its |overall )*(?:exports|imports|total)\s+)?(?<verb>was|were|is|are)?\s*(?:the\s+)?(?<name>"?\p{sc=Latn}[^,;:()]{1,60}?)"?(?=\s*(?:[,;.]|$)|\s+and\s*$)/iu
const toLevel = /^\s*(?:,\s*)?(?:to|reaching)\s*$/i
const pointing = new RegExp(`^(?:${pointers}|the|a|an|same|year|month|period|goods|value|trade)\\b`, 'i')

interface Named {
  readonly name: Slice
  readonly header: string
  /** Indicates a name that no preposition joins to its number. */
  readonly isBare: boolean
}

function nameOf(state: State, item: Item): Slice | null {
  const { text, sentence, items } = state
  const next = items.find(({ start }) => start >= item.end)
  if (item.kind === 'PERCENT' && next?.kind === 'AMOUNT' && toLevel.test(text.slice(item.end, next.start)))
    return nameOf(state, next)
  return nameIn(Slice.of(text, { start: item.end, end: next?.start ?? sentence.end }), nameBehind)
}

function partOf({ text, sentence, items }: State, { kind, end }: Item, isNext: boolean): Slice | null {
  if (kind !== 'PERCENT') return null
  const after = Slice.of(text, { start: end, end: items.find(({ start }) => start >= end)?.start ?? sentence.end })
  const isVerb = partBehind.exec(after.text)?.groups?.['verb'] !== undefined
  return isVerb || isNext ? nameIn(after, partBehind) : null
}

function nameIn(after: Slice, pattern: RegExp): Slice | null {
  const found = pattern.exec(after.text)
  const own = found?.groups?.['name'] ?? ''
  if (found === null || own === '') return null
  const at = found[0].lastIndexOf(own)
  const name = noun(after.slice(at, at + own.length))
  return isListed(name.text) && !pointing.test(name.text) ? name : null
}

// Begins what a share of a flow is, which needs no list: "30% of exports were chemicals".
const isOne = /^\s*of (?:the |total |all |its |overall )*(?:exports|imports)\s+(?:was|were|is|are)\s/i
const isNoPart =
  /(?:ed|er|ing|ly)$|\b(?:sent|made|due|still|also|not|more|less|[\p{sc=Latn}]+ed|from|to|in|by|for|with|of|than)\b/iu

const between =
  /^\s*(?:[(][^()]*[)])?\s*(?:,|;|,?\s*and|,?\s*as well as)+\s*(?:and\s+)?(?:by\s+|another\s+|about\s+|some\s+)?$/i

function namedIn(state: State, kind: Item['kind']): ReadonlyMap<Item, Named> {
  const { text, sentence, items } = state
  const found = new Map<Item, Named>()
  let last: (Named & { readonly item: Item }) | null = null
  for (const item of items) {
    if (item.kind !== kind) continue
    const isNext: boolean = last !== null && between.test(text.slice(last.name.span.end, item.start))
    const joined = nameOf(state, item)
    const isBareNext: boolean = last !== null && isNext && last.isBare
    const name: Slice | null = joined ?? partOf(state, item, isBareNext)
    const isBare = joined === null
    const header: string =
      isNext && last !== null
        ? last.header
        : text.slice(Math.max(sentence.start, item.start - 500), item.start) + text.slice(item.end, name?.span.start)
    if (name !== null && isBare && isOne.test(text.slice(item.end, item.end + 60)) && !isNoPart.test(name.text))
      found.set(item, { name, header, isBare })
    if (name !== null && last !== null && isNext && isBare === last.isBare) {
      found.set(last.item, last)
      found.set(item, { name, header, isBare })
    }
    last = name === null ? null : { item, name, header, isBare }
  }
  return found
}

const lists = memoizeByObject((_: State['items']) => new Map<Item['kind'], ReadonlyMap<Item, Named>>())

const ofParts = /\s*\bof (?=(?:the |total |all |its |overall )*(?:exports|imports|total)\b)|\b(?:fell|falls?) on\b/gi

/** Reads one of a list of numbers with what each is of behind it: "$15 million worth of bananas, $75 million of gold". */
export function inReverse(state: State, item: Item): Listed | null {
  if (item.kind !== 'PERCENT' && item.kind !== 'AMOUNT') return null
  const { text, sentence, items } = state
  const own = getOrInsert(lists(items), item.kind, () => namedIn(state, item.kind)).get(item)
  if (own === undefined) return null
  const { isBare } = own
  const header = own.header.replace(ofParts, ' share of ')
  const metric = metricOf(state, header)
  if (metric === null || metric.metric === 'BALANCE') return null
  const turn = lastTurn(header)
  const isTo = /\b(?:to|reaching)\s*$/i.test(text.slice(Math.max(sentence.start, item.start - 12), item.start))
  if (item.kind === 'AMOUNT' && (item.sign !== 0 || (turn !== 0 && !isTo))) return null
  const isShare = item.sign === 0 && turn === 0 && ofShare.test(header)
  if (isBare && !isShare) return null
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : isShare ? 'SHARE' : 'CHANGE'
  const sign = role === 'CHANGE' ? item.sign || turn : 0
  if (role === 'CHANGE' && sign === 0) return null
  const { text: words, span } = own.name
  const phrase: Phrase = { text: words, span, dimension: economyAt(words) === null ? null : 'PARTNER' }
  state.subjects = [phrase]
  return { role, sign, frames: [{ ...metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}
