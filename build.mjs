// `npm run build`: runs the steps below whose sources changed since they last ran, in parallel where none needs another.
// `node build.mjs STEP …` runs those steps and the ones they need.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { pages } from './packages/site/pages.mjs'

/**
 * A step runs `command`, the path of a JavaScript file and its arguments, to make `to` out of the files and folders `from`.
 * @typedef {{ from: readonly string[], to: readonly string[], command: readonly string[], after?: readonly string[] }} Step
 */

const server = readdirSync('src').flatMap((name) => (['explorer', 'generated'].includes(name) ? [] : `src/${name}`))
const page = ['src/explorer', 'src/domain', 'src/lib', 'src/generated', 'vite.config.ts', 'vite.server.config.ts']

/** @type {Record<string, Step>} */
const steps = {
  client: {
    from: ['prisma/schema.prisma', 'prisma.config.ts'],
    to: ['src/generated/prisma/client.ts'],
    command: ['node_modules/prisma/build/index.js', 'generate'],
  },
  units: {
    from: ['prisma/seed/units.csv', 'prisma/write-units.mjs'],
    to: ['src/generated/units/shipped.ts'],
    command: ['prisma/write-units.mjs'],
  },
  documents: {
    after: ['client', 'units'],
    from: [
      'codegen.ts',
      ...server,
      'src/explorer/documents',
      'src/explorer/desk/documents',
      'test/queries',
      'prisma/seed/units.csv',
      'prisma/schema.prisma',
    ],
    to: [
      'schema.graphql',
      'src/generated/gql/graphql.ts',
      'src/generated/gql/explorer/graphql.ts',
      'src/generated/gql/desk/graphql.ts',
      'src/generated/gql/mcp/graphql.ts',
    ],
    command: ['node_modules/tsx/dist/cli.mjs', 'node_modules/@graphql-codegen/cli/cjs/bin.js', '--silent'],
  },
  command: {
    after: ['documents'], // `npm run types` checks the types
    from: [...server, 'src/generated/gql/mcp', 'src/generated/prisma', 'src/generated/units', 'vite.command.config.ts'],
    to: ['dist/cli/main.js'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config', 'vite.command.config.ts'],
  },
  page: {
    after: ['documents'],
    from: page,
    to: ['dist/explorer/index.html'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
  'page-of-server': {
    after: ['documents'],
    from: page,
    to: ['dist/explorer-server/server.js'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config', 'vite.server.config.ts'],
  },
  graphiql: {
    from: ['packages/graphiql', 'src/graphql/operations', 'src/explorer/icon.svg', 'package-lock.json'],
    to: ['dist/graphiql/index.html'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--logLevel',
      'error',
      '--config',
      'packages/graphiql/vite.config.ts',
    ],
  },
  site: {
    after: ['documents'],
    from: [
      'packages/site',
      'docs',
      ...pages.map(({ file }) => file),
      'schema.graphql',
      'examples/queries',
      'src/graphql/operations',
      ...['datasets', 'metrics', 'dimensions', 'categories', 'units'].map((name) => `prisma/seed/${name}.csv`),
      'src/explorer/icon.svg',
    ],
    to: ['dist/docs/index.html', 'dist/docs/sections.json'],
    command: ['node_modules/@11ty/eleventy/cmd.cjs', '--config=packages/site/eleventy.config.mjs', '--quiet'],
  },
  fonts: {
    from: ['packages/fonts'],
    to: ['dist/fonts/chinese.br'],
    command: ['packages/fonts/subset.mjs'],
  },
  store: {
    after: ['client', 'units'], // the longest step: it takes the sources as they are, beside all others
    from: [
      ...['prisma/fill-store.ts', 'prisma/seed', 'prisma/migrations', 'prisma/schema.prisma', 'src/server/seed.ts'],
      ...['src/domain', 'src/files', 'src/import', 'src/lib', 'src/store', 'src/errors.ts'],
    ],
    to: ['dist/store.tar.br'],
    command: ['node_modules/tsx/dist/cli.mjs', 'prisma/fill-store.ts'],
  },
}

/** The longest step and those that it needs. The others run at a lower priority, so that they do not delay it. */
const first = new Set(['client', 'units', 'store'])

const stamps = 'dist/.built'

/**
 * Returns the files at `path`: itself, those below it, or none.
 * @param {string} path
 */
async function filesAt(path) {
  const below = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (below === null) return [path]
  return below.flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : [])).sort()
}

/**
 * Returns a digest of the names and the contents of files and folders.
 * @param {readonly string[]} paths
 */
async function digestOf(paths) {
  const digest = createHash('sha256')
  for (const file of (await Promise.all(paths.map(filesAt))).flat())
    digest.update(`\0${file}\0`).update(await readFile(file).catch(() => ''))
  return digest.digest('hex')
}

/**
 * Runs steps after those that they need, except those whose results are up to date.
 * @param {readonly string[]} names
 */
export async function build(names) {
  /** @type {Map<string, Promise<void>>} */
  const started = new Map()
  /**
   * @param {string} name
   * @returns {Promise<void>}
   */
  const start = (name) => {
    const step = steps[name]
    if (step === undefined) throw new Error(`There is no step "${name}". There are ${Object.keys(steps).join(', ')}.`)
    const running = started.get(name) ?? Promise.all((step.after ?? []).map(start)).then(() => run(name, step))
    started.set(name, running)
    return running
  }
  const results = await Promise.allSettled(names.map(start))
  const failed = new Set(results.flatMap((result) => (result.status === 'rejected' ? result.reason.message : [])))
  if (failed.size > 0) throw new Error([...failed].join('\n'))
}

/**
 * Runs a step unless its sources and its results are those of its last run.
 * @param {string} name
 * @param {Step} step
 */
async function run(name, { from, to, command }) {
  const stamp = join(stamps, name)
  const sources = await digestOf(['package-lock.json', ...from])
  const stampOf = async () => JSON.stringify([process.version, command, sources, await digestOf(to)])
  if ((await readFile(stamp, 'utf8').catch(() => null)) === (await stampOf())) return
  process.stderr.write(`building ${name}\n`) // the longest step takes some twenty seconds
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.pid !== undefined && !first.has(name)) setPriority(child.pid, 10)
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (child.exitCode !== 0) throw new Error(`${output}The step "${name}" of the build failed.`)
  await mkdir(stamps, { recursive: true })
  await writeFile(stamp, await stampOf())
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await build(process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)).catch(({ message }) => {
    process.stderr.write(`${message}\n`)
    process.exitCode = 1
  })
