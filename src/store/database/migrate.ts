import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

const folder = new URL('../../../prisma/migrations/', import.meta.url)
const lock = 72_707_369 // the number that Prisma's own engine locks

/** A migration in Prisma's layout: the name of its folder and its SQL. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

export async function readMigrations(from: URL = folder): Promise<readonly Migration[]> {
  const names = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const read = async ({ name }: { name: string }): Promise<Migration> => ({
    name,
    sql: await readFile(new URL(`${name}/migration.sql`, from), 'utf8'),
  })
  return Promise.all(names.sort((a, b) => (a.name < b.name ? -1 : 1)).map(read))
}

/**
 * Applies the migrations that a store has not had, each in a transaction of its own, and answers their names. Several
 * servers may start at once: one applies, the others wait. Prisma's history table and checksums are kept, so that its
 * own tools see a store that is up to date.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [lock])
  try {
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
      migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const applied: string[] = []
    for (const migration of migrations) {
      const checksum = createHash('sha256').update(migration.sql).digest('hex')
      const had = done.get(migration.name)
      if (had === undefined) {
        await apply(client, migration, checksum)
        applied.push(migration.name)
      } else if (had !== checksum) throw new Error(`migration ${migration.name} was changed after it was applied`)
    }
    return applied
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
  }
}

async function apply(client: pg.ClientBase, { name, sql }: Migration, checksum: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
