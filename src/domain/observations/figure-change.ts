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

export const differenceOf = ({ before, after }: FigureChange<Observation>): Decimal | null =>
  before && after && minus(quantityOf(after), quantityOf(before)).value

/** Returns the difference in percent of the old level; null also for rates, and if that level is or may be 0 or less. */
export function percentOf({ before, after }: FigureChange<Observation>): Decimal | null {
  if (before === null || after === null || isRate(after.unit)) return null
  return roundForOutput(growth(quantityOf(after), quantityOf(before))).value
}

/** Compares what was known at two times, or at two versions of the store; null is now, and the newest version. */
export type ChangeQuery = { readonly filter: IndicatorFilter } & (
  | { readonly by: 'TIME'; readonly from: string; readonly to: string | null }
  | ({ readonly by: 'VERSION'; readonly from: number; readonly to: number | null } & VersionParts)
)

interface VersionParts {
  /** The time of which both versions are asked what was known; now by default. */
  readonly asOf?: string | null
  /** Counts a figure as changed that another release prints, even with equal content. */
  readonly byRelease?: boolean
}

export interface ChangeArgs {
  readonly from?: Maybe<string>
  readonly to?: Maybe<string>
  readonly fromVersion?: Maybe<number>
  readonly toVersion?: Maybe<number>
  readonly filter?: Maybe<IndicatorFilter>
}

export function changeQuery({ from, to, fromVersion, toVersion, filter: given }: ChangeArgs): ChangeQuery {
  const filter = given ?? {}
  if (filter.asOf != null)
    refuse('filter.asOf cannot be combined with changes, which compares two times: give from and to.')
  if (filter.latest != null)
    refuse(
      'filter.latest cannot be combined with changes: choose the periods with filter.from, filter.to or filter.periods.',
    )
  const [byTime, byVersion] = [from ?? to, fromVersion ?? toVersion].map((each) => each != null)
  if (byTime && byVersion)
    refuse('changes compares two times or two versions: give from and to, or fromVersion and toVersion.')
  if (byVersion) {
    if (fromVersion == null)
      refuse('fromVersion is missing: give the version whose figures are compared with those of toVersion.')
    return { by: 'VERSION', from: fromVersion, to: toVersion ?? null, filter }
  }
  if (from == null)
    refuse(
      'from is missing: give the time whose figures are compared with those of to, such as 2024-01-12T00:00:00+08:00.',
    )
  const inUtc = (moment: string): string => parseInstant(moment).at.toISOString()
  return { by: 'TIME', from: inUtc(from), to: to == null ? null : inUtc(to), filter }
}
