import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, parseDecimal } from '../../../src/domain/numbers/decimal.js'
import {
  baseOf,
  compatible,
  convert,
  isUnit,
  shiftBetween,
  type Unit,
  unitInfo,
  units,
} from '../../../src/domain/units/unit.js'
import { Refusal } from '../../../src/errors.js'

const pairs = units.flatMap((from) => compatible(from).map((to) => ({ from, to })))

/** Up to 38 digits, with a point anywhere among or before them. */
const number = fc
  .tuple(fc.boolean(), fc.stringMatching(/^[1-9][0-9]{0,37}$/, { size: 'max' }), fc.integer({ min: 0, max: 45 }))
  .map(([negative, digits, point]) => ({ sign: negative ? '-' : '', digits, point }))

/** The number whose point stands `point` digits from the right, by text alone; negative beyond the right end. */
function written({ sign, digits, point }: { sign: string; digits: string; point: number }): string {
  const padded = (digits + '0'.repeat(Math.max(0, -point))).padStart(point + 1, '0')
  const cut = padded.length - Math.max(0, point)
  const fraction = padded.slice(cut).replace(/0+$/, '')
  return sign + padded.slice(0, cut) + (fraction && `.${fraction}`)
}

test('units of a measure stand together, its base unit first, and none is removed', () => {
  const measures = units.map(baseOf)
  expect(new Set(units).size).toBe(units.length)
  expect(measures.filter((measure, at) => measure !== measures[at - 1])).toEqual([...new Set(measures)])
  for (const measure of new Set(measures)) expect(units.find((unit) => baseOf(unit) === measure)).toBe(measure)
  expect(units.length).toBeGreaterThanOrEqual(193)
})

describe('the table', () => {
  test.each([
    ['CNY', 'CNY', '1'],
    ['CNY_10_THOUSAND', 'CNY', '10000'],
    ['CNY_100_MILLION', 'CNY', '100000000'],
    ['CNY_TRILLION', 'CNY', '1000000000000'],
    ['ENTERPRISE_10_THOUSAND', 'ENTERPRISE', '10000'],
    ['TONNE', 'KILOGRAM', '1000'],
    ['TONNE_10_THOUSAND', 'KILOGRAM', '10000000'],
    ['PER_THOUSAND', 'PERCENT', '0.1'],
    ['PERCENTAGE_POINT', 'PERCENTAGE_POINT', '1'],
    ['ITEM_100_MILLION', 'ITEM', '100000000'],
  ] as const)('%s is in %s times %s', (unit, base, factor) => {
    expect(baseOf(unit)).toBe(base)
    expect(canonical(unitInfo(unit).factor)).toBe(factor)
  })

  test('each unit has one scale in its code, exponent and words', () => {
    for (const unit of units) expectOneScale(unit)
  })

  function expectOneScale(unit: Unit): void {
    const { exponent, base, name, pattern, tensZh } = unitInfo(unit)
    const scale = /_(10_THOUSAND|100_MILLION|THOUSAND|MILLION|BILLION|TRILLION)$/.exec(unit)?.[1] ?? ''
    if (unit === 'PER_THOUSAND') return
    const own = exponent - (unit.startsWith('TONNE') ? 3 : 0)
    const words = { '': 0, THOUSAND: 3, '10_THOUSAND': 4, MILLION: 6, '100_MILLION': 8, BILLION: 9, TRILLION: 12 }
    expect(words[scale as keyof typeof words], unit).toBe(own)
    const english = scale.replace('100_MILLION', 'hundred million').replace('10_', 'ten ').toLowerCase()
    for (const text of [name.en, pattern.en]) expect(text).toContain(english)
    const chinese: Record<number, string> = { 0: '', 3: '千', 4: '万', 6: '百万', 8: '亿', 9: '十亿', 12: '万亿' }
    const inChinese = (text: string): string | undefined =>
      text
        .replace('{}', '')
        .replace(/千克|千瓦时/, '')
        .match(/^(?:百万|十亿|万亿|[千万亿]|)/)?.[0]
    expect(inChinese(name.zh), unit).toBe(chinese[own])
    expect(inChinese(pattern.zh)).toBe(chinese[own - tensZh])
    expect(baseOf(base)).toBe(base)
    expect(pattern.en.split('{}')).toHaveLength(2)
    expect(pattern.zh.split('{}')).toHaveLength(2)
  }

  test('has a distinct name for each unit', () => {
    for (const language of ['en', 'zh'] as const)
      expect(new Set(units.map((unit) => unitInfo(unit).name[language])).size).toBe(units.length)
    expect(unitInfo('ENTERPRISE').name).toEqual({ en: 'enterprises', zh: '家' })
  })
})

test('isUnit accepts exactly the codes of the table', () => {
  expect(units.every(isUnit)).toBe(true)
  for (const text of ['', 'cny', 'XAU', 'constructor', 'toString', '__proto__']) expect(isUnit(text)).toBe(false)
})

test('compatible units are those of the same measure', () => {
  expect(compatible('TONNE')).toEqual(['KILOGRAM', 'TONNE', 'TONNE_10_THOUSAND'])
  expect(compatible('PERCENT')).toEqual(['PERCENT', 'PER_THOUSAND'])
  expect(compatible('INDEX')).toEqual(['INDEX'])
})

describe('convert', () => {
  test.each([
    ['41.76', 'CNY_TRILLION', 'CNY', '41760000000000'],
    ['41.76', 'CNY_TRILLION', 'CNY_100_MILLION', '417600'],
    ['1', 'CNY', 'CNY_TRILLION', '0.000000000001'],
    ['5', 'PERCENT', 'PER_THOUSAND', '50'],
    ['-12.5', 'TONNE', 'TONNE_10_THOUSAND', '-0.00125'],
  ] as const)('%s %s in %s is %s', (text, from, to, expected) => {
    expect(canonical(convert(parseDecimal(text), from, to))).toBe(expected)
  })

  test('moves the point of any number between any two units, and back again', () => {
    const moves = (from: Unit, to: Unit, each: Parameters<typeof written>[0]): void => {
      const shift = unitInfo(from).exponent - unitInfo(to).exponent
      const value = parseDecimal(written(each))
      const there = convert(value, from, to)
      expect(canonical(there)).toBe(written({ ...each, point: each.point - shift }))
      expect(canonical(convert(there, to, from))).toBe(canonical(value))
    }
    for (const { from, to } of pairs) moves(from, to, { sign: '-', digits: '4176', point: 2 })
    const pair = fc.constantFrom(...pairs)
    fc.assert(
      fc.property(pair, number, ({ from, to }, each) => moves(from, to, each)),
      { numRuns: 5_000 },
    )
  })

  test('refuses another measure and names compatible units', () => {
    const bases = units.filter((unit) => baseOf(unit) === unit)
    for (const [at, from] of bases.entries())
      for (const to of [...bases.slice(0, at), ...bases.slice(at + 1)].slice(-3))
        expect(() => shiftBetween(from, to)).toThrow(Refusal)
    try {
      convert(parseDecimal('1'), 'TONNE', 'CNY')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        message:
          'TONNE cannot be converted to CNY, which is a unit of another measure. Select figures of one measure with filter.unit.',
        extensions: { code: 'UNIT_MISMATCH', allowed: ['KILOGRAM', 'TONNE', 'TONNE_10_THOUSAND'] },
      })
    }
  })
})
