import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeListRows } from '../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

// Beside the shipped figures: a code that two dimensions have, a tree of three levels with names missing in it, and a
// release that prints dollars, a cross of two dimensions and a month.
const location = { dimension: 'LOCATION', description: null, isAggregate: false, members: null }
const more: CodeListRows = {
  metrics: [],
  dimensions: [],
  categories: [
    { ...location, code: 'EU', parent: null, name: { en: 'Eu, a town', zh: null } },
    { ...location, code: 'GUANGDONG', parent: null, name: { en: null, zh: '广东省' } },
    { ...location, code: '深圳市', parent: 'GUANGDONG', name: { en: null, zh: null } },
    { ...location, code: 'QIANHAI', parent: '深圳市', name: { en: 'Qianhai', zh: '前海' } },
  ],
}
const figures = [
  figure({ metric: 'EXPORTS', unit: 'USD_BILLION', value: '3380.0' }),
  figure({ metric: 'EXPORTS', categories: ['PARTNER:EU', 'PRODUCT:SHIPS'], unit: 'CNY_BILLION', value: '12' }),
  figure({ metric: 'EXPORTS', period: '2023-12', value: '2.2' }),
]

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, more)
    return { changed: true, result: null }
  })
  await release(opened.database, { code: 'MORE' }, figures)
})
afterAll(() => opened.close())

/** What a question is answered with; it may not be refused. */
async function answer(question: string, variables: object = {}) {
  const { data, errors } = await ask(opened.store, question, variables)
  expect(errors).toBeUndefined()
  return data
}

describe('a code in a filter', () => {
  const count = (filter: object) =>
    ask(opened.store, 'query ($filter: IndicatorFilter) { indicators(filter: $filter) { totalCount } }', { filter })

  test.each([
    ['metrics', 'EXPORT', ['EXPORTS', 'EXPORT_QUANTITY']],
    ['dimensions', 'PRODUCTS', ['PRODUCT']],
    ['categories', 'EUU', ['EU']],
    ['categories', 'PRODUCT:SHIP', ['PRODUCT:SHIPS']],
    ['categories', 'PRODUKT:SHIPS', ['PRODUCT']],
    ['categories', '广东', ['GUANGDONG']],
    ['metrics', '出口', ['EXPORTS']],
    ['categories', 'United States', ['US']],
    ['categories', 'PARTNER:United Stats', ['PARTNER:US']],
    ['within', '欧盟', ['PARTNER:EU']],
    ['dimensions', '贸易伙伴', ['PARTNER']],
    ['within', 'ELECTRO_MECHANIC', ['ELECTROMECHANICAL', 'PRODUCT:ELECTROMECHANICAL']],
    ['releases', 'GACC-2023-ANNUAL', ['CN-GACC-2023-ANNUAL', 'CN-GACC-2020-ANNUAL']],
  ])('an unknown %s, "%s", is refused with similar ones', async (field, code, alike) => {
    for (const filter of [{ [field]: [code] }, { or: [{ metrics: ['TRADE'] }, { not: { [field]: [code] } }] }]) {
      const asked = await count(filter)
      expect(refusal(asked)).toBe('UNKNOWN_CODE')
      expect(asked.errors?.[0]?.message).toContain(code.split(':')[0])
      expect(asked.errors?.[0]?.extensions.didYouMean?.slice(0, 2)).toEqual(alike)
    }
  })

  test.each(['categories', 'within'])('of an ambiguous %s is refused with all candidates', async (field) => {
    const asked = await count({ [field]: ['EU'] })
    expect(refusal(asked)).toBe('BAD_USER_INPUT')
    expect(asked.errors?.[0]?.extensions.allowed).toEqual(['PARTNER:EU', 'LOCATION:EU'])
    expect((await count({ [field]: ['PARTNER:EU'] })).data).toEqual({ indicators: { totalCount: 3 } })
    expect((await count({ [field]: ['LOCATION:EU'] })).data).toEqual({ indicators: { totalCount: 0 } })
  })
})

describe('a figure by its codes', () => {
  const indicator = /* GraphQL */ `
    query ($metric: String!, $categories: [String!], $period: Period!, $measure: Unit) {
      indicator(metric: $metric, categories: $categories, period: $period, measure: $measure) { formatted }
    }`

  test.each([
    ['of a total, where no category is named', { metric: 'TRADE', period: '2023' }, 'CNY 41.76 trillion'],
    ['of a total', { metric: 'TRADE', period: '2023', categories: ['TOTAL:ALL'] }, 'CNY 41.76 trillion'],
    ['of a total, by its code alone', { metric: 'TRADE', period: '2023', categories: ['ALL'] }, 'CNY 41.76 trillion'],
    ['of a category', { metric: 'TRADE', period: '2023', categories: ['PARTNER:US'] }, 'CNY 4.67 trillion'],
    ['of a category, by its code alone', { metric: 'TRADE', period: '2023', categories: ['US'] }, 'CNY 4.67 trillion'],
    ['of two', { metric: 'EXPORTS', period: '2023', categories: ['SHIPS', 'PARTNER:EU'] }, 'CNY 12 billion'],
    ['of a month', { metric: 'EXPORTS', period: '2023-12' }, 'CNY 2.2 trillion'],
    ['of one measure of several', { metric: 'EXPORTS', period: '2023', measure: 'CNY' }, 'CNY 23.77 trillion'],
    ['of another', { metric: 'EXPORTS', period: '2023', measure: 'USD' }, 'USD 3,380.0 billion'],
    [
      'of a measure by any unit of it',
      { metric: 'EXPORTS', period: '2023', measure: 'USD_100_MILLION' },
      'USD 3,380.0 billion',
    ],
    ['of the only measure that has the period', { metric: 'EXPORTS', period: '2022' }, 'CNY 23.97 trillion'],
  ])('%s', async (_, variables, formatted) => {
    expect(await answer(indicator, variables)).toEqual({ indicator: { formatted } })
  })

  test.each([
    ['a category without figures', { metric: 'TRADE', period: '2023', categories: ['PARTNER:DE'] }],
    ['half of a cross', { metric: 'EXPORTS', period: '2023', categories: ['PARTNER:EU'] }],
    ['another period of the same days', { metric: 'TRADE', period: '2023-01/2023-12' }],
    ['another measure', { metric: 'TRADE', period: '2023', measure: 'USD' }],
    ['no category at all', { metric: 'TRADE', period: '2023', categories: [] }],
  ])('is not there for %s', async (_, variables) => {
    expect(await answer(indicator, variables)).toEqual({ indicator: null })
  })

  test.each([
    ['a metric', { metric: 'EXPORT', period: '2023' }, 'EXPORTS'],
    ['a category', { metric: 'TRADE', period: '2023', categories: ['Germany'] }, 'DE'],
    ['a category in Chinese', { metric: 'TRADE', period: '2023', categories: ['PARTNER:德国'] }, 'PARTNER:DE'],
  ])('is refused for an unknown code of %s, with the nearest', async (_, variables, nearest) => {
    const asked = await ask(opened.store, indicator, variables)
    expect(refusal(asked)).toBe('UNKNOWN_CODE')
    expect(asked.errors?.[0]?.extensions.didYouMean?.[0]).toBe(nearest)
  })

  test('is refused where it is there in several measures, with the measures', async () => {
    const asked = await ask(opened.store, indicator, { metric: 'EXPORTS', period: '2023' })
    expect(refusal(asked)).toBe('BAD_USER_INPUT')
    expect(asked.errors?.[0]?.extensions.allowed).toEqual(['CNY', 'USD'])
  })

  test('is refused with the categories if a code has several', async () => {
    const asked = await ask(opened.store, indicator, { metric: 'TRADE', period: '2023', categories: ['EU'] })
    expect(refusal(asked)).toBe('BAD_USER_INPUT')
    expect(asked.errors?.[0]?.extensions.allowed).toEqual(['PARTNER:EU', 'LOCATION:EU'])
  })

  test('of two dimensions is found under the first, and under both', async () => {
    const { metric } = await answer(`{
      metric(code: "EXPORTS") {
        measures dimensions { code }
        indicators(filter: { dimensions: ["PARTNER", "PRODUCT"], categories: ["PARTNER:EU"] }) {
          nodes { series { key } dimension { code } category { code } categories { code } citation }
        }
      }
    }`)
    expect(metric.measures).toEqual(['CNY', 'USD'])
    expect(metric.dimensions).toEqual([{ code: 'TOTAL' }, { code: 'PRODUCT' }, { code: 'PARTNER' }])
    expect(metric.indicators.nodes).toEqual([
      {
        series: { key: 'CN_TRADE|EXPORTS|PARTNER:EU,PRODUCT:SHIPS|CNY|A' },
        dimension: { code: 'PRODUCT' },
        category: { code: 'SHIPS' },
        categories: [{ code: 'SHIPS' }, { code: 'EU' }],
        citation:
          'Exports, Ships, European Union, 2023: CNY 12 billion. Customs: Trade in figures, 1 January 2024 (MORE)',
      },
    ])
  })
})

test('a missing name is given in the other language or as code', async () => {
  const { category } = await answer(`{
    category(dimension: "LOCATION", code: "QIANHAI") {
      ancestors { code en: name zh: name(language: ZH) children { code } }
    }
    town: category(dimension: "LOCATION", code: "EU") { name(language: ZH) }
  }`)
  expect(category.ancestors).toEqual([
    { code: 'GUANGDONG', en: '广东省', zh: '广东省', children: [{ code: '深圳市' }] },
    { code: '深圳市', en: '深圳市', zh: '深圳市', children: [{ code: 'QIANHAI' }] },
  ])
})

describe('figures under what they belong to', () => {
  const nested = /* GraphQL */ `
    query ($filter: IndicatorFilter) {
      metric(code: "EXPORTS") { indicators(filter: $filter, first: 3) { ...list } }
      category(dimension: "PARTNER", code: "EU") { indicators(filter: $filter, first: 3) { ...list } }
      release(code: "MORE") { indicators(filter: $filter, first: 3) { ...list } }
      indicator(metric: "IMPORTS", period: "2023") { series { indicators(filter: $filter, first: 3) { ...list } } }
    }
    fragment list on IndicatorConnection {
      totalCount facets { count } pageInfo { hasNextPage } nodes { metric { code } category { code } period unit }
    }`

  interface List {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean }
    readonly nodes: readonly { metric: { code: string }; category: { code: string }; period: string; unit: string }[]
  }
  const inShort = ({ totalCount, pageInfo, nodes }: List): string =>
    `${nodes.map(({ metric, category, period, unit }) => `${metric.code} ${category.code} ${period} ${unit}`).join(', ')}` +
    `${pageInfo.hasNextPage ? ', …' : ''} (${totalCount})`

  test.each([
    [
      'all',
      {},
      {
        metric:
          'EXPORTS ALL 2024 CNY_TRILLION, EXPORTS ELECTROMECHANICAL 2024 CNY, EXPORTS ALL 2023 CNY_TRILLION, … (14)',
        category: 'TRADE EU 2024 CNY, TRADE EU 2023 CNY_TRILLION, EXPORTS SHIPS 2023 CNY_BILLION (3)',
        release: 'EXPORTS ALL 2023 USD_BILLION, EXPORTS SHIPS 2023 CNY_BILLION, EXPORTS ALL 2023-12 CNY_TRILLION (3)',
        series: 'IMPORTS ALL 2024 CNY_TRILLION, IMPORTS ALL 2023 CNY_TRILLION, IMPORTS ALL 2022 CNY_TRILLION, … (5)',
      },
    ],
    [
      'of 2023, in units of yuan',
      { periods: ['2023'], unit: 'CNY_10_THOUSAND' },
      {
        metric:
          'EXPORTS ALL 2023 CNY_TRILLION, EXPORTS ELECTROMECHANICAL 2023 CNY_TRILLION, EXPORTS NEW_THREE 2023 CNY_TRILLION, … (7)',
        category: 'TRADE EU 2023 CNY_TRILLION, EXPORTS SHIPS 2023 CNY_BILLION (2)',
        release: 'EXPORTS SHIPS 2023 CNY_BILLION (1)',
        series: 'IMPORTS ALL 2023 CNY_TRILLION (1)',
      },
    ],
    [
      'of another metric',
      { metrics: ['BALANCE'] },
      { metric: ' (0)', category: ' (0)', release: ' (0)', series: ' (0)' },
    ],
  ])('%s', async (_, filter, expected) => {
    const { metric, category, release, indicator } = await answer(nested, { filter })
    const lists = { metric, category, release, series: indicator.series }
    for (const [name, { indicators }] of Object.entries(lists)) {
      expect([name, inShort(indicators)]).toEqual([name, expected[name as keyof typeof expected]])
      if (indicators.totalCount === 0) expect(indicators.facets).toEqual([])
    }
  })

  test('a series says what it is and how far it reaches', async () => {
    const { indicator } = await answer(`{
      indicator(metric: "EXPORTS", period: "2023", categories: ["PARTNER:EU", "SHIPS"]) {
        series { key metric { code } categories { code } measure frequency firstPeriod lastPeriod }
      }
    }`)
    expect(indicator.series).toEqual({
      key: 'CN_TRADE|EXPORTS|PARTNER:EU,PRODUCT:SHIPS|CNY|A',
      metric: { code: 'EXPORTS' },
      categories: [{ code: 'SHIPS' }, { code: 'EU' }],
      measure: 'CNY',
      frequency: 'ANNUAL',
      firstPeriod: '2023',
      lastPeriod: '2023',
    })
    const { indicator: total } = await answer(`{
      indicator(metric: "EXPORTS", period: "2022") { series { firstPeriod lastPeriod indicators { totalCount } } }
    }`)
    expect(total.series).toEqual({ firstPeriod: '2020', lastPeriod: '2024', indicators: { totalCount: 5 } })
  })
})

describe('a series by its key', () => {
  const query = 'query ($key: String!) { seriesByKey(key: $key) { key categories { code } lastPeriod } }'

  test.each(['CN_TRADE|EXPORTS|PARTNER:EU,PRODUCT:SHIPS|CNY|A', 'CN_TRADE|EXPORTS|PRODUCT:SHIPS,PARTNER:EU|CNY|A'])(
    '%s is found, in any order of categories',
    async (key) => {
      expect((await answer(query, { key })).seriesByKey).toEqual({
        key: 'CN_TRADE|EXPORTS|PARTNER:EU,PRODUCT:SHIPS|CNY|A',
        categories: [{ code: 'SHIPS' }, { code: 'EU' }],
        lastPeriod: '2023',
      })
    },
  )

  test('is null for unknown series, and refused for other texts', async () => {
    expect(await answer(query, { key: 'CN_TRADE|EXPORTS|PRODUCT:NONE|CNY|A' })).toEqual({ seriesByKey: null })
    const asked = await ask(opened.store, query, { key: 'EXPORTS' })
    expect(refusal(asked)).toBe('BAD_USER_INPUT')
    expect(asked.errors?.[0]?.message).toContain('CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A')
  })
})
