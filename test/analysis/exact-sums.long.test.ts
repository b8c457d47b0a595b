import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'

// 100,000 figures of twenty digits, half of them behind the point: a thousand places by a hundred months.
const places = Array.from({ length: 1000 }, (_, index) => `P${index}`)
const months = Array.from(
  { length: 100 },
  (_, index) => `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
)
const scale = 10n ** 10n
/** A number of twenty digits that looks like chance, in 10^-10. */
const numberOf = (place: number, month: number): bigint =>
  10n ** 19n + ((BigInt(place * 100 + month + 1) * 11400714819323198485n) % (8n * 10n ** 19n))
const text = (number: bigint): string =>
  `${number / scale}.${String(number % scale).padStart(10, '0')}`.replace(/\.?0+$/, '')
const sumOf = (numbers: readonly bigint[]): bigint => numbers.reduce((sum, each) => sum + each, 0n)

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const about = { name: { en: null, zh: null }, description: null, parent: null, isAggregate: false, members: null }
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, {
      metrics: [],
      dimensions: [],
      categories: places.map((code) => ({ ...about, dimension: 'LOCATION', code })),
    })
    return { changed: true, result: null }
  })
  const figures = places.map((code, place) =>
    figure({
      metric: 'EXPORTS',
      categories: [`LOCATION:${code}`],
      period: '2015-01',
      unit: 'CNY',
      value: text(numberOf(place, 0)),
      decimals: 10,
    }),
  )
  const oneMore = figure({ metric: 'EXPORTS', categories: ['LOCATION:P0'], period: '2024-01', unit: 'CNY', value: '1' })
  await release(opened.database, { code: 'EXACT' }, [...figures, oneMore])
  // The other months are written beside the first, in a second: taking in a hundred thousand figures is tried elsewhere.
  const more = months.slice(1).flatMap((period, month) =>
    places.map((code, place) => ({
      code,
      period: parsePeriod(period).ordinal,
      value: text(numberOf(place, month + 1)),
    })),
  )
  await opened.database.pool.query(
    `INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value, scale,
       qualifier, status, known_from, from_version)
     SELECT i.series_id, m.period, i.release_id, i.metric_id, i.breakdown_id, i.category_id, i.frequency, i.unit, m.value, 10,
       i.qualifier, i.status, i.known_from, i.from_version
     FROM unnest($1::text[], $2::int[], $3::numeric[]) AS m(code, period, value)
     JOIN category c ON c.code = m.code
     JOIN indicator i ON i.category_id = c.id AND i.period = ${parsePeriod('2015-01').ordinal}`,
    [more.map(({ code }) => code), more.map(({ period }) => period), more.map(({ value }) => value)],
  )
  await opened.database.pool.query(`
    INSERT INTO indicator_count (metric_id, breakdown_id, frequency, period, figures, vintages, from_version)
    SELECT metric_id, breakdown_id, frequency, period, count(*), count(*), from_version FROM indicator
    WHERE release_id = (SELECT id FROM release WHERE code = 'EXACT') GROUP BY 1, 2, 3, 4, 7
    ON CONFLICT DO NOTHING`)
  await opened.database.pool.query('ANALYZE indicator')
})
afterAll(() => opened.close())

test('sums of 100,000 figures with 20 digits are exact', async () => {
  const { data, errors } = await ask(
    opened.store,
    `query ($filter: IndicatorFilter!, $pivot: [GroupKey!]!) {
      all: aggregate(filter: $filter, groupBy: []) { sum count min max bounds { low high } average }
      byPeriod: aggregate(filter: $filter, groupBy: [{ by: PERIOD }]) { period sum count }
      pivot(filter: $filter, rows: $pivot, columns: [], totals: true) { cells columnTotals grandTotal }
    }`,
    {
      filter: { metrics: ['EXPORTS'], dimensions: ['LOCATION'], to: months.at(-1) },
      pivot: [{ by: 'CATEGORY', dimension: 'LOCATION', level: 1 }],
    },
  )
  expect(errors).toBeUndefined()
  const ofMonth = months.map((_, month) => sumOf(places.map((__, place) => numberOf(place, month))))
  const ofPlace = places.map((_, place) => sumOf(months.map((__, month) => numberOf(place, month))))
  const all = sumOf(ofMonth)
  expect(data.all).toEqual([
    {
      sum: text(all),
      count: 100_000,
      min: expect.stringMatching(/^\d{10}\./),
      max: expect.stringMatching(/^\d{10}\./),
      bounds: { low: text(all - 50_000n), high: text(all + 50_000n) }, // half of the last digit, 100,000 times,
      average: expect.stringMatching(/^\d{10}\.\d{1,2}$/),
    },
  ])
  expect(data.byPeriod).toEqual(
    months.map((period, month) => ({ period, sum: text(ofMonth[month] ?? 0n), count: 1000 })),
  )
  const { cells, columnTotals, grandTotal } = data.pivot
  expect(cells.flat().toSorted()).toEqual(ofPlace.map(text).toSorted())
  expect([columnTotals, grandTotal]).toEqual([[text(all)], text(all)])
})

test('more than 10,000 groups and 100,000 cells are refused', async () => {
  const refused = async (query: string) =>
    (await ask(opened.store, query)).errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`)
  const filter = 'filter: { metrics: ["EXPORTS"], dimensions: ["LOCATION"] }'
  const place = '{ by: CATEGORY, dimension: "LOCATION" }'
  expect(await refused(`{ aggregate(${filter}, groupBy: [${place}, { by: PERIOD }]) { count } }`)).toEqual([
    'LIMIT_EXCEEDED: The result has 100,001 groups. A list has at most 10,000. Choose fewer figures, or fewer keys.',
  ])
  // A table has a cell for every row and column, whether or not there is a figure in it.
  expect(await refused(`{ pivot(${filter}, rows: [${place}], columns: [{ by: PERIOD }]) { cells } }`)).toEqual([
    expect.stringMatching(/^LIMIT_EXCEEDED: The estimated cost of the query is 1,\d{3},\d{3}, .* limit is 250,000\./),
  ])
})
