import { afterAll, expect, test } from 'vitest'
import { openExtract } from '../../../src/store/export/extract.js'
import { openTestStore } from '../../support.js'

const opened = await openTestStore()
const { database, store } = opened
afterAll(() => opened.close())

const all = [{ query: { filter: {}, scope: null, order: [] } }]

test('a file whose client leaves gives its place and connection back', async () => {
  const { snapshot } = await store.view()
  for (let n = 0; n < 12; n++) {
    const leaving = new AbortController()
    const extract = openExtract(database, snapshot, all, true, leaving.signal)
    leaving.abort(new Error('The client has left.'))
    await extract.then((each) => each.close()).catch(() => {})
  }
  const extract = await openExtract(database, snapshot, all, true)
  await extract.close()
})

test('a file that is refused takes no connection', async () => {
  const { snapshot } = await store.view()
  const unknown = [{ query: { filter: { metrics: ['NONE'] }, scope: null, order: [] } }]
  for (let n = 0; n < 12; n++)
    await expect(openExtract(database, snapshot, unknown, true)).rejects.toMatchObject({ code: 'UNKNOWN_CODE' })
  await (await openExtract(database, snapshot, all, true)).close()
})

// The embedded store has one session, which nobody else can block.
test.runIf(database.kind === 'server')('a file that waits for the store is cancelled with its client', async () => {
  const { snapshot } = await store.view()
  const blocker = await database.pool.connect()
  await blocker.query('BEGIN')
  await blocker.query('LOCK TABLE indicator IN ACCESS EXCLUSIVE MODE')
  const leaving = new AbortController()
  const extract = openExtract(database, snapshot, all, true, leaving.signal)
  setImmediate(() => leaving.abort(new Error('The client has left.')))
  await expect(extract).rejects.toMatchObject({ code: '57014' })
  await blocker.query('ROLLBACK')
  blocker.release()
})
