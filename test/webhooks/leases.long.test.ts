import { beforeEach, expect, test, vi } from 'vitest'
import { releaseEvents } from '../../src/domain/release-event.js'
import { addWebhook, listDeliveries, listWebhooks, mostWebhooks } from '../../src/store/admin/webhooks.js'
import type { Database } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { statements } from '../statements.js'
import { type Place, usePlace } from './place.js'
import { answering, type Receiver } from './receiver.js'

const placeOfFile = usePlace()
let place: Place
let database: Database
let receiver: Receiver
beforeEach(() => {
  place = placeOfFile()
  receiver = place.receiver
  database = place.store.database
})

const idsAt = (path: string): (string | undefined)[] =>
  receiver.received.filter((each) => each.path === path).map(({ headers }) => headers['webhook-id'] as string)

/** A deliverer with a store of its own, as that of another server. */
const another = () => place.deliverer({ store: new Store(database) })

test('two servers deliver each event once', async () => {
  const paths = ['/one', '/two', '/three']
  for (const path of paths) await place.add(releaseEvents, path)
  for (const value of ['1', '2', '3', '4']) await place.publish(value)
  const servers = [place.deliverer(), another()]
  await Promise.all(servers.map((each) => each.deliver()))
  for (const path of paths) {
    const ids = idsAt(`/told${path}`)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  }
  expect(await listDeliveries(database, null, 100)).toHaveLength(12)
})

test('the changes of an event are counted once for all webhooks', async () => {
  await place.add(releaseEvents, '/one')
  await place.add(releaseEvents, '/two')
  await place.publish('1', '2')
  const sent = await statements(() => place.deliverer().deliver())
  expect(sent.filter((text) => text.includes('AS "ADDED"'))).toHaveLength(1)
  expect(receiver.received).toHaveLength(2)
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
})

test('another server takes over when the lease of a lost one expires', async () => {
  const { webhook } = await place.add()
  await place.publish('1.1')
  const lease = (until: string) =>
    database.pool.query(`UPDATE webhook SET lease = gen_random_uuid(), leased_until = now() + '${until}'`)
  await lease('20 s')
  await place.deliverer().deliver()
  expect(receiver.received).toEqual([])
  await lease('-1 s')
  await place.deliverer().deliver()
  expect(receiver.received).toHaveLength(1)
  expect(place.attempts).toMatchObject([{ webhook: webhook.id, state: 'DELIVERED' }])
})

test('an attempt whose server lost its lease is made again with the same id', async () => {
  await place.add()
  await place.publish('1.2')
  receiver.answer = (_, response) => {
    database.pool
      .query(`UPDATE webhook SET lease = gen_random_uuid(), leased_until = now() - interval '1 s'`)
      .then(() => response.writeHead(204).end())
    receiver.answer = answering(204)
  }
  await place.deliverer().deliver()
  expect(idsAt('/told')).toHaveLength(2)
  expect(new Set(idsAt('/told')).size).toBe(1)
  expect(await listDeliveries(database, null, 10)).toMatchObject([{ state: 'DELIVERED', attempts: 1 }])
})

test('a shutdown leaves an attempt in progress to the next start', async () => {
  await place.add()
  await place.publish('1.3')
  receiver.answer = () => {} // hangs
  const first = place.deliverer({ grace: 0 })
  first.start()
  await receiver.next()
  await first.close()
  expect(place.attempts).toEqual([])
  expect(await listDeliveries(database, null, 10)).toMatchObject([{ state: 'WAITING', attempts: 0 }])
  receiver.answer = answering(204)
  await another().deliver()
  expect(new Set(idsAt('/told')).size).toBe(1)
  expect(await listDeliveries(database, null, 10)).toMatchObject([{ state: 'DELIVERED', attempts: 1 }])
})

test('a running server delivers a release as soon as it is published', async () => {
  await place.add()
  const deliverer = place.deliverer({ poll: 3_600_000 })
  deliverer.start()
  const received = receiver.next()
  const code = await place.publish('1.4')
  expect(JSON.parse((await received).body)).toMatchObject({ data: { release: code } })
  await vi.waitFor(() => expect(place.attempts).toMatchObject([{ state: 'DELIVERED' }]), 30_000)
  await deliverer.close()
  await place.publish('1.5')
  expect(receiver.received).toHaveLength(1)
})

test('events beyond a hundred that wait remain in the history', async () => {
  const { webhook } = await place.add()
  await database.pool.query(
    `INSERT INTO webhook_delivery (webhook_id, message_id, type, body, next_attempt_at)
     SELECT $1, 'msg_' || n, 'release.published', '{}', '2999-01-01' FROM generate_series(1, 100) n`,
    [webhook.id],
  )
  const code = await place.publish('1.6')
  await place.deliverer().deliver()
  expect(receiver.received).toEqual([])
  expect((await listWebhooks(database))[0]?.afterVersion).toBe(webhook.afterVersion)
  await database.pool.query(`DELETE FROM webhook_delivery WHERE message_id = 'msg_1'`)
  await place.deliverer().deliver()
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.release)).toEqual([code])
})

test('the log of a webhook keeps the last 500 deliveries that are done', async () => {
  const { webhook } = await place.add()
  await database.pool.query(
    `INSERT INTO webhook_delivery (webhook_id, message_id, type, body)
     SELECT $1, 'msg_' || n, 'release.published', '{}' FROM generate_series(1, 503) n`,
    [webhook.id],
  )
  await place.publish('1.7')
  await place.deliverer().deliver()
  const log = await listDeliveries(database, String(webhook.id), 1000)
  expect(log).toHaveLength(500)
  expect([log[0]?.attempts, log.at(-1)?.id]).toEqual([1, 'msg_5'])
})

test('a store has at most a hundred webhooks', async () => {
  const one = { url: receiver.url, events: ['release.published'], secret: 'whsec_', afterVersion: 0 }
  await database.prisma.webhook.createMany({ data: Array.from({ length: mostWebhooks - 1 }, () => one) })
  await place.add()
  await expect(addWebhook(database, { url: receiver.url, events: releaseEvents, dataset: null })).rejects.toMatchObject(
    { code: 'LIMIT_EXCEEDED', message: expect.stringContaining('100 webhooks') },
  )
})
