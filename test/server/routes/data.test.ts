import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { digits38, openHardStore, plain } from '../../export/support.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import type { TestStore } from '../../support.js'
import { post, testApp } from '../support.js'

let opened: TestStore
let app: App
let folder: string
let duck: DuckDBConnection
beforeAll(async () => {
  opened = await openHardStore()
  const { database, store } = opened
  app = testApp({ store, schema, exporting: exporting(database, store), config: { RATE_LIMIT_PER_MINUTE: '0' } }).app
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-data-'))
  duck = await DuckDBConnection.create()
})
afterAll(async () => {
  duck.closeSync()
  await app.dispose()
  await opened.close()
  await rm(folder, { recursive: true })
})

const fetched = (address: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(app.fetch(`http://test/data/CN_TRADE/${address}`, init))

async function bytesOf(address: string): Promise<Buffer> {
  const response = await fetched(address)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(`${response.status} ${response.status === 200 ? '' : bytes}`).toBe('200 ')
  return bytes
}

type Row = Readonly<Record<string, string | null>>

/** Reads a file as rows of texts, an empty cell as null. */
const readers: Readonly<Record<string, (address: string) => Promise<readonly Row[]>>> = {
  async csv(address) {
    return parse(await bytesOf(address), { columns: true, cast: (cell) => (cell === '' ? null : cell) })
  },
  async json(address) {
    return JSON.parse((await bytesOf(address)).toString())
  },
  async xlsx(address) {
    const [sheet] = (await readExcelFile(await bytesOf(address))) as unknown as { data: unknown[][] }[]
    const [names = [], ...rows] = sheet?.data ?? []
    const text = (cell: unknown): string | null =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : cell == null ? null : String(cell)
    return rows.map((row) => Object.fromEntries(names.map((name, at) => [String(name), text(row[at])])))
  },
  async parquet(address) {
    const path = join(folder, `${Math.random()}.parquet`)
    await writeFile(path, await bytesOf(address))
    const reader = await duck.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${path}')`)
    return reader.getRowObjectsJson() as Row[]
  },
}

const read = (address: string): Promise<readonly Row[]> =>
  (readers[/\.(\w+)(?:\?|$)/.exec(address)?.[1] ?? ''] as (address: string) => Promise<readonly Row[]>)(address)

interface Node extends Readonly<Record<'period' | 'frequency' | 'periodStart' | 'periodEnd' | 'status', string>> {
  readonly dataset: { readonly code: string }
  readonly metric: { readonly code: string }
  readonly category: { readonly code: string; readonly dimension: { readonly code: string } }
  readonly value: string | null
  readonly qualifier: string
  readonly yoyChange: string | null
  readonly share: string | null
  readonly note: string | null
  readonly release: { readonly code: string }
}

/** What GraphQL answers of a filter in records of the same names, numbers without zeros at the end. */
async function asked(filter: object, unit: string | null = null, language = 'EN'): Promise<readonly Row[]> {
  const query = `query ($filter: IndicatorFilter, $unit: Unit, $language: Language) {
    indicators(first: 1000, filter: $filter, orderBy: [{ field: PERIOD }, { field: CATEGORY }]) { totalCount nodes {
      dataset { code } metric { code } category { code dimension { code } } period periodStart periodEnd frequency
      value(unit: $unit) qualifier status yoyChange share note(language: $language) release { code } } } }`
  const { data, errors } = await (await post(app, { query, variables: { filter, unit, language } })).json()
  expect(errors).toBeUndefined()
  expect(data.indicators.totalCount).toBe(data.indicators.nodes.length)
  return data.indicators.nodes.map((node: Node) => ({
    dataset: node.dataset.code,
    metric: node.metric.code,
    dimension: node.category.dimension.code,
    category: node.category.code,
    period: node.period,
    first_day: node.periodStart,
    last_day: node.periodEnd,
    frequency: node.frequency,
    value: node.value,
    qualifier: node.qualifier,
    status: node.status,
    yoy_change: node.yoyChange,
    share: node.share,
    note: node.note,
    release: node.release.code,
  }))
}

/** Rows of a file as `asked` has them: without the columns that GraphQL words otherwise, and zeros at the end. */
const told = (rows: readonly Row[]): readonly Row[] =>
  rows.map(({ unit: _, decimals: __, share_of: ___, value = null, yoy_change = null, share = null, note, ...rest }) => {
    const numbers = { value: plain(value), yoy_change: plain(yoy_change), share: plain(share) }
    return { ...rest, ...numbers, note: note?.replace(/^'(?==)/, '') ?? null }
  })

const forms = Object.keys(readers)
const products = { datasets: ['CN_TRADE'], metrics: ['EXPORTS'], dimensions: ['PRODUCT'] }

describe('the figures are those of indicators:', () => {
  test.each(forms)('.%s', async (form) => {
    const rows = await read(`EXPORTS/PRODUCT.${form}`)
    expect(told(rows)).toEqual(await asked(products))
    expect(rows.length).toBeGreaterThan(14)
    expect(rows.find(({ value }) => value?.startsWith('1234567890123456789'))).toMatchObject({
      value: digits38,
      unit: 'CNY',
    })
  })

  test.each(forms)('.%s, in a unit and a language', async (form) => {
    const rows = await read(`EXPORTS/PRODUCT.${form}?unit=CNY_BILLION&language=zh&from=2019&to=2023`)
    const filter = { ...products, unit: 'CNY_BILLION', from: '2019', to: '2023' }
    expect(told(rows)).toEqual(await asked(filter, 'CNY_BILLION', 'ZH'))
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['CNY_BILLION']))
    const whole = await read(`EXPORTS/PRODUCT/HARD.${form}?unit=CNY_BILLION&frequency=YEAR_TO_DATE`)
    expect(whole).toMatchObject([
      { value: { xlsx: '5', parquet: '5.000000000000000' }[form] ?? '5.0', qualifier: 'UNDER', decimals: '1' },
    ])
  })

  test('without a dimension they are totals, in periods by last day', async () => {
    const filter = { datasets: ['CN_TRADE'], metrics: ['TRADE'], dimensions: ['TOTAL'] }
    expect(told(await read('TRADE.json'))).toEqual(await asked(filter))
    const some = { ...filter, from: '2021-H2', to: '2023-Q4', frequency: ['ANNUAL', 'YEAR_TO_DATE'] }
    const address = 'TRADE/TOTAL/ALL.json?from=2021-H2&to=2023-Q4&frequency=annual,Year_To_Date'
    expect(told(await read(address))).toEqual(await asked(some))
    expect(await read(address)).not.toEqual([])
  })

  test('categories are selected by their codes', async () => {
    const rows = await read('EXPORTS/PRODUCT/SHIPS,NEW_THREE.csv?frequency=ANNUAL')
    const categories = ['PRODUCT:SHIPS', 'PRODUCT:NEW_THREE']
    expect(told(rows)).toEqual(await asked({ ...products, categories, frequency: ['ANNUAL'] }))
    expect(new Set(rows.map(({ category }) => category))).toEqual(new Set(['SHIPS', 'NEW_THREE']))
  })
})

test('asOf is a time, or a date for its end at the publisher', async () => {
  const { database } = opened
  const given = { categories: ['PRODUCT:SHIPS'], metric: 'EXPORTS', period: '2018' }
  const code = (day: number) => ({ code: `KNOWN-${day}`, publishedAt: `2026-01-0${day}T10:00:00+08:00` })
  await release(database, code(1), [figure({ ...given, value: '1.0' })])
  await release(database, code(2), [figure({ ...given, value: '2.0' })])
  const valueAt = async (asOf: string) =>
    (await read(`EXPORTS/PRODUCT/SHIPS.csv?from=2018&to=2018&unit=CNY_TRILLION&${asOf}`)).map(({ value }) => value)
  expect(await valueAt('')).toEqual(['2.0'])
  expect(await valueAt('asOf=2026-01-01')).toEqual(['1.0'])
  expect(await valueAt('asOf=2026-01-02')).toEqual(['2.0'])
  expect(await valueAt('asOf=2026-01-02T09:59:59+08:00')).toEqual(['1.0'])
  expect(await valueAt('asOf=2026-01-02T10:00:00%2B08:00')).toEqual(['2.0'])
  expect(await valueAt('asOf=2025-12-31')).toEqual([])
})

describe('shapes and labels', () => {
  test('wide has a row a series and a column a period', async () => {
    const long = await read('EXPORTS/PRODUCT.csv')
    for (const form of forms) {
      const wide = await read(`EXPORTS/PRODUCT.${form}?shape=wide`)
      const numbers = wide.flatMap(({ dataset, metric, dimension, category, frequency, unit, ...values }) =>
        Object.entries(values).map(([period, value]) => ({ category, frequency, unit, period, value })),
      )
      const held = numbers.filter(({ value }) => value !== null)
      const key = ({ category, unit, period, value }: Partial<Row>) =>
        [category, unit, period, plain(value ?? null)].join()
      expect(held.map(key).sort()).toEqual(
        long
          .filter(({ value }) => value !== null)
          .map(key)
          .sort(),
      )
    }
    const [header = ''] = (await bytesOf('EXPORTS/PRODUCT.csv?shape=wide&from=2018&to=2023&frequency=annual'))
      .toString()
      .split('\n')
    expect(header).toBe('dataset,metric,dimension,category,frequency,unit,2018,2019,2023')
  })

  test('labels are codes, names or both', async () => {
    const [code = ''] = (await bytesOf('TRADE.csv')).toString().split('\n')
    expect(code).toBe(
      'dataset,metric,dimension,category,period,first_day,last_day,frequency,value,unit,decimals,qualifier,status,yoy_change,share,share_of,note,release',
    )
    const [name] = await read('TRADE.json?labels=name&language=zh')
    expect(name).toMatchObject({ metric: '进出口', dimension: '总计', category: '总计', unit: '元' })
    const [both] = await read('TRADE.json?labels=both')
    expect(both).toMatchObject({ metric: 'TRADE', metric_name: 'Imports and exports', unit: 'CNY', unit_name: 'yuan' })
  })

  test('a comment is the first line of CSV, if requested', async () => {
    const [comment, header, ...rows] = (await bytesOf('TRADE.csv?comment=true')).toString().split('\n')
    expect(comment).toMatch(
      /^# General Administration of Customs.*; \d+ other releases\. The figures belong.*\. Store version \d+\.$/,
    )
    expect([header, ...rows].join('\n')).toBe((await bytesOf('TRADE.csv')).toString())
  })
})

test('metadata describes the figures and their sources', async () => {
  const response = await fetched('EXPORTS/PRODUCT/SHIPS.csv?frequency=annual&language=en')
  await response.arrayBuffer()
  const [, address = ''] = /^<(.*?)>; rel="describedby"/.exec(response.headers.get('link') ?? '') ?? []
  expect(address).toBe('/data/CN_TRADE/EXPORTS/PRODUCT/SHIPS.metadata.json?frequency=annual&language=en')
  const metadata = await (await app.fetch(`http://test${address}`)).json()
  const { version } = (await opened.store.view()).snapshot
  expect(metadata).toMatchObject({
    datasets: [{ code: 'CN_TRADE', name: expect.any(String) }],
    metrics: [{ code: 'EXPORTS', name: 'Exports' }],
    dimensions: [{ code: 'PRODUCT', name: 'Product' }],
    categories: [{ code: 'SHIPS', name: 'Ships' }],
    units: [{ code: 'CNY', name: 'yuan', decimals: expect.any(Number) }],
    printedUnits: expect.arrayContaining([{ code: 'CNY_TRILLION', name: 'trillion yuan', decimals: 1 }]),
    bounds: expect.stringContaining('between 41.755 and 41.765'),
    query: 'indicators',
    variables: { filter: { ...products, categories: ['PRODUCT:SHIPS'], frequency: ['ANNUAL'] } },
    storeVersion: version,
    licence: expect.any(String),
    sources: expect.arrayContaining([expect.objectContaining({ citation: expect.stringContaining('(KNOWN-2)') })]),
  })
  const columns = Object.keys((await read('TRADE.json'))[0] ?? {})
  expect(metadata.columns.map(({ name }: { name: string }) => name)).toEqual(columns)
})

test.each([
  'EXPORTS/PRODUCT.csv?unit=CNY_BILLION&frequency=annual&from=2021&to=2024',
  'EXPORTS,IMPORTS.csv?frequency=annual&from=2021&to=2024',
  'EXPORTS/PRODUCT/HARD.csv',
  'EXPORTS/PRODUCT/HARD.csv?from=2017&to=2018',
])('metadata names the units of the values of %s', async (address) => {
  const most = new Map<string, number | null>()
  for (const { unit, decimals, value } of await read(address)) {
    const own = most.get(unit ?? '') ?? null
    const places = value == null ? null : Number(decimals)
    most.set(unit ?? '', own === null ? places : Math.max(own, places ?? own))
  }
  const { units } = await (await fetched(address.replace('.csv', '.metadata.json'))).json()
  type Named = { readonly code: string; readonly decimals: number | null }
  expect(new Map(units.map(({ code, decimals }: Named) => [code, decimals]))).toEqual(most)
})

test('a short address has the same Parquet types without rows', async () => {
  const types = async (query: string): Promise<readonly unknown[]> => {
    const path = join(folder, `${Math.random()}.parquet`)
    await writeFile(path, await bytesOf(`EXPORTS.parquet?${query}`))
    return (await duck.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${path}')`)).getRowObjectsJson()
  }
  const full = await types('frequency=annual')
  expect(full).toContainEqual(expect.objectContaining({ column_name: 'value', column_type: 'DECIMAL(38,15)' }))
  expect(await types('from=1950&to=1951')).toEqual(full)
})

test('an ETag depends on the address and the stamp', async () => {
  const address = 'TRADE.csv?from=2020'
  const head = await fetched(address, { method: 'HEAD' })
  const own = head.headers.get('etag') ?? ''
  const { version, stamp } = (await opened.store.view()).snapshot
  expect(await head.text()).toBe('')
  expect(Object.fromEntries(head.headers)).toMatchObject({
    'content-type': expect.stringMatching(/^text\/csv/),
    'content-disposition': expect.stringContaining(`indicators-TRADE-TOTAL-v${version}.csv`),
    'x-store-version': `${version}`,
    'x-store-stamp': stamp,
  })
  const again = async (other: string): Promise<number> =>
    (await fetched(other, { method: 'HEAD', headers: { 'if-none-match': own } })).status
  const sent = await statements(async () => {
    expect(await again(address)).toBe(304)
  })
  expect(sent).toEqual([expect.stringMatching(/^SELECT version, stamp, /)])
  const any = await fetched(address, { headers: { 'if-none-match': '*' } })
  expect([any.status, await any.text()]).toEqual([304, ''])
  for (const more of ['&labels=both', '&language=zh', '&shape=wide', '&comment=true', '&unit=CNY_BILLION', '&to=2024'])
    expect(await again(address + more), more).toBe(200)
  await release(opened.database, { code: 'LATER', publishedAt: '2026-03-01T00:00:00Z' }, [figure({ period: '2030' })])
  expect(await again(address)).toBe(200)
  expect(await again(`${address}&version=${version}&stamp=${stamp.slice(0, 8)}`)).toBe(304)
})

describe('an address that cannot be met is refused with a line:', () => {
  test.each([
    ['a dataset', '../CN_TRAD/EXPORTS.csv', 404, 'There is no dataset "CN_TRAD". Did you mean CN_TRADE?'],
    ['a metric in small letters', 'exports.csv', 404, /^There is no metric "exports"\. Did you mean EXPORTS/],
    [
      'a metric of another dataset',
      'EXCHANGE_RATE.csv',
      404,
      /^The dataset CN_TRADE has no figures of EXCHANGE_RATE\. It has /,
    ],
    ['a dimension', 'EXPORTS/PRODUCTS.csv', 404, /^There is no dimension "PRODUCTS"\. Did you mean PRODUCT/],
    [
      'a dimension of other metrics',
      'TRADING_ENTERPRISES/PLATFORM.csv',
      404,
      /^CN_TRADE has no figures of TRADING_ENTERPRISES by PLATFORM alone\. It has .*TOTAL/,
    ],
    [
      'a category',
      'EXPORTS/PRODUCT/SHIP.csv',
      404,
      /^There is no category "PRODUCT:SHIP"\. Did you mean PRODUCT:SHIPS/,
    ],
    [
      'another ending',
      'EXPORTS.pdf',
      404,
      /^The address of figures is .* ends in csv, xlsx, json, parquet, metadata\.json/,
    ],
    ['no ending', 'EXPORTS', 404, /^The address of figures is/],
    ['a part too many', 'EXPORTS/PRODUCT/SHIPS/2023.csv', 404, /^The address of figures is/],
    [
      'a parameter',
      'EXPORTS.csv?units=CNY',
      400,
      /^There is no parameter "units"\. Did you mean unit\? The parameters are from, to, /,
    ],
    ['a parameter twice', 'EXPORTS.csv?to=2023&to=2024', 400, 'The parameter to is given twice.'],
    ['a period', 'EXPORTS.csv?from=2023-13', 400, /^from: "2023-13" is not a period/],
    ['a frequency', 'EXPORTS.csv?frequency=DAILY', 400, /^frequency cannot be "DAILY"\. The values are ANNUAL, /],
    ['a unit', 'EXPORTS.csv?unit=YUAN', 400, /^unit: there is no unit "YUAN"/],
    [
      'a unit of another measure',
      'EXPORTS.csv?unit=ENTERPRISE',
      400,
      /^unit: EXPORTS is in .* which cannot be converted to ENTERPRISE\. The units are CNY, /,
    ],
    [
      'a beginning after the end',
      'EXPORTS.csv?from=2024-12&to=2024-01',
      400,
      'from: 2024-12 is after to, 2024-01. Exchange the two, or leave one out.',
    ],
    [
      'a time',
      'EXPORTS.csv?asOf=yesterday',
      400,
      /^asOf: "yesterday" is not a moment: write a day, such as 2024-01-12, or/,
    ],
    [
      'a day that no month has',
      'EXPORTS.csv?asOf=2024-02-30',
      400,
      'asOf: "2024-02-30" is not a moment: there is no day 2024-02-30.',
    ],
    ['a shape', 'EXPORTS.csv?shape=round', 400, 'shape cannot be "round". The values are long, wide.'],
    ['a comment in JSON', 'EXPORTS.json?comment=true', 400, /^comment: only a CSV file/],
    ['a version that is lost', 'EXPORTS.csv?version=9999', 409, /^Version 9999 of this store/],
  ])('%s', async (_, address, status, line) => {
    const response = await app.fetch(new URL(`http://test/data/CN_TRADE/${address}`).href)
    const text = await response.text()
    expect(text).toMatch(/^[^\n]+\n$/)
    expect(text.trimEnd()).toEqual(typeof line === 'string' ? line : expect.stringMatching(line))
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status,
      type: 'text/plain; charset=utf-8',
    })
  })
})

test('methods other than GET and HEAD are refused', async () => {
  expect((await fetched('EXPORTS.csv', { method: 'POST' })).status).toBe(405)
})

test('a code in another script is found', async () => {
  const codes = ['PRODUCT:重型']
  await release(opened.database, { code: 'SCRIPT', publishedAt: '2026-04-01T00:00:00Z' }, [
    figure({ metric: 'EXPORTS', categories: codes, period: '2030', value: '1' }),
  ])
  const rows = await read(`EXPORTS/PRODUCT/${encodeURIComponent('重型')},SHIPS.json?from=2030&to=2030`)
  expect(rows).toMatchObject([{ category: '重型', value: '1000000000000' }])
})
