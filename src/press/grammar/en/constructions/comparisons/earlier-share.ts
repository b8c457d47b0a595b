import type { Period } from '../../../../../domain/periods/period.js'
import type { Item } from '../../../../items.js'
import { resolveBase } from '../../../../periods.js'
import type { Frame } from '../../../../statement.js'
import type { State } from '../../state.js'

// Introduces the share that one is compared with, without another bracket between them.
const introduced =
  /^[^();]*(?:[(]\s*)?(?:\b(?:as )?(?:compared (?:with|to)|against|versus|(?:up|down) from|(?:higher|lower|larger|smaller|more|less) than|(?:reduction|decrease|decline|drop|fall|increase|rise|improvement|gain) from)|,?\s*(?:while|when) (?:it|this|the share) (?:was|had been|stood at))\s*(?:(?:an?|the) )?$/i
const inBracket = /^[^();]{0,40}[(]\s*$/

export interface EarlierShare {
  readonly frame: Frame
  readonly period: Period
  readonly end: number
}

/** Reads the share of an earlier period that the last one is compared with: "up from 17.5% a year earlier". */
export function earlierShare(state: State, item: Item, before: string): EarlierShare | null {
  const [frame, ...others] = state.frames
  const isOfShare = state.lastRole === 'SHARE' && item.kind === 'PERCENT' && item.sign === 0
  if (!isOfShare || frame === undefined || others.length > 0 || state.period === null) return null
  if (!introduced.test(before) && !inBracket.test(before)) return null
  const next = state.items.find(({ kind, start }) => kind === 'PERIOD' && start >= item.end)
  if (
    next?.period == null ||
    !/^\s*(?:(?:posted|recorded|registered|seen|reported) )?(?:(?:in|during|for|of) )?(?:the )?$/i.test(
      state.text.slice(item.end, next.start),
    )
  )
    return null
  const period = resolveBase(next.period, state.clock, state.period)
  return period !== null && period.last < state.period.last ? { frame, period, end: next.end } : null
}
