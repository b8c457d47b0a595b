import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { ask, refusal } from '../graphql/ask.js'
import { takeMonths } from '../import/tables.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'

interface Point {
  readonly period: string
  readonly value: string | null
  readonly reported: string | null
  readonly agreement: string
  readonly reason: string | null
}

const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`)

describe.skipIf(!sharedData.locations.isPresent)(
  'the twelve tables by location, in ../shared/data/gacc-location-2024',
  () => {
    let opened: TestStore
    beforeAll(async () => {
      opened = await openTestStore()
      await takeMonths(opened.database, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    })
    afterAll(() => opened.close())

    const provinces = { by: 'CATEGORY', dimension: 'LOCATION', level: 1 }
    const exports = { metrics: ['EXPORTS'], frequency: ['MONTHLY'], periods: months }
    const pivot = (variables: object) =>
      ask(
        opened.store,
        `query ($filter: IndicatorFilter!, $rows: [GroupKey!]!, $content: PivotContent, $unit: Unit, $totals: Boolean) {
        pivot(filter: $filter, rows: $rows, columns: [{ by: PERIOD }], content: $content, unit: $unit, totals: $totals) {
          rowHeaders { categories { code } } columnHeaders { period } cells marks { reason } rowTotals columnTotals grandTotal unit
        }
      }`,
        variables,
      )

    test('exports by province and month add up to the national line', async () => {
      const filter = { ...exports, dimensions: ['LOCATION'] }
      const { data, errors } = await pivot({ filter, rows: [provinces], unit: 'CNY_100_MILLION', totals: true })
      expect(errors).toBeUndefined()
      const { cells, columnHeaders, rowHeaders, columnTotals, grandTotal, marks, unit } = data.pivot
      expect([rowHeaders.length, columnHeaders.map(({ period }: { period: string }) => period), unit, marks]).toEqual([
        ...[31, months, 'CNY_100_MILLION', []],
      ])
      expect(cells.flat().every((cell: string | null) => cell !== null)).toBe(true)
      const national = await pivot({
        filter: { ...exports, dimensions: ['TOTAL'] },
        rows: [],
        unit: 'CNY_100_MILLION',
        totals: true,
      })
      // Each is printed in 10,000 yuan: 31 and one roundings of half a unit.
      const rounding = new Decimal('0.0016')
      for (const [at, total] of columnTotals.entries())
        expect(new Decimal(total).minus(national.data.pivot.cells[0][at]).abs().lte(rounding), months[at]).toBe(true)
      expect(new Decimal(grandTotal).minus(national.data.pivot.grandTotal).abs().lte(rounding.times(12))).toBe(true)
    })

    test('the shares of the provinces add up to 100', async () => {
      const { data } = await pivot({
        filter: { ...exports, dimensions: ['LOCATION'] },
        rows: [provinces],
        content: 'SHARE',
      })
      const { cells, unit } = data.pivot
      expect(unit).toBe('PERCENT')
      for (const at of months.keys()) {
        const sum = cells.reduce((all: Decimal, row: string[]) => all.plus(row[at] ?? 0), new Decimal(0))
        // 16 units of 10,000 yuan in more than 150 billion.
        expect(sum.minus(100).abs().lte('0.0002'), `${months[at]}: ${sum}`).toBe(true)
      }
    })

    test('cities with their province are refused, or rolled up by level', async () => {
      const sum = (filter: object, groupBy: object[], allowOverlap = false) =>
        ask(
          opened.store,
          `query ($filter: IndicatorFilter!, $groupBy: [GroupKey!]!, $allowOverlap: Boolean) {
          aggregate(filter: $filter, groupBy: $groupBy, unit: CNY_100_MILLION, allowOverlap: $allowOverlap) { sum count }
        }`,
          { filter, groupBy, allowOverlap },
        )
      const guangdong = { metrics: ['EXPORTS'], within: ['LOCATION:广东省'], periods: ['2024-12'] }
      const refused = await sum(guangdong, [])
      expect(refusal(refused)).toBe('WOULD_DOUBLE_COUNT')
      expect(refused.errors?.[0]?.message).toMatch(
        /LOCATION:广东省 2024-12 and EXPORTS LOCATION:\S+ 2024-12 \(\S+ is below 广东省\)/,
      )
      const [twice] = (await sum(guangdong, [], true)).data.aggregate
      const [once] = (await sum(guangdong, [provinces])).data.aggregate
      expect([once.count, twice.count > 20, Number(twice.sum) > 1.9 * Number(once.sum)]).toEqual([1, true, true])
      const [printed] = (await sum({ ...guangdong, within: null, categories: ['LOCATION:广东省'] }, [])).data.aggregate
      expect(once.sum).toBe(printed.sum)
    })

    test('single months from years to date equal printed or noted ones', async () => {
      const query = /* GraphQL */ `query ($periods: [Period!]!) {
      series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL", "LOCATION"], periods: $periods }, transform: SINGLE_PERIOD, unit: CNY_10_THOUSAND, first: 1000) {
        totalCount periods rows { series { key } points { period value reported agreement reason } }
      }
    }`
      const rows: { series: { key: string }; points: Point[] }[] = []
      const periods: string[] = []
      for (const quarter of [0, 3, 6, 9]) {
        const own = months.slice(quarter, quarter + 3).map((month) => `2024-01/${month}`)
        const { data, errors } = await ask(opened.store, query, { periods: own })
        expect(errors).toBeUndefined()
        expect(data.series.rows).toHaveLength(data.series.totalCount)
        rows.push(...data.series.rows)
        periods.push(...data.series.periods)
      }
      expect(periods).toHaveLength(12)
      const points = rows.flatMap(({ points }) => points).filter(({ reported }) => reported !== null)
      const count = (agreement: string): Point[] => points.filter((each) => each.agreement === agreement)
      for (const { value, reported, reason } of count('AGREES')) expect([value, reason]).toEqual([reported, null])
      for (const { value, reported, reason } of count('BASE_REVISED')) {
        expect(value).not.toBe(reported)
        expect(reason).toMatch(
          /^The year to date less that of the month before is .*; the printed value is .* has been revised since/,
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
  },
)
