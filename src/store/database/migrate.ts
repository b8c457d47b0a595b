import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { packageFile } from '../../lib/package-file.js'
import { earlierMigrations, replacement } from './earlier-migrations.js'
import { inTransaction } from './pool.js'

const folder = packageFile('prisma/migrations/')
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
    const history = await appliedMigrations(client)
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
      await inTransaction(client, async () => {
        for (const sql of statements) await client.query(sql)
        await client.query(note, [randomUUID(), checksum, migration.name])
      })
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
  }
}

/** Throws if a store has a migration that is not among these: a newer version of the program applied it. */
export async function refuseNewer(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  const known = new Set([...migrations, ...earlierMigrations].map(({ name }) => name))
  const newer = [...(await appliedMigrations(client)).keys()].find((name) => !known.has(name))
  if (newer === undefined) return
  throw new Error(
    `The store has the migration ${newer}, which a newer version of this program applied. Start that version or a later one, or restore an earlier backup into an empty store.`,
  )
}

export async function appliedMigrations(client: pg.ClientBase | pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

const forgetEarlier = `DELETE FROM _prisma_migrations
  WHERE migration_name IN (${earlierMigrations.map(({ name }) => `'${name}'`).join()})`

const note = `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`
