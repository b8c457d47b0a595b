import { Prisma } from '../../generated/prisma/client.js'

const { sql, raw } = Prisma

function replaceCounts(table: string, keys: string, numbers: readonly string[], version: number): Prisma.Sql {
  const change = numbers.map((name) => `sum(${name}) AS ${name}`)
  const isChanged = numbers.map((name) => `sum(${name}) <> 0`).join(' OR ')
  const after = numbers.map((name) => `c.${name} + coalesce(e.${name}, 0)`)
  return sql`
    ${raw(`change_of_${table} AS (SELECT ${keys}, ${change} FROM counted GROUP BY ${keys} HAVING ${isChanged})`)},
    ${raw(`ended_${table}`)} AS (
      UPDATE ${raw(table)} k SET to_version = ${version} FROM ${raw(`change_of_${table}`)} c
      WHERE k.to_version IS NULL AND (${raw(prefixed('k', keys))}) = (${raw(prefixed('c', keys))}) RETURNING k.*
    ), ${raw(`made_${table}`)} AS (
      INSERT INTO ${raw(`${table} (${keys}, ${numbers}, from_version)`)}
      SELECT ${raw(`${prefixed('c', keys)}, ${after}`)}, ${version}::int
      FROM ${raw(`change_of_${table} c LEFT JOIN ended_${table} e USING (${keys})`)}
    )`
}

const prefixed = (alias: string, keys: string): string => keys.replace(/\w+/g, `${alias}.$&`)

/**
 * Records the numbers of figures after a change, by metric, breakdown and period, and by release. Returns the change of the
 * number of current figures. Call it after the last statement of a change that writes figures.
 */
export async function recordCounts(tx: Prisma.TransactionClient, version: number): Promise<number> {
  const [gained] = await tx.$queryRaw<{ figures: number }[]>`
    WITH counted AS (
      SELECT metric_id, breakdown_id, frequency, period, release_id,
        coalesce(sum(sign) FILTER (WHERE known_to IS NULL), 0) AS figures, sum(sign) AS vintages
      FROM (
        SELECT i.*, 1 AS sign FROM indicator i WHERE from_version = ${version} AND to_version IS NULL
        UNION ALL SELECT i.*, -1 FROM indicator i WHERE to_version = ${version}
      ) i GROUP BY 1, 2, 3, 4, 5
    ), ${replaceCounts('indicator_count', 'metric_id, breakdown_id, frequency, period', ['figures', 'vintages'], version)},
    ${replaceCounts('release_count', 'release_id', ['vintages'], version)}
    SELECT coalesce(sum(figures), 0)::float8 AS figures FROM counted`
  return gained?.figures ?? 0
}
