import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { tryLock } from 'fs-native-extensions'
import type pg from 'pg'
import { Refusal, refuse } from '../../errors.js'
import { PrismaClient } from '../../generated/prisma/client.js'
import { memoizeByObject } from '../../lib/memo.js'
import { type Address, readAddress } from './address.js'
import { type CancelQuery, cancelOnServer } from './cancel-query.js'
import { shareStore } from './embedded/folder-sockets.js'
import { openAsGuest } from './embedded/guest.js'
import { closeLeftCursors } from './embedded/left-cursors.js'
import { type Embedded, isCreated, openEmbedded } from './embedded/pglite.js'
import { readFairly } from './fair-connections.js'
import { dropStagingTables, lockInProcess, lockOnServer, lockTimeout, type WithImportLock } from './import-lock.js'
import { listener } from './listen.js'
import { migrate, readMigrations, refuseNewer } from './migrate.js'
import { openServerPool, withClient } from './pool.js'
import { type Read, reader } from './read-replicas.js'
import { findSchema, inSchema } from './session.js'
import { readVersion, relyOnVersion, Versions } from './versions.js'

/**
 * The location of a store. A new store in a folder starts as a copy of `template`, the file of a dump compressed with
 * Brotli.
 */
export type Location = Server | Folder | Memory

interface Server {
  readonly kind: 'server'
  readonly url: string
  readonly replicas?: readonly string[]
  /** The seconds for which replicas are read at the last known version while the server does not answer. */
  readonly staleReads?: number
}

interface Memory {
  readonly kind: 'memory'
  readonly template?: Uint8Array
}

/**
 * The value of `beside` applies if several processes open the folder: one shares its store, commands join it as guests.
 * With `either`, the first of several processes shares the store, and the others join it.
 */
interface Folder {
  readonly kind: 'folder'
  readonly path: string
  readonly template?: string
  readonly beside?: 'share' | 'join' | 'either'
}

interface Connections {
  readonly pool: pg.Pool
  readonly versions: Versions
  /** Follows versions that other processes commit. `versions` is reliable only after this. */
  readonly listen: () => Promise<void>
  readonly read: Read
  readonly waiting: () => number
  readonly staleReads: number
  readonly replicas: readonly pg.Pool[]
  readonly withImportLock: WithImportLock
  readonly cancelQuery: CancelQuery
  readonly isGuest: boolean
  close(): Promise<void>
}

type Opened =
  | (Connections & { readonly kind: 'server' })
  | (Connections & {
      readonly kind: 'embedded'
      readonly dump: () => Promise<Uint8Array>
    })

type Prepared = Opened & { readonly schema: string | null }

/**
 * The open store: set-based SQL uses the pool, single records use Prisma Client on the same pool. `replicaClients` return
 * clients of the replicas, made when they are first needed.
 */
export type Database = Opened & {
  readonly prisma: PrismaClient
  readonly replicaClients: readonly (() => PrismaClient)[]
}

/**
 * Opens a store and applies migrations: those that ship, or only `migrations` of them. Throws UNAVAILABLE when the store
 * cannot be opened. Imports wait for each other at most `timeout` milliseconds.
 */
export async function openDatabase(
  location: Location,
  migrations: readonly string[] | null = null,
  timeout = lockTimeout,
): Promise<Database> {
  const { schema, ...opened } =
    location.kind === 'server' ? await openServer(location, timeout) : await openInProcess(location, timeout)
  const clientOf = memoizeByObject(
    (pool: pg.Pool) => new PrismaClient({ adapter: new PrismaPg(pool, schema === null ? {} : { schema }) }),
  )
  const prisma = clientOf(opened.pool)
  const database: Database = {
    ...opened,
    prisma,
    replicaClients: opened.replicas.map((pool) => () => clientOf(pool)),
    async close() {
      await prisma.$disconnect()
      await opened.close()
    },
  }
  try {
    const chosen = (await readMigrations()).filter(({ name }) => migrations?.includes(name) ?? true)
    await withClient(opened.pool, async (client) => {
      await migrate(client, chosen)
      if (migrations === null) await refuseNewer(client, chosen)
      if (!opened.isGuest) await dropStagingTables(client)
    })
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

const connections = 10 // of a process to a server, and to each of its replicas

async function openServer({ url, replicas = [], staleReads = 0 }: Server, timeout: number): Promise<Prepared> {
  const address = readAddress(url)
  const schema = await findSchema(address).catch((error) => {
    if (error instanceof Refusal) throw error
    throw new Refusal('UNAVAILABLE', `The database ${address.name} cannot be reached: ${reason(error)}`)
  })
  const pool = openServerPool(address, connections, inSchema(schema, true))
  const copies = replicas.map((replica) =>
    openServerPool(readReplicaAddress(replica, address), connections, inSchema(schema, false)),
  )
  const versions = new Versions()
  const { listen, stop } = listener(address, schema, pool, versions)
  const { read, end } = reader(pool, cancelOnServer, copies)
  return {
    kind: 'server',
    isGuest: false,
    pool,
    schema,
    versions,
    listen,
    ...readFairly(read, connections * (1 + replicas.length)),
    staleReads: replicas.length === 0 ? 0 : staleReads,
    replicas: copies,
    withImportLock: lockOnServer(pool, timeout),
    cancelQuery: cancelOnServer,
    async close() {
      await stop()
      await end()
      await pool.end()
    },
  }
}

function readReplicaAddress(url: string, { schema }: Address): Address {
  const replica = readAddress(url, 'replica')
  if (replica.schema === null || replica.schema === schema) return replica
  return refuse(`The replica ${replica.name} has the schema ${replica.schema}, which differs from that of its server.`)
}

async function openInProcess(location: Folder | Memory, timeout: number): Promise<Prepared> {
  const lock = location.kind === 'folder' ? await lockFolder(location.path) : null
  if (location.kind === 'folder' && lock === null) return openBeside(location)
  const embedded = await openLocked(location).catch(async (error) => {
    await lock?.close()
    throw error
  })
  const { pool, cancelQuery, dump } = embedded
  const versions = new Versions()
  const withImportLock = lockInProcess(embedded, timeout)
  const takeTurn = async () => {
    const { stream, end } = await embedded.takeTurn()
    const settle = async (): Promise<void> => {
      await end()
      await readVersion(pool, versions)
      await closeLeftCursors(pool)
    }
    return { stream, end: settle }
  }
  const isShared = location.kind === 'folder' && (location.beside === 'share' || location.beside === 'either')
  const unshare = isShared ? await shareStore(location.path, { takeTurn, withImportLock }) : async () => {}
  return {
    kind: 'embedded',
    isGuest: false,
    pool,
    schema: null,
    versions,
    listen: () => relyOnVersion(pool, versions),
    ...readFairly(reader(pool, cancelQuery, []).read, 1),
    staleReads: 0,
    replicas: [],
    withImportLock,
    cancelQuery,
    dump,
    async close() {
      await unshare()
      await embedded.close()
      await lock?.close()
    },
  }
}

/** The process that has the store open ends what takes too long there. */
const cancelInOwner: CancelQuery = async () => {}

/** Uses the store that another process has open. Throws UNAVAILABLE, naming that process, if it does not share it. */
async function openBeside({ path, beside }: Folder): Promise<Prepared> {
  const guest = beside === 'join' || beside === 'either' ? await openAsGuest(path) : null
  if (guest === null) throw await heldBy(path)
  const { pool, withImportLock, close } = guest
  const versions = new Versions()
  return {
    kind: 'embedded',
    isGuest: true,
    pool,
    schema: null,
    versions,
    listen: async () => void (await readVersion(pool, versions)),
    ...readFairly(reader(pool, cancelInOwner, []).read, 1),
    staleReads: 0,
    replicas: [],
    withImportLock,
    cancelQuery: cancelInOwner,
    dump: () => Promise.reject(new Refusal('UNAVAILABLE', `The store in ${path} is open in another process.`)),
    close,
  }
}

async function openLocked(location: Folder | Memory): Promise<Embedded> {
  if (location.kind === 'memory') return openEmbedded(null, location.template)
  const { path, template } = location
  return openEmbedded(path, template === undefined || isCreated(path) ? null : template)
}

/**
 * Locks a folder for this process; null if another process has it. The operating system releases the lock, which is on
 * the open file `lock`, when the process ends.
 */
async function lockFolder(folder: string): Promise<FileHandle | null> {
  await mkdir(folder, { recursive: true })
  const file = await open(join(folder, 'lock'), 'a+')
  if (!tryLock(file.fd)) {
    await file.close()
    return null
  }
  await file.truncate(0)
  await file.write(`process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`)
  return file
}

async function heldBy(folder: string): Promise<Refusal> {
  const holder = (await readFile(join(folder, 'lock'), 'utf8')).trim() // empty while the other process is starting
  return new Refusal(
    'UNAVAILABLE',
    `The store in ${folder} is open in another process${holder && ` (${holder})`}. Wait until that process has ended, or name another folder with DATA_DIR.`,
  )
}

const reason = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reason).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)
