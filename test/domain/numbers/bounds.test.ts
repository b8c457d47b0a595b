import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, boundsOf, printedBounds } from '../../../src/domain/numbers/bounds.js'
import { canonical, Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import { type Qualifier, qualifiers } from '../../../src/domain/observations/observation.js'
import { compatible, convert, type Unit, units } from '../../../src/domain/units/unit.js'

const figure = (text: string, unit: Unit, qualifier: Qualifier = 'EXACT') => ({ ...printed(text), unit, qualifier })

/** "-0.35 < v <= -0.25". */
function shown(bounds: Bounds | null): string | null {
  if (bounds === null) return null
  const { low, high, lowInclusive, highInclusive } = bounds
  const left = low ? `${canonical(low)} ${lowInclusive ? '<=' : '<'} ` : ''
  const right = high ? ` ${highInclusive ? '<=' : '<'} ${canonical(high)}` : ''
  return `${left}v${right}`
}

function holds({ low, high, lowInclusive, highInclusive }: Bounds, value: Decimal): boolean {
  const above = low === null || (lowInclusive ? value.gte(low) : value.gt(low))
  const below = high === null || (highInclusive ? value.lte(high) : value.lt(high))
  return above && below
}

/** Half away from zero, in whole numbers alone: how many `step`s an office prints. */
function rounded(value: bigint, step: bigint): bigint {
  const size = value < 0n ? -value : value
  const steps = (size + step / 2n) / step
  return value < 0n ? -steps : steps
}

describe('bounds', () => {
  test.each([
    ['41.76', 'CNY_TRILLION', 'CNY_TRILLION', '41.755 <= v < 41.765'],
    ['41.76', 'CNY_TRILLION', 'CNY_100_MILLION', '417550 <= v < 417650'],
    ['41.76', 'CNY_TRILLION', undefined, '41755000000000 <= v < 41765000000000'],
    ['41.760', 'CNY_TRILLION', 'CNY_TRILLION', '41.7595 <= v < 41.7605'],
    ['-0.3', 'PERCENT', undefined, '-0.35 < v <= -0.25'],
    ['0.0', 'PERCENT', undefined, '-0.05 < v < 0.05'],
    ['0', 'ENTERPRISE', undefined, '-0.5 < v < 0.5'],
    ['22', 'ZONE', undefined, '21.5 <= v < 22.5'],
    ['5', 'PER_THOUSAND', undefined, '0.45 <= v < 0.55'],
  ] as const)('of %s %s in %s', (text, unit, to, expected) => {
    expect(shown(boundsOf(figure(text, unit), to))).toBe(expected)
  })

  test('of a rounded whole number', () => {
    const enterprises = { ...figure('556000', 'ENTERPRISE'), decimals: -3 }
    expect(shown(boundsOf(enterprises))).toBe('555500 <= v < 556500')
    expect(shown(boundsOf(enterprises, 'ENTERPRISE_10_THOUSAND'))).toBe('55.55 <= v < 55.65')
  })

  test('of OVER, UNDER and ABOUT', () => {
    expect(shown(boundsOf(figure('600000', 'ENTERPRISE', 'OVER')))).toBe('600000 < v')
    expect(shown(boundsOf(figure('1.0', 'CNY_TRILLION', 'OVER')))).toBe('1000000000000 < v')
    expect(shown(boundsOf(figure('3', 'PERCENT', 'UNDER')))).toBe('v < 3')
    expect(boundsOf(figure('3', 'PERCENT', 'ABOUT'))).toBeNull()
  })

  test('are null without a level, and refused in other measures', () => {
    for (const qualifier of qualifiers) {
      const level = figure('1', 'CNY', qualifier)
      expect(boundsOf({ ...level, value: null, decimals: null })).toBeNull()
      for (const each of [level, { ...level, value: null, decimals: null }])
        expect(() => boundsOf(each, 'USD')).toThrow(expect.objectContaining({ code: 'UNIT_MISMATCH' }))
    }
  })

  test('of a printed rate', () => {
    expect(shown(printedBounds(printed('5.0')))).toBe('4.95 <= v < 5.05')
    expect(shown(printedBounds(printed('-13')))).toBe('-13.5 < v <= -12.5')
  })

  test('stay exact at the ends of what can be read', () => {
    expect(shown(printedBounds(printed(`${'9'.repeat(38)}.${'0'.repeat(60)}`)))).toBe(
      `${'9'.repeat(37)}8.${'9'.repeat(60)}5 <= v < ${'9'.repeat(38)}.${'0'.repeat(60)}5`,
    )
  })

  test('contain exactly the true values that round to the number', () => {
    const decimals = fc.integer({ min: -7, max: 12 })
    // In tenths of the last printed digit, so that ties are frequent.
    const truth = fc.oneof(fc.bigInt({ min: -40n, max: 40n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }))
    const unit = fc
      .constantFrom(...units)
      .chain((from) => fc.constantFrom(...compatible(from)).map((to) => ({ from, to })))
    fc.assert(
      fc.property(decimals, truth, fc.bigInt({ min: -12n, max: 12n }), unit, (decimals, one, apart, { from, to }) => {
        const other = one + apart
        const steps = rounded(one, 10n)
        const bounds = boundsOf(
          { value: new Decimal(`${steps}e${-decimals}`), decimals, unit: from, qualifier: 'EXACT' },
          to,
        )
        const real = convert(new Decimal(`${other}e${-decimals - 1}`), from, to)
        expect(bounds && holds(bounds, real)).toBe(rounded(other, 10n) === steps)
      }),
      { numRuns: 5000 },
    )
  })
})
