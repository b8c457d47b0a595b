import { fc, test as property } from '@fast-check/vitest'
import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { brief, grouped, padded, printedGrowth, rounded, scaled, signed } from '../../../src/explorer/data/number.js'

const Exact = Decimal.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000, rounding: Decimal.ROUND_HALF_UP })
const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`))

/** Decimals as the API writes them: without trailing zeros and without "-0". */
const decimals = fc
  .tuple(fc.boolean(), digits(30), fc.option(digits(20)))
  .map(([isNegative, whole, fraction]) =>
    new Exact(`${isNegative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`).plus(0).toFixed(),
  )
  .map((text) => (text === '-0' ? '0' : text))

describe('grouped', () => {
  property.prop([decimals])('keeps all digits', (decimal) => {
    expect(grouped(decimal).replaceAll(',', '').replace('−', '-')).toBe(decimal)
  })

  property.prop([decimals])('separates thousands before the decimal point only', (decimal) => {
    expect(grouped(decimal)).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/)
  })

  test.each([
    ['41760000000000', '41,760,000,000,000'],
    ['-0.3', '−0.3'],
    ['1000.0001', '1,000.0001'],
    ['0', '0'],
  ])('%s is %s', (decimal, text) => expect(grouped(decimal)).toBe(text))

  test.each(['', '1e3', '1,000', '.5', 'NaN'])('"%s" is refused', (text) => {
    expect(() => grouped(text)).toThrow(`"${text}" is not a decimal.`)
  })
})

describe('rounded', () => {
  property.prop([decimals, fc.integer({ min: 0, max: 12 })])('agrees with exact arithmetic', (decimal, places) => {
    const text = rounded(decimal, places)
    const exact = new Exact(decimal).toFixed(places)
    expect(text).toBe(/[1-9]/.test(exact) ? exact : exact.replace('-', ''))
  })
})

describe('scaled', () => {
  property.prop([decimals, fc.integer({ min: -15, max: 15 })])('agrees with exact arithmetic', (decimal, exponent) => {
    expect(scaled(decimal, exponent)).toBe(new Exact(decimal).times(new Exact(10).pow(exponent)).toFixed())
  })
})

describe('padded', () => {
  property.prop([decimals, fc.integer({ min: 0, max: 8 })])(
    'keeps the number and has at least the given decimals',
    (decimal, places) => {
      const text = padded(decimal, places)
      expect(new Exact(text).equals(decimal)).toBe(true)
      expect((text.split('.')[1] ?? '').length).toBeGreaterThanOrEqual(places)
    },
  )
})

describe('brief', () => {
  property.prop([decimals, fc.integer({ min: 1, max: 8 })])('rounds only the fraction', (decimal, significant) => {
    const text = brief(decimal, significant)
    expect(new Exact(text).minus(decimal).abs().lessThanOrEqualTo('0.5')).toBe(true)
  })

  test.each([
    ['41.6508728179', 4, '41.65'],
    ['0.00123456', 3, '0.00123'],
    ['41760', 2, '41760'],
    ['41.6', 4, '41.6'],
  ])('%s to %i digits is %s', (decimal, significant, text) => expect(brief(decimal, significant)).toBe(text))
})

test.each([
  ['0.6', '+0.6'],
  ['-0.3', '−0.3'],
  ['0', '0'],
  ['0.00', '0.00'],
  ['18685835', '+18,685,835'],
])('change %s is formatted as %s', (decimal, text) => expect(signed(decimal)).toBe(text))

test('printed growth has its printed decimals', () => {
  const changes = [
    { decimals: 3, isYearOnYear: false },
    { decimals: 1, isYearOnYear: true },
  ]
  expect(printedGrowth({ yoyChange: '5', changes })).toBe('5.0')
  expect(printedGrowth({ yoyChange: '9', changes: [] })).toBe('9')
  expect(printedGrowth({ yoyChange: null, changes })).toBeNull()
})
