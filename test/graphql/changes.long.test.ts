import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { retract } from '../../src/store/ingest/retract.js'
import { figure, generated, prepareForGenerated, release, tradeDataset } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'
import { allChanges, compared, stateAt } from './changes-support.js'

const day = (month: number, at = 1): string => `2025-0${month}-0${at}T00:00:00Z`

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
  const first = generated(400, 1)
  const revised = first.slice(0, 200).map((each, at) => ({
    ...each,
    ...(at % 3 === 0 && { value: each.value?.plus(at) ?? null }),
    ...(at % 7 === 1 && { note: { en: `revised ${at}`, zh: null } }),
    ...(at % 11 === 2 && { status: 'ESTIMATED' as const }),
  }))
  const { database } = opened
  await change(database, async (tx, version) => {
    const datasets = [{ ...tradeDataset, code: 'SH_TRADE' }]
    await writeCodeLists(tx, version, { datasets, metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: null }
  })
  const publish = (code: string, month: number, figures: typeof first, dataset = 'CN_TRADE') =>
    release(database, { code, publishedAt: day(month), dataset }, figures)
  await publish('FIRST', 1, first)
  await publish('REVISED', 2, revised)
  await publish('BACK', 3, first.slice(0, 60)) // what the first printed
  await publish('MORE', 4, generated(500, 2))
  await publish('CITY', 4, revised.slice(0, 100), 'SH_TRADE') // other figures of the same series and periods
  await publish(
    'WRONG',
    5,
    first.slice(100, 150).map((each) => ({ ...each, value: each.value?.times(10) ?? null })),
  )
  await retract(database, 'WRONG', 'Another scale.')
})
afterAll(() => opened.close())

const spans: readonly (readonly [title: string, from: string, to: string])[] = [
  ['one release', day(1, 2), day(2)],
  ['two releases, one of which takes the other back', day(1, 2), day(3)],
  ['all releases', '2019-01-01T00:00:00Z', day(6)],
  ['a release that was retracted', day(4, 2), day(6)],
  ['nothing', day(2), day(2, 9)],
  ['times in reverse', day(4), day(1)],
]

describe('changes equal two states compared cell by cell:', () => {
  test.each(spans)('%s', async (title, from, to) => {
    const expected = compared(await stateAt(opened, from), await stateAt(opened, to))
    expect(expected.size > 0).toBe(!['nothing', 'a release that was retracted'].includes(title))
    const found = await allChanges(opened, { from, to })
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
  })

  test('a figure whose note alone was printed differently is revised', async () => {
    const found = await allChanges(opened, { from: day(1, 2), to: day(2) })
    const noted = [...found.values()].filter(
      ({ before, after }) => before?.value === after?.value && before?.status === after?.status,
    )
    expect(noted.length).toBeGreaterThan(10)
    expect(noted.filter(({ after }) => after?.note === null)).toEqual([])
  })

  test.each([
    ['a metric', { metrics: ['EXPORTS'] }],
    ['a category', { within: ['LOCATION:GUANGDONG'] }],
    ['a measure and years', { unit: 'USD_MILLION', from: '2023', frequency: ['ANNUAL', 'MONTHLY'] }],
  ])('of %s', async (_, filter) => {
    const [from, to] = [day(1, 2), day(4)]
    const expected = compared(await stateAt(opened, from, filter), await stateAt(opened, to, filter))
    expect(expected.size).toBeGreaterThan(5)
    expect(Object.fromEntries(await allChanges(opened, { from, to, filter }))).toEqual(Object.fromEntries(expected))
  })
})

describe('a filter of numbers selects a change by either figure:', () => {
  test.each([
    ['values', { value: { gt: '5' }, unit: 'CNY_TRILLION' }],
    ['an alternative', { or: [{ hasValue: false }, { yoyChange: { lt: '0' } }] }],
    ['releases', { releases: ['REVISED'] }],
  ])('%s', async (_, filter) => {
    const [from, to] = [day(1, 2), day(4)]
    const [old, now] = [await stateAt(opened, from, {}), await stateAt(opened, to, {})]
    const all = compared(old, now)
    const matching = new Set([
      ...(await stateAt(opened, from, filter)).keys(),
      ...(await stateAt(opened, to, filter)).keys(),
    ])
    const found = await allChanges(opened, { from, to, filter })
    expect(found.size).toBeGreaterThan(3)
    expect(found.size).toBeLessThan(all.size)
    if ('releases' in filter) for (const place of found.keys()) expect(all.has(place)).toBe(true)
    else expect([...found.keys()].toSorted()).toEqual([...all.keys()].filter((place) => matching.has(place)).toSorted())
  })
})

test.each([false, true])('pages hold each change once, in one order, backwards: %s', async (isBackwards) => {
  const given = { from: '2024-12-31T00:00:00Z', to: day(4) }
  const whole = await allChanges(opened, given)
  expect(whole.size).toBeGreaterThan(800)
  const paged = await allChanges(opened, given, 197, isBackwards)
  expect([...paged]).toEqual([...whole])
})

test('a difference is exact, and relative to the old level', async () => {
  await release(opened.database, { code: 'OLD', dataset: 'CN_TRADE', publishedAt: day(6) }, [
    figure({ period: '2019', value: '3', unit: 'CNY_TRILLION' }),
    figure({ period: '2018', value: '1', qualifier: 'OVER' }),
    figure({ period: '2017', unit: 'CNY', status: 'NIL' }),
    figure({ period: '2016', value: '2' }),
  ])
  await release(opened.database, { code: 'NEW', dataset: 'CN_TRADE', publishedAt: day(7) }, [
    figure({ period: '2019', value: '31234', unit: 'CNY_100_MILLION' }),
    figure({ period: '2018', value: '2', qualifier: 'OVER' }),
    figure({ period: '2017', value: '5', unit: 'CNY' }),
    figure({ period: '2015', value: '2' }),
  ])
  const { data, errors } = await ask(
    opened.store,
    `{ changes(from: "${day(6)}", to: "${day(7)}", filter: { dimensions: ["TOTAL"], metrics: ["TRADE"], to: "2019" }) {
      totalCount nodes { kind difference billion: difference(unit: CNY_BILLION) percent after { period } } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.changes).toEqual({
    totalCount: 4,
    nodes: [
      {
        kind: 'REVISED',
        difference: '123400000000',
        billion: '123.4',
        percent: '4.11333333333',
        after: { period: '2019' },
      },
      { kind: 'REVISED', difference: null, billion: null, percent: null, after: { period: '2018' } },
      { kind: 'REVISED', difference: '5', billion: '0.000000005', percent: null, after: { period: '2017' } },
      { kind: 'ADDED', difference: null, billion: null, percent: null, after: { period: '2015' } },
    ],
  })
  const other = await ask(
    opened.store,
    `{ changes(from: "${day(6)}", filter: { dimensions: ["TOTAL"], metrics: ["TRADE"] }, first: 1) { nodes { difference(unit: USD) } } }`,
  )
  expect(refusal(other)).toBe('UNIT_MISMATCH')
})

test('without a second time, changes end with what is known now', async () => {
  const [from, to] = [day(2), '2030-01-01T00:00:00Z']
  expect(await allChanges(opened, { from })).toEqual(await allChanges(opened, { from, to }))
})

describe('a comparison that is not possible says what to ask instead:', () => {
  test.each([
    ['no time', '', 'BAD_USER_INPUT', /from is missing/],
    ['times and versions', `from: "${day(1)}", toVersion: 2`, 'BAD_USER_INPUT', /two times or two versions/],
    ['one version', 'toVersion: 2', 'BAD_USER_INPUT', /fromVersion is missing/],
    [
      'a later version',
      'fromVersion: 1, toVersion: 2000',
      'BAD_USER_INPUT',
      /toVersion is 2000\. It must be from 0 to/,
    ],
    ['a version below 0', 'fromVersion: -1', 'BAD_USER_INPUT', /fromVersion is -1/],
    ['asOf', `from: "${day(1)}", filter: { asOf: "${day(2)}" }`, 'BAD_USER_INPUT', /give from and to/],
    ['latest', `from: "${day(1)}", filter: { latest: 1 }`, 'BAD_USER_INPUT', /filter\.from, filter\.to/],
    ['a long page', `from: "${day(1)}", first: 1001`, 'LIMIT_EXCEEDED', /1,001/],
    ['no cursor', `from: "${day(1)}", after: "WyJ4Il0"`, 'INVALID_CURSOR', /is not a cursor/],
  ])('%s', async (_, given, code, message) => {
    const args = given === '' ? '' : `(${given})`
    const answer = await ask(opened.store, `{ store { version } changes${args} { nodes { kind } } }`)
    expect(refusal(answer)).toBe(code)
    expect(answer.errors?.[0]?.message).toMatch(message)
    expect(answer.data).toMatchObject({ changes: null, store: {} })
  })
})
