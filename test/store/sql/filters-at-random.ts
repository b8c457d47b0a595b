import fc from 'fast-check'
import { refOf } from '../../../src/domain/codes/codes.js'
import { Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import type { DecimalRange, IndicatorFilter, ListScope } from '../../../src/domain/observations/filter.js'
import { qualifiers } from '../../../src/domain/observations/observation.js'
import { frequencies, parsePeriod } from '../../../src/domain/periods/period.js'
import { baseOf, convert, unitInfo } from '../../../src/domain/units/unit.js'
import { generatedPeriods } from '../../figures.js'
import type { Everything } from './filter-by-hand.js'

const some = <T>(...items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { arbitrary: fc.subarray([...items], { minLength: 1 }), weight: 9 },
    { arbitrary: fc.constant<T[]>([]), weight: 1 },
  )
const periods = [...generatedPeriods, '2019', '2021', '2021-12', '2025'].map(parsePeriod)
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

/** The categories that figures are below, as texts of filters. */
const categoryTextsOf = ({ codes, all }: Everything): readonly string[] =>
  codes.categories
    .filter((category) => all.some(({ below }) => below.includes(category)))
    .flatMap((category) => {
      const unique = codes.categories.filter(({ code }) => code === category.code).length === 1
      return unique ? [category.code, refOf(category)] : [refOf(category)]
    })

/** The values of all figures in base units. */
const valuesOf = ({ all }: Everything): readonly Decimal[] =>
  [...new Set(all.map(({ row }) => row.value && convert(row.value, row.unit, baseOf(row.unit)).toFixed()))]
    .filter((text) => text !== null)
    .map((text) => new Decimal(text))

/** Returns filters of each field, of whatever is there or might be. */
function fieldsOf(from: Everything) {
  const categoryTexts = categoryTextsOf(from)
  return {
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
    value: within(valuesOf(from)),
    yoyChange: within(rates),
    share: within([...rates, new Decimal(20), new Decimal(58.6)]),
    hasValue: fc.boolean(),
    qualifiers: some(...qualifiers),
    releases: some('FIRST', 'SECOND', 'THIRD', 'CN-GACC-2023-ANNUAL'),
  }
}
type Fields = ReturnType<typeof fieldsOf>
type Field = keyof Fields

export const fieldNamesOf = (from: Everything): readonly Field[] => Object.keys(fieldsOf(from)) as Field[]

/** Returns the names of the fields that are lists. */
export function listFieldsOf(from: Everything): readonly Field[] {
  const fields = fieldsOf(from)
  return fieldNamesOf(from).filter((name) => fc.sample(fields[name] as fc.Arbitrary<unknown>, 1).every(Array.isArray))
}

/** A few fields; releases more often than others, as they decide which versions are meant, and values in some unit. */
export function plainFilters(from: Everything): fc.Arbitrary<IndicatorFilter> {
  const fields = fieldsOf(from)
  return fc
    .tuple(fc.subarray(Object.keys(fields) as Field[], { maxLength: 3 }), fc.boolean(), fc.boolean(), fc.nat(9))
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
}

/** Bounds were drawn in base units: what is asked for in another is the same number in that. */
function inOwnUnit(filter: IndicatorFilter): IndicatorFilter {
  if (filter.unit == null || filter.value == null) return filter
  const { factor } = unitInfo(filter.unit)
  const value = Object.entries(filter.value).map(([end, bound]) => [end, bound?.dividedBy(factor)])
  return { ...filter, value: Object.fromEntries(value) }
}

/** Filters with branches to a depth, the innermost of which are plain. */
export const nestedFilters = (plain: fc.Arbitrary<IndicatorFilter>, depth: number): fc.Arbitrary<IndicatorFilter> => {
  if (depth === 0) return plain
  const children = fc.array(nestedFilters(plain, depth - 1), { maxLength: 3 })
  const logic: fc.Arbitrary<IndicatorFilter> = fc.oneof(
    { arbitrary: fc.constant({}), weight: 1 },
    { arbitrary: children.map((and) => ({ and })), weight: 2 },
    { arbitrary: children.map((or) => ({ or })), weight: 3 },
    { arbitrary: nestedFilters(plain, depth - 1).map((not) => ({ not })), weight: 2 },
    { arbitrary: fc.record({ and: children, or: children }), weight: 2 },
    { arbitrary: fc.record({ or: children, not: nestedFilters(plain, depth - 1), and: fc.constant(null) }), weight: 1 },
  )
  // What has branches has few fields of its own, or nothing would be left.
  const own = fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: plain, weight: 1 })
  return fc.tuple(own, logic).map(([fields, branches]) => ({ ...fields, ...branches }))
}

/** Of the newest periods only, now and then. */
export const newest: fc.Arbitrary<IndicatorFilter> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  fc.record({ latest: fc.integer({ min: 1, max: 3 }) }),
)

export const scopesOf = ({ codes, all }: Everything): fc.Arbitrary<ListScope> =>
  fc.oneof(
    { arbitrary: fc.constant(null), weight: 6 },
    fc.constantFrom('TRADE', 'EXPORTS').map((code) => ({ kind: 'metric' as const, id: codes.findMetric(code).id })),
    fc
      .constantFrom('PARTNER:EU', 'PRODUCT:SHIPS', 'LOCATION:SHENZHEN')
      .map((text) => ({ kind: 'category' as const, id: codes.findCategory(text).id })),
    fc.constantFrom('FIRST', 'SECOND', 'THIRD').map((code) => ({ kind: 'release' as const, code })),
    fc.constantFrom(...all.slice(0, 20)).map(({ row }) => ({ kind: 'series' as const, id: row.series.id })),
  )

/** Which versions are meant, with little else: every way to name releases in branches of branches. */
export const versionsOnly = fc.letrec<{ filter: IndicatorFilter; leaf: IndicatorFilter; branches: IndicatorFilter[] }>(
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
