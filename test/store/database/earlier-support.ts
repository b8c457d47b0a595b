import { readFile } from 'node:fs/promises'
import { type Migration, migrate } from '../../../src/store/database/migrate.js'
import { type Location, openDatabase } from '../../../src/store/database/open.js'

const text = await readFile(new URL('./earlier-migrations.sql', import.meta.url), 'utf8')

/** The migrations of development versions, as they were applied. */
export const earlier: readonly Migration[] = text
  .split(/^-- Migration: /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.split('\n')
    return { name, sql: lines.join('\n') }
  })

/** SQL that stores one figure in a store that has had the first of these migrations. */
export const figureSql = `
  INSERT INTO metric (code, additivity) VALUES ('EXPORTS', 'FLOW');
  INSERT INTO dimension (code) VALUES ('TOTAL');
  INSERT INTO category (dimension_id, code) VALUES (1, 'ALL');
  INSERT INTO breakdown (key, dimensions) VALUES ('TOTAL', ARRAY[1]);
  INSERT INTO series (key, metric_id, breakdown_id, category_id, measure, frequency)
    VALUES ('EXPORTS|TOTAL:ALL|CNY|A', 1, 1, 1, 'CNY', 'ANNUAL');
  INSERT INTO release (code, title, publisher, published_at, published_offset, stage, version)
    VALUES ('OLD', 'Old', 'Customs', '2024-01-01', 0, 'YEARBOOK', 1);
  INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value,
    scale, qualifier, status, known_from)
    VALUES (1, 388795, 1, 1, 1, 1, 'ANNUAL', 'CNY', 1, 0, 'EXACT', 'NORMAL', '2024-01-01');
  UPDATE store_state SET version = 1, indicators = 1, series = 1`

/** Creates a store that has had the first `count` of these migrations, and holds a figure if there are any. */
export async function createEarlierStore(location: Location, count: number): Promise<void> {
  const database = await openDatabase(location, [])
  const client = await database.pool.connect()
  await migrate(client, earlier.slice(0, count)).finally(() => client.release())
  if (count > 0) await database.pool.query(figureSql)
  await database.close()
}
