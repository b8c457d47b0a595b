import type pg from 'pg'
import { inTransaction, withClient } from './pool.js'

// A partitioned store has a partition of `indicator` for each year in which a period ends: indicator_2023.

const table = 'indicator'
const ordinalsPerYear = 192 // of periods, see store/sql/period.ts

export async function partitionsOf(client: pg.ClientBase | pg.Pool): Promise<number | null> {
  const { rows } = await client.query<{ kind: string; n: number }>(`
    SELECT relkind::text AS kind, (SELECT count(*)::int FROM pg_inherits WHERE inhparent = c.oid) AS n
    FROM pg_class c WHERE oid = '${table}'::regclass`)
  const [found] = rows
  return found?.kind === 'p' ? found.n : null
}

/**
 * Creates the partitions of years that have none, of a partitioned table `of`. A table is created first and then attached,
 * which lets others read and write the table meanwhile.
 */
export async function createPartitions(
  client: pg.ClientBase | pg.Pool,
  years: readonly number[],
  of = table,
): Promise<void> {
  for (const year of years) {
    const name = `${table}_${year}`
    const { rows } = await client.query(`SELECT to_regclass('${name}') AS found`)
    if (rows[0]?.found != null) continue
    const [from, to] = [year, year + 1].map((each) => each * ordinalsPerYear)
    await client.query(`
      CREATE TABLE ${name} (LIKE ${of} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      ALTER TABLE ${of} ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`)
  }
}

/** Returns the years in which the periods of a table end, in order; `from` may end with a condition. */
export async function yearsIn(client: pg.ClientBase | pg.Pool, from: string): Promise<number[]> {
  const { rows } = await client.query<{ year: number }>(
    `SELECT DISTINCT period / ${ordinalsPerYear} AS year FROM ${from} ORDER BY 1`,
  )
  return rows.map(({ year }) => year)
}

/**
 * Partitions the figures by the year of their periods, in one transaction. They can be read meanwhile, until the tables are
 * exchanged. Call it with the import lock. Returns the number of partitions.
 */
export const partitionTable = (pool: pg.Pool): Promise<number> =>
  withClient(pool, async (client) => {
    const years = await inTransaction(client, () => exchange(client))
    await client.query(`ANALYZE ${table}`)
    return years.length
  })

interface Index {
  readonly name: string
  readonly definition: string
  readonly key: string | null
}

async function exchange(client: pg.ClientBase): Promise<readonly number[]> {
  const next = `${table}_next`
  await client.query(`LOCK TABLE ${table} IN SHARE MODE`) // nobody else writes it, but a mistake would lose figures
  const years = await yearsIn(client, table)
  const { rows: indexes } = await client.query<Index>(`
    SELECT c.relname::text AS name, pg_get_indexdef(i.indexrelid) AS definition, pg_get_constraintdef(k.oid) AS key
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
    WHERE i.indrelid = '${table}'::regclass ORDER BY 1`)
  await client.query(
    `CREATE TABLE ${next} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE (period)`,
  )
  await createPartitions(client, years, next)
  await client.query(`INSERT INTO ${next} SELECT * FROM ${table}`)
  for (const { name, definition, key } of indexes)
    await client.query(
      key === null
        ? definition.replace(
            new RegExp(`INDEX ${name} ON (ONLY )?(\\S+\\.)?${table} `),
            `INDEX ${name}_next ON $2${next} `,
          )
        : `ALTER TABLE ${next} ADD CONSTRAINT ${name}_next ${key}`,
    )
  await client.query(`DROP TABLE ${table}; ALTER TABLE ${next} RENAME TO ${table}`)
  for (const { name } of indexes) await client.query(`ALTER INDEX ${name}_next RENAME TO ${name}`)
  return years
}
