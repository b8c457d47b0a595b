import { GraphQLInt } from 'graphql'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Context } from '../../../../src/graphql/builder.js'
import { schema } from '../../../../src/graphql/schema.js'
import { View } from '../../../../src/store/query/view.js'
import { figure, release } from '../../../figures.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => opened.close())

// Two statements, one after the other: the list, then what its series span.
const query = `{
  store { version }
  indicators(filter: { metrics: ["IMPORTS"], dimensions: ["TOTAL"] }, orderBy: [{ field: PERIOD }]) {
    totalCount nodes { period series { lastPeriod } }
  }
}`

let year = 2025
/** Brings in the imports of one more year. */
const moveOn = () => {
  const period = `${year++}`
  return release(opened.database, { code: `IMPORTS-${period}`, publishedAt: '2026-01-01T00:00:00Z' }, [
    figure({ metric: 'IMPORTS', period, value: '18.5' }),
  ])
}

/** Has the store move on before the second statement of each query. */
function moveOnBetween() {
  const { span } = View.prototype
  const moved = new Map<View, Promise<unknown>>()
  vi.spyOn(View.prototype, 'span').mockImplementation(async function (this: View, series) {
    if (!moved.has(this)) moved.set(this, moveOn())
    await moved.get(this)
    return span.call(this, series)
  })
}

test('a query that the store overtakes is answered at the version of its first statement', async () => {
  const { app, logged } = testApp({ store: opened.store, schema })
  const before = await (await post(app, { query })).json()
  expect(before.data).toMatchObject({ store: { version: 6 }, indicators: { totalCount: 5 } })
  moveOnBetween()
  expect(await (await post(testApp({ store: opened.store, schema }).app, { query })).json()).toEqual(before)
  vi.restoreAllMocks()
  const after = await (await post(app, { query })).json()
  expect(after.data).toMatchObject({ store: { version: 7 }, indicators: { totalCount: 6 } })
  expect(logged).toEqual([])
})

test('a query is executed once', async () => {
  const views: View[] = []
  const field = {
    type: GraphQLInt,
    resolve: (_: unknown, __: unknown, context: unknown) => views.push((context as Context).view),
  }
  const { app } = testApp({ store: opened.store, schema: tinySchema({ field }, { field }) })
  expect(await (await post(app, { query: '{ field }' })).json()).toEqual({ data: { field: 1 } })
  expect(await (await post(app, { query: 'mutation { field }' })).json()).toEqual({ data: { field: 2 } })
})
