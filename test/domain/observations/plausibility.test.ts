import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cell,
  excess,
  exchangedMetrics,
  isOut,
  movedTogether,
  repeated,
  shiftedRows,
  wholePlaces,
} from '../../../src/domain/observations/plausibility.js'

const cell = (given: Partial<Cell> = {}): Cell => ({
  column: 'EXPORTS',
  table: 'T',
  metric: 'EXPORTS',
  place: 'A',
  row: null,
  isTotal: false,
  isYearToDate: false,
  months: 1,
  rate: 100,
  low: 90,
  high: 110,
  neighbours: 3,
  isNew: true,
  isPrecise: true,
  isRepeated: false,
  ...given,
})

const level = fc.double({ min: 1, max: 1e9, noNaN: true })
const cells = fc
  .array(
    fc.record({
      low: level,
      spread: fc.double({ min: 1, max: 1.3, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      minLength: 3,
      maxLength: 40,
    },
  )
  .map((rows) =>
    rows.map(({ low, spread, at }, index) =>
      cell({ place: `P${index}`, row: index + 2, low, high: low * spread, rate: low * (1 + (spread - 1) * at) }),
    ),
  )

describe('a level', () => {
  test('has the same excess in any unit', () => {
    fc.assert(
      fc.property(level, level, level, fc.double({ min: 0.001, max: 1000, noNaN: true }), (rate, low, spread, unit) => {
        const one = cell({ rate, low, high: low + spread })
        const other = cell({ rate: rate * unit, low: low * unit, high: (low + spread) * unit })
        expect(excess(other)).toBeCloseTo(excess(one), 9)
      }),
    )
  })

  test('is not out between its neighbours, and always out below zero', () => {
    fc.assert(
      fc.property(cells, (all) => {
        expect(all.filter(isOut)).toEqual([])
        expect(all.map((each) => ({ ...each, rate: -each.rate })).every(isOut)).toBe(true)
      }),
    )
  })

  test('of fewer than three digits is not judged', () => {
    expect(isOut(cell({ rate: 1e6, isPrecise: false }))).toBe(false)
  })
})

describe('a table between its neighbours', () => {
  test('has nothing moved, exchanged or shifted', () => {
    fc.assert(
      fc.property(cells, (all) => {
        expect(movedTogether(all)).toEqual([])
        expect(exchangedMetrics(all)).toEqual([])
        expect(shiftedRows(all)).toEqual([])
        expect(repeated(all)).toEqual([])
      }),
    )
  })
})

describe('a column', () => {
  test('off by any factor above three moved together', () => {
    fc.assert(
      fc.property(cells, fc.double({ min: 3.5, max: 1e6, noNaN: true }), fc.boolean(), (all, factor, down) => {
        const moved = all.map((each) => ({ ...each, rate: down ? each.rate / factor : each.rate * factor }))
        expect(movedTogether(moved)).toEqual([{ cells: moved, of: all.length }])
      }),
    )
  })

  test('with one cell in five off did not move together', () => {
    const all = Array.from({ length: 10 }, (_, index) =>
      cell({ place: `P${index}`, rate: index % 5 === 0 ? 1000 : 100 }),
    )
    expect(movedTogether(all)).toEqual([])
  })

  test('of two cells moved together only by the same factor', () => {
    const two = (first: number, second: number) => [cell({ rate: first }), cell({ place: 'B', rate: second })]
    expect(movedTogether(two(1000, 1100))).toHaveLength(1)
    expect(movedTogether(two(1000, 9000))).toEqual([])
  })

  test('with neighbours of its own release is not judged', () => {
    const all = [1, 2, 3].map((row) => cell({ place: `P${row}`, rate: 1e6, isNew: false }))
    expect(movedTogether(all)).toEqual([])
  })
})

test('cells of several columns moved together where the total did', () => {
  const of = (isTotal: boolean) =>
    ['EXPORTS', 'IMPORTS'].map((metric) => cell({ metric, column: metric, isTotal, rate: 1000 }))
  expect(movedTogether(of(true))).toHaveLength(1)
  expect(movedTogether(of(false))).toEqual([])
})

test('exchanged metrics are found in all places or in some', () => {
  const pair = (place: string, isExchanged: boolean): Cell[] => {
    const [exports, imports] = isExchanged ? [50, 200] : [200, 50]
    return [
      cell({ place, rate: exports, low: 190, high: 210 }),
      cell({ place, rate: imports, low: 45, high: 55, metric: 'IMPORTS', column: 'IMPORTS' }),
    ]
  }
  const exchanged = (flags: readonly boolean[]) =>
    exchangedMetrics(flags.flatMap((flag, index) => pair(`P${index}`, flag))).map(({ pairs, of }) => [pairs.length, of])
  expect(exchanged([true, true, true])).toEqual([[3, 3]])
  expect(exchanged([true, false, true, false, false])).toEqual([[2, 5]])
  expect(exchanged([false, false])).toEqual([])
})

test('a run of shifted rows is found in both directions', () => {
  const levels = [100, 900, 150, 700, 80, 1200]
  const shifted = (by: number, from: number) =>
    levels.map((own, index) => {
      const rate = index < from ? own : (levels[(index + by + levels.length) % levels.length] ?? own)
      return cell({ place: `P${index}`, row: index + 4, rate, low: own * 0.95, high: own * 1.05 })
    })
  const rowsOf = (all: readonly Cell[]) =>
    shiftedRows(all).map(({ cells, by }) => ({ by, rows: cells.map(({ row }) => row) }))
  expect(rowsOf(shifted(1, 0))).toEqual([{ by: 1, rows: [4, 5, 6, 7, 8] }])
  expect(rowsOf(shifted(-1, 1))).toEqual([{ by: -1, rows: [5, 6, 7, 8, 9] }])
  expect(rowsOf(shifted(0, 0))).toEqual([])
})

test('a place is out if most of its cells are', () => {
  const of = (metric: string, rate: number) => cell({ metric, column: metric, rate, row: 7 })
  const up = [of('TRADE', 3000), of('EXPORTS', 3100), of('IMPORTS', 100)]
  expect(wholePlaces(up.filter(isOut), up)).toEqual([up.slice(0, 2)])
  const both = [of('TRADE', 3000), of('EXPORTS', 3)]
  expect(wholePlaces(both.filter(isOut), both)).toEqual([])
})
