import { describe, expect, test } from 'vitest'
import { initial, type State } from '../../../src/explorer/data/state.js'
import { dimensionsOf, type Lists, viewOf, withMetrics } from '../../../src/explorer/data/view.js'
import type { ChoicesQuery, Unit } from '../../../src/generated/gql/explorer/graphql.js'

const named = (code: string) => ({ code, en: code, zh: code })
const metric = (code: string, measures: Unit[], ...dimensions: string[]) => ({
  ...named(code),
  measures,
  dimensions: dimensions.map((each) => ({ code: each })),
})
const lists: Lists = {
  metrics: [
    metric('TRADE', ['CNY', 'USD'], 'TOTAL', 'PARTNER'),
    metric('EXPORTS', ['CNY'], 'TOTAL', 'PRODUCT'),
    metric('IMPORTS', ['CNY'], 'TOTAL'),
    metric('ENTERPRISES', ['ENTERPRISE'], 'TOTAL'),
  ],
  dimensions: ['TOTAL', 'PRODUCT', 'PARTNER'].map(named),
  units: (['CNY', 'CNY_BILLION', 'USD', 'USD_BILLION', 'ENTERPRISE'] as const).map((unit) => ({
    ...{ unit, en: unit, zh: unit, factor: '1' },
    base: unit.split('_')[0] as Unit,
  })),
  releases: {
    totalCount: 1,
    nodes: [{ code: 'R', title: 'R', publishedAt: '2025-01-13T00:00:00+08:00', retractedAt: null }],
  },
}

const choices = (periods: string[], codes: string[] = [], below: string[] = []): ChoicesQuery => ({
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
  there: ChoicesQuery | null = choices(['2022', '2023']),
  known: Lists | null = lists,
) => viewOf({ ...initial, ...state }, 'en', known, there)

describe('the query of a view', () => {
  test('does not depend on lists for the default state', () => {
    const early = view({}, null, null)
    expect(early?.table?.variables).toEqual({
      filter: { metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], unit: 'CNY', frequency: ['ANNUAL'] },
      unit: 'CNY_BILLION',
      first: 60,
      language: 'EN',
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
    expect([dollars?.unit, dollars?.measure, dollars?.scope.unit]).toEqual(['USD_BILLION', 'USD', 'USD'])
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

  test('is limited to the top level of many categories by default', () => {
    const few = choices(['2023'], ['A', 'B'])
    expect(view({ by: 'PARTNER' }, few)?.table?.categories).toEqual([])
    const many = choices(
      ['2023'],
      ['A', 'B'],
      Array.from({ length: 50 }, (_, index) => `A${index}`),
    )
    expect(view({ by: 'PARTNER' }, many)?.table?.variables.filter.categories).toEqual(['PARTNER:A', 'PARTNER:B'])
    expect(view({ by: 'PARTNER', categories: [] }, many)?.table?.variables.filter.categories).toBeUndefined()
    expect(view({ by: 'PARTNER', categories: ['A7'] }, many)?.table?.categories).toEqual(['A7'])
  })

  test('ends an as-of day in the time zone of the publisher', () => {
    expect(view({ asOf: '2024-01-12' })?.scope.asOf).toBe('2024-01-12T23:59:59+08:00')
  })
})

describe('a change of the metric', () => {
  const chosen: State = { ...initial, metrics: ['TRADE'], by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' }

  test('drops only choices that the metric does not have', () => {
    expect(withMetrics(chosen, ['EXPORTS'], lists)).toEqual({
      ...{ metrics: ['EXPORTS'], by: 'TOTAL', categories: null, unit: null },
    })
    expect(withMetrics(chosen, [], lists)).toMatchObject({ by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' })
  })

  test('offers the dimensions of the chosen metrics', () => {
    expect(dimensionsOf(['EXPORTS', 'IMPORTS'], lists).map(({ code }) => code)).toEqual(['TOTAL', 'PRODUCT'])
  })
})
