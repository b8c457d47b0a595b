import { readConfig } from '../../config.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../../store/database/open.js'
import { say } from './output.js'

/**
 * Does some work with the store that the environment names, and closes it whatever comes of that. UNAVAILABLE where it
 * cannot be had or is lost. A signal may end the process at any moment: what a command does is one transaction. The store
 * gets the newest shape, or no migrations but those of `shape`.
 */
export async function withStore<T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database) => Promise<T>,
  shape: readonly string[] | null = null,
): Promise<T> {
  const { location } = readConfig(env)
  const { openDatabase } = await import('../../store/database/open.js') // not before it is known that the arguments are right
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

/**
 * The same for a command that brings something: a store that is empty is given what ships first, as `serve` does, unless
 * SEED is false.
 */
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
  say('the store is empty: putting in the code lists and the releases that ship first (SEED=false keeps them out)')
  const { createLog } = await import('../../server/log.js')
  await seedStore(database, createLog({ level: 'silent', format: 'text' }))
}

function unavailable(how: string, error: unknown): never {
  if (error instanceof Refusal) throw error
  throw new Refusal('UNAVAILABLE', `The store ${how}: ${error instanceof Error ? error.message : error}`)
}
