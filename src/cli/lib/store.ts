import { readConfig } from '../../config.js'
import { Refusal } from '../../errors.js'
import type { Shipped } from '../../server/seed.js'
import type { Database, Location } from '../../store/database/open.js'
import { say } from './output.js'

/**
 * Runs work with the store that the environment names, and closes it. Throws UNAVAILABLE if it cannot be opened or is lost.
 * `shape` limits the migrations that are applied. Work must be one transaction, as a signal may end the process.
 */
export const withStore = <T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database) => Promise<T>,
  shape: readonly string[] | null = null,
): Promise<T> => openedStore(readConfig(env).location, work, shape)

/** Runs `withStore` if there is a store; otherwise returns null, and creates none. */
export async function withCreatedStore<T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database) => Promise<T>,
): Promise<T | null> {
  const { isCreated } = await import('../../store/database/embedded/pglite.js')
  const { location } = readConfig(env)
  return location.kind === 'folder' && !isCreated(location.path) ? null : openedStore(location, work)
}

async function openedStore<T>(
  location: Location,
  work: (database: Database) => Promise<T>,
  shape: readonly string[] | null = null,
  beside: 'join' | 'either' = 'join',
): Promise<T> {
  const { openDatabase } = await import('../../store/database/open.js') // loaded after the arguments are checked
  const database = await openDatabase(location.kind === 'folder' ? { ...location, beside } : location, shape).catch(
    (error) => unavailable('could not be opened', error),
  )
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
export async function withSeededStore<T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database) => Promise<T>,
  beside: 'join' | 'either' = 'join',
): Promise<T> {
  const { shippedBy, startingFilled } = await import('../../server/seed.js')
  const { isCreated } = await import('../../store/database/embedded/pglite.js')
  const config = readConfig(env)
  const shipped = shippedBy(config.seed)
  const location = startingFilled(config.location, shipped)
  if (location.kind === 'folder' && location.template !== undefined && !isCreated(location.path))
    say('The store is new. It starts with the shipped code lists and releases (set SEED=false to omit them).')
  const seeded = async (database: Database): Promise<T> => {
    if (shipped !== null) await seedWhereEmpty(database, shipped)
    return work(database)
  }
  return openedStore(location, seeded, null, beside)
}

async function seedWhereEmpty(database: Database, shipped: Shipped): Promise<void> {
  const { seedState, seedStore } = await import('../../server/seed.js')
  if ((await seedState(database.prisma)) === 'done') return
  say('The store is empty. Importing the shipped code lists and releases first (set SEED=false to omit them).')
  const { createLog } = await import('../../server/log.js')
  await seedStore(database, createLog({ level: 'silent', format: 'text' }), shipped)
}

function unavailable(how: string, error: unknown): never {
  if (error instanceof Refusal) throw error
  throw new Refusal('UNAVAILABLE', `The store ${how}: ${error instanceof Error ? error.message : error}`)
}
