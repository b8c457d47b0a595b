import { Prisma } from '../../generated/prisma/client.js'
import type { Database } from '../database/open.js'
import { lostVersion, type Snapshot } from './metadata-snapshot.js'

/**
 * Returns the number of the version that was in force at a time, of those up to that of a snapshot; -1 if there was no
 * store yet. It may be one that cannot be read any more. Throws CONFLICT if the store has lost the version of the snapshot.
 */
export async function versionAt(
  database: Database,
  { version, stamp }: Pick<Snapshot, 'version' | 'stamp'>,
  moment: Date,
  signal: AbortSignal | null,
): Promise<number> {
  // Counts from the first later version: older ones may have the times at which their changes began, in another order.
  const { text, values } = Prisma.sql`
    SELECT coalesce(bool_or(version = ${version} AND stamp = ${stamp}::uuid), false) AS is_version,
      coalesce(min(version) FILTER (WHERE created_at > ${moment}), ${version}::int + 1) - 1 AS version
    FROM store_version WHERE version <= ${version}`
  const [row] = await database.read<{ is_version: boolean; version: number }>(text, values, signal)
  if (row?.is_version !== true) throw lostVersion(version)
  return row.version
}
