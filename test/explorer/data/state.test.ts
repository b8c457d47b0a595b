import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { frequencies } from '../../../src/explorer/data/period.js'
import {
  charts,
  initial,
  languageOf,
  languages,
  parseState,
  printState,
  type State,
} from '../../../src/explorer/data/state.js'

const code = fc.stringMatching(/^[\p{L}\d_]{1,12}$/u)
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const period = fc.constantFrom('2023', '2023-H1', '2023-Q4', '2023-12', '2023-01/2023-11')
const states: fc.Arbitrary<State> = fc.record({
  metrics: fc.array(code, { maxLength: 4 }),
  by: code,
  categories: nullable(fc.array(code, { maxLength: 5 })),
  every: nullable(fc.constantFrom(...frequencies)),
  from: nullable(period),
  to: nullable(period),
  unit: nullable(fc.constantFrom('CNY_BILLION' as const, 'ENTERPRISE' as const)),
  asOf: nullable(fc.constantFrom('2023-06-30', '2024-01-01')),
  chart: fc.constantFrom(...charts),
  turned: fc.boolean(),
  most: fc.integer({ min: 1, max: 999 }),
  release: nullable(fc.stringMatching(/^[A-Z0-9-]{1,20}$/)),
  figure: nullable(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)),
  language: nullable(fc.constantFrom(...languages)),
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
    expect(parseState('?chart=pie&every=DAILY&lang=xx&most=-1&asof=yesterday&rows=x&unknown=1')).toEqual(initial)
  })

  test('distinguishes all categories from the default', () => {
    expect(parseState('?category=*').categories).toEqual([])
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
