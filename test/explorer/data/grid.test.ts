import { describe, expect, test } from 'vitest'
import { chartSeriesOf } from '../../../src/explorer/charts/chart-series.js'
import { gridOf } from '../../../src/explorer/data/grid.js'
import { tableLayoutOf } from '../../../src/explorer/data/table-layout.js'
import { en } from '../../../src/explorer/i18n/en.js'
import { zh } from '../../../src/explorer/i18n/zh.js'
import type { TableQuery } from '../../../src/generated/gql/explorer/graphql.js'

type Level = TableQuery['levels']['rows'][number]['points'][number]
type Rate = TableQuery['growth']['rows'][number]['points'][number]

const named = (code: string, english: string, chinese: string) => ({
  code,
  en: english,
  zh: chinese,
  isAggregate: false,
})
const level = (value: string | null, more: Partial<Level> = {}): Level => ({
  ...{ value, bounds: null, status: 'NORMAL', qualifier: 'EXACT', reason: null },
  indicator: { id: 'figure', changes: [{ decimals: 1, isYearOnYear: true }] },
  ...more,
})
const rate = (reported: string | null, value: string | null, agreement: Rate['agreement']): Rate => ({
  ...{ reported, value, agreement, bounds: null, reason: null },
})
const none = rate(null, null, 'NOT_COMPUTABLE')
const row = (metric: string, category: [string, string, string], points: Level[]) => ({
  series: {
    ...{ id: metric, key: `${metric}|${category[0]}` },
    metric: named(metric, metric.toLowerCase(), `${metric}额`),
    categories: [named(...category)],
  },
  points,
})

const answer: TableQuery = {
  store: { version: 1 },
  levels: {
    ...{ totalCount: 9, periods: ['2023', '2024'], unit: 'CNY_BILLION' },
    rows: [
      row(
        'EXPORTS',
        ['ALL', 'All', '总计'],
        [level('42070'), level('41760.5', { bounds: { low: '41760.4', high: '41760.6' } })],
      ),
      row(
        'EXPORTS',
        ['NEW', 'New three', '新三样'],
        [level('1000', { qualifier: 'OVER' }), level(null, { indicator: null, status: 'MISSING' })],
      ),
      row('EXPORTS', ['SHIPS', 'Ships', '船舶'], [level(null, { status: 'MISSING' }), level(null, { status: 'NIL' })]),
    ],
  },
  growth: {
    rows: [
      { points: [rate('5', '5.00478927203', 'AGREES'), rate('0.2', '-0.736867126218', 'BASE_REVISED')] },
      { points: [rate('29.9', null, 'NOT_COMPUTABLE'), none] },
      { points: [none, rate(null, '7.456', 'NOT_REPORTED')] },
    ],
  },
  shares: {
    rows: [
      { points: [none, none] },
      { points: [rate('58.6', '58.5612116113', 'AGREES'), none] },
      { points: [none, none] },
    ],
  },
}
const grid = gridOf(answer)

describe('the grid', () => {
  test('contains exact API values, and growth with its printed decimals', () => {
    expect(grid).toMatchObject({ unit: 'CNY_BILLION', total: 9, periods: ['2023', '2024'] })
    expect(grid.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['42070', '41760.5'],
      ['1000', null],
      [null, null],
    ])
    expect(grid.rows[0]?.cells.map(({ growth }) => growth.reported)).toEqual(['5.0', '0.2'])
    expect(grid.rows[1]?.cells[1]?.figure).toBeNull()
  })
})

describe('the table', () => {
  test('omits lines without numbers, and shares unless requested', () => {
    const kinds = (withShares: boolean) =>
      tableLayoutOf(grid, false, withShares, en, 'en').rows.map((each) => each.kinds)
    expect(kinds(true)).toEqual([
      ['level', 'growthPrinted', 'growthComputed'],
      ['level', 'growthPrinted', 'sharePrinted', 'shareComputed'],
      ['level', 'growthComputed'],
    ])
    expect(kinds(false).flat()).not.toContain('sharePrinted')
  })

  test('contains the same cells with rows and columns swapped', () => {
    const [straight, turned] = [false, true].map((isTurned) => tableLayoutOf(grid, isTurned, true, en, 'en'))
    expect(turned?.columns.map(({ label }) => label)).toEqual(['exports', 'New three', 'Ships'])
    expect(turned?.rows.map(({ label }) => label)).toEqual(['2023', '2024'])
    for (const [at, each] of (straight?.rows ?? []).entries())
      expect(turned?.rows.map(({ cells }) => cells[at])).toEqual(each.cells)
  })

  test('records the maximum number of decimals per column', () => {
    expect(tableLayoutOf(grid, false, true, en, 'en').columns).toEqual([
      { label: '2023', decimals: 0 },
      { label: '2024', decimals: 1 },
    ])
  })
})

describe('the chart series', () => {
  const texts = (...[chart, words, language]: [Parameters<typeof chartSeriesOf>[1], typeof en, 'en' | 'zh']) =>
    chartSeriesOf(grid, chart, words, language).map(({ label, marks }) => [label, ...marks.map(({ text }) => text)])

  test('contain levels with qualifiers and statuses, but no missing figures', () => {
    expect(texts('bars', en, 'en')).toEqual([
      ['exports', '42,070', '41,760.5'],
      ['New three', 'over 1,000'],
      ['Ships', 'no level printed', 'nil'],
    ])
    expect(texts('bars', zh, 'zh')[1]).toEqual(['新三样', '超1,000'])
    expect(chartSeriesOf(grid, 'lines', en, 'en')[1]?.marks[0]?.end).toBe('open')
  })

  test('contain printed growth, and computed growth if it differs', () => {
    expect(texts('growth', en, 'en')).toEqual([
      ['exports', '+5.0', '+0.2 ≠ −0.74'],
      ['New three', '+29.9'],
      ['Ships', '+7.46 computed'],
    ])
    const [agrees, differs] = chartSeriesOf(grid, 'growth', en, 'en')[0]?.marks ?? []
    expect([agrees?.differs, differs?.differs, differs?.other]).toEqual([false, true, '-0.736867126218'])
  })

  test('contain printed shares', () => {
    expect(texts('shares', en, 'en')).toEqual([['exports'], ['New three', '58.6'], ['Ships']])
  })
})
