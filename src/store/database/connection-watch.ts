import type { Socket } from 'node:net'
import type pg from 'pg'
import { ConnectionLost } from './connection-lost.js'

// A connection can be dead without a sign: behind a proxy that lost its own connection to the database, or where packets
// are dropped. Keepalive does not detect the former, and a limit on statement time would end long imports. Connections
// that have been silent for some time are therefore looked up in pg_stat_activity, over another connection.

const checkInterval = 1000 // milliseconds
const silenceLimit = 4000 // milliseconds
interface Activity {
  bytes: number
  since: number
  idleChecks: number
}

// Properties of a node-postgres client beside its public interface; `backend` is set here.
interface ClientInternals {
  readonly readyForQuery?: boolean
  readonly connection: { readonly stream: Socket }
  readonly backend?: string
}

const internals = (client: pg.ClientBase): ClientInternals => client as unknown as ClientInternals

export const backendExpression = `(SELECT pid || ' ' || backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid())`

export function setBackend(client: pg.ClientBase, backend: string): void {
  Object.assign(client, { backend })
}

/**
 * Ends connections of a pool that wait for an answer that cannot come: those that the database no longer has, those whose
 * backend is idle in two consecutive checks, and those for which two checks fail. `open` opens the connection for a check.
 */
export function watch(pool: pg.Pool, open: () => Promise<pg.Client>): pg.Pool {
  const clients = new Map<pg.ClientBase, Activity>()
  pool.on('connect', (client) => clients.set(client, { bytes: 0, since: performance.now(), idleChecks: 0 }))
  pool.on('remove', (client) => clients.delete(client))
  let checking = false

  const check = async (): Promise<void> => {
    const silent = silentOf(clients)
    if (silent.length === 0) return
    const all = [...clients]
    const backends = all.flatMap(([client]) => internals(client).backend ?? [])
    const states = await readStates(backends, open)
    if (states === 'unknown') return
    for (const [client, activity] of all) {
      const state = states === 'unreachable' ? 'idle' : states.get(internals(client).backend ?? '')
      const isSilent = silent.includes(client) && bytesOf(client) === activity.bytes
      if (state === undefined) end(client)
      else if (!isSilent) continue
      else if (state === 'active') Object.assign(activity, { since: performance.now(), idleChecks: 0 })
      else if (++activity.idleChecks >= 2) end(client)
    }
  }
  const timer = setInterval(() => {
    if (pool.ended) clearInterval(timer)
    if (checking) return
    checking = true
    check().finally(() => {
      checking = false
    })
  }, checkInterval).unref()
  return pool
}

const bytesOf = (client: pg.ClientBase): number => {
  const { bytesRead, bytesWritten } = internals(client).connection.stream
  return bytesRead + bytesWritten
}

function silentOf(clients: ReadonlyMap<pg.ClientBase, Activity>): pg.ClientBase[] {
  const now = performance.now()
  const silent: pg.ClientBase[] = []
  for (const [client, activity] of clients) {
    const bytes = bytesOf(client)
    // Data that was received and not read yet, as of a COPY into a slow file, has to be processed here first.
    const hasUnread = internals(client).connection.stream.readableLength > 0
    if (internals(client).readyForQuery !== false || bytes !== activity.bytes || hasUnread)
      Object.assign(activity, { bytes, since: now, idleChecks: 0 })
    else if (now - activity.since >= silenceLimit) silent.push(client)
  }
  return silent
}

type BackendState = 'active' | 'idle'
type States = ReadonlyMap<string, BackendState> | 'unreachable' | 'unknown'

async function readStates(backends: readonly string[], open: () => Promise<pg.Client>): Promise<States> {
  try {
    const client = await open()
    try {
      // A backend that waits for its client has no statement to execute.
      const { rows } = await client.query<{ backend: string; state: BackendState }>(
        `SELECT pid || ' ' || backend_start AS backend, CASE
           WHEN state IN ('active', 'fastpath function call', 'disabled') AND wait_event_type IS DISTINCT FROM 'Client'
           THEN 'active' ELSE 'idle' END AS state
         FROM pg_stat_activity WHERE pid || ' ' || backend_start = ANY($1)`,
        [backends],
      )
      return new Map(rows.map(({ backend, state }) => [backend, state]))
    } finally {
      client.end().catch(() => {})
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // A server that is starting has none of the earlier connections.
    return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P0|E)/.test(code) ? 'unknown' : 'unreachable'
  }
}

function end(client: pg.ClientBase): void {
  internals(client).connection.stream.destroy(new ConnectionLost('the database does not work on the statement'))
}
