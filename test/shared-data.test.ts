import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readersOfSharedData } from './shared-data.js'

test('every test file that needs tables beside the clone is listed', async () => {
  const here = new URL('./', import.meta.url)
  const files = (await readdir(here, { recursive: true })).filter((file) => /(?<!shared-data)\.test\.ts$/.test(file))
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(new URL(file, here), 'utf8') })),
  )
  const readers = texts.filter(({ text }) => /skipIf\(!sharedData\./.test(text)).map(({ file }) => file)
  expect(readers.sort()).toEqual([...readersOfSharedData])
  const others = texts.filter(({ text }) => /shared\/data\/'/.test(text)).map(({ file }) => file)
  expect(others).toEqual([])
})
