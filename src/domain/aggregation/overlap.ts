import { mapSteps, type Steps } from '../../lib/steps.js'
import { type Category, type Dimension, subtree, total } from '../codes/codes.js'
import { monthsOf, type Period, placeOf } from '../periods/period.js'
import type { Unit } from '../units/unit.js'

export interface Part {
  readonly dataset: string
  readonly metric: string
  readonly measure: Unit
  readonly categories: readonly Category[]
  readonly periods: readonly Period[]
}

export type PartAt = Omit<Part, 'periods'> & { readonly period: Period }

/** The two observations that overlap. Both are the same one if several releases or two currencies print it. */
export type Overlap = readonly [PartAt, PartAt]

function withMembers(category: Category, found = new Set<Category>()): Set<Category> {
  if (found.has(category)) return found
  found.add(category)
  for (const member of category.members ?? []) withMembers(member, found)
  return found
}

export const hasUnknownMembers = (category: Category): boolean =>
  [...withMembers(category)].some(({ isAggregate, members }) => isAggregate && members === null)

/**
 * Returns up to `limit` pairs of observations that overlap, at most one of each two parts. Observations overlap if their
 * metrics share a component, their periods share days, and their categories overlap in every dimension that both have.
 */
export function* overlaps(
  parts: readonly Part[],
  limit: number,
  componentsOf: (metric: string) => ReadonlySet<string>,
): Steps<Overlap[]> {
  const entries = yield* mapSteps(parts, (part) => ({ part, categories: brokenDown(part) }))
  const dimensions = [...new Set(entries.flatMap(({ categories }) => categories.map(({ dimension }) => dimension)))]
  const components = new Map(parts.map(({ metric }) => [metric, componentsOf(metric)]))
  const metrics = [...components].map(([metric, own]): [Key, Key[]] => [
    metric,
    [...components].flatMap(([other, others]) => (sharesAny(own, others) ? [other] : [])),
  ])
  const measures = new Set(parts.map(({ measure }) => measure)) // an amount may be printed in two currencies
  const axes: Axis[] = [new Map(metrics), new Map([...measures].map((measure) => [measure, measures]))]
  for (const each of dimensions) axes.push(yield* categoryAxis(parts.map(categoryIn(each))))
  const root = emptyNode()
  yield* mapSteps(entries, ({ part, categories }) => {
    const keys = dimensions.map((each) => categories.find(({ dimension }) => dimension === each)?.id ?? none)
    insert(root, part, [part.metric, part.measure, ...keys])
  })
  const found: Overlap[] = []
  yield* meet(root, root, 0, axes, (pair) => found.push(pair) >= limit)
  return found
}

const brokenDown = ({ categories }: Part): readonly Category[] =>
  categories.filter(({ dimension }) => dimension.code !== total.dimension)

const categoryIn =
  (dimension: Dimension) =>
  (part: Part): Category | undefined =>
    part.categories.find((each) => each.dimension === dimension)

type Key = string | number
type Axis = ReadonlyMap<Key, Iterable<Key>>

const none = 0

function* categoryAxis(categories: readonly (Category | undefined)[]): Steps<Axis> {
  const present = new Set(categories.filter((each) => each !== undefined))
  const axis = new Map<Key, Set<Key>>([...present].map(({ id }) => [id, new Set<Key>([id])]))
  const link = (a: Key, b: Key): void => {
    axis.get(a)?.add(b)
    axis.get(b)?.add(a)
  }
  const groupsWith = new Map<Category, Category[]>()
  for (const category of present) {
    yield
    for (let above = category.parent; above !== null; above = above.parent) link(above.id, category.id)
    if (!category.isAggregate) continue
    if (hasUnknownMembers(category)) for (const { id } of present) link(category.id, id)
    for (const inside of new Set([...withMembers(category)].flatMap(subtree))) {
      link(category.id, inside.id)
      for (let above = inside.parent; above !== null; above = above.parent) link(above.id, category.id)
      const others = groupsWith.get(inside) ?? []
      for (const { id } of others) link(id, category.id)
      groupsWith.set(inside, [...others, category])
    }
  }
  if (categories.includes(undefined)) {
    axis.set(none, new Set([none]))
    for (const { id } of present) link(none, id)
  }
  return axis
}

interface Node {
  readonly children: Map<Key, Node>
  readonly months: Set<number>
  end: Part | null
}

const emptyNode = (): Node => ({ children: new Map(), months: new Set(), end: null })

function insert(root: Node, part: Part, keys: readonly Key[]): void {
  const months = part.periods.flatMap(monthsOf)
  const path = [root]
  let node = root
  for (const key of keys) {
    const next: Node = node.children.get(key) ?? emptyNode()
    node.children.set(key, next)
    path.push(next)
    node = next
  }
  for (const each of path) for (const month of months) each.months.add(month)
  node.end = node.end === null ? part : { ...part, periods: [...node.end.periods, ...part.periods] }
}

function* meet(
  a: Node,
  b: Node,
  depth: number,
  axes: readonly Axis[],
  report: (pair: Overlap) => boolean,
): Steps<boolean> {
  if (a !== b && !sharesAny(a.months, b.months)) return false
  const axis = axes[depth]
  if (axis === undefined) {
    const pair = a.end && b.end && sharedDays(a.end, b.end)
    return pair !== null && report(pair)
  }
  const done = new Set<Node>()
  for (const [key, child] of a.children) {
    yield
    done.add(child)
    for (const other of axis.get(key) ?? []) {
      const partner = b.children.get(other)
      if (partner === undefined || (a === b && partner !== child && done.has(partner))) continue
      if (yield* meet(child, partner, depth + 1, axes, report)) return true
    }
  }
  return false
}

function sharesAny<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const each of small) if (large.has(each)) return true
  return false
}

const inOrder = ({ periods }: Part): readonly Period[] => periods.toSorted((a, b) => placeOf(a) - placeOf(b))

function sharedDays(a: Part, b: Part): Overlap | null {
  const seen = new Map<number, Period>()
  const see = (period: Period): void => {
    for (const month of monthsOf(period)) seen.set(month, period)
  }
  if (a !== b) inOrder(a).forEach(see)
  for (const period of inOrder(b)) {
    const month = monthsOf(period).find((each) => seen.has(each))
    const other = month === undefined ? undefined : seen.get(month)
    if (other !== undefined)
      return [
        { ...a, period: other },
        { ...b, period },
      ]
    if (a === b) see(period)
  }
  return null
}
