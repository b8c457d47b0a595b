import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signCheckpoint } from '../../src/domain/history-proof/checkpoint.js'
import { readSigningKey } from '../../src/history/signing-key.js'
import { Workplace } from '../cli/process.js'
import { patient, type Ran, run as runIn } from '../cli/run.js'

const place = new Workplace()
const origin = 'stats.example.org/history'
const figure = 'CN-GACC-2023-ANNUAL CN_TRADE|EXPORTS|TOTAL:ALL|CNY|A 2023'
let folder: string
let env: NodeJS.ProcessEnv
let publicKey: string
/** What a server that signs the shipped releases, which an earlier one stored, gives to clients. */
let url: string
beforeAll(async () => {
  folder = await place.folder()
  const unsigned = { DATA_DIR: join(folder, 'store') }
  await place.seed(unsigned)
  env = { ...unsigned, SIGNING_KEY: join(folder, 'history.pem'), SIGNING_ORIGIN: origin }
  const made = await run('keys', 'signing', join(folder, 'history.pem'))
  expect(made).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^stats\.example\.org\/history\+[0-9a-f]{8}\+\S+\n$/),
  })
  publicKey = made.out.trim()
  const signing = await place.serve(env)
  await signing.server.says(/signed the history/)
  url = signing.url
}, 240_000)
afterAll(() => place.clear())

const run = (...args: readonly string[]): Promise<Ran> => runIn(place, env, ...args)
const path = (name: string): string => join(folder, name)
const get = async (document: string): Promise<string> => (await fetch(`${url}${document}`)).text()

test('the private key is readable by its owner only, and is not overwritten', patient, async () => {
  expect((await stat(path('history.pem'))).mode & 0o777).toBe(0o600)
  expect(await run('keys', 'signing', path('history.pem'))).toMatchObject({
    status: 1,
    err: expect.stringContaining('never overwritten'),
  })
  const named = JSON.parse((await run('keys', 'signing', path('second.pem'), '--origin', 'a.example', '--json')).out)
  expect(named).toMatchObject({ origin: 'a.example', publicKey: expect.stringMatching(/^a\.example\+/) })
  expect(await run('keys', 'signing', path('third.pem'), '--origin', 'a b')).toMatchObject({ status: 2 })
})

describe('a proof', () => {
  beforeAll(async () => {
    await writeFile(path('history.pub'), await get('/history/key'))
    expect(await run('proof', figure, '--server', url, '-o', path('proof'))).toMatchObject({ status: 0 })
  })

  test('from a server is verified offline, by a key and by its file', patient, async () => {
    for (const key of [publicKey, path('history.pub')]) {
      const { status, out } = await run('verify', figure, '--proof', path('proof'), '--key', key)
      expect(status).toBe(0)
      expect(out).toContain('printed                      23.77 CNY_TRILLION (EXACT, 2 decimals)')
      expect(out).toMatch(/history +stats\.example\.org\/history, 6 versions signed/)
    }
    const shown = JSON.parse((await run('verify', figure, '--proof', path('proof'), '--key', publicKey, '--json')).out)
    expect(shown).toMatchObject({ figure: { value: '23.77' }, release: { code: 'CN-GACC-2023-ANNUAL' }, version: 5 })
  })

  test('of the local store is the same, and goes by the id of the figure', patient, async () => {
    const parts = ['Indicator', ...figure.split(' ')]
    const id = Buffer.from(JSON.stringify(parts)).toString('base64url')
    const { status, out } = await run('proof', id, '-o', '-')
    expect([status, out]).toEqual([0, await readFile(path('proof'), 'utf8')])
  })

  test('is refused when it is forged, of another figure, or by another key', patient, async () => {
    const proof = await readFile(path('proof'), 'utf8')
    await writeFile(path('forged'), proof.replace('\n6\n', '\n7\n'))
    const verify = (of: string, name: string, key = publicKey) => run('verify', of, '--proof', path(name), '--key', key)
    expect(await verify(figure, 'forged')).toMatchObject({ status: 1, err: expect.stringContaining('signature') })
    expect(await verify(figure.replace(/2023$/, '2022'), 'proof')).toMatchObject({
      status: 1,
      err: expect.stringContaining('about another figure'),
    })
    expect(await verify(figure, 'proof', `${origin}+00000000+AAAA`)).toMatchObject({ status: 2 })
    expect(await verify('nothing', 'proof')).toMatchObject({ status: 2, err: expect.stringContaining('not a figure') })
    const { out } = await run('keys', 'signing', path('other.pem'))
    expect(await verify(figure, 'proof', out.trim())).toMatchObject({
      status: 1,
      err: expect.stringContaining('not signed with this key'),
    })
  })
})

describe('an audit', () => {
  const audit = (...args: readonly string[]): Promise<Ran> =>
    run('audit', url, '--key', publicKey, '--checkpoint', path('checkpoint'), ...args)

  test('keeps the newest checkpoint of a history that continues', patient, async () => {
    expect(await audit()).toMatchObject({
      status: 0,
      out: `${origin} has 6 signed versions. This is the first audit.\n`,
    })
    expect(await readFile(path('checkpoint'), 'utf8')).toBe(await get('/history/checkpoint'))
    await writeFile(path('checkpoint'), await get('/history/checkpoint?size=3'))
    expect(JSON.parse((await audit('--json')).out)).toEqual({ origin, from: 3, size: 6 })
    expect(await readFile(path('checkpoint'), 'utf8')).toBe(await get('/history/checkpoint'))
  })

  test('notices a history that was rewritten', patient, async () => {
    const signer = await readSigningKey(path('history.pem'), origin)
    for (const [size, reason] of [
      [3, 'was rewritten'],
      [6, 'was rewritten'],
      [7, 'shows 6 versions, and the last audit has seen 7'],
    ] as const) {
      const other = signCheckpoint({ origin, size, root: Buffer.alloc(32, 1) }, signer)
      await writeFile(path('checkpoint'), other)
      expect(await audit(), `${size}`).toMatchObject({ status: 1, err: expect.stringContaining(reason) })
      expect(await readFile(path('checkpoint'), 'utf8')).toBe(other)
    }
  })

  test('reports a server that is not there or signs with another key', patient, async () => {
    const { out } = await run('keys', 'signing', path('another.pem'))
    expect(await run('audit', url, '--key', out.trim(), '--checkpoint', path('new'))).toMatchObject({ status: 1 })
    const lost = ['audit', 'http://127.0.0.1:1', '--key', publicKey, '--checkpoint', path('new')]
    expect(await run(...lost)).toMatchObject({ status: 3 })
    expect(await run('audit', 'nowhere', ...lost.slice(2))).toMatchObject({ status: 2 })
  })

  test('refuses an answer that never ends, and keeps the last checkpoint', patient, async () => {
    const kept = await readFile(path('checkpoint'), 'utf8')
    const endless = createServer((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    endless.listen(0, '127.0.0.1')
    await once(endless, 'listening')
    const { port } = endless.address() as AddressInfo
    const ran = await run('audit', `http://127.0.0.1:${port}`, '--key', publicKey, '--checkpoint', path('checkpoint'))
    endless.close()
    expect(ran).toMatchObject({ status: 3, err: expect.stringContaining('more than 100,000 bytes') })
    expect(await readFile(path('checkpoint'), 'utf8')).toBe(kept)
  })
})

test('a server does not start with a file that is no key', patient, async () => {
  for (const [name, content] of [
    ['absent.pem', null],
    ['text.pem', 'nonsense'],
  ] as const) {
    if (content !== null) await writeFile(path(name), content)
    const server = place.start({ DATA_DIR: path('unused'), SIGNING_KEY: path(name) })
    expect(await server.end(), name).toBe(2)
  }
})

test('a restored store has the same history', patient, async () => {
  const checkpoint = await get('/history/checkpoint')
  expect(await run('backup', path('backup'))).toMatchObject({ status: 0 })
  const restored = { ...env, DATA_DIR: path('restored') }
  expect(await runIn(place, restored, 'restore', path('backup'))).toMatchObject({ status: 0 })
  const signing = await place.serve(restored)
  await signing.server.says(/signed the history/)
  expect(await (await fetch(`${signing.url}/history/checkpoint`)).text()).toBe(checkpoint)
})
