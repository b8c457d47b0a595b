import type { Decimal } from '../numbers/decimal.js'
import type { Frequency, Period } from '../periods/period.js'
import type { Unit } from '../units/unit.js'
import type { Qualifier } from './observation.js'

type Maybe<T> = T | null | undefined

/** A range of exact numbers; every bound that is given holds. */
export interface DecimalRange {
  readonly gt?: Maybe<Decimal>
  readonly gte?: Maybe<Decimal>
  readonly lt?: Maybe<Decimal>
  readonly lte?: Maybe<Decimal>
  readonly eq?: Maybe<Decimal>
}

/** What figures are asked for: a field left out or null does not constrain, an empty list matches nothing. */
export interface IndicatorFilter {
  readonly metrics?: Maybe<readonly string[]>
  readonly dimensions?: Maybe<readonly string[]>
  readonly categories?: Maybe<readonly string[]>
  readonly within?: Maybe<readonly string[]>
  /** Every word of it is in a code, name or synonym of the metric or of a category. */
  readonly text?: Maybe<string>
  readonly unit?: Maybe<Unit>
  readonly periods?: Maybe<readonly Period[]>
  readonly from?: Maybe<Period>
  readonly to?: Maybe<Period>
  readonly frequency?: Maybe<readonly Frequency[]>
  readonly value?: Maybe<DecimalRange>
  readonly yoyChange?: Maybe<DecimalRange>
  readonly share?: Maybe<DecimalRange>
  readonly hasValue?: Maybe<boolean>
  readonly qualifiers?: Maybe<readonly Qualifier[]>
  readonly releases?: Maybe<readonly string[]>
  /** RFC 3339: what was known then. Only at the top of a filter. */
  readonly asOf?: Maybe<string>
  /** The newest so many periods of each series, of what the rest leaves. Only at the top of a filter. */
  readonly latest?: Maybe<number>
  readonly and?: Maybe<readonly IndicatorFilter[]>
  readonly or?: Maybe<readonly IndicatorFilter[]>
  readonly not?: Maybe<IndicatorFilter>
}

/** What figures can be put in order by. */
export const orderFields = ['PERIOD', 'METRIC', 'CATEGORY', 'VALUE', 'YOY_CHANGE', 'SHARE', 'PUBLISHED_AT'] as const
export type OrderField = (typeof orderFields)[number]

export interface Order {
  readonly field: OrderField
  readonly direction: 'ASC' | 'DESC'
}

/** The part of a store that a list stands on: all of it, or what belongs to one code, series or release. */
export type Scope =
  | { readonly kind: 'metric' | 'category' | 'series'; readonly id: number }
  | { readonly kind: 'release'; readonly code: string }
  | null

/** A list of figures: what, from where, in which order. */
export interface IndicatorQuery {
  readonly filter: IndicatorFilter
  readonly scope: Scope
  readonly order: readonly Order[]
}

/** A stretch of a list, as Relay's arguments name it. */
export interface ConnectionArgs {
  readonly first?: Maybe<number>
  readonly after?: Maybe<string>
  readonly last?: Maybe<number>
  readonly before?: Maybe<string>
}

export const defaultOrder: readonly Order[] = [
  { field: 'PERIOD', direction: 'DESC' },
  { field: 'METRIC', direction: 'ASC' },
  { field: 'CATEGORY', direction: 'ASC' },
]

/** How deep filters may be nested, and how many there may be in all. */
export const filterLimits = { depth: 5, count: 100 }
