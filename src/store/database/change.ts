import type { Prisma } from '../../generated/prisma/client.js'
import { advisoryLock } from './advisory-locks.js'
import { versionChannel } from './listen.js'
import type { Database } from './open.js'

const hour = 3_600_000

/**
 * Runs a transaction that changes the store. Changes are serialized by an advisory lock; each increments the version by
 * one, unless `work` reports that nothing changed, and notifies other processes.
 */
export async function change<T>(
  { prisma, versions }: Database,
  work: (tx: Prisma.TransactionClient, version: number) => Promise<{ changed: boolean; result: T }>,
): Promise<T> {
  let committed = 0
  const changing = prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock('change')})`
      const { version } = await tx.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const { changed, result } = await work(tx, version + 1)
      if (!changed) return result
      committed = version + 1
      await tx.storeState.update({ where: { id: 1 }, data: { version: committed } })
      await tx.$executeRaw`SELECT pg_notify(${versionChannel}, ${`${committed} `} || current_schema())`
      return result
    },
    { maxWait: hour, timeout: hour },
  )
  const result = await changing.catch((error) => {
    versions.invalidate() // the transaction may have been committed although its answer was lost
    throw error
  })
  versions.observe(committed)
  return result
}
