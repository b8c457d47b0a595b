import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/observations/observation.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import type { Item } from '../../src/store/ingest/item.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { figure, head } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'

// On a server, what is large is stored while it is being read: what comes late may still be at fault.

const places = 1000
const months = 13

/** Figures of series that the store does not know, month after month. */
const figures: readonly Observation[] = Array.from({ length: places * months }, (_, index) =>
  figure({
    metric: 'EXPORTS',
    categories: [`AREA:A${index % places}`],
    period: `20${20 + Math.floor(index / places / 12)}-${String((Math.floor(index / places) % 12) + 1).padStart(2, '0')}`,
    unit: 'CNY',
    value: `${index + 1}`,
  }),
)
const [first] = figures as [Observation]
const source = { file: 'large.csv', value: 'value', change: null, share: null }

async function* items(of: readonly Observation[]): AsyncGenerator<Item> {
  for (const [index, each] of of.entries()) yield { observation: each, row: index + 2, source }
}

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const take = (code: string, from: AsyncIterable<Item>, publishedAt = '2024-01-01T00:00:00Z') =>
  ingest(opened.database, head({ code, publishedAt }), from, { createCodes: true })

/** All that was printed by a release, and how many of its figures are current. */
async function stored(code: string) {
  const { rows } = await opened.database.pool.query(
    `SELECT count(*)::int AS figures, count(*) FILTER (WHERE known_to IS NULL)::int AS current,
       coalesce(sum(value), 0)::text AS sum, coalesce(sum(source_row), 0)::int AS rows
     FROM indicator JOIN release r ON r.id = release_id WHERE r.code = $1 AND to_version IS NULL`,
    [code],
  )
  const { snapshot } = await opened.store.view()
  return { ...rows[0], version: snapshot.version }
}

/** Severities and rows of what is printed twice. */
const duplicates = ({ findings }: IngestReport) =>
  findings.filter(({ kind }) => kind === 'DUPLICATE').map(({ severity, row }) => [severity, row])

const count = figures.length
const sum = (count * (count + 1)) / 2

describe('a large release of new series', () => {
  test('that cannot be read completely stores nothing', async () => {
    const before = await stored('BROKEN')
    const broken = async function* () {
      yield* items(figures)
      throw new Error('the file ends in the middle')
    }
    await expect(take('BROKEN', broken())).rejects.toThrow('the file ends in the middle')
    expect(await stored('BROKEN')).toEqual(before)
  })

  test('with a different duplicate at its end is refused', async () => {
    const other = { ...first, value: first.value?.plus(1) ?? null }
    const report = await take('OTHER', items([...figures, other]))
    expect(report).toMatchObject({ accepted: false, added: 0 })
    expect(duplicates(report)).toEqual([['ERROR', count + 2]])
    expect(await stored('OTHER')).toMatchObject({ figures: 0 })
  })

  test('with equal duplicates keeps the first of each', async () => {
    const again = figures.slice(-3)
    const report = await take('TWICE', items([...again, ...figures]))
    expect(report).toMatchObject({ accepted: true, added: count, rejected: 0 })
    expect(duplicates(report)).toEqual(again.map((_, index) => ['INFO', count + 2 + index]))
    // Rows 2 to 4 for the last three, 5 and on for the others.
    const rows = 2 + 3 + 4 + ((5 + count + 1) * (count - 3)) / 2
    expect(await stored('TWICE')).toMatchObject({ figures: count, current: count, sum: `${sum}`, rows })
  })

  test('with known series counts and folds both correctly', async () => {
    const known = figures.slice(0, 200).map((each) => ({ ...each, value: each.value?.times(1.2) ?? null }))
    const more = figures.map((each) => ({ ...each, metric: 'IMPORTS' }))
    const report = await take('MORE', items([...figures.slice(200, 500), ...more, ...known]), '2024-02-01T00:00:00Z')
    expect(report).toMatchObject({ accepted: true, added: count, unchanged: 300, revised: 200 })
    expect(await stored('MORE')).toMatchObject({ figures: count + 200, current: count + 200 })
    expect(await stored('TWICE')).toMatchObject({ figures: count, current: count - 200 })
  })
})

test('a refused large release leaves correct statistics and no dead rows', async () => {
  const { kind, pool } = opened.database
  const tables = ['indicator', 'series', 'series_category', 'category']
  const planned = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await pool.query<{ name: string; rows: number }>(
          'SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE oid = ANY($1::regclass[]) ORDER BY 1',
          [tables],
        )
      ).rows.map(({ name, rows }) => [name, rows]),
    )
  const size = async (): Promise<number> =>
    (await pool.query(`SELECT sum(pg_table_size(name::regclass))::int AS bytes FROM unnest($1::text[]) name`, [tables]))
      .rows[0].bytes
  const crossed = figures.map((each, n) => ({
    ...each,
    categories: [...each.categories, { dimension: 'KIND', code: `K${n % 13}` }],
  }))
  const one = crossed[0] as Observation
  const refused = (): AsyncIterable<Item> => items([...crossed, { ...one, value: one.value?.plus(1) ?? null }])
  await pool.query(`ANALYZE ${tables.join()}`)
  const before = await planned()
  const sizes: number[] = []
  for (const code of ['REFUSED-1', 'REFUSED-2', 'REFUSED-3']) {
    expect(await take(code, refused(), '2024-03-01T00:00:00Z')).toMatchObject({ accepted: false })
    sizes.push(await size())
  }
  const after = await planned()
  for (const name of tables) expect(Math.abs((after[name] ?? 0) - (before[name] ?? 0)), name).toBeLessThan(1000)
  if (kind === 'embedded') expect(sizes[2]).toBeLessThan((sizes[0] ?? 0) * 1.5) // a server has autovacuum for that
})
