import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  frequencies,
  frequencyLetter,
  letterFrequency,
  type Period,
  parsePeriod,
  periodOf,
  readPeriod,
  yearBefore,
} from '../../../src/domain/periods/period.js'

const twoDigits = (number: number) => String(number).padStart(2, '0')
const month = fc.integer({ min: 1, max: 12 }).map(twoDigits)
const text = fc.integer({ min: 1001, max: 9999 }).chain((year) =>
  fc.oneof(
    fc.constant(`${year}`),
    fc.constantFrom(`${year}-H1`, `${year}-H2`),
    fc.constantFrom(1, 2, 3, 4).map((quarter) => `${year}-Q${quarter}`),
    month.map((each) => `${year}-${each}`),
    month.map((each) => `${year}-01/${year}-${each}`),
  ),
)
const days = ({ first, last }: Period) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
const refused = expect.objectContaining({ code: 'INVALID_PERIOD' })

describe('parsePeriod', () => {
  test.each([
    ['2023', 'ANNUAL', '2023-01-01', '2023-12-31'],
    ['2023-H1', 'HALF_YEARLY', '2023-01-01', '2023-06-30'],
    ['2023-H2', 'HALF_YEARLY', '2023-07-01', '2023-12-31'],
    ['2023-Q1', 'QUARTERLY', '2023-01-01', '2023-03-31'],
    ['2023-Q4', 'QUARTERLY', '2023-10-01', '2023-12-31'],
    ['2023-12', 'MONTHLY', '2023-12-01', '2023-12-31'],
    ['2024-02', 'MONTHLY', '2024-02-01', '2024-02-29'],
    ['2100-02', 'MONTHLY', '2100-02-01', '2100-02-28'],
    ['2023-01/2023-11', 'YEAR_TO_DATE', '2023-01-01', '2023-11-30'],
    ['2024-01/2024-01', 'YEAR_TO_DATE', '2024-01-01', '2024-01-31'],
    ['2024-01/2024-12', 'YEAR_TO_DATE', '2024-01-01', '2024-12-31'],
    ['1000', 'ANNUAL', '1000-01-01', '1000-12-31'],
  ])('%s is %s from %s to %s', (text, frequency, first, last) => {
    expect(parsePeriod(text)).toMatchObject({ text, frequency, first, last })
  })

  test.each([
    '',
    '0999',
    '999',
    '10000',
    '23',
    '2023-0',
    '2023-1',
    '2023-00',
    '2023-13',
    '2023-H0',
    '2023-H3',
    '2023-Q0',
    '2023-Q5',
    '2023-q1',
    '2023Q1',
    '2023-S1',
    '2023-M12',
    '2023-A1',
    '2023-02/2023-11',
    '2022-01/2023-11',
    '2023-01/2022-11',
    '2023-01/2023-13',
    '2023-01/2023-00',
    '2023-01/11',
    '2023/2024',
    '2023-01-01',
    '2023-01/2023-11/2023-12',
    ' 2023',
    '2023\n',
    '\uff12\uff10\uff12\uff13',
    '2023年',
    '__proto__',
    'constructor',
    '2023-01/2023-02'.repeat(1000),
  ])('refuses %j', (text) => {
    expect(() => parsePeriod(text)).toThrow(refused)
  })

  test('names the correct form', () => {
    expect(() => parsePeriod('2023-13')).toThrow(
      '"2023-13" is not a period: write 2023, 2023-H1, 2023-Q4, 2023-12 or, for a year to date, 2023-01/2023-11, ' +
        'which begins in January and stays within the year.',
    )
  })

  test('keeps periods of equal days apart', () => {
    for (const [one, other] of [
      ['2024', '2024-01/2024-12'],
      ['2024-01', '2024-01/2024-01'],
      ['2023-Q1', '2023-01/2023-03'],
      ['2023-H1', '2023-01/2023-06'],
    ] as const) {
      const { frequency, ordinal, first, last } = parsePeriod(one)
      expect(parsePeriod(other)).toMatchObject({ ordinal, first, last })
      expect(parsePeriod(other).frequency).not.toBe(frequency)
    }
  })
})

test('readPeriod accepts SDMX periods and canonical ones', () => {
  expect(readPeriod('2023-S2')).toBe(parsePeriod('2023-H2'))
  expect(readPeriod('2023-M12')).toBe(parsePeriod('2023-12'))
  expect(readPeriod('2023-A1')).toBe(parsePeriod('2023'))
  expect(readPeriod('2023-Q1')).toBe(parsePeriod('2023-Q1'))
  expect(readPeriod('2023-01/2023-11')).toBe(parsePeriod('2023-01/2023-11'))
  for (const text of ['2023-A2', '2023-S3', '2023-M13', '2023-M1', '2023-W01', '2023-M01/2023-M02'])
    expect(() => readPeriod(text)).toThrow(refused)
})

describe('the ordinal', () => {
  test('equals the formula of the store', () => {
    expect(parsePeriod('2023').ordinal).toBe((2023 * 12 + 11) * 16 + 11)
    expect(parsePeriod('2023-01/2023-11').ordinal).toBe((2023 * 12 + 10) * 16 + 10)
  })

  test('gives the period back', () => {
    fc.assert(
      fc.property(text, (text) => {
        const period = parsePeriod(text)
        expect(period.text).toBe(text)
        expect(periodOf(period.ordinal, period.frequency)).toEqual(period)
      }),
      { numRuns: 1000 },
    )
  })

  test('sorts by last day, then shortest first', () => {
    const near = fc
      .integer({ min: 2023, max: 2024 })
      .chain((year) => text.map((each) => each.replace(/\d{4}/g, `${year}`)))
    fc.assert(
      fc.property(fc.oneof(text, near), near, (one, other) => {
        const [a, b] = [parsePeriod(one), parsePeriod(other)]
        const byDays = a.last < b.last ? -1 : a.last > b.last ? 1 : Math.sign(days(a) - days(b))
        expect(Math.sign(a.ordinal - b.ordinal)).toBe(byDays)
      }),
      { numRuns: 1000 },
    )
  })

  test('belongs to one frequency or to none', () => {
    for (const frequency of frequencies)
      for (let ordinal = 2023 * 192; ordinal < 2024 * 192; ordinal++) {
        const found = (() => {
          try {
            return periodOf(ordinal, frequency)
          } catch (error) {
            expect(error).toEqual(refused)
            return null
          }
        })()
        if (found) expect(parsePeriod(found.text)).toMatchObject({ ordinal, frequency })
      }
    for (const ordinal of [Number.NaN, -1, 0.5, 1e15, Number.POSITIVE_INFINITY])
      expect(() => periodOf(ordinal, 'ANNUAL')).toThrow(refused)
  })
})

test('yearBefore changes only the year', () => {
  expect(yearBefore(parsePeriod('2024-02')).last).toBe('2023-02-28')
  expect(() => yearBefore(parsePeriod('1000'))).toThrow(refused)
  fc.assert(
    fc.property(text, (text) => {
      expect(yearBefore(parsePeriod(text)).text).toBe(text.replace(/\d{4}/g, (year) => `${Number(year) - 1}`))
    }),
  )
})

test('periods stay correct beyond the size of the cache', () => {
  for (let year = 1000; year < 9999; year++) expect(parsePeriod(`${year}`).first).toBe(`${year}-01-01`)
  expect(parsePeriod('1000').text).toBe('1000')
})

test('frequencies and letters of series keys map both ways', () => {
  expect(frequencies.map((frequency) => frequencyLetter[frequency]).join('')).toBe('AHQMY')
  for (const frequency of frequencies) expect(letterFrequency.get(frequencyLetter[frequency])).toBe(frequency)
})
