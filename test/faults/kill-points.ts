import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect } from 'vitest'
import { readTables } from '../../src/store/admin/backup.js'
import { readMigrations } from '../../src/store/database/migrate.js'
import { type Database, type Location, openDatabase } from '../../src/store/database/open.js'
import { Workplace } from '../cli/process.js'
import { Place, run } from '../cli/run.js'
import { createEarlierStore } from '../store/database/earlier-support.js'
import type { Operation } from './kill-operations.js'
import { inFolder, onServer, type Victim } from './victim.js'

const hook = pathToFileURL(fileURLToPath(new URL('./kill-hook.mjs', import.meta.url))).href

/** Runs an operation again and again, each time killed at another statement, and looks at what it leaves. */
export class KillPoints {
  readonly #operation: Operation
  readonly #workplace: Workplace
  readonly #place: Place
  readonly #victim: Victim
  readonly #args: readonly string[]
  /** The states that the store may be in afterwards: that before the operation and that after it. */
  #states: readonly string[] = []
  /** What the store says of itself in the last of them. */
  #summary: object = {}

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
    if (operation.earlier === null) {
      const on = async (...args: readonly string[]): Promise<void> => {
        const ran = await run(workplace, victim.env, ...args)
        expect(ran.status, ran.err).toBe(0)
      }
      await operation.prepare(place, on, (work) => opened(victim.location, null, work))
    } else await createEarlierStore(victim.location, operation.earlier)
    await victim.keep()
    await victim.reset()
    return new KillPoints(operation, workplace, place, victim, await operation.args(place))
  }

  /** How many statements it has where nothing kills it. */
  async count(): Promise<number> {
    const migrations = this.#operation.earlier === null ? null : []
    const { location } = this.#victim
    const sum = (): Promise<string> => opened(location, migrations, checksum)
    const before = await sum()
    const between = migrations === null ? [] : await this.#betweenMigrations()
    const file = this.#place.path('count')
    const ran = await this.#run({ COUNT_TO: file })
    expect(ran.status, ran.err).toBe(0)
    const last = await sum()
    this.#summary = await opened(location, null, summary)
    this.#states = [before, ...between, last]
    return Number(await readFile(file, 'utf8'))
  }

  /** The states after each migration but the last: each is a transaction of its own. */
  async #betweenMigrations(): Promise<string[]> {
    const names = (await readMigrations()).map(({ name }) => name)
    const states: string[] = []
    for (const count of [...names.keys()].slice(1))
      states.push(await opened(this.#victim.location, names.slice(0, count), checksum))
    await this.#victim.reset()
    return states
  }

  /** That a run which is killed at a statement leaves a state that is whole, and that the next start goes on from there. */
  async expectWhole(mode: 'before' | 'sent', at: number): Promise<void> {
    const how = `${this.#operation.name}, killed: ${mode} ${at}`
    await this.#victim.reset()
    const killed = await this.#run({ KILL_AT: `${mode} ${at}` })
    expect([0, 'SIGKILL'], `${how}\n${killed.err}`).toContain(killed.status)
    await this.#victim.settle()
    const { earlier } = this.#operation
    const isDone = async (database: Database): Promise<boolean> => {
      const state = await checksum(database)
      expect(this.#states, how).toContain(state)
      return state === this.#states.at(-1)
    }
    const goesOn = async (database: Database, done: boolean): Promise<void> => {
      if (!done) await this.#operation.perform(database)
      expect(await summary(database), `${how}, then again`).toEqual(this.#summary)
      const left = await database.pool.query(`SELECT tablename FROM pg_tables WHERE tablename LIKE 'staging%'`)
      expect(left.rows, how).toEqual([])
    }
    // A store that needs no migration is opened once: that takes a second on the embedded one.
    const done = await opened(this.#victim.location, earlier === null ? null : [], async (database) => {
      const done = await isDone(database)
      if (earlier === null) await goesOn(database, done)
      return done
    })
    if (earlier !== null) await opened(this.#victim.location, null, (database) => goesOn(database, done))
  }

  async clear(): Promise<void> {
    await this.#workplace.clear()
    await this.#victim.clear()
  }

  #run(env: NodeJS.ProcessEnv) {
    return run(this.#workplace, { ...this.#victim.env, ...env, NODE_OPTIONS: `--import ${hook}` }, ...this.#args)
  }
}

/** Opens a store, applies only the named migrations if there is a list, and closes the store after the work. */
async function opened<T>(
  location: Location,
  migrations: readonly string[] | null,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(location, migrations)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** One text of all that every table holds, but for what is random and the moments at which it was stored. */
async function checksum({ pool }: Database): Promise<string> {
  const applied = await pool.query('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
  const all: string[] = applied.rows.map(({ name }) => name)
  for (const { name } of await readTables(pool)) {
    const { rows } = await pool.query<{ sum: string }>(
      `SELECT md5(coalesce(string_agg(held, E'\\n' ORDER BY held COLLATE "C"), '')) AS sum FROM (
         SELECT (to_jsonb(t) - '{imported_at,retracted_at,created_at,next_attempt_at,stamp,secret}'::text[])::text AS held FROM ${pg.escapeIdentifier(name)} t) t`,
    )
    all.push(`${name} ${rows[0]?.sum}`)
  }
  return all.join('\n')
}

/** What a store says of itself and how many rows each table has: the same however often what made it was tried. */
async function summary({ pool }: Database): Promise<object> {
  const counts: Record<string, number> = {}
  for (const { name } of await readTables(pool))
    counts[name] = (await pool.query(`SELECT count(*)::int AS n FROM ${pg.escapeIdentifier(name)}`)).rows[0].n
  return { counts, state: (await pool.query(`SELECT to_jsonb(s) - 'stamp' AS state FROM store_state s`)).rows }
}
