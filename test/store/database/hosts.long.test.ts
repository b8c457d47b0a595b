import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { certify } from '../../certificate.js'
import { hasPgBouncer, startPgBouncer } from '../../pgbouncer.js'
import { notTried, Postgres } from '../../postgres.js'

const opened: { close(): Promise<unknown> }[] = []
const open = async (url: string, replicas: readonly string[] = []): Promise<Database> => {
  const database = await openDatabase({ kind: 'server', url, replicas })
  opened.push(database)
  return database
}
const refused = (url: string, message: RegExp) =>
  expect(open(url)).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(message) })
const portOf = (url: string): string => new URL(url).port
const hostsOf = (servers: readonly { readonly url: string }[], rest = ''): string =>
  `postgresql://postgres@${servers.map(({ url }) => `127.0.0.1:${portOf(url)}`).join()}/postgres${rest}`
/** The port of the server that a pool leads to. */
const portBehind = async ({ pool }: Pick<Database, 'pool'>): Promise<string> =>
  (await pool.query(`SELECT current_setting('port') AS port`)).rows[0].port

describe.skipIf(notTried !== null)(`an address${notTried ?? ''}`, () => {
  const servers: Postgres[] = []
  let primary: Postgres
  let standby: Postgres
  beforeAll(async () => {
    primary = await Postgres.start()
    servers.push(primary)
    standby = await Postgres.follow(primary)
    servers.push(standby)
  })
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.close()
  })
  afterAll(async () => {
    for (const server of servers) await server.stop()
  })

  test.each(['', '?target_session_attrs=primary'])('of several hosts%s leads to the primary', async (rest) => {
    const database = await open(hostsOf([standby, primary], rest))
    expect(await portBehind(database)).toBe(portOf(primary.url))
    expect(await database.prisma.storeState.count()).toBe(1)
  })

  test('of a standby alone is refused as one', () => refused(standby.url, /is a standby, which cannot be written/))

  test('of several hosts without a primary is refused with what each answered', () =>
    refused(hostsOf([standby, { url: 'postgresql://127.0.0.1:1' }]), /a standby; 127\.0\.0\.1:1: .*ECONNREFUSED/))

  test('of a user whom the first host refuses is not tried at the next', () =>
    refused(hostsOf([primary, standby]).replace('postgres@', 'nobody@'), /role "nobody" does not exist/))

  test.each([
    ['standby', () => portOf(standby.url)],
    ['prefer-standby', () => portOf(standby.url)],
    ['any', () => portOf(primary.url)],
  ])('of replicas with target_session_attrs=%s leads to its host', async (attributes, port) => {
    const replica = hostsOf([primary, standby], `?target_session_attrs=${attributes}&application_name=of-${attributes}`)
    const database = await open(primary.url, [replica])
    await database.read('SELECT true AS is_version', [], null)
    const asked = `SELECT current_setting('port') AS port FROM pg_stat_activity WHERE application_name = $1`
    const found = await Promise.all(
      servers.map((server) => server.query<{ port: string }>(asked, [`of-${attributes}`])),
    )
    expect(found.flat()).toEqual([{ port: port() }])
  })

  test.skipIf(!hasPgBouncer)('of PgBouncer in session mode opens a store', async () => {
    const pooler = await startPgBouncer(primary.url, 'session')
    opened.push(pooler)
    const database = await open(pooler.url)
    expect(await database.prisma.storeState.count()).toBe(1)
  })

  test.skipIf(!hasPgBouncer)('of PgBouncer in transaction mode is refused', async () => {
    const pooler = await startPgBouncer(primary.url, 'transaction')
    opened.push(pooler)
    await refused(pooler.url, /through a pooler .* pool_mode = session/)
  })

  test('with sslmode=verify-full requires the name and the authority of the certificate', async () => {
    const { key, certificate, file, remove } = await certify('localhost')
    opened.push({ close: remove })
    const server = await Postgres.start()
    servers.push(server)
    await server.configure({ ssl: 'on' }, { 'server.key': key, 'server.crt': certificate })
    const byName = server.url.replace('127.0.0.1', 'localhost')
    const verified = `sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`
    const database = await open(`${byName}?${verified}`)
    const { rows } = await database.pool.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
    expect(rows).toEqual([{ ssl: true }])
    await refused(`${server.url}?${verified}`, /does not match certificate/)
    await refused(`${byName}?sslmode=verify-full`, /self-signed certificate/)
  })

  test('of several hosts leads to a standby after its promotion', async () => {
    const database = await open(hostsOf([primary, standby]))
    expect(await portBehind(database)).toBe(portOf(primary.url))
    await primary.kill()
    await standby.promote()
    await vi.waitUntil(async () => (await portBehind(database).catch(() => null)) === portOf(standby.url), {
      timeout: 60_000,
      interval: 100,
    })
    await database.prisma.storeState.update({ where: { id: 1 }, data: { version: 1 } })
  })
})
