import pg from 'pg'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import { listenerName, versionChannel } from '../../../src/store/database/listen.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { Versions } from '../../../src/store/database/versions.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'
import { raiseVersion } from '../../versions.js'

const onServer = 'server' in inject('template')
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const each of open.splice(0)) await each.close()
})
const kept = <T extends { close(): Promise<void> }>(opened: T): T => {
  open.unshift(opened)
  return opened
}

let year = 2025
const moveOn = (database: Database) => {
  const period = `${year++}`
  return release(database, { code: `IMPORTS-${period}`, publishedAt: '2026-01-01T00:00:00Z' }, [
    figure({ metric: 'IMPORTS', period, value: '18.5' }),
  ])
}

test('a store that listens sends no query, and reads its own writes', async () => {
  const { database, store } = kept(await openTestStore())
  expect([store.known(), (await store.view()).snapshot.version]).toEqual([null, 6])
  vi.useFakeTimers({ toFake: ['performance'] }) // a version is relied on for less than a second
  await database.listen()
  expect(await statements(() => store.view())).toEqual([])
  const { version } = await moveOn(database)
  expect([version, store.known()?.version, (await store.view()).snapshot.version]).toEqual([7, 7, 7])
})

describe('the known version', () => {
  const at = (version: number, history = 'a') => ({ version, stamp: `${history}${version}` })

  test('goes back only when a query shows that the store did', () => {
    const versions = new Versions()
    const told: [number, boolean][] = []
    versions.onChange(({ version }, back) => told.push([version, back]))
    const before = performance.now()
    versions.observe(at(5), 'a4')
    versions.observe(at(4), 'a3')
    versions.confirm({ ...at(4), earlier: null }, at(4), before) // asked before 5 was heard
    expect(versions.newest).toEqual(at(5))
    versions.confirm({ ...at(3), earlier: null }, at(5), performance.now() + 1)
    expect(versions.newest).toEqual(at(3))
    expect(told).toEqual([
      [5, false],
      [3, true],
    ])
  })

  test.each([
    ['the same version', 5, null],
    ['a later version', 7, 'b5'],
    ['the version that follows', 6, 'b5'],
  ])('of another history goes back, though it is %s', (_, version, earlier) => {
    const versions = new Versions()
    versions.observe(at(5), 'a4')
    const told: boolean[] = []
    versions.onChange((_, back) => told.push(back))
    versions.confirm({ ...at(version, 'b'), earlier }, versions.newest, performance.now() + 1)
    expect([told, versions.newest]).toEqual([[true], at(version, 'b')])
  })

  test('does not follow a notification of another history', () => {
    const versions = new Versions()
    versions.observe(at(5), 'a4')
    const told: boolean[] = []
    versions.onChange((_, back) => told.push(back))
    versions.observe(at(6, 'b'), 'b5')
    expect(told).toEqual([true])
  })

  test('is waited for no longer if the store went back meanwhile', async () => {
    const versions = new Versions()
    versions.observe(at(8), 'a7')
    versions.confirm({ ...at(7, 'b'), earlier: null }, versions.newest, performance.now() + 1)
    await versions.after(at(8), new AbortController().signal)
  })

  test('is relied on for less than a second', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const versions = new Versions()
    versions.observe(at(1), 'a0')
    expect(versions.known()).toBeNull()
    versions.relyFrom(performance.now())
    vi.advanceTimersByTime(899)
    versions.observe(at(2), 'a1') // that somebody committed says nothing of what others did since
    expect(versions.known()).toEqual(at(2))
    vi.advanceTimersByTime(1)
    expect(versions.known()).toBeNull()
  })
})

describe.skipIf(!onServer)('a commit of another server', () => {
  async function two(): Promise<{ one: TestStore; other: Database; store: Store }> {
    const one = kept(await openTestStore())
    const url = one.database.pool.options.connectionString ?? ''
    const other = kept(await openDatabase({ kind: 'server', url }))
    await other.listen()
    return { one, other, store: new Store(other) }
  }
  const raised = (database: Database): Promise<number> =>
    new Promise((resolve) => database.versions.onChange(({ version }) => resolve(version)))

  test('is noticed without a query', async () => {
    const { one, other, store } = await two()
    const heard = raised(other)
    const { version } = await moveOn(one.database)
    expect(await heard).toBe(version)
    expect((await store.view()).snapshot.version).toBe(version)
  })

  test('is noticed by polling if the notification is lost', async () => {
    const { one, other } = await two()
    const heard = raised(other)
    await raiseVersion(one.database)
    expect(await heard).toBe(7)
  })

  test('is noticed after the listening connection was cut', async () => {
    const { one, other, store } = await two()
    const cut = async () => {
      const { rows } = await one.database.pool.query<{ n: number }>(
        `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
         WHERE application_name = '${listenerName}' AND datname = current_database()`,
      )
      return rows[0]?.n
    }
    for (let times = 0; times < 2; times++) {
      await vi.waitUntil(async () => (await cut()) === 1, { interval: 50, timeout: 60_000 })
      const heard = raised(other)
      const { version } = await moveOn(one.database)
      expect(await heard).toBe(version)
      expect((await store.view()).snapshot.version).toBe(version)
    }
  })

  test('is not announced if it is rolled back', async () => {
    const { one } = await two()
    const url = one.database.pool.options.connectionString
    const ear = new pg.Client({ connectionString: url })
    await ear.connect()
    const heard: (string | undefined)[] = []
    ear.on('notification', ({ payload }) => heard.push(payload))
    await ear.query(`LISTEN ${versionChannel}`)
    const report = await release(one.database, { code: 'TRIED' }, [figure({ period: '2019', value: '1' })], {
      dryRun: true,
    })
    const { version } = await moveOn(one.database)
    await ear.query('SELECT 1')
    expect([report.accepted, heard]).toEqual([true, [expect.stringMatching(`^${version} \\S+ \\S+ public$`)]])
    await ear.end()
  })
})
