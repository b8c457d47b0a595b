import { formatCount } from '../../errors.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { groupBy } from '../../lib/group-by.js'
import { recordCodes } from './code-versions.js'

interface NewCategory {
  readonly id: number
  readonly dimension_id: number
  readonly dimension: string
  readonly code: string
  readonly en?: string | null
  readonly zh?: string | null
  readonly parent?: string | null
}

export interface NewCodes {
  readonly dimensions: { readonly id: number; readonly code: string }[]
  readonly categories: NewCategory[]
  readonly breakdowns: Prisma.BreakdownCreateManyInput[]
}

export async function writeNewCodes(
  tx: Prisma.TransactionClient,
  { dimensions, categories, breakdowns }: NewCodes,
  version: number,
): Promise<number> {
  await tx.$executeRaw`
    INSERT INTO dimension (id, code, rank)
    SELECT id, code, (SELECT coalesce(max(rank), 0) FROM dimension) + row_number() OVER (ORDER BY code COLLATE "C")
    FROM jsonb_to_recordset(${JSON.stringify(dimensions)}::jsonb) AS r(id int, code text)`
  const rows = JSON.stringify(categories)
  await tx.$executeRaw`
    INSERT INTO category (id, dimension_id, code, name_en, name_zh)
    SELECT id, dimension_id, code, en, zh
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id int, dimension_id int, code text, en text, zh text)`
  await tx.$executeRaw`
    UPDATE category SET parent_id = parent.id
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id int, dimension_id int, parent text)
    JOIN category parent ON parent.dimension_id = r.dimension_id AND parent.code = r.parent
    WHERE category.id = r.id`
  if (categories.length > 0) await rankCategories(tx)
  await tx.breakdown.createMany({ data: breakdowns })
  if (dimensions.length + categories.length + breakdowns.length > 0) await recordCodes(tx, version)
  const series = await tx.$executeRaw`
    INSERT INTO series (id, key, metric_id, breakdown_id, category_id, measure, frequency, from_version)
    SELECT id, key, metric_id, breakdown_id, category_id, measure, frequency, ${version}::int FROM staging_series`
  await tx.$executeRaw`
    INSERT INTO series_category (series_id, category_id)
    SELECT s.id, c FROM staging_series s, unnest(s.categories) c WHERE cardinality(s.categories) > 1`
  if (series > 0)
    await tx.$executeRaw`
      INSERT INTO series_count (metric_id, breakdown_id, measure, series, from_version)
      SELECT metric_id, breakdown_id, measure, count(*), ${version}::int FROM staging_series GROUP BY 1, 2, 3`
  return series
}

/**
 * Updates the rank of every category: by dimension, then each tree depth first, siblings by their position in the code
 * list and then by code, so that codes created by imports have the same order in every store.
 */
export async function rankCategories(client: Prisma.TransactionClient): Promise<void> {
  await client.$executeRaw`
    WITH RECURSIVE sorted AS (
      SELECT c.id, c.parent_id, c.rank AS old, d.rank AS dimension,
        row_number() OVER (PARTITION BY c.dimension_id, c.parent_id ORDER BY c.position NULLS LAST, c.code COLLATE "C") AS place
      FROM category c JOIN dimension d ON d.id = c.dimension_id
    ), tree AS (
      SELECT id, old, ARRAY[dimension, place] AS path FROM sorted WHERE parent_id IS NULL
      UNION ALL
      SELECT s.id, s.old, t.path || s.place FROM sorted s JOIN tree t ON t.id = s.parent_id
    ), ranked AS (
      SELECT id, old, row_number() OVER (ORDER BY path) AS rank FROM tree
    )
    UPDATE category SET rank = ranked.rank FROM ranked WHERE category.id = ranked.id AND ranked.old <> ranked.rank`
}

export function createdNotices({ categories }: NewCodes): string[] {
  return [...groupBy(categories, ({ dimension }) => dimension)].map(([dimension, all]) => {
    const more = all.length > mostNamed ? ` and ${formatCount(all.length - mostNamed)} more` : ''
    const codes = all.slice(0, mostNamed).map(({ code }) => code)
    return `New categories of ${dimension}: ${codes.join(', ')}${more}.`
  })
}

export function boundedNotices(notices: readonly string[]): readonly string[] {
  const more = notices.length - mostNotices
  return more <= 0 ? notices : [...notices.slice(0, mostNotices - 1), `… and ${formatCount(more + 1)} more notices.`]
}

const mostNamed = 50
const mostNotices = 100
