import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { certify } from '../../certificate.js'
import { figure, release } from '../../figures.js'
import { openTestStore } from '../../support.js'
import { answering, openReceiver, type Receiver, verified } from '../../webhooks/receiver.js'
import { Workplace } from '../process.js'
import { patient, run as runIn } from '../run.js'

const filling = new Workplace()
const workplace = new Workplace()
const receivers: Receiver[] = []
let folder: string
beforeAll(async () => {
  folder = await filling.folder()
  await filling.seed({ DATA_DIR: folder })
})
afterEach(async () => {
  await workplace.clear()
  for (const each of receivers.splice(0)) await each.close()
})
afterAll(() => filling.clear())

const local = { WEBHOOKS_LOCAL: '127.0.0.1' }
const run = (env: NodeJS.ProcessEnv, ...args: readonly string[]) => runIn(workplace, env, 'hooks', ...args)

async function listen(tls: Parameters<typeof openReceiver>[0] = null): Promise<Receiver> {
  const receiver = await openReceiver(tls)
  receivers.push(receiver)
  return receiver
}

/** Imports one figure as a release of its own. */
async function importOne(env: NodeJS.ProcessEnv, code: string, period: string): Promise<void> {
  const file = join(await workplace.folder(), `${code}.csv`)
  await writeFile(file, `metric,dimension,category,period,value,unit\nEXPORTS,TOTAL,ALL,${period},9.9,CNY_TRILLION\n`)
  const head = ['--release', code, '--title', code, '--publisher', 'P', '--published-at', '2025-02-01T00:00:00Z']
  const imported = await runIn(workplace, env, 'import', file, '--format', 'csv', ...head)
  expect(imported, imported.err).toMatchObject({ status: 0 })
}

test('a webhook is added, tested, listed and removed', patient, async () => {
  const env = { DATA_DIR: folder, ...local }
  const receiver = await listen()
  const added = await run(env, 'add', receiver.url, '--events', 'release.published', '--dataset', 'CN_TRADE')
  expect(added).toEqual({
    status: 0,
    out: expect.stringMatching(/^\d+ whsec_[A-Za-z0-9+/]{43}=\n$/),
    err: expect.stringMatching(/only once\. The webhook is told of releases after version \d+\.$/m),
  })
  const [id = '', secret = ''] = added.out.trim().split(' ')

  expect(await run(env, 'test', id)).toEqual({ status: 0, out: 'received with status 204\n', err: '' })
  expect(receiver.received.map((each) => verified(secret, each))).toMatchObject([{ type: 'webhook.test' }])
  receiver.answer = answering(302, { location: receiver.url })
  expect(await run(env, 'test', id)).toEqual({
    status: 1,
    out: '',
    err: 'The test failed. The receiver answered 302. Redirects are not followed.\n',
  })

  const log = await run(env, 'log', id, '--first', '1')
  expect(log.out).toMatch(/^HOOK {2}EVENT .* ERROR$/m)
  expect(log.out).toMatch(new RegExp(`^${id} +webhook\\.test +- +failed +1 +20\\S+Z +302 +- +The receiver`, 'm'))
  expect(log.out.trimEnd().split('\n')).toHaveLength(2)
  const listed = await run(env, 'list')
  expect(listed.out).toMatch(new RegExp(`^${id} +${receiver.url} +release\\.published +CN_TRADE +20\\S+Z +-$`, 'm'))
  expect(listed.out).not.toContain('whsec_')
  expect(await run(env, 'enable', id)).toMatchObject({ out: `enabled ${id}; 0 failed deliveries are sent again\n` })
  expect(await run(env, 'remove', id)).toMatchObject({ status: 0, out: `removed ${id}\n` })
  expect(await run(env, 'list')).toEqual({ status: 0, out: '', err: 'There are no webhooks.\n' })
  expect(await run(env, 'log', id)).toEqual({
    status: 1,
    out: '',
    err: `There is no webhook "${id}". There is none.\n`,
  })
})

test.each([
  [['http://127.0.0.1:1/'], 2, 'not an address of the public internet'],
  [['https://localhost/'], 2, 'localhost ('],
  [['https://me:hunter2@office.example/'], 2, 'must not contain a user name'],
  [['ftp://office.example/'], 2, 'scheme must be https'],
  [['https://8.8.8.8/', '--events', 'release.deleted'], 2, 'release.published, release.retracted'],
  [['https://8.8.8.8/', '--dataset', 'CN_TRAD'], 1, 'Did you mean CN_TRADE?'],
])('hooks add %j is refused', patient, async (args, status, reason) => {
  const refused = await run({ DATA_DIR: folder }, 'add', ...args)
  expect(refused).toMatchObject({ status, out: '', err: expect.stringContaining(reason) })
  expect(refused.err).not.toContain('hunter2')
})

test('a server delivers what a command beside it publishes', patient, async () => {
  const env = { DATA_DIR: folder, LOG_LEVEL: 'debug', ...local }
  const receiver = await listen()
  const { server, url } = await workplace.serve(env)
  const { id, secret } = JSON.parse((await run(env, 'add', `${receiver.url}?token=hunter2`, '--json')).out)
  const published = receiver.next()
  await importOne(env, 'BESIDE', '1979')
  expect(verified(secret, await published)).toMatchObject({
    type: 'release.published',
    data: { release: 'BESIDE', changes: { added: 1 }, links: { feed: '/feed.atom' } },
  })
  receiver.answer = answering(500)
  const retracted = receiver.next()
  await runIn(workplace, env, 'retract', 'BESIDE', '--reason', 'a test')
  expect(verified(secret, await retracted)).toMatchObject({ type: 'release.retracted', data: { release: 'BESIDE' } })
  await server.says(/info {2}could not deliver an event to a webhook: trying again later webhook=\d+ .*status=500/)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('indicators_webhook_attempts_total{outcome="delivered"} 1')
  expect(metrics).toContain('indicators_webhook_attempts_total{outcome="waiting"} 1')
  expect(await server.kill('SIGTERM')).toBe(0)
  for (const confidential of [secret, 'hunter2']) expect(server.said).not.toContain(confidential)
  await run(env, 'remove', String(id))
})

test('a server killed during an attempt makes it again when it starts', patient, async () => {
  const env = { DATA_DIR: folder, ...local }
  const receiver = await listen()
  const { id } = JSON.parse((await run(env, 'add', receiver.url, '--json')).out)
  const { server } = await workplace.serve(env)
  receiver.answer = () => {} // hangs
  const first = receiver.next()
  await importOne(env, 'KILLED', '1978')
  await first
  await server.kill('SIGKILL')
  receiver.answer = answering(204)
  const second = receiver.next()
  await workplace.serve(env)
  expect((await second).headers['webhook-id']).toBe((await first).headers['webhook-id'])
  await vi.waitFor(async () => {
    const [delivery] = JSON.parse((await run(env, 'log', String(id), '--json')).out)
    expect(delivery).toMatchObject({ state: 'DELIVERED', attempts: 1, release: 'KILLED' })
  }, 60_000)
  await run(env, 'remove', String(id))
})

test('a server with WEBHOOKS=false leaves deliveries to others', patient, async () => {
  const env = { DATA_DIR: folder, ...local }
  const receiver = await listen()
  const { id } = JSON.parse((await run(env, 'add', receiver.url, '--json')).out)
  const { server } = await workplace.serve({ ...env, WEBHOOKS: 'false' })
  await importOne(env, 'LEFT', '1977')
  await server.kill('SIGTERM')
  expect(receiver.received).toEqual([])
  const received = receiver.next()
  await workplace.serve({ ...env, PUBLIC_URL: 'https://figures.example.org/' })
  expect(JSON.parse((await received).body)).toMatchObject({
    data: { release: 'LEFT', links: { feed: 'https://figures.example.org/feed.atom' } },
  })
  await run(env, 'remove', String(id))
})

describe('by https, a receiver', () => {
  test('needs a certificate of a known authority for its name', patient, async () => {
    const certificate = await certify('localhost')
    const { key, certificate: cert, file } = certificate
    const receiver = await listen({ key, cert })
    const env = { DATA_DIR: folder, WEBHOOKS_LOCAL: '127.0.0.1,::1' }
    const add = async (url: string): Promise<string> => (await run(env, 'add', url)).out.split(' ')[0] ?? ''
    const known = { ...env, NODE_EXTRA_CA_CERTS: file }
    const named = await add(receiver.url.replace('127.0.0.1', 'localhost'))
    expect(await run(known, 'test', named)).toMatchObject({ status: 0 })
    expect(await run(env, 'test', named)).toMatchObject({ status: 1, err: expect.stringContaining('self-signed') })
    const other = await add(receiver.url)
    expect(await run(known, 'test', other)).toMatchObject({ status: 1, err: expect.stringContaining('altnames') })
    expect(receiver.received).toHaveLength(1)
    for (const id of [named, other]) await run(env, 'remove', id)
    await certificate.remove()
  })
})

describe.skipIf(!('server' in inject('template')))('on PostgreSQL', () => {
  test('two workers and another server deliver each release once', patient, async () => {
    const opened = await openTestStore()
    const receiver = await listen()
    const env = { DATABASE_URL: opened.database.pool.options.connectionString ?? '', ...local }
    const added = await Promise.all(['/one', '/two'].map((path) => run(env, 'add', `${receiver.url}${path}`)))
    expect(added.map(({ status }) => status)).toEqual([0, 0])
    const workers = workplace.start({ ...env, WORKERS: '2' })
    const other = workplace.start(env)
    await other.says(/ready at/)
    await vi.waitUntil(() => (workers.said.match(/ready at/g) ?? []).length === 2, { timeout: 60_000, interval: 50 })
    const codes = Array.from({ length: 8 }, (_, nth) => `WORKED-${nth}`)
    for (const [nth, code] of codes.entries())
      await release(opened.database, { code, publishedAt: `2026-03-0${nth + 1}T00:00:00Z` }, [
        figure({ metric: 'IMPORTS', period: `${1970 + nth}`, value: '1.5' }),
      ])
    await vi.waitUntil(() => receiver.received.length >= 2 * codes.length, { timeout: 60_000, interval: 50 })
    for (const server of [workers, other]) expect(await server.kill('SIGTERM')).toBe(0)
    for (const path of ['/told/one', '/told/two'])
      expect(
        receiver.received
          .filter((each) => each.path === path)
          .map(({ body }) => JSON.parse(body).data.release)
          .toSorted(),
      ).toEqual(codes)
    await workplace.clear()
    await opened.close()
  })
})
