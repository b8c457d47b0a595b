import { existsSync } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { waitForLock } from 'fs-native-extensions'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { dumpSeeded } from '../src/server/seed.js'
import { partition } from '../src/store/admin/partition.js'
import { type Database, openDatabase } from '../src/store/database/open.js'
import { relyOnVersion, Versions } from '../src/store/database/versions.js'
import type { BlocksOptions } from '../src/store/query/columns/blocks.js'
import { Store } from '../src/store/query/store.js'
import { type Contents, nextTransaction, readContents, resetTo } from './contents.js'
import { isPartitioned } from './setup.js'

/** A store of its own for the calling file: on PGlite in memory, or on PostgreSQL where TEST_DATABASE_URL names a server. */
export interface TestStore {
  readonly database: Database
  readonly store: Store
  close(): Promise<void>
  /** Takes it away for good, as when it is lost. */
  lose(): Promise<void>
}

/** Keeps columns in memory from the first read on; with TEST_COLUMNS=eager every store of the tests reads by them. */
export const eagerColumns: BlocksOptions = {
  bytes: 2 ** 30,
  after: 0,
  failed(error) {
    throw error
  },
}
const isEager = process.env['TEST_COLUMNS'] === 'eager'

async function storeOf(database: Database): Promise<Store> {
  if (!isEager) return new Store(database)
  await database.listen() // answers at once are those of a version that is known
  return new Store(database, null, eagerColumns)
}

/** A store that holds the shipped releases. */
export async function openTestStore(): Promise<TestStore> {
  const template = inject('template')
  return 'file' in template ? inMemory(template.file) : onServer(template.server, template.database)
}

/** A store that holds nothing. */
export async function openEmptyStore(): Promise<TestStore> {
  const template = inject('template')
  return 'server' in template ? onServer(template.server, 'template0') : inMemory(null)
}

let read: Promise<Uint8Array> | null = null

/** Returns the store with the shipped releases, for PGlite. */
export function readTemplate(file: string): Promise<Uint8Array> {
  read ??= readOrMakeTemplate(file)
  return read
}

/** Test processes wait for the first of them, which makes the file. */
async function readOrMakeTemplate(file: string): Promise<Uint8Array> {
  const lock = await open(`${file}.lock`, 'a+')
  try {
    await waitForLock(lock.fd)
    if (!existsSync(file)) await writeFile(file, await dumpSeeded(pino({ level: 'silent' }), 'annual'))
    return await readFile(file)
  } finally {
    await lock.close()
  }
}

/** Stores that files of this process have closed, by their template, to be used again: to open one takes seconds. */
const spares = new Map<string | null, { readonly database: Database; readonly first: Contents }>()

/** Opens a store with the contents of a template, or with none. */
async function inMemory(file: string | null): Promise<TestStore> {
  const { database, first } = spares.get(file) ?? (await openInMemory(file))
  spares.delete(file)
  const untouched = await nextTransaction(database.pool)
  return {
    database,
    store: await storeOf(database),
    async close() {
      const reset = async () => (await nextTransaction(database.pool)) === untouched || resetTo(first, database)
      const isReset = !spares.has(file) && (await reset().catch(() => false))
      if (isReset) spares.set(file, { database: renewed(database), first })
      else await database.close()
    },
    lose: () => database.close(),
  }
}

async function openInMemory(file: string | null) {
  const template = file === null ? {} : { template: await readTemplate(file) }
  const database = await openDatabase({ kind: 'memory', ...template })
  if (isPartitioned) await partition(database)
  return { database, first: await readContents(database) }
}

/** The same store for a file that knows nothing of its versions. */
function renewed(database: Database): Database {
  const versions = new Versions()
  return { ...database, versions, listen: () => relyOnVersion(database.pool, versions) }
}

let made = 0

async function onServer(server: string, template: string): Promise<TestStore> {
  const name = `test_${process.pid}_${++made}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openDatabase({ kind: 'server', url: url.href })
  if (isPartitioned) await partition(database)
  const close = async (): Promise<void> => {
    await database.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { database, store: await storeOf(database), close, lose: close }
}
