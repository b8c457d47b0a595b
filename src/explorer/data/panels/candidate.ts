import type { ChartModel, ChartSeries } from '../../charts/model.js'
import type { ChoicesData } from '../answered.js'
import type { Named } from '../named.js'
import { compare } from '../number.js'
import type { Sorting } from '../state.js'
import { fitOf } from './find.js'

export interface Candidate extends Named {
  readonly depth: number
  readonly isGroup: boolean
  readonly series: ChartSeries | null
}

export function candidatesOf(facets: ChoicesData['indicators']['facets'], model: ChartModel | null): Candidate[] {
  const first = model?.series[0]?.metric
  const own = (model?.series ?? []).filter(({ metric }) => metric === first)
  const series = new Map(own.map((each) => [each.category, each]))
  return facets.map(({ category: { code, en, zh, isAggregate, ancestors } }) => ({
    ...{ code, en, zh, depth: ancestors.length, isGroup: isAggregate },
    series: series.get(code) ?? null,
  }))
}

export function numberOf({ series }: Candidate, by: Exclude<Sorting, 'name'>, at: number): string | null {
  const point = series?.points[at]
  if (point === undefined) return null
  if (by === 'value') return point.value
  const rate = by === 'growth' ? point.growth : point.share
  return rate.reported ?? rate.value
}

/** Sorts by name in the order of a language, or by a number, the largest first and those without one last. */
export function sorted(
  candidates: readonly Candidate[],
  by: Sorting,
  at: number,
  nameOf: (named: Named) => string,
  order: (one: string, other: string) => number,
): Candidate[] {
  const byName = (one: Candidate, other: Candidate): number => order(nameOf(one), nameOf(other))
  if (by === 'name') return [...candidates].sort(byName)
  return candidates
    .map((candidate) => ({ candidate, number: numberOf(candidate, by, at) }))
    .sort(({ candidate: one, number: left }, { candidate: other, number: right }) => {
      if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(one, other)
      return compare(right, left) || byName(one, other)
    })
    .map(({ candidate }) => candidate)
}

/** Returns those that a text finds: of the level that is shown, then of the others, the best first. */
export function foundBy(candidates: readonly Candidate[], text: string, depth: number): Candidate[] {
  if (text.trim() === '') return candidates.filter((each) => each.depth === depth)
  return candidates
    .flatMap((candidate) => {
      const fit = fitOf(candidate, text)
      return fit === null ? [] : [{ candidate, fit: fit + (candidate.depth === depth ? 0 : 0.5) }]
    })
    .sort((one, other) => one.fit - other.fit)
    .map(({ candidate }) => candidate)
}
