import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { canonical, type Printed } from '../../../src/domain/numbers/decimal.js'
import { defaultOrder, type IndicatorFilter, type Scope } from '../../../src/domain/observations/filter.js'
import type { Observation, Qualifier } from '../../../src/domain/observations/observation.js'
import { unitInfo } from '../../../src/domain/units/unit.js'
import type { Indicator } from '../../../src/store/query/rows.js'
import { figure, nameOf, release, said, type Written } from '../../figures.js'
import { openTestStore } from '../../support.js'

const { database, store, close } = await openTestStore()
afterAll(close)

/** The code lists stay, all else goes: what follows puts a store together from its first release. */
async function forget(): Promise<void> {
  await database.pool.query('TRUNCATE indicator, confirmation, release, series, series_category, breakdown CASCADE')
  await database.pool.query('UPDATE store_state SET version = version + 1, indicators = 0, series = 0')
}
beforeEach(forget)

const day = (number: number): string => `2024-01-${String(number).padStart(2, '0')}T00:00:00Z`

/** A release of a day in January. */
const take = (code: string, published: number, ...figures: Observation[]) =>
  release(database, { code, publishedAt: day(published) }, figures)

async function list(filter: IndicatorFilter, scope: Scope = null): Promise<Indicator[]> {
  const view = await store.view()
  const { edges, pageInfo } = await view.page({ filter, scope, order: defaultOrder }, { first: 1000 })
  expect(pageInfo.hasNextPage).toBe(false)
  return edges.map(({ node }) => node)
}

/** Every version that a store holds, with the releases that printed it. */
async function versions(): Promise<{ row: Indicator; printedBy: string[] }[]> {
  const codes = (await store.view()).snapshot.releases.map(({ code }) => code).sort()
  const rows = await list({ releases: codes })
  const { rows: counted } = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM indicator')
  expect(counted[0]?.n).toBe(rows.length)
  const placeOf = (row: Indicator): string => `${nameOf(row)} ${row.release.code}`
  const printedBy = new Map(rows.map((row): [string, string[]] => [placeOf(row), []]))
  for (const code of codes) {
    const printed = await list({ releases: [code] })
    expect((await list({}, { kind: 'release', code })).map(placeOf)).toEqual(printed.map(placeOf))
    for (const row of printed) printedBy.get(placeOf(row))?.push(code)
  }
  return rows.map((row) => ({ row, printedBy: printedBy.get(placeOf(row)) ?? [] }))
}

/** The versions of the one figure that an example is about, in order of publication: "10 (A, C): day 1 to 3". */
async function story(): Promise<string[]> {
  const told = await versions()
  const order = ({ row }: { row: Indicator }): string => `${row.knownFrom.toISOString()} ${row.release.code}`
  return told
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ row, printedBy }) => {
      const { value, qualifier, release, knownFrom, knownTo } = row
      const number = `${qualifier === 'EXACT' ? '' : `${qualifier} `}${value === null ? 'no level' : canonical(value)}`
      const by = [release.code, ...printedBy.filter((code) => code !== release.code)].join(', ')
      const from = knownFrom.getUTCDate()
      const to = knownTo === null ? 'on' : knownTo > knownFrom ? `to ${knownTo.getUTCDate()}` : 'never'
      return `${number} (${by}): day ${from} ${to}`
    })
}

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

describe('releases imported late', () => {
  test('are folded between two others', async () => {
    await take('A', 1, trillion('10'))
    await take('C', 3, trillion('12'))
    expect(await take('B', 2, trillion('11'))).toMatchObject({ added: 0, revised: 1 })
    expect(await story()).toEqual(['10 (A): day 1 to 2', '11 (B): day 2 to 3', '12 (C): day 3 on'])
    expect((await store.view()).snapshot.indicators).toBe(1)
  })

  test('before all others become the first to have printed it', async () => {
    await take('B', 2, trillion('10'))
    await take('C', 3, trillion('11'))
    expect(await take('A', 1, trillion('10'))).toMatchObject({ added: 1, revised: 0 })
    expect(await story()).toEqual(['10 (A, B): day 1 to 3', '11 (C): day 3 on'])
    expect((await store.view()).snapshot.indicators).toBe(1)
  })

  test('do not replace what a later release confirmed', async () => {
    await take('A', 1, trillion('10'))
    await take('C', 3, trillion('10'))
    await take('B', 2, trillion('11'))
    expect(await story()).toEqual(['10 (A): day 1 to 2', '11 (B): day 2 to 3', '10 (C): day 3 on'])
  })

  test('turn a later observation into a coarser rounding', async () => {
    await take('A', 1, trillion('41.7'))
    await take('C', 3, trillion('41.76'))
    await take('B', 2, billion('41756.8'))
    expect(await story()).toEqual(['41.7 (A): day 1 to 2', '41756.8 (B): day 2 on', '41.76 (C): day 3 never'])
  })

  test('of the same time are ordered by code, capitals first', async () => {
    await take('b', 1, trillion('12'))
    await take('B', 1, trillion('11'))
    await take('A', 1, trillion('10'))
    expect(await story()).toEqual(['10 (A): day 1 never', '11 (B): day 1 never', '12 (b): day 1 on'])
  })

  test('do not affect other observations of the same releases', async () => {
    const other = (value: string) => trillion(value, { period: '2022' })
    await take('A', 1, trillion('10'), other('5'))
    await take('C', 3, trillion('10'), other('5'))
    await take('B', 2, trillion('11'))
    expect((await list({ releases: ['C'] })).map(({ release }) => release.code)).toEqual(['C', 'A'])
    expect((await list({ releases: ['A'] })).length).toBe(2)
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

/** A release of the property below. */
interface Printing {
  readonly code: string
  readonly published: string
  readonly figures: readonly Observation[]
}

/** A version of a figure, as the words of model.md have it. */
interface Version {
  readonly figure: Observation
  readonly printedBy: string[]
  readonly from: string
  to: string | null
}

/** What is known after these releases: a fold, one figure after the other, written from model.md's words. */
function knownAfter(releases: readonly Printing[]): Version[] {
  const inOrder = [...releases].sort((a, b) => (a.published + a.code < b.published + b.code ? -1 : 1))
  const all: Version[] = []
  const current = new Map<string, Version>()
  for (const { code, published, figures } of inOrder)
    for (const figure of figures) {
      const known = current.get(nameOf(figure))
      if (known !== undefined && said(known.figure) === said(figure)) {
        known.printedBy.push(code)
        continue
      }
      const coarser = known !== undefined && isCoarser(figure, known.figure)
      const version: Version = { figure, printedBy: [code], from: published, to: coarser ? published : null }
      all.push(version)
      if (coarser) continue
      if (known !== undefined) known.to = published
      current.set(nameOf(figure), version)
    }
  return all
}

type Content = ReadonlyMap<string, Printed | string>

/** Everything in one is in the other, at least as precisely, and something is not there or less precise. */
function isCoarser(figure: Observation, known: Observation): boolean {
  const own = contentOf(figure)
  const other = contentOf(known)
  const covers = (these: Content, those: Content): boolean =>
    [...these].every(([what, one]) => {
      const two = those.get(what)
      if (two === undefined || typeof one === 'string' || typeof two === 'string') return one === two
      return one.decimals <= two.decimals && two.value.toDP(one.decimals).equals(one.value) // half away from zero
    })
  return covers(own, other) && !covers(other, own)
}

/** What is printed of a figure, piece by piece; status, flags and notes are no numbers that could be coarser. */
function contentOf({ value, decimals, unit, qualifier, changes, share, shareOf, shareChange }: Observation): Content {
  const pieces = new Map<string, Printed | string>()
  // In 10^-20 of the base unit, so that every digit that is printed here stands after a point.
  const { exponent } = unitInfo(unit)
  if (value !== null && decimals !== null) {
    const level = { value: value.times(`1e${exponent - 20}`), decimals: decimals - exponent + 20 }
    if (qualifier === 'EXACT') pieces.set('level', level)
    else pieces.set(`${qualifier} ${canonical(level.value)}`, level)
  }
  for (const { percent, points, base } of changes) {
    if (percent) pieces.set(`percent on ${base.text}`, percent)
    if (points) pieces.set(`points on ${base.text}`, points)
  }
  if (share) pieces.set('share', share)
  if (shareOf) pieces.set('share of', `${shareOf.metric} ${shareOf.category.code}`)
  if (shareChange) pieces.set('change of share', shareChange)
  return pieces
}

/** Mostly the first, so that releases often agree. */
const mostly = <T>(first: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(first), weight: 4 }, { arbitrary: fc.constantFrom(first, ...others), weight: 3 })

type Level = Pick<Written, 'value' | 'unit'> & { readonly qualifier?: Qualifier; readonly decimals?: number }
const levels = mostly<Level>(
  { value: '41.76', unit: 'CNY_TRILLION' },
  { value: '42', unit: 'CNY_TRILLION' },
  { value: '41.75', unit: 'CNY_TRILLION' },
  { value: '41.760', unit: 'CNY_TRILLION' },
  { value: '-41.76', unit: 'CNY_TRILLION' },
  { value: '41756.8', unit: 'CNY_BILLION' },
  { value: '417600', unit: 'CNY_100_MILLION', decimals: -2 },
  { value: '417568', unit: 'CNY_100_MILLION' },
  { value: '0', unit: 'CNY' },
  { value: null, unit: 'CNY' },
  { value: '41', unit: 'CNY_TRILLION', qualifier: 'OVER' },
  { value: '41.0', unit: 'CNY_TRILLION', qualifier: 'OVER' },
  { value: '42', unit: 'CNY_TRILLION', qualifier: 'UNDER' },
  { value: '42', unit: 'CNY_TRILLION', qualifier: 'ABOUT' },
)
const contents = fc
  .record({
    level: levels,
    yoy: mostly<string | null>('5.0', '5', '5.04', '-5.0', null),
    changes: mostly<Written['changes']>(
      [{ percent: '5.3', base: '2019' }],
      [],
      [{ percent: '5', base: '2019' }],
      [{ points: '5.3', base: '2019' }],
      [
        { percent: '7', base: '2018' },
        { percent: '5.3', base: '2019' },
      ],
    ),
    share: mostly<Partial<Written>>(
      { share: '17.3', shareOf: ['TRADE', 'TOTAL:ALL'] },
      {},
      { share: '17.3' },
      { share: '17', shareOf: ['TRADE', 'TOTAL:ALL'] },
      { share: '17', shareOf: ['EXPORTS', 'TOTAL:ALL'] },
      { share: '17.3', shareOf: ['TRADE', 'TOTAL:ALL'], shareChange: '1.0' },
    ),
    more: mostly<Partial<Written>>({}, {}, { status: 'FINAL' }, { note: { en: 'a note', zh: null } }, { flags: 'p' }),
  })
  .map(({ level, share, more, ...rest }): Partial<Written> => ({ ...rest, ...level, ...share, ...more }))

const keys: readonly Partial<Written>[] = [
  'TOTAL:ALL',
  'PARTNER:EU',
  'PARTNER:US',
  'PARTNER:DE',
  'PARTNER:VN',
  'PRODUCT:LABOR_INTENSIVE',
  'PRODUCT:SHIPS',
  'PRODUCT:NEW_THREE',
].flatMap((category) =>
  ['2022', '2023', '2023-01/2023-12', '2023-12'].map((period) => ({ categories: [category], period })),
)
const printings = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'a', 'b', 'Z', '_1', '中'), { minLength: 2, maxLength: 6 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          published: fc.integer({ min: 1, max: 4 }).map((number) => new Date(day(number)).toISOString()),
          figures: fc
            .tuple(
              ...keys.map((key) =>
                fc.option(contents, { freq: 4 }).map((content) => content && { ...key, ...content }),
              ),
            )
            .map((written) => {
              const figures = written.filter((each) => each !== null).map(figure)
              return Object.assign(figures, { [fc.toStringMethod]: () => figures.map(said).join('\n') })
            }),
        }),
      ),
    ),
  )

/** A version in one line, as a store has it and as it was folded by hand. */
const line = (figure: Observation, printedBy: readonly string[], from: string, to: string | null): string =>
  `${said(figure)}; printed by ${[...printedBy].sort().join(', ')}; known from ${from} to ${to}`

async function expectStoreOf(releases: readonly Printing[]): Promise<void> {
  const byHand = knownAfter(releases)
  expect(
    (await versions())
      .map(({ row, printedBy }) =>
        line(row, printedBy, row.knownFrom.toISOString(), row.knownTo?.toISOString() ?? null),
      )
      .sort(),
  ).toEqual(byHand.map(({ figure, printedBy, from, to }) => line(figure, printedBy, from, to)).sort())
  const { snapshot } = await store.view()
  expect(snapshot.indicators).toBe(byHand.filter(({ to }) => to === null).length)
  expect(snapshot.series).toBe(new Set(byHand.map(({ figure }) => nameOf(figure).split(' ')[0])).size)
}

async function takeAll(releases: readonly Printing[]): Promise<void> {
  const { version } = (await store.view()).snapshot
  for (const [index, { code, published, figures }] of releases.entries()) {
    const report = await release(database, { code, publishedAt: published }, figures)
    expect(report.version).toBe(version + index + 1)
    // Which figures were new is told as of the release's own day.
    const before = new Set(
      knownAfter(releases.slice(0, index).filter((each) => `${each.published}${each.code}` < published + code)).map(
        (each) => nameOf(each.figure),
      ),
    )
    expect(report.added).toBe(figures.filter((figure) => !before.has(nameOf(figure))).length)
    expect(report.added + report.revised + report.unchanged).toBe(figures.length)
  }
}

describe('any releases', () => {
  const inAnyOrder = printings.chain((releases) =>
    fc.record({
      releases: fc.constant(releases),
      shuffled: fc.shuffledSubarray(releases, { minLength: releases.length }),
      again: fc.nat({ max: releases.length - 1 }),
    }),
  )

  test('give the same store in any order, as a reference fold does', async () => {
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async ({ releases, shuffled, again }) => {
        await forget()
        await takeAll(shuffled)
        await expectStoreOf(releases)

        const repeated = shuffled[again] as Printing
        const { version } = (await store.view()).snapshot
        const publishedAt = repeated.published
        const report = await release(database, { code: repeated.code, publishedAt }, [...repeated.figures].reverse())
        expect(report).toMatchObject({ added: 0, revised: 0, unchanged: repeated.figures.length, version })
        await expectStoreOf(releases)

        await forget()
        await takeAll([...releases].sort((a, b) => (a.published + a.code < b.published + b.code ? -1 : 1)))
        await expectStoreOf(releases)
      }),
      { numRuns: 6 },
    )
  }, 120_000)
})
