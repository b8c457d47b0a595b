import type { Decimal } from '../numbers/decimal.js'
import type { Frequency, Period } from '../periods/period.js'
import type { Unit } from '../units/unit.js'
import type { Qualifier } from './observation.js'

export type Maybe<T> = T | null | undefined

export interface DecimalRange {
  readonly gt?: Maybe<Decimal>
  readonly gte?: Maybe<Decimal>
  readonly lt?: Maybe<Decimal>
  readonly lte?: Maybe<Decimal>
  readonly eq?: Maybe<Decimal>
}

/** The fields of a filter: one that is null or absent has no effect, an empty list matches nothing. */
export interface IndicatorFilter {
  readonly datasets?: Maybe<readonly string[]>
  readonly metrics?: Maybe<readonly string[]>
  readonly dimensions?: Maybe<readonly string[]>
  readonly categories?: Maybe<readonly string[]>
  readonly within?: Maybe<readonly string[]>
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
  readonly asOf?: Maybe<string>
  /** The number of newest periods of each series, after all other conditions; only at the top of a filter. */
  readonly latest?: Maybe<number>
  readonly and?: Maybe<readonly IndicatorFilter[]>
  readonly or?: Maybe<readonly IndicatorFilter[]>
  readonly not?: Maybe<IndicatorFilter>
}

export const namesReleases = ({ releases, and, or, not }: IndicatorFilter): boolean =>
  releases != null || [...(and ?? []), ...(or ?? []), ...(not == null ? [] : [not])].some(namesReleases)

/** The fields that can tell figures of one series and period apart. */
export const figureFields = [
  ...(['value', 'yoyChange', 'share', 'hasValue', 'qualifiers', 'releases'] as const),
  ...(['asOf', 'latest', 'and', 'or', 'not'] as const),
] as const satisfies readonly (keyof IndicatorFilter)[]

export const orderFields = ['PERIOD', 'METRIC', 'CATEGORY', 'VALUE', 'YOY_CHANGE', 'SHARE', 'PUBLISHED_AT'] as const
export type OrderField = (typeof orderFields)[number]

export interface Order {
  readonly field: OrderField
  readonly direction: 'ASC' | 'DESC'
}

export type ListScope =
  | { readonly kind: 'metric' | 'category' | 'series'; readonly id: number }
  | { readonly kind: 'release' | 'dataset'; readonly code: string }
  | null

export interface IndicatorQuery {
  readonly filter: IndicatorFilter
  readonly scope: ListScope
  readonly order: readonly Order[]
}

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

export const filterLimits = { depth: 5, count: 100, words: 100 }
