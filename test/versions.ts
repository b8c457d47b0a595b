import { change } from '../src/store/database/change.js'
import type { Database } from '../src/store/database/open.js'
import { recordCodes } from '../src/store/ingest/code-versions.js'

/** Empties a store but for its code lists, by a change. */
export const forgetReleases = (database: Database): Promise<void> =>
  change(database, async (tx, version) => {
    await tx.$executeRaw`TRUNCATE indicator, confirmation, release, series, series_category, breakdown, finding,
      indicator_count, release_count, series_count CASCADE`
    await tx.$executeRaw`UPDATE store_state SET indicators = 0, series = 0`
    await recordCodes(tx, version)
    return { changed: true, result: undefined }
  })

/** Makes a version of which no process is told. */
export async function raiseVersion({ pool }: Database): Promise<void> {
  await pool.query(`
    UPDATE store_state SET version = version + 1, stamp = gen_random_uuid();
    INSERT INTO store_version (version, stamp, indicators, series) SELECT version, stamp, indicators, series FROM store_state`)
}
