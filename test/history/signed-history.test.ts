import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCheckpoint } from '../../src/domain/history-proof/checkpoint.js'
import { type FigureName, verifyProof } from '../../src/domain/history-proof/figure-proof.js'
import { hashLeaf, isConsistent, MerkleTree } from '../../src/domain/history-proof/merkle.js'
import { schema } from '../../src/graphql/schema.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { retract } from '../../src/store/ingest/retract.js'
import { post, testApp } from '../server/support.js'
import { openTestStore, type TestStore } from '../support.js'
import { fillBlocks, fillHistory, key, type Signing, signedApp, signing } from './support.js'

let opened: TestStore
let keys: Signing
let signed: Awaited<ReturnType<typeof signedApp>>
/** The leaves as they were made after each release, before later ones. */
const early: string[] = []
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
  keys = await signing(opened)
  await makeLeaves(opened.database)
  await fillHistory(opened)
  await makeLeaves(opened.database)
  await fillBlocks(opened)
  early.push(...(await (await keys.signer()).leaves(1, 100)))
  await retract(opened.database, 'WRONG', 'Another scale; see <notes>.', new Date('2025-01-05T08:00:00Z'))
  signed = await signedApp(opened, keys)
})
afterAll(async () => {
  await opened.close()
  await keys.clear()
})

const name = (release: string, series: string, period = '2018'): FigureName => ({ release, series, period })
const ships = key('EXPORTS', 'PRODUCT:SHIPS')
const headOf = async (size?: number) =>
  openCheckpoint(await signed.get(`/history/checkpoint${size === undefined ? '' : `?size=${size}`}`), keys.verifier)

describe('a proof shows offline', () => {
  test('a figure that was revised, as it was printed', async () => {
    const { figure, release, version, checkpoint } = await signed.prove(name('FIRST', ships))
    expect(figure).toMatchObject({ series: ships, period: '2018', value: '1.10', unit: 'CNY_TRILLION', yoy: '4.90' })
    expect(release).toMatchObject({ code: 'FIRST', title: 'Erste „Ausgabe“ \\ 第一版', figures: 4 })
    const { snapshot } = await opened.store.view()
    const stored = snapshot.releases.find(({ code }) => code === 'FIRST')
    expect(version).toMatchObject({ version: stored?.version, stamp: stored?.stamp, retracted: null })
    expect(Date.parse(version.time)).toBeLessThanOrEqual(Date.now())
    expect(checkpoint.size).toBe(snapshot.version)
  })

  test('a figure that a release printed again unchanged', async () => {
    const proven = await signed.prove(name('THIRD', ships, '2017'))
    expect(proven.figure).toMatchObject({ value: '2.0', period: '2017' })
    expect(proven.release).toMatchObject({ code: 'THIRD', figures: 3 })
  })

  test('a figure of a retracted release', async () => {
    expect((await signed.prove(name('WRONG', ships, '2015'))).figure.value).toBe('8')
    const leaves = (await signed.get('/history/leaves?from=1')).trim().split('\n')
    expect(JSON.parse(leaves.at(-1) ?? '')).toMatchObject({
      imported: null,
      retracted: { code: 'WRONG', at: '2025-01-05T08:00:00.000Z', reason: 'Another scale; see <notes>.' },
    })
  })

  test('all that is printed: rounding, shares, changes, flags and notes', async () => {
    const rounded = await signed.prove(name('FIRST', key('TRADE', 'TOTAL:ALL')))
    expect(rounded.figure).toMatchObject({
      value: '556000',
      decimals: '-3',
      unit: 'CNY_100_MILLION',
      qualifier: 'OVER',
    })
    const noted = await signed.prove(name('FIRST', key('EXPORTS', 'TOTAL:ALL', 'M'), '2018-11'))
    expect(noted.figure.value).toBe('-3.5')
    expect(JSON.parse(noted.figure.more)).toEqual({ note: { en: 'Tab\there,\nline "2"', zh: '注\u2028' } })
    const part = await signed.prove(name('SECOND', key('IMPORTS', 'TOTAL:ALL', 'Y'), '2018-01/2018-05'))
    expect(part.figure).toMatchObject({
      value: '',
      decimals: '',
      status: 'MISSING',
      share: '12.50',
      shareChange: '-0.3',
    })
    expect(part.figure.shareOf).toBe('EXPORTS TOTAL:ALL')
    expect(JSON.parse(part.figure.more)).toEqual({ flags: 'p' })
    const changed = await signed.prove(name('SECOND', key('IMPORTS', 'TOTAL:ALL', 'Q'), '2018-Q3'))
    expect(changed.figure.value).toBe('0.001')
    expect(JSON.parse(changed.figure.more)).toEqual({ changes: [{ points: '1.0', base: '2018-Q2' }] })
  })

  test('every figure of a release of several blocks', async () => {
    for (const metric of ['EXPORTS', 'IMPORTS', 'TRADE'])
      for (let year = 1950; year < 2000; year += 7) {
        const proven = await signed.prove(name('MANY', key(metric, 'TOTAL:ALL'), `${year}`))
        expect(proven.figure.value).toBe(`${year - 1950}.0`)
      }
  })
})

describe('a proof', () => {
  test('is the same at a version, whatever the store has become since', async () => {
    const { snapshot } = await opened.store.view()
    const pin = { 'x-store-version': `${snapshot.version - 1}` }
    const before = await signed.file(name('FIRST', ships), pin)
    expect(await signed.file(name('FIRST', ships), pin)).toBe(before)
    expect(verifyProof(before, keys.verifier, name('FIRST', ships)).checkpoint.size).toBe(snapshot.version - 1)
  })

  test('is refused for what a release did not print', async () => {
    for (const other of [
      name('SECOND', ships, '2016'),
      name('FIRST', key('EXPORTS', 'PRODUCT:NOTHING')),
      name('NONE', ships),
    ])
      await expect(signed.prove(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('needs the id of an indicator', async () => {
    const query = '{ proof(indicator: "WyJTZXJpZXMiLCJYIl0") { index } }'
    const { errors } = await (await post(signed.app, { query })).json()
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })
})

test('leaves do not depend on when they are made', async () => {
  const leaves = async () => (await signed.get('/history/leaves?from=1')).trim().split('\n')
  const atOnce = await leaves()
  expect(atOnce.slice(0, early.length)).toEqual(early)
  await opened.database.pool.query('DELETE FROM history_leaf; DELETE FROM history_block')
  await makeLeaves(opened.database)
  expect(await leaves()).toEqual(atOnce)
})

test('the root of a release depends on nothing but what it printed', async () => {
  const rootOf = async (code: string): Promise<string> => {
    const leaves = (await signed.get('/history/leaves')).trim().split('\n')
    return leaves.map((leaf) => JSON.parse(leaf).imported).find((release) => release?.code === code)?.root
  }
  expect(await rootOf('TWIN'), 'confirmed, in another order').toBe(await rootOf('THIRD'))
  const lines = ['EXPORTS', 'IMPORTS', 'TRADE'].flatMap((metric) =>
    Array.from({ length: 50 }, (_, n) => {
      const [ordinal, value] = [(1950 + n) * 192 + 187, n === 0 ? '0' : `${n}000000000000`]
      const printed = [ordinal, 'CNY_TRILLION', value, -11, 'EXACT', 'NORMAL', '\\N', '\\N', '\\N', '\\N']
      return [key(metric, 'TOTAL:ALL'), ...printed, 12, '\\N'].join('\t')
    }),
  )
  const sorted = lines.map((line) => `${line}\n`).sort()
  const blocks = [0, 128].map((from) => hashLeaf(sorted.slice(from, from + 128).join('')))
  expect(await rootOf('MANY')).toBe(Buffer.from(new MerkleTree(blocks).root()).toString('base64'))
})

test('auditors compute every head from the leaves', async () => {
  const leaves = (await signed.get('/history/leaves')).trim().split('\n')
  const tree = new MerkleTree(leaves.map(hashLeaf))
  const newest = await headOf()
  expect(newest).toMatchObject({ size: leaves.length, root: tree.root() })
  for (let size = 0; size <= leaves.length; size++) {
    const head = await headOf(size)
    expect(head.root).toEqual(tree.root(size))
    const hashes = await signed.get(`/history/consistency?from=${size}&to=${newest.size}`)
    const path = hashes
      .split('\n')
      .slice(0, -1)
      .map((hash) => Buffer.from(hash, 'base64'))
    expect(isConsistent(head, newest, path)).toBe(true)
  }
})

test('invalid sizes and parameters are refused with a reason', async () => {
  const statuses = await Promise.all(
    ['checkpoint?size=-1', 'checkpoint?sise=1', 'consistency?from=1', 'consistency?from=2&to=1', 'leaves?from=x'].map(
      async (path) => (await signed.app.fetch(`http://test/history/${path}`)).status,
    ),
  )
  expect(statuses).toEqual([400, 400, 400, 400, 400])
  expect(await signed.get('/history/consistency?from=1&to=9999')).toMatch(
    /^to is 9999. It must be at most \d+, the number/,
  )
  const { version } = (await opened.store.view()).snapshot
  const beyond = await signed.app.fetch('http://test/history/checkpoint?size=9999')
  expect([beyond.status, await beyond.text()]).toEqual([
    400,
    `size is 9999. It must be at most ${version}, the number of versions of the store.\n`,
  ])
})

test('a server without a key says that it signs nothing', async () => {
  const { app } = testApp({ store: opened.store, schema })
  const response = await app.fetch('http://test/history/checkpoint')
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('has no SIGNING_KEY')])
  const { errors } = await (await post(app, { query: '{ proof(indicator: "x") { index } }' })).json()
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('has no SIGNING_KEY'),
    extensions: { code: 'NOT_FOUND' },
  })
})
