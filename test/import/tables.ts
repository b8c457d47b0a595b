import { createReadStream } from 'node:fs'
import type { ReleaseMetadata } from '../../src/domain/observations/observation.js'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import type { Database } from '../../src/store/database/open.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { sharedData } from '../shared-data.js'

const folder = sharedData.locations.url

const two = (month: number): string => String(month).padStart(2, '0')

/** The release of a month's table: published on the 18th of the month after. */
export const headOf = (month: number): ReleaseMetadata => ({
  code: `CN-GACC-2024-${two(month)}-LOCATION`,
  title: `Imports and exports by location, ${month}/2024`,
  publisher: 'General Administration of Customs of the People’s Republic of China',
  publishedAt: `${month === 12 ? '2025-01' : `2024-${two(month + 1)}`}-18T00:00:00+08:00`,
  stage: 'MONTHLY',
  url: null,
  note: null,
})

/** How a month's table is taken in, from its file or from other bytes. */
export const requestOf = (month: number, bytes?: Uint8Array): ImportRequest => ({
  head: headOf(month),
  files: [
    {
      name: `2024-${two(month)}.csv`,
      bytes: bytes ? once(bytes) : createReadStream(new URL(`2024-${two(month)}.csv`, folder)),
    },
  ],
  format: 'TABLE',
  map: { name: 'gacc-location' },
  period: parsePeriod(`2024-${two(month)}`),
  encoding: null,
  createCodes: 'near', // names of places differ by one letter
})

/** Takes in the tables of months, in that order. */
export async function takeMonths(database: Database, months: readonly number[]): Promise<IngestReport[]> {
  const reports: IngestReport[] = []
  for (const month of months) reports.push(await importRelease(database, requestOf(month)))
  return reports
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** All that a store holds, by natural keys: what does not depend on the order in which releases came in. */
export async function contentOf({ pool }: Database): Promise<unknown[]> {
  const { rows: figures } = await pool.query(`
    SELECT s.key, i.period, r.code, i.unit, i.value, i.scale, i.qualifier, i.status, i.yoy::text, i.share::text, i.extra,
      i.known_from, i.known_to, i.source_row, r.sources->i.source AS source
    FROM indicator i JOIN series s ON s.id = i.series_id JOIN release r ON r.id = i.release_id
    WHERE i.to_version IS NULL ORDER BY s.key, i.period, r.code`)
  const { rows: confirmed } = await pool.query(`
    SELECT r.code, o.code AS of, c.period, s.key FROM confirmation c JOIN release r ON r.id = c.release_id
    JOIN release o ON o.id = c.confirmed_id JOIN series s ON c.series @> s.id
    WHERE c.to_version IS NULL ORDER BY 1, 2, 3, 4`)
  const { rows: findings } = await pool.query(`
    SELECT code, kind, key, severity, message, low::text, high::text, reported::text, unit, found, file, row, "column",
      indicators FROM finding WHERE to_version IS NULL ORDER BY code, kind, key`)
  const { rows: categories } = await pool.query(`
    SELECT d.code AS dimension, c.code, p.code AS parent, c.name_en, c.name_zh, c.rank FROM category c
    JOIN dimension d ON d.id = c.dimension_id LEFT JOIN category p ON p.id = c.parent_id ORDER BY 1, 2`)
  return [figures, confirmed, findings, categories]
}
