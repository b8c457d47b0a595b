import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from './process.js'
import { patient, type Ran, run } from './run.js'

const filling = new Workplace()
const workplace = new Workplace()
let folder: string
beforeAll(async () => {
  folder = await filling.folder()
  await filling.seed({ DATA_DIR: folder })
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const figures = '{ store { version indicators } }'
const row = (period: string, value: string): string =>
  `metric,dimension,category,period,value,unit\nEXPORTS,TOTAL,ALL,${period},${value},CNY_TRILLION\n`

const done = { status: 0, err: '' }

/** Imports one figure as a release of its own. */
async function importOne(env: NodeJS.ProcessEnv, code: string, period: string, value: string): Promise<Ran> {
  const file = join(await workplace.folder(), `${code}.csv`)
  await writeFile(file, row(period, value))
  const release = ['--release', code, '--title', code, '--publisher', 'P', '--published-at', '2025-02-01T00:00:00Z']
  return run(workplace, env, 'import', file, '--format', 'csv', ...release)
}

describe('beside a running server', () => {
  test('an import is seen by the next query', patient, async () => {
    const env = { DATA_DIR: folder }
    const { url } = await workplace.serve(env)
    const before = (await ask(url, figures)).store
    expect(await importOne(env, 'BESIDE', '2019', '17.2')).toMatchObject({ status: 0 })
    expect((await ask(url, figures)).store).toEqual({
      version: before.version + 1,
      indicators: before.indicators + 1,
    })
    expect(await run(workplace, env, 'retract', 'BESIDE', '--reason', 'a test')).toMatchObject({ status: 0 })
    expect((await ask(url, figures)).store).toMatchObject({ indicators: before.indicators })
  })

  test('two imports at a time are stored one after the other', patient, async () => {
    const env = { DATA_DIR: folder }
    const { url } = await workplace.serve(env)
    const { version } = (await ask(url, figures)).store
    const both = await Promise.all([importOne(env, 'ONE', '2018', '16.4'), importOne(env, 'OTHER', '2017', '15.3')])
    expect(both.map(({ status, err }) => ({ status, err: status === 0 ? '' : err }))).toEqual([done, done])
    expect((await ask(url, figures)).store.version).toBe(version + 2)
  })

  test('export, check, releases, keys and backup work', patient, async () => {
    const env = { DATA_DIR: folder }
    const { url } = await workplace.serve(env)
    const place = await workplace.folder()
    const file = join(place, 'all.csv')
    expect(await run(workplace, env, 'export', '--format', 'csv', '-o', file)).toMatchObject({ status: 0 })
    const { indicators } = (await ask(url, figures)).store
    expect((await readFile(file, 'utf8')).trim().split('\n').length).toBe(indicators + 1)
    for (const args of [['check'], ['releases'], ['keys', 'list'], ['backup', join(place, 'store.backup')]])
      expect(await run(workplace, env, ...args), args.join(' ')).toMatchObject({ status: 0 })
    const made = await run(workplace, env, 'keys', 'create', 'beside', '--scope', 'publish')
    const headers = { authorization: `Bearer ${made.out.trim()}` }
    expect((await fetch(`${url}/graphql?query={__typename}`, { headers })).status).toBe(200)
  })

  test('an export of the server goes on while commands use the store', patient, async () => {
    const env = { DATA_DIR: folder, MAX_EXPORTS_PER_CLIENT: '3' }
    const { url } = await workplace.serve(env)
    const { indicators } = (await ask(url, figures)).store
    const lengths = async (): Promise<number> => {
      const text = await (await fetch(`${url}/export?format=csv&query=indicators`)).text()
      return text.trim().split('\n').length
    }
    const [listed, ...exported] = await Promise.all([run(workplace, env, 'releases'), lengths(), lengths(), lengths()])
    expect(listed.status).toBe(0)
    expect(exported).toEqual([1, 1, 1].map((header) => indicators + header))
  })

  test('only the user of the server may connect', patient, async () => {
    await workplace.serve({ DATA_DIR: folder })
    const modes = await Promise.all(['session', 'import'].map((name) => stat(join(folder, `${name}.sock`))))
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600])
  })

  test('a transaction that is left open is rolled back with its connection', patient, async () => {
    const { url } = await workplace.serve({ DATA_DIR: folder })
    const before = (await ask(url, figures)).store
    const client = new pg.Client({ user: 'postgres', database: 'postgres', ...socket(join(folder, 'session.sock')) })
    await client.connect()
    await client.query('BEGIN')
    await client.query('UPDATE store_state SET version = 1000')
    client.on('error', () => {})
    ;(client as unknown as { connection: { stream: import('node:net').Socket } }).connection.stream.destroy()
    expect((await ask(url, figures)).store).toEqual(before)
  })
})

/** Has node-postgres connect to a socket by its path. */
function socket(path: string) {
  return {
    stream: () => {
      const stream = connect(path)
      stream.connect = () => stream
      return stream
    },
  }
}

test('a server that was killed leaves sockets that the next start replaces', patient, async () => {
  const env = { DATA_DIR: folder }
  const { server } = await workplace.serve(env)
  await server.kill('SIGKILL')
  expect(await run(workplace, env, 'releases'), 'opens the store itself').toMatchObject({ status: 0 })
  await workplace.serve(env)
  expect(await run(workplace, env, 'releases'), 'beside the next server').toMatchObject({ status: 0 })
})

test('a store that the holder does not share is refused', patient, async () => {
  const long = join(await workplace.folder(), 'a'.repeat(100), 'b'.repeat(100))
  await mkdir(long, { recursive: true })
  const env = { DATA_DIR: long, SEED: 'false' }
  await workplace.serve(env)
  expect(await run(workplace, env, 'releases')).toMatchObject({
    status: 3,
    err: expect.stringContaining('is open in another process'),
  })
})
