import { type Period, parsePeriod } from '../../../../domain/periods/period.js'
import type { Item } from '../../../items.js'
import { resolve } from '../../../periods.js'
import type { State } from '../state.js'

const byQuarter =
  /^\W*(?:(?:by quarter|quarter by quarter|on a quarterly basis)\b|from the first to the (?:third|fourth) quarter\b)|\bin (?:the |all )?(?:three|four) quarters\b/i

/** Returns the quarters of the period in force, one for each of several numbers: "By quarter, exports reached 5, 6 and 7 bn". */
function quartersOf({ plain, sentence, period }: State, count: number): readonly Period[] {
  const [, year = '', last = ''] = /^(\d{4})-01\/\1-(\d\d)$/.exec(period?.text ?? '') ?? []
  const [, whole = '', quarter = ''] = /^(\d{4})(?:-Q(\d))?$/.exec(period?.text ?? '') ?? []
  const isWhole = whole !== '' && (quarter === '' ? 4 : Number(quarter)) === count
  if (!byQuarter.test(plain.slice(sentence.start, sentence.end)) || !(isWhole || Number(last) === 3 * count)) return []
  return Array.from({ length: count }, (_, at) => parsePeriod(`${year || whole}-Q${at + 1}`))
}

/** Returns the periods that follow one another directly behind a number: "in October, November and December". */
function periodsAfter(state: State, item: Item): readonly Period[] {
  const found: Period[] = []
  let [end, isClosed] = [item.end, false]
  for (const { kind, period, start, end: next } of state.items) {
    if (kind !== 'PERIOD' || start < item.end) continue
    const between = state.text.slice(end, start)
    const isNext = found.length === 0 ? /^\s*(?:in|for|during)\s+$/i : /^(?:,\s*|,?\s+and\s+(?:in )?)$/i
    const resolved = period && resolve(period, state.clock, found.at(-1) ?? state.period)
    if (!isNext.test(between) || resolved === null) break
    found.push(resolved)
    isClosed ||= /and/i.test(between)
    end = next
  }
  return found.length > 1 && isClosed ? found : []
}

/** Returns the periods of a list of numbers, one each; none if they are of one. */
export function periodsOf(state: State, items: readonly Item[], last: Item): readonly Period[] {
  const quarters = quartersOf(state, items.length)
  return quarters.length > 1 ? quarters : periodsAfter(state, last)
}
