import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { settings } from '../../src/config.js'
import { Workplace } from './process.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const command = workplace.start(env, ...args)
  return { status: await command.end(), said: command.said }
}

test('--version prints the version', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await run(['--version'])).toEqual({ status: 0, said: `${version}\n` })
})

test('npx finds the command, which asks for a build', async () => {
  const folder = await workplace.folder()
  const bin = new URL('../../bin/indicators.mjs', import.meta.url).pathname
  const copy = join(folder, 'bin', 'indicators.mjs')
  await cp(bin, copy)
  const node = promisify(execFile)
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await node(process.execPath, [bin, '--version'])).toEqual({ stdout: `${version}\n`, stderr: '' })
  await expect(node(copy, ['--version'])).rejects.toMatchObject({
    code: 1,
    stderr: 'The command is not built yet. Run npm run build, or npm start.\n',
  })
})

test('--help lists commands, exit statuses and settings', async () => {
  const { status, said } = await run(['--help'])
  expect(status).toBe(0)
  expect(said).toMatch(/^Usage: indicators /)
  expect(said).toContain('3 store or server unavailable')
  const { said: serve } = await run(['serve', '--help'])
  for (const name of Object.keys(settings)) expect(serve).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

test.each([
  ['an unknown command', ['serv'], /unknown command 'serv'\n\(Did you mean serve\?\)/],
  ['an unknown option', ['serve', '--prot'], /unknown option '--prot'/],
  ['an argument too many', ['serve', 'twice'], /too many arguments/],
])('%s is wrong usage with status 2 and advice', async (_, args, expected) => {
  const { status, said } = await run(args)
  expect(status).toBe(2)
  expect(said).toMatch(expected)
  expect(said).toContain('--help')
})

test('all wrong settings are reported before anything is opened', async () => {
  const { status, said } = await run([], { PORT: 'x', SEED: 'y', DATA_DIR: '/dev/null/data' })
  expect(status).toBe(2)
  expect(said).toMatch(/^SEED is "y"\. [^\n]+\nPORT is "x"\. [^\n]+\n$/)
})
