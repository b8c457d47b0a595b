import type { Database } from '../../src/store/database/open.js'
import { figure, release } from '../figures.js'

/** Stores a series of so many months up to 9999-12 with notes of 2,000 letters: more than a socket holds. */
export async function storeLongFigures(database: Database, months: number): Promise<void> {
  await release(database, { code: 'LONG', publishedAt: '2025-02-01T00:00:00Z' }, [
    figure({ metric: 'IMPORTS', categories: ['PARTNER:US'], period: '9999-12', value: '1' }),
  ])
  await database.pool.query(
    `INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value, scale,
       qualifier, status, extra, known_from, from_version)
     SELECT series_id, period - 16 * n, release_id, metric_id, breakdown_id, category_id, frequency, unit, value, scale,
       qualifier, status, jsonb_build_object('note', jsonb_build_object('en', repeat('x', 2000))), known_from, from_version
     FROM indicator, generate_series(1, ${months - 1}) n WHERE period = (9999 * 12 + 11) * 16 AND known_to IS NULL`,
  )
}
