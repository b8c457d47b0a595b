import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** The code that somebody wrote, by file. */
async function sources(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(src, { withFileTypes: true, recursive: true })
  const files = entries
    .filter((entry) => entry.isFile() && /\.(m?[jt]s|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(src, 'generated')))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}

const docComment = /\/\*\*[\s*]+(\w+)?/g

/** Comments that repeat the names hide those that say why. */
const mostPerHundredLines = 2.5

test(`src has at most ${mostPerHundredLines} doc comments per 100 lines`, async () => {
  const texts = [...(await sources()).values()]
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0)
  const comments = texts.reduce((sum, text) => sum + [...text.matchAll(docComment)].length, 0)
  expect(lines).toBeGreaterThan(10_000)
  expect((100 * comments) / lines).toBeLessThanOrEqual(mostPerHundredLines)
})

test('no doc comment begins with a question word', async () => {
  const found = [...(await sources())].flatMap(([file, text]) =>
    [...text.matchAll(docComment)]
      .filter(([, first = '']) => /^(?:What|Whether|How|Where)$/.test(first))
      .map(({ index }) => `${file}:${text.slice(0, index).split('\n').length}`),
  )
  expect(found).toEqual([])
})
