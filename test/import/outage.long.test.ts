import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOutage } from '../../src/server/plugins/response/outage.js'
import { seedStore } from '../../src/server/seed.js'
import { type Database, openDatabase } from '../../src/store/database/open.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import type { Item } from '../../src/store/ingest/item.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { Store } from '../../src/store/query/store.js'
import { generated, head, prepareForGenerated, release } from '../figures.js'
import { notTried, Postgres } from '../postgres.js'

const figures = generated(4500, 5) // more than is copied at once

describe.skipIf(notTried !== null)(`a PostgreSQL that is lost during an import${notTried ?? ''}`, () => {
  let server: Postgres
  let database: Database
  let store: Store
  beforeAll(async () => {
    server = await Postgres.start()
    database = await openDatabase({ kind: 'server', url: server.url })
    await seedStore(database, pino({ level: 'silent' }))
    await prepareForGenerated(database)
    store = new Store(database)
  })
  afterAll(async () => {
    await database?.close()
    await server?.stop()
  })

  type Given = { readonly code: string; readonly publishedAt: string }
  /** A moment of an import: when so many figures have been read, or so long after the last. */
  type Moment = { readonly read: number } | { readonly later: number }

  /** An import in whose midst something happens; rejects as it does, when both have come to their end. */
  async function importWith(given: Given, moment: Moment, event: () => Promise<unknown>): Promise<IngestReport> {
    let happened: Promise<unknown> = Promise.resolve()
    const begun = performance.now()
    async function* items(): AsyncGenerator<Item> {
      for (const [index, figure] of figures.entries()) {
        if ('read' in moment && index === moment.read) await event()
        yield { observation: figure, row: null, source: null }
      }
      if (!('later' in moment)) return
      const wait = moment.later * (performance.now() - begun) // to store takes about as long as to read
      happened = new Promise((resolve) => setTimeout(() => resolve(event()), wait))
    }
    try {
      return await ingest(database, head(given), items(), { acceptFindings: true })
    } finally {
      await happened
    }
  }

  /** The version of the store, as soon as it serves again: nothing but that it cannot be reached is said until then. */
  async function served(): Promise<{ version: number; has: (code: string) => boolean }> {
    for (;;)
      try {
        const { snapshot } = await store.view()
        return { version: snapshot.version, has: (code) => snapshot.releaseIds.has(code) }
      } catch (error) {
        expect(isOutage(error), `${error}`).toBe(true)
      }
  }

  async function expectWhole(code: string, moment: Moment, event: () => Promise<unknown>): Promise<string> {
    const given = { code, publishedAt: nextDay() }
    const before = await served()
    const outcome = await importWith(given, moment, event).then(
      () => 'stored',
      (error) => {
        expect(isOutage(error), `${error.stack}\n${JSON.stringify(error)}`).toBe(true)
        return 'lost'
      },
    )
    const after = await served()
    const stored = after.has(code)
    if (outcome === 'stored') expect(stored).toBe(true)
    expect(after.version).toBe(before.version + (stored ? 1 : 0))
    // The same again is CONFLICT where the store holds any less of it, or any more.
    const { added, revised, unchanged, version } = await release(database, given, figures)
    expect([added + revised + unchanged, version]).toEqual([figures.length, before.version + 1])
    if (stored) expect(unchanged).toBe(figures.length)
    expect(await release(database, given, figures)).toMatchObject({ unchanged: figures.length, version })
    return `${outcome}, ${stored ? 'after' : 'before'}`
  }

  let last = 0
  /** The day of the next release, after all that the store has: what came before it need not be checked again. */
  const nextDay = (): string => new Date(Date.UTC(2025, 1, ++last)).toISOString()
  const random = (below: number): number => Math.floor(Math.random() * below)

  test('by a crash stores all or nothing, and the store reconnects', async () => {
    const moments: Moment[] = [{ read: random(3999) }, { read: 4001 + random(499) }, { later: Math.random() }]
    for (const [index, moment] of moments.entries()) {
      const outcome = await expectWhole(`CRASH-${index}`, moment, () => server.restart())
      if ('read' in moment) expect(outcome).toBe('lost, before')
    }
  })

  test('by a closed connection stores all or nothing', async () => {
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    try {
      const terminate = () =>
        admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = (
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
          ORDER BY random() LIMIT 1)`)
      for (let round = 0; round < 10; round++) {
        const moment = round % 2 === 0 ? { read: random(4500) } : { later: Math.random() }
        await expectWhole(`END-${round}`, moment, terminate)
      }
    } finally {
      await admin.end()
    }
  })
})
