import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical,
  canonicalTimes,
  Decimal,
  decimalsOf,
  parseDecimal,
  powerOfTen,
  printed,
  printedText,
} from '../../../src/domain/numbers/decimal.js'
import { Refusal } from '../../../src/errors.js'

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`), { maxLength: max, size: 'max' })

/** Plain notation of at most 38 digits in all, with every kind of superfluous zero. */
const plainText = fc
  .tuple(fc.constantFrom('', '+', '-'), digits(1, 19), fc.option(digits(1, 19), { nil: null }))
  .map(([sign, whole, fraction]) => sign + whole + (fraction === null ? '' : `.${fraction}`))

/** What plain notation means, by text alone. */
function meaning(text: string): string {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const kept = fraction.replace(/0+$/, '')
  const unsigned = (whole.replace(/^0+(?=\d)/, '') || '0') + (kept && `.${kept}`)
  return text.startsWith('-') && unsigned !== '0' ? `-${unsigned}` : unsigned
}

describe('parseDecimal', () => {
  test.each([
    ['41760000000000', '41760000000000'],
    ['-0.3', '-0.3'],
    ['+12.60', '12.6'],
    ['007', '7'],
    ['-0.00', '0'],
    ['0.00000000000000000001', '0.00000000000000000001'],
    ['1'.repeat(38), '1'.repeat(38)],
    [`-0.${'0'.repeat(50)}${'9'.repeat(38)}`, `-0.${'0'.repeat(50)}${'9'.repeat(38)}`],
    [`${'0'.repeat(20)}${'1'.repeat(38)}.${'0'.repeat(30)}`, '1'.repeat(38)],
  ])('%s is %s', (text, expected) => {
    expect(canonical(parseDecimal(text))).toBe(expected)
  })

  test.each([
    '',
    '-',
    '.',
    '1.',
    '.5',
    '1e5',
    '1E-5',
    ' 1',
    '1 ',
    '1\n',
    '1 000',
    '1,234',
    '1.2.3',
    '--1',
    '+-1',
    '0x1F',
    '0b1',
    '1_000',
    'NaN',
    'Infinity',
    '-Infinity',
    '\uff11\uff12',
    '١٢',
    '−1',
    '5%',
    'abc',
    '1'.repeat(39),
    `1.${'0'.repeat(37)}1`,
    `1${'0'.repeat(38)}`,
    '0'.repeat(101),
    '9'.repeat(1_000_000),
  ])('refuses %j', (text) => {
    const refusal = thrown(() => parseDecimal(text))
    expect(refusal.code).toBe('BAD_USER_INPUT')
    expect(refusal.message.length).toBeLessThan(250)
  })

  test('names the text and the correct form', () => {
    expect(thrown(() => parseDecimal('1,234')).message).toBe(
      '"1,234" is not a decimal number: write digits only, with a point before a fraction, like 41760.5 or -0.3.',
    )
    expect(thrown(() => parseDecimal('1'.repeat(39))).message).toContain(
      '39 significant digits: a number has at most 38',
    )
  })

  test('has the value of the text and a stable canonical text', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        const value = parseDecimal(text)
        expect(canonical(value)).toBe(meaning(text))
        expect(canonical(parseDecimal(canonical(value)))).toBe(canonical(value))
      }),
    )
  })
})

test('a printed number keeps the digits that were printed', () => {
  expect(printed('5.0')).toEqual({ value: new Decimal(5), decimals: 1 })
  expect(printed('-0.3').decimals).toBe(1)
  expect(printed('12').decimals).toBe(0)
  expect(decimalsOf('12.600')).toBe(3)
  expect(printedText(printed('12.60'))).toBe('12.60')
  expect(printedText(printed('-0.0'))).toBe('0.0')
  expect(printedText({ value: new Decimal('-0.04'), decimals: 1 })).toBe('0.0')
  expect(printedText({ value: new Decimal(556000), decimals: -3 })).toBe('556000')
  fc.assert(
    fc.property(plainText, (text) => {
      const again = printed(printedText(printed(text)))
      expect(again.decimals).toBe(decimalsOf(text))
      expect(canonical(again.value)).toBe(meaning(text))
    }),
  )
})

test('canonicalTimes equals the text of the product', () => {
  fc.assert(
    fc.property(plainText, fc.integer({ min: -3, max: 12 }), (text, exponent) => {
      const value = parseDecimal(text)
      expect(canonicalTimes(value, exponent)).toBe(canonical(value.times(powerOfTen(exponent))))
    }),
  )
})

test('canonical text has no exponent and no negative zero', () => {
  expect(canonical(new Decimal('1e-30'))).toBe(`0.${'0'.repeat(29)}1`)
  expect(canonical(new Decimal('1e50'))).toBe(`1${'0'.repeat(50)}`)
  expect(canonical(new Decimal('-0'))).toBe('0')
  expect(canonical(new Decimal(0).times(-1))).toBe('0')
  expect(JSON.stringify(parseDecimal('-0.0'))).toBe('"0"')
  expect(String(new Decimal('1e50'))).toBe(`1${'0'.repeat(50)}`)
  expect(String(new Decimal('1e-30'))).toBe(`0.${'0'.repeat(29)}1`)
})

test('powers of ten are exact, however large or small', () => {
  for (let exponent = -130; exponent <= 130; exponent++)
    expect(powerOfTen(exponent).equals(new Decimal(`1e${exponent}`))).toBe(true)
})

test('rounds half away from zero and adds 38-digit numbers exactly', () => {
  expect(new Decimal('2.5').toFixed(0)).toBe('3')
  expect(new Decimal('-2.5').toFixed(0)).toBe('-3')
  const large = parseDecimal('9'.repeat(38))
  const small = parseDecimal(`0.${'9'.repeat(38)}`)
  expect(canonical(large.plus(small))).toBe(`${'9'.repeat(38)}.${'9'.repeat(38)}`)
})

function thrown(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
