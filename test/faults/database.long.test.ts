import { get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { notTried, type Postgres } from '../postgres.js'
import { publish, publishSurely, Readers, tell } from './load.js'
import { startSeededPostgres } from './published-store.js'

const workplace = new Workplace()
const making = new Workplace()
let postgres: Postgres
let key: string
/** The version that the store has come to. */
let version = 6
beforeAll(async () => {
  if (notTried !== null) return
  ;({ postgres, key } = await startSeededPostgres(making))
})
afterEach(() => workplace.clear())
afterAll(async () => {
  await making.clear()
  await postgres?.stop()
})

const serve = (env: NodeJS.ProcessEnv = {}) =>
  workplace.serve({ DATABASE_URL: postgres.url, RATE_LIMIT_PER_MINUTE: '0', ...env })

const status = async (url: string): Promise<number> => (await fetch(url)).status

/** Publishes the next version, however often it has to be tried. */
async function publishNext(url: string): Promise<string> {
  const told = await publishSurely(url, key, version + 1)
  version += 1
  return told
}

/** What comes to a subscriber from now on, as it is sent. */
function subscribed(url: string): { came: () => string; end: () => void } {
  const query = encodeURIComponent('subscription { releasePublished { code } }')
  let text = ''
  const sent = get(`${url}/graphql?query=${query}`, { headers: { accept: 'text/event-stream' } }, (response) => {
    response.setEncoding('utf8').on('data', (chunk) => (text = text.concat(chunk)))
    response.on('error', () => {})
  })
  sent.on('error', () => {})
  return { came: () => text, end: () => void sent.destroy() }
}

describe.skipIf(notTried !== null)(`a server whose PostgreSQL fails under the load of readers${notTried ?? ''}`, () => {
  test('a killed PostgreSQL makes answers UNAVAILABLE until it is back', async () => {
    const { server, url } = await serve()
    const events = subscribed(url)
    const readers = new Readers(url, 20, ['UNAVAILABLE'])
    await publishNext(url)
    await readers.well()
    await postgres.kill()
    await readers.more(50)
    expect(await publish(url, key, version + 1)).toBe('UNAVAILABLE')
    await setTimeout(5000) // what is in memory may be told for a second
    expect([await status(`${url}/healthz`), await status(`${url}/readyz`)]).toEqual([200, 503])
    expect((await fetch(`${url}/graphql?query={store{version}}`)).status, 'nobody is told what may be old').toBe(503)
    await postgres.startAgain()
    const again = await readers.well()
    expect(await status(`${url}/readyz`)).toBe(200)
    expect(await ask(url, '{ store { version releases } }')).toEqual({ store: { version, releases: version - 1 } })
    const stored = await publishNext(url)
    await readers.well()
    while (!events.came().includes(`V-${version}`)) await setTimeout(10)
    events.end()
    tell(`PostgreSQL killed: ${await readers.stop()}; all well ${again} after its start; publishing: ${stored}`)
    expect(readers.counts['UNAVAILABLE']).toBeGreaterThan(0)
    expect(await server.kill('SIGTERM')).toBe(0)
  })

  test('terminated connections cause UNAVAILABLE at most, and all releases are stored', async () => {
    const { server, url } = await serve()
    const readers = new Readers(url, 20, ['UNAVAILABLE'])
    await readers.well()
    const published: string[] = []
    for (let cut = 0; cut < 60; cut++) {
      await postgres.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = (
        SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test'
          AND backend_type = 'client backend' ORDER BY random() LIMIT 1)`)
      if (cut % 10 === 0) published.push(await publishNext(url))
      await readers.more(10)
    }
    const again = await readers.well()
    tell(
      `60 connections cut: ${await readers.stop()}; all well ${again} after the last; published: ${published.join('; ')}`,
    )
    expect(await ask(url, '{ store { version releases } }')).toEqual({ store: { version, releases: version - 1 } })
    expect(server.said).not.toContain('internal error')
  })

  test.each([
    // Where the address says that PostgreSQL does not look after its clients: it would end the COMMIT else.
    ['goes on', 'SELECT pg_advisory_unlock(1)', 1, '?options=-c%20client_connection_check_interval%3D0'],
    ['ends too', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = $$advisory$$', 0, ''],
  ])(
    'a server killed in a COMMIT that %s stores all or nothing',
    async (_, end, stored, options) => {
      const holder = new pg.Client({ connectionString: postgres.url })
      await holder.connect()
      await holder.query(`
      CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';
      CREATE CONSTRAINT TRIGGER held AFTER INSERT ON release DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION hold();
      SELECT pg_advisory_lock(1)`)
      const [doomed, other] = [await serve({ DATABASE_URL: postgres.url + options }), await serve()]
      const [near, far] = [new Readers(doomed.url, 5, ['ECONNRESET', 'ECONNREFUSED']), new Readers(other.url, 5)]
      const now = async (): Promise<number> => (await ask(other.url, '{ store { version } }')).store.version
      const lost = publish(doomed.url, key, version + 1)
      const waits = `SELECT FROM pg_stat_activity WHERE wait_event = 'advisory' AND query = 'COMMIT'`
      while ((await holder.query(waits)).rows.length === 0) await setTimeout(5)
      await Promise.all([near.well(), far.well()])
      expect(await now()).toBe(version)
      await doomed.server.kill('SIGKILL')
      expect(await lost, 'nobody is told that it is stored').toBe('ECONNRESET')
      await far.well()
      expect(await now()).toBe(version)
      await holder.query(end)
      const began = performance.now()
      while ((await holder.query(waits)).rows.length > 0) await setTimeout(1)
      while ((await now()) < version + stored) await setTimeout(1)
      const seen = (performance.now() - began).toFixed(0)
      await far.well()
      expect(await now()).toBe(version + stored)
      await holder.query('DROP TRIGGER held ON release; SELECT pg_advisory_unlock_all()')
      await holder.end()
      expect(await publishNext(other.url), 'and it is there once').toBe(String(version))
      tell(`killed in COMMIT: ${await near.stop()}; the other: ${await far.stop()}; settled there after ${seen} ms`)
    },
    60_000,
  )
})
