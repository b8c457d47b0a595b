import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { difference } from '../../../prisma/migration.js'
import { earlierMigrations } from '../../../src/store/database/earlier-migrations.js'
import { type Migration, migrate, readMigrations } from '../../../src/store/database/migrate.js'
import { openEmptyStore } from '../../support.js'
import { earlier, figureSql } from './earlier-support.js'

const { database, close } = await openEmptyStore()
afterAll(close)
const shipped = await readMigrations()

/** Works in a schema of its own, which is as good as an empty database and is gone afterwards. */
async function inSchema<T>(name: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}; SET search_path = ${name}`)
    return await work(client)
  } finally {
    await client.query('RESET search_path')
    client.release()
  }
}
beforeEach(async () => {
  await database.pool.query('DROP SCHEMA IF EXISTS fresh CASCADE')
})
const onFresh = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => inSchema('fresh', work)

const migration = (name: string, sql: string): Migration => ({ name, sql })
const one = migration('1_one', 'CREATE TABLE one (id int PRIMARY KEY)')
const two = migration('2_two', 'CREATE TABLE two (id int PRIMARY KEY); INSERT INTO two VALUES (1), (2)')

async function tables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1',
  )
  return rows.map(({ name }) => name)
}

async function locks(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_locks
     WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows[0]?.n ?? 0
}

describe('migrations', () => {
  test('that ship are read completely and in order', () => {
    expect(shipped.length).toBeGreaterThan(0)
    expect(shipped.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name).toSorted())
    for (const { name, sql } of shipped) {
      expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/)
      expect(sql).toContain(';')
    }
  })

  test('are applied once, in order, and returned', async () => {
    await onFresh(async (client) => {
      expect(await migrate(client, [one])).toEqual(['1_one'])
      expect(await migrate(client, [one, two])).toEqual(['2_two'])
      expect(await migrate(client, [one, two])).toEqual([])
      expect(await tables(client)).toEqual(['_prisma_migrations', 'one', 'two'])
      expect(await locks(client)).toBe(0)
    })
  })

  test('of an open store are all applied', async () => {
    const client = await database.pool.connect()
    try {
      const history = 'SELECT * FROM _prisma_migrations ORDER BY migration_name'
      const before = await client.query(history)
      expect(await migrate(client, shipped)).toEqual([])
      expect((await client.query(history)).rows).toEqual(before.rows)
    } finally {
      client.release()
    }
  })

  test('are recorded as Prisma records them', async () => {
    await onFresh(async (client) => {
      await migrate(client, [one])
      const { rows } = await client.query('SELECT * FROM _prisma_migrations')
      expect(rows).toEqual([
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          checksum: createHash('sha256').update(one.sql).digest('hex'),
          migration_name: '1_one',
          started_at: expect.any(Date),
          finished_at: expect.any(Date),
          logs: null,
          rolled_back_at: null,
          applied_steps_count: 1,
        },
      ])
    })
  })

  test('that were changed after they were applied are refused', async () => {
    await onFresh(async (client) => {
      await migrate(client, [one])
      const edited = migration(one.name, `${one.sql} -- edited`)
      await expect(migrate(client, [edited, two])).rejects.toThrow(
        'The migration 1_one was changed after it was applied',
      )
      expect(await tables(client)).toEqual(['_prisma_migrations', 'one'])
      expect(await locks(client)).toBe(0)
    })
  })

  test.each([
    ['in its last statement', `${two.sql}; SELECT 1 / 0`],
    [
      'only when it is committed',
      `${two.sql}; CREATE TABLE later (id int REFERENCES one DEFERRABLE INITIALLY DEFERRED); INSERT INTO later VALUES (1)`,
    ],
    [
      'only when they are recorded',
      `${two.sql}; ALTER TABLE _prisma_migrations ADD CHECK (migration_name <> '2_two') NOT VALID`,
    ],
  ])('that fail %s are rolled back; earlier ones stay', async (_, sql) => {
    await onFresh(async (client) => {
      await expect(migrate(client, [one, migration(two.name, sql)])).rejects.toMatchObject({
        code: expect.stringMatching(/^(22012|23503|23514)$/),
      })
      expect(await tables(client)).toEqual(['_prisma_migrations', 'one'])
      expect(await locks(client)).toBe(0)
      expect(await migrate(client, [one, two])).toEqual(['2_two'])
    })
  })

  const embedded = 'file' in inject('template')
  test.skipIf(embedded)(
    `are applied by one of several servers that start together${embedded ? ' (not on PGlite: it is one session)' : ''}`,
    async () => {
      const slow = migration(two.name, `${two.sql}; SELECT pg_sleep(0.2)`)
      const start = () => inSchema('fresh', (client) => migrate(client, [one, slow]))
      await database.pool.query('CREATE SCHEMA fresh')
      const applied = await Promise.all([start(), start(), start()])
      expect(applied.toSorted((a, b) => b.length - a.length)).toEqual([['1_one', '2_two'], [], []])
    },
  )
})

describe('a store without datasets', () => {
  test('keeps its series and findings, in the dataset of what shipped', async () => {
    await onFresh(async (client) => {
      await migrate(client, shipped.slice(0, 1))
      await client.query(figureSql)
      const key = 'EXPORTS|TOTAL:ALL|CNY|A'
      const insert = `INSERT INTO finding (release_id, code, kind, key, severity, message, indicators)
        SELECT id, code, $1, $2, 'WARNING', '', $3 FROM release`
      const ref = { series: key, period: '2024', release: 'OLD' }
      await client.query(insert, ['BASE_REVISED', `${key} 2024 change`, JSON.stringify([ref, ref])])
      await client.query(insert, ['UNREADABLE_CELL', '["a|b|c.csv",1]', '[]'])
      await migrate(client, shipped)
      const read = async (sql: string) => (await client.query(sql)).rows
      expect(await read('SELECT key, code FROM series, dataset')).toEqual([
        { key: `CN_TRADE|${key}`, code: 'CN_TRADE' },
      ])
      expect(await read('SELECT dataset_id = (SELECT id FROM dataset) AS own FROM release')).toEqual([{ own: true }])
      const moved = { ...ref, series: `CN_TRADE|${key}` }
      expect(await read('SELECT key, indicators FROM finding ORDER BY id')).toEqual([
        { key: `CN_TRADE|${key} 2024 change`, indicators: [moved, moved] },
        { key: '["a|b|c.csv",1]', indicators: [] },
      ])
    })
  })

  test('has no dataset afterwards if it holds nothing', async () => {
    await onFresh(async (client) => {
      await migrate(client, shipped)
      expect((await client.query('SELECT code FROM dataset')).rows).toEqual([])
    })
  })
})

describe('a store of a development version', () => {
  test('has had the migrations that the program lists', () => {
    const listed = earlier.map(({ name, sql }) => ({ name, checksum: createHash('sha256').update(sql).digest('hex') }))
    expect(earlierMigrations.map(({ name, checksum }) => ({ name, checksum }))).toEqual(listed)
  })

  test.each(earlier.map(({ name }, index) => ({ name, count: index + 1 })))(
    'that stopped after $name is brought to the present shape',
    async ({ count }) => {
      const fresh = await onFresh(async (client) => {
        await migrate(client, shipped)
        return structure(client)
      })
      await database.pool.query('DROP SCHEMA fresh CASCADE')
      await onFresh(async (client) => {
        await migrate(client, earlier.slice(0, count))
        await client.query(figureSql)
        expect(await migrate(client, shipped)).toEqual(shipped.map(({ name }) => name))
        expect(await structure(client)).toEqual(fresh)
        const { rows: history } = await client.query('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
        expect(history).toEqual(shipped.map(({ name }) => ({ name })))
        const figures = 'SELECT key, period, value, code, sources FROM indicator JOIN series ON id = series_id, release'
        expect((await client.query(figures)).rows).toEqual([
          { key: 'CN_TRADE|EXPORTS|TOTAL:ALL|CNY|A', period: 388_795, value: '1', code: 'OLD', sources: [] },
        ])
        expect(await migrate(client, shipped)).toEqual([])
      })
    },
  )

  test('with a changed migration is refused', async () => {
    await onFresh(async (client) => {
      await migrate(client, earlier.slice(0, 3))
      await client.query(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1`, [
        earlier[1]?.name,
      ])
      await expect(migrate(client, shipped)).rejects.toThrow(`The migration ${earlier[1]?.name} was changed`)
    })
  })
})

interface Structure {
  readonly columns: readonly object[]
  readonly enums: readonly object[]
  /** By name, each as PostgreSQL would write it. */
  readonly keys: Readonly<Record<string, string>>
  readonly checks: Readonly<Record<string, string>>
  readonly indexes: Readonly<Record<string, string>>
}

/** What PostgreSQL has of the tables in the current schema, the history of migrations left out. */
async function structure(client: pg.ClientBase): Promise<Structure> {
  const own = `relnamespace = current_schema()::regnamespace AND relname NOT LIKE '\\_prisma%'`
  const named = async (sql: string): Promise<Record<string, string>> => {
    const { rows } = await client.query<{ name: string; definition: string }>(sql)
    return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]))
  }
  const constraints = (kinds: string) =>
    named(`SELECT t.relname || '.' || conname AS name, pg_get_constraintdef(o.oid, true) AS definition
      FROM pg_constraint o JOIN pg_class t ON t.oid = o.conrelid WHERE ${own} AND contype IN (${kinds})`)
  const columns = await client.query(`
    SELECT t.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      a.attnotnull AS required, a.attidentity AS identity, pg_get_expr(d.adbin, d.adrelid) AS usual
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
    WHERE ${own} AND t.relkind = 'r' ORDER BY 1, 2`)
  const enums = await client.query(`
    SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
    WHERE t.typnamespace = current_schema()::regnamespace GROUP BY 1 ORDER BY 1`)
  return {
    columns: columns.rows,
    enums: enums.rows,
    keys: await constraints(`'p', 'u', 'f'`),
    checks: await constraints(`'c'`),
    indexes: await named(`SELECT relname AS name, pg_get_indexdef(oid, 0, true) AS definition
      FROM pg_class WHERE ${own} AND relkind = 'i'`),
  }
}

// What Prisma's language cannot say.
const byHand = {
  indexes: {
    indicator_current_category_idx:
      'CREATE UNIQUE INDEX indicator_current_category_idx ON indicator USING btree (category_id, metric_id, period, series_id, from_version) INCLUDE (to_version) WHERE known_to IS NULL',
    indicator_current_value_idx:
      'CREATE INDEX indicator_current_value_idx ON indicator USING btree (metric_id, breakdown_id, period, value DESC NULLS LAST, series_id DESC) INCLUDE (category_id, from_version, to_version) WHERE known_to IS NULL',
    indicator_past_category_idx:
      'CREATE INDEX indicator_past_category_idx ON indicator USING btree (category_id, metric_id, period, series_id) INCLUDE (known_from, known_to, from_version, to_version) WHERE known_to IS NOT NULL',
    indicator_past_value_idx:
      'CREATE INDEX indicator_past_value_idx ON indicator USING btree (metric_id, breakdown_id, period, value DESC NULLS LAST, series_id DESC) INCLUDE (category_id, known_from, known_to, from_version, to_version) WHERE known_to IS NOT NULL',
    indicator_from_version_idx:
      "CREATE INDEX indicator_from_version_idx ON indicator USING brin (from_version) WITH (pages_per_range='16')",
    indicator_to_version_idx:
      'CREATE INDEX indicator_to_version_idx ON indicator USING btree (to_version) WHERE to_version IS NOT NULL',
    code_version_category_idx:
      "CREATE INDEX code_version_category_idx ON code_version USING btree (id) INCLUDE (rank, from_version, to_version) WHERE list = 'category'::text",
  },
  checks: {
    'indicator.indicator_value_check': 'CHECK ((value IS NULL) = (scale IS NULL))',
    'indicator.indicator_share_check': 'CHECK ((share_metric_id IS NULL) = (share_category_id IS NULL))',
    'indicator.indicator_known_check': 'CHECK (known_to >= known_from)',
    'indicator.indicator_version_check': 'CHECK (to_version > from_version)',
    'confirmation.confirmation_version_check': 'CHECK (to_version > from_version)',
    'finding.finding_version_check': 'CHECK (to_version > from_version)',
    'code_version.code_version_version_check': 'CHECK (to_version > from_version)',
    'indicator_count.indicator_count_version_check': 'CHECK (to_version > from_version)',
    'release_count.release_count_version_check': 'CHECK (to_version > from_version)',
    'category.category_parent_check': 'CHECK (parent_id <> id)',
    'store_state.store_state_single_check': 'CHECK (id = 1)',
    'release.release_retracted_check': 'CHECK ((retracted_at IS NULL) = (retracted_version IS NULL))',
  },
}

describe('the shape of the store', () => {
  test('is that of the datamodel, and what is added by hand', async () => {
    const datamodel = await readFile(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8')
    const made = await difference(null, datamodel)
    const prisma = await onFresh(async (client) => {
      await client.query(made)
      return structure(client)
    })
    await database.pool.query('DROP SCHEMA fresh CASCADE')
    const ours = await onFresh(async (client) => {
      await migrate(client, shipped)
      return structure(client)
    })

    expect(prisma.columns.length).toBeGreaterThan(80)
    expect(ours.columns).toEqual(prisma.columns)
    expect(ours.enums).toEqual(prisma.enums)
    expect(ours.keys).toEqual(prisma.keys)
    expect(ours.indexes).toEqual({ ...prisma.indexes, ...byHand.indexes })
    expect(ours.checks).toEqual({ ...prisma.checks, ...byHand.checks })
  })

  const row = {
    series_id: 1,
    period: 1,
    release_id: 1,
    metric_id: 1,
    breakdown_id: 1,
    category_id: 1,
    frequency: 'ANNUAL',
    unit: 'CNY',
    qualifier: 'EXACT',
    status: 'NORMAL',
    known_from: '2024-01-02',
    from_version: 1,
  }

  /** Puts rows into a table, looks whether they may stay, and takes them out again. */
  async function insert(table: string, ...rows: readonly object[]): Promise<void> {
    const client = await database.pool.connect()
    try {
      await client.query('BEGIN')
      const columns = Object.keys(rows[0] ?? {}).join()
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      )
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  test.each<[string, string, readonly object[]]>([
    ['a level with its digits', 'indicator', [{ ...row, value: '1', scale: 0 }]],
    ['a share with its base', 'indicator', [{ ...row, share_metric_id: 1, share_category_id: 1 }]],
    ['what was never current', 'indicator', [{ ...row, known_to: '2024-01-02' }]],
    [
      'a current version and a past one',
      'indicator',
      [
        { ...row, known_to: '2024-01-03' },
        { ...row, known_to: null, release_id: 2 },
      ],
    ],
  ])('accepts %s', async (_, table, rows) => {
    await insert(table, ...rows)
  })

  test.each<[string, string, string, readonly object[]]>([
    ['a level without its digits', 'indicator_value_check', 'indicator', [{ ...row, value: '1' }]],
    ['digits without a level', 'indicator_value_check', 'indicator', [{ ...row, scale: 0 }]],
    ['half the base of a share', 'indicator_share_check', 'indicator', [{ ...row, share_metric_id: 1 }]],
    ['what ends before it began', 'indicator_known_check', 'indicator', [{ ...row, known_to: '2024-01-01' }]],
    ['a row that was never valid', 'indicator_version_check', 'indicator', [{ ...row, to_version: 1 }]],
    ['two current versions', 'indicator_current_category_idx', 'indicator', [row, { ...row, release_id: 2 }]],
    ['a figure twice in a release', 'indicator_pkey', 'indicator', [row, { ...row, known_to: '2024-01-03' }]],
    [
      'a second state',
      'store_state_single_check',
      'store_state',
      [{ id: 2, version: 0, indicators: 0, series: 0, seeding: false }],
    ],
    [
      'a category below itself',
      'category_parent_check',
      'category',
      [{ id: 1, dimension_id: 1, code: 'A', parent_id: 1, is_aggregate: false, rank: 0 }],
    ],
  ])('refuses %s by %s', async (_, constraint, table, rows) => {
    await expect(insert(table, ...rows)).rejects.toMatchObject({ constraint })
  })
})
