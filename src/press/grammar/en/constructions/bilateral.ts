import { memoizeByText } from '../../../../lib/memo.js'
import type { Slice } from '../../../items.js'
import type { Frame, Metric, Phrase } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { phraseAt, possession } from '../cues.js'
import { listOf, noun } from '../nouns.js'
import { sentenceSubject, sentenceWords } from '../sentence.js'
import type { State } from '../state.js'
import type { FoundMetric, Subject } from '../subject.js'

const atHead =
  /^\W*(?:(?:specifically|in detail|in particular|respectively|breaking it down|of (?:this|that|these|which|the total)|among (?:this|them|these|which)),?\s+)?(?:the )?$/i
const ofFigure =
  /^\W*of (?:this|that|these|which|the (?:figure|amount|sum|volume|value)),?\s+(?:[\p{sc=Latn} ]{2,30}['’]s )?$/iu
const bothFlows =
  /\b(?:exports\b(?! (?:of|to|from|with)\b)[^;]{0,200}\bimports|imports\b(?! (?:of|to|from|with)\b)[^;]{0,200}\bexports)\b(?! (?:of|to|from|with)\b)/i
const whole = /\b(?:total|overall|all|global|whole|foreign|aggregate)\s*$/i

const pair = /^[^\n]*\b(?:China|Sino)[-\x96](\p{Lu}[\p{sc=Latn}.]*) (?:foreign |bilateral |goods )?trade\b/u
const partnerInTitle = memoizeByText((text): { readonly phrase: Phrase | null } => {
  const title = pair.exec(text)
  const name = title?.[1] ?? ''
  const at = title?.[0].lastIndexOf(name) ?? 0
  return { phrase: title && { text: name, span: { start: at, end: at + name.length }, dimension: 'PARTNER' } }
}, 10)

/**
 * Returns the partner of flows that name none: those of a text with the trade of two sides as its title, and those that follow
 * the trade with one partner: "Trade with ASEAN rose 3 percent. Exports rose 2 percent and imports 4 percent".
 */
export function otherSide(state: State, before: Slice, found: FoundMetric, subject: Subject): Phrase | null {
  const { metric, start } = found
  const said = before.text.slice(0, start)
  if (metric === 'TRADE') return sameTrade(state, said, found)
  if ((metric !== 'EXPORTS' && metric !== 'IMPORTS') || subject.isVerb || whole.test(said)) return null
  const { phrase: titled } = partnerInTitle(state.text)
  const isOfMain =
    subject.reporter === null || (subject.reporter.kind === 'ECONOMY' && subject.reporter.isMain === true)
  if (titled !== null && isOfMain && state.sentence.start > 0) return titled
  const { fresh, told, text, sentence } = state
  const [first] = told
  const [phrase] = first?.phrases ?? []
  const isOne = told.every((each) => each.metric === 'TRADE' && each.phrases[0]?.text === phrase?.text)
  if (!fresh || phrase?.dimension !== 'PARTNER' || !isOne) return null
  if (isOfMain && ofFigure.test(said)) return phrase
  if (subject.reporter !== null || !atHead.test(said)) return null
  return bothFlows.test(text.slice(sentence.start, sentence.end)) ? phrase : null
}

const theTrade = /(?:^|[^\p{sc=Latn}])(?:the|this|such|that) $/iu
// "Trade between China and ASEAN is picking up speed. This trade amounted to 172.4 billion yuan"
const sameTrade = ({ fresh, frames, told }: State, said: string, { text }: FoundMetric): Phrase | null => {
  const spoken = told.length > 0 ? told : frames
  const [phrase] = spoken[0]?.phrases ?? []
  const isSame = fresh && /^trade(?: volume| value)?$/i.test(text) && theTrade.test(said)
  const isOfOne = spoken.every(({ phrases: [own] }) => own?.text === phrase?.text)
  return isSame && isOfOne && phrase?.dimension === 'PARTNER' ? phrase : null
}

/**
 * Returns the partner of trade with the main economy, the subject of "Turkmenistan saw a decline in its trade with China":
 * null if that is unknown, undefined of other trade. `behind` follows the words for trade.
 */
export function partnerOfMain(state: State, behind: string, to: number): Phrase | null | undefined {
  const { main } = state.context
  const link = /^\s*(?:(?:volume|turnover|value)s? )?with (?:the )?(?=\p{Lu})/u.exec(behind)
  if (main === null || link === null || economyAt(behind.slice(link[0].length))?.economy !== main) return undefined
  const [subject] = sentenceSubject(state, sentenceWords(state, to), Number.POSITIVE_INFINITY) ?? []
  const found = economyAt(subject?.text ?? '')
  const isOther = found !== null && found.end === subject?.text.length && found.economy !== main
  return isOther && subject !== undefined ? { ...subject, dimension: 'PARTNER' } : null
}

/** Returns those who have the trade of a list, one each: "private firms and foreign firms saw imports and exports of". */
export function holdersOf(
  { context }: State,
  before: Slice,
  { metric, start }: FoundMetric,
  count: number,
): readonly Phrase[] {
  const said = before.text.slice(0, start)
  const verb = possession.exec(said)
  if (
    count < 2 ||
    metric !== 'TRADE' ||
    verb === null ||
    !/^\s*(?:total |combined |an? )?$/i.test(said.slice(verb.index + verb[0].length))
  )
    return []
  const names = listOf(noun(before.slice(0, verb.index)), count, context)
  const dimensions = new Set(names.map(({ text }) => context.vocabulary.dimensionOf(text)))
  const isList = names.length === count && dimensions.size === 1 && !dimensions.has(null)
  return isList ? names.map(({ text }) => phraseAt(before, before.text.indexOf(text), text.length)) : []
}

/**
 * Reads what a partner sells to the economy of the text, or buys from it: "the United States exported 17 bn worth of goods to
 * China", and, behind China's own trade with Russia, "Russia's exports to China".
 */
export function soldHome(
  { context, frames, told }: State,
  before: Slice,
  { metric, isVerb, end, text }: FoundMetric,
  { reporter }: Subject,
  after: Slice,
): Pick<Frame, 'metric' | 'phrases'> | null {
  const home = context.main?.code ?? 'CN'
  if (reporter?.kind !== 'ECONOMY' || reporter.code === home || (metric !== 'EXPORTS' && metric !== 'IMPORTS'))
    return null
  // What a partner buys is bought from the economy of the text, if nothing else is told.
  const isTraded =
    /^(?:sold|supplied|delivered|bought|purchased)\b/i.test(text) && !/^\s*(?:to|from)\b/i.test(after.text)
  const isSold = isTraded || isSoldTo(home, metric, isVerb === true ? after.text : before.text.slice(end))
  const isTold = [...frames, ...told].some(
    ({ phrases: [first] }) => first && economyAt(first.text)?.economy.code === reporter.code,
  )
  if (!isSold || (isVerb !== true && !(home === 'CN' && isTold))) return null
  const at = before.text.lastIndexOf(reporter.words)
  // "sold goods worth 3 bn to Brazil and bought goods valued at 2 bn" tells what the economy of the text buys.
  if (at < 0 || /\b(?:to|from|with) (?:the )?$/i.test(before.text.slice(0, at))) return null
  const phrase: Phrase = { ...phraseAt(before, at, reporter.words.length), dimension: 'PARTNER' }
  return { metric: metric === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS', phrases: [phrase] }
}

/** Indicates a flow of another economy, of which `behind` follows the words: "exports from Vietnam" in a text about China. */
export function isOfOther({ context: { main } }: State, metric: Metric, behind: string): boolean {
  const side = /^\s*(?:of [^,;.()]{2,40} )?(?:(?<from>from)|(?:in)?to) (?:the )?(?=\p{Lu})/u.exec(behind)
  const isOut = side?.groups?.['from'] !== undefined
  if (main === null || side === null || metric !== (isOut ? 'EXPORTS' : 'IMPORTS')) return false
  const name = behind.slice(side[0].length)
  // "imports to the UK from the EU" names both sides.
  if (/^[^,;.]{1,40}?\s(?:from|(?:in)?to) (?:the )?\p{Lu}/u.test(name)) return false
  const found = economyAt(name)
  return found === null ? isNicknamed.test(name) : found.economy !== main
}

// Names an economy by what it is: "the European heavyweight".
const isNicknamed = /^\p{Lu}\p{sc=Latn}+(?:an|ese|ish) (?:heavyweight|giant|powerhouse|country|nation|neighbou?r)\b/u

function isSoldTo(home: string, metric: Metric, after: string): boolean {
  const side =
    /^\s*(?:(?:(?:goods|products) )?(?:worth )?(?:of (?:goods|products)\s+)?)?(to|from) (?:the )?(\p{Lu}[\p{sc=Latn} .]{1,30})/u.exec(
      after,
    )
  const isHome = side !== null && economyAt(side[2] ?? '')?.economy.code === home
  return isHome && (side[1] === 'to') === (metric === 'EXPORTS')
}

const flowBehind = /^\s*(?:(?:was|were|are|is|of|in) )?(?:the )?(?=\p{Lu})/u

/** Indicates a flow of another economy behind a number, of a text about that of the other: "551 million were Portuguese exports". */
export function isOfOtherBehind({ context: { main } }: State, { text }: Slice): boolean {
  const start = flowBehind.exec(text)?.[0].length
  const named = start === undefined || main === null ? null : economyAt(text.slice(start))
  if (start === undefined || named === null || named.economy === main) return false
  return /^(?:['’]s)? (?:exports|imports)\b/.test(text.slice(start + named.end))
}
