import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { Refusal } from '../../errors.js'
import { PrismaClient } from '../../generated/prisma/client.js'
import { type Address, readAddress } from './address.js'
import { type Stop, stopOnServer } from './cancel-query.js'
import { inTurn } from './fair-connections.js'
import { lockFolder } from './folder-lock.js'
import { type Exclusively, oneByOne, oneOnServer, patience } from './import-lock.js'
import { removeLeftovers } from './leftovers.js'
import { type Listen, listener, listenOwn } from './listen.js'
import { migrate, readMigrations } from './migrate.js'
import { type Embedded, openEmbedded } from './pglite.js'
import { openServerPool } from './pool.js'
import { type Read, reader } from './read-replicas.js'
import { findSchema, inSchema } from './session.js'
import { Versions } from './versions.js'

/** Where figures are kept: a PostgreSQL server, a folder of this process's own, or memory. */
export type Location =
  | { readonly kind: 'server'; readonly url: string; readonly replicas?: readonly string[] }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly template?: Uint8Array }

/** An open store: set-based SQL goes through the pool, single records through Prisma on the same pool. */
export interface Database {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
  readonly stop: Stop
  /** What is known of the store's version without asking; only after `listen` can it be relied on. */
  readonly versions: Versions
  /** Hears of versions that others commit, from here on. */
  readonly listen: Listen
  /** Reads at a version: from replicas that have reached it, where there are some. */
  readonly read: Read
  /** How many reads wait for those of others. */
  readonly waiting: () => number
  /** Does what fills the store while nobody else does. */
  readonly exclusively: Exclusively
  /** Of the embedded store: all that is stored, as a template. */
  readonly dump: (() => Promise<Uint8Array>) | null
  close(): Promise<void>
}

/**
 * Opens a store and brings it to the newest shape, or with no migrations but those of `shape`. UNAVAILABLE where it
 * cannot be had. What fills it waits so many milliseconds for its turn.
 */
export async function openDatabase(
  location: Location,
  shape: readonly string[] | null = null,
  wait = patience,
): Promise<Database> {
  const opened = location.kind === 'server' ? await openServer(location, wait) : await openOwn(location, wait)
  const { pool, close, schema } = opened
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, schema === null ? {} : { schema }) })
  const database: Database = {
    ...opened,
    prisma,
    async close() {
      await prisma.$disconnect()
      await close()
    },
  }
  try {
    const client = await pool.connect()
    try {
      await migrate(
        client,
        (await readMigrations()).filter(({ name }) => shape?.includes(name) ?? true),
      )
      await removeLeftovers(client)
    } finally {
      client.release()
    }
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

type Opened = Omit<Database, 'prisma'> & { readonly schema: string | null }

async function openServer(
  { url, replicas = [] }: Extract<Location, { kind: 'server' }>,
  wait: number,
): Promise<Opened> {
  const address = readAddress(url)
  const schema = await findSchema(address).catch((error) => {
    if (error instanceof Refusal) throw error
    throw new Refusal('UNAVAILABLE', `The database ${address.name} cannot be reached: ${reason(error)}`)
  })
  const prepare = inSchema(schema)
  const pool = openServerPool(address, connections, prepare)
  const copies = replicas.map((replica) => openServerPool(replicaOf(replica, address), connections, prepare))
  const versions = new Versions()
  const { listen, stop: stopListening } = listener(address, schema, pool, versions)
  const { read, end } = reader(pool, stopOnServer, copies)
  return {
    pool,
    schema,
    stop: stopOnServer,
    versions,
    listen,
    ...inTurn(read, 10 * (1 + replicas.length)),
    exclusively: oneOnServer(pool, wait),
    dump: null,
    async close() {
      await stopListening()
      await end()
      await pool.end()
    },
  }
}

/** How many connections a process has at most, to a server and to each of its replicas. */
const connections = 10

/** A replica has the schemas of the server that it follows. */
function replicaOf(url: string, { schema }: Address): Address {
  const replica = readAddress(url)
  if (replica.schema === null || replica.schema === schema) return replica
  throw new Refusal(
    'BAD_USER_INPUT',
    `The replica ${replica.name} is read in the schema ${replica.schema}, and its server in another.`,
  )
}

async function openOwn(location: Extract<Location, { kind: 'folder' | 'memory' }>, wait: number): Promise<Opened> {
  const lock = location.kind === 'folder' ? await lockFolder(location.path) : null
  let embedded: Embedded
  try {
    embedded =
      location.kind === 'folder' ? await openEmbedded(location.path) : await openEmbedded(null, location.template)
  } catch (error) {
    await lock?.close()
    throw error
  }
  const { pool, stop } = embedded
  const versions = new Versions()
  return {
    pool,
    schema: null,
    stop,
    versions,
    listen: listenOwn(pool, versions),
    ...inTurn(reader(pool, stop, []).read, 1),
    exclusively: oneByOne(embedded, wait),
    dump: () => embedded.dump(),
    async close() {
      await embedded.close()
      await lock?.close()
    },
  }
}

const reason = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reason).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)
