import { isYearBefore, type Period } from '../../../../../domain/periods/period.js'
import { type Item, numbers } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { Span } from '../../../../source.js'
import type { Role, State } from '../../state.js'

const yearEarlier =
  /^(?:(?:the )?(?:same|corresponding|comparable) (?:month|period|quarter|time) (?:(?:of|in) )?(?:last year|a year (?:ago|earlier|before)|the (?:previous|prior|preceding) year|(?:19|20)\d\d\b)|(?:a |one |the )?year (?:ago|earlier|before)|the (?:previous|preceding|prior) year|(?:12|twelve) months (?:ago|earlier|before))\b/i
const monthEarlier = /^(?:(?:the )?(?:previous|preceding|prior) month(?!['’])|a month (?:ago|earlier|before))\b/i

// Tells by how much the first of two levels has changed: "reached 5 bn in May 2024 and 4 bn in May 2023, an increase of".
const ofFirst =
  /\x81[^;.()\x81-\x84]{0,60}\band\b[^;.()\x81-\x84]{0,40}\x81[^;.()\x81-\x84]{0,60},\s(?:(?:which )?(?:is|was|represents|represented|representing|marking|reflecting)\s)?an?\s(?:[a-z-]+\s){0,3}(?:increase|rise|growth|gain|decrease|decline|fall|drop)\sof\s+(?:about |nearly |over )?$/i

/**
 * Returns the year or month before where a sentence or clause begins with it, or it stands behind a level: "In the same
 * month last year it was", "while in the same period of 2023 it was", "8 billion, and 10 billion in the same period last year".
 */
export function earlierPeriod(state: State, item: Item, role: Role): Period | null {
  const { items, text, plain, sentence, period, clock, mainPeriod: main } = state
  if (period === null) return null
  const isBehindBoth = role === 'CHANGE' && state.lastRole === 'LEVEL' && main !== null && isYearBefore(period, main)
  if (isBehindBoth && ofFirst.test(text.slice(sentence.start, item.start))) return main
  const isYear = (each: Item | undefined): each is Item =>
    each !== undefined &&
    /^(?:YEAR_AGO|SAME_PART)$/.test(each.period?.kind ?? '') &&
    yearEarlier.test(plain.slice(each.start, each.start + 60))
  const isMonth = (each: Item | undefined): each is Item =>
    each?.period?.kind === 'PREVIOUS' && monthEarlier.test(plain.slice(each.start, each.start + 60))
  const resolved = (each: Item): Period | null => each.period && resolve(each.period, clock, period)
  const first = items.find(({ kind }) => kind === 'PERIOD' || numbers.has(kind))
  const before = items.findLast(({ kind, start }) => (kind === 'PERIOD' || numbers.has(kind)) && start < item.start)
  const next = items.find(({ kind, start }) => (kind === 'PERIOD' || numbers.has(kind)) && start > item.start)
  const isAtHead = (each: Item): boolean =>
    /^\W*(?:(?:in|during|for) )?(?:the |an? )?$/i.test(text.slice(sentence.start, each.start))
  const isInClause = (each: Item): boolean =>
    /(?:(?:[,;]\s|[(]|\b(?:whil(?:e|st)|whereas|when|and|but) )(?:in|during|for) (?:the )?|\b(?:whil(?:e|st)|whereas) |; (?:and |but )?)$/i.test(
      text.slice(0, each.start),
    ) && !/[,;]/.test(text.slice(each.end, item.start))
  const isBehind = (each: Item): boolean =>
    role === 'LEVEL' &&
    /^[\x8F]*(?: in surplus| in deficit)?(?:,? (?:(?:was|were|had been) )?(?:recorded|registered|seen|posted|reported|observed|achieved))? ?(?:in |during |for )?(?:the )?$/i.test(
      text.slice(item.start + 1, each.start),
    )
  // "A year earlier, in May 2023, they were" names the period itself.
  const isNamed = before?.period?.kind === 'PERIOD' && !text.slice(first?.end ?? 0, before.start).includes('(')
  if ((isYear(first) || isMonth(first)) && isAtHead(first) && !isNamed) return resolved(first)
  if (isYear(before) && isInClause(before)) return resolved(before)
  // "the record set in September 2006, when foreign trade amounted to"
  const isThen = before?.period?.kind === 'PERIOD' && whenItWas.test(text.slice(before.end, item.start))
  if (isThen && role === 'LEVEL') return resolved(before)
  if (isYear(first) && first === before && ofSubject(text, sentence, first, item)) return resolved(first)
  return isYear(next) && isBehind(next) ? resolved(next) : null
}

const whenItWas =
  /^,? (?:when|in which) (?:[a-z]+ |China['’]s ){0,4}(?:trade|exports|imports|surplus|deficit|volume|value|it) (?:amounted to|was|stood at|reached|came to|total+ed|hit)\s*$/i

function ofSubject(text: string, { start }: Span, year: Span, item: Span): boolean {
  const isOfPeriod =
    /^\W*(?:the |its |an? )?(?:[a-z-]+ ){1,5}(?:(?:for|in|during|of) (?:the |this |that |these |those )?(?:same |corresponding )?(?:[a-z]+ )?)?$/i
  const said = text.slice(start, year.start)
  const isCompared =
    /\b(?:compar\w*|than|from|over|on|against|versus|relative|with|since|was|were|is|are|rose|fell|had)\b/i.test(said)
  const isVerb = /^,?\s*(?:was|were|had been|amounted to|stood at|totall?ed|reached|came to) (?:an? )?(?:[a-z]+ of )?$/i
  return isOfPeriod.test(said) && !isCompared && isVerb.test(text.slice(year.end, item.start))
}

const levelsOf =
  '\\bfrom (?:about |nearly |over )?\\x81\\x8F* in (?:the )?(\\x85\\x8F*),? to (?:about |nearly |over )?\\x81\\x8F* in (?:the )?\\x85\\x8F*'
const fromTo = new RegExp(
  `${levelsOf},? (?:an? (?:[a-z]+ )?(?:increase|rise|growth|gain|jump|surge|decrease|decline|drop|fall|reduction) of|(?:up|down|(?:increas|ris|grow|fall|declin|dropp|decreas)ing)(?: by)?) (?:about |nearly |over )?$`,
  'i',
)
const span = /\bfrom\x8F* (?:the )?(\x85\x8F*) to\x8F* (?:the )?\x85/i
// The fill shows that "between" stood there, which tells of all numbers of its sentence.
const betweenBehind = /\bfrom\x8F{3} (?:the )?(\x85\x8F*) to\x8F+ (?:the )?\x85\x8F*\W*$/
const levels = new RegExp(levelsOf, 'i')
const sameSpan = /\b(?:in|over|during|within) (?:this|that|the same) (?:period|time|decade)\b/i

const itemIn = ({ items }: State, from: number, found: RegExpExecArray | null): Item | null =>
  found === null
    ? null
    : (items.find((each) => each.start === from + found.index + found[0].indexOf(found[1] ?? '')) ?? null)

/** Returns the period since which a number tells a change: "from 3 bn in 2013 to 6 bn in 2024, an increase of", "from 2010 to 2020, by". */
export function movedSince(state: State, { start, end }: Item): Item | null {
  const { text, sentence, spanned } = state
  const said = text.slice(sentence.start, start)
  const own =
    itemIn(state, sentence.start, fromTo.exec(said) ?? span.exec(said)) ??
    itemIn(state, end, betweenBehind.exec(text.slice(end, sentence.end)))
  const isOfSame = spanned !== null && sentence.start - spanned.sentence.end < 400
  return own ?? (isOfSame && sameSpan.test(text.slice(sentence.start, sentence.end)) ? spanned.from : null)
}

/** Remembers the period from which a sentence tells a change, for "in this period" in the next. */
export function leaveSpan(state: State): void {
  const { text, sentence } = state
  const said = text.slice(sentence.start, sentence.end)
  const from = itemIn(state, sentence.start, levels.exec(said) ?? span.exec(said))
  if (from !== null) state.spanned = { sentence, from }
}
