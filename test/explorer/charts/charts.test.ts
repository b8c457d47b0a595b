import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { barsOf, openEnd } from '../../../src/explorer/charts/bars.js'
import type { ChartSeries, Mark } from '../../../src/explorer/charts/chart-series.js'
import { linesOf } from '../../../src/explorer/charts/lines.js'
import { fitted, scaleFor, widthOf } from '../../../src/explorer/charts/scale.js'

const mark = (period: string, value: string | null, more: Partial<Mark> = {}): Mark => ({
  ...{ period, label: period, value, low: null, high: null, end: 'exact', text: value ?? 'none', other: null },
  ...{ differs: false, ...more },
})
const group = (key: string, ...marks: Mark[]): ChartSeries => ({ key, label: `Series ${key}`, marks })
/** Numbers of the full range of API decimals. */
const finite = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -32, max: 31 }))
  .map(([digits, exponent]) => digits * 10 ** exponent)

describe('a scale', () => {
  property.prop([fc.array(finite), fc.integer({ min: 1, max: 12 })])(
    'contains zero and all numbers',
    (numbers, count) => {
      const scale = scaleFor(numbers, 0, 1000, count)
      expect(scale.low).toBeLessThanOrEqual(0)
      expect(scale.high).toBeGreaterThanOrEqual(0)
      for (const number of numbers) {
        expect(scale.at(number)).toBeGreaterThanOrEqual(-1e-3)
        expect(scale.at(number)).toBeLessThanOrEqual(1000 + 1e-3)
      }
    },
  )

  test('has round tick labels', () => {
    expect(scaleFor([43850], 0, 100, 5).ticks.map(({ text }) => text)).toEqual([
      '0',
      '10,000',
      '20,000',
      '30,000',
      '40,000',
      '50,000',
    ])
    expect(scaleFor([-0.3, 0.6], 0, 100, 4).ticks.map(({ text }) => text)).toEqual([
      '−0.4',
      '−0.2',
      '0.0',
      '0.2',
      '0.4',
      '0.6',
    ])
  })
})

describe('bars', () => {
  const numbers = fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 }).map(String), { nil: null }), {
    minLength: 1,
    maxLength: 6,
  })
  property.prop([fc.array(numbers, { minLength: 1, maxLength: 8 }), fc.integer({ min: 300, max: 1600 })])(
    'start at zero, do not overlap, and leave room for labels',
    (series, width) => {
      const groups = series.map((values, key) =>
        group(String(key), ...values.map((value, at) => mark(`${2000 + at}`, value))),
      )
      const bars = barsOf(groups, width, null)
      const drawn = bars.groups.flatMap((each) => each.bars)
      for (const [at, bar] of drawn.entries()) {
        expect(bar.from).toBe(bars.scale.at(0))
        expect(bar.y).toBeGreaterThanOrEqual((drawn[at - 1]?.y ?? -100) + 22)
        if (bar.to !== null) expect(bar.textAt + widthOf(bar.mark.text)).toBeLessThanOrEqual(width + 0.5)
      }
      expect(bars.axis).toBeLessThan(bars.height)
    },
  )

  test('an "over" bar has an arrow before its label', () => {
    const { groups, scale } = barsOf(
      [group('A', mark('2023', '1000', { end: 'open' }), mark('2024', '1000'))],
      800,
      null,
    )
    const [open, exact] = groups[0]?.bars ?? []
    expect(open?.to).toBe(scale.at(1000))
    expect((open?.textAt ?? 0) - (exact?.textAt ?? 0)).toBe(openEnd)
  })

  test('are limited to the newest periods', () => {
    const years = Array.from({ length: 60 }, (_, at) => mark(`${1960 + at}`, '1'))
    const bars = barsOf([group('A', ...years), group('B', ...years)], 800, null)
    expect([bars.shown, bars.of]).toEqual([45, 60])
    expect(bars.groups[0]?.bars[0]?.mark.period).toBe('1975')
  })

  test('of shares have a scale up to the whole', () => {
    expect(barsOf([group('A', mark('2023', '12'))], 800, 100).scale.high).toBe(100)
  })
})

describe('lines', () => {
  const periods = ['2020', '2021', '2022', '2023']
  const label = (period: string) => period

  test('are interrupted by missing numbers', () => {
    const marks = [mark('2020', '1'), mark('2021', null), mark('2022', '3'), mark('2023', '4')]
    const { lines } = linesOf([group('A', ...marks)], periods, 800, label)
    expect(lines[0]?.path.replace(/[\d.,]+/g, '')).toBe('MML')
    expect(lines[0]?.dots.map((dot) => dot.mark.period)).toEqual(['2020', '2022', '2023'])
  })

  test('have labels that do not overlap', () => {
    const groups = ['1', '2', '3'].map((key) => group(key, mark('2022', '100'), mark('2023', `10${key}`)))
    const at = linesOf(groups, periods, 1000, label)
      .lines.map(({ nameAt }) => nameAt ?? 0)
      .sort((one, other) => one - other)
    expect(Math.min(...at.slice(1).map((y, index) => y - (at[index] ?? 0)))).toBeGreaterThanOrEqual(16.9)
  })

  test('have dates at distances proportional to time', () => {
    const { dates } = linesOf([group('A', mark('2020', '1'), mark('2023', '1'))], ['2020', '2021', '2023'], 800, label)
    const [first, second, third] = dates.map(({ at }) => at)
    expect(((third ?? 0) - (second ?? 0)) / ((second ?? 0) - (first ?? 0))).toBeCloseTo(2)
  })
})

property.prop([fc.string(), fc.integer({ min: 20, max: 300 })])('a text is cut to its width', (text, width) => {
  const cut = fitted(text, width)
  expect(cut === text || cut.endsWith('…')).toBe(true)
  expect(widthOf(cut) <= width || [...cut].length <= 2).toBe(true)
})
