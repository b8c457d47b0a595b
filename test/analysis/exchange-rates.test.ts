import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRelease } from '../../src/import/importer.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { byMetric, byPeriod, pivot } from '../graphql/places.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'

const folder = sharedData.exchangeRates.url

/** The rates of the yuan in a file of theirs, as rows of the tidy format. */
async function rows(name: string, periodOf: (day: string) => string): Promise<string[]> {
  const text = await readFile(new URL(name, folder), 'utf8')
  return text.split('\n').flatMap((line) => {
    const [day = '', country, rate] = line.split(',')
    return country === 'China' && day >= '2020' ? [`EXCHANGE_RATE,,,${periodOf(day)},${rate?.trim()},CNY_PER_USD`] : []
  })
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

describe.skipIf(!sharedData.exchangeRates.isPresent)('the rates in ../shared/data/exchange-rates', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
    const lines = [
      'metric,dimension,category,period,value,unit',
      ...(await rows('annual.csv', (day) => day.slice(0, 4))),
      ...(await rows('monthly.csv', (day) => day.slice(0, 7))),
    ]
    const report = await importRelease(opened.database, {
      head: {
        code: 'RATES',
        title: 'Exchange rates',
        publisher: 'Federal Reserve',
        publishedAt: '2026-07-01T00:00:00Z',
        stage: 'MONTHLY',
        url: null,
        note: null,
      },
      files: [{ name: 'rates.csv', bytes: once(`${lines.join('\n')}\n`) }],
      format: 'CSV',
      map: null,
      period: null,
      encoding: null,
    })
    expect(report).toMatchObject({ accepted: true, rejected: 0 })
  })
  afterAll(() => opened.close())

  test('are figures that convert yuan to dollars', async () => {
    const { data, errors } = await ask(
      opened.store,
      /* GraphQL */ `{
        indicator(metric: "EXCHANGE_RATE", period: "2023") { value formatted series { key } }
        months: indicators(filter: { metrics: ["EXCHANGE_RATE"], frequency: [MONTHLY], from: "2023-01", to: "2023-12" }) { totalCount }
        series(filter: { metrics: ["TRADE", "EXPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL] }, unit: USD_TRILLION) {
          periods unit rate { key } rows { values points { bounds { low high } agreement reason } }
        }
      }`,
    )
    expect(errors).toBeUndefined()
    expect(data.indicator).toEqual({
      value: '7.0809',
      formatted: '7.0809 CNY per USD',
      series: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|A' },
    })
    expect(data.months.totalCount).toBe(12)
    expect(data.series).toMatchObject({
      periods: ['2020', '2021', '2022', '2023', '2024'],
      unit: 'USD_TRILLION',
      rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|A' },
    })
    const [trade, exports] = data.series.rows
    expect(trade.values).toHaveLength(5)
    // 23.97 / 6.7290 and 23.77 / 7.0809
    expect(exports.values.slice(2, 4)).toEqual(['3.56219349086', '3.35691790592'])
    expect(exports.points[3].bounds).toEqual({ low: '3.3561880821', high: '3.35764774004' })
  })

  test('convert each month of a table before adding up', async () => {
    const ships = (period: string, value: string) =>
      figure({ metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], unit: 'CNY_BILLION', period, value })
    await release(opened.database, { code: 'SHIPS', publishedAt: '2026-07-02T00:00:00Z' }, [
      ships('2023-01', '10'),
      ships('2023-07', '20'),
      ships('2024-01', '30'),
    ])
    const filter = { categories: ['PRODUCT:SHIPS'], frequency: ['MONTHLY'] }
    const months = (await pivot(opened.store, filter, [byMetric], [byPeriod], { unit: 'USD_BILLION', totals: true }))
      .data
    // 10 / 6.7904, 20 / 7.1863 and 30 / 7.1707
    expect(months.pivot).toMatchObject({
      cells: [['1.472667295', '2.7830733479', '4.18369196871']],
      rowTotals: ['8.43943261161'],
      rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|M' },
    })
    const together = (await pivot(opened.store, filter, [byMetric], [], { unit: 'USD_BILLION' })).data
    expect(together.pivot.cells).toEqual([['8.43943261161']])
  })
})
