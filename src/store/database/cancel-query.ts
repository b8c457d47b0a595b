import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

/** Cancels the statement that a connection executes; resolves when the connection can be used again. */
export type CancelQuery = (client: pg.PoolClient, ended: Promise<unknown>) => Promise<void>

export async function queryWithSignal<T extends pg.QueryResultRow>(
  pool: pg.Pool,
  cancelQuery: CancelQuery,
  signal: AbortSignal,
  statement: pg.QueryConfig,
): Promise<pg.QueryResult<T>> {
  const client = await pool.connect()
  const release = (): void => client.release()
  if (signal.aborted) {
    release()
    throw signal.reason
  }
  const result = client.query<T>(statement)
  let cancelled: Promise<void> | null = null
  const cancel = (): void => {
    cancelled = cancelQuery(client, result)
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await result
  } finally {
    signal.removeEventListener('abort', cancel)
    // A cancel request under way would cancel the next statement on the connection.
    if (cancelled === null) release()
    else (cancelled as Promise<void>).then(release, release)
  }
}

const retryAfter = 100 // milliseconds

/** Sends cancel requests to a server until the statement ends: one that overtakes its statement has no effect. */
export const cancelOnServer: CancelQuery = async (client, ended) => {
  const isOver = (): boolean => true
  const over = ended.then(isOver, isOver)
  do await sendCancelRequest(client)
  while (!(await Promise.race([over, setTimeout(retryAfter, false, { ref: false })])))
}

async function sendCancelRequest(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Record<string, string | number>
  const request = Buffer.alloc(16)
  for (const [n, word] of [16, 80_877_102, Number(processID), Number(secretKey)].entries())
    request.writeInt32BE(word, n * 4)
  const socket = connect(
    String(host).startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host: String(host), port: Number(port) },
  )
  socket.setTimeout(5000, () => socket.destroy()).on('error', () => {}) // the statement then runs to its end
  socket.on('connect', () => socket.write(request)).resume()
  await once(socket, 'close')
}
