import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/store/open.js'
import { Store } from '../src/store/store.js'

/** A store of its own for the calling file: on PGlite in memory, or on PostgreSQL where TEST_DATABASE_URL names a server. */
export interface TestStore {
  readonly database: Database
  readonly store: Store
  close(): Promise<void>
}

/** A store that holds the shipped releases. */
export async function openTestStore(): Promise<TestStore> {
  const template = inject('template')
  if ('file' in template) {
    const database = await openDatabase({ kind: 'memory', template: await readFile(template.file) })
    return { database, store: new Store(database), close: () => database.close() }
  }
  return onServer(template.server, template.database)
}

/** A store that holds nothing. */
export async function openEmptyStore(): Promise<TestStore> {
  const template = inject('template')
  if ('server' in template) return onServer(template.server, 'template0')
  const database = await openDatabase({ kind: 'memory' })
  return { database, store: new Store(database), close: () => database.close() }
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
  return {
    database,
    store: new Store(database),
    async close() {
      await database.close()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
