import {
  type Category,
  type CategoryRef,
  type CodeLists,
  categoryText,
  refOf,
  total,
} from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { dimensionFault } from '../../domain/codes/dimension-code.js'
import { categoriesLike, categoriesNear } from '../../domain/codes/label-match.js'
import type { ReleaseBlocks } from '../../domain/history-proof/release-blocks.js'
import { excerpt } from '../../domain/input-bounds.js'
import type { Finding } from '../../domain/observations/finding.js'
import type { Observation } from '../../domain/observations/observation.js'
import { seriesKey, spelling, spellingOf } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'
import { type Batch, contentText, lineEnd, rowText, type ShareBaseIds, type SourceRow } from './batch.js'
import type { CategoryLabel, Item, Source } from './item.js'
import type { NewCodes } from './new-codes.js'
import { type Series, SeriesTree } from './series-tree.js'
import { batchSize } from './staging.js'
import { UnknownCodes } from './unknown-codes.js'

interface DimensionIds {
  readonly id: number
  readonly code: string
  readonly rank: number
}

interface CategoryIds {
  readonly id: number
  readonly dimension: DimensionIds
}

export interface Resolved {
  readonly sources: readonly Source[]
  readonly rejected: number
  readonly faults: readonly Finding[]
  readonly newCodes: NewCodes
  readonly notices: readonly string[]
}

/** Creates unknown codes; `near` also those whose label is like that of a known category. */
export type CreateCodes = boolean | 'near'

interface ResolverOptions {
  readonly codes: CodeLists
  readonly dataset: Dataset
  readonly createCodes: CreateCodes
  readonly blocks: ReleaseBlocks<Series> | null
}

/**
 * Replaces the codes of observations by ids (phase 2 of an import). New series always get an id, new categories and
 * dimensions if `createCodes` is set. The ids come from the sequences of the tables; `writeNewCodes` writes the rows.
 */
export class CodeResolver {
  readonly #pool: Database['pool']
  readonly #codes: CodeLists
  readonly #dataset: Dataset
  readonly #createCodes: CreateCodes
  readonly #printed: ReleaseBlocks<Series> | null
  readonly #matches = new Map<string, CategoryRef>()
  readonly #notices = new Set<string>()
  readonly #labels = new Map<string, CategoryLabel>()
  readonly #categories = new Map<string, CategoryIds | Refusal>()
  readonly #dimensions: Map<string, DimensionIds>
  readonly #breakdowns: Map<string, number>
  readonly #series = new Map<string, Series>()
  readonly #tree = new SeriesTree()
  #pending = new Map<string, Observation>()
  readonly #sources: Source[] = []
  readonly #unknown = new UnknownCodes()
  #categoryIds: number[] = []
  #idBlock = 1
  readonly #newCodes: NewCodes = { dimensions: [], categories: [], breakdowns: [] }

  constructor({ pool }: Database, { codes, dataset, createCodes, blocks }: ResolverOptions) {
    this.#pool = pool
    this.#codes = codes
    this.#dataset = dataset
    this.#createCodes = createCodes
    this.#printed = blocks
    this.#dimensions = new Map(codes.dimensions.map(({ code, id }, rank) => [code, { id, code, rank }]))
    const own = codes.breakdowns.filter((each) => each.dataset === dataset)
    this.#breakdowns = new Map(own.map(({ id, dimensions }) => [dimensions.map(idOf).join(), id]))
  }

  async *batches(items: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Batch, Resolved> {
    const faults: Finding[] = []
    let rejected = 0
    let series: Series[] = []
    let observations: string[] = []
    for await (const item of items) {
      if (signal.aborted) break
      if ('label' in item) this.#labels.set(categoryText(item.label), item.label)
      else if ('notice' in item) this.#notices.add(item.notice)
      else if ('faults' in item) {
        rejected += 1
        faults.push(...item.faults)
      } else {
        const { observation, source, row, dataset } = item
        if (dataset != null && !this.#isOwn(dataset)) {
          rejected += 1
          this.#unknown.add(this.#refusalOfDataset(dataset), source?.file ?? null, row)
          continue
        }
        // Awaited for the first observation of a series only: awaiting each costs more than the rest of the loop.
        const found = this.#find(observation) ?? (await this.#resolve(observation, source, row))
        if (found === null) {
          rejected += 1
          continue
        }
        series.push(found)
        // One flat string: objects that live until the end of a batch make garbage collection expensive.
        const [content, at] = [contentText(observation), this.#placeOf(source, row)]
        const period = observation.period.ordinal
        observations.push(rowText(content, this.#shareBase(observation), at))
        this.#printed?.add({ series: found, period, content, end: this.#lineEnd(observation) }, at)
        if (series.length < batchSize) continue
        yield await this.#batchOf(series, observations)
        series = []
        observations = []
      }
    }
    if (series.length > 0 && !signal.aborted) yield await this.#batchOf(series, observations)
    faults.push(...this.#unknown.findings())
    return { sources: this.#sources, rejected, faults, newCodes: this.#labelled(), notices: [...this.#notices] }
  }

  async #batchOf(series: readonly Series[], observations: readonly string[]): Promise<Batch> {
    const identified = await this.#identifySeries()
    this.#printed?.identify()
    return { series, observations, ...identified }
  }

  #isOwn(dataset: string): boolean {
    return dataset === this.#dataset.code || this.#codes.dataset(dataset) === this.#dataset
  }

  #refusalOfDataset(named: string): Refusal {
    const message = `The row is of the dataset ${excerpt(named, 100)}, and the release is imported into ${this.#dataset.code}.`
    if (this.#codes.dataset(named) !== null)
      return new Refusal('UNKNOWN_CODE', `${message} Name that dataset for the import (--dataset ${named}).`)
    return new Refusal('UNKNOWN_CODE', message, refusalOf(() => this.#codes.findDataset(named)).extensions)
  }

  #find(observation: Observation): Series | null {
    const { shareOf } = observation
    if (shareOf !== null && (this.#codes.metric(shareOf.metric) === null || !this.#isResolved(shareOf.category)))
      return null
    return this.#tree.find(observation)
  }

  #isResolved(ref: CategoryRef): boolean {
    const ids = this.#categories.get(categoryText(ref))
    return ids !== undefined && !(ids instanceof Refusal)
  }

  async #resolve(observation: Observation, source: Source | null, row: number | null): Promise<Series | null> {
    const { metric, categories, shareOf } = observation
    const refusals = new Set<Refusal>()
    for (const code of shareOf === null ? [metric] : [metric, shareOf.metric]) {
      const refusal = this.#refusalOfMetric(code)
      if (refusal !== null) refusals.add(refusal)
    }
    for (const ref of shareOf === null ? categories : [...categories, shareOf.category]) {
      const ids = this.#categories.get(categoryText(ref)) ?? (await this.#resolveCategory(ref))
      if (ids instanceof Refusal) refusals.add(ids)
    }
    for (const refusal of refusals) this.#unknown.add(refusal, source?.file ?? null, row)
    return refusals.size > 0 ? null : this.#seriesOf(observation)
  }

  #seriesOf(observation: Observation): Series {
    const parts = { measure: baseOf(observation.unit), frequency: observation.period.frequency }
    const categories = observation.categories.map((ref) => this.#matchOf(ref) ?? ref)
    const dataset = this.#dataset.code
    const key = seriesKey({ dataset, ...spelling({ ...observation, categories }, this.#codes), ...parts })
    let series = this.#series.get(key)
    if (series === undefined) {
      series = { key, ...parts, id: 0, columns: '' }
      this.#series.set(key, series)
      this.#pending.set(key, observation)
    }
    if (this.#tree.find(observation) === null) this.#tree.add(observation, series)
    return series
  }

  #shareBase({ shareOf }: Observation): ShareBaseIds | null {
    if (shareOf === null) return null
    return { metric: this.#codes.findMetric(shareOf.metric).id, category: this.#idsOf(shareOf.category).id }
  }

  #lineEnd({ unit, shareOf }: Observation): string {
    if (shareOf === null) return lineEnd(unit, null)
    const category = spellingOf(this.#matchOf(shareOf.category) ?? shareOf.category, this.#codes)
    return lineEnd(unit, `${this.#codes.findMetric(shareOf.metric).code} ${categoryText(category)}`)
  }

  #placeOf(source: Source | null, row: number | null): SourceRow | null {
    if (source === null || row === null) return null
    const index = this.#sources.indexOf(source)
    return { source: index >= 0 ? index : this.#sources.push(source) - 1, row }
  }

  async #identifySeries(): Promise<Pick<Batch, 'newSeries' | 'firstNewSeries'>> {
    const pending = this.#pending
    if (pending.size === 0) return { newSeries: '', firstNewSeries: null }
    this.#pending = new Map()
    const { rows } = await this.#pool.query<{ key: string; id: number; columns: string }>(
      `SELECT key, id, concat_ws(E'\\t', id, metric_id, breakdown_id, category_id, frequency) AS columns
      FROM series WHERE key = ANY($1)`,
      [[...pending.keys()]],
    )
    for (const { key, id, columns } of rows) {
      Object.assign(this.#series.get(key) ?? {}, { id, columns })
      pending.delete(key)
    }
    const ids = pending.size > 0 ? await this.#takeIds('series_id_seq', pending.size) : []
    const texts: string[] = []
    for (const [key, { metric, categories }] of pending) {
      const sorted = categories.map((ref) => this.#idsOf(ref)).sort((a, b) => a.dimension.rank - b.dimension.rank)
      const breakdown = await this.#breakdownOf(sorted.map(({ dimension }) => dimension))
      const [id, first] = [ids[texts.length], sorted[0]?.id]
      const { measure, frequency } = this.#series.get(key) as Series
      const columns = [this.#codes.findMetric(metric).id, breakdown, first].join('\t')
      Object.assign(this.#series.get(key) ?? {}, { id, columns: `${id}\t${columns}\t${frequency}` })
      texts.push(`${id}\t${key}\t${columns}\t${measure}\t${frequency}\t{${sorted.map(idOf).join()}}\n`)
    }
    return { newSeries: texts.join(''), firstNewSeries: ids[0] ?? null }
  }

  #refusalOfMetric(code: string): Refusal | null {
    if (this.#codes.metric(code) !== null) return null
    const { message, extensions } = refusalOf(() => this.#codes.findMetric(code))
    // The additivity of a metric cannot be derived from observations, so metrics are never created here.
    const advice =
      this.#codes.metrics.length === 0
        ? ' The store has no code lists. An empty store receives the built-in code lists unless SEED is false; import your own with "codes import".'
        : this.#createCodes
          ? ' Add the metric, with its additivity, with "codes import".'
          : ''
    return new Refusal('UNKNOWN_CODE', `${message}${advice}`, extensions)
  }

  async #resolveCategory(ref: CategoryRef): Promise<CategoryIds | Refusal> {
    const text = categoryText(ref)
    const canonical = spellingOf(ref, this.#codes)
    const ids =
      this.#categories.get(categoryText(canonical)) ??
      this.#storedCategory(ref) ??
      this.#refusalOfDimension(canonical) ??
      this.#refusalOfLabel(ref) ??
      (await this.#newCategory(canonical))
    this.#categories.set(text, ids)
    this.#categories.set(categoryText(canonical), ids)
    const parent = this.#labels.get(text)?.parent ?? null
    const above = { dimension: ref.dimension, code: parent ?? '' }
    // A parent is created even if no observation refers to it.
    if (this.#createCodes && parent !== null && !this.#categories.has(categoryText(above)))
      await this.#resolveCategory(above)
    return ids
  }

  #storedCategory(ref: CategoryRef): CategoryIds | Refusal | null {
    const stored = this.#codes.category(ref) ?? this.#matched(ref)
    if (stored === null) return this.#createCodes ? null : refusalOf(() => this.#codes.findCategory(categoryText(ref)))
    const { id, dimension } = stored
    return { id, dimension: this.#dimensions.get(dimension.code) ?? { ...dimension, rank: 0 } }
  }

  /** Finds the only category whose code or name equals the label of a file but for case, width, spaces and marks. */
  #matched(ref: CategoryRef): Category | null {
    const labels = this.#labelsOf(ref)
    const found = labels.map((label) => ({ label, alike: categoriesLike(this.#codes, ref.dimension, label) }))
    const [category, ...others] = new Set(found.flatMap(({ alike }) => alike))
    const label = found.find(({ alike }) => alike.length > 0)?.label
    if (label === undefined || category === undefined || others.length > 0) return null
    this.#matches.set(categoryText(spellingOf(ref, this.#codes)), {
      dimension: category.dimension.code,
      code: category.code,
    })
    if (!labels.some((each) => each === category.name.en || each === category.name.zh))
      this.#notices.add(`"${excerpt(label, 100)}" is read as ${refOf(category)}.`)
    return category
  }

  #matchOf(ref: CategoryRef): CategoryRef | undefined {
    return this.#matches.size === 0 ? undefined : this.#matches.get(categoryText(spellingOf(ref, this.#codes)))
  }

  #labelsOf(ref: CategoryRef): string[] {
    const { name } = this.#labels.get(categoryText(ref)) ?? {}
    return [name?.en, name?.zh].filter((each) => typeof each === 'string')
  }

  #refusalOfDimension({ dimension }: CategoryRef): Refusal | null {
    const fault = this.#dimensions.has(dimension) ? null : dimensionFault(dimension)
    return fault === null ? null : new Refusal('UNKNOWN_CODE', fault)
  }

  /** Refuses a new category whose label matches several known ones, or is one edit away from one. */
  #refusalOfLabel(ref: CategoryRef): Refusal | null {
    if (this.#createCodes === 'near') return null
    const labels = this.#labelsOf(ref)
    const find = (among: typeof categoriesLike, what: string) => {
      const found = labels.map((label) => ({ label, what, near: among(this.#codes, ref.dimension, label) }))
      return found.find(({ near }) => near.length > 0)
    }
    const isTotal = labels.find((label) => categoriesLike(this.#codes, total.dimension, label).length > 0)
    if (isTotal !== undefined && ref.dimension !== total.dimension)
      return new Refusal('UNKNOWN_CODE', `"${excerpt(isTotal, 100)}" names the total. ${nameTotal}`)
    const found =
      find(categoriesLike, 'matches several known categories') ??
      find(categoriesNear, 'is one letter away from a known category')
    if (found === undefined) return null
    const { label, what, near } = found
    const message = `"${excerpt(label, 100)}" ${what} of ${ref.dimension}. ${correctOrCreate}`
    return new Refusal('UNKNOWN_CODE', message, () => near.slice(0, mostNear).map(refOf))
  }

  async #newCategory({ dimension: dimensionCode, code }: CategoryRef): Promise<CategoryIds> {
    let dimension = this.#dimensions.get(dimensionCode)
    if (dimension === undefined) {
      const [id = 0] = await this.#takeIds('dimension_id_seq', 1)
      dimension = { id, code: dimensionCode, rank: this.#dimensions.size }
      this.#dimensions.set(dimensionCode, dimension)
      this.#newCodes.dimensions.push({ id, code: dimensionCode })
    }
    if (this.#categoryIds.length === 0) {
      // Blocks grow, so that thousands of new categories need few statements.
      this.#categoryIds = (await this.#takeIds('category_id_seq', this.#idBlock)).reverse()
      this.#idBlock = Math.min(this.#idBlock * 2, largestBlock)
    }
    const id = this.#categoryIds.pop() as number
    this.#newCodes.categories.push({ id, dimension_id: dimension.id, dimension: dimensionCode, code })
    return { id, dimension }
  }

  #idsOf(ref: CategoryRef): CategoryIds {
    const ids = this.#categories.get(categoryText(ref))
    if (ids === undefined || ids instanceof Refusal) throw new Error(`Category ${categoryText(ref)} was not resolved.`)
    return ids
  }

  async #breakdownOf(dimensions: readonly DimensionIds[]): Promise<number> {
    const ids = dimensions.map(idOf)
    const known = this.#breakdowns.get(ids.join())
    if (known !== undefined) return known
    const [id = 0] = await this.#takeIds('breakdown_id_seq', 1)
    const datasetId = this.#dataset.id
    this.#newCodes.breakdowns.push({ id, datasetId, key: dimensions.map(({ code }) => code).join(), dimensions: ids })
    this.#breakdowns.set(ids.join(), id)
    return id
  }

  #labelled(): NewCodes {
    const categories = this.#newCodes.categories.map((category) => {
      const { name, parent = null } = this.#labels.get(categoryText(category)) ?? {}
      const above = parent === null ? null : this.#matchOf({ ...category, code: parent })
      return { ...category, en: name?.en ?? null, zh: name?.zh ?? null, parent: above?.code ?? parent }
    })
    return { ...this.#newCodes, categories }
  }

  async #takeIds(sequence: string, count: number): Promise<number[]> {
    const { rows } = await this.#pool.query<{ id: number }>(
      `SELECT nextval('${sequence}')::int AS id FROM generate_series(1, $1)`,
      [count],
    )
    return rows.map(idOf)
  }
}

function refusalOf(find: () => unknown): Refusal {
  try {
    find()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('The code was expected to be unknown.')
}

const nameTotal =
  'Add it to "total" of the column in the map. To create a category of this name, use --create-codes=near (createNearCodes).'
const correctOrCreate =
  'Correct it, or add it to the aliases of the map. To create it nevertheless, use --create-codes=near (createNearCodes).'
const mostNear = 5
const largestBlock = 1024
const idOf = ({ id }: { readonly id: number }): number => id
