import type { Agreement, ObservationStatus, Qualifier, TableQuery, Unit } from '../../generated/gql/explorer/graphql.js'
import type { Named } from './named.js'
import { printedGrowth } from './number.js'

/** A rate of a figure, as it was printed and as it is computed from the printed levels. */
export interface Rate {
  readonly reported: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly agreement: Agreement
  readonly reason: string | null
}

/** One place of the table: a series in a period. Decimals as the API writes them. */
export interface Cell {
  /** The id of its figure; null where there is none. */
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

/** A series: a cell for each period. */
export interface Row {
  readonly key: string
  readonly metric: Named
  readonly categories: readonly (Named & { readonly isAggregate: boolean })[]
  readonly cells: readonly Cell[]
}

/** What charts and table are drawn from. */
export interface Grid {
  readonly periods: readonly string[]
  readonly unit: Unit
  readonly rows: readonly Row[]
  /** How many series there are, shown or not. */
  readonly total: number
}

/** The answer by series and period; the three tables of it are of one filter, and so in one order. */
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

/** Whether the rate was both printed and computed, and the two are not the same. */
export const differs = ({ agreement }: Pick<Rate, 'agreement'>): boolean =>
  agreement === 'ROUNDING' || agreement === 'BASE_REVISED' || agreement === 'DISAGREES'

const withDecimals = (rate: Rate, changes: Parameters<typeof printedGrowth>[1]): Rate => ({
  ...rate,
  reported: printedGrowth(rate.reported, changes),
})

/** How the computed number stands to the printed one, in a sign: "" where they agree. */
export const signOf = (rate: Pick<Rate, 'agreement'>): string =>
  differs(rate) ? (rate.agreement === 'ROUNDING' ? '≈' : '≠') : ''

type Point = TableQuery['growth']['rows'][number]['points'][number]

function rateOf(point: Point | undefined): Rate {
  if (point === undefined)
    return { reported: null, value: null, low: null, high: null, agreement: 'NOT_COMPUTABLE', reason: null }
  const { bounds, ...rest } = point
  return { ...rest, low: bounds?.low ?? null, high: bounds?.high ?? null }
}
