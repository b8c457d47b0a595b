import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { tryLock } from 'fs-native-extensions'
import type pg from 'pg'
import { Refusal } from '../../errors.js'
import { PrismaClient } from '../../generated/prisma/client.js'
import { type Address, readAddress } from './address.js'
import { cancelOnServer } from './cancel-query.js'
import { readFairly } from './fair-connections.js'
import { dropStagingTables, lockInProcess, lockOnServer, lockTimeout, type WithImportLock } from './import-lock.js'
import { listener } from './listen.js'
import { migrate, readMigrations } from './migrate.js'
import { type Embedded, openEmbedded } from './pglite.js'
import { openServerPool } from './pool.js'
import { type Read, reader } from './read-replicas.js'
import { findSchema, inSchema } from './session.js'
import { readVersion, Versions } from './versions.js'

export type Location =
  | { readonly kind: 'server'; readonly url: string; readonly replicas?: readonly string[] }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly template?: Uint8Array }

interface Connections {
  readonly pool: pg.Pool
  readonly versions: Versions
  /** Follows versions that other processes commit. `versions` is reliable only after this. */
  readonly listen: () => Promise<void>
  readonly read: Read
  readonly waiting: () => number
  readonly withImportLock: WithImportLock
  close(): Promise<void>
}

type Opened =
  | (Connections & { readonly kind: 'server' })
  | (Connections & {
      readonly kind: 'embedded'
      readonly dump: () => Promise<Uint8Array>
    })

/** An open store: set-based SQL uses the pool, single records use Prisma Client on the same pool. */
export type Database = Opened & { readonly prisma: PrismaClient }

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
  const prisma = new PrismaClient({ adapter: new PrismaPg(opened.pool, schema === null ? {} : { schema }) })
  const database: Database = {
    ...opened,
    prisma,
    async close() {
      await prisma.$disconnect()
      await opened.close()
    },
  }
  try {
    const client = await opened.pool.connect()
    try {
      await migrate(
        client,
        (await readMigrations()).filter(({ name }) => migrations?.includes(name) ?? true),
      )
      await dropStagingTables(client)
    } finally {
      client.release()
    }
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

const connections = 10 // of a process to a server, and to each of its replicas

async function openServer(
  { url, replicas = [] }: Extract<Location, { kind: 'server' }>,
  timeout: number,
): Promise<Opened & { schema: string }> {
  const address = readAddress(url)
  const schema = await findSchema(address).catch((error) => {
    if (error instanceof Refusal) throw error
    throw new Refusal('UNAVAILABLE', `The database ${address.name} cannot be reached: ${reason(error)}`)
  })
  const prepare = inSchema(schema)
  const pool = openServerPool(address, connections, prepare)
  const copies = replicas.map((replica) => openServerPool(readReplicaAddress(replica, address), connections, prepare))
  const versions = new Versions()
  const { listen, stop } = listener(address, schema, pool, versions)
  const { read, end } = reader(pool, cancelOnServer, copies)
  return {
    kind: 'server',
    pool,
    schema,
    versions,
    listen,
    ...readFairly(read, connections * (1 + replicas.length)),
    withImportLock: lockOnServer(pool, timeout),
    async close() {
      await stop()
      await end()
      await pool.end()
    },
  }
}

function readReplicaAddress(url: string, { schema }: Address): Address {
  const replica = readAddress(url)
  if (replica.schema === null || replica.schema === schema) return replica
  throw new Refusal(
    'BAD_USER_INPUT',
    `The replica ${replica.name} has the schema ${replica.schema}, which differs from that of its server.`,
  )
}

async function openInProcess(
  location: Extract<Location, { kind: 'folder' | 'memory' }>,
  timeout: number,
): Promise<Opened & { schema: null }> {
  const lock = location.kind === 'folder' ? await lockFolder(location.path) : null
  let embedded: Embedded
  try {
    embedded =
      location.kind === 'folder' ? await openEmbedded(location.path) : await openEmbedded(null, location.template)
  } catch (error) {
    await lock?.close()
    throw error
  }
  const { pool, cancelQuery, dump } = embedded
  const versions = new Versions()
  return {
    kind: 'embedded',
    pool,
    schema: null,
    versions,
    // No other process can change the store: a known version stays valid.
    async listen() {
      await readVersion(pool, versions)
      versions.relyFrom(Number.POSITIVE_INFINITY)
    },
    ...readFairly(reader(pool, cancelQuery, []).read, 1),
    withImportLock: lockInProcess(embedded, timeout),
    dump,
    async close() {
      await embedded.close()
      await lock?.close()
    },
  }
}

/**
 * Locks a folder for this process. Throws UNAVAILABLE, naming the holder, if another process has it. The operating system
 * releases the lock, which is on the open file `lock`, when the process ends.
 */
async function lockFolder(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true })
  const file = await open(join(folder, 'lock'), 'a+')
  if (!tryLock(file.fd)) {
    const holder = (await file.readFile('utf8')).trim() // empty while the other process is starting
    await file.close()
    throw new Refusal(
      'UNAVAILABLE',
      `The store in ${folder} is open in another process${holder && ` (${holder})`}. Stop that process, or name another folder with DATA_DIR.`,
    )
  }
  await file.truncate(0)
  await file.write(`process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`)
  return file
}

const reason = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reason).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)
