import { beforeEach, expect, test, vi } from 'vitest'
import { releaseEvents } from '../../src/domain/release-event.js'
import { enableWebhook, listDeliveries, listWebhooks, removeWebhook } from '../../src/store/admin/webhooks.js'
import type { Database } from '../../src/store/database/open.js'
import { retract } from '../../src/store/ingest/retract.js'
import type { Deliverer } from '../../src/webhooks/deliverer.js'
import { delays, jitter } from '../../src/webhooks/schedule.js'
import { type Place, usePlace } from './place.js'
import { answering, type Receiver, verified } from './receiver.js'

const placeOfFile = usePlace()
let place: Place
let database: Database
let receiver: Receiver
beforeEach(() => {
  place = placeOfFile()
  receiver = place.receiver
  database = place.store.database
})

test('a published release is posted once, signed, with what it changed', async () => {
  await place.publish('1.1', '2.2')
  const { secret } = await place.add()
  const code = await place.publish('1.2', '2.2', '3.3')
  const { snapshot } = await place.store.store.view()
  const deliverer = place.deliverer()
  await deliverer.deliver()
  await deliverer.deliver()
  expect(receiver.received).toHaveLength(1)
  const [request] = receiver.received
  if (request === undefined) throw new Error('nothing was received')
  expect(request.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'trade-indicators' })
  const [imported] = snapshot.releases.filter((each) => each.code === code)
  expect(verified(secret, request)).toEqual({
    type: 'release.published',
    timestamp: imported?.importedAt,
    data: {
      release: code,
      title: imported?.title,
      publisher: imported?.publisher,
      dataset: 'CN_TRADE',
      publishedAt: imported?.publishedAt,
      stage: imported?.stage,
      url: imported?.url,
      version: snapshot.version,
      stamp: snapshot.stamp,
      changes: { added: 1, revised: 1, retracted: 0 },
      links: {
        page: `https://figures.example.org/?release=${code}&panel=releases&lang=en`,
        changes: expect.stringMatching(/^https:\/\/figures\.example\.org\/export\?query=changes&format=csv&variables=/),
        feed: 'https://figures.example.org/feed.atom',
        entry: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      },
    },
  })
})

test('a retraction is posted with its reason and the number of figures', async () => {
  const code = await place.publish('7.1', '7.2')
  const { secret } = await place.add()
  await retract(database, code, 'Printed by mistake.')
  await place.deliverer({ origin: null }).deliver()
  const [request] = receiver.received
  expect(request && verified(secret, request)).toMatchObject({
    type: 'release.retracted',
    data: {
      release: code,
      retractionReason: 'Printed by mistake.',
      changes: { added: 0, revised: 0, retracted: 2 },
      links: { feed: '/feed.atom' },
    },
  })
})

test('an event is counted at its version, also after the release was retracted', async () => {
  const { secret } = await place.add()
  const code = await place.publish('8.1')
  await retract(database, code, 'Printed by mistake.')
  await place.deliverer().deliver()
  expect(receiver.received.map((each) => verified(secret, each))).toMatchObject([
    { type: 'release.published', data: { release: code, changes: { revised: 1, retracted: 0 } } },
    { type: 'release.retracted', data: { release: code, changes: { revised: 0, retracted: 1 } } },
  ])
})

test('a webhook is told only of its events and its dataset', async () => {
  await place.add(['release.retracted'], '/retracted')
  await place.add(['release.published'], '/rates', 'EXCHANGE_RATES')
  await place.add(['release.published'], '/trade', 'CN_TRADE')
  await place.publish('1.3')
  await place.deliverer().deliver()
  expect(receiver.received.map(({ path }) => path)).toEqual(['/told/trade'])
})

test('a failing receiver gets the same message again by the schedule, for a day', async () => {
  await place.add()
  await place.publish('1.4')
  receiver.answer = answering(500)
  const deliverer = place.deliverer({ random: () => 0.5 })
  const first = place.at
  for (const [index, delay] of delays.entries()) {
    await deliverer.deliver()
    expect(receiver.received).toHaveLength(index + 1)
    const [logged] = await listDeliveries(database, null, 1)
    expect(logged).toMatchObject({
      state: 'WAITING',
      attempts: index + 1,
      status: 500,
      error: 'The receiver answered 500.',
      nextAttemptAt: new Date(place.at.getTime() + delay).toISOString(),
    })
    place.pass(delay - 1)
    await deliverer.deliver()
    expect(receiver.received).toHaveLength(index + 1)
    place.pass(1)
  }
  await deliverer.deliver()
  expect(await listDeliveries(database, null, 10)).toMatchObject([
    { state: 'FAILED', attempts: delays.length + 1, nextAttemptAt: null },
  ])
  expect(place.attempts.map(({ state }) => state)).toEqual([...delays.map(() => 'WAITING'), 'FAILED'])
  const messages = receiver.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)
  expect(new Set(messages).size).toBe(1)
  expect((place.at.getTime() - first.getTime()) / 3_600_000).toBeCloseTo(23.6, 1)
})

test('a receiver that answers 503 with Retry-After gets the message then, within the day', async () => {
  await place.add()
  await place.publish('1.5')
  const deliverer = place.deliverer({ random: () => 0.5 })
  const first = place.at.getTime()
  const nextAfter = async (header: string): Promise<number> => {
    receiver.answer = answering(503, { 'retry-after': header })
    await deliverer.deliver()
    const [logged] = await listDeliveries(database, null, 1)
    return Date.parse(logged?.nextAttemptAt ?? '') - first
  }
  expect(await nextAfter('3600')).toBe(3_600_000)
  place.pass(3_599_999)
  await deliverer.deliver()
  expect(receiver.received).toHaveLength(1)
  place.pass(1)
  const day = delays.reduce((sum, delay) => sum + delay, 0)
  expect(await nextAfter('999999')).toBe(day)
  place.pass(day - 3_600_000)
  expect(await nextAfter('999999')).toBe(day + (delays[2] ?? 0))
})

/** Lets all place.attempts of what is waiting fail. */
async function exhaust(deliverer: Deliverer): Promise<void> {
  for (let nth = 0; nth <= delays.length; nth++) {
    await deliverer.deliver()
    place.pass((delays[nth] ?? 0) * (1 + jitter))
  }
}

test('five failed deliveries in a row disable a webhook; enabled, it gets everything', async () => {
  const { webhook } = await place.add()
  receiver.answer = answering(503)
  const deliverer = place.deliverer()
  const codes = [
    await place.publish('2.1'),
    await place.publish('2.2'),
    await place.publish('2.3'),
    await place.publish('2.4'),
  ]
  await exhaust(deliverer)
  expect((await listWebhooks(database))[0]).toMatchObject({ failures: 4, disabledAt: null })
  codes.push(await place.publish('2.5'))
  await exhaust(deliverer)
  expect((await listWebhooks(database))[0]).toMatchObject({
    failures: 5,
    disabledAt: expect.any(String),
    disabledReason: '5 deliveries in a row failed.',
  })
  expect(place.attempts.at(-1)).toMatchObject({ state: 'FAILED', disabled: '5 deliveries in a row failed.' })
  codes.push(await place.publish('2.6'))
  receiver.answer = answering(200)
  receiver.received.length = 0
  await deliverer.deliver()
  expect(receiver.received).toEqual([])
  expect(await enableWebhook(database, String(webhook.id), place.at)).toMatchObject({
    webhook: { disabledAt: null, failures: 0 },
    resent: 5,
  })
  await deliverer.deliver()
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.release)).toEqual(codes)
})

test('a delivery that succeeds ends the row of failures', async () => {
  await place.add()
  receiver.answer = answering(500)
  const deliverer = place.deliverer()
  await place.publish('2.7')
  await exhaust(deliverer)
  expect((await listWebhooks(database))[0]).toMatchObject({ failures: 1 })
  receiver.answer = answering(201)
  await place.publish('2.8')
  await deliverer.deliver()
  expect((await listWebhooks(database))[0]).toMatchObject({ failures: 0 })
})

test('410 (Gone) disables a webhook at once', async () => {
  await place.add()
  receiver.answer = answering(410)
  await place.publish('3.1')
  await place.deliverer().deliver()
  expect(receiver.received).toHaveLength(1)
  expect((await listWebhooks(database))[0]).toMatchObject({
    disabledReason: 'The receiver answered 410 (Gone).',
  })
  expect(await listDeliveries(database, null, 10)).toMatchObject([{ state: 'FAILED', status: 410 }])
})

test('a webhook that is removed meanwhile ends without an error', async () => {
  const { webhook } = await place.add()
  await place.publish('3.2')
  receiver.answer = (_, response) => {
    removeWebhook(database, String(webhook.id)).then(() => response.writeHead(500).end())
  }
  await place.deliverer().deliver()
  expect(receiver.received).toHaveLength(1)
  expect(await listDeliveries(database, null, 10)).toEqual([])
})

test('a receiver that hangs does not delay others', async () => {
  await place.add(releaseEvents, '/hangs')
  const { webhook: answers } = await place.add(releaseEvents, '/answers')
  await place.publish('3.3')
  const answered: (() => void)[] = []
  receiver.answer = ({ url }, response) => {
    if (url === '/told/answers') response.writeHead(204).end()
    else answered.push(() => response.writeHead(204).end())
  }
  const deliverer = place.deliverer()
  const delivering = deliverer.deliver()
  await vi.waitFor(() => {
    expect(place.attempts).toMatchObject([{ webhook: answers.id, state: 'DELIVERED' }])
    expect(answered).toHaveLength(1)
  }, 30_000)
  for (const answer of answered) answer()
  await delivering
  expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(['/told/answers', '/told/hangs'])
})
