import { describe, expect, test } from 'vitest'
import { CodeLists } from '../../../src/domain/codes/codes.js'
import type { Dataset } from '../../../src/domain/codes/dataset.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import type { Language } from '../../../src/domain/text/language.js'
import type { Revision, SummaryLength } from '../../../src/press/writing/plan.js'
import { speakerOf, writeSummary } from '../../../src/press/writing/write.js'
import { figure, type Written } from '../../figures.js'
import { codes } from '../support.js'
import { dataset } from './round-trip.js'

interface Given {
  readonly language?: Language
  readonly length?: SummaryLength
  readonly revisions?: readonly Revision<Observation>[]
  readonly lists?: CodeLists
  readonly of?: Dataset
}

function write(figures: readonly Partial<Written>[], given: Given = {}): string | null {
  const all = figures.map(figure)
  const isTotal = ({ categories: [first] }: Observation): boolean => first?.dimension === 'TOTAL'
  const period = all[0]?.period ?? null
  const written = writeSummary({
    figures: { period, totals: all.filter(isTotal), parts: all.filter((each) => !isTotal(each)) },
    revisions: given.revisions ?? [],
    codes: given.lists ?? codes,
    dataset: given.of ?? dataset,
    language: given.language ?? 'EN',
    length: given.length ?? 'LONG',
  })
  return written?.text ?? null
}

const both = (figures: readonly Partial<Written>[], given: Given = {}) => ({
  en: write(figures, { ...given, language: 'EN' }),
  zh: write(figures, { ...given, language: 'ZH' }),
})

describe('totals', () => {
  test('a deficit is a deficit, without a minus sign', () => {
    expect(both([{ metric: 'BALANCE', value: '-1.2', yoy: '3.0' }])).toEqual({
      en: "In 2023, China's trade deficit was CNY 1.2 trillion, up 3.0% on a year earlier.",
      zh: '2023年，我国贸易逆差1.2万亿元，同比增长3.0%。',
    })
  })

  test('a surplus narrows or widens in Chinese', () => {
    expect(write([{ metric: 'BALANCE', value: '1.2', yoy: '-3.0' }], { language: 'ZH' })).toBe(
      '2023年，我国贸易顺差1.2万亿元，同比收窄3.0%。',
    )
  })

  test.each([
    ['OVER', 'over CNY 1 trillion', '超过1万亿元'],
    ['UNDER', 'under CNY 1 trillion', '不到1万亿元'],
    ['ABOUT', 'about CNY 1 trillion', '约1万亿元'],
  ] as const)('the qualifier %s stays with its number', (qualifier, en, zh) => {
    expect(both([{ metric: 'EXPORTS', value: '1', qualifier }])).toEqual({
      en: `In 2023, China's exports were ${en}.`,
      zh: `2023年，我国出口总值${zh}。`,
    })
  })

  test('growth without a level is told alone', () => {
    expect(both([{ metric: 'EXPORTS', unit: 'CNY', yoy: '-0.3' }])).toEqual({
      en: "In 2023, China's exports fell 0.3% on a year earlier.",
      zh: '2023年，我国出口总值同比下降0.3%。',
    })
  })

  test('growth of nothing keeps its number', () => {
    expect(both([{ metric: 'EXPORTS', value: '3', yoy: '0.0' }])).toEqual({
      en: "In 2023, China's exports were CNY 3 trillion, with growth at 0.0% on a year earlier.",
      zh: '2023年，我国出口总值3万亿元，同比增速为0.0%。',
    })
  })

  test('nil is told in words', () => {
    expect(both([{ metric: 'EXPORTS', unit: 'CNY', status: 'NIL', value: '0' }])).toEqual({
      en: "In 2023, China's exports were nil.",
      zh: '2023年，我国出口总值为零。',
    })
  })

  test('what is confidential or missing is not told', () => {
    expect(write([{ metric: 'EXPORTS', unit: 'CNY', status: 'CONFIDENTIAL' }])).toBeNull()
    expect(write([{ metric: 'EXPORTS', unit: 'CNY', status: 'MISSING' }])).toBeNull()
    expect(write([])).toBeNull()
  })

  test('changes against other periods name them', () => {
    const changes = [
      { percent: '4.0', base: '2019-Q3' },
      { percent: '-1.0', base: '2023-Q2' },
    ]
    expect(both([{ metric: 'EXPORTS', period: '2023-Q3', value: '6', yoy: '2.0', changes }])).toEqual({
      en: "In the third quarter of 2023, China's exports were CNY 6 trillion, up 2.0% on a year earlier, up 4.0% on the third quarter of 2019, down 1.0% on the second quarter of 2023.",
      zh: '2023年三季度，我国出口总值6万亿元，同比增长2.0%，比2019年同期增长4.0%，比2023年二季度下降1.0%。',
    })
  })

  test.each([
    ['2024-01/2024-07', 'the first seven months of 2024', '2024年前7个月'],
    ['2024-01/2024-12', '2024', '2024年'],
    ['2024-01/2024-01', 'January 2024', '2024年1月'],
    ['2024-07', 'July 2024', '2024年7月'],
    ['2024-H2', 'the second half of 2024', '2024年下半年'],
    ['2024-Q1', 'the first quarter of 2024', '2024年一季度'],
  ])('the period %s is named', (period, en, zh) => {
    const texts = both([{ metric: 'EXPORTS', period, value: '6' }])
    expect(texts).toEqual({
      en: `In ${en}, China's exports were CNY 6 trillion.`,
      zh: `${zh}，我国出口总值6万亿元。`,
    })
  })

  test('scales are those of the language', () => {
    expect(both([{ metric: 'EXPORTS', unit: 'CNY_10_THOUSAND', value: '218622834' }])).toEqual({
      en: "In 2023, China's exports were CNY 2,186.22834 billion.",
      zh: '2023年，我国出口总值21,862.2834亿元。',
    })
    expect(both([{ metric: 'EXPORTS', unit: 'USD_MILLION', value: '23456.7' }])).toEqual({
      en: "In 2023, China's exports were USD 23,456.7 million.",
      zh: '2023年，我国出口总值234.567亿美元。',
    })
  })

  test('figures in another currency follow in a paragraph that names it', () => {
    const figures = [
      { metric: 'TRADE', value: '41.76' },
      { metric: 'EXPORTS', value: '23.77' },
      { metric: 'TRADE', unit: 'USD_TRILLION', value: '5.94', yoy: '-5.0' },
    ] as const
    expect(both(figures)).toEqual({
      en: "In 2023, China's imports and exports were CNY 41.76 trillion, and exports were CNY 23.77 trillion.\nIn US dollar terms, imports and exports were USD 5.94 trillion, down 5.0% on a year earlier.",
      zh: '2023年，我国进出口总值41.76万亿元；出口总值23.77万亿元。\n以美元计，进出口总值5.94万亿美元，同比下降5.0%。',
    })
  })

  test('a shorter period that ends with the main one follows', () => {
    const figures = [
      { metric: 'TRADE', period: '2024-01/2024-07', value: '24.83', yoy: '6.2' },
      { metric: 'TRADE', period: '2024-07', value: '3.68', yoy: '6.5' },
      { metric: 'TRADE', period: '2024-06', value: '3.66' },
    ]
    expect(both(figures)).toEqual({
      en: "In the first seven months of 2024, China's imports and exports were CNY 24.83 trillion, up 6.2% on a year earlier.\nIn July 2024, imports and exports were CNY 3.68 trillion, up 6.5%.",
      zh: '2024年前7个月，我国进出口总值24.83万亿元，同比增长6.2%。\n2024年7月，进出口总值3.68万亿元，增长6.5%。',
    })
  })

  test('revised totals are told with the number before', () => {
    const of = (value: string, metric = 'EXPORTS') => figure({ metric, period: '2022', value })
    const revisions = [
      { figure: of('23.65'), earlier: of('23.97') },
      { figure: of('0.5', 'BALANCE'), earlier: of('-0.2', 'BALANCE') },
    ]
    expect(both([{ metric: 'EXPORTS', value: '23.77' }], { revisions })).toEqual({
      en: "In 2023, China's exports were CNY 23.77 trillion.\nExports in 2022 were revised from CNY 23.97 trillion to CNY 23.65 trillion. The trade surplus in 2022 was revised from a deficit of CNY 0.2 trillion to CNY 0.5 trillion.",
      zh: '2023年，我国出口总值23.77万亿元。\n修订后，2022年出口总值23.65万亿元，原为23.97万亿元；2022年贸易顺差0.5万亿元，原为逆差0.2万亿元。',
    })
  })
})

describe('categories', () => {
  const exports = (category: string, rest: Partial<Written>): Partial<Written> => ({
    metric: 'EXPORTS',
    categories: [category],
    ...rest,
  })

  test('growth of opposite signs is told apart', () => {
    const figures = [
      exports('PRODUCT:SHIPS', { unit: 'CNY', yoy: '35.4' }),
      exports('PRODUCT:HOUSEHOLD_APPLIANCES', { unit: 'CNY', yoy: '9.9' }),
      exports('PRODUCT:SOLAR_BATTERIES', { unit: 'CNY', yoy: '-5.6' }),
    ]
    expect(both(figures)).toEqual({
      en: "In 2023, China's exports of ships and household appliances rose 35.4% and 9.9%, respectively, on a year earlier, and those of solar batteries fell 5.6%.",
      zh: '2023年，我国出口船舶、家用电器、太阳能电池同比分别增长35.4%、增长9.9%、下降5.6%。',
    })
  })

  test('categories with the largest level or share come first', () => {
    const figures = [
      exports('PARTNER:JP', { unit: 'CNY_100_MILLION', value: '300' }),
      exports('PARTNER:US', { value: '3.5' }),
      exports('PARTNER:ASEAN', { unit: 'CNY', share: '15.7', shareOf: ['EXPORTS', 'TOTAL:ALL'], shareChange: '-0.3' }),
    ]
    expect(both(figures)).toEqual({
      en: "In 2023, China's exports to ASEAN accounted for 15.7% of exports, 0.3 percentage points less than a year earlier; those to the United States were CNY 3.5 trillion; and those to Japan were CNY 30.0 billion.",
      zh: '2023年，我国对东盟出口占出口总值的15.7%，比重下降0.3个百分点；对美国出口3.5万亿元；对日本出口300亿元。',
    })
  })

  test('a negative share keeps its sign, in words', () => {
    const ofExports = { value: '3', share: '-12.0', shareOf: ['EXPORTS', 'TOTAL:ALL'] } as const
    expect(both([exports('PARTNER:US', ofExports)])).toEqual({
      en: "In 2023, China's exports to the United States were CNY 3 trillion and accounted for minus 12.0% of exports.",
      zh: '2023年，我国对美国出口3万亿元，占出口总值的负12.0%。',
    })
    expect(both([exports('PARTNER:US', { ...ofExports, share: '-0.0' })])).toEqual({
      en: "In 2023, China's exports to the United States were CNY 3 trillion and accounted for 0.0% of exports.",
      zh: '2023年，我国对美国出口3万亿元，占出口总值的0.0%。',
    })
  })

  test('lengths bound what is told of a dimension', () => {
    const partners = codes.categories.filter(({ dimension }) => dimension.code === 'PARTNER').slice(0, 30)
    const figures = partners.map(({ code }, at) => exports(`PARTNER:${code}`, { value: `${at + 1}`, yoy: '1.0' }))
    const told = (length: SummaryLength, more: readonly Partial<Written>[] = []) =>
      write([...more, ...figures], { length })?.match(/trillion/g)?.length ?? 0
    expect([told('SHORT'), told('MEDIUM'), told('LONG')]).toEqual([3, 6, 20])
    expect(told('SHORT', [{ metric: 'EXPORTS', value: '900' }])).toBe(1)
  })
})

describe('another office', () => {
  const name = (en: string, zh: string | null) => ({ en, zh })
  const [, product] = codes.dimensions
  if (product === undefined) throw new Error('the seed has no dimension PRODUCT')
  const rest = { id: 1, rank: 1, synonyms: [], description: null }
  const lists = new CodeLists({
    datasets: [],
    breakdowns: [],
    dimensions: codes.dimensions,
    metrics: [
      {
        ...rest,
        code: 'CPI',
        name: name('Consumer prices', '居民消费价格指数'),
        additivity: 'RATIO',
        identity: null,
        measures: [],
        dimensions: [],
      },
      {
        ...rest,
        id: 2,
        rank: 2,
        code: 'JOBLESS',
        name: name('Unemployment rate', null),
        additivity: 'RATIO',
        identity: null,
        measures: [],
        dimensions: [],
      },
      {
        ...rest,
        id: 3,
        rank: 3,
        code: 'VACANCIES',
        name: name('Job vacancies', '职位空缺'),
        additivity: 'STOCK',
        identity: null,
        measures: [],
        dimensions: [],
      },
    ],
    categories: [
      {
        ...rest,
        code: 'FOOD',
        name: name('Food', '食品'),
        dimension: product,
        parent: null,
        children: [],
        isAggregate: false,
        members: null,
        groups: [],
      },
    ],
  })
  const of: Dataset = { ...dataset, reporter: 'GB', agency: 'ONS' }

  test('indices, rates and counts read correctly', () => {
    const figures: Partial<Written>[] = [
      { metric: 'CPI', unit: 'INDEX', value: '132.5', yoy: '2.2', period: '2024-07' },
      { metric: 'CPI', unit: 'INDEX', value: '140.1', yoy: '1.5', period: '2024-07', categories: ['PRODUCT:FOOD'] },
      {
        metric: 'JOBLESS',
        unit: 'PERCENT',
        value: '4.1',
        changes: [{ points: '-0.2', base: '2023-07' }],
        period: '2024-07',
      },
      { metric: 'VACANCIES', unit: 'PERSON', value: '884000', decimals: -3, yoy: '-12.8', period: '2024-07' },
    ]
    expect(both(figures, { lists, of })).toEqual({
      en: 'In July 2024, consumer prices stood at 132.5, up 2.2% on a year earlier; the unemployment rate stood at 4.1%, down 0.2 percentage points; and job vacancies stood at 884,000 persons, down 12.8%.\nConsumer prices (food) stood at 140.1, up 1.5%.',
      zh: '2024年7月，居民消费价格指数为132.5，同比上升2.2%；Unemployment rate为4.1%，下降0.2个百分点；职位空缺为88.4万人，下降12.8%。\n食品居民消费价格指数为140.1，上升1.5%。',
    })
  })

  test('a rate of several measures is named once', () => {
    const rates = [
      { metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', value: '7.2609' },
      { metric: 'EXCHANGE_RATE', unit: 'EUR_PER_USD', value: '0.9219' },
    ] as const
    expect(both(rates, { of })).toEqual({
      en: 'In 2023, the exchange rate stood at 7.2609 CNY per USD, and 0.9219 EUR per USD.',
      zh: '2023年，汇率为7.2609元/美元；0.9219欧元/美元。',
    })
  })

  test('the speaker follows from the dataset', () => {
    const speaker = (reporter: string | null, agency: string | null, language: Language) =>
      speakerOf({ reporter, agency }, language)
    expect(speaker('CN', 'GACC', 'ZH')).toBe('我国')
    expect(speaker('CN', 'ESTAT', 'ZH')).toBe('')
    expect(speaker('DE', 'DESTATIS', 'ZH')).toBe('')
    expect(speaker(null, null, 'EN')).toBe('')
    expect(speaker('CN', 'GACC', 'EN')).toBe("China's")
    expect(speaker('DE', 'DESTATIS', 'EN')).toBe("Germany's")
    expect(speaker('GB', 'ONS', 'EN')).toBe('')
    expect(speaker('no code', null, 'EN')).toBe('')
  })

  test('a currency that is not named otherwise is named before growth', () => {
    const growth = [{ metric: 'EXPORTS', unit: 'EUR', yoy: '2.0' }] as const
    expect(both(growth, { of: { ...dataset, reporter: 'XX' } })).toEqual({
      en: 'In 2023, in euro terms, exports rose 2.0% on a year earlier.',
      zh: '2023年，以欧元计，出口总值同比增长2.0%。',
    })
  })
})
