import pg from 'pg'
import type { Address } from './address.js'
import { watch } from './connection-watch.js'

const ignore = (): void => {}

/** How long a server may take to accept a connection, and to answer what begins one, in milliseconds. */
export const toConnect = 5000

/** How long a connection that is closed may take to end, in milliseconds. */
const toEnd = 2000

/** What a connection does before it is used. Rejects where the connection cannot be used. */
export type Prepare = (client: pg.ClientBase) => Promise<unknown>

/**
 * Opens a pool of connections that may be lost at any moment, between two statements too: what is asked next on such a
 * connection fails, and the pool drops one that nobody holds. Without a listener from its first moment on, the loss would
 * end the process.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool(config).on('error', ignore).on('connect', (client) => client.on('error', ignore))
}

/**
 * Opens a pool of connections to a server, each prepared before its first use. A connection that waits for an answer of
 * which nobody works any more is ended.
 */
export function openServerPool(address: Address, max: number, prepare: Prepare): pg.Pool {
  const config = clientConfig(address.config)
  const pool = openPool({
    ...config,
    // The pool would count the wait for a free connection as well, which a query may spend all its time on.
    connectionTimeoutMillis: undefined,
    max,
    Client: class extends ServerClient {
      constructor() {
        super(config)
      }
    },
    onConnect: prepare,
  })
  return watch(pool, () => connect(address, { ...soon, application_name: 'indicators watch' }))
}

/** What a connection must be and answer within, where a few seconds are too long. */
export const soon = { connectionTimeoutMillis: 3000, query_timeout: 3000 }

/** Connects to a server outside of any pool. */
export async function connect({ config }: Address, more: pg.ClientConfig): Promise<pg.Client> {
  const client = new ServerClient({ ...clientConfig(config), ...more })
  client.on('error', ignore)
  await client.connect()
  return client
}

const clientConfig = (config: pg.ClientConfig): pg.ClientConfig => ({
  connectionTimeoutMillis: toConnect,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  ...config,
})

type Then = (error: Error | null, ...rest: unknown[]) => void

/** A connection that neither begins nor ends without a bound on its time. */
class ServerClient extends pg.Client {
  readonly #timeout: number

  constructor(config: pg.ClientConfig) {
    super(config)
    this.#timeout = config.connectionTimeoutMillis ?? toConnect
  }

  // The pool calls it with a callback, everybody else awaits it.
  override connect(): Promise<pg.Client>
  override connect(callback: (error: Error) => void): void
  override connect(callback?: (error: Error) => void): Promise<pg.Client> | undefined {
    const named = (error: Error): Error =>
      error.message === 'timeout expired'
        ? new Error(`Connection terminated: the database did not answer within ${this.#timeout / 1000} s`)
        : error
    if (callback === undefined)
      return super.connect().catch((error: Error) => {
        throw named(error)
      }) as Promise<pg.Client>
    const then: Then = (error, ...rest) => (callback as Then)(error && named(error), ...rest)
    super.connect(then)
    return undefined
  }

  override end(): Promise<void>
  override end(callback: (error: Error) => void): void
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    const { stream } = (this as unknown as { connection: { stream: import('node:net').Socket } }).connection
    // Where nobody is at the other end any more, its word that it has ended never comes.
    const timer = setTimeout(() => stream.destroy(), toEnd).unref()
    stream.once('close', () => clearTimeout(timer))
    if (callback === undefined) return super.end()
    super.end(callback)
    return undefined
  }
}

/** Reads a statement's rows within the time that a connection may take to begin. */
export async function askSoon<T extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const statement = { text, values: [...values], query_timeout: toConnect }
  const { rows } = await client.query<T>(statement).catch((error: Error) => {
    if (error.message !== 'Query read timeout') throw error
    throw new Error(`Connection terminated: the database did not answer within ${toConnect / 1000} s`)
  })
  return rows
}
