import { Refusal } from '../../errors.js'
import { memoizeByObject } from '../../lib/memo.js'
import { excerpt } from '../input-bounds.js'
import type { Text } from '../text/language.js'
import { nearest } from '../text/nearest.js'
import type { Unit } from '../units/unit.js'
import { codeText } from './code-text.js'
import type { Identity } from './identity.js'

export { codeFrom, codeText, isCode } from './code-text.js'

/** A category by its codes: PARTNER and EU for PARTNER:EU. */
export interface CategoryRef {
  readonly dimension: string
  readonly code: string
}

export const additivities = ['FLOW', 'STOCK', 'RATIO'] as const
/** What a metric may be summed over. FLOW: anything. STOCK: not time. RATIO: nothing. */
export type Additivity = (typeof additivities)[number]

export interface Dimension {
  readonly id: number
  readonly code: string
  readonly name: Text
  readonly description: string | null
}

export interface Category {
  readonly id: number
  readonly dimension: Dimension
  readonly code: string
  readonly name: Text
  readonly description: string | null
  /** Other words for it, in any language. */
  readonly synonyms: readonly string[]
  /** Its place in the code list: trees depth first, dimension by dimension. */
  readonly rank: number
  readonly parent: Category | null
  readonly children: readonly Category[]
  /** A group cuts across the tree. */
  readonly isAggregate: boolean
  /** Of a group, where the office says who they are; null where it does not. */
  readonly members: readonly Category[] | null
  readonly groups: readonly Category[]
}

export interface Metric {
  readonly id: number
  readonly code: string
  readonly name: Text
  readonly description: string | null
  /** Other words for it, in any language. */
  readonly synonyms: readonly string[]
  /** Its place in the code list. */
  readonly rank: number
  readonly additivity: Additivity
  /** What it is made of; null where its figures stand alone. */
  readonly identity: Identity | null
  /** The base units it is held in, the usual one first. */
  readonly measures: readonly Unit[]
  /** Those it is broken down by. */
  readonly dimensions: readonly Dimension[]
}

/**
 * A code list as a file gives it: rows in code list order, which refer to each other by their codes. Of a code that is
 * there null says nothing, and what is there stays; an empty text, or a list of no members, takes away what is there.
 */
export interface CodeListRows {
  readonly metrics: readonly {
    readonly code: string
    readonly name: Text
    readonly description: string | null
    /** Left out where the file says nothing of them: those that the store has stay. */
    readonly synonyms?: readonly string[]
    /** Never null of a metric that is new. */
    readonly additivity: Additivity | null
    /** Left out where the file says nothing of it; '' takes away what is there. */
    readonly identity?: string
  }[]
  readonly dimensions: readonly { readonly code: string; readonly name: Text; readonly description: string | null }[]
  readonly categories: readonly {
    readonly dimension: string
    readonly code: string
    readonly name: Text
    readonly description: string | null
    readonly synonyms?: readonly string[]
    readonly parent: string | null
    readonly isAggregate: boolean | null
    /** Codes of the same dimension: all members of the group. */
    readonly members: readonly string[] | null
  }[]
}

/** A set of dimensions that figures are broken down by; TOTAL alone where they are not. */
export interface Breakdown {
  readonly id: number
  readonly dimensions: readonly Dimension[]
}

/** The one category that a figure has which is broken down by nothing. */
export const total: CategoryRef = { dimension: 'TOTAL', code: 'ALL' }

export const categoryText = (category: CategoryRef): string => `${category.dimension}:${category.code}`

/** The full reference of a category in a list: PARTNER:EU. */
export const refOf = (category: Category): string => `${category.dimension.code}:${category.code}`

/**
 * The code lists of one store version, in memory: metrics, dimensions and categories in code list order, with the
 * trees, groups and members among them. Labels and trees are never joined in the database.
 */
export class CodeLists {
  readonly dimensions: readonly Dimension[]
  readonly metrics: readonly Metric[]
  readonly breakdowns: readonly Breakdown[]
  readonly categories: readonly Category[]
  readonly #dimensions: ReadonlyMap<string, Dimension>
  readonly #metrics: ReadonlyMap<string, Metric>
  readonly #metricIds: ReadonlyMap<number, Metric>
  readonly #categories: ReadonlyMap<string, Category>
  readonly #categoryIds: ReadonlyMap<number, Category>
  readonly #byCode: ReadonlyMap<string, readonly Category[]>

  constructor(lists: {
    dimensions: readonly Dimension[]
    metrics: readonly Metric[]
    categories: readonly Category[]
    breakdowns: readonly Breakdown[]
  }) {
    this.dimensions = lists.dimensions
    this.metrics = lists.metrics
    this.categories = lists.categories
    this.breakdowns = lists.breakdowns
    this.#dimensions = byText(lists.dimensions, ({ code }) => code)
    this.#metrics = byText(lists.metrics, ({ code }) => code)
    this.#metricIds = new Map(lists.metrics.map((metric) => [metric.id, metric]))
    this.#categories = byText(lists.categories, refOf)
    this.#categoryIds = new Map(lists.categories.map((category) => [category.id, category]))
    const byCode = new Map<string, Category[]>()
    for (const category of lists.categories) {
      const code = codeText(category.code)
      const same = byCode.get(code)
      if (same) same.push(category)
      else byCode.set(code, [category])
    }
    this.#byCode = byCode
  }

  metric(code: string): Metric | null {
    return this.#metrics.get(codeText(code)) ?? null
  }

  metricById(id: number): Metric {
    return known(this.#metricIds.get(id))
  }

  dimension(code: string): Dimension | null {
    return this.#dimensions.get(codeText(code)) ?? null
  }

  category(ref: CategoryRef): Category | null {
    return this.#categories.get(codeText(categoryText(ref))) ?? null
  }

  categoryById(id: number): Category {
    return known(this.#categoryIds.get(id))
  }

  /** The categories of a figure, in code list order. UNKNOWN_CODE where one is not in the lists. */
  findCategories(refs: readonly CategoryRef[]): readonly Category[] {
    const found = refs.map((ref) => this.findCategory(categoryText(ref)))
    return found.length > 1 ? found.sort((a, b) => a.rank - b.rank) : found
  }

  /** The roots of a dimension, or the children of one of its categories; UNKNOWN_CODE where there is no such parent. */
  children(dimension: Dimension, parent?: string | null): readonly Category[] {
    if (parent == null) return this.categories.filter((each) => each.dimension === dimension && each.parent === null)
    return this.findCategory(`${dimension.code}:${parent}`).children
  }

  /** UNKNOWN_CODE with the nearest ones where there is no such metric. */
  findMetric(code: string): Metric {
    return this.metric(code) ?? unknown('metric', code, () => codesOf(this).metrics)
  }

  /** UNKNOWN_CODE with the nearest ones where there is no such dimension. */
  findDimension(code: string): Dimension {
    return this.dimension(code) ?? unknown('dimension', code, () => codesOf(this).dimensions)
  }

  /**
   * A category from "EU", or from "PARTNER:EU" where the code alone is ambiguous. UNKNOWN_CODE with the nearest ones
   * where there is none, BAD_USER_INPUT with all of them where there are several.
   */
  findCategory(given: string): Category {
    const text = codeText(given)
    const colon = text.indexOf(':')
    if (colon >= 0) {
      const found = this.#categories.get(text)
      if (found) return found
      this.findDimension(text.slice(0, colon))
      return unknown('category', text, () => codesOf(this).categories)
    }
    const found = this.#byCode.get(text) ?? []
    const [only] = found
    if (only === undefined) return unknown('category', text, () => codesOf(this).shortOrFull)
    if (found.length > 1)
      throw new Refusal(
        'BAD_USER_INPUT',
        `"${excerpt(text, 100)}" is the code of a category in ${found.length} dimensions.`,
        {
          allowed: found.map(refOf),
        },
      )
    return only
  }
}

/** The codes of code lists, each a list of its own, so that what is found of it can be held. */
const codesOf = memoizeByObject(({ metrics, dimensions, categories }: CodeLists) => {
  const full = categories.map(refOf)
  return {
    metrics: metrics.map(({ code }) => code),
    dimensions: dimensions.map(({ code }) => code),
    categories: full,
    shortOrFull: [...new Set(categories.map(({ code }) => code)), ...full],
  }
})

/** Root first. */
export function ancestors(category: Category): readonly Category[] {
  return category.parent === null ? [] : [...ancestors(category.parent), category.parent]
}

/** A category and everything below it in the tree; members of groups are not below them. */
export function subtree(category: Category): readonly Category[] {
  return [category, ...category.children.flatMap(subtree)]
}

function unknown(kind: string, code: string, codes: () => readonly string[]): never {
  throw new Refusal('UNKNOWN_CODE', `There is no ${kind} "${excerpt(code)}".`, () => nearest(code, codes()))
}

/** By codes in their one spelling. */
const byText = <T>(all: readonly T[], textOf: (each: T) => string): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [codeText(textOf(each)), each]))

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a stored figure has a code that the code lists do not hold')
  return value
}
