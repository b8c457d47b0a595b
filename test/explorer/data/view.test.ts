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

describe('what is asked for', () => {
  test('of a page in which nothing was chosen needs no list, and is the same with them', () => {
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

  test('of any other waits for what it depends on', () => {
    expect(view({ metrics: ['EXPORTS'] }, null, null)).toBeNull()
    expect(view({ unit: 'USD' }, null, null)).toBeNull()
    expect(view({ asOf: '2024-01-12' }, null, null)).toBeNull()
    expect(view({ metrics: ['EXPORTS'] }, null)?.table).toBeNull()
  })

  test('is in the unit that the readers of a language count in, of the measure of the metric', () => {
    expect(view({ metrics: ['ENTERPRISES'] })?.unit).toBe('ENTERPRISE')
    expect(viewOf(initial, 'zh', lists, null)?.unit).toBe('CNY_100_MILLION')
    const dollars = view({ metrics: ['TRADE'], unit: 'USD_BILLION' })
    expect([dollars?.unit, dollars?.measure, dollars?.scope.unit]).toEqual(['USD_BILLION', 'USD', 'USD'])
  })

  test('is of the first frequency that there is, unless one was chosen', () => {
    const months = choices(['2023-01', '2023-02', '2023-01/2023-02'])
    expect(view({ metrics: ['TRADE'] }, months)?.table?.every).toBe('MONTHLY')
    expect(view({ every: 'YEAR_TO_DATE' }, months)?.table?.periods).toEqual(['2023-01/2023-02'])
  })

  test('is of the newest periods, where they are many', () => {
    const years = Array.from({ length: 30 }, (_, index) => String(1990 + index))
    expect(view({}, choices(years))?.table?.variables.filter.from).toBe('1996')
    expect(view({ from: '1990' }, choices(years))?.table?.variables.filter.from).toBe('1990')
    expect(view({ from: '2022-01', to: '2023' }, choices(['2022', '2023']))?.table).toMatchObject({
      from: null,
      to: '2023',
    })
  })

  test('a text that is no period is left to the API, which says so', () => {
    expect(view({ from: 'abc' })?.table?.variables.filter.from).toBe('abc')
  })

  test('is of the top level alone, where categories are many; all of them were they asked for', () => {
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

  test('a day is the day of the office', () => {
    expect(view({ asOf: '2024-01-12' })?.scope.asOf).toBe('2024-01-12T23:59:59+08:00')
  })
})

describe('another metric', () => {
  const chosen: State = { ...initial, metrics: ['TRADE'], by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' }

  test('takes back what it cannot have, and keeps the rest', () => {
    expect(withMetrics(chosen, ['EXPORTS'], lists)).toEqual({
      ...{ metrics: ['EXPORTS'], by: 'TOTAL', categories: null, unit: null },
    })
    expect(withMetrics(chosen, [], lists)).toMatchObject({ by: 'PARTNER', categories: ['EU'], unit: 'USD_BILLION' })
  })

  test('has dimensions of its own', () => {
    expect(dimensionsOf(['EXPORTS', 'IMPORTS'], lists).map(({ code }) => code)).toEqual(['TOTAL', 'PRODUCT'])
  })
})
