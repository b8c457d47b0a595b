import { beforeAll, describe, expect, test } from 'vitest'
import { refOf } from '../../src/domain/codes/codes.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { type Point, readBack, said } from './read-back.js'
import { bytesOf, plain } from './support.js'

const { opened, file, bytes, rows, sheet, cube } = readBack()
beforeAll(async () => {
  const ships = (period: string, unit: 'CNY_MILLION' | 'USD_MILLION', value: string) =>
    figure({ categories: ['PRODUCT:SHIPS'], metric: 'EXPORTS', period, unit, value })
  await release(opened().database, { code: 'SHIPS', publishedAt: '2020-01-01T00:00:00Z' }, [
    ...[ships('2018', 'USD_MILLION', '1'), ships('2019', 'USD_MILLION', '2')],
    ...[ships('2018', 'CNY_MILLION', '2'), ships('2019', 'CNY_MILLION', '3')],
  ])
})

describe('series', () => {
  const growth = {
    filter: { dimensions: ['TOTAL', 'PRODUCT'], metrics: ['EXPORTS', 'TRADE'], frequency: ['ANNUAL'], from: '2020' },
    transform: 'YOY_PERCENT',
  }
  interface Answer {
    readonly periods: string[]
    readonly rows: { readonly series: { readonly key: string }; readonly points: readonly Point[] }[]
  }
  const answer = async (variables: object): Promise<Answer> => {
    const { data } = await ask(
      opened().store,
      `query ($filter: IndicatorFilter!, $transform: Transform, $unit: Unit, $base: Period) {
        series(filter: $filter, transform: $transform, unit: $unit, base: $base, first: 200) {
          periods rows { series { key } points { value status qualifier reason } } } }`,
      variables,
    )
    return data.series
  }
  /** By "EXPORTS PRODUCT:SHIPS CNY 2023". */
  const numbers = ({ periods, rows }: Answer) =>
    Object.fromEntries(
      rows.flatMap(({ series: { key }, points }) => {
        const [, metric, categories, measure] = key.split('|')
        return points.map((point, at) => [`${metric} ${categories} ${measure} ${periods[at]}`, point])
      }),
    )
  const values = (of: Answer) => Object.fromEntries(Object.entries(numbers(of)).map(([key, { value }]) => [key, value]))

  test('as tables equal the answer of GraphQL', async () => {
    const expected = await answer(growth)
    expect(Object.values(values(expected)).filter((value) => value !== null).length).toBeGreaterThan(5)
    for (const format of ['csv', 'parquet'] as const) {
      const [metric, code, measure] =
        format === 'csv' ? ['Metric', 'Code', 'Measure'] : ['metric', 'categories', 'measure']
      const found = (await rows('series', format, growth)).flatMap((row) =>
        expected.periods.map((period) => [
          `${row[metric ?? '']} ${row[code ?? '']} ${row[measure ?? '']} ${period}`,
          plain(row[period] ?? null),
        ]),
      )
      expect(Object.fromEntries(found)).toEqual(values(expected))
    }
    const [head = [], ...lines] = await sheet('series', growth)
    expect(head.slice(5)).toEqual(expected.periods)
    const found = lines.flatMap((line) =>
      expected.periods.map((period, at) => [`${line.slice(1, 4).join(' ')} ${period}`, plain(line[5 + at] ?? null)]),
    )
    expect(Object.fromEntries(found)).toEqual(values(expected))
  })

  test('as numbers equal the answer of GraphQL', async () => {
    const expected = await answer(growth)
    const found = (await rows('series', 'sdmx-csv', growth)).map((row) => [
      `${row['METRIC']} ${row['PRODUCT'] === '_T' ? 'TOTAL:ALL' : `PRODUCT:${row['PRODUCT']}`} CNY ${row['TIME_PERIOD']}`,
      said(row),
    ])
    expect(Object.fromEntries(found)).toEqual(numbers(expected))
    const valueAt = await cube('series', growth)
    for (const [key, { value }] of Object.entries(numbers(expected))) {
      const [METRIC = '', category = '', , TIME_PERIOD = ''] = key.split(' ')
      const PRODUCT = category === 'TOTAL:ALL' ? '_T' : (category.split(':')[1] ?? '')
      expect([key, valueAt({ METRIC, PRODUCT, TIME_PERIOD })]).toEqual([key, value])
    }
  })

  test('of one metric in two currencies are distinguished', async () => {
    const both = { filter: { categories: ['SHIPS'], periods: ['2019'] }, transform: 'YOY_PERCENT' }
    const expected = values(await answer(both))
    expect(expected).toEqual({ 'EXPORTS PRODUCT:SHIPS CNY 2019': '50', 'EXPORTS PRODUCT:SHIPS USD 2019': '100' })
    const found = (await rows('series', 'sdmx-csv', both)).map((row) => [
      row['METRIC'],
      plain(row['OBS_VALUE'] ?? null),
    ])
    expect(found.toSorted()).toEqual([
      ['EXPORTS.CNY', '50'],
      ['EXPORTS.USD', '100'],
    ])
    const at = { PRODUCT: 'SHIPS', TIME_PERIOD: '2019' }
    const valueAt = await cube('series', both)
    expect([valueAt({ ...at, METRIC: 'EXPORTS.CNY' }), valueAt({ ...at, METRIC: 'EXPORTS.USD' })]).toEqual([
      '50',
      '100',
    ])
    const dataset = JSON.parse((await bytes('series', 'json-stat', both)).toString())
    expect(dataset.dimension.METRIC.category).toMatchObject({
      label: { 'EXPORTS.CNY': 'Exports (yuan)', 'EXPORTS.USD': 'Exports (US dollars)' },
      unit: { 'EXPORTS.CNY': { base: 'PERCENT' }, 'EXPORTS.USD': { base: 'PERCENT' } },
    })
  })

  test('are complete unless `first` is given', async () => {
    const { store, database } = opened()
    const { codes } = (await store.view()).snapshot
    const many = ['TRADE', 'EXPORTS', 'IMPORTS'].flatMap((metric) =>
      codes.categories.map((each) => figure({ metric, categories: [refOf(each)], period: '2011', value: '1' })),
    )
    await release(database, { code: 'MANY', publishedAt: '2012-01-01T00:00:00Z' }, many)
    expect(many.length).toBeGreaterThan(50)
    const of2011 = { filter: { periods: ['2011'] } }
    const all = await rows('series', 'csv', of2011)
    expect(all).toHaveLength(many.length)
    expect(await rows('series', 'csv', { ...of2011, first: 2 })).toEqual(all.slice(0, 2))
  })

  test('cite the releases of figures and of their bases', async () => {
    const level = { filter: { metrics: ['TRADE'], dimensions: ['TOTAL'], periods: ['2021', '2022'] } }
    const response = await file('series', 'about', { ...level, transform: 'YOY_PERCENT' })
    const about = JSON.parse((await bytesOf(response)).toString())
    const codes = (about.sources as { code: string }[]).map(({ code }) => code)
    // 2022 and 2021, and 2020 as the base of its growth.
    expect(codes).toEqual(['CN-GACC-2022-ANNUAL', 'CN-GACC-2021-ANNUAL', 'CN-GACC-2020-ANNUAL'])
    expect(about).toMatchObject({ query: 'series', variables: level })
    expect(response.headers.get('content-disposition')).toMatch(/"series-YOY_PERCENT-TRADE-TOTAL-2021-2022-v\d+\.json"/)
  })
})
