import { pageSizes } from '../store/page.js'

/** The variables of an operation, as the client gave them or as the operation presets them. */
export type Variables = Readonly<Record<string, unknown>>

/** How many items a list will have. */
export type Size = number | ((variables: Variables) => number)

/**
 * What a selection costs: about one for each value of its answer, and more for what is asked of the store. `parts` are
 * lists whose sizes stand in variables.
 */
export interface Cost {
  readonly fixed: number
  readonly parts: readonly { readonly size: Size; readonly cost: Cost }[]
}

/** What a field costs beside its value, by its coordinate: 10 stand for a small statement, shared or not. */
export const weights: ReadonlyMap<string, number> = new Map([
  ['Indicator.confirmedBy', 10],
  ['Indicator.derived', 20],
  ['Indicator.history', 20],
  ['IndicatorConnection.facets', 500], // both count all that the filter leaves
  ['IndicatorConnection.totalCount', 500],
  ['Query.aggregate', 500],
  ['Query.pivot', 500],
  ['Query.search', 20],
  ['Query.series', 500],
  ['SeriesTable.totalCount', 500],
])

/** How long lists are taken to be that are given whole, where it is not `usualSize`. */
export const sizes: ReadonlyMap<string, number> = new Map([
  ['IndicatorConnection.facets', 100],
  ['Indicator.categories', 2],
  ['Indicator.changes', 2],
  ['Indicator.confirmedBy', 3],
  ['Indicator.history', 3],
  ['Pivot.cells', 500], // rows and columns together
  ['Pivot.rowHeaders', 50],
  ['PivotHeader.categories', 2],
  ['Query.aggregate', 100],
  ['Query.units', 40],
  ['Series.categories', 2],
  ['SeriesRow.points', 100],
  ['SeriesRow.values', 100],
])

/** The length of any other list without arguments that say it. */
export const usualSize = 10
/** What a field costs, beside its value, whose arguments choose a stretch of a list. */
export const pageWeight = 10

export const free: Cost = { fixed: 0, parts: [] }
export const unit = (fixed: number): Cost => ({ fixed, parts: [] })

/** Both. Their parts are named and not copied: fragments that spread each other would double them at every step. */
export function plus(a: Cost, b: Cost): Cost {
  const fixed = a.fixed + b.fixed
  if (a.parts.length === 0 || b.parts.length === 0) return { fixed, parts: a.parts.length === 0 ? b.parts : a.parts }
  return { fixed, parts: [a, b].map(({ parts }) => ({ size: 1, cost: { fixed: 0, parts } })) }
}

/** So many of the same; what is known before the variables is counted at once. */
export function times(size: Size, cost: Cost): Cost {
  if (typeof size === 'function') return { fixed: 0, parts: [{ size, cost }] }
  const parts = cost.parts.length === 0 ? [] : [{ size, cost: { fixed: 0, parts: cost.parts } }]
  return { fixed: size * cost.fixed, parts }
}

/** What it comes to with these variables. */
export function total({ fixed, parts }: Cost, variables: Variables): number {
  let sum = fixed
  for (const { size, cost } of parts)
    sum += (typeof size === 'number' ? size : size(variables)) * total(cost, variables)
  return sum
}

/** The size of a stretch for the value of `first` or `last`; what no resolver takes is for the resolver to refuse. */
export const stretch = (value: unknown): number =>
  typeof value === 'number' && value >= 0 ? Math.min(value, pageSizes.most) : pageSizes.usual
