import { describe, expect, test } from 'vitest'
import type { TableData } from '../../../../src/explorer/data/answered.js'
import { gridOf } from '../../../../src/explorer/data/table/grid.js'
import { tableLayoutOf } from '../../../../src/explorer/data/table/layout.js'
import { levelText } from '../../../../src/explorer/data/texts.js'
import { en } from '../../../../src/explorer/i18n/en.js'
import { zh } from '../../../../src/explorer/i18n/zh.js'

type Level = TableData['levels']['rows'][number]['points'][number]
type Rate = NonNullable<TableData['growth']>['rows'][number]['points'][number]

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

const answer: TableData = {
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
  whole: { periods: [], rows: [] },
  span: { periods: ['2023', '2024'], rows: [{ points: [{ value: '42070' }, { value: '41760.5' }] }] },
}
const grid = gridOf([answer])

describe('the grid', () => {
  test('contains exact API values, and growth with its printed decimals', () => {
    expect(grid).toMatchObject({ unit: 'CNY_BILLION', periods: ['2023', '2024'] })
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
    const kinds = (withShares: boolean) => tableLayoutOf(grid, false, withShares, en).rows.map((each) => each.kinds)
    expect(kinds(true)).toEqual([
      ['level', 'growthPrinted', 'growthComputed'],
      ['level', 'growthPrinted', 'sharePrinted', 'shareComputed'],
      ['level', 'growthComputed'],
    ])
    expect(kinds(false).flat()).not.toContain('sharePrinted')
  })

  test('contains the same cells with rows and columns swapped', () => {
    const [straight, turned] = [false, true].map((isTurned) => tableLayoutOf(grid, isTurned, true, en))
    expect(turned?.columns.map(({ label }) => label)).toEqual(['exports', 'New three', 'Ships'])
    expect(turned?.rows.map(({ label }) => label)).toEqual(['2023', '2024'])
    for (const [at, each] of (straight?.rows ?? []).entries())
      expect(turned?.rows.map(({ cells }) => cells[at])).toEqual(each.cells)
  })

  test('records the maximum number of decimals per column', () => {
    expect(tableLayoutOf(grid, false, true, en).columns).toEqual([
      { label: '2023', decimals: 0 },
      { label: '2024', decimals: 1 },
    ])
  })
})

test('a level is written with its qualifier, or its status without a number', () => {
  const texts = (words: typeof en) => grid.rows.map(({ cells }) => cells.map((cell) => levelText(cell, words)))
  expect(texts(en)).toEqual([
    ['42,070', '41,760.5'],
    ['over 1,000', 'no figure'],
    ['no level printed', 'nil'],
  ])
  expect(texts(zh)[1]?.[0]).toBe('超1,000')
})

describe('the numbers as known now', () => {
  const now = (value: string): NonNullable<TableData['now']> => ({
    periods: ['2024'],
    rows: [{ series: { key: 'EXPORTS|ALL' }, points: [{ value }] }],
  })
  const newer = (value: string) => gridOf([{ ...answer, now: now(value) }]).rows.map(({ cells }) => cells[1]?.newer)

  test('stand beside the numbers of an earlier day that were revised', () => {
    expect(newer('41800')).toEqual(['41800', null, null])
    expect(newer('41760.5')).toEqual([null, null, null])
  })
})
