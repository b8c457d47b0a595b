import pg from 'pg'
import type { Address } from './address.js'
import { findHost } from './address-hosts.js'
import { ConnectionLost } from './connection-lost.js'
import { watch } from './connection-watch.js'

const ignore = (): void => {}

const connectTimeout = 5000 // milliseconds, also for the first statements of a connection
const endTimeout = 2000 // milliseconds

export type Prepare = (client: pg.ClientBase) => Promise<unknown>

/**
 * Opens a pool that survives the loss of connections: the next statement on a lost connection fails, and the pool drops
 * idle ones. Without the error listeners, a loss would end the process.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool(config).on('error', ignore).on('connect', (client) => client.on('error', ignore))
}

export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    const done = await work(client)
    broken = false
    return done
  } finally {
    client.release(broken)
  }
}

export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const done = await work()
    await client.query('COMMIT')
    return done
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

export function openServerPool(address: Address, max: number, prepare: Prepare): pg.Pool {
  const config = clientConfig(address.config)
  const pool = openPool({
    ...config,
    // The pool would apply it to the wait for a free connection as well.
    connectionTimeoutMillis: undefined,
    max,
    Client: class extends ServerClient {
      constructor() {
        super(address, config)
      }
    },
    onConnect: prepare,
  })
  return watch(pool, () => connect(address, { ...quick, application_name: 'indicators watch' }))
}

const quick = { connectionTimeoutMillis: 3000, query_timeout: 3000 }

export async function connect(address: Address, more: pg.ClientConfig): Promise<pg.Client> {
  const client = new ServerClient(address, { ...clientConfig(address.config), ...more })
  client.on('error', ignore)
  await client.connect()
  return client
}

const clientConfig = (config: pg.ClientConfig): pg.ClientConfig => ({
  connectionTimeoutMillis: connectTimeout,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  ...config,
})

type Callback = (error: Error | null, ...rest: unknown[]) => void

class ServerClient extends pg.Client {
  readonly #address: Address
  readonly #config: pg.ClientConfig
  readonly #timeout: number

  constructor(address: Address, config: pg.ClientConfig) {
    super(config)
    this.#address = address
    this.#config = config
    this.#timeout = config.connectionTimeoutMillis ?? connectTimeout
  }

  // The pool passes a callback, all other callers await the result.
  override connect(): Promise<pg.Client>
  override connect(callback: (error: Error) => void): void
  override connect(callback?: (error: Error) => void): Promise<pg.Client> | undefined {
    const named = (error: Error): Error =>
      error.message === 'timeout expired'
        ? new ConnectionLost(`the database did not answer within ${this.#timeout / 1000} s`)
        : error
    if (callback === undefined)
      return this.#choose()
        .then(() => super.connect())
        .catch((error: Error) => {
          throw named(error)
        }) as Promise<pg.Client>
    const renaming: Callback = (error, ...rest) => (callback as Callback)(error && named(error), ...rest)
    this.#choose().then(() => super.connect(renaming), renaming)
    return undefined
  }

  async #choose(): Promise<void> {
    if (this.#address.hosts.length > 1) Object.assign(this, await findHost(this.#address, this.#config))
  }

  override end(): Promise<void>
  override end(callback: (error: Error) => void): void
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    const { stream } = (this as unknown as { connection: { stream: import('node:net').Socket } }).connection
    const timer = setTimeout(() => stream.destroy(), endTimeout).unref()
    stream.once('close', () => clearTimeout(timer))
    if (callback === undefined) return super.end()
    super.end(callback)
    return undefined
  }
}

export async function queryWithTimeout<T extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const statement = { text, values: [...values], query_timeout: connectTimeout }
  const { rows } = await client.query<T>(statement).catch((error: Error) => {
    if (error.message !== 'Query read timeout') throw error
    throw new ConnectionLost(`the database did not answer within ${connectTimeout / 1000} s`)
  })
  return rows
}
