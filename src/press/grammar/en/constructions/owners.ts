import { Slice } from '../../../items.js'
import type { Frame, Phrase, Reporter } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { nationOf, reporterIn } from '../complements.js'
import { clauseStart, isPartnerName, phraseAt, possession, pronoun, samePhrases } from '../cues.js'
import { namesGoods } from '../lexing/goods.js'
import { isGeneric, noun } from '../nouns.js'
import { sentenceSubject, sentenceWords } from '../sentence.js'
import type { State } from '../state.js'
import { type FoundMetric, subjectAt } from '../subject.js'
import { regimes } from '../words.js'

export function ownerOf(state: State, before: Slice, end: number): Reporter | null {
  // "U.S.-bound shipments" are those of another.
  if (/-bound\s*$/.test(before.text.slice(0, end))) return null
  const start = clauseStart(before.text.slice(0, end))
  return reporterIn(noun(before.slice(start, end)), state.context).reporter
}

// Names what moved a balance, and has none: "the crackdown and improved performance saw the surplus reach".
const causes =
  /\b(?:(?<!\b(?:export|import|trade) )performance|crackdown|slowdown|slump|rise|fall|growth|decline|increase|decrease|surge|drop|prices?|demand|measures|policies|rebound|recovery|outcome|result|situation|development|trend|figures?|data)\b/i

const fromWhich =
  /(?:^|\b(?:to|from|with|of|by|for|behind|came|was|is|overtook|passed)\s)(?:the )?((?:(?!\b(?:to|from|with|of|by|for|behind|came|was|is|overtook|passed)\s)[^,;:()]){3,60}), (?:from|to|with) which\s+(?:its |the |[\w ]{2,20}['’]s )?$/i

// Names the partner of a balance ahead of whose it is: "As for the EU, Japan booked a deficit".
const forPartner =
  /^\W*(?:as )?(?:for|regarding|concerning) (?:the )?([^,;:()]{2,40})(?:, including [^,;:()]{2,40})?, (?=(?:the )?\p{Lu})/iu

export const inTradeWith = String.raw`(?:in|for|regarding|concerning|as (?:regards|for)|with (?:regard|respect) to) (?:its |the |bilateral |foreign |\p{Lu}[\p{sc=Latn} .]{1,25}['’]s )?(?:foreign )?trade (?:in goods )?with`
const atHead = new RegExp(
  String.raw`^\s*(?:(?:${inTradeWith}|with(?:in)?|to|from)\s+([^,]{3,120}?)(?:\s*[(][^()]*[)])?,|in trade with\s+([^,]{3,60}?)(?=\s+(?:exports|imports)\b|\s*$))`,
  'iu',
)

/**
 * Reads whose trade a bare metric is: "With ASEAN, imports and exports …", "e-commerce achieved exports of …", and, as
 * the object of a verb without a subject of its own, what the sentence is about.
 */
export function ownerPhrases(
  state: State,
  before: Slice,
  { start: end, metric }: Pick<FoundMetric, 'start' | 'metric'>,
): readonly Phrase[] | null {
  const fronted = atHead.exec(before.text.slice(0, end))
  // "From the beginning of the year," names no partner.
  const isFrom = fronted !== null && /^\W*from\b/i.test(fronted[0]) && !/^\W*[Ff]rom (?:the )?\p{Lu}/u.test(fronted[0])
  if (fronted !== null && state.fresh && !isFrom) {
    const name = fronted[1] ?? fronted[2] ?? ''
    const from = fronted[0].indexOf(name)
    const words = noun(before.slice(from, from + name.length))
    const phrases: readonly Phrase[] = [{ text: words.text, span: words.span, dimension: 'PARTNER' }]
    if (/^\s*in/i.test(fronted[0])) state.paragraph = phrases
    if (words.text !== '' && !/\b(?:figures|series|data|basis|terms|prices|adjustment)\b/i.test(words.text))
      return phrases
  }
  const other = metric === 'BALANCE' && state.fresh ? forPartner.exec(before.text.slice(0, end))?.[1] : undefined
  if (other !== undefined && (economyAt(other) !== null || /^rest of/i.test(other)))
    return [{ ...phraseAt(before, before.text.indexOf(other), other.length), dimension: 'PARTNER' }]
  const whence = fromWhich.exec(before.text.slice(0, end))?.[1] ?? ''
  if (whence !== '')
    return [{ ...phraseAt(before, before.text.lastIndexOf(`${whence},`), whence.length), dimension: 'PARTNER' }]
  const group =
    /^\W*(?:in|for|within) the (?:group|category|sector) of ([^,;:]{3,60}),/i.exec(before.text.slice(0, end))?.[1] ?? ''
  if (state.fresh && group !== '') return [phraseAt(before, before.text.indexOf(group), group.length)]
  if (state.fresh && !state.continues && state.paragraph.length > 0) return state.paragraph
  const { phrases: balanced = [] } = state.balanced ?? {}
  const isOfSame = state.told.every(
    ({ phrases: [phrase] }) => (phrase?.text ?? balanced[0]?.text) === balanced[0]?.text,
  )
  const ofBalance = isOfSame ? balanced : []
  const isAtHead = /^\W*$/.test(before.text.slice(0, end))
  if (state.fresh && !state.continues && metric !== 'BALANCE' && isAtHead && ofBalance.length > 0) return ofBalance
  const start = clauseStart(before.text.slice(0, end))
  const found = possession.exec(before.text.slice(start, end))
  if (found === null) return null
  const words = noun(before.slice(start, start + found.index))
  // "The trade balance of Indonesia recorded a surplus" is about the total.
  if (/\bbalance\b/i.test(words.text) || (metric === 'BALANCE' && causes.test(words.text))) return null
  if (words.text === '' || /^(?:it|they|this|which)$/i.test(words.text) || isGeneric(words.text)) {
    // "Private firms, an important part, achieved trade of" has its subject before what is inserted.
    const said = sentenceWords(state, before.span.start + (words.text === '' ? start : 0))
    const subject = sentenceSubject(state, said, said.text.length)
    return state.fresh ? (words.text === '' ? subject : null) : (subject ?? samePhrases(state.frames))
  }
  const { reporter, rest } = reporterIn(words, state.context)
  const own = noun(rest)
  const isOwn = reporter !== null && state.context.vocabulary.dimensionOf(own.text) === 'ENTERPRISE_TYPE'
  if (isOwn) return [{ text: own.text, span: own.span, dimension: null }]
  const isOffice =
    /\b(?:bureau|office|agency|ministry|statistics|customs|administration|data|figures?|reports?|estimates?|country|nation|officials?|government)\b/i.test(
      words.text,
    )
  return reporter !== null || isOffice || words.text.split(' ').length > 6
    ? null
    : [{ text: words.text, span: words.span, dimension: null }]
}

const pointsAt =
  /^\W*(?:this|that) (?:is|was|represent(?:s|ed)|means|meant|mark(?:s|ed)|correspond(?:s|ed) to|equal(?:s|led)) an?\s/i
const inFlow = /\bin (?:the |its )?(exports|imports)\b(?! (?:of|to|from|with)\b)/i

// "This was a 2 percent drop in exports" is of the exports of the sentence before.
export function flowTold({ told, text, sentence }: State, after: Slice): readonly Frame[] | null {
  const flow = pointsAt.test(text.slice(sentence.start, sentence.end)) ? inFlow.exec(after.text)?.[1] : undefined
  const own = told.filter(({ metric }) => metric === flow?.toUpperCase())
  return own.length === 1 && own[0]?.phrases.length === 1 ? own : null
}

export const reporterOf = (context: State['context']): Reporter | null => context.region ?? nationOf(context)

/** Returns whose figures a sentence gives where it does not say. */
export function reporterInForce({ context, continues, fresh, frames }: State): Reporter | null {
  const own = reporterOf(context)
  return continues || !fresh ? (frames[0]?.reporter ?? own) : own
}

const fromOutside = /^(?:the )?(?:extra[- ]?(?:EU|euro area|EA)\d{0,2}|rest of the world)$/i

export function isSelf({ context: { main } }: State, name: string): boolean {
  const found = economyAt(name)
  return found?.end === name.length && found.economy.code === main?.code
}

/** Leaves out the economy of the text, pronouns, and partners as those whose trade it is. */
export const besidesSelf = (state: State, frame: Frame): Frame =>
  ofMain(state, withoutSelf(state, fromSelf(state, frame)))

const opening =
  /^\W*(?:notably|specifically|in particular|meanwhile|overall|(?:over|during|in) (?:the|this|that) (?:same )?period), (?=\S)/i

// "Notably, mechanical and electrical products accounted for"
export function withoutOpening(frames: readonly Frame[] | null): readonly Frame[] | null {
  if (frames?.some(({ phrases }) => phrases.some(({ text }) => opening.test(text))) !== true) return frames
  const own = (each: Phrase): Phrase => withoutWords(each, opening.exec(each.text)?.[0].length ?? 0)
  return frames.map((frame) => ({ ...frame, phrases: frame.phrases.map(own) }))
}

const pointed = /^(?:those|that) (?:to|from|with) (?:the )?/i

const withoutWords = (each: Phrase, length: number): Phrase => ({
  ...each,
  text: each.text.slice(length),
  span: { ...each.span, start: each.span.start + length },
})

/** Leaves out whose trade it is: "shipments from China to Vietnam", and "those to Vietnam", are of Vietnam. */
function fromSelf(state: State, frame: Frame): Frame {
  const phrases = frame.phrases.map((each) => {
    const those = pointed.exec(each.text)?.[0].length ?? 0
    if (those > 0) return { ...withoutWords(each, those), dimension: 'PARTNER' as const }
    const [, own = ''] = /^(\p{Lu}[\p{sc=Latn} ]{2,30}?) to (?=\S)/u.exec(each.text) ?? []
    if (frame.metric !== 'EXPORTS' || own === '' || !isSelf(state, own)) return each
    return withoutWords(each, own.length + ' to '.length)
  })
  return { ...frame, phrases }
}

/** Drops pronouns, and the main economy as a category of its own trade: "Luxembourg witnessed a decline in exports". */
function withoutSelf(state: State, frame: Frame): Frame {
  const code = state.context.main?.code
  const isUnion = code === 'EU' || code === 'EA'
  const isOwn = ({ text, dimension }: Phrase): boolean =>
    pronoun.test(text) || (isUnion && fromOutside.test(text)) || (dimension !== 'PARTNER' && isSelf(state, text))
  return frame.phrases.some(isOwn) ? { ...frame, phrases: frame.phrases.filter((each) => !isOwn(each)) } : frame
}

/** Gives trade with a partner to the economy of the text: "The EU ranked second with trade of 2 trillion". */
function ofMain({ context, text: all, sentence }: State, frame: Frame): Frame {
  const { reporter, phrases, metric } = frame
  const isPartner = metric === 'TRADE' && reporter?.kind === 'ECONOMY' && reporter.isMain !== true
  if (!isPartner) return frame
  if (phrases.some(({ text }) => text === reporter.words)) return { ...frame, reporter: reporterOf(context) }
  // "South Korean trade fell" of a text of Tianjin
  const said = Slice.of(all, sentence)
  const at = said.text.indexOf(`${reporter.words} trade`)
  if (context.region === null || phrases.length > 0 || at < 0) return frame
  const partner: Phrase = { ...phraseAt(said, at, reporter.words.length), dimension: 'PARTNER' }
  return { ...frame, phrases: [partner], reporter: context.region }
}

/** Returns the regime whose trade the sentence before has told, where a flow follows: "General trade rose to 3 bn. Exports were". */
export function partOfTold(
  { told, fresh }: State,
  before: Slice,
  { metric, start }: FoundMetric,
): readonly Phrase[] | null {
  const [frame, ...others] = told
  const [phrase] = frame?.phrases ?? []
  const isFlow = metric === 'EXPORTS' || metric === 'IMPORTS'
  if (!fresh || !isFlow || phrase === undefined || others.length > 0 || frame?.metric !== 'TRADE') return null
  return regimes.test(phrase.text) && /^\W*(?:its |the )?$/i.test(before.text.slice(0, start)) ? [phrase] : null
}

const clauseOf =
  /(?:[,;]\sand|[,;]?\s(?:while|whereas|but))\s+(?:the )?(\p{Lu}[\p{sc=Latn}. ]{1,40}?), with (?:its |their |bilateral |two-way |total |the |combined |an? )*$/u

/**
 * Returns the partner that the clause is about, or that of the trade that it names before: "while the US, with trade down",
 * "while trade with Japan slowed, with the combined volume at".
 */
export function partnerOfClause(
  { context }: State,
  before: Slice,
  metrics: readonly FoundMetric[],
  found: FoundMetric,
): readonly Phrase[] | null {
  const [, name = ''] = clauseOf.exec(before.text.slice(0, found.start)) ?? []
  if (isPartnerName(context, name))
    return [{ ...phraseAt(before, before.text.lastIndexOf(name, found.start), name.length), dimension: 'PARTNER' }]
  const other = metrics.findLast(({ end }) => end <= found.start)
  if (other === undefined || other.metric !== found.metric || found.metric === 'BALANCE') return null
  const { phrases } = subjectAt(before.slice(0, found.start), other, [other], 1, context)
  return phrases.length === 1 && phrases[0]?.dimension === 'PARTNER' ? phrases : null
}

/**
 * Reads whose the flows of a trade are: "trade of private firms was 5 bn, including exports of 3 bn and imports of", "trade of
 * machinery was 5 bn, while exports surged".
 */
export function partsOfTrade(
  { fresh, frames, context }: State,
  before: Slice,
  found: FoundMetric,
): readonly Phrase[] | null {
  const [frame, ...others] = frames
  const [phrase, ...more] = frame?.phrases ?? []
  if (fresh || others.length > 0 || frame?.metric !== 'TRADE' || phrase === undefined) return null
  const said = before.text.slice(0, found.start)
  if (/\bincluding (?:its |the |total )*$/i.test(said)) return frame.phrases
  const isOfGoods =
    phrase.dimension === null && (context.vocabulary.dimensionOf(phrase.text) ?? 'PRODUCT') === 'PRODUCT'
  return isOfGoods && more.length === 0 && ofSameGoods.test(said) ? frame.phrases : null
}

const ofSameGoods = /^(?:\s*in )?,\s(?:with|whil(?:e|st)|as) (?:its |their )?$/i

const rankedWith =
  /(?:^|\b(?:become|became|remained|was|as) )(?:the )?(?<name>\p{Lu}[\p{sc=Latn} .]{1,24}?)['’]s (?:[a-z-]+ ){0,3}(?:supplier|exporter|seller|buyer|customer|importer|market|destination|source), with (?:total |annual )?$/u

const whereSold = /\bwith (?:the )?(?<name>\p{Lu}[^,;:()]{1,40}), where (?:its |the |total )?$/u

// "shipments to China fell by 3 percent, with India, where exports rose by"
function placeOf({ fresh, frames, context }: State, said: string): string {
  const name = whereSold.exec(said)?.groups?.['name'] ?? ''
  const isOfPartner = !fresh && frames.some(({ phrases }) => phrases[0]?.dimension === 'PARTNER')
  return isOfPartner && isPartnerName(context, name) ? name : ''
}

// "to become Brazil's top supplier, with shipments of 72 bn"; null for another's trade with the economy of the text
export function rankedBy(state: State, before: Slice, { start }: FoundMetric): readonly Phrase[] | null | undefined {
  const said = before.text.slice(0, start)
  const name = rankedWith.exec(said)?.groups?.['name'] ?? placeOf(state, said)
  if (name === '') return undefined
  return isSelf(state, name)
    ? null
    : [{ ...phraseAt(before, said.lastIndexOf(name), name.length), dimension: 'PARTNER' }]
}

const ledBy = String.raw`\b(?:driven|led|boosted|helped|supported|buoyed|powered|lifted|topped|followed|dragged down|weighed down) (?:[a-z]+ )?by (?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,50}?), `
const ledByWhose = new RegExp(`${ledBy}whose (?:own |total )?$`, 'iu')
// "led by fuels, exports of which fell by"
const ledByThat = new RegExp(`${ledBy}(?:the )?$`, 'iu')

// "a bright spot was general trade, whose exports amounted to"
const wasWhose =
  /\b(?:was|were|is|are|remained|became|came from) (?:the )?(?<name>[a-z][^,;:()]{2,40}), whose (?:own |total )?$/u

// "exports rose to 58 bn, led by chips, whose exports surged"
export function leaderWhose(before: Slice, { start, end }: FoundMetric): readonly Phrase[] | null {
  const said = before.text.slice(0, start)
  const isOfWhich = /^ of which\b/.test(before.text.slice(end))
  const spot = isOfWhich ? '' : (wasWhose.exec(said)?.groups?.['name'] ?? '')
  if (regimes.test(spot) || namesGoods(spot)) return [phraseAt(before, said.lastIndexOf(spot), spot.length)]
  const name = (isOfWhich ? ledByThat : ledByWhose).exec(said)?.groups?.['name'] ?? ''
  return name === '' ? null : [phraseAt(before, said.lastIndexOf(name), name.length)]
}

// "while trade with Japan amounted to 2 bn, with exports increasing by"
export function tradeJustTold(
  { fresh, frames: [frame, ...others] }: State,
  before: Slice,
  { metric }: FoundMetric,
): readonly Phrase[] | null {
  // "bilateral trade rose by 3 percent, with the total trade volume reaching 2 bn"
  const isTotal = /^\W*with (?:the |a )?(?:total|combined|overall|cumulative) trade (?:volume|value|turnover)\b/i.test(
    before.text,
  )
  if (fresh || (metric === 'TRADE' && !isTotal) || frame?.metric !== 'TRADE' || others.length > 0) return null
  const isOfPartner = frame.phrases.length === 1 && frame.phrases[0]?.dimension === 'PARTNER'
  return isOfPartner && /^\W*with\b/i.test(before.text) ? frame.phrases : null
}
