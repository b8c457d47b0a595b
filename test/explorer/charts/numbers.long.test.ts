import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChartModel } from '../../../src/explorer/charts/model.js'
import type { Ask, Loaded } from '../../../src/explorer/data/load.js'
import { negated, sum } from '../../../src/explorer/data/number.js'
import type { State } from '../../../src/explorer/data/state.js'
import { en } from '../../../src/explorer/i18n/en.js'
import { ask as send } from '../../graphql/ask.js'
import type { TestStore } from '../../support.js'
import { lineOf, type Mark, marksOf } from './reading.js'
import { drawn, load, months, openCharts, provinces } from './support.js'

let opened: TestStore
let ask: Ask

beforeAll(async () => {
  ;({ opened, ask } = await openCharts())
})
afterAll(() => opened.close())

const monthly = fc.record({
  metrics: fc.constantFrom(['EXPORTS'], ['IMPORTS'], ['EXPORTS', 'IMPORTS']),
  by: fc.constantFrom('LOCATION', 'LOCATION', 'TOTAL'),
  every: fc.constant('MONTHLY' as const),
  categories: fc.option(fc.subarray(provinces, { minLength: 1, maxLength: 8 })),
  from: fc.option(fc.constantFrom(...months.slice(0, 12))),
  to: fc.option(fc.constantFrom(...months.slice(12))),
  unit: fc.constantFrom(null, 'CNY_100_MILLION' as const, 'CNY_BILLION' as const),
  asOf: fc.constantFrom(null, '2025-04-01', '2025-07-01'),
  form: fc.constantFrom('level', 'level', 'growth', 'change', 'share', 'index', 'cumulative') satisfies fc.Arbitrary<
    State['form']
  >,
})
const annual = fc.record({
  metrics: fc.constantFrom([], ['TRADE'], ['EXPORTS', 'IMPORTS']),
  every: fc.constant('ANNUAL' as const),
  form: fc.constantFrom('level', 'growth') satisfies fc.Arbitrary<State['form']>,
})
const states = fc.oneof({ weight: 4, arbitrary: monthly }, annual).map((state): Partial<State> => {
  return 'by' in state && state.by === 'TOTAL' ? { ...state, categories: null } : state
})

/** Asks for the numbers of a view another way: figure by figure for levels, one metric after another for other forms. */
async function known({ view }: Loaded, state: Partial<State>): Promise<ReadonlyMap<string, string>> {
  const { filter, transform, unit, shownUnit, base } = view.table?.variables ?? { filter: {} }
  const numbers = new Map<string, string>()
  for (const metric of view.metrics) {
    const variables = { filter: { ...filter, metrics: [metric] }, unit, shownUnit, transform, base }
    const { data, errors } = await send(opened.store, questions[state.form === 'level' ? 'level' : 'form'], variables)
    expect(errors).toBeUndefined()
    for (const { series, period, value, yoyChange } of data.indicators.nodes) {
      const number = state.form === 'level' ? value : state.form === 'growth' ? yoyChange : null
      if (number !== null) numbers.set(`${series.key} ${period}`, number)
    }
    for (const { series, points } of data.series?.rows ?? [])
      for (const [at, { value }] of points.entries())
        if (value !== null) numbers.set(`${series.key} ${data.series.periods[at]}`, value)
  }
  return numbers
}

const figures =
  'indicators(filter: $filter, first: 1000) { nodes { series { key } period value(unit: $unit) yoyChange } }'
const questions = {
  level: `query ($filter: IndicatorFilter!, $unit: Unit) { ${figures} }`,
  form: `query ($filter: IndicatorFilter!, $unit: Unit, $shownUnit: Unit, $transform: Transform!, $base: Period) {
    ${figures}
    series(filter: $filter, transform: $transform, unit: $shownUnit, base: $base, first: 400) {
      periods rows { series { key } points { value } }
    }
  }`,
}

/** Expects a place in pixels to be linear in a number. Returns the slope, or null if all numbers are equal. */
function slopeOf(pairs: readonly (readonly [number: number, place: number])[]): number | null {
  const [low, high] = [
    pairs.toSorted(([one], [other]) => one - other)[0],
    pairs.toSorted(([one], [other]) => other - one)[0],
  ]
  if (low === undefined || high === undefined || low[0] === high[0]) return null
  const slope = (high[1] - low[1]) / (high[0] - low[0])
  for (const [number, place] of pairs) expect(Math.abs(low[1] + (number - low[0]) * slope - place)).toBeLessThan(0.6)
  return slope
}

const expectLinear = (pairs: Parameters<typeof slopeOf>[0]): void => expect(slopeOf(pairs)).not.toBe(0)

const selectedOf = ({ series }: ChartModel) => series.filter(({ colour }) => colour !== null)

/** Returns the periods whose numbers a chart shows. */
function drawnPeriods({ chart, periods, series, at }: ChartModel): readonly string[] {
  const codes = periods.map(({ code }) => code)
  if (chart === 'bar') return codes.slice(at, at + 1)
  if (chart === 'map') return new Set(series.map(({ metric }) => metric)).size > 1 ? [] : codes.slice(at, at + 1)
  if (chart !== 'slope') return codes
  const known = codes.filter((_, index) => series.some(({ points }) => points[index]?.value != null))
  return known.length < 2 ? [] : [known[0] ?? '', known.at(-1) ?? '']
}

const pairs = (marks: readonly Mark[], placeOf: (mark: Mark) => number) =>
  marks.map((mark) => [Number(mark.value), placeOf(mark)] as const)
const height = ({ y }: Mark): number => y[1] - y[0]

describe('the numbers of a chart', () => {
  const settings = { numRuns: 12, endOnFailure: true }

  property.prop([states], settings)('of lines are those of the API, in their place', async (state) => {
    const loaded = await load({ ...state, chart: 'line' }, ask)
    const { model } = loaded
    const { svg } = drawn(model)
    const numbers = await known(loaded, state)
    const marks = marksOf(svg)
    for (const { series, period, value } of marks) expect(value).toBe(numbers.get(`${series} ${period}`))
    const points = model.series.flatMap(({ key }) => {
      const own = model.periods.flatMap(({ code }) => numbers.get(`${key} ${code}`) ?? [])
      const line = lineOf(svg, key)
      expect(line).toHaveLength(own.length)
      return own.map((value, at) => [Number(value), line[at]?.[1] ?? 0] as const)
    })
    expectLinear([...points, ...pairs(marks, ({ y }) => y[0])])
  })

  property.prop([states], settings)('of bars are those of the API, as long as they are large', async (state) => {
    const loaded = await load({ ...state, chart: 'bar' }, ask)
    const { model } = loaded
    const marks = marksOf(drawn(model).svg)
    const numbers = await known(loaded, state)
    const { code } = model.periods[model.at] ?? { code: '' }
    const own = selectedOf(model).filter(({ key }) => numbers.has(`${key} ${code}`))
    expect(marks.map(({ series }) => series).sort()).toEqual(own.map(({ key }) => key).sort())
    for (const { series, period, value } of marks) expect(value).toBe(numbers.get(`${series} ${period}`))
    expectLinear(pairs(marks, ({ x, value }) => (value.startsWith('-') ? x[0] : x[1])))
  })

  property.prop([states], settings)('of a heat chart are those of the API, all of them', async (state) => {
    const loaded = await load({ ...state, chart: 'heat' }, ask)
    const { model } = loaded
    const marks = marksOf(drawn(model).svg)
    const numbers = await known(loaded, state)
    const own = selectedOf(model).flatMap(({ key }) => model.periods.map(({ code }) => `${key} ${code}`))
    const wanted = own.flatMap((name) => (numbers.has(name) ? `${name} ${numbers.get(name)}` : []))
    expect(marks.map(({ series, period, value }) => `${series} ${period} ${value}`).sort()).toEqual(wanted.sort())
  })

  property.prop([states, fc.constantFrom('multiples', 'slope', 'map')], settings)(
    'of other charts are those of the API',
    async (state, chart) => {
      const loaded = await load({ ...state, chart }, ask)
      const { model } = loaded
      const marks = marksOf(drawn(model).svg)
      const numbers = await known(loaded, state)
      for (const { series, period, value } of marks) expect(value).toBe(numbers.get(`${series} ${period}`))
      if (model.chart !== chart) return // it does not suit the state, and another one is drawn
      const wanted = selectedOf(model).flatMap(({ key }) =>
        drawnPeriods(model).flatMap((period) => (numbers.has(`${key} ${period}`) ? { series: key, period } : [])),
      )
      const seriesIn = (some: readonly { readonly series: string }[]) => [...new Set(some.map(({ series }) => series))]
      expect(seriesIn(marks).sort()).toEqual(seriesIn(wanted).sort())
      if (chart !== 'multiples') expect(marks).toHaveLength(wanted.length)
      if (chart === 'slope') expectLinear(pairs(marks, ({ y }) => y[0]))
      if (chart !== 'multiples') return
      const slopes = model.series.flatMap(({ key }) => {
        const own = marks.filter(({ series }) => series === key)
        return slopeOf(pairs(own, ({ y }) => y[0])) ?? []
      })
      // All have one scale, on which the numbers of a small series may lie within a pixel.
      if (slopes.length > 0) expect(slopes).not.toEqual(slopes.map(() => 0))
    },
  )

  property.prop(
    [fc.constantFrom('EXPORTS', 'IMPORTS'), fc.constantFrom('level', 'share'), fc.integer({ min: 2, max: 9 })],
    settings,
  )('of stacked parts are those of the API, as tall as they are large', async (metric, form, top) => {
    const state = { metrics: [metric], by: 'LOCATION', every: 'MONTHLY', form, top } as const
    const loaded = await load({ ...state, chart: 'stacked' }, ask)
    const all = marksOf(drawn(loaded.model).svg)
    const parts = all.filter(({ element }) => !element.classList.contains('others'))
    const numbers = await known(loaded, state)
    for (const { series, period, value } of parts) expect(value).toBe(numbers.get(`${series} ${period}`))
    expectLinear(pairs(parts, height))
    const wholes = all.filter(({ element }) => element.classList.contains('others'))
    expectLinear(pairs(wholes, ({ y }) => y[0]))
    const { model } = loaded
    const filled = model.periods.filter(
      (_, at) =>
        model.whole?.points[at]?.value != null && selectedOf(model).some(({ points }) => points[at]?.value != null),
    )
    expect(wholes.map(({ period }) => period)).toEqual(filled.map(({ code }) => code))
  })

  test.each(['line', 'bar', 'heat', 'multiples', 'slope', 'map', 'stacked'] as const)(
    'of a %s chart are none where the API has none, as it says',
    async (chart) => {
      const state = { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', form: 'growth', to: '2023-12' } as const
      const loaded = await load({ ...state, chart }, ask)
      expect((await known(loaded, state)).size).toBe(0)
      const { svg } = drawn(loaded.model)
      expect([marksOf(svg), svg.textContent]).toEqual([[], en.drawing.nothing])
    },
  )

  test.each(['ANNUAL', 'MONTHLY'] as const)('of %s exports and imports stand on both sides of zero', async (every) => {
    const state = { metrics: ['EXPORTS', 'IMPORTS'], every } as const
    const loaded = await load(state, ask)
    const { svg } = drawn(loaded.model)
    const marks = marksOf(svg)
    const numbers = await known(loaded, { ...state, form: 'level' })
    expect(marks).toHaveLength(numbers.size)
    for (const { series, period, value } of marks) expect(value).toBe(numbers.get(`${series} ${period}`))
    expectLinear(pairs(marks, height))
    const [up = [], down = []] = state.metrics.map((metric) => marks.filter(({ series }) => series.includes(metric)))
    const zero = Math.max(...up.map(({ y }) => y[1]))
    for (const { y } of down) expect(y[0]).toBeCloseTo(zero, 1)
    const balances = [...svg.querySelectorAll('[data-balance]')].map((each) => each.getAttribute('data-balance'))
    expect(balances).toEqual(up.map(({ value }, at) => sum([value, negated(down[at]?.value ?? '0')])))
  })

  test('of growth are those printed and those computed', async () => {
    const { model } = await load({ chart: 'rates' }, ask)
    const dots = [...drawn(model).svg.querySelectorAll('circle')]
    const { data } = await send(
      opened.store,
      `{ indicators(filter: { metrics: ["TRADE", "EXPORTS", "IMPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL] }, first: 100) {
        nodes { series { key } period yoyChange derived { yoyChange { value } } }
      } }`,
    )
    const texts = (name: string) =>
      dots.flatMap((dot) =>
        dot.hasAttribute(name)
          ? `${dot.getAttribute('data-series')} ${dot.getAttribute('data-period')} ${Number(dot.getAttribute(name))}`
          : [],
      )
    const wanted = (numberOf: (node: Node) => string | null) =>
      (data.indicators.nodes as Node[]).flatMap((node) => {
        const number = numberOf(node)
        return number === null ? [] : `${node.series.key} ${node.period} ${Number(number)}`
      })
    expect(texts('data-printed').sort()).toEqual(wanted(({ yoyChange }) => yoyChange).sort())
    expect(texts('data-computed').sort()).toEqual(wanted(({ derived }) => derived.yoyChange?.value ?? null).sort())
    const places = dots.flatMap((dot) => {
      const number = dot.getAttribute('data-printed') ?? dot.getAttribute('data-computed')
      return number === null ? [] : [[Number(number), Number(dot.getAttribute('cx'))] as const]
    })
    expectLinear(places)
  })
})

interface Node {
  readonly series: { readonly key: string }
  readonly period: string
  readonly yoyChange: string | null
  readonly derived: { readonly yoyChange: { readonly value: string | null } | null }
}
