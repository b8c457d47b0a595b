import { mapSteps, type Steps } from '../../lib/steps.js'
import { type Category, type Dimension, subtree, total } from '../codes/codes.js'
import type { Period } from '../periods/period.js'
import type { Unit } from '../units/unit.js'

/** Figures that are to be added up: of one metric and one set of categories, for some periods. */
export interface Part {
  /** The code of a metric. */
  readonly metric: string
  /** What they were printed in, whatever they are converted to. */
  readonly measure: Unit
  readonly categories: readonly Category[]
  readonly periods: readonly Period[]
}

/** One figure of a part. */
export interface PartAt {
  readonly metric: string
  readonly measure: Unit
  readonly categories: readonly Category[]
  readonly period: Period
}

/** Two figures that count something in common; the same one twice where several releases printed it, or in two currencies. */
export type Overlap = readonly [PartAt, PartAt]

/** Metrics that are made of others. BALANCE is a difference of the same two. */
const madeOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['TRADE', ['EXPORTS', 'IMPORTS']],
  ['BALANCE', ['EXPORTS', 'IMPORTS']],
])

/** Whether what one metric counts is counted by the other too. */
export function metricsMeet(a: string, b: string): boolean {
  const others = madeOf.get(b) ?? [b]
  return (madeOf.get(a) ?? [a]).some((each) => others.includes(each))
}

/** A category, its members where it is a group, and theirs where those are groups. */
function withMembers(category: Category, found = new Set<Category>()): Set<Category> {
  if (found.has(category)) return found
  found.add(category)
  for (const member of category.members ?? []) withMembers(member, found)
  return found
}

/** A category with all that is known to be in it: what is below it and, of a group, its members with what is below them. */
export const coverOf = (category: Category): ReadonlySet<Category> =>
  new Set([...withMembers(category)].flatMap((each) => subtree(each)))

/** Whether it is a group of which it is not known who is in it, or has one among its members. */
export const isUnknown = (category: Category): boolean =>
  [...withMembers(category)].some(({ isAggregate, members }) => isAggregate && members === null)

/**
 * The figures that count something in common, a pair of each two parts at most, and no more than `atMost` pairs. Two
 * figures do where their metrics meet, their days meet, and so do their categories in every dimension that both are
 * broken down by: a figure that is not broken down by one holds all of it.
 */
export function* overlaps(parts: readonly Part[], atMost: number): Steps<Overlap[]> {
  const own = yield* mapSteps(parts, (part) => ({ part, categories: brokenDown(part) }))
  const dimensions = [...new Set(own.flatMap(({ categories }) => categories.map(({ dimension }) => dimension)))]
  const axes = [metricAxis(parts), measureAxis(parts)]
  for (const each of dimensions) axes.push(yield* categoryAxis(parts.map(categoryIn(each))))
  const root = emptyNode()
  yield* mapSteps(own, ({ part, categories }) => {
    const keys = dimensions.map((each) => categories.find(({ dimension }) => dimension === each)?.id ?? none)
    plant(root, part, [part.metric, part.measure, ...keys])
  })
  const found: Overlap[] = []
  yield* meet(root, root, 0, axes, (pair) => found.push(pair) >= atMost)
  return found
}

const brokenDown = ({ categories }: Part): readonly Category[] =>
  categories.filter(({ dimension }) => dimension.code !== total.dimension)

const categoryIn =
  (dimension: Dimension) =>
  (part: Part): Category | undefined =>
    part.categories.find((each) => each.dimension === dimension)

type Key = string | number
/** Of the keys that are there, those that each meets, itself included. */
type Axis = ReadonlyMap<Key, Iterable<Key>>

const none = 0

function metricAxis(parts: readonly Part[]): Axis {
  const metrics = [...new Set(parts.map(({ metric }) => metric))]
  return new Map(metrics.map((metric) => [metric, metrics.filter((other) => metricsMeet(metric, other))]))
}

/** What is printed in two currencies is the same, once both are converted to one. */
function measureAxis(parts: readonly Part[]): Axis {
  const measures = [...new Set(parts.map(({ measure }) => measure))]
  return new Map(measures.map((measure) => [measure, measures]))
}

function* categoryAxis(given: readonly (Category | undefined)[]): Steps<Axis> {
  const present = new Set(given.filter((each) => each !== undefined))
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
    if (isUnknown(category)) for (const { id } of present) link(category.id, id)
    for (const inside of coverOf(category)) {
      link(category.id, inside.id)
      for (let above = inside.parent; above !== null; above = above.parent) link(above.id, category.id)
      const others = groupsWith.get(inside) ?? []
      for (const { id } of others) link(id, category.id)
      groupsWith.set(inside, [...others, category])
    }
  }
  if (given.includes(undefined)) {
    axis.set(none, new Set([none]))
    for (const { id } of present) link(none, id)
  }
  return axis
}

/** Parts in a tree: a metric, a measure, then a category of each dimension; at its ends their periods. */
interface Node {
  readonly children: Map<Key, Node>
  /** Every month that something below it is for. */
  readonly months: Set<number>
  end: Part | null
}

const emptyNode = (): Node => ({ children: new Map(), months: new Set(), end: null })

function plant(root: Node, part: Part, keys: readonly Key[]): void {
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

/** Walks two trees where they meet, or one against itself, each two of its branches once. Answers whether to stop. */
function* meet(
  a: Node,
  b: Node,
  depth: number,
  axes: readonly Axis[],
  report: (pair: Overlap) => boolean,
): Steps<boolean> {
  if (a !== b && !shareAny(a.months, b.months)) return false
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

function shareAny(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const each of small) if (large.has(each)) return true
  return false
}

/** The first two periods that have days in common: of two parts, or of one. */
function sharedDays(a: Part, b: Part): Overlap | null {
  const seen = new Map<number, Period>()
  const see = (period: Period): void => {
    for (const month of monthsOf(period)) seen.set(month, period)
  }
  if (a !== b) a.periods.forEach(see)
  for (const period of b.periods) {
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

/** The months of a period, counted from the year 0. */
function monthsOf({ ordinal }: Period): number[] {
  const last = Math.floor(ordinal / 16)
  return Array.from({ length: (ordinal % 16) + 1 }, (_, index) => last - index)
}
