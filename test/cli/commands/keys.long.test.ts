import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Workplace } from '../process.js'

const filling = new Workplace()
const workplace = new Workplace()
let full: string // the folder of a store that was filled
let emptyAnswers: Awaited<ReturnType<typeof run>>[] // what was listed before
beforeAll(async () => {
  full = await filling.folder()
  const env = { DATA_DIR: full }
  emptyAnswers = [await run(env, 'keys', 'list'), await run(env, 'releases', '--json')]
  const server = filling.start(env)
  await server.says(/ready at/)
  await server.kill('SIGTERM')
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const patient = { timeout: 480_000 }

/** What a command says to programs and to people, apart. */
async function run(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const command = workplace.start(env, ...args)
  const { stdout, stderr } = command.process
  if (stdout === null || stderr === null) throw new Error('its output is not to be had')
  const [out, err, status] = await Promise.all([text(stdout), text(stderr), command.end()])
  return { status, out, err }
}

/** The status of an answer to a query that is sent with a key. */
const asked = async (url: string, key: string) => {
  const address = `${url}/graphql?query=${encodeURIComponent('{ store { releases } }')}`
  return (await fetch(address, { headers: { authorization: `Bearer ${key}` } })).status
}

test('a key is created, used, listed and revoked', patient, async () => {
  const env = { DATA_DIR: full }
  const made = await run(env, 'keys', 'create', 'ci', '--scope', 'publish')
  expect(made).toEqual({
    status: 0,
    out: expect.stringMatching(/^ti_[\w-]{43}\n$/),
    err: expect.stringContaining('only once'),
  })
  const key = made.out.trim()
  const day = ['--expires', '2999-01-31', '--json']
  const second = JSON.parse((await run(env, 'keys', 'create', '海关', '--scope', 'publish', ...day)).out)
  expect(second).toEqual({
    id: 2,
    name: '海关',
    scopes: ['publish'],
    createdAt: expect.any(String),
    lastUsedAt: null,
    expiresAt: '2999-01-31T00:00:00.000Z',
    revokedAt: null,
    key: expect.stringMatching(/^ti_[\w-]{43}$/),
  })
  const taken = await run(env, 'keys', 'create', 'ci', '--scope', 'publish', '--json')
  expect(taken).toEqual({
    status: 1,
    out: '',
    err: expect.stringMatching(/^A key that is not revoked has the name "ci"/),
  })

  const server = workplace.start(env)
  await server.says(/ready at/)
  const url = await server.url()
  expect([await asked(url, key), await asked(url, second.key), await asked(url, `${key}A`)]).toEqual([200, 200, 401])
  const meanwhile = await run(env, 'keys', 'list')
  expect(meanwhile).toMatchObject({ status: 0, out: expect.stringMatching(/海关/) })
  expect(await server.kill('SIGTERM')).toBe(0)
  expect(server.said).not.toContain(key)

  expect((await run(env, 'keys', 'revoke', 'ci')).out).toBe('revoked ci\n')
  const again = await run(env, 'keys', 'revoke', 'ci', '--json')
  expect(again).toEqual({ status: 1, out: '', err: 'There is no key "ci" that is in use. In use: 海关.\n' })

  const listed = await run(env, 'keys', 'list')
  const moment = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/.source
  const [head, ...rows] = listed.out.trimEnd().split('\n')
  expect(head).toMatch(/^ID {2}NAME {2}SCOPES {3}CREATED {15}LAST USED {13}EXPIRES {15}REVOKED$/)
  expect(rows).toEqual([
    expect.stringMatching(new RegExp(`^1   ci    publish  ${moment}  ${moment}  - {21}${moment}$`)),
    expect.stringMatching(new RegExp(`^2   海关  publish  ${moment}  ${moment}  2999-01-31T00:00:00Z  -$`)),
  ])
  const { out } = await run(env, 'keys', 'list', '--json')
  const { key: _, ...kept } = second
  expect(JSON.parse(out)).toEqual([
    expect.objectContaining({ name: 'ci', revokedAt: expect.stringMatching(/Z$/) }),
    { ...kept, lastUsedAt: expect.stringMatching(/Z$/) },
  ])
  expect(out + listed.out).not.toMatch(/[0-9a-f]{64}|ti_/)
})

test('the releases are listed, newest first', patient, async () => {
  const { out, status } = await run({ DATA_DIR: full }, 'releases')
  expect(status).toBe(0)
  const [head, ...rows] = out.trimEnd().split('\n')
  expect(head).toMatch(/^CODE +PUBLISHED +STAGE +TITLE$/)
  expect(rows).toHaveLength(5)
  const json = JSON.parse((await run({ DATA_DIR: full }, 'releases', '--json')).out)
  const codes = json.map(({ code }: { code: string }) => code)
  expect(rows.map((row) => row.split(' ')[0])).toEqual(codes)
  expect(codes).toContain('CN-GACC-2023-ANNUAL')
  const published = json.map(({ publishedAt }: { publishedAt: string }) => Date.parse(publishedAt))
  expect(published).toEqual(published.toSorted((a: number, b: number) => b - a))
  expect(Object.keys(json[0])).not.toContain('id')
})

test('a new store has no keys and no releases', () => {
  expect(emptyAnswers).toEqual([
    { status: 0, out: '', err: 'There are no keys.\n' },
    { status: 0, out: '[]\n', err: 'The store has no releases.\n' },
  ])
})

describe('wrong usage is status 2 with advice, and opens nothing:', () => {
  const env = { DATA_DIR: '/dev/null/data' }
  test.each([
    ['no command of keys', ['keys'], /Usage: indicators keys/],
    ['another command of keys', ['keys', 'creat'], /unknown command 'creat'\n\(Did you mean create\?\)/],
    ['no name', ['keys', 'create', '--scope', 'publish'], /missing required argument 'name'/],
    ['no scope', ['keys', 'create', 'ci'], /required option '--scope <scope>' not specified/],
    ['another scope', ['keys', 'create', 'ci', '--scope', 'all'], /Allowed choices are publish/],
    [
      'no date',
      ['keys', 'create', 'ci', '--scope', 'publish', '--expires', '2999-02-30'],
      /"2999-02-30" is not a date/,
    ],
  ])('%s', patient, async (_, args, expected) => {
    const { status, out, err } = await run(env, ...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
  })

  test('a store that cannot be opened is status 3', patient, async () => {
    const { status, err } = await run(env, 'releases')
    expect(status).toBe(3)
    expect(err).toContain('The store could not be opened: ENOTDIR')
  })
})
