import { readConfig } from '../../config.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../../store/database/open.js'
import { say } from './output.js'

/**
 * Runs work with the store that the environment names, and closes it. Throws UNAVAILABLE if it cannot be opened or is lost.
 * `shape` limits the migrations that are applied. Work must be one transaction, as a signal may end the process.
 */
export async function withStore<T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database) => Promise<T>,
  shape: readonly string[] | null = null,
): Promise<T> {
  const { location } = readConfig(env)
  const { openDatabase } = await import('../../store/database/open.js') // loaded after the arguments are checked
  const database = await openDatabase(location, shape).catch((error) => unavailable('could not be opened', error))
  try {
    return await work(database)
  } catch (error) {
    const { isOutage } = await import('../../server/plugins/response/outage.js')
    if (isOutage(error)) unavailable('was lost', error)
    throw error
  } finally {
    await database.close()
  }
}

/** Runs `withStore`, and fills an empty store with the shipped releases first, as `serve` does, unless SEED is false. */
export function withSeededStore<T>(env: NodeJS.ProcessEnv, work: (database: Database) => Promise<T>): Promise<T> {
  const { seed } = readConfig(env)
  return withStore(env, async (database) => {
    if (seed) await seedWhereEmpty(database)
    return work(database)
  })
}

async function seedWhereEmpty(database: Database): Promise<void> {
  const { seedState, seedStore } = await import('../../server/seed.js')
  if ((await seedState(database.prisma)) === 'done') return
  say('The store is empty. Importing the shipped code lists and releases first (set SEED=false to omit them).')
  const { createLog } = await import('../../server/log.js')
  await seedStore(database, createLog({ level: 'silent', format: 'text' }))
}

function unavailable(how: string, error: unknown): never {
  if (error instanceof Refusal) throw error
  throw new Refusal('UNAVAILABLE', `The store ${how}: ${error instanceof Error ? error.message : error}`)
}
