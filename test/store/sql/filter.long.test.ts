import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Category, type Metric, refOf } from '../../../src/domain/codes/codes.js'
import { Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import {
  type DecimalRange,
  defaultOrder,
  type IndicatorFilter,
  type ListScope,
} from '../../../src/domain/observations/filter.js'
import { type Observation, qualifiers, yoyOf } from '../../../src/domain/observations/observation.js'
import { frequencies, parsePeriod } from '../../../src/domain/periods/period.js'
import { baseOf, convert, unitInfo } from '../../../src/domain/units/unit.js'
import { columns, type Indicator, type Row, toIndicator } from '../../../src/store/query/rows.js'
import type { View } from '../../../src/store/query/view.js'
import { generated, generatedPeriods, nameOf, prepareForGenerated, release } from '../../figures.js'
import { openTestStore } from '../../support.js'

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

/** A stored version of a figure, with the releases that printed it. */
interface Stored {
  readonly row: Indicator
  readonly categories: readonly Category[]
  /** The same with all that they are below. */
  readonly below: readonly Category[]
  readonly printedBy: ReadonlySet<string>
  readonly place: string
}

/** All that the store holds, read without any filter. */
async function everything({ snapshot }: View): Promise<Stored[]> {
  const { rows } = await database.pool.query<Row & { confirmed_by: string[] }>(`
    SELECT ${columns.text}, ARRAY(
      SELECT r.code FROM confirmation c JOIN release r ON r.id = c.release_id
      WHERE c.confirmed_id = i.release_id AND c.period = i.period AND c.series @> i.series_id AND c.to_version IS NULL
    ) AS confirmed_by
    FROM indicator i JOIN series s ON s.id = i.series_id WHERE i.to_version IS NULL`)
  return rows.map((each) => {
    const row = toIndicator(each, snapshot)
    const categories = snapshot.codes.findCategories(row.categories)
    const printedBy = new Set([row.release.code, ...each.confirmed_by])
    return { row, categories, below: categories.flatMap(upwards), printedBy, place: placeOf(row) }
  })
}
const upwards = (category: Category): Category[] =>
  category.parent === null ? [category] : [category, ...upwards(category.parent)]
const placeOf = (row: Indicator): string => `${nameOf(row)} in ${row.release.code}`
const all = await everything(view)

// What api.graphql says of a filter, word for word, for one figure at a time.

/** Whether a figure is in a list: what the filter says holds, and it is current or was printed by a release that is named. */
const isListed = (filter: IndicatorFilter, scope: ListScope, stored: Stored): boolean =>
  isInScope(scope, stored) &&
  satisfies(filter, stored) &&
  (stored.row.knownTo === null || scope?.kind === 'release' || byRelease(filter, stored))

function isInScope(scope: ListScope, { row, categories, printedBy }: Stored): boolean {
  switch (scope?.kind) {
    case 'metric':
      return view.snapshot.codes.findMetric(row.metric).id === scope.id
    case 'category':
      return categories.some(({ id }) => id === scope.id)
    case 'series':
      return row.series.id === scope.id
    case 'release':
      return printedBy.has(scope.code)
    default:
      return true
  }
}

/** Whether all of its fields hold, whichever version of a figure it is. */
function satisfies(filter: IndicatorFilter, stored: Stored): boolean {
  const { row, categories, below, printedBy } = stored
  const { period, unit, value, qualifier } = row
  const base = value && convert(value, unit, baseOf(unit))
  const given = <T>(field: T | null | undefined, holds: (field: T) => boolean): boolean => field == null || holds(field)
  return (
    given(filter.metrics, (list) => list.includes(row.metric)) &&
    given(filter.dimensions, (list) => categories.every(({ dimension }) => list.includes(dimension.code))) &&
    given(filter.categories, (list) => categories.some((each) => names(list, each))) &&
    given(filter.within, (list) => below.some((each) => names(list, each))) &&
    given(filter.text, (text) => hasWords(text, [codes.findMetric(row.metric), ...categories])) &&
    given(filter.unit, (wanted) => baseOf(wanted) === baseOf(unit)) &&
    given(filter.periods, (list) => list.some(({ text }) => text === period.text)) &&
    given(filter.from, (from) => period.last >= from.first) &&
    given(filter.to, (to) => period.last <= to.last) &&
    given(filter.frequency, (list) => list.includes(period.frequency)) &&
    given(filter.value, (range) => {
      const number = filter.unit == null || base === null ? base : convert(base, baseOf(unit), filter.unit)
      return isWithin(range, number, qualifier)
    }) &&
    given(filter.yoyChange, (range) => isWithin(range, yoyOf(row)?.percent?.value ?? null)) &&
    given(filter.share, (range) => isWithin(range, row.share?.value ?? null)) &&
    given(filter.hasValue, (has) => has === (value !== null)) &&
    given(filter.qualifiers, (list) => list.includes(qualifier)) &&
    given(filter.releases, (list) => list.some((code) => printedBy.has(code))) &&
    given(filter.and, (list) => list.length > 0 && list.every((each) => satisfies(each, stored))) &&
    given(filter.or, (list) => list.some((each) => satisfies(each, stored))) &&
    given(filter.not, (other) => !satisfies(other, stored))
  )
}

/** Whether a figure that satisfies a filter does so by an alternative that names releases: each speaks for itself. */
const byRelease = (filter: IndicatorFilter, stored: Stored): boolean =>
  filter.releases != null ||
  (filter.and ?? []).some((each) => byRelease(each, stored)) ||
  (filter.or ?? []).some((each) => satisfies(each, stored) && byRelease(each, stored))

function isWithin(range: DecimalRange, number: Decimal | null, qualifier: Observation['qualifier'] = 'EXACT'): boolean {
  const { gt, gte, lt, lte, eq } = range
  if ([gt, gte, lt, lte, eq].every((bound) => bound == null)) return true
  if (number === null) return false
  switch (qualifier) {
    case 'OVER': // more than its number is known, and nothing else
      return lt == null && lte == null && eq == null && [gt, gte].every((low) => low == null || low.lte(number))
    case 'UNDER':
      return gt == null && gte == null && eq == null && [lt, lte].every((high) => high == null || high.gte(number))
    default:
      return (
        (gt == null || number.gt(gt)) &&
        (gte == null || number.gte(gte)) &&
        (lt == null || number.lt(lt)) &&
        (lte == null || number.lte(lte)) &&
        (eq == null || number.eq(eq))
      )
  }
}

const names = (list: readonly string[], category: Category): boolean =>
  list.includes(refOf(category)) || list.includes(category.code)

/** Whether each word is at the beginning of one of a code, name or synonym; in Chinese, or from five letters on, anywhere. */
function hasWords(text: string, nouns: readonly (Metric | Category)[]): boolean {
  const labels = nouns
    .flatMap(({ code, name, synonyms }) => [code, name.en ?? '', name.zh ?? '', ...synonyms])
    .flatMap((label) => label.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return text
    .toLowerCase()
    .split(' ')
    .every((word) =>
      labels.some((label) => label.startsWith(word) || ((word.length > 4 || word > '一') && label.includes(word))),
    )
}

// The store's answers.

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

/** What is listed and, where only the latest are wanted, is for one of the newest periods that are listed of its series. */
function allListed({ latest, ...rest }: IndicatorFilter, scope: ListScope): Stored[] {
  const found = all.filter((stored) => isListed(rest, scope, stored))
  if (latest == null) return found
  const days = new Map<number, Set<string>>()
  for (const { row } of found) days.set(row.series.id, (days.get(row.series.id) ?? new Set()).add(row.period.last))
  const isNewest = ({ series, period }: Indicator): boolean =>
    [...(days.get(series.id) ?? [])].filter((last) => last > period.last).length < latest
  return found.filter(({ row }) => isNewest(row))
}

const listedByHand = (filter: IndicatorFilter, scope: ListScope = null): string[] =>
  allListed(filter, scope)
    .map(({ place }) => place)
    .sort()

function facetsByHand(
  { categories: _, within: __, ...rest }: IndicatorFilter,
  scope: ListScope,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const stored of allListed(rest, scope)) {
    for (const category of stored.categories) counts[refOf(category)] = (counts[refOf(category)] ?? 0) + 1
  }
  return counts
}

// Filters at random: each of a few fields, of whatever is there or might be.

const some = <T>(...items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { arbitrary: fc.subarray([...items], { minLength: 1 }), weight: 9 },
    { arbitrary: fc.constant<T[]>([]), weight: 1 },
  )
const { codes } = view.snapshot
const categoryTexts = codes.categories
  .filter((category) => all.some(({ below }) => below.includes(category)))
  .flatMap((category) => {
    const unique = codes.categories.filter(({ code }) => code === category.code).length === 1
    return unique ? [category.code, refOf(category)] : [refOf(category)]
  })
const periods = [...generatedPeriods, '2019', '2021', '2021-12', '2025'].map(parsePeriod)
const numbers = [
  ...new Set(all.map(({ row }) => row.value && convert(row.value, row.unit, baseOf(row.unit)).toFixed())),
]
  .filter((text) => text !== null)
  .map((text) => new Decimal(text))

const within = (bounds: readonly Decimal[]): fc.Arbitrary<DecimalRange> => {
  const bound = fc.constantFrom(...bounds)
  return fc.oneof(
    ...(['gt', 'gte', 'lt', 'lte', 'eq'] as const).map((end) => bound.map((number) => ({ [end]: number }))),
    fc.record({ gt: bound, lte: bound }),
    fc.record({ gte: bound, lt: fc.constant(null) }),
    fc.record({ gte: bound, gt: bound }, { requiredKeys: [] }),
  )
}
const rates = ['-4', '-0.5', '0', '0.1', '2', '5', '5.0', '7.5', '9'].map((text) => printed(text).value)

const fields = {
  metrics: some('TRADE', 'EXPORTS', 'IMPORTS', 'TRADING_ENTERPRISES', 'BALANCE'),
  dimensions: some('TOTAL', 'PRODUCT', 'PARTNER', 'LOCATION', 'REGIME', 'ENTERPRISE_TYPE', 'PLATFORM'),
  categories: some(...categoryTexts),
  within: fc.uniqueArray(fc.constantFrom(...categoryTexts), { maxLength: 3 }),
  text: fc.constantFrom(
    'exp',
    'port',
    'EU',
    'ships 出口',
    '口',
    '电',
    'trade 2',
    'cn',
    'Chin',
    '国 进出',
    'zero',
    'en',
  ),
  unit: fc.constantFrom('CNY', 'CNY_TRILLION', 'CNY_10_THOUSAND', 'USD_MILLION', 'ENTERPRISE', 'EUR', 'PERCENT'),
  periods: some(...periods),
  from: fc.constantFrom(...periods),
  to: fc.constantFrom(...periods),
  frequency: some(...frequencies),
  value: within(numbers),
  yoyChange: within(rates),
  share: within([...rates, new Decimal(20), new Decimal(58.6)]),
  hasValue: fc.boolean(),
  qualifiers: some(...qualifiers),
  releases: some('FIRST', 'SECOND', 'THIRD', 'CN-GACC-2023-ANNUAL'),
}
type Field = keyof typeof fields
const fieldNames = Object.keys(fields) as Field[]
const listFields = fieldNames.filter((name) => fc.sample(fields[name] as fc.Arbitrary<unknown>, 1).every(Array.isArray))

/** A few fields; releases more often than others, as they decide which versions are meant, and values in some unit. */
const plain: fc.Arbitrary<IndicatorFilter> = fc
  .tuple(fc.subarray(fieldNames, { maxLength: 3 }), fc.boolean(), fc.boolean(), fc.nat(9))
  .chain(([chosen, named, inUnit, empty]) =>
    fc.record(
      Object.fromEntries(
        [
          ...new Set<Field>([
            ...chosen,
            ...(named ? (['releases'] as const) : []),
            ...(inUnit && chosen.includes('value') ? (['unit'] as const) : []),
          ]),
        ].map((name, index) => [name, index === 0 && empty === 0 ? fc.constant(null) : fields[name]]),
      ),
    ),
  )
  .map((filter: IndicatorFilter) => inOwnUnit(filter))

/** Bounds were drawn in base units: what is asked for in another is the same number in that. */
function inOwnUnit(filter: IndicatorFilter): IndicatorFilter {
  if (filter.unit == null || filter.value == null) return filter
  const { factor } = unitInfo(filter.unit)
  const value = Object.entries(filter.value).map(([end, bound]) => [end, bound?.dividedBy(factor)])
  return { ...filter, value: Object.fromEntries(value) }
}

const nested = (depth: number): fc.Arbitrary<IndicatorFilter> => {
  if (depth === 0) return plain
  const children = fc.array(nested(depth - 1), { maxLength: 3 })
  const logic: fc.Arbitrary<IndicatorFilter> = fc.oneof(
    { arbitrary: fc.constant({}), weight: 1 },
    { arbitrary: children.map((and) => ({ and })), weight: 2 },
    { arbitrary: children.map((or) => ({ or })), weight: 3 },
    { arbitrary: nested(depth - 1).map((not) => ({ not })), weight: 2 },
    { arbitrary: fc.record({ and: children, or: children }), weight: 2 },
    { arbitrary: fc.record({ or: children, not: nested(depth - 1), and: fc.constant(null) }), weight: 1 },
  )
  // What has branches has few fields of its own, or nothing would be left.
  const own = fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: plain, weight: 1 })
  return fc.tuple(own, logic).map(([fields, branches]) => ({ ...fields, ...branches }))
}

/** Of the newest periods only, now and then. */
const newest: fc.Arbitrary<IndicatorFilter> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  fc.record({ latest: fc.integer({ min: 1, max: 3 }) }),
)

const scopes: fc.Arbitrary<ListScope> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 6 },
  fc.constantFrom('TRADE', 'EXPORTS').map((code) => ({ kind: 'metric' as const, id: codes.findMetric(code).id })),
  fc
    .constantFrom('PARTNER:EU', 'PRODUCT:SHIPS', 'LOCATION:SHENZHEN')
    .map((text) => ({ kind: 'category' as const, id: codes.findCategory(text).id })),
  fc.constantFrom('FIRST', 'SECOND', 'THIRD').map((code) => ({ kind: 'release' as const, code })),
  fc.constantFrom(...all.slice(0, 20)).map(({ row }) => ({ kind: 'series' as const, id: row.series.id })),
)

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
    const nothing = Object.fromEntries([...fieldNames, 'and', 'or', 'not'].map((name) => [name, null]))
    expect(await list(nothing)).toEqual(currentRows)
    expect(currentRows.length).toBeLessThan(everyRow.length)
  })

  test.each([...listFields, 'and', 'or'])(
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
    expect(found).toEqual(listedByHand({ releases: ['SECOND'] }))
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
    expect(found).toEqual(listedByHand({ metrics: ['TRADE'], latest: 2 }))
    const series = found.map((place) => place.split(' ')[0])
    expect(new Set(series.map((key) => series.filter((each) => each === key).length))).toEqual(new Set([1, 2]))
    expect(await list({ latest: 1000 })).toEqual(currentRows)
    const before = { to: parsePeriod('2023'), latest: 1 }
    expect(await list(before)).toEqual(listedByHand(before))
    // Two versions of a figure are of one period.
    const releases = ['FIRST', 'SECOND']
    expect(await list({ releases, latest: 1 })).toEqual(listedByHand({ releases, latest: 1 }))
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
    expect(found.sort()).toEqual(listedByHand({ latest: 1 }))
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
    expect(await list(deep(5, by))).toEqual(listedByHand(deep(5, by)))
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
    let told = 0
    const runs = 40
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(plain, nested(1), nested(2), nested(3)),
        newest,
        scopes,
        async (rest, latest, scope) => {
          const filter = { ...rest, ...latest }
          const byHand = listedByHand(filter, scope)
          expect(await list(filter, scope)).toEqual(byHand)
          const query = { filter, scope, order: [] }
          expect(await view.count(query)).toBe(byHand.length)
          const { facets, total } = await view.facets(query)
          if (filter.categories == null && filter.within == null) expect(total).toBe(byHand.length)
          expect(Object.fromEntries(facets.map(({ category, count }) => [refOf(category), count]))).toEqual(
            facetsByHand(filter, scope),
          )
          const ranks = facets.map(({ category }) => category.rank)
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
          if (byHand.length > 0 && byHand.length < all.length) told += 1
        },
      ),
      { numRuns: runs },
    )
    expect(told).toBeGreaterThan(runs / 4) // else this would tell little
  })
})

/** Which versions are meant, with little else: every way to name releases in branches of branches. */
const versionsOnly = fc.letrec<{ filter: IndicatorFilter; leaf: IndicatorFilter; branches: IndicatorFilter[] }>(
  (tie) => ({
    leaf: fc.constantFrom<IndicatorFilter>(
      { releases: ['FIRST'] },
      { releases: ['SECOND'] },
      { releases: ['THIRD', 'SECOND'] },
      { metrics: ['TRADE'] },
      { frequency: ['MONTHLY', 'ANNUAL'] },
      { hasValue: true },
      {},
    ),
    branches: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'medium' },
      tie('leaf'),
      fc.tuple(tie('leaf'), fc.record({ or: tie('branches') })).map(([own, logic]) => ({ ...own, ...logic })),
      fc.record({ or: tie('branches'), and: tie('branches') }),
      fc.record({ and: tie('branches') }),
      fc.record({ not: tie('filter') }),
    ),
  }),
)

describe('versions', () => {
  test('are selected by each alternative, however nested', async () => {
    await fc.assert(
      fc.asyncProperty(versionsOnly.filter, async (filter) => {
        expect(await list(filter)).toEqual(listedByHand(filter))
      }),
      { numRuns: 30 },
    )
  })
})
