import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CodeLists } from '../../src/domain/codes/codes.js'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { exactly } from '../../src/domain/numbers/interval.js'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { type Computation, type Reason, type ReasonCode, reasonCodes, reasonText } from '../../src/domain/reasons.js'

const common = { id: 1, description: null, synonyms: [], rank: 0 }
const dimension = { id: 1, code: '2', name: { en: 'Product', zh: '商品' }, description: null }
const codes = new CodeLists({
  dimensions: [dimension],
  metrics: [
    {
      ...{ ...common, code: '1', name: { en: 'Exports', zh: '出口' } },
      ...{ additivity: 'FLOW', identity: null, measures: ['CNY'], dimensions: [dimension] },
    },
  ],
  categories: [
    {
      ...{ ...common, code: '3', name: { en: 'Ships', zh: '船舶' } },
      ...{ dimension, parent: null, children: [], isAggregate: false, members: null, groups: [] },
    },
  ],
  breakdowns: [],
})

const period = fc.constantFrom('2023', '2023-H1', '2023-Q4', '2023-12', '2023-01/2023-11').map(parsePeriod)
const decimal = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((number) => new Decimal(number).dividedBy(1000))
const unit = fc.constantFrom('CNY_TRILLION', 'USD', 'TONNE', 'PERCENT', 'NUMBER')
const currency = fc.constantFrom('CNY', 'USD', 'EUR')
const count = fc.integer({ min: 1, max: 12_345_678 })
const categories = fc.constantFrom([], [{ dimension: '2', code: '3' }], [{ dimension: 'TOTAL', code: 'ALL' }])
const observation = fc.record({ metric: fc.constant('1'), categories, period })
const level = fc.record({
  value: decimal,
  decimals: fc.integer({ min: -3, max: 4 }),
  qualifier: fc.constantFrom('EXACT', 'OVER', 'UNDER', 'ABOUT'),
  unit,
})
const cited = fc.tuple(level, period).map(([found, of]) => ({ ...found, period: of, release: { code: '2024' } }))
const computation: fc.Arbitrary<Computation> = fc.oneof(
  fc.record({ kind: fc.constant('GROWTH'), from: cited, to: cited }),
  fc.record({ kind: fc.constant('SHARE'), part: cited, whole: cited }),
  fc.record({ kind: fc.constant('IMPLIED_BASE'), growth: decimal }),
  fc.record({ kind: fc.constant('CONVERSION'), level: cited, rates: fc.array(cited, { minLength: 1, maxLength: 2 }) }),
  fc.constantFrom('BALANCE', 'SUM_SINCE_JANUARY', 'DIFFERENCE_OF_YEARS_TO_DATE').map((kind) => ({ kind })),
)
const difference = {
  ...{ computation, unit, value: decimal, bounds: fc.option(decimal.map(exactly)) },
  reported: fc.record({ value: decimal, decimals: fc.integer({ min: -12, max: 4 }) }),
}
const metric = fc.constantFrom('1')

/** The parameters of each code. */
const parameters: { readonly [Code in ReasonCode]: fc.Arbitrary<Omit<Reason<Code>, 'code'>> } = {
  NO_INDICATOR: fc.record({ observation: fc.option(observation), asOf: fc.boolean() }),
  NO_EXCHANGE_RATE: fc.record({ from: currency, to: currency, period, asOf: fc.boolean() }),
  NO_TOTAL: fc.constant({}),
  NO_YEAR_BEFORE: fc.constant({}),
  YEAR_BEFORE_INCOMPLETE: fc.record({ known: count, count }),
  NO_PREVIOUS_PERIOD: fc.constant({}),
  NO_PRINTED_GROWTH: fc.record({ observation }),
  NO_LEVEL: fc.record({ observation: fc.option(observation) }),
  LEVELS_INCOMPLETE: fc.record({ missing: count, count }),
  CONFIDENTIAL: fc.constant({}),
  NOT_APPLICABLE: fc.constant({}),
  NIL: fc.constant({}),
  INEXACT: fc.record({ level }),
  SUM_INEXACT: fc.record({ inexact: count, count, yearBefore: fc.boolean() }),
  RATE_OR_INDEX: fc.record({ metric: fc.option(metric) }),
  NOT_ADDITIVE: fc.record({ metric }),
  NO_BALANCE: fc.record({ metric, metrics: fc.constantFrom([], ['1'], ['1', '1']) }),
  DIVISOR_NOT_POSITIVE: fc.record({
    divisor: fc.constantFrom('BASE', 'TOTAL', 'YEAR_BEFORE'),
    sign: fc.constantFrom('ZERO', 'NEGATIVE', 'UNCERTAIN'),
  }),
  TOTAL_NOT_COMPUTABLE: fc.record({
    reason: fc.record({ code: fc.constant('NO_LEVEL'), observation: fc.constant(null) }),
  }),
  ROUNDING: fc.record(difference),
  BASE_REVISED: fc.record({
    ...difference,
    impliedBase: fc.option(fc.tuple(decimal, unit).map(([number, of]) => ({ ...exactly(number), unit: of }))),
  }),
  DISAGREES: fc.record(difference),
}

test.each(reasonCodes)('%s is worded completely in both languages', (code) => {
  fc.assert(
    fc.property(parameters[code] as fc.Arbitrary<object>, (given) => {
      const reason = { code, ...given } as Reason
      const [en, zh] = [reasonText(reason, 'EN', codes), reasonText(reason, 'ZH', codes)]
      expect(en).toMatch(/^["A-Z0-9].*\.$/)
      expect(zh).toMatch(/。$/)
      expect(en).not.toMatch(/undefined|null|NaN|object|\p{Script=Han}/u)
      // Currencies have their codes in either language.
      expect(zh.replaceAll(/CNY|USD|EUR/g, '')).not.toMatch(/[A-Za-z]/)
    }),
  )
})

test('names are those of the code lists, or else codes', () => {
  const reason = {
    code: 'NO_LEVEL',
    observation: { metric: 'X', categories: [], period: parsePeriod('2023') },
  } as const
  expect(reasonText(reason, 'ZH', codes)).toBe('未公布2023年X的数值。')
  const known = { ...reason.observation, metric: '1', categories: [{ dimension: '2', code: '3' }] }
  expect(reasonText({ ...reason, observation: known }, 'ZH', codes)).toBe('未公布2023年出口（船舶）的数值。')
  expect(reasonText({ ...reason, observation: known }, 'EN', codes)).toBe(
    'No level was printed for Exports (Ships) in 2023.',
  )
})
