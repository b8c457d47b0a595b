import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { figure, release, said, type Written } from '../../figures.js'
import { day, openFoldStore } from './fold-support.js'

const { database, store, close, forget, take, list, story, versions } = await openFoldStore()
afterAll(close)
beforeEach(forget)

const trillion = (value: string | null, more: Partial<Written> = {}): Observation => figure({ value, ...more })
const billion = (value: string): Observation => figure({ value, unit: 'CNY_BILLION' })

/** What two releases print of a figure, one after the other, by what is tried with it. */
type Cases = Readonly<Record<string, readonly [first: Partial<Written>, second: Partial<Written>]>>

/** Whose figure is current in the end, A's or B's. The cases are years of two releases. */
async function inTurn(cases: Cases): Promise<Record<string, string | undefined>> {
  const printings = Object.entries(cases).map(([name, both], index) => {
    const [first, second] = both.map((each) => figure({ period: `${1900 + index}`, value: '41.76', ...each }))
    return { name, first: first as Observation, second: second as Observation }
  })
  await take('A', 1, ...printings.map(({ first }) => first))
  await take('B', 2, ...printings.map(({ second }) => second))
  const printedByB = (await list({ releases: ['B'] })).map(said).sort()
  expect(printedByB).toEqual(printings.map(({ second }) => said(second)).sort())
  const current = new Map((await list({})).map(({ period, release }) => [period.text, release.code]))
  return Object.fromEntries(printings.map(({ name, first }) => [name, current.get(first.period.text)]))
}
const all = (cases: Cases, code: string): Record<string, string> =>
  Object.fromEntries(Object.keys(cases).map((name) => [name, code]))

describe('a printed observation', () => {
  test('replaces the one that was known', async () => {
    expect(await take('A', 1, trillion('10'))).toMatchObject({ added: 1, revised: 0, unchanged: 0 })
    expect(await take('B', 2, trillion('11'))).toMatchObject({ added: 0, revised: 1, unchanged: 0 })
    expect(await story()).toEqual(['10 (A): day 1 to 2', '11 (B): day 2 on'])
  })

  test('with equal content has no row, but belongs to its release', async () => {
    await take('A', 1, trillion('10'))
    expect(await take('B', 2, trillion('10'))).toMatchObject({ added: 0, revised: 0, unchanged: 1 })
    expect(await take('C', 3, trillion('10'))).toMatchObject({ added: 0, revised: 0, unchanged: 1 })
    expect(await story()).toEqual(['10 (A, B, C): day 1 on'])
  })

  test('with a coarser rounding is kept and never current', async () => {
    await take('A', 1, trillion('41.76'))
    await take('B', 2, billion('41756.8'))
    expect(await take('C', 3, trillion('41.76'))).toMatchObject({ added: 0, revised: 0, unchanged: 1 })
    expect(await story()).toEqual(['41.76 (A): day 1 to 2', '41756.8 (B): day 2 on', '41.76 (C): day 3 never'])
  })

  test('with another value replaces the known one at any precision', async () => {
    await take('A', 1, billion('41756.8'))
    await take('B', 2, trillion('41.75'))
    expect(await story()).toEqual(['41756.8 (A): day 1 to 2', '41.75 (B): day 2 on'])
  })

  test('is rounded half away from zero, and printed zeros are digits', async () => {
    const cases: Cases = {
      '41765 to 41.77': [{ value: '41765', unit: 'CNY_BILLION' }, { value: '41.77' }],
      '-41765 to -41.77': [{ value: '-41765', unit: 'CNY_BILLION' }, { value: '-41.77' }],
      '41764.9 to 41.76': [{ value: '41764.9', unit: 'CNY_BILLION' }, { value: '41.76' }],
      '41760.0 to 41.76': [{ value: '41760.0', unit: 'CNY_BILLION' }, { value: '41.76' }],
    }
    expect(await inTurn(cases)).toEqual(all(cases, 'A'))
  })

  test('is compared with what is known, whatever the stage of the release', async () => {
    await take('A', 1, trillion('41.76'))
    await take('B', 2, billion('41756.8'))
    await take('C', 3, trillion('41.76'))
    await take('D', 4, billion('41756.8'))
    expect(await story()).toEqual(['41.76 (A): day 1 to 2', '41756.8 (B, D): day 2 on', '41.76 (C): day 3 never'])
  })

  test('with less content is kept and never current', async () => {
    const cases: Cases = {
      'no growth': [{ yoy: '0.2' }, {}],
      'coarser growth': [{ yoy: '5.04' }, { yoy: '5.0' }],
      'no share': [{ share: '58.6', shareOf: ['EXPORTS', 'TOTAL:ALL'] }, {}],
      'a coarser share': [{ share: '58.6', shareOf: ['EXPORTS', 'TOTAL:ALL'] }, { share: '59' }],
      'a share of who knows what': [{ share: '58.6', shareOf: ['EXPORTS', 'TOTAL:ALL'] }, { share: '58.6' }],
      'no change of the share': [{ shareChange: '3.1' }, {}],
      'no change on another year': [{ changes: [{ percent: '5.3', base: '2021' }] }, {}],
      'a coarser change on another year': [
        { changes: [{ percent: '5.3', base: '2021' }] },
        { changes: [{ percent: '5', base: '2021' }] },
      ],
      'no level': [{ yoy: '0.2' }, { value: null, yoy: '0.2', unit: 'CNY' }],
      'over the same number, no growth': [
        { value: '1', qualifier: 'OVER', yoy: '29.9' },
        { value: '1', qualifier: 'OVER' },
      ],
      'coarser in one and the same in another': [
        { value: '41.757', yoy: '0.2' },
        { value: '41.76', yoy: '0.2' },
      ],
      'coarser, under another status': [{ value: '41.757' }, { value: '41.76', status: 'FINAL' }],
    }
    expect(await inTurn(cases)).toEqual(all(cases, 'A'))
  })

  test('with other content replaces the known one', async () => {
    const cases: Cases = {
      'more precise growth with a coarser level': [
        { value: '41.757', yoy: '5' },
        { value: '41.76', yoy: '5.0' },
      ],
      'growth that was not there, with a coarser level': [{ value: '41.757' }, { value: '41.76', yoy: '5.0' }],
      'another status': [{}, { status: 'FINAL' }],
      'another unit, equally precise': [{ value: '41.8' }, { value: '418000', unit: 'CNY_100_MILLION', decimals: -3 }],
      'a more precise level, no growth': [{ value: '41.76', yoy: '0.2' }, { value: '41.760' }],
      'a level where there was none': [
        { value: null, unit: 'CNY', yoy: '35.4' },
        { value: '1.5', yoy: '35.4' },
      ],
      'over a number that was exact': [{ value: '1.06' }, { value: '1', qualifier: 'OVER' }],
      'an exact number where it was over': [{ value: '1', qualifier: 'OVER' }, { value: '1' }],
      'about a number that was over': [
        { value: '1', qualifier: 'OVER' },
        { value: '1', qualifier: 'ABOUT' },
      ],
      'about a number that was over, no growth': [
        { value: '1', qualifier: 'OVER', yoy: '29.9' },
        { value: '1', qualifier: 'ABOUT' },
      ],
      'over another number': [
        { value: '1.5', qualifier: 'OVER' },
        { value: '2', qualifier: 'OVER' },
      ],
      'a change on another year instead': [{ yoy: '5.3' }, { changes: [{ percent: '5.3', base: '2021' }] }],
      'a coarser change on yet another year': [
        { changes: [{ percent: '5.3', base: '2021' }] },
        { changes: [{ percent: '5', base: '2020' }] },
      ],
      'points instead of percent': [
        { changes: [{ percent: '5', base: '2021' }] },
        { changes: [{ points: '5', base: '2021' }] },
      ],
      'a share of something else': [
        { share: '5', shareOf: ['TRADE', 'TOTAL:ALL'] },
        { share: '5', shareOf: ['EXPORTS', 'TOTAL:ALL'] },
      ],
      'another note': [{ note: { en: 'first', zh: null } }, { note: { en: 'second', zh: null } }],
    }
    expect(await inTurn(cases)).toEqual(all(cases, 'B'))
  })

  test('of another period, measure or category is a separate observation', async () => {
    await take('A', 1, trillion('1'), trillion('1', { period: '2023-01/2023-12' }), trillion('1', { unit: 'USD' }))
    await take('B', 2, trillion('2', { categories: ['PARTNER:EU'] }), trillion('2', { metric: 'EXPORTS' }))
    expect((await list({})).length).toBe(5)
  })
})

describe('one release', () => {
  test('imported again changes nothing', async () => {
    await take('A', 1, trillion('10'), trillion('5', { period: '2022' }))
    await take('B', 2, trillion('11'), trillion('5', { period: '2022' }))
    const before = await versions()
    const { version } = (await store.view()).snapshot
    const again = await take('B', 2, trillion('5', { period: '2022' }), trillion('11'))
    expect(again).toMatchObject({ release: 'B', accepted: true, added: 0, revised: 0, unchanged: 2, version })
    expect(await versions()).toEqual(before)
  })

  test.each<[string, () => Promise<unknown>]>([
    ['another figure', () => take('A', 1, trillion('11'))],
    ['a figure more', () => take('A', 1, trillion('10'), trillion('5', { period: '2022' }))],
    ['a figure less', () => take('A', 1)],
    ['another precision', () => take('A', 1, trillion('10.0'))],
    ['another day', () => take('A', 2, trillion('10'))],
    ['another title', () => release(database, { code: 'A', publishedAt: day(1), title: 'Other' }, [trillion('10')])],
    [
      'another offset',
      () => release(database, { code: 'A', publishedAt: '2024-01-01T08:00:00+08:00' }, [trillion('10')]),
    ],
  ])('under a code that is taken is CONFLICT: %s', async (_, other) => {
    await take('A', 1, trillion('10'))
    const { version } = (await store.view()).snapshot
    await expect(other()).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await story()).toEqual(['10 (A): day 1 on'])
    expect((await store.view()).snapshot).toMatchObject({ version, indicators: 1, series: 1 })
  })

  test('published in the future is refused', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const taken = release(database, { code: 'A', publishedAt: tomorrow }, [trillion('10')])
    await expect(taken).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await list({})).toEqual([])
  })

  test('with equal duplicates is accepted, with different ones refused', async () => {
    expect(await take('A', 1, trillion('10'), trillion('10'))).toMatchObject({
      added: 1,
      findings: [{ kind: 'DUPLICATE', severity: 'INFO' }],
    })
    expect(await take('B', 2, trillion('10'), trillion('10.0'))).toMatchObject({
      accepted: false,
      added: 0,
      findings: [{ kind: 'DUPLICATE', severity: 'ERROR' }],
    })
    expect(await story()).toEqual(['10 (A): day 1 on'])
  })

  test('with unknown codes reports all of them and stores nothing', async () => {
    const unknown = [
      trillion('1', { metric: 'XPORTS' }),
      trillion('1', { categories: ['PARTNER:UE'], shareOf: ['XPORTS', 'PARTNER:UE'], share: '1' }),
    ]
    const taken = await take('A', 1, trillion('1'), ...unknown)
    expect(taken).toMatchObject({ accepted: false, added: 0, rejected: 2 })
    expect(taken.findings.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      expect.stringMatching(/^UNKNOWN_CODE: .*XPORTS.* Did you mean EXPORTS/),
      expect.stringMatching(/^UNKNOWN_CODE: .*PARTNER:UE.* Did you mean .*PARTNER:EE/),
    ])
    expect((await store.view()).snapshot).toMatchObject({ releases: [], indicators: 0, series: 0 })
  })
})

test('releases imported late are folded between two others', async () => {
  await take('A', 1, trillion('10'))
  await take('C', 3, trillion('12'))
  expect(await take('B', 2, trillion('11'))).toMatchObject({ added: 0, revised: 1 })
  expect(await story()).toEqual(['10 (A): day 1 to 2', '11 (B): day 2 to 3', '12 (C): day 3 on'])
  expect((await store.view()).snapshot.indicators).toBe(1)
})
