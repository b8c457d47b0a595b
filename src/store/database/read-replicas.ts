import { createHash } from 'node:crypto'
import type pg from 'pg'
import { queryUntil, type Stop } from './cancel-query.js'

/** A row of a statement that reads the version with it. */
type Row = { store_version: number }

/**
 * Reads the rows of a statement, each with the version of the store that it saw: the wanted one or a newer. Where there
 * is a signal, the statement is stopped when it is aborted.
 */
export type Read = <T extends Row>(
  text: string,
  values: readonly unknown[],
  version: number,
  signal: AbortSignal | null,
) => Promise<T[]>

const mostNames = 200
const mostCounted = 1000

/**
 * Statements that come again are sent by a name, so that a connection parses and plans them once. So many at most, as
 * each costs memory in each connection and everybody may ask for others.
 */
export class Prepared {
  readonly #names = new Map<string, string>()
  readonly #counted = new Set<string>()

  /** The statement as node-postgres takes it, with the name of its text where it has been seen before. */
  statement(text: string, values: readonly unknown[]): pg.QueryConfig {
    const name = this.#names.get(text) ?? this.#nameFor(text)
    return name === null ? { text, values: [...values] } : { name, text, values: [...values] }
  }

  #nameFor(text: string): string | null {
    if (this.#names.size >= mostNames) return null
    if (this.#counted.delete(text)) {
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
      this.#names.set(text, name)
      return name
    }
    if (this.#counted.size >= mostCounted) this.#counted.clear()
    this.#counted.add(text)
    return null
  }
}

const lostFor = 5000
const behindFor = 200

/** A copy of the store on another server, which follows it at some distance. */
interface Replica {
  readonly pool: pg.Pool
  /** Until when it is not asked, by `performance.now()`. */
  asideUntil: number
}

/**
 * Reads from replicas in turn. One that has not reached the version that is wanted, or is lost, is left aside for a
 * while, and the store itself asked. Without replicas that is always so.
 */
export function reader(
  store: pg.Pool,
  stop: Stop,
  copies: readonly pg.Pool[],
): { read: Read; end: () => Promise<void> } {
  const prepared = new Prepared()
  const replicas = copies.map((pool): Replica => ({ pool, asideUntil: 0 }))
  let turn = 0

  return {
    async read<T extends Row>(text: string, values: readonly unknown[], version: number, signal: AbortSignal | null) {
      const statement = prepared.statement(text, values)
      const ask = async (pool: pg.Pool): Promise<T[]> => {
        const asked = signal === null ? pool.query<T>(statement) : queryUntil<T>(pool, stop, signal, statement)
        return (await asked).rows
      }
      const replica = replicas.length === 0 ? null : next()
      const rows = replica === null ? null : await fromReplica(replica, ask, version, signal)
      return rows ?? ask(store)
    },
    async end() {
      await Promise.all(replicas.map(({ pool }) => pool.end()))
    },
  }

  function next(): Replica | null {
    const now = performance.now()
    const able = replicas.filter(({ asideUntil }) => asideUntil <= now)
    turn += 1
    return able[turn % able.length] ?? null
  }
}

async function fromReplica<T extends Row>(
  replica: Replica,
  ask: (pool: pg.Pool) => Promise<T[]>,
  version: number,
  signal: AbortSignal | null,
): Promise<T[] | null> {
  try {
    const rows = await ask(replica.pool)
    if (rows.every((row) => row.store_version >= version)) return rows
    replica.asideUntil = performance.now() + behindFor
  } catch (error) {
    if (isOfStatement(error) || signal?.aborted) throw error
    replica.asideUntil = performance.now() + lostFor
  }
  return null
}

/** Whether the store itself would say the same: of data, syntax, rights or limits, and not of a replica's state or loss. */
const isOfStatement = (error: unknown): boolean =>
  /^(2[0-24-8]|42|54|57014)/.test((error as { code?: string }).code ?? '')
