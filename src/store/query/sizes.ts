import { ancestors, subtree } from '../../domain/codes/codes.js'
import { memoizeByObject } from '../../lib/memo.js'
import type { Snapshot } from './metadata-snapshot.js'

/** Upper bounds on the size of a list, and on how often it contains the same object. */
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

export interface Sizes {
  readonly figures: number
  readonly series: number
  readonly metrics: number
  readonly dimensions: number
  readonly categories: number
  readonly releases: number
  readonly crossed: number
  readonly measures: number
  readonly roots: FanOut
  readonly children: FanOut
  readonly ancestors: FanOut
  readonly members: FanOut
  readonly metricDimensions: FanOut
}

export function follow({ count, each }: Cardinality, { pairs, most, back }: FanOut): Cardinality {
  const found = Math.min(count * most, each * pairs)
  return { count: found, each: Math.min(found, each * back) }
}

export const reversed = ({ pairs, most, back }: FanOut): FanOut => ({ pairs, most: back, back: most })

export const sizesOf = memoizeByObject(({ codes, indicators, series, releases }: Snapshot): Sizes => {
  const { metrics, dimensions, categories, breakdowns } = codes
  const roots = categories.filter(({ parent }) => parent === null)
  const aggregates = categories.map(({ members }) => members?.length ?? 0)
  return {
    figures: indicators,
    series,
    metrics: metrics.length,
    dimensions: dimensions.length,
    categories: categories.length,
    releases: releases.length,
    crossed: most(breakdowns.map((each) => each.dimensions.length)),
    measures: most(metrics.map((each) => each.measures.length)),
    roots: {
      pairs: roots.length,
      most: most(dimensions.map((dimension) => roots.filter((each) => each.dimension === dimension).length)),
      back: 1,
    },
    children: {
      pairs: categories.length - roots.length,
      most: most(categories.map(({ children }) => children.length)),
      back: 1,
    },
    ancestors: relation(
      categories.map((each) => ancestors(each).length),
      roots.map((each) => subtree(each).length - 1),
    ),
    members: relation(
      aggregates,
      categories.map(({ groups }) => groups.length),
    ),
    metricDimensions: relation(
      metrics.map((each) => each.dimensions.length),
      dimensions.map((dimension) => metrics.filter((each) => each.dimensions.includes(dimension)).length),
    ),
  }
})

const relation = (near: readonly number[], far: readonly number[]): FanOut => ({
  pairs: near.reduce((sum, each) => sum + each, 0),
  most: most(near),
  back: most(far),
})

// Math.max cannot take many arguments.
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)
