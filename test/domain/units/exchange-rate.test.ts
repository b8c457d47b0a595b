import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../../src/domain/numbers/bounds.js'
import { Decimal, parseDecimal } from '../../../src/domain/numbers/decimal.js'
import { quantityOf, roundForOutput } from '../../../src/domain/numbers/quantity.js'
import { exchanged, firstKnownPath, pathsBetween, rateAlong } from '../../../src/domain/units/exchange-rate.js'
import type { Unit } from '../../../src/domain/units/unit.js'
import { figure } from '../../figures.js'

const paths = (from: string, to: string, rates: readonly string[]): string[] =>
  pathsBetween(from as Unit, to as Unit, rates as Unit[]).map(
    ({ through, steps }) =>
      `${through ?? 'direct'}: ${steps.map(({ unit, divides }) => `${divides ? '/' : '*'} ${unit}`).join(' ')}`,
  )

describe('the paths between two currencies', () => {
  test.each<[string, string, string[], string[]]>([
    ['CNY', 'USD', ['CNY_PER_USD'], ['direct: / CNY_PER_USD']],
    ['USD', 'CNY', ['CNY_PER_USD'], ['direct: * CNY_PER_USD']],
    ['KRW', 'EUR', ['EUR_PER_USD', 'KRW_PER_USD'], ['USD: / KRW_PER_USD * EUR_PER_USD']],
    ['USD', 'KRW', ['USD_PER_EUR', 'EUR_PER_KRW'], ['EUR: / USD_PER_EUR / EUR_PER_KRW']],
    ['USD', 'KRW', ['EUR_PER_USD', 'KRW_PER_EUR'], ['EUR: * EUR_PER_USD * KRW_PER_EUR']],
    ['CNY', 'EUR', ['CNY_PER_USD', 'INDEX', 'PERCENT'], []],
    ['CNY', 'EUR', [], []],
    [
      'KRW',
      'EUR',
      ['KRW_PER_CNY', 'CNY_PER_EUR', 'EUR_PER_KRW', 'KRW_PER_EUR', 'KRW_PER_USD', 'USD_PER_EUR'],
      [
        'direct: / KRW_PER_EUR',
        'direct: * EUR_PER_KRW',
        'USD: / KRW_PER_USD / USD_PER_EUR',
        'CNY: / KRW_PER_CNY / CNY_PER_EUR',
      ],
    ],
  ])('from %s to %s over %j', (from, to, rates, expected) => {
    expect(paths(from, to, rates)).toEqual(expected)
  })

  test('are no longer than two rates', () => {
    expect(paths('CNY', 'KRW', ['CNY_PER_USD', 'EUR_PER_USD', 'KRW_PER_EUR'])).toEqual([])
  })
})

describe('the first known path', () => {
  const rate = (unit: string, given: object = {}) =>
    figure({ metric: 'EXCHANGE_RATE', unit: unit as Unit, value: '2', ...given })
  const chosen = (...rates: ReturnType<typeof rate>[]) => {
    const all = pathsBetween('KRW', 'EUR', ['KRW_PER_EUR', 'KRW_PER_USD', 'EUR_PER_USD'] as Unit[])
    return firstKnownPath(all, ({ unit }) => rates.find((each) => each.unit === unit) ?? null)?.through
  }
  const [first, second] = [rate('KRW_PER_USD'), rate('EUR_PER_USD')]

  test('is the direct one of exact rates', () => {
    expect(chosen(rate('KRW_PER_EUR'), first, second)).toBeNull()
  })

  test('is of exact rates rather than direct', () => {
    expect(chosen(rate('KRW_PER_EUR', { value: null }), first, second)).toBe('USD')
    expect(chosen(rate('KRW_PER_EUR', { qualifier: 'ABOUT' }), first, second)).toBe('USD')
  })

  test('is the direct one if no other is exact', () => {
    expect(chosen(rate('KRW_PER_EUR', { qualifier: 'OVER' }), first)).toBeNull()
    expect(chosen(rate('KRW_PER_EUR', { value: null }))).toBeNull()
    expect(chosen(first)).toBeUndefined()
  })
})

// Printed digits with a number of decimals, and a number within half a unit of the last one.
const printed = fc
  .record({ digits: fc.integer({ min: 1, max: 10 ** 6 }), decimals: fc.integer({ min: 0, max: 6 }) })
  .map(({ digits, decimals }) => new Decimal(digits).div(new Decimal(10).pow(decimals)).toFixed(decimals))
const within = fc.integer({ min: -499, max: 499 })

const actual = (text: string, offset: number): Decimal => {
  const [, fraction = ''] = text.split('.')
  return new Decimal(text).plus(new Decimal(offset).div(1000).div(new Decimal(10).pow(fraction.length)))
}

const each = { first: fc.boolean(), second: fc.boolean() }

test('bounds through a common currency hold all that printed digits allow', () => {
  const drawn = fc.record({
    level: printed,
    a: printed,
    b: printed,
    ...each,
    offsets: fc.tuple(within, within, within),
  })
  fc.assert(
    fc.property(drawn, ({ level, a, b, first, second, offsets: [x, y, z] }) => {
      const rates: Unit[] = [
        first ? 'KRW_PER_USD' : ('USD_PER_KRW' as Unit),
        second ? ('USD_PER_JPY' as Unit) : 'JPY_PER_USD',
      ]
      const path = firstKnownPath(pathsBetween('KRW', 'JPY', rates), ({ unit }) =>
        figure({ unit: 'NUMBER', value: unit === rates[0] ? a : b }),
      )
      const wanted = { from: 'KRW', to: 'JPY', period: figure().period, asOf: false } as const
      const own = figure({ unit: 'KRW', value: level })
      const found = roundForOutput(exchanged(quantityOf(own), rateAlong(path, wanted)))
      const by = (amount: Decimal, rate: Decimal, divides: boolean) => (divides ? amount.div(rate) : amount.times(rate))
      const along = (amount: Decimal, one: Decimal, other: Decimal) => by(by(amount, one, first), other, second)
      const low = (text: string) => boundsOf(figure({ unit: 'NUMBER', value: text }))?.low
      if (![a, b].every((text) => low(text)?.greaterThan(0))) return
      const central = along(parseDecimal(level), parseDecimal(a), parseDecimal(b))
      const expected = first || second ? central.toSignificantDigits(12) : central // products are exact
      expect(found.value?.toFixed()).toBe(expected.toFixed())
      const possible = along(actual(level, x), actual(a, y), actual(b, z))
      expect(found.bounds?.low?.lessThanOrEqualTo(possible)).toBe(true)
      expect(found.bounds?.high?.greaterThanOrEqualTo(possible)).toBe(true)
      // The ends are those of the corners, rounded outward.
      const [most, least] = [499.999999999, -499.999999999]
      const [up, down] = [(d: boolean) => (d ? least : most), (d: boolean) => (d ? most : least)]
      const highest = along(actual(level, most), actual(a, up(first)), actual(b, up(second)))
      const lowest = along(actual(level, least), actual(a, down(first)), actual(b, down(second)))
      expect(found.bounds?.high?.div(highest).minus(1).lessThan('1e-6')).toBe(true)
      expect(new Decimal(1).minus(found.bounds?.low?.div(lowest) ?? 0).lessThan('1e-6')).toBe(true)
    }),
    { numRuns: 700 },
  )
})
