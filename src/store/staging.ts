import type { Category, CategoryRef, CodeLists, Dimension, Metric } from '../domain/codes.js'
import { canonical, printedText } from '../domain/decimal.js'
import { type Change, type Figure, yoyOf } from '../domain/indicator.js'
import { seriesKey } from '../domain/series.js'
import { baseOf, unitInfo } from '../domain/unit.js'
import { Refusal } from '../errors.js'
import { Prisma } from '../generated/prisma/client.js'
import type { Extra } from './rows.js'

const slice = 2000

/** The columns of a figure that say what was printed, in the order of `printing` and `indicator`. */
export const content = Prisma.raw(
  'unit, value, scale, qualifier, status, yoy, share, share_metric_id, share_category_id, share_change, extra',
)

/** The columns of a figure that say what it is a figure of. */
export const identity = Prisma.raw('series_id, period, metric_id, breakdown_id, category_id, frequency')

interface SeriesRow {
  readonly id: number
  readonly breakdown: number
}

/**
 * Writes figures to the transaction's own table `printing`, with their codes as ids and their series made where they
 * are new. Answers how many series that were. UNKNOWN_CODE names every code that the lists do not have.
 */
export async function stage(
  tx: Prisma.TransactionClient,
  releaseId: number,
  figures: AsyncIterable<Figure>,
  codes: CodeLists,
): Promise<number> {
  await tx.$executeRaw`
    CREATE TEMP TABLE printing ON COMMIT DROP AS
    SELECT release_id, ${identity}, ${content}, NULL::text AS outcome, NULL::int AS confirmed_id
    FROM indicator WITH NO DATA`
  const stager = new Stager(tx, releaseId, codes)
  for await (const figure of figures) await stager.add(figure)
  return stager.end()
}

/** How many figures `printing` holds. */
export async function countStaged(tx: Prisma.TransactionClient): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM printing`
  return row?.n ?? 0
}

class Stager {
  readonly #tx: Prisma.TransactionClient
  readonly #releaseId: number
  readonly #codes: CodeLists
  readonly #breakdowns: Map<string, number>
  readonly #series = new Map<string, SeriesRow>()
  readonly #unknown = new Map<string, Refusal>()
  #pending: { figure: Figure; key: string; metric: Metric; categories: readonly Category[] }[] = []
  #created = 0

  constructor(tx: Prisma.TransactionClient, releaseId: number, codes: CodeLists) {
    this.#tx = tx
    this.#releaseId = releaseId
    this.#codes = codes
    this.#breakdowns = new Map(codes.breakdowns.map(({ id, dimensions }) => [breakdownKey(dimensions), id]))
  }

  async add(figure: Figure): Promise<void> {
    try {
      const metric = this.#codes.findMetric(figure.metric)
      const categories = this.#codes.findCategories(figure.categories)
      if (figure.shareOf !== null) this.#shareBase(figure.shareOf)
      const measure = baseOf(figure.unit)
      const key = seriesKey({ ...figure, measure, frequency: figure.period.frequency })
      this.#pending.push({ figure, key, metric, categories })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#unknown.set(error.message, error)
    }
    if (this.#pending.length >= slice) await this.#flush()
  }

  async end(): Promise<number> {
    if (this.#unknown.size > 0) {
      const didYouMean = [...new Set([...this.#unknown.values()].flatMap((each) => each.extensions.didYouMean ?? []))]
      throw new Refusal('UNKNOWN_CODE', [...this.#unknown.keys()].join(' '), { didYouMean })
    }
    await this.#flush()
    return this.#created
  }

  async #flush(): Promise<void> {
    await this.#makeSeries()
    const rows = this.#pending.map(({ figure, key, metric, categories }) => {
      const series = this.#series.get(key)
      return {
        series_id: series?.id,
        breakdown_id: series?.breakdown,
        metric_id: metric.id,
        category_id: categories[0]?.id,
        ...this.#row(figure),
      }
    })
    this.#pending = []
    await this.#tx.$executeRaw`
      INSERT INTO printing (release_id, ${identity}, ${content})
      SELECT ${this.#releaseId}::int, ${identity}, ${content}
      FROM jsonb_populate_recordset(NULL::indicator, ${JSON.stringify(rows)}::jsonb)`
  }

  /** Numbers go as text, so that none is read as a binary float on the way. */
  #row(figure: Figure): object {
    const { exponent } = unitInfo(figure.unit)
    const yoy = yoyOf(figure)
    const base = figure.shareOf === null ? null : this.#shareBase(figure.shareOf)
    return {
      period: figure.period.ordinal,
      frequency: figure.period.frequency,
      unit: figure.unit,
      value: figure.value === null ? null : canonical(figure.value.times(unitInfo(figure.unit).factor)),
      scale: figure.decimals === null ? null : figure.decimals - exponent,
      qualifier: figure.qualifier,
      status: figure.status,
      yoy: yoy?.percent ? printedText(yoy.percent) : null,
      share: figure.share && printedText(figure.share),
      share_metric_id: base?.metric.id ?? null,
      share_category_id: base?.category.id ?? null,
      share_change: figure.shareChange && printedText(figure.shareChange),
      extra: extraOf(
        figure,
        figure.changes.filter((change) => change !== yoy),
      ),
    }
  }

  #shareBase({ metric, category }: { metric: string; category: CategoryRef }): { metric: Metric; category: Category } {
    return {
      metric: this.#codes.findMetric(metric),
      category: this.#codes.findCategory(`${category.dimension}:${category.code}`),
    }
  }

  async #makeSeries(): Promise<void> {
    const missing = new Map(this.#pending.filter(({ key }) => !this.#series.has(key)).map((each) => [each.key, each]))
    if (missing.size === 0) return
    const rows = []
    for (const { figure, key, metric, categories } of missing.values()) {
      rows.push({
        key,
        metric_id: metric.id,
        breakdown_id: await this.#breakdown(categories.map(({ dimension }) => dimension)),
        category_id: categories[0]?.id,
        measure: baseOf(figure.unit),
        frequency: figure.period.frequency,
        categories: categories.map(({ id }) => id),
      })
    }
    const json = JSON.stringify(rows)
    this.#created += await this.#tx.$executeRaw`
      INSERT INTO series (key, metric_id, breakdown_id, category_id, measure, frequency)
      SELECT key, metric_id, breakdown_id, category_id, measure, frequency
      FROM jsonb_populate_recordset(NULL::series, ${json}::jsonb) ON CONFLICT DO NOTHING`
    await this.#tx.$executeRaw`
      INSERT INTO series_category (series_id, category_id)
      SELECT s.id, c.id::int FROM jsonb_to_recordset(${json}::jsonb) AS r(key text, categories jsonb)
      JOIN series s ON s.key = r.key CROSS JOIN jsonb_array_elements_text(r.categories) AS c(id)
      WHERE jsonb_array_length(r.categories) > 1 ON CONFLICT DO NOTHING`
    const made = await this.#tx.$queryRaw<{ id: number; key: string; breakdown_id: number }[]>`
      SELECT id, key, breakdown_id FROM series WHERE key = ANY(${[...missing.keys()]}::text[])`
    for (const { id, key, breakdown_id } of made) this.#series.set(key, { id, breakdown: breakdown_id })
  }

  async #breakdown(dimensions: readonly Dimension[]): Promise<number> {
    const key = breakdownKey(dimensions)
    const known = this.#breakdowns.get(key)
    if (known !== undefined) return known
    const data = { key, dimensions: dimensions.map(({ id }) => id) }
    const { id } = await this.#tx.breakdown.upsert({ where: { key }, create: data, update: {} })
    this.#breakdowns.set(key, id)
    return id
  }
}

const breakdownKey = (dimensions: readonly Dimension[]): string => dimensions.map(({ code }) => code).join()

function extraOf({ flags, note }: Figure, changes: readonly Change[]): Extra | null {
  const extra: Extra = {
    ...(flags !== null && { flags }),
    ...((note.en ?? note.zh) !== null && {
      note: { ...(note.en !== null && { en: note.en }), ...(note.zh !== null && { zh: note.zh }) },
    }),
    ...(changes.length > 0 && {
      changes: changes.map(({ percent, points, base }) => ({
        ...(percent !== null && { percent: printedText(percent) }),
        ...(points !== null && { points: printedText(points) }),
        base: base.text,
      })),
    }),
  }
  return Object.keys(extra).length === 0 ? null : extra
}
