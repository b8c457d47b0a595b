import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { canonical, type Printed } from '../../../src/domain/numbers/decimal.js'
import type { Observation, Qualifier } from '../../../src/domain/observations/observation.js'
import { unitInfo } from '../../../src/domain/units/unit.js'
import { figure, nameOf, release, said, type Written } from '../../figures.js'
import { day, openFoldStore } from './fold-support.js'

const { database, store, close, forget, versions } = await openFoldStore()
afterAll(close)

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
      { numRuns: 10 },
    )
  })
})
