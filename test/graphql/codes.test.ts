import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { units as inOrder } from '../../src/domain/units/unit.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

/** What a question is answered with; it may not be refused. */
async function answer(question: string, variables: object = {}) {
  const { data, errors } = await ask(opened.store, question, variables)
  expect(errors).toBeUndefined()
  return data
}

/** The codes of a list, with spaces between. */
const codes = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(' ')

describe('metrics', () => {
  test('are in code list order, with their measures and dimensions', async () => {
    const { metrics } = await answer('{ metrics { code additivity measures dimensions { code } } }')
    const lines = metrics.map(({ code, additivity, measures, dimensions }: Metric) =>
      [code, additivity, measures, codes(dimensions)].join('|'),
    )
    expect(lines).toEqual([
      'TRADE|FLOW|CNY|TOTAL PARTNER ENTERPRISE_TYPE PLATFORM',
      'EXPORTS|FLOW|CNY|TOTAL PRODUCT',
      'IMPORTS|FLOW|CNY|TOTAL',
      'BALANCE|FLOW||',
      'TRADING_ENTERPRISES|STOCK|ENTERPRISE|TOTAL ENTERPRISE_TYPE',
      'FREE_TRADE_ZONES|STOCK|ZONE|TOTAL',
      'EXCHANGE_RATE|RATIO||',
      'EXPORT_QUANTITY|FLOW||',
      'IMPORT_QUANTITY|FLOW||',
    ])
  })

  interface Metric {
    readonly code: string
    readonly additivity: string
    readonly measures: readonly string[]
    readonly dimensions: readonly { code: string }[]
  }

  test('have names in two languages, and a description', async () => {
    const { metric } = await answer(
      '{ metric(code: "TRADE") { name en: name(language: EN) zh: name(language: ZH) description } }',
    )
    expect(metric).toEqual({
      name: 'Imports and exports',
      en: 'Imports and exports',
      zh: '进出口',
      description: 'Value of goods imported and exported, added together.',
    })
  })
})

describe('dimensions', () => {
  test('are in code list order, with both names and a description', async () => {
    const { dimensions, dimension } = await answer(
      '{ dimensions { code } dimension(code: "PARTNER") { code name zh: name(language: ZH) description } }',
    )
    expect(codes(dimensions)).toBe('TOTAL PRODUCT PARTNER ENTERPRISE_TYPE REGIME LOCATION PLATFORM')
    expect(dimension).toEqual({
      code: 'PARTNER',
      name: 'Trade partner',
      zh: '贸易伙伴',
      description: expect.stringContaining('of origin for imports'),
    })
  })

  const children =
    'query ($code: String!, $parent: String) { dimension(code: $code) { categories(parent: $parent) { code } } }'
  test.each([
    ['PRODUCT', null, 'ELECTROMECHANICAL LABOR_INTENSIVE'],
    [
      'PRODUCT',
      'ELECTROMECHANICAL',
      'NEW_THREE ELECTRIC_PASSENGER_CARS LITHIUM_ION_BATTERIES SOLAR_BATTERIES SHIPS HOUSEHOLD_APPLIANCES',
    ],
    ['PRODUCT', 'NEW_THREE', ''], // its members are not below it
    ['REGIME', null, 'ORDINARY PROCESSING BONDED_LOGISTICS'],
    ['REGIME', 'PROCESSING', 'PROCESSING_SUPPLIED_MATERIALS PROCESSING_IMPORTED_MATERIALS'],
    ['TOTAL', null, 'ALL'],
    ['LOCATION', null, ''],
  ])('of %s, the categories below %s', async (code, parent, expected) => {
    const { dimension } = await answer(children, { code, parent })
    expect(codes(dimension.categories)).toBe(expected)
  })

  test.each([
    ['ELECTRO_MECHANICAL', ['ELECTROMECHANICAL']],
    ['EU', []], // of another dimension
    ['PRODUCT:SHIPS', ['SHIPS']],
  ])('there is nothing below "%s", which no product is', async (parent, didYouMean) => {
    const asked = await ask(opened.store, children, { code: 'PRODUCT', parent })
    expect(refusal(asked)).toBe('UNKNOWN_CODE')
    expect(asked.errors?.[0]?.extensions.didYouMean).toEqual(didYouMean)
  })
})

describe('categories', () => {
  const category = /* GraphQL */ `
    query ($dimension: String!, $code: String!) {
      category(dimension: $dimension, code: $code) {
        code name zh: name(language: ZH) description isAggregate
        dimension { code } parent { code } children { code } ancestors { code } members { code } groups { code }
      }
    }`

  test('stand in a tree, and groups cut across it', async () => {
    const found = await answer(category, { dimension: 'PRODUCT', code: 'SOLAR_BATTERIES' })
    expect(found.category).toEqual({
      code: 'SOLAR_BATTERIES',
      name: 'Solar batteries',
      zh: '太阳能电池',
      description: 'Photovoltaic cells and modules, also called 太阳能蓄电池.',
      isAggregate: false,
      dimension: { code: 'PRODUCT' },
      parent: { code: 'ELECTROMECHANICAL' },
      children: [],
      ancestors: [{ code: 'ELECTROMECHANICAL' }],
      members: [],
      groups: [{ code: 'NEW_THREE' }],
    })
  })

  test.each([
    {
      dimension: 'PRODUCT',
      code: 'NEW_THREE',
      isAggregate: true,
      members: 'ELECTRIC_PASSENGER_CARS LITHIUM_ION_BATTERIES SOLAR_BATTERIES',
      groups: '',
    },
    { dimension: 'PARTNER', code: 'ASEAN', isAggregate: true, members: 'BN ID KH LA MM MY PH SG TH VN', groups: '' },
    {
      dimension: 'PARTNER',
      code: 'RCEP',
      isAggregate: true,
      members: 'AU BN ID JP KH KR LA MM MY NZ PH SG TH VN',
      groups: '',
    },
    {
      dimension: 'PARTNER',
      code: 'EU',
      isAggregate: true,
      members: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
      groups: '',
    },
    { dimension: 'PARTNER', code: 'BELT_AND_ROAD', isAggregate: true, members: '', groups: '' }, // the office does not say who they are
    { dimension: 'PARTNER', code: 'SG', isAggregate: false, members: '', groups: 'RCEP ASEAN' },
    { dimension: 'PARTNER', code: 'US', isAggregate: false, members: '', groups: '' },
    { dimension: 'PRODUCT', code: 'ELECTROMECHANICAL', isAggregate: false, members: '', groups: '' },
  ])('$dimension:$code, its members and groups', async ({ dimension, code, isAggregate, members, groups }) => {
    const found = (await answer(category, { dimension, code })).category
    expect([found.isAggregate, codes(found.members), codes(found.groups)]).toEqual([isAggregate, members, groups])
  })

  test('that are groups', async () => {
    const { dimensions } = await answer(
      '{ dimensions { categories { code isAggregate children { code isAggregate } } } }',
    )
    interface Node {
      readonly code: string
      readonly isAggregate: boolean
      readonly children?: readonly Node[]
    }
    const all = dimensions.flatMap(({ categories }: { categories: readonly Node[] }) =>
      categories.flatMap((each) => [each, ...(each.children ?? [])]),
    )
    const groups = codes(all.filter(({ isAggregate }: Node) => isAggregate))
    expect(groups).toBe(
      'NEW_THREE BELT_AND_ROAD RCEP LATIN_AMERICA AFRICA ASIA EUROPE NORTH_AMERICA OCEANIA APEC EU ASEAN',
    )
  })
})

test('nothing is found under a code that there is not', async () => {
  expect(
    await answer(`{
      metric(code: "EXPORT") { code }
      dimension(code: "partner") { code }
      category(dimension: "PARTNER", code: "XX") { code }
      elsewhere: category(dimension: "PRODUCT", code: "EU") { code }
      nowhere: category(dimension: "COUNTRY", code: "EU") { code }
      release(code: "CN-GACC-1999-ANNUAL") { code }
    }`),
  ).toEqual({ metric: null, dimension: null, category: null, elsewhere: null, nowhere: null, release: null })
})

describe('units', () => {
  test('of one measure, with their exact factors and names in two languages', async () => {
    const { units } = await answer(
      '{ units(compatibleWith: TONNE) { unit base factor name zh: name(language: ZH) symbol } }',
    )
    expect(units).toEqual([
      { unit: 'KILOGRAM', base: 'KILOGRAM', factor: '1', name: 'kilograms', zh: '千克', symbol: 'kg' },
      { unit: 'TONNE', base: 'KILOGRAM', factor: '1000', name: 'tonnes', zh: '吨', symbol: 't' },
      {
        unit: 'TONNE_10_THOUSAND',
        base: 'KILOGRAM',
        factor: '10000000',
        name: 'ten thousand tonnes',
        zh: '万吨',
        symbol: '10k t',
      },
    ])
  })

  test('are all listed in table order, and by measure', async () => {
    const { units, money } = await answer(
      '{ units { unit base } money: units(compatibleWith: CNY_100_MILLION) { unit base } }',
    )
    expect(units.map(({ unit }: { unit: string }) => unit)).toEqual(inOrder)
    expect(money).toEqual(units.filter(({ base }: { base: string }) => base === 'CNY'))
    expect(money).toHaveLength(7)
  })

  test('in use are those of measures, of currencies with rates, and of growth', async () => {
    const { units, metrics, tonnes } = await answer(
      '{ units(inUse: true) { code base } metrics { measures } tonnes: units(inUse: true, compatibleWith: TONNE) { code } }',
    )
    const measures: string[] = metrics.flatMap((each: { measures: string[] }) => each.measures)
    const currencies = measures.flatMap((each) => (each.includes('_PER_') ? each.split('_PER_') : []))
    const bases = new Set(units.map(({ base }: { base: string }) => base))
    expect(bases).toEqual(new Set([...measures, ...currencies, 'PERCENT', 'PERCENTAGE_POINT']))
    expect(bases).not.toContain('XOF')
    const codes = units.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(inOrder.filter((each) => codes.includes(each)))
    expect(codes).toEqual(expect.arrayContaining(['CNY', 'CNY_TRILLION']))
    expect(tonnes.length).toBe(bases.has('KILOGRAM') ? 3 : 0)
  })
})
