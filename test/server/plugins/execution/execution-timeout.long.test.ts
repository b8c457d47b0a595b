import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphQLInt, GraphQLString } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '../../../../src/generated/prisma/client.js'
import type { Context } from '../../../../src/graphql/builder.js'
import { ExecutionSlots } from '../../../../src/server/plugins/execution/slots.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.store.view()
})
afterAll(() => opened.close())

const { sql } = Prisma
/** Holds whoever asks, until it is opened. */
class Door {
  readonly entered: Promise<void>
  open!: () => void
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve
  })
  enter!: () => void
  constructor() {
    this.entered = new Promise((resolve) => {
      this.enter = resolve
    })
  }
}

const slow = (door = new Door(), ran: string[] = []) => ({
  door,
  ran,
  schema: tinySchema(
    {
      fine: { type: GraphQLString, resolve: () => 'fine' },
      held: {
        type: GraphQLString,
        resolve: async () => {
          ran.push('held')
          door.enter()
          await door.opened
          return 'done'
        },
      },
      long: {
        type: GraphQLInt,
        resolve: async (_: unknown, __: unknown, context: unknown) => {
          const { view } = context as Context
          door.enter()
          // long enough for a server, and for a store that only its thread's end would stop, short enough to wait for
          await view.rows(
            sql`SELECT count(*) FROM generate_series(1, ${opened.database.kind === 'embedded' ? 3_000_000 : 10 ** 10}::bigint)`,
          )
          ran.push('long')
          return 1
        },
      },
    },
    {
      change: {
        type: GraphQLString,
        resolve: async () => {
          door.enter()
          await door.opened
          return 'changed'
        },
      },
    },
  ),
})

/** Resolves when no connection is at work: of a server, long before what was asked of it could have ended. */
async function idle(): Promise<void> {
  const { pool } = opened.database
  while (pool.idleCount < pool.totalCount) await new Promise(setImmediate)
}

const codes = async (response: Response) => {
  const { errors = [] } = await response.json()
  return errors.map((each: { extensions: { code: string } }) => each.extensions.code)
}

describe('QUERY_TIMEOUT_MS', () => {
  test('QUERY_TIMEOUT_MS ends a query with TIMEOUT and cancels its statement', async () => {
    const { schema, ran } = slow()
    const { app } = testApp({ store: opened.store, schema, config: { QUERY_TIMEOUT_MS: '100' } })
    const response = await post(app, { query: '{ long }' })
    const { errors } = await response.json()
    expect([response.status, errors[0].extensions.code]).toEqual([504, 'TIMEOUT'])
    expect(errors[0].message).toContain('time limit of 100 ms')
    await idle()
    if (opened.database.kind === 'server') expect(ran).toEqual([])
  })

  test('QUERY_TIMEOUT_MS does not apply to mutations', async () => {
    const { schema, door } = slow()
    const { app } = testApp({ store: opened.store, schema, config: { QUERY_TIMEOUT_MS: '10' } })
    const asked = post(app, { query: 'mutation { change }' })
    await door.entered
    expect((await post(app, { query: '{ held }' })).status, 'which takes longer than the limit').toBe(504)
    door.open()
    expect(await (await asked).json()).toEqual({ data: { change: 'changed' } })
  })
})

test('a disconnect cancels the statements of a query', async () => {
  const { schema, door, ran } = slow()
  const { app } = testApp({ store: opened.store, schema })
  const server = createServer(app)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const headers = { 'content-type': 'application/json' }
  const sent = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers })
  sent.on('error', () => {})
  sent.end(JSON.stringify({ query: '{ long }' }))
  await door.entered
  await once(opened.database.pool, 'acquire')
  sent.destroy()
  await idle()
  if (opened.database.kind === 'server') expect(ran).toEqual([])
  server.close()
})

test('a disconnect stops the computation of a query', async () => {
  let steps = 0
  const door = new Door()
  const endless = tinySchema({
    sum: {
      type: GraphQLInt,
      resolve: (_: unknown, __: unknown, context: unknown) =>
        (context as Context).view.pace.run(
          (function* () {
            for (;;) {
              steps += 1
              if (steps === 1000) door.enter()
              yield
            }
          })(),
        ),
    },
  })
  const { app } = testApp({ store: opened.store, schema: endless })
  const leaving = new AbortController()
  const asked = app.fetch('http://test/graphql?query={sum}', { signal: leaving.signal })
  await door.entered
  leaving.abort()
  await Promise.resolve(asked).catch(() => {})
  // A server learns of it some turns later; a computation that goes on makes a step in each.
  for (let before = -1; before < steps; ) {
    before = steps
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
  }
  expect(leaving.signal.aborted).toBe(true)
})

describe('MAX_EXECUTING and MAX_WAITING', () => {
  test('queries beyond MAX_EXECUTING wait; beyond MAX_WAITING they are UNAVAILABLE', async () => {
    const { schema, door, ran } = slow()
    const { app } = testApp({ store: opened.store, schema, config: { MAX_EXECUTING: '1', MAX_WAITING: '1' } })
    const first = post(app, { query: '{ held }' })
    await door.entered
    const second = post(app, { query: '{ held }' })
    const third = await post(app, { query: '{ fine }' })
    expect([third.status, third.headers.get('retry-after'), await codes(third)]).toEqual([503, '1', ['UNAVAILABLE']])
    expect(ran).toEqual(['held'])
    door.open()
    expect([(await first).status, (await second).status, (await post(app, { query: '{ fine }' })).status]).toEqual([
      200, 200, 200,
    ])
    expect(ran).toEqual(['held', 'held'])
  })

  test('a query whose client disconnects while waiting is never executed', async () => {
    const slots = new ExecutionSlots({ executing: 1, waiting: 1 })
    const door = new Door()
    const never = new AbortController()
    const first = slots.run(() => door.opened, never.signal)
    const gone = new AbortController()
    const second = slots.run(() => expect.unreachable(), gone.signal)
    gone.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    expect([slots.executing, slots.waiting]).toEqual([1, 0])
    const third = slots.run(async () => 'third', never.signal)
    door.open()
    expect([await first, await third]).toEqual([undefined, 'third'])
    expect([slots.executing, slots.waiting]).toEqual([0, 0])
  })
})
