import type { GroupKey } from '../domain/observations/group-key.js'
import type { CardinalityEstimator, RawFilter } from '../store/query/cardinality-estimator.js'
import { type Cardinality, type FanOut, follow, type Sizes } from '../store/query/sizes.js'

/** What is known of a field that is asked for, before anything is read. */
export interface Asked {
  /** Its arguments as they are given, those left out by their defaults. */
  readonly args: Readonly<Record<string, unknown>>
  /** The objects that it is asked of. */
  readonly of: Cardinality
  readonly sizes: Sizes
  /** Of a field that says that it needs it. */
  readonly census: CardinalityEstimator | null
  /** What the nearest field above says of what is below it. */
  readonly within: Within
}

/** How long the lists of an object are, as the arguments of the field say that it was asked for with. */
export interface Within {
  readonly page?: number
  readonly rows?: number
  readonly columns?: number
  /** Units of each number of a table. */
  readonly each?: number
}

/**
 * What a field costs: a unit for each value, which stands for some four microseconds of CPU, and more where that does
 * not suffice.
 */
export interface FieldCost {
  /** Units of each object that it is asked of, beside its value. */
  readonly weight?: number | ((asked: Asked) => number)
  /** Of a list: how many items it has of each object, or which objects all of them are. */
  readonly items?: number | ((asked: Asked) => number | Cardinality)
  /** What the fields below it are told. */
  readonly tells?: (asked: Asked) => Within
  readonly needsCensus?: boolean
}

/** The option of a field that says what it costs. */
export const costs = (cost: FieldCost): { extensions: { readonly cost: FieldCost } } => ({ extensions: { cost } })

/** The items of a list that a relation leads to. */
export const related =
  (relation: (sizes: Sizes) => FanOut) =>
  ({ of, sizes }: Asked): Cardinality =>
    follow(of, relation(sizes))

/** The size of the page that arguments choose; what no resolver takes is for the resolver to refuse. */
export function pageOf(args: Asked['args'], usual: number, most: number): number {
  const asked = args['first'] ?? args['last']
  return typeof asked === 'number' && asked >= 0 ? Math.min(asked, most) : usual
}

/** Units of reading a filter: its codes are looked up, the words of its texts are looked for in all labels. */
export function filterWeight({ args, sizes }: Pick<Asked, 'args' | 'sizes'>): number {
  const labels = sizes.categories + sizes.metrics
  const of = (value: unknown, name: string, depth: number): number => {
    if (typeof value === 'string')
      return name === 'text' ? 50 + labels / 10 : name === 'within' ? 1 + labels / 100 : 0.5
    if (typeof value !== 'object' || value === null || depth > deepest) return 0.5
    if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + of(each, name, depth + 1), 0)
    return Object.entries(value).reduce((sum, [field, each]) => sum + of(each, field, depth + 1), 0)
  }
  return args['filter'] == null ? 0 : of(args['filter'], 'filter', 0)
}

/** How deep a filter is read, lists included: deeper ones are refused. */
const deepest = 15

/** Units of a statement that takes in all figures that a filter leaves. */
export const taking = (asked: Asked): number =>
  500 + filterWeight(asked) + (asked.census?.figures(filterIn(asked.args)) ?? asked.sizes.figures) / 40

/** The filter among arguments as they are given. */
export const filterIn = (args: Asked['args']): RawFilter =>
  isObject(args['filter']) ? (args['filter'] as RawFilter) : {}

/** The group keys of an argument as it is given: one stands for a list, and what is no key is for the resolver to refuse. */
export function keysIn(given: unknown): readonly GroupKey[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  return list.filter((each): each is GroupKey => isObject(each))
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
