import { Slice } from '../../../items.js'
import { type Frame, type Phrase, type Statement, valueMetric } from '../../../statement.js'
import { phraseAt } from '../cues.js'
import { type Context, isGeneric, listOf, noun, nounBefore } from '../nouns.js'
import type { State } from '../state.js'
import { flowFrom } from '../subject.js'

export const ranked =
  /\b(?:(?:top|main|leading|key|first|No\. ?1|(?:[a-z]+[- ])?(?:largest|biggest))\b[^,;.]{0,40}?\b)(?:(?<partners>(?:trad(?:e|ing) )?partners?)|(?<exported>exports?(?=\s+(?:(?:in|during|for)\s+)?(?:with|at)\b)|export(?:ed)? (?:item|product|commodity|earner|good|destination|market|category)|destination\b|buyer of)|(?<imported>imports?(?=\s+(?:(?:in|during|for)\s+)?(?:with|at)\b)|import(?:ed)? (?:item|product|commodity|good|source|category|market|partner|supplier)|supplier\b|source of))/i

// "Ordinary trade played a leading role, as it rose"
const regimeOfIt =
  /\b((?:general|ordinary|processing|border|bonded logistics) trade)\b [^,;]{2,80}, (?:as|since|because|and) it (?:[a-z]+ly )?[a-z]+(?: by)?\s*$/i

export function regimeBefore(before: Slice): Phrase | null {
  const own = regimeOfIt.exec(before.text)
  if (own !== null) return phraseAt(before, own.index, (own[1] ?? '').length)
  const clause = before.text.indexOf(',,') // a relative clause follows the subject
  const [phrase] = nounBefore((clause < 0 ? before : before.slice(0, clause)).trimmed(/,\s*$/u), 1)
  const name =
    /\b((?:general|ordinary|processing|border|bonded logistics) trade)(?: (?:category|mode|sector|segment|regime|volume|value|turnover))?(?: (?:of|in) (?:China|the country))?$/i.exec(
      phrase?.text ?? '',
    )
  return phrase === undefined || name === null
    ? null
    : { ...phrase, ...spanned(name[1] ?? '', phrase.span.end - name[0].length) }
}

const spanned = (text: string, start: number): Pick<Phrase, 'text' | 'span'> => ({
  text,
  span: { start, end: start + text.length },
})

const valueOfTraders =
  /^\W*(?:the )?(?:total )?(?:trade |import and export )?(?:value|volume|amount|scale) of (?:the )?((?:[\w-]+ ){0,3}?(?:enterprises|companies|firms|businesses))\s+(?:was|reached|hit|stood at|amounted to|came to|totall?ed)\s*(?:about |nearly |over )?$/i

const theyContributed =
  /^\W*(?:they|these (?:enterprises|companies|firms)) (?:contributed|recorded|registered|posted|reported|achieved|handled|generated)\s*(?:about |nearly |over )?$/i

export function traderBefore({ context, fresh, subjects }: State, before: Slice): Phrase | null {
  const named =
    /^\W*(?:(?:in|for|during)\b[^,;:()]{0,40},\s*)?((?:[\w-]+ ){0,3}?(?:enterprises|companies|firms|businesses))\s+(?:contributed|recorded|registered|posted|reported|achieved|handled|generated)\s*$/i.exec(
      before.text,
    ) ?? valueOfTraders.exec(before.text)
  const [told, ...others] = subjects
  const isTold = others.length === 0 && context.vocabulary.dimensionOf(told?.text ?? '') === 'ENTERPRISE_TYPE'
  if (fresh && told !== undefined && isTold && theyContributed.test(before.text)) return told
  const name = named?.[1] ?? ''
  if (!fresh || named === null || context.vocabulary.dimensionOf(name) !== 'ENTERPRISE_TYPE') return null
  return phraseAt(before, named[0].lastIndexOf(name), name.length)
}

const rankedBehind =
  /^[^,;:()]{0,30},\s*(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?) (?:was|were|is|are|remained|became|ranked|continued|stayed)\b[^.;:]{0,60}?\b(?:partner|customer|supplier|market|destination|buyer|source)s?\b/u

/** Reads the partner whose trade an opening tells: "With a turnover of 252 bn in 2024, the US was the most important partner". */
export function openedRank({ text, sentence, fresh }: State, before: Slice): Phrase | null {
  if (!fresh || !/^\W*with\b/i.test(before.text)) return null
  const rest = Slice.of(text, { start: before.span.end, end: sentence.end }).slice(1)
  const found = rankedBehind.exec(rest.text.replace(/^[^\s,]*/, ''))
  const name = found?.groups?.['name'] ?? ''
  return name === '' ? null : { ...phraseAt(rest, rest.text.indexOf(name), name.length), dimension: 'PARTNER' }
}

/** Reads what moved a flow: "petroleum led the rise in imports, up 316 million to". */
export function leading(before: Slice): Pick<Frame, 'metric' | 'phrases'> | null {
  const found =
    /^\W*(?:the )?([^;()]{2,80}?)\s+(?:led|drove|headed|fuell?ed|dominated)\s+(?:the )?(?:[a-z]+ )?(?:rise|fall|growth|increase|decrease|decline|drop|gains?|reduction)\s+(?:in|of)\s+(?:[a-z]+ )?(exports|imports)\b/i.exec(
      before.text,
    )
  const name = found?.[1] ?? ''
  if (found === null || isGeneric(name)) return null
  const metric = flowFrom(found[2] ?? '')
  return { metric, phrases: [phraseAt(before, found[0].indexOf(name), name.length)] }
}

export function largestPartner(before: Slice, metricAt: number, end: number): Phrase | null {
  const isRanked = /\b(?:destination|market|buyer|source|supplier|origin|customer)s?\b[^,;]*$/i.test(
    before.text.slice(0, metricAt),
  )
  const found = /^[^,;]*\b(?:was|were|is|are|remained)\s+(?:the )?(\p{Lu}[^,;()]{1,40}?),?\s+(?:at|with)\s*$/u.exec(
    before.text.slice(end),
  )
  const name = found?.[1] ?? ''
  return isRanked && found !== null
    ? { ...phraseAt(before, end + found[0].lastIndexOf(name), name.length), dimension: 'PARTNER' }
    : null
}

export function objectOf(behind: Slice): Phrase | null {
  const found =
    /^\s+([a-z][a-z\s,&-]{2,60}?),?\s+(?:worth|for|of|valued at|total+ing|with a value of|to the value of)\s*(?:about |over |nearly )?$/i.exec(
      behind.text,
    )
  const name = found?.[1] ?? ''
  const isNone = found === null || isGeneric(name) || /\b(?:value|amount|tune|total|sum)$/i.test(name)
  return isNone ? null : phraseAt(behind, found[0].indexOf(name), name.length)
}

const ofTraded =
  /\bvalues? of (?:the )?(?:exported|imported)\s+(?!goods\b|merchandise\b|commodities\b)([a-z][a-z\s,-]{1,80}?)\s+(?:in [\x85\x8F]+ )?(?:was|were|ended|amounted|stood|reached|came|total+ed|rose|fell|increased|decreased|grew|declined|dropped|climbed|jumped)\b/i

/** Reads the goods behind an adjective of trade: "the value of exported natural gas ended at". */
export function tradedGoods(before: Slice, count: number, context: Context): readonly Phrase[] {
  const found = ofTraded.exec(before.text)
  const name = found?.[1] ?? ''
  if (found === null) return []
  const from = found.index + found[0].indexOf(name)
  const names = listOf(before.slice(from, from + name.length), count, context)
  return names.length === count ? names.map(({ text, span }) => ({ text, span, dimension: null })) : []
}

const trader =
  /(?:enterprises|companies|firms|businesses|exporters|importers|traders|farmers|producers|makers|manufacturers|factories|sector|industry|customs|ports?|provinces?|cities|regions?|zones?|government|ministry|officials|mainland)$/i

/** Returns the goods that a verb of trade has as its subject: "China's new energy vehicles exported 3 bn". */
export function goodsTrading(before: Slice): Phrase | null {
  const found =
    /(?:^|[,;]\s*)(?:\p{Lu}[\p{sc=Latn}. ]{1,25}['’]s|[Tt]he (?:country|nation)['’]s)\s+(\p{Ll}[^,;:()\x81-\x8F]{2,50}?)\s*$/u.exec(
      before.text,
    )
  const name = found?.[1] ?? ''
  const isGoods = name !== '' && !isGeneric(name) && !trader.test(name)
  return isGoods ? phraseAt(before, before.text.lastIndexOf(name), name.length) : null
}

export function passiveOf(before: Slice): Phrase | null {
  const found =
    /(?:^|[,;]\s*(?:and|whil(?:e|st)|whereas|but)?\s*|\b(?:and|whil(?:e|st)|whereas)\s)(?:the )?([\p{sc=Latn}][\p{sc=Latn}\s-]{1,50}?),?\s+(?:was|were)\s*$/iu.exec(
      before.text,
    )
  const name = noun(before.slice(before.text.lastIndexOf(found?.[1] ?? ''), before.text.length)).trimmed(
    /\s+(?:was|were)\s*$/,
  )
  const isGoods =
    found !== null &&
    name.text !== '' &&
    !isGeneric(name.text) &&
    !/^(?:it|they|these|those|this|which|in)\b/i.test(name.text)
  return isGoods ? { text: name.text, span: name.span, dimension: null } : null
}

export function nextPartner(state: State, after: Slice): readonly Frame[] | null {
  const [first] = state.frames
  const named =
    /^\s*(?:(?:went|going|(?:was|were) (?:sent|shipped|destined)|c[ao]me|coming|destined|originated)\s+)?(?:with|from|to|for|in)\s+(?:the\s)?(\p{Lu}[\p{sc=Latn} .]{1,40}?)(?=[,;.]|\s(?:and|in|during|whil(?:e|st))\b|$)/u.exec(
      after.text,
    )
  if (first?.phrases[0] === undefined || state.fresh || named === null) return null
  const words = named[1] ?? ''
  const phrase: Phrase = { ...phraseAt(after, named[0].length - words.length, words.length), dimension: 'PARTNER' }
  const { dimension, text } = first.phrases[0]
  const isOf = (dimension ?? state.context.vocabulary.dimensionOf(text)) === 'PARTNER' && isPartner(state, phrase)
  return isOf ? [{ ...first, metric: valueMetric(first.metric), phrases: [phrase] }] : null
}

/** Reads partners whose verb and metric stand before: "trade with the EU was 2 bn, and with Japan and Korea 1 bn and 3 bn". */
export function nextPartners(state: State, before: Slice, count: number): readonly Frame[] | null {
  const [first] = state.frames
  const found = /^[^,;]{0,30}[,;]?\s*(?:and|whil(?:e|st)|but)?\s*(?:with|to|from)\s+([^;()]{3,120}?)\s*$/i.exec(
    before.text,
  )
  if (first?.phrases[0] === undefined || state.fresh || found === null || count < 2) return null
  const names = before.slice(found[0].lastIndexOf(found[1] ?? ''), found[0].length)
  const phrases = listOf(names, count, state.context).map(
    ({ text, span }): Phrase => ({ text, span, dimension: 'PARTNER' }),
  )
  const isOf = phrases.length === count && phrases.every((phrase) => isPartner(state, phrase))
  return isOf ? phrases.map((phrase) => ({ ...first, metric: valueMetric(first.metric), phrases: [phrase] })) : null
}

const placed =
  /[,;]\s*(?:and |while |whereas |but )?(?:the )?(\p{Lu}[^,;:()]{1,40}?) (?:came|ranked|was|is|placed|stood|followed|remained)\b[^,;]*$/u

/** Returns the partner that a clause ranks, whose trade follows: "the EU was second with trade of 2 bn, while the US came third with trade". */
export function placedIn(state: State, said: Slice): readonly Phrase[] | null {
  const name = placed.exec(said.text)?.[1] ?? ''
  if (name === '' || state.fresh) return null
  const phrase: Phrase = { ...phraseAt(said, said.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return isPartner(state, phrase) ? [phrase] : null
}

const partnerOfTrade =
  /\b(?:largest|biggest|top|main) (?:single )?(?:trad(?:e|ing) )partner\b(?! (?:for|in) (?:exports|imports)\b)/i
const partnerOfFlow = /\b(?:largest|biggest|top|main) (?:export|import|supplier|source|market|destination|buyer)/i

/** Indicates a paragraph that ranks partners by all trade, though the sentence before tells a flow of one of them. */
export function ranksByTrade({ text, sentence }: State): boolean {
  const said = text.slice(
    Math.max(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start - 600),
    sentence.start,
  )
  return partnerOfTrade.test(said) && !partnerOfFlow.test(said)
}

const followedWith =
  /^\W*(?:the )?(\p{sc=Latn}[^,;:()]{1,40}?)\s+(?:followed|(?:came|ranked|was|placed) (?:next|second|third)),? (?:with|at)\s*$/iu

export const nextIs =
  /(?:^\W*|;\s*(?:and )?)the (?:second|third|fourth|fifth|next) (?:is|was|being) (?:the )?(\p{Lu}[^,;:()]{1,40}?)(?:,(?: also)?(?: (?:up|down))?,?)?(?: (?:by|at|with))?\s*$/iu

/** Reads what comes next in a ranking that the sentence before began: "The EU came second, accounting for". */
export function nextRanked(state: State, before: Slice): readonly Frame[] | null {
  const [first] = state.frames
  const is = nextIs.exec(before.text)
  const found =
    is ??
    followedWith.exec(before.text) ??
    /^\W*(?:the )?(\p{sc=Latn}[^,;:()]{1,40}?)\s+(?:came|rank(?:ed|s)|placed|finished|followed|was|is|remained)(?: in| at)?(?: the)?(?: (?:second|third|fourth|fifth|next)(?: place| spot| position)?)?,/iu.exec(
      before.text,
    )
  const name = found?.[1] ?? ''
  const { dimensionOf } = state.context.vocabulary
  if (first?.phrases[0] === undefined || !(state.fresh || is !== null) || found === null) return null
  if (!/\b(?:second|third|fourth|fifth|next|followed)\b/i.test(found[0])) return null
  if (dimensionOf(name) === null || dimensionOf(name) !== dimensionOf(first.phrases[0].text)) return null
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  state.subjects = [phrase]
  return [{ ...first, metric: ranksByTrade(state) ? 'TRADE' : valueMetric(first.metric), phrases: [phrase] }]
}

export function isPartner({ context }: State, { text }: Phrase): boolean {
  return context.vocabulary.dimensionOf(text) === 'PARTNER' || /^\p{Lu}/u.test(text)
}

const mostOfFlow =
  /^\W*(?:(?:in|during|for) [^,;]{0,30},\s*)?most (?:\w+ )?(imports|exports)\b[^,;]{0,40}?\b(?:came from|went to|originated in|were (?:shipped|sent|destined) (?:to|for))\s+(?:the )?(\p{Lu}[^,;.]{1,40}?)(?=[,;.]|\s(?:in|during|again)\b|$)/iu

export function mostOf(words: Slice): Pick<Frame, 'metric' | 'phrases'> | null {
  const [said = '', flow = '', name = ''] = mostOfFlow.exec(words.text) ?? []
  if (name === '') return null
  const partner: Phrase = { ...phraseAt(words, said.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return { metric: flowFrom(flow), phrases: [partner] }
}

const narrow = /\b(?:China|[Mm]ainland)$/
const included = /^,? [(]?including Hong Kong(?:(?:,| and|, and) Maca[ou])?\b/

/** Gives a partner the places that the text adds to it, without which it is another: "exports to China, including Hong Kong, rose". */
export function withPlaces(statements: readonly Statement[], text: string): readonly Statement[] {
  const frames = new Map<Frame, Frame>()
  for (const { frame } of statements) {
    const phrases = frame.phrases.map((each) => wider(each, text))
    if (phrases.some((each, at) => each !== frame.phrases[at])) frames.set(frame, { ...frame, phrases })
  }
  return frames.size === 0
    ? statements
    : statements.map((each) => ({ ...each, frame: frames.get(each.frame) ?? each.frame }))
}

function wider(phrase: Phrase, text: string): Phrase {
  if (!narrow.test(phrase.text)) return phrase
  const { start, end } = phrase.span
  const [words = ''] = included.exec(text.slice(end, end + 60)) ?? []
  return words === ''
    ? phrase
    : { ...phrase, text: `${phrase.text}${words.replace('(', '')}`, span: { start, end: end + words.length } }
}

const amongThem = /^\W*(?:among (?:them|these|which)|of (?:which|these))\b/i

const inParticular = /^\W*(?:in particular|specifically),/i
const isWholeOf = (inForce: Frame | undefined, { metric, phrases }: Frame): inForce is Frame =>
  phrases.length === 0 && inForce?.metric === metric && inForce.phrases[0]?.dimension === 'PARTNER'

/** Gives goods to the partner of the flow that they are a part of: "Exports to ASEAN were 3 bn. Among them, those of cars rose". */
export function withinPartner(state: State, frames: readonly Frame[]): readonly Frame[] {
  const { told, context } = state
  const [first] = told
  const inForce = state.frames[0]
  if (frames.length === 1 && inParticular.test(Slice.of(state.text, state.sentence).text))
    return frames.map((frame) => (isWholeOf(inForce, frame) ? { ...frame, phrases: inForce.phrases } : frame))
  const partner = first?.phrases.find(({ dimension }) => dimension === 'PARTNER')
  const areSame = told.every(
    ({ phrases, metric }) => metric === first?.metric && phrases.some(({ text }) => text === partner?.text),
  )
  if (partner === undefined || !areSame || !amongThem.test(Slice.of(state.text, state.sentence).text)) return frames
  return frames.map((frame) => {
    const [goods, second] = frame.phrases
    const isOfGoods =
      goods?.dimension === null && second === undefined && context.vocabulary.dimensionOf(goods.text) === 'PRODUCT'
    return isOfGoods && frame.metric === first?.metric ? { ...frame, phrases: [partner, goods] } : frame
  })
}
