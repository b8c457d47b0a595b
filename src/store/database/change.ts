import { randomUUID } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.js'
import { advisoryLock } from './advisory-locks.js'
import { versionChannel } from './listen.js'
import type { Database } from './open.js'
import type { Version } from './versions.js'

const hour = 3_600_000

/**
 * Runs a transaction that changes the store. Changes are serialized by an advisory lock; each increments the version by
 * one, unless `work` reports that nothing changed, and notifies other processes.
 */
export async function change<T>(
  { prisma, versions }: Database,
  work: (tx: Prisma.TransactionClient, version: number) => Promise<{ changed: boolean; result: T }>,
): Promise<T> {
  const changing = prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock('change')})`
      const { version, stamp: before } = await tx.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const { changed, result } = await work(tx, version + 1)
      if (!changed) return { result, committed: null }
      const stamp = randomUUID()
      // A version that a store has lost, as after a failover, is made again with another stamp. The time is that of the
      // end of the change: readers see the version before until then.
      await tx.$executeRaw`
        WITH made AS (
          INSERT INTO store_version (version, stamp, created_at, indicators, series)
          SELECT ${version + 1}, ${stamp}::uuid, date_trunc('milliseconds', clock_timestamp()), indicators, series
          FROM store_state
          ON CONFLICT (version) DO UPDATE SET stamp = excluded.stamp, created_at = excluded.created_at,
            indicators = excluded.indicators, series = excluded.series
        )
        UPDATE store_state SET version = ${version + 1}, stamp = ${stamp}::uuid`
      const payload = `${version + 1} ${stamp} ${before} `
      await tx.$executeRaw`SELECT pg_notify(${versionChannel}, ${payload} || current_schema())`
      const committed: Version = { version: version + 1, stamp }
      return { result, committed, before }
    },
    { maxWait: hour, timeout: hour },
  )
  const { result, committed, before } = await changing.catch((error) => {
    versions.invalidate() // the transaction may have been committed although its answer was lost
    throw error
  })
  if (committed !== null) versions.observe(committed, before)
  return result
}
