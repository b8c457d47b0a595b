import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, printedBounds } from '../../../src/domain/numbers/bounds.js'
import { canonical, Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import { exactly, overlap } from '../../../src/domain/numbers/interval.js'
import {
  exact,
  growth,
  mapMonotonic,
  minus,
  over,
  percentage,
  plus,
  type Quantity,
  quantityOf,
  roundForOutput,
  times,
} from '../../../src/domain/numbers/quantity.js'
import { figure } from '../../figures.js'

const decimal = (text: string): Decimal => new Decimal(text)
const hundred = decimal('100')

/** True values from here to there; many of them halves, which stand at the very ends of what a whole number leaves open. */
const between = (min: bigint, max: bigint) =>
  fc.tuple(fc.bigInt({ min, max }), fc.constantFrom(10_007, 9973, 2)).map(([n, by]) => decimal(`${n}`).dividedBy(by))

/** Three true values and the decimals to which an office prints them; the second and the third far above zero. */
const drawn = fc.record({
  truths: fc.tuple(between(-(10n ** 9n), 10n ** 9n), between(10n ** 5n, 10n ** 9n), between(10n ** 5n, 10n ** 9n)),
  decimals: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
})
type Three<T> = readonly [T, T, T]

/** What is computed of the printed numbers, and what the same is of the true ones. */
const derivations: Readonly<
  Record<string, readonly [(l: Three<Quantity>) => Quantity, (t: Three<Decimal>) => Decimal]>
> = {
  'a sum': [([a, b]) => plus(a, b), ([a, b]) => a.plus(b)],
  'a balance': [([a, b]) => minus(a, b), ([a, b]) => a.minus(b)],
  'a product': [([a, b]) => times(a, b), ([a, b]) => a.times(b)],
  'a share': [([a, b]) => percentage(a, b), ([a, b]) => a.dividedBy(b).times(hundred)],
  growth: [([a, b]) => growth(a, b), ([a, b]) => a.dividedBy(b).minus(1).times(hundred)],
  'an implied base': [
    ([a, b]) =>
      over(
        a,
        mapMonotonic(b, (g) => g.dividedBy(hundred).plus(1)),
      ),
    ([a, b]) => a.dividedBy(b.dividedBy(hundred).plus(1)),
  ],
  'a contribution by stored bases': [([a, b, c]) => over(minus(a, b), c), ([a, b, c]) => a.minus(b).dividedBy(c)],
  'a contribution by printed growth': [
    ([a, b, c]) =>
      times(
        a,
        over(
          mapMonotonic(b, (g) => g.dividedBy(g.plus(hundred))),
          c,
        ),
      ),
    ([a, b, c]) => a.times(b.dividedBy(b.plus(hundred))).dividedBy(c),
  ],
}

/** As an office prints it: rounded half away from zero. */
function printing(truth: Decimal, decimals: number): Quantity {
  const value = truth.toDecimalPlaces(decimals)
  return { value, bounds: printedBounds({ value, decimals }), reason: null, divided: false }
}

function holds({ low, high, lowInclusive, highInclusive }: Bounds, value: Decimal): boolean {
  const above = low === null || (lowInclusive ? value.gte(low) : value.gt(low))
  return above && (high === null || (highInclusive ? value.lte(high) : value.lt(high)))
}

/** Very near to either end of it, and within. */
function ends({ bounds }: Quantity): readonly [Decimal, Decimal] {
  if (!bounds?.low || !bounds.high) throw new Error('a printed number has two ends')
  const little = bounds.high.minus(bounds.low).times('1e-30')
  return [bounds.low.plus(little), bounds.high.minus(little)]
}

describe.each(Object.entries(derivations))('%s', (_, [compute, truly]) => {
  const computed = ({ truths, decimals }: { truths: Three<Decimal>; decimals: Three<number> }) => {
    const levels = truths.map((truth, index) => printing(truth, decimals[index] ?? 0)) as unknown as Three<Quantity>
    return { levels, level: compute(levels) }
  }

  test('of true values lies within the bounds of printed ones', () => {
    fc.assert(
      fc.property(drawn, ({ truths, decimals }) => {
        const { level } = computed({ truths, decimals })
        const { bounds } = roundForOutput(level)
        expect(bounds && holds(bounds, truly(truths))).toBe(true)
        expect(bounds && level.value && holds(bounds, level.value)).toBe(true)
      }),
    )
  })

  test('approaches both ends of the bounds', () => {
    fc.assert(
      fc.property(drawn, ({ truths, decimals }) => {
        const { levels, level } = computed({ truths, decimals })
        const [first, second, third] = levels.map(ends) as unknown as Three<readonly [Decimal, Decimal]>
        const reached = first.flatMap((a) => second.flatMap((b) => third.map((c) => truly([a, b, c]))))
        const { low, high } = roundForOutput(level).bounds ?? { low: null, high: null }
        const width = high?.minus(low ?? high) ?? hundred
        // Quotients are given outward in the last of 12 digits.
        const near = Decimal.max(width, low?.abs() ?? 0, high?.abs() ?? 0).times('1e-11')
        expect(
          Decimal.min(...reached)
            .minus(low ?? 0)
            .lt(near),
        ).toBe(true)
        expect(high?.minus(Decimal.max(...reached)).lt(near)).toBe(true)
      }),
    )
  })
})

const shown = (bounds: Bounds | null): string | null =>
  bounds &&
  `${bounds.lowInclusive ? '[' : '('}${bounds.low ? canonical(bounds.low) : '-'}, ${bounds.high ? canonical(bounds.high) : '-'}${bounds.highInclusive ? ']' : ')'}`
const level = (text: string): Quantity => printing(decimal(text), printed(text).decimals)
const enterprises = (value: string, qualifier: 'EXACT' | 'OVER' | 'UNDER' | 'ABOUT', decimals: number | null = null) =>
  quantityOf(figure({ metric: 'TRADING_ENTERPRISES', unit: 'ENTERPRISE', value, qualifier, decimals }))

test('an end is inclusive if both operands include theirs', () => {
  expect(shown(plus(level('1'), level('2')).bounds)).toBe('[2, 4)')
  expect(shown(minus(level('3'), level('1')).bounds)).toBe('(1, 3)')
  expect(shown(minus(level('3'), level('-1')).bounds)).toBe('[3, 5)')
  expect(shown(times(level('1'), level('2')).bounds)).toBe('[0.75, 3.75)')
  expect(shown(percentage(level('1'), level('2')).bounds)).toBe('(20, 100)')
})

describe('open ends', () => {
  test('private enterprises are at most 92.75 % of "over 600,000"', () => {
    const share = roundForOutput(percentage(enterprises('556000', 'EXACT', -3), enterprises('600000', 'OVER')))
    expect(share.value).toBeNull()
    expect(shown(share.bounds)).toBe('(0, 92.75)')
    expect(share.reason?.code).toBe('INEXACT')
  })

  test('OVER has no upper end after any operation', () => {
    const many = enterprises('10', 'OVER')
    expect(shown(plus(many, level('1')).bounds)).toBe('(10.5, -)')
    expect(shown(minus(level('1'), many).bounds)).toBe('(-, -8.5)')
    expect(shown(times(many, level('-2')).bounds)).toBe('(-, -15)')
    expect(shown(percentage(many, level('2')).bounds)).toBe('(400, -)')
    expect(shown(over(many, many).bounds)).toBe('(0, -)')
  })

  test('a divisor that may be zero or is ABOUT gives no result', () => {
    expect(over(level('5'), level('0'))).toMatchObject({
      value: null,
      bounds: null,
      reason: { code: 'DIVISOR_NOT_POSITIVE', sign: 'ZERO' },
    })
    expect(over(level('5'), level('-3'))).toMatchObject({ bounds: null, reason: { sign: 'NEGATIVE' } })
    expect(over(level('5'), level('0.4'))).toMatchObject({ value: expect.anything() })
    expect(over(level('5'), printing(decimal('0.4'), 0))).toMatchObject({ value: null, bounds: null })
    expect(over(level('5'), enterprises('3', 'UNDER'))).toMatchObject({ value: null, bounds: null })
    expect(over(level('5'), enterprises('3', 'ABOUT'))).toMatchObject({ value: null, bounds: null })
  })

  test('zero is inclusive if either operand includes it', () => {
    const none: Quantity = { value: decimal('0'), bounds: exactly(decimal('0')), reason: null, divided: false }
    expect(shown(times(none, enterprises('10', 'OVER')).bounds)).toBe('[0, 0]')
    expect(shown(over(none, level('3')).bounds)).toBe('[0, 0]')
  })
})

test('a rounded end of a quotient is exclusive', () => {
  const four = roundForOutput(
    over({ ...level('4'), bounds: exactly(decimal('4')) }, { ...level('2'), bounds: exactly(decimal('2')) }),
  )
  expect(shown(four.bounds)).toBe('[2, 2]')
  const third = roundForOutput(
    over({ ...level('1'), bounds: exactly(decimal('1')) }, { ...level('3'), bounds: exactly(decimal('3')) }),
  )
  expect(shown(third.bounds)).toBe('(0.333333333333, 0.333333333334)')
  expect(third.value && canonical(third.value)).toBe('0.333333333333')
})

test('intervals overlap if a number is in both, excluding open ends', () => {
  const of = (text: string) => printedBounds(printed(text)) // 1.5 is 1.45 <= v < 1.55
  expect(overlap(of('1.5'), of('1.6'))).toBe(false)
  expect(overlap(of('1.5'), of('1.52'))).toBe(true)
  expect(overlap(exactly(decimal('1.45')), of('1.5'))).toBe(true)
  expect(overlap(exactly(decimal('1.55')), of('1.5'))).toBe(false)
  expect(overlap({ ...of('1'), high: null }, of('99'))).toBe(true)
})

test('sums of quotients are output without division errors', () => {
  const seventh = (text: string) => over(exact(decimal(text)), exact(decimal('7')))
  // 1/7 + 700000000002.5/7 is 100000000000.5, half of the twelfth digit; 1/7 + 1/7 + 5/7 is 1.
  const half = roundForOutput(plus(seventh('1'), seventh('700000000002.5')))
  expect(half.value?.toFixed()).toBe('100000000001')
  const one = roundForOutput(plus(plus(seventh('1'), seventh('1')), seventh('5')))
  expect(one.value?.toFixed()).toBe('1')
  expect(one.bounds).toEqual(exactly(decimal('1')))
})
