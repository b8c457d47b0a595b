import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/store/database/open.js'
import { Store } from '../src/store/query/store.js'

/** A store of its own for the calling file: on PGlite in memory, or on PostgreSQL where TEST_DATABASE_URL names a server. */
export interface TestStore {
  readonly database: Database
  readonly store: Store
  close(): Promise<void>
  /** Takes it away for good, as when it is lost. */
  lose(): Promise<void>
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
  const close = () => database.close()
  return { database, store: new Store(database), close, lose: close }
}

/** A store that the file before read only. To open one takes a second, and most of what many a file takes. */
let unwritten: Database | null = null

async function inMemory(file: string): Promise<TestStore> {
  const database = unwritten ?? (await openDatabase({ kind: 'memory', template: await readFile(file) }))
  unwritten = null
  const before = await nextTransaction(database)
  return {
    database,
    store: new Store(database),
    async close() {
      const asItWas =
        database.versions.known() === null && (await nextTransaction(database).catch(() => null)) === before
      if (asItWas && unwritten === null) unwritten = database
      else await database.close()
    },
    lose: () => database.close(),
  }
}

/** The number of the next transaction that writes anything at all. */
const nextTransaction = async ({ pool }: Database): Promise<string> =>
  (await pool.query('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next')).rows[0].next

let made = 0

async function onServer(server: string, template: string): Promise<TestStore> {
  const name = `test_${process.pid}_${++made}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openDatabase({ kind: 'server', url: url.href })
  const close = async (): Promise<void> => {
    await database.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { database, store: new Store(database), close, lose: close }
}
