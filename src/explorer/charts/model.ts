import type { ObservationStatus, Qualifier, RateFragment as Rate } from '../../generated/gql/explorer/graphql.js'
import type { Chart, Language, Sorting } from '../data/state.js'

/** Holds a number of a chart: `value` as the API answered it, `short` with three significant digits, `full` with all. */
export interface ChartPoint {
  readonly period: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly qualifier: Qualifier
  readonly status: ObservationStatus
  readonly short: string
  readonly full: string
  readonly reason: string | null
  /** The number as known now, if it was revised since the day that is shown. */
  readonly newer: string | null
  readonly growth: Rate
  readonly share: Rate
  readonly figure: string | null
}

export interface ChartSeries {
  readonly key: string
  readonly metric: string
  readonly category: string | null
  readonly label: string
  readonly names: { readonly metric: string; readonly category: string | null }
  /** The colour of a selected series, from 1 to 6; 0 for selected series beyond six; null for the others. */
  readonly colour: number | null
  readonly points: readonly ChartPoint[]
}

export const isSelected = ({ colour }: Pick<ChartSeries, 'colour'>): boolean => colour !== null

export interface ChartPeriod {
  readonly code: string
  readonly label: string
  readonly tick: string
  /** The text below the first tick of a year, or null where the tick says it all. */
  readonly year: string | null
  /** The position in time, in years. */
  readonly time: number
}

/** Holds what a drawing needs, as plain values: the same for the page, an embed and a picture. */
export interface ChartModel {
  readonly chart: Chart
  readonly language: Language
  readonly title: string
  /** The unit of all numbers, as written at the top of an axis: "billion yuan", "%". */
  readonly unit: string
  /** The power of 10 by which decimals are multiplied for `short` texts and axes. */
  readonly exponent: number
  readonly periods: readonly ChartPeriod[]
  /** The index of the period that drawings of one time show. */
  readonly at: number
  readonly sort: Sorting
  /** The selected series, in the order of their colours, then the others, the largest first. */
  readonly series: readonly ChartSeries[]
  readonly whole: ChartSeries | null
  /** The number of series that are neither selected nor drawn, and their sum at `at`, where they add up. */
  readonly others: { readonly count: number; readonly point: ChartPoint | null }
  /** The value of the reference line: 0 for levels and rates, 100 for an index. */
  readonly reference: number
  readonly fromReference: boolean
}
