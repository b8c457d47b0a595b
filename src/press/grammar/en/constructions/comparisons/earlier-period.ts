import type { Period } from '../../../../../domain/periods/period.js'
import { type Item, numbers } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { Span } from '../../../../source.js'
import type { Role, State } from '../../state.js'

const yearEarlier =
  /^(?:(?:the )?(?:same|corresponding|comparable) (?:month|period|quarter|time) (?:(?:of|in) )?(?:last year|a year (?:ago|earlier|before)|the (?:previous|prior|preceding) year|(?:19|20)\d\d\b)|(?:a |one |the )?year (?:ago|earlier|before)|the (?:previous|preceding|prior) year|(?:12|twelve) months (?:ago|earlier|before))\b/i
const monthEarlier = /^(?:(?:the )?(?:previous|preceding|prior) month(?!['’])|a month (?:ago|earlier|before))\b/i

/**
 * Returns the year or month before where a sentence or clause begins with it, or it stands behind a level: "In the same
 * month last year it was", "while in the same period of 2023 it was", "8 billion, and 10 billion in the same period last year".
 */
export function earlierPeriod(state: State, item: Item, role: Role): Period | null {
  const { items, text, plain, sentence, period, clock } = state
  if (period === null) return null
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
  if (isYear(first) && first === before && ofSubject(text, sentence, first, item)) return resolved(first)
  return isYear(next) && isBehind(next) ? resolved(next) : null
}

function ofSubject(text: string, { start }: Span, year: Span, item: Span): boolean {
  const isOfPeriod =
    /^\W*(?:the |its |an? )?(?:[a-z-]+ ){1,5}(?:(?:for|in|during|of) (?:the |this |that |these |those )?(?:same |corresponding )?(?:[a-z]+ )?)?$/i
  const said = text.slice(start, year.start)
  const isCompared =
    /\b(?:compar\w*|than|from|over|on|against|versus|relative|with|since|was|were|is|are|rose|fell|had)\b/i.test(said)
  const isVerb = /^,?\s*(?:was|were|had been|amounted to|stood at|totall?ed|reached|came to) (?:an? )?(?:[a-z]+ of )?$/i
  return isOfPeriod.test(said) && !isCompared && isVerb.test(text.slice(year.end, item.start))
}

const fromTo =
  /\bfrom \x81\x8F* in (?:the )?(\x85\x8F*),? to (?:about |nearly |over )?\x81\x8F* in (?:the )?\x85\x8F*,? (?:an? (?:[a-z]+ )?(?:increase|rise|growth|gain|jump|surge|decrease|decline|drop|fall|reduction) of|(?:up|down|(?:increas|ris|grow|fall|declin|dropp|decreas)ing)(?: by)?) (?:about |nearly |over )?$/i

/** Returns the period from which a level has moved: "from 312 bn in 2013 to 674 bn in 2024, an increase of". */
export function movedSince({ text, sentence, items }: State, { start }: Item): Item | null {
  const found = fromTo.exec(text.slice(sentence.start, start))
  const at = found === null ? -1 : sentence.start + found.index + found[0].indexOf(found[1] ?? '')
  return items.find((each) => each.start === at) ?? null
}
