import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../shared-data.js'
import { openTestStore, type TestStore } from '../../support.js'
import { kindNames } from './kinds.js'
import { describeMutation, isReported, largeOnes, share } from './report.js'
import { type Measured, measure } from './support.js'
import { tableKinds } from './tables.js'

const goal = 0.95
const per = Number(process.env['PER'] ?? 200)
const months = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

describe.skipIf(!sharedData.locations.isPresent)('errors drawn for twelve genuine tables', () => {
  let opened: TestStore
  let measured: Measured
  beforeAll(async () => {
    opened = await openTestStore()
    measured = await measure(opened.database, { seed: 'nightly', per, months })
  }, 3_600_000)
  afterAll(() => opened.close())

  const silentOnes = (outcomes: Measured['outcomes']): string[] =>
    outcomes.filter((each) => !isReported(each)).map(({ mutation }) => describeMutation(mutation))

  test(`${goal * 100} % of errors by factor five or more are reported`, () => {
    const large = largeOnes(measured)
    expect(share(large, isReported).part, silentOnes(large).join('\n')).toBeGreaterThanOrEqual(goal)
  })

  test.each(tableKinds)(`%s: ${goal * 100} % of them are reported`, (kind) => {
    const large = largeOnes(measured).filter(({ mutation }) => mutation.cut.kind === kind)
    expect(large.length).toBeGreaterThan(per / 4)
    expect(share(large, isReported).part, silentOnes(large).join('\n')).toBeGreaterThanOrEqual(goal)
  })

  test('each kind of error was drawn for full and small tables', () => {
    const drawn = new Set(measured.outcomes.map(({ mutation }) => mutation.kind))
    expect([...drawn].sort()).toEqual([...kindNames].sort())
  })

  test('no published table is refused', () => {
    const refused = measured.unspoilt.filter(({ accepted }) => !accepted)
    expect(refused.flatMap(({ alarms }) => alarms.map(({ message }) => message))).toEqual([])
  })

  test.each(tableKinds)('%s: published tables have fewer than one false alarm each', (kind) => {
    const tables = measured.unspoilt.filter(({ cut }) => cut.kind === kind)
    const alarms = tables.flatMap(({ alarms }) => alarms.map(({ message }) => message))
    expect(alarms.length, alarms.join('\n')).toBeLessThan(tables.length)
  })
})
