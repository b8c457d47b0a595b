import { GraphQLString } from 'graphql'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Watchdog } from '../../../../src/server/plugins/execution/watchdog.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { type Logged, post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
const registry = new Registry()
const seen: Logged[] = []
let watchdog: Watchdog
beforeAll(async () => {
  opened = await openTestStore()
  const log = pino({}, { write: (line) => seen.push(JSON.parse(line)) })
  watchdog = new Watchdog({ log, format: 'json', registry, limit: 400 })
})
afterAll(async () => {
  await watchdog.close()
  await opened.close()
})

const blocks = {
  type: GraphQLString,
  resolve: () => {
    for (const until = performance.now() + 600; performance.now() < until; );
    return 'done'
  },
}

test('a blocked event loop is counted, and logged with its operation', async () => {
  const schema = tinySchema({ blocks, fine: { type: GraphQLString, resolve: () => 'fine' } })
  const { app } = testApp({ store: opened.store, schema, watchdog })
  const headers = { 'x-request-id': 'mine' }
  expect((await post(app, { query: 'query Heavy { blocks }' }, headers)).status).toBe(200)
  const blamed = () => seen.find(({ operations, ms }) => Number(ms) >= 600 && `${operations}`.includes('Heavy (mine)'))
  await vi.waitFor(() => expect(blamed()).toBeDefined(), 60_000)
  expect(blamed()).toMatchObject({ level: 40, msg: 'the event loop was blocked' })
  const text = await registry.metrics()
  expect(text).toMatch(/^indicators_blocked_total [1-9]\d*$/m)
  expect(Number(/^indicators_blocked_seconds_total (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(0.6)
})
