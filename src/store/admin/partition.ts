import type { Database } from '../database/open.js'
import { partitionsOf, partitionTable } from '../database/partitions.js'

export interface PartitionReport {
  readonly changed: boolean
  readonly partitions: number
}

/**
 * Partitions the figures of a store by the year in which their periods end. Its answers and its version stay the same.
 * Imports wait for it.
 */
export const partition = ({ pool, withImportLock }: Database): Promise<PartitionReport> =>
  withImportLock(async () => {
    const partitions = await partitionsOf(pool)
    return partitions === null
      ? { changed: true, partitions: await partitionTable(pool) }
      : { changed: false, partitions }
  })
