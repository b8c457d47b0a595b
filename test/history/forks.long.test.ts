import { readFile, rm, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openCheckpoint } from '../../src/domain/history-proof/checkpoint.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { key, type Signing, signedApp, signing } from './support.js'

// Stores that have another history than was signed.

let opened: TestStore
let keys: Signing
beforeEach(async () => {
  opened = await openTestStore()
  keys = await signing(opened)
  onTestFinished(async () => {
    await opened.close()
    await keys.clear()
  })
  await publish('SIGNED')
  await makeLeaves(opened.database)
  await (await keys.signer()).checkpoint()
})

const publish = (code: string) =>
  release(opened.database, { code, publishedAt: '2026-01-01T00:00:00Z' }, [figure({ period: '2025', value: '18.5' })])
const raise = () => change(opened.database, async () => ({ changed: true, result: undefined }))

/** What is left after a restore of the state before the last version. */
async function loseLast(): Promise<void> {
  await opened.database.pool.query(`
    DELETE FROM history_leaf WHERE version = (SELECT version FROM store_state);
    DELETE FROM store_version WHERE version = (SELECT version FROM store_state);
    UPDATE store_state s SET version = v.version, stamp = v.stamp FROM store_version v WHERE v.version = s.version - 1`)
  await opened.database.pool.query('DELETE FROM history_head') // older than what was signed
}

const signAgain = async (origin?: string): Promise<string> => {
  await makeLeaves(opened.database)
  return (await keys.signer(origin)).checkpoint()
}
const refused = (message: RegExp) => ({ code: 'CONFLICT', message: expect.stringMatching(message) })

describe('a store is not signed any more', () => {
  test('that has lost versions since', async () => {
    await loseLast()
    await expect(signAgain()).rejects.toMatchObject(refused(/it has lost changes/))
  })

  test('that has others in place of those it lost', async () => {
    await loseLast()
    await raise()
    await raise()
    await expect(signAgain()).rejects.toMatchObject(refused(/not those that were signed/))
  })

  test('whose leaf was changed, as long as the store or the key remembers', async () => {
    await opened.database.pool.query(`UPDATE history_leaf SET hash = sha256('x') WHERE version = 1`)
    await rm(`${keys.file}.head`)
    await expect(signAgain()).rejects.toMatchObject(refused(/not those that were signed/))
  })

  test('while the file of the last head is damaged', async () => {
    await writeFile(`${keys.file}.head`, 'nonsense')
    await expect(signAgain()).rejects.toMatchObject(refused(/is damaged/))
  })
})

test('a process notices that the store was exchanged while it runs', async () => {
  const signer = await keys.signer()
  await signer.checkpoint()
  await rm(`${keys.file}.head`)
  await loseLast()
  await raise()
  await makeLeaves(opened.database)
  await expect(signer.checkpoint()).rejects.toMatchObject(refused(/not those that were signed/))
})

test('another name begins another history', async () => {
  await loseLast()
  await raise()
  const note = await signAgain('stats.example.org/second')
  expect(note.startsWith('stats.example.org/second\n')).toBe(true)
  expect(await readFile(`${keys.file}.head`, 'utf8')).toBe(note)
  expect(await signAgain('stats.example.org/second')).toBe(note)
})

test('a new key signs the same history again', async () => {
  const rotated = await signing(opened)
  onTestFinished(() => rotated.clear())
  const [first, second] = [await signAgain(), await (await rotated.signer()).checkpoint()]
  expect(openCheckpoint(second, rotated.verifier)).toEqual(openCheckpoint(first, keys.verifier))
  expect(() => openCheckpoint(second, keys.verifier)).toThrow(/not signed with this key/)
})

test('a stored figure that was changed afterwards is not proven', async () => {
  const signed = await signedApp(opened, keys)
  const name = { release: 'SIGNED', series: key('TRADE', 'TOTAL:ALL'), period: '2025' }
  expect((await signed.prove(name)).figure.value).toBe('18.5')
  await opened.database.pool.query(`UPDATE indicator i SET value = value + 1e11 FROM release r
    WHERE r.id = i.release_id AND r.code = 'SIGNED'`)
  await expect(signed.prove(name)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('not those that were signed'),
  })
})
