import { type CategoryRef, type CodeLists, categoryText } from '../../domain/codes/codes.js'
import type { Observation, ShareBase } from '../../domain/observations/observation.js'
import { seriesKey, spelling, spellingOf } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { Copy } from '../database/import-lock.js'
import type { Database } from '../database/open.js'
import { type CategoryLabel, type Created, writeCreated } from './new-codes.js'
import { type Series, type SeriesIds, SeriesTree } from './series-tree.js'

type Transaction = Prisma.TransactionClient

/** A category that is found or made: ids, and where its dimension stands among all. */
interface Coded {
  readonly id: number
  readonly dimension: number
  readonly rank: number
}

/**
 * Codes to ids, for one import. What is new takes its id from the table's own sequence at once and is written with the
 * rest, in the one transaction: series always, categories and dimensions where codes may be created.
 */
export class CodeResolver {
  readonly #database: Database
  readonly #copy: Copy
  readonly #codes: CodeLists
  readonly #create: boolean
  readonly #shown = new Map<string, CategoryLabel>()
  readonly #categories = new Map<string, Coded | Refusal>()
  readonly #dimensions: Map<string, { readonly id: number; readonly rank: number }>
  readonly #breakdowns: Map<string, number>
  readonly #series = new Map<string, Series>()
  readonly #tree = new SeriesTree()
  #fresh = new Map<string, Observation>()
  /** The first series that the store did not have: ids grow. */
  firstFresh: number | null = null
  #categoryIds: number[] = []
  #categoryBlock = 1
  readonly #created: Created = { dimensions: [], categories: [], breakdowns: [] }

  constructor(database: Database, copy: Copy, codes: CodeLists, create: boolean) {
    this.#database = database
    this.#copy = copy
    this.#codes = codes
    this.#create = create
    this.#dimensions = new Map(codes.dimensions.map(({ code, id }, rank) => [code, { id, rank }]))
    this.#breakdowns = new Map(codes.breakdowns.map(({ id, dimensions }) => [keyOf(dimensions.map(idOf)), id]))
  }

  /** Remembers what a file says of a category, should it have to be created. */
  show(category: CategoryLabel): void {
    this.#shown.set(categoryText(category), category)
  }

  /** The series of a figure all of whose codes have been found; null of the first one, which `unknown` is asked of. */
  find(figure: Observation): Series | null {
    const { shareOf } = figure
    if (shareOf !== null && !(this.#codes.metric(shareOf.metric) !== null && this.#isFound(shareOf.category)))
      return null
    return this.#tree.find(figure)
  }

  #isFound(ref: CategoryRef): boolean {
    const coded = this.#categories.get(categoryText(ref))
    return coded !== undefined && !(coded instanceof Refusal)
  }

  /** What the store does not know of a figure's codes and may not create: a refusal for each. */
  async unknown({ metric, categories, shareOf }: Observation): Promise<readonly Refusal[]> {
    const unknown: Refusal[] = []
    for (const code of shareOf === null ? [metric] : [metric, shareOf.metric]) {
      const refusal = this.#metric(code)
      if (refusal !== null) unknown.push(refusal)
    }
    for (const ref of shareOf === null ? categories : [...categories, shareOf.category]) {
      const coded = this.#categories.get(categoryText(ref)) ?? (await this.#code(ref))
      if (coded instanceof Refusal) unknown.push(coded)
    }
    return [...new Set(unknown)]
  }

  /** The ids of what a share is of, which is known. */
  shareBase({ metric, category }: ShareBase): { readonly metric: number; readonly category: number } {
    return { metric: this.#codes.findMetric(metric).id, category: this.#coded(category).id }
  }

  /** The series of a figure of which nothing is unknown. */
  series(figure: Observation): Series {
    const parts = { measure: baseOf(figure.unit), frequency: figure.period.frequency }
    const key = seriesKey({ ...spelling(figure, this.#codes), ...parts })
    let series = this.#series.get(key)
    if (series === undefined) {
      series = { ...parts, columns: '' }
      this.#series.set(key, series)
      this.#fresh.set(key, figure)
    }
    if (this.#tree.find(figure) === null) this.#tree.add(figure, series)
    return series
  }

  /** Numbers the series that have no number yet; those that are new stand in `staging_series` then. */
  async number(): Promise<void> {
    const fresh = this.#fresh
    if (fresh.size === 0) return
    this.#fresh = new Map()
    const { rows } = await this.#database.pool.query<{ key: string } & SeriesIds>(
      `SELECT key, id, metric_id AS metric, breakdown_id AS breakdown, category_id AS category FROM series WHERE key = ANY($1)`,
      [[...fresh.keys()]],
    )
    for (const { key, ...ids } of rows) {
      this.#numbered(key, ids)
      fresh.delete(key)
    }
    if (fresh.size > 0) await this.#make(fresh)
  }

  /** Writes all that is new, in the import's transaction. Answers how many series that were. */
  write(tx: Transaction): Promise<number> {
    const { dimensions, categories, breakdowns } = this.#created
    const said = categories.map((each) => ({ ...each, ...this.#said(each) }))
    return writeCreated(tx, { dimensions, categories: said, breakdowns })
  }

  #metric(code: string): Refusal | null {
    if (this.#codes.metric(code) !== null) return null
    try {
      this.#codes.findMetric(code)
      return null
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Nothing says what its figures may be summed over, so it is never made from figures alone.
      const advice =
        this.#codes.metrics.length === 0
          ? ' The store has no code lists: an empty store is given those that ship, unless SEED is false; your own come in by "codes import".'
          : this.#create
            ? ' A metric is added by "codes import", with its additivity.'
            : ''
      return new Refusal('UNKNOWN_CODE', `${error.message}${advice}`, error.extensions)
    }
  }

  async #code(ref: CategoryRef): Promise<Coded | Refusal> {
    const text = categoryText(ref)
    const same = categoryText(spellingOf(ref, this.#codes))
    const coded =
      this.#categories.get(same) ?? this.#find(ref) ?? (await this.#createCategory(spellingOf(ref, this.#codes)))
    this.#categories.set(text, coded)
    this.#categories.set(same, coded)
    const parent = this.#shown.get(text)?.parent ?? null
    const above = { dimension: ref.dimension, code: parent ?? '' }
    // A parent that has no figure of its own is wanted all the same.
    if (this.#create && parent !== null && !this.#categories.has(categoryText(above))) await this.#code(above)
    return coded
  }

  /** A category that the store has, or the refusal where it has none; null where it is to be created. */
  #find(ref: CategoryRef): Coded | Refusal | null {
    const known = this.#codes.category(ref)
    if (known === null && this.#create) return null
    try {
      const { id, dimension } = known ?? this.#codes.findCategory(categoryText(ref))
      return { id, dimension: dimension.id, rank: this.#dimensions.get(dimension.code)?.rank ?? 0 }
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  async #createCategory({ dimension, code }: CategoryRef): Promise<Coded> {
    const { id: dimensionId, rank } = await this.#dimension(dimension)
    const id = await this.#categoryId()
    this.#created.categories.push({ id, dimension_id: dimensionId, code })
    return { id, dimension: dimensionId, rank }
  }

  async #dimension(code: string): Promise<{ readonly id: number; readonly rank: number }> {
    const known = this.#dimensions.get(code)
    if (known !== undefined) return known
    const [id = 0] = await this.#ids('dimension_id_seq', 1)
    const made = { id, rank: this.#dimensions.size }
    this.#dimensions.set(code, made)
    this.#created.dimensions.push({ id: made.id, code })
    return made
  }

  #coded(ref: CategoryRef): Coded {
    const coded = this.#categories.get(categoryText(ref))
    if (coded === undefined || coded instanceof Refusal) throw new Error(`${categoryText(ref)} was not looked up`)
    return coded
  }

  /** What a file said of a category that is created. */
  #said({ dimension_id, code }: Created['categories'][number]): object {
    const [dimension = ''] = [...this.#dimensions].find(([, { id }]) => id === dimension_id) ?? []
    const shown = this.#shown.get(categoryText({ dimension, code }))
    return { en: shown?.name.en ?? null, zh: shown?.name.zh ?? null, parent: shown?.parent ?? null }
  }

  async #make(fresh: ReadonlyMap<string, Observation>): Promise<void> {
    const numbers = await this.#ids('series_id_seq', fresh.size)
    this.firstFresh ??= numbers[0] ?? null
    const lines: string[] = []
    for (const [key, figure] of fresh) {
      const coded = figure.categories.map((ref) => this.#coded(ref)).sort((a, b) => a.rank - b.rank)
      const ids = {
        id: numbers[lines.length] as number,
        metric: this.#codes.findMetric(figure.metric).id,
        breakdown: await this.#breakdown(coded.map(({ dimension }) => dimension)),
        category: coded[0]?.id as number,
      }
      const { measure, frequency } = this.#numbered(key, ids)
      const columns = [ids.id, key, ids.metric, ids.breakdown, ids.category, measure, frequency]
      lines.push(`${columns.join('\t')}\t{${coded.map(({ id }) => id).join()}}\n`)
    }
    await this.#copy(`staging_series (${seriesColumns})`, lines.join(''))
  }

  #numbered(key: string, { id, metric, breakdown, category }: SeriesIds): Series {
    const series = this.#series.get(key)
    if (series === undefined) throw new Error(`${key} was not asked for`)
    series.columns = `${id}\t${metric}\t${breakdown}\t${category}\t${series.frequency}`
    return series
  }

  async #breakdown(dimensions: readonly number[]): Promise<number> {
    const of = keyOf(dimensions)
    const known = this.#breakdowns.get(of)
    if (known !== undefined) return known
    const [id = 0] = await this.#ids('breakdown_id_seq', 1)
    const code = (dimension: number) => [...this.#dimensions].find(([, { id }]) => id === dimension)?.[0] ?? ''
    this.#created.breakdowns.push({ id, key: dimensions.map(code).join(), dimensions })
    this.#breakdowns.set(of, id)
    return id
  }

  /** Takes ids in blocks that grow, so that thousands of new categories take a few statements. */
  async #categoryId(): Promise<number> {
    if (this.#categoryIds.length === 0) {
      this.#categoryIds = (await this.#ids('category_id_seq', this.#categoryBlock)).reverse()
      this.#categoryBlock = Math.min(this.#categoryBlock * 2, largestBlock)
    }
    return this.#categoryIds.pop() as number
  }

  async #ids(sequence: string, count: number): Promise<number[]> {
    const { rows } = await this.#database.pool.query<{ id: number }>(
      `SELECT nextval('${sequence}')::int AS id FROM generate_series(1, $1)`,
      [count],
    )
    return rows.map(({ id }) => id)
  }
}

const largestBlock = 1024
const seriesColumns = 'id, key, metric_id, breakdown_id, category_id, measure, frequency, categories'
const idOf = ({ id }: { readonly id: number }): number => id
const keyOf = (dimensions: readonly number[]): string => dimensions.join()
