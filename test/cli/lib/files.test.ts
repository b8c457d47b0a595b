import { execFileSync, spawn } from 'node:child_process'
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWhole } from '../../../src/cli/lib/files.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a pipe is written, and is not replaced by a file', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const reader = spawn('cat', [pipe])
  await Promise.all([writeWhole(pipe, ['one\n', 'two\n']), expect(text(reader.stdout)).resolves.toBe('one\ntwo\n')])
  expect((await lstat(pipe)).isFIFO()).toBe(true)
})

test('a link remains, and the file that it leads to is written', async () => {
  await writeFile(join(folder, 'file'), 'before')
  await symlink('file', join(folder, 'link'))
  await writeWhole(join(folder, 'link'), ['after'])
  expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true)
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('after')
  expect(await readdir(folder)).toEqual(['file', 'link'])
})

test('a file that cannot be completed stays as it was', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'before')
  const texts = (async function* () {
    yield 'half'
    throw new Error('the store is lost')
  })()
  await expect(writeWhole(file, texts)).rejects.toThrow('the store is lost')
  expect(await readFile(file, 'utf8')).toBe('before')
  expect(await readdir(folder)).toEqual(['file'])
})
