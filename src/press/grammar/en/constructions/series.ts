import type { Period } from '../../../../domain/periods/period.js'
import type { Item } from '../../../items.js'
import { resolve } from '../../../periods.js'
import type { State } from '../state.js'

/** Returns the periods that follow one another directly behind a number: "in October, November and December". */
export function periodsAfter(state: State, item: Item): readonly Period[] {
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
