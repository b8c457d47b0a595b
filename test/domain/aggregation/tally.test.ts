import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  averageOf,
  boundsOfSum,
  merged,
  qualifierOf,
  sumOf,
  type Tally,
} from '../../../src/domain/aggregation/tally.js'
import { boundsOf } from '../../../src/domain/numbers/bounds.js'
import { canonical, Decimal, divide, powerOfTen } from '../../../src/domain/numbers/decimal.js'
import { outward, product, quotient, rounded } from '../../../src/domain/numbers/interval.js'
import { quantityOfRate } from '../../../src/domain/numbers/quantity.js'
import type { Qualifier } from '../../../src/domain/observations/observation.js'
import { exchangedTally } from '../../../src/domain/units/exchange-rate.js'

/** The tally of one figure in yuan. */
function tallyOf(value: Decimal | null, decimals: number, qualifier: Qualifier = 'EXACT'): Tally {
  const bounds = boundsOf({ value, decimals: value && decimals, qualifier, unit: 'CNY' })
  const one = (is: boolean): number => (value !== null && is ? 1 : 0)
  return {
    ...{
      measure: 'CNY',
      count: one(true),
      nil: 0,
      missing: value === null ? 1 : 0,
      status: null,
      parts: [],
      before: null,
      reason: null,
      divided: false,
    },
    ...{ over: one(qualifier === 'OVER'), under: one(qualifier === 'UNDER'), about: one(qualifier === 'ABOUT') },
    ...{ sum: value ?? new Decimal(0), low: bounds?.low ?? new Decimal(0), high: bounds?.high ?? new Decimal(0) },
    ...{
      lowInclusive: value === null || (bounds?.lowInclusive ?? false),
      highInclusive: value === null || (bounds?.highInclusive ?? false),
    },
    ...{ least: value, most: value },
  }
}

const printed = fc.record({
  // A true value in 10^-6, and the digits that an office prints of it.
  truth: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((millionths) => new Decimal(`${millionths}e-6`)),
  decimals: fc.integer({ min: -3, max: 5 }),
})

const round = (value: Decimal, decimals: number): Decimal =>
  value.times(powerOfTen(decimals)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(powerOfTen(-decimals))

test('the true sum lies within the bounds of the rounded sum', () => {
  fc.assert(
    fc.property(fc.array(printed, { minLength: 1, maxLength: 20 }), (figures) => {
      const tallies = figures.map(({ truth, decimals }) => tallyOf(round(truth, decimals), decimals))
      const all = merged(tallies)
      const truth = figures.reduce((sum, each) => sum.plus(each.truth), new Decimal(0))
      const bounds = boundsOfSum(all)
      expect(bounds?.low && (bounds.lowInclusive ? truth.gte(bounds.low) : truth.gt(bounds.low))).toBe(true)
      expect(bounds?.high && (bounds.highInclusive ? truth.lte(bounds.high) : truth.lt(bounds.high))).toBe(true)
      const width = figures.reduce((sum, { decimals }) => sum.plus(powerOfTen(-decimals)), new Decimal(0))
      expect(bounds?.high?.minus(bounds.low ?? 0).equals(width)).toBe(true)
    }),
  )
})

test('a converted sum lies within the bounds of sum and rate', () => {
  const rates = fc.record({
    truth: fc.integer({ min: 20_000, max: 900_000 }).map((n) => new Decimal(n).dividedBy(100_007)),
    decimals: fc.integer({ min: 1, max: 4 }),
    divides: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(printed, { minLength: 1, maxLength: 5 }), rates, (figures, { truth, decimals, divides }) => {
      const price = quantityOfRate({ value: round(truth, decimals), decimals })
      const own = merged(figures.map((each) => tallyOf(round(each.truth, each.decimals), each.decimals)))
      const found = exchangedTally(own, 'USD', () => ({ price, divides }))
      const [from, of, to] = [boundsOfSum(own), price.bounds, boundsOfSum(found)]
      if (from === null || of === null || to === null) throw new Error('all of these have bounds')
      const sum = figures.reduce((all, each) => all.plus(each.truth), new Decimal(0))
      const there = divides ? sum.dividedBy(truth) : sum.times(truth)
      expect(to.low?.lte(there) && to.high?.gte(there)).toBe(true)
      const exact = divides ? quotient(from, of) : product(from, of)
      expect(to).toEqual(divides ? exact && outward(exact) : exact)
      expect(sumOf(found)).toEqual(
        divides ? rounded(divide(own.sum, price.value ?? own.sum)) : own.sum.times(price.value ?? 0),
      )
    }),
  )
})

test('tallies merge in any order and any grouping', () => {
  const some = fc.array(
    printed.map(({ truth, decimals }) => tallyOf(round(truth, decimals), decimals)),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(some, some, (a, b) => {
      const told = (tally: Tally) =>
        [sumOf(tally), boundsOfSum(tally), averageOf(tally), tally.least, tally.most, tally.count].map((each) =>
          JSON.stringify(each),
        )
      expect(told(merged([merged(a), merged(b)]))).toEqual(told(merged([...a, ...b])))
      expect(told(merged([...b, ...a]))).toEqual(told(merged([...a, ...b])))
    }),
  )
})

describe('a sum of', () => {
  const five = (qualifier: Qualifier) => tallyOf(new Decimal(5), 0, qualifier)
  test.each<[Qualifier[], string | null, Qualifier]>([
    [['EXACT', 'EXACT'], '9 <= v < 11', 'EXACT'],
    [['EXACT', 'OVER'], '9.5 < v', 'OVER'],
    [['UNDER', 'EXACT'], 'v < 10.5', 'UNDER'],
    [['UNDER', 'OVER'], 'v', 'ABOUT'],
    [['ABOUT', 'EXACT'], null, 'ABOUT'],
  ])('five twice, %j, lies within %s', (qualifiers, expected, qualifier) => {
    const tally = merged(qualifiers.map(five))
    const bounds = boundsOfSum(tally)
    const low = bounds?.low ? `${canonical(bounds.low)} ${bounds.lowInclusive ? '<=' : '<'} ` : ''
    const high = bounds?.high ? ` ${bounds.highInclusive ? '<=' : '<'} ${canonical(bounds.high)}` : ''
    expect(bounds && `${low}v${high}`).toBe(expected)
    expect(qualifierOf(tally)).toBe(qualifier)
    expect(sumOf(tally)?.toFixed()).toBe('10')
  })

  test('an empty tally has no sum, and missing levels add nothing', () => {
    const missing = tallyOf(null, 0)
    expect([sumOf(missing), boundsOfSum(missing), averageOf(missing), missing.least]).toEqual([null, null, null, null])
    const both = merged([missing, five('EXACT')])
    expect([sumOf(both)?.toFixed(), both.count, both.missing, averageOf(both)?.toFixed()]).toEqual(['5', 1, 1, '5'])
    expect(boundsOfSum(both)).toEqual(boundsOfSum(five('EXACT')))
  })

  test('averages are rounded to 12 digits, half away from zero', () => {
    const average = (...numbers: string[]) =>
      averageOf(merged(numbers.map((each) => tallyOf(new Decimal(each), 0))))?.toFixed()
    expect(average('1', '1', '0')).toBe('0.666666666667')
    expect(average('-1000000000000', '-1000000000001')).toBe('-1000000000000')
    expect(average('-100000000000', '-100000000001')).toBe('-100000000001')
  })
})
