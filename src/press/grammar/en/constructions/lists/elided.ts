import type { Item } from '../../../../items.js'
import { Slice } from '../../../../items.js'
import { type Frame, type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { phraseAt } from '../../cues.js'
import { noun } from '../../nouns.js'
import { sentenceWords } from '../../sentence.js'
import type { Role, State } from '../../state.js'
import { isName, metricsIn, onlyFlow } from '../../subject.js'
import { verb } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { isListed, rankedBehind } from './listed.js'

/** Behind a semicolon, a name with a comma and nothing else: "; and with Japan (the north excluded), RMB 2 trillion". */
const named =
  /^[^;]*;\s*(?:and |while )?(?:(with|to|from)\s+)?(?:the )?([\p{sc=Latn}][^,;:()]{1,50}?)(?:\s*[(][^()]{1,40}[)])?,\s*(?:at\s*)?$/u

const namedIt =
  /^[^;]{0,80}(?:;|,? and|,? while|,? but)\s*(?:and |while )?(with|to|from)\s+(?:the )?([\p{sc=Latn}][^,;:()]{1,50}?),?\s+(?:it|they|the (?:figure|value|number)) (?:was|were|reached|hit|stood at|amounted to|came to|totall?ed)\s*$/u

const namedFor =
  /^[^;]{0,60}?,?\s*\band\s+(?:th(?:ose|at) (to|from|with) )?(?:the )?([\p{sc=Latn}][^,;:()]{1,50}?)\s+for\s*$/iu

/** Reads the next of several partners or kinds of enterprises whose metric and verb the first has. */
export function nextElided(state: State, before: Slice, role: Role): readonly Frame[] | null {
  const [first] = state.frames
  const found =
    role === 'LEVEL' || (role === 'CHANGE' && state.lastRole === 'CHANGE')
      ? (named.exec(before.text) ?? namedIt.exec(before.text))
      : role === 'SHARE'
        ? namedFor.exec(before.text)
        : null
  const name = found?.at(-1) ?? ''
  const [phrase] = first?.phrases ?? []
  if (first === undefined || phrase === undefined || found === null || state.fresh || state.frames.length > 1)
    return null
  const { dimensionOf } = state.context.vocabulary
  const dimension = phrase.dimension ?? dimensionOf(phrase.text)
  const isAlike = dimension !== null && dimensionOf(name) === dimension
  const isOfGoods =
    phrase.dimension !== 'PARTNER' && (role === 'CHANGE' ? isName(name) : role === 'LEVEL' && isListed(name))
  if (
    verb.test(name) ||
    metricsIn(name).length > 0 ||
    (!isAlike &&
      !isOfGoods &&
      !(found[2] !== undefined && found[1] !== undefined && (role === 'SHARE' || /^\p{Lu}/u.test(name))))
  )
    return null
  const next = phraseAt(before, before.text.lastIndexOf(name), name.length)
  return [{ ...first, metric: valueMetric(first.metric), phrases: [{ ...next, dimension: phrase.dimension }] }]
}

const first =
  /\b(?:followed by|ahead of|(?:mainly|mostly|largely|chiefly|primarily) (?:driven|led|caused|supported) by|(?:driven|led|headed|topped) by|(?:partners?|markets?|destinations?|sources?|suppliers?|buyers?|countries|origins|commodities|products|goods|items|highlights|they|next)\b[^,;:()]{0,60}?(?:, [^,;:()]{3,80},\s)?\b(?:were|was|are|is|included?|includes?)(?: the following)?(?:\s*:)?)\s+(?:the )?([\p{sc=Latn}][^,;:()]{1,60}?)\s*$/iu
const next =
  /^[^();]*[)]\s*(?:(?:,|;|\band\b|\bas well as\b|\bfollowed by\b|\bthen\b)\s*)+(?:the )?([\p{sc=Latn}][^;:()]{1,60}?)\s*$/iu
const atHead = /^\W*(?:the )?(\p{Lu}[^,;:()]{1,40}?)\s*$/u
const ofBoth = /\b(?:trad(?:e|ing)) partners?\b/i

/** Reads one of a list of names with an amount in brackets: "followed by the EU (5 trillion yuan, up 7 percent)". */
export function amountInBrackets(state: State, item: Item): readonly Frame[] | null {
  const { text, sentence, listed } = state
  if (item.kind !== 'AMOUNT' || item.sign !== 0 || !/[(]\s*$/.test(text.slice(sentence.start, item.start))) return null
  if (!/^\s*(?:[,)]|or\b)/.test(text.slice(item.end, item.end + 4))) return null
  const open = text.lastIndexOf('(', item.start)
  const from = state.bracketed ?? sentence.start
  const words = Slice.of(text, { start: from, end: open })
  const head = state.bracketed === null ? atHead.exec(words.text) : null
  const ranked = head === null ? null : rankedBehind.exec(text.slice(item.end, sentence.end))
  const found = state.bracketed !== null ? next.exec(words.text) : (first.exec(words.text) ?? (ranked && head))
  if (found === null) return null
  const at = words.text.lastIndexOf(found[1] ?? '')
  const name = noun(words.slice(at, at + (found[1] ?? '').length))
  if (!isName(name.text)) return null
  const ofRank = ranked?.[1] !== undefined ? 'EXPORTS' : ranked?.[2] !== undefined ? 'IMPORTS' : null
  const metric =
    ofRank ?? (state.bracketed === null ? flowOf(state, found[0]) : (listed?.metric ?? state.frames[0]?.metric ?? null))
  if (metric === null) return null
  const phrase: Phrase = { text: name.text, span: name.span, dimension: null }
  state.bracketed = item.end
  return [{ metric: valueMetric(metric), phrases: [phrase], reporter: reporterInForce(state) }]
}

function flowOf(state: State, said: string): Metric | null {
  const words = sentenceWords(state, state.sentence.end).text
  const before = metricsIn(words.slice(0, words.indexOf(said) + said.length))
  if (before.length > 0) return onlyFlow(before)
  if (/\borigins?\b|\bsuppliers?\b|\bconsignment\b/i.test(said)) return 'IMPORTS'
  return ofBoth.test(said) ? 'TRADE' : onlyFlow(state.frames)
}
