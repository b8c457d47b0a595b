import { Prisma } from '../../generated/prisma/client.js'

const { sql, raw } = Prisma
type Sql = Prisma.Sql

// The parts of `series.key` in SQL: DATASET|METRIC|DIMENSION:CATEGORY,…|MEASURE|LETTER. The same is written and parsed in
// domain/observations/series-key.ts. Parameters named `alias` are aliases of `series`.

const part = (alias: string, place: number): string => `split_part(${alias}.key, '|', ${place})`

const afterMetric = (alias: string): string =>
  `substr(${alias}.key, length(${part(alias, 1)}) + length(${part(alias, 2)}) + 2)`

export const keyCategories = (alias: string): Sql => raw(part(alias, 3))

export const keyCategoryArray = (alias: string): Sql => sql`string_to_array(${keyCategories(alias)}, ',')`

export const keyDataset = (alias: string): Sql => raw(part(alias, 1))

/** The key without its metric: CN_TRADE|PRODUCT:SHIPS|CNY|A. Series of two metrics that have the same are comparable. */
export const keyWithoutMetric = (alias: string): Sql => raw(`(${part(alias, 1)} || ${afterMetric(alias)})`)

export const keyOfMetric = (metric: Sql, alias: string): Sql =>
  sql`${keyDataset(alias)} || '|' || ${metric} || ${raw(afterMetric(alias))}`

/** The key of the same series with other categories; null or no categories is the total. */
export const keyOfCategories = (categories: Sql, alias: string): Sql =>
  sql`${raw(`${part(alias, 1)} || '|' || ${part(alias, 2)}`)} || '|' || coalesce(nullif(array_to_string(${categories}, ','), ''), 'TOTAL:ALL')
    || '|' || ${raw(`${part(alias, 4)} || '|' || ${keyFrequency(alias).sql}`)}`

export const keyOfFrequency = (letter: Sql, alias: string): Sql => sql`left(${raw(alias)}.key, -1) || ${letter}`

export const keyFrequency = (alias: string): Sql => raw(`right(${alias}.key, 1)`)

export const keyOf = (dataset: Sql, metric: Sql, category: Sql, measure: Sql, letter: Sql): Sql =>
  sql`${dataset} || '|' || ${metric} || '|' || ${category} || '|' || ${measure} || '|' || ${letter}`

export const keyCategory = (dimension: string, category: string): Sql =>
  raw(`${dimension}.code || ':' || ${category}.code`)
