import { refuse } from '../../errors.js'
import type { Decimal } from '../numbers/decimal.js'
import { growth, minus, quantityOf, roundForOutput } from '../numbers/quantity.js'
import { parseInstant } from '../periods/instant.js'
import { isRate } from '../units/unit.js'
import type { IndicatorFilter, Maybe } from './filter.js'
import type { Observation } from './observation.js'

export type ChangeKind = 'ADDED' | 'REVISED' | 'RETRACTED'

/** The figure of a series for a period as known at two times; at least one of the two exists. */
export interface FigureChange<Figure> {
  readonly before: Figure | null
  readonly after: Figure | null
}

export const kindOf = ({ before, after }: FigureChange<unknown>): ChangeKind =>
  before === null ? 'ADDED' : after === null ? 'RETRACTED' : 'REVISED'

/** Returns the new level less the old one, in the base unit; null if either is missing or inexact. */
export const differenceOf = ({ before, after }: FigureChange<Observation>): Decimal | null =>
  before && after && minus(quantityOf(after), quantityOf(before)).value

/** Returns the difference in percent of the old level; null also for rates, and if that level is or may be 0 or less. */
export function percentOf({ before, after }: FigureChange<Observation>): Decimal | null {
  if (before === null || after === null || isRate(after.unit)) return null
  return roundForOutput(growth(quantityOf(after), quantityOf(before))).value
}

export interface ChangeQuery {
  readonly from: string
  readonly to: string | null
  readonly filter: IndicatorFilter
}

export interface ChangeArgs {
  readonly from?: Maybe<string>
  readonly to?: Maybe<string>
  readonly fromVersion?: Maybe<number>
  readonly toVersion?: Maybe<number>
  readonly filter?: Maybe<IndicatorFilter>
}

export function changeQuery({ from, to, fromVersion, toVersion, filter }: ChangeArgs): ChangeQuery {
  if (fromVersion != null || toVersion != null)
    refuse(
      'changes cannot compare store versions yet, because figures do not record them. Give the times from and to instead of fromVersion and toVersion.',
    )
  if (from == null)
    refuse(
      'from is missing: give the time whose figures are compared with those of to, such as 2024-01-12T00:00:00+08:00.',
    )
  if (filter?.asOf != null)
    refuse('filter.asOf cannot be combined with changes, which compares two times: give from and to.')
  if (filter?.latest != null)
    refuse(
      'filter.latest cannot be combined with changes: choose the periods with filter.from, filter.to or filter.periods.',
    )
  const inUtc = (moment: string): string => parseInstant(moment).at.toISOString()
  return { from: inUtc(from), to: to == null ? null : inUtc(to), filter: filter ?? {} }
}
