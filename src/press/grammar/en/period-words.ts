import { isYearBefore, type Period, parsePeriod, periodBefore, yearBefore } from '../../../domain/periods/period.js'
import { type Item, numbers } from '../../items.js'
import { type PeriodMention, resolve, samePart } from '../../periods.js'
import type { Span } from '../../source.js'
import { introducesBase, isClosedAt, isOfEvent, isOfPastGains } from './base-words.js'
import { inOtherTerms, lookedBack } from './scope.js'
import type { State } from './state.js'

export const sinceWords =
  /\b(?:since|until|till|before|after|follow(?:ing|ed|s)|having|on top of|in (?:stark |sharp |marked |clear )?contrast (?:to|with)|as of|introduced|imposed|launched|announced(?![^,;.]{0,40}\bthat\b)|due to|because of)\b[^,;.]{0,80}$|\bby\s+(?:the |early |late |mid-)*$/i

/** Indicates the months up to a day at the head of a sentence: "As of the first seven months, trade reached". */
const isUpTo = ({ text, sentence }: State, start: number, period: PeriodMention | null): boolean =>
  period?.kind === 'PERIOD' &&
  period.part.frequency !== 'MONTHLY' &&
  period.part.frequency !== 'ANNUAL' &&
  (/^\W*(?:as (?:of|at)|until|till|up to|by)\s+(?:the\s+)?$/i.test(text.slice(sentence.start, start)) ||
    /\x81\x8F* (?:until|till|up to|by)\s+(?:the\s+)?$/i.test(text.slice(sentence.start, start)))

// "will probably look weak in February"
const isToCome =
  /\b(?:will|would|may|might|could|should|(?:is|are) (?:likely|expected|set|bound|due) to)\b[^;,\x81-\x84]*$/i

/** Indicates a period that something has been since, or will be in, and not of: "the highest since May". */
export const isSince = (state: State, item: Item): boolean =>
  !isUpTo(state, item.start, item.period) &&
  (isTurned(state, item) ||
    isToCome.test(state.text.slice(state.sentence.start, item.start)) ||
    sinceWords.test(state.text.slice(Math.max(0, item.start - 110), item.start)) ||
    /\b(?:since|until|till|(?:which|that|year) ended in) $/i.test(
      state.plain.slice(Math.max(0, item.start - 20), item.start),
    ))

export const isChangeBy = ({ text }: State, { start }: Span): boolean =>
  /\bby (?:[a-z]+ )?$/i.test(text.slice(Math.max(0, start - 30), start))

// A sentence before is of the paragraph that is read where no line ends between them.
export const isInParagraph = ({ text, sentence }: State, before: Span | null): boolean =>
  before !== null && !/\n/.test(text.slice(before.start, sentence.start))

const isSameDays = (a: Period, b: Period): boolean => a.first === b.first && a.last === b.last

// What "the 23 percent in the first half" is on is the year before, as "in 2021" is of a half of 2022.
export const isYearOrSame = (base: Period, period: Period): boolean =>
  base.text === period.text || isYearBefore(base, period) || isSameDays(base, yearBefore(period))

export const isLevelOver =
  /\b(?:amounted to|stood at|reached|total+ed|were|was|came to|worth|valued at) [^,;\x82-\x88]{0,30}\x81\x8F* over (?:the )?$/i

/** Indicates a period that was over long before a text that has told no other, as in a caption: "a port in August 2007". */
const isLongOver = ({ clock: { year, month }, mainPeriod }: State, last: string): boolean =>
  mainPeriod === null && year !== null && 12 * (year - Number(last.slice(0, 4))) + month - Number(last.slice(5, 7)) > 14

export const isOpened = ({ text, sentence, items }: State): boolean => {
  const first = items.find(({ kind }) => kind === 'PERIOD')
  return first !== undefined && /^\W*(?:[A-Za-z]+ ){0,5}$/u.test(text.slice(sentence.start, first.start))
}

const isMonthly =
  /\b(?:monthly|month-on-month) (?:[a-z]+ )?(?:increase|decrease|rise|fall|drop|decline|gain|growth|change|contraction)(?: of| by)?\s*(?:[\x82\x8F]+\s*(?:,|,? and)\s*)*$/i

const monthly =
  '(?:monthly|month-on-month) (?:[a-z]+ )?(?:increase|decrease|rise|fall|drop|decline|gain|growth|change|contraction)s?'
const isMonthlyRate = new RegExp(`^[\\s-]*${monthly}\\b`, 'i')

const yearly =
  /\b(?:annual|yearly|year-on-year) (?:increase|decrease|rise|fall|drop|decline|gain|growth|change|contraction)(?: of| by)?\s*$/i
/** Indicates a change said to be one on the year before: "an annual increase of 1 percent, while it fell by 2 percent from May". */
export const isOnYear = ({ text, plain, sentence, context }: State, { start }: Item): boolean =>
  yearly.test(text.slice(sentence.start, start)) ||
  (context.main?.code === 'CN' && byQuarter.test(plain.slice(sentence.start, start)))
// China's customs tell quarters so: "On a quarterly basis, trade in the third quarter was 10 trillion yuan, up 15 percent".
const byQuarter =
  /^\W*on a quarterly basis, [^.;]*\bin the [a-z]+ quarter (?:was|were|stood|reached|amounted|total|came)/i

const monthlyIn = new RegExp(
  `\\b${monthly} (?:(?:was|were) (?:observed|recorded|registered|seen|noted) )?(?:in|of|for|among) (?!.*\\b(?:annual|annually|yearly|year-on-year)\\b)`,
  'is',
)

export const ofMonths = /month|m-o-m|MoM|mom|m\/m/i

const monthlyList =
  /^\W*(?:the )?(?:monthly|month[- ]on[- ]month|m-o-m) (?:[a-z]+ ){0,3}(?:movements?|changes?|developments?|increases?|decreases?|variations?)\b[^.;:]{0,60}:/i

export const headsSentence = ({ text, sentence }: State, { start }: Item): boolean =>
  /^\W*(?:compared|in comparison|relative)\b[^,;]*$/i.test(text.slice(sentence.start, start))

/** Indicates a base at the head of a paragraph, which all of its changes are against: "In August 2009, against July,". */
export const opensParagraph = ({ text }: State, { start, period }: Item, isBefore: boolean): boolean =>
  (period?.kind === 'PREVIOUS' || isBefore) &&
  /(?:^|\n)(?:[^\n,;.\x81-\x84]{0,40}\b(?:compar(?:ed|ing)|relative|in comparison) [^\n,;.]{0,60}|(?:In|For|During) \x85\x8F*,? (?:as )?against (?:the )?)$/i.test(
    text.slice(Math.max(0, start - 100), start),
  )

/** The state that something turned from: "turned from growth in the first quarter to a decline of". */
const turnedFrom =
  /\bfrom (?:an? )?(?:[a-z-]+ )?(?:growth|increases?|rises?|gains?|expansion|declines?|falls?|drops?|decreases?|contraction|surplus|deficit)\s+(?:in|of|for|during|over)\s+(?:the )?$/i

export const isTurned = ({ text, sentence }: State, { start, end }: Span): boolean =>
  turnedFrom.test(text.slice(sentence.start, start)) && /^\s*(?:in)?to\b/i.test(text.slice(end, end + 8))

export const yearOnYear =
  /^(?:year[- ](?:on|over)[- ]year|on[- ]year|y-o-y|y\.o\.y|yoy|y\/y|annually|(?:on|from) an? )/i

/** The period that a change before it was over: "rose 3 percent between August and September and 2 over the same period". */
export const samePeriod = /^(?:the )?same (?:period|month|quarter)$/i

export function isBracketed({ text, sentence }: State, { start, end }: Item): boolean {
  const before = /[(][^()]*$/u.exec(text.slice(Math.max(sentence.start, start - 80), start))?.[0]
  const after = /^[^()]*[)]/u.exec(text.slice(end, Math.min(sentence.end, end + 80)))?.[0]
  return before !== undefined && /[\x81-\x84]/u.test(before + (after ?? ''))
}

const timeOfCause =
  /\b(?:by an?|(?:dragged(?: down)?|hit|hurt|weighed down|held back|affected|dampened|depressed) by|due to|owing to|because of|thanks to|after|following) [^,;]{4,}$/i

/** Stands before the period of a rate that a rate reversed or followed: "reversing a 7.3 percent fall in March". */
const ofPastRate =
  /\b(?:following|after|extending|reversing|continuing|than|below|above|compared (?:with|to)|against|versus) (?:(?! to )[^;.:()]){0,70}?\x82\x8F*(?: [a-z-]+){0,3} (?:in|of|for|during) (?:the )?$/i

const ofPastRecord =
  /\b(?:(?:previous|earlier|prior|last|old|former|existing|all-time|historical?|past) )+(?:[a-z]+ )?(?:record|high|peak|best|maximum|low|level)[a-z ]{0,20} of (?:about |nearly |over )?\x81\x8F*,? (?:(?:recorded|set|seen|posted|registered|reached|achieved|hit|logged|reported|notched) )?(?:back )?(?:in|of|for|during) (?:the )?$/i

// Stands before a period whose growth went on: "both extending the growth of the first half".
const ofPastGrowth =
  /\b(?:extending|continuing|carrying on|maintaining|sustaining|prolonging|building on) (?:the |a |its |their )?(?:[a-z]+ ){0,2}(?:growth|trends?|momentum|gains?|rises?|increases?|declines?|drops?|falls?|recovery|pace|expansion|contraction)(?: (?:seen|recorded|registered|posted|set))? (?:of|in|from|during|for|since) (?:the )?$/i

/** Indicates a period of what another is compared with: "far better than the 7.6% slide in December", "the previous record of". */
export const isOfPastRate = ({ text, sentence }: State, { start, end }: Span): boolean =>
  ofPastRate.test(text.slice(Math.max(sentence.start, start - 120), start)) ||
  ofPastRecord.test(text.slice(Math.max(sentence.start, start - 120), start)) ||
  ofPastGrowth.test(text.slice(Math.max(sentence.start, start - 90), start)) ||
  isOfPastGains(text.slice(Math.max(sentence.start, start - 80), start), text.slice(end, end + 40))

const ofSome =
  /\b(?:much|most|parts?|the (?:rest|start|beginning))(?: of)?(?: the)? $|\b(?:early|late|mid)[ -](?:in )?(?:the )?$/i

const besideYear = /\x85\x8F*[a-z]?\s+$/

/** Indicates a period that says nothing of the next number: an earlier one in a bracket or without any, or one of a cause. */
export function isPassing(
  state: State,
  { start, end }: Item,
  found: Period,
  isBackground: boolean,
  isTold = false,
): boolean {
  const { text, sentence, period } = state
  const { last } = found
  // A longer period behind the numbers of a part of it: "trade rose 9.6% in March, the best of Q1".
  if (isTold && period !== null && found.first < period.first && last >= period.last) return true
  if (ofSome.test(text.slice(Math.max(sentence.start, start - 24), start))) return true
  if (!isBackground && period && isYearBefore(found, period) && besideYear.test(text.slice(0, start))) return true
  const inBracket = /[(][^()]*$/u.exec(text.slice(Math.max(sentence.start, start - 80), start))?.[0] ?? ''
  const isClosed = /[\x81-\x84]/u.test(inBracket) && /^\s*[)]/.test(text.slice(end, end + 3))
  if (last < (period?.first ?? '') && isOfPastRate(state, { start, end })) return true
  if (!isBackground && found.frequency === 'ANNUAL' && isOfEvent(state, { start, end })) return true
  if (isBackground && timeOfCause.test(text.slice(sentence.start, start))) return true
  return isBackground
    ? last < (period?.last ?? '') || isLongOver(state, last)
    : isClosed && last < (period?.first ?? '')
}

/** Indicates a period of the numbers behind it only: "soared 20 percent, and in May alone they surged 35". */
export function isOfNext({ items, text, sentence }: State, { start, end }: Item): boolean {
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= start)
  const isBeforeNumber = items.some((each) => numbers.has(each.kind) && each.start >= end)
  const isInserted = /,\s(?:at|worth|with|valued at) (?:about |nearly |over )?$/i.test(
    text.slice(sentence.start, last?.start),
  )
  const own = text.slice((last?.end ?? sentence.start) + (isInserted ? 1 : 0), start)
  const words = own.replace(/\b(?:im|ex)ports? and (?:im|ex)ports?\b/gi, '')
  return isBeforeNumber && /[,;\x97]\s|\b(?:and|whil(?:e|st)|but)\b/i.test(words)
}

/** Stands between a number and its period: "rose 1 percent from a year earlier in December", "3 bn worth of cars and parts in". */
export const aheadOfPeriod =
  /^\s*(?:worth of [a-z][a-z\s-]{2,40}|(?:from|over|on|(?:above|below) (?:the|their|its) (?:level|value)s? (?:of|in|from)) \x85\x8F*(?= (?:in|for) | $))/u

/** Returns the period of a mention. "This month" is the one that a text of another country's office reports on. */
export function resolveIn(state: State, mention: PeriodMention): Period | null {
  const { clock, period, mainPeriod, context } = state
  if (mention.kind === 'SAME_MONTH' && period?.frequency !== 'MONTHLY' && state.month !== null) return state.month
  const year = mention.kind === 'FULL_YEAR' ? resolve(mention, clock, period) : null
  // The surplus of a year is told when that is over.
  if (year !== null && clock.year !== null && year.last > `${clock.year}-${String(clock.month).padStart(2, '0')}-31`)
    return null
  const isReported = mention.kind === 'THIS_MONTH' && mainPeriod?.frequency === 'MONTHLY' && context.main?.code !== 'CN'
  return isReported ? mainPeriod : resolve(mention, clock, period)
}

// "The three-month period" behind a quarter is that quarter.
const isOwnLength = ({ plain, period }: State, start: number, end: number): boolean =>
  (period?.frequency === 'QUARTERLY' && /^(?:three|3)-month period/i.test(plain.slice(start, end))) ||
  (period?.frequency === 'HALF_YEARLY' && /^(?:six|6)-month period/i.test(plain.slice(start, end)))

/**
 * Resolves a mention without a year; the sentence may compare it with the same of a year that it names: "the surplus for the
 * first quarter fell to 5 bn from 6 bn in the first three months of 2007".
 */
export function resolveAt(state: State, { period: mention, start, end }: Item): Period | null {
  if (mention === null) return null
  if (isOwnLength(state, start, end)) return state.period
  // "From 110 bn in 2021 to 134 bn the following year"
  const isNext = mention.kind === 'YEAR_AFTER'
  const named = isNext ? state.items.findLast((each) => each.end <= start && each.period?.kind === 'PERIOD') : null
  if (named?.period) return resolve(mention, state.clock, resolve(named.period, state.clock, state.period))
  const found = ofMainYear(state, mention) ?? resolveIn(state, mention)
  if (mention.kind !== 'PERIOD' || mention.year !== null || mention.part.frequency === 'ANNUAL') return found
  // "From a year ago and from the first quarter of 2019" names two bases.
  if (state.items.some((each) => each.period?.kind === 'YEAR_AGO' && each.start > end)) return found
  for (const { kind, period: base, start: from } of state.items) {
    if (kind !== 'PERIOD' || from < end || base?.kind !== 'PERIOD' || typeof base.year !== 'number') continue
    if (!introducesBase(state.text.slice(Math.max(state.sentence.start, from - 90), from))) continue
    const earlier = resolve(base, state.clock, state.period)
    const own = resolve({ ...mention, year: base.year + 1 }, state.clock, state.period)
    if (earlier !== null && own !== null && yearBefore(own).text === earlier.text) return own
  }
  return found
}

/** Returns the period reported on where a mention without a year is of its part, behind a whole year: "in January" behind "in 2018". */
function ofMainYear({ period, mainPeriod: main }: State, mention: PeriodMention): Period | null {
  if (mention.kind !== 'PERIOD' || mention.year !== null || period?.frequency !== 'ANNUAL' || main === null) return null
  const own =
    main.first > period.last ? resolve({ ...mention, year: Number(main.last.slice(0, 4)) }, noClock, null) : null
  return own?.text === main.text ? main : null
}
const noClock = { year: null, month: 12 }

const ofFullYear = /\b(?:full|whole|entire)[- ]year\b[^,;]*$|\bwhole of \d{4}$/i
const allOf = /\b(?:all|entirety|whole) of (?:\d{4}|last year)$/i

/** Returns the same part of a year that a base names as a whole: "26 bn in the first half, against 25 bn in 2022". */
export function partNamed(
  state: State,
  named: Period | null,
  { start }: Item,
  before: string,
  mention: Span,
): Period | null {
  const { period: inForce } = state
  if (ofFullYear.test(before + state.plain.slice(mention.start, mention.end))) return named
  if (allOf.test(state.plain.slice(mention.start - 12, mention.end))) return named
  // "100 bn at the end of October, against 90 bn at October 2023" compares the same ten months.
  const isToDate = inForce !== null && /^\d{4}-01\/\d{4}-\d\d$/.test(inForce.text)
  const isEnd = named?.frequency === 'MONTHLY' && isToDate && isStated(state, start)
  if (isEnd && named.last.slice(5, 7) === inForce.last.slice(5, 7) && named.last < inForce.first)
    return samePart(inForce, Number(named.last.slice(0, 4)))
  if (named?.frequency !== 'ANNUAL' || inForce === null || inForce.frequency === 'ANNUAL') return named
  return samePart(inForce, Number(named.last.slice(0, 4)))
}

const isStated = ({ items }: State, end: number): boolean =>
  items.some(
    ({ period, start }) => start < end && period?.kind === 'PERIOD' && period.part.frequency === 'YEAR_TO_DATE',
  )

/** Indicates the year of the months that the sentence states: "exports for the year to date grew to 9 bn in 2017". */
export const isYearOfPart = (state: State, named: Period | null, end: number): boolean =>
  named?.frequency === 'ANNUAL' &&
  state.period?.frequency === 'YEAR_TO_DATE' &&
  state.period.last.startsWith(named.text) &&
  isStated(state, end)

/** Indicates an earlier period in one bracket with its number: "rose 12 percent (-13 percent in March)". */
export function isAsideOf(
  { text, sentence, period }: State,
  { start }: Item,
  { end }: Item,
  found: Period | null,
): boolean {
  const isEarlier = found !== null && period !== null && found.last < period.first
  return isEarlier && /[(][^()]*$/.test(text.slice(sentence.start, start)) && isClosedAt(text, end)
}

const cause =
  /\b(?:this|that|the) (?:outturn|outcome|increase|decrease|rise|fall|growth|decline|drop|change|development|result|performance)\b[^.;]{0,40}\b(?:attribut\w+|due|owing|explained|caused|driven)\b|^\W*(?:this|that|which) (?:resulted in|led to|gave|meant|produced)\b/i

/** Indicates a change that caused the one of the sentence before, with which it has its base in common. */
export const ofCause = ({ text, sentence }: State, end: number): boolean => cause.test(text.slice(sentence.start, end))

const overSame = /\bover the same (?:period|month|quarter)(?! (?:of|in|last|a year)\b)[^;.]*$/i

const fromLevel = /^\s*from \x81\x8F* to \x81/u

/**
 * Indicates that a change is said to be one on the month before. Where what precedes it is compared with the period
 * before, it is one from a level without a period as well: "rose 4 percent from 783 million to 820 million".
 */
export function isOnMonth(
  { text, plain, sentence }: State,
  { start, end }: Item,
  { frequency }: Period,
  isOnPrevious: boolean,
): boolean {
  const words = plain.slice(sentence.start, start)
  if (isOnPrevious && (overSame.test(words) || fromLevel.test(text.slice(end, sentence.end)))) return true
  const said = text.slice(sentence.start, start)
  const isOfMonth = frequency === 'MONTHLY' && (isMonthlyRate.test(text.slice(end, end + 40)) || monthlyIn.test(said))
  return isOfMonth || isMonthly.test(said) || monthlyList.test(words)
}

/** Returns the month of a change on the month before, where a longer period is in force. */
export function monthOf({ month, plain }: State, base: Item, period: Period | null): Period | null {
  const isLonger = month !== null && period !== null && period.frequency !== 'MONTHLY'
  return isLonger && base.period?.kind === 'PREVIOUS' && ofMonths.test(plain.slice(base.start, base.end))
    ? month
    : period
}

/** Returns the month that a sentence compares with "the same month of the previous year", else the period in force. */
export function monthOfSame({ items, month, period, plain }: State): Period | null {
  const isOfMonth = items.some(
    (each) => each.period?.kind === 'YEAR_AGO' && /\bmonth\b/.test(plain.slice(each.start, each.end)),
  )
  return isOfMonth && period?.frequency !== 'MONTHLY' ? (month ?? period) : period
}

export function takeTold(state: State, period: Period | null): void {
  // A text that tells of the same month a year before first reports on the later one.
  const isLater = period !== null && state.mainPeriod !== null && isYearBefore(state.mainPeriod, period)
  state.mainPeriod = isLater ? period : (state.mainPeriod ?? period)
  if (period?.frequency === 'MONTHLY') state.month = period
}

export function isPreviousAfter({ items, text }: State, end: number): boolean {
  const next = items.find(({ kind, start }) => kind === 'PERIOD' && start >= end)
  if (next?.period?.kind !== 'PREVIOUS') return false
  return /^\s*(?:[a-z]+\s)?(?:in\s)?(?:the\s)?$/i.test(text.slice(end, next.start))
}

/** Indicates that a level is one of an earlier period: "an increase of 24 percent over 30.75 billion in April 2021". */
export function isEarlierAfter({ items, text, clock, period }: State, end: number): boolean {
  const next = items.find(({ kind, start }) => kind === 'PERIOD' && start >= end)
  if (
    next?.period == null ||
    !/^\s*(?:(?:recorded|registered|posted|reported|seen|witnessed|observed|achieved)\s+)?(?:in|of|for|during)\s+(?:the\s)?$/i.test(
      text.slice(end, next.start).replace(/[\x81-\x8F]+/gu, ''),
    )
  )
    return false
  const found = resolve(next.period, clock, period)
  return found !== null && period !== null && found.last < period.first
}

/** Indicates a period that ends after the month of publication. */
export function isAhead({ clock: { year, month } }: State, { frequency, last }: Period): boolean {
  if (year === null) return false
  const now = `${year}-${frequency === 'ANNUAL' ? '12' : String(month).padStart(2, '0')}`
  return last.slice(0, 7) > now
}

/** Indicates an earlier period that a sentence leaves, behind one that does not begin with it or in a new paragraph. */
export function isLeftBehind({ period, mainPeriod, text, sentence }: State, wasTopic: boolean): boolean {
  if (period === null || mainPeriod === null || period.frequency !== mainPeriod.frequency) return false
  const isSamePart = (['first', 'last'] as const).every((day) => period[day].slice(4) === mainPeriod[day].slice(4))
  const isParagraph = text[sentence.start - 1] === '\n'
  const isOver = (isSamePart && period.frequency !== 'ANNUAL') || isParagraph || !wasTopic
  const isStill = !isParagraph && lookedBack.test(text.slice(sentence.start, sentence.end))
  return isOver && !isStill && period.last < mainPeriod.last
}

/** Indicates that a new paragraph leaves a period that was over before the one reported on. */
export function isLeft({ text, sentence, clock, period, mainPeriod, frames }: State): boolean {
  if (period === null || mainPeriod === null || text[sentence.start - 1] !== '\n') return false
  // "In yuan terms, exports rose" tells the totals again, behind those of partners in a longer period.
  const isOfParts = frames.every(({ phrases }) => phrases.length > 0)
  if (isOfParts && inOtherTerms.test(text.slice(sentence.start, sentence.end))) return true
  // At the beginning of a year, the whole one before is spoken of as well.
  const isWhole =
    period.frequency === 'ANNUAL' && clock.month <= 3 && !(isOfParts && mainPeriod.first > `${clock.year}`)
  return period.last < mainPeriod.first && !isWhole
}

/** Returns the quarter that a month ends, where it is compared with a quarter: "11 percent higher than March 2021". */
export function asQuarter(found: Period | null, { frequency, last }: Period): Period | null {
  const isEnd = found?.frequency === 'MONTHLY' && frequency === 'QUARTERLY' && Number(found.text.slice(5)) % 3 === 0
  return isEnd && found.last < last
    ? parsePeriod(`${found.text.slice(0, 4)}-Q${Number(found.text.slice(5)) / 3}`)
    : found
}

/** Returns the period of a level that another is compared with; the year before where what is named is no earlier one. */
export function earlier(base: Period | null, period: Period | null, mention: Item | null = null): Period | null {
  if (base === null || period === null || base.frequency !== period.frequency || base.ordinal < period.ordinal)
    return base
  // "down from the record of 3 bn hit last month" of a release of that month names none before.
  const isLast = mention?.period?.kind === 'LAST_MONTH'
  return isLast ? (base.ordinal > period.ordinal ? periodBefore(period) : null) : yearBefore(period)
}

export const andLevel =
  /^[^,;.\x81]{0,20}\band (?:(?:was|were) )?(?:recorded|registered|stood|reached|amounted|valued|total+ed|hit|came)\b[^,;.\x81]{0,20}\x81\x8F*\s(?:in|during|for)\s(?:the )?$/i

export const isSeasonal = (said: string): boolean => /\bseasonally[- ](?:and [\w-]+[- ])?adjusted\b/i.test(said)

export const behindAmount = /\x81\x8F*\s(?:(?:recorded|registered|posted|reported) )?(?:in|for|during|of)\s(?:the )?$/
