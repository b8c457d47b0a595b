import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { frequencies } from '../../../src/explorer/data/period.js'
import {
  charts,
  formNames,
  initial,
  languageOf,
  languages,
  parseState,
  printState,
  type State,
  sortings,
  themes,
} from '../../../src/explorer/data/state.js'

const code = fc.stringMatching(/^[\p{L}\d_]{1,12}$/u)
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const period = fc.constantFrom('2023', '2023-H1', '2023-Q4', '2023-12', '2023-01/2023-11')
const states: fc.Arbitrary<State> = fc.record({
  dataset: nullable(code),
  metrics: fc.array(code, { maxLength: 4 }),
  by: code,
  level: nullable(fc.integer({ min: 0, max: 9 })),
  categories: nullable(fc.array(code, { maxLength: 5 })),
  top: nullable(fc.integer({ min: 1, max: 999 })),
  sort: fc.constantFrom(...sortings),
  every: nullable(fc.constantFrom(...frequencies)),
  from: nullable(period),
  to: nullable(period),
  unit: nullable(fc.constantFrom('CNY_BILLION' as const, 'ENTERPRISE' as const)),
  asOf: nullable(fc.constantFrom('2023-06-30', '2024-01-01')),
  form: fc.constantFrom(...formNames),
  base: nullable(period),
  chart: nullable(fc.constantFrom(...charts)),
  turned: fc.boolean(),
  since: nullable(fc.constantFrom('2023-06-30', '2024-01-01')),
  until: nullable(fc.constantFrom('2023-06-30', '2024-01-01')),
  release: nullable(fc.stringMatching(/^[A-Z0-9-]{1,20}$/)),
  kind: nullable(fc.constantFrom('UNIT_SUSPECT' as const, 'BASE_REVISED' as const)),
  size: nullable(fc.constantFrom('1-3', '0.1-', '100-')),
  figure: nullable(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)),
  panel: nullable(fc.constantFrom('picker' as const, 'findings' as const, 'releases' as const)),
  language: nullable(fc.constantFrom(...languages)),
  theme: nullable(fc.constantFrom(...themes)),
})

describe('the state in the URL', () => {
  property.prop([states])('round-trips through printState and parseState', (state) => {
    expect(parseState(printState(state))).toEqual(state)
  })

  property.prop([states])('has a single canonical text', (state) => {
    const written = printState(state)
    expect(printState(parseState(written))).toBe(written)
  })

  property.prop([fc.string()])('parses any query string', (search) => {
    expect(() => printState(parseState(search))).not.toThrow()
  })

  test('is empty for the default state', () => {
    expect(printState(initial)).toBe('')
    expect(parseState('')).toEqual(initial)
  })

  test('contains codes and periods without escapes', () => {
    const state: State = {
      ...initial,
      metrics: ['TRADE', 'EXPORTS'],
      by: 'PRODUCT',
      from: '2023-01/2023-11',
      asOf: '2024-06-30',
    }
    expect(printState(state)).toBe('?metric=TRADE,EXPORTS&by=PRODUCT&from=2023-01/2023-11&asof=2024-06-30')
  })

  test('ignores unknown parameters and invalid values', () => {
    expect(
      parseState(
        '?chart=pie&every=DAILY&lang=xx&top=-1&as=squared&sort=odd&theme=pink&asof=yesterday&since=2024-02-30&rows=x&unknown=1',
      ),
    ).toEqual(initial)
  })

  test('distinguishes no category from the default', () => {
    expect(parseState('?category=-').categories).toEqual([])
    expect(printState({ ...initial, categories: [] })).toBe('?category=-')
    expect(parseState('?category=EU,US').categories).toEqual(['EU', 'US'])
    expect(parseState('').categories).toBeNull()
  })
})

test('the chosen language precedes the language of the browser', () => {
  const of = (language: State['language'], browser: string) => languageOf({ language }, browser)
  expect([of('en', 'zh-CN'), of(null, 'zh-Hant-TW'), of(null, 'ZH'), of(null, 'de-DE')]).toEqual([
    'en',
    'zh',
    'zh',
    'en',
  ])
})
