import type { Prisma } from '../../generated/prisma/client.js'
import { lockOf } from './advisory-locks.js'
import { channel } from './listen.js'
import type { Database } from './open.js'

const hour = 3_600_000

/**
 * The one way to change a store: one transaction at a time, which raises the version by one or, where the work answers
 * that it changed nothing, leaves it. This process knows the new version before it goes on, the others are told.
 */
export async function change<T>(
  { prisma, versions }: Database,
  work: (tx: Prisma.TransactionClient, version: number) => Promise<{ changed: boolean; result: T }>,
): Promise<T> {
  let raised = 0
  const changing = prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockOf('change')})`
      const { version } = await tx.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const { changed, result } = await work(tx, version + 1)
      if (!changed) return result
      raised = version + 1
      await tx.storeState.update({ where: { id: 1 }, data: { version: raised } })
      await tx.$executeRaw`SELECT pg_notify(${channel}, ${`${raised} `} || current_schema())`
      return result
    },
    { maxWait: hour, timeout: hour },
  )
  const done = await changing.catch((error) => {
    versions.doubt() // its end may have been lost, and not what it did
    throw error
  })
  versions.heard(raised)
  return done
}
