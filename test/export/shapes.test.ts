import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeLists } from '../../src/domain/codes/codes.js'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { type Content, pivotContent, seriesContent } from '../../src/export/content.js'
import { type Format, type FormatInfo, formats } from '../../src/export/formats.js'
import type { About } from '../../src/files/output/about.js'
import type { PivotCells } from '../../src/files/output/pivot-table.js'
import type { SeriesLines } from '../../src/files/output/series-table.js'
import { openTestStore, type TestStore } from '../support.js'

const JSONstat = createRequire(import.meta.url)('jsonstat-toolkit')

let opened: TestStore
let codes: CodeLists
let folder: string
let duck: DuckDBConnection
beforeAll(async () => {
  opened = await openTestStore()
  codes = (await opened.store.view()).snapshot.codes
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-shapes-'))
  duck = await DuckDBConnection.create()
})
afterAll(async () => {
  duck.closeSync()
  await opened.close()
  await rm(folder, { recursive: true })
})

const about: About = { query: 'series', variables: '{}', language: 'EN', version: 6, asOf: null, releases: [] }
const there = { status: 'NORMAL', qualifier: 'EXACT', reason: null } as const
const missing = { value: null, status: 'MISSING', qualifier: 'EXACT', reason: 'no base, "2019"' } as const
const product = (code: string) => [{ dimension: 'PRODUCT', code }]

const series: SeriesLines = {
  periods: ['2022', '2023'].map(parsePeriod),
  unit: 'PERCENT',
  rows: [
    {
      dataset: 'CN_TRADE',
      metric: 'EXPORTS',
      categories: product('SHIPS'),
      measure: 'CNY',
      points: [missing, { value: '35.4', ...there }],
    },
    {
      dataset: 'CN_TRADE',
      metric: 'EXPORTS',
      categories: product('NEW_THREE'),
      measure: 'CNY',
      points: [
        { value: '-1.50', ...there },
        { value: '12345678901234567.8', ...there },
      ],
    },
  ],
}

const none = { dataset: null, metric: null, categories: [], period: null }
const pivot: PivotCells = {
  dataset: 'CN_TRADE',
  rowHeaders: [
    { ...none, categories: product('SHIPS') },
    { ...none, categories: product('NEW_THREE') },
  ],
  columnHeaders: [
    { ...none, metric: 'EXPORTS' },
    { ...none, metric: 'TRADE', period: parsePeriod('2023') },
  ],
  cells: [
    ['1.5', null],
    ['2', '3'],
  ],
  marks: [
    { row: 0, column: 1, status: 'NIL', qualifier: 'EXACT', reason: null },
    { row: 1, column: 1, status: 'NORMAL', qualifier: 'OVER', reason: null },
  ],
  rowTotals: ['1.5', '5'],
  columnTotals: ['3.5', '3'],
  grandTotal: '6.5',
  unit: 'CNY_TRILLION',
}

async function written(content: Content, format: Format): Promise<Buffer> {
  const { write }: FormatInfo = formats[format]
  const pieces: Buffer[] = []
  for await (const piece of write(content)) pieces.push(Buffer.from(piece as string))
  return Buffer.concat(pieces)
}

async function rows(sql: (path: string) => string, bytes: Buffer): Promise<unknown[]> {
  const path = join(folder, `${Math.random()}`)
  await writeFile(path, bytes)
  return (await duck.runAndReadAll(sql(path))).getRowObjectsJson()
}

const sdmx = (path: string): string =>
  `SELECT "METRIC", "PRODUCT", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "QUALIFIER", "REASON" FROM read_csv('${path}', all_varchar = true, header = true) WHERE "METRIC" IS NOT NULL`

describe('aligned series', () => {
  const content = () => seriesContent(series, codes, about)

  test('are rows of a table for people', async () => {
    const csv = (await written(content(), 'csv')).toString()
    expect(csv.split('\n')).toEqual([
      'Dataset,Metric,Code,Measure,"Metric, name (percent)",2022,2023',
      'CN_TRADE,EXPORTS,PRODUCT:SHIPS,CNY,"Exports, Ships",,35.4',
      expect.stringMatching(/^CN_TRADE,EXPORTS,PRODUCT:NEW_THREE,CNY,".*",-1.50,12345678901234567.8$/),
      '',
    ])
    const [sheet] = (await readExcelFile(await written(content(), 'xlsx'))) as unknown as { data: unknown[][] }[]
    expect(sheet?.data.slice(1).map((row) => row.slice(5))).toEqual([
      [null, 35.4],
      [-1.5, '12345678901234567.8'],
    ])
  })

  test('are numbers or reasons for programs', async () => {
    expect(await rows(sdmx, await written(content(), 'sdmx-csv'))).toEqual(
      [
        ['SHIPS', '2022', null, 'O', 'no base, "2019"'],
        ['SHIPS', '2023', '35.4', 'A', null],
        ['NEW_THREE', '2022', '-1.50', 'A', null],
        ['NEW_THREE', '2023', '12345678901234567.8', 'A', null],
      ].map(([PRODUCT, TIME_PERIOD, OBS_VALUE, OBS_STATUS, REASON]) => ({
        METRIC: 'EXPORTS',
        PRODUCT,
        TIME_PERIOD,
        OBS_VALUE,
        OBS_STATUS,
        QUALIFIER: 'EXACT',
        REASON,
      })),
    )
    const cube = JSONstat(JSON.parse((await written(content(), 'json-stat')).toString()))
    const cell = (PRODUCT: string, TIME_PERIOD: string) =>
      cube.Data({ DATASET: 'CN_TRADE', METRIC: 'EXPORTS', PRODUCT, TIME_PERIOD })
    expect(cell('SHIPS', '2023')).toMatchObject({ value: 35.4 })
    expect(cell('SHIPS', '2022')).toMatchObject({ value: null, status: 'MISSING' })
    expect(cell('NEW_THREE', '2023')).toMatchObject({ value: '12345678901234567.8' })
    const parquet = await written(content(), 'parquet')
    expect(
      await rows(
        (path) =>
          `SELECT "2022"::DECIMAL(9, 2) AS a, "2023"::DECIMAL(38, 2)::VARCHAR AS b, typeof("2022") AS type FROM read_parquet('${path}')`,
        parquet,
      ),
    ).toEqual([
      { a: null, b: '35.40', type: 'DECIMAL(38,15)' },
      { a: '-1.50', b: '12345678901234567.80', type: 'DECIMAL(38,15)' },
    ])
  })
})

describe('a pivot', () => {
  const content = () => pivotContent(pivot, codes, about)

  test('is a table with totals last for people', async () => {
    const [sheet] = (await readExcelFile(await written(content(), 'xlsx'))) as unknown as { data: unknown[][] }[]
    expect(sheet?.data).toEqual([
      ['Code', 'trillion yuan', 'Exports', 'Imports and exports, 2023', 'Total'],
      ['PRODUCT:SHIPS', 'Ships', 1.5, null, 1.5],
      ['PRODUCT:NEW_THREE', expect.any(String), 2, 3, 5],
      [null, 'Total', 3.5, 3, 6.5],
    ])
  })

  test('is a number for each cell, without totals', async () => {
    expect(await rows(sdmx, await written(content(), 'sdmx-csv'))).toEqual(
      [
        ['EXPORTS', 'SHIPS', null, '1.5', 'A', 'EXACT'],
        ['TRADE', 'SHIPS', '2023', null, 'NIL', 'EXACT'],
        ['EXPORTS', 'NEW_THREE', null, '2', 'A', 'EXACT'],
        ['TRADE', 'NEW_THREE', '2023', '3', 'A', 'OVER'],
      ].map(([METRIC, PRODUCT, TIME_PERIOD, OBS_VALUE, OBS_STATUS, QUALIFIER]) => ({
        METRIC,
        PRODUCT,
        TIME_PERIOD,
        OBS_VALUE,
        OBS_STATUS,
        QUALIFIER,
        REASON: null,
      })),
    )
    const cube = JSONstat(JSON.parse((await written(content(), 'json-stat')).toString()))
    expect(cube.Data({ METRIC: 'TRADE', PRODUCT: 'NEW_THREE', TIME_PERIOD: '2023' })).toMatchObject({
      value: 3,
      status: 'OVER',
    })
    expect(cube.Data({ METRIC: 'EXPORTS', PRODUCT: 'SHIPS', TIME_PERIOD: '_T' })).toMatchObject({ value: 1.5 })
  })
})

test('a cube with too many cells is refused before writing', async () => {
  const periods = Array.from({ length: 480 }, (_, at) =>
    parsePeriod(`${1980 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`),
  )
  const rows = codes.categories.map((each) => ({
    dataset: 'CN_TRADE',
    metric: 'EXPORTS',
    categories: [{ dimension: each.dimension.code, code: each.code }],
    measure: 'CNY' as const,
    points: periods.map(() => ({ value: '1', ...there })),
  }))
  const wide: SeriesLines = { periods, unit: 'CNY', rows }
  const pieces = formats['json-stat'].write(seriesContent(wide, codes, about))[Symbol.asyncIterator]()
  await expect(pieces.next()).rejects.toThrow(/^This cube would have \d+( × \d+)+ cells, and 1,000,000 are allowed/)
})

test('a sheet with too many rows is refused before writing', () => {
  const content = { ...seriesContent(series, codes, about), rows: 1_048_576 }
  expect(() => formats.xlsx.write(content)).toThrow(/has 1,048,576 rows, and more are needed/)
})

test('a sheet with too many columns is refused before writing', async () => {
  const columnHeaders = Array.from({ length: 16_383 }, () => ({ ...none, metric: 'EXPORTS' }))
  const wide = pivotContent({ ...pivot, columnHeaders, rowTotals: null }, codes, about)
  const pieces = formats.xlsx.write(wide)[Symbol.asyncIterator]()
  await expect(pieces.next()).rejects.toThrow(/has 16,384 columns, and 16,385 are needed/)
})
