import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { dayAt, endOf, offsetOf } from '../../../src/explorer/data/day.js'
import { periodsOf, spanOf, timeOf } from '../../../src/explorer/data/period.js'
import { en } from '../../../src/explorer/i18n/en.js'
import { zh } from '../../../src/explorer/i18n/zh.js'

const two = (number: number) => String(number).padStart(2, '0')
const month = fc.integer({ min: 1, max: 12 }).map(two)
const periods = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }).map(String),
    month,
    fc.constantFrom('A', 'H1', 'H2', 'Q1', 'Q4', 'M', 'Y'),
  )
  .map(([year, of, kind]) => {
    if (kind === 'A') return year
    if (kind === 'M') return `${year}-${of}`
    return kind === 'Y' ? `${year}-01/${year}-${of}` : `${year}-${kind}`
  })

describe('a period', () => {
  property.prop([periods])('is parsed as the server parses it', (text) => {
    const { frequency, first, last } = parsePeriod(text)
    const span = spanOf(text)
    expect(span.frequency).toBe(frequency)
    expect(`${span.year}-${two(span.first)}-01`).toBe(first)
    expect(`${span.year}-${two(span.last)}`).toBe(last.slice(0, 7))
  })

  property.prop([fc.array(periods)])('periods of a frequency are sorted by time', (texts) => {
    const months = periodsOf(texts, 'MONTHLY')
    expect(months).toEqual(months.toSorted())
    expect(months).toEqual(texts.filter((text) => parsePeriod(text).frequency === 'MONTHLY').toSorted())
  })

  test('is placed at its middle, a year to date at its end', () => {
    expect([timeOf('2023'), timeOf('2023-H1'), timeOf('2023-01/2023-06')]).toEqual([2023.5, 2023.25, 2023.5])
  })

  test.each([
    ['2023', '2023', '2023年'],
    ['2023-H2', 'H2 2023', '2023年下半年'],
    ['2023-Q3', 'Q3 2023', '2023年三季度'],
    ['2023-12', 'Dec 2023', '2023年12月'],
    ['2023-01/2023-11', 'Jan–Nov 2023', '2023年1—11月'],
    ['2023-01/2023-01', 'Jan 2023', '2023年1月'],
  ])('%s is "%s" and "%s"', (text, english, chinese) => {
    expect([en.period(text), zh.period(text)]).toEqual([english, chinese])
  })
})

test('dates are in the time zone of the publisher', () => {
  expect(offsetOf('2023-01-13T00:00:00+08:00')).toBe('+08:00')
  expect(offsetOf('2023-01-13T00:00:00Z')).toBe('Z')
  expect(dayAt('2023-01-12T16:00:00Z', '+08:00')).toBe('2023-01-13')
  expect(dayAt('2023-01-12T03:00:00Z', '-05:00')).toBe('2023-01-11')
  expect(dayAt('2023-01-12T16:00:00Z', 'Z')).toBe('2023-01-12')
  expect(endOf('2023-01-12', '+08:00')).toBe('2023-01-12T23:59:59+08:00')
})
