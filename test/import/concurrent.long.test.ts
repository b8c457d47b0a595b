import { afterEach, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database/open.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import type { Item } from '../../src/store/ingest/item.js'
import { Store } from '../../src/store/query/store.js'
import { figure, generated, head, prepareForGenerated, release } from '../figures.js'
import { type Answer, ask } from '../graphql/ask.js'
import { openTestStore, readTemplate, type TestStore } from '../support.js'
import { contentOf } from './tables.js'

const template = inject('template')
const onServer = 'server' in template

const open: { close(): Promise<void> }[] = []
const kept = <T extends { close(): Promise<void> }>(opened: T): T => {
  open.unshift(opened)
  return opened
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

/** Another server's hold on the same store; the same one where a store is a process's own. */
async function another({ database }: TestStore, patience?: number): Promise<Database> {
  const { connectionString } = database.pool.options
  if (connectionString === undefined) return database
  return kept(await openDatabase({ kind: 'server', url: connectionString }, null, patience))
}

const day = (number: number): string => `2024-02-${String(number).padStart(2, '0')}T00:00:00Z`

describe('concurrent imports', () => {
  // More than a pool has connections, where there is one.
  const count = onServer ? 24 : 5
  const releases = Array.from({ length: count }, (_, index) => ({
    head: { code: `G-${index}`, publishedAt: day(index + 1) },
    figures: generated(60 + 5 * index, index % 3), // the same again, and others that speak of the same
  }))

  test('run one after the other, in one server or two', async () => {
    const together = kept(await openTestStore())
    const apart = kept(await openTestStore())
    for (const { database } of [together, apart]) await prepareForGenerated(database)
    const servers = [together.database, await another(together)]
    const reports = await Promise.all(
      releases.map(({ head, figures }, index) => release(servers[index % 2] as Database, head, figures)),
    )
    expect(reports.map(({ accepted }) => accepted)).toEqual(releases.map(() => true))
    const before = (await apart.store.view()).snapshot.version
    const order = reports.map(({ version }, index) => ({ version, index })).sort((a, b) => a.version - b.version)
    expect(order.map(({ version }) => version)).toEqual(releases.map((_, index) => before + 1 + index))

    for (const { index } of order) {
      const { head, figures } = releases[index] as (typeof releases)[number]
      const { version: _, ...report } = reports[index] as (typeof reports)[number]
      expect(await release(apart.database, head, figures)).toMatchObject(report)
    }
    expect(await contentOf(together.database)).toEqual(await contentOf(apart.database))
  })
})

describe('readers during imports', () => {
  const readers = 50
  const last = 5
  const query = /* GraphQL */ `{
    store { version indicators releases }
    list: indicators(filter: { dimensions: ["RACE"] }) { totalCount nodes { value release { code } } }
    counted: indicators(filter: { dimensions: ["RACE"] }) { facets { category { code } count } }
    ever: indicator(metric: "TRADE", categories: ["RACE:C1"], period: "2023") { value history { value } }
    dimension(code: "RACE") { categories { code } }
    release(code: "N-1") { indicators { totalCount } }
  }`

  /** The nth release: n categories, and of each the value n. */
  const take = (database: Database, n: number) => {
    const of = (place: number) => figure({ categories: [`RACE:C${place + 1}`], value: `${n}`, unit: 'CNY' })
    const figures = Array.from({ length: n }, (_, place) => of(place))
    return release(database, { code: `N-${n}`, publishedAt: new Date(Date.UTC(2024, 1, n)).toISOString() }, figures, {
      createCodes: true,
    })
  }

  /** What the store answers after the nth release; but for the first version and what there was before. */
  const expected = (n: number, first: Answer['data']['store']): object => {
    const codes = Array.from({ length: n }, (_, place) => `C${place + 1}`).sort()
    const grown = n - 1
    const { version, indicators, releases } = first
    return {
      store: { version: version + grown, indicators: indicators + grown, releases: releases + grown },
      list: { totalCount: n, nodes: codes.map(() => ({ value: `${n}`, release: { code: `N-${n}` } })) },
      counted: { facets: codes.map((code) => ({ category: { code }, count: 1 })) },
      ever: { value: `${n}`, history: Array.from({ length: n }, (_, place) => ({ value: `${place + 1}` })) },
      dimension: { categories: codes.map((code) => ({ code })) },
      release: { indicators: { totalCount: 1 } },
    }
  }

  test('get an answer of one version or UNAVAILABLE', async () => {
    const opened = kept(await openTestStore())
    await take(opened.database, 1)
    const first = (await ask(opened.store, query)).data.store
    const stores = [opened.store, new Store(await another(opened))]
    const seen = new Map<number, number>()
    let answers = 0
    const waiting: (() => void)[] = []
    let refused = 0
    let coming = true
    const read = async (reader: number): Promise<void> => {
      while (coming) {
        const { data, errors } = await ask(stores[reader % 2] as Store, query)
        if (errors !== undefined) {
          for (const { extensions, message } of errors) expect(extensions.code, message).toBe('UNAVAILABLE')
          refused += 1
        } else {
          const n = data.store.version - first.version + 1
          seen.set(n, (seen.get(n) ?? 0) + 1)
          answers += 1
          for (const go of waiting.splice(0)) go()
          expect(data).toEqual(expected(n, first))
        }
      }
    }
    const taken = async (): Promise<void> => {
      for (let n = 2; n <= last; n++) {
        expect(await take(opened.database, n)).toMatchObject({ added: 1, revised: n - 1 })
        // The next one comes after an answer, or an embedded store would take all of them in before the first.
        await new Promise<void>((go) => (coming ? waiting.push(go) : go()))
      }
    }
    const ends = (work: Promise<void>): Promise<void> =>
      work.finally(() => {
        coming = false // also where something is wrong: what still ran would find its store closed
        for (const go of waiting.splice(0)) go()
      })
    const all = await Promise.allSettled([
      ends(taken()),
      ...Array.from({ length: readers }, (_, reader) => ends(read(reader))),
    ])
    for (const each of all) if (each.status === 'rejected') throw each.reason
    expect(seen.size, 'versions that were seen').toBeGreaterThan(last / 2)
    expect(answers, `answers, beside ${refused} that were to be asked again`).toBeGreaterThan(readers)
    expect((await ask(opened.store, query)).data).toEqual(expected(last, first))
  })
})

describe('an import lock that is not acquired in time', () => {
  const patience = 40

  async function impatient(): Promise<Database[]> {
    if (onServer) {
      const opened = kept(await openTestStore())
      return [await another(opened, patience), await another(opened, patience)]
    }
    const location = { kind: 'memory', template: await readTemplate('file' in template ? template.file : '') } as const
    const database = kept(await openDatabase(location, null, patience))
    return [database, database]
  }

  test('is UNAVAILABLE, and the running import finishes', async () => {
    const [one, other] = (await impatient()) as [Database, Database]
    let begun: () => void = () => {}
    let goOn: () => void = () => {}
    const atWork = new Promise<void>((resolve) => (begun = resolve))
    const allowed = new Promise<void>((resolve) => (goOn = resolve))
    async function* slow(): AsyncGenerator<Item> {
      yield { observation: figure({ value: '43.2', period: '2031' }), row: null, source: null }
      begun()
      await allowed
      yield { observation: figure({ value: '43.3', period: '2032' }), row: null, source: null }
    }
    const before = (await new Store(one).view()).snapshot
    const first = ingest(one, head({ code: 'SLOW' }), slow(), { acceptFindings: true })
    await atWork
    const quick = (on: Database, code: string, period: string) =>
      release(on, { code }, [figure({ value: '43.4', period })])
    const told = {
      name: 'Refusal',
      code: 'UNAVAILABLE',
      message: 'Another import has been running for 0.04 s. Try again in a minute.',
    }
    for (const [index, on] of [one, other, one].entries())
      await expect(quick(on, `LATE-${index}`, `204${index}`)).rejects.toMatchObject(told)
    expect((await new Store(other).view()).snapshot.version).toBe(before.version)
    goOn()
    expect(await first).toMatchObject({ accepted: true, added: 2, version: before.version + 1 })
    for (const [index, on] of [other, one].entries()) {
      const report = await quick(on, `QUICK-${index}`, `203${3 + index}`)
      expect(report).toMatchObject({ accepted: true, added: 1, version: before.version + 2 + index })
    }
    const after = (await new Store(one).view()).snapshot
    expect([after.releases.length, after.indicators]).toEqual([before.releases.length + 3, before.indicators + 4])
  })
})

describe.runIf(onServer)('an import that loses its lock', () => {
  test('does not affect the next one', async () => {
    const opened = kept(await openTestStore())
    const next = await another(opened)
    /** An import of two figures that waits between them; `begun` is when it has its turn. */
    const slow = (on: Database, code: string) => {
      let begin: () => void = () => {}
      let goOn: () => void = () => {}
      const begun = new Promise<void>((resolve) => (begin = resolve))
      const allowed = new Promise<void>((resolve) => (goOn = resolve))
      async function* items(): AsyncGenerator<Item> {
        yield { observation: figure({ value: '43.2', period: '2031' }), row: null, source: null }
        begin()
        await allowed
        yield { observation: figure({ value: '43.3', period: '2032' }), row: null, source: null }
      }
      return { done: ingest(on, head({ code }), items(), { acceptFindings: true }), begun, goOn }
    }
    const loser = slow(opened.database, 'LOSER')
    await loser.begun
    const winner = slow(next, 'WINNER')
    await opened.database.pool.query(`
      SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
    await winner.begun
    loser.goOn()
    await expect(loser.done).rejects.toThrow()
    winner.goOn()
    expect(await winner.done).toMatchObject({ accepted: true, added: 2 })
    const { rows } = await next.pool.query("SELECT to_regclass('staging') AS left")
    expect(rows).toEqual([{ left: null }])
  })
})
