import type { Agreement, ObservationStatus, Qualifier, TableQuery, Unit } from '../../generated/gql/explorer/graphql.js'
import { type Named, nameOf, textIn } from './named.js'
import { printedGrowth } from './number.js'
import type { Language } from './state.js'

/** A growth rate or share: the printed number and the one computed from the printed levels. */
export interface Rate {
  readonly reported: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly agreement: Agreement
  readonly reason: string | null
}

/** A series in a period. Numbers are decimal strings; `figure` is the id of the figure, or null if there is none. */
export interface Cell {
  readonly figure: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly qualifier: Qualifier
  readonly status: ObservationStatus
  readonly reason: string | null
  readonly growth: Rate
  readonly share: Rate
}

export interface Row {
  readonly key: string
  readonly metric: Named
  readonly categories: readonly (Named & { readonly isAggregate: boolean })[]
  readonly cells: readonly Cell[]
}

export interface Grid {
  readonly periods: readonly string[]
  readonly unit: Unit
  readonly rows: readonly Row[]
  /** The number of matching series, including those not shown. */
  readonly total: number
}

/** Combines the three tables of a response, which have the same rows and columns, into one grid. */
export function gridOf({ levels, growth, shares }: TableQuery): Grid {
  const rows = levels.rows.map(({ series, points }, row) => ({
    ...series,
    cells: points.map(({ indicator, bounds, value, qualifier, status, reason }, column) => ({
      ...{ value, qualifier, status, reason },
      figure: indicator?.id ?? null,
      low: bounds?.low ?? null,
      high: bounds?.high ?? null,
      growth: withDecimals(rateOf(growth.rows[row]?.points[column]), indicator?.changes ?? []),
      share: rateOf(shares.rows[row]?.points[column]),
    })),
  }))
  return { periods: levels.periods, unit: levels.unit, rows, total: levels.totalCount }
}

/** Returns the names that distinguish a series from the others of the grid. */
export function labelOf({ metric, categories }: Row, { rows }: Grid, language: Language): string {
  const severalMetrics = new Set(rows.map((row) => row.metric.code)).size > 1
  const broken = categories.filter(({ code }) => code !== 'ALL')
  if (severalMetrics || broken.length === 0) return nameOf(metric, broken, language)
  return broken.map((category) => textIn(category, language)).join(' · ')
}

export const differs = ({ agreement }: Pick<Rate, 'agreement'>): boolean =>
  agreement === 'ROUNDING' || agreement === 'BASE_REVISED' || agreement === 'DISAGREES'

const withDecimals = (rate: Rate, changes: Parameters<typeof printedGrowth>[1]): Rate => ({
  ...rate,
  reported: printedGrowth(rate.reported, changes),
})

export const agreementSign = (rate: Pick<Rate, 'agreement'>): string =>
  differs(rate) ? (rate.agreement === 'ROUNDING' ? '≈' : '≠') : ''

type Point = TableQuery['growth']['rows'][number]['points'][number]

function rateOf(point: Point | undefined): Rate {
  if (point === undefined)
    return { reported: null, value: null, low: null, high: null, agreement: 'NOT_COMPUTABLE', reason: null }
  const { bounds, ...rest } = point
  return { ...rest, low: bounds?.low ?? null, high: bounds?.high ?? null }
}
