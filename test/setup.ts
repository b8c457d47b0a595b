import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { seedStore } from '../src/server/seed.js'
import { partition } from '../src/store/admin/partition.js'
import { openDatabase } from '../src/store/database/open.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** What each test file's own store starts from: a file, made by whoever needs it first, or a database of PostgreSQL. */
    template: { readonly file: string } | { readonly server: string; readonly database: string }
  }
}

/** Whether all stores are partitioned: `npm run test:partitioned`. */
export const isPartitioned = process.env['TEST_PARTITIONED'] !== undefined

const quiet = pino({ level: 'silent' })

/** Names the store with the shipped releases that every test file starts from a copy of. On a server, fills it too. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL']
  return server === undefined ? embedded(project) : postgres(project, server)
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-test-'))
  project.provide('template', { file: join(folder, 'template.tar') })
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
  if (isPartitioned) await partition(filled)
  await filled.close()
  project.provide('template', { server, database })
  return async () => {
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`)
    await admin.end()
  }
}
