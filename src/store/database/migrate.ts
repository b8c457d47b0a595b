import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { earlierMigrations, replacement } from './earlier-migrations.js'

const folder = new URL('../../../prisma/migrations/', import.meta.url)
const lock = 72_707_369 // the key of Prisma's own advisory lock

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
 * Applies pending migrations, each in a transaction, and returns their names. Of several processes one applies them, the
 * others wait. The history table and the checksums are those of Prisma, so that its tools find the store up to date. A
 * store of a development version is brought to the first migration, which replaces the earlier ones in the history.
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
    const history = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const isApplied = (name: string, checksum: string): boolean => {
      const known = history.get(name)
      if (known !== undefined && known !== checksum)
        throw new Error(`The migration ${name} was changed after it was applied.`)
      return known !== undefined
    }
    const pending = earlierMigrations.filter(({ name, checksum }) => !isApplied(name, checksum))
    const applied: string[] = []
    for (const migration of migrations) {
      const checksum = createHash('sha256').update(migration.sql).digest('hex')
      if (isApplied(migration.name, checksum)) continue
      const isReplacement = migration.name === replacement && pending.length < earlierMigrations.length
      const statements = isReplacement ? [...pending.map(({ sql }) => sql), forgetEarlier] : [migration.sql]
      await apply(client, migration.name, statements, checksum)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
  }
}

const forgetEarlier = `DELETE FROM _prisma_migrations
  WHERE migration_name IN (${earlierMigrations.map(({ name }) => `'${name}'`).join()})`

async function apply(
  client: pg.ClientBase,
  name: string,
  statements: readonly string[],
  checksum: string,
): Promise<void> {
  await client.query('BEGIN')
  try {
    for (const sql of statements) await client.query(sql)
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
