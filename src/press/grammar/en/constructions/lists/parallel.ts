import { matchesOf } from '../../../../../lib/matches.js'
import { memoizeByObject } from '../../../../../lib/memo.js'
import { type Item, numbers, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { isOfOthers } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { directionWord, lastTurn, verb } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { separator } from './chains.js'
import { metricOf, ofShare, pointers } from './header.js'
import { isListed, type Listed } from './listed.js'

/** Names with a number each that are joined in the same manner: "cars by 19.9 percent, phones by 5.4 percent". */
interface Series {
  readonly items: readonly Item[]
  /** Their names; null for words that name nothing, such as other products. */
  readonly names: readonly (Slice | null)[]
  readonly header: string
  readonly isBy: boolean
}

const mask = '[\x81\x82\x84]\x8F*'
const tail = `(?:\\s*(?:each|nominal|in (?:nominal )?value|year[- ]on[- ]year|y/y|(?:share )?of (?:the |its )?(?:total|all|overall)(?: [a-z]+){0,3}))?(?:,? (?:or|up|down) (?:by )?${mask})?(?:(?:,? from ${mask}(?: last year)?)?,? to ${mask}(?: this year)?)?(?:[^(),;]{0,24}[)])?(?:\\s*[(][^()]{0,80}[)])?`
const link =
  '\\s*(?:(?:[,;]|,?\\s*(?:and|as well as|followed by|then|plus|&))\\s*)+(?:(?:that|those) (?:of|to|from|in) |by |with |from |to |for |in )?(?:the )?'
const short = '"?(?:\\s*[(][\\p{sc=Latn}& ]{1,12}[)])?'
const nextName = new RegExp(`^${tail}${link}(?<name>"?\\p{sc=Latn}[^,;:()]{1,60}?)${short}${separator}`, 'iu')
const nextLongName = new RegExp(
  `^${tail}\\s*;\\s*(?:and )?(?:the )?(?<name>"?\\p{sc=Latn}[^;:()]{1,90}?)${short}${separator}`,
  'iu',
)

// Match what a list begins behind, from the surest on.
const openers = [
  /\b(?:customers?|buyers?|suppliers?|(?:trad(?:e|ing) )?partners?|markets|destinations|countries)\s+(?:of\s+)?(?=\p{Lu})/gu,
  /(?::|\b(?:such as|namely|for example|e\.g\.)(?: the)?:?)\s+/gi,
  /\b(?:were|was|are|is|include[sd]?|including|come|came)\s+(?:the\s+|mainly\s+|mostly\s+)*/gi,
  /\b(?:exports?|imports?|sales|purchases|shipments|deliveries|demand)\s+(?:of|to|from|for)\s+(?:the\s+)?/gi,
  /\b(?:in|of|for|from|to|with|among|by)\s+(?:the\s+)?/gi,
] as const

const ofRank =
  /\b(?:largest|biggest|main|top|leading|principal|major|primary|most important|most imported|most exported|next|second|third|key|foremost|dominant)\b/i
const pointing = new RegExp(
  `^(?:${pointers}|the (?:rest|remainder|total)|rest|remainder|same|compared|up|down|increase|decrease|growth)\\b`,
  'i',
)

const moved = `(?:\\s+(?:also |has |have |had |all |both )*${directionWord}(?: [a-z]+ly)?(?=\\s+by\\b))?`
const endOfName = new RegExp(`^(?<rest>[^]*?[^\\s(])${short}${moved}${separator}`, 'iu')

const shareIn =
  /\bshares? of (?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,40}?) in (?:the |total |all |its |overall )*(?:exports|imports|trade)\b[^,;:()]{0,20}?\b(?:was|were|is|are|stood at|reached|amounted to)\s*$/iu

function nameBefore(words: Slice, isLong: boolean): { readonly name: Slice; readonly header: string } | null {
  const ending = endOfName.exec(words.text)?.groups?.['rest'] ?? ''
  const held = shareIn.exec(words.text)?.groups?.['name'] ?? ''
  if (held !== '' && isNamed(held, isLong)) {
    const at = words.text.lastIndexOf(held)
    return { name: words.slice(at, at + held.length), header: words.text.replace(held, '') }
  }
  for (const opener of openers) {
    const last = matchesOf(opener, ending).at(-1)
    if (last === undefined) continue
    const from = last.index + last[0].length
    const name = noun(words.slice(from, ending.length))
    // What a bracket tells of the number before it is another matter.
    if (/[(][^()]*$/.test(words.text.slice(0, from))) return null
    const rest = words.text.slice(words.text.lastIndexOf(name.text) + name.text.length, ending.length)
    if (verb.test(rest)) return null
    // "art, silk and synthetic textile" is one name.
    if (!isNamed(name.text, isLong || /,[^,]*\band\b[^,]*$/.test(name.text))) continue
    return { name, header: `${words.text.slice(0, from)} ${words.text.slice(ending.length)}` }
  }
  const own = ofFlow.exec(words.text)?.groups?.['name'] ?? ''
  const at = words.text.indexOf(own)
  const name = noun(words.slice(at, at + own.length))
  return own !== '' && isNamed(name.text, isLong) ? { name, header: words.text.slice(at + own.length) } : null
}

const ofFlow =
  /^\W*(?:the )?(?!(?:in|out)bound\b|(?:incoming|outgoing|overseas|foreign|total|overall)\b)(?<name>\p{sc=Latn}[^,;:()]{1,50}?) (?:exports|imports|sales|shipments|purchases)\b[^,;:()]*$/iu

// Ends with what a name is ranked as: "China's second-biggest trading partner".
const ofRanked =
  /(?:largest|biggest|main|top|leading|most important) (?:[a-z]+ ){0,2}(?:partner|market|destination|supplier|source|buyer|customer)$/i

const isNamed = (text: string, isLong: boolean): boolean =>
  isListed(text, isLong ? 16 : 9) && !pointing.test(text) && !ofRanked.test(text) && (isLong || !/[,;:]/.test(text))

// The lists of the numbers of a sentence, which is read once for all of them.
const seriesIn = memoizeByObject((_: State['items']) => new Map<Item, Series | null>())

/** Finds the list that a number is one of; null if its names are not joined alike. */
function seriesOf(state: State, item: Item): Series | null {
  const known = seriesIn(state.items)
  const found = known.get(item)
  if (found !== undefined) return found
  const list = listAround(state, item)
  const series = seriesFrom(state, list)
  for (const each of list) known.set(each, series)
  return series
}

function listAround({ text, items }: State, item: Item): readonly Item[] {
  const own = items.filter(({ kind }) => kind === item.kind)
  let at = own.indexOf(item)
  let first = at
  while (first > 0 && nextNameIn(text, own[first - 1] as Item, own[first] as Item) !== null) first--
  while (at + 1 < own.length && nextNameIn(text, own[at] as Item, own[at + 1] as Item) !== null) at++
  return own.slice(first, at + 1)
}

const ownVerb = new RegExp(`^(?:whil(?:e|st)|whereas|but)\\b[^]*\\b${directionWord}$`, 'i')
// "a deficit with China (3 bn) and surpluses with Peru (2 bn) and Chile (1 bn)" are two lists.
const ownBalance = /\b(?:surplus(?:es)?|deficits?|shortfalls?)\b/i

function nextNameIn(text: string, { end }: Item, { start }: Item): string | null {
  const between = text.slice(end, start)
  const found = between.length > 200 ? null : (nextName.exec(between) ?? nextLongName.exec(between))
  const name = found?.groups?.['name'] ?? null
  return name === null || ownVerb.test(name) || ownBalance.test(name) ? null : name
}

function seriesFrom({ text, sentence, items }: State, list: readonly Item[]): Series | null {
  const head = list[0]
  if (head === undefined || list.length < 2) return null
  const before = items.findLast(({ kind, end }) => numbers.has(kind) && end <= head.start)
  const start = Math.max(sentence.start, head.start - 500)
  const words = Slice.of(text, { start: Math.max(start, before?.end ?? 0), end: head.start })
  const isLong = text.slice(head.end, list[1]?.start).includes(';')
  const opened = nameBefore(words, isLong)
  if (opened === null) return null
  const names: (Slice | null)[] = [opened.name]
  for (const [index, other] of list.slice(1).entries()) {
    const one = list[index] as Item
    const between = Slice.of(text, { start: one.end, end: other.start })
    const found = nextNameIn(text, one, other) ?? ''
    const place = between.text.lastIndexOf(found)
    const name = noun(between.slice(place, place + found.length))
    names.push(found !== '' && isNamed(name.text, isLong) ? name : null)
  }
  if (names.filter((each) => each !== null).length < 2) return null
  const header = text.slice(sentence.start, words.span.start) + opened.header
  return { items: list, names, header, isBy: /\bby\s*$/i.test(words.text) }
}

// Compares with what others have: "above that of Germany (0.9%)", "more than in Italy (3%)".
const compares = /\b(?:than|above|below|behind|unlike|compared (?:to|with)|th(?:at|ose) of)\b[^,;]*$/i

const isOfOwner = (header: string, name: string): boolean =>
  /\b(?:exports|imports|trade) of (?:the )?\s*$/i.test(header.replace(/[\s(]*$/, ' ')) && economyAt(name) !== null

/** Reads one of a list whose names are joined alike, whatever the words ahead of it are. */
export function inParallel(state: State, item: Item): Listed | null {
  if (item.kind !== 'PERCENT' && item.kind !== 'AMOUNT') return null
  const series = seriesOf(state, item)
  const name = series?.names[series.items.indexOf(item)]
  if (series === null || name == null) return null
  const { header, isBy } = series
  if (compares.test(header) || isOfOwner(header, series.names[0]?.text ?? '') || isOfOthers(state, item.start))
    return null
  const metric = metricOf(state, header)
  const turn = lastTurn(header.replace(/\bma(?:de|kes?|king) up\b/gi, ''))
  if (metric === null) return null
  const isSigned = item.sign !== 0 && metric.metric !== 'BALANCE'
  if (item.kind === 'AMOUNT' && (isSigned || isBy || turn !== 0)) return null
  const isShare = item.sign === 0 && !isBy && (ofShare.test(header) || (turn === 0 && ofRank.test(header)))
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : isShare ? 'SHARE' : 'CHANGE'
  const sign = role === 'CHANGE' ? item.sign || turn : 0
  if (role === 'CHANGE' && (sign === 0 || metric.metric === 'BALANCE')) return null
  const phrase: Phrase = {
    text: name.text,
    span: name.span,
    dimension: economyAt(name.text) === null ? null : 'PARTNER',
  }
  state.subjects = [phrase]
  return { role, sign, frames: [{ ...metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}
