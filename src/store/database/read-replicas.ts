import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type CancelQuery, queryWithSignal } from './cancel-query.js'

type Versioned = { is_version: boolean }

export type Read = <T extends Versioned>(
  text: string,
  values: readonly unknown[],
  signal: AbortSignal | null,
) => Promise<T[]>

const mostNames = 200
const mostSeenOnce = 1000

/**
 * Names statements that are sent again, so that each connection parses and plans them once. The number is limited, since
 * clients determine the statements and each named one takes memory in every connection.
 */
class PreparedStatements {
  readonly #names = new Map<string, string>()
  readonly #seenOnce = new Set<string>()

  statement(text: string, values: readonly unknown[]): pg.QueryConfig {
    const name = this.#names.get(text) ?? this.#nameFor(text)
    return name === null ? { text, values: [...values] } : { name, text, values: [...values] }
  }

  #nameFor(text: string): string | null {
    if (this.#names.size >= mostNames) return null
    if (this.#seenOnce.delete(text)) {
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
      this.#names.set(text, name)
      return name
    }
    if (this.#seenOnce.size >= mostSeenOnce) this.#seenOnce.clear()
    this.#seenOnce.add(text)
    return null
  }
}

const retryLostAfter = 5000 // milliseconds
const retryOtherAfter = 200 // milliseconds

interface Replica {
  readonly pool: pg.Pool
  skipUntil: number
}

/**
 * Reads from replicas in turn. A replica that is lost, or has not the requested version of this history, is skipped for a
 * while, and the next one is read instead, at last the primary.
 */
export function reader(
  primary: pg.Pool,
  cancelQuery: CancelQuery,
  copies: readonly pg.Pool[],
): { read: Read; end: () => Promise<void> } {
  const prepared = new PreparedStatements()
  const replicas = copies.map((pool): Replica => ({ pool, skipUntil: 0 }))
  let turn = 0

  return {
    read: async (text, values, signal) => {
      const statement = prepared.statement(text, values)
      const query = async (pool: pg.Pool) => {
        const result = signal === null ? pool.query(statement) : queryWithSignal(pool, cancelQuery, signal, statement)
        return (await result).rows
      }
      for (const replica of inTurn()) {
        const rows = await readReplica(replica, query, signal)
        if (rows !== null) return rows
      }
      return query(primary)
    },
    async end() {
      await Promise.all(replicas.map(({ pool }) => pool.end()))
    },
  }

  function inTurn(): readonly Replica[] {
    if (replicas.length === 0) return replicas
    const now = performance.now()
    const able = replicas.filter(({ skipUntil }) => skipUntil <= now)
    const first = turn++ % Math.max(1, able.length)
    return [...able.slice(first), ...able.slice(0, first)]
  }
}

async function readReplica<T extends Versioned>(
  replica: Replica,
  query: (pool: pg.Pool) => Promise<T[]>,
  signal: AbortSignal | null,
): Promise<T[] | null> {
  try {
    const rows = await query(replica.pool)
    if (rows.every((row) => row.is_version)) return rows
    replica.skipUntil = performance.now() + retryOtherAfter
  } catch (error) {
    if (isStatementError(error) || signal?.aborted) throw error
    replica.skipUntil = performance.now() + retryLostAfter
  }
  return null
}

// Errors of data, syntax, privileges and limits, which the primary would report as well.
const isStatementError = (error: unknown): boolean =>
  /^(2[0-24-8]|42|54|57014)/.test((error as { code?: string }).code ?? '')
