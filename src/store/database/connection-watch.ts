import type { Socket } from 'node:net'
import type pg from 'pg'

// A connection can be dead without a sign of it: behind a proxy whose own connection to the database was lost, or where
// packets are dropped. Keepalive does not see the former, and a bound on the time of a statement would end long imports.
// So a connection that has waited for some time is looked up, over another one, among those that the database has.

/** How often the connections of a pool are looked at, in milliseconds. */
const every = 1000
/** How long one may wait in silence before the database is asked, in milliseconds. */
const silence = 4000
interface Watched {
  /** How many bytes had come and gone when it was looked at. */
  moved: number
  /** When they last changed, or it was last known to be at work; by `performance.now()`. */
  since: number
  /** How often in a row it was found not to be at work. */
  doubts: number
}

/** What is read of a node-postgres client beside its public interface. */
interface Inside {
  readonly readyForQuery?: boolean
  readonly connection: { readonly stream: Socket }
  readonly backend?: string
}

const inside = (client: pg.ClientBase): Inside => client as unknown as Inside

/** The statement that tells which of the database's processes a connection has: `backend`. */
export const askBackend = `(SELECT pid || ' ' || backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid())`

/** Notes which of the database's processes a connection has: by `askBackend`. */
export function setBackend(client: pg.ClientBase, backend: string): void {
  Object.assign(client, { backend })
}

/**
 * Ends the connections of a pool that wait for an answer which cannot come: the database has no such connection any more,
 * or is twice found not to work for it, or cannot be asked twice. `open` connects to the database within a few seconds.
 */
export function watch(pool: pg.Pool, open: () => Promise<pg.ClientBase & { end(): Promise<void> }>): pg.Pool {
  const clients = new Map<pg.ClientBase, Watched>()
  pool.on('connect', (client) => clients.set(client, { moved: 0, since: performance.now(), doubts: 0 }))
  pool.on('remove', (client) => clients.delete(client))
  let asking = false

  const look = async (): Promise<void> => {
    const silent = silentOf(clients)
    if (silent.length === 0) return
    const all = [...clients]
    const backends = all.flatMap(([client]) => inside(client).backend ?? [])
    const lives = await livesOf(backends, open)
    if (lives === 'unknown') return
    for (const [client, watched] of all) {
      const life = lives === 'unreachable' ? 'waits' : lives.get(inside(client).backend ?? '')
      const isSilent = silent.includes(client) && moved(client) === watched.moved
      if (life === undefined) end(client)
      else if (!isSilent) continue
      else if (life === 'works') Object.assign(watched, { since: performance.now(), doubts: 0 })
      else if (++watched.doubts >= 2) end(client)
    }
  }
  const timer = setInterval(() => {
    if (pool.ended) clearInterval(timer)
    if (asking) return
    asking = true
    look().finally(() => {
      asking = false
    })
  }, every).unref()
  return pool
}

const moved = (client: pg.ClientBase): number => {
  const { bytesRead, bytesWritten } = inside(client).connection.stream
  return bytesRead + bytesWritten
}

/** The clients that wait for an answer and have neither sent nor received anything for too long. */
function silentOf(clients: ReadonlyMap<pg.ClientBase, Watched>): pg.ClientBase[] {
  const now = performance.now()
  const silent: pg.ClientBase[] = []
  for (const [client, watched] of clients) {
    const bytes = moved(client)
    // What has come and is not read yet, as of a COPY into a slow file, is for this process to go on with.
    const isBehind = inside(client).connection.stream.readableLength > 0
    if (inside(client).readyForQuery !== false || bytes !== watched.moved || isBehind)
      Object.assign(watched, { moved: bytes, since: now, doubts: 0 })
    else if (now - watched.since >= silence) silent.push(client)
  }
  return silent
}

type Life = 'works' | 'waits'

/**
 * What the database does for the connections that it has, by backend; `unreachable` where it cannot be asked, `unknown`
 * where it refuses to say.
 */
async function livesOf(
  backends: readonly string[],
  open: () => Promise<pg.ClientBase & { end(): Promise<void> }>,
): Promise<ReadonlyMap<string, Life> | 'unreachable' | 'unknown'> {
  try {
    const asker = await open()
    try {
      // A process that waits for its client has nothing to do, as far as it knows.
      const { rows } = await asker.query<{ backend: string; life: Life }>(
        `SELECT pid || ' ' || backend_start AS backend, CASE
           WHEN state IN ('active', 'fastpath function call', 'disabled') AND wait_event_type IS DISTINCT FROM 'Client'
           THEN 'works' ELSE 'waits' END AS life
         FROM pg_stat_activity WHERE pid || ' ' || backend_start = ANY($1)`,
        [backends],
      )
      return new Map(rows.map(({ backend, life }) => [backend, life]))
    } finally {
      asker.end().catch(() => {}) // what it was asked is told already
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // A server that is starting has none of the connections that there were before.
    return /^[0-9A-Z]{5}$/.test(code) && !/^(57P0|E)/.test(code) ? 'unknown' : 'unreachable'
  }
}

function end(client: pg.ClientBase): void {
  inside(client).connection.stream.destroy(
    new Error('Connection terminated: the database does not work on what it was asked'),
  )
}
