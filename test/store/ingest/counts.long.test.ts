import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retract } from '../../../src/store/ingest/retract.js'
import { generated, prepareForGenerated, release } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const { database } = opened
  await prepareForGenerated(database)
  const first = generated(400, 3)
  const raised = first.slice(0, 200).map((each) => ({ ...each, value: each.value?.plus(1) ?? null }))
  const shorter = first.slice(150, 300).map((each) => ({ ...each, changes: [], share: null, shareOf: null }))
  const publish = (code: string, month: number, figures: typeof first) =>
    release(database, { code, publishedAt: `2025-0${month}-01T00:00:00Z` }, figures)
  await publish('FIRST', 1, first)
  await publish('RAISED', 4, raised)
  await publish('AGAIN', 5, raised)
  await publish('SHORTER', 3, shorter) // arrives late
  await publish('OTHERS', 2, generated(600, 4)) // arrives late
  await retract(database, 'RAISED', 'Another scale.')
  await retract(database, 'FIRST', 'Wrong.')
})
afterAll(() => opened.close())

const at = (version: number): string => `from_version <= ${version} AND (to_version IS NULL OR to_version > ${version})`

const query = async (text: string): Promise<unknown[]> => (await opened.database.pool.query(text)).rows

test('kept counts equal counted figures at every version', async () => {
  const { version, firstVersion } = (await opened.store.view()).snapshot
  expect(version - firstVersion).toBeGreaterThan(6)
  for (let each = firstVersion; each <= version; each++) {
    const kept = await query(`SELECT metric_id, breakdown_id, frequency, period, figures, vintages FROM indicator_count
      WHERE ${at(each)} AND vintages > 0 ORDER BY 1, 2, 3, 4`)
    expect(kept, `${each}`).toEqual(
      await query(`SELECT metric_id, breakdown_id, frequency, period, count(*) FILTER (WHERE known_to IS NULL) AS figures,
        count(*) AS vintages FROM indicator WHERE ${at(each)} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`),
    )
    const ofReleases = `SELECT release_id, vintages FROM release_count WHERE ${at(each)} AND vintages > 0 ORDER BY 1`
    expect(await query(ofReleases), `${each}`).toEqual(
      await query(`SELECT release_id, count(*) AS vintages FROM indicator WHERE ${at(each)} GROUP BY 1 ORDER BY 1`),
    )
    const ofSeries = `SELECT metric_id, breakdown_id, measure, sum(series) AS n FROM series_count
      WHERE from_version <= ${each} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
    expect(await query(ofSeries), `${each}`).toEqual(
      await query(`SELECT metric_id, breakdown_id, measure, count(*) AS n FROM series
        WHERE from_version <= ${each} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
    )
    const all = `SELECT indicators FROM store_version WHERE version = ${each}`
    expect(await query(all), `${each}`).toEqual(
      await query(`SELECT coalesce(sum(figures), 0)::bigint AS indicators FROM indicator_count WHERE ${at(each)}`),
    )
  }
})

test('the migration counts all versions as changes do', async () => {
  const read = async () => [
    await query('SELECT * FROM indicator_count ORDER BY metric_id, breakdown_id, frequency, period, from_version'),
    await query('SELECT * FROM release_count ORDER BY release_id, from_version'),
    await query('SELECT * FROM series_count ORDER BY metric_id, breakdown_id, measure, from_version'),
  ]
  const made = await read()
  const file = new URL('../../../prisma/migrations/20261127120000_counts/migration.sql', import.meta.url)
  const migration = await readFile(file, 'utf8')
  await opened.database.pool.query(
    `BEGIN; DELETE FROM indicator_count; DELETE FROM release_count; DELETE FROM series_count;
    ${migration.slice(migration.indexOf('CREATE TEMP TABLE'))}; COMMIT`,
  )
  expect(await read()).toEqual(made)
})
