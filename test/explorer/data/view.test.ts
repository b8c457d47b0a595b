import { describe, expect, test } from 'vitest'
import type { ChoicesData } from '../../../src/explorer/data/answered.js'
import { initial, type State } from '../../../src/explorer/data/state.js'
import { dimensionsOf, type Lists, settled, viewOf, withMetrics } from '../../../src/explorer/data/view.js'
import type { Unit } from '../../../src/generated/gql/explorer/graphql.js'

const named = (code: string) => ({ code, en: code, zh: code })
const metric = (code: string, measures: Unit[], ...dimensions: string[]) => ({
  ...named(code),
  measures,
  dimensions: dimensions.map((each) => ({ code: each })),
})
const metrics = [
  metric('TRADE', ['CNY', 'USD'], 'TOTAL', 'PARTNER'),
  metric('EXPORTS', ['CNY'], 'TOTAL', 'PRODUCT'),
  metric('IMPORTS', ['CNY'], 'TOTAL'),
  metric('ENTERPRISES', ['ENTERPRISE'], 'TOTAL'),
]
const dataset = (code: string, ...metrics: readonly ReturnType<typeof metric>[]) => ({
  ...named(code),
  contents: metrics.map(({ code, measures, dimensions }) => ({ metric: { code }, measures, dimensions })),
})
const china = dataset('CN_TRADE', ...metrics)
const lists: Lists = {
  datasets: [china],
  metrics,
  dimensions: ['TOTAL', 'PRODUCT', 'PARTNER'].map(named),
  units: (['CNY', 'CNY_BILLION', 'USD', 'USD_BILLION', 'ENTERPRISE'] as const).map((unit) => ({
    ...{ unit, en: unit, zh: unit, factor: '1' },
    base: unit.split('_')[0] as Unit,
  })),
  releases: {
    totalCount: 1,
    nodes: [
      {
        code: 'R',
        title: 'R',
        publishedAt: '2025-01-13T00:00:00+08:00',
        retractedAt: null,
        dataset: { code: 'CN_TRADE' },
      },
    ],
  },
}

const choices = (periods: string[], codes: string[] = [], below: string[] = []): ChoicesData => ({
  indicators: {
    totalCount: 1,
    facets: [...codes, ...below].map((code) => ({
      count: 1,
      dimension: { code: 'PARTNER' },
      category: { ...named(code), isAggregate: false, ancestors: below.includes(code) ? [named(codes[0] ?? '')] : [] },
    })),
  },
  pivot: { rowHeaders: periods.map((period) => ({ period })) },
})

const view = (
  state: Partial<State>,
  there: ChoicesData | null = choices(['2022', '2023']),
  known: Lists | null = lists,
) => viewOf({ ...initial, ...state }, 'en', known, there)

describe('the query of a view', () => {
  test('does not depend on lists for the default state', () => {
    const early = view({}, null, null)
    expect(early?.table?.variables).toEqual({
      filter: { metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], unit: 'CNY', frequency: ['ANNUAL'] },
      ...{ unit: 'CNY_BILLION', shownUnit: 'CNY_BILLION', first: 9, language: 'EN', transform: 'LEVEL', base: null },
      ...{ isTransformed: false, withRates: true, isPast: false, now: {} },
      whole: { metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], unit: 'CNY', frequency: ['ANNUAL'] },
      span: { metrics: ['TRADE'], dimensions: ['TOTAL'], unit: 'CNY', frequency: ['ANNUAL'] },
    })
    expect(view({})?.table?.variables).toEqual(early?.table?.variables)
    expect(view({})?.scope).toEqual(early?.scope)
  })

  test('waits for the lists it depends on', () => {
    expect(view({ metrics: ['EXPORTS'] }, null, null)).toBeNull()
    expect(view({ unit: 'USD' }, null, null)).toBeNull()
    expect(view({ asOf: '2024-01-12' }, null, null)).toBeNull()
    expect(view({ metrics: ['EXPORTS'] }, null)?.table).toBeNull()
  })

  test('uses the default unit of the language and measure', () => {
    expect(view({ metrics: ['ENTERPRISES'] })?.unit).toBe('ENTERPRISE')
    expect(viewOf(initial, 'zh', lists, null)?.unit).toBe('CNY_100_MILLION')
    const dollars = view({ metrics: ['TRADE'], unit: 'USD_BILLION' })
    expect([dollars?.unit, dollars?.measure, dollars?.scope.unit]).toEqual(['USD_BILLION', 'CNY', 'CNY'])
  })

  test('converts currencies, and breaks down one metric', () => {
    const broken = view({ by: 'PARTNER', unit: 'USD_BILLION' })
    expect([broken?.metrics, broken?.measure]).toEqual([['TRADE'], 'CNY'])
    expect(view({ metrics: ['EXPORTS', 'IMPORTS'], form: 'balance' })?.metrics).toEqual(['EXPORTS'])
  })

  test('chooses years to date by their last month', () => {
    const there = choices(['2024-01/2024-01', '2024-01/2024-02', '2024-01/2024-03'])
    const from = view({ metrics: ['TRADE'], from: '2024-01/2024-02' }, there)?.table
    expect(from?.variables.filter.from).toBe('2024-02')
    expect(from?.range).toEqual(['2024-01/2024-02', '2024-01/2024-03'])
  })

  test('uses the first available frequency unless one is chosen', () => {
    const months = choices(['2023-01', '2023-02', '2023-01/2023-02'])
    expect(view({ metrics: ['TRADE'] }, months)?.table?.every).toBe('MONTHLY')
    expect(view({ every: 'YEAR_TO_DATE' }, months)?.table?.periods).toEqual(['2023-01/2023-02'])
  })

  test('is limited to the newest periods', () => {
    const years = Array.from({ length: 30 }, (_, index) => String(1990 + index))
    expect(view({}, choices(years))?.table?.variables.filter.from).toBe('1996')
    expect(view({ from: '1990' }, choices(years))?.table?.variables.filter.from).toBe('1990')
    expect(view({ from: '2022-01', to: '2023' }, choices(['2022', '2023']))?.table).toMatchObject({
      from: null,
      to: '2023',
    })
  })

  test('passes an invalid period to the API', () => {
    expect(view({ from: 'abc' })?.table?.variables.filter.from).toBe('abc')
  })

  test('asks for the categories of one level, and for those selected on others', () => {
    const asked = (state: Partial<State>, there: ChoicesData) =>
      view({ by: 'PARTNER', ...state }, there)?.table?.variables.filter.categories
    expect(asked({}, choices(['2023'], ['A', 'B']))).toBeUndefined()
    const deep = choices(['2023'], ['A', 'B'], ['A1', 'A2'])
    expect(asked({}, deep)).toEqual(['PARTNER:A', 'PARTNER:B'])
    expect(asked({ level: 1 }, deep)).toEqual(['PARTNER:A1', 'PARTNER:A2'])
    expect(asked({ categories: ['A2', 'B'] }, deep)).toEqual(['PARTNER:A', 'PARTNER:B', 'PARTNER:A2'])
  })

  test('asks for an earlier day also what is known now', () => {
    const { isPast, now, filter } = view({ asOf: '2024-01-12' })?.table?.variables ?? {}
    expect([isPast, filter?.asOf]).toEqual([true, '2024-01-12T23:59:59+08:00'])
    expect(now).toEqual({ ...filter, asOf: undefined })
  })

  test('ends an as-of day in the time zone of the publisher', () => {
    expect(view({ asOf: '2024-01-12' })?.scope.asOf).toBe('2024-01-12T23:59:59+08:00')
  })
})

describe('a change of the metric', () => {
  const chosen: State = { ...initial, metrics: ['TRADE'], by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' }

  test('drops only choices that the metric does not have', () => {
    expect(withMetrics(chosen, ['ENTERPRISES'], lists)).toEqual({
      ...{ dataset: null, metrics: ['ENTERPRISES'], by: 'TOTAL', unit: null },
      ...{ categories: null, top: null, level: null },
    })
    expect(withMetrics(chosen, ['EXPORTS'], lists)).toMatchObject({ unit: 'USD_BILLION' })
    expect(withMetrics(chosen, [], lists)).toMatchObject({ by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' })
  })

  test('offers the dimensions of the chosen metrics', () => {
    expect(dimensionsOf(['EXPORTS', 'IMPORTS'], null, lists).map(({ code }) => code)).toEqual(['TOTAL', 'PRODUCT'])
  })
})

describe('a table with many numbers', () => {
  const periods = Array.from(
    { length: 24 },
    (_, at) => `202${3 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const places = (count: number) =>
    choices(
      periods,
      Array.from({ length: count }, (_, at) => `P${at}`),
    )
  const partsOf = (count: number, state: Partial<State> = {}) =>
    view({ metrics: ['TRADE'], by: 'PARTNER', every: 'MONTHLY', ...state }, places(count))?.table?.parts ?? []
  const timesOf = (count: number, state: Partial<State> = {}) =>
    partsOf(count, state).map(({ filter, withRates }) => [filter.from, filter.to, withRates])

  test('is asked for in one query, with rates, while it is small', () => {
    expect(timesOf(62)).toEqual([[undefined, undefined, true]])
  })

  test('is asked for by periods, without rates', () => {
    expect(timesOf(350)).toEqual([
      ['2023-01', '2023-06', false],
      ['2023-07', '2023-12', false],
      ['2024-01', '2024-06', false],
      ['2024-07', '2024-12', false],
    ])
    expect(timesOf(350, { form: 'growth' })).toHaveLength(6)
    expect(timesOf(350, { from: '2024-11' })).toEqual([['2024-11', undefined, true]])
  })

  test('is divided into 24 queries at most', () => {
    const many = Array.from(
      { length: 600 },
      (_, at) => `${1975 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const places = Array.from({ length: 350 }, (_, at) => `P${at}`)
    const state = { metrics: ['TRADE'], by: 'PARTNER', every: 'MONTHLY', from: '1975-01' } as const
    expect(view(state, choices(many, places))?.table?.parts).toHaveLength(24)
  })

  test('has the same periods in all that is asked', () => {
    const [, part] = partsOf(350, { asOf: '2025-01-31' })
    const times = { from: '2023-07', to: '2023-12' }
    expect([part?.filter, part?.whole, part?.now]).toEqual([1, 2, 3].map(() => expect.objectContaining(times)))
    expect(partsOf(350)[1]?.now).toEqual({})
  })

  test('of one period of a ranking is asked for in one query', () => {
    expect(timesOf(350, { chart: 'bar' })).toEqual([['2024-12', undefined, true]])
  })
})

describe('the dataset', () => {
  const two: Lists = {
    ...lists,
    datasets: [china, dataset('DE_TRADE', metric('EXPORTS', ['EUR'], 'TOTAL'))],
    units: [...lists.units, { unit: 'EUR', base: 'EUR', en: 'EUR', zh: 'EUR', factor: '1' }],
  }
  const datasetOf = (state: Partial<State>, of: Lists | null = two) =>
    viewOf({ ...initial, ...state }, 'en', of, choices(['2023']))

  test('is not selected where one dataset has the metrics', () => {
    expect(datasetOf({ metrics: ['ENTERPRISES'] })?.scope.datasets).toBeUndefined()
    expect(datasetOf({}, lists)?.dataset).toBeNull()
  })

  test('is the first that has the metrics, or the chosen one', () => {
    expect(datasetOf({ metrics: ['EXPORTS'] })?.scope.datasets).toEqual(['CN_TRADE'])
    expect(datasetOf({ metrics: ['EXPORTS'], dataset: 'DE_TRADE' })?.scope.datasets).toEqual(['DE_TRADE'])
  })

  test('determines the unit and the breakdowns', () => {
    const chosen = { metrics: ['EXPORTS'], dataset: 'DE_TRADE' }
    expect(datasetOf(chosen)).toMatchObject({ measure: 'EUR', scope: { unit: 'EUR' } })
    expect(datasetOf({ metrics: ['EXPORTS'] })).toMatchObject({ measure: 'CNY' })
    expect(dimensionsOf(['EXPORTS'], 'DE_TRADE', two).map(({ code }) => code)).toEqual(['TOTAL'])
    expect(withMetrics({ ...initial, ...chosen, by: 'PRODUCT' }, ['EXPORTS'], two)).toMatchObject({ by: 'TOTAL' })
  })

  describe('alone in an address', () => {
    const rates = metric('EXCHANGE_RATE', ['CNY_PER_USD', 'EUR_PER_USD'], 'TOTAL')
    const ports = metric('THROUGHPUT', ['TONNE'], 'PORT', 'CARGO')
    const many: Lists = {
      ...lists,
      datasets: [china, dataset('RATES', rates), dataset('PORTS', metric('CALLS', []), ports)],
      metrics: [...metrics, rates, ports],
      dimensions: [...lists.dimensions, ...['PORT', 'CARGO'].map(named)],
    }
    const landing = (code: string, more: Partial<State> = {}) => settled({ ...initial, ...more, dataset: code }, many)
    const shown = (state: State) => viewOf(state, 'en', many, choices(['2022', '2023']))

    test('is shown with a metric of its own', () => {
      const { scope, unit, table } = shown(landing('RATES')) ?? {}
      expect(scope).toEqual({
        ...{ datasets: ['RATES'], metrics: ['EXCHANGE_RATE'], dimensions: ['TOTAL'], unit: 'CNY_PER_USD' },
      })
      expect([unit, table?.every, table?.range]).toEqual(['CNY_PER_USD', 'ANNUAL', ['2022', '2023']])
      expect(shown(landing('CN_TRADE'))?.metrics).toEqual(['TRADE', 'EXPORTS', 'IMPORTS'])
    })

    test('is broken down where it has no totals', () => {
      expect(shown(landing('PORTS'))?.scope).toMatchObject({ metrics: ['THROUGHPUT'], dimensions: ['PORT'] })
      expect(landing('PORTS', { by: 'CARGO' }).by).toBe('CARGO')
      expect(shown(landing('PORTS', { by: 'CARGO' }))?.metrics).toEqual(['THROUGHPUT'])
      expect(settled({ ...initial, dataset: 'PORTS' }, null).by).toBe('TOTAL')
    })

    test('stays chosen when the breakdown changes', () => {
      const state: State = { ...initial, dataset: 'PORTS', by: 'CARGO' }
      expect(withMetrics(state, [], many)).toMatchObject({ dataset: 'PORTS', metrics: [], by: 'CARGO' })
    })
  })

  test('is dropped with metrics that it does not have', () => {
    const chosen: State = { ...initial, metrics: ['EXPORTS'], dataset: 'DE_TRADE' }
    expect(withMetrics(chosen, ['IMPORTS'], two).dataset).toBeNull()
    expect(withMetrics(chosen, ['EXPORTS'], two).dataset).toBe('DE_TRADE')
  })
})
