import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../shared-data.js'
import { openTestStore, type TestStore } from '../../support.js'
import { describeMutation, isReported, largeOnes } from './report.js'
import { drawTrials, type Measured, measure } from './support.js'
import { tableKinds } from './tables.js'

const plan = { seed: 'sample', per: 3, months: [3, 4] }

describe.skipIf(!sharedData.locations.isPresent)('errors drawn for tables of March and April', () => {
  let opened: TestStore
  let measured: Measured
  beforeAll(async () => {
    opened = await openTestStore()
    measured = await measure(opened.database, plan)
  })
  afterAll(() => opened.close())

  test('the same errors are drawn for the same seed', async () => {
    const [once, again] = [await drawTrials(plan), await drawTrials(plan)].map((trials) =>
      trials.flatMap(({ mutations }) => mutations.map(describeMutation)),
    )
    expect(once).toEqual(again)
    expect(once).toHaveLength(plan.per * tableKinds.length)
  })

  test('no published table is refused', () => {
    const refused = measured.unspoilt.filter(({ accepted }) => !accepted)
    expect(refused.flatMap(({ alarms }) => alarms.map(({ message }) => message))).toEqual([])
  })

  test('errors by a factor of five or more are reported', () => {
    const silent = largeOnes(measured).filter((each) => !isReported(each))
    expect(silent.map(({ mutation }) => describeMutation(mutation))).toEqual([])
  })
})
