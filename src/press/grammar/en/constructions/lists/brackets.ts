import { matchesOf } from '../../../../../lib/matches.js'
import type { Item, Slice } from '../../../../items.js'
import type { Frame, Metric, Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { listOf, noun, splitAt } from '../../nouns.js'
import { isMoney } from '../../scope.js'
import type { State } from '../../state.js'
import { directions, directionWord, lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { leading } from './header.js'
import { type Around, isListed, type Listed } from './listed.js'

const brackets = /[(]\s*(?:by\s*)?[\x81\x82]\x8F*\s*[)]|\s[-\x96\x97]\s[\x81\x82]\x8F*/gi
const moves = new RegExp(
  `\\b(?:${directionWord}(?<!\\b(?:ma[dk]e|making|took|taking) up)|growth|changes?|rates?|compared|percentage points?)\\b`,
  'i',
)

const sold = /\b(?:export(?:s|ed|ing)?|buyers?|customers?|destinations?|sold|foreign sales|shipped|dispatched)\b/gi
const bought = /\b(?:import(?:s|ed|ing)?|suppliers?|sources?|purchased|purchases|bought|origins?)\b/gi
const balance = /\b(?:surplus(?:es)?|deficits?|balances?|gap|shortfall)\b/i
const traded = /\b(?:trad(?:e|ing)|turnover)\b/i

const delimiter =
  /^.*(?:[,;:)]|\b(?:to|from|by|with|in|between|include[sd]?|including|were|was|are|is|shows?|showed|purchased|bought|sold|followed|ahead of|behind|(?:exports|imports|shipments|purchases|sales) of)\b)\s*/is
const conjunction = /^.*\band\s+/is

const behindDash = /^\s*(?:$|[,;.(]|\band\b)/

/** Returns the words that introduce the number of a name: a bracket, perhaps with "by", or a dash; null without them. */
function introduction({ before, after }: Around): string | null {
  if (/^\s*[)]/.test(after.text)) return /[(]\s*(?:by)?\s*$/i.exec(before.text)?.[0] ?? null
  return behindDash.test(after.text) ? (/\s[-\x96\x97]\s+$/.exec(before.text)?.[0] ?? null) : null
}

/**
 * Reads the number in a bracket, or after a dash, behind one of a list of known names, in a sentence that speaks of one
 * flow: a share or level where it speaks of no change, "Brazil (36%) and Argentina (25%) were the main buyers", or a change
 * that is said to be one, "the decrease in exports of oils (by 45%), fertilizers (by 50%)".
 */
export function numberInBracket(state: State, item: Item, around: Around): Listed | null {
  const { text, sentence } = state
  const introduced = introduction(around)
  if (introduced === null) return null
  const whole = text.slice(sentence.start, sentence.end)
  const isChange = item.kind === 'PERCENT' && /by/i.test(introduced)
  if (!isChange && (item.sign !== 0 || balance.test(whole))) return null
  if (matchesOf(brackets, whole).length < 2 || (!isChange && moves.test(whole))) return null
  const role = item.kind === 'AMOUNT' && isMoney(item) ? 'LEVEL' : item.kind === 'PERCENT' ? 'SHARE' : null
  const sign = isChange ? item.sign || onlySign(whole) || lastTurn(text.slice(sentence.start, item.start)) : 0
  const metric = flowAt(state, whole, item.start - sentence.start)
  const phrase = nameBefore(state, around.before.trimmed(/\s*[(]\s*(?:by)?\s*$|\s*[-\x96\x97]\s*$/i))
  return metric === null || phrase === null || role === null || (isChange && sign === 0)
    ? null
    : {
        role: isChange ? 'CHANGE' : role,
        sign,
        frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }],
      }
}

const shareWithAmount = /\x82\x8F*\s*[(]\s*\x81\x8F*\s*[)]/gu
const amountBehind = /^\s*[(]\s*\x81\x8F*\s*[)]/u
const partOf =
  /,?\s*(?:(?:which |that )?(?:account(?:ed|ing) for|ma(?:de|king) up|represent(?:ed|ing)|constitut(?:ed|ing)|with|at))?\s*(?:about )?$/i

/**
 * Reads a share with the level in a bracket behind it, in a sentence of one flow that gives both of several known names:
 * "dominated by oils accounting for 61.8% (€5 bn), followed by grain, 21.3% (€1.7 bn)".
 */
export function shareWithLevel(state: State, item: Item, { before }: Around): Listed | null {
  const { text, sentence } = state
  if (item.kind !== 'PERCENT' || item.sign !== 0 || !amountBehind.test(text.slice(item.end, sentence.end))) return null
  const whole = text.slice(sentence.start, sentence.end)
  if (balance.test(whole) || moves.test(whole) || matchesOf(shareWithAmount, whole).length < 2) return null
  const metric = flowAt(state, whole, item.start - sentence.start)
  const phrase = nameBefore(state, before.trimmed(partOf))
  return metric === null || phrase === null
    ? null
    : { role: 'SHARE', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const amountWithShare = /[(]\s*(?:\x81\x8F*,\s*\x82\x8F*|\x82\x8F*,\s*\x81\x8F*)\s*[)]/gu

/**
 * Reads a level and a share beside it in brackets, in a sentence of one flow that gives both of several known names:
 * "Peru (EUR 5 bn, 0.2%) was the 51st largest export partner, between Kuwait (EUR 6 bn, 0.3%) and Angola (EUR 4 bn, 0.1%)".
 */
export function levelAndShare(state: State, item: Item, { before, from }: Around): Listed | null {
  const { text, sentence, frames, lastRole } = state
  const whole = text.slice(sentence.start, sentence.end)
  if (
    item.sign !== 0 ||
    balance.test(whole) ||
    moves.test(leading(state) + whole) ||
    matchesOf(amountWithShare, whole).length < 2
  )
    return null
  const role = item.kind === 'PERCENT' ? 'SHARE' : item.kind === 'AMOUNT' && isMoney(item) ? 'LEVEL' : null
  const isSecond = /^,\s*$/.test(text.slice(from, item.start)) && lastRole === (role === 'SHARE' ? 'LEVEL' : 'SHARE')
  if (role !== null && isSecond) return { role, sign: 0, frames }
  const metric = flowAt(state, whole, item.start - sentence.start)
  const phrase = /[(]\s*$/.test(before.text) ? nameBefore(state, before.trimmed(/\s*[(]\s*$/u)) : null
  return metric === null || phrase === null || role === null
    ? null
    : { role, sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

function onlySign(words: string): -1 | 0 | 1 {
  const signs = new Set(matchesOf(directions, words).map(([, down]) => (down === undefined ? 1 : -1)))
  const [sign = 0, ...others] = signs
  return others.length === 0 ? sign : 0
}

/** Returns the flow of a place in a sentence: that of its clause, as the words before or behind the place name it, or the last one. */
function flowAt({ flow, section }: State, words: string, at: number): Metric | null {
  const from = divider.exec(words.slice(0, at))?.[0].length ?? 0
  const to = /;|\b(?:whil(?:e|st)|whereas|but)\b/i.exec(words.slice(at))?.index ?? words.length
  const own = lastFlow(words.slice(from, at)) ?? onlyFlowIn(words.slice(at, at + to)) ?? lastFlow(words.slice(0, at))
  return own ?? section ?? flow ?? (traded.test(words) ? 'TRADE' : null)
}

const divider = /^.*(?:;|\b(?:whil(?:e|st)|whereas|but)\b)/is

function lastFlow(words: string): Metric | null {
  const [exported = -1, imported = -1] = [sold, bought].map((each) => matchesOf(each, words).at(-1)?.index ?? -1)
  return exported === imported ? null : exported > imported ? 'EXPORTS' : 'IMPORTS'
}

function onlyFlowIn(words: string): Metric | null {
  const [isSold, isBought] = [words.search(sold) >= 0, words.search(bought) >= 0]
  return isSold === isBought ? null : isSold ? 'EXPORTS' : 'IMPORTS'
}

function nameBefore(state: State, words: Slice): Phrase | null {
  const part = words.slice(delimiter.exec(words.text)?.[0].length ?? 0)
  const last = part.slice(conjunction.exec(part.text)?.[0].length ?? 0)
  return known(state, noun(part)) ?? known(state, noun(last))
}

function known({ context: { vocabulary } }: State, { text, span }: Slice): Phrase | null {
  const dimension = economyAt(text)?.end === text.length ? 'PARTNER' : vocabulary.dimensionOf(text)
  return dimension === null || !isListed(text)
    ? null
    : { text, span, dimension: dimension === 'PARTNER' ? 'PARTNER' : null }
}

const holding =
  /^(.{3,240}?),?;?\s+(?:(?:each )?(?:contributed|accounted for|represented|made up|constituted|took up|received|supplied|provided|bought)|(?:with|having) (?:respective )?(?:shares|contributions|proportions) of|(?:received|bought|took|provided|supplied) (?:exports|imports|goods) (?:representing|accounting for|making up))\s*(?:about )?$/is
const listHead = /^.*?(?:\b(?:were|are|was|is)\b|:)\s*/is
const timeHead = /^\W*(?:(?:in|during|for|over|by|among|of) [^,]{2,60},\s*)?/i

/**
 * Reads the shares of several known names, one each: "diamonds, salt and machinery contributed 91, 2 and 1 percent to total
 * exports", "the UAE and India received exports representing".
 */
export function sharesOfEach(state: State, before: Slice, count: number): readonly Frame[] | null {
  const { text, sentence, context } = state
  const names = state.fresh && count > 1 ? (holding.exec(before.text)?.[1] ?? '') : ''
  const whole = text.slice(sentence.start, sentence.end)
  if (names === '' || moves.test(whole)) return null
  const head = listHead.exec(names)?.[0].length ?? timeHead.exec(names)?.[0].length ?? 0
  const words = before.slice(head, names.length)
  const bySemicolon = splitAt(words, /;\s*(?:and\s+)?/gi)
  const parts = bySemicolon.length === count ? bySemicolon : listOf(noun(words), count, context)
  const metric = flowAt(state, whole, before.span.end - sentence.start)
  if (metric === null || parts.length !== count) return null
  const phrases = parts.map((part) => known(state, part))
  return phrases.every((phrase) => phrase !== null)
    ? phrases.map((phrase) => ({ metric, phrases: [phrase], reporter: reporterInForce(state) }))
    : null
}
