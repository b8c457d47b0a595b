import { ancestors, subtree } from '../../domain/codes/codes.js'
import { memoizeByObject } from '../../lib/memo.js'
import type { Snapshot } from './metadata-snapshot.js'

/** Objects that a list holds, counted: how many, and how often at most the same one is among them. */
export interface Population {
  readonly count: number
  readonly each: number
}

/** Which things are related to which: how many pairs there are, and how many at most of one of either side. */
export interface Relation {
  readonly pairs: number
  /** Of one on the near side, how many on the far side. */
  readonly most: number
  /** Of one on the far side, how many on the near side. */
  readonly back: number
}

/** How many there are of what a snapshot holds, and how it is related. */
export interface Sizes {
  readonly figures: number
  readonly series: number
  readonly metrics: number
  readonly dimensions: number
  readonly categories: number
  readonly releases: number
  /** Dimensions that figures are broken down by at once, at most. */
  readonly crossed: number
  readonly measures: number
  readonly roots: Relation
  readonly children: Relation
  readonly ancestors: Relation
  readonly members: Relation
  readonly metricDimensions: Relation
}

/** What a relation leads to from a population. */
export function follow({ count, each }: Population, { pairs, most, back }: Relation): Population {
  const found = Math.min(count * most, each * pairs)
  return { count: found, each: Math.min(found, each * back) }
}

/** The same relation from its other side. */
export const reversed = ({ pairs, most, back }: Relation): Relation => ({ pairs, most: back, back: most })

/** The sizes of what a snapshot holds; counted once. */
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

const relation = (near: readonly number[], far: readonly number[]): Relation => ({
  pairs: near.reduce((sum, each) => sum + each, 0),
  most: most(near),
  back: most(far),
})

/** The largest of some numbers, which may be many. */
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)
