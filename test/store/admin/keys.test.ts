import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createKey, findKey, listKeys, revokeKey } from '../../../src/store/admin/keys.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterEach(async () => {
  vi.useRealTimers()
  await opened.database.prisma.apiKey.deleteMany()
})
afterAll(() => opened.close())

const unexpected = (error: unknown): never => {
  throw error
}
const make = (name: string, expiresAt: Date | null = null) =>
  createKey(opened.database, { name, scopes: ['publish'], expiresAt })
const find = (text: string, failed: (error: unknown) => void = unexpected) => findKey(opened.database, text, failed)
const at = (moment: string): Date => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
  return new Date()
}
/** When the only key was last used, once that is later than `before`. */
const usedAfter = (before: string | null) =>
  vi.waitFor(async () => {
    const [key] = await listKeys(opened.database)
    expect(key?.lastUsedAt).not.toBe(before)
    return key?.lastUsedAt
  }, 60_000)

test('a key is found by its text; only its hash is stored', async () => {
  const { version } = (await opened.store.view()).snapshot
  const { key, text } = await make('ci')
  expect(text).toMatch(/^ti_[A-Za-z0-9_-]{43}$/)
  expect(await find(text)).toEqual({ id: key.id, name: 'ci', scopes: ['publish'] })
  const { rows } = await opened.database.pool.query('SELECT * FROM api_key')
  expect(rows).toMatchObject([{ name: 'ci', hash: createHash('sha256').update(text).digest('hex') }])
  expect(JSON.stringify(rows)).not.toContain(text.slice(3))
  const another = await make('nightly')
  expect(another.text).not.toBe(text)
  await revokeKey(opened.database, 'nightly')
  expect((await opened.store.view()).snapshot.version).toBe(version)
})

test('keys are listed in order of creation, without hashes', async () => {
  const expiresAt = new Date('2999-01-01T00:00:00Z')
  const first = await make('b', expiresAt)
  const second = await make('a')
  expect(first.key).toEqual({
    id: expect.any(Number),
    name: 'b',
    scopes: ['publish'],
    createdAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/),
    lastUsedAt: null,
    expiresAt: '2999-01-01T00:00:00.000Z',
    revokedAt: null,
  })
  expect(await listKeys(opened.database)).toEqual([first.key, second.key])
})

test.each([
  ['nothing', ''],
  ['another key', `ti_${'A'.repeat(43)}`],
  ['its hash', 'hash'],
  ['one without its prefix', 'bare'],
  ['one with a letter more', 'longer'],
  ['one with another letter', 'changed'],
])('%s is not a key', async (_, sent) => {
  const { text } = await make('ci')
  const last = text.endsWith('A') ? 'B' : 'A'
  const variants: Record<string, string> = {
    hash: createHash('sha256').update(text).digest('hex'),
    bare: text.slice(3),
    longer: `${text}A`,
    changed: text.slice(0, -1) + last,
  }
  expect(await find(variants[sent] ?? sent)).toBeNull()
})

test('a text in another form than keys sends no query', async () => {
  const sent = await statements(() => find(`ti_${'A'.repeat(42)}.`))
  expect(sent).toEqual([])
})

test('a key is refused after it expires', async () => {
  const start = at('2024-01-12T00:00:00Z')
  const { text } = await make('ci', new Date(start.getTime() + 1000))
  at('2024-01-12T00:00:00.999Z')
  expect(await find(text)).toMatchObject({ name: 'ci' })
  at('2024-01-12T00:00:01Z')
  expect(await find(text)).toBeNull()
})

describe('a name', () => {
  test('can be used again after its key is revoked', async () => {
    const { key, text } = await make('ci')
    await expect(make('ci')).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('"ci"') })
    const revoked = await revokeKey(opened.database, 'ci')
    expect(revoked).toEqual({ ...key, revokedAt: expect.any(String) })
    expect(await find(text)).toBeNull()
    const next = await make('ci')
    expect(await find(next.text)).toMatchObject({ id: next.key.id })
    expect((await listKeys(opened.database)).map(({ revokedAt }) => revokedAt === null)).toEqual([false, true])
  })

  test('is given to one of several concurrent keys', async () => {
    const { pool } = opened.database
    const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
    for (const client of clients) client.release() // all are there now, so that none comes late
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => make('ci')))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listKeys(opened.database)).toHaveLength(1)
  })

  test.each(['', ' ci', '12', '-ci', 'a\nb', 'a"b', '\u3164', '\u1160', 'x'.repeat(101)])(
    'cannot be %j',
    async (name) => {
      await expect(make(name)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    },
  )

  test.each(['ci', '海关 2', 'jane.doe@example.org', '2024-import', 'x'.repeat(100)])('can be %j', async (name) => {
    expect((await make(name)).key.name).toBe(name)
  })
})

test('a key without a scope or with a past expiry is refused', async () => {
  const given = { name: 'ci', scopes: [], expiresAt: null }
  await expect(createKey(opened.database, given)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('publish'),
  })
  await expect(make('ci', new Date(Date.now() - 1))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('an unknown scope permits nothing', async () => {
  const { key, text } = await make('ci')
  await opened.database.prisma.apiKey.update({ where: { id: key.id }, data: { scopes: ['everything'] } })
  expect(await find(text)).toMatchObject({ name: 'ci', scopes: [] })
})

describe('revocation', () => {
  test('works by id and by name', async () => {
    const { key } = await make('ci')
    expect(await revokeKey(opened.database, String(key.id))).toMatchObject({
      name: 'ci',
      revokedAt: expect.any(String),
    })
  })

  test('of an unknown or revoked key is NOT_FOUND, with valid names', async () => {
    const { key } = await make('ci')
    await revokeKey(opened.database, 'ci')
    await expect(revokeKey(opened.database, 'ci')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no key "ci" that is in use. No key is in use.',
    })
    await make('nightly')
    for (const name of [String(key.id), 'Nightly', '99999999999999999999', '-1'])
      await expect(revokeKey(opened.database, name)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: `There is no key "${name}" that is in use. In use: nightly.`,
      })
  })
})

describe('the use of a key', () => {
  test('is recorded once a minute', async () => {
    at('2024-01-12T00:00:00Z')
    const { text } = await make('ci')
    await find(text)
    expect(await usedAfter(null)).toBe('2024-01-12T00:00:00.000Z')
    at('2024-01-12T00:00:59.999Z')
    const sent = await statements(async () => {
      await find(text)
      await listKeys(opened.database) // what find set off is sent before this
    })
    expect(sent.filter((sql) => /^UPDATE/.test(sql))).toEqual([])
    at('2024-01-12T00:01:00Z')
    await find(text)
    expect(await usedAfter('2024-01-12T00:00:00.000Z')).toBe('2024-01-12T00:01:00.000Z')
  })

  test('is recorded in the background; a failure is only reported', async () => {
    const { text } = await make('ci')
    const { pool } = opened.database
    await pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$`)
    await pool.query('CREATE TRIGGER refuse BEFORE UPDATE ON api_key FOR EACH ROW EXECUTE FUNCTION refuse()')
    try {
      const failed = vi.fn()
      expect(await find(text, failed)).toMatchObject({ name: 'ci' })
      expect(failed).not.toHaveBeenCalled()
      await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), 60_000)
      expect(String(failed.mock.calls[0]?.[0])).toContain('full')
    } finally {
      await pool.query('DROP FUNCTION refuse CASCADE')
    }
  })
})
