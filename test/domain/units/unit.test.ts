import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, parseDecimal } from '../../../src/domain/numbers/decimal.js'
import { baseOf, compatible, convert, isUnit, shiftBetween, unitInfo, units } from '../../../src/domain/units/unit.js'
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

test('units are in the order of the enum', () => {
  expect(units.join(' ')).toBe(
    'CNY CNY_THOUSAND CNY_10_THOUSAND CNY_MILLION CNY_100_MILLION CNY_BILLION CNY_TRILLION ' +
      'USD USD_THOUSAND USD_10_THOUSAND USD_MILLION USD_100_MILLION USD_BILLION USD_TRILLION ' +
      'EUR EUR_THOUSAND EUR_MILLION EUR_BILLION ENTERPRISE ENTERPRISE_THOUSAND ENTERPRISE_10_THOUSAND ' +
      'PERSON PERSON_THOUSAND PERSON_10_THOUSAND PERSON_MILLION ZONE ITEM ITEM_10_THOUSAND ITEM_MILLION ' +
      'ITEM_100_MILLION KILOGRAM TONNE TONNE_10_THOUSAND LITRE LITRE_THOUSAND LITRE_10_THOUSAND CUBIC_METRE ' +
      'CUBIC_METRE_10_THOUSAND SQUARE_METRE SQUARE_METRE_10_THOUSAND METRE METRE_10_THOUSAND METRE_100_MILLION ' +
      'KILOWATT_HOUR KILOWATT_HOUR_10_THOUSAND KILOWATT_HOUR_MILLION KILOWATT_HOUR_100_MILLION NUMBER PERCENT PER_THOUSAND PERCENTAGE_POINT INDEX CNY_PER_USD',
  )
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

  test.each(units)('%s says of its scale the same in its code, its exponent and its words', (unit) => {
    const { exponent, base, name, pattern } = unitInfo(unit)
    const scale = /_(10_THOUSAND|100_MILLION|THOUSAND|MILLION|BILLION|TRILLION)$/.exec(unit)?.[1] ?? ''
    if (unit === 'PER_THOUSAND') return
    const own = exponent - (unit.startsWith('TONNE') ? 3 : 0)
    const words = { '': 0, THOUSAND: 3, '10_THOUSAND': 4, MILLION: 6, '100_MILLION': 8, BILLION: 9, TRILLION: 12 }
    expect(words[scale as keyof typeof words]).toBe(own)
    const english = scale.replace('100_MILLION', 'hundred million').replace('10_', 'ten ').toLowerCase()
    const chinese = { 0: '', 3: '千', 4: '万', 6: '百万', 8: '亿', 9: '十亿', 12: '万亿' }[own]
    for (const text of [name.en, pattern.en]) expect(text).toContain(english)
    for (const text of [name.zh, pattern.zh])
      expect(
        text
          .replace('{}', '')
          .replace(/千克|千瓦时/, '')
          .match(/^(?:百万|十亿|万亿|[千万亿]|)/)?.[0],
      ).toBe(chinese)
    expect(baseOf(base)).toBe(base)
    expect(pattern.en.split('{}')).toHaveLength(2)
    expect(pattern.zh.split('{}')).toHaveLength(2)
  })

  test('has a distinct name for each unit', () => {
    for (const language of ['en', 'zh'] as const)
      expect(new Set(units.map((unit) => unitInfo(unit).name[language])).size).toBe(units.length)
    expect(unitInfo('ENTERPRISE').name).toEqual({ en: 'enterprises', zh: '家' })
  })
})

test('isUnit accepts exactly the codes of the table', () => {
  expect(units.every(isUnit)).toBe(true)
  for (const text of ['', 'cny', 'JPY', 'constructor', 'toString', '__proto__']) expect(isUnit(text)).toBe(false)
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

  test.each(pairs)('$from to $to moves the point of any number, and back again', ({ from, to }) => {
    const shift = unitInfo(from).exponent - unitInfo(to).exponent
    fc.assert(
      fc.property(number, (each) => {
        const value = parseDecimal(written(each))
        const there = convert(value, from, to)
        expect(canonical(there)).toBe(written({ ...each, point: each.point - shift }))
        expect(canonical(convert(there, to, from))).toBe(canonical(value))
      }),
      { numRuns: 50 },
    )
  })

  test('refuses another measure and names compatible units', () => {
    for (const from of units)
      for (const to of units) {
        if (compatible(from).includes(to)) continue
        expect(() => shiftBetween(from, to)).toThrow(Refusal)
      }
    try {
      convert(parseDecimal('1'), 'TONNE', 'CNY')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        message: 'TONNE cannot be converted to CNY, which is a unit of another measure.',
        extensions: { code: 'UNIT_MISMATCH', allowed: ['KILOGRAM', 'TONNE', 'TONNE_10_THOUSAND'] },
      })
    }
  })
})
