import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../process.js'

const filling = new Workplace()
const workplace = new Workplace()
const query = '{ store { version } releases { nodes { code title } } indicators { totalCount nodes { id formatted } } }'
let file: string
let answer: unknown // of the store that was backed up
let reported: { version: number; tables: Record<string, number> }
beforeAll(async () => {
  const env = { DATA_DIR: await filling.folder() }
  const server = filling.start(env)
  await server.says(/ready at/)
  answer = await ask(await server.url(), query)
  await server.kill('SIGTERM')
  file = join(await filling.folder(), 'store.backup')
  await writeFile(file, 'the one of yesterday')
  const { status, out, err } = await run(env, 'backup', file, '--json')
  expect([status, err]).toEqual([0, expect.stringMatching(/^indicator: \d+ rows$/m)])
  reported = JSON.parse(out)
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

test('a restored backup gives the same answers', patient, async () => {
  const { version, tables } = reported
  expect(reported).toEqual({ version: expect.any(Number), tables: expect.objectContaining({ release: 5, metric: 9 }) })
  expect(await readdir(join(file, '..'))).toEqual(['store.backup'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(gunzipSync(await readFile(file)).toString()).toContain('"format":"trade-indicators backup"')

  const env = { DATA_DIR: await workplace.folder() }
  const rows = Object.values(tables).reduce((sum, each) => sum + each, 0)
  expect(await run(env, 'restore', file)).toEqual({
    status: 0,
    out: expect.stringMatching(`^restored version ${version}, of 20\\S+Z: ${rows} rows in \\d+ tables\n$`),
    err: expect.stringMatching(/^release: 5 rows\n/m),
  })
  const server = workplace.start(env)
  await server.says(/ready at/)
  expect(await ask(await server.url(), query)).toEqual(answer)
  await server.kill('SIGTERM')
  expect(await run(env, 'restore', file)).toEqual({
    status: 1,
    out: '',
    err: expect.stringMatching(/only into an empty store\. This store has rows in code_version, dataset, breakdown,/),
  })
})

test('an interrupted restore leaves nothing', patient, async () => {
  const folder = await workplace.folder()
  const env = { DATA_DIR: join(folder, 'data') }
  const pipe = join(folder, 'pipe')
  await promisify(execFile)('mkfifo', [pipe])
  const content = gunzipSync(await readFile(file)).toString()
  const half = gzipSync(content.slice(0, content.indexOf('{"table":"series"')), { level: 0 })
  for (const [signal, ended] of [
    ['SIGINT', 130],
    ['SIGKILL', 'SIGKILL'],
  ] as const) {
    const command = workplace.start(env, 'restore', pipe)
    const writer = createWriteStream(pipe) // it stays open: there is more to come, for all that the command knows
    writer.on('error', () => {})
    writer.write(half)
    await command.says(/^release: 5 rows$/m)
    command.process.kill(signal)
    if (signal === 'SIGINT') await command.says(/Stopped\. Nothing was restored/)
    writer.destroy() // Node does not exit while a thread of it waits for a pipe
    expect(await command.end()).toBe(ended)
  }
  const { status, out } = await run(env, 'restore', file, '--json')
  expect([status, JSON.parse(out)]).toEqual([0, reported])
})

describe('no backup is written', () => {
  test('of an empty store, and an existing file remains', patient, async () => {
    const folder = await workplace.folder()
    const kept = join(folder, 'kept')
    await writeFile(kept, 'the one of yesterday')
    const env = { DATA_DIR: join(folder, 'mistyped') }
    for (const args of [
      ['backup', kept],
      ['backup', kept, '--json'],
    ])
      expect(await run(env, ...args)).toMatchObject({ status: 1, out: '', err: expect.stringContaining('DATA_DIR') })
    expect(await readFile(kept, 'utf8')).toBe('the one of yesterday')
    expect(await readdir(folder)).toEqual(['kept', 'mistyped'])
  })
})

describe('wrong usage is status 2 with advice, and opens nothing:', () => {
  test.each([
    ['no file to write', ['backup'], /missing required argument 'file'/],
    ['no file to read', ['restore'], /missing required argument 'file'/],
    ['no folder to write into', ['backup', '/nowhere/file'], /The file \/nowhere\/file.part cannot be written: ENOENT/],
    ['a folder to write', ['backup', '.'], /The file \. cannot be written: it is a folder/],
    ['a folder to read', ['restore', '.'], /The file \. cannot be read: it is a folder/],
    ['nothing to read', ['restore', '/nowhere'], /The file \/nowhere cannot be read: ENOENT/],
  ])('%s', patient, async (_, args, message) => {
    const env = { DATA_DIR: '/dev/null/data' }
    expect(await run(env, ...args)).toEqual({ status: 2, out: '', err: expect.stringMatching(message) })
  })

  test('a file that is not a backup is status 1', patient, async () => {
    const folder = await workplace.folder()
    const other = join(folder, 'other')
    await writeFile(other, 'metric,period\n')
    await mkdir(join(folder, 'data'))
    const { status, err } = await run({ DATA_DIR: join(folder, 'data') }, 'restore', other)
    expect([status, err]).toEqual([1, expect.stringContaining('is not a backup')])
    expect(await readdir(join(folder, 'data'))).toEqual([])
  })
})
