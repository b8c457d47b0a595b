import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { refOf } from '../../../src/domain/codes/codes.js'
import { Decimal } from '../../../src/domain/numbers/decimal.js'
import { defaultOrder, type IndicatorFilter, type ListScope } from '../../../src/domain/observations/filter.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { generated, prepareForGenerated, release } from '../../figures.js'
import { openTestStore } from '../../support.js'
import { type Everything, everything, facetsByHand, listedByHand, placeOf } from './filter-by-hand.js'
import {
  fieldNamesOf,
  listFieldsOf,
  nestedFilters,
  newest,
  plainFilters,
  scopesOf,
  versionsOnly,
} from './filters-at-random.js'

const { database, store, close } = await openTestStore()
afterAll(close)

// Beside what ships: a first release, one that says some of it again, some of it less precisely and some of it anew, and
// one that arrives late between them.
const first = generated(1500, 1)
const revised = (figure: Observation): Observation => ({ ...figure, value: figure.value?.plus(1) ?? null, changes: [] })
const shorter = (figure: Observation): Observation => ({ ...figure, changes: [], share: null, shareOf: null })
await prepareForGenerated(database)
await release(database, { code: 'FIRST', publishedAt: '2025-02-01T00:00:00Z' }, first)
await release(database, { code: 'THIRD', publishedAt: '2025-02-03T00:00:00Z' }, [
  ...first.slice(0, 300),
  ...first.slice(300, 600).map(revised),
  ...first.slice(600, 900).map(shorter),
])
await release(database, { code: 'SECOND', publishedAt: '2025-02-02T00:00:00Z' }, [
  ...first.slice(200, 400).map(revised),
  ...first.slice(800, 1000).map(revised),
])
const view = await store.view()

const everyFigure: Everything = { codes: view.snapshot.codes, all: await everything(database.pool, view) }
const { all } = everyFigure
const byHand = (filter: IndicatorFilter, scope: ListScope = null): string[] => listedByHand(everyFigure, filter, scope)

/** Returns the answer of the store. */
async function list(filter: IndicatorFilter, scope: ListScope = null): Promise<string[]> {
  const query = { filter, scope, order: defaultOrder }
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await view.page(query, { first: 1000, after })
    found.push(...edges.map(({ node }) => placeOf(node)))
    if (!pageInfo.hasNextPage) return found.sort()
    after = pageInfo.endCursor
  }
}

/** Of the shipped release of 2023, in which enterprises are "over 600,000" and the new three "over 1 trillion yuan". */
const of2023 = (filter: IndicatorFilter): Promise<string[]> =>
  list({ and: [{ releases: ['CN-GACC-2023-ANNUAL'] }, filter] })
const decimal = (text: string): Decimal => new Decimal(text)
const everyRow = all.map(({ place }) => place).sort()
const currentRows = all
  .filter(({ row }) => row.knownTo === null)
  .map(({ place }) => place)
  .sort()

describe('a filter', () => {
  test('without fields finds current figures; null is no field', async () => {
    expect(await list({})).toEqual(currentRows)
    const nothing = Object.fromEntries([...fieldNamesOf(everyFigure), 'and', 'or', 'not'].map((name) => [name, null]))
    expect(await list(nothing)).toEqual(currentRows)
    expect(currentRows.length).toBeLessThan(everyRow.length)
  })

  test.each([...listFieldsOf(everyFigure), 'and', 'or'])(
    'with an empty list of %s finds nothing; its complement everything',
    async (name) => {
      expect(await list({ [name]: [] })).toEqual([])
      expect(await list({ not: { [name]: [] } })).toEqual(currentRows)
    },
  )

  test('of a category finds crossed breakdowns; `and` crosses two categories', async () => {
    const crossed = await list({ and: [{ categories: ['EU'] }, { categories: ['PRODUCT:SHIPS'] }], metrics: ['TRADE'] })
    expect(crossed.length).toBeGreaterThan(0)
    expect(crossed.every((place) => place.startsWith('CN_TRADE|TRADE|PARTNER:EU,PRODUCT:SHIPS|'))).toBe(true)
    expect(await list({ categories: ['EU'], metrics: ['TRADE'] })).toEqual(expect.arrayContaining(crossed))
  })

  test('of dimensions finds breakdowns by these dimensions only', async () => {
    const dimensions = async (...codes: string[]) =>
      new Set((await list({ dimensions: codes })).map((place) => (place.split('|')[2] ?? '').replace(/:[^,]*/g, '')))
    expect(await dimensions('TOTAL')).toEqual(new Set(['TOTAL']))
    expect(await dimensions('PARTNER')).toEqual(new Set(['PARTNER']))
    expect(await dimensions('PARTNER', 'PRODUCT')).toEqual(new Set(['PARTNER', 'PRODUCT', 'PARTNER,PRODUCT']))
  })

  test('within a category finds descendants, not members of groups', async () => {
    const codes = async (within: string) =>
      new Set((await list({ within: [within], dimensions: ['LOCATION'] })).map((place) => place.split('|')[2]))
    expect(await codes('GUANGDONG')).toEqual(
      new Set(['GUANGDONG', 'SHENZHEN', 'QIANHAI', 'ZHUHAI'].map((code) => `LOCATION:${code}`)),
    )
    expect(await codes('DELTA')).toEqual(new Set(['LOCATION:DELTA']))
  })

  test('of a range finds every period between its ends', async () => {
    const days = { from: parsePeriod('2023-Q1'), to: parsePeriod('2023-Q1') }
    const found = new Set((await list(days)).map((place) => place.split(' ')[1]))
    const quarter = [
      '2023-01',
      '2023-02',
      '2023-03',
      '2023-Q1',
      ...['01', '02', '03'].map((to) => `2023-01/2023-${to}`),
    ]
    expect(found).toEqual(new Set(quarter))
  })

  test('of a range finds periods by their last day', async () => {
    const december = { from: parsePeriod('2023-12'), to: parsePeriod('2023-12') }
    const found = new Set((await list(december)).map((place) => place.split(' ')[1]))
    expect(found).toEqual(new Set(['2023-12', '2023-Q4', '2023-H2', '2023', '2023-01/2023-12']))
  })

  test.each<[string, IndicatorFilter, number]>([
    ['over 600,000 is more than 600,000', { value: { gt: decimal('600000') } }, 1],
    ['and at least 600,000', { value: { gte: decimal('600000') } }, 1],
    ['and more than less', { value: { gt: decimal('599999.9') } }, 1],
    ['nothing says that it is more than more', { value: { gt: decimal('600000.1') } }, 0],
    ['it is not 600,000', { value: { eq: decimal('600000') } }, 0],
    ['not at most 600,000', { value: { lte: decimal('600000') } }, 0],
    ['nor less than a million', { value: { lt: decimal('1000000') } }, 0],
    ['nor between', { value: { gt: decimal('1'), lt: decimal('1000000') } }, 0],
    ['nor of no measure', { unit: 'CNY', value: { gt: decimal('1') } }, 0],
    ['it is over 60 ten thousand', { unit: 'ENTERPRISE_10_THOUSAND', value: { gt: decimal('60') } }, 1],
    ['and not over more than that', { unit: 'ENTERPRISE_10_THOUSAND', value: { gt: decimal('60.01') } }, 0],
  ])('of "over 600,000": %s', async (_, filter, found) => {
    const enterprises: IndicatorFilter = { metrics: ['TRADING_ENTERPRISES'], dimensions: ['TOTAL'] }
    expect(await of2023({ ...enterprises, ...filter })).toHaveLength(found)
    expect(await of2023({ ...enterprises, not: filter })).toHaveLength(1 - found)
  })

  test('of values in a unit compares in the base unit', async () => {
    const trade: IndicatorFilter = { metrics: ['TRADE'], dimensions: ['TOTAL'] }
    expect(await of2023({ ...trade, unit: 'CNY_TRILLION', value: { eq: decimal('41.76') } })).toHaveLength(1)
    expect(await of2023({ ...trade, unit: 'CNY_100_MILLION', value: { eq: decimal('417600') } })).toHaveLength(1)
    expect(await of2023({ ...trade, value: { eq: decimal('41760000000000') } })).toHaveLength(1)
    expect(await of2023({ ...trade, unit: 'USD', value: { gt: decimal('0') } })).toHaveLength(0)
  })

  test('of values never finds figures without a level', async () => {
    const ships: IndicatorFilter = { categories: ['PRODUCT:SHIPS'] }
    expect(await of2023(ships)).toHaveLength(1)
    for (const value of [{ gte: decimal('0') }, { lt: decimal('0') }, { eq: decimal('0') }])
      expect(await of2023({ ...ships, value })).toEqual([])
    expect(await of2023({ ...ships, not: { value: { gte: decimal('0') } } })).toHaveLength(1)
    expect(await of2023({ ...ships, hasValue: true })).toEqual([])
    expect(await of2023({ ...ships, not: { hasValue: true } })).toHaveLength(1)
  })

  test('of releases finds what they printed, superseded or not', async () => {
    const found = await list({ releases: ['SECOND'] })
    expect(found).toEqual(byHand({ releases: ['SECOND'] }))
    expect(found).toHaveLength(400)
    expect(found.filter((place) => !currentRows.includes(place)).length).toBeGreaterThan(0)
    expect(await list({}, { kind: 'release', code: 'SECOND' })).toEqual(found)
    expect(await list({ releases: ['FIRST', 'SECOND', 'THIRD'] })).toEqual(
      expect.arrayContaining(await list({ releases: ['THIRD'] })),
    )
  })

  test('in `not` finds the other current figures', async () => {
    const filter: IndicatorFilter = { releases: ['SECOND'] }
    const found = await list({ not: filter })
    const printed = new Set(await list(filter))
    expect(found).toEqual(currentRows.filter((place) => !printed.has(place)))
  })

  test('with a release in `or` finds current figures elsewhere', async () => {
    const metrics = ['TRADE']
    expect(await list({ or: [{ releases: ['FIRST'], metrics: ['EXPORTS'] }, { metrics }] })).toEqual(
      [...(await list({ releases: ['FIRST'], metrics: ['EXPORTS'] })), ...(await list({ metrics }))].sort(),
    )
  })

  test('has the same meaning in `and` as at the top', async () => {
    const or: IndicatorFilter[] = [{ releases: ['FIRST'] }, { metrics: ['TRADE'] }]
    const printed = await list({ releases: ['SECOND'], or })
    expect(printed.some((place) => !currentRows.includes(place))).toBe(true)
    expect(await list({ and: [{ releases: ['SECOND'] }], or })).toEqual(printed)
    expect(await list({ and: [{ releases: ['SECOND'] }, { or }] })).toEqual(printed)
  })

  test('of a text finds words in metric and categories, in any order', async () => {
    // Trade is called "imports and exports", 进出口: it has the word too, and imports have not.
    const ships = { or: [{ categories: ['PRODUCT:SHIPS'] }, { categories: ['LOCATION:SHIPS'] }] }
    const exportsOfShips = await list({ ...ships, metrics: ['EXPORTS', 'TRADE'] })
    expect(exportsOfShips.length).toBeGreaterThan(0)
    expect(exportsOfShips).not.toEqual(await list(ships))
    for (const text of ['exports ships', 'Ship EXPORTS', 'ｅｘｐórts ships'])
      expect(await list({ text })).toEqual(exportsOfShips)
    const ofProduct = (...metrics: string[]) => list({ metrics, categories: ['PRODUCT:SHIPS'] })
    for (const text of ['exports vessels', 'vessel, exports', '船 exports'])
      expect(await list({ text })).toEqual(await ofProduct('EXPORTS', 'TRADE'))
    for (const text of ['船舶 出口', '出口船舶']) // 有进出口实绩的外贸企业 have it as well
      expect(await list({ text })).toEqual(await ofProduct('EXPORTS', 'TRADE', 'TRADING_ENTERPRISES'))
    expect(await list({ text: 'exprts ships' })).toEqual([]) // nothing is guessed
    expect(await list({ text: '出口船员' })).toEqual([])
    expect(await list({ not: { text: 'exports' } })).toEqual(await list({ not: { metrics: ['EXPORTS', 'TRADE'] } }))
  })

  test('of latest periods counts those that match the rest', async () => {
    const found = await list({ metrics: ['TRADE'], latest: 2 })
    expect(found).toEqual(byHand({ metrics: ['TRADE'], latest: 2 }))
    const series = found.map((place) => place.split(' ')[0])
    expect(new Set(series.map((key) => series.filter((each) => each === key).length))).toEqual(new Set([1, 2]))
    expect(await list({ latest: 1000 })).toEqual(currentRows)
    const before = { to: parsePeriod('2023'), latest: 1 }
    expect(await list(before)).toEqual(byHand(before))
    // Two versions of a figure are of one period.
    const releases = ['FIRST', 'SECOND']
    expect(await list({ releases, latest: 1 })).toEqual(byHand({ releases, latest: 1 }))
  })

  test('of latest periods is paged', async () => {
    const query = { filter: { latest: 1 }, scope: null, order: defaultOrder }
    const found: string[] = []
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await view.page(query, { first: 7, after })
      found.push(...edges.map(({ node }) => placeOf(node)))
      after = pageInfo.endCursor
      if (!pageInfo.hasNextPage) break
    }
    expect(found.sort()).toEqual(byHand({ latest: 1 }))
    expect(found.length).toBeGreaterThan(7)
  })

  test.each<[string, IndicatorFilter, string, RegExp]>([
    ['no text', { text: ' -, ' }, 'BAD_USER_INPUT', /no letters/],
    ['too much text', { not: { text: 'a'.repeat(201) } }, 'LIMIT_EXCEEDED', /201 characters/],
    ['no latest period', { latest: 0 }, 'BAD_USER_INPUT', /latest is 0/],
    ['the latest of a branch', { and: [{ latest: 1 }] }, 'BAD_USER_INPUT', /latest is allowed only at the top level/],
    [
      'what was known in a branch',
      { not: { asOf: '2024-01-01T00:00:00Z' } },
      'BAD_USER_INPUT',
      /asOf is allowed only at the top level/,
    ],
    ['a metric', { metrics: ['EXPORT'] }, 'UNKNOWN_CODE', /EXPORT/],
    ['a dimension', { dimensions: ['PARTNERS'] }, 'UNKNOWN_CODE', /PARTNERS/],
    ['a category', { categories: ['PARTNER:UE'] }, 'UNKNOWN_CODE', /PARTNER:UE/],
    ['a category of a tree', { within: ['ELECTRO'] }, 'UNKNOWN_CODE', /ELECTRO/],
    ['a release', { releases: ['FRIST'] }, 'UNKNOWN_CODE', /FRIST/],
    ['a category in two dimensions', { categories: ['SHIPS'] }, 'BAD_USER_INPUT', /SHIPS/],
    ['a code deep inside', { or: [{}, { not: { and: [{ metrics: ['EXPORT'] }] } }] }, 'UNKNOWN_CODE', /EXPORT/],
    ['a code that nothing depends on', { metrics: [], categories: ['NOWHERE'] }, 'UNKNOWN_CODE', /NOWHERE/],
  ])('is refused: %s', async (_, filter, code, message) => {
    await expect(list(filter)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    await expect(view.count({ filter, scope: null, order: [] })).rejects.toMatchObject({ code })
  })
})

describe('limits', () => {
  const deep = (depth: number, by: 'and' | 'or' | 'not'): IndicatorFilter => {
    if (depth === 0) return { metrics: ['TRADE'] }
    return by === 'not' ? { not: deep(depth - 1, by) } : { [by]: [deep(depth - 1, by)] }
  }

  test.each(['and', 'or', 'not'] as const)('%s is nested at most five levels deep', async (by) => {
    expect(await list(deep(4, by))).toEqual(await list({ metrics: ['TRADE'] }))
    expect(await list(deep(5, by))).toEqual(byHand(deep(5, by)))
    await expect(list(deep(6, by))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })

  test('a hundred filters are accepted, and one more is refused', async () => {
    const many = (count: number): IndicatorFilter => ({
      or: Array.from({ length: count - 2 }, () => ({ metrics: ['TRADE'] })),
      not: { metrics: ['EXPORTS'] },
    })
    expect(await list(many(100))).toEqual(await list({ metrics: ['TRADE'] }))
    await expect(list(many(101))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

describe('any filter', () => {
  test('finds, counts and facets what a plain evaluation finds', async () => {
    const plain = plainFilters(everyFigure)
    let told = 0
    const runs = 40
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(plain, ...[1, 2, 3].map((depth) => nestedFilters(plain, depth))),
        newest,
        scopesOf(everyFigure),
        async (rest, latest, scope) => {
          const filter = { ...rest, ...latest }
          const expected = byHand(filter, scope)
          expect(await list(filter, scope)).toEqual(expected)
          const query = { filter, scope, order: [] }
          expect(await view.count(query)).toBe(expected.length)
          const { facets, total } = await view.facets(query)
          if (filter.categories == null && filter.within == null) expect(total).toBe(expected.length)
          expect(Object.fromEntries(facets.map(({ category, count }) => [refOf(category), count]))).toEqual(
            facetsByHand(everyFigure, filter, scope),
          )
          const ranks = facets.map(({ category }) => category.rank)
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
          if (expected.length > 0 && expected.length < all.length) told += 1
        },
      ),
      { numRuns: runs },
    )
    expect(told).toBeGreaterThan(runs / 4) // else this would tell little
  })
})

describe('versions', () => {
  test('are selected by each alternative, however nested', async () => {
    await fc.assert(
      fc.asyncProperty(versionsOnly.filter, async (filter) => {
        expect(await list(filter)).toEqual(byHand(filter))
      }),
      { numRuns: 30 },
    )
  })
})
