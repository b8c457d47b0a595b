import type { CategoryRef } from '../domain/codes.js'
import type { Text } from '../domain/language.js'
import type { Prisma } from '../generated/prisma/client.js'
import { rankCategories } from './codelists.js'

/** What is known of a category that a file shows, beside its codes. */
export interface Shown extends CategoryRef {
  readonly name: Text
  /** The code of its parent, in the same dimension. */
  readonly parent: string | null
}

/** A category with what a file said of it: its names and the code of its parent. */
export interface NewCategory {
  readonly id: number
  readonly dimension_id: number
  readonly code: string
  readonly en?: string | null
  readonly zh?: string | null
  readonly parent?: string | null
}

/** What an import makes beside its figures, with ids from the tables' own sequences; its series stand in `staging_series`. */
export interface Created {
  readonly dimensions: { readonly id: number; readonly code: string }[]
  readonly categories: NewCategory[]
  readonly breakdowns: { readonly id: number; readonly key: string; readonly dimensions: readonly number[] }[]
}

/** Writes all of it. Answers how many series that were. */
export async function writeCreated(
  tx: Prisma.TransactionClient,
  { dimensions, categories, breakdowns }: Created,
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
  await tx.$executeRaw`
    INSERT INTO breakdown (id, key, dimensions)
    SELECT id, key, dimensions FROM jsonb_populate_recordset(NULL::breakdown, ${JSON.stringify(breakdowns)}::jsonb)`
  const series = await tx.$executeRaw`
    INSERT INTO series (id, key, metric_id, breakdown_id, category_id, measure, frequency)
    SELECT id, key, metric_id, breakdown_id, category_id, measure, frequency FROM staging_series`
  await tx.$executeRaw`
    INSERT INTO series_category (series_id, category_id)
    SELECT s.id, c FROM staging_series s, unnest(s.categories) c WHERE cardinality(s.categories) > 1`
  return series
}
