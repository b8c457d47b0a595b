import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Program,
  programs,
  reasonAgainst,
  type Shown,
  shortAddress,
  textFor,
} from '../../../src/explorer/data/asking/use-in.js'
import { breakdownsOf } from '../../../src/explorer/data/view.js'
import { codeId, componentId } from '../../../src/files/sdmx/ids.js'
import type { IndicatorFilter } from '../../../src/generated/gql/explorer/graphql.js'
import { appOf } from '../../export/support.js'
import { figure, release } from '../../figures.js'
import { ask } from '../../graphql/ask.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
let breakdowns: readonly string[]
beforeAll(async () => {
  opened = await openTestStore()
  const { data } = await ask(
    opened.store,
    '{ datasets { code contents { metric { code } measures dimensions { code } } } }',
  )
  breakdowns = breakdownsOf(data, 'CN_TRADE')
})
afterAll(() => opened.close())

const shown = (filter: IndicatorFilter): Shown => ({
  ...{ filter, unit: 'CNY_BILLION', language: 'EN', transform: 'LEVEL', breakdowns },
  ...{ isConverted: false, isOfRates: false },
})
const common = { datasets: ['CN_TRADE'], unit: 'CNY' as const, frequency: ['ANNUAL' as const] }
const filters: readonly (readonly [title: string, filter: IndicatorFilter])[] = [
  ['totals of three metrics', { ...common, metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'] }],
  ['a metric by product', { ...common, metrics: ['EXPORTS'], dimensions: ['PRODUCT'], from: '2022', to: '2023' }],
  [
    'two partners as of a time',
    {
      ...{ ...common, metrics: ['TRADE'], dimensions: ['PARTNER'], asOf: '2024-02-01T23:59:59+08:00' },
      categories: ['PARTNER:EU', 'PARTNER:ASEAN'],
    },
  ],
]

const rowsAt = async (address: string): Promise<Record<string, string>[]> => {
  const headers = { accept: address.startsWith('/sdmx') ? 'application/vnd.sdmx.data+csv' : '*/*' }
  const response = await appOf(opened).fetch(`http://test${address}`, { headers })
  expect(response.status, address).toBe(200)
  return parse(await response.text(), { columns: true })
}

describe('the address in what is copied has the figures that are shown:', () => {
  test.each(filters)('%s', async (_, filter) => {
    const { data } = await ask(
      opened.store,
      'query ($filter: IndicatorFilter) { indicators(filter: $filter, first: 1000) { nodes { metric { code } category { code } period value(unit: CNY_BILLION) } } }',
      { filter },
    )
    const expected = data.indicators.nodes.map(
      (node: Record<string, { code: string }>) =>
        `${node['metric']?.code} ${node['category']?.code} ${node['period']} ${node['value'] ?? ''}`,
    )
    expect(expected.length).toBeGreaterThan(0)
    const address = shortAddress(shown(filter))
    const rows = await rowsAt(address?.('csv') ?? '')
    const found = rows.map(({ metric, category, period, value }) => `${metric} ${category} ${period} ${value}`)
    expect(found.toSorted()).toEqual(expected.toSorted())
    const observed = await rowsAt(textFor('sdmx', shown(filter), '') ?? '')
    const key = ({ METRIC, TIME_PERIOD, PRODUCT, PARTNER }: Record<string, string>) =>
      `${METRIC} ${[PRODUCT, PARTNER].find((code) => code !== '_T') ?? 'ALL'} ${TIME_PERIOD}`
    const keys = expected.map((text: string) => text.replace(/ \S*$/, ''))
    expect(observed.map(key).toSorted()).toEqual(keys.toSorted())
  })
})

test('dimensions and categories beyond ASCII are those of SDMX', () => {
  const filter = { ...common, metrics: ['EXPORTS'], dimensions: ['地区'], categories: ['地区:广东省'] }
  const address = textFor('sdmx', { ...shown(filter), breakdowns: ['PRODUCT', '地区'] }, '') ?? ''
  const conditions = new URL(address, 'http://test').searchParams
  expect([conditions.get('c[PRODUCT]'), conditions.get('c[U---5730-533A]')]).toEqual(['_T', codeId('广东省')])
  expect(componentId('地区')).toBe('U---5730-533A')
})

test.each([
  ['HALF_YEARLY', '2023-H1', '2023-H2', 'ge:2023-S1+le:2023-S2'],
  ['QUARTERLY', '2023-Q2', '2023-Q3', 'ge:2023-Q2+le:2023-Q3'],
  ['YEAR_TO_DATE', '2023-11', '2024-01/2024-11', 'ge:2023-01+le:2024-11'],
] as const)('periods are written as SDMX does: %s', async (frequency, from, to, expected) => {
  const filter = { ...common, metrics: ['EXPORTS'], dimensions: ['TOTAL'], frequency: [frequency], from, to }
  expect(textFor('sdmx', shown(filter), '')).toContain(`c%5BTIME_PERIOD%5D=${expected}`)
})

const readers = ['excel', 'sheets', 'pandas', 'r', 'duckdb'] as const
const products: IndicatorFilter = { ...common, metrics: ['EXPORTS'], dimensions: ['PRODUCT'] }
const computed: readonly (readonly [title: string, shown: Partial<Shown>])[] = [
  ['dollars', { unit: 'USD_BILLION', isConverted: true }],
  ['growth', { transform: 'YOY_PERCENT' }],
  ['growth in dollars', { transform: 'YOY_PERCENT', unit: 'USD_BILLION', isConverted: true }],
  ['shares', { transform: 'SHARE', shownUnit: null }],
  ['an index', { transform: 'INDEX', base: '2022' }],
  ['a balance in dollars', { transform: 'BALANCE', shownUnit: 'USD_BILLION', isConverted: true }],
]

describe('what is copied for a program has numbers that no release printed:', () => {
  beforeAll(() =>
    release(opened.database, { code: 'RATES', publishedAt: '2025-01-01T00:00:00Z' }, [
      figure({ metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', period: '2023', value: '7.0467' }),
    ]),
  )

  test.each(computed)('%s', async (_, change) => {
    const filter = change.transform === 'SHARE' ? products : { ...products, dimensions: ['TOTAL'] }
    const own: Shown = { ...shown(filter), ...change }
    const unit = own.transform === 'LEVEL' ? own.unit : own.shownUnit
    const { data } = await ask(
      opened.store,
      'query ($filter: IndicatorFilter!, $transform: Transform!, $unit: Unit, $base: Period) { series(filter: $filter, transform: $transform, unit: $unit, base: $base, first: 99) { rows { points { value } } } }',
      { filter, transform: own.transform, unit, base: own.base },
    )
    const expected = data.series.rows.map(({ points }: { points: { value: string | null }[] }) =>
      points.map(({ value }) => value ?? ''),
    )
    expect(expected.flat().filter((value: string) => value !== '')).not.toEqual([])
    for (const program of readers) {
      const [address = ''] = /http:\/\/test[^"']+/.exec(textFor(program, own, 'http://test') ?? '') ?? []
      const response = await appOf(opened).fetch(address.replace('format=parquet', 'format=csv'))
      expect(response.status, address).toBe(200)
      const [, ...rows] = parse(await response.text()) as string[][]
      expect(rows.map((row) => row.slice(5))).toEqual(expected)
    }
  })

  test('SDMX and feeds have printed figures alone', () => {
    const reasons = computed.map(([, change]) =>
      (['sdmx', 'feed'] as const).map((each) => reasonAgainst(each, { ...shown(products), ...change })),
    )
    expect(reasons).toEqual(computed.map(([, { transform }]) => Array(2).fill(transform ? 'computed' : 'converted')))
    expect(reasonAgainst('sdmx', shown(products))).toBeNull()
  })

  test('printed growth is in a row of each figure', () => {
    expect(textFor('sheets', shown(products), '')).toContain('shape=wide')
    expect(textFor('sheets', { ...shown(products), isOfRates: true }, '')).not.toContain('shape=wide')
  })
})

test('the address for SDMX has no sign that curl interprets', () => {
  expect(textFor('sdmx', shown(products), 'http://test')).not.toMatch(/[[\]{}]/)
})

const others: readonly Program[] = ['calendar', 'catalogue', 'croissant', 'openapi', 'webhook', 'mcp']
const reading = programs.filter((each) => !others.includes(each))

test.each(reading)('what is copied for %s names an address', (program: Program) => {
  const text = textFor(program, shown(filters[0]?.[1] ?? {}), 'https://figures.example.org')
  expect(text).toMatch(/https:\/\/figures\.example\.org\/(?:data\/CN_TRADE\/TRADE,EXPORTS,IMPORTS\.|sdmx\/v2\/data\/)/)
})

test('a feed reader follows what comes after the shown periods', async () => {
  const filter = { ...common, metrics: ['EXPORTS'], dimensions: ['TOTAL'], from: '2022', to: '2022' }
  const address = textFor('feed', shown({ ...filter, asOf: '2024-02-01T23:59:59+08:00' }), 'http://test')
  const response = await appOf(opened).fetch(address ?? '')
  expect(response.headers.get('content-type')).toContain('application/atom+xml')
  const feed = await response.text()
  expect(feed).toContain('Exports, 2022: ')
  expect(feed).toContain('Exports, 2024: CNY 25,450 billion')
})

test.each([
  ['calendar', 'text/calendar', 'VCALENDAR'],
  ['catalogue', 'application/ld+json', 'CN_TRADE'],
  ['croissant', 'application/ld+json', 'croissant/1.1'],
  ['openapi', 'application/json', '/data/{dataset}/{metric}.{ending}'],
] as const)('the address for a program is answered: %s', async (program, type, part) => {
  const response = await appOf(opened).fetch(textFor(program, shown(common), 'http://test') ?? '')
  expect(response.headers.get('content-type')).toContain(type)
  expect(await response.text()).toContain(part)
})

test('the description of a dataset is in the language of the page', () => {
  expect(textFor('croissant', { ...shown(common), language: 'ZH' }, '')).toBe('/data/CN_TRADE.croissant.json?lang=zh')
  expect(textFor('croissant', shown({}), '')).toBeNull()
})

test('the command of a webhook names the dataset, and its documentation', () => {
  const command = textFor('webhook', shown({ ...common, metrics: ['EXPORTS'] }), 'https://figures.example.org')
  expect(command).toMatch(/^# https:\/\/figures\.example\.org\/docs\/webhooks\/\nnpx indicators hooks add https:/)
  expect(command).toMatch(/--events release\.published --dataset CN_TRADE\n$/)
  expect(textFor('webhook', shown({}), '')).not.toContain('--dataset')
})

test('several datasets, or a thousand categories, have no address', () => {
  const of = (filter: IndicatorFilter) => reading.map((each) => textFor(each, shown(filter), 'http://test'))
  const { datasets: _, ...several } = { ...common, metrics: ['TRADE'], dimensions: ['TOTAL'] }
  const categories = Array.from({ length: 1000 }, (_, at) => `PRODUCT:P${at}`)
  const none = reading.map(() => null)
  expect(of(several)).toEqual(none)
  const long = { ...common, metrics: ['EXPORTS'], dimensions: ['PRODUCT'], categories }
  expect(of(long)).toEqual(none)
  const growth: Shown = { ...shown(long), transform: 'YOY_PERCENT' }
  expect(reading.map((each) => textFor(each, growth, ''))).toEqual(none)
  expect(readers.map((each) => reasonAgainst(each, growth))).toEqual(readers.map(() => 'tooMany'))
})
