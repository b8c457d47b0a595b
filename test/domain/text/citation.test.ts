import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, Decimal, decimalsOf, printed } from '../../../src/domain/numbers/decimal.js'
import { type Change, type Qualifier, qualifiers } from '../../../src/domain/observations/observation.js'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { figureCitation, formatted, periodText, releaseCitation } from '../../../src/domain/text/citation.js'
import { inLanguage, languages } from '../../../src/domain/text/language.js'
import { compatible, convert, type Unit, unitInfo, units } from '../../../src/domain/units/unit.js'

const figure = (text: string, unit: Unit, qualifier: Qualifier = 'EXACT') => ({ ...printed(text), unit, qualifier })
const noLevel = { value: null, decimals: null, unit: 'CNY', qualifier: 'EXACT' } as const

test('a text falls back to the other language', () => {
  expect(inLanguage({ en: 'ships', zh: '船舶' }, 'EN')).toBe('ships')
  expect(inLanguage({ en: 'ships', zh: '船舶' }, 'ZH')).toBe('船舶')
  expect(inLanguage({ en: null, zh: '船舶' }, 'EN')).toBe('船舶')
  expect(inLanguage({ en: 'ships', zh: null }, 'ZH')).toBe('ships')
  expect(inLanguage({ en: null, zh: null }, 'ZH')).toBeNull()
})

describe('formatted', () => {
  test.each([
    ['41.76', 'CNY_TRILLION', 'EXACT', undefined, 'CNY 41.76 trillion', '41.76万亿元'],
    ['41.76', 'CNY_TRILLION', 'EXACT', 'CNY', 'CNY 41,760,000,000,000', '41,760,000,000,000元'],
    ['41.76', 'CNY_TRILLION', 'EXACT', 'CNY_100_MILLION', 'CNY 417,600 hundred million', '417,600亿元'],
    ['417568.9', 'CNY_100_MILLION', 'EXACT', 'CNY_TRILLION', 'CNY 41.75689 trillion', '41.75689万亿元'],
    ['12.60', 'CNY_TRILLION', 'EXACT', undefined, 'CNY 12.60 trillion', '12.60万亿元'],
    ['12.60', 'CNY_TRILLION', 'EXACT', 'CNY_BILLION', 'CNY 12,600 billion', '126,000亿元'],
    ['12.63', 'USD_BILLION', 'EXACT', undefined, 'USD 12.63 billion', '126.3亿美元'],
    ['10', 'CNY_BILLION', 'OVER', undefined, 'over CNY 10 billion', '超过100亿元'],
    ['1', 'CNY_TRILLION', 'OVER', undefined, 'over CNY 1 trillion', '超过1万亿元'],
    ['-1.2', 'CNY_TRILLION', 'EXACT', undefined, 'CNY -1.2 trillion', '-1.2万亿元'],
    ['5000', 'CNY_10_THOUSAND', 'EXACT', undefined, 'CNY 5,000 ten thousand', '5,000万元'],
    ['5.94', 'USD_TRILLION', 'ABOUT', undefined, 'about USD 5.94 trillion', '约5.94万亿美元'],
    ['260', 'EUR_MILLION', 'EXACT', undefined, 'EUR 260 million', '260百万欧元'],
    ['600000', 'ENTERPRISE', 'OVER', undefined, 'over 600,000 enterprises', '超过600,000家'],
    ['600000', 'ENTERPRISE', 'OVER', 'ENTERPRISE_10_THOUSAND', 'over 60 ten thousand enterprises', '超过60万家'],
    ['60.0', 'ENTERPRISE_10_THOUSAND', 'OVER', undefined, 'over 60.0 ten thousand enterprises', '超过60.0万家'],
    ['1', 'ENTERPRISE', 'EXACT', undefined, '1 enterprise', '1家'],
    ['1', 'ENTERPRISE_THOUSAND', 'EXACT', undefined, '1 thousand enterprises', '1千家'],
    ['22', 'ZONE', 'EXACT', undefined, '22 zones', '22个'],
    ['100', 'PERSON', 'UNDER', undefined, 'under 100 persons', '不到100人'],
    ['1.5', 'ITEM_100_MILLION', 'EXACT', undefined, '1.5 hundred million items', '1.5亿件'],
    ['1234.5', 'TONNE', 'EXACT', 'KILOGRAM', '1,234,500 kilograms', '1,234,500千克'],
    ['0', 'TONNE_10_THOUSAND', 'EXACT', undefined, '0 ten thousand tonnes', '0万吨'],
    ['5.3', 'PERCENT', 'EXACT', undefined, '5.3%', '5.3%'],
    ['5.0', 'PERCENT', 'EXACT', 'PER_THOUSAND', '50‰', '50‰'],
    ['3.1', 'PERCENTAGE_POINT', 'EXACT', undefined, '3.1 percentage points', '3.1个百分点'],
    ['-1', 'PERCENTAGE_POINT', 'EXACT', undefined, '-1 percentage point', '-1个百分点'],
    ['1.0', 'PERCENTAGE_POINT', 'EXACT', undefined, '1.0 percentage points', '1.0个百分点'],
    ['102.5', 'INDEX', 'EXACT', undefined, '102.5', '102.5'],
    ['1234', 'NUMBER', 'EXACT', undefined, '1,234', '1,234'],
    ['7.0467', 'CNY_PER_USD', 'EXACT', undefined, '7.0467 CNY per USD', '7.0467元/美元'],
  ] as const)('%s %s, %s, in %s', (text, unit, qualifier, to, english, chinese) => {
    expect(formatted(figure(text, unit, qualifier), 'EN', to)).toBe(english)
    expect(formatted(figure(text, unit, qualifier), 'ZH', to)).toBe(chinese)
  })

  test('formats a rounded whole number', () => {
    const enterprises = { ...figure('556000', 'ENTERPRISE'), decimals: -3 }
    expect(formatted(enterprises, 'EN')).toBe('556,000 enterprises')
    expect(formatted(enterprises, 'ZH', 'ENTERPRISE_10_THOUSAND')).toBe('55.6万家')
  })

  test('returns null without a level and refuses another measure', () => {
    expect(formatted(noLevel, 'EN')).toBeNull()
    for (const each of [noLevel, figure('1', 'CNY')])
      expect(() => formatted(each, 'EN', 'USD')).toThrow(expect.objectContaining({ code: 'UNIT_MISMATCH' }))
  })

  test('keeps the value and its printed digits', () => {
    const number = fc.tuple(
      fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }),
      fc.integer({ min: 0, max: 12 }),
    )
    const unit = fc
      .constantFrom(...units)
      .chain((from) => fc.constantFrom(...compatible(from)).map((to) => ({ from, to })))
    fc.assert(
      fc.property(
        number,
        unit,
        fc.constantFrom(...qualifiers),
        fc.constantFrom(...languages),
        ([digits, decimals], { from, to }, qualifier, language) => {
          const value = new Decimal(`${digits}e${-decimals}`)
          const text = formatted({ value, decimals, unit: from, qualifier }, language, to) ?? ''
          const found = /-?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d,.])/.exec(text)?.[0] ?? ''
          const read = found.replaceAll(',', '')
          const tens = language === 'ZH' ? unitInfo(to).tensZh : 0
          expect(canonical(new Decimal(read).div(10 ** tens))).toBe(canonical(convert(value, from, to)))
          if (from === to) expect(decimalsOf(read)).toBe(Math.max(decimals - tens, 0))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test.each([
  ['2023', '2023', '2023年'],
  ['2023-H1', 'first half of 2023', '2023年上半年'],
  ['2023-H2', 'second half of 2023', '2023年下半年'],
  ['2023-Q4', 'Q4 2023', '2023年第四季度'],
  ['2023-12', 'December 2023', '2023年12月'],
  ['2023-01/2023-11', 'January–November 2023', '2023年1至11月'],
  ['2023-01/2023-01', 'January 2023', '2023年1月'],
])('%s reads %s and %s', (text, english, chinese) => {
  expect(periodText(parsePeriod(text), 'EN')).toBe(english)
  expect(periodText(parsePeriod(text), 'ZH')).toBe(chinese)
})

describe('citations', () => {
  const release = {
    code: 'CN-GACC-2023-ANNUAL',
    title: "China's foreign trade in 2023",
    publisher: "General Administration of Customs of the People's Republic of China",
    publishedAt: '2024-01-12T00:00:00+08:00',
  }
  const source =
    "General Administration of Customs of the People's Republic of China: China's foreign trade in 2023, " +
    '12 January 2024 (CN-GACC-2023-ANNUAL)'
  const on = (base: string, percent: string | null, points: string | null = null): Change => ({
    percent: percent === null ? null : printed(percent),
    points: points === null ? null : printed(points),
    base: parsePeriod(base),
  })
  const of = (
    level: Pick<Parameters<typeof figureCitation>[0]['figure'], 'value' | 'decimals' | 'unit' | 'qualifier'>,
  ) => ({
    ...level,
    period: parsePeriod('2023'),
  })

  test('of a release have the day of its publisher', () => {
    expect(releaseCitation(release)).toBe(source)
    expect(releaseCitation({ ...release, publishedAt: '2024-01-01T23:30:00-05:00' })).toContain(', 1 January 2024 (')
    expect(releaseCitation({ ...release, retractedAt: '2024-02-01T00:00:00Z' })).toBe(`${source}, since retracted`)
  })

  test('of a figure have changes and status', () => {
    const level = of(figure('13.92', 'CNY_TRILLION'))
    const cited = { metricName: 'Exports', categoryNames: ['electromechanical products'], release }
    expect(
      figureCitation({ ...cited, figure: { ...level, status: 'PRELIMINARY', changes: [on('2022', '2.9')] } }),
    ).toBe(`Exports, electromechanical products, 2023: CNY 13.92 trillion, +2.9% on 2022 (preliminary). ${source}`)
    const changes = [on('2022', '-0.3'), on('2021', '0.0'), on('2020', null, '1.0'), on('2019', null)]
    expect(figureCitation({ ...cited, categoryNames: [], figure: { ...level, status: 'NORMAL', changes } })).toBe(
      `Exports, 2023: CNY 13.92 trillion, -0.3% on 2022, 0.0% on 2021, +1.0 percentage points on 2020. ${source}`,
    )
  })

  test('of a figure may lack a level', () => {
    const cited = { metricName: 'Exports', categoryNames: ['Ships'], release }
    const level = of(noLevel)
    const citation = (status: 'MISSING' | 'NIL' | 'NORMAL', changes: Change[]) =>
      figureCitation({ ...cited, figure: { ...level, status, changes } })
    expect(citation('MISSING', [on('2022', '35.4')])).toBe(
      `Exports, Ships, 2023: +35.4% on 2022 (no level printed). ${source}`,
    )
    expect(citation('MISSING', [])).toBe(`Exports, Ships, 2023: no level printed. ${source}`)
    expect(citation('NORMAL', [])).toBe(`Exports, Ships, 2023: no level printed. ${source}`)
    expect(citation('NIL', [])).toBe(`Exports, Ships, 2023: nil. ${source}`)
  })
})
