import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const everyDomain = ['domain', 'lib', 'errors', 'generated/units']
const everyStore = ['store/database', 'store/query', 'store/ingest', 'store/export', 'store/admin', 'store/history']
const subject = ['files', ...everyStore, ...everyDomain]

/** What each part of src may import beside itself. A part is a folder of src; of store, each of its folders is one. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  lib: [],
  domain: ['lib', 'errors', 'generated/units'], // data: the units of prisma/seed
  press: everyDomain,
  files: everyDomain,
  'store/sql': [...everyDomain, 'generated/prisma'],
  'store/database': [...everyDomain, 'store/sql', 'generated/prisma'],
  'store/query': [...everyDomain, 'store/sql', 'store/database', 'generated/prisma'],
  'store/ingest': [...everyDomain, 'store/sql', 'store/database', 'store/query', 'store/history', 'generated/prisma'],
  'store/export': [...everyDomain, 'store/sql', 'store/database', 'store/query', 'generated/prisma'],
  'store/history': [...everyDomain, 'store/sql', 'store/database', 'store/query', 'generated/prisma'],
  'store/admin': [...everyDomain, 'store/sql', 'store/database', 'store/query', 'store/ingest', 'generated/prisma'],
  analysis: [...everyDomain, 'store/query'],
  import: subject,
  export: ['analysis', ...subject],
  config: ['store/database', ...everyDomain], // the address of the store is checked by the store
  history: ['store/database', 'store/query', 'store/history', ...everyDomain],
  feeds: ['export', 'press', ...subject],
  webhooks: ['feeds', ...subject],
  graphql: ['import', 'analysis', 'press', ...subject],
  mcp: [...everyDomain, 'generated/gql'], // it asks the API, as clients do
  server: [
    'webhooks',
    'feeds',
    'history',
    'mcp',
    'graphql',
    'export',
    'import',
    'analysis',
    'config',
    'press',
    ...subject,
  ],
  cli: [
    'server',
    'webhooks',
    'history',
    'mcp',
    'graphql',
    'export',
    'import',
    'analysis',
    'config',
    'press',
    ...subject,
  ],
  explorer: ['generated/gql'], // a page in a browser: it reaches the rest over HTTP
}

/** Files and packages that only some files may import. */
const onlyIn: readonly { readonly what: RegExp; readonly may: RegExp; readonly why: string }[] = [
  {
    what: /^src\/graphql\/(schema|federation\/subgraph)\.ts$/,
    may: /^src\/(server\/|graphql\/federation\/|cli\/commands\/(export|mcp)\.ts$)/,
    why: 'the schema is a value that the server is given',
  },
  { what: /^@prisma\/adapter-/, may: /^src\/store\/database\/open\.ts$/, why: 'one file knows which driver there is' },
  { what: /^(@prisma\/|pg$|@electric-sql\/)/, may: /^src\/(store|generated)\//, why: 'only the store talks SQL' },
  { what: /^(@pothos\/|dataloader$)/, may: /^src\/(graphql|store)\//, why: 'resolvers are made in graphql' },
  { what: /^graphql-yoga$/, may: /^src\/server\//, why: 'only the server knows HTTP' },
  { what: /^(jose|prom-client)$/, may: /^src\/server\//, why: 'only the server knows tokens and metrics' },
  {
    what: /^(csv-parse|yauzl|saxes|htmlparser2|hyparquet|ajv)/,
    may: /^src\/files\//,
    why: 'only files knows what files are made of',
  },
  {
    what: /^(@modelcontextprotocol\/|zod$)/,
    may: /^src\/mcp\//,
    why: 'only mcp knows the Model Context Protocol',
  },
  { what: /^commander$/, may: /^src\/cli\//, why: 'only the commands know a command line' },
]

/**
 * What refuses, counts, masks, logs or caches a request: each is one export of one module, which the listener of node:http
 * (front.ts, direct.ts) and the application of graphql-yoga are both given by app.ts, or both import.
 */
const ofBothEntries: Readonly<Record<string, string>> = {
  // the identity of a request and of its client
  RequestContext: 'plugins/request/request-context.ts',
  prepareContext: 'plugins/request/request-context.ts',
  setContext: 'plugins/request/request-context.ts',
  idOf: 'plugins/request/request-context.ts',
  isHost: 'plugins/request/target.ts',
  warningFinder: 'plugins/request/client.ts',
  // limits of requests and connections
  Windows: 'plugins/request/rate-limit.ts',
  ReadRates: 'plugins/request/read-rate.ts',
  allowedOrigins: 'plugins/request/cors.ts',
  // limits and stages of an execution
  within: 'plugins/execution/execution.ts',
  OperationLimits: 'plugins/execution/limits.ts',
  costHeader: 'plugins/execution/limits.ts',
  ValidDocuments: 'plugins/execution/documents.ts',
  documentCache: 'plugins/execution/documents.ts',
  executionTimeout: 'plugins/execution/execution-timeout.ts',
  atVersion: 'plugins/execution/view.ts',
  metering: 'plugins/execution/metering.ts',
  compiling: 'plugins/execution/jit.ts',
  answeringAtOnce: 'plugins/execution/at-once.ts',
  beginOperation: 'plugins/execution/watchdog.ts',
  operationName: 'plugins/execution/watchdog.ts',
  // responses
  responseCache: 'plugins/response/response-cache.ts',
  isKeyed: 'plugins/response/response-cache.ts',
  pinHeaders: 'plugins/response/response-cache.ts',
  securityHeadersOf: 'plugins/response/headers.ts',
  requestLog: 'plugins/response/request-log.ts',
}

/** Files longer than `ceiling`, each with its reason. */
const longer: Readonly<Record<string, string>> = {}
const ceiling = 400

/** Folders with more than `crowd` files, all of one kind. */
const crowded: Readonly<Record<string, string>> = {
  'src/graphql/schema': 'one noun a file',
}
const crowd = 20

const root = fileURLToPath(new URL('..', import.meta.url))

test('arrows point one way', async () => {
  expect(wrongArrows(await sources())).toEqual([])
})

test('nothing imports itself by way of others, types included', async () => {
  expect(cycles(await sources())).toEqual([])
})

test('the schema lists every file of types', async () => {
  const types = (await files('src/graphql/schema')).filter((file) => file.endsWith('.ts'))
  const listed = (await sources())
    .get('src/graphql/schema.ts')
    ?.filter((each) => each.startsWith('src/graphql/schema/'))
  expect(listed?.toSorted()).toEqual(types.toSorted())
  expect(types.length).toBeGreaterThan(5)
})

test('each rule of both entries is one export of one module', async () => {
  const server = new Map<string, string>()
  for (const file of await files('src/server'))
    if (file.endsWith('.ts')) server.set(file, await readFile(join(root, file), 'utf8'))
  const definitions = (name: string): string[] =>
    [...server].flatMap(([file, text]) =>
      new RegExp(`^export (?:async )?(?:class|function|const) ${name}\\b`, 'm').test(text) ? [file] : [],
    )
  const defined = Object.keys(ofBothEntries).map((name) => [name, definitions(name)])
  expect(defined).toEqual(Object.entries(ofBothEntries).map(([name, module]) => [name, [`src/server/${module}`]]))
  const users = (name: string): string[] =>
    [...server].flatMap(([file, text]) => (new RegExp(`\\b${name}\\b`).test(text) ? [file] : []))
  const isOfApplication = (file: string): boolean => !entries.includes(file)
  for (const name of Object.keys(ofBothEntries)) expect(users(name).filter(isOfApplication), name).not.toEqual([])
  const imported = entries.flatMap((file) => valuesImported(server.get(file) ?? ''))
  expect(imported.filter((name) => !(name in ofBothEntries))).toEqual([])
  expect(imported.length).toBeGreaterThan(5)
})

const entries = ['src/server/front.ts', 'src/server/direct.ts']

/** The values, not types, that a file imports from other files of the project but `lib`, which has no rules. */
const valuesImported = (source: string): string[] =>
  [...source.matchAll(/^import \{([^}]*)\} from '\.(?!\.\/lib\/)[^']*'/gm)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )

test(`no file is longer than ${ceiling} lines without a reason`, async () => {
  const written = [...(await files('src')), ...(await files('test'))].filter((file) => /\.(m?[jt]s|tsx)$/.test(file))
  const long: string[] = []
  for (const file of written) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n').length - 1
    if (lines > ceiling) long.push(file)
  }
  const withReason = Object.keys(longer)
  expect(
    long.filter((file) => !withReason.includes(file)),
    `longer than ${ceiling} lines: divide it, or give a reason here`,
  ).toEqual([])
  expect(
    withReason.filter((file) => !long.includes(file)),
    'not that long any more: take its reason out',
  ).toEqual([])
  expect(written.length).toBeGreaterThan(50)
})

test(`no folder has more than ${crowd} files of several kinds`, async () => {
  const counts = new Map<string, number>()
  for (const file of await files('src')) {
    const folder = posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const large = [...counts].filter(([, count]) => count > crowd).map(([folder]) => folder)
  expect(large.toSorted()).toEqual(Object.keys(crowded).toSorted())
})

describe('a wrong arrow is found:', () => {
  test.each([
    ['src/domain/units/unit.ts', 'src/store/query/view.ts', 'domain may not import store/query'],
    ['src/domain/units/unit.ts', 'src/generated/prisma/enums.ts', 'domain may not import generated/prisma'],
    ['src/lib/steps.ts', 'src/errors.ts', 'lib may not import errors'],
    ['src/files/csv/reader.ts', 'src/store/ingest/ingest.ts', 'files may not import store/ingest'],
    ['src/store/ingest/ingest.ts', 'src/files/csv/reader.ts', 'store/ingest may not import files'],
    ['src/store/sql/filter.ts', 'src/store/query/view.ts', 'store/sql may not import store/query'],
    ['src/store/query/groups.ts', 'src/store/ingest/fold.ts', 'store/query may not import store/ingest'],
    ['src/store/query/groups.ts', 'src/analysis/currency.ts', 'store/query may not import analysis'],
    ['src/store/database/open.ts', 'src/store/query/view.ts', 'store/database may not import store/query'],
    ['src/analysis/growth-and-shares.ts', 'src/generated/prisma/client.ts', 'analysis may not import generated/prisma'],
    ['src/store/query/view.ts', 'src/graphql/relay/id.ts', 'store/query may not import graphql'],
    ['src/store/query/view.ts', 'src/config.ts', 'store/query may not import config'],
    ['src/press/read.ts', 'src/store/query/view.ts', 'press may not import store/query'],
    ['src/graphql/relay/id.ts', 'src/server/app.ts', 'graphql may not import server'],
    ['src/export/export.ts', 'src/graphql/schema.ts', 'export may not import graphql'],
    ['src/files/csv/writer.ts', 'src/export/formats.ts', 'files may not import export'],
    ['src/server/app.ts', 'src/cli/main.ts', 'server may not import cli'],
    ['src/errors.ts', 'src/domain/units/unit.ts', 'errors may not import domain'],
    ['src/explorer/page.ts', 'src/server/app.ts', 'explorer may not import server'],
    ['src/explorer/page.ts', 'src/errors.ts', 'explorer may not import errors'],
    ['src/odds/ends.ts', 'src/errors.ts', 'odds has no place in the architecture'],
    ['src/store/view.ts', 'src/errors.ts', 'store has no place in the architecture'],
    ['src/graphql/relay/id.ts', 'src/graphql/schema.ts', 'the schema is a value that the server is given'],
    ['src/store/database/embedded/pglite.ts', '@prisma/adapter-pg', 'one file knows which driver there is'],
    ['src/server/serve.ts', 'pg', 'only the store talks SQL'],
    ['src/server/serve.ts', 'commander', 'only the commands know a command line'],
    ['src/mcp/ask.ts', 'src/store/query/view.ts', 'mcp may not import store/query'],
    ['src/server/routes/mcp.ts', 'zod', 'only mcp knows the Model Context Protocol'],
  ])('%s imports %s', (file, imported, why) => {
    expect(wrongArrows(new Map([[file, [imported]]]))).toEqual([`${file} imports ${imported}: ${why}`])
  })
})

test('a right arrow is none', () => {
  const right = {
    'src/domain/units/unit.ts': ['src/domain/numbers/decimal.ts', 'src/errors.ts', 'decimal.js'],
    'src/store/database/open.ts': ['@prisma/adapter-pg', 'pg', 'src/generated/prisma/client.ts', 'src/errors.ts'],
    'src/graphql/schema/unit.ts': ['src/graphql/builder.ts', 'src/domain/units/unit.ts', 'src/store/query/view.ts'],
    'src/server/serve.ts': ['src/graphql/schema.ts', 'src/files/csv/writer.ts', 'src/config.ts', 'graphql-yoga'],
    'src/cli/commands/serve.ts': ['src/server/serve.ts', 'src/config.ts', 'commander'],
    'src/explorer/page.ts': ['src/generated/gql/index.ts'],
  }
  expect(wrongArrows(new Map(Object.entries(right)))).toEqual([])
})

test('cycles are found, each once, from its first file', () => {
  const graph = { c: ['a'], a: ['b', 'd'], b: ['c'], d: ['d', 'e'], e: ['elsewhere'], f: ['a'] }
  expect(cycles(new Map(Object.entries(graph)))).toEqual(['a -> b -> c -> a', 'd -> d'])
})

test('imports of every kind are seen', () => {
  const source = `
    import defaulted from './a.js'
    import { one,
      type Two } from "./b.js"
    import type { Three } from '../c.js'
    import * as all from './deep/d.mjs'
    import './e.js'
    import json from './f.json' with { type: 'json' }
    export { four } from './g.js'
    export type * from './h.js'
    export const sent = ['from', 'to'] // no import from './comment.js'
    type Five = import('./i.js').Five
    const later = async () => await import('./j.js')
    const bytes = new URL('./k.mjs', import.meta.url)
    import { readFile } from 'node:fs/promises'
    import pg from 'pg'
  `
  expect(importsOf('src/here/file.ts', source)).toEqual([
    'src/here/a.ts',
    'src/here/b.ts',
    'src/c.ts',
    'src/here/deep/d.mjs',
    'src/here/e.ts',
    'src/here/f.json',
    'src/here/g.ts',
    'src/here/h.ts',
    'src/here/i.ts',
    'src/here/j.ts',
    'src/here/k.mjs',
    'node:fs/promises',
    'pg',
  ])
})

type Graph = ReadonlyMap<string, readonly string[]>

/** Every file of src that somebody wrote, with what it imports: files from the root, packages by their names. */
async function sources(): Promise<Graph> {
  const written = (await files('src')).filter((file) => /\.(m?[jt]s|tsx)$/.test(file))
  const asWritten = (name: string): string => (written.includes(`${name}x`) ? `${name}x` : name) // .js of .tsx
  const read = async (file: string) => importsOf(file, await readFile(join(root, file), 'utf8')).map(asWritten)
  return new Map(await Promise.all(written.map(async (file) => [file, await read(file)] as const)))
}

/** The files in a folder and below it, from the root; generated ones are nobody's writing. */
async function files(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('src/generated/'))
}

/** What a file imports, for its values or for its types only: static, dynamic, again exported, or as a URL of its own. */
function importsOf(file: string, source: string): string[] {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$|\s\/\/ .*$/gm, '')
  const pattern =
    /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)|^\s*import\s*['"]([^'"]+)|\bimport\(\s*['"]([^'"]+)|new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta/gm
  return [...code.matchAll(pattern)].map(([, ...found]) => {
    const name = found.find((each) => each !== undefined) ?? ''
    return name.startsWith('.') ? posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts') : name
  })
}

/** The part of src that a file belongs to: its folder, or its name where it stands on its own. */
const partOf = (file: string): string => /^src\/((?:generated|store)\/\w+(?=\/)|[\w-]+)/.exec(file)?.[1] ?? ''

function wrongArrows(graph: Graph): string[] {
  const wrong: string[] = []
  for (const [file, imports] of graph) {
    const part = partOf(file)
    for (const imported of imports) {
      const other = imported.startsWith('src/') ? partOf(imported) : part
      const may = mayImport[part]
      const limit = onlyIn.find(({ what, may }) => what.test(imported) && !may.test(file))
      const report = (why: string) => wrong.push(`${file} imports ${imported}: ${why}`)
      if (may === undefined) report(`${part} has no place in the architecture`)
      else if (other !== part && !may.includes(other)) report(`${part} may not import ${other}`)
      else if (limit !== undefined) report(limit.why)
    }
  }
  return wrong
}

/** The shortest way from each file back to itself, each cycle once. */
function cycles(graph: Graph): string[] {
  const found = new Set<string>()
  for (const start of graph.keys()) {
    const ways: string[][] = [[start]]
    const seen = new Set<string>()
    for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
      const next = graph.get(way.at(-1) ?? '') ?? []
      if (next.includes(start)) {
        const first = way.indexOf(way.toSorted()[0] ?? '')
        const turned = [...way.slice(first), ...way.slice(0, first)]
        found.add([...turned, turned[0]].join(' -> '))
        break
      }
      for (const each of next) {
        if (seen.has(each)) continue
        seen.add(each)
        ways.push([...way, each])
      }
    }
  }
  return [...found].sort()
}
