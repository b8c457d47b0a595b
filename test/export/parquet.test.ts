import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestStore } from '../support.js'
import { asked, bytesOf, digits38, download, inBase, keyOf, openHardStore, plain, type Told } from './support.js'

let opened: TestStore
let folder: string
let duck: DuckDBConnection
beforeAll(async () => {
  opened = await openHardStore()
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-export-'))
  duck = await DuckDBConnection.create()
})
afterAll(async () => {
  duck.closeSync()
  await opened.close()
  await rm(folder, { recursive: true })
})

type Row = Record<string, string | null>

/** What DuckDB reads from a file, as text. */
async function rows(sql: string): Promise<Row[]> {
  const reader = await duck.runAndReadAll(sql)
  return reader.getRowObjectsJson() as Row[]
}

async function file(format: string, filter: object = {}, more: Record<string, string> = {}): Promise<string> {
  const path = join(folder, `${format}-${Math.random()}`)
  await writeFile(path, await bytesOf(await download(opened, format, filter, more)))
  return path
}

/** Codes of the dimensions, whatever the format writes for a figure that is not broken down. */
const categories = (row: Row): string[] =>
  ['ENTERPRISE_TYPE', 'PARTNER', 'PLATFORM', 'PRODUCT'].flatMap((dimension) => {
    const code = row[dimension] ?? '_T'
    return code === '_T' ? [] : [`${dimension}:${code}`]
  })

test('DuckDB reads the answers of GraphQL from Parquet', async () => {
  const path = await file('parquet', {}, { language: 'ZH' })
  const found = await rows(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${path}')`)
  const told = found.map((row): [string, Told] => [
    keyOf(row['metric'] ?? '', categories(row), row['unit'] ?? '', row['period'] ?? ''),
    {
      value: inBase(row['value'] ?? null, row['unit'] ?? ''),
      unit: row['unit'] ?? '',
      decimals: row['decimals'] == null ? null : Number(row['decimals']),
      qualifier: row['qualifier'] ?? '',
      status: row['status'] ?? '',
      flags: row['flags'] ?? null,
      yoyChange: plain(row['yoy_change'] ?? null),
      share: plain(row['share'] ?? null),
      shareChange: plain(row['share_change'] ?? null),
      note: row['note'] ?? null,
      release: row['release'] ?? '',
    },
  ])
  expect(Object.fromEntries(told)).toEqual(await asked(opened, {}, 'ZH'))
  expect(told.length).toBe(Object.keys(await asked(opened)).length)
  expect(found.find((row) => row['PRODUCT'] === 'HARD')?.['PRODUCT_name']).toBe('机器，「重」')
})

test('numbers are decimals, days are dates, citations are metadata', async () => {
  const path = await file('parquet', { periods: ['2023'] })
  const [types] = await rows(
    `SELECT typeof(value) AS value, typeof(yoy_change) AS yoy, typeof(first_day) AS day, typeof(metric) AS metric FROM read_parquet('${path}') LIMIT 1`,
  )
  expect(types).toEqual({ value: 'DECIMAL(38,15)', yoy: 'DECIMAL(38,15)', day: 'DATE', metric: 'VARCHAR' })
  const [total] = await rows(
    `SELECT value, first_day, last_day FROM read_parquet('${path}') WHERE metric = 'TRADE' AND "PRODUCT" IS NULL AND "PARTNER" IS NULL AND "PLATFORM" IS NULL AND "ENTERPRISE_TYPE" IS NULL`,
  )
  expect(total).toEqual({ value: `41.76${'0'.repeat(13)}`, first_day: '2023-01-01', last_day: '2023-12-31' })
  const facts = await rows(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${path}')`)
  const fact = (name: string): string | null | undefined => facts.find(({ key }) => key === name)?.['value']
  expect(fact('citation')).toMatch(/^General Administration of Customs.*\(CN-GACC-2023-ANNUAL\)$/)
  expect(JSON.parse(fact('variables') ?? '')).toEqual({ filter: { periods: ['2023'] } })
  expect(fact('store_version')).toBe(String((await opened.store.view()).snapshot.version))
  expect(fact('licence')).toMatch(/publisher/)
})

test('numbers that need more than 38 digits are text', async () => {
  const path = await file('parquet', { categories: ['HARD'], periods: ['2019'], unit: 'CNY' })
  expect(await rows(`SELECT value, typeof(value) AS type FROM read_parquet('${path}')`)).toEqual([
    { value: digits38, type: 'VARCHAR' },
  ])
})

test('the types of columns do not depend on the rows', async () => {
  const paths: string[] = []
  for (const filter of [
    { metrics: [] },
    { categories: ['HARD'], periods: ['2018'] },
    { dimensions: ['PRODUCT'], periods: ['2023'] },
    { categories: ['HARD'], periods: ['2019-05'] },
  ])
    paths.push(await file('parquet', filter))
  const typesOf = async (path: string): Promise<Row> =>
    Object.fromEntries(
      (await rows(`DESCRIBE SELECT * FROM read_parquet('${path}')`))
        .filter(({ column_name: name }) => !/^PRODUCT/.test(name ?? ''))
        .map(({ column_name: name, column_type: type }) => [name ?? '', type ?? null]),
    )
  const [empty, ...others] = await Promise.all(paths.map(typesOf))
  expect(empty).toMatchObject({ value: 'DECIMAL(38,15)', share: 'DECIMAL(38,15)', decimals: 'DECIMAL(38,0)' })
  for (const other of others) expect(other).toEqual(empty)
  expect(await rows(`SELECT count(*)::INT AS n FROM read_parquet('${paths[0]}')`)).toEqual([{ n: 0 }])
  const list = paths.map((path) => `'${path}'`).join()
  const [sum] = await rows(`SELECT sum(value)::VARCHAR AS sum FROM read_parquet([${list}], union_by_name = true)`)
  expect(Number(sum?.['sum'])).toBeGreaterThan(556_000)
})

test('DuckDB reads the answers of GraphQL from SDMX-CSV', async () => {
  const path = await file('sdmx-csv')
  const all = await rows(`SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`)
  const [about, ...found] = all
  expect(about?.['METRIC']).toBeNull()
  expect(about?.['CITATION']).toMatch(/\(CN-GACC-2023-ANNUAL\)/)
  const statuses: Record<string, string> = {
    A: 'NORMAL',
    P: 'PRELIMINARY',
    O: 'MISSING',
    E: 'ESTIMATED',
    NIL: 'NIL',
    Q: 'CONFIDENTIAL',
  }
  const told = found.map((row): [string, Told] => {
    const unit = row['UNIT_MEASURE'] ?? ''
    const value = row['OBS_VALUE'] == null ? null : plain(`${row['OBS_VALUE']}e${row['UNIT_MULT']}`)
    const period = (row['TIME_PERIOD'] ?? '')
      .replace('-S', '-H')
      .replace(/^(\d{4})-01-01\/P(\d+)M$/, (_, year, months) => `${year}-01/${year}-${months.padStart(2, '0')}`)
    return [
      keyOf(row['METRIC'] ?? '', categories(row), unit, period),
      {
        value,
        decimals: row['DECIMALS'] == null ? null : Number(row['DECIMALS']),
        status: statuses[row['OBS_STATUS'] ?? ''] ?? '',
        qualifier: row['QUALIFIER'] ?? '',
        flags: row['FLAGS'] ?? null,
        yoyChange: plain(row['YOY_CHANGE'] ?? null),
        share: plain(row['SHARE'] ?? null),
        shareChange: plain(row['SHARE_CHANGE'] ?? null),
        note: row['NOTE'] ?? null,
        release: row['RELEASE'] ?? '',
      },
    ]
  })
  const expected = Object.entries(await asked(opened)).map(([key, { unit: _, ...rest }]) => [key, rest])
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected))
  expect(told.length).toBe(expected.length)
})
