import { countWords } from '../domain/search/tokenize.js'
import type {
  CardinalityEstimator,
  FiguresBetween,
  RawFilter,
  RawGroupKey,
} from '../store/query/counts/cardinality-estimator.js'
import { type Cardinality, type FanOut, follow, type Sizes } from '../store/query/counts/sizes.js'
import type { Indicator } from '../store/query/rows.js'

/** The facts about a selected field from which its cost is estimated before execution. */
export interface Asked {
  /** The arguments, with defaults applied. */
  readonly args: Readonly<Record<string, unknown>>
  readonly of: Cardinality
  readonly sizes: Sizes
  /** The estimator, for fields that declare `needsCensus`. */
  readonly census: CardinalityEstimator | null
  readonly figuresBetween: FiguresBetween | null
  /** The sizes declared by the nearest field above. */
  readonly within: Within
}

/** The sizes of the lists below a field, as its arguments determine them. */
export interface Within {
  readonly page?: number
  readonly rows?: number
  readonly columns?: number
}

/** The cost of a field. One unit is the cost of one value, about four microseconds of CPU. */
export interface FieldCost {
  /** The cost per parent object, in addition to the value. */
  readonly weight?: number | ((asked: Asked) => number)
  /** The number of items per parent object of a list, or the population of all of them. */
  readonly items?: number | ((asked: Asked) => number | Cardinality)
  readonly tells?: (asked: Asked) => Within
  readonly needsCensus?: boolean
  readonly needsReleaseSizes?: boolean
}

type Extensions = {
  readonly cost?: FieldCost
  readonly columns?: readonly (keyof Indicator)[]
  readonly unchanging?: true
}

/** The option of a field that declares its cost and, on Indicator, the parts of the figure that it reads. */
export const costs = ({ columns, ...cost }: FieldCost & Pick<Extensions, 'columns'>): { extensions: Extensions } => ({
  extensions: { cost, ...(columns && { columns }) },
})

/**
 * The option of a field of Indicator that declares the parts of the figure that it reads. A field without it reads all.
 */
export const reads = (...columns: readonly (keyof Indicator)[]): { extensions: Extensions } => ({
  extensions: { columns },
})

/** The option of a field whose value depends on its object and its arguments alone, neither of which ever changes. */
export const unchanging: { extensions: Extensions } = { extensions: { unchanging: true } }

export const isUnchanging = ({ extensions }: { readonly extensions: Extensions }): boolean =>
  extensions.unchanging === true

export const related =
  (relation: (sizes: Sizes) => FanOut) =>
  ({ of, sizes }: Asked): Cardinality =>
    follow(of, relation(sizes))

/** Returns the page size that the arguments choose. Invalid values are left to the resolver. */
export function pageOf(args: Asked['args'], usual: number, most: number): number {
  const asked = args['first'] ?? args['last']
  return typeof asked === 'number' && asked >= 0 ? Math.min(asked, most) : usual
}

/** Returns the cost of reading a filter: codes are looked up, the words of texts are searched in all labels. */
export function filterWeight({ args, sizes }: Pick<Asked, 'args' | 'sizes'>): number {
  const labels = sizes.categories + sizes.metrics
  const of = (value: unknown, name: string, depth: number): number => {
    if (typeof value === 'string')
      return name === 'text' ? countWords(value) * (50 + labels / 10) : name === 'within' ? 1 + labels / 100 : 0.5
    if (typeof value !== 'object' || value === null || depth > deepest) return 0.5
    if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + of(each, name, depth + 1), 0)
    return Object.entries(value).reduce((sum, [field, each]) => sum + of(each, field, depth + 1), 0)
  }
  return args['filter'] == null ? 0 : of(args['filter'], 'filter', 0)
}

/** The depth to which a filter is read, lists included. Deeper filters are refused. */
const deepest = 15

export const taking = (asked: Asked): number =>
  500 + filterWeight(asked) + (asked.census?.figures(filterIn(asked.args)) ?? asked.sizes.figures) / 40

export const filterIn = (args: Asked['args']): RawFilter =>
  isObject(args['filter']) ? (args['filter'] as RawFilter) : {}

export function keysIn(given: unknown): readonly RawGroupKey[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  return list.filter((each): each is RawGroupKey => isObject(each))
}

/** The values of an enum argument that decides the cost of a table: the cost of one number, and the description. */
export type WeighedValues<Value extends string> = Readonly<Record<Value, readonly [weight: number, text: string]>>

export const describedValues = <Value extends string>(values: WeighedValues<Value>) =>
  Object.fromEntries(
    Object.entries<readonly [number, string]>(values).map(([value, [, description]]) => [value, { description }]),
  ) as Record<Value, { description: string }>

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
