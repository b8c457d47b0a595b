import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import pg from 'pg'
import type { Location } from '../../src/store/database/open.js'
import type { Place } from '../cli/run.js'

/** A store that can be put back to what it was before. */
export interface Victim {
  readonly env: NodeJS.ProcessEnv
  readonly location: Location
  /** Makes what it is now what it is put back to. */
  keep(): Promise<void>
  reset(): Promise<void>
  /** Waits until nobody has it open any more. */
  settle(): Promise<void>
  clear(): Promise<void>
}

export async function inFolder(place: Place): Promise<Victim> {
  const [base, folder] = [place.path('base'), place.path('victim')]
  const copy = async (from: string, to: string): Promise<void> => {
    await rm(to, { recursive: true, force: true })
    if (existsSync(from)) await cp(from, to, { recursive: true })
  }
  return {
    env: { DATA_DIR: folder, SEED: 'false' },
    location: { kind: 'folder', path: folder },
    keep: () => copy(folder, base),
    reset: () => copy(base, folder),
    async settle() {},
    async clear() {},
  }
}

let made = 0

export async function onServer(server: string): Promise<Victim> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  made += 1
  const [base, own] = [`kill_points_${process.pid}_${made}_base`, `kill_points_${process.pid}_${made}`]
  const url = Object.assign(new URL(server), { pathname: `/${own}` }).href
  const drop = (name: string): Promise<unknown> => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  let template = 'template0'
  const settle = async (): Promise<void> => {
    const open = `SELECT FROM pg_stat_activity WHERE datname = '${own}' AND backend_type = 'client backend'`
    while ((await admin.query(open)).rows.length > 0);
  }
  return {
    env: { DATABASE_URL: url, SEED: 'false' },
    location: { kind: 'server', url },
    async keep() {
      await settle()
      await admin.query(`ALTER DATABASE ${own} RENAME TO ${base}`)
      template = base
    },
    async reset() {
      await drop(own)
      await admin.query(`CREATE DATABASE ${own} TEMPLATE ${template}`)
    },
    settle,
    async clear() {
      await drop(own)
      await drop(base)
      await admin.end()
    },
  }
}
