import { execFileSync } from 'node:child_process'
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import { buildSchema } from 'graphql'
import { typed } from '../../codegen.js'
import { apolloModule } from './apollo.js'
import { cacheFacts, cacheModule } from './graphcache.js'

/** Builds `dist/documents`: the saved queries as typed documents, with the schema, ready for `npm publish`. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = `${root}dist/documents/`
const { version, license, devDependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))

// Intl formats what is answered without loss, and any lib of TypeScript knows this type of it.
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a type
const scalars = { ...typed.scalars, Decimal: { input: 'string', output: '`${number}`' } }

await rm(out, { recursive: true, force: true })
await generate({
  cwd: root,
  silent: true,
  schema: 'schema.graphql',
  documents: 'src/graphql/operations/*.graphql',
  generates: {
    [`${out}source/`]: { preset: 'client', presetConfig: { fragmentMasking: false }, config: { ...typed, scalars } },
  },
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
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './schema.graphql': './schema.graphql',
    './apollo': { types: './apollo.d.ts', default: './apollo.js' },
    './graphcache': { types: './graphcache.d.ts', default: './graphcache.js' },
  },
  files: ['index.js', 'index.d.ts', 'apollo.js', 'apollo.d.ts', 'graphcache.js', 'graphcache.d.ts', 'schema.graphql'],
  dependencies: { '@graphql-typed-document-node/core': devDependencies['@graphql-typed-document-node/core'] },
  peerDependencies: {
    graphql: '^16.0.0 || ^17.0.0',
    '@apollo/client': '^4.0.0',
    '@urql/exchange-graphcache': '^9.0.0',
  },
  peerDependenciesMeta: { '@apollo/client': { optional: true }, '@urql/exchange-graphcache': { optional: true } },
}
await writeFile(`${out}package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
await copyFile(`${root}schema.graphql`, `${out}schema.graphql`)
const schema = buildSchema(await readFile(`${root}schema.graphql`, 'utf8'))
const caches = { apollo: apolloModule(schema), graphcache: cacheModule(cacheFacts(schema)) }
for (const [name, { code, types }] of Object.entries(caches)) {
  await writeFile(`${out}${name}.js`, code)
  await writeFile(`${out}${name}.d.ts`, types)
}
await copyFile(`${root}LICENSE`, `${out}LICENSE`)
await copyFile(new URL('README.md', import.meta.url), `${out}README.md`)

const options = ['--target', 'es2022', '--module', 'nodenext', '--declaration', '--strict', '--types', '']
execFileSync('node_modules/.bin/tsc', ['--ignoreConfig', ...options, `${out}index.ts`], { cwd: root, stdio: 'inherit' })
await rm(`${out}index.ts`)
