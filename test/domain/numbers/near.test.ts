import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWithPrinted, reportedRate } from '../../../src/domain/numbers/agreement.js'
import { canonical, Decimal, powerOfTen, printed } from '../../../src/domain/numbers/decimal.js'
import { rounded } from '../../../src/domain/numbers/interval.js'
import { nearlyAgrees, nearRounded, scaled, scaledText } from '../../../src/domain/numbers/near.js'
import { PrintedText } from '../../../src/domain/numbers/printed-text.js'
import {
  growth,
  outputText,
  percentage,
  type Quantity,
  quantityOf,
  roundForOutput,
} from '../../../src/domain/numbers/quantity.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { figure } from '../../figures.js'

const whole = (min: bigint, max: bigint) => fc.bigInt({ min, max })

/** Text of a number: whole and with places, few digits and many, zero, and powers of ten, of which quotients end. */
const text = fc.oneof(
  { weight: 4, arbitrary: whole(1n, 10n ** 13n).map(String) },
  { weight: 2, arbitrary: whole(1n, 99n).map(String) },
  { weight: 2, arbitrary: fc.nat(13).map((zeros) => `1${'0'.repeat(zeros)}`) },
  { weight: 2, arbitrary: fc.nat(20).map((power) => String(2n ** BigInt(power) * 5n)) },
  {
    weight: 4,
    arbitrary: fc.tuple(whole(0n, 10n ** 9n), fc.integer({ min: 1, max: 9 })).map(([n, places]) => {
      const digits = String(n).padStart(places + 1, '0')
      return `${digits.slice(0, -places)}.${digits.slice(-places)}`
    }),
  },
  { weight: 1, arbitrary: whole(2n ** 53n - 3n, 2n ** 53n + 3n).map(String) },
  { weight: 1, arbitrary: whole(10n ** 15n, 10n ** 38n - 1n).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('0', '0.00', '0.000000000000000001') },
)
const signed = fc.tuple(fc.constantFrom('', '', '', '-'), text).map(([sign, digits]) => `${sign}${digits}`)

const observation = fc
  .record({
    value: fc.option(signed, { freq: 20 }),
    unit: fc.constantFrom('CNY' as const, 'CNY_TRILLION' as const, 'CNY_10_THOUSAND' as const),
    qualifier: fc.oneof(
      { weight: 9, arbitrary: fc.constant('EXACT' as const) },
      { weight: 1, arbitrary: fc.constantFrom('OVER' as const, 'UNDER' as const, 'ABOUT' as const) },
    ),
    coarser: fc.constantFrom(0, 0, 0, 1, 3, 12, null),
    isNil: fc.nat(20).map((n) => n === 0),
  })
  .map(({ value, unit, qualifier, coarser, isNil }): Observation => {
    if (isNil || value === null) return figure({ value: null, unit, status: isNil ? 'NIL' : 'MISSING' })
    const found = figure({ value, unit, qualifier })
    return { ...found, decimals: coarser === null ? null : (found.decimals ?? 0) - coarser }
  })

/** Levels whose quotient in percent is, or is nearly, halfway between two numbers of 12 digits. */
const tie = fc
  .tuple(
    whole(10n ** 11n, 10n ** 12n - 1n),
    fc.integer({ min: 7, max: 14 }),
    fc.constantFrom(0n, 0n, 1n, -1n),
    fc.boolean(),
  )
  .map(([digits, zeros, beside, isGrown]): [Observation, Observation] => {
    const base = 10n ** BigInt(zeros)
    const part = digits * 10n + 5n + beside
    return [
      figure({ value: `${isGrown ? part + base : part}`, unit: 'CNY' }),
      figure({ value: `${base}`, unit: 'CNY' }),
    ]
  })

const levels = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(observation, observation) },
  { weight: 1, arbitrary: tie },
  // Levels near each other, whose growth loses digits.
  {
    weight: 1,
    arbitrary: fc
      .tuple(whole(10n ** 3n, 10n ** 15n), whole(-50n, 50n), fc.nat(5))
      .map(([n, more, places]): [Observation, Observation] => [
        figure({ value: canonical(new Decimal(`${n + more}e-${places}`)), unit: 'CNY' }),
        figure({ value: canonical(new Decimal(`${n}e-${places}`)), unit: 'CNY' }),
      ]),
  },
)

/** The same level without doubles. */
const exactly = (of: Observation): Quantity => quantityOf({ ...of, scaled: null })

const runs = { numRuns: 1000 }

describe.each([
  ['growth', growth],
  ['percentage', percentage],
])('%s by doubles', (_, compute) => {
  test('equals that by Decimals in all its parts', () => {
    fc.assert(
      fc.property(levels, ([a, b]) => {
        const near = compute(quantityOf(a), quantityOf(b))
        const exact = compute(exactly(a), exactly(b))
        expect(exact.near).toBeUndefined()
        const { value } = roundForOutput(exact)
        expect(outputText(near)).toBe(value && canonical(value))
        const parts = ({ value, bounds, reason, divided }: Quantity) => ({ value, bounds, code: reason?.code, divided })
        // Reasons name the observation, which differs in `scaled`.
        if (near.reason === null || exact.reason === null) expect(parts(near)).toEqual(parts(exact))
        else expect(near.reason.code).toBe(exact.reason.code)
      }),
      runs,
    )
  })

  test('agrees with the same printed numbers', () => {
    const number = fc.record({
      decimals: fc.nat(4),
      beside: fc.constantFrom('0', '0', '1', '-1', '100'),
      halves: fc.boolean(),
      times: whole(-(10n ** 6n), 10n ** 6n),
    })
    fc.assert(
      fc.property(levels, number, ([a, b], { decimals, beside, halves, times }) => {
        // A base of 2 x 10^n and a level of odd digits make the number halfway between two printed ones.
        const base = 2n * 10n ** BigInt(decimals + 2)
        const odd = figure({ value: `${2n * times + 1n + (compute === growth ? base : 0n)}`, unit: 'CNY' })
        const [of, on] = halves ? [odd, figure({ value: `${base}`, unit: 'CNY' })] : [a, b]
        const near = compute(quantityOf(of), quantityOf(on))
        const exact = compute(exactly(of), exactly(on))
        const { value } = exact
        const last = powerOfTen(-decimals).times(beside)
        const text =
          value
            ?.toDecimalPlaces(decimals)
            .plus(last)
            .toFixed(decimals)
            .replace(/^-([0.]+)$/, '$1') ?? '1'
        if (text.length > 30) return
        const found = compareWithPrinted(near, reportedRate(new PrintedText(text)))
        expect(found).toBe(compareWithPrinted(exact, reportedRate(printed(text))))
      }),
      runs,
    )
  })
})

test('doubles decide most quotients', () => {
  const quotients = Array.from({ length: 1000 }, (_, n) => {
    const [a, b] = [figure({ value: (41.76 + n / 8).toFixed(2) }), figure({ value: (41.7 + (n % 7)).toFixed(1) })]
    return growth(quantityOf(a), quantityOf(b))
  })
  expect(quotients.filter(({ near }) => near !== undefined && nearRounded(near) !== null).length).toBeGreaterThan(980)
})

test('a double is rounded as its Decimal, or not at all', () => {
  const double = fc.oneof(
    fc.double({ min: 1e-8, max: 1e17, noNaN: true }),
    fc
      .tuple(fc.integer({ min: -7, max: 16 }), fc.integer({ min: -4, max: 4 }))
      .map(([power, ulps]) => Number(`1e${power}`) * (1 + ulps * 2 ** -52)),
  )
  fc.assert(
    fc.property(double, fc.boolean(), (size, isNegative) => {
      const number = isNegative ? -size : size
      const found = nearRounded(number)
      if (found !== null) expect(found).toBe(canonical(rounded(new Decimal(number))))
    }),
    runs,
  )
})

test('NaN is neither rounded nor agrees', () => {
  expect(nearRounded(Number.NaN)).toBeNull()
  expect(nearlyAgrees(Number.NaN, 1, 1)).toBe(false)
  expect(nearlyAgrees(1, Number.NaN, 1)).toBe(false)
  expect(nearlyAgrees(1, 1, -1)).toBe(false)
})

test('digits and places are those of the number', () => {
  fc.assert(
    fc.property(signed, (text) => {
      const value = new Decimal(text)
      const isWide = (digits: string): boolean => BigInt(digits.replace(/[-.]/g, '')) >= 2n ** 53n
      const found = [scaled(value), scaledText(text)]
      for (const each of found)
        if (each !== null)
          expect(canonical(new Decimal(each.digits).times(powerOfTen(-each.places)))).toBe(canonical(value.plus(0)))
      expect(found[1] === null).toBe(isWide(text))
      if (isWide(canonical(value))) expect(found[0]).toBeNull()
    }),
    runs,
  )
})

test.each([
  ['5', '5'],
  ['5.0', '5'],
  ['-0.30', '-0.3'],
  ['0.0', '0'],
  ['-0.0', '0'],
  ['-0', '0'],
  ['100', '100'],
])('the printed number %s is given as %s', (text, given) => {
  expect(new PrintedText(text).canonical).toBe(given)
  expect(new PrintedText(text)).toMatchObject({ value: printed(text).value, decimals: printed(text).decimals })
})
