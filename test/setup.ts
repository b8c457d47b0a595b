import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { seedStore } from '../src/server/seed.js'
import { openDatabase } from '../src/store/database/open.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** What each test file's own store starts from: a file that PGlite opens, or a database that PostgreSQL copies. */
    template: { readonly file: string } | { readonly server: string; readonly database: string }
  }
}

const quiet = pino({ level: 'silent' })

/** Fills one store with the shipped releases, for every test file to start from a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL']
  return server === undefined ? embedded(project) : postgres(project, server)
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-test-'))
  const file = join(folder, 'template.tar.gz')
  const database = await openDatabase({ kind: 'memory' })
  await seedStore(database, quiet)
  if (database.kind !== 'embedded') throw new Error('Only the embedded store can be dumped.')
  await writeFile(file, await database.dump())
  await database.close()
  project.provide('template', { file })
  return () => rm(folder, { recursive: true })
}

async function postgres(project: TestProject, server: string): Promise<() => Promise<void>> {
  const database = `template_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${database}`)
  const url = new URL(server)
  url.pathname = `/${database}`
  const filled = await openDatabase({ kind: 'server', url: url.href })
  await seedStore(filled, quiet)
  await filled.close()
  project.provide('template', { server, database })
  return async () => {
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`)
    await admin.end()
  }
}
