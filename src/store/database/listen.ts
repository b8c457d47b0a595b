import type pg from 'pg'
import type { Address } from './address.js'
import { connect as connectTo } from './pool.js'
import { inSchema } from './session.js'
import { askVersion, type Versions } from './versions.js'

/** Where a change announces its version, after the schema that holds the store. */
export const channel = 'store_version'

/** How the connection that listens is called. */
export const listens = 'indicators listen'
const every = 500
const tooLong = 2000

/** Hears of new versions until it is stopped; is there once it has heard the first, or could not. */
export type Listen = () => Promise<void>

/**
 * On a server: by LISTEN on a connection of its own, which also asks every half second, as a connection may be lost
 * without a word. Where it is lost, the pool is asked until there is another.
 */
export function listener(
  address: Address,
  schema: string,
  pool: pg.Pool,
  versions: Versions,
): { listen: Listen; stop: () => Promise<void> } {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const lose = (lost: pg.Client): void => {
    if (client === lost) client = null
    lost.end().catch(() => {}) // it is lost already
  }
  const connect = async (): Promise<pg.Client> => {
    const within = { connectionTimeoutMillis: tooLong, query_timeout: tooLong }
    const made = await connectTo(address, { ...within, application_name: listens })
    made.on('error', () => lose(made))
    made.on('notification', ({ payload = '' }) => {
      const [version, of] = payload.split(/ (.*)/s) // a database may hold several stores
      if (of === schema) versions.heard(Number(version))
    })
    try {
      await inSchema(schema)(made)
      await made.query(`LISTEN ${channel}`)
    } catch (error) {
      lose(made)
      throw error
    }
    return made
  }
  const ask = async (): Promise<void> => {
    client ??= await connect()
    const asked = client
    try {
      const askedAt = performance.now()
      await askVersion(asked, versions)
      versions.relyFrom(askedAt)
    } catch (error) {
      lose(asked)
      throw error
    }
  }
  const round = async (): Promise<void> => {
    const askedAt = performance.now()
    try {
      await ask()
    } catch {
      await askVersion(pool, versions).then(
        () => versions.relyFrom(askedAt),
        () => {}, // nobody can be asked: whoever wants to know now asks for himself, and is told why not
      )
    }
    if (!stopped) timer = setTimeout(next, every).unref()
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

/** On the embedded store, which nobody else changes: what is known once is relied on for ever. */
export const listenOwn =
  (pool: pg.Pool, versions: Versions): Listen =>
  async () => {
    await askVersion(pool, versions)
    versions.relyFrom(Number.POSITIVE_INFINITY)
  }
