import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { haveTables, takeMonths } from '../import/tables.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

interface Point {
  readonly period: string
  readonly value: string | null
  readonly reported: string | null
  readonly agreement: string
  readonly reason: string | null
}

describe.skipIf(!haveTables)('the twelve tables by location, in ../shared/data/gacc-location-2024', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
    await takeMonths(opened.database, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  }, 120_000)
  afterAll(() => opened.close())

  test('give single months from years to date: the printed ones, but where the office revised, which is noted', async () => {
    const query = /* GraphQL */ `{
      series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL", "LOCATION"], frequency: [YEAR_TO_DATE], from: "2024-01", to: "2024-12" }, transform: SINGLE_PERIOD, unit: CNY_10_THOUSAND, first: 1000) {
        totalCount periods rows { series { key } points { period value reported agreement reason } }
      }
    }`
    const { data, errors } = await ask(opened.store, query)
    expect(errors).toBeUndefined()
    const rows: { series: { key: string }; points: Point[] }[] = data.series.rows
    expect(rows).toHaveLength(data.series.totalCount)
    expect(data.series.periods).toHaveLength(12)
    const points = rows.flatMap(({ points }) => points).filter(({ reported }) => reported !== null)
    const count = (agreement: string): Point[] => points.filter((each) => each.agreement === agreement)
    for (const { value, reported, reason } of count('AGREES')) expect([value, reason]).toEqual([reported, null])
    for (const { value, reported, reason } of count('BASE_REVISED')) {
      expect(value).not.toBe(reported)
      expect(reason).toMatch(
        /^The year to date less the one a month before is .*; printed was .* has been revised since/,
      )
    }
    for (const { value, reason } of count('NOT_COMPUTABLE')) {
      expect(value).toBeNull()
      expect(reason).not.toBeNull()
    }
    // Rounded to whole ten thousands, a difference of one year to date and another is off by one at most.
    for (const { value, reported } of count('ROUNDING'))
      expect(Math.abs(Number(value) - Number(reported))).toBeLessThanOrEqual(1)
    expect(count('DISAGREES')).toEqual([])
    expect(['AGREES', 'ROUNDING', 'BASE_REVISED', 'NOT_COMPUTABLE'].map((each) => count(each).length)).toEqual([
      1756, 544, 1738, 9,
    ])
  })
})
