import { Refusal } from '../../errors.js'
import { ancestors, type Category, type CodeLists, type Dimension, type Metric } from '../codes/codes.js'
import type { Dataset } from '../codes/dataset.js'
import { type Period, placeOf } from '../periods/period.js'

export const groupBys = ['METRIC', 'CATEGORY', 'PERIOD', 'DATASET'] as const
export type GroupBy = (typeof groupBys)[number]

export interface GroupKey {
  readonly by: GroupBy
  readonly dimension?: string | null | undefined
  readonly level?: number | null | undefined
}

export type Key =
  | { readonly by: 'METRIC' | 'PERIOD' | 'DATASET' }
  | { readonly by: 'CATEGORY'; readonly dimension: Dimension; readonly level: number | null }

export interface Header {
  readonly dataset: Dataset | null
  readonly metric: Metric | null
  readonly categories: readonly Category[]
  readonly period: Period | null
}

export const depthOf = (category: Category): number => ancestors(category).length + 1

export const atLevel = (category: Category, level: number): Category | null =>
  [...ancestors(category), category][level - 1] ?? null

/**
 * Resolves the codes of keys. Throws BAD_USER_INPUT for a repeated key, for a missing or misplaced dimension, and for a
 * level that the tree does not have.
 */
export function resolveKeys(lists: readonly (readonly GroupKey[])[], codes: CodeLists): Key[][] {
  const seen = new Set<string>()
  return lists.map((keys) =>
    keys.map((key) => {
      const resolved = resolve(key, codes)
      const name = resolved.by === 'CATEGORY' ? `CATEGORY of ${resolved.dimension.code}` : resolved.by
      if (seen.has(name)) throw new Refusal('BAD_USER_INPUT', `The key ${name} is repeated.`)
      seen.add(name)
      return resolved
    }),
  )
}

function resolve({ by, dimension: code, level = null }: GroupKey, codes: CodeLists): Key {
  if (by !== 'CATEGORY') {
    if (code == null && level === null) return { by }
    throw new Refusal(
      'BAD_USER_INPUT',
      `A ${code == null ? 'level' : 'dimension'} is allowed with CATEGORY, not with ${by}.`,
    )
  }
  if (code == null) {
    const allowed = codes.dimensions.map((each) => each.code)
    throw new Refusal('BAD_USER_INPUT', 'Grouping by CATEGORY requires the code of a dimension.', { allowed })
  }
  const dimension = codes.findDimension(code)
  if (level === null) return { by, dimension, level }
  const categories = codes.categories.filter((each) => each.dimension === dimension)
  const deepest = Math.max(1, ...categories.map(depthOf))
  if (level >= 1 && level <= deepest) return { by, dimension, level }
  const allowed = Array.from({ length: deepest }, (_, index) => `${index + 1}`)
  throw new Refusal('BAD_USER_INPUT', `${code} has no level ${level}; its levels are 1 to ${deepest}.`, { allowed })
}

export function orderOf(headers: readonly Header[], keys: readonly Key[]): number[] {
  const categoryKeys = keys.filter(({ by }) => by === 'CATEGORY')
  const columns = keys.map((key) => {
    if (key.by === 'DATASET') return headers.map(({ dataset }) => dataset?.rank ?? 0)
    if (key.by === 'METRIC') return headers.map(({ metric }) => metric?.rank ?? 0)
    if (key.by === 'PERIOD') return headers.map(({ period }) => (period === null ? 0 : placeOf(period)))
    const index = categoryKeys.indexOf(key)
    return headers.map(({ categories }) => categories[index]?.rank ?? 0)
  })
  return [...headers.keys()].sort((a, b) => {
    for (const ranks of columns) {
      const difference = (ranks[a] as number) - (ranks[b] as number)
      if (difference !== 0) return difference
    }
    return 0
  })
}
