import type { Period } from '../../../../../domain/periods/period.js'
import { matchesOf } from '../../../../../lib/matches.js'
import type { Item } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { Frame } from '../../../../statement.js'
import { pacedThan } from '../../cues.js'
import { partNamed } from '../../period-words.js'
import type { Role, State } from '../../state.js'
import { metricsIn } from '../../subject.js'
import { directions, directionWord, firstTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { earlierShare } from './earlier-share.js'

interface EarlierNumber {
  readonly role: Role
  readonly sign: Item['sign']
  readonly frame: Frame
  readonly period: Period
  readonly end: number
}

const ofPeriod =
  /^.{0,3}['’]s\s+(?:(?:upwardly |downwardly )?(?:revised|final|initial|preliminary|explosive|sharp|strong|steep|robust|modest|stellar|massive|dismal|record|historic|all-time)\s+)?(?:(?:(?:previous|all-time|record|historic)\s+){0,2}(?:record|high|peak|low|rate|pace|reading|figure|level|value|increase|rise|growth|gain|jump|surge|decline|decrease|fall|drop|slump|contraction|surplus|deficit|shortfall)(?: rate)? of\s+)?$/i

const since =
  /\b(?:since|(?:that|those|the (?:level|figure|value|total|amount)s?) (?:for|of|in|during|recorded in|seen in)|(?:higher|lower|more|less|better|worse) than(?: in| for)?)\s+(?:the )?$/i
// "the largest since 2017 (45 billion)", "the largest since 2017, when the surplus stood at 45 billion"
const sinceWhen =
  /^(?:\s*[(]\s*(?:(?:an? )?(?:surplus|deficit|total)(?: of)?\s*)?|,?\s*when (?:the |its |their |trade |total )*(?:surplus|deficit|balance|gap|exports|imports|it|they) (?:had )?(?:stood at|was|were|reached|hit|totall?ed|amounted to|came to) (?:about |an? |some )?)$/i

// "the fastest pace since February, when they soared 43.5 percent"
const sinceMoved = new RegExp(
  `^,?\\s*when (?:the |its |their )*(?:exports|imports|trade|shipments|it|they) (?:had )?${directionWord}(?: by)?\\s*$`,
  'i',
)

// Begins a sentence that compares what the one before told: "That compares with June's 12 percent decrease".
const comparing = /^\s*(?:Against|Compared (?:with|to)|(?:That|This|It) compare[sd] (?:with|to))\b/

/** Reads a number of an earlier period that the last one, whose change has a base, is compared with. */
export function earlierNumber(
  state: State,
  item: Item,
  before: string,
  after: string,
  base: Period | null,
): EarlierNumber | null {
  const share = earlierShare(state, item, before)
  if (share !== null) return { ...share, role: 'SHARE', sign: item.sign }
  const { text, clock, frames, fresh } = state
  const own = state.items.findLast(({ kind, end }) => kind === 'PERIOD' && end <= item.start)
  if (own?.period == null || state.period === null) return null
  const told = metricsIn(before).at(-1)?.metric
  const isOfFlow = told !== undefined && fresh && flowMoved.test(text.slice(state.sentence.start, own.start))
  const [frame, ...others] = isOfFlow ? [{ metric: told, phrases: [], reporter: reporterInForce(state) }] : frames
  if (frame === undefined || others.length > 0) return null
  if (
    told === undefined ? fresh && !comparing.test(before) : told !== frame.metric || (fresh && frame.phrases.length > 0)
  )
    return null
  const between = text.slice(own.end, item.start)
  const named = state.plain.slice(own.end - 2, item.start)
  const pattern = item.kind === 'AMOUNT' ? sinceWhen : sinceMoved
  const isSince = pattern.test(between) && since.test(text.slice(0, own.start))
  const stated = resolve(own.period, clock, state.period)
  // "3 percent higher than last year's 12 bn" is on the same month of that year.
  const isOfPart = state.lastRole === 'CHANGE' && item.kind === 'AMOUNT' && !isSince
  const period = isOfPart ? partNamed(state, stated, item, before, own) : stated
  const isChange = item.kind === 'PERCENT' && state.lastRole !== 'SHARE'
  if (!(isSince || ofPeriod.test(named)) || period === null || period.last >= state.period.first) return null
  if (isChange ? base !== null || state.context.comparesWithPrevious : item.kind !== 'AMOUNT') return null
  const sign = isChange ? signOf(state, item, own, after) : 0
  if (isChange && sign === 0) return null
  return { role: isChange ? 'CHANGE' : 'BASE', sign, frame, period, end: item.end }
}

// "The drop in exports moderated compared to August's 5.6 percent"
const flowMoved =
  /\b([a-z]+) in (?:the )?(?:exports|imports|trade|shipments) (?:[a-z]+ly )?(?:moderated|slowed|eased|narrowed|accelerated|quickened|deepened|widened)\b[^,;]{0,20}\b(?:compared (?:to|with)|from) (?:the )?$/i

// "a milder decline than the previous month's 10.6 percent"
const declineThan = /\b(?:decline|drop|fall|decrease|contraction|slump|slide|dip) than (?:the |in )?$/i

/** Returns the direction that the words next to a rate name, or that of the rate which it is compared with, if that rose or was only slower. */
function signOf({ text, sentence }: State, item: Item, own: Item, after: string): Item['sign'] {
  if (item.sign !== 0) return item.sign
  const near = `${text.slice(own.end, item.start)} ${/^[^,;.]{0,40}/.exec(after)?.[0] ?? ''}`
  const told = firstTurn(near)
  if (told !== 0) return told
  const said = text.slice(sentence.start, own.start)
  if (declineThan.test(said)) return -1
  const [, moved] = flowMoved.exec(said) ?? []
  if (moved !== undefined) return firstTurn(moved)
  const last = matchesOf(directions, said).findLast(
    ([word]) => !/^(?:higher|lower|less|more|slow|fast|sharper|steeper|deeper)/i.test(word),
  )
  if (last === undefined) return 0
  return last[1] === undefined ? 1 : pacedThan.test(said) || /\bbetter than $/i.test(said) ? -1 : 0
}
