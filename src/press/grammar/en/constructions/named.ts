import { numbers, Slice } from '../../../items.js'
import { type Frame, type Phrase, type Reporter, valueMetric } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import {
  areOthers,
  isThatValue,
  joined,
  leftOut,
  leftOutAll,
  phraseAt,
  pronoun,
  samePhrases,
  verbPartner,
} from '../cues.js'
import { listOf } from '../nouns.js'
import { isOffice } from '../scope.js'
import {
  beforeColon,
  isAboutOne,
  namedBefore,
  rankedPartner,
  sentenceSubject,
  sentenceWords,
  tradedWith,
} from '../sentence.js'
import type { Role, State } from '../state.js'
import { type FoundMetric, subjectAt } from '../subject.js'
import { traders, verb } from '../words.js'
import { holdersOf, isOfOther, otherSide, partnerOfMain, soldHome } from './bilateral.js'
import { formerOf, ofBothFlows, tradedIn } from './dealings.js'
import { destination, exampleBefore, followerBefore, followersBefore } from './examples.js'
import { firmsGrowing, partnerPastBracket } from './later.js'
import { recordedIn } from './movers.js'
import {
  inTradeWith,
  leaderWhose,
  ownerOf,
  ownerPhrases,
  partnerOfClause,
  partOfTold,
  partsOfTrade,
  rankedBy,
  tradeJustTold,
} from './owners.js'
import { goodsTrading, largestPartner, objectOf, openedRank, passiveOf, placedIn, tradedGoods } from './partners.js'
import { behindFlow, goodsAfter, goodsWithPartner, isOfQuantity, isWithPartner, ofItsValue } from './quantities.js'
import { namedByOther, suchOf } from './shares/parts.js'
import { listedAfter } from './shares/shares.js'

const objectBehind =
  /^\s*(?:worth )?of\s+(?!(?:goods|merchandise|products|commodities)(?=[,;.(]|\s(?:[(]|or\b|in\b|during\b|up\b|down\b|and (?:im|ex)ported\b)|\s*$))\S|^\s*in (?!(?:total|value|the|that|this|all|trade|each|both|goods|merchandise|exports?|imports?|terms|line|addition|comparison|contrast|cash)\b)[a-z]{4,}/i

// "imported 5 % less goods from the US"
const lessGoods = /^\s*(?:less|more|fewer)(?: goods| products)?(?=\s+(?:from|to)\s)/i
const ofTradeWith = new RegExp(`^\\s*${inTradeWith}\\s`, 'iu')

const bySide = /\b(?:market|destination|buyer|customer|client)s?\b/i

const bothTotals =
  /\btotal (?:imports from|exports to) [^,;.]*,? (?:and|while|whilst|whereas|but) (?:the )?total (?:exports|imports)\b[^,;.]*$/i

const ofRanked =
  /\b(?:was|were|is|are|remained|remains) (?:the|its|our|[\p{sc=Latn}]+['’]s) (?:[a-z]+ ){0,2}?(?:most important|largest|biggest|main|leading|top)\b[^:;.]*:\s*$/iu

const causes =
  /\b(?:attributed|due|owing|thanks|driven|explained|caused)\b[^,;:()]* (?:for|in|of) (?:the )?([^,;:()]{5,120}?)(?: categories| groups| sectors)? by\s*$/i

function causesBehind({ context }: State, behind: Slice, count: number): readonly Phrase[] {
  const name = causes.exec(behind.text)?.[1] ?? ''
  const at = behind.text.lastIndexOf(name)
  const parts = name === '' ? [] : listOf(behind.slice(at, at + name.length), count, context)
  return parts.length === count ? parts.map(({ text, span }) => ({ text, span, dimension: null })) : []
}

const ofLargestChange =
  /,\s*with the (?:biggest|largest|greatest|sharpest|strongest|highest) [a-z]+ (?:was |being )?(?:seen|recorded|registered|noted|observed|reported) (?:in|for)\b/i

const ofGroup =
  /^\s*of (?:this|these) (?:(?:commodity|product|goods) )?(?:groups?|commodit(?:y|ies)|products?|items?|categor(?:y|ies))\b/i

/** Returns the label of the sentence, which "this group" means: "Telephones and parts thereof: exports of this group were". */
function labelOf({ text, sentence }: State, behind: string): Phrase | null {
  const said = Slice.of(text, sentence)
  const name = ofGroup.test(behind) ? (/^\W*(\p{sc=Latn}[^:;.]{2,90}):\s/u.exec(said.text)?.[1] ?? '') : ''
  return name === '' ? null : phraseAt(said, said.text.indexOf(name), name.length)
}

const verbless = /^\s*,? and (?:its |total )?(?:exports|imports) (?:of|worth)\s*(?:about |nearly |over )?$/i

const firstObject = /(?<!\b(?:with|of|to) )\b(?:exports|imports) (?:of|worth) (?:about |nearly |over )?\x81\x8F*$/i

export interface Named {
  readonly found: FoundMetric
  readonly metrics: readonly FoundMetric[]
  readonly before: Slice
  readonly after: Slice
}

function isPartner(phrase: Phrase | undefined, { context }: State): boolean {
  if (phrase === undefined) return false
  const { text, dimension } = phrase
  return (
    (dimension ?? context.vocabulary.dimensionOf(text)) === 'PARTNER' ||
    economyAt(text.replace(/^the /i, '')) !== null ||
    /\b(?:countries|states|area|union|region|economies)\b/i.test(text)
  )
}

const toSame = /^\s*(?:(?:of|worth of) goods\s+)?(?:[(][^()]*[)]\s*)?(?:to|from)\s+(?:the )?(?:same|those|these)\s/i

const inThat =
  /^\s*(?:in|within|under|from) (?:this|that|the same) (?:sector|industry|segment|category|group|field|area)\b/i

const ofValue = /[,;]\s*(?:(?:and |with )?(?:the|an?)|(?:boost|lift|rais|bring|push|tak)ing (?:the |its )?)\s*$/i

/** Reads what a metric before a number is of: goods, partners and whose trade. */
export function framesOf(
  state: State,
  { found, metrics, before, after }: Named,
  count: number,
  role: Role,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const inForce = state.frames
  // The verb of "and imports of" is that of a number before, which was not understood.
  if (state.fresh && before.span.start > state.sentence.start && verbless.test(before.text)) return null
  const holders = holdersOf(state, before, found, count)
  if (holders.length > 0) return holders.map((each) => ({ metric: 'TRADE', phrases: [each], reporter }))
  const subject = subjectAt(before, found, metrics, count, state.context)
  const sold = count === 1 ? soldHome(state, before, found, subject, after) : null
  if (sold !== null) return [{ ...sold, reporter: null }]
  if (isOfOther(state, found.metric, before.text.slice(found.end))) return null
  let phrases: readonly Phrase[] = subject.phrases.filter(({ text }) => !pronoun.test(text) && !/^whose$/i.test(text))
  const ranked = rankedBy(state, before, found)
  if (ranked === null) return null
  const fronted =
    ranked ?? (ofTradeWith.test(before.text) ? ownerPhrases(state, before, found) : leaderWhose(before, found))
  if (fronted !== null) phrases = fronted
  if (phrases.length === 0 && role === 'CHANGE' && count > 1) phrases = causesBehind(state, before, count)
  const isBare = phrases.length === 0
  const inWith = /\b(?:with|whose|as)\s+(?:its |their |total |combined |the |an? |Chinese |China['’]s )*$/i.test(
    before.text.slice(0, found.start),
  )
  const several =
    isBare && (inWith || subject.refersBack) && count > 1 ? namedBefore(state, before.slice(0, found.start), count) : []
  const ofEither = count === 1 ? ofBothFlows(state, before, found) : null
  const followers = isBare && count > 1 ? followersBefore(state, before.slice(0, found.start), count) : []
  if (followers.length > 0) phrases = followers
  else if (several.length > 0) phrases = several
  else if (isBare && ofEither !== null) phrases = ofEither
  else if (isBare && (subject.refersBack || inWith))
    phrases =
      tradeJustTold(state, before, found) ??
      partnerOfClause(state, before, metrics, found) ??
      placedIn(state, before.slice(0, found.start)) ??
      sentenceSubject(state, sentenceWords(state, before.span.start + found.start), Number.POSITIVE_INFINITY) ??
      (subject.refersBack ? state.subjects : phrases)
  if (isBare) phrases = beforeColon(state, before, metrics, found) ?? phrases
  if (isBare && found.metric === 'BALANCE') phrases = tradedWith(state, before, metrics, found) ?? phrases
  const ofTold = isBare && phrases.length === 0 && subject.reporter === null ? partOfTold(state, before, found) : null
  if (ofTold !== null) {
    phrases = ofTold
    state.shared = ofTold
  }
  const parts = isBare && phrases.length === 0 && subject.reporter === null ? partsOfTrade(state, before, found) : null
  if (parts !== null) {
    phrases = parts
    state.shared = parts
  }
  const { shared } = state
  if (isBare && !state.fresh && shared.length > 0 && phrases.length === 0 && subject.reporter === null) phrases = shared
  const opened = isBare && role === 'LEVEL' && count === 1 ? openedRank(state, before) : null
  if (opened !== null) phrases = [opened]
  if (isBare && role === 'LEVEL' && count === 1 && phrases.length === 0)
    phrases = behindFlow(state, before, after, found.end)
  const label = isBare && phrases.length === 0 ? labelOf(state, before.text.slice(found.end)) : null
  if (label !== null) phrases = [label]
  if (isBare && subject.pointsBack && label === null) {
    phrases = formerOf(state, before.slice(found.end)) ?? namedBefore(state, before.slice(0, found.start), count)
    // "those countries" are no goods of which the text has spoken.
    const isOfSeveral = /\b(?:these|those) (?:countries|states|economies|markets|partners)\b/i.test(
      before.text.slice(found.end),
    )
    if (phrases.length === 0 || (isOfSeveral && !isPartner(phrases[0], state))) return null
    if (areOthers(before.text.slice(found.end), phrases)) return null
    state.shared = phrases
  }
  if (isBare && inWith && phrases.length === 0) phrases = namedByOther(state, before, metrics, found)
  if (isBare && phrases.length === 0) phrases = firmsGrowing(state, before, found)
  const isOfTrade = isBare && phrases.length === 0 && found.metric === 'TRADE'
  const partner = isOfTrade ? partnerOfMain(state, before.text.slice(found.end), before.span.end) : undefined
  if (partner === null) return null
  if (partner !== undefined) phrases = [partner]
  const such = suchOf(state, before, found)
  if (such?.length === 0) return null
  phrases = such ?? phrases
  if (isBare && (inWith || ofItsValue(before.text, found)) && phrases.length === 0 && isOfQuantity(inForce))
    phrases = inForce[0]?.phrases ?? phrases
  const isFronted = subject.isVerb && /^\W*(?:to|from|with) (?:the )?\p{Lu}[^,]{1,60},/iu.test(before.text)
  if (isBare && phrases.length === 0 && (!subject.isVerb || isFronted))
    phrases = ownerPhrases(state, before, found) ?? phrases
  const side = isBare && phrases.length === 0 ? otherSide(state, before, found, subject) : null
  if (side !== null) phrases = [side]
  // "The sector accounted for half: its exports rose" is of what the sentence is about.
  const said_ = before.text.slice(0, found.start)
  // "Industry, which …, and its exports rose": what the sentence is about was not understood.
  const isUnread =
    inForce.length === 0 &&
    state.items.some(
      (each) => numbers.has(each.kind) && each.end <= before.span.start && each.start >= state.sentence.start,
    )
  if (isBare && phrases.length === 0 && isUnread && /\b(?:its|their)\s+$/i.test(said_)) return null
  // "Car exports rose to 174,000; the export value was 3 bn" is of cars.
  const isValue = /^(?:ex|im)port values?$/i.test(found.text) && ofValue.test(said_)
  if (isBare && phrases.length === 0 && isUnread && isValue) return null
  if (isBare && phrases.length === 0 && isValue && !state.fresh) phrases = samePhrases(inForce)
  const isOwn = isBare && phrases.length === 0 && (/[:;]\s*(?:its|their)\s+$/i.test(said_) || ofRanked.test(said_))
  if (isOwn) {
    const said = sentenceWords(state, before.span.start + found.start)
    phrases = sentenceSubject(state, said, Number.POSITIVE_INFINITY) ?? []
    // "exports were 3 bn; its imports were 2 bn" goes on with all trade.
    const isOfAll = !state.fresh && inForce.length > 0 && inForce.every((each) => each.phrases.length === 0)
    if (phrases.length === 0 && !isOfAll) return null
  }
  const traded = isBare && subject.isVerb ? tradedGoods(before, count, state.context) : []
  const said = before.slice(0, found.start)
  // "exports of machinery to these countries" are of the partner that the text has named.
  const [partnerBack] =
    !isBare && count === 1 && subject.pointsBack && subject.second === null ? namedBefore(state, said, 1) : []
  let goods: Phrase | null = null
  if (partnerBack !== undefined && phrases.length === 1 && isPartner(partnerBack, state))
    [phrases, goods] = [[partnerBack], phrases[0] ?? null]
  const exported = isBare && subject.isVerb && role === 'LEVEL' ? (passiveOf(said) ?? goodsTrading(said)) : null
  if (traded.length > 0) phrases = traded
  else if (exported !== null) phrases = [exported]
  else if (isBare && subject.isVerb) {
    const object = objectOf(before.slice(found.end))
    const isOfGoods = object !== null || /^\s*(?:worth )?of\s(?!goods|merchandise)/i.test(after.text)
    const pair = isOfGoods && isWithPartner(after) ? goodsWithPartner(state, object, after) : undefined
    if (pair === null) return null
    if (pair !== undefined) [phrases, goods] = [[pair.partner], pair.goods]
    else if (object !== null) phrases = [object]
  }
  if (isBare && subject.isVerb && phrases.length === 0) {
    const [goods] = role === 'LEVEL' ? goodsAfter(after, state.context.vocabulary) : []
    const rest = role === 'CHANGE' ? after.slice(lessGoods.exec(after.text)?.[0].length ?? 0) : after
    const partner = /^\s*(?:worth )?of them\b/i.test(after.text)
      ? (sentenceSubject(state, sentenceWords(state, before.span.end), Number.POSITIVE_INFINITY)?.[0] ?? null)
      : (goods ?? verbPartner(rest) ?? partnerPastBracket(state, after))
    // "imported 3 bn of American goods" has an object that was not understood.
    if (partner === null && role === 'LEVEL' && objectBehind.test(after.text)) return null
    if (partner !== null)
      phrases = toSame.test(after.text) || /^there$/i.test(partner.text) ? samePhrases(inForce) : [partner]
  }
  if (
    phrases.length === 0 &&
    inForce.length === 1 &&
    !state.fresh &&
    /^\s*(?:[,(]\s*)?(?:(?:with|whil(?:e|st)|and|;)\s*)?(?:(?:resulting in|leading to|for|reaching|hitting|totall?ing)\s*)?a\s/i.test(
      before.text,
    )
  )
    phrases = inForce[0]?.phrases ?? phrases
  const isOfThose = state.fresh
    ? state.continues && /^\s*(?:of which|therein)\b/i.test(before.text)
    : /,\s*of which,?\s*$/i.test(before.text.slice(0, found.start))
  if (isBare && isOfThose) phrases = samePhrases(inForce)
  const isThose =
    phrases.length === 0 &&
    /\b(?:those|these|same) (?:countries|nations|economies)\b|\bthere\b/i.test(
      before.text.slice(found.end) + after.text.slice(0, 60),
    )
  // "Exports of private firms rose, while imports fell" are both of these.
  const isShared = (phrase: Phrase | undefined): boolean =>
    isPartner(phrase, state) ||
    (phrase !== undefined &&
      /^(?:ENTERPRISE_TYPE|REGIME|PLATFORM)$/.test(state.context.vocabulary.dimensionOf(phrase.text) ?? ''))
  const isOfWhich =
    subject.reporter?.kind === 'ECONOMY' &&
    subject.reporter.isMain === true &&
    /\bof which,? (?:[A-Z][a-z]+(?:'s)? )?$/.test(before.text.slice(0, found.start))
  const isTurned = /^(?:EXPORTS|IMPORTS)$/.test(found.metric) && /^,\s*(?:while|whereas|and)\s*$/i.test(said_)
  const isNextObject =
    verbless.test(before.text) &&
    firstObject.test(state.text.slice(Math.max(0, before.span.start - 120), before.span.start))
  const isOther =
    !state.fresh &&
    inForce.length === 1 &&
    (isShared(inForce[0]?.phrases[0]) ||
      isNextObject ||
      (isTurned && /^(?:EXPORTS|IMPORTS)$/.test(inForce[0]?.metric ?? ''))) &&
    (!/\b(?:total|overall|all|global|worldwide)\s*$/i.test(before.text.slice(0, found.start)) ||
      bothTotals.test(state.text.slice(state.sentence.start, before.span.end)))
  if (isBare && isOther && phrases.length === 0 && (subject.reporter === null || isOfWhich))
    phrases = inForce[0]?.phrases ?? phrases
  // "the value of imports and exports was 2 bn to India"
  const behind = isBare && phrases.length === 0 && role === 'LEVEL' && count === 1 ? verbPartner(after) : null
  const other = behind === null ? null : economyAt(behind.text)
  if (behind !== null && other?.end === behind.text.length && other.economy !== state.context.main) phrases = [behind]
  if (isBare && !state.fresh && phrases.length === 0 && subject.reporter === null) phrases = state.paragraph
  if (isThose) {
    phrases = (isPartner(inForce[0]?.phrases[0], state) ? inForce[0]?.phrases : null) ?? []
    if (phrases.length === 0) return null
  }
  const onGoods = /^\s*(?:on|in) (goods and services|services)\b/i.exec(after.text)
  const isOfBalance = isBare && subject.metrics[0]?.metric === 'BALANCE'
  if (isOfBalance && phrases.length === 0) phrases = tradedIn(after)
  if (isOfBalance && onGoods !== null)
    phrases = [phraseAt(after, onGoods[0].indexOf(onGoods[1] ?? ''), (onGoods[1] ?? '').length)]
  const isPart = state.continues && inForce.length === 1 && phrases.length === 0 && isBare && subject.reporter === null
  if (isPart && (/^(?:EXPORTS|IMPORTS)$/.test(found.metric) || isThatValue.test(before.text)))
    phrases = inForce[0]?.phrases ?? phrases
  if (isBare && role === 'SHARE' && phrases.length === 0) {
    const words = sentenceWords(state, before.span.start)
    phrases = sentenceSubject(state, words.text === '' ? before : words, Number.POSITIVE_INFINITY) ?? phrases
  }
  const largest = count === 1 ? largestPartner(before, found.start, found.end) : null
  if (largest !== null) phrases = [largest]
  const follower = isBare && followers.length === 0 ? followerBefore(before, found.start) : null
  if (follower !== null) phrases = [follower]
  const named = /\b(?:was|were)\s+(?:the )?([a-z][a-z\s/-]{2,50}?)\s+(?:at|with)\s*$/i.exec(
    before.text.slice(found.end),
  )
  if (
    role === 'LEVEL' &&
    isBare &&
    named !== null &&
    !verb.test(named[1] ?? '') &&
    !(
      found.metric === 'BALANCE' &&
      /\b(?:positive|negative|favou?rable|unfavou?rable|active|passive)$/i.test(named[1] ?? '')
    ) &&
    !/^(?:an?|about|still|only|estimated|now|around|nearly|over)\b/i.test(named[1] ?? '')
  )
    phrases = [phraseAt(before, found.end + named.index + named[0].indexOf(named[1] ?? ''), (named[1] ?? '').length)]
  phrases = exampleBefore(before, phrases) ?? phrases
  const goal = isBare ? destination(before, found.end) : null
  if (goal !== null) phrases = [goal]
  phrases = phrases.filter(({ text }) => !pronoun.test(text))
  // "Exports in this sector" of one that was not understood are of no total, nor are those of "whose exports".
  const isOfThat = inForce.length === 0 && inThat.test(before.text.slice(found.end))
  const isWhose = subject.phrases.length > 0 && /\bwhose\s+$/i.test(said_)
  if ((phrases.length === 0 && (isOfThat || isWhose)) || phrases.some(({ text }) => /^(?:which|who)$/i.test(text)))
    return null
  // "Its oil imports rose. The imports reached 3 bn" are of oil.
  const isSpoken = phrases.length === 0 && state.fresh && state.spoken === found.metric && subject.reporter === null
  if (isSpoken && /\bthe\s*$/i.test(said_)) return null
  if (inForce[0]?.phrases[0]?.dimension === 'PARTNER' && !state.fresh && ofLargestChange.test(before.text)) return null
  const recorded = phrases.length === 0 ? recordedIn(before, found.end, count, state.context) : undefined
  if (recorded !== undefined && recorded.length !== count) return null
  if (recorded !== undefined) phrases = recorded
  const listed = listedAfter(before, found.end, count)
  if (listed !== null)
    return listed.map((phrase) => ({
      metric: valueMetric(found.metric),
      isDeficit: found.isDeficit ?? false,
      phrases: [phrase],
      reporter: subject.reporter ?? reporter,
    }))
  const isTrader = (text: string): boolean => traders.test(text) && !/\p{Lu}\p{sc=Latn}+ Port$/u.test(text)
  if (phrases.some(({ text }) => isTrader(text) && state.context.vocabulary.dimensionOf(text) === null)) return null
  if (phrases.some(({ text }) => /(?<!other )\bthan\b/i.test(text))) return null
  if (phrases.length === 0 && /^(?:bilateral|two-way)\b/i.test(found.text) && subject.reporter === null) {
    const listed = count > 1 ? namedBefore(state, before.slice(0, found.start), count) : []
    phrases =
      listed.length > 0 ? listed : (rankedPartner(state, before) ?? (state.subjects.length > 0 ? state.subjects : []))
    if (phrases.length === 0) return null
  }
  // "Trade turned to a decline" behind what is said of one partner may be either's.
  const isUntold = phrases.length === 0 && state.fresh && /^trade$/i.test(found.text) && subject.reporter === null
  if (isUntold && isAboutOne(state, before.slice(0, found.start))) return null
  if (phrases.length > 0) state.subjects = phrases
  const left = leftOut(before) ?? leftOutAll(state, before.span.start)
  if (left !== null)
    phrases =
      phrases.length > 0 ? phrases.map((each) => (left.text.startsWith(each.text) ? left : joined(each, left))) : [left]
  const ofBoth = subject.metrics[0]?.metric
  if (
    (ofBoth === 'BALANCE' || (isOffice(state.context) && ofBoth === 'TRADE')) &&
    phrases.length === 1 &&
    phrases[0]?.dimension === 'PARTNER'
  ) {
    const isSecond = state.balanced?.sentence === state.sentence && state.balanced.phrases[0]?.text !== phrases[0].text
    state.balanced = { sentence: state.sentence, phrases: isSecond ? [] : phrases }
  }
  const second = subject.second ?? goods ?? (largest === null ? null : (subject.phrases[0] ?? null))
  const own = phrases.length > 0 ? phrases.map((phrase) => [phrase, second].filter((each) => each !== null)) : [[]]
  const owner = subject.reporter ?? ownerOf(state, before, found.start)
  // "sold goods to Brazil and bought goods": a partner has no trade with itself.
  const who = owner === null || phrases.some(({ text }) => text === owner.words) ? reporter : owner
  // What a market purchases is exported to it.
  const isBought = /^purchases$/i.test(found.text) && bySide.test(before.text.slice(0, found.start))
  return subject.metrics.flatMap((metric) =>
    own.map((each) => ({ ...metric, ...(isBought && { metric: 'EXPORTS' as const }), phrases: each, reporter: who })),
  )
}
