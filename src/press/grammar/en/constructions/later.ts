import { Slice } from '../../../items.js'
import type { Frame, Metric, Phrase } from '../../../statement.js'
import { reporterIn } from '../complements.js'
import {
  changeOf,
  isPartnerName,
  joined,
  leftOutAll,
  phraseAt,
  possession,
  reporterOnly,
  samePhrases,
  verbPartner,
  withoutHome,
} from '../cues.js'
import { namesGoods } from '../lexing/goods.js'
import { isGeneric, noun, nounBefore } from '../nouns.js'
import { namedBefore, sentenceSubject, sentenceWords } from '../sentence.js'
import type { Role, State } from '../state.js'
import { type FoundMetric, metricsIn, subjectAt } from '../subject.js'
import { foreign } from '../words.js'
import { partnerOfMain } from './bilateral.js'
import { ownerOf, reporterInForce, reporterOf } from './owners.js'
import { mostOf } from './partners.js'

const otherClause = /[,;]\s*(?:and|but|whil(?:e|st)|whereas)\b/i

const enjoying =
  /\b(\p{Lu}[\p{sc=Latn}]+(?: \p{Lu}[\p{sc=Latn}]+){0,2}) (?:enjoyed|saw|posted|recorded|had|experienced|registered) an? (?:[a-z]+ )?$/u

const seenIn =
  /^\s*(?:was|were|has been) (?:also |even )?(?:seen|recorded|registered|observed|reported|posted|noted) in (?:the |[\p{sc=Latn}]+['’]s )?(?=(?:[a-z-]+\s){0,2}(?:exports?|imports?|trade)\b)/iu
/** Says of what a change is behind a verb: "An increase of 35.2 percent was also seen in the trade with Chile". */
const changeSeen = (before: string, after: string): RegExpExecArray | null =>
  changeOf.test(before) ? seenIn.exec(after) : null

/** Reads "recorded a 16.5 bln surplus", "2.38 trillion in imports and exports", "goods worth 5 bn were exported". */
export function laterMetric(
  state: State,
  before: Slice,
  behind: Slice,
  hasMetric: boolean,
  role: Role,
  count: number,
): readonly Frame[] | null {
  const after = role === 'LEVEL' ? pastBracket(state, behind) : behind
  const text = after.text.slice(0, 160)
  const direct =
    role === 'CHANGE'
      ? (changeSeen(before.text, text) ??
        /^[\s)-]*(?:(?!(?:and|but|while|as)\b)[a-z-]+\s){0,2}(?:increase|growth|rise|gain|jump|surge|decline|drop|decrease|fall|shrinking|expansion|contraction|reduction|slump|plunge)\s+(?:in|of)\s+/i.exec(
          text,
        ) ??
        (changeOf.test(before.text)
          ? /^\s*(?:in|for)\s+(?:the\s+|[\p{sc=Latn}]+['’]s\s+)?(?=(?:[a-z-]+\s){0,2}(?:exports?|imports?|trade)\b(?! with))/iu.exec(
              text,
            )
          : ofAmount.test(state.text.slice(state.sentence.start, before.span.end))
            ? /^\s*[)]\s*in (?:the |its )?(?:seasonally[- ]adjusted )?(?=(?:[a-z-]+\s){0,2}(?:exports?|imports?|surplus|deficit|balance)\b)/i.exec(
                text,
              )
            : null))
      : earned.test(before.text) && !/^\s*in\b/.test(text)
        ? /^\s*(?:from|on) (?:the |its |total |goods |merchandise )*(?=(?:imports|exports)\b)/i.exec(text)
        : /^\s*(?:of (?:the |this |total |foreign |all )*(?:trade|turnover)(?: [a-z]+)?\s+)?(?:fell|falls|fall) (?:on|to|upon)\s+(?:the )?(?:share of )?(?=(?:exports|imports)\b)|^[\s-]*(?:of |in |for |worth of )?(?:the |its |total |goods |merchandise |foreign |trade |commodity )*(?=(?:imports?|exports?|trade|surplus|deficit)\b)|^\s*(?:worth )?of\s+(?=(?:[a-z]+-)?[a-z]+\s(?:exports?|imports?|trade)\b)|^\s*(?:of|in)\s+(?=cross-border e-commerce (?:exports?|imports?|trade)\b)|^\s*(?:of |worth (?:of )?)?(?:goods )?(?:[(][^()]*[)]\s*)?(?:were|was|ha(?:ve|s) been)\s+(?=exported|imported|dispatched|(?:sold|shipped) (?:abroad|overseas)|(?:bought|purchased) (?:from )?(?:abroad|overseas))|^\s*(?:[(][^()]*[)]\s*)?(?:(?:were|was|represented|constituted) (?:the )?(?:value of )?|that of )(?=(?:exports|imports|exported|imported)\b(?! (?:of|to|from)\b))|^\s*(?:worth )?(?=(?:exported|imported)(?: by| in| during|[,.]|$)|(?:bought|purchased) (?:from )?(?:abroad|overseas)|(?:sold|shipped) (?:abroad|overseas))/i.exec(
            text,
          )
  if (direct === null) return null
  const rest = after.slice(direct[0].length)
  const metrics = metricsIn(rest.text.slice(0, 120))
  const found = metrics[0]
  const isOwn =
    role === 'CHANGE'
      ? /^(?:\p{Lu}[\p{sc=Latn}. ]{2,20}['’]s )?(?:[a-z-]+ ){0,3}$/u
      : /^(?:\p{Lu}[\p{sc=Latn}. ]{2,20}['’]s )?(?:total |global |overall |goods |outbound |inbound |cross-border e-commerce )*$/u
  const ahead = rest.text.slice(0, found?.start)
  // "the 3 percent increase in March, while imports fell" is of what stands before it.
  if (found === undefined || otherClause.test(ahead) || (found.start > 12 && !isOwn.test(ahead))) return null
  const isPart = role === 'LEVEL' && hasMetric && found.metric !== 'TRADE' && /^\s*worth of /.test(direct[0])
  const ofTrade = isPart ? tradeIn(before) : null
  if (
    hasMetric &&
    role === 'LEVEL' &&
    ofTrade === null &&
    !/^(?:surplus|deficit)/i.test(found.text) &&
    !/\b(?:goods|worth|value of)\b[^,;]*$/i.test(before.text)
  )
    return null
  state.consumed = rest.slice(0, found.end).span.end
  const subject = subjectAt(rest, found, [found], 1, state.context)
  const isPassive = /\b(?:were|was|been)\s+$/i.test(direct[0])
  let { phrases } = subject
  if (isPassive && subject.pointsBack)
    phrases = namedBefore(state, before, 1).filter(({ dimension }) => dimension === 'PARTNER')
  state.consumed = Math.max(state.consumed, ...phrases.map(({ span }) => span.end))
  if (phrases.length === 0 && subject.refersBack)
    phrases = sentenceSubject(state, sentenceWords(state, before.span.end), Number.POSITIVE_INFINITY) ?? state.subjects
  // "Indonesia enjoyed a 27% jump in exports from China"
  const isOfMain = role === 'CHANGE' && phrases.length === 0 && /^ (?:from|(?:in)?to) /.test(rest.text.slice(found.end))
  const enjoyed = isOfMain ? enjoying.exec(before.text) : null
  if (enjoyed !== null && isPartnerName(state.context, enjoyed[1] ?? ''))
    phrases = [{ ...phraseAt(before, enjoyed.index, (enjoyed[1] ?? '').length), dimension: 'PARTNER' }]
  const seen = role === 'CHANGE' && phrases.length === 0 && subject.reporter === null ? seenBy(state, before) : null
  if (seen !== null) phrases = [seen]
  const isThere =
    phrases.length === 0 &&
    /^[^,;.]*?\b(?:there\b|(?:those|these|the same) (?:countries|nations|economies)\b)/i.test(rest.text)
  if (isThere) {
    const said = Slice.of(state.text, { start: state.sentence.start, end: before.span.end })
    phrases = mostOf(said)?.phrases ?? samePhrases(state.frames)
    if (phrases.length === 0) return null
  }
  if (
    phrases.length === 0 &&
    (isPartOfTold(state, before.text) ||
      isReached(state, before.text, role) ||
      isOtherFlow(state, found.metric, before.text, text))
  )
    phrases = samePhrases(state.frames)
  const other =
    phrases.length === 0 && found.metric === 'TRADE'
      ? partnerOfMain(state, rest.text.slice(found.end), before.span.end)
      : undefined
  if (other === null) return []
  if (other !== undefined) phrases = [other]
  // "The trade of oil commodities was 2 bn in deficit", "trade came to 3 bn worth of imports and 5 bn worth of exports"
  const traded = ofTrade ?? (found.metric === 'BALANCE' ? tradeIn(before) : null)
  if (traded !== null && phrases.length === 0) phrases = subjectAt(before, traded, [traded], 1, state.context).phrases
  const own = ofTrade !== null || found.metric === 'BALANCE' || role === 'CHANGE' ? [] : nounBefore(before, count)
  if (phrases.length === 0 && own.length > 0 && own.every(({ text }) => !foreign.test(text)))
    phrases = own
      .map(withoutVerb)
      .map((each) => atHome(each, state))
      .filter(
        (each) =>
          each.text.length > 2 &&
          !/^(?:and|but)$/i.test(each.text) &&
          !isGeneric(each.text) &&
          !reporterOnly(each, before, state.context) &&
          !isRegion(each, state),
      )
  const goods = isPassive ? goodsAhead(state, phrases, before) : null
  if (phrases.length === 0 && role === 'LEVEL' && recording.test(before.text)) phrases = kindOfFirms(state, before)
  // Goods in the trade with one partner are of two categories.
  const isOfPartner = /^\W*in (?:its |the )?trade with\b/i.test(Slice.of(state.text, state.sentence).text)
  if (isOfPartner && phrases.some(({ dimension }) => dimension === null)) return []
  const left = leftOutAll(state, before.span.end)
  if (left !== null) phrases = phrases.length > 0 ? phrases.map((each) => joined(each, left)) : [left]
  const who =
    other === undefined
      ? (subject.reporter ?? ownerOf(state, before, before.text.length) ?? reporterInForce(state))
      : reporterOf(state.context)
  return subject.metrics.flatMap((metric) =>
    (phrases.length > 0 ? phrases.map((phrase) => [phrase, ...(goods === null ? [] : [goods])]) : [[]]).map((each) => ({
      ...metric,
      phrases: each,
      reporter: who,
    })),
  )
}

const seeing =
  /\b(?:saw|seen|witnessed|experienced|recorded|registered|posted|reported|logged|had|enjoyed|suffered|achieved|reali[sz]ed|showed|maintained)\s+an?\s+(?:[a-z-]+\s+){0,3}$/i

const examples = /,\s*(?:mainly|including|such as|especially|like|notably) [^;:]*,\s*$/i

const recording = /,\s*(?:recording|posting|registering|achieving|generating|contributing)\b[^,;]*$/i

// "Private companies were the liveliest traders, recording a total of 3 bn in foreign trade"
function kindOfFirms(state: State, before: Slice): readonly Phrase[] {
  const subject = sentenceSubject(state, sentenceWords(state, before.span.end), Number.POSITIVE_INFINITY) ?? []
  const isKind = ({ text }: Phrase): boolean => state.context.vocabulary.dimensionOf(text) === 'ENTERPRISE_TYPE'
  return subject.every(isKind) ? subject : []
}

const firmsAtHead =
  /^\W*(?:the )?((?:private|state-owned|foreign-(?:invested|funded)) (?:enterprises|companies|firms))\b/i

// "Private enterprises show strong vitality, export growth 18 percent"
export function firmsGrowing(state: State, before: Slice, { start, end, text }: FoundMetric): readonly Phrase[] {
  if (
    !/growth\b/i.test(text + before.text.slice(end)) ||
    !/, $/.test(before.text.slice(0, start)) ||
    !/^(?: growth)? $/.test(before.text.slice(end))
  )
    return []
  const said = Slice.of(state.text, state.sentence)
  const [, name = ''] = firmsAtHead.exec(said.text) ?? []
  return name === '' ? [] : [phraseAt(said, said.text.indexOf(name), name.length)]
}

const ofOwners =
  /^(?:the )?(?:private|privately-owned|state-owned|public|non-public|collective|foreign-(?:funded|invested|owned)) (?:economy|sector|enterprises|companies|firms|businesses)$/i

// "Cars saw a 3 percent increase in exports"
function seenBy({ context, text: all }: State, before: Slice): Phrase | null {
  const verb = seeing.exec(before.text)
  const [found] = verb === null ? [] : nounBefore(before.slice(0, verb.index).trimmed(examples), 1)
  if (found === undefined) return null
  const { text, span } = noun(reporterIn(Slice.of(all, found.span), context).rest)
  const dimension = context.vocabulary.dimensionOf(text)
  const isKind = dimension === 'PRODUCT' || dimension === 'ENTERPRISE_TYPE' || ofOwners.test(text)
  return isKind && !isGeneric(text) ? { text, span, dimension: null } : null
}

// "farm products worth 3 bn were imported from ASEAN"
function goodsAhead({ context }: State, [partner]: readonly Phrase[], before: Slice): Phrase | null {
  const [own] = partner?.dimension === 'PARTNER' ? nounBefore(before, 1) : []
  const isGoods = own !== undefined && (namesGoods(own.text) || context.vocabulary.dimensionOf(own.text) === 'PRODUCT')
  return isGoods ? own : null
}

/** Opens a bracket with the rate of an amount by which something behind it has changed: "an increase of 1.3 bn (26%) in the". */
const ofAmount =
  /\b(?:increase|rise|growth|decrease|decline|fall|drop|reduction|improvement|deterioration)s? of \x81\x8F* [(]$/i

/** Begins the parts of what the sentence has told of a partner: "trade with ASEAN made up 35 percent, which included". */
const parts =
  /\b(?:includ(?:ed|es|ing)|compris(?:ed|es|ing)|consist(?:ed|s|ing) of)\s*(?:about |nearly )?$|,\s*with\s*(?:about |nearly )?$|^[\s,]*and\s*$/i
const isPartOfTold = ({ fresh, continues, frames, lastRole }: State, before: string): boolean => {
  const [frame, ...others] = frames
  const isOfHolder = lastRole === 'SHARE' && !fresh && contributing.test(before)
  const isOfOne = frame?.metric === 'TRADE' && frame.phrases.length === 1
  const isOfSuch = frame?.phrases[0]?.dimension === 'PARTNER' || (!fresh && isOfOne)
  const isPart = (!fresh || continues) && isOfSuch && parts.test(before)
  return others.length === 0 && (isPart || isOfHolder)
}

/** Indicates what the sentence has told the other flow of: "3 bn worth of cars were exported, while 2 bn worth were imported". */
const isOtherFlow = ({ fresh, frames }: State, metric: Metric, before: string, after: string): boolean =>
  !fresh &&
  frames.length === 1 &&
  frames[0]?.metric !== metric &&
  (/^\s*(?:worth )?(?:were|was) (?:ex|im)ported\b/.test(after) ||
    (/^\s*worth of (?:ex|im)ports\b/.test(after) && /^[\s,]*and\s*$/.test(before)) ||
    (frames[0]?.phrases[0]?.dimension === 'PARTNER' &&
      /\b(?:while|and) (?:registering|recording|posting|reporting|logging)\s*(?:about |almost |nearly |over )?$/i.test(
        before,
      )))

/** Leads from the change of a category to its level: "The private sector soared 12 percent to 232 bn in imports and exports". */
const isReached = ({ fresh, lastRole }: State, before: string, role: Role): boolean =>
  role === 'LEVEL' && !fresh && lastRole === 'CHANGE' && /^[\s\x85\x8F]*to\s*(?:about |nearly |over )?$/u.test(before)

const contributing = /^,\s*contributing (?:about |nearly |over )?$/i

const earned = /\b(?:earned|received|generated|netted|made|spent|paid|expended)\s*(?:about |over |nearly |some )?$/i

/** Drops the place of who has a figure: "private companies in Zhejiang" of a text of Zhejiang. */
function atHome(phrase: Phrase, { text, context }: State): Phrase {
  const words = withoutHome(Slice.of(text, phrase.span), context)
  return words.span.end === phrase.span.end ? phrase : { ...phrase, text: words.text, span: words.span }
}

function withoutVerb(phrase: Phrase): Phrase {
  const text = phrase.text.replace(endingVerb, '')
  return text === phrase.text
    ? phrase
    : { ...phrase, text, span: { ...phrase.span, end: phrase.span.start + text.length } }
}

// Finds the trade of which what stands behind an amount is a part.
function tradeIn(before: Slice): FoundMetric | null {
  const last = metricsIn(before.text).at(-1)
  return last?.metric === 'TRADE' && last.isVerb !== true ? last : null
}

const endingVerb = new RegExp(
  `(?:^|\\s+)(?:(?:has|have|had|also) )*(?:${possession.source}|contributed|conducted|handled|completed|did|earned|received|spent|paid)$`,
  'i',
)

function isRegion({ text }: Phrase, { context: { region } }: State): boolean {
  if (region?.kind !== 'REGION' || !text.endsWith(region.words)) return false
  return /\b(?:city|municipality|province|region|port|hub|economy|island|powerhouse|district)\b/i.test(text)
}

export const partnerPastBracket = (state: State, after: Slice): Phrase | null => {
  const { start } = after.span
  const bracket = /^\s*[(][^()]{0,40}[)](?=\s+(?:to|from)\s)/u.exec(state.text.slice(start, state.sentence.end))
  if (bracket === null) return null
  const from = start + bracket[0].length
  return verbPartner(Slice.of(state.text, { start: from, end: Math.min(state.sentence.end, from + 120) }))
}

function pastBracket(state: State, after: Slice): Slice {
  const { end } = after.span
  const bracket =
    /^\s*(?:[(][^()]{0,60}[)](?=\s+(?:in|of|worth of) (?:total |foreign |its |goods )*(?:exports?|imports?|trade)\b)|(?:[(][^()]{0,40}[)]|or \x82\x8F*)(?=\s+(?:were|was)\s)|, or \x82\x8F* of (?:all |the |total |its )*(?:exports|imports|trade),(?=\s+(?:were|was)\s))/u.exec(
      state.text.slice(after.span.start, state.sentence.end),
    )
  if (bracket === null || !/^\s*(?:[(]|(?:, )?or\b)/u.test(after.text)) return after
  const start = after.span.start + bracket[0].length
  return Slice.of(state.text, { start, end: Math.min(state.sentence.end, Math.max(end, start + 160)) })
}
