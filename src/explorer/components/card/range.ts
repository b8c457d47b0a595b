import type { Frequency } from '../../../generated/gql/explorer/graphql.js'
import type { State } from '../../data/state.js'
import type { View } from '../../data/view.js'

export interface Range {
  readonly first: number
  readonly last: number
}

export function rangeOf({ table }: View): Range {
  const { periods = [], range = [] } = table ?? {}
  const first = Math.max(0, periods.indexOf(range[0] ?? ''))
  const last = periods.indexOf(range.at(-1) ?? '')
  return { first, last: last < 0 ? Math.max(0, periods.length - 1) : last }
}

export function clamped({ first, last }: Range, most: number): Range {
  const within = (index: number): number => Math.max(0, Math.min(most, index))
  return { first: within(first), last: within(last) }
}

/** Leaves a range of all periods out of the address, so that it grows with the data. */
export function stateOf({ first, last }: Range, periods: readonly string[], isOneTime: boolean): Partial<State> {
  const to = last >= periods.length - 1 ? null : (periods[last] ?? null)
  return { from: first === 0 || isOneTime ? null : (periods[first] ?? null), to }
}

export const stepsOf = (every: Frequency): number =>
  ({ ANNUAL: 1, HALF_YEARLY: 2, QUARTERLY: 4, MONTHLY: 12, YEAR_TO_DATE: 12 })[every]
