import { type Period, parsePeriod } from '../../../../../domain/periods/period.js'
import { matchesOf } from '../../../../../lib/matches.js'
import { type Item, numbers } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { PeriodReader } from '../../periods.js'
import type { Role, State } from '../../state.js'

const byQuarter =
  /^\W*(?:(?:by quarter|quarter by quarter|on a quarterly basis|broken down (?:by|into) quarter(?:s|ly figures)?)\b|from the first to the (?:third|fourth) quarter\b)|\bin (?:the |all )?(?:three|four) quarters\b/i

// Names the quarters that a list is of: "in the first, second, and third quarters of this year".
const named =
  /\b(?:in|during|for) the (?<list>(?:first|second|third)(?:(?:,| and|, and) (?:second|third|fourth)){1,3}) quarters?(?: of (?:(?<year>(?:19|20)\d\d)|(?<last>last year)|this year|the year))?/i
const ordinals = ['first', 'second', 'third', 'fourth']
const ordinal = new RegExp(ordinals.join('|'), 'g')

function namedQuarters({ plain, sentence, clock }: State, count: number): readonly Period[] {
  const { list = '', year, last } = named.exec(plain.slice(sentence.start, sentence.end))?.groups ?? {}
  const numbers = matchesOf(ordinal, list.toLowerCase()).map(([each]) => ordinals.indexOf(each) + 1)
  const own = year === undefined ? clock.year && clock.year - (last === undefined ? 0 : 1) : Number(year)
  return own === null || numbers.length !== count ? [] : numbers.map((each) => parsePeriod(`${own}-Q${each}`))
}

function quartersOf({ plain, sentence, period }: State, count: number): readonly Period[] {
  const [, year = '', last = ''] = /^(\d{4})-01\/\1-(\d\d)$/.exec(period?.text ?? '') ?? []
  const [, whole = '', quarter = ''] = /^(\d{4})(?:-Q(\d))?$/.exec(period?.text ?? '') ?? []
  const isWhole = whole !== '' && (quarter === '' ? 4 : Number(quarter)) === count
  if (!byQuarter.test(plain.slice(sentence.start, sentence.end)) || !(isWhole || Number(last) === 3 * count)) return []
  return Array.from({ length: count }, (_, at) => parsePeriod(`${year || whole}-Q${at + 1}`))
}

// Says behind a period that it is of the next number: "rose 8 percent in the third quarter, and in October alone exports rose".
const opensNext = /^(?: alone)?,?\s(?!to\b|from\b|by\b|and\b)[A-Za-z][^,;.\x81-\x84]{2,60}[\x81-\x84]/

function periodsAfter(state: State, item: Item): readonly Period[] {
  const found: Period[] = []
  let [end, isClosed] = [item.end, false]
  for (const { kind, period, start, end: next } of state.items) {
    if (kind !== 'PERIOD' || start < item.end) continue
    const between = state.text.slice(end, start)
    const isNext = found.length === 0 ? /^\s*(?:in|for|during)\s+$/i : /^(?:,\s*|,?\s+and\s+(?:in )?)$/i
    const resolved = period && resolve(period, state.clock, found.at(-1) ?? state.period)
    const isOfNext = found.length > 0 && /\bin $/i.test(between) && opensNext.test(state.text.slice(next, next + 90))
    if (!isNext.test(between) || resolved === null || isOfNext) break
    found.push(resolved)
    isClosed ||= /and/i.test(between)
    end = next
  }
  return found.length > 1 && isClosed ? found : []
}

const inTime = /^\W*(?:in|for|during)\s+(?:the )?$/i
const inTimeBehind = /(?:^|\s)(?:in|for|during)\s+(?:the )?$/i
const inOrder = /^\s*,?\s*respectively\b/i

/**
 * Reads the periods that a sentence begins with, one for each number, "In May and June, it rose 9.5% and 14.3%", or that stand
 * ahead of numbers in order: "Exports in May and June were 3 bn and 2 bn, respectively".
 */
function periodsAhead(state: State, items: readonly Item[]): readonly Period[] {
  const found: Period[] = []
  let end = state.sentence.start
  const behind = state.text.slice(items.at(-1)?.end ?? end, state.sentence.end)
  const first = inOrder.test(behind) ? inTimeBehind : inTime
  for (const { kind, period, start, end: next } of state.items) {
    if (kind !== 'PERIOD' || start >= (items[0]?.start ?? 0)) continue
    const between = state.text.slice(end, start)
    const isFirst = found.length === 0 && first.test(between)
    const isNext = found.length > 0 && /^(?:,\s*|,?\s+and\s+(?:in )?)$/i.test(between)
    const resolved = period && resolve(period, state.clock, found.at(-1) ?? state.period)
    if (!(isFirst || isNext) || resolved === null) break
    found.push(resolved)
    end = next
  }
  return items.length > 1 && found.length === items.length ? found : []
}

export const areByQuarter = (state: State, { length }: readonly Item[]): boolean =>
  namedQuarters(state, length).length > 1

/** Returns the periods of a list of numbers, one each; none if they are of one. */
export function periodsOf(state: State, items: readonly Item[], last: Item, role: Role): readonly Period[] {
  const own = namedQuarters(state, items.length)
  const quarters = role === 'BASE' ? [] : own.length > 0 ? own : quartersOf(state, items.length)
  const ahead = role === 'BASE' || quarters.length > 1 ? quarters : periodsAhead(state, items)
  const found = ahead.length > 1 ? ahead : periodsAfter(state, last)
  // The years that eight months are compared with may be wholes or the same months.
  const isOpen = found.some(({ frequency }) => frequency !== state.period?.frequency)
  return role === 'BASE' && (items.length < 2 || isOpen) ? [] : found
}

const betweenBases = /^[^;.]{0,12}\band\b[^;.]{0,24}$/

/** Returns the bases of changes: each its own, those behind the last in turn, or the one that all of them share. */
export function basesOf(state: State, periods: PeriodReader, items: readonly Item[]): readonly (Item | null)[] {
  const own = items.map((item, at) => periods.baseAfter(item, items[at + 1]))
  const end = items.at(-1)?.end ?? 0
  const [first = null, ...others] = own
  if (items.length > 1 && [first, ...others.slice(0, -1)].every((each) => each === null)) {
    const limit = state.items.find(({ kind, start }) => numbers.has(kind) && start >= end)?.start ?? state.sentence.end
    const behind = state.items.filter(
      (each) =>
        each.kind === 'PERIOD' &&
        each.start >= end &&
        each.end <= limit &&
        (each === own.at(-1) || periods.isBase(each)),
    )
    const isRow = behind.every(({ start }, at) => {
      const before = behind[at - 1]
      return before === undefined || betweenBases.test(state.text.slice(before.end, start))
    })
    if (behind.length === items.length && isRow) return behind
  }
  return own.map((each) => each ?? first ?? own.at(-1) ?? null)
}

/** Indicates changes of one figure, each on a base of its own: "up 5 percent on the year and 3 percent on the month". */
export function areOfOne(bases: readonly (Item | null)[]): boolean {
  const keys = bases.map((base) => (base?.period?.kind === 'PERIOD' ? base.start : (base?.period?.kind ?? '')))
  return bases.length > 1 && new Set(keys).size === bases.length
}
