import type { Period } from '../../../domain/periods/period.js'
import { getOrInsert, memoizeByObject } from '../../../lib/memo.js'
import { type Item, Slice } from '../../items.js'
import type { Span } from '../../source.js'
import type { Frame, LooseNumber, Phrase, Statement, Unplaced } from '../../statement.js'
import { economyAt } from '../economies.js'
import { reporterIn } from './complements.js'
import { ofDeficit } from './constructions/comparisons/bases.js'
import { ranked } from './constructions/partners.js'
import { isPartnerName, mainDriver, movedFrom, ofBalance, phraseAt, signedBeside, signIn, withoutHome } from './cues.js'
import { listOf, noun, nounBefore } from './nouns.js'
import { inBrackets } from './role-words.js'
import { isQuestion, lookedBack } from './scope.js'
import type { Role, State } from './state.js'
import { type FoundMetric, metricsIn, subjectAt } from './subject.js'
import { foreign } from './words.js'

const tests = memoizeByObject((_: Span) => new Map<RegExp, boolean>())

/** Indicates whether a pattern matches anywhere in the sentence; it is tried once for all numbers of it. */
export const inSentence = ({ text, sentence }: State, pattern: RegExp): boolean =>
  getOrInsert(tests(sentence), pattern, () => pattern.test(text.slice(sentence.start, sentence.end)))

export function sentenceWords(state: State, end: number): Slice {
  return Slice.of(state.text, {
    start: state.sentence.start,
    end: Math.max(end, state.sentence.start),
  })
}

const saidBy =
  /^\W*(?:the )?(?:[a-z]+ ){0,3}(?:figures|data|statistics)(?: from [^,]{3,40})? (?:also )?(?:show(?:ed|s)?|reveal(?:ed|s)?|indicated?)(?: that)? (?:the )?|^\W*(?:\p{Lu}[\p{sc=Latn}.'-]* ){1,3}(?:also )?(?:pointed out|noted|said|stressed|added|highlighted|mentioned|explained|emphasi[sz]ed)(?: that)? /iu

const ofShare = /^\W*the (?:share|proportion|weight) of (?:the )?/i

export function sentenceSubject(state: State, words: Slice, to: number): readonly Phrase[] | null {
  const opening =
    /^\s*(?:(?:in|during|for|as|among|by|until|over|from|on|at|notably|furthermore|meanwhile|however|moreover|specifically|additionally|throughout|between|since|thanks|owing|due|despite|amid|of (?:these|those|them)|according|(?:first|second|third|fourth|fifth|last|final)(?:ly)?(?=,)|besides)\b[^,]*,\s*|,\s+)+/i.exec(
      words.text,
    )
  const head = opening?.[0].length ?? 0
  const from = head + (saidBy.exec(words.text.slice(head))?.[0].length ?? 0)
  const before = words.slice(from)
  const end = to - from
  const text = before.text.slice(0, Math.max(0, end))
  const stop =
    /,|\b(?:remain\w*|continu\w*|was|were|is|are|ha[sd]|have|contribut\w*|became|rank\w*|saw|expanded|posted|experienced|record\w+|register\w+|report\w+|witnessed|achieved|play\w+|proved|stayed|showed|kept|maintain\w*|led|drove|took|gained|held|retained|came|topped|secured|overtook|replaced|followed|emerged|outperformed|outpaced|fared)\b/i.exec(
      text,
    )
  if (stop === null) return null
  const own = before
    .slice(0, stop.index)
    .trimmed(/\s*[(][^()]*[)]\s*$/u)
    .trimmed(ofShare)
  const [found] = nounBefore(withoutHome(own, state.context), 1)
  const economy = economyAt(found?.text ?? '')
  const known =
    found !== undefined &&
    (state.context.vocabulary.dimensionOf(found.text) !== null || economy?.end === found.text.length)
  const isSector =
    found !== undefined &&
    /\b(?:enterprises|companies|businesses|firms|sector|zones|e-commerce|ports?)$/i.test(found.text)
  const isRanked =
    /^[^.;]{0,60}?\b(?:remain\w*|was|were|is|are|became|emerged as|continu\w* (?:to be|as))\b/i.test(before.text) &&
    (ranked.test(before.text) || mainDriver.test(before.text))
  if (found === undefined || !(known || isSector || isRanked)) return null
  const { rest, reporter } = reporterIn(Slice.of(state.text, found.span), state.context)
  const trimmed = noun(rest)
  // An economy is no part of its own trade.
  if (trimmed.text === '' && reporter?.kind === 'ECONOMY' && reporter.isMain === true) return null
  if (reporter?.kind === 'REGION' && reporter.words === state.context.region?.words && trimmed.text === '') return null
  return [trimmed.text === '' ? found : { text: trimmed.text, span: trimmed.span, dimension: null }]
}

const ofCountries = /\b(?:countries|member states|union|bloc|economies|EU|ASEAN)\b/i

/** Returns the partners that "the country" or "them" means: those the sentence names first, or those in force. */
export function namedBefore(state: State, words: Slice, count: number): readonly Phrase[] {
  const [first] = state.frames
  const told = state.told.flatMap(({ phrases }) => phrases)
  if (count > 1 && state.fresh && told.length === count && state.told.length === count) return told
  if (count > 1) {
    const sentence = sentenceWords(state, words.span.end)
    const at =
      /\b(?:was|were|is|are|remained?|saw|witnessed|recorded|posted|reported|experienced|enjoyed|followed|came next|ranked)\b/i.exec(
        sentence.text,
      )
    if (at === null) return state.fresh && state.subjects.length === count ? state.subjects : []
    const ahead = listOf(noun(sentence.slice(0, at.index)), count, state.context)
    const behind = sentence.slice(at.index + at[0].length).trimmed(/,?\s+with\s.*$/is)
    const listed = ahead.length === count ? ahead : listOf(noun(behind), count, state.context)
    return listed.length === count ? listed.map(({ text, span }) => ({ text, span, dimension: 'PARTNER' })) : []
  }
  const subject = state.fresh
    ? sentenceSubject(state, sentenceWords(state, words.span.end), Number.POSITIVE_INFINITY)
    : null
  const isTrader = ({ text }: Phrase): boolean => isPartnerName(state.context, text)
  if (subject?.every(isTrader)) return subject.map((each) => ({ ...each, dimension: 'PARTNER' }))
  const isOne = new Set(state.frames.map(({ phrases }) => phrases[0]?.text)).size <= 1
  if (!isOne) return []
  const inForce = first?.phrases.find(({ dimension, text }) => dimension === 'PARTNER' || ofCountries.test(text))
  if (inForce !== undefined) return [inForce]
  return state.subjects.length === 1 ? state.subjects : []
}

/** Returns the partner that a sentence ranks, whose trade follows: "the EU remained the largest partner, although bilateral trade fell". */
export function rankedPartner(state: State, before: Slice): readonly Phrase[] | null {
  const words = sentenceWords(state, before.span.end)
  const subject =
    state.fresh && ranked.test(words.text) ? sentenceSubject(state, words, Number.POSITIVE_INFINITY) : null
  const isTrader = ({ text }: Phrase): boolean => isPartnerName(state.context, text)
  return subject?.every(isTrader) ? subject.map((each) => ({ ...each, dimension: 'PARTNER' })) : null
}

const turned =
  /^[^,;:]*\b(?:shifted|swung|went|moved|turned|changed|switched)\s+(?:from|to|into)\s+an?\s[^,;:]*$|^[^,;:]*\bended (?:in|with)\s+an?\s[^,;:]*$/i
const resulted =
  /^[^,;:]*\b(?:there (?:was|were)|resulted in|led to|gave|left|produced|generated|yielded|ended with|showed|posted|recorded|reported|registered|registering|recording|posting|saw|ran|had|witnessed|experienced)\s+an?\s[^,;:]*$/i

const wasWith =
  /^[^,;:()]{0,30}\b(?:was|were|is|came)\s+(?:recorded |registered |noted |posted |achieved |seen )?(?:in trade )?with\s+(?:the )?(\p{Lu}[^,;:()]{1,40}?),?\s*(?:at|of|with|amounting to|reaching)?\s*$/u

const nextWith = /(?:,|\band)\s+(?:the )?(\p{Lu}[^,;:()]{1,40}?)\s+with\s+an?\s+(?:trade )?$/u

/** Returns the partner of the trade that a balance results from: "trade with countries outside the EU resulted in a surplus". */
export function tradedWith(
  { context }: State,
  before: Slice,
  metrics: readonly FoundMetric[],
  found: FoundMetric,
): readonly Phrase[] | null {
  const partner = found.metric === 'BALANCE' ? (wasWith.exec(before.text.slice(found.end))?.[1] ?? '') : ''
  const next = found.metric === 'BALANCE' ? (nextWith.exec(before.text.slice(0, found.start))?.[1] ?? '') : ''
  const name = partner || next
  if (name !== '') return [{ ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }]
  const trade = metrics.at(-2)
  if (trade === undefined) return null
  const link = before.text.slice(trade.end, found.start)
  if (!resulted.test(link) && !(trade.metric === 'BALANCE' && turned.test(link))) return null
  const { phrases, reporter } = subjectAt(before.slice(0, found.start), trade, [trade], 1, context)
  if (phrases.length > 0) return phrases
  // "EU trade generated a deficit" of a country is its trade with the EU.
  const at = reporter === null ? -1 : before.text.lastIndexOf(reporter.words, trade.start)
  const isPartner = reporter?.kind === 'ECONOMY' && reporter.isMain !== true && context.main !== null && at >= 0
  return isPartner ? [{ ...phraseAt(before, at, reporter.words.length), dimension: 'PARTNER' }] : null
}

export function beforeColon(
  { context }: State,
  before: Slice,
  metrics: readonly FoundMetric[],
  found: FoundMetric,
): readonly Phrase[] | null {
  const said = before.text.slice(0, found.start)
  const colon = Math.max(
    said.lastIndexOf(':'),
    ...[' - ', ' \x96 ', ' \x97 ', ' -- '].map((dash) => said.lastIndexOf(dash)),
  )
  const trade = metrics.findLast(({ end }) => end <= colon)
  if (colon < 0 || trade === undefined || trade.metric === 'BALANCE') return null
  const { phrases } = subjectAt(before.slice(0, colon), trade, [trade], 1, context)
  return phrases.length === 1 && phrases[0]?.dimension === 'PARTNER' ? phrases : null
}

/** Returns the frames of the levels of a sentence, or of its changes if it has none. */
export function toldIn(all: readonly Statement[]): readonly Frame[] {
  const [levels, changes] = (['LEVEL', 'CHANGE'] as const).map((role) => all.filter((each) => each.role === role))
  return (levels?.length ? levels : (changes ?? [])).map(({ frame }) => frame)
}

/** Indicates that the levels of the sentence before are those of one partner, and the next words name no whole. */
export function isAboutOne({ told, context }: State, before: Slice): boolean {
  const partners = new Set(told.map(({ phrases }) => phrases[0]?.text ?? ''))
  const [name = ''] = partners
  return (
    partners.size === 1 &&
    context.vocabulary.dimensionOf(name) === 'PARTNER' &&
    !/\b(?:total|overall|its|china's|country's|nation's)\s*$/i.test(before.text)
  )
}

const isNegative = ({ text, sentence }: State, end: number): boolean =>
  /\bbalance\b(?:(?!\bbalance\b)[^;])*\b(?:was|is|were|remained|stayed) (?:also |still |again |once more )?(?:negative|passive|unfavou?rable|adverse)\b(?:(?!\b(?:balance|surplus)\b)[^;])*$/i.test(
    text.slice(sentence.start, end),
  )

const onSurplus =
  /\b(?:on|from|over|with|to|against|than) (?:the|a) (?:trade )?surplus (?:for|in|of|during|recorded|posted)\b[^,;]*$/i

const ofSurpluses = /\bsurpluses of \x81[^;.]{0,60}\band\s+$/i

/** Indicates a level that the one in force is compared with, not one of another metric that the sentence names. */
export function isBaseOfFrames({ fresh, frames }: State, role: Role, before: string): boolean {
  if (role !== 'BASE' || frames.length === 0 || movedFrom.test(before) || ofBalance.test(before)) return false
  const own = fresh ? metricsIn(before).at(-1) : undefined
  return own === undefined || own.isVerb === true || frames.some(({ metric }) => metric === own.metric)
}

/** Returns the sign of a level: that of a deficit is negative. */
export function levelSign(
  state: State,
  item: Item,
  frame: Frame,
  { role, before, after }: { readonly role: Role; readonly before: string; readonly after: string },
): number {
  if (role === 'BASE') {
    if (/^\s*(?:(?:in|trade|goods|merchandise) )*deficit\b/i.test(after) || ofDeficit.test(before)) return -1
    if (item.sign > 0 || /^\s*(?:in )?surplus\b/i.test(after)) return 1
  }
  if (frame.metric === 'BALANCE' && (isNegative(state, item.start) || /^\s*in the red\b/i.test(after))) return -1
  if (role === 'LEVEL' && /\bin deficit (?:by|of|at)\s*$/i.test(before)) return -1
  const said = state.text.slice(state.sentence.start, item.start)
  const isSurplus =
    (role === 'BASE' && (/surplus(?:es)? of|\+/i.test(before) || onSurplus.test(before) || ofSurpluses.test(said))) ||
    /\bpositive(?: (?:trade )?balance| and)\b[^,;]{0,30}$/i.test(before)
  return (frame.isDeficit === true || item.sign < 0) && !isSurplus ? -1 : 1
}

export const pointsBack =
  /^\s*"?(?:(?:in|during|for) (?:the )?\x85\x8F*(?: alone)?, (?=(?:they|it)\b))?(?:(?:however|meanwhile|moreover|in addition|besides|notably|(?:as per|according to|based on) [^,]{3,60}),\s+)?(?:among (?:them|these|which)|of (?:which|these|this|the total)|therein|specifically|this|that|it|these|they|their|within|notably|the (?:trade |total )?(?:value|figure|amount|sum|performance|result)(?! of))\b/i

function goesOn({ period, plain, sentence }: State): boolean {
  const said = plain.slice(sentence.start, sentence.end)
  return inSamePeriod.test(said) || (period?.frequency === 'MONTHLY' && inMonth.test(said))
}
const inMonth = /\b(?:in|for|during|over) (?:the|that) month\b(?! (?:of|to|from|before|earlier|ago|after)\b)/i

const follows =
  /^\W*(?:among (?:them|these|which)|of (?:which|these|this|the total)|therein|thus|therefore|consequently|hence|accordingly|as a (?:result|consequence)|this|these figures)\b/i

const inSamePeriod =
  /(?:^\W*(?:during|in|over|for)|\b(?:over|during|in)) (?:the|this|that) same period\b(?!,? (?:of|last|in|a year|the)\b)/i

/** Indicates that a paragraph begins with the flow that completes the one before: exports of June, then "Imports reached". */
export function completes(state: State, text: string, paragraph: readonly Statement[]): boolean {
  if (goesOn(state) || isOfLastMonth(state, paragraph)) return true
  const [last] = state.frames
  const flow =
    /^\W*(?:(?:the )?[\w ]{1,30}['’]s\s+)?(?:total\s+)?(imports|exports)\b(?! (?:of (?!goods\b)|to\b|from\b|by\b|and (?:im|ex)ports\b))/i
      .exec(text)?.[1]
      ?.toLowerCase()
  if (last !== undefined && follows.test(text)) return true
  if (last === undefined || last.phrases.length > 0) return false
  if (/^\W*(?:the |this )?(?:monthly )?(?:trade )?(?:surplus|deficit|balance)\b/i.test(text))
    return last.metric !== 'BALANCE'
  return (flow === 'imports' && last.metric === 'EXPORTS') || (flow === 'exports' && last.metric === 'IMPORTS')
}

const ofParts =
  /^\W*(?!(?:the|total|overall|its|foreign|merchandise|goods|domestic|national|trade|imports?|exports?|over|in|for|during)\b)\p{Lu}[\p{sc=Latn}-]+(?: [\p{sc=Latn}-]+){0,4} (?:exports|imports)\b/iu

/**
 * Indicates that the period in force was named in an aside: in a paragraph of the month reported on, for some parts only;
 * of China, also in one with the totals of the year to date, behind parts of the month.
 */
export function isAside(state: State, all: readonly Statement[], from: number): boolean {
  const { period, mainPeriod, context } = state
  if (context.main === null || mainPeriod === null || goesOn(state)) return false
  const own = all.slice(from)
  const [first, ...others] = own
  // What was of no period of the store ends with the paragraph that did not begin so.
  if (period === null) return context.main.code !== 'CN' && first?.period?.text === mainPeriod.text
  const isTotal = own.every((each) => each.frame.phrases.length === 0 && each.period?.text === period.text)
  const isWithin = period.first <= mainPeriod.first && mainPeriod.last <= period.last
  const isOfMonth = mainPeriod.frequency === 'MONTHLY' && period.frequency !== 'MONTHLY'
  const isOne = own.every(({ sentence }) => sentence.start === first?.sentence.start)
  const isOfParts = ofParts.test(state.text.slice(state.sentence.start, state.sentence.end))
  if (context.main.code !== 'CN' && own.length > 0 && isTotal && isWithin && isOfMonth && isOne && isOfParts)
    return true
  if (context.main.code === 'CN') {
    const hasParts = all
      .slice(0, from)
      .some((each) => each.frame.phrases.length > 0 && each.period?.text === mainPeriod.text)
    return own.length > 0 && isTotal && isWithin && isOfMonth && hasParts
  }
  if (first?.period?.text !== mainPeriod.text || period.frequency === mainPeriod.frequency) return false
  const inForce = others.filter((each) => each.period?.text === period.text)
  const last = own.at(-1)?.sentence
  const isLast = first.sentence !== last && own.every((each) => (each.period === period) === (each.sentence === last))
  return inForce.length > 0 && (isLast || inForce.every(({ frame }) => frame.phrases.length > 0))
}

/** Takes back what a sentence has told of all trade where a share of all trade shows that it is of a part. */
export function retracted(statements: Statement[], sentence: Span, frame: Frame): readonly LooseNumber[] {
  if (frame.phrases.length > 0) return []
  const isOfIt = (each: Statement): boolean =>
    each.sentence === sentence && each.frame.metric === frame.metric && each.frame.phrases.length === 0
  const found = statements.filter(isOfIt)
  for (const each of found) statements.splice(statements.indexOf(each), 1)
  return found.map(({ item }) => ({ item, reason: 'NO_SUBJECT', sentence }))
}

const together = /\btaking [^,;.]{5,60} together,/i

// Indicates figures of several quarters of a period, one after another: "rose 0.3 percent in the second quarter and 5 in the third".
function areQuarters(whole: Period, told: readonly Statement[]): boolean {
  const periods = told.map(({ period }) => period)
  const isPart = (part: Period | null): boolean =>
    part?.frequency === 'QUARTERLY' && part.text !== whole.text && whole.first <= part.first && part.last <= whole.last
  return new Set(periods.map((each) => each?.text)).size > 1 && periods.every(isPart)
}

/**
 * Goes back behind a sentence that looked back to the period before it, and to the one it began with where it ended with
 * an earlier month: "grew 4 percent in December, following a 5 percent rise the previous month".
 */
// "and stands at 96 bn for the year" is said in passing of the months so far, behind the month reported on.
const soFar = /\bstands? at \x81\x8F* \x85\x8F*\W*$/

export function leaveSentence(state: State, text: string, before: Period | null, added: readonly Statement[]): void {
  if (soFar.test(text)) state.period = state.mainPeriod ?? state.period
  const [first] = added
  // The periods of what is no trade say nothing of what follows.
  const isOfOutlook = state.period?.text === String(state.clock.year)
  if (first === undefined && before !== null && (foreign.test(text) || isOfOutlook)) state.period = before
  const { period, mainPeriod } = state
  const own = first?.period ?? null
  const isEarlier = period !== null && own?.frequency === period.frequency && period.last < own.last
  const isBack = lookedBack.test(text) && (period?.last ?? '') < (before?.last ?? '')
  if (before !== null && (isBack || together.test(text) || areQuarters(before, added))) state.period = before
  else if (isEarlier && mainPeriod?.frequency !== period.frequency) state.period = own
  // "The month" is the one that the text goes on with.
  if (own?.frequency === 'MONTHLY' && (state.period?.text === own.text || (state.month?.last ?? '') < own.last))
    state.month = own
}

// The last year that an answer spoke of says nothing of the next: "exports were 2 bn last year", then "exports rose in October".
export function leaveAnswer(state: State, text: string): void {
  const { clock, period } = state
  const isPast = period?.frequency === 'ANNUAL' && clock.month > 3 && period.last < `${clock.year ?? ''}`
  if (!isPast || !isQuestion(text)) return
  if (state.mainPeriod?.text === period.text) state.mainPeriod = null
  state.period = null
}

/** Leaves a number that is no figure: the period of one that is none of trade says nothing of the next. */
export function leaveNumber(state: State, reason: Unplaced, outer: Period | null): void {
  const isOther = reason === 'PRICE' || reason === 'NO_SUBJECT'
  const isPast = isOther && (state.period?.last ?? '') < (outer?.first ?? '')
  if (isPast || reason === 'FORECAST') state.period = outer ?? state.period
  if (reason === 'AVERAGE') state.averaged = state.sentence
  state.afterAmount = reason === 'CHANGE_IN_AMOUNT'
}

/** Returns the sign of a change that has none of its own: that of the amount before, of the bracket's list, or of the last one. */
export function inheritedSign(state: State, signs: ReadonlyMap<Role, number>, role: Role, before: string): number {
  const last = signs.get(role) ?? signs.get('CHANGE') ?? 1
  const { text, plain, sentence, afterAmount, amountSign, lastRole } = state
  if (afterAmount) return amountSign
  if (/[(]\s*$/.test(before) && signedBeside.test(plain.slice(sentence.start, sentence.end))) return 1
  if (lastRole === 'BASE' && /\bby\s*$/.test(before))
    return /\b(?:f[ae]ll|falling) short of\b/i.test(text.slice(sentence.start, sentence.end)) ? -1 : 1
  const introduced = /[(]\s*$/.test(before) ? inBrackets.exec(text.slice(sentence.start, sentence.end)) : null
  return introduced === null ? last : signIn(introduced[0], '', last)
}

/**
 * Indicates that the paragraph before was of the last month of what the text reports on, with which texts about others than
 * China go on: "in 2013 exports rose", then "in December exports rose", then "apparel rose". "In August alone" is an aside.
 */
function isOfLastMonth(
  { period, mainPeriod, text, context: { main } }: State,
  paragraph: readonly Statement[],
): boolean {
  const [first] = paragraph
  if (main === null || main.code === 'CN' || period === null || mainPeriod === null || first === undefined) return false
  const isLast = period.frequency === 'MONTHLY' && mainPeriod.frequency !== 'MONTHLY' && period.last === mainPeriod.last
  const isAlone = /\balone\b/i.test(text.slice(first.sentence.start, first.item.start))
  const isOfMonth = first.period?.text === period.text && paragraph.every((each) => each.period !== mainPeriod)
  return isLast && isOfMonth && !isAlone
}
