import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

/** Stops the statement that a connection is executing, which `ended` settles with; resolves when it is safe to go on. */
export type Stop = (client: pg.PoolClient, ended: Promise<unknown>) => Promise<void>

/** A statement on a connection of its own, stopped in the store when the signal is aborted. */
export async function queryUntil<T extends pg.QueryResultRow>(
  pool: pg.Pool,
  stop: Stop,
  signal: AbortSignal,
  statement: pg.QueryConfig,
): Promise<pg.QueryResult<T>> {
  const client = await pool.connect()
  const free = (): void => client.release()
  if (signal.aborted) {
    free()
    throw signal.reason
  }
  const asked = client.query<T>(statement)
  let stopping: Promise<void> | null = null
  const leave = (): void => {
    stopping = stop(client, asked)
  }
  signal.addEventListener('abort', leave, { once: true })
  try {
    return await asked
  } finally {
    signal.removeEventListener('abort', leave)
    // Nobody else may have the connection until then: it would be their statement that is stopped.
    if (stopping === null) free()
    else (stopping as Promise<void>).then(free, free)
  }
}

/** After how long a statement that has not ended is to be stopped again, in milliseconds. */
const again = 100

/**
 * On a server, by a cancel request. It comes to nothing where it overtakes the statement that it is to stop: then it is
 * sent again.
 */
export const stopOnServer: Stop = async (client, ended) => {
  const over = ended.then(
    () => true,
    () => true,
  )
  do await cancel(client)
  while (!(await Promise.race([over, setTimeout(again, false, { ref: false })])))
}

/** Takes a connection of its own and no login. */
async function cancel(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Record<string, string | number>
  const request = Buffer.alloc(16)
  for (const [n, word] of [16, 80_877_102, Number(processID), Number(secretKey)].entries())
    request.writeInt32BE(word, n * 4)
  const socket = connect(
    String(host).startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host: String(host), port: Number(port) },
  )
  socket.setTimeout(5000, () => socket.destroy()).on('error', () => {}) // then the statement runs to its end
  socket.on('connect', () => socket.write(request)).resume()
  await once(socket, 'close')
}
