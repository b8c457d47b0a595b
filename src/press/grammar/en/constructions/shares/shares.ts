import { numbers, Slice } from '../../../../items.js'
import { type Frame, type Phrase, type Reporter, valueMetric } from '../../../../statement.js'
import { asFor, phraseAt, shareMetric } from '../../cues.js'
import { isGeneric, listOf, noun, nounBefore, splitAt } from '../../nouns.js'
import type { State } from '../../state.js'
import { type FoundMetric, flowFrom, flowNamed, metricsIn } from '../../subject.js'
import { directionWord, foreign, regimes, verb } from '../../words.js'
import { isListed } from '../lists/listed.js'

const ofSide = new RegExp(
  `^\\W*(?:${asFor}|in(?: terms of)?|for|within|of) (?:the |total |all |goods )*(exports|imports)\\b(?:[^,;]{0,24},\\s*|\\s+)(?:the )?$`,
  'i',
)

const flowWith =
  /^(?:(?:\p{Lu}\p{sc=Latn}+['’]s|the (?:country|nation)['’]s|its|total|all|overall) )*(exports|imports) (?:to|from) (?:the )?((?:\p{Lu}|emerging |developing |traditional )(?:(?! of )[^,;:()]){1,40})$/u

/** Reads "the share of intermediate goods in imports was", and "the share of capital goods was" after it. */
export function shareSubject(
  state: State,
  before: Slice,
  after: Slice,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const found =
    /\b(?:share|ratio|proportion|fraction|weight|percentage)s? of (?:the )?([^;]{2,160}?)(?:\s+in (?:the |its |total |all |overall |foreign |(?!(?:the|its|total|all|overall|foreign) )[\p{sc=Latn}. ]{2,20}['’]s |\p{Lu}\p{sc=Latn}+ (?=exports|imports))*(exports?|imports?|trade)\b[^,;]{0,40})?(?:,? which)?\s+(?:was|is|were|made up|stood at|reached|amounted to|rose to|fell to|at|(?:went up|rose|increased|grew|expanded|went down|fell|dropped|declined|decreased)(?:\s+(?:in (?:comparison|relation) (?:with|to)|(?:as )?compared (?:with|to)|against|over|on|from)\b)?(?:\s+by)?)\s*$/iu.exec(
      before.text,
    )
  if (found === null) return null
  const from = found.index + found[0].indexOf(found[1] ?? '')
  const words = noun(before.slice(from, from + (found[1] ?? '').length)).trimmed(/\s*[(][^()]*[)]?$/u)
  const named = found[2] === undefined ? undefined : metricsIn(found[2])[0]?.metric
  const [, side] = ofSide.exec(before.text.slice(0, found.index)) ?? []
  const ofOpening = side === undefined ? undefined : flowFrom(side)
  const metric = named ?? ofOpening ?? flowBehind(after) ?? (state.frames[0] && valueMetric(state.frames[0].metric))
  if (/^(?:global|world|international)\b/i.test(words.text)) return []
  // "Machinery made up 78%, in which the ratio of computers was" is a share of machinery.
  if (/\b(?:in|of|within|among) which,?\s+(?:the )?$/i.test(before.text.slice(0, found.index))) return []
  // "The ratio of high-technology products in manufacturing industries" is no share of trade.
  if (found[2] === undefined && /\sin (?:the )?[a-z][\w\s'’-]{3,}$/.test(words.text)) return []
  // "The proportion of total exports to the EU was" is of that partner.
  const [, flow = '', partner = ''] = flowWith.exec(words.text) ?? []
  if (flow !== '' && count === 1 && (found[2] === undefined || named === flowFrom(flow))) {
    const own = phraseAt(words, words.text.lastIndexOf(partner), partner.length)
    return [{ metric: flowFrom(flow), phrases: [{ ...own, dimension: 'PARTNER' }], reporter }]
  }
  if (metric === undefined || words.text === '' || metricsIn(words.text).length > 0) return null
  const phrases = listOf(words, count, state.context).map(({ text, span }) => ({ text, span, dimension: null }))
  state.subjects = phrases
  return phrases.map((phrase) => ({ metric, phrases: [phrase], reporter }))
}

const ownShare =
  /(?:^|[,;]|\b(?:and|while)\b)\s*(?:the )?([\p{sc=Latn}][^,;:()]{1,50}?)(?:['’]s|(?<=s)['’]) (?:share|weight|proportion) (?:in|of) (?:the |its |total |all |overall |foreign |goods |merchandise |\p{sc=Latn}+(?:['’]s|ish|ese|ian|ean|can) )*(imports and exports|exports and imports|exports|imports|trade)\b[^,;]{0,40}?\s(?:was|is|stood at|reached|amounted to|(?:increased?|rose|rise|decreased?|declined?|fell|fall|grew|grow|dropped|drop|went up|went down)(?: to| by)?)\s*$/iu

export function ownShareOf(before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const found = ownShare.exec(before.text)
  const [, name = '', flow = ''] = found ?? []
  if (found === null || !isListed(name)) return null
  const metric = / and /i.test(flow) ? 'TRADE' : flowNamed(flow)
  return [{ metric, phrases: [phraseAt(before, before.text.lastIndexOf(`${name}`), name.length)], reporter }]
}

const withShare =
  /^\W*(?:[^,;:()]{2,40}, )?(?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,50}?),? with (?:an? )?(?:[a-z]+ )?share of\s*$/iu
const wasRanked =
  /^\s*,\s*(?:was|were|is|are|remained|became|ranked)\b[^.;:()]{0,40}?\b(?:(export)s?|(import)s?|trad(?:e|ing))\b/i

export function rankedShare({ fresh }: State, before: Slice, after: Slice, reporter: Reporter | null): Frame[] | null {
  const name = fresh ? (withShare.exec(before.text)?.groups?.['name'] ?? '') : ''
  const rank = wasRanked.exec(after.text)
  if (rank === null || !isListed(name)) return null
  const metric = rank[1] !== undefined ? 'EXPORTS' : rank[2] !== undefined ? 'IMPORTS' : 'TRADE'
  return [{ metric, phrases: [phraseAt(before, before.text.lastIndexOf(name), name.length)], reporter }]
}

const inOther = new RegExp(
  `^\\s*(?:,?\\s*(?:and|while|whereas|but)|,) (?:(?:(?:(?:that|the share|its share) (?:of|in)|in|of) )?(?:the |its )?(exports|imports) (?:[\x96\x97-] )?(?:${directionWord}|for|of|at)(?: by)?|(?:in|of) (?:the |its |total )*(?<bare>exports|imports))\\s*$`,
  'i',
)
const inFlow =
  /^\s*(?:in|of) (?:the |its |total |all |overall |(?!(?:the|its|total|all|overall) )[\p{sc=Latn}. ]{2,20}['’]s )*(exports|imports)\b(?! (?:of|to|from)\b)/iu
const betweenFlows =
  /^\s*(?:in|of) (?:the |its |total |all |overall |(?!(?:the|its|total|all|overall) )[\p{sc=Latn}. ]{2,20}['’]s )*(?:exports|imports)\s*(?:,\s*)?(?:and|,)\s*(?:of\s*)?$/iu

function flowBehind(after: Slice): 'EXPORTS' | 'IMPORTS' | undefined {
  const flow = inFlow.exec(after.text)?.[1]
  return flow === undefined ? undefined : flowFrom(flow)
}

function sinceNumber({ items, text, sentence }: State, end: number): string {
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= end)
  return text.slice(Math.max(last?.end ?? 0, sentence.start), end)
}

/** Indicates the share of the same in the other flow, behind its number or ahead of it. */
export const isInOther = (state: State, start: number, before: string, after: string): boolean =>
  state.lastRole === 'SHARE' &&
  ((betweenFlows.test(sinceNumber(state, start)) && inFlow.test(after)) ||
    inOther.exec(before)?.groups?.['bare'] !== undefined)

const held =
  /^(?:\W*(?:in|for|during)\b[^,;:()]{0,40}[, ])?\s*(?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,50}?) (?:had|has|have|held|holds?|t(?:ook|akes?)|kept|retained|maintained|recorded|reached) (?:an? |the )?(?:[a-z]+ )?share of\s*(?:about |nearly |over )?$/iu

// "On the other hand agricultural products, with only 2.9 percent of exported goods, went up by"
const inserted =
  /^\W*(?:(?:on the other hand|by contrast|in contrast|meanwhile|however),?\s+)?(?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,50}?), with (?:(?:only|just|merely|about|nearly|some|almost|over) )*$/iu
const ofGoods = /^\s*of (?:all |the |total )*(exported|imported) goods\b/i

export function heldShare(before: Slice, after: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const name = (held.exec(before.text) ?? inserted.exec(before.text))?.groups?.['name'] ?? ''
  const goods = ofGoods.exec(after.text)?.[1]
  const metric = goods === undefined ? flowBehind(after) : flowFrom(goods)
  if (metric === undefined || !isListed(name)) return null
  return [{ metric, phrases: [phraseAt(before, before.text.lastIndexOf(name), name.length)], reporter }]
}

const reached = /^\s*(?:from\s+)?(?:to|reaching)\s*$/i

/** Reads the share of the same in the other flow, or to which it has moved: "rose by 0.6 points to 27 percent, while imports rose by". */
export function shareInOther(state: State, before: Slice, after: Slice): readonly Frame[] | null {
  const { frames, lastRole } = state
  const [frame, ...others] = frames
  if (frame === undefined || others.length > 0 || frame.phrases.length === 0) return null
  if (lastRole === 'SHARE_CHANGE' && reached.test(before.text)) return frames
  if (lastRole !== 'SHARE') return null
  const behind = betweenFlows.test(sinceNumber(state, before.span.end)) ? flowBehind(after) : undefined
  if (behind !== undefined) return [{ ...frame, metric: behind }]
  const other = inOther.exec(before.text)
  const flow = other?.[1] ?? other?.groups?.['bare']
  return flow === undefined ? null : [{ ...frame, metric: flowFrom(flow) }]
}

/** Says that the numbers which follow are shares of what the sentence before has listed. */
export const theyHold =
  /^\W*(?:they|these|the (?:two|three|four|five)|these (?:two|three|four|five))\b[^,;]{0,40}?\b(?:account(?:ed|s)? for|made up|took up|represented)\s*(?:about |nearly )?$/i

const ofRanked = /^\W*(?:of|among|by|in terms of|as for|regarding) [^,]{3,50},\s*(?=\S)/i
/** Stands between names, but not before what one includes. */
const apartFromAsides = /,(?!\s*(?:including|excluding|except)\b)\s*(?:and\s+)?|\s+and\s+/gi

/** Reads "the EU and the US were the largest partners, accounting for 15 percent and 12 percent of trade". */
export function shareHolders(
  state: State,
  before: Slice,
  after: Slice,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const found = /^(.{2,120}?)\s(?:was|were|is|are|remain\w*|continu\w*|rank\w*|became)\s.*,/is.exec(before.text)
  const metric = shareMetric(after.text)
  if (!state.fresh || found === null || metric === null) return null
  const opening = ofRanked.exec(found[1] ?? '')?.[0].length ?? 0
  const words = noun(before.slice(opening, (found[1] ?? '').length))
  const apart = splitAt(words, apartFromAsides)
  const names = apart.length === count ? apart : listOf(words, count, state.context)
  const phrases = names.map(({ text, span }): Phrase => ({ text, span, dimension: null }))
  const { vocabulary } = state.context
  const isKnown = ({ text }: Phrase): boolean => vocabulary.dimensionOf(text) !== null || /^\p{Lu}/u.test(text)
  if (phrases.length !== count || !phrases.every(isKnown)) return null
  state.subjects = phrases
  return phrases.map((phrase) => ({ metric, phrases: [phrase], reporter: reporter }))
}

const itsShare =
  /\b(?:the|that|this) (?:country|bloc|region|market|group|union|association|continent)['’]s (?:share|proportion)\b[^,;]*$/i

export function shareOfNamed({ frames, fresh }: State, before: Slice): readonly Frame[] | null {
  const [first] = frames
  const isOne = frames.length === 1 && first?.phrases[0]?.dimension === 'PARTNER'
  return !fresh && isOne && itsShare.test(before.text) ? [{ ...first, metric: valueMetric(first.metric) }] : null
}

const worth =
  /^\W*(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?)(?: (?:exports|imports))?, (?:at|worth|valued at|with a (?:total )?value of)\s*(?:about |nearly |over )?$/iu
const ofFlow =
  /\b(?:made up|account(?:ed|ing) for|represent(?:ed|ing)|constituted|took up|compris(?:ed|ing))[^,;.]{0,30}\sof (?:the |its |all |total |overall |(?!(?:the|its|all|total|overall) )[\w. ]{2,20}['’]s )*(exports|imports)\b|^,?\s*(?:headed|topped|led) the (?:list|ranking) of (?:the |its |all |(?!(?:the|its|all) )[\w. ]{2,20}['’]s )*(exports|imports)\b/i

const mainstay =
  /^\W*(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?) (?:remained|were|was|are|is) (?:the |a )?(?:mainstay|backbone|bulk|core) of (?:the |its |all |total |(?!(?:the|its|all|total) )[\w ]{2,20}['’]s )*(exports|imports)(?:,? (?:at|with|reaching|totall?ing)|:)\s*$/iu

const highlight =
  /^\W*(?:(?:in|for|during)\b[^,;:()]{0,40},\s*)?(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?) (?:was|were|is|are|remained|became|proved) (?:also )?(?:(?:one of )?(?:the|its) )?(?:[a-z-]+ )?(?:highlights?|bright spots?|pillars?|drivers?|mainstays?) (?:of|in|for) (?:the |its |(?!(?:the|its) )[\w ]{2,20}['’]s )*(?:[a-z]+ )?(exports|imports)(?: growth)?, (?:with|at|reaching|totall?ing|worth)\s*(?:about |over )?$/iu

const headed =
  /^(?:\W*(?:[Ii]n|[Ff]or|[Dd]uring)\b[^,;:()\p{sc=Latn}]{0,10}(?:the )?,?)?\W*(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?) (?:headed|topped|led) (?:the (?:list|ranking) of )?(?:the |its |all |(?!(?:the|its|all) )[\w ]{2,20}['’]s )+(exports|imports),? (?:in\s*(?:the\s*)?,? ?)?(?:at|with|worth)\s*$/u

/** Reads what a level is of whose share the sentence goes on with: "Machinery, worth 9 trillion yuan, made up 60% of exports". */
export function worthAhead(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const main = mainstay.exec(before.text) ?? highlight.exec(before.text) ?? headed.exec(before.text)
  const name = main?.[1] ?? worth.exec(before.text)?.[1] ?? ''
  if (!state.fresh || name === '') return null
  const rest = Slice.of(state.text, { start: before.span.end, end: state.sentence.end }).text
  const flows = ofFlow.exec(rest)
  const flow = main?.[2] ?? flows?.[1] ?? flows?.[2] ?? ''
  if (flow === '') return null
  state.subjects = [phraseAt(before, before.text.indexOf(name), name.length)]
  return [{ metric: flowFrom(flow), phrases: state.subjects, reporter }]
}

const holdsPart =
  /^\W*(?:the )?([\p{sc=Latn}][^,;:()]{1,50}?),\s+which\s+(?:account(?:ed|s) for|ma(?:de|kes?) up|t(?:ook|akes?) up|represent(?:ed|s)|constitut(?:ed|es))\s*(?:about |over |nearly )?$/iu

export function wholeHolder(
  state: State,
  before: Slice,
  after: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const name = holdsPart.exec(before.text)?.[1] ?? ''
  const isOfAll =
    /^\s*of (?:the |(?:the country|China|the nation)['’]s )total(?: (?:foreign )?trade| value)?\s*(?:,|$)/i
  if (!state.fresh || name === '' || !isOfAll.test(after.text)) return null
  if (!regimes.test(name) && !(state.hasBoth && state.context.vocabulary.dimensionOf(name) !== null)) return null
  const phrase = {
    text: name,
    span: before.slice(before.text.indexOf(name), before.text.indexOf(name) + name.length).span,
  }
  state.subjects = [{ ...phrase, dimension: null }]
  return [{ metric: 'TRADE', phrases: state.subjects, reporter }]
}

const standing =
  /^(?:\W*(?:in|for|during|over)\b[^,;:()]{0,40},)?\s*(?:the )?(\p{sc=Latn}[^,;:()]{2,50}?) (?:accounted|made|took|grew|rose|increased|expanded|climbed|kept|continued|remained|performed|developed)\b[^;:()]*,\s*(?:standing at|reaching|totall?ing|amounting to|hitting)\s*$/iu

export function standingAt(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const name = state.fresh ? (standing.exec(before.text)?.[1] ?? '') : ''
  if (!regimes.test(name)) return null
  state.subjects = [phraseAt(before, before.text.indexOf(name), name.length)]
  return [{ metric: 'TRADE', phrases: state.subjects, reporter }]
}

const withThat =
  /^\s*with (?:(?:the|that|this) (?:bloc|country|region|group|union|continent|area|island|market|neighbou?r)|it|them)\b/

/** Reads whose trade a balance is that names its partner behind: "a surplus of 31 bn with the US, 12 bn with the EU". */
export function balanceWith(
  state: State,
  found: FoundMetric | undefined,
  after: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const [inForce] = state.frames
  const isBalance = found === undefined ? inForce?.metric === 'BALANCE' && !state.fresh : found.metric === 'BALANCE'
  const named =
    /^\s*(?:(?:was|were) (?:recorded|registered|posted|reported|noted|observed|seen|achieved) )?(?:in (?:its |goods )?trade )?with (?:the )?([A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*)*\s?)/u.exec(
      after.text,
    )
  const isOne = state.frames.length === 1 && inForce?.phrases[0]?.dimension === 'PARTNER'
  if (isBalance && !isOne && withThat.test(after.text)) return []
  const isOfThat = isBalance && found !== undefined && inForce !== undefined && withThat.test(after.text)
  if (isOfThat) return [{ ...inForce, metric: 'BALANCE', isDeficit: found.isDeficit ?? false }]
  if (!isBalance || named === null) return null
  const words = noun(after.slice(named[0].length - (named[1] ?? '').length, named[0].length)).trimmed(/(?<![A-Z])\.$/u)
  if (words.text === '' || metricsIn(words.text).length > 0) return null
  state.consumed = words.span.end
  const phrases: readonly Phrase[] = [{ text: words.text, span: words.span, dimension: 'PARTNER' }]
  const isDeficit = found === undefined ? inForce?.isDeficit : found.isDeficit
  return [{ metric: 'BALANCE', phrases, reporter, isDeficit: isDeficit ?? false }]
}

const ofTotal = /^\s*of (?:the |its |all |[\w.]+'s? )*(?:total|overall|whole)\b[^,]*,/i

/** Indicates a sentence that names the parts of a total behind their numbers: "of the total, 5 bn were …". */
export function namesPartsLater({ text, sentence, items }: State): boolean {
  const first = items.find(({ kind }) => numbers.has(kind))
  const words = Slice.of(text, { start: sentence.start, end: first?.start ?? sentence.end }).text
  const opening = ofTotal.exec(words)
  return opening !== null && metricsIn(words.slice(opening[0].length)).length === 0
}

export function listedAfter(before: Slice, from: number, count: number): readonly Phrase[] | null {
  const found =
    /[,;\x97](?!.*[,;\x97]\s*(?:with|whil(?:e|st)|whereas|including)\b)\s*(?:with|whil(?:e|st)|whereas|including)\s+/is.exec(
      before.text.slice(from),
    )
  if (found === null) return null
  const part = before.slice(from + found.index + found[0].length).trimmed(/\s*[(]\s*$/u)
  const phrases = nounBefore(part, count)
  const isNoun =
    phrases.length === count &&
    phrases.every(
      ({ text }) => text.split(' ').length <= 6 && !isGeneric(text) && !verb.test(text) && !foreign.test(text),
    )
  return isNoun ? phrases : null
}

const ofPart =
  /^\s*of (?:the |its |total |all |overall )*(?:(?:exports?|imports?) (?:of|from|to) [a-z]|(?:re-?exports?|domestic exports)\b)/
const ofWhole =
  /^\s*of (?:the |its |total |all |overall )*(?:exports?|imports?) (?:of|from|to) (?:(?:all |total )?(?:goods|merchandise|commodities)|the (?:country|nation)|the [A-Z])/

/** Reads a share at the head of a sentence as one of what it names behind: "machinery made up 59 percent of exports". */
export function wholeOf(
  { fresh }: State,
  frames: readonly Frame[] | null,
  before: Slice,
  after: Slice,
): readonly Frame[] | null {
  if (ofPart.test(after.text) && !ofWhole.test(after.text)) return null
  const isCount = frames?.some((frame) => frame.metric === 'TRADING_ENTERPRISES') === true
  const isBalance = frames?.some((frame) => frame.metric === 'BALANCE' && frame.phrases.length === 0) === true
  const metric = fresh || isCount || isBalance ? shareMetric(after.text) : null
  if (metric === null || frames === null) return frames
  // A ratio of a balance to a flow is no share.
  if (isBalance) return null
  const isInherited = metricsIn(before.text).length === 0
  return frames.map((frame) =>
    isInherited || isCount || frame.metric === 'TRADE' || frame.metric === 'BALANCE' ? { ...frame, metric } : frame,
  )
}
