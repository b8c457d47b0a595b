import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ancestors, type Category, type CodeLists } from '../../src/domain/codes/codes.js'
import { canonical, Decimal } from '../../src/domain/numbers/decimal.js'
import type { Observation } from '../../src/domain/observations/observation.js'
import { frequencies } from '../../src/domain/periods/period.js'
import { baseOf, convert } from '../../src/domain/units/unit.js'
import { generated, prepareForGenerated, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'

const figures = generated(2000, 7)
let opened: TestStore
let codes: CodeLists
beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
  await release(opened.database, { code: 'GENERATED' }, figures)
  codes = (await opened.store.view()).snapshot.codes
})
afterAll(() => opened.close())

type Key = { by: 'METRIC' | 'PERIOD' } | { by: 'CATEGORY'; dimension: string; level?: number }

const category = (dimension: string, deepest: number): fc.Arbitrary<Key> =>
  fc
    .option(fc.integer({ min: 1, max: deepest }))
    .map((level) => ({ by: 'CATEGORY', dimension, ...(level === null ? {} : { level }) }))
const keys: fc.Arbitrary<Key[]> = fc
  .tuple(
    fc.option(fc.constant<Key>({ by: 'METRIC' })),
    fc.option(fc.constant<Key>({ by: 'PERIOD' })),
    fc.option(category('LOCATION', 3)),
    fc.option(category('PRODUCT', 2)),
    fc.option(category('PARTNER', 1), { freq: 1 }),
  )
  .map((all) => all.filter((key) => key !== null))
const filters = fc.record({
  unit: fc.constantFrom('CNY' as const, 'USD' as const, 'ENTERPRISE' as const),
  frequency: fc.subarray([...frequencies], { minLength: 1 }),
})

test('groups contain exactly the figures of their keys and levels', async () => {
  await fc.assert(
    fc.asyncProperty(filters, keys, async (filter, groupBy) => {
      const { data, errors } = await ask(
        opened.store,
        `query ($filter: IndicatorFilter!, $groupBy: [GroupKey!]!) {
          aggregate(filter: $filter, groupBy: $groupBy) { metric { code } categories { dimension { code } code } period min max count missing }
        }`,
        { filter: { ...filter, releases: ['GENERATED'] }, groupBy },
      )
      expect(errors).toBeUndefined()
      // biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
      const found = data.aggregate.map(({ metric, categories, period, ...rest }: any) => ({
        name: [metric?.code, ...categories.map((each: { code: string }) => each.code), period].join(' '),
        ...rest,
      }))
      const chosen = figures.filter(
        ({ unit, period }) => baseOf(unit) === filter.unit && filter.frequency.includes(period.frequency),
      )
      expect(new Map(found.map((each: { name: string }) => [each.name, each]))).toEqual(meant(chosen, groupBy))
      expect(new Set(found.map(({ name }: { name: string }) => name)).size).toBe(found.length)
    }),
    { numRuns: 25 },
  )
})

const categoryIn = (figure: Observation, dimension: string): Category | null => {
  const ref = figure.categories.find((each) => each.dimension === dimension)
  return ref ? codes.category(ref) : null
}

/** What groups a list of figures makes, by the plain words of the contract. */
function meant(list: readonly Observation[], groupBy: readonly Key[]): Map<string, object> {
  const groups = new Map<string, Observation[]>()
  const categoryKeys = groupBy.filter((key) => key.by === 'CATEGORY')
  for (const figure of list) {
    const tops = categoryKeys.map(({ dimension, level }) => {
      const own = categoryIn(figure, dimension)
      return own && (level === undefined ? own : ([...ancestors(own), own][level - 1] ?? null))
    })
    if (tops.includes(null)) continue
    const name = [
      groupBy.some(({ by }) => by === 'METRIC') ? figure.metric : undefined,
      ...tops.map((each) => each?.code),
      groupBy.some(({ by }) => by === 'PERIOD') ? figure.period.text : null,
    ].join(' ')
    groups.set(name, [...(groups.get(name) ?? []), figure])
  }
  const told = [...groups].map(([name, own]) => {
    const kept = own.filter(
      (figure) => !categoryKeys.some((key) => key.level !== undefined && standsFor(own, figure, key.dimension)),
    )
    const values = kept.flatMap(({ value, unit }) => (value === null ? [] : [convert(value, unit, baseOf(unit))]))
    const [min, max] =
      values.length === 0 ? [null, null] : [canonical(Decimal.min(...values)), canonical(Decimal.max(...values))]
    return [name, { name, min, max, count: values.length, missing: kept.length - values.length }] as const
  })
  return new Map(told)
}

/** Whether a figure of something above stands for one, in the same group. */
function standsFor(group: readonly Observation[], figure: Observation, dimension: string): boolean {
  const own = categoryIn(figure, dimension)
  const others = (each: Observation) =>
    each.categories
      .filter((one) => one.dimension !== dimension)
      .map(({ code }) => code)
      .join()
  return group.some((each) => {
    const upper = categoryIn(each, dimension)
    return (
      own !== null &&
      upper !== null &&
      ancestors(own).includes(upper) &&
      each.value !== null &&
      each.metric === figure.metric &&
      each.period === figure.period &&
      others(each) === others(figure)
    )
  })
}
