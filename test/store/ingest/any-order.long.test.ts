import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { figure, release, said, type Written } from '../../figures.js'
import { contentOf } from '../../import/tables.js'
import { openTestStore } from '../../support.js'
import { forgetReleases } from '../../versions.js'

const { database, store, close } = await openTestStore()
afterAll(close)

/** The code lists stay, all else goes. */
const forget = (): Promise<void> => forgetReleases(database)

/** A release, when it was published, and whether it is taken back in the end. */
interface Printing {
  readonly code: string
  readonly published: string
  readonly isRetracted: boolean
  readonly figures: readonly Observation[]
}

const categories = ['TOTAL:ALL', 'PARTNER:US', 'PARTNER:VN', 'PARTNER:EU', 'PRODUCT:ELECTROMECHANICAL', 'PRODUCT:SHIPS']
const periods = [
  '2022',
  '2023',
  ...['2023-01', '2024-01', '2024-02', '2024-03'].flatMap((month) => [month, `${month.slice(0, 4)}-01/${month}`]),
]
const metrics = ['TRADE', 'EXPORTS', 'IMPORTS']

/** What is to be expected of a figure, in billions: parts of a whole, months of a year, imports and exports of trade. */
function usual(metric: string, category: string, period: string): number {
  const month = Number(period.slice(-2))
  const size = category === 'TOTAL:ALL' ? 4 : category === 'PARTNER:EU' ? 3 : 1
  const flow = { TRADE: 5, EXPORTS: 3, IMPORTS: 2 }[metric] ?? 0
  return size * flow * (period.length === 4 ? 120 : period.length === 7 ? 10 : 10 * month)
}

type Print = (value: number) => Partial<Written>
const billions = (value: number): Partial<Written> => ({ value: value.toFixed(1), unit: 'CNY_BILLION' })
const ways: fc.Arbitrary<Print> = fc.oneof(
  { arbitrary: fc.constant<Print>(billions), weight: 9 },
  // A coarser reprint, a revision, a slip, an exchange with what is half as much more, over a number, nothing at all.
  fc.constant<Print>((value) => ({ value: (value / 1000).toFixed(2), unit: 'CNY_TRILLION' })),
  fc.constant<Print>((value) => billions(value * 1.02)),
  fc.constant<Print>((value) => billions(value * 10)),
  fc.constant<Print>((value) => billions(value * 1.5)),
  fc.constant<Print>((value) => ({ ...billions(value), qualifier: 'OVER' })),
  fc.constant<Print>(() => ({ value: null, unit: 'CNY', status: 'NIL' })),
)
const rates = fc.constantFrom<Partial<Written>>(
  {},
  {},
  { yoy: '0.0' },
  { yoy: '5.0' },
  { share: '25.0', shareOf: ['TRADE', 'TOTAL:ALL'] },
)

const keys = periods.flatMap((period) =>
  categories.flatMap((category) => metrics.map((metric) => ({ metric, category, period }))),
)
/** What a release prints: some periods, of those most figures, all of them some times too large. */
const printed = fc
  .record({
    within: fc.subarray(periods, { minLength: 2, maxLength: 4 }),
    factor: fc.oneof({ arbitrary: fc.constant(1), weight: 4 }, fc.constantFrom(10, 1.5)),
    contents: fc.array(fc.option(fc.tuple(ways, rates), { freq: 3 }), {
      minLength: keys.length,
      maxLength: keys.length,
    }),
  })
  .map(({ within, factor, contents }) => {
    const figures = keys.flatMap(({ metric, category, period }, at) => {
      const content = contents[at]
      if (!content || !within.includes(period)) return []
      const [way, rate] = content
      return [
        figure({ metric, categories: [category], period, ...way(factor * usual(metric, category, period)), ...rate }),
      ]
    })
    return Object.assign(figures, { [fc.toStringMethod]: () => figures.map(said).join('\n') })
  })

const releases = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'a'), { minLength: 3, maxLength: 4 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record<Printing>({
          code: fc.constant(code),
          published: fc.integer({ min: 1, max: 3 }).map((day) => `2024-06-0${day}T00:00:00.000Z`),
          isRetracted: fc.oneof({ arbitrary: fc.constant(false), weight: 2 }, fc.constant(true)),
          figures: printed,
        }),
      ),
    ),
  )
/** The releases, and the order in which they come and are taken back: each comes at its first place, goes at its second. */
const stories = releases.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
  }),
)

const take = ({ code, published, figures }: Printing) => release(database, { code, publishedAt: published }, figures)
const takeBack = ({ code }: Printing) =>
  retract(database, code, 'it should not have been published', new Date('2024-07-01T00:00:00Z'))

/** All that the store holds, and what it counts. */
async function content() {
  const { indicators, series, releases } = (await store.view()).snapshot
  const { rows } = await database.pool.query(
    'SELECT count(*)::int AS n FROM indicator WHERE known_to IS NULL AND to_version IS NULL',
  )
  expect(indicators).toBe(rows[0].n)
  return [await contentOf(database), series, releases.map(({ code, retractedAt }) => [code, retractedAt])]
}

test('releases give the same store in any order, retracted at any time', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ all, order }) => {
      await forget()
      const came = new Set<Printing>()
      for (const each of order) {
        if (!came.has(each)) await take(each)
        else if (each.isRetracted) await takeBack(each)
        came.add(each)
      }
      const mixed = await content()
      await forget()
      const inOrder = all.toSorted((a, b) => (a.published + a.code < b.published + b.code ? -1 : 1))
      for (const each of inOrder) await take(each)
      for (const each of inOrder.filter(({ isRetracted }) => isRetracted)) await takeBack(each)
      expect(mixed).toEqual(await content())
    }),
    { numRuns: 4, endOnFailure: true },
  )
})
