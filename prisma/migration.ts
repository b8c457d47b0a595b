import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import { openEmbedded } from '../src/store/database/embedded/pglite.js'

// `npm run migration -- NAME` writes the next migration: the SQL from the datamodel of the last one to schema.prisma. It
// uses Prisma's schema engine as WebAssembly, since the binary would be downloaded at run time. Partial indexes and checks,
// which Prisma does not support, are added by hand before the migration is committed.

// Declared only in the library of browsers.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

const here = dirname(fileURLToPath(import.meta.url))
const schema = join(here, 'schema.prisma')

/** Returns the SQL from one datamodel (null is an empty database) to another; empty if they are equal. */
export async function difference(from: string | null, to: string): Promise<string> {
  const store = await openEmbedded(null) // the engine requires a database
  try {
    const engine = await loadEngine(new PrismaPg(store.pool), to)
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout === null || stdout.startsWith('-- This is an empty migration') ? '' : stdout
  } finally {
    await store.close()
  }
}

const datamodel = (content: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
})

// The package is made for bundlers: Node 20 requires its parts to be joined by hand.
async function loadEngine(adapter: PrismaPg, content: string): Promise<SchemaEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(join(folder, 'schema_engine_bg.js'))
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  const options = { datamodels: [['schema.prisma', content]] }
  return glue.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

/** Returns the datamodel of the last migration: that of the commit which added it. */
async function lastDatamodel(): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)('git', args, { cwd: here })).stdout
  if ((await git('status', '--porcelain', '--', 'migrations')) !== '')
    throw new Error('Commit the last migration together with schema.prisma before writing the next one.')
  const commit = (await git('log', '-1', '--format=%H', '--', 'migrations')).trim()
  return git('show', `${commit}:./schema.prisma`)
}

async function write(name: string): Promise<string> {
  const sql = await difference(await lastDatamodel(), await readFile(schema, 'utf8'))
  if (sql === '') return 'The datamodel has not changed since the last migration.'
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(here, 'migrations', `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), sql)
  return `Wrote ${folder}/migration.sql.`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2]
  const usable = name !== undefined && /^[a-z0-9_]+$/.test(name)
  process.stdout.write(`${usable ? await write(name) : 'Usage: npm run migration -- name_of_the_change'}\n`)
  process.exitCode = usable ? 0 : 2
}
