import { Refusal } from '../../errors.js'
import { groupBy } from '../../lib/group-by.js'
import { memoizeByObject } from '../../lib/memo.js'
import { excerpt } from '../input-bounds.js'
import type { Text } from '../text/language.js'
import { type Label, nearestByName } from '../text/nearest.js'
import type { Unit, UnitInfo, UnitRow } from '../units/unit.js'
import { codeText } from './code-text.js'
import type { Dataset } from './dataset.js'
import type { Identity } from './identity.js'

export interface CategoryRef {
  readonly dimension: string
  readonly code: string
}

export const additivities = ['FLOW', 'STOCK', 'RATIO'] as const
/** The dimensions over which a metric may be summed. FLOW: all. STOCK: all but time. RATIO: none. */
type Additivity = (typeof additivities)[number]

interface Item {
  readonly id: number
  readonly code: string
  readonly name: Text
  readonly description: string | null
}

interface RankedItem extends Item {
  readonly synonyms: readonly string[]
  readonly rank: number
}

export type Dimension = Item

export interface Category extends RankedItem {
  readonly dimension: Dimension
  readonly parent: Category | null
  readonly children: readonly Category[]
  readonly isAggregate: boolean
  /** The members of a group; null if they are not known. */
  readonly members: readonly Category[] | null
  readonly groups: readonly Category[]
}

export interface Metric extends RankedItem {
  readonly additivity: Additivity
  readonly identity: Identity | null
  readonly measures: readonly Unit[]
  readonly dimensions: readonly Dimension[]
}

type ItemRow = Omit<Item, 'id'> & { readonly synonyms?: readonly string[] }

export type DatasetRow = Omit<Dataset, 'id' | 'rank' | 'calendar'> & {
  readonly calendar: Dataset['calendar'] | null
}

/**
 * The code lists as read from a file, in order. For an existing code, null or an absent field keeps the stored value;
 * an empty text or list removes it.
 */
export interface CodeListRows {
  readonly datasets?: readonly DatasetRow[]
  readonly metrics: readonly (ItemRow & { readonly additivity: Additivity | null; readonly identity?: string })[]
  readonly dimensions: readonly Omit<Item, 'id'>[]
  readonly categories: readonly (ItemRow & {
    readonly dimension: string
    readonly parent: string | null
    readonly isAggregate: boolean | null
    readonly members: readonly string[] | null
  })[]
  readonly units?: readonly UnitRow[]
}

export interface Breakdown {
  readonly id: number
  readonly dataset: Dataset
  readonly dimensions: readonly Dimension[]
  readonly metrics: readonly number[]
  readonly series: readonly { readonly metricId: number; readonly measure: Unit; readonly count: number }[]
}

/** The base units of a metric's series in a dataset, most frequent first, and the dimensions of its breakdowns. */
export interface MetricContent {
  readonly metric: Metric
  readonly measures: readonly Unit[]
  readonly dimensions: readonly Dimension[]
}

export function contentIn(metricId: number, breakdowns: readonly Breakdown[], all: readonly Dimension[]) {
  const own = breakdowns.filter(({ metrics }) => metrics.includes(metricId))
  const dimensions = new Set(own.flatMap((each) => each.dimensions))
  const counts = new Map<Unit, number>()
  for (const { measure, count, ...of } of own.flatMap(({ series }) => series))
    if (of.metricId === metricId) counts.set(measure, (counts.get(measure) ?? 0) + count)
  return {
    measures: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([measure]) => measure),
    dimensions: all.filter((each) => dimensions.has(each)),
  }
}

export const total: CategoryRef = { dimension: 'TOTAL', code: 'ALL' }

export const categoryText = (category: CategoryRef): string => `${category.dimension}:${category.code}`

export const refOf = (category: Category): string => `${category.dimension.code}:${category.code}`

export class CodeLists {
  readonly datasets: readonly Dataset[]
  readonly dimensions: readonly Dimension[]
  readonly metrics: readonly Metric[]
  readonly breakdowns: readonly Breakdown[]
  readonly categories: readonly Category[]
  readonly #datasets: ReadonlyMap<string, Dataset>
  readonly units: readonly UnitInfo[]
  readonly #dimensions: ReadonlyMap<string, Dimension>
  readonly #metrics: ReadonlyMap<string, Metric>
  readonly #metricIds: ReadonlyMap<number, Metric>
  readonly #categories: ReadonlyMap<string, Category>
  readonly #categoryIds: ReadonlyMap<number, Category>
  readonly #byCode: ReadonlyMap<string, readonly Category[]>

  constructor(lists: Pick<CodeLists, 'dimensions' | 'metrics' | 'categories' | 'breakdowns'> & Partial<CodeLists>) {
    this.datasets = lists.datasets ?? []
    this.dimensions = lists.dimensions
    this.metrics = lists.metrics
    this.categories = lists.categories
    this.breakdowns = lists.breakdowns
    this.#datasets = byText(this.datasets, ({ code }) => code)
    this.units = lists.units ?? []
    this.#dimensions = byText(lists.dimensions, ({ code }) => code)
    this.#metrics = byText(lists.metrics, ({ code }) => code)
    this.#metricIds = new Map(lists.metrics.map((metric) => [metric.id, metric]))
    this.#categories = byText(lists.categories, refOf)
    this.#categoryIds = new Map(lists.categories.map((category) => [category.id, category]))
    this.#byCode = groupBy(lists.categories, ({ code }) => codeText(code))
  }

  dataset(code: string): Dataset | null {
    return this.#datasets.get(codeText(code)) ?? null
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

  findCategories(refs: readonly CategoryRef[]): readonly Category[] {
    const found = refs.map((ref) => this.findCategory(categoryText(ref)))
    return found.length > 1 ? found.sort((a, b) => a.rank - b.rank) : found
  }

  children(dimension: Dimension, parent?: string | null): readonly Category[] {
    if (parent == null) return this.categories.filter((each) => each.dimension === dimension && each.parent === null)
    return this.findCategory(`${dimension.code}:${parent}`).children
  }

  readonly contentsOf = memoizeByObject((dataset: Dataset) => {
    const own = this.breakdowns.filter((each) => each.dataset === dataset)
    const metrics = new Set(own.flatMap((each) => each.metrics))
    const dimensions = new Set(own.flatMap((each) => each.dimensions))
    const used = this.metrics.filter(({ id }) => metrics.has(id))
    return {
      metrics: used,
      dimensions: this.dimensions.filter((each) => dimensions.has(each)),
      contents: used.map((metric) => this.#contentOf(metric, own)),
    }
  })

  #contentOf(metric: Metric, breakdowns: readonly Breakdown[]): MetricContent {
    return { metric, ...contentIn(metric.id, breakdowns, this.dimensions) }
  }

  findDataset(code: string): Dataset {
    return this.dataset(code) ?? unknown('dataset', code, () => nearestByName(code, ...vocabularyOf(this).datasets))
  }

  findMetric(code: string): Metric {
    return this.metric(code) ?? unknown('metric', code, () => nearestByName(code, ...vocabularyOf(this).metrics))
  }

  findDimension(code: string): Dimension {
    return (
      this.dimension(code) ?? unknown('dimension', code, () => nearestByName(code, ...vocabularyOf(this).dimensions))
    )
  }

  categoriesNamed(given: string): readonly Category[] {
    const text = codeText(given)
    if (!text.includes(':')) return this.#byCode.get(text) ?? []
    const found = this.#categories.get(text)
    return found === undefined ? [] : [found]
  }

  /**
   * Finds a category by "EU", or by "PARTNER:EU" if several dimensions have the code. Throws UNKNOWN_CODE if there is
   * none and BAD_USER_INPUT if there are several.
   */
  findCategory(given: string): Category {
    const text = codeText(given)
    const found = this.categoriesNamed(text)
    const [only] = found
    if (only === undefined) return this.#unknownCategory(text)
    if (found.length > 1)
      throw new Refusal(
        'BAD_USER_INPUT',
        `"${excerpt(text, 100)}" is the code of a category in ${found.length} dimensions.`,
        { allowed: found.map(refOf) },
      )
    return only
  }

  #unknownCategory(text: string): never {
    const colon = text.indexOf(':')
    if (colon < 0) return unknown('category', text, () => nearestByName(text, ...vocabularyOf(this).categories))
    const dimension = this.findDimension(text.slice(0, colon))
    return unknown('category', text, () => {
      const own = this.categories.filter((each) => each.dimension === dimension)
      return nearestByName(text, vocabularyOf(this).full, namesOf(own, refOf), text.slice(colon + 1))
    })
  }
}

const vocabularyOf = memoizeByObject(({ datasets, metrics, dimensions, categories }: CodeLists) => {
  const codeOf = ({ code }: { readonly code: string }): string => code
  const counts = groupBy(categories, codeOf)
  const full = categories.map(refOf)
  return {
    datasets: [datasets.map(codeOf), namesOf(datasets, codeOf)] as const,
    metrics: [metrics.map(codeOf), namesOf(metrics, codeOf)] as const,
    dimensions: [dimensions.map(codeOf), namesOf(dimensions, codeOf)] as const,
    full,
    categories: [
      [...counts.keys(), ...full],
      namesOf(categories, (each) => ((counts.get(each.code)?.length ?? 0) > 1 ? refOf(each) : each.code)),
    ] as const,
  }
})

export const namesOf = <T extends { readonly name: Text; readonly synonyms?: readonly string[] }>(
  items: readonly T[],
  codeOf: (item: T) => string,
): readonly Label[] =>
  items.flatMap((item) =>
    [item.name.en, item.name.zh, ...(item.synonyms ?? [])].flatMap((text) =>
      text === null ? [] : { text, code: codeOf(item) },
    ),
  )

export function ancestors(category: Category): readonly Category[] {
  return category.parent === null ? [] : [...ancestors(category.parent), category.parent]
}

/** Returns a category and its descendants in the tree, without the members of groups. */
export function subtree(category: Category): readonly Category[] {
  return [category, ...category.children.flatMap(subtree)]
}

function unknown(kind: string, code: string, suggest: () => readonly string[]): never {
  throw new Refusal('UNKNOWN_CODE', `There is no ${kind} "${excerpt(code)}".`, suggest)
}

const byText = <T>(all: readonly T[], textOf: (each: T) => string): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [codeText(textOf(each)), each]))

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a stored figure has a code that the code lists do not hold')
  return value
}
