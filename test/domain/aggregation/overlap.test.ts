import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps, type Part, type PartAt } from '../../../src/domain/aggregation/overlap.js'
import type { Category, Dimension } from '../../../src/domain/codes/codes.js'
import { componentsOf, parseIdentity } from '../../../src/domain/codes/identity.js'
import { type Period, parsePeriod } from '../../../src/domain/periods/period.js'
import type { Unit } from '../../../src/domain/units/unit.js'
import { finish } from '../../../src/lib/steps.js'

type Building = { -readonly [K in keyof Category]: Category[K] } & { children: Category[] }

/** A dimension from lines like "GUANGDONG > SHENZHEN" and "EU = DE FR", "ROAD = ?" where nobody knows. */
function dimensionOf(code: string, from: number, lines: readonly string[]): (code: string) => Category {
  const dimension: Dimension = { id: from, code, name: { en: null, zh: null }, description: null }
  const found = new Map<string, Building>()
  const get = (name: string): Building => {
    const made = found.get(name) ?? {
      ...{ id: from + found.size + 1, dimension, code: name, name: dimension.name, description: null, rank: 0 },
      ...{ parent: null, children: [], isAggregate: false, members: null, groups: [], synonyms: [] },
    }
    found.set(name, made)
    return made
  }
  for (const line of lines) {
    const [name = '', kind, ...others] = line.split(' ')
    const category = get(name)
    if (kind === '=') category.isAggregate = true
    if (kind === '=' && others[0] !== '?') category.members = others.map(get)
    if (kind !== '>') continue
    for (const other of others) {
      const child = get(other)
      child.parent = category
      category.children.push(child)
    }
  }
  return get
}

const places = dimensionOf('LOCATION', 100, ['GUANGDONG > SHENZHEN ZHUHAI', 'SHENZHEN > QIANHAI', 'DELTA = ZHUHAI HK'])
const partners = dimensionOf('PARTNER', 200, ['EU = DE FR', 'ROAD = ?', 'BIG = DE US', 'HUGE = ROAD', 'ALL3 = DE'])
const all = dimensionOf('TOTAL', 300, ['ALL'])('ALL')
const categoryOf = (text: string): Category => {
  const [dimension, code = ''] = text.split(':')
  return dimension === 'TOTAL' ? all : dimension === 'LOCATION' ? places(code) : partners(code)
}

/** A part from "EXPORTS LOCATION:SHENZHEN,PARTNER:EU 2023 2022-12"; in yuan. */
function part(text: string): Part {
  const [metric = '', categories = '', ...periods] = text.split(' ')
  const rest = { categories: categories.split(',').map(categoryOf), periods: periods.map(parsePeriod) }
  return { dataset: 'CN_TRADE', metric, measure: 'CNY', ...rest }
}
const identities = new Map(
  Object.entries({
    ...{ TRADE: 'EXPORTS + IMPORTS', BALANCE: 'EXPORTS - IMPORTS', TURNOVER: 'SALES + RETURNS' },
    ...{ NET: 'SALES - RETURNS', PROFIT: 'NET - COSTS', LOOP: 'POOL + COSTS', POOL: 'LOOP - COSTS' },
  }).map(([metric, text]) => [metric, parseIdentity(text)]),
)
const overlapsOf = (parts: readonly Part[], limit: number) =>
  overlaps(parts, limit, (metric) => componentsOf(metric, (code) => identities.get(code)))

const pairs = (...texts: string[]): string[][] =>
  finish(overlapsOf(texts.map(part), 100)).map((pair) =>
    pair.map(
      ({ metric, categories, period }) =>
        `${metric} ${categories.map(({ dimension, code }) => `${dimension.code}:${code}`)} ${period.text}`,
    ),
  )

describe('observations overlap:', () => {
  test.each([
    ['a category and what is below it', 'EXPORTS LOCATION:GUANGDONG 2023', 'EXPORTS LOCATION:QIANHAI 2023'],
    ['a group and a member', 'EXPORTS PARTNER:EU 2023', 'EXPORTS PARTNER:DE 2023'],
    ['a group and what is above a member', 'EXPORTS LOCATION:DELTA 2023', 'EXPORTS LOCATION:GUANGDONG 2023'],
    ['two groups with a member in common', 'EXPORTS PARTNER:EU 2023', 'EXPORTS PARTNER:BIG 2023'],
    ['a group whose members are not known', 'EXPORTS PARTNER:ROAD 2023', 'EXPORTS PARTNER:US 2023'],
    ['a group of such groups', 'EXPORTS PARTNER:HUGE 2023', 'EXPORTS PARTNER:US 2023'],
    ['a total and a part', 'EXPORTS TOTAL:ALL 2023', 'EXPORTS PARTNER:DE 2023'],
    ['a cross and its margin', 'EXPORTS LOCATION:SHENZHEN,PARTNER:DE 2023', 'EXPORTS PARTNER:DE 2023'],
    [
      'crosses, each wider one way',
      'EXPORTS LOCATION:GUANGDONG,PARTNER:DE 2023',
      'EXPORTS LOCATION:SHENZHEN,PARTNER:EU 2023',
    ],
    ['two dimensions', 'EXPORTS LOCATION:SHENZHEN 2023', 'EXPORTS PARTNER:DE 2023'],
    ['trade and its half', 'TRADE TOTAL:ALL 2023', 'EXPORTS TOTAL:ALL 2023'],
    ['the balance and a half', 'BALANCE TOTAL:ALL 2023', 'IMPORTS TOTAL:ALL 2023'],
    ['a sum and a difference of other metrics', 'TURNOVER TOTAL:ALL 2023', 'NET TOTAL:ALL 2023'],
    ['a metric and a component of a component', 'PROFIT TOTAL:ALL 2023', 'RETURNS TOTAL:ALL 2023'],
    ['metrics with identities in a circle', 'LOOP TOTAL:ALL 2023', 'POOL TOTAL:ALL 2023'],
    ['one figure, printed twice', 'EXPORTS TOTAL:ALL 2023', 'EXPORTS TOTAL:ALL 2023'],
    ['all of these at once', 'TRADE PARTNER:EU 2023', 'IMPORTS LOCATION:SHENZHEN,PARTNER:DE 2023-H2'],
  ])('%s', (_, a, b) => {
    expect(pairs(a, b)).toEqual([[a, b]])
    expect(pairs(b, a)).toEqual([[b, a]])
  })

  test.each([
    ['a month and its year to date', 'EXPORTS TOTAL:ALL 2023-02', 'EXPORTS TOTAL:ALL 2023-01/2023-03'],
    ['a year and the same days', 'EXPORTS TOTAL:ALL 2023', 'EXPORTS TOTAL:ALL 2023-01/2023-12'],
  ])('%s, in the order of their days', (_, a, b) => {
    expect(pairs(a, b)).toEqual([[a, b]])
    expect(pairs(b, a)).toEqual([[a, b]])
  })

  test.each([
    ['two categories side by side', 'EXPORTS LOCATION:SHENZHEN 2023', 'EXPORTS LOCATION:ZHUHAI 2023'],
    ['a group and who is not in it', 'EXPORTS PARTNER:EU 2023', 'EXPORTS PARTNER:US 2023'],
    [
      'a category one year, what is below it another',
      'EXPORTS LOCATION:GUANGDONG 2022',
      'EXPORTS LOCATION:SHENZHEN 2023',
    ],
    [
      'crosses that differ in one dimension',
      'EXPORTS LOCATION:GUANGDONG,PARTNER:DE 2023',
      'EXPORTS LOCATION:SHENZHEN,PARTNER:US 2023',
    ],
    ['exports and imports', 'EXPORTS TOTAL:ALL 2023', 'IMPORTS TOTAL:ALL 2023'],
    ['components of one metric', 'SALES TOTAL:ALL 2023', 'RETURNS TOTAL:ALL 2023'],
    ['months', 'EXPORTS TOTAL:ALL 2023-02', 'EXPORTS TOTAL:ALL 2023-03'],
    ['other metrics', 'EXPORTS TOTAL:ALL 2023', 'ZONES TOTAL:ALL 2023'],
  ])('not %s', (_, a, b) => {
    expect(pairs(a, b)).toEqual([])
  })

  test('three groups with one member in common are three pairs', () => {
    const groups = ['EU', 'BIG', 'ALL3'].map((code) => `EXPORTS PARTNER:${code} 2023`)
    expect(pairs(...groups)).toHaveLength(3)
  })

  test('the number of pairs is limited', () => {
    const texts = ['GUANGDONG', 'SHENZHEN', 'QIANHAI', 'ZHUHAI'].map((code) => `EXPORTS LOCATION:${code} 2023`)
    expect(pairs(...texts)).toHaveLength(4)
    expect(finish(overlapsOf(texts.map(part), 2))).toHaveLength(2)
  })
})

test('parts overlap exactly if they share a counted element', () => {
  fc.assert(
    fc.property(drawn, (parts) => {
      const expected: string[] = []
      for (const [at, a] of parts.entries())
        for (const [other, b] of parts.entries()) if (at < other && commonThing(a, b)) expected.push(`${at} ${other}`)
      const placeOf = ({ metric, measure, categories }: PartAt) =>
        parts.findIndex((each) => each.metric === metric && each.measure === measure && each.categories === categories)
      const found = finish(overlapsOf(parts, Number.POSITIVE_INFINITY)).map(([a, b]) =>
        [placeOf(a), placeOf(b)].sort((x, y) => x - y).join(' '),
      )
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 300 },
  )
})

/** Some trees and groups in two dimensions, and parts of figures that differ in metric, measure or categories. */
const drawn = fc
  .tuple(tree('A', 1000), tree('B', 2000))
  .chain((trees) => {
    const sets = fc.tuple(...trees.map((categories) => fc.option(fc.constantFrom(...categories))))
    const one = fc.record({
      metric: fc.constantFrom('TRADE', 'EXPORTS', 'IMPORTS', 'BALANCE', 'ZONES'),
      measure: fc.constantFrom('CNY', 'USD'),
      categories: sets.map((set) => (set.some((each) => each !== null) ? set.filter((each) => each !== null) : [all])),
      periods: fc.constantFrom(['2023'], ['2022'], ['2023-02'], ['2023-01/2023-03'], ['2022-Q4', '2023-H2']),
    })
    const identity = ({ metric, measure, categories }: { metric: string; measure: Unit; categories: Category[] }) =>
      `${metric} ${measure} ${categories.map(({ id }) => id)}`
    return fc.uniqueArray(one, { selector: identity, maxLength: 7 })
  })
  .map((parts) => parts.map((each): Part => ({ dataset: 'CN_TRADE', ...each, periods: each.periods.map(parsePeriod) })))

function tree(code: string, from: number): fc.Arbitrary<Category[]> {
  const names = ['0', '1', '2', '3', '4', '5', '6', '7']
  return fc
    .record({
      parents: fc.array(fc.nat(8), { minLength: 8, maxLength: 8 }),
      groups: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.option(fc.subarray(names, { minLength: 1 }))), {
        maxLength: 3,
        selector: ([name]) => name,
      }),
    })
    .map(({ parents, groups }) => {
      const below = parents.flatMap((parent, name) => (parent < name ? [`${parent} > ${name}`] : []))
      const lines = groups.map(([name, members]) => `${name} = ${members?.join(' ') ?? '?'}`)
      const get = dimensionOf(code, from, [...below, ...lines])
      return names.map(get)
    })
}

/** By its plainest meaning: each figure as the set of things that it counts, to be looked for in another. */
function commonThing(a: Part, b: Part): boolean {
  const metrics = (metric: string) =>
    ({ TRADE: ['X', 'M'], BALANCE: ['X', 'M'], EXPORTS: ['X'], IMPORTS: ['M'] })[metric] ?? [metric]
  const months = (periods: readonly Period[]) =>
    periods.flatMap(({ first, last }) => range(first.slice(0, 7), last.slice(0, 7)))
  const common = (x: readonly unknown[], y: readonly unknown[]) => x.some((each) => y.includes(each))
  const shared = a.categories.flatMap((one) =>
    b.categories.filter(({ dimension }) => dimension === one.dimension).map((two) => [one, two] as const),
  )
  return (
    common(metrics(a.metric), metrics(b.metric)) &&
    common(months(a.periods), months(b.periods)) &&
    shared.every(([one, two]) => {
      const things = [inside(one), inside(two)] as const
      return things.flat().includes('anything') || common(...things)
    })
  )
}

function inside(category: Category, seen: readonly Category[] = []): (Category | 'anything')[] {
  if (seen.includes(category)) return []
  const members = category.isAggregate && category.members === null ? (['anything'] as const) : (category.members ?? [])
  const below = (each: Category): Category[] => [each, ...each.children.flatMap(below)]
  const inMembers = members.flatMap((each) => (each === 'anything' ? [each] : inside(each, [...seen, category])))
  return [...below(category), ...inMembers]
}

function range(from: string, to: string): string[] {
  const all = ['2022', '2023'].flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  )
  return all.filter((month) => month >= from && month <= to)
}
