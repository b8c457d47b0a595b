import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { slugOf } from '../../packages/site/slug.mjs'
import { root } from './clone.js'

const below = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, folder), { recursive: true }))
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
const folders = await Promise.all(['docs', 'examples', 'packages'].map(below))
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...folders.flat()]

test('every link of the documents leads to a file and chapter', async () => {
  const broken: string[] = []
  for (const document of documents) {
    const text = await readFile(join(root, document), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(root, document) : join(root, dirname(document), path)
      if (!(await leadsTo(file, anchor))) broken.push(`${document}: ${target} (${relative(root, file)})`)
    }
  }
  expect(broken).toEqual([])
  expect(documents.length).toBeGreaterThan(15)
})

async function leadsTo(file: string, anchor: string | undefined): Promise<boolean> {
  if (anchor === undefined)
    return access(file).then(
      () => true,
      () => false,
    )
  const headings = (await readFile(file, 'utf8')).matchAll(/^#+ (.*)$/gm)
  return [...headings].some(([, heading = '']) => slugOf(heading) === anchor)
}
