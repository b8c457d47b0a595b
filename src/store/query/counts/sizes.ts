import { ancestors, type Dimension, subtree } from '../../../domain/codes/codes.js'
import { exchangeRateMetric } from '../../../domain/units/exchange-rate.js'
import { memoizeByObject } from '../../../lib/memo.js'
import type { Snapshot } from '../metadata-snapshot.js'

export interface Cardinality {
  readonly count: number
  readonly each: number
}

/** The number of pairs of a relation, and the highest number for one object on each side. */
export interface FanOut {
  readonly pairs: number
  readonly most: number
  readonly back: number
}

export type Sizes = ReturnType<typeof sizesOf>

export function follow({ count, each }: Cardinality, { pairs, most, back }: FanOut): Cardinality {
  const found = Math.min(count * most, each * pairs)
  return { count: found, each: Math.min(found, each * back) }
}

export const reversed = ({ pairs, most, back }: FanOut): FanOut => ({ pairs, most: back, back: most })

export const sizesOf = memoizeByObject(({ codes, indicators, series, releases }: Snapshot) => {
  const { datasets, metrics, dimensions, categories, breakdowns } = codes
  const roots = categories.filter(({ parent }) => parent === null)
  const rootsOf = (dimension: Dimension): number => roots.filter((each) => each.dimension === dimension).length
  const children = categories.map((each) => each.children.length)
  const above = categories.map((each) => ancestors(each).length)
  const below = roots.map((each) => subtree(each).length - 1)
  const members = categories.map((each) => each.members?.length ?? 0)
  const groups = categories.map((each) => each.groups.length)
  const dimensionsOf = metrics.map((each) => each.dimensions.length)
  const metricsOf = dimensions.map((dimension) => metrics.filter((each) => each.dimensions.includes(dimension)).length)
  return {
    figures: indicators,
    series,
    datasets: datasets.length,
    metrics: metrics.length,
    dimensions: dimensions.length,
    categories: categories.length,
    releases: releases.length,
    crossed: most(breakdowns.map((each) => each.dimensions.length)),
    measures: most(metrics.map((each) => each.measures.length)),
    units: codes.units.length,
    rates: codes.metric(exchangeRateMetric)?.measures.length ?? 0,
    roots: { pairs: roots.length, most: most(dimensions.map(rootsOf)), back: 1 },
    children: { pairs: categories.length - roots.length, most: most(children), back: 1 },
    ancestors: relation(above, below),
    members: relation(members, groups),
    metricDimensions: relation(dimensionsOf, metricsOf),
  }
})

const relation = (near: readonly number[], far: readonly number[]): FanOut => ({
  pairs: near.reduce((sum, each) => sum + each, 0),
  most: most(near),
  back: most(far),
})

// Math.max cannot take many arguments.
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)
