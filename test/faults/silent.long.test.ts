import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { head, Place, run } from '../cli/run.js'
import { notTried, type Postgres } from '../postgres.js'
import { SilentProxy } from '../proxy.js'
import { publish, publishSurely, Readers, tell } from './load.js'
import { startSeededPostgres } from './published-store.js'

const workplace = new Workplace()
const making = new Workplace()
let postgres: Postgres
let proxy: SilentProxy
let key: string
let version = 6
beforeAll(async () => {
  if (notTried !== null) return
  ;({ postgres, key } = await startSeededPostgres(making))
  proxy = await SilentProxy.start(postgres.url)
})
afterEach(() => workplace.clear())
afterAll(async () => {
  await making.clear()
  await proxy?.stop()
  await postgres?.stop()
})

/** The statements that run on behalf of clients beside the one that asks. */
const running = (where: string): Promise<{ pid: number }[]> =>
  postgres.query(`SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
    AND ${where}`)

/** Makes each statement that stores a release sleep for ten minutes. */
async function blockReleases(): Promise<void> {
  await postgres.query(`CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'`)
  await postgres.query('CREATE TRIGGER waits AFTER INSERT ON release FOR EACH ROW EXECUTE FUNCTION wait()')
}

async function unblockReleases(): Promise<void> {
  await postgres.query('DROP TRIGGER waits ON release')
  await postgres.query('DROP FUNCTION wait')
}

describe.skipIf(notTried !== null)(`a database that falls silent${notTried ?? ''}`, () => {
  test.each([
    ['whose packets are dropped', () => proxy.fallSilent()],
    ['that is lost behind a proxy which keeps its side open', () => proxy.loseDatabase()],
  ])(
    '%s: the server recovers without a restart',
    async (_, fail) => {
      const { server, url } = await workplace.serve({ DATABASE_URL: proxy.url, RATE_LIMIT_PER_MINUTE: '0' })
      const readers = new Readers(url, 10, ['UNAVAILABLE', 'TIMEOUT'])
      await publishSurely(url, key, ++version)
      await readers.well()
      fail()
      const stored = await publishSurely(url, key, ++version)
      const again = await readers.well()
      tell(`silent connections: publishing: ${stored}; all well ${again} later; ${await readers.stop()}`)
      expect(await ask(url, '{ store { version releases } }')).toEqual({ store: { version, releases: version - 1 } })
      expect(await server.kill('SIGTERM')).toBe(0)
    },
    120_000,
  )

  test('a release interrupted by silence is UNAVAILABLE and can be sent again', async () => {
    const { url } = await workplace.serve({ DATABASE_URL: proxy.url, RATE_LIMIT_PER_MINUTE: '0' })
    await blockReleases()
    const published = publish(url, key, version + 1)
    while ((await running(`wait_event = 'PgSleep'`)).length === 0) await setTimeout(10)
    proxy.loseDatabase()
    expect(await published).toBe('UNAVAILABLE')
    while ((await running(`wait_event = 'PgSleep'`)).length > 0) await setTimeout(10)
    await unblockReleases()
    await publishSurely(url, key, ++version)
    expect(await ask(url, '{ store { version } }')).toEqual({ store: { version } })
  })

  test('a killed command leaves no statement and no lock', async () => {
    const place = new Place(workplace, await workplace.folder())
    const file = await place.file(
      'n.csv',
      `metric,dimension,category,period,value,unit\nIMPORTS,PRODUCT,SHIPS,2032,1,CNY\n`,
    )
    const args = ['import', file, ...head('KILLED', '2025-09-01T00:00:00Z')]
    await blockReleases()
    const command = workplace.start({ DATABASE_URL: postgres.url }, ...args)
    while ((await running(`wait_event = 'PgSleep'`)).length === 0) await setTimeout(10)
    await command.kill('SIGKILL')
    while ((await running(`application_name <> 'test'`)).length > 0) await setTimeout(10)
    await unblockReleases()
    const left = `SELECT tablename FROM pg_tables WHERE tablename LIKE 'staging%'`
    expect(await postgres.query(left)).toHaveLength(2)
    await run(workplace, { DATABASE_URL: postgres.url }, 'releases')
    expect(await postgres.query(left)).toEqual([])
    const again = await run(workplace, { DATABASE_URL: postgres.url }, ...args, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ accepted: true, added: 1, version: ++version })
  })

  test('commands and servers end if the database never responds', async () => {
    proxy.isDead = true
    for (const args of [['releases'], ['serve']]) {
      const command = workplace.start({ DATABASE_URL: proxy.url }, ...args)
      expect(await command.end()).toBeGreaterThan(0)
      expect(command.said).toMatch(/The database 127\.0\.0\.1:\d+\/postgres cannot be reached: .* did not answer/)
    }
  })
})
