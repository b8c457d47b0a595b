import { matchesOf } from '../../../../../lib/matches.js'
import { Slice } from '../../../../items.js'
import type { Frame, Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { namesGoods } from '../../lexing/goods.js'
import { listOf, noun } from '../../nouns.js'
import type { Role, State } from '../../state.js'
import { directionWord } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { metricOf } from './header.js'
import { isListed } from './listed.js'

/** Stands between names and their numbers in the same order: ", with the respective shares of", "which respectively accounted for". */
const inOrder =
  /(?:,|\s)\s*(?:with|at|generating|earning|fetching|grasping|holding|having|taking|claiming|capturing|posting|recording|accounting for|representing|making up|valued at|worth|equivalent to|equal to|amounting to|totall?ing|reaching|(?:which|that|and) (?:(?:respectively|each) )?(?:accounted for|amounted to|stood at|reached|totall?ed|represented|made up|took(?: up)?|received|absorbed|bought|were worth|were valued at))(?: (?:a|the|their))?(?: respective)?(?: (?:market |export |import )?(?:shares?|values?|weights?|stakes?|totals?|percentages?|amounts?))?(?: (?:of|at))?\s*(?:about |around |nearly |over )?$/i

const moving = new RegExp(`,\\s*(?:${directionWord})(?: by)?\\s*$`, 'i')

const verbOf =
  /\s(?:(?:also|each|respectively) )?(?:contributed|accounted for|represented|made up|comprised|constituted|took(?: up)?|held|supplied|received)\s*(?:about |around |nearly |over )?$/i
const clauseHead = /(?:^|[,;]|\b(?:while|whereas|and|but)\b)\s*(?:the )?/gi

const opener =
  /\b(?:were|are|was|is|remain(?:ed|s)?|include[sd]?|including|came|come|followed by|such as|to|from|with|of)(?:\s+(?:the|mainly|mostly|once again|again|still))*\s*:?\s+|:\s*/gi

const figuresWere =
  /^\W*(?:to|from|with|for|in the case of|as (?:for|regards)|regarding) (?:the )?([\p{sc=Latn}][^,;:()\x81-\x88]{1,60}?),? (?:the|its|their) (?:corresponding |respective |comparable |same )*(?:figures|values|amounts) (?:were|are|stood at|amounted to|reached|came to)\s*$/iu

// "For Italy the figures were 3 bn and 2 bn" goes on with the flows of the sentence before, in their order.
function flowsInTurn({ told, fresh }: State, before: Slice, count: number): readonly Frame[] | null {
  const name = fresh ? (figuresWere.exec(before.text)?.[1] ?? '') : ''
  const areFlows = new Set(told.map(({ metric }) => metric)).size === count && told.length === count
  if (name === '' || !areFlows || !told.every(({ phrases }) => phrases.length < 2)) return null
  const words = before.slice(before.text.indexOf(name), before.text.indexOf(name) + name.length)
  const isOfPartner = economyAt(name) !== null || told[0]?.phrases[0]?.dimension === 'PARTNER'
  const phrase: Phrase = { text: words.text, span: words.span, dimension: isOfPartner ? 'PARTNER' : null }
  return told.map((frame) => ({ ...frame, phrases: [phrase] }))
}

/** Reads as many names as there are numbers behind them, where the words between say that they are in order. */
export function namesInOrder(state: State, before: Slice, count: number, role: Role): readonly Frame[] | null {
  if (count > 1 && role === 'CHANGE') {
    const link = moving.exec(before.text)
    return link === null ? null : rankedInOrder(state, before.slice(0, link.index), count)
  }
  if (count < 2 || (role !== 'SHARE' && role !== 'LEVEL')) return null
  const flows = role === 'LEVEL' ? flowsInTurn(state, before, count) : null
  if (flows !== null) return flows
  const isOpen = !isRespective(state, before)
  const verb = state.fresh || !isOpen ? verbOf.exec(before.text) : null
  const link = verb ?? inOrder.exec(before.text)
  if (link === null) return null
  const words = before.slice(0, link.index)
  const ranked = verb === null ? rankedInOrder(state, words, count) : null
  if (ranked !== null) return ranked
  for (const found of matchesOf(verb === null ? opener : clauseHead, words.text)) {
    const from = found.index + found[0].length
    // Names without "respectively" are all of the subject of a sentence.
    if (isOpen && verb !== null && (found.index > 0 || /[;:]/.test(words.text))) break
    const names = listOf(noun(words.slice(from)), count, state.context)
    if (
      names.length !== count ||
      !names.every(({ text }) => isListed(text) && (verb !== null || /^[\p{Lu}"]/u.test(text) || namesGoods(text)))
    )
      continue
    const header = Slice.of(state.text, { start: state.sentence.start, end: words.slice(0, from).span.end }).text
    const metric = metricOf(state, header)
    if (metric === null) return null
    const phrases = names.map(
      ({ text, span }): Phrase => ({ text, span, dimension: economyAt(text) === null ? null : 'PARTNER' }),
    )
    state.subjects = phrases
    return phrases.map((phrase) => ({ ...metric, phrases: [phrase], reporter: reporterInForce(state) }))
  }
  return null
}

const rank =
  /^(?<names>.{5,200}?)\s(?:was|were|is|are|remain(?:ed)?|became)\s(?<rank>(?:(?:the|its|their|our|\p{sc=Latn}+['’]s) )?(?:(?:top|two|three|four|five) )*(?:major|main|top|key|leading|largest|biggest|principal|most important|first|second|third)\b[^,;]{0,60}|(?:the|its|their|our|\p{sc=Latn}+['’]s) {2}(?:trad(?:e|ing) )?partners)$/isu

/** Reads names that are ranked before their numbers: "Toys, cars and steel were the major exports, generating". */
function rankedInOrder(state: State, words: Slice, count: number): readonly Frame[] | null {
  const found = rank.exec(words.text)
  const { names = '', rank: what = '' } = found?.groups ?? {}
  const metric = /\b(?:trad(?:e|ing) |^(?:the|its|their|our)\s+)partners\b/i.test(what)
    ? ({ metric: 'TRADE' } as const)
    : flowOfRank(state, what)
  const parts = listOf(noun(words.slice(0, names.length)), count, state.context).map((part) =>
    part.trimmed(/\s+such as\s.*$/is),
  )
  if (found === null || metric === null || parts.length !== count || !parts.every(({ text }) => isListed(text)))
    return null
  const phrases = parts.map(
    ({ text, span }): Phrase => ({ text, span, dimension: economyAt(text) === null ? null : 'PARTNER' }),
  )
  state.subjects = phrases
  return phrases.map((phrase) => ({ ...metric, phrases: [phrase], reporter: reporterInForce(state) }))
}

const flowOfRank = (state: State, what: string): ReturnType<typeof metricOf> =>
  /\b(?:exports?|imports?|exported|imported|trade)\b/i.test(what) ? metricOf(state, what) : null

const isRespective = ({ text, sentence }: State, { span }: Slice): boolean =>
  /^[^;]*\brespectively\b/i.test(text.slice(span.end, sentence.end))
