import { Prisma } from '../../generated/prisma/client.js'

const { sql, raw } = Prisma
type Sql = Prisma.Sql

// The parts of `series.key` in SQL: METRIC|DIMENSION:CATEGORY,…|MEASURE|LETTER. The same is written and parsed in
// domain/observations/series-key.ts. Parameters named `alias` are aliases of `series`.

export const keyCategories = (alias: string): Sql => raw(`split_part(${alias}.key, '|', 2)`)

export const keyCategoryArray = (alias: string): Sql => sql`string_to_array(${keyCategories(alias)}, ',')`

/** The key without its metric: |PRODUCT:SHIPS|CNY|A. Series of two metrics that have the same are comparable. */
export const keyWithoutMetric = (alias: string): Sql => raw(`substr(${alias}.key, strpos(${alias}.key, '|'))`)

export const keyOfMetric = (metric: Sql, alias: string): Sql => sql`${metric} || ${keyWithoutMetric(alias)}`

/** The key of the same series with other categories; null or no categories is the total. */
export const keyOfCategories = (categories: Sql, alias: string): Sql =>
  sql`${raw(`split_part(${alias}.key, '|', 1)`)} || '|' || coalesce(nullif(array_to_string(${categories}, ','), ''), 'TOTAL:ALL')
    || '|' || ${raw(`split_part(${alias}.key, '|', 3) || '|' || ${keyFrequency(alias).sql}`)}`

export const keyOfFrequency = (letter: Sql, alias: string): Sql => sql`left(${raw(alias)}.key, -1) || ${letter}`

export const keyFrequency = (alias: string): Sql => raw(`right(${alias}.key, 1)`)

export const keyOf = (metric: Sql, category: Sql, measure: Sql, letter: Sql): Sql =>
  sql`${metric} || '|' || ${category} || '|' || ${measure} || '|' || ${letter}`

export const keyCategory = (dimension: string, category: string): Sql =>
  raw(`${dimension}.code || ':' || ${category}.code`)
