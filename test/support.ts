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
import { type Contents, readContents, resetTo } from './contents.js'
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
  if ('server' in template) return onServer(template.server, 'template0')
  const database = await openDatabase({ kind: 'memory' })
  if (isPartitioned) await partition(database)
  const close = () => database.close()
  return { database, store: await storeOf(database), close, lose: close }
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

/** A store that a file of this process has closed, to be used again: to open one takes a second. */
let spare: { readonly database: Database; readonly shipped: Contents } | null = null

async function inMemory(file: string): Promise<TestStore> {
  const { database, shipped } = spare ?? (await openInMemory(file))
  spare = null
  return {
    database,
    store: await storeOf(database),
    async close() {
      const isReset = spare === null && (await resetTo(shipped, database).catch(() => false))
      if (isReset) spare = { database: renewed(database), shipped }
      else await database.close()
    },
    lose: () => database.close(),
  }
}

async function openInMemory(file: string) {
  const database = await openDatabase({ kind: 'memory', template: await readTemplate(file) })
  if (isPartitioned) await partition(database)
  return { database, shipped: await readContents(database) }
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
