import { existsSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect } from 'vitest'
import { readTables } from '../../src/store/backup.js'
import { readMigrations } from '../../src/store/migrate.js'
import { type Database, type Location, openDatabase } from '../../src/store/open.js'
import { Workplace } from '../cli/process.js'
import { codes, head, Place, run } from '../cli/run.js'

const hook = pathToFileURL(fileURLToPath(new URL('./kill-hook.mjs', import.meta.url))).href

/** A store that can be put back to what it was before. */
interface Victim {
  readonly env: NodeJS.ProcessEnv
  readonly location: Location
  /** Makes what it is now what it is put back to. */
  keep(): Promise<void>
  reset(): Promise<void>
  /** Waits until nobody has it open any more. */
  settle(): Promise<void>
  clear(): Promise<void>
}

/** What is done to a store, and what the store is before that. */
export interface Operation {
  readonly name: string
  /** The migrations that the store has had; null is all of them. */
  readonly shape: readonly string[] | null
  prepare(place: Place, on: (...args: readonly string[]) => Promise<unknown>): Promise<void>
  args(place: Place): Promise<readonly string[]>
  /** Whether it says again that it is done where it is done already. */
  readonly isRepeatable: boolean
}

const rows = (...lines: readonly string[]): string =>
  ['metric,dimension,category,period,value,unit', ...lines, ''].join('\n')

const releases = {
  first: rows(
    'EXPORTS,PRODUCT,SHIPS,2024-01,10,CNY',
    'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
    'TRADE,TOTAL,ALL,2024-01,40,CNY',
  ),
  third: rows(
    'EXPORTS,PRODUCT,SHIPS,2024-01,12,CNY',
    'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
    'TRADE,TOTAL,ALL,2024-02,41,CNY',
  ),
  // What it prints was known, is new, and was printed by the third too, which has been taken in before it.
  second: rows(
    ...[
      'EXPORTS,PRODUCT,SHIPS,2024-01,11,CNY',
      'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
      'TRADE,TOTAL,ALL,2024-02,42,CNY',
    ],
    ...['EXPORTS,PRODUCT,BOATS,2024-01,1,CNY', 'EXPORTS,REGION,NORTH,2024-01,2,CNY'],
  ),
  many: rows(
    ...Array.from(
      { length: 12_000 },
      (_, n) => `IMPORTS,PRODUCT,M${n % 500},${2000 + Math.floor(n / 500)},${n + 1},CNY`,
    ),
  ),
}

const changedCodes = `dimension,code,parent,group,members,additivity,name_en,name_zh,description,synonyms
,BALANCE,,,,FLOW,Balance,差额,,
PARTNER,EU,,yes,FRANCE;JAPAN,,European Union,欧盟,,
PARTNER,KYOTO,JAPAN,,,,Kyoto,京都,,
PRODUCT,SHIPS,,,,,Ships and boats,船舶,,
`

const withReleases = async (place: Place, on: (...args: readonly string[]) => Promise<unknown>): Promise<void> => {
  await on('codes', 'import', await place.file('codes.csv', codes))
  for (const [code, day] of [
    ['first', '01'],
    ['third', '03'],
  ] as const)
    await on('import', await place.file(`${code}.csv`, releases[code]), ...head(code, `2024-04-${day}T00:00:00Z`))
}

const importing = (code: 'second' | 'many'): Operation => ({
  name: code === 'many' ? 'an import of many figures' : 'an import',
  shape: null,
  prepare: withReleases,
  args: async (place) => [
    ...['import', await place.file(`${code}.csv`, releases[code]), ...head(code, '2024-04-02T00:00:00Z')],
    '--create-codes',
  ],
  isRepeatable: true,
})

const migrating = (shape: readonly string[]): Operation => ({
  name: `a migration from ${shape.at(-1) ?? 'nothing'}`,
  shape,
  prepare: async () => {},
  args: async () => ['releases'],
  isRepeatable: true,
})

const names = (await readMigrations()).map(({ name }) => name)

/** Everything that changes a store in one transaction, and every migration that there was. */
export const operations: readonly Operation[] = [
  importing('second'),
  importing('many'),
  {
    name: 'a retraction',
    shape: null,
    prepare: withReleases,
    args: async () => ['retract', 'first', '--reason', 'Printed by mistake'],
    isRepeatable: false,
  },
  {
    name: 'an import of code lists',
    shape: null,
    prepare: withReleases,
    args: async (place) => ['codes', 'import', await place.file('changed.csv', changedCodes)],
    isRepeatable: true,
  },
  ...names.map((_, applied) => migrating(names.slice(0, applied))),
]

/** Runs an operation again and again, each time killed at another statement, and looks at what it leaves. */
export class KillPoints {
  readonly #operation: Operation
  readonly #workplace: Workplace
  readonly #place: Place
  readonly #victim: Victim
  readonly #args: readonly string[]
  /** Every state that the store may be in afterwards: before it, and after each of its transactions that changes anything. */
  #states: readonly string[] = []
  #last = ''

  private constructor(
    operation: Operation,
    workplace: Workplace,
    place: Place,
    victim: Victim,
    args: readonly string[],
  ) {
    this.#operation = operation
    this.#workplace = workplace
    this.#place = place
    this.#victim = victim
    this.#args = args
  }

  static async of(operation: Operation, server: string | null): Promise<KillPoints> {
    const workplace = new Workplace()
    const place = new Place(workplace, await workplace.folder())
    const victim = server === null ? await inFolder(place) : await onServer(server)
    await victim.reset()
    if (operation.shape === null) {
      await operation.prepare(place, async (...args) => {
        const ran = await run(workplace, victim.env, ...args)
        expect(ran.status, ran.err).toBe(0)
      })
    } else await old(victim.location, operation.shape)
    await victim.keep()
    return new KillPoints(operation, workplace, place, victim, await operation.args(place))
  }

  /** How many statements it has where nothing kills it. */
  async count(): Promise<number> {
    const { shape } = this.#operation
    const before = await checksum(this.#victim.location)
    const file = this.#place.path('count')
    const ran = await this.#run({ COUNT_TO: file })
    expect(ran.status, ran.err).toBe(0)
    this.#last = await checksum(this.#victim.location)
    const between = shape === null ? [] : await this.#between(shape)
    this.#states = [before, ...between, this.#last]
    return Number(await readFile(file, 'utf8'))
  }

  /** That a run which is killed at a statement leaves a state that is whole, and that the next start goes on from there. */
  async expectWhole(mode: 'before' | 'sent', at: number): Promise<void> {
    const how = `${this.#operation.name}, killed: ${mode} ${at}`
    await this.#victim.reset()
    const killed = await this.#run({ KILL_AT: `${mode} ${at}` })
    expect([0, 'SIGKILL'], `${how}\n${killed.err}`).toContain(killed.status)
    await this.#victim.settle()
    const state = await checksum(this.#victim.location)
    expect(this.#states, how).toContain(state)
    const again = await run(this.#workplace, this.#victim.env, ...this.#args)
    const isDone = state === this.#last && !this.#operation.isRepeatable
    expect(again.status, `${how}, then again\n${again.out}${again.err}`).toBe(isDone ? 1 : 0)
  }

  /** That nothing of the runs which were killed is left beside the store. */
  async expectTidy(): Promise<void> {
    expect(await leftovers(this.#victim.location)).toEqual([])
  }

  async clear(): Promise<void> {
    await this.#workplace.clear()
    await this.#victim.clear()
  }

  #run(env: NodeJS.ProcessEnv) {
    return run(this.#workplace, { ...this.#victim.env, ...env, NODE_OPTIONS: `--import ${hook}` }, ...this.#args)
  }

  /** The states after each migration but the last. */
  async #between(shape: readonly string[]): Promise<string[]> {
    const states: string[] = []
    for (let applied = shape.length + 1; applied < names.length; applied++) {
      await this.#victim.reset()
      await (await openDatabase(this.#victim.location, names.slice(0, applied))).close()
      states.push(await checksum(this.#victim.location))
    }
    return states
  }
}

async function inFolder(place: Place): Promise<Victim> {
  const [base, folder] = [place.path('base'), place.path('victim')]
  const copy = async (from: string, to: string): Promise<void> => {
    await rm(to, { recursive: true, force: true })
    if (existsSync(from)) await cp(from, to, { recursive: true })
  }
  return {
    env: { DATA_DIR: folder, SEED: 'false' },
    location: { kind: 'folder', path: folder },
    keep: () => copy(folder, base),
    reset: () => copy(base, folder),
    async settle() {},
    async clear() {},
  }
}

let made = 0

async function onServer(server: string): Promise<Victim> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  made += 1
  const [base, own] = [`kill_points_${process.pid}_${made}_base`, `kill_points_${process.pid}_${made}`]
  const url = Object.assign(new URL(server), { pathname: `/${own}` }).href
  const drop = (name: string): Promise<unknown> => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  let template = 'template0'
  const settle = async (): Promise<void> => {
    const open = `SELECT FROM pg_stat_activity WHERE datname = '${own}' AND backend_type = 'client backend'`
    while ((await admin.query(open)).rows.length > 0);
  }
  return {
    env: { DATABASE_URL: url, SEED: 'false' },
    location: { kind: 'server', url },
    async keep() {
      await settle()
      await admin.query(`ALTER DATABASE ${own} RENAME TO ${base}`)
      template = base
    },
    async reset() {
      await drop(own)
      await admin.query(`CREATE DATABASE ${own} TEMPLATE ${template}`)
    },
    settle,
    async clear() {
      await drop(own)
      await drop(base)
      await admin.end()
    },
  }
}

/** Makes a store of an earlier shape that holds a figure. */
async function old(location: Location, shape: readonly string[]): Promise<void> {
  const database = await openDatabase(location, shape)
  if (shape.length > 0)
    await database.pool.query(`
      INSERT INTO metric (code, additivity) VALUES ('EXPORTS', 'FLOW');
      INSERT INTO dimension (code) VALUES ('TOTAL');
      INSERT INTO category (dimension_id, code) VALUES (1, 'ALL');
      INSERT INTO breakdown (key, dimensions) VALUES ('TOTAL', ARRAY[1]);
      INSERT INTO series (key, metric_id, breakdown_id, category_id, measure, frequency)
        VALUES ('EXPORTS|TOTAL:ALL|CNY|A', 1, 1, 1, 'CNY', 'ANNUAL');
      INSERT INTO release (code, title, publisher, published_at, published_offset, stage, version)
        VALUES ('OLD', 'Old', 'Customs', '2024-01-01', 0, 'YEARBOOK', 1);
      INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value,
        scale, qualifier, status, known_from)
        VALUES (1, 388795, 1, 1, 1, 1, 'ANNUAL', 'CNY', 1, 0, 'EXACT', 'NORMAL', '2024-01-01');
      UPDATE store_state SET version = 1, indicators = 1, series = 1`)
  await database.close()
}

/** Opens a store as it is. */
async function opened<T>(location: Location, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(location, [])
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** One text of all that every table holds, but for the moments at which it was stored. */
const checksum = (location: Location): Promise<string> =>
  opened(location, async ({ pool }) => {
    const all: string[] = (await pool.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1')).rows.map(
      ({ migration_name }) => migration_name,
    )
    for (const { name } of await readTables(pool)) {
      const { rows } = await pool.query<{ sum: string }>(
        `SELECT md5(coalesce(string_agg(held, E'\\n' ORDER BY held COLLATE "C"), '')) AS sum FROM (
           SELECT (to_jsonb(t) - 'imported_at' - 'retracted_at')::text AS held FROM ${pg.escapeIdentifier(name)} t) t`,
      )
      all.push(`${name} ${rows[0]?.sum}`)
    }
    return all.join('\n')
  })

/** The tables that a killed import left behind. */
const leftovers = (location: Location): Promise<string[]> =>
  opened(location, async ({ pool }) =>
    (await pool.query(`SELECT tablename FROM pg_tables WHERE tablename LIKE 'staging%'`)).rows.map(
      ({ tablename }) => tablename,
    ),
  )
