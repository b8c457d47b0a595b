import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '../../../src/domain/numbers/decimal.js'
import { shiftPoint, significantDigits } from '../../../src/domain/observations/printed.js'

describe('a point moves as multiplication by a power of ten does', () => {
  const number = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }), fc.nat({ max: 20 }))
    .map(([negative, digits, decimals]) => new Decimal(`${negative ? -digits : digits}e-${decimals}`).toFixed(decimals))

  test('for any number', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -20, max: 20 }), fc.nat({ max: 5 }), (text, places, more) => {
        const right = new Decimal(text).times(`1e${places}`)
        const decimals = right.decimalPlaces() + more
        const expected = right.isZero() ? right.abs().toFixed(decimals) : right.toFixed(decimals)
        expect(shiftPoint(text, places, decimals)).toBe(expected)
        if (right.decimalPlaces() > 0)
          expect(() => shiftPoint(text, places, right.decimalPlaces() - 1)).toThrow(/more digits than/)
      }),
    )
  })

  test.each([
    ['41760000000000', -12, 2, '41.76'],
    ['5', 0, 1, '5.0'],
    ['-0.05', 1, 1, '-0.5'],
    ['0', -8, 2, '0.00'],
    ['556000', 0, 0, '556000'],
    ['0.0001', 4, 0, '1'],
    ['007', 1, 0, '70'],
  ])('%s by 10^%i with %i decimals', (text, places, decimals, expected) => {
    expect(shiftPoint(text, places, decimals)).toBe(expected)
  })
})

test.each([
  ['0', 0],
  ['0.050', 1],
  ['-1200', 2],
  ['5.010', 3],
  ['123456789.0123456', 16],
])('%s has %i digits that count', (text, digits) => {
  expect(significantDigits(text)).toBe(digits)
})
