import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DocumentNode, print } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { root } from '../docs/clone.js'
import { Reader } from '../docs/reader.js'

const patient = { timeout: 480_000 }
const answers = join(root, 'test/answers')

const workplace = new Workplace()
let reader: Reader
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built')
  await reader.run('npm run -s documents')
})
afterAll(() => workplace.clear())

test('the package of documents installs, compiles and queries in a new project', patient, async () => {
  await reader.follow('packages/documents/README.md')
})

test('what is packed is the documents, their types and the schema', patient, async () => {
  const packed = await reader.run('cd "$CLONE" && npm pack --dry-run --json ./dist/documents')
  const [{ name, version, files }] = JSON.parse(packed.out)
  const { version: own } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect({ name, version }).toEqual({ name: 'trade-indicators-documents', version: own })
  const paths: string[] = files.map(({ path }: { path: string }) => path)
  const caches = ['apollo.d.ts', 'apollo.js', 'graphcache.d.ts', 'graphcache.js']
  const all = ['LICENSE', 'README.md', ...caches, 'index.d.ts', 'index.js', 'package.json', 'schema.graphql']
  expect(paths.toSorted()).toEqual(all)
  const made = join(reader.clone, 'dist/documents/schema.graphql')
  expect(await readFile(made, 'utf8')).toBe(await readFile(join(root, 'schema.graphql'), 'utf8'))
})

test('each of the ten documents is answered as in GraphiQL', patient, async () => {
  const documents: Record<string, DocumentNode> = await import(
    pathToFileURL(join(reader.clone, 'dist/documents/index.js')).href
  )
  await reader.serve()
  const names = Object.keys(documents).filter((name) => name.endsWith('Document'))
  const given = await Promise.all(
    names.map((name) => ask(`http://${reader.address}`, print(documents[name] as DocumentNode))),
  )
  const files = await readdir(answers)
  const saved = files.map(async (file) => JSON.parse(await readFile(join(answers, file), 'utf8')).answer.data)
  const inOrder = (all: readonly unknown[]): string[] => all.map((each) => JSON.stringify(each)).toSorted()
  expect(inOrder(given)).toEqual(inOrder(await Promise.all(saved)))
  expect(given).toHaveLength(10)
})
