import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import { openEmbedded } from '../src/store/database/pglite.js'

// `npm run migration -- NAME` writes the next migration: the SQL from the datamodel of the last one to the one that
// stands now. Prisma's own schema engine does it, as WebAssembly, since its binary would be downloaded at run time. What
// Prisma cannot say (partial indexes, CHECKs) is written into the file by hand before it is committed.

// Node has it; its type stands in the browser's library only.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

const here = dirname(fileURLToPath(import.meta.url))
const schema = join(here, 'schema.prisma')
const migrations = join(here, 'migrations')

/** The SQL that leads from one datamodel to another (from nothing where `from` is null); empty where they are the same. */
export async function difference(from: string | null, to: string): Promise<string> {
  const store = await openEmbedded(null) // the engine asks for a database even where it looks at none
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

/** The package is made for bundlers: Node 20 has to put the two halves together itself. */
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

/** The datamodel that the last migration led to, kept beside it; null where there is none yet. */
export async function lastDatamodel(): Promise<string | null> {
  const names = (await readdir(migrations, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const last = names
    .map(({ name }) => name)
    .sort()
    .at(-1)
  return last === undefined ? null : readFile(join(migrations, last, 'schema.prisma'), 'utf8')
}

async function write(name: string): Promise<string> {
  const sql = await difference(await lastDatamodel(), await readFile(schema, 'utf8'))
  if (sql === '') return 'the datamodel is the one that the last migration led to'
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrations, `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), sql)
  await copyFile(schema, join(folder, 'schema.prisma'))
  return `wrote ${folder}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2]
  const usable = name !== undefined && /^[a-z0-9_]+$/.test(name)
  process.stdout.write(`${usable ? await write(name) : 'usage: npm run migration -- name_of_the_change'}\n`)
  process.exitCode = usable ? 0 : 2
}
