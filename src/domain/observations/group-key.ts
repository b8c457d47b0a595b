import { Refusal } from '../../errors.js'
import type { Tally } from '../aggregation/tally.js'
import { ancestors, type Category, type CodeLists, type Dimension, type Metric } from '../codes/codes.js'
import { frequencies, type Period } from '../periods/period.js'

export const groupBys = ['METRIC', 'CATEGORY', 'PERIOD'] as const
export type GroupBy = (typeof groupBys)[number]

/** What figures are grouped by, as it is asked for. */
export interface GroupKey {
  readonly by: GroupBy
  /** Of CATEGORY, and only there. */
  readonly dimension?: string | null | undefined
  /** Of CATEGORY: figures below this level count for the category at it that they are below. 1: the roots. */
  readonly level?: number | null | undefined
}

/** A key with its codes looked up. */
export type Key =
  | { readonly by: 'METRIC' | 'PERIOD' }
  | { readonly by: 'CATEGORY'; readonly dimension: Dimension; readonly level: number | null }

/** What the figures of a group have in common. */
export interface Header {
  readonly metric: Metric | null
  readonly categories: readonly Category[]
  readonly period: Period | null
}

/** Figures that have their keys in common: a header of each list of keys, and a tally of each measure among them. */
export interface Group {
  readonly headers: readonly Header[]
  readonly tallies: readonly Tally[]
}

/** How deep in its tree a category stands; 1: a root. */
export const depthOf = (category: Category): number => ancestors(category).length + 1

/** The category at a level that a category counts for; null where it stands above it. */
export const atLevel = (category: Category, level: number): Category | null =>
  [...ancestors(category), category][level - 1] ?? null

/**
 * Keys with their codes looked up; those of all lists together differ. BAD_USER_INPUT for a key twice, for CATEGORY
 * without its dimension or anything else with one, and for a level that the dimension's tree does not have.
 */
export function resolveKeys(lists: readonly (readonly GroupKey[])[], codes: CodeLists): Key[][] {
  const seen = new Set<string>()
  return lists.map((keys) =>
    keys.map((key) => {
      const resolved = resolve(key, codes)
      const name = resolved.by === 'CATEGORY' ? `CATEGORY of ${resolved.dimension.code}` : resolved.by
      if (seen.has(name)) throw new Refusal('BAD_USER_INPUT', `Figures are grouped by ${name} once, not twice.`)
      seen.add(name)
      return resolved
    }),
  )
}

function resolve({ by, dimension: code, level = null }: GroupKey, codes: CodeLists): Key {
  if (by !== 'CATEGORY') {
    if (code == null && level === null) return { by }
    throw new Refusal('BAD_USER_INPUT', `A ${code == null ? 'level' : 'dimension'} goes with CATEGORY, not with ${by}.`)
  }
  if (code == null) {
    const allowed = codes.dimensions.map((each) => each.code)
    throw new Refusal('BAD_USER_INPUT', 'Grouping by CATEGORY needs the code of a dimension.', { allowed })
  }
  const dimension = codes.findDimension(code)
  if (level === null) return { by, dimension, level }
  const own = codes.categories.filter((each) => each.dimension === dimension)
  const deepest = Math.max(1, ...own.map(depthOf))
  if (level >= 1 && level <= deepest) return { by, dimension, level }
  throw new Refusal(
    'BAD_USER_INPUT',
    `${code} has no level ${level}: its tree has ${deepest}, the roots are level 1.`,
    {
      allowed: Array.from({ length: deepest }, (_, index) => `${index + 1}`),
    },
  )
}

/** Headers in code list order and by period, key by key. */
export function compareHeaders(keys: readonly Key[]): (a: Header, b: Header) => number {
  const categoryKeys = keys.filter(({ by }) => by === 'CATEGORY')
  const places = keys.map((key): ((header: Header) => number) => {
    if (key.by === 'METRIC') return ({ metric }) => metric?.rank ?? 0
    if (key.by === 'PERIOD') return ({ period }) => (period === null ? 0 : placeOf(period))
    const index = categoryKeys.indexOf(key)
    return ({ categories }) => categories[index]?.rank ?? 0
  })
  return (a, b) => places.reduce((found, place) => found || place(a) - place(b), 0)
}

const placeOf = ({ ordinal, frequency }: Period): number => ordinal * 8 + frequencies.indexOf(frequency)
