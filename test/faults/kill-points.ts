import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect } from 'vitest'
import { readTables } from '../../src/store/backup.js'
import { type Database, type Location, openDatabase } from '../../src/store/open.js'
import { Workplace } from '../cli/process.js'
import { Place, run } from '../cli/run.js'
import { names, type Operation, old } from './kill-operations.js'
import { inFolder, onServer, type Victim } from './victim.js'

const hook = pathToFileURL(fileURLToPath(new URL('./kill-hook.mjs', import.meta.url))).href

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
    await victim.reset()
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
