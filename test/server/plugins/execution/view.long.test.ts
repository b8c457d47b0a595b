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

/** Has the store move on before the second statement of the next `times` attempts. */
function moveOnBetween(times: number) {
  const { span } = View.prototype
  const moved = new Map<View, Promise<unknown>>()
  vi.spyOn(View.prototype, 'span').mockImplementation(async function (this: View, series) {
    if (moved.size < times && !moved.has(this)) moved.set(this, moveOn())
    await moved.get(this)
    return span.call(this, series)
  })
}

test('a query overtaken by the store is executed again at one version', async () => {
  const { app, logged } = testApp({ store: opened.store, schema })
  const before = await (await post(app, { query })).json()
  expect(before.data).toMatchObject({ store: { version: 6 }, indicators: { totalCount: 5 } })
  moveOnBetween(2)
  const { data, errors } = await (await post(app, { query })).json()
  expect(errors).toBeUndefined()
  expect(data.store.version).toBe(before.data.store.version + 2)
  expect(data.indicators.totalCount).toBe(7)
  const { nodes } = data.indicators
  const last = nodes.at(-1).period
  expect(nodes).toHaveLength(7)
  expect(new Set(nodes.map(({ series }: { series: { lastPeriod: string } }) => series.lastPeriod))).toEqual(
    new Set([last]),
  )
  expect(logged, 'the attempts that failed are nobody’s business').toEqual([])
})

test('a query overtaken five times is UNAVAILABLE', async () => {
  const { app } = testApp({ store: opened.store, schema })
  moveOnBetween(5)
  const response = await post(app, { query })
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
  const { data, errors } = await response.json()
  expect(data).toBeUndefined()
  expect(errors).toEqual([{ message: expect.stringContaining('Try again'), extensions: { code: 'UNAVAILABLE' } }])
  expect((await (await post(app, { query })).json()).errors, 'the next one finds it standing').toBeUndefined()
})

test('each attempt has its own context; a mutation has one attempt', async () => {
  const views: View[] = []
  const field = {
    type: GraphQLInt,
    resolve: (_: unknown, __: unknown, context: unknown) => {
      const { view } = context as Context
      views.push(view)
      view.torn = views.length === 1
      return views.length
    },
  }
  const { app } = testApp({ store: opened.store, schema: tinySchema({ field }, { field }) })
  expect(await (await post(app, { query: '{ field }' })).json()).toEqual({ data: { field: 2 } })
  expect(views[0]).not.toBe(views[1])
  views.length = 0
  expect(await (await post(app, { query: 'mutation { field }' })).json()).toEqual({ data: { field: 1 } })
})
