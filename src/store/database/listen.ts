import type pg from 'pg'
import type { Address } from './address.js'
import { connect as connectTo } from './pool.js'
import { inSchema } from './session.js'
import { readVersion, type Versions } from './versions.js'

export const versionChannel = 'store_version'

export const listenerName = 'indicators listen'
const pollInterval = 500 // milliseconds
const timeout = 2000 // milliseconds

/**
 * Follows the version of a store on a server, by LISTEN and by a query every half second, since a connection can be lost
 * without a sign. `listen` resolves after the first query. While the connection is lost, the pool is queried instead.
 */
export function listener(
  address: Address,
  schema: string,
  pool: pg.Pool,
  versions: Versions,
): { listen: () => Promise<void>; stop: () => Promise<void> } {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const drop = (lost: pg.Client): void => {
    if (client === lost) client = null
    lost.end().catch(() => {})
  }
  const connect = async (): Promise<pg.Client> => {
    const options = { connectionTimeoutMillis: timeout, query_timeout: timeout, application_name: listenerName }
    const connected = await connectTo(address, options)
    connected.on('error', () => drop(connected))
    connected.on('notification', ({ payload = '' }) => {
      const [, version = '', stamp = '', before = '', of] = /^(\d+) (\S+) (\S+) (.*)$/s.exec(payload) ?? []
      // A database may hold several stores.
      if (of === schema) versions.observe({ version: Number(version), stamp }, before)
    })
    try {
      await inSchema(schema, true)(connected)
      await connected.query(`LISTEN ${versionChannel}`)
    } catch (error) {
      drop(connected)
      throw error
    }
    return connected
  }
  const poll = async (): Promise<void> => {
    client ??= await connect()
    const polled = client
    try {
      const askedAt = performance.now()
      await readVersion(polled, versions)
      versions.relyFrom(askedAt)
    } catch (error) {
      drop(polled)
      throw error
    }
  }
  const round = async (): Promise<void> => {
    const askedAt = performance.now()
    try {
      await poll()
    } catch {
      versions.lose() // until the pool answers
      await readVersion(pool, versions).then(
        () => versions.relyFrom(askedAt),
        () => {}, // readers then query the version themselves, and get the error
      )
    }
    if (!stopped) timer = setTimeout(next, pollInterval).unref()
  }
  const next = (): void => {
    running = round()
  }
  let running: Promise<void> | null = null

  return {
    async listen() {
      if (running === null) next()
      await running
    },
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await running
      await client?.end().catch(() => {})
    },
  }
}
