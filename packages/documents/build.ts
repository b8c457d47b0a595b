import { execFileSync } from 'node:child_process'
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import { typed } from '../../codegen.js'

/** Builds `dist/documents`: the saved queries as typed documents, with the schema, ready for `npm publish`. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = `${root}dist/documents/`
const { version, license, devDependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))

await rm(out, { recursive: true, force: true })
await generate({
  cwd: root,
  silent: true,
  schema: 'schema.graphql',
  documents: 'src/graphql/operations/*.graphql',
  generates: { [`${out}source/`]: { preset: 'client', presetConfig: { fragmentMasking: false }, config: typed } },
})
// Keeps the documents and their types; the other files of the preset are for queries embedded in code.
await rename(`${out}source/graphql.ts`, `${out}index.ts`)
await rm(`${out}source`, { recursive: true })

const manifest = {
  name: 'trade-indicators-documents',
  version,
  description: 'Typed GraphQL documents for a server of trade-indicators, and its schema.',
  license,
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './index.d.ts', default: './index.js' }, './schema.graphql': './schema.graphql' },
  files: ['index.js', 'index.d.ts', 'schema.graphql'],
  dependencies: { '@graphql-typed-document-node/core': devDependencies['@graphql-typed-document-node/core'] },
  peerDependencies: { graphql: '^16.0.0 || ^17.0.0' },
}
await writeFile(`${out}package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
await copyFile(`${root}schema.graphql`, `${out}schema.graphql`)
await copyFile(`${root}LICENSE`, `${out}LICENSE`)
await copyFile(new URL('README.md', import.meta.url), `${out}README.md`)

const options = ['--target', 'es2022', '--module', 'nodenext', '--declaration', '--strict', '--types', '']
execFileSync('node_modules/.bin/tsc', ['--ignoreConfig', ...options, `${out}index.ts`], { cwd: root, stdio: 'inherit' })
await rm(`${out}index.ts`)
