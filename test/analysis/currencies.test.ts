import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'
import { derived, shown } from './derived-support.js'
import { series, valuesOf } from './series-support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await release(opened.database, { code: 'RATES', publishedAt: '2025-02-01T00:00:00Z' }, [
    ...[
      ['2022', '6.7290'],
      ['2023', '7.0809'],
      ['2022-01', '6.00'],
      ['2022-02', '5.00'],
    ].map(([period = '', value = '']) => figure({ metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', period, value })),
  ])
  const ships = { metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], unit: 'CNY_BILLION' } as const
  await release(opened.database, { code: 'SHIPS', publishedAt: '2022-04-01T00:00:00Z' }, [
    figure({ ...ships, period: '2022-01', value: '10.0' }),
    figure({ ...ships, period: '2022-02', value: '20.0' }),
    figure({ ...ships, period: '2022-03', value: '30.0' }),
  ])
})
afterAll(() => opened.close())

describe('a figure in another currency', () => {
  test('by the rate of its own days, which is the base', async () => {
    // 23.77 trillion / 7.0809; 23.765 / 7.08095 and 23.775 / 7.08085
    const found = await derived(
      opened.store,
      'metric: "EXPORTS", period: "2023"',
      'converted(unit: USD_BILLION)',
      '2025-03-01T00:00:00Z',
    )
    expect(found).toMatchObject({ value: '3356.91790592', agreement: 'NOT_REPORTED' })
    expect(shown(found.bounds)).toBe('(3356.1880821, 3357.64774004)')
    expect(found.base).toEqual({ period: '2023', metric: { code: 'EXCHANGE_RATE' }, release: { code: 'RATES' } })
  })

  test('is NOT_COMPUTABLE without a rate, with the reason', async () => {
    const exports = 'metric: "EXPORTS", period: "2023"'
    expect(await derived(opened.store, exports, 'converted(unit: USD)')).toMatchObject({
      agreement: 'NOT_COMPUTABLE',
      reason: 'There is no exchange rate between CNY and USD for 2023 as of that time.',
    })
    expect(await derived(opened.store, exports, 'converted(unit: EUR)', '2025-03-01T00:00:00Z')).toMatchObject({
      agreement: 'NOT_COMPUTABLE',
    })
  })

  test('is UNIT_MISMATCH for other measures, with compatible units', async () => {
    const { errors } = await ask(
      opened.store,
      '{ indicator(metric: "FREE_TRADE_ZONES", period: "2023") { derived { converted(unit: USD) { value } } } }',
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNIT_MISMATCH', allowed: ['ZONE'] })
  })
})

describe('series in another currency', () => {
  const rate = (letter: string) => ({ key: `CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|${letter}` })

  test('levels by the rate of their own days, which the table names', async () => {
    const filter = { dimensions: ['TOTAL'], frequency: ['ANNUAL'], metrics: ['EXPORTS'], from: '2022', to: '2024' }
    const found = await series(opened.store, { filter, unit: 'USD_TRILLION' })
    // 23.97 / 6.7290 and 23.77 / 7.0809; there is no rate of 2024
    expect(found).toMatchObject({ unit: 'USD_TRILLION', rate: rate('A') })
    expect(valuesOf(found)).toEqual([['3.56219349086', '3.35691790592', null]])
    expect(found.rows[0].points[2].reason).toBe('There is no exchange rate between CNY and USD for 2024.')
  })

  test('months are converted before they are added up', async () => {
    const found = await series(opened.store, {
      filter: { categories: ['PRODUCT:SHIPS'], frequency: ['MONTHLY'] },
      transform: 'CUMULATIVE',
      unit: 'USD_MILLION',
    })
    // 10,000 / 6 + 20,000 / 5
    expect(valuesOf(found)).toEqual([['1666.66666667', '5666.66666667', null]])
    expect(found.rate).toEqual(rate('M'))
  })
})

test('a rate or an index has neither growth nor shares', async () => {
  for (const what of ['yoyChange', 'share', 'contribution', 'impliedBase'])
    expect(await derived(opened.store, 'metric: "EXCHANGE_RATE", period: "2023"', what)).toMatchObject({
      value: null,
      agreement: 'NOT_COMPUTABLE',
      reason: '"Exchange rate" is given as a rate or an index.',
    })
})
